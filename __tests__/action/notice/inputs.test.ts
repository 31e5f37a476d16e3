import { describe, expect, it } from '@jest/globals'
import { parseInputs } from '../../../src/action/notice/inputs.js'
import { inputVariables, type Inputs } from '../../../testing/runner-files.js'
import { declared, readYaml } from '../../../testing/repository-files.js'

const GIVEN = { result: 'success', 'github-token': 'ghs_fake' }
const parse = (inputs: Inputs, env: NodeJS.ProcessEnv = {}) =>
  parseInputs({ GITHUB_REPOSITORY: 'acme/app', ...inputVariables({ ...GIVEN, ...inputs }), ...env })

describe('the inputs of the notice', () => {
  it('may be empty, except the result and the token', () => {
    expect(parse({})).toEqual({
      run: { result: 'success', reason: '', loginExpiresAtMs: null, isEndingSoon: false },
      label: 'claude-login',
      loginCommand: '',
      target: { repository: 'acme/app', apiUrl: 'https://api.github.com', token: 'ghs_fake' }
    })
  })

  it('are all read', () => {
    const inputs = {
      result: 'failure',
      reason: 'a-newer-reason',
      'login-expires-at': '2026-12-24T08:00:00.000Z',
      'login-ends-soon': 'true',
      login: 'team',
      'login-command': 'clr login --secret X'
    }
    expect(parse(inputs, { GITHUB_API_URL: 'https://ghes.test/api/v3/' })).toEqual({
      run: {
        result: 'failure',
        reason: 'a-newer-reason',
        loginExpiresAtMs: Date.UTC(2026, 11, 24, 8),
        isEndingSoon: true
      },
      label: 'team',
      loginCommand: 'clr login --secret X',
      target: { repository: 'acme/app', apiUrl: 'https://ghes.test/api/v3', token: 'ghs_fake' }
    })
  })

  it.each([
    [{ result: '' }, 'result must be success, failure, cancelled or skipped, as in needs.<job>.result, got ""'],
    [{ result: 'Success' }, 'result must be success, failure, cancelled or skipped'],
    [
      { reason: 'Object and more' },
      'reason must be the output `reason` of the refresh, one word, or empty, got "Object'
    ],
    [
      { reason: 'sk-ant-oat01-test-access' },
      'reason must be the output `reason` of the refresh, one word, or empty, got "***"'
    ],
    [
      { 'login-expires-at': 'soon' },
      'login-expires-at must be a date in ISO 8601 (2026-12-24T08:00:00Z), or empty, got "soon"'
    ],
    [{ 'login-expires-at': '2026-99-99' }, 'login-expires-at must be a date'],
    [{ 'login-ends-soon': 'maybe' }, 'login-ends-soon must be true or false, got "maybe"'],
    [{ login: 'a,b' }, 'login must be a name on one line'],
    [{ 'github-token': '' }, 'github-token is empty'],
    [{ 'github-token': 'two words' }, 'github-token is not a token']
  ])('are refused in one sentence: %j', (inputs: Inputs, message) => {
    expect(() => parse(inputs)).toThrow(message)
  })

  it.each([
    ['GITHUB_REPOSITORY', undefined, 'GITHUB_REPOSITORY is not set'],
    ['GITHUB_REPOSITORY', '../../user', 'GITHUB_REPOSITORY must be owner/name'],
    ['GITHUB_API_URL', 'ftp://x', 'GITHUB_API_URL must be an http or https address']
  ])('need a good %s: %s', (name, value, message) => {
    expect(() => parse({}, { [name]: value })).toThrow(message)
  })
})

describe('notice/action.yml', () => {
  const inputs = declared('inputs', 'notice/action.yml')

  it('declares exactly the inputs that are read', () => {
    const read: string[] = []
    parseInputs(
      new Proxy<NodeJS.ProcessEnv>(
        { GITHUB_REPOSITORY: 'acme/app', INPUT_RESULT: 'success', 'INPUT_GITHUB-TOKEN': 'ghs_fake' },
        { get: (env, name) => (read.push(String(name)), env[String(name)]) }
      )
    )
    const variables = inputs.map(({ name }) => `INPUT_${name.toUpperCase()}`)
    expect([...new Set(read.filter(name => name.startsWith('INPUT_')))].sort()).toEqual(variables.sort())
  })

  it('describes each input, and has the defaults that the code has', () => {
    expect(inputs.filter(({ description }) => description === '')).toEqual([])
    expect(inputs.map(input => [input.name, input.default])).toEqual([
      ['result', ''],
      ['reason', ''],
      ['login-expires-at', ''],
      ['login-ends-soon', ''],
      ['login', 'claude-login'],
      ['login-command', ''],
      ['github-token', '${{ github.token }}']
    ])
  })

  it('runs one program, and has no outputs', () => {
    const { runs, outputs } = readYaml('notice/action.yml')
    expect({ runs, outputs }).toEqual({ runs: { using: 'node24', main: '../dist/notice/main.js' } })
  })
})

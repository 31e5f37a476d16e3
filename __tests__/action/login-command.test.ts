import { describe, expect, it } from '@jest/globals'
import { loginCommandFor } from '../../src/action/login-command.js'
import { inputVariables, type Inputs } from '../../testing/runner-files.js'
import { sampleText } from '../../testing/sample-login.js'
import { TempFolder } from '../../testing/temp-folder.js'

const CREDS = '/nonexistent/c.json'
const JSON_AND_SECRET = { 'creds-json': sampleText(), 'secret-name': 'CLAUDE_CREDENTIALS', 'github-token': 'fake' }
const GHES = { GITHUB_API_URL: 'https://ghes.example:8443/api/v3' }

/** The line for these inputs, in the repository acme/app. */
function lineFor(inputs: Inputs, variables: NodeJS.ProcessEnv = {}, creds = CREDS): string {
  const env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: 'https://api.github.com', ...variables }
  return loginCommandFor(creds, { ...env, ...inputVariables(inputs) })
}

describe('the line that renews the login of a secret', () => {
  it.each([
    [{}, '--repo acme/app'],
    [{ 'secret-repository': 'octo/demo' }, '--repo octo/demo'],
    [{ 'secret-environment': 'claude' }, '--repo acme/app --env claude'],
    [{ 'secret-repository': 'o/r', 'secret-environment': "a b's $x" }, `--repo o/r --env 'a b'\\''s $x'`],
    [{ 'secret-organization': 'acme' }, '--org acme'],
    [{ 'access-token-secret-name': 'TOKEN' }, '--repo acme/app']
  ])('names its place: %j', (inputs, options) => {
    expect(lineFor({ ...JSON_AND_SECRET, ...inputs })).toBe(`clr login --secret CLAUDE_CREDENTIALS ${options}`)
  })

  it.each([
    [{}, 'clr login --secret CLAUDE_CREDENTIALS --repo ghes.example:8443/acme/app'],
    [
      { 'secret-environment': 'claude' },
      'clr login --secret CLAUDE_CREDENTIALS --repo ghes.example:8443/acme/app --env claude'
    ],
    [{ 'secret-organization': 'acme' }, 'GH_HOST=ghes.example:8443 clr login --secret CLAUDE_CREDENTIALS --org acme']
  ])('names the server, if that is not github.com: %j', (inputs, line) => {
    expect(lineFor({ ...JSON_AND_SECRET, ...inputs }, GHES)).toBe(line)
  })

  it('names a tenant of ghe.com', () => {
    const line = lineFor(JSON_AND_SECRET, { GITHUB_API_URL: 'https://api.acme.ghe.com' })
    expect(line).toBe('clr login --secret CLAUDE_CREDENTIALS --repo acme.ghe.com/acme/app')
  })

  it('is the same without a token, and before there is a login in the secret', () => {
    const inputs = { ...JSON_AND_SECRET, 'github-token': '', 'creds-json': '' }
    expect(lineFor(inputs)).toBe('clr login --secret CLAUDE_CREDENTIALS --repo acme/app')
  })
})

describe('the line that renews the login of a file', () => {
  it.each([{}, { 'access-token-secret-name': 'TOKEN', 'github-token': 'fake' }])(
    'names the file, and replaces its login: %j',
    inputs => {
      expect(lineFor(inputs, {}, '/my ci/c.json')).toBe("clr login --creds '/my ci/c.json' --replace")
    }
  )

  it('is the same if a secret gets a copy: the next job would replace a login that only the secret has', () => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', sampleText())
    const inputs = { 'secret-name': 'CLAUDE_CREDENTIALS', 'github-token': 'fake' }
    expect(lineFor(inputs, {}, creds)).toBe(`clr login --creds ${creds} --replace`)
  })
})

describe('there is no such line', () => {
  it.each<[string, Inputs, NodeJS.ProcessEnv]>([
    ['the inputs do not say from which secret creds-json comes', { 'creds-json': sampleText() }, {}],
    [
      'that is so, and only the access token is stored',
      { ...JSON_AND_SECRET, 'secret-name': '', 'access-token-secret-name': 'T' },
      {}
    ],
    ['the name of the secret is wrong', { ...JSON_AND_SECRET, 'secret-name': 'no-name' }, {}],
    ['the place of the secret is wrong', { ...JSON_AND_SECRET, 'secret-repository': 'app' }, {}],
    ['the store of the secret is wrong', { ...JSON_AND_SECRET, 'secret-app': 'dependabot' }, {}],
    ['the repository is not known', JSON_AND_SECRET, { GITHUB_REPOSITORY: '' }],
    ['the server is not known', JSON_AND_SECRET, { GITHUB_API_URL: 'ftp://x' }]
  ])('if %s', (_what, inputs, variables) => {
    expect(lineFor(inputs, variables)).toBe('')
  })

  it('if the path of the file is not known', () => {
    expect(lineFor({}, {}, '')).toBe('')
  })

  it('if an earlier step has made the file from its creds-json', () => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', sampleText())
    temp.write('c.json.clr/lineage.json', '{"isFileMade":true,"pairs":[]}')
    expect(lineFor({ 'access-token-secret-name': 'TOKEN', 'github-token': 'fake' }, {}, creds)).toBe('')
    expect(lineFor({ 'secret-name': 'S', 'github-token': 'fake' }, {}, creds)).toBe(
      'clr login --secret S --repo acme/app'
    )
  })
})

import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findSecretTarget } from '../../../src/cli/login/secret-target.js'
import type { SecretDestination } from '../../../src/cli/login-options.js'
import { secretArguments } from '../../../src/github-secrets/place-arguments.js'
import { writeGh } from '../../../testing/fake-gh.js'
import { NAME_REPOSITORY } from '../../../src/cli/login/remedies.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const REQUEST: SecretDestination = {
  kind: 'secret',
  name: 'CLAUDE_CREDENTIALS',
  repository: 'octo/demo',
  environment: 'claude',
  organization: null
}
const IN_REMOTE = { ...REQUEST, repository: null }
const before = process.cwd()
let folder: TempFolder
let questions: string[]

beforeEach(() => {
  folder = new TempFolder()
  questions = []
  process.chdir(folder.path)
})

afterEach(() => {
  process.chdir(before)
  folder[Symbol.dispose]()
})

function environment(variables: NodeJS.ProcessEnv = { GH_TOKEN: 'gho_1' }): NodeJS.ProcessEnv {
  return { PATH: `${folder.at('bin')}:/usr/bin:/bin`, HOME: folder.path, GIT_CONFIG_NOSYSTEM: '1', ...variables }
}

/** @param answer to the question on the terminal; null without a terminal */
function find(request: SecretDestination, variables?: NodeJS.ProcessEnv, answer: boolean | null = true) {
  const ask = (question: string): Promise<boolean> => {
    questions.push(question)
    return Promise.resolve(answer ?? false)
  }
  const cancel = new AbortController().signal
  return findSecretTarget(request, {
    environment: environment(variables),
    cancel,
    confirm: answer === null ? null : ask
  })
}

function cloneOf(address: string): void {
  const run = (...args: readonly string[]): unknown =>
    execFileSync('git', args, { cwd: folder.path, env: environment() })
  run('init', '--quiet')
  run('remote', 'add', 'origin', address)
}

describe('the secret for a login', () => {
  it.each<[string, Partial<SecretDestination>, object, readonly string[]]>([
    [
      'of an environment',
      {},
      { kind: 'environment', repository: 'octo/demo', environment: 'claude' },
      ['--repo', 'octo/demo', '--env', 'claude']
    ],
    [
      'of a repository',
      { environment: null },
      { kind: 'repository', repository: 'octo/demo' },
      ['--repo', 'octo/demo']
    ],
    [
      'of an organization',
      { repository: null, environment: null, organization: 'octo' },
      { kind: 'organization', organization: 'octo' },
      ['--org', 'octo']
    ]
  ])('is one %s, without a question', async (_what, changes, location, options) => {
    const target = await find({ ...REQUEST, ...changes })
    expect(target).toMatchObject({ name: 'CLAUDE_CREDENTIALS', location, token: 'gho_1', tokenFrom: 'GH_TOKEN' })
    expect(target.server).toMatchObject({ host: 'github.com', apiUrl: 'https://api.github.com' })
    expect(secretArguments(target)).toEqual(['--secret', 'CLAUDE_CREDENTIALS', ...options])
    expect(questions).toEqual([])
  })

  it.each([
    ['--repo', { ...REQUEST, repository: 'ghes.example/octo/demo' }, {}],
    ['GH_HOST', REQUEST, { GH_HOST: 'ghes.example' }]
  ])('is on the server that %s names', async (_setting, request, variables) => {
    const target = await find(request, { GH_ENTERPRISE_TOKEN: 'gho_3', ...variables })
    expect(target).toMatchObject({ server: { apiUrl: 'https://ghes.example/api/v3' }, token: 'gho_3' })
    expect(secretArguments(target)).toEqual([
      '--secret',
      'CLAUDE_CREDENTIALS',
      '--repo',
      'ghes.example/octo/demo',
      '--env',
      'claude'
    ])
  })

  it.each([
    [{ name: '' }, '`--secret` is empty'],
    [{ repository: '' }, '`--repo` is empty'],
    [{ environment: '' }, '`--env` is empty'],
    [{ organization: '', repository: null, environment: null }, '`--org` is empty'],
    [{ name: 'GITHUB_X' }, '`--secret` must not begin with GITHUB_'],
    [{ name: 'my-secret' }, '`--secret` may contain only letters'],
    [{ repository: 'demo' }, '`--repo` must be owner/name, got "demo"'],
    [{ repository: 'https://github.com/octo/demo' }, '`--repo` must'],
    [{ repository: 'a b/octo/demo' }, '`--repo` must name a host'],
    [{ environment: '..' }, '`--env` must be the name of an environment'],
    [{ organization: 'octo' }, '`--org` and `--repo` cannot be used together'],
    [{ organization: 'octo', repository: null }, '`--org` and `--env` cannot be used together'],
    [{ organization: 'octo/demo', repository: null, environment: null }, '`--org` must be the name of an organization']
  ])('is refused with the option at fault: %j', async (changes, sentence) => {
    writeGh(folder)
    const { reason, message } = await rejectionOf(find({ ...REQUEST, ...changes }, {}))
    expect(reason).toBe('usage')
    expect(message.startsWith(sentence)).toBe(true)
    expect(folder.names()).toEqual(['bin']) // gh was not called
  })
})

describe('the repository of the git remote', () => {
  it('is taken once the user has confirmed it', async () => {
    cloneOf('git@github.com:octo/demo.git')
    const target = await find(IN_REMOTE)
    expect(target.location).toEqual({ kind: 'environment', repository: 'octo/demo', environment: 'claude' })
    expect(questions).toEqual([
      'Store the login as CLAUDE_CREDENTIALS of environment "claude" of octo/demo (git remote origin)?'
    ])
    expect(secretArguments(target)).toContain('octo/demo')
  })

  it('is not taken without that, and then gh is not asked for its token', async () => {
    cloneOf('git@github.com:octo/demo.git')
    writeGh(folder, { 'github.com': 'gho_of_gh' })
    const { reason, message, remedy } = await rejectionOf(find(IN_REMOTE, {}, false))
    expect([reason, message]).toEqual(['cancelled', 'the repository was not confirmed'])
    expect(remedy).toContain('`--repo <OWNER/NAME>`')
    expect(folder.names()).not.toContain('gh-calls')
  })

  it('is not looked for without a terminal', async () => {
    cloneOf('git@github.com:octo/demo.git')
    const { reason, message, remedy } = await rejectionOf(find(IN_REMOTE, {}, null))
    expect([reason, message]).toEqual([
      'usage',
      '`--repo` is not given, and without a terminal you cannot confirm the repository of the git remote'
    ])
    expect(remedy).toBe(NAME_REPOSITORY)
  })

  it('names its server, which the question shows', async () => {
    cloneOf('git@ghes.example:octo/demo.git')
    writeGh(folder, { 'ghes.example': 'gho_of_gh' })
    const target = await find(IN_REMOTE, { GH_ENTERPRISE_TOKEN: 'gho_3' })
    expect(target).toMatchObject({ server: { apiUrl: 'https://ghes.example/api/v3' }, token: 'gho_of_gh' })
    expect(questions[0]).toContain('of octo/demo on ghes.example (git remote origin)?')
    expect(secretArguments(target)).toContain('ghes.example/octo/demo')
  })

  it.each([
    ['GH_HOST', { GH_HOST: 'ghes.example' }],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'https://ghes.example/api/v3' }]
  ])('has to be on the server that %s names', async (name, variables) => {
    cloneOf('git@github.com:octo/demo.git')
    const { reason, message, remedy } = await rejectionOf(find(IN_REMOTE, variables))
    expect([reason, remedy]).toEqual(['usage', NAME_REPOSITORY])
    expect(message).toContain(`the git remote origin is on github.com, but ${name} names ghes.example`)
    expect(questions).toEqual([])
  })

  it('has to name its server by more than an alias of SSH', async () => {
    cloneOf('work:octo/demo.git')
    const { message, remedy } = await rejectionOf(find(IN_REMOTE))
    expect(message).toContain('the git remote origin is on work, which is not a host name')
    expect(remedy).toBe(NAME_REPOSITORY)
  })

  it.each(['git@github.com:oc~to/demo.git', 'git@github.com:octo/de mo.git'])(
    'has to be a name on GitHub: %s',
    async url => {
      cloneOf(url)
      expect((await rejectionOf(find(IN_REMOTE))).message).toContain('the git remote origin must be owner/name')
      expect(questions).toEqual([])
    }
  )
})

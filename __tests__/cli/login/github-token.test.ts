import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findGitHubToken, type GitHubToken } from '../../../src/cli/login/github-token.js'
import { serverAt, type GitHubServer } from '../../../src/cli/login/server.js'
import { RefreshError } from '../../../src/core/reasons.js'
import type { SecretLocation } from '../../../src/github-secrets/location.js'
import { writeGh, writeProgram } from '../../../testing/fake-gh.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const LOCATION: SecretLocation = { kind: 'environment', repository: 'octo/demo', environment: 'claude' }
const GITHUB = serverAt('github.com', null)
const TENANT = serverAt('acme.ghe.com', 'GH_HOST')
const GHES = serverAt('ghes.example', 'GH_HOST')
/** Named only by a git remote. */
const FOUND_GHES = serverAt('ghes.example', null)
const STAND_IN = serverAt('127.0.0.1:3000', 'GITHUB_API_URL')
const ALL = { GH_TOKEN: 'gho_1', GITHUB_TOKEN: 'gho_2', GH_ENTERPRISE_TOKEN: 'gho_3', GITHUB_ENTERPRISE_TOKEN: 'gho_4' }
let folder: TempFolder

beforeEach(() => {
  folder = new TempFolder()
})

afterEach(() => {
  folder[Symbol.dispose]()
})

function find(server: GitHubServer, environment: NodeJS.ProcessEnv, cancel = new AbortController().signal) {
  return findGitHubToken(server, LOCATION, { environment: { PATH: folder.at('bin'), ...environment }, cancel })
}

async function refusalWithout(script: string | null, server = GITHUB): Promise<RefreshError> {
  if (script !== null) writeProgram(folder, 'gh', script)
  const error: unknown = await find(server, {}).catch((thrown: unknown) => thrown)
  if (error instanceof RefreshError) return error
  throw new Error('it found a token, or failed otherwise', { cause: error })
}

describe('the token for GitHub', () => {
  it.each<[string, GitHubServer, NodeJS.ProcessEnv, GitHubToken]>([
    ['GH_TOKEN first', GITHUB, ALL, { token: 'gho_1', from: 'GH_TOKEN' }],
    ['GITHUB_TOKEN next', GITHUB, { ...ALL, GH_TOKEN: '' }, { token: 'gho_2', from: 'GITHUB_TOKEN' }],
    ['the same for *.ghe.com', TENANT, ALL, { token: 'gho_1', from: 'GH_TOKEN' }],
    ['GH_ENTERPRISE_TOKEN for GHES', GHES, ALL, { token: 'gho_3', from: 'GH_ENTERPRISE_TOKEN' }],
    [
      'GITHUB_ENTERPRISE_TOKEN next',
      GHES,
      { ...ALL, GH_ENTERPRISE_TOKEN: '  ' },
      { token: 'gho_4', from: 'GITHUB_ENTERPRISE_TOKEN' }
    ],
    [
      'any of them for a stand-in on this machine',
      STAND_IN,
      { GH_TOKEN: ' gho_1\n' },
      { token: 'gho_1', from: 'GH_TOKEN' }
    ]
  ])('is taken from the variables of gh: %s', async (_order, server, environment, expected) => {
    writeGh(folder, { 'github.com': 'gho_of_gh' })
    expect(await find(server, environment)).toEqual(expected)
    expect(existsSync(folder.at('gh-calls'))).toBe(false)
  })

  it.each<[GitHubServer, NodeJS.ProcessEnv]>([
    [GITHUB, {}],
    [TENANT, { GH_ENTERPRISE_TOKEN: 'gho_3' }],
    [GHES, { GH_TOKEN: 'gho_1', GITHUB_TOKEN: 'gho_2' }],
    [FOUND_GHES, ALL]
  ])(
    'is taken from the login of gh for the host if no variable of that host is set: %j',
    async (server, environment) => {
      writeGh(folder, { [server.host]: 'gho_of_gh' })
      expect(await find(server, environment)).toEqual({ token: 'gho_of_gh', from: 'the token of gh' })
      // It prints a variable rather than its own login, so it gets none.
      expect(folder.text('gh-calls')).toBe(`auth token --hostname ${server.host} []\n`)
    }
  )

  it('is never an enterprise token if only a git remote names the server', async () => {
    writeGh(folder)
    const { message } = await rejectionOf(find(FOUND_GHES, ALL))
    expect(message).toBe(
      'there is no token for ghes.example: `gh` has no login for ghes.example (`gh auth token` ended with 1)'
    )
  })

  it('is refused if it is no token, and never quoted', async () => {
    const { reason, message } = await rejectionOf(find(GITHUB, { GH_TOKEN: 'gho fake' }))
    expect([reason, message]).toEqual([
      'usage',
      'GH_TOKEN is not a token: it has a space, a line break or a non-ASCII character'
    ])
  })
})

describe('a missing token', () => {
  const UNSET = 'there is no token for github.com: GH_TOKEN and GITHUB_TOKEN are not set, and '

  it.each([
    ['is not on PATH', null, '`gh` is not on PATH'],
    ['has no login', '#!/bin/sh\nexit 1', '`gh` has no login for github.com (`gh auth token` ended with 1)'],
    [
      'is too old',
      '#!/bin/sh\necho \'unknown command "token" for "gh auth"\' >&2; exit 1',
      '`gh` is too old to have `gh auth token`'
    ],
    ['prints something else', '#!/bin/sh\necho Usage: gh', '`gh auth token` printed something else than a token'],
    ['prints nothing', '#!/bin/sh\n', '`gh auth token` printed something else than a token'],
    ['is killed', '#!/bin/sh\nkill -9 $$', '`gh` was ended by SIGKILL'],
    ['cannot be run', '#!/nowhere/sh\n', '`gh` cannot be run (ENOENT)']
  ])('is reported with all ways to give one: gh %s', async (_what, script, why) => {
    const { reason, message, remedy } = await refusalWithout(script)
    expect([reason, message]).toEqual(['usage', `${UNSET}${why}`])
    expect(remedy).toContain('Set GH_TOKEN to a token with the repository permission "Environments: write"')
    expect(remedy).toContain('or log in to GitHub with `gh auth login`.')
  })

  it('names the host for another server than github.com', async () => {
    const { message, remedy } = await refusalWithout(null, GHES)
    expect(message).toContain('GH_ENTERPRISE_TOKEN and GITHUB_ENTERPRISE_TOKEN are not set')
    expect(remedy).toContain('`gh auth login --hostname ghes.example`')
    expect((await refusalWithout(null, FOUND_GHES)).remedy).toMatch(
      /^Set GH_ENTERPRISE_TOKEN .* and GH_HOST to ghes\.example/
    )
  })

  it('is reported if gh is only in a relative folder of PATH, which could be part of the workspace', async () => {
    writeGh(folder, { 'github.com': 'gho_of_gh' })
    const { message } = await rejectionOf(find(GITHUB, { PATH: 'bin:./bin:' }))
    expect(message).toContain('`gh` is not on PATH')
  })

  it('is not waited for after a cancel', async () => {
    writeProgram(folder, 'gh', '#!/bin/sh\nexec sleep 300')
    const outcome = await rejectionOf(
      find(GITHUB, { PATH: `${folder.at('bin')}:/usr/bin:/bin` }, AbortSignal.timeout(500))
    )
    expect(outcome.reason).toBe('cancelled')
  })
})

import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'
import type { Fault } from '../../testing/github/faults.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job, type StepRun } from '../../testing/job.js'
import { stateVariables, type Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
const HOUR_MS = 3_600_000
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
const SIGN_IN = 'the login of a new sign-in'

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
  vault.put(NAME, { text: 'as the job was given it', updatedAtMs: Date.now() - HOUR_MS })
})
afterEach(() => github.close())

const variables = (): NodeJS.ProcessEnv => ({ GITHUB_API_URL: github.apiUrl })
const inputs: Inputs = {
  'secret-name': NAME,
  'access-token-secret-name': ACCESS,
  'github-token': WRITE_TOKEN,
  'creds-json': sampleText()
}
const stored = (): unknown => JSON.parse(vault.textOf(NAME) ?? 'null')
const onWrite = (fault: Fault): void => {
  github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault })
}
/** Somebody signs in again and stores the login; GitHub's dates have no milliseconds. */
const signIn = (): void => {
  vault.put(NAME, { text: SIGN_IN, updatedAtMs: Date.now() + 5_000 })
}

/** The moment when `main` has looked at the secret and removes its probe, before it starts `clr`. */
const afterFirstLook = (act: () => void): void => {
  github.faults.add({ method: 'DELETE', fault: { kind: 'meanwhile', act } })
}

/** The sealed text in the command of a summary, opened as GitHub does. */
function sealedIn(summary: string, name: string): string | null {
  const line = summary.split('\n').find(text => text.startsWith('gh api') && text.includes(`secrets/${name}'`)) ?? ''
  const script = `gh() { for a in "$@"; do case $a in encrypted_value=*) echo "\${a#*=}";; esac; done; }; ${line}`
  return vault.open(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).trim())
}

describe('a new sign-in that is stored while the job runs', () => {
  it('is overwritten by neither main nor post; the summary has the sealed login, with a warning', async () => {
    using job = new Job('refreshes')
    afterFirstLook(signIn)
    const { exitCode, outputs, stdout, summary } = await job.main(inputs, variables())
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'secret-write-failed', refreshed: 'true', 'access-token': NEW_PAIR.accessToken }
    })
    expect(stdout).toMatch(
      /CLAUDE_CREDENTIALS of repository acme\/app was not stored: somebody else wrote it at \d.* UTC/
    )
    expect(summary).toMatch(/would overwrite the secret .*, which somebody else wrote at \d{4}-.* UTC/)
    expect(JSON.parse(sealedIn(summary, NAME) ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect([vault.textOf(NAME), vault.textOf(ACCESS)]).toEqual([SIGN_IN, NEW_PAIR.accessToken])

    const post = await job.post(inputs, variables())
    expect([post.exitCode, vault.textOf(NAME)]).toEqual([1, SIGN_IN])
    expect(post.stdout).toContain('(secret-write-failed)::')
    expect(post.summary).toMatch(/would overwrite the secret .*, which somebody else wrote/)
    expect(JSON.parse(sealedIn(post.summary, NAME) ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('is not overwritten by post with the pair of a later step’s claude', async () => {
    using job = new Job('refreshes')
    expect(await job.main(inputs, variables())).toMatchObject({ exitCode: 0 })
    job.writeCredentials(sampleText(LATER_PAIR))
    signIn()
    const { exitCode, stdout, summary } = await job.post(inputs, variables())
    expect([exitCode, vault.textOf(NAME)]).toEqual([1, SIGN_IN])
    expect(stdout).toContain('somebody else wrote it at')
    expect(JSON.parse(sealedIn(summary, NAME) ?? '')).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect(job.login).toMatchObject(LATER_PAIR)
  })

  it('is not overwritten by post after main was killed in the exchange', async () => {
    using job = new Job('refreshes-late')
    const main = job.start('main', inputs, variables())
    await job.exchangeUnderWay()
    process.kill(main.pid, 'SIGKILL')
    await main.ended
    signIn()
    const post = await job.post(inputs, variables())
    expect([post.exitCode, vault.textOf(NAME)]).toEqual([1, SIGN_IN])
    expect(JSON.parse(sealedIn(post.summary, NAME) ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('is not overwritten by main even if the secret did not exist at first', async () => {
    vault.secrets.delete(NAME)
    using job = new Job('refreshes')
    afterFirstLook(signIn)
    expect(await job.main(inputs, variables())).toMatchObject({ outputs: { reason: 'secret-write-failed' } })
    expect(vault.textOf(NAME)).toBe(SIGN_IN)
  })
})

describe('a write of our own', () => {
  it('is recognised by post, which stores a newer pair after main has stored one', async () => {
    using job = new Job('refreshes')
    await job.main(inputs, variables())
    job.writeCredentials(sampleText(LATER_PAIR))
    expect(await job.post(inputs, variables())).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })

  it('is recognised by main even if the answer was lost', async () => {
    using job = new Job('refreshes')
    onWrite({ kind: 'drop-after' })
    expect(await job.main(inputs, variables())).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(vault.writes.filter(({ name }) => name === NAME)).toHaveLength(2)
  })

  it('is recognised by post even if main was killed before the answer arrived', async () => {
    using job = new Job('refreshes')
    onWrite({ kind: 'hang-after' })
    const main = job.start('main', inputs, variables())
    await until(() => github.lines.some(line => line.endsWith(`${NAME} none`)))
    process.kill(main.pid, 'SIGKILL')
    await main.ended
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(await job.post(inputs, variables())).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('is recognised by the post of one step even if a later step of the job made it', async () => {
    using job = new Job('refreshes')
    await job.main(inputs, variables())
    const first = stateVariables(job.text('state'))
    job.write('state', '')
    const later = { ...inputs, 'creds-json': '' }
    job.writeCredentials(sampleText({ ...LATER_PAIR, expiresAt: Date.now() + 2 * HOUR_MS }))
    github.clockAheadMs = 60_000 // a minute later
    expect(await job.main({ ...later, 'min-validity': '1h' }, variables())).toMatchObject({ exitCode: 0 })
    expect(await job.post(later, variables())).toMatchObject({ exitCode: 0 })
    expect(await job.post(inputs, { ...variables(), ...first })).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })
})

describe('post, if main saved nothing about the secret', () => {
  const MINUTE_MS = 60_000
  const stamped = (ms: number): Inputs => ({
    ...inputs,
    'creds-json': JSON.stringify({ ...JSON.parse(sampleText()), storedAt: new Date(ms).toISOString() })
  })
  /** A job whose file holds a newer pair than the secret. */
  const post = async (job: Job, given: Inputs): Promise<StepRun> => {
    job.writeCredentials(sampleText(NEW_PAIR))
    return job.post(given, { ...variables(), STATE_creds: job.creds, STATE_stored: 'unknown' })
  }

  it('overwrites a secret that is not newer than creds-json', async () => {
    using job = new Job('refreshes')
    expect(await post(job, stamped(Date.now() - HOUR_MS - MINUTE_MS))).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('creates the secret if there is none', async () => {
    vault.secrets.delete(NAME)
    using job = new Job('refreshes')
    expect(await post(job, inputs)).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it.each([
    ['is newer', () => stamped(Date.now() - 2 * HOUR_MS)],
    ['may be newer, since creds-json has no stamp', () => inputs]
  ])('does not overwrite a secret that %s, and keeps the new pair', async (_what, given) => {
    using job = new Job('refreshes')
    const { exitCode, summary } = await post(job, given())
    expect([exitCode, vault.textOf(NAME)]).toEqual([1, 'as the job was given it'])
    expect(JSON.parse(sealedIn(summary, NAME) ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(job.login).toMatchObject(NEW_PAIR)
  })
})

describe('a public key that GitHub rotated while the job ran', () => {
  it('is fetched again, by main and by post', async () => {
    using job = new Job('refreshes')
    onWrite({
      kind: 'meanwhile',
      act: () => {
        vault.rotateKey()
      }
    })
    expect(await job.main(inputs, variables())).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
    job.writeCredentials(sampleText(LATER_PAIR))
    onWrite({
      kind: 'meanwhile',
      act: () => {
        vault.rotateKey()
      }
    })
    expect(await job.post(inputs, variables())).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })
})

import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { DryJob, failureOf } from '../../testing/dry-job.js'
import { contentOf } from '../../testing/folder-state.js'
import { printedParts } from '../../testing/printed-parts.js'
import { NEW_PAIR, OLD_EXPIRY_MS, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'
import { timeToEnd } from '../../testing/waiting.js'

const DAY_MS = 24 * 3_600_000
const LOGIN_END_MS = Date.now() + 20 * DAY_MS
const SETUP_TOKEN = sampleText({ refreshToken: undefined, expiresAt: Date.now() + 300 * DAY_MS })

function jobWith(text: string): DryJob {
  const job = new DryJob()
  job.writeCredentials(text)
  return job
}

describe('a dry run of a login in a file', () => {
  it('is ready, and says what it has checked; no claude is started, and no file is changed', async () => {
    using job = jobWith(sampleText({ refreshTokenExpiresAt: LOGIN_END_MS }))
    const before = job.files
    const { exitCode, stderr, outputs, stdout, summary } = await job.dry()
    expect({ exitCode, stderr, outputs }).toMatchObject({
      exitCode: 0,
      stderr: '',
      outputs: {
        refreshed: 'false',
        reason: 'ready',
        'exit-code': '0',
        'expires-at': new Date(OLD_EXPIRY_MS).toISOString(),
        'login-expires-at': new Date(LOGIN_END_MS).toISOString(),
        creds: job.creds
      }
    })
    for (const token of ['creds-json', 'access-token']) expect(outputs).not.toHaveProperty(token)
    const checked = [...stdout.matchAll(/^checked: (.*)$/gm)].map(([, line]) => line)
    expect(checked).toEqual([
      'found a login with a refresh token',
      expect.stringMatching(/^claude is .*notes-its-user\/claude$/),
      expect.stringContaining('lock'),
      expect.stringContaining('disk')
    ])
    expect(stdout).not.toMatch(/^::(?:error|warning)/m)
    expect(summary).toContain('✅ Ready to refresh')
    for (const word of ['notes-its-user/claude', 'lock', 'disk'])
      expect(summary).toMatch(new RegExp(`^- .*${word}`, 'm'))
    expect([job.files, job.isClaudeStarted]).toEqual([before, false])
  })

  it('masks the tokens in the file, and shows no part of them elsewhere', async () => {
    using job = jobWith(sampleText())
    const step = await job.dry()
    expect(step.stdout).toContain(`::add-mask::${OLD_PAIR.refreshToken}\n`)
    const stdout = `${step.stdout.replace(/^::add-mask::.*\n/gm, '')}${step.summary}`
    expect(printedParts({ ...step, stdout })).toEqual([])
  })

  it('leaves nothing to do for post, even if a later step has changed the file', async () => {
    using job = jobWith(sampleText())
    await job.dry()
    expect(job.text('state')).toBe('')
    job.writeCredentials(sampleText(OTHER_PAIR))
    const before = job.files
    expect(await job.end({ 'dry-run': 'true' })).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(job.files).toEqual(before)
  })

  it('ignores min-validity', async () => {
    using job = jobWith(sampleText({ expiresAt: Date.now() + DAY_MS }))
    expect(await job.dry({ 'min-validity': '1h' })).toMatchObject({ outputs: { reason: 'ready' } })
    job.writeCredentials(SETUP_TOKEN)
    expect(await job.dry({ 'min-validity': '7d' })).toMatchObject({ outputs: { reason: 'creds-invalid' } })
  })

  it('shows the call of claude with trace, and does not make it', async () => {
    using job = jobWith(sampleText())
    const { stdout, outputs } = await job.dry({ trace: 'true' })
    expect(outputs.reason).toBe('ready')
    expect(stdout.match(/^claude --model .*$/gm)).toHaveLength(1)
    expect(stdout).toMatch(/^claude --model .*\n# dry run: `claude` is not started\n/m)
    expect(job.isClaudeStarted).toBe(false)
  })

  it.each([
    [{ 'dry-run': 'perhaps' }, 'dry-run must be true or false'],
    [{ 'min-validity': 'long' }, '`min-validity` must be'],
    [{ timeout: 'soon' }, '`timeout` must be'],
    [{ 'secret-app': 'none' }, 'secret-app must be']
  ])('refuses the input %j', async (inputs, sentence) => {
    using job = jobWith(sampleText())
    const { outputs, stdout } = await job.dry(inputs)
    expect(outputs.reason).toBe('usage')
    expect(stdout).toContain(sentence)
  })

  it('does not happen with `false`, which refreshes', async () => {
    using job = jobWith(sampleText())
    expect(await job.dry({ 'dry-run': 'false' })).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(job.login).toMatchObject(NEW_PAIR)
  })
})

describe('a dry run while another run is at work', () => {
  it('says at once that the lock is held, and does not disturb that run', async () => {
    using home = new TestHome()
    const other = home.startClr(['refresh', '--timeout', '0'], { claude: 'hangs-in-the-exchange' })
    await home.exchangeUnderWay()
    using job = new DryJob({ creds: home.creds, timeout: '0' })
    const before = contentOf(home.path)
    const startMs = performance.now()
    const { exitCode, outputs } = await job.dry()
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { reason: 'locked', 'exit-code': '2' } })
    expect(performance.now() - startMs).toBeLessThan(10_000)
    expect(Object.keys(contentOf(home.path))).toEqual(Object.keys(before))
    await timeToEnd(other, 'SIGINT', 'SIGTERM')
  })
})

/** How a setup is broken: each ends a dry run with the reason of the real run that follows it. */
const BROKEN: readonly (readonly [string, (job: DryJob) => Readonly<Record<string, string>>])[] = [
  ['no file, and no creds-json', () => ({})],
  ['a file that is no JSON', job => (job.writeCredentials('no JSON'), {})],
  ['a file that was blanked', job => (job.writeCredentials(sampleText({ accessToken: '', refreshToken: '' })), {})],
  ['a login without a refresh token', job => (job.writeCredentials(SETUP_TOKEN), {})],
  [
    'a file with two names',
    job => {
      job.writeCredentials(sampleText())
      linkSync(job.creds, job.at('other-name'))
      return {}
    }
  ],
  [
    'a folder that everybody may write to',
    job => {
      job.writeCredentials(sampleText())
      chmodSync(job.at('.claude'), 0o777)
      return {}
    }
  ],
  [
    'something else in the place of the work folder',
    job => {
      job.writeCredentials(sampleText())
      job.write('.claude/.credentials.json.clr', '')
      return {}
    }
  ],
  ['a creds-json that is no login', () => ({ 'creds-json': '{}' })],
  ['a creds-json that was cut', () => ({ 'creds-json': sampleText().slice(0, 50) })],
  ['a creds-json without a refresh token', () => ({ 'creds-json': SETUP_TOKEN })],
  [
    'a creds-json for a file with another login',
    job => (job.writeCredentials(sampleText(OTHER_PAIR)), { 'creds-json': sampleText() })
  ],
  [
    'a creds-json beside a record of the action that cannot be read',
    job => {
      job.write('.claude/.credentials.json.clr/lineage.json/x', '')
      return { 'creds-json': sampleText() }
    }
  ],
  [
    'a creds-json whose folder is a link that leads nowhere',
    job => {
      symlinkSync('/nowhere/at/all', job.at('link'))
      return { 'creds-json': sampleText(), creds: job.at('link/.credentials.json') }
    }
  ],
  [
    'a creds-json for a missing folder, beside which a session holds its lock',
    job => {
      mkdirSync(job.at('new.lock'))
      return { 'creds-json': sampleText(), creds: job.at('new/.credentials.json'), timeout: '2' }
    }
  ],
  [
    'a creds-json for a missing folder, beside which a file is in the place of the lock',
    job => {
      job.write('new.lock', '')
      return { 'creds-json': sampleText(), creds: job.at('new/.credentials.json') }
    }
  ],
  [
    'a creds-json whose folder is a file',
    job => ({ 'creds-json': sampleText(), creds: `${job.write('file', '')}/claude/.credentials.json` })
  ],
  [
    'a creds-json for a folder that everybody may write to',
    job => {
      mkdirSync(job.at('open'))
      chmodSync(job.at('open'), 0o777)
      return { 'creds-json': sampleText(), creds: job.at('open/.credentials.json') }
    }
  ]
]

describe('a dry run fails like the real run that follows, and changes nothing, with', () => {
  it.each(BROKEN)('%s', async (_what, breakSetup) => {
    using job = new DryJob()
    const inputs = breakSetup(job)
    const before = job.files
    const dry = await job.dry(inputs)
    expect(job.files).toEqual(before)
    expect(await job.end({ 'dry-run': 'true', ...inputs })).toMatchObject({ exitCode: 0, stdout: '' })
    const real = await job.real(inputs)
    expect(failureOf(dry)).toEqual(failureOf(real))
    expect(dry.exitCode).toBe(1)
    expect(job.isClaudeStarted).toBe(false)
  })

  it.each(['/nowhere/at/all', undefined])('a creds-json that post could not remove: GITHUB_STATE is %s', async file => {
    using job = new DryJob({ 'creds-json': sampleText() }, { GITHUB_STATE: file })
    const dry = await job.dry()
    expect(dry.outputs.reason).toBe('creds-not-writable')
    expect(failureOf(dry)).toEqual(failureOf(await job.real()))
  })

  it('no claude on PATH', async () => {
    using job = new DryJob({}, { PATH: '/usr/bin:/bin' })
    job.writeCredentials(sampleText())
    const dry = await job.dry()
    expect(dry.outputs).toMatchObject({
      reason: 'claude-not-found',
      'expires-at': new Date(OLD_EXPIRY_MS).toISOString()
    })
    expect(failureOf(dry)).toEqual(failureOf(await job.real()))
  })
})

describe('a dry run with creds-json', () => {
  it('is ready if the file could be made in folders that could be made, and makes neither', async () => {
    using job = new DryJob({ 'creds-json': sampleText() })
    const before = job.files
    const creds = job.at('a/b/.credentials.json')
    const { exitCode, outputs, stdout } = await job.dry({ creds })
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { reason: 'ready', creds } })
    expect(outputs['expires-at']).toBe(new Date(OLD_EXPIRY_MS).toISOString())
    expect(outputs).not.toHaveProperty('access-token')
    expect(stdout).toContain('checked: creds-json has a login with a refresh token, and can be put into the file\n')
    expect(stdout).toContain(`::add-mask::${OLD_PAIR.refreshToken}\n`)
    expect(await job.end({ creds })).toMatchObject({ exitCode: 0, stdout: '' })
    expect([job.files, job.isClaudeStarted]).toEqual([before, false])
  })

  it.each([
    ['holds that login already', sampleText(), 'the file already has the login of creds-json'],
    ['was blanked', sampleText({ accessToken: '', refreshToken: '' }), 'creds-json has a login with a refresh token']
  ])('is ready if the file %s, which stays as it is', async (_what, text, sentence) => {
    using job = new DryJob({ 'creds-json': sampleText() })
    job.writeCredentials(text)
    const before = job.files
    const { exitCode, outputs, stdout } = await job.dry()
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { reason: 'ready' } })
    expect(stdout).toContain(`\nchecked: ${sentence}`)
    expect(await job.end()).toMatchObject({ exitCode: 0, stdout: '' })
    expect(job.files).toEqual(before)
  })

  it('is ready if the file holds what an earlier step has made of it', async () => {
    using job = new DryJob({ 'creds-json': sampleText() })
    await job.real()
    expect(job.login).toMatchObject(NEW_PAIR)
    const before = job.files
    const { exitCode, outputs, stdout } = await job.dry()
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { reason: 'ready' } })
    expect(stdout).toContain('checked: the file already has the login of creds-json, with a refresh token\n')
    expect(job.files).toEqual(before)
  })

  it('is followed by a real step that works as without it; post removes the file', async () => {
    using job = new DryJob({ 'creds-json': sampleText() })
    expect(await job.dry()).toMatchObject({ outputs: { reason: 'ready' } })
    expect(await job.real()).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed', refreshed: 'true' } })
    expect(readFileSync(job.creds, 'utf8')).toContain(NEW_PAIR.refreshToken)
    expect(await job.end()).toMatchObject({ exitCode: 0 })
    expect(job.leftovers).toEqual([])
  })
})

describe('a dry run with creds-json and no secret that keeps the new login', () => {
  const SENTENCE =
    'A refresh would use up the login in `creds-json`, and the file with the new login would be removed at the end of the job. Set `secret-name`, or store the output `creds-json` in a later step.'

  it('warns of that in an annotation and in the summary, before the token is spent', async () => {
    using job = new DryJob({ 'creds-json': sampleText() })
    const { outputs, stdout, summary } = await job.dry()
    expect(outputs.reason).toBe('ready')
    expect(stdout.match(/^::warning.*/gm)).toEqual([
      `::warning title=A real run would not store the refreshed login anywhere::${SENTENCE}`
    ])
    expect(summary).toContain(`\n\n⚠️ ${SENTENCE}\n`)
    expect((await job.real()).stdout).toContain('::warning title=The refreshed login is not stored anywhere::')
  })

  it('warns also if an earlier step has made the file', async () => {
    using job = new DryJob({ 'creds-json': sampleText() })
    await job.real()
    expect((await job.dry()).stdout).toContain(SENTENCE)
  })

  it.each<[string, string, string | null, string]>([
    ['the file was there before and stays', sampleText(), sampleText({ accessToken: '', refreshToken: '' }), 'ready'],
    ['it fails anyway', sampleText(), sampleText(OTHER_PAIR), 'usage'],
    ['the login has no refresh token', SETUP_TOKEN, null, 'creds-invalid']
  ])('does not warn if %s', async (_why, credsJson, existing, reason) => {
    using job = new DryJob({ 'creds-json': credsJson })
    if (existing !== null) job.writeCredentials(existing)
    const { outputs, stdout } = await job.dry()
    expect(outputs.reason).toBe(reason)
    expect(stdout).not.toContain('nowhere')
  })
})

describe('the details of a dry run', () => {
  const variables = { HTTPS_PROXY: 'http://127.0.0.1:1' }

  it('name one expiry, no phases, and nothing that was passed to claude, since none was started', async () => {
    using job = new DryJob({}, variables)
    job.writeCredentials(sampleText())
    const { stdout, summary } = await job.dry()
    expect(stdout).toMatch(/^expiry: 2027-01-15 08:00 UTC/m)
    expect(stdout).not.toMatch(/^(expiry before|expiry now|phases|network variables passed to claude): /m)
    expect(summary).toContain('<th>Access token expires</th>')
    expect(summary).not.toMatch(/→|<details>/)
  })

  it.each([
    ['fails', {}],
    ['is refused for a wrong input', { trace: 'perhaps' }]
  ])('name nothing that was passed to claude if it %s, either', async (_how, inputs) => {
    using job = new DryJob({}, variables)
    const { exitCode, stdout } = await job.dry(inputs)
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^time taken: /m)
    expect(stdout).not.toMatch(/^(phases|network variables passed to claude): /m)
  })
})

describe('a dry run of a login that has ended', () => {
  it('is ready, since only sending the token can tell, but warns in an annotation and below its title', async () => {
    using job = jobWith(sampleText({ expiresAt: 0, refreshTokenExpiresAt: Date.now() - 2 * DAY_MS }))
    const { outputs, stdout, summary } = await job.dry()
    expect(outputs).toMatchObject({ reason: 'ready', 'login-ends-soon': 'true' })
    expect(stdout).toMatch(
      /^::warning title=This login has probably ended::Its stored end date was .* \(2 days ago\)\. Sign in again with /m
    )
    expect(summary).toMatch(
      /Ready to refresh<\/h3>\n\nReady to refresh .*; the login ended .*\n\n⚠️ According to its stored end date, the login ended on /
    )
  })
})

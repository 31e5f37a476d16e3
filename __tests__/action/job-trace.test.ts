import { describe, expect, it } from '@jest/globals'
import { sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

const CALL =
  'claude --model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print "." --debug-file'

/** Each reason not to make the call, the inputs of the step, and what is in the file. */
const NO_CALL: readonly (readonly [string, Readonly<Record<string, string>>, string | null])[] = [
  ['creds-not-found', {}, null],
  ['creds-invalid', {}, '{}'],
  ['creds-invalid', { 'creds-json': 'no JSON' }, null],
  ['usage', { 'secret-name': 'CLAUDE_CREDENTIALS' }, sampleText()]
]

describe('a step with trace', () => {
  it.each(NO_CALL)('shows the call once, even if it is not made: %s %j', async (reason, inputs, text) => {
    using job = new Job('notes-its-environment')
    if (text !== null) job.writeCredentials(text)
    const step = await job.main({ trace: 'true', ...inputs }, { HTTPS_PROXY: 'http://user:test-secret@127.0.0.1:9' })
    expect(step.outputs.reason).toBe(reason)
    const lines = step.stdout.split('\n')
    expect(lines.filter(line => line.startsWith('claude '))).toEqual([`${CALL} '<isolated HOME>/debug-1.log'`])
    expect(lines).toEqual(
      expect.arrayContaining([`# creds: ${job.creds}`, '# timeout: 300 s', '#   HTTPS_PROXY=http://127.0.0.1:9'])
    )
    expect(step.stdout.replace(/^::add-mask::.*\n/gm, '')).not.toContain('test-secret')
  })

  it('shows the call before it makes it, so the log has it even if the step is killed', async () => {
    using job = new Job('hangs-in-the-exchange')
    job.writeCredentials(sampleText())
    const { pid, ended } = job.start('main', { trace: 'true' })
    await job.exchangeUnderWay()
    process.kill(pid, 'SIGKILL')
    expect((await ended).stdout).toContain(`\n${CALL}`)
  })

  it('shows the call that it makes', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const { stdout, outputs } = await job.main({ trace: 'true', timeout: '9' })
    expect(outputs.reason).toBe('refreshed')
    expect(stdout).toContain('\n# timeout: 9 s\n')
    expect(stdout.indexOf(`\n${CALL}`)).toBeLessThan(stdout.indexOf('\n# claude starts in '))
  })

  it('shows each variable on a line, the call once, one line for a retry, and what claude printed', async () => {
    using job = new Job('fails-once-then-refreshes')
    job.writeCredentials(sampleText())
    const LC_LINE = 'OAuth refresh failed (expected): Request failed with status code 429'
    const { stdout, outputs } = await job.main({ trace: 'true' }, { LC_LINE, TZ: 'UTC', LANG: 'C' })
    expect(outputs.reason).toBe('refreshed')
    const lines = stdout.split('\n')
    expect(lines).toEqual(expect.arrayContaining(['#   TZ=UTC', '#   LANG=C', '#   no_proxy=127.0.0.1']))
    expect(lines.filter(line => line.startsWith('claude '))).toHaveLength(1)
    const start = lines.findIndex(line => line.startsWith('# claude starts in '))
    expect(lines.slice(start - 1, start + 4)).toEqual([
      expect.stringMatching(/^::stop-commands::/),
      lines[start],
      '# 429, trying again in 1 s',
      '# claude printed nothing',
      expect.stringMatching(/^::/)
    ])
  })

  it('shows the line of the debug log that says why the refresh failed', async () => {
    using job = new Job('logs-a-failure')
    job.writeCredentials(sampleText())
    const LC_LINE = 'OAuth refresh failed (expected): Request failed with status code 502'
    const { stdout } = await job.main({ trace: 'true' }, { LC_LINE })
    expect(stdout).toMatch(
      /\n# claude printed nothing\n# its debug log says: \S+ \[ERROR\] OAuth refresh .*status code 502\n/
    )
    expect(stdout).toMatch(/::error title=[^\n]*answered 502; the refresh token may have been used up/)
  })
})

it('a step names a mistake in PATH that makes an entry relative', async () => {
  using job = new Job('refreshes')
  job.writeCredentials(sampleText())
  const { outputs, stdout } = await job.main({}, { PATH: '~/bin:/nowhere' })
  expect(outputs.reason).toBe('claude-not-found')
  expect(stdout).toContain('the "~" in its entry "~/bin" is not expanded')
})

describe('the network variables for claude', () => {
  it('are named in the details of every step, without their values', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const variables = {
      https_proxy: 'http://user:test-secret@proxy:1',
      NODE_EXTRA_CA_CERTS: '/nonexistent.pem',
      NO_PROXY: ''
    }
    const { stdout } = await job.main({}, variables)
    expect(stdout).toContain('\nnetwork variables passed to claude: NODE_EXTRA_CA_CERTS, https_proxy\n')
    expect(stdout).not.toContain('secret')
  })

  it('are not mentioned if there are none', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    expect((await job.main()).stdout).not.toContain('network variables passed to claude')
  })
})

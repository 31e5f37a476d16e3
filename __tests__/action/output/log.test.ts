import { describe, expect, it } from '@jest/globals'
import { showLog, showNotes } from '../../../src/action/output/log.js'
import { recordingToolkit } from '../../../testing/recording-toolkit.js'
import { NOW_MS, REFRESHED, REJECTED, storedIn, TIMES } from '../../../testing/sample-report.js'

describe('showNotes', () => {
  it('shows a line for each, and the runner obeys no command in them', () => {
    const { toolkit, calls } = recordingToolkit()
    showNotes(toolkit, ['one\n::error::two', 'three'])
    expect(calls).toEqual(['info: one ::error::two', 'info: three'])
  })
})

describe('showLog', () => {
  it('shows one line and the details after a success, not the output of the programs', async () => {
    const { toolkit, calls } = recordingToolkit()
    await showLog(
      toolkit,
      {
        report: REFRESHED,
        secrets: [],
        times: TIMES,
        loginCommand: 'clr login',
        childOutput: 'noise',
        trace: false,
        networkVariables: []
      },
      NOW_MS
    )
    expect(calls).toEqual([
      'info: Refreshed; valid for 8 h',
      'group: Details',
      'info: reason: refreshed',
      'info: file: /home/me/.claude/.credentials.json',
      'info: expiry before: 2026-01-31 00:05 UTC (1 h ago)',
      'info: expiry now: 2026-01-31 09:05 UTC (in 8 h)',
      'info: login ends: 2026-03-01 00:00 UTC (in 29 days)',
      'info: to sign in again: clr login',
      'info: claude: /usr/bin/claude 2.1.330',
      'info: time taken: 6.2 s',
      'info: phases: install claude 3.1 s, clr: exchange 0.39 s'
    ])
  })

  it('names variables as passed to claude only if one was started', async () => {
    const { toolkit, calls } = recordingToolkit()
    const content = { secrets: [], times: TIMES, loginCommand: '', childOutput: '', trace: false }
    const log = { ...content, networkVariables: ['HTTPS_PROXY'] }
    await showLog(toolkit, { ...log, report: { ...REFRESHED, claude: null } }, NOW_MS)
    expect(calls.join('\n')).not.toContain('passed to claude')
    await showLog(toolkit, { ...log, report: REFRESHED }, NOW_MS)
    expect(calls).toContain('info: network variables passed to claude: HTTPS_PROXY')
  })

  it.each([
    { report: REFRESHED, trace: true },
    { report: REJECTED, trace: false }
  ])(
    'shows program output with trace or after a failure, and the runner obeys no command in it',
    async ({ report, trace }) => {
      const { toolkit, calls } = recordingToolkit()
      await showLog(
        toolkit,
        {
          report,
          secrets: [],
          times: TIMES,
          loginCommand: '',
          childOutput: 'one\r::set-env name=X::y\n\u001B[2Jthree\n',
          trace,
          networkVariables: []
        },
        NOW_MS
      )
      const start = calls.indexOf('group: What clr and claude printed')
      const [stop, ...rest] = calls.slice(start + 1, start + 6)
      const resumeToken = /^info: ::stop-commands::([\da-f-]{36})$/.exec(stop ?? '')?.[1]
      expect(resumeToken).toBeDefined()
      expect(rest).toEqual([
        'info: one',
        'info: ::set-env name=X::y',
        'info: [2Jthree',
        `info: ::${String(resumeToken)}::`
      ])
    }
  )

  it('says where the login was stored, a line for each secret, after the message', async () => {
    const { toolkit, calls } = recordingToolkit()
    const secrets = [storedIn('CLAUDE_CREDENTIALS', 'credentials'), storedIn('CLAUDE_CODE_OAUTH_TOKEN', 'access token')]
    const content = { report: REFRESHED, secrets, loginCommand: '', childOutput: '', trace: false, times: TIMES }
    await showLog(toolkit, { ...content, networkVariables: [] }, NOW_MS)
    expect(calls.slice(0, 4)).toEqual([
      'info: Refreshed; valid for 8 h',
      'info: stored in CLAUDE_CREDENTIALS of environment claude of octo/demo',
      'info: access token stored in CLAUDE_CODE_OAUTH_TOKEN of environment claude of octo/demo',
      'group: Details'
    ])
  })

  it('shows no empty group', async () => {
    const { toolkit, calls } = recordingToolkit()
    await showLog(
      toolkit,
      {
        report: REJECTED,
        secrets: [],
        times: TIMES,
        loginCommand: '',
        childOutput: '\n',
        trace: true,
        networkVariables: []
      },
      NOW_MS
    )
    expect(calls.filter(call => call.startsWith('group'))).toEqual(['group: Details'])
  })
})

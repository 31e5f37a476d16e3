import { describe, expect, it } from '@jest/globals'
import { showLog } from '../../../src/action/output/log.js'
import { recordingToolkit } from '../../../testing/recording-toolkit.js'
import { NOW_MS, REFRESHED, REJECTED } from '../../../testing/sample-report.js'

describe('showLog', () => {
  it('shows one line and the details after a success, not the output of the programs', async () => {
    const { toolkit, calls } = recordingToolkit()
    await showLog(
      toolkit,
      {
        report: REFRESHED,
        loginCommand: 'clr login',
        childOutput: 'noise',
        trace: false,
        notes: [],
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
      'info: new login by: clr login',
      'info: claude: /usr/bin/claude 2.1.330',
      'info: time taken: 421 ms',
      'info: phases: read 2 ms, exchange 391 ms, write back 0 ms'
    ])
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
          loginCommand: '',
          childOutput: 'one\r::set-env name=X::y\n\u001B[2Jthree\n',
          trace,
          notes: [],
          networkVariables: []
        },
        NOW_MS
      )
      const start = calls.indexOf('group: What clr and claude said')
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

  it('shows notes first, and the runner obeys no command in them', async () => {
    const { toolkit, calls } = recordingToolkit()
    await showLog(
      toolkit,
      {
        report: REJECTED,
        loginCommand: '',
        childOutput: '',
        trace: false,
        notes: ['one\n::error::two'],
        networkVariables: []
      },
      NOW_MS
    )
    expect(calls.slice(0, 2)).toEqual(['info: one ::error::two', 'group: Details'])
  })

  it('shows no empty group', async () => {
    const { toolkit, calls } = recordingToolkit()
    await showLog(
      toolkit,
      { report: REJECTED, loginCommand: '', childOutput: '\n', trace: true, notes: [], networkVariables: [] },
      NOW_MS
    )
    expect(calls.filter(call => call.startsWith('group'))).toEqual(['group: Details'])
  })
})

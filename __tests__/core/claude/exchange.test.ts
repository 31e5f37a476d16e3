import { existsSync, mkdirSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { letClaudeRefresh } from '../../../src/core/claude/exchange.js'
import { findClaude } from '../../../src/core/claude/find-claude.js'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Deadline } from '../../../src/core/deadline.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { smallClaude } from '../../../testing/paths.js'
import { TestHome } from '../../../testing/test-home.js'
import { processesOf } from '../../../testing/processes.js'
import { NEW_PAIR, sampleCredentials } from '../../../testing/sample-login.js'

const NEVER = new AbortController().signal

/** Many times as long as the small program needs to reach its exchange, in milliseconds. */
const SLOW_PROOF_MS = 600

/** Lets a program that takes the CLI's lock for its exchange refresh in an isolated HOME. */
async function exchange(
  home: TestHome,
  proveSafe: () => void,
  prepare: (isolated: IsolatedHome) => void = () => undefined
): Promise<unknown> {
  const PATH = `${smallClaude('refreshes-under-lock')}:/usr/bin:/bin`
  const before = sampleCredentials()
  const isolated = IsolatedHome.create(WorkFolder.open(findCredentialsFile(home.creds)), before)
  try {
    prepare(isolated)
    return await letClaudeRefresh({
      program: await findClaude({ PATH }, null),
      home: isolated,
      before,
      environment: { PATH, LC_NOTES: home.notesPath },
      deadline: Deadline.after(10),
      cancel: NEVER,
      insist: NEVER,
      log: { trace: () => undefined, claudeOutput: () => undefined },
      proveSafe,
      afterwards: show => {
        show()
      }
    })
  } finally {
    await isolated.remove()
  }
}

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

describe('the proof that a new pair could be written back', () => {
  it('comes before anything is sent, however slow it is', async () => {
    using home = new TestHome()
    let wasSent: boolean | null = null
    const changes = await exchange(home, () => {
      block(SLOW_PROOF_MS)
      wasSent = existsSync(home.notesPath)
    })
    expect(wasSent).toBe(false)
    expect(changes).toMatchObject(NEW_PAIR)
  })

  it('ends the call if it fails, before anything is sent', async () => {
    using home = new TestHome()
    const call = exchange(home, () => {
      block(SLOW_PROOF_MS)
      throw new RefreshError('creds-not-writable', 'no')
    })
    await expect(call).rejects.toMatchObject({ reason: 'creds-not-writable' })
    expect(existsSync(home.notesPath)).toBe(false)
    expect(processesOf(home.path)).toEqual([])
  })
})

describe('a claude whose pid can’t be recorded, so that a later run could not find it', () => {
  it('never runs', async () => {
    using home = new TestHome()
    const call = exchange(
      home,
      () => undefined,
      isolated => {
        mkdirSync(isolated.claudeRecord)
      }
    )
    await expect(call).rejects.toMatchObject({ reason: 'claude-failed' })
    expect(existsSync(home.notesPath)).toBe(false)
  })
})

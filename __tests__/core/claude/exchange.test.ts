import { existsSync, mkdirSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { letClaudeRefresh } from '../../../src/core/claude/exchange.js'
import { findClaude } from '../../../src/core/claude/find-claude.js'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Deadline } from '../../../src/core/deadline.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { ClrScene } from '../../../testing/clr.js'
import { processesOf } from '../../../testing/processes.js'
import { NEW_PAIR, sampleCredentials } from '../../../testing/sample-login.js'

const NEVER = new AbortController().signal

/** Long enough for the small program to come to its exchange many times over, in milliseconds. */
const SLOW_PROOF_MS = 600

/** Lets a program that exchanges under lock refresh in a HOME of its own. */
async function exchange(
  scene: ClrScene,
  proveSafe: () => void,
  prepare: (home: IsolatedHome) => void = () => undefined
): Promise<unknown> {
  const PATH = `${scene.binOf('refreshes-under-lock')}:/usr/bin:/bin`
  const before = sampleCredentials()
  const home = IsolatedHome.create(WorkFolder.open(findCredentialsFile(scene.creds)), before)
  try {
    prepare(home)
    return await letClaudeRefresh({
      program: await findClaude({ PATH }, null),
      home,
      before,
      environment: { PATH, LC_NOTES: scene.notesPath },
      deadline: Deadline.after(10),
      cancel: NEVER,
      insist: NEVER,
      log: { trace: () => undefined, claudeOutput: () => undefined },
      proveSafe
    })
  } finally {
    await home.remove()
  }
}

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

describe('the proof that a new pair could be put back', () => {
  it('comes before anything is sent, however slow it is', async () => {
    using scene = new ClrScene()
    let wasSent: boolean | null = null
    const changes = await exchange(scene, () => {
      block(SLOW_PROOF_MS)
      wasSent = existsSync(scene.notesPath)
    })
    expect(wasSent).toBe(false)
    expect(changes).toMatchObject(NEW_PAIR)
  })

  it('ends the call where it fails, and nothing was sent', async () => {
    using scene = new ClrScene()
    const call = exchange(scene, () => {
      block(SLOW_PROOF_MS)
      throw new RefreshError('creds-not-writable', 'no')
    })
    await expect(call).rejects.toMatchObject({ reason: 'creds-not-writable' })
    expect(existsSync(scene.notesPath)).toBe(false)
    expect(processesOf(scene.path)).toEqual([])
  })
})

describe('a claude that could not be found again after a kill, because its pid can’t be put on record', () => {
  it('never runs', async () => {
    using scene = new ClrScene()
    const call = exchange(
      scene,
      () => undefined,
      home => {
        mkdirSync(home.claudeRecord)
      }
    )
    await expect(call).rejects.toMatchObject({ reason: 'claude-failed' })
    expect(existsSync(scene.notesPath)).toBe(false)
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { cancelMain, endAbandonedClr } from '../../../src/action/clr/end-abandoned.js'
import { killProcess } from '../../../src/action/clr/signals.js'
import { PostState } from '../../../src/action/post-state.js'
import { identityFromStat, type ProcessIdentity } from '../../../src/core/system/process-identity.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { parseFileCommands } from '../../../testing/runner-files.js'

let child: ChildProcess
beforeEach(async () => {
  child = spawn('/bin/sleep', ['600'])
  await once(child, 'spawn')
})
afterEach(() => {
  jest.restoreAllMocks()
  child.kill('SIGKILL')
})

const statOf = (pid: number | undefined): string => readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
/** What is saved for `post` about the child, with some of it changed. */
const savedIdentity = (changes: object = {}): ProcessIdentity | null =>
  clrIn(JSON.stringify({ ...identityFromStat(statOf(child.pid)), ...changes }))
const clrIn = (text: string): ProcessIdentity | null => PostState.read({ STATE_clr: text }).known.clr

/** What `main` saves for `post` about a process. */
function remembered(pid: number): unknown {
  using temp = new TempFolder()
  const env = { GITHUB_STATE: temp.write('state', '') }
  PostState.begin(env, false).clrRuns(pid)
  const { clr } = parseFileCommands(temp.text('state'))
  return clr === undefined ? null : JSON.parse(clr)
}

describe('endAbandonedClr', () => {
  it('ends a clr that is still running', async () => {
    const exited = once(child, 'exit')
    await endAbandonedClr(savedIdentity())
    expect(await exited).toEqual([null, 'SIGTERM'])
  })

  it.each([
    ['started at another time', { startTicks: '1' }],
    ['started at an unknown time', { startTicks: null }],
    ['of another boot', { bootId: 'another' }],
    ['of an unknown boot', { bootId: null }],
    ['of another pid namespace', { pidNamespace: 'pid:[1]' }]
  ])('signals no other process with its pid: %s', async (_what, changes) => {
    const kill = jest.spyOn(process, 'kill')
    await endAbandonedClr(savedIdentity(changes))
    await sleep(100)
    expect([kill.mock.calls, isRunning()]).toEqual([[], true])
  })

  it.each([0, -1, -2, 1.5, '1', null, 1e300])('signals nothing for the pid %j', async pid => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true)
    await endAbandonedClr(savedIdentity({ pid }))
    expect(kill).not.toHaveBeenCalled()
  })

  it.each(['', '{', 'null', '[]', '4711', '"4711"', '{}'])('signals nothing for the text %j', async text => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true)
    await endAbandonedClr(clrIn(text))
    expect(kill).not.toHaveBeenCalled()
  })

  it('gives up after some seconds if clr cannot be signalled', async () => {
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
    })
    await endAbandonedClr(savedIdentity())
    expect(kill.mock.calls.map(([, signal]) => signal)).toEqual(['SIGTERM', 'SIGTERM', 'SIGKILL'])
    expect(isRunning()).toBe(true)
  })
})

describe('cancelMain', () => {
  it('signals a main as a runner does, if the first signals do not end it', async () => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true)
    await cancelMain(savedIdentity())
    expect(kill.mock.calls.map(([, signal]) => signal)).toEqual(['SIGINT', 'SIGTERM', 'SIGKILL'])
  })
})

describe('killProcess', () => {
  it('does not throw for a process that is gone, or that may not be signalled', async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    killProcess(child.pid ?? 0, 'SIGTERM')
    jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
    })
    expect(() => {
      killProcess(1, 'SIGTERM')
    }).not.toThrow()
  })
})

describe('what main saves for post about the process of clr', () => {
  it('identifies that process', () => {
    expect(remembered(child.pid ?? Number.NaN)).toEqual(identityFromStat(statOf(child.pid)))
  })

  it.each([1, 2 ** 22 + 1])('is nothing for the pid %j, which cannot be that of clr', pid => {
    expect(remembered(pid)).toBeNull()
  })
})

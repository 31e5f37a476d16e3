import { EventEmitter, once } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import type { ProgramResult } from '../../../src/action/exec.js'
import { listenForSignals } from '../../../src/action/clr/signals.js'

const ENDED: ProgramResult = { exitCode: 1, stdout: '', stderr: '' }
const settle = (): Promise<unknown> => new Promise(resolve => setImmediate(resolve))

/** A runner that sends signals, and a `clr` that prints its pid, and ends, when the test says so. */
function listening() {
  const runner = new EventEmitter()
  const sent: string[] = []
  const signals = listenForSignals(runner, (pid, name) => sent.push(`${name} to ${pid}`))
  const events = new EventEmitter()
  signals.passOnTo({
    pid: once(events, 'pid').then(([pid]: unknown[]) => (typeof pid === 'number' ? pid : null)),
    ended: once(events, 'ended').then(() => ENDED)
  })
  const printPid = (pid: number | null): boolean => events.emit('pid', pid)
  return { runner, sent, signals, printPid, end: () => events.emit('ended') }
}

describe('listenForSignals', () => {
  it('passes on each signal, in order', async () => {
    const { runner, sent, signals, printPid } = listening()
    printPid(4711)
    await settle()
    expect(signals.cancel.aborted).toBe(false)
    runner.emit('SIGINT')
    runner.emit('SIGTERM')
    expect(sent).toEqual(['SIGINT to 4711', 'SIGTERM to 4711'])
    expect(signals.cancel.aborted).toBe(true)
  })

  it('passes on signals that arrived before clr printed its pid', async () => {
    const { runner, sent, printPid } = listening()
    runner.emit('SIGINT')
    expect(sent).toEqual([])
    printPid(4711)
    await settle()
    expect(sent).toEqual(['SIGINT to 4711'])
  })

  it('sends nothing to a pid that another process may have now', async () => {
    const { runner, sent, printPid, end } = listening()
    printPid(4711)
    end()
    await settle()
    runner.emit('SIGTERM')
    expect(sent).toEqual([])
  })

  it('passes on nothing if clr never printed its pid', async () => {
    const { runner, sent, printPid } = listening()
    printPid(null)
    await settle()
    runner.emit('SIGINT')
    expect(sent).toEqual([])
  })
})

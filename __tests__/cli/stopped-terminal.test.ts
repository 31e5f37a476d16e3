import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { smallClaude, CLR } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'
import { needing } from '../../testing/needs.js'

/** Not on every system, nor in every container. */
const PYTHON = '/usr/bin/python3'

/** Runs a command on a pseudo-terminal, presses Ctrl-S at its first output, and Ctrl-Q 10 s later. */
const STOPPING_ITS_TERMINAL = `
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
os.read(terminal, 1)
os.write(terminal, b'\\x13')
time.sleep(10)
os.write(terminal, b'\\x11')
try:
  while os.read(terminal, 1024): pass
except OSError: pass
os.waitpid(pid, 0)
`

needing(PYTHON, existsSync(PYTHON)).describe('clr on a terminal that the user has stopped with Ctrl-S', () => {
  it('continues to watch claude, and ends it at the deadline', async () => {
    using home = new TestHome()
    const env = {
      PATH: `${smallClaude('notes-the-time')}:/usr/bin:/bin`,
      HOME: home.path,
      LC_NOTES: home.notesPath
    }
    const args = ['-c', STOPPING_ITS_TERMINAL, process.execPath, CLR, 'refresh', '--timeout', '3']
    await once(spawn(PYTHON, args, { env, stdio: 'ignore' }), 'exit')
    const moments = home.text('notes').trim().split('\n').map(Number)
    // The deadline is after 3 s; the terminal continues only after 11 s.
    expect((moments.at(-1) ?? Infinity) - (moments[0] ?? 0)).toBeLessThan(8000)
    expect(home.leftovers).toEqual([])
  })
})

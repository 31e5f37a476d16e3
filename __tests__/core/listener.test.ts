import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'

const REFRESHED = { exitCode: 0, report: { reason: 'refreshed' } }

/** More than `clr` may open in these tests. */
const CONNECTIONS = 400
const FEW_FILES = ['/bin/sh', '-c', 'ulimit -n 128; exec "$@"', 'sh']

/** The port at which `claude` believes the model to be, from its notes. */
async function modelPort(home: TestHome): Promise<number> {
  await until(() => existsSync(home.notesPath) && readFileSync(home.notesPath, 'utf8').includes('\n'))
  return Number(new URL(readFileSync(home.notesPath, 'utf8').trim()).port)
}

/** Connects, and holds on to the connection for as long as the other side lets it. */
async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  return socket
}

describe('the listener that stands in for the model', () => {
  it('leaves clr its file descriptors, however many connections others open', async () => {
    using home = new TestHome()
    const told = home.at('told')
    const run = home.clr(['refresh', '--json'], {
      claude: 'lands-when-told',
      env: { LC_TOLD: told },
      launcher: FEW_FILES
    })
    const port = await modelPort(home)
    const sockets: Socket[] = []
    while (sockets.length < CONNECTIONS) sockets.push(await open(port))
    writeFileSync(told, '')
    expect(await run).toMatchObject(REFRESHED)
    expect(home.login).toMatchObject(NEW_PAIR)
    for (const socket of sockets) socket.destroy()
  })

  it('does not take the connection of somebody else for the end of an exchange', async () => {
    using home = new TestHome()
    const run = home.refresh('starts-slowly')
    const stray = await open(await modelPort(home))
    expect(await run).toMatchObject(REFRESHED)
    stray.destroy()
  })

  it('ends a claude that asks for the model without any exchange', async () => {
    using home = new TestHome()
    expect(await home.refresh('asks-the-model', ['--timeout', '40'])).toMatchObject({
      exitCode: 1,
      report: { reason: 'claude-failed' }
    })
  })
})

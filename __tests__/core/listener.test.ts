import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { expectRefreshed } from '../../testing/expectations.js'
import { TestHome } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

/** More connections than `clr` may have open files in these tests. */
const CONNECTIONS = 400
const FEW_FILES = ['/bin/sh', '-c', 'ulimit -n 128; exec "$@"', 'sh']

/** The port at which `claude` was told to find the model, from its notes. */
async function modelPort(home: TestHome): Promise<number> {
  await until(() => existsSync(home.notesPath) && home.text('notes').includes('\n'))
  return Number(new URL(home.text('notes').trim()).port)
}

/** Opens a connection, which stays open until the other side closes it. */
async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  return socket
}

describe('the listener in place of the model', () => {
  it('does not use up the file descriptors of clr, however many connections others open', async () => {
    using home = new TestHome()
    const told = home.at('told')
    const options = { claude: 'refreshes-when-told', env: { LC_TOLD: told }, launcher: FEW_FILES }
    const run = home.clr(['refresh', '--json'], options)
    const port = await modelPort(home)
    const sockets: Socket[] = []
    while (sockets.length < CONNECTIONS) sockets.push(await open(port))
    writeFileSync(told, '')
    expectRefreshed(home, await run)
    for (const socket of sockets) socket.destroy()
  })

  it('does not mistake the connection of another program for the end of the exchange', async () => {
    using home = new TestHome()
    const run = home.refresh('starts-slowly')
    const stray = await open(await modelPort(home))
    expectRefreshed(home, await run)
    stray.destroy()
  })

  it('ends a claude that asks for the model without any exchange', async () => {
    using home = new TestHome()
    const run = await home.refresh('asks-the-model', ['--timeout', '40'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-failed' } })
  })
})

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { ModelListener, type IsOfClaude } from '../../../src/core/claude/model-listener.js'
import { isPending, until } from '../../../testing/waiting.js'

let listener: ModelListener | undefined
let requests = 0
const sockets: Socket[] = []

afterEach(() => {
  listener?.close()
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** Listens, and gives the same answer to whether any connection is `claude`'s. */
async function listen(isOfClaude: ReturnType<IsOfClaude>): Promise<void> {
  requests = 0
  listener = await ModelListener.open(
    () => isOfClaude,
    () => (requests += 1)
  )
}

async function open(bytes?: Buffer): Promise<Socket> {
  const socket = connect(Number(new URL(listener?.baseUrl ?? '').port), '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => undefined)
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  if (bytes !== undefined) socket.write(bytes)
  return socket
}

const CLIENT_HELLO = Buffer.from([0x16, 3, 1, 0, 1])

describe('ModelListener', () => {
  it('reports a request by claude', async () => {
    await listen('yes')
    await open()
    await until(() => requests === 1)
  })

  it('drops the connection of another program', async () => {
    await listen('no')
    const socket = await open(CLIENT_HELLO)
    await until(() => socket.closed || socket.destroyed || socket.readableEnded)
    expect(requests).toBe(0)
  })

  it('counts only a connection that begins as TLS, if the system does not say whose it is', async () => {
    await listen('unknown')
    const stray = await open(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
    expect(await isPending(once(stray, 'close'), 200)).toBe(true)
    expect(requests).toBe(0)
    await open(CLIENT_HELLO)
    await until(() => requests === 1)
  })

  it('holds at most eight connections', async () => {
    await listen('unknown')
    for (let count = 0; count < 20; count += 1) {
      await open()
      await isPending(new Promise(() => undefined), 60) // each is checked
    }
    await until(() => sockets.filter(socket => socket.readableEnded || socket.destroyed).length >= 12)
    expect(sockets.filter(socket => !socket.readableEnded && !socket.destroyed).length).toBeLessThanOrEqual(8)
  })
})

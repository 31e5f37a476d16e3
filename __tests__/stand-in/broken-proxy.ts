import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The variables that lead a child to a proxy at this address. */
function leadTo(port: number): Readonly<Record<string, string>> {
  const url = `http://127.0.0.1:${port}`
  return { HTTPS_PROXY: url, https_proxy: url }
}

/** The variables that lead a child to a port on loopback where nobody listens. */
export async function closedPort(): Promise<Readonly<Record<string, string>>> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server.address())
  server.close()
  await once(server, 'close')
  return leadTo(port)
}

/** A proxy that lets nobody through. */
export interface RefusingProxy extends Disposable {
  /** The variables that lead a child there. */
  readonly environment: Readonly<Record<string, string>>
}

/** Starts a proxy that answers every CONNECT with this status. */
export async function refusingProxy(status: number): Promise<RefusingProxy> {
  const server = createServer().on('connect', (_request, socket) => {
    socket.on('error', () => undefined)
    socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { environment: leadTo(portOf(server.address())), [Symbol.dispose]: () => void server.close() }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('a TCP server has a port')
}

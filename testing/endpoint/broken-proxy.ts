import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** The variables that lead a child to a proxy at this address. */
function leadTo(port: number, scheme = 'http'): Readonly<Record<string, string>> {
  const url = `${scheme}://127.0.0.1:${port}`
  return { HTTPS_PROXY: url, https_proxy: url }
}

/** The variables that lead a child to a port on loopback on which nothing listens. */
export async function closedPort(): Promise<Readonly<Record<string, string>>> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server.address())
  server.close()
  await once(server, 'close')
  return leadTo(port)
}

/** A proxy that lets nothing through. */
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

const PLAIN_TEXT = 'HTTP/1.1 400 Bad Request\r\n\r\n'
const HANDSHAKE_FAILURE = Buffer.from([21, 3, 3, 0, 2, 2, 40])

/** What a proxy does in place of its part, before it has been given anything to pass on. */
const BREAKAGES = {
  'closes at once': (client: Socket) => client.end(),
  'closes without an answer to CONNECT': (client: Socket) => client.once('data', () => client.end()),
  'closes once it has opened the way': opensThen(client => client.end()),
  'closes after the first words of TLS': opensThen(client => client.once('data', () => client.end())),
  'answers TLS with plain text': opensThen(client => client.once('data', () => client.end(PLAIN_TEXT))),
  'refuses the TLS handshake': opensThen(client => client.once('data', () => client.end(HANDSHAKE_FAILURE))),
  // As a web server does, or a proxy that is taken for one that speaks TLS or SOCKS.
  'speaks plain HTTP': (client: Socket) => client.once('data', () => client.end(PLAIN_TEXT))
} as const

export type Breakage = keyof typeof BREAKAGES

function opensThen(next: (client: Socket) => unknown): (client: Socket) => unknown {
  return client =>
    client.once('data', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      next(client)
    })
}

/** Starts a proxy that lets nothing through, in this way. */
export async function brokenProxy(breakage: Breakage, scheme = 'http'): Promise<RefusingProxy> {
  const server = createTcpServer(client => {
    client.on('error', () => undefined)
    BREAKAGES[breakage](client)
  })
  const port = await listen(server)
  return { environment: leadTo(port, scheme), [Symbol.dispose]: () => void server.close() }
}

/** A proxy that passes everything on until `cut` is called. */
export interface CuttingProxy extends RefusingProxy {
  /** Ends every connection, with this plain text before. */
  readonly cut: (text: string) => void
}

/** Starts a proxy before another one. */
export async function cuttingProxy(behind: string): Promise<CuttingProxy> {
  const clients = new Set<Socket>()
  const server = createTcpServer(client => {
    clients.add(client)
    const next = connect(Number(new URL(behind).port), '127.0.0.1')
    for (const socket of [client, next]) socket.on('error', () => undefined)
    client.pipe(next).pipe(client)
  })
  const port = await listen(server)
  const cut = (text: string): void => {
    for (const client of clients) client.end(text)
  }
  return { environment: leadTo(port), cut, [Symbol.dispose]: () => void server.close() }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return portOf(server.address())
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('a TCP server has a port')
}

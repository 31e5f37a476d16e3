import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A running proxy that passes nothing on. */
export interface BrokenProxy extends Disposable {
  /** The variables that make a program use the proxy. */
  readonly environment: Readonly<Record<string, string>>
}

const PLAIN_TEXT = 'HTTP/1.1 400 Bad Request\r\n\r\n'
const HANDSHAKE_FAILURE = Buffer.from([21, 3, 3, 0, 2, 2, 40])

/** What a proxy does to a connection, instead of its work. */
const BREAKAGES = {
  'closes at once': client => client.end(),
  'closes without an answer to CONNECT': answers(''),
  'closes after its answer to CONNECT': opensThen(client => client.end()),
  'closes after the first bytes of TLS': opensThen(answers('')),
  'refuses the TLS handshake': opensThen(answers(HANDSHAKE_FAILURE)),
  // Like a web server, or like a proxy whose address wrongly begins with https:// or socks5://.
  'speaks plain HTTP': answers(PLAIN_TEXT)
} satisfies Record<string, Behaviour>

export type Breakage = keyof typeof BREAKAGES

type Behaviour = (client: Socket) => unknown

/** Starts a proxy that breaks every connection in this way. */
export function brokenProxy(breakage: Breakage, scheme = 'http'): Promise<BrokenProxy> {
  return startProxy(BREAKAGES[breakage], scheme)
}

/** Starts a proxy that answers every CONNECT with this status. */
export function refusingProxy(status: number): Promise<BrokenProxy> {
  return startProxy(answers(`HTTP/1.1 ${status} Refused\r\n\r\n`))
}

/** The variables that name a proxy on a port on loopback where nothing listens. */
export async function closedPort(): Promise<Readonly<Record<string, string>>> {
  using proxy = await startProxy(() => undefined)
  return proxy.environment
}

/** Starts a proxy that passes everything on to another one, until `cut` ends every connection with this plain text. */
export async function cuttingProxy(nextUrl: string): Promise<BrokenProxy & { readonly cut: (text: string) => void }> {
  const clients = new Set<Socket>()
  const proxy = await startProxy(client => {
    clients.add(client)
    const next = connect(Number(new URL(nextUrl).port), '127.0.0.1')
    next.on('error', () => undefined)
    client.pipe(next).pipe(client)
  })
  const cut = (text: string): void => {
    for (const client of clients) client.end(text)
  }
  return { ...proxy, cut }
}

function answers(reply: string | Buffer): Behaviour {
  return client => client.once('data', () => client.end(reply))
}

function opensThen(next: Behaviour): Behaviour {
  return client =>
    client.once('data', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      next(client)
    })
}

async function startProxy(behave: Behaviour, scheme = 'http'): Promise<BrokenProxy> {
  const server = createServer(client => {
    client.on('error', () => undefined)
    behave(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('a TCP server has a port')
  const url = `${scheme}://127.0.0.1:${address.port}`
  return { environment: { HTTPS_PROXY: url, https_proxy: url }, [Symbol.dispose]: () => void server.close() }
}

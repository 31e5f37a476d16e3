import { randomBytes } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'

/** So many connections are held at once; more are dropped, or they could use up our file descriptors. */
const MAX_CONNECTIONS = 8

/** To find out whose connection it is takes milliseconds, so it is done at most this often; in milliseconds. */
const ASK_EVERY_MS = 50

/** How a TLS connection begins: the content type of a handshake (RFC 8446, 5.1). */
const TLS_HANDSHAKE = 0x16

/** Whether the connection from this port of 127.0.0.1 is one of `claude`'s. */
export type IsOfClaude = (port: number) => 'yes' | 'no' | 'unknown'

/**
 * Listens where the isolated `claude` believes the model to be, on loopback, so that no model request leaves the machine. If
 * one comes, `claude` has finished its exchange. Everybody on this machine can connect here, so other people's connections
 * are dropped at once.
 */
export class ModelListener {
  readonly #held = new Set<Socket>()
  #askedAtMs = -Infinity

  private constructor(
    private readonly server: Server,
    /** For `ANTHROPIC_BASE_URL`. */
    readonly baseUrl: string
  ) {}

  /**
   * @param isOfClaude see there; if it doesn't tell, only what begins as TLS, as `claude` does, counts as a request
   * @param onRequest called when `claude` asks for the model
   * @throws RefreshError `claude-failed`
   */
  static async open(isOfClaude: IsOfClaude, onRequest: () => void): Promise<ModelListener> {
    const server = createServer()
    server.maxConnections = MAX_CONNECTIONS
    await new Promise<void>((resolve, reject) => {
      server.once('error', error => {
        reject(new RefreshError('claude-failed', `cannot listen on 127.0.0.1: ${errorCode(error)}`))
      })
      server.listen(0, '127.0.0.1', resolve)
    })
    server.unref()
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const listener = new ModelListener(server, `https://127.0.0.1:${port}/${randomBytes(8).toString('hex')}`)
    server.on('error', () => undefined) // an accept that failed: whoever connected may try again
    server.on('connection', socket => {
      socket.on('error', () => undefined)
      listener.#held.add(socket)
      socket.once('close', () => listener.#held.delete(socket))
      const isRequest = listener.#judge(socket, isOfClaude)
      if (isRequest === 'yes') onRequest()
      else if (isRequest === 'no') socket.destroy()
      else
        socket.once('data', bytes => {
          if (bytes[0] === TLS_HANDSHAKE) onRequest()
        })
    })
    return listener
  }

  #judge(socket: Socket, isOfClaude: IsOfClaude): ReturnType<IsOfClaude> {
    const nowMs = performance.now()
    if (socket.remotePort === undefined || nowMs - this.#askedAtMs < ASK_EVERY_MS) return 'no'
    this.#askedAtMs = nowMs
    return isOfClaude(socket.remotePort)
  }

  close(): void {
    this.server.close()
    for (const socket of this.#held) socket.destroy()
  }
}

import { randomBytes } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { NOT_SENT, RefreshError } from '../reasons.js'
import type { Connection } from '../system/connection-owner.js'
import { errorCode } from '../system/system-error.js'

/** So many connections are held at once; more are dropped, or they could use up our file descriptors. */
const MAX_CONNECTIONS = 8

/** To find out whose connection it is takes milliseconds: so long is paused before it is asked of another; in milliseconds. */
const PAUSE_MS = 50

/** How a TLS connection begins: the content type of a handshake (RFC 8446, 5.1). */
const TLS_HANDSHAKE = 0x16

const CANNOT_LISTEN = `Let this program listen on 127.0.0.1, then run it again. ${NOT_SENT}`

/** Whether a connection is one of `claude`'s. */
export type IsOfClaude = (connection: Connection) => 'yes' | 'no' | 'unknown'

/**
 * Listens where the isolated `claude` believes the model to be, on loopback, so that no model request leaves the machine. If
 * one comes, `claude` has finished its exchange. Everybody on this machine can connect here, so other people's connections
 * are dropped at once.
 */
export class ModelListener {
  readonly #held = new Set<Socket>()
  #asking: Promise<void> = Promise.resolve()

  private constructor(
    private readonly server: Server,
    /** For `ANTHROPIC_BASE_URL`. */
    readonly baseUrl: string
  ) {}

  /**
   * @param isOfClaude see there; if it says `unknown`, only what begins as TLS, as `claude` does, counts as a request
   * @param onRequest called when `claude` asks for the model
   * @throws RefreshError `claude-failed`
   */
  static async open(isOfClaude: IsOfClaude, onRequest: () => void): Promise<ModelListener> {
    const server = createServer()
    server.maxConnections = MAX_CONNECTIONS
    await new Promise<void>((resolve, reject) => {
      server.once('error', error => {
        const message = `cannot listen on 127.0.0.1 (${errorCode(error)}), so \`claude\` was not started`
        reject(new RefreshError('claude-failed', message, CANNOT_LISTEN))
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
      listener.#judgeInTurn(() => {
        judge(socket, port, isOfClaude, onRequest)
      })
    })
    return listener
  }

  /** One after the other, with pauses: a flood of connections must not keep us from watching `claude`. */
  #judgeInTurn(judgeNext: () => void): void {
    this.#asking = this.#asking.then(async () => {
      judgeNext()
      await sleep(PAUSE_MS, undefined, { ref: false })
    })
  }

  close(): void {
    this.server.close()
    for (const socket of this.#held) socket.destroy()
  }
}

function judge(socket: Socket, port: number, isOfClaude: IsOfClaude, onRequest: () => void): void {
  if (socket.destroyed || socket.remotePort === undefined) return
  const answer = isOfClaude({ from: socket.remotePort, to: port })
  if (answer === 'yes') onRequest()
  else if (answer === 'no') socket.destroy()
  else if (beginsAsTls(socket.read())) onRequest()
  else
    socket.once('data', bytes => {
      if (beginsAsTls(bytes)) onRequest()
    })
}

function beginsAsTls(bytes: unknown): boolean {
  return Buffer.isBuffer(bytes) && bytes[0] === TLS_HANDSHAKE
}

import { randomBytes } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { NOT_SENT, RefreshError } from '../reasons.js'
import type { Connection } from '../system/connection-owner.js'
import { errorCode } from '../system/system-error.js'

/** How many connections are held at once. Further ones are dropped, because they could use up our file descriptors. */
const MAX_CONNECTIONS = 8

/** The pause between two checks of who made a connection, in milliseconds: each check itself takes milliseconds. */
const PAUSE_MS = 50

/** The first byte of a TLS connection: the content type of a handshake (RFC 8446, 5.1). */
const TLS_HANDSHAKE = 0x16

/** Whether a connection was made by `claude`. */
export type IsOfClaude = (connection: Connection) => 'yes' | 'no' | 'unknown'

/**
 * Listens on loopback at the address that the isolated `claude` uses for the model, so that no model request leaves the
 * machine. Such a request means that `claude` has finished its exchange. Any user of the machine can connect, so connections
 * of other programs are dropped at once.
 */
export class ModelListener {
  readonly #held = new Set<Socket>()
  #queue: Promise<void> = Promise.resolve()

  private constructor(
    private readonly server: Server,
    /** For `ANTHROPIC_BASE_URL`. */
    readonly baseUrl: string
  ) {}

  /**
   * @param isOfClaude if it returns `unknown`, a connection counts as a request only if it begins as TLS, as `claude`'s does
   * @param onRequest called when `claude` asks for the model
   * @throws RefreshError `claude-failed`
   */
  static async open(isOfClaude: IsOfClaude, onRequest: () => void): Promise<ModelListener> {
    const server = createServer()
    server.maxConnections = MAX_CONNECTIONS
    await new Promise<void>((resolve, reject) => {
      server.once('error', error => {
        const message = `cannot listen on 127.0.0.1 (${errorCode(error)}), so \`claude\` was not started`
        const remedy = `Allow clr to listen on 127.0.0.1 (a sandbox may forbid it), then run it again. ${NOT_SENT}`
        reject(new RefreshError('claude-failed', message, remedy))
      })
      server.listen(0, '127.0.0.1', resolve)
    })
    server.unref()
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const listener = new ModelListener(server, `https://127.0.0.1:${port}/${randomBytes(8).toString('hex')}`)
    server.on('error', () => undefined) // a connection that was not accepted: the client may try again
    server.on('connection', socket => {
      socket.on('error', () => undefined)
      listener.#held.add(socket)
      socket.once('close', () => listener.#held.delete(socket))
      listener.#enqueue(() => {
        checkOwner(socket, port, isOfClaude, onRequest)
      })
    })
    return listener
  }

  /** Runs checks one after the other, with pauses: a flood of connections must not keep us from watching `claude`. */
  #enqueue(check: () => void): void {
    this.#queue = this.#queue.then(async () => {
      check()
      await sleep(PAUSE_MS, undefined, { ref: false })
    })
  }

  close(): void {
    this.server.close()
    for (const socket of this.#held) socket.destroy()
  }
}

function checkOwner(socket: Socket, port: number, isOfClaude: IsOfClaude, onRequest: () => void): void {
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

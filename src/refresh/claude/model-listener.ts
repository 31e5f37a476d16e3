import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'

/**
 * Stands where the isolated `claude` believes the model to be, on loopback, so that no model request leaves the machine.
 * That one comes at all says that `claude` is done with the exchange.
 */
export class ModelListener {
  private constructor(
    private readonly server: Server,
    /** For `ANTHROPIC_BASE_URL`. */
    readonly baseUrl: string
  ) {}

  /** @param onRequest called when `claude` asks for the model. @throws RefreshError `claude-failed` */
  static async open(onRequest: () => void): Promise<ModelListener> {
    const server = createServer(socket => {
      socket.on('error', () => undefined)
      onRequest()
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', error => {
        reject(new RefreshError('claude-failed', `cannot listen on 127.0.0.1: ${errorCode(error)}`))
      })
      server.listen(0, '127.0.0.1', resolve)
    })
    server.unref()
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return new ModelListener(server, `https://127.0.0.1:${port}/${randomBytes(8).toString('hex')}`)
  }

  close(): void {
    this.server.close()
  }
}

import { writeFile } from 'node:fs/promises'
import type { Mockttp } from 'mockttp'
import { mockttp } from './mockttp.js'

/** A proxy that decrypts TLS with its own CA, and forwards every request to one server. */
export class Interceptor {
  /** How many clients aborted the handshake because they do not trust its certificate. */
  refusals = 0

  private constructor(
    private readonly server: Mockttp,
    /** PEM of its CA. */
    private readonly caPem: string
  ) {}

  /** @param targetUrl the server that gets every request, whatever its host */
  static async start(targetUrl: string): Promise<Interceptor> {
    const ca = await mockttp.generateCACertificate({ subject: { commonName: 'nobody knows this CA' } })
    const server = mockttp.getLocal({ https: ca, recordTraffic: false, suggestChanges: false })
    const interceptor = new Interceptor(server, ca.cert)
    await server.start()
    await server.forAnyRequest().thenForwardTo(targetUrl)
    await server.on('tls-client-error', () => (interceptor.refusals += 1))
    return interceptor
  }

  /** The variables that make a program use it. */
  get environment(): Readonly<Record<string, string>> {
    const url = `http://127.0.0.1:${this.server.port}`
    return { HTTPS_PROXY: url, https_proxy: url }
  }

  /** Writes its CA to a file, for a program that must trust it. */
  async writeCa(file: string): Promise<void> {
    await writeFile(file, this.caPem)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop()
  }
}

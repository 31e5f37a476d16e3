import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { seal } from '../../src/github-secrets/seal.js'
import { parseObject } from '../../testing/json-object.js'

/** What `gh secret set NAME --repo OWNER/NAME < FILE` does: it makes two requests, and tries neither again. */
export class SmallGh implements AsyncDisposable {
  private constructor(private readonly server: Server) {}

  /** @param apiUrl of the GitHub that gets the secrets */
  static async start(apiUrl: string): Promise<SmallGh> {
    const server = createServer((request, response) => {
      const { authorization = '' } = request.headers
      void text(request)
        .then(secret => store(`${apiUrl}${request.url ?? ''}`, secret, authorization))
        .catch(() => 502)
        .then(status => response.writeHead(status).end())
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new SmallGh(server)
  }

  /** The program, which lets us seal the secret: that would take longer than all the rest of it. */
  get script(): string {
    const address = this.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const url = `http://127.0.0.1:${port}/repos/$5/actions/secrets/$3`
    return `#!/bin/sh\nexec curl -sS --fail -X PUT --data-binary @- -H "authorization: Bearer $GH_TOKEN" "${url}"\n`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }
}

/** @returns the status of the last answer */
async function store(url: string, secret: string, authorization: string): Promise<number> {
  const answer = await fetch(url.replace(/[^/]+$/, 'public-key'), { headers: { authorization } })
  if (!answer.ok) return answer.status
  const { key_id: id, key } = parseObject(await answer.text())
  const body = JSON.stringify(seal(secret, { id: String(id), key: String(key) }, {}))
  const { status } = await fetch(url, { method: 'PUT', headers: { authorization }, body })
  return status
}

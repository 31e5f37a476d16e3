import { getProxyUrl } from '@actions/http-client/lib/proxy'
import { Pool, type Dispatcher, type ProxyAgent } from 'undici'

/**
 * Through which proxy a request has to go, for `new ProxyAgent`; null if the environment of this process names none for it.
 * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are read as GitHub's own actions read them: Node's own fetch ignores them on some
 * versions that runners have.
 * @throws Error if the address of the proxy is not valid
 */
export function proxyFor(url: string | URL): ProxyAgent.Options | null {
  const proxy = getProxyUrl(new URL(url))
  if (proxy === undefined || proxy.hostname === '') return null
  const { href: uri, username, password } = proxy
  const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const clientFactory = (origin: URL, options: object): Dispatcher => new TunnelPool(origin, options)
  return { uri, clientFactory, ...(username === '' && password === '' ? {} : { token }) }
}

/**
 * Connections to a proxy, for tunnels. If a proxy closes one without an answer, undici takes that for the end of an idle
 * connection, and tries again without end and without a pause (6.29); with another code it gives up.
 */
class TunnelPool extends Pool {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    return super.dispatch(options, {
      onConnect: abort => handler.onConnect?.(abort),
      onUpgrade: (status, headers, socket) => handler.onUpgrade?.(status, headers, socket),
      onHeaders: (status, headers, resume, text) => handler.onHeaders?.(status, headers, resume, text) ?? true,
      onError: error => handler.onError?.(isClosed(error) ? new ClosedByProxy() : error)
    })
  }
}

class ClosedByProxy extends Error {
  readonly code = 'ECONNRESET'

  constructor() {
    super('the proxy closed the connection')
  }
}

function isClosed(error: Error): boolean {
  return 'code' in error && error.code === 'UND_ERR_SOCKET'
}

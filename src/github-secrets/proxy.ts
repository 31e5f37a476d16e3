import { getProxyUrl } from '@actions/http-client/lib/proxy'
import { ProxyAgent } from 'undici'

/**
 * What sends requests to an address through the proxy that the environment of this process names; undefined if it names none.
 * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are read as GitHub's own actions read them: Node's own fetch ignores them on some
 * versions that runners have. A request for `http:` is sent to the proxy as it is, since many proxies allow tunnels only to 443.
 */
export function proxyFor(url: string | URL): ProxyAgent | undefined {
  const proxy = getProxyUrl(new URL(url))
  if (proxy === undefined || proxy.hostname === '') return undefined
  const { href, username, password } = proxy
  const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  return new ProxyAgent({ uri: href, proxyTunnel: false, ...(username === '' && password === '' ? {} : { token }) })
}

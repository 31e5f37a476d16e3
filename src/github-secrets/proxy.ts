import { getProxyUrl } from '@actions/http-client/lib/proxy'
import type { ProxyAgent } from 'undici'

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
  return { uri, ...(username === '' && password === '' ? {} : { token }) }
}

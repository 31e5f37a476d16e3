/** A proxy variable that `claude` cannot use. */
export interface ProxyFault {
  readonly name: string
  /** Whether it keeps every version from sending anything. */
  readonly blocksSending: boolean
}

/** What to do about a proxy variable that `claude` cannot use. */
export const FIX_PROXY =
  'Set the proxy variable to an address such as `http://proxy.example.com:8080`, or unset it. Then run it again.'

/**
 * What is wrong with the proxy variable that counts for the token endpoint; null if nothing is, or none is set. If both are
 * set, the lower-case one counts (docs/claude-cli.md#which-proxy-counts). 2.1.332 adds a scheme to an address that has none,
 * and both versions treat `socks5://` as `http://`, so something may be sent; it may also be sent past the proxy if
 * `NO_PROXY` is set (docs/claude-cli.md#a-malformed-proxy-variable).
 */
export function proxyFaultIn(environment: NodeJS.ProcessEnv): ProxyFault | null {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== ''
  const name = ['https_proxy', 'HTTPS_PROXY'].find(isSet)
  const address = (environment[name ?? ''] ?? '').trim()
  if (name === undefined || (/^https?:/i.test(address) && URL.canParse(address))) return null
  const isUrl = URL.canParse(address.includes('://') ? address : `https://${address}`)
  return { name, blocksSending: !isUrl && !isSet('NO_PROXY') && !isSet('no_proxy') }
}

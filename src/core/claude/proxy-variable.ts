/** A variable that should lead `claude` to a proxy, and cannot. */
export interface ProxyFault {
  readonly name: string
  /** Whether no version can send anything while this is so. */
  readonly keepsAllBack: boolean
}

/** What to do about a proxy variable that `claude` cannot use. */
export const CORRECT_PROXY =
  'Correct the proxy variable that the message names (`http://proxy.example.com:8080`), or unset it, then run it again.'

/**
 * What is wrong with the proxy variable that counts for the token endpoint: the one in small letters if both are set
 * (docs/claude-cli.md#which-proxy-counts). Null if there is none, or it is as it should be.
 * 2.1.332 puts a scheme before an address that has none, and both versions take `socks5://` for `http://`: so something may
 * be sent, and by a `NO_PROXY` as well (docs/claude-cli.md#a-malformed-proxy-variable).
 */
export function proxyFaultIn(environment: NodeJS.ProcessEnv): ProxyFault | null {
  const name = ['https_proxy', 'HTTPS_PROXY'].find(one => isSet(environment[one]))
  const address = (environment[name ?? ''] ?? '').trim()
  if (name === undefined || (/^https?:/i.test(address) && URL.canParse(address))) return null
  const isUrl = URL.canParse(address.includes('://') ? address : `https://${address}`)
  return { name, keepsAllBack: !isUrl && !isSet(environment.NO_PROXY) && !isSet(environment.no_proxy) }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

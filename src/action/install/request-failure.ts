import { types } from 'node:util'
import { RefreshError } from '../../core/reasons.js'
import { errorCode } from '../../core/system/system-error.js'
import { REMEDIES } from './install-failure.js'
import type { Registry } from './configured-registry.js'
import { addressOf } from './registry-address.js'

type FailureDetails = Partial<Pick<RequestFailure, 'isTransient' | 'status'>>

/** Why a request to a registry failed. */
export class RequestFailure extends RefreshError {
  /** Whether the same request may succeed a little later. */
  readonly isTransient: boolean
  /** With which status a server refused; null if that is not what happened. */
  readonly status: number | null

  /** @param message in a clause, without any secret */
  constructor(message: string, remedy: string, { isTransient = false, status = null }: FailureDetails = {}) {
    super('claude-install-failed', message, remedy)
    this.isTransient = isTransient
    this.status = status
  }
}

/** One request, which a server may have redirected. */
export interface Hop {
  readonly registry: Registry
  /** What the request was for at first. */
  readonly asked: URL
  /** Where it leads now. */
  readonly url: URL
}

/** The registry, or a server to which it leads, answered with an error. */
export function refused(hop: Hop, status: number): RequestFailure {
  const isTransient = status >= 500 || [408, 420, 429].includes(status)
  const remedy = isTransient ? REMEDIES.serverError : remedyForRefusal(hop, status)
  return new RequestFailure(`${placeOf(hop)} answered with status ${status}`, remedy, { isTransient, status })
}

/** The answer is not one of a registry. @param what the end of the sentence, after the address */
export function unexpected(hop: Hop, what: string): RequestFailure {
  return new RequestFailure(`${placeOf(hop)} ${what}`, REMEDIES.wrongAddress)
}

/** The server sent nothing for this long, in milliseconds. @param so what happened before, in a clause; empty if there was no answer */
export function stalled(hop: Hop, limitMs: number, so: string): RequestFailure {
  const message = `${placeOf(hop)} sent nothing for ${limitMs / 1_000} s${so}`
  return new RequestFailure(message, REMEDIES.network, { isTransient: true })
}

/** The answer was not complete after this long, in milliseconds. @param so as in `stalled` */
export function tooSlow(hop: Hop, limitMs: number, so: string): RequestFailure {
  return new RequestFailure(`${placeOf(hop)} was not done in ${limitMs / 1_000} s${so}`, REMEDIES.network)
}

/** There was no connection, or it broke. @param so what happened before, in a clause; empty if there was no answer */
export function disconnected(hop: Hop, error: unknown, so: string): RequestFailure {
  const proxyStatus = statusOfProxy(error)
  if (proxyStatus !== null) {
    const message = `the proxy answered with status ${proxyStatus} when asked for ${hop.url.host}`
    return new RequestFailure(message, REMEDIES.proxy, { isTransient: proxyStatus >= 500 })
  }
  const code = connectionCode(error)
  const isUntrusted = /CERT|SIGNATURE/.test(code)
  const what = so === '' ? 'cannot be reached' : `closed the connection${so}`
  const remedy = isUntrusted ? REMEDIES.certificate : REMEDIES.network
  return new RequestFailure(`${placeOf(hop)} ${what} (${code})`, remedy, { isTransient: !isUntrusted })
}

function remedyForRefusal({ registry, url }: Hop, status: number): string {
  if (status === 404) return REMEDIES.noSuchPackage
  if (status !== 401 && status !== 403) return REMEDIES.wrongAddress
  if (!registry.isOriginOf(url)) return REMEDIES.loginElsewhere
  return registry.hasLogin ? REMEDIES.loginRefused : REMEDIES.loginAsked
}

/** The registry, as messages show it, or the other server that was asked last. */
export function senderOf({ registry, url }: Hop): string {
  return registry.isOriginOf(url) ? registry.address : url.origin
}

/** What was asked for, if it is the registry that answers; of another server only the origin: its path may hold a token. */
function placeOf({ registry, asked, url }: Hop): string {
  return registry.isOriginOf(url) && registry.isOriginOf(asked) ? addressOf(asked.href) : url.origin
}

/** The status with which a proxy refused; null for any other error. undici has it only in the message. */
function statusOfProxy(error: unknown): number | null {
  const message = types.isNativeError(error) ? error.message : ''
  const status = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/.exec(message)
  return status === null ? null : Number(status[1] ?? status[2])
}

/** The code of a failed connection, from the outermost error that has one. Never a message, which could quote anything. */
function connectionCode(error: unknown): string {
  for (let inner = error; typeof inner === 'object' && inner !== null; inner = 'cause' in inner ? inner.cause : null) {
    const code = errorCode(inner)
    if (/^[A-Z][A-Z\d_]+$/.test(code)) return code
  }
  return 'connection failed'
}

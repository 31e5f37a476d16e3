import { setTimeout as sleep } from 'node:timers/promises'
import { ProxyAgent, request, type Dispatcher } from 'undici'
import { parseJson } from '../../core/json.js'
import { proxyFor } from '../../github-secrets/proxy.js'
import { readAnswer, textOf, type Answer } from './answer.js'
import { REMEDIES } from './install-failure.js'
import type { Installing } from './installing.js'
import type { Registry } from './configured-registry.js'
import { RequestFailure, unexpected, type Hop } from './request-failure.js'
import { StallWatch, type WatchLimits } from './stall-watch.js'

/** How patient a client is. */
export interface ClientLimits extends WatchLimits {
  /** The pauses before a request is made again, in milliseconds. Like npm, we make a request three times at most. */
  readonly retryWaitsMs: readonly number[]
}

const LIMITS: ClientLimits = { stallMs: 60_000, totalMs: 15 * 60_000, retryWaitsMs: [1_000, 5_000] }

const MAX_REDIRECTS = 10
/** In bytes: larger parts of a download need fewer steps. */
const HIGH_WATER_MARK = 1024 * 1024

/** One request. */
interface Wanted<T> {
  /** An address without user and password. */
  readonly asked: URL
  readonly headers: Readonly<Record<string, string>>
  /** Uses the answer before the connection is closed. */
  readonly take: (answer: Answer) => Promise<T>
}

/** Asks a registry, through the proxy that the environment names. Certificates are checked: src/entry/check-certificates.ts. */
export class RegistryClient {
  readonly #proxies = new Map<string, Dispatcher | undefined>()

  constructor(
    readonly registry: Registry,
    private readonly step: Installing,
    private readonly limits = LIMITS
  ) {}

  /**
   * The JSON value at a path of the registry.
   * @param path encoded, without a slash at the start
   * @param accept media types for the header `Accept`
   * @throws RequestFailure
   */
  json(path: string, accept: string): Promise<unknown> {
    const headers = { accept, 'accept-encoding': 'gzip' }
    const take = async (answer: Answer): Promise<unknown> => {
      const value = parseJson(await textOf(answer))
      if (value === undefined) throw unexpected(answer.hop, 'did not answer with JSON')
      return value
    }
    return this.#get({ asked: this.registry.at(path), headers, take })
  }

  /**
   * Gives the answer to `take`, and another one if the connection breaks, or the server has a problem.
   * @param asked an address without user and password
   * @throws RequestFailure, and what `take` throws
   */
  download<T>(asked: URL, take: (answer: Answer) => Promise<T>): Promise<T> {
    return this.#get({ asked, headers: { accept: '*/*' }, take })
  }

  async #get<T>(wanted: Wanted<T>): Promise<T> {
    const { cancel, note } = this.step
    for (const waitMs of this.limits.retryWaitsMs) {
      try {
        return await this.#getOnce(wanted)
      } catch (error) {
        cancel.throwIfAborted()
        if (!(error instanceof RequestFailure && error.isTransient)) throw error
        note(`${error.message}: trying again`)
        await sleep(waitMs, undefined, { signal: cancel })
      }
    }
    return this.#getOnce(wanted)
  }

  async #getOnce<T>({ asked, headers, take }: Wanted<T>): Promise<T> {
    const watch = new StallWatch(this.limits)
    const signal = AbortSignal.any([this.step.cancel, ...watch.signals])
    let hop: Hop = { registry: this.registry, asked, url: asked }
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await this.#send(hop, headers, { watch, signal })
      const answer = readAnswer(response, hop, watch)
      if (!(answer instanceof URL)) return take(answer)
      hop = { ...hop, url: answer }
    }
    throw unexpected(hop, `redirects more than ${MAX_REDIRECTS} times`)
  }

  async #send(
    hop: Hop,
    headers: Wanted<unknown>['headers'],
    { watch, signal }: { readonly watch: StallWatch; readonly signal: AbortSignal }
  ): Promise<Dispatcher.ResponseData> {
    const authorization = hop.registry.authorizationFor(hop.url)
    const dispatcher = this.#proxyFor(hop.url)
    watch.start()
    try {
      return await request(hop.url, {
        headers: { 'user-agent': 'clr-refresh', ...headers, ...(authorization === null ? {} : { authorization }) },
        signal,
        highWaterMark: HIGH_WATER_MARK,
        ...(dispatcher === undefined ? {} : { dispatcher })
      })
    } catch (error) {
      throw watch.failureOf(hop, error, '')
    } finally {
      watch.stop()
    }
  }

  #proxyFor(url: URL): Dispatcher | undefined {
    if (!this.#proxies.has(url.origin)) this.#proxies.set(url.origin, openProxy(url))
    return this.#proxies.get(url.origin)
  }
}

/**
 * As npm does, `HTTPS_PROXY` is used for `http:` too if there is no other, and then there is no tunnel, since many proxies allow
 * that only for `https:`.
 * @throws RequestFailure
 */
function openProxy(url: URL): Dispatcher | undefined {
  try {
    const proxy = proxyFor(url) ?? proxyFor(new URL(`https://${url.host}`))
    return proxy === null ? undefined : new ProxyAgent({ ...proxy, proxyTunnel: false })
  } catch {
    throw new RequestFailure('the address of the proxy is not valid', REMEDIES.proxy)
  }
}

import { rm, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CompletedRequest, Mockttp } from 'mockttp'
import { isJsonObject, type JsonObject } from '../../src/core/json.js'
import { modelAnswer, profileAnswer, tokenAnswer } from './answers.js'
import { passOn } from './forward.js'
import { errorBody, json, misbehave, ok, type HttpAnswer } from './http-answer.js'
import { Logins } from './logins.js'
import { mockttp } from './mockttp.js'
import { SignIns } from './sign-ins.js'
import { ReplyScript, type ApiReply, type Misbehaviour, type TokenReply } from './replies.js'
import { RequestLog, type ApiRequest, type LoggedRequest, type TokenRequest } from './request-log.js'

/** The first replies of an endpoint, which can be changed later, and how programs reach it. */
export interface EndpointOptions {
  readonly token?: TokenReply
  readonly profile?: ApiReply
  readonly model?: ApiReply
  /** The port of the real hosts, for a network in which their names resolve to loopback: no proxy is needed then. */
  readonly port?: 443
  /** The variable that makes programs trust the stand-in; `NODE_EXTRA_CA_CERTS` by default. */
  readonly caVariable?: 'SSL_CERT_FILE'
}

/**
 * Starts a stand-in for the token endpoint, the profile and the model API: an HTTPS proxy on loopback with its own CA. It
 * passes nothing on, except to other stand-ins; requests to other hosts and paths get an empty 404 at once and are logged.
 */
export async function startEndpoint(options: EndpointOptions = {}): Promise<Endpoint> {
  authority ??= mockttp.generateCACertificate({
    subject: { commonName: 'clr-refresh stand-in', organizationName: 'test' }
  })
  const ca = await authority
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
  const caPath = join(folder, 'ca.pem')
  await writeFile(caPath, ca.cert)
  const server = mockttp.getLocal({ https: ca, recordTraffic: false, suggestChanges: false })
  const endpoint = new Endpoint(server, caPath, options)
  await server.start(options.port)
  await server.forAnyRequest().thenCallback(request => endpoint.answer(request))
  await server.forAnyWebSocket().thenRejectConnection(404)
  return endpoint
}

/** One CA for the whole process: creating it takes longer than starting the server. */
let authority: ReturnType<typeof mockttp.generateCACertificate> | undefined

/** A running stand-in, and the logins that it has issued. */
export class Endpoint extends Logins implements AsyncDisposable {
  /** How the token endpoint answers: `endpoint.token.reply = …`, or `endpoint.token.inTurn(…, …)`. */
  readonly token: ReplyScript<TokenReply>
  readonly profile: ReplyScript<ApiReply>
  readonly model: ReplyScript<ApiReply>
  readonly requests = new RequestLog()
  readonly signIns = new SignIns()
  /** The addresses of other stand-ins, by the host whose requests they get. */
  readonly standIns = new Map<string, string>()

  /** Called only by `startEndpoint`. */
  constructor(
    private readonly server: Mockttp,
    /** PEM file of the CA that the stand-in signs with. */
    readonly caPath: string,
    private readonly options: EndpointOptions
  ) {
    super()
    this.token = new ReplyScript(options.token ?? { kind: 'ok' })
    this.profile = new ReplyScript(options.profile ?? { kind: 'ok' })
    this.model = new ReplyScript(options.model ?? { kind: 'ok' })
  }

  /** Address of the proxy. */
  get proxyUrl(): string {
    return `http://127.0.0.1:${this.server.port}`
  }

  /** The variables that make a program use this stand-in, and no other variables. */
  get environment(): Readonly<Record<string, string>> {
    const proxy = this.options.port === undefined ? { HTTPS_PROXY: this.proxyUrl, https_proxy: this.proxyUrl } : {}
    return { ...proxy, [this.options.caVariable ?? 'NODE_EXTRA_CA_CERTS']: this.caPath }
  }

  /** Stops listening, drops every open connection, and removes the CA file. */
  async close(): Promise<void> {
    await this.server.stop()
    await rm(join(this.caPath, '..'), { recursive: true, force: true })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Answers one request by its path, since old versions use another host for the token (docs/claude-cli.md#the-exchange). */
  async answer(request: CompletedRequest): Promise<HttpAnswer> {
    const { method, url } = request
    const { host, pathname } = new URL(url)
    const standIn = this.standIns.get(host)
    if (standIn !== undefined) return passOn(request, standIn)
    const logged = { atMs: performance.now(), atEpochMs: Date.now(), method, url }
    if (pathname === '/v1/oauth/token') return this.#exchange(request, logged)
    if (pathname === '/api/oauth/profile') return this.#answerProfile(withBearer(request, logged))
    if (pathname.startsWith('/v1/messages')) return this.#answerModel(request, withBearer(request, logged))
    this.requests.other.push(logged)
    // Old versions repeat this request until it succeeds (docs/claude-cli.md#what-it-leaves-behind).
    return pathname === '/v1/rgstr' ? json(202, { success: true }) : json(404, {})
  }

  async #exchange(request: CompletedRequest, logged: LoggedRequest): Promise<HttpAnswer> {
    const body = await request.body.getJson()
    if (isJsonObject(body) && body.grant_type === 'authorization_code') return this.#signIn(body, logged)
    const sent: unknown = isJsonObject(body) ? body.refresh_token : undefined
    const refreshToken = typeof sent === 'string' ? sent : ''
    const entry: TokenRequest = { ...logged, refreshToken }
    this.requests.token.push(entry)
    const reply = this.token.take()
    const answer = await (reply.kind === 'ok' ? this.#rotate(refreshToken, reply) : this.#fail(refreshToken, reply))
    entry.answeredAtMs = performance.now()
    return answer
  }

  async #rotate(refreshToken: string, reply: TokenReply & { kind: 'ok' }): Promise<HttpAnswer> {
    await reply.after
    const keepRefreshToken = reply.omit?.includes('refresh_token') ?? false
    if (reply.rotateOn !== 'arrival') await sleep(reply.delayMs ?? 0)
    const pair = this.spend(refreshToken, keepRefreshToken)
    if (reply.rotateOn === 'arrival') await sleep(reply.delayMs ?? 0)
    if (pair === null) return json(400, errorBody(400))
    return ok(tokenAnswer(pair, this.accountOf(refreshToken) ?? '', reply))
  }

  async #signIn({ code, code_verifier: verifier }: JsonObject, logged: LoggedRequest): Promise<HttpAnswer> {
    this.requests.signIn.push(logged)
    const reply = this.token.take()
    if (reply.kind !== 'ok') return misbehave(reply)
    await reply.after
    await sleep(reply.delayMs ?? 0)
    if (!this.signIns.use(String(code), String(verifier))) return json(400, errorBody(400))
    const pair = this.newLogin().claudeAiOauth
    return ok(tokenAnswer(pair, this.accountOf(pair.refreshToken) ?? '', reply))
  }

  /** A token that was spent before counts as a reuse, whatever the reply. */
  #fail(refreshToken: string, reply: Misbehaviour & { readonly rotate?: boolean }): Promise<HttpAnswer> {
    if (reply.rotate === true) this.spend(refreshToken)
    else this.noticeReuse(refreshToken)
    return misbehave(reply)
  }

  async #answerProfile(request: ApiRequest): Promise<HttpAnswer> {
    this.requests.profile.push(request)
    const reply = this.profile.take()
    if (reply.kind !== 'ok') return misbehave(reply)
    await sleep(reply.delayMs ?? 0)
    const accountUuid = this.accountOf(request.bearer)
    return accountUuid === undefined ? json(401, errorBody(401)) : ok(profileAnswer(accountUuid))
  }

  async #answerModel(request: CompletedRequest, logged: ApiRequest): Promise<HttpAnswer> {
    this.requests.model.push(logged)
    const reply = this.model.take()
    if (reply.kind !== 'ok') return misbehave(reply)
    await sleep(reply.delayMs ?? 0)
    const body: unknown = await request.body.getJson()
    const stream = isJsonObject(body) && body.stream === true
    return ok(modelAnswer(stream), stream ? 'text/event-stream' : 'application/json')
  }
}

function withBearer(request: CompletedRequest, logged: LoggedRequest): ApiRequest {
  return { ...logged, bearer: String(request.headers.authorization ?? '').replace(/^Bearer /, '') }
}

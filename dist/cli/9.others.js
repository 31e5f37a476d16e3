"use strict";
exports.id = 9;
exports.ids = [9];
exports.modules = {

/***/ 9:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSecretStore: function() { return /* binding */ openSecretStore; }
});

// UNUSED EXPORTS: SecretStore

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(186);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(357);
;// CONCATENATED MODULE: ./src/github-secrets/api-failure.ts
class ApiFailure extends Error {
    status;
    said;
    name = 'ApiFailure';
    dateMs;
    waitMs;
    isRateLimit;
    isSingleSignOn;
    constructor(status, said, headers = {}) {
        super(`GitHub's API: ${status ?? 'no answer'} ${said}`);
        this.status = status;
        this.said = said;
        this.dateMs = dateMsOf(headers.date);
        const singleSignOn = headers['x-github-sso'];
        this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required');
        const waits = askedWaitsMs(headers);
        this.isRateLimit = status === 429 || (status === 403 && (waits.length > 0 || /rate limit/i.test(said)));
        const believed = waits.filter(ms => ms <= MAX_WAIT_MS);
        const unsaidMs = this.isRateLimit ? MIN_WAIT_MS : null;
        this.waitMs = believed.length === 0 ? unsaidMs : Math.max(0, ...believed);
    }
    static ofForeignAnswer() {
        return new ApiFailure(null, 'something other than GitHub answered');
    }
    get isGivenUp() {
        return this.status === null && this.said === GIVEN_UP;
    }
    get isRefusal() {
        return this.status !== null && this.status < 500;
    }
    get isTransient() {
        return this.status === null || this.status >= 500 || this.isRateLimit;
    }
}
function dateMsOf(header) {
    const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
}
const GIVEN_UP = 'given up';
const MIN_WAIT_MS = 60_000;
const MAX_WAIT_MS = 24 * 3_600_000;
function askedWaitsMs(headers) {
    const ourMs = Date.now();
    const dateMs = dateMsOf(headers.date);
    const nowMs = dateMs === null || Math.abs(dateMs - ourMs) > MAX_WAIT_MS ? ourMs : dateMs;
    return [waitAfterRetryMs(headers, nowMs), waitForResetMs(headers, nowMs)].filter(ms => ms !== null);
}
function waitAfterRetryMs({ 'retry-after': retryAfter }, nowMs) {
    const seconds = wholeNumber(retryAfter);
    if (seconds !== null)
        return seconds * 1_000;
    const untilMs = dateMsOf(retryAfter);
    return untilMs === null || !/^[A-Z][a-z]{2}, .*GMT$/.test(String(retryAfter)) ? null : untilMs - nowMs;
}
function waitForResetMs(headers, nowMs) {
    const resetSeconds = wholeNumber(headers['x-ratelimit-reset']);
    if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0)
        return null;
    return resetSeconds * 1_000 - nowMs;
}
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null;
}

// EXTERNAL MODULE: ./node_modules/@octokit/request/dist-bundle/index.js + 3 modules
var dist_bundle = __webpack_require__(740);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(15);
// EXTERNAL MODULE: external "./undici.cjs"
var external_undici_cjs_ = __webpack_require__(472);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(153);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(258);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var lib_proxy = __webpack_require__(783);
;// CONCATENATED MODULE: ./src/github-secrets/proxy.ts


function proxyFor(url) {
    const proxy = (0,lib_proxy/* getProxyUrl */.s)(new URL(url));
    if (proxy === undefined || proxy.hostname === '')
        return null;
    const { href: uri, username, password } = proxy;
    const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const clientFactory = (origin, options) => new TunnelPool(origin, options);
    return { uri, clientFactory, ...(username === '' && password === '' ? {} : { token }) };
}
class TunnelPool extends external_undici_cjs_.Pool {
    dispatch(options, handler) {
        return super.dispatch(options, {
            onConnect: abort => handler.onConnect?.(abort),
            onUpgrade: (status, headers, socket) => handler.onUpgrade?.(status, headers, socket),
            onHeaders: (status, headers, resume, text) => handler.onHeaders?.(status, headers, resume, text) ?? true,
            onError: error => handler.onError?.(isClosed(error) ? new ClosedByProxy() : error)
        });
    }
}
class ClosedByProxy extends Error {
    code = 'ECONNRESET';
    constructor() {
        super('the proxy closed the connection');
    }
}
function isClosed(error) {
    return 'code' in error && error.code === 'UND_ERR_SOCKET';
}

;// CONCATENATED MODULE: ./src/github-secrets/time-limit.ts
async function withTimeLimit(ms, signal, work) {
    const controller = new AbortController();
    const abort = () => {
        controller.abort(signal?.reason);
    };
    const timer = setTimeout(() => {
        controller.abort(new DOMException('the time is up', 'TimeoutError'));
    }, ms).unref();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted === true)
        abort();
    try {
        return await work(controller.signal);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/api.ts









const REQUEST_LIMIT_MS = 15_000;
function assertWritten({ status }) {
    if (status !== 201 && status !== 204)
        throw ApiFailure.ofForeignAnswer();
}
function connect({ apiUrl, token }) {
    const client = dist_bundle/* request */.E.defaults({
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'clr-refresh' },
        request: { fetch: fetchByProxy, log: { warn: () => undefined } }
    });
    return async ({ method, path, parameters, signal }) => {
        try {
            const answer = await withTimeLimit(REQUEST_LIMIT_MS, signal, limited => client({ ...parameters, method, url: path, request: { signal: limited } }));
            return { status: answer.status, data: answer.data, dateMs: dateMsOf(answer.headers.date) };
        }
        catch (error) {
            throw withoutRequest(error, token);
        }
    };
}
function fetchByProxy(url, init) {
    const proxy = proxyFor(url);
    return (0,external_undici_cjs_.fetch)(url, proxy === null ? init : { ...init, dispatcher: new external_undici_cjs_.ProxyAgent(proxy) });
}
function withoutRequest(error, token) {
    const response = error instanceof dist_src/* RequestError */.G ? error.response : undefined;
    if (response === undefined)
        return new ApiFailure(null, connectionCode(error));
    const { status, headers, data } = response;
    const message = (0,json/* isJsonObject */.OW)(data) && typeof data.message === 'string' ? data.message : '';
    return new ApiFailure(status, shorten(message, token), headers);
}
const MAX_MESSAGE_LENGTH = 200;
function shorten(message, token) {
    return (0,redact/* safeOutput */.PH)(message, [token]).replace(/\s+/g, ' ').slice(0, MAX_MESSAGE_LENGTH);
}
function connectionCode(error) {
    for (let inner = error; typeof inner === 'object' && inner !== null; inner = 'cause' in inner ? inner.cause : null) {
        const name = 'name' in inner ? inner.name : '';
        if (name === 'TimeoutError')
            return 'no answer in time';
        if (name === 'AbortError')
            return GIVEN_UP;
        const code = (0,system_error/* errorCode */.CA)(inner);
        if (/^[A-Z][A-Z\d_]+$/.test(code))
            return code;
    }
    return 'connection failed';
}

// EXTERNAL MODULE: ./src/github-secrets/location.ts + 1 modules
var github_secrets_location = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/github-secrets/environment.ts


class NotCreated extends ApiFailure {
}
async function createIfMissing(location, { key, api, budget }) {
    let isAsked = false;
    await budget.retry(async (signal) => {
        try {
            await key.current(signal);
        }
        catch (error) {
            const isMissing = error instanceof ApiFailure && error.status === 404;
            if (!isMissing || !(await mayBeCreated(location, api, signal)))
                throw error;
            isAsked = true;
            await create(location, api, signal);
        }
    });
    return isAsked;
}
async function mayBeCreated(location, api, signal) {
    const canRead = async (path) => {
        try {
            await api({ method: 'GET', path, signal });
            return true;
        }
        catch (error) {
            if (error instanceof ApiFailure && !error.isTransient)
                return false;
            throw error;
        }
    };
    return (await canRead(`/repos/${location.repository}`)) && !(await canRead((0,github_secrets_location/* environmentPath */.FQ)(location)));
}
async function create(location, api, signal) {
    try {
        await api({ method: 'PUT', path: (0,github_secrets_location/* environmentPath */.FQ)(location), signal });
    }
    catch (error) {
        const isRefused = error instanceof ApiFailure && (error.status === 403 || error.status === 404);
        if (!isRefused || error.isTransient || error.isSingleSignOn)
            throw error;
        throw new NotCreated(error.status, error.said);
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/explain-failure.ts



const DIAGNOSIS_LIMIT_MS = 5_000;
async function explainFailure(failure, target, api) {
    const { why, remedy } = await explain(failure, target, api);
    return { why: `${why}${quoteGitHub(failure)}`, remedy };
}
async function explain(failure, target, api) {
    if (failure instanceof NotCreated)
        return explainNotCreated(failure, target);
    const usual = explainUsual(failure, target);
    if (usual !== null)
        return usual;
    if (failure.status === 403)
        return explainForbidden(failure, target);
    if (failure.status !== 404)
        return { why: answered(failure), remedy: AGAIN_LATER };
    if (!lacksCodespaces(target))
        return explainNotFound(target, api);
    return {
        why: 'GitHub Enterprise Server has no Codespaces, and therefore no Codespaces secrets',
        remedy: 'Set `secret-app` to `actions` or `dependabot`.'
    };
}
const AGAIN_LATER = 'Run it again later.';
function answered({ status }) {
    return `GitHub's API answered ${status}`;
}
function quoteGitHub({ status, said }) {
    return status === null || said === '' ? '' : ` (GitHub said: ${JSON.stringify(said)})`;
}
function explainUsual(failure, { apiUrl, words }) {
    const { status, waitMs } = failure;
    if (failure.isGivenUp) {
        return { why: `${words.cancelled}, or the time limit passed, before GitHub answered`, remedy: 'Run it again.' };
    }
    if (status === null) {
        return {
            why: `GitHub's API at ${apiUrl} cannot be reached (${failure.said})`,
            remedy: `Check the network, ${words.apiUrl}, HTTPS_PROXY, and, for a proxy with a CA of its own, NODE_EXTRA_CA_CERTS.`
        };
    }
    if (failure.isRateLimit) {
        const wait = waitMs === null ? '' : `; it can be tried again ${(0,times/* inTime */.RN)(Math.max(1, waitMs))}`;
        return { why: `GitHub's rate limit was reached${wait}`, remedy: AGAIN_LATER };
    }
    if (status >= 500)
        return { why: answered(failure), remedy: AGAIN_LATER };
    if (status === 401) {
        return {
            why: `${words.token} is not valid: it has expired, was revoked or mistyped, or belongs to another GitHub server`,
            remedy: `${words.newToken}.`
        };
    }
    if (!failure.isSingleSignOn)
        return null;
    return {
        why: `${words.token} is not authorized for the organization's single sign-on`,
        remedy: 'Authorize it in the token settings of your GitHub account ("Configure SSO").'
    };
}
function explainForbidden(failure, target) {
    const { location, words } = target;
    const place = placeOf(location);
    if (saysNoPermission(failure)) {
        return {
            why: `${words.token} lacks ${(0,github_secrets_location/* permissionFor */.Tj)(location)}${orNotApproved(target)}`,
            remedy: accessRemedy(target, `Give the token this permission for ${place}`)
        };
    }
    const first = failure.said === '' ? '' : 'Fix what GitHub names. If that is unclear, ';
    const check = `${first === '' ? 'C' : 'c'}heck that the token has ${(0,github_secrets_location/* permissionFor */.Tj)(location)} for ${place}`;
    return { why: 'GitHub refused it (403)', remedy: accessRemedy(target, `${first}${check}`) };
}
function saysNoPermission({ status, said }) {
    return status === 404 || /resource not accessible|must (?:have|be)\b.*\badmin/i.test(said);
}
function explainNotCreated(failure, target) {
    const { token } = target.words;
    if (!saysNoPermission(failure)) {
        return {
            why: 'the environment does not exist, and GitHub refused to create it (403)',
            remedy: accessRemedy(target, `Fix what GitHub names, or create the environment in the settings of the repository. The token needs ${github_secrets_location/* PERMISSION_TO_CREATE */.JN}`)
        };
    }
    return {
        why: `the environment does not exist, and ${token} may not create it: it lacks ${github_secrets_location/* PERMISSION_TO_CREATE */.JN}${orNotApproved(target)}, or the repository is private and its plan has no environments`,
        remedy: accessRemedy(target, 'Create the environment in the settings of the repository, or give the token this permission')
    };
}
async function explainNotFound(target, api) {
    const { location, words } = target;
    const isRepositoryMissing = location.kind === 'environment' && !(await isRepositoryVisible(location.repository, api));
    const missing = isRepositoryMissing ? `repository ${location.repository}` : (0,github_secrets_location/* describeLocation */.lR)(location);
    const otherwise = (0,github_secrets_location/* appOf */.XH)(location) === 'codespaces' ? 'or has no Codespaces, ' : '';
    return {
        why: `${missing} does not exist, ${otherwise}or ${words.token} has no access to it: it needs ${(0,github_secrets_location/* permissionFor */.Tj)(location)}${orNotApproved(target)}`,
        remedy: accessRemedy(target, `Check the name. If it is right, give the token access to ${placeOf(location)}`)
    };
}
async function isRepositoryVisible(repository, api) {
    const signal = AbortSignal.timeout(DIAGNOSIS_LIMIT_MS);
    return api({ method: 'GET', path: `/repos/${repository}`, signal }).then(() => true, () => false);
}
function placeOf(location) {
    return location.kind === 'organization' ? location.organization : location.repository;
}
function lacksCodespaces({ location, apiUrl }) {
    return (0,github_secrets_location/* appOf */.XH)(location) === 'codespaces' && apiUrl.endsWith('/api/v3');
}
const FINE_GRAINED = 'github_pat_';
const OF_INSTALLATION = 'ghs_';
function orNotApproved({ token }) {
    return token.startsWith(FINE_GRAINED) ? ', or the organization has not approved it yet' : '';
}
function accessRemedy({ token }, what) {
    if (token.startsWith(OF_INSTALLATION)) {
        return `${what}. The job's own GITHUB_TOKEN can never write secrets: use a personal access token or a GitHub App's token.`;
    }
    if (!token.startsWith(FINE_GRAINED))
        return `${what}.`;
    return `${what}. If your GitHub settings show the token as pending, an owner of the organization has to approve it.`;
}

;// CONCATENATED MODULE: ./src/github-secrets/memory.ts

const NO_MEMORY = {
    history: null,
    saveHistory: () => undefined,
    key: null,
    saveKey: () => undefined,
    visibilities: new Map(),
    saveVisibilities: () => undefined
};
function parseWriteHistory(text) {
    const value = parseJson(text);
    if (!isJsonObject(value))
        return null;
    const { firstMs, own } = value;
    if (firstMs !== null && typeof firstMs !== 'number')
        return null;
    return { firstMs, own: Array.isArray(own) ? own.filter(isJsonObject).flatMap(parseSpan) : [] };
}
function parseSpan({ fromMs, untilMs }) {
    return typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : [];
}
const KEY_BYTES = 32;
function parsePublicKey(id, key) {
    if (typeof id !== 'string' || !/^[\w.-]+$/.test(id))
        return null;
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES)
        return null;
    return { id, key };
}
function parseVisibility(value) {
    if (!(0,json/* isJsonObject */.OW)(value) || typeof value.visibility !== 'string' || !/^\w+$/.test(value.visibility))
        return null;
    const { visibility, selected_repository_ids: ids } = value;
    if (!Array.isArray(ids))
        return { visibility };
    return { visibility, selected_repository_ids: ids.filter(id => typeof id === 'number') };
}

;// CONCATENATED MODULE: ./src/github-secrets/own-writes.ts


const SLACK_MS = 2_000;
class Overtaken extends Error {
    writtenAtMs;
    name = 'Overtaken';
    constructor(writtenAtMs) {
        super('somebody else has written the secret');
        this.writtenAtMs = writtenAtMs;
    }
}
class OwnWrites {
    memory;
    #history;
    constructor(memory) {
        this.memory = memory;
        this.#history = memory.history;
    }
    look(updatedAtMs) {
        if (this.#history === null)
            this.#keep({ firstMs: updatedAtMs, own: [] });
    }
    includes(updatedAtMs) {
        return this.#history?.own.some(span => includesMs(span, updatedAtMs)) ?? false;
    }
    assertNotOvertaken({ updatedAtMs }) {
        if (this.#history === null || updatedAtMs === null)
            return;
        const { firstMs } = this.#history;
        if ((firstMs === null || updatedAtMs > firstMs) && !this.includes(updatedAtMs))
            throw new Overtaken(updatedAtMs);
    }
    async write(before, request, readBack) {
        const earlier = this.#history ?? { firstMs: null, own: [] };
        const record = (span) => {
            this.#keep({ ...earlier, own: span === null ? earlier.own : [...earlier.own, span] });
        };
        const times = new WriteTimes(before);
        record(times.inProgress());
        try {
            const span = times.ended(await request());
            record(span);
            const after = await readBack();
            if (after !== null)
                record(times.confirmed(after, span) ?? span);
        }
        catch (error) {
            if (error instanceof ApiFailure && error.isRefusal)
                record(null);
            else {
                const span = times.ended(null);
                record(span);
                const after = await readBack();
                if (after !== null)
                    record(after.updatedAtMs === before.updatedAtMs ? null : times.confirmed(after, span));
            }
            throw error;
        }
    }
    #keep(history) {
        this.#history = history;
        this.memory.saveHistory(history);
    }
}
class WriteTimes {
    before;
    #startMs = performance.now();
    #fromMs;
    constructor(before) {
        this.before = before;
        this.#fromMs = Date.now() + before.aheadMs - SLACK_MS;
    }
    inProgress() {
        return { fromMs: this.#fromMs, untilMs: this.#latestNowMs() + REQUEST_LIMIT_MS };
    }
    ended(dateMs) {
        return dateMs === null ? { fromMs: this.#fromMs, untilMs: this.#latestNowMs() } : this.#spanUntil(dateMs);
    }
    confirmed({ updatedAtMs, dateMs }, span) {
        if (updatedAtMs === null)
            return null;
        const isOurs = includesMs(span, updatedAtMs) || (dateMs !== null && includesMs(this.#spanUntil(dateMs), updatedAtMs));
        return isOurs ? { fromMs: updatedAtMs, untilMs: updatedAtMs } : null;
    }
    #latestNowMs() {
        return Date.now() + this.before.aheadMs + this.before.unsureMs + SLACK_MS;
    }
    #spanUntil(dateMs) {
        return { fromMs: dateMs - (performance.now() - this.#startMs) - SLACK_MS, untilMs: dateMs + SLACK_MS };
    }
}
function includesMs({ fromMs, untilMs }, ms) {
    return fromMs <= ms && ms <= untilMs;
}

;// CONCATENATED MODULE: ./src/github-secrets/read-secret.ts



async function readSecret(query, api) {
    const startMs = performance.now();
    const { secret, dateMs } = await getSecret(query, api);
    const aheadMs = dateMs === null ? 0 : dateMs - Date.now();
    const unsureMs = performance.now() - startMs;
    return { secret, updatedAtMs: secret === null ? null : updatedAtMsOf(secret), dateMs, aheadMs, unsureMs };
}
async function getSecret(query, api) {
    try {
        const { data, dateMs } = await api({ method: 'GET', ...query });
        if ((0,json/* isJsonObject */.OW)(data))
            return { secret: data, dateMs };
        throw ApiFailure.ofForeignAnswer();
    }
    catch (error) {
        if (error instanceof ApiFailure && error.status === 404)
            return { secret: null, dateMs: error.dateMs };
        throw error;
    }
}
function updatedAtMsOf({ updated_at: updatedAt }) {
    const ms = typeof updatedAt === 'string' ? Date.parse(updatedAt) : Number.NaN;
    if (Number.isNaN(ms))
        throw ApiFailure.ofForeignAnswer();
    return ms;
}
async function readVisibility({ visibility }, query, api) {
    const known = parseVisibility({ visibility });
    if (known === null)
        throw ApiFailure.ofForeignAnswer();
    if (known.visibility !== 'selected')
        return known;
    return { ...known, selected_repository_ids: await readRepositoryIds(query, api) };
}
const PAGE_SIZE = 100;
async function readRepositoryIds({ path, signal }, api) {
    const ids = [];
    for (let page = 1;; page += 1) {
        const parameters = { per_page: PAGE_SIZE, page };
        const { data } = await api({ method: 'GET', path: `${path}/repositories`, parameters, signal });
        const repositories = (0,json/* isJsonObject */.OW)(data) ? data.repositories : undefined;
        if (!Array.isArray(repositories))
            throw ApiFailure.ofForeignAnswer();
        ids.push(...repositories.filter(json/* isJsonObject */.OW).flatMap(({ id }) => (typeof id === 'number' ? [id] : [])));
        if (repositories.length < PAGE_SIZE)
            return ids;
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/places-without.ts



async function placesWithout(name, { location, api, signal }) {
    const without = [];
    for (const place of placesFor(location)) {
        try {
            const { secret } = await readSecret({ path: `${(0,github_secrets_location/* secretsPath */.z1)(place)}/${name}`, signal }, api);
            if (secret !== null)
                return [];
            without.push(place);
        }
        catch (error) {
            if (!(error instanceof ApiFailure))
                throw error;
        }
    }
    return without;
}
function placesFor(location) {
    if (location.kind !== 'environment')
        return [location];
    return [location, { kind: 'repository', repository: location.repository, app: 'actions' }];
}

// EXTERNAL MODULE: external "./libsodium-wrappers.cjs"
var external_libsodium_wrappers_cjs_ = __webpack_require__(963);
var external_libsodium_wrappers_cjs_default = /*#__PURE__*/__webpack_require__.n(external_libsodium_wrappers_cjs_);
// EXTERNAL MODULE: ./src/github-secrets/target.ts
var target = __webpack_require__(850);
;// CONCATENATED MODULE: ./src/github-secrets/seal.ts






function visibilityFor(app, visibility) {
    const { selected_repository_ids: ids } = visibility;
    return app === 'dependabot' && ids !== undefined
        ? { ...visibility, selected_repository_ids: ids.map(String) }
        : visibility;
}
async function readySodium() {
    await (external_libsodium_wrappers_cjs_default()).ready;
}
function seal(text, { id, key }, visibility) {
    const base64 = (external_libsodium_wrappers_cjs_default()).base64_variants.ORIGINAL;
    const box = external_libsodium_wrappers_cjs_default().crypto_box_seal(text, external_libsodium_wrappers_cjs_default().from_base64(key, base64));
    return { encrypted_value: external_libsodium_wrappers_cjs_default().to_base64(box, base64), key_id: id, ...visibility };
}
function ghCommand(path, sealed, apiUrl) {
    const host = (0,target/* ghHostOf */.Td)(apiUrl);
    const { selected_repository_ids: ids, ...texts } = sealed;
    return [
        `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${path}'`,
        ...Object.entries(texts).map(([field, text]) => `-f ${field}='${text}'`),
        ...(ids?.length === 0 ? ["-F 'selected_repository_ids[]'"] : []),
        ...(ids ?? []).map(id => `${typeof id === 'string' ? '-f' : '-F'} 'selected_repository_ids[]=${id}'`)
    ].join(' ');
}
class LocationKey {
    location;
    api;
    memory;
    #key;
    constructor(location, api, memory) {
        this.location = location;
        this.api = api;
        this.memory = memory;
        this.#key = memory.key;
    }
    get last() {
        return this.#key;
    }
    async current(signal) {
        return this.#key ?? this.#fetch(signal);
    }
    async whileCurrent(signal, request) {
        const key = await this.current(signal);
        try {
            return await request(key);
        }
        catch (error) {
            if (!(error instanceof ApiFailure) || error.status !== 422)
                throw error;
            const renewed = await this.#fetch(signal);
            if (renewed.id === key.id && renewed.key === key.key)
                throw error;
            return request(renewed);
        }
    }
    async #fetch(signal) {
        const { data } = await this.api({ method: 'GET', path: `${(0,github_secrets_location/* secretsPath */.z1)(this.location)}/public-key`, signal });
        const { key_id: id, key } = (0,json/* isJsonObject */.OW)(data) ? data : {};
        const fetched = parsePublicKey(id, key);
        if (fetched === null)
            throw ApiFailure.ofForeignAnswer();
        this.#key = fetched;
        this.memory.saveKey(fetched);
        return fetched;
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/secret-requests.ts








const PROBE_TEXT = 'written by clr-refresh to test its access; safe to delete';
const PROBE_VISIBILITY = { visibility: 'selected', selected_repository_ids: [] };
const NEW_VISIBILITY = { visibility: 'private' };
const READ_BACK_LIMIT_MS = 5_000;
class SecretRequests {
    target;
    api;
    memory;
    key;
    ownWrites;
    hasLooked = false;
    #visibilities;
    #isOrganization;
    constructor(target, api, memory) {
        this.target = target;
        this.api = api;
        this.memory = memory;
        this.#isOrganization = target.location.kind === 'organization';
        this.#visibilities = new Map(memory.visibilities);
        this.key = new LocationKey(target.location, api, memory);
        this.ownWrites = new OwnWrites(memory);
    }
    async lookAtGuarded(name, signal) {
        const query = this.#query(name, signal);
        const reading = await readSecret(query, this.api);
        await this.#keepVisibility(name, reading, query);
        this.hasLooked = true;
        this.ownWrites.look(reading.updatedAtMs);
        return reading;
    }
    async readVisibility(name, signal) {
        if (!this.#isOrganization)
            return;
        const query = this.#query(name, signal);
        await this.#keepVisibility(name, await readSecret(query, this.api), query);
    }
    async put(text, signal) {
        const isGuarded = text.name === this.target.guardedName;
        await this.key.whileCurrent(signal, key => isGuarded ? this.#putGuarded(text, key, signal) : this.#putPlain(text, key, signal));
    }
    async putProbe(signal) {
        const request = (key) => {
            return this.#send(target/* PROBE_NAME */.J4, this.#sealFor(PROBE_VISIBILITY, PROBE_TEXT, key), signal);
        };
        await this.key.whileCurrent(signal, request);
    }
    async removeProbe(signal) {
        try {
            assertWritten(await this.api({ method: 'DELETE', path: this.#pathOf(target/* PROBE_NAME */.J4), signal }));
        }
        catch (error) {
            if (!(error instanceof ApiFailure) || error.status !== 404)
                throw error;
        }
    }
    manualCommand({ name, textAt }) {
        const key = this.key.last;
        return key === null ? null : ghCommand(this.#pathOf(name), this.#seal(name, textAt(null), key), this.target.apiUrl);
    }
    async #putGuarded({ name, textAt }, key, signal) {
        const before = await this.lookAtGuarded(name, signal);
        this.ownWrites.assertNotOvertaken(before);
        const request = () => {
            const text = textAt(new Date(Date.now() + before.aheadMs));
            return this.#send(name, this.#seal(name, text, key), signal);
        };
        await this.ownWrites.write(before, request, () => this.#readBack(name, signal));
    }
    async #putPlain({ name, textAt }, key, signal) {
        await this.readVisibility(name, signal);
        await this.#send(name, this.#seal(name, textAt(null), key), signal);
    }
    async #send(name, sealed, signal) {
        const answer = await this.api({ method: 'PUT', path: this.#pathOf(name), parameters: { ...sealed }, signal });
        assertWritten(answer);
        return answer.dateMs;
    }
    async #readBack(name, signal) {
        const read = (limited) => readSecret(this.#query(name, limited), this.api);
        try {
            return await withTimeLimit(READ_BACK_LIMIT_MS, signal, read);
        }
        catch (error) {
            if (error instanceof ApiFailure)
                return null;
            throw error;
        }
    }
    async #keepVisibility(name, { secret }, query) {
        if (!this.#isOrganization)
            return;
        this.#visibilities.set(name, secret === null ? NEW_VISIBILITY : await readVisibility(secret, query, this.api));
        this.memory.saveVisibilities(this.#visibilities);
    }
    #seal(name, text, key) {
        return this.#sealFor(this.#visibilities.get(name) ?? NEW_VISIBILITY, text, key);
    }
    #sealFor(visibility, text, key) {
        const app = (0,github_secrets_location/* appOf */.XH)(this.target.location);
        return seal(text, key, this.#isOrganization ? visibilityFor(app, visibility) : {});
    }
    #query(name, signal) {
        return { path: this.#pathOf(name), signal };
    }
    #pathOf(name) {
        return `${(0,github_secrets_location/* secretsPath */.z1)(this.target.location)}/${name}`;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
;// CONCATENATED MODULE: ./src/github-secrets/retries.ts



class Patience {
    leftMs;
    options;
    constructor(leftMs, options) {
        this.leftMs = leftMs;
        this.options = options;
    }
    async wait(ms) {
        if (ms > this.leftMs || this.options.signal.aborted)
            return false;
        this.leftMs -= ms;
        this.options.onWait(ms);
        return pause(ms, this.options.signal);
    }
}
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
class TimeBudget {
    limits;
    maxTries;
    #endsAtMs;
    constructor(limits, maxTries = Number.POSITIVE_INFINITY) {
        this.limits = limits;
        this.maxTries = maxTries;
        this.#endsAtMs = performance.now() + limits.limitMs;
    }
    async retry(attempt) {
        let counted = 0;
        for (let tries = 1;; tries += 1) {
            try {
                return await withTimeLimit(this.#leftMs, this.limits.signal, attempt);
            }
            catch (error) {
                if (!(error instanceof ApiFailure) || !error.isTransient)
                    throw error;
                if (!error.isRateLimit)
                    counted += 1;
                const isLast = counted >= this.maxTries;
                const askedMs = Math.min(error.waitMs ?? 0, error.isRateLimit ? Number.POSITIVE_INFINITY : MAX_PAUSE_MS);
                const pauseMs = Math.max(askedMs, Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), MAX_PAUSE_MS));
                if (isLast || !(await this.#waitFor(pauseMs, error)))
                    throw error;
            }
        }
    }
    async #waitFor(ms, { isRateLimit }) {
        if (isRateLimit && (await this.limits.patience?.wait(ms)) === true) {
            this.#endsAtMs += ms;
            return true;
        }
        return ms < this.#leftMs && pause(ms, this.limits.signal);
    }
    shorten(ms) {
        this.#endsAtMs = Math.min(this.#endsAtMs, performance.now() + ms);
    }
    get #leftMs() {
        return Math.max(0, this.#endsAtMs - performance.now());
    }
}
function pause(ms, signal) {
    return (0,promises_.setTimeout)(ms, true, { ...(signal === undefined ? {} : { signal }) }).catch(() => false);
}

;// CONCATENATED MODULE: ./src/github-secrets/secret-store.ts














const MAX_TRIES = 3;
const REMOVAL_LIMIT_MS = 10_000;
const CANCELLED_REMOVAL_LIMIT_MS = 3_000;
const PLAIN_LIMIT_MS = 300_000;
async function openSecretStore(target, memory = NO_MEMORY) {
    await readySodium();
    return new SecretStore(target, connect(target), memory);
}
class SecretStore {
    target;
    api;
    #access;
    #stored = new Set();
    #overtaken = new Map();
    constructor(target, api, memory) {
        this.target = target;
        this.api = api;
        this.#access = new SecretRequests(target, api, memory);
    }
    async createMissingEnvironment(limits) {
        const { location } = this.target;
        if (location.kind !== 'environment')
            return false;
        const means = { key: this.#access.key, api: this.api, budget: new TimeBudget(limits, MAX_TRIES) };
        return this.#ask(limits, () => createIfMissing(location, means));
    }
    async proveWritable(limits) {
        const { guardedName, plainNames } = this.target;
        const access = this.#access;
        const budget = new TimeBudget(limits, MAX_TRIES);
        await this.#ask(limits, async () => {
            if (guardedName !== null && !access.hasLooked) {
                await budget.retry(signal => access.lookAtGuarded(guardedName, signal));
            }
            await budget.retry(signal => access.key.current(signal));
            for (const name of plainNames)
                await budget.retry(signal => access.readVisibility(name, signal));
            await this.#probe(budget, limits);
        });
    }
    async #probe(budget, limits) {
        const probe = { mayExist: false };
        const put = async (signal) => {
            try {
                await this.#access.putProbe(signal);
            }
            catch (error) {
                if (!(error instanceof ApiFailure) || !error.isRefusal)
                    probe.mayExist = true;
                throw error;
            }
        };
        try {
            await budget.retry(put);
        }
        catch (error) {
            if (probe.mayExist)
                await this.#removeProbe(limits).catch(() => undefined);
            throw error;
        }
        await this.#removeProbe(limits);
    }
    async #removeProbe(limits) {
        const late = new AbortController();
        const onCancel = () => {
            setTimeout(() => {
                late.abort();
            }, CANCELLED_REMOVAL_LIMIT_MS).unref();
        };
        if (limits.signal?.aborted === true)
            onCancel();
        else
            limits.signal?.addEventListener('abort', onCancel, { once: true });
        const budget = new TimeBudget({ ...limits, limitMs: REMOVAL_LIMIT_MS, signal: late.signal }, MAX_TRIES);
        try {
            await budget.retry(signal => this.#access.removeProbe(signal));
        }
        finally {
            limits.signal?.removeEventListener('abort', onCancel);
        }
    }
    async lastWrite(limits) {
        const { guardedName } = this.target;
        if (guardedName === null)
            return null;
        const look = (signal) => this.#access.lookAtGuarded(guardedName, signal);
        const { updatedAtMs } = await this.#ask(limits, () => new TimeBudget(limits, MAX_TRIES).retry(look));
        return updatedAtMs === null ? null : { atMs: updatedAtMs, isOwn: this.#access.ownWrites.includes(updatedAtMs) };
    }
    async write(texts, limits) {
        const budget = new TimeBudget(limits);
        const failures = [];
        for (const text of texts) {
            if (text.name !== this.target.guardedName)
                budget.shorten(PLAIN_LIMIT_MS);
            const failure = (0,target/* whyTooLarge */.y_)(text) ?? (await this.#put(text, budget));
            if (failure === null)
                this.#stored.add(text.name);
            else
                failures.push(`${(0,github_secrets_location/* describeSecret */.wr)(text.name, this.target.location)} was not stored: ${failure}`);
        }
        if (failures.length > 0)
            throw new reasons/* RefreshError */.M4('secret-write-failed', failures.join('; '));
    }
    hasStored(name) {
        return this.#stored.has(name);
    }
    placesWithout(name, limitMs) {
        const signal = AbortSignal.timeout(limitMs);
        return placesWithout(name, { location: this.target.location, api: this.api, signal });
    }
    manualWrites(texts) {
        return texts.flatMap(text => {
            const { name } = text;
            const command = this.#stored.has(name) ? null : this.#access.manualCommand(text);
            return command === null ? [] : [{ name, command, overtakenAtMs: this.#overtaken.get(name) ?? null }];
        });
    }
    async #ask(limits, requests) {
        try {
            return await requests();
        }
        catch (error) {
            if (limits.signal?.aborted === true)
                throw new reasons/* RefreshError */.M4('cancelled', this.target.words.cancelled);
            if (!(error instanceof ApiFailure))
                throw error;
            const secrets = (0,github_secrets_location/* describeSecrets */.tA)(this.target.location);
            const { why, remedy } = await explainFailure(error, this.target, this.api);
            const { nothingDone } = this.target.words;
            throw new reasons/* RefreshError */.M4('secret-not-writable', `the ${secrets} cannot be written: ${why}`, `${remedy} ${nothingDone}`);
        }
    }
    async #put(text, budget) {
        try {
            await budget.retry(signal => this.#access.put(text, signal));
            return null;
        }
        catch (error) {
            if (error instanceof ApiFailure)
                return (await explainFailure(error, this.target, this.api)).why;
            if (!(error instanceof Overtaken))
                throw error;
            this.#overtaken.set(text.name, error.writtenAtMs);
            const { otherWriters } = this.target.words;
            return `somebody else wrote it at ${(0,times/* utcMinute */.vD)(error.writtenAtMs)} UTC (${otherWriters}), so it was not overwritten`;
        }
    }
}


/***/ })

};
;
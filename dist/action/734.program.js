"use strict";
exports.id = 734;
exports.ids = [734];
exports.modules = {

/***/ 8734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSecretStore: () => (/* binding */ openSecretStore)
});

// UNUSED EXPORTS: SecretStore

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
;// CONCATENATED MODULE: ./src/github-secrets/api-failure.ts
class ApiFailure extends Error {
    name = 'ApiFailure';
    status;
    said;
    waitMs;
    dateMs;
    isRateLimit;
    isSingleSignOn;
    constructor({ status, said, headers }) {
        super(`GitHub's API: ${status ?? 'no answer'} ${said}`);
        this.status = status;
        this.said = said;
        this.dateMs = dateMsOf(headers.date);
        const singleSignOn = headers['x-github-sso'];
        this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required');
        const askedMs = askedWaitMs(headers);
        this.isRateLimit = status === 429 || (status === 403 && (askedMs !== null || /rate limit/i.test(said)));
        this.waitMs = askedMs ?? (this.isRateLimit ? LEAST_WAIT_MS : null);
    }
    static ofForeignAnswer() {
        return new ApiFailure({ status: null, said: "an answer that is not GitHub's", headers: {} });
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
const LEAST_WAIT_MS = 60_000;
function askedWaitMs(headers) {
    const retryAfterSeconds = wholeNumber(headers['retry-after']);
    if (retryAfterSeconds !== null)
        return retryAfterSeconds * 1_000;
    const resetSeconds = wholeNumber(headers['x-ratelimit-reset']);
    if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0)
        return null;
    return Math.max(0, resetSeconds * 1_000 - Date.now());
}
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null;
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./node_modules/@octokit/request/dist-bundle/index.js + 4 modules
var dist_bundle = __webpack_require__(2561);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(1015);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
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
        const signals = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)]);
        try {
            const answer = await client({ ...parameters, method, url: path, request: { signal: signals } });
            return { status: answer.status, data: answer.data, dateMs: dateMsOf(answer.headers.date) };
        }
        catch (error) {
            throw withoutRequest(error, token);
        }
    };
}
function fetchByProxy(url, init) {
    const dispatcher = new lib/* HttpClient */.Qq().getAgentDispatcher(url);
    return (0,undici/* fetch */.hd)(url, dispatcher === undefined ? init : { ...init, dispatcher });
}
function withoutRequest(error, token) {
    const response = error instanceof dist_src/* RequestError */.G ? error.response : undefined;
    if (response === undefined)
        return new ApiFailure({ status: null, said: connectionCode(error), headers: {} });
    const { status, headers, data } = response;
    const message = (0,json/* isJsonObject */.OW)(data) && typeof data.message === 'string' ? data.message : '';
    return new ApiFailure({ status, said: shorten(message, token), headers });
}
const LONGEST_MESSAGE = 200;
function shorten(message, token) {
    return (0,redact/* safeOutput */.PH)(message, [token]).replace(/\s+/g, ' ').slice(0, LONGEST_MESSAGE);
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

// EXTERNAL MODULE: ./src/github-secrets/location.ts
var github_secrets_location = __webpack_require__(1496);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/github-secrets/time-budget.ts


const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
class TimeBudget {
    mostTries;
    signal;
    #endsAtMs;
    constructor(limits, mostTries = Number.POSITIVE_INFINITY) {
        this.mostTries = mostTries;
        const timeUp = AbortSignal.timeout(limits.limitMs);
        this.#endsAtMs = Date.now() + limits.limitMs;
        this.signal = limits.signal === undefined ? timeUp : AbortSignal.any([limits.signal, timeUp]);
    }
    async retry(attempt) {
        for (let tries = 1;; tries += 1) {
            try {
                return await attempt(this.signal);
            }
            catch (error) {
                if (!(error instanceof ApiFailure) || !error.isTransient || tries >= this.mostTries)
                    throw error;
                const pauseMs = error.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
                if (this.signal.aborted || Date.now() + pauseMs >= this.#endsAtMs)
                    throw error;
                await this.#pause(pauseMs, error);
            }
        }
    }
    async #pause(ms, failure) {
        try {
            await (0,promises_.setTimeout)(ms, undefined, { signal: this.signal });
        }
        catch {
            throw failure;
        }
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/explain-failure.ts


const DIAGNOSIS_LIMIT_MS = 5_000;
async function explainFailure(failure, target, api) {
    const said = failure.status === null || failure.said === '' ? '' : ` (GitHub said: ${JSON.stringify(failure.said)})`;
    if (failure.status !== 404)
        return `${clauseFor(failure, target)}${said}`;
    return `${await notFoundClause(target, api)}${hintAt(target.token)}${said}`;
}
function clauseFor(failure, { location, token, apiUrl, words }) {
    const { status } = failure;
    if (failure.isGivenUp)
        return `${words.cancelled}, or the time was up, before GitHub had answered`;
    if (status === null) {
        return `GitHub's API at ${apiUrl} cannot be reached (${failure.said}); check the network, ${words.apiUrl}, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS for a proxy with a CA of its own`;
    }
    if (failure.isRateLimit)
        return `GitHub takes no more requests for now${waitClause(failure)}`;
    if (status >= 500)
        return `GitHub's API fails with status ${status}; try again later`;
    if (status === 401)
        return `${words.token} is not valid: it is expired, revoked, or of another GitHub server`;
    if (failure.isSingleSignOn) {
        return `${words.token} is not authorised for the single sign-on of its organization; authorise it in your token settings`;
    }
    if (status === 403)
        return `${words.token} lacks ${(0,github_secrets_location/* permissionFor */.Tj)(location)}${hintAt(token)}`;
    return `GitHub's API answers with status ${status}`;
}
function waitClause({ waitMs }) {
    return waitMs === null ? '' : `; it asks to wait ${Math.ceil(waitMs / 1_000)} s`;
}
async function notFoundClause({ location, words }, api) {
    const isRepositoryMissing = location.kind === 'environment' && !(await isRepositoryVisible(location.repository, api));
    const missing = isRepositoryMissing ? `repository ${location.repository}` : (0,github_secrets_location/* describeLocation */.lR)(location);
    return `${missing} does not exist, or ${words.token} has no access to it; it needs ${(0,github_secrets_location/* permissionFor */.Tj)(location)}`;
}
async function isRepositoryVisible(repository, api) {
    const { signal } = new TimeBudget({ limitMs: DIAGNOSIS_LIMIT_MS });
    return api({ method: 'GET', path: `/repos/${repository}`, signal }).then(() => true, () => false);
}
function hintAt(token) {
    if (!token.startsWith('ghs_'))
        return '';
    return "; if it is the job's own GITHUB_TOKEN: that can never write secrets, take a personal access token or a GitHub App's";
}

;// CONCATENATED MODULE: ./src/github-secrets/gh-command.ts

function ghCommand({ name, sealed, visibility }, { location, apiUrl }) {
    const host = hostOf(apiUrl);
    const { visibility: who, selected_repository_ids: ids } = visibility;
    const texts = { ...sealed, ...(who === undefined ? {} : { visibility: who }) };
    return [
        `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${(0,github_secrets_location/* secretsPath */.z1)(location)}/${name}'`,
        ...Object.entries(texts).map(([field, text]) => `-f ${field}='${text}'`),
        ...(ids === undefined ? [] : ids.length === 0 ? ["-F 'selected_repository_ids[]'"] : ids.map(idField))
    ].join(' ');
}
function idField(id) {
    return `-F 'selected_repository_ids[]=${id}'`;
}
function hostOf(apiUrl) {
    const { host } = new URL(apiUrl);
    return /^api\.(.+\.ghe\.com|github\.com)$/.exec(host)?.[1] ?? host;
}

// EXTERNAL MODULE: ./src/github-secrets/memory.ts
var github_secrets_memory = __webpack_require__(5700);
// EXTERNAL MODULE: ./src/github-secrets/parse-target.ts
var parse_target = __webpack_require__(7515);
// EXTERNAL MODULE: ./node_modules/libsodium-wrappers/dist/modules-esm/libsodium-wrappers.mjs + 1 modules
var libsodium_wrappers = __webpack_require__(4768);
;// CONCATENATED MODULE: ./src/github-secrets/seal.ts





async function readySodium() {
    await libsodium_wrappers/* default.ready */.Ay.ready;
}
function seal(text, { id, key }) {
    const base64 = libsodium_wrappers/* default.base64_variants */.Ay.base64_variants.ORIGINAL;
    const box = libsodium_wrappers/* default */.Ay.crypto_box_seal(text, libsodium_wrappers/* default.from_base64 */.Ay.from_base64(key, base64));
    return { encrypted_value: libsodium_wrappers/* default.to_base64 */.Ay.to_base64(box, base64), key_id: id };
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
        this.#key = await fetchPublicKey(this.location, this.api, signal);
        this.memory.saveKey(this.#key);
        return this.#key;
    }
}
async function fetchPublicKey(location, api, signal) {
    const { data } = await api({ method: 'GET', path: `${(0,github_secrets_location/* secretsPath */.z1)(location)}/public-key`, signal });
    const { key_id: id, key } = (0,json/* isJsonObject */.OW)(data) ? data : {};
    const fetched = (0,github_secrets_memory/* parsePublicKey */.ee)(id, key);
    if (fetched === null)
        throw ApiFailure.ofForeignAnswer();
    return fetched;
}

;// CONCATENATED MODULE: ./src/github-secrets/probe.ts






const PROBE_TEXT = 'clr-refresh wrote this to see whether it can, and was about to remove it';
const NOBODY = { visibility: 'selected', selected_repository_ids: [] };
const REMOVAL_LIMIT_MS = 10_000;
const MOST_TRIES = 3;
async function probe({ location, key, api }, budget) {
    const path = `${(0,github_secrets_location/* secretsPath */.z1)(location)}/${parse_target/* PROBE_NAME */.J4}`;
    const visibility = location.kind === 'organization' ? NOBODY : {};
    try {
        await budget.retry(signal => key.whileCurrent(signal, async (current) => {
            const parameters = { ...seal(PROBE_TEXT, current), ...visibility };
            assertWritten(await api({ method: 'PUT', path, parameters, signal }));
        }));
    }
    catch (error) {
        await removeProbe(path, api).catch(() => undefined);
        throw error;
    }
    await removeProbe(path, api);
}
async function removeProbe(path, api) {
    try {
        await new TimeBudget({ limitMs: REMOVAL_LIMIT_MS }, MOST_TRIES).retry(async (signal) => {
            assertWritten(await api({ method: 'DELETE', path, signal }));
        });
    }
    catch (error) {
        if (!(error instanceof ApiFailure) || error.status !== 404)
            throw error;
    }
}

// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
;// CONCATENATED MODULE: ./src/github-secrets/own-writes.ts


const SLACK_MS = 2_000;
class OwnWrites {
    memory;
    #sight;
    constructor(memory) {
        this.memory = memory;
        this.#sight = memory.sight;
    }
    look(updatedAtMs) {
        if (this.#sight === null)
            this.#keep({ firstMs: updatedAtMs, own: [] });
    }
    includes(updatedAtMs) {
        return this.#sight?.own.some(span => isIn(span, updatedAtMs)) ?? false;
    }
    isOvertaken(updatedAtMs) {
        if (this.#sight === null)
            return false;
        const { firstMs } = this.#sight;
        return (firstMs === null || updatedAtMs > firstMs) && !this.includes(updatedAtMs);
    }
    async write({ before, request, readBack }) {
        const earlier = this.#sight ?? { firstMs: null, own: [] };
        const record = (span) => {
            this.#keep({ ...earlier, own: span === null ? earlier.own : [...earlier.own, span] });
        };
        const times = new WriteTimes(before.clock);
        record(times.whileUnderWay());
        try {
            const span = times.landed(await request());
            record(span);
            const after = await readBack();
            if (after !== null)
                record(times.confirmed(after, span) ?? span);
        }
        catch (error) {
            if (error instanceof ApiFailure && error.isRefusal)
                record(null);
            else
                await this.#settleUnclear({ before, readBack }, times, record);
            throw error;
        }
    }
    async #settleUnclear({ before, readBack }, times, record) {
        const span = times.landed(null);
        record(span);
        const after = await readBack();
        if (after === null)
            return;
        record(after.updatedAtMs === before.updatedAtMs ? null : times.confirmed(after, span));
    }
    #keep(sight) {
        this.#sight = sight;
        this.memory.save(sight);
    }
}
class WriteTimes {
    clock;
    #startMs = performance.now();
    #fromMs;
    constructor(clock) {
        this.clock = clock;
        this.#fromMs = Date.now() + clock.aheadMs - SLACK_MS;
    }
    whileUnderWay() {
        return { fromMs: this.#fromMs, untilMs: this.#soonMs() + REQUEST_LIMIT_MS };
    }
    landed(dateMs) {
        return dateMs === null ? { fromMs: this.#fromMs, untilMs: this.#soonMs() } : this.#spanUntil(dateMs);
    }
    confirmed({ updatedAtMs, dateMs }, span) {
        if (updatedAtMs === null)
            return null;
        const isOurs = isIn(span, updatedAtMs) || (dateMs !== null && isIn(this.#spanUntil(dateMs), updatedAtMs));
        return isOurs ? { fromMs: updatedAtMs, untilMs: updatedAtMs } : null;
    }
    #soonMs() {
        return Date.now() + this.clock.aheadMs + this.clock.unsureMs + SLACK_MS;
    }
    #spanUntil(dateMs) {
        return { fromMs: dateMs - (performance.now() - this.#startMs) - SLACK_MS, untilMs: dateMs + SLACK_MS };
    }
}
function isIn({ fromMs, untilMs }, ms) {
    return fromMs <= ms && ms <= untilMs;
}

;// CONCATENATED MODULE: ./src/github-secrets/read-secret.ts




async function readSecret({ location, name }, api, signal) {
    const startMs = performance.now();
    const { secret, dateMs } = await getSecret(`${(0,github_secrets_location/* secretsPath */.z1)(location)}/${name}`, api, signal);
    const aheadMs = dateMs === null ? 0 : dateMs - Date.now();
    const clock = { aheadMs, unsureMs: performance.now() - startMs };
    return { secret, updatedAtMs: secret === null ? null : updatedAtMsOf(secret), dateMs, clock };
}
async function getSecret(path, api, signal) {
    try {
        const { data, dateMs } = await api({ method: 'GET', path, signal });
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
    if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt)))
        throw ApiFailure.ofForeignAnswer();
    return Date.parse(updatedAt);
}
function newVisibility(location) {
    return location.kind === 'organization' ? { visibility: 'private' } : {};
}
async function readVisibility({ location, name }, secret, api, signal) {
    if (location.kind !== 'organization' || secret === null)
        return newVisibility(location);
    const known = (0,github_secrets_memory/* parseVisibility */.Wq)({ visibility: secret.visibility });
    if (known === null)
        throw ApiFailure.ofForeignAnswer();
    if (known.visibility !== 'selected')
        return known;
    const path = `${(0,github_secrets_location/* secretsPath */.z1)(location)}/${name}/repositories`;
    return { ...known, selected_repository_ids: await readRepositoryIds(path, api, signal) };
}
const PAGE_SIZE = 100;
async function readRepositoryIds(path, api, signal) {
    const ids = [];
    for (let page = 1;; page += 1) {
        const { data } = await api({ method: 'GET', path, parameters: { per_page: PAGE_SIZE, page }, signal });
        const repositories = (0,json/* isJsonObject */.OW)(data) ? data.repositories : undefined;
        if (!Array.isArray(repositories))
            throw ApiFailure.ofForeignAnswer();
        ids.push(...repositories.flatMap(idOf));
        if (repositories.length < PAGE_SIZE)
            return ids;
    }
}
function idOf(repository) {
    return (0,json/* isJsonObject */.OW)(repository) && typeof repository.id === 'number' ? [repository.id] : [];
}

;// CONCATENATED MODULE: ./src/github-secrets/secret-access.ts







class Overtaken extends Error {
    writtenAtMs;
    name = 'Overtaken';
    constructor(writtenAtMs, otherWriters) {
        super(`somebody else wrote it at ${(0,times/* utcMinute */.v)(writtenAtMs)} UTC (${otherWriters}), so it stays as it is`);
        this.writtenAtMs = writtenAtMs;
    }
}
class SecretAccess {
    target;
    api;
    memory;
    key;
    #ownWrites;
    #visibilities;
    #read = new Set();
    constructor(target, api, memory) {
        this.target = target;
        this.api = api;
        this.memory = memory;
        this.#visibilities = new Map(memory.visibilities);
        this.key = new LocationKey(target.location, api, memory);
        this.#ownWrites = new OwnWrites(memory);
    }
    hasRead(name) {
        return this.#read.has(name);
    }
    isOwn(updatedAtMs) {
        return this.#ownWrites.includes(updatedAtMs);
    }
    visibilityOf(name) {
        return this.#visibilities.get(name) ?? newVisibility(this.target.location);
    }
    async lookAtGuarded(name, signal) {
        const reading = await readSecret(this.#at(name), this.api, signal);
        await this.#keepVisibility(name, reading.secret, signal);
        this.#ownWrites.look(reading.updatedAtMs);
        return reading;
    }
    async readVisibility(name, signal) {
        if (this.target.location.kind !== 'organization')
            return;
        const { secret } = await readSecret(this.#at(name), this.api, signal);
        await this.#keepVisibility(name, secret, signal);
    }
    async put(text, signal) {
        const isGuarded = text.name === this.target.guardedName;
        await this.key.whileCurrent(signal, key => isGuarded ? this.#putGuarded(text, key, signal) : this.#putPlain(text, key, signal));
    }
    async #putGuarded({ name, textAt }, key, signal) {
        const before = await this.lookAtGuarded(name, signal);
        const { updatedAtMs, clock } = before;
        if (updatedAtMs !== null && this.#ownWrites.isOvertaken(updatedAtMs)) {
            throw new Overtaken(updatedAtMs, this.target.words.otherWriters);
        }
        const request = () => {
            const text = textAt(new Date(Date.now() + clock.aheadMs));
            return this.#write({ name, text }, key, signal);
        };
        await this.#ownWrites.write({ before, request, readBack: () => this.#readBack(name, signal) });
    }
    async #putPlain({ name, textAt }, key, signal) {
        await this.readVisibility(name, signal);
        await this.#write({ name, text: textAt(null) }, key, signal);
    }
    async #write({ name, text }, key, signal) {
        const parameters = { ...seal(text, key), ...this.visibilityOf(name) };
        const path = `${(0,github_secrets_location/* secretsPath */.z1)(this.target.location)}/${name}`;
        const answer = await this.api({ method: 'PUT', path, parameters, signal });
        assertWritten(answer);
        return answer.dateMs;
    }
    async #readBack(name, signal) {
        const signals = AbortSignal.any([signal, AbortSignal.timeout(READ_BACK_LIMIT_MS)]);
        try {
            return await readSecret(this.#at(name), this.api, signals);
        }
        catch (error) {
            if (error instanceof ApiFailure)
                return null;
            throw error;
        }
    }
    async #keepVisibility(name, secret, signal) {
        const visibility = await readVisibility(this.#at(name), secret, this.api, signal);
        this.#read.add(name);
        this.#visibilities.set(name, visibility);
        if (this.target.location.kind === 'organization')
            this.memory.saveVisibilities(this.#visibilities);
    }
    #at(name) {
        return { location: this.target.location, name };
    }
}
const READ_BACK_LIMIT_MS = 5_000;

// EXTERNAL MODULE: ./src/github-secrets/target.ts
var target = __webpack_require__(1850);
;// CONCATENATED MODULE: ./src/github-secrets/secret-store.ts












const MOST_TRIES_TO_ASK = 3;
async function openSecretStore(target, memory = github_secrets_memory/* NO_MEMORY */.gR) {
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
        this.#access = new SecretAccess(target, api, memory);
    }
    async proveWritable(limits) {
        const { guardedName, plainNames, location } = this.target;
        const { key } = this.#access;
        const budget = new TimeBudget(limits, MOST_TRIES_TO_ASK);
        await this.#ask(limits, async () => {
            if (guardedName !== null && !this.#access.hasRead(guardedName)) {
                await budget.retry(signal => this.#access.lookAtGuarded(guardedName, signal));
            }
            await budget.retry(signal => key.current(signal));
            for (const name of plainNames)
                await budget.retry(signal => this.#access.readVisibility(name, signal));
            await probe({ location, key, api: this.api }, budget);
        });
    }
    async lastWrite(limits) {
        const { guardedName } = this.target;
        if (guardedName === null)
            return null;
        const budget = new TimeBudget(limits, MOST_TRIES_TO_ASK);
        const { updatedAtMs } = await this.#ask(limits, () => budget.retry(signal => this.#access.lookAtGuarded(guardedName, signal)));
        return updatedAtMs === null ? null : { atMs: updatedAtMs, isOwn: this.#access.isOwn(updatedAtMs) };
    }
    async write(texts, limits) {
        const budget = new TimeBudget(limits);
        const failures = [];
        for (const text of texts) {
            const failure = (0,target/* whyTooLarge */.y)(text) ?? (await this.#put(text, budget));
            if (failure === null)
                this.#stored.add(text.name);
            else
                failures.push(`${text.name} of ${(0,github_secrets_location/* describeLocation */.lR)(this.target.location)} was not stored: ${failure}`);
        }
        if (failures.length > 0)
            throw new reasons/* RefreshError */.M4('secret-write-failed', failures.join('; '));
    }
    manualWrites(texts) {
        const key = this.#access.key.last;
        if (key === null)
            return [];
        return texts
            .filter(({ name }) => !this.#stored.has(name))
            .map(({ name, textAt }) => {
            const unstored = { name, sealed: seal(textAt(null), key), visibility: this.#access.visibilityOf(name) };
            return { name, command: ghCommand(unstored, this.target), overtakenAtMs: this.#overtaken.get(name) ?? null };
        });
    }
    async #ask(limits, question) {
        try {
            return await question();
        }
        catch (error) {
            if (limits.signal?.aborted === true)
                throw new reasons/* RefreshError */.M4('cancelled', this.target.words.cancelled);
            if (!(error instanceof ApiFailure))
                throw error;
            const where = (0,github_secrets_location/* describeLocation */.lR)(this.target.location);
            const why = await explainFailure(error, this.target, this.api);
            throw new reasons/* RefreshError */.M4('secret-not-writable', `the secrets of ${where} cannot be written: ${why}`);
        }
    }
    async #put(text, budget) {
        try {
            await budget.retry(signal => this.#access.put(text, signal));
            return null;
        }
        catch (error) {
            if (error instanceof Overtaken) {
                this.#overtaken.set(text.name, error.writtenAtMs);
                return error.message;
            }
            if (error instanceof ApiFailure)
                return explainFailure(error, this.target, this.api);
            throw error;
        }
    }
}


/***/ })

};
;
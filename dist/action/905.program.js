"use strict";
exports.id = 905;
exports.ids = [905,286];
exports.modules = {

/***/ 6319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ secretTexts),
/* harmony export */   Vl: () => (/* binding */ assertFits),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4838);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9357);



const LARGEST_SECRET_BYTES = 48 * 1024;
function secretTexts(target, login) {
    const { credentialsName, accessTokenName, isBase64 } = target;
    const { credentialsJson, accessToken } = login;
    return [
        ...(credentialsName === null || credentialsJson === null
            ? []
            : [credentialsText(credentialsName, credentialsJson, isBase64)]),
        ...(accessTokenName === null ? [] : [{ name: accessTokenName, isLogin: false, textAt: () => accessToken }])
    ];
}
function credentialsText(name, credentialsJson, isBase64) {
    const { json } = (0,_stamp_js__WEBPACK_IMPORTED_MODULE_1__/* .readStamp */ .U)(credentialsJson);
    const jsonAt = (now) => (now === null ? json : (0,_stamp_js__WEBPACK_IMPORTED_MODULE_1__/* .stampedCredentials */ .R)(json, now));
    return { name, isLogin: true, textAt: isBase64 ? now => (0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .toBase64 */ .nk)(jsonAt(now)) : jsonAt };
}
const GROWTH_BYTES = 1024;
function assertFits(target, login) {
    const sentence = secretTexts(target, login)
        .map(text => tooLarge(text, GROWTH_BYTES))
        .find(text => text !== null);
    if (sentence !== undefined)
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}
function tooLarge({ name, textAt }, growthBytes = 0) {
    const bytes = Buffer.byteLength(textAt(new Date()));
    if (bytes + growthBytes <= LARGEST_SECRET_BYTES)
        return null;
    const room = growthBytes === 0 ? '' : `, with ${growthBytes} more for longer tokens`;
    return `${name} would have ${bytes} bytes${room}, and GitHub stores at most ${LARGEST_SECRET_BYTES} (48 KB) in a secret`;
}


/***/ }),

/***/ 6905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSecretStore: () => (/* binding */ openSecretStore)
});

// UNUSED EXPORTS: SecretStore

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
// EXTERNAL MODULE: ./src/github-secrets/api-failure.ts
var api_failure = __webpack_require__(7948);
// EXTERNAL MODULE: ./src/github-secrets/place.ts
var github_secrets_place = __webpack_require__(7668);
// EXTERNAL MODULE: ./src/github-secrets/public-key.ts
var public_key = __webpack_require__(8064);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
;// CONCATENATED MODULE: ./src/github-secrets/read-secret.ts



async function readSecret({ place, name }, api, signal) {
    const startMs = performance.now();
    const { secret, dateMs } = await askFor(`${(0,github_secrets_place/* secretsPath */.z1)(place)}/${name}`, api, signal);
    const aheadMs = dateMs === null ? 0 : dateMs - Date.now();
    const clock = { aheadMs, unsureMs: performance.now() - startMs };
    return { secret, updatedAtMs: secret === null ? null : updatedAtMsOf(secret), dateMs, clock };
}
async function askFor(path, api, signal) {
    try {
        const { data, dateMs } = await api({ method: 'GET', path, signal });
        if ((0,json/* isJsonObject */.OW)(data))
            return { secret: data, dateMs };
        throw api_failure/* ApiFailure */.F9.ofForeignAnswer();
    }
    catch (error) {
        if (error instanceof api_failure/* ApiFailure */.F9 && error.status === 404)
            return { secret: null, dateMs: error.dateMs };
        throw error;
    }
}
function updatedAtMsOf({ updated_at: updatedAt }) {
    if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt)))
        throw api_failure/* ApiFailure */.F9.ofForeignAnswer();
    return Date.parse(updatedAt);
}

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

// EXTERNAL MODULE: ./src/github-secrets/visibility.ts
var github_secrets_visibility = __webpack_require__(6547);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/github-secrets/retry.ts


const REQUEST_LIMIT_MS = 15_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
class Patience {
    mostTries;
    signal;
    #endsAtMs;
    constructor(limits, mostTries = Number.POSITIVE_INFINITY) {
        this.mostTries = mostTries;
        const timeUp = AbortSignal.timeout(limits.limitMs);
        this.#endsAtMs = Date.now() + limits.limitMs;
        this.signal = limits.signal === undefined ? timeUp : AbortSignal.any([limits.signal, timeUp]);
    }
    async try(attempt) {
        for (let tries = 1;; tries += 1) {
            try {
                return await attempt(this.signal);
            }
            catch (error) {
                if (!(error instanceof api_failure/* ApiFailure */.F9) || !error.isPassing || tries >= this.mostTries)
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

;// CONCATENATED MODULE: ./src/github-secrets/watch.ts


const SLACK_MS = 2_000;
class SecretWatch {
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
    isOwn(updatedAtMs) {
        return this.#sight?.own.some(span => isIn(span, updatedAtMs)) ?? false;
    }
    isOvertaken(updatedAtMs) {
        if (updatedAtMs === null || this.#sight === null)
            return false;
        const { firstMs } = this.#sight;
        return (firstMs === null || updatedAtMs > firstMs) && !this.isOwn(updatedAtMs);
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
            if (error instanceof api_failure/* ApiFailure */.F9 && error.isRefusal)
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

;// CONCATENATED MODULE: ./src/github-secrets/written.ts

function assertWritten({ status }) {
    if (status !== 201 && status !== 204)
        throw api_failure/* ApiFailure */.F9.ofForeignAnswer();
}

;// CONCATENATED MODULE: ./src/github-secrets/access.ts









class Overtaken extends Error {
    writtenAtMs;
    name = 'Overtaken';
    constructor(writtenAtMs) {
        super(`somebody else wrote it at ${(0,times/* utcMinute */.v)(writtenAtMs)} UTC (a new sign-in, or another job), so it stays as it is`);
        this.writtenAtMs = writtenAtMs;
    }
}
const NO_MEMORY = {
    sight: null,
    save: () => undefined,
    key: null,
    saveKey: () => undefined,
    visibilities: new Map(),
    saveVisibilities: () => undefined
};
class SecretAccess {
    place;
    api;
    memory;
    key;
    #watch;
    #visibilities;
    #read = new Set();
    constructor(place, api, memory) {
        this.place = place;
        this.api = api;
        this.memory = memory;
        this.#visibilities = new Map(memory.visibilities);
        this.key = new public_key/* PlaceKey */.Lk(place, api, memory);
        this.#watch = new SecretWatch(memory);
    }
    hasRead(name) {
        return this.#read.has(name);
    }
    isOwn(updatedAtMs) {
        return this.#watch.isOwn(updatedAtMs);
    }
    visibilityOf(name) {
        return this.#visibilities.get(name) ?? (0,github_secrets_visibility/* newVisibility */.tK)(this.place);
    }
    async lookAtLogin(name, signal) {
        const reading = await readSecret({ place: this.place, name }, this.api, signal);
        await this.#keepVisibility(name, reading.secret, signal);
        this.#watch.look(reading.updatedAtMs);
        return reading;
    }
    async readVisibility(name, signal) {
        if (this.place.kind !== 'organization')
            return;
        const { secret } = await readSecret({ place: this.place, name }, this.api, signal);
        await this.#keepVisibility(name, secret, signal);
    }
    async put(text, signal) {
        await this.key.whileCurrent(signal, key => text.isLogin ? this.#putLogin(text, key, signal) : this.#putOther(text, key, signal));
    }
    async #putLogin({ name, textAt }, key, signal) {
        const before = await this.lookAtLogin(name, signal);
        const { updatedAtMs, clock } = before;
        if (updatedAtMs !== null && this.#watch.isOvertaken(updatedAtMs))
            throw new Overtaken(updatedAtMs);
        const request = () => {
            const text = textAt(new Date(Date.now() + clock.aheadMs));
            return this.#write({ name, text }, key, signal);
        };
        await this.#watch.write({ before, request, readBack: () => this.#readBack(name, signal) });
    }
    async #putOther({ name, textAt }, key, signal) {
        await this.readVisibility(name, signal);
        await this.#write({ name, text: textAt(null) }, key, signal);
    }
    async #write({ name, text }, key, signal) {
        const parameters = { ...seal(text, key), ...this.visibilityOf(name) };
        const path = `${(0,github_secrets_place/* secretsPath */.z1)(this.place)}/${name}`;
        const answer = await this.api({ method: 'PUT', path, parameters, signal });
        assertWritten(answer);
        return answer.dateMs;
    }
    async #readBack(name, signal) {
        const signals = AbortSignal.any([signal, AbortSignal.timeout(READ_BACK_LIMIT_MS)]);
        try {
            return await readSecret({ place: this.place, name }, this.api, signals);
        }
        catch (error) {
            if (error instanceof api_failure/* ApiFailure */.F9)
                return null;
            throw error;
        }
    }
    async #keepVisibility(name, secret, signal) {
        const visibility = await (0,github_secrets_visibility/* readVisibility */.tQ)({ place: this.place, name }, secret, this.api, signal);
        this.#read.add(name);
        this.#visibilities.set(name, visibility);
        if (this.place.kind === 'organization')
            this.memory.saveVisibilities(this.#visibilities);
    }
}
const READ_BACK_LIMIT_MS = 5_000;

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./node_modules/@octokit/request/dist-bundle/index.js + 4 modules
var dist_bundle = __webpack_require__(2561);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(1015);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
;// CONCATENATED MODULE: ./src/github-secrets/api.ts









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
            return { status: answer.status, data: answer.data, dateMs: (0,api_failure/* dateMsOf */.So)(answer.headers.date) };
        }
        catch (error) {
            throw failureOf(error, token);
        }
    };
}
function fetchByProxy(url, init) {
    const dispatcher = new lib/* HttpClient */.Qq().getAgentDispatcher(url);
    return (0,undici/* fetch */.hd)(url, dispatcher === undefined ? init : { ...init, dispatcher });
}
function failureOf(error, token) {
    const response = error instanceof dist_src/* RequestError */.G ? error.response : undefined;
    if (response === undefined)
        return new api_failure/* ApiFailure */.F9({ status: null, said: connectionCode(error), headers: {} });
    const { status, headers, data } = response;
    const message = (0,json/* isJsonObject */.OW)(data) && typeof data.message === 'string' ? data.message : '';
    return new api_failure/* ApiFailure */.F9({ status, said: oneLine(message, token), headers });
}
const LONGEST_SAYING = 200;
function oneLine(text, token) {
    return (0,redact/* plain */.pj)(text, [token]).replace(/\s+/g, ' ').slice(0, LONGEST_SAYING);
}
function connectionCode(error) {
    for (let inner = error; typeof inner === 'object' && inner !== null; inner = 'cause' in inner ? inner.cause : null) {
        const name = 'name' in inner ? inner.name : '';
        if (name === 'TimeoutError')
            return 'no answer in time';
        if (name === 'AbortError')
            return api_failure/* GIVEN_UP */.wo;
        const code = (0,system_error/* errorCode */.CA)(inner);
        if (/^[A-Z][A-Z\d_]+$/.test(code))
            return code;
    }
    return 'connection failed';
}

;// CONCATENATED MODULE: ./src/github-secrets/explain-failure.ts

function explain(failure, target, repositoryIsThere = null) {
    const said = failure.status === null || failure.said === '' ? '' : ` (GitHub said: ${JSON.stringify(failure.said)})`;
    if (failure.status !== 404)
        return `${clauseFor(failure, target)}${said}`;
    return `${notFoundClause(target.place, repositoryIsThere)}${hintAt(target.token)}${said}`;
}
function clauseFor(failure, target) {
    const { status } = failure;
    if (failure.isGivenUp)
        return 'the job was cancelled, or the time was up, before GitHub had answered';
    if (status === null) {
        return `GitHub's API at ${target.apiUrl} cannot be reached (${failure.said}); check the network, GITHUB_API_URL, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS for a proxy with a CA of its own`;
    }
    if (failure.isRateLimit)
        return `GitHub takes no more requests for now${waitClause(failure)}`;
    if (status >= 500)
        return `GitHub's API fails with status ${status}; try again later`;
    if (status === 401)
        return 'github-token is not valid: it is expired, revoked, or of another GitHub server';
    if (failure.isSingleSignOn) {
        return `github-token is not authorised for the single sign-on of its organization; authorise it in your token settings`;
    }
    if (status === 403)
        return `github-token lacks ${(0,github_secrets_place/* permissionFor */.Tj)(target.place)}${hintAt(target.token)}`;
    return `GitHub's API answers with status ${status}`;
}
function waitClause({ waitMs }) {
    return waitMs === null ? '' : `; it asks to wait ${Math.ceil(waitMs / 1_000)} s`;
}
function notFoundClause(place, repositoryIsThere) {
    const missing = place.kind === 'environment' && repositoryIsThere === false
        ? `repository ${place.repository}`
        : (0,github_secrets_place/* describePlace */.df)(place);
    return `${missing} does not exist, or github-token has no access to it; it needs ${(0,github_secrets_place/* permissionFor */.Tj)(place)}`;
}
function hintAt(token) {
    if (!token.startsWith('ghs_'))
        return '';
    return "; if it is the job's own GITHUB_TOKEN: that can never write secrets, take a personal access token or a GitHub App's";
}

;// CONCATENATED MODULE: ./src/github-secrets/diagnose.ts


const DIAGNOSIS_LIMIT_MS = 5_000;
async function diagnose(failure, target, api) {
    const { place } = target;
    if (failure.status !== 404 || place.kind !== 'environment')
        return explain(failure, target);
    const { signal } = new Patience({ limitMs: DIAGNOSIS_LIMIT_MS });
    const repositoryIsThere = await api({ method: 'GET', path: `/repos/${place.repository}`, signal }).then(() => true, () => false);
    return explain(failure, target, repositoryIsThere);
}

;// CONCATENATED MODULE: ./src/github-secrets/manual-fallback.ts


function describeFallback(secrets, at) {
    const ordinary = secrets.filter(({ overtakenAtMs }) => overtakenAtMs === null);
    const overtaken = secrets.flatMap(({ overtakenAtMs, ...secret }) => overtakenAtMs === null ? [] : [blockOf(warningOf(secret.name, overtakenAtMs), [{ ...secret, overtakenAtMs }], at)]);
    return [...(ordinary.length === 0 ? [] : [blockOf(TO_BE_STORED, ordinary, at)]), ...overtaken].join('\n\n');
}
const TO_BE_STORED = [
    '**Store the new credentials by hand**, before the next run, unless this summary says further down that the end of the',
    'job has stored them: on a machine where `gh` is logged in as somebody who may write this secret. The text is sealed:',
    'only GitHub can open it.'
];
function warningOf(name, overtakenAtMs) {
    return [
        `⚠️ **This line would replace what somebody else wrote at ${(0,times/* utcMinute */.v)(overtakenAtMs)} UTC** to the secret \`${name}\`, while this job`,
        'was at work: a new sign-in, or what another job made of the login. Run it only if you know that this is not wanted. The',
        'text is sealed: only GitHub can open it.'
    ];
}
function blockOf(paragraph, secrets, at) {
    return [...paragraph, '', '```sh', ...secrets.map(secret => lineFor(secret, at)), '```'].join('\n');
}
function lineFor({ name, sealed, visibility }, { place, apiUrl }) {
    const host = hostOf(apiUrl);
    const { visibility: who, selected_repository_ids: ids } = visibility;
    const texts = { ...sealed, ...(who === undefined ? {} : { visibility: who }) };
    return [
        `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${(0,github_secrets_place/* secretsPath */.z1)(place)}/${name}'`,
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

// EXTERNAL MODULE: ./src/action/login-secrets.ts
var login_secrets = __webpack_require__(6319);
// EXTERNAL MODULE: ./src/github-secrets/secret-name.ts
var secret_name = __webpack_require__(439);
;// CONCATENATED MODULE: ./src/github-secrets/probe.ts







const PROBE_TEXT = 'clr-refresh wrote this to see whether it can, and was about to remove it';
const REMOVAL_LIMIT_MS = 10_000;
const MOST_TRIES = 3;
async function probe(site, patience) {
    const { place, key, api } = site;
    const path = `${(0,github_secrets_place/* secretsPath */.z1)(place)}/${secret_name/* PROBE_NAME */.J4}`;
    try {
        await patience.try(signal => key.whileCurrent(signal, async (current) => {
            const parameters = { ...seal(PROBE_TEXT, current), ...(0,github_secrets_visibility/* probeVisibility */.hM)(place) };
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
        await new Patience({ limitMs: REMOVAL_LIMIT_MS }, MOST_TRIES).try(async (signal) => {
            assertWritten(await api({ method: 'DELETE', path, signal }));
        });
    }
    catch (error) {
        if (!(error instanceof api_failure/* ApiFailure */.F9) || error.status !== 404)
            throw error;
    }
}

// EXTERNAL MODULE: ./src/github-secrets/staleness.ts
var staleness = __webpack_require__(6961);
;// CONCATENATED MODULE: ./src/github-secrets/secret-store.ts












const MOST_TRIES_TO_PROVE = 3;
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
        this.#access = new SecretAccess(target.place, api, memory);
    }
    async proveWritable(limits) {
        const { credentialsName, accessTokenName, place } = this.target;
        const patience = new Patience(limits, MOST_TRIES_TO_PROVE);
        await this.#ask(limits, async () => {
            const { key } = this.#access;
            if (credentialsName !== null && !this.#access.hasRead(credentialsName)) {
                await patience.try(signal => this.#access.lookAtLogin(credentialsName, signal));
            }
            await patience.try(signal => key.current(signal));
            if (accessTokenName !== null)
                await patience.try(signal => this.#access.readVisibility(accessTokenName, signal));
            await probe({ place, key, api: this.api }, patience);
        });
    }
    async checkNotStale({ storedAt, isContinued }, limits) {
        const { place, credentialsName: name } = this.target;
        if (name === null || storedAt === null || (0,staleness/* latestWriteMs */.fx)(storedAt) === null)
            return;
        const patience = new Patience(limits, MOST_TRIES_TO_PROVE);
        const look = () => patience.try(signal => this.#access.lookAtLogin(name, signal));
        const { updatedAtMs } = await this.#ask(limits, look);
        const sentence = (0,staleness/* stalenessOf */.sX)({ place, name }, updatedAtMs, storedAt);
        if (sentence === null)
            return;
        if (updatedAtMs === null || !this.#access.isOwn(updatedAtMs))
            throw new reasons/* RefreshError */.M4('secret-stale', sentence);
        if (!isContinued)
            throw new reasons/* RefreshError */.M4('secret-stale', (0,staleness/* renewedBefore */.Ir)({ place, name }));
    }
    async store(login, limits) {
        const patience = new Patience(limits);
        const failures = [];
        for (const text of (0,login_secrets/* secretTexts */.Vh)(this.target, login)) {
            const failure = (0,login_secrets/* tooLarge */.g$)(text) ?? (await this.#put(text, patience));
            if (failure === null)
                this.#stored.add(text.name);
            else
                failures.push(`${text.name} of ${(0,github_secrets_place/* describePlace */.df)(this.target.place)} was not stored: ${failure}`);
        }
        if (failures.length > 0)
            throw new reasons/* RefreshError */.M4('secret-write-failed', failures.join('; '));
    }
    sealedFallback(login) {
        const key = this.#access.key.last;
        const waiting = (0,login_secrets/* secretTexts */.Vh)(this.target, login).filter(({ name }) => !this.#stored.has(name));
        if (key === null || waiting.length === 0)
            return null;
        const secrets = waiting.map(({ name, textAt }) => ({
            name,
            sealed: seal(textAt(null), key),
            visibility: this.#access.visibilityOf(name),
            overtakenAtMs: this.#overtaken.get(name) ?? null
        }));
        return describeFallback(secrets, this.target);
    }
    async #ask(limits, question) {
        try {
            return await question();
        }
        catch (error) {
            if (limits.signal?.aborted === true)
                throw new reasons/* RefreshError */.M4('cancelled', `the job was cancelled; ${reasons/* NOT_SENT_HERE */.Al}`);
            if (!(error instanceof api_failure/* ApiFailure */.F9))
                throw error;
            const where = (0,github_secrets_place/* describePlace */.df)(this.target.place);
            const why = await diagnose(error, this.target, this.api);
            throw new reasons/* RefreshError */.M4('secret-not-writable', `the secrets of ${where} cannot be written: ${why}`);
        }
    }
    async #put(text, patience) {
        try {
            await patience.try(signal => this.#access.put(text, signal));
            return null;
        }
        catch (error) {
            if (error instanceof Overtaken) {
                this.#overtaken.set(text.name, error.writtenAtMs);
                return error.message;
            }
            if (error instanceof api_failure/* ApiFailure */.F9)
                return diagnose(error, this.target, this.api);
            throw error;
        }
    }
}


/***/ })

};
;
"use strict";
exports.id = 977;
exports.ids = [977];
exports.modules = {

/***/ 6977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSecretStore: () => (/* binding */ openSecretStore)
});

// UNUSED EXPORTS: SecretStore

// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
;// CONCATENATED MODULE: ./src/action/secret/api-failure.ts
class ApiFailure extends Error {
    name = 'ApiFailure';
    status;
    said;
    waitMs;
    isRateLimit;
    isSingleSignOn;
    constructor({ status, said, headers }) {
        super(`GitHub's API: ${status ?? 'no answer'} ${said}`);
        this.status = status;
        this.said = said;
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
    get isPassing() {
        return this.status === null || this.status >= 500 || this.isRateLimit;
    }
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
// EXTERNAL MODULE: ./src/refresh/json.ts
var refresh_json = __webpack_require__(781);
// EXTERNAL MODULE: ./src/refresh/redact.ts
var redact = __webpack_require__(1518);
// EXTERNAL MODULE: ./src/refresh/system/system-error.ts
var system_error = __webpack_require__(2727);
;// CONCATENATED MODULE: ./src/action/secret/api.ts








const REQUEST_LIMIT_MS = 15_000;
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
            const dateMs = Date.parse(answer.headers.date ?? '');
            return { status: answer.status, data: answer.data, dateMs: Number.isNaN(dateMs) ? null : dateMs };
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
        return new ApiFailure({ status: null, said: connectionCode(error), headers: {} });
    const { status, headers, data } = response;
    const message = (0,refresh_json/* isJsonObject */.O)(data) && typeof data.message === 'string' ? data.message : '';
    return new ApiFailure({ status, said: oneLine(message, token), headers });
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
            return GIVEN_UP;
        const code = (0,system_error/* errorCode */.C)(inner);
        if (/^[A-Z][A-Z\d_]+$/.test(code))
            return code;
    }
    return 'connection failed';
}

// EXTERNAL MODULE: ./src/action/secret/place.ts
var secret_place = __webpack_require__(4884);
;// CONCATENATED MODULE: ./src/action/secret/explain.ts

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
        return `GitHub's API at ${target.apiUrl} cannot be reached (${failure.said}); check the network, GITHUB_API_URL and HTTPS_PROXY`;
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
        return `github-token lacks ${(0,secret_place/* permissionFor */.Tj)(target.place)}${hintAt(target.token)}`;
    return `GitHub's API answers with status ${status}`;
}
function waitClause({ waitMs }) {
    return waitMs === null ? '' : `; it asks to wait ${Math.ceil(waitMs / 1_000)} s`;
}
function notFoundClause(place, repositoryIsThere) {
    const missing = place.kind === 'environment' && repositoryIsThere === false
        ? `repository ${place.repository}`
        : (0,secret_place/* describePlace */.df)(place);
    return `${missing} does not exist, or github-token has no access to it; it needs ${(0,secret_place/* permissionFor */.Tj)(place)}`;
}
function hintAt(token) {
    if (!token.startsWith('ghs_'))
        return '';
    return "; if it is the job's own GITHUB_TOKEN: that can never write secrets, take a personal access token or a GitHub App's";
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/action/secret/patience.ts


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
                if (!(error instanceof ApiFailure) || !error.isPassing || tries >= this.mostTries)
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

;// CONCATENATED MODULE: ./src/action/secret/diagnose.ts


const DIAGNOSIS_LIMIT_MS = 5_000;
async function diagnose(failure, target, api) {
    const { place } = target;
    if (failure.status !== 404 || place.kind !== 'environment')
        return explain(failure, target);
    const { signal } = new Patience({ limitMs: DIAGNOSIS_LIMIT_MS });
    const repositoryIsThere = await api({ method: 'GET', path: `/repos/${place.repository}`, signal }).then(() => true, () => false);
    return explain(failure, target, repositoryIsThere);
}

;// CONCATENATED MODULE: ./src/action/secret/fallback.ts

function describeFallback(secrets, at) {
    const lines = secrets.map(secret => lineFor(secret, at));
    return [
        '**Store the new credentials by hand**, before the next run, unless this summary says further down that the end of the',
        'job has stored them: on a machine where `gh` is logged in as somebody who may write this secret. The text is sealed:',
        'GitHub alone can open it.',
        '',
        '```sh',
        ...lines,
        '```'
    ].join('\n');
}
function lineFor({ name, sealed, visibility }, { place, apiUrl }) {
    const host = hostOf(apiUrl);
    const { visibility: who, selected_repository_ids: ids } = visibility;
    const texts = { ...sealed, ...(who === undefined ? {} : { visibility: who }) };
    return [
        `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${(0,secret_place/* secretsPath */.z1)(place)}/${name}'`,
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

;// CONCATENATED MODULE: ./src/action/secret/stamp.ts

function stampedCredentials(json, now) {
    const value = (0,refresh_json/* parseJson */.q)(json);
    return (0,refresh_json/* isJsonObject */.O)(value) ? JSON.stringify({ ...value, storedAt: now.toISOString() }) : json;
}
function readStamp(text) {
    const value = (0,refresh_json/* parseJson */.q)(text.replace(/^\uFEFF/, ''));
    if (!(0,refresh_json/* isJsonObject */.O)(value))
        return { json: text, storedAt: null };
    const { storedAt, ...credentials } = value;
    return { json: JSON.stringify(credentials), storedAt: typeof storedAt === 'string' ? storedAt : null };
}

;// CONCATENATED MODULE: ./src/action/secret/login-texts.ts


const LARGEST_SECRET_BYTES = 48 * 1024;
function secretTexts(target, login) {
    const { credentialsName, accessTokenName } = target;
    const { credentialsJson, accessToken } = login;
    return [
        ...(credentialsName === null || credentialsJson === null
            ? []
            : [credentialsText(credentialsName, credentialsJson)]),
        ...(accessTokenName === null ? [] : [{ name: accessTokenName, textAt: () => accessToken }])
    ];
}
function credentialsText(name, credentialsJson) {
    const { json } = readStamp(credentialsJson);
    return { name, textAt: now => (now === null ? json : stampedCredentials(json, now)) };
}
function assertFits(target, login) {
    const sentence = secretTexts(target, login)
        .map(tooLarge)
        .find(text => text !== null);
    if (sentence !== undefined)
        throw new RefreshError('usage', sentence);
}
function tooLarge({ name, textAt }) {
    const bytes = Buffer.byteLength(textAt(new Date()));
    if (bytes <= LARGEST_SECRET_BYTES)
        return null;
    return `${name} would have ${bytes} bytes, and GitHub stores at most ${LARGEST_SECRET_BYTES} (48 KB) in a secret`;
}

// EXTERNAL MODULE: ./node_modules/libsodium-wrappers/dist/modules-esm/libsodium-wrappers.mjs + 1 modules
var libsodium_wrappers = __webpack_require__(4768);
;// CONCATENATED MODULE: ./src/action/secret/seal.ts

async function readySodium() {
    await libsodium_wrappers/* default.ready */.Ay.ready;
}
function seal(text, { id, key }) {
    const base64 = libsodium_wrappers/* default.base64_variants */.Ay.base64_variants.ORIGINAL;
    const box = libsodium_wrappers/* default */.Ay.crypto_box_seal(text, libsodium_wrappers/* default.from_base64 */.Ay.from_base64(key, base64));
    return { encrypted_value: libsodium_wrappers/* default.to_base64 */.Ay.to_base64(box, base64), key_id: id };
}

// EXTERNAL MODULE: ./src/action/secret/secret-name.ts
var secret_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./src/action/secret/visibility.ts



const NOBODY = { visibility: 'selected', selected_repository_ids: [] };
const NEW = { visibility: 'private' };
const PAGE_SIZE = 100;
function newVisibility(place) {
    return place.kind === 'organization' ? NEW : {};
}
function probeVisibility(place) {
    return place.kind === 'organization' ? NOBODY : {};
}
async function readVisibility(at, api, signal) {
    if (at.place.kind !== 'organization')
        return {};
    const path = `${(0,secret_place/* secretsPath */.z1)(at.place)}/${at.name}`;
    try {
        const { data } = await api({ method: 'GET', path, signal });
        const visibility = (0,refresh_json/* isJsonObject */.O)(data) ? data.visibility : undefined;
        if (typeof visibility !== 'string' || !/^\w+$/.test(visibility))
            throw ApiFailure.ofForeignAnswer();
        if (visibility !== 'selected')
            return { visibility };
        return { visibility, selected_repository_ids: await readRepositoryIds(`${path}/repositories`, api, signal) };
    }
    catch (error) {
        if (error instanceof ApiFailure && error.status === 404)
            return NEW;
        throw error;
    }
}
async function readRepositoryIds(path, api, signal) {
    const ids = [];
    for (let page = 1;; page += 1) {
        const { data } = await api({ method: 'GET', path, parameters: { per_page: PAGE_SIZE, page }, signal });
        const repositories = (0,refresh_json/* isJsonObject */.O)(data) ? data.repositories : undefined;
        if (!Array.isArray(repositories))
            throw ApiFailure.ofForeignAnswer();
        ids.push(...repositories.flatMap(idOf));
        if (repositories.length < PAGE_SIZE)
            return ids;
    }
}
function idOf(repository) {
    return (0,refresh_json/* isJsonObject */.O)(repository) && typeof repository.id === 'number' ? [repository.id] : [];
}

;// CONCATENATED MODULE: ./src/action/secret/written.ts

function assertWritten({ status }) {
    if (status !== 201 && status !== 204)
        throw ApiFailure.ofForeignAnswer();
}

;// CONCATENATED MODULE: ./src/action/secret/probe.ts







const PROBE_TEXT = 'clr-refresh wrote this to see whether it can, and was about to remove it';
const REMOVAL_LIMIT_MS = 10_000;
const MOST_TRIES = 3;
async function probe(site, patience) {
    const { place, key, api } = site;
    const path = `${(0,secret_place/* secretsPath */.z1)(place)}/${secret_name/* PROBE_NAME */.J4}`;
    const parameters = { ...seal(PROBE_TEXT, key), ...probeVisibility(place) };
    try {
        await patience.try(async (signal) => {
            assertWritten(await api({ method: 'PUT', path, parameters, signal }));
        });
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
        if (!(error instanceof ApiFailure) || error.status !== 404)
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/action/secret/public-key.ts



async function fetchPublicKey(place, api, signal) {
    const { data, dateMs } = await api({ method: 'GET', path: `${(0,secret_place/* secretsPath */.z1)(place)}/public-key`, signal });
    const { key_id: id, key } = (0,refresh_json/* isJsonObject */.O)(data) ? data : {};
    if (typeof id !== 'string' || !/^[\w.-]+$/.test(id))
        throw ApiFailure.ofForeignAnswer();
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES)
        throw ApiFailure.ofForeignAnswer();
    return { id, key, clockAheadMs: dateMs === null ? 0 : dateMs - Date.now() };
}
const KEY_BYTES = 32;

// EXTERNAL MODULE: ./src/refresh/times.ts
var times = __webpack_require__(2833);
;// CONCATENATED MODULE: ./src/action/secret/staleness.ts




const TOLERANCE_MS = 2 * 60 * 1_000;
async function findStaleness(secret, api, signal) {
    const updatedAtMs = await readUpdatedAt(secret, api, signal);
    if (updatedAtMs === null || updatedAtMs - secret.storedAtMs <= TOLERANCE_MS)
        return null;
    const [written, stamped] = [(0,times/* utcMinute */.v)(updatedAtMs), (0,times/* utcMinute */.v)(secret.storedAtMs)];
    return `the secret ${secret.name} of ${(0,secret_place/* describePlace */.df)(secret.place)} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and nothing was sent`;
}
async function readUpdatedAt({ place, name }, api, signal) {
    try {
        const { data } = await api({ method: 'GET', path: `${(0,secret_place/* secretsPath */.z1)(place)}/${name}`, signal });
        const updatedAt = (0,refresh_json/* isJsonObject */.O)(data) ? data.updated_at : undefined;
        if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt)))
            throw ApiFailure.ofForeignAnswer();
        return Date.parse(updatedAt);
    }
    catch (error) {
        if (error instanceof ApiFailure && error.status === 404)
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/action/secret/store.ts














const MOST_TRIES_TO_PROVE = 3;
async function openSecretStore(target) {
    await readySodium();
    return new SecretStore(target, connect(target));
}
class SecretStore {
    target;
    api;
    #key = null;
    #visibilities = new Map();
    #stored = new Set();
    constructor(target, api) {
        this.target = target;
        this.api = api;
    }
    async proveWritable(limits) {
        const { target, api } = this;
        const patience = new Patience(limits, MOST_TRIES_TO_PROVE);
        await this.#ask(limits, async () => {
            const key = await patience.try(signal => this.#fetchKey(signal));
            const names = [target.credentialsName, target.accessTokenName].filter(name => name !== null);
            for (const name of names)
                await patience.try(signal => this.#readVisibility(name, signal));
            await probe({ place: target.place, key, api }, patience);
        });
    }
    async checkNotStale(storedAt, limits) {
        const { target, api } = this;
        const name = target.credentialsName;
        if (name === null || storedAt === null || Number.isNaN(Date.parse(storedAt)))
            return;
        const at = { place: target.place, name, storedAtMs: Date.parse(storedAt) };
        const patience = new Patience(limits, MOST_TRIES_TO_PROVE);
        const sentence = await this.#ask(limits, () => patience.try(signal => findStaleness(at, api, signal)));
        if (sentence !== null)
            throw new reasons/* RefreshError */.M4('secret-stale', sentence);
    }
    async store(login, limits) {
        const patience = new Patience(limits);
        const failures = [];
        for (const text of secretTexts(this.target, login)) {
            const failure = tooLarge(text) ?? (await this.#put(text, patience));
            if (failure === null)
                this.#stored.add(text.name);
            else
                failures.push(`${text.name} of ${(0,secret_place/* describePlace */.df)(this.target.place)} was not stored: ${failure}`);
        }
        if (failures.length > 0)
            throw new reasons/* RefreshError */.M4('secret-write-failed', failures.join('; '));
    }
    sealedFallback(login) {
        const key = this.#key;
        const waiting = secretTexts(this.target, login).filter(({ name }) => !this.#stored.has(name));
        if (key === null || waiting.length === 0)
            return null;
        const secrets = waiting.map(({ name, textAt }) => ({
            name,
            sealed: seal(textAt(null), key),
            visibility: this.#visibilities.get(name) ?? newVisibility(this.target.place)
        }));
        return describeFallback(secrets, this.target);
    }
    async #ask(limits, question) {
        try {
            return await question();
        }
        catch (error) {
            if (limits.signal?.aborted === true)
                throw new reasons/* RefreshError */.M4('cancelled', 'the job was cancelled; nothing was sent');
            if (!(error instanceof ApiFailure))
                throw error;
            const where = (0,secret_place/* describePlace */.df)(this.target.place);
            const why = await diagnose(error, this.target, this.api);
            throw new reasons/* RefreshError */.M4('secret-not-writable', `the secrets of ${where} cannot be written: ${why}`);
        }
    }
    async #put(text, patience) {
        try {
            await patience.try(signal => this.#putOnce(text, signal));
            return null;
        }
        catch (error) {
            if (error instanceof ApiFailure)
                return diagnose(error, this.target, this.api);
            throw error;
        }
    }
    async #putOnce({ name, textAt }, signal) {
        const key = this.#key ?? (await this.#fetchKey(signal));
        const visibility = await this.#readVisibility(name, signal);
        const sealed = seal(textAt(new Date(Date.now() + key.clockAheadMs)), key);
        const path = `${(0,secret_place/* secretsPath */.z1)(this.target.place)}/${name}`;
        assertWritten(await this.api({ method: 'PUT', path, parameters: { ...sealed, ...visibility }, signal }));
    }
    async #fetchKey(signal) {
        this.#key = await fetchPublicKey(this.target.place, this.api, signal);
        return this.#key;
    }
    async #readVisibility(name, signal) {
        const visibility = await readVisibility({ place: this.target.place, name }, this.api, signal);
        this.#visibilities.set(name, visibility);
        return visibility;
    }
}


/***/ })

};
;
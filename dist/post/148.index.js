"use strict";
exports.id = 148;
exports.ids = [148];
exports.modules = {

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSecretStore: () => (/* binding */ openSecretStore)
});

// UNUSED EXPORTS: SecretStore

// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/refresh/times.ts
var times = __webpack_require__(2833);
// EXTERNAL MODULE: ./src/action/secret/api-failure.ts
var api_failure = __webpack_require__(9324);
// EXTERNAL MODULE: ./src/action/secret/place.ts
var secret_place = __webpack_require__(4884);
// EXTERNAL MODULE: ./src/refresh/json.ts
var json = __webpack_require__(781);
;// CONCATENATED MODULE: ./src/action/secret/public-key.ts



async function fetchPublicKey(place, api, signal) {
    const { data, dateMs } = await api({ method: 'GET', path: `${(0,secret_place/* secretsPath */.z1)(place)}/public-key`, signal });
    const { key_id: id, key } = (0,json/* isJsonObject */.OW)(data) ? data : {};
    if (typeof id !== 'string' || !/^[\w.-]+$/.test(id))
        throw api_failure/* ApiFailure */.F.ofForeignAnswer();
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES)
        throw api_failure/* ApiFailure */.F.ofForeignAnswer();
    return { id, key, clockAheadMs: dateMs === null ? 0 : dateMs - Date.now() };
}
class PlaceKey {
    place;
    api;
    #key = null;
    constructor(place, api) {
        this.place = place;
        this.api = api;
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
            if (!(error instanceof api_failure/* ApiFailure */.F) || error.status !== 422)
                throw error;
            const renewed = await this.#fetch(signal);
            if (renewed.id === key.id && renewed.key === key.key)
                throw error;
            return request(renewed);
        }
    }
    async #fetch(signal) {
        this.#key = await fetchPublicKey(this.place, this.api, signal);
        return this.#key;
    }
}
const KEY_BYTES = 32;

;// CONCATENATED MODULE: ./src/action/secret/read-secret.ts



async function readSecret({ place, name }, api, signal) {
    try {
        const { data } = await api({ method: 'GET', path: `${(0,secret_place/* secretsPath */.z1)(place)}/${name}`, signal });
        if ((0,json/* isJsonObject */.OW)(data))
            return data;
        throw api_failure/* ApiFailure */.F.ofForeignAnswer();
    }
    catch (error) {
        if (error instanceof api_failure/* ApiFailure */.F && error.status === 404)
            return null;
        throw error;
    }
}
function updatedAtMsOf(secret) {
    if (secret === null)
        return null;
    const { updated_at: updatedAt } = secret;
    if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt)))
        throw api_failure/* ApiFailure */.F.ofForeignAnswer();
    return Date.parse(updatedAt);
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

// EXTERNAL MODULE: ./src/action/secret/sight.ts
var sight = __webpack_require__(2590);
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
async function readVisibility(at, secret, api, signal) {
    if (at.place.kind !== 'organization' || secret === null)
        return newVisibility(at.place);
    const { visibility } = secret;
    if (typeof visibility !== 'string' || !/^\w+$/.test(visibility))
        throw api_failure/* ApiFailure */.F.ofForeignAnswer();
    if (visibility !== 'selected')
        return { visibility };
    const path = `${(0,secret_place/* secretsPath */.z1)(at.place)}/${at.name}/repositories`;
    return { visibility, selected_repository_ids: await readRepositoryIds(path, api, signal) };
}
async function readRepositoryIds(path, api, signal) {
    const ids = [];
    for (let page = 1;; page += 1) {
        const { data } = await api({ method: 'GET', path, parameters: { per_page: PAGE_SIZE, page }, signal });
        const repositories = (0,json/* isJsonObject */.OW)(data) ? data.repositories : undefined;
        if (!Array.isArray(repositories))
            throw api_failure/* ApiFailure */.F.ofForeignAnswer();
        ids.push(...repositories.flatMap(idOf));
        if (repositories.length < PAGE_SIZE)
            return ids;
    }
}
function idOf(repository) {
    return (0,json/* isJsonObject */.OW)(repository) && typeof repository.id === 'number' ? [repository.id] : [];
}

;// CONCATENATED MODULE: ./src/action/secret/written.ts

function assertWritten({ status }) {
    if (status !== 201 && status !== 204)
        throw api_failure/* ApiFailure */.F.ofForeignAnswer();
}

;// CONCATENATED MODULE: ./src/action/secret/access.ts









class Overtaken extends Error {
    writtenAtMs;
    name = 'Overtaken';
    constructor(writtenAtMs) {
        super(`somebody else wrote it at ${(0,times/* utcMinute */.v)(writtenAtMs)} UTC (a new sign-in, or another job), so it stays as it is`);
        this.writtenAtMs = writtenAtMs;
    }
}
class SecretAccess {
    place;
    api;
    key;
    #watch;
    #visibilities = new Map();
    constructor(place, api, memory) {
        this.place = place;
        this.api = api;
        this.key = new PlaceKey(place, api);
        this.#watch = new sight/* SecretWatch */.sJ(memory);
    }
    get hasLooked() {
        return this.#watch.hasLooked;
    }
    visibilityOf(name) {
        return this.#visibilities.get(name) ?? newVisibility(this.place);
    }
    async lookAtLogin(name, signal) {
        const secret = await readSecret({ place: this.place, name }, this.api, signal);
        const updatedAtMs = updatedAtMsOf(secret);
        await this.#keepVisibility(name, secret, signal);
        this.#watch.look(updatedAtMs);
        return updatedAtMs;
    }
    async readVisibility(name, signal) {
        if (this.place.kind !== 'organization')
            return;
        await this.#keepVisibility(name, await readSecret({ place: this.place, name }, this.api, signal), signal);
    }
    async put(text, signal) {
        const { name, isLogin } = text;
        await this.key.whileCurrent(signal, key => isLogin ? this.#putLogin(text, key, signal) : this.#putOther(text, key, signal));
        if (isLogin)
            await this.#confirm(name, signal);
    }
    async #putLogin(text, key, signal) {
        const updatedAtMs = await this.lookAtLogin(text.name, signal);
        if (updatedAtMs !== null && this.#watch.isOvertaken(updatedAtMs))
            throw new Overtaken(updatedAtMs);
        await this.#watch.write(key.clockAheadMs, () => this.#write(text, key, signal));
    }
    async #putOther(text, key, signal) {
        await this.readVisibility(text.name, signal);
        await this.#write(text, key, signal);
    }
    async #write({ name, textAt }, key, signal) {
        const sealed = seal(textAt(new Date(Date.now() + key.clockAheadMs)), key);
        const parameters = { ...sealed, ...this.visibilityOf(name) };
        assertWritten(await this.api({ method: 'PUT', path: `${(0,secret_place/* secretsPath */.z1)(this.place)}/${name}`, parameters, signal }));
    }
    async #confirm(name, signal) {
        const signals = AbortSignal.any([signal, AbortSignal.timeout(CONFIRM_LIMIT_MS)]);
        try {
            this.#watch.confirm(updatedAtMsOf(await readSecret({ place: this.place, name }, this.api, signals)));
        }
        catch (error) {
            if (!(error instanceof api_failure/* ApiFailure */.F))
                throw error;
        }
    }
    async #keepVisibility(name, secret, signal) {
        this.#visibilities.set(name, await readVisibility({ place: this.place, name }, secret, this.api, signal));
    }
}
const CONFIRM_LIMIT_MS = 5_000;

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./node_modules/@octokit/request/dist-bundle/index.js + 4 modules
var dist_bundle = __webpack_require__(2561);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(1015);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: ./src/refresh/redact.ts
var redact = __webpack_require__(1518);
// EXTERNAL MODULE: ./src/refresh/system/system-error.ts
var system_error = __webpack_require__(2727);
// EXTERNAL MODULE: ./src/action/secret/patience.ts
var secret_patience = __webpack_require__(6452);
;// CONCATENATED MODULE: ./src/action/secret/api.ts









function connect({ apiUrl, token }) {
    const client = dist_bundle/* request */.E.defaults({
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'clr-refresh' },
        request: { fetch: fetchByProxy, log: { warn: () => undefined } }
    });
    return async ({ method, path, parameters, signal }) => {
        const signals = AbortSignal.any([signal, AbortSignal.timeout(secret_patience/* REQUEST_LIMIT_MS */.z)]);
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
        return new api_failure/* ApiFailure */.F({ status: null, said: connectionCode(error), headers: {} });
    const { status, headers, data } = response;
    const message = (0,json/* isJsonObject */.OW)(data) && typeof data.message === 'string' ? data.message : '';
    return new api_failure/* ApiFailure */.F({ status, said: oneLine(message, token), headers });
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
            return api_failure/* GIVEN_UP */.w;
        const code = (0,system_error/* errorCode */.C)(inner);
        if (/^[A-Z][A-Z\d_]+$/.test(code))
            return code;
    }
    return 'connection failed';
}

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

;// CONCATENATED MODULE: ./src/action/secret/diagnose.ts


const DIAGNOSIS_LIMIT_MS = 5_000;
async function diagnose(failure, target, api) {
    const { place } = target;
    if (failure.status !== 404 || place.kind !== 'environment')
        return explain(failure, target);
    const { signal } = new secret_patience/* Patience */.i({ limitMs: DIAGNOSIS_LIMIT_MS });
    const repositoryIsThere = await api({ method: 'GET', path: `/repos/${place.repository}`, signal }).then(() => true, () => false);
    return explain(failure, target, repositoryIsThere);
}

;// CONCATENATED MODULE: ./src/action/secret/fallback.ts


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

// EXTERNAL MODULE: ./src/action/secret/stamp.ts
var stamp = __webpack_require__(1696);
;// CONCATENATED MODULE: ./src/action/secret/login-texts.ts


const LARGEST_SECRET_BYTES = 48 * 1024;
function secretTexts(target, login) {
    const { credentialsName, accessTokenName } = target;
    const { credentialsJson, accessToken } = login;
    return [
        ...(credentialsName === null || credentialsJson === null
            ? []
            : [credentialsText(credentialsName, credentialsJson)]),
        ...(accessTokenName === null ? [] : [{ name: accessTokenName, isLogin: false, textAt: () => accessToken }])
    ];
}
function credentialsText(name, credentialsJson) {
    const { json } = (0,stamp/* readStamp */.U)(credentialsJson);
    return { name, isLogin: true, textAt: now => (now === null ? json : (0,stamp/* stampedCredentials */.R)(json, now)) };
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

// EXTERNAL MODULE: ./src/action/secret/secret-name.ts
var secret_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./src/action/secret/probe.ts







const PROBE_TEXT = 'clr-refresh wrote this to see whether it can, and was about to remove it';
const REMOVAL_LIMIT_MS = 10_000;
const MOST_TRIES = 3;
async function probe(site, patience) {
    const { place, key, api } = site;
    const path = `${(0,secret_place/* secretsPath */.z1)(place)}/${secret_name/* PROBE_NAME */.J4}`;
    try {
        await patience.try(signal => key.whileCurrent(signal, async (current) => {
            const parameters = { ...seal(PROBE_TEXT, current), ...probeVisibility(place) };
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
        await new secret_patience/* Patience */.i({ limitMs: REMOVAL_LIMIT_MS }, MOST_TRIES).try(async (signal) => {
            assertWritten(await api({ method: 'DELETE', path, signal }));
        });
    }
    catch (error) {
        if (!(error instanceof api_failure/* ApiFailure */.F) || error.status !== 404)
            throw error;
    }
}

// EXTERNAL MODULE: ./src/action/secret/staleness.ts
var staleness = __webpack_require__(6081);
;// CONCATENATED MODULE: ./src/action/secret/store.ts













const MOST_TRIES_TO_PROVE = 3;
async function openSecretStore(target, memory = sight/* NO_MEMORY */.gR) {
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
        const patience = new secret_patience/* Patience */.i(limits, MOST_TRIES_TO_PROVE);
        await this.#ask(limits, async () => {
            const { key, hasLooked } = this.#access;
            if (credentialsName !== null && !hasLooked) {
                await patience.try(signal => this.#access.lookAtLogin(credentialsName, signal));
            }
            await patience.try(signal => key.current(signal));
            if (accessTokenName !== null)
                await patience.try(signal => this.#access.readVisibility(accessTokenName, signal));
            await probe({ place, key, api: this.api }, patience);
        });
    }
    async checkNotStale(storedAt, limits) {
        const { place, credentialsName: name } = this.target;
        if (name === null || storedAt === null || (0,staleness/* latestWriteMs */.f)(storedAt) === null)
            return;
        const patience = new secret_patience/* Patience */.i(limits, MOST_TRIES_TO_PROVE);
        const updatedAtMs = await this.#ask(limits, () => patience.try(signal => this.#access.lookAtLogin(name, signal)));
        const sentence = (0,staleness/* stalenessOf */.s)({ place, name }, updatedAtMs, storedAt);
        if (sentence !== null)
            throw new reasons/* RefreshError */.M4('secret-stale', sentence);
    }
    async store(login, limits) {
        const patience = new secret_patience/* Patience */.i(limits);
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
        const key = this.#access.key.last;
        const waiting = secretTexts(this.target, login).filter(({ name }) => !this.#stored.has(name));
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
                throw new reasons/* RefreshError */.M4('cancelled', 'the job was cancelled; nothing was sent');
            if (!(error instanceof api_failure/* ApiFailure */.F))
                throw error;
            const where = (0,secret_place/* describePlace */.df)(this.target.place);
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
            if (error instanceof api_failure/* ApiFailure */.F)
                return diagnose(error, this.target, this.api);
            throw error;
        }
    }
}


/***/ })

};
;
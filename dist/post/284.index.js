"use strict";
exports.id = 284;
exports.ids = [284];
exports.modules = {

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ readSecretInputs),
/* harmony export */   bm: () => (/* binding */ readSecretTexts)
/* harmony export */ });
/* unused harmony export readInputs */
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);

function readInputs(env) {
    return {
        creds: readText(env, 'creds'),
        timeout: readText(env, 'timeout'),
        minValidity: readText(env, 'min-validity'),
        trace: readBoolean(env, 'trace'),
        credsJson: readText(env, 'creds-json'),
        claudeVersion: readText(env, 'claude-version'),
        secret: readSecretInputs(env)
    };
}
function readSecretInputs(env) {
    return {
        secretName: readText(env, 'secret-name'),
        secretRepository: readText(env, 'secret-repository'),
        secretEnvironment: readText(env, 'secret-environment'),
        secretOrganization: readText(env, 'secret-organization'),
        accessTokenSecretName: readText(env, 'access-token-secret-name'),
        githubToken: readText(env, 'github-token')
    };
}
function readSecretTexts(env) {
    return { credsJson: readText(env, 'creds-json'), githubToken: readText(env, 'github-token') };
}
function readText(env, name) {
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
function readBoolean(env, name) {
    const text = readText(env, name);
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE', ''].includes(text))
        return false;
    throw new RefreshError('usage', `${name} must be true or false, got ${JSON.stringify(text.slice(0, 40))}`);
}


/***/ }),

/***/ 9324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ApiFailure),
/* harmony export */   w: () => (/* binding */ GIVEN_UP)
/* harmony export */ });
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
    get isRefusal() {
        return this.status !== null && this.status < 500;
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


/***/ }),

/***/ 6452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Patience),
/* harmony export */   z: () => (/* binding */ REQUEST_LIMIT_MS)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9324);


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
                if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F) || !error.isPassing || tries >= this.mostTries)
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
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal: this.signal });
        }
        catch {
            throw failure;
        }
    }
}


/***/ }),

/***/ 4884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ permissionFor),
/* harmony export */   df: () => (/* binding */ describePlace),
/* harmony export */   z1: () => (/* binding */ secretsPath)
/* harmony export */ });
function describePlace(place) {
    switch (place.kind) {
        case 'repository':
            return `repository ${place.repository}`;
        case 'environment':
            return `environment ${JSON.stringify(place.environment)} of ${place.repository}`;
        case 'organization':
            return `organization ${place.organization}`;
    }
}
function secretsPath(place) {
    switch (place.kind) {
        case 'repository':
            return `/repos/${place.repository}/actions/secrets`;
        case 'environment':
            return `/repos/${place.repository}/environments/${encodeSegment(place.environment)}/secrets`;
        case 'organization':
            return `/orgs/${place.organization}/actions/secrets`;
    }
}
function permissionFor(place) {
    switch (place.kind) {
        case 'repository':
            return 'the repository permission "Secrets: write" (a classic token: the scope "repo")';
        case 'environment':
            return 'the repository permission "Environments: write" (a classic token: the scope "repo")';
        case 'organization':
            return 'the organization permission "Secrets: write" (a classic token of an owner: the scope "admin:org")';
    }
}
function encodeSegment(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}


/***/ }),

/***/ 8119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _refresh_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1518);

const LONGEST_QUOTE = 40;
function quote(text) {
    return JSON.stringify((0,_refresh_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text).slice(0, LONGEST_QUOTE));
}


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ PROBE_NAME),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8119);


const PROBE_NAME = 'CLR_REFRESH_PROBE';
function parseSecretName(input, name) {
    if (name === '')
        return null;
    if (!/^\w+$/.test(name))
        throw wrong(`${input} may hold letters, digits and "_" alone, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (/^\d/.test(name))
        throw wrong(`${input} must not begin with a digit, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (/^GITHUB_/i.test(name))
        throw wrong(`${input} must not begin with GITHUB_, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (isSameName(name, PROBE_NAME))
        throw wrong(`${input} must not be ${PROBE_NAME}, which is overwritten and removed`);
    return name;
}
function isSameName(one, other) {
    return one.toUpperCase() === other.toUpperCase();
}
function wrong(sentence) {
    return new _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}


/***/ }),

/***/ 2590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ parseSpans),
/* harmony export */   Vm: () => (/* binding */ parseSight),
/* harmony export */   gR: () => (/* binding */ NO_MEMORY),
/* harmony export */   sJ: () => (/* binding */ SecretWatch)
/* harmony export */ });
/* harmony import */ var _refresh_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(781);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9324);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6452);



const NO_MEMORY = { sight: null, save: () => undefined };
const BEFORE_MS = 1_000;
const AFTER_MS = 2_000;
class SecretWatch {
    memory;
    #sight;
    constructor(memory) {
        this.memory = memory;
        this.#sight = memory.sight;
    }
    get hasLooked() {
        return this.#sight !== null;
    }
    look(updatedAtMs) {
        if (this.#sight === null)
            this.#keep({ firstMs: updatedAtMs, own: [] });
    }
    isOvertaken(updatedAtMs) {
        if (updatedAtMs === null || this.#sight === null)
            return false;
        const { firstMs, own } = this.#sight;
        if (firstMs !== null && updatedAtMs <= firstMs)
            return false;
        return !own.some(({ fromMs, untilMs }) => fromMs <= updatedAtMs && updatedAtMs <= untilMs);
    }
    async write(clockAheadMs, request) {
        const nowMs = () => Date.now() + clockAheadMs;
        const before = this.#sight ?? { firstMs: null, own: [] };
        const fromMs = nowMs() - BEFORE_MS;
        const add = (untilMs) => {
            this.#keep({ ...before, own: [...before.own, { fromMs, untilMs }] });
        };
        add(nowMs() + _patience_js__WEBPACK_IMPORTED_MODULE_1__/* .REQUEST_LIMIT_MS */ .z + AFTER_MS);
        try {
            const answer = await request();
            add(nowMs() + AFTER_MS);
            return answer;
        }
        catch (error) {
            if (error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F && error.isRefusal)
                this.#keep(before);
            else
                add(nowMs() + AFTER_MS);
            throw error;
        }
    }
    confirm(updatedAtMs) {
        const last = this.#sight?.own.at(-1);
        if (this.#sight === null || last === undefined || updatedAtMs === null)
            return;
        if (updatedAtMs < last.fromMs || updatedAtMs > last.untilMs)
            return;
        this.#keep({
            ...this.#sight,
            own: [...this.#sight.own.slice(0, -1), { fromMs: updatedAtMs, untilMs: updatedAtMs }]
        });
    }
    #keep(sight) {
        this.#sight = sight;
        this.memory.save(sight);
    }
}
function parseSight(text) {
    const value = (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if (!(0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        return null;
    const { firstMs, own } = value;
    if (firstMs !== null && typeof firstMs !== 'number')
        return null;
    return { firstMs, own: parseSpans(own) };
}
function parseSpans(value) {
    if (!Array.isArray(value))
        return [];
    return value
        .filter(_refresh_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)
        .flatMap(({ fromMs, untilMs }) => typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : []);
}


/***/ }),

/***/ 6081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ latestWriteMs),
/* harmony export */   s: () => (/* binding */ stalenessOf)
/* harmony export */ });
/* harmony import */ var _refresh_times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2833);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4884);


const TOLERANCE_MS = 2 * 60 * 1_000;
function latestWriteMs(storedAt) {
    const storedAtMs = Date.parse(storedAt ?? '');
    return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS;
}
function stalenessOf({ place, name }, updatedAtMs, storedAt) {
    const latestMs = latestWriteMs(storedAt);
    if (updatedAtMs === null || latestMs === null || updatedAtMs <= latestMs)
        return null;
    const [written, stamped] = [(0,_refresh_times_js__WEBPACK_IMPORTED_MODULE_0__/* .utcMinute */ .v)(updatedAtMs), (0,_refresh_times_js__WEBPACK_IMPORTED_MODULE_0__/* .utcMinute */ .v)(Date.parse(storedAt))];
    return `the secret ${name} of ${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(place)} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and nothing was sent`;
}


/***/ }),

/***/ 1696:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ stampedCredentials),
/* harmony export */   U: () => (/* binding */ readStamp)
/* harmony export */ });
/* harmony import */ var _refresh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);

function stampedCredentials(json, now) {
    const value = (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(json);
    return (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) ? JSON.stringify({ ...value, storedAt: now.toISOString() }) : json;
}
function readStamp(text) {
    const value = (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, ''));
    if (!(0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return { json: text, storedAt: null };
    const { storedAt, ...credentials } = value;
    return { json: JSON.stringify(credentials), storedAt: typeof storedAt === 'string' ? storedAt : null };
}


/***/ }),

/***/ 7284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeLate: () => (/* binding */ storeLate)
});

// EXTERNAL MODULE: ./src/refresh/credentials/fingerprint.ts
var fingerprint = __webpack_require__(7830);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/refresh/report.ts
var report = __webpack_require__(8809);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/result/annotations.ts
var annotations = __webpack_require__(4332);
// EXTERNAL MODULE: ./src/action/result/masks.ts
var masks = __webpack_require__(6955);
// EXTERNAL MODULE: ./src/refresh/times.ts
var times = __webpack_require__(2833);
;// CONCATENATED MODULE: ./src/action/result/times.ts

function times_describeTime(iso, nowMs) {
    const ms = iso === null ? Number.NaN : Date.parse(iso);
    return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`;
}

;// CONCATENATED MODULE: ./src/action/result/summary.ts





const MARKS = { 0: '✅', 1: '❌', 2: '⏱️' };
async function writeSummary(toolkit, content, nowMs) {
    composeSummary(toolkit.summary, content, nowMs);
    await write(toolkit);
}
async function writeMarkdown(toolkit, text) {
    toolkit.summary.addRaw(text, true);
    await write(toolkit);
}
async function write(toolkit) {
    try {
        await toolkit.summary.write();
    }
    catch {
        toolkit.summary.emptyBuffer();
        toolkit.warning('The job summary could not be written: GITHUB_STEP_SUMMARY names no file that can be written.');
    }
}
function composeSummary(summary, { report, sealed }, nowMs) {
    const { exitCode, title, remedy } = outcomeOf(report.reason);
    const warning = loginWarning(report.loginExpiresAt, nowMs);
    const paragraphs = [
        escapeForSummary(report.message),
        remedy === '' ? '' : `**What to do:** ${remedy}`,
        warning === null ? '' : `⚠️ ${warning.message}`
    ];
    summary.addHeading(`${MARKS[exitCode]} ${title}`, 3);
    for (const paragraph of paragraphs)
        if (paragraph !== '')
            summary.addEOL().addRaw(paragraph, true);
    summary.addEOL().addTable(rowsOf(report, nowMs));
    if (sealed !== null)
        summary.addEOL().addRaw(sealed, true);
    const timeline = timelineOf(report.phases);
    if (timeline !== '')
        summary.addEOL().addRaw(timeline, true);
    summary.addEOL();
}
function rowsOf(report, nowMs) {
    const { claude } = report;
    return [
        ...row('File', code(report.creds)),
        ...row('Reason', code(report.reason)),
        ...row('Expiry before', describeTime(report.previousExpiresAt, nowMs)),
        ...row('Expiry now', describeTime(report.expiresAt, nowMs)),
        ...row('Login ends', describeTime(report.loginExpiresAt, nowMs)),
        ...row('claude', claude === null ? null : `${code(claude.path) ?? ''} ${escapeForSummary(claude.version ?? '')}`),
        ...row('Time taken', `${(report.elapsedMs / 1_000).toFixed(2)} s`)
    ];
}
function row(name, html) {
    return html === null ? [] : [[{ data: name, header: true }, { data: html.trim() }]];
}
function code(text) {
    return text === null ? null : `<code>${escapeForSummary(text)}</code>`;
}

// EXTERNAL MODULE: ./src/action/secret/place.ts
var secret_place = __webpack_require__(4884);
// EXTERNAL MODULE: ./src/action/secret/quote.ts
var quote = __webpack_require__(8119);
// EXTERNAL MODULE: ./src/action/secret/secret-name.ts
var secret_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./src/action/secret/target.ts



function parseSecretTarget(inputs, env) {
    const credentialsName = (0,secret_name/* parseSecretName */.bK)('secret-name', inputs.secretName);
    const accessTokenName = (0,secret_name/* parseSecretName */.bK)('access-token-secret-name', inputs.accessTokenSecretName);
    if (credentialsName === null && accessTokenName === null)
        return null;
    if (credentialsName !== null && accessTokenName !== null && (0,secret_name/* isSameName */.yS)(credentialsName, accessTokenName)) {
        throw wrong(`secret-name and access-token-secret-name must differ, got ${(0,quote/* quote */.h)(credentialsName)} for both`);
    }
    const place = parsePlace(inputs, env);
    return { place, credentialsName, accessTokenName, token: parseToken(inputs.githubToken), apiUrl: parseApiUrl(env) };
}
function parsePlace(inputs, env) {
    const { secretRepository, secretEnvironment: environment, secretOrganization: organization } = inputs;
    if (organization !== '') {
        if (secretRepository !== '')
            throw wrong('secret-organization and secret-repository exclude each other');
        if (environment !== '')
            throw wrong('secret-organization and secret-environment exclude each other');
        if (isOwner(organization))
            return { kind: 'organization', organization };
        throw wrong(`secret-organization must be the name of an organization, got ${(0,quote/* quote */.h)(organization)}`);
    }
    const repository = parseRepository(secretRepository, env);
    if (environment === '')
        return { kind: 'repository', repository };
    if (!/^\.{1,2}$/.test(environment) && environment.length <= 255)
        return { kind: 'environment', repository, environment };
    throw wrong(`secret-environment must be the name of an environment, got ${(0,quote/* quote */.h)(environment)}`);
}
function parseRepository(given, env) {
    const repository = given === '' ? (env.GITHUB_REPOSITORY ?? '') : given;
    if (repository === '')
        throw wrong('secret-repository is missing, and GITHUB_REPOSITORY is not set');
    const [owner = '', name = '', ...rest] = repository.split('/');
    if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0)
        return repository;
    throw wrong(`${given === '' ? 'GITHUB_REPOSITORY' : 'secret-repository'} must be owner/name, got ${(0,quote/* quote */.h)(repository)}`);
}
function isOwner(text) {
    return /^[a-z\d][\w-]*$/i.test(text);
}
function parseToken(token) {
    if (token === '')
        throw wrong('github-token is missing: it needs the right to write the secret; GITHUB_TOKEN has none');
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw wrong('github-token must be one word of ASCII characters; it holds blanks or others');
}
function parseApiUrl(env) {
    const text = env.GITHUB_API_URL ?? '';
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw wrong('GITHUB_API_URL must be an http or https address without a login in it');
}
function hasPlainHost({ username, password, hostname }) {
    return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname);
}
function wrong(sentence) {
    return new reasons/* RefreshError */.M4('usage', sentence);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/refresh/json.ts
var json = __webpack_require__(781);
// EXTERNAL MODULE: ./src/action/secret/sight.ts
var sight = __webpack_require__(2590);
// EXTERNAL MODULE: ./src/action/secret/stamp.ts
var stamp = __webpack_require__(1696);
// EXTERNAL MODULE: ./src/action/secret/staleness.ts
var staleness = __webpack_require__(6081);
// EXTERNAL MODULE: ./src/action/state.ts + 1 modules
var state = __webpack_require__(2489);
;// CONCATENATED MODULE: ./src/action/secret-sight.ts










function newSight(target, env) {
    return { sight: null, save: savingTo(target, env, readOwn(target, env)) };
}
function recalledSight(target, env) {
    const { firstMs, own } = (0,sight/* parseSight */.Vm)((0,state/* readState */.un)(env, 'secretSeen')) ?? sightOfGiven(env);
    return { sight: { firstMs, own: [...own, ...readOwn(target, env)] }, save: savingTo(target, env, []) };
}
function sightOfGiven(env) {
    return { firstMs: (0,staleness/* latestWriteMs */.f)((0,stamp/* readStamp */.U)((0,inputs/* readSecretTexts */.bm)(env).credsJson).storedAt), own: [] };
}
function savingTo(target, env, earlier) {
    return sight => {
        const text = JSON.stringify(sight);
        (0,state/* saveState */.LZ)(env, 'secretSeen', text);
        env.STATE_secretSeen = text;
        saveOwn(target, [...earlier, ...sight.own], env);
    };
}
function readOwn(target, env) {
    try {
        return (0,sight/* parseSpans */.Bo)((0,json/* parseJson */.qF)((0,external_node_fs_.readFileSync)(fileOf(target, env), 'utf8')));
    }
    catch {
        return [];
    }
}
function saveOwn(target, own, env) {
    try {
        const file = fileOf(target, env);
        const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`;
        (0,external_node_fs_.writeFileSync)(staged, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_.renameSync)(staged, file);
    }
    catch {
    }
}
function fileOf({ apiUrl, place, credentialsName }, { RUNNER_TEMP }) {
    if (RUNNER_TEMP === undefined || !external_node_path_default().isAbsolute(RUNNER_TEMP))
        throw new Error('there is no RUNNER_TEMP');
    const secret = `${apiUrl}${(0,secret_place/* secretsPath */.z1)(place)}/${credentialsName ?? ''}`.toUpperCase();
    return external_node_path_default().join(RUNNER_TEMP, `clr-refresh-writes-${(0,external_node_crypto_.createHash)('sha256').update(secret).digest('hex').slice(0, 16)}.json`);
}

// EXTERNAL MODULE: ./src/action/seen-credentials.ts + 1 modules
var seen_credentials = __webpack_require__(4098);
// EXTERNAL MODULE: ./src/action/store-login.ts + 1 modules
var store_login = __webpack_require__(5717);
;// CONCATENATED MODULE: ./src/action/store-late.ts













const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, held, around) {
    if (isHeld(creds, held))
        return held;
    const toolkit = await around.loadToolkit();
    for (const mask of (0,masks/* masksFor */.R)([(0,seen_credentials/* seeCredentials */.Sr)(creds)], [(0,inputs/* readSecretInputs */.It)(around.env).githubToken])) {
        toolkit.setSecret(mask);
    }
    const stored = await store(creds, around);
    if (stored.kind === 'failed' || stored.kind === 'other-account') {
        await reportFailure(toolkit, creds, stored);
        return null;
    }
    if (stored.kind === 'needless')
        return held;
    toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`);
    if (held === state/* UNKNOWN */.HV)
        await writeMarkdown(toolkit, STORED_AFTER_ALL);
    return (0,fingerprint/* fingerprint */.R)(stored.pair);
}
function isHeld(creds, held) {
    try {
        const login = (0,store_login/* loginAt */.nS)(creds);
        return login === null || (0,fingerprint/* fingerprint */.R)(login) === held;
    }
    catch {
        return false;
    }
}
async function store(creds, { env, signals }) {
    try {
        const target = parseSecretTarget((0,inputs/* readSecretInputs */.It)(env), env);
        if (target === null)
            return { kind: 'needless' };
        const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(148)]).then(__webpack_require__.bind(__webpack_require__, 9148));
        const task = {
            store: await openSecretStore(target, recalledSight(target, env)),
            creds,
            incoming: (0,state/* readState */.un)(env, 'incoming'),
            account: (0,state/* readState */.un)(env, 'account'),
            limitMs: STORE_LIMIT_MS,
            signal: signals.cancel
        };
        const stored = await (0,store_login/* storeLogin */.VJ)(task, env);
        return stored.kind === 'stored' ? { ...stored, where: (0,secret_place/* describePlace */.df)(target.place) } : stored;
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function reportFailure(toolkit, creds, failure) {
    const hasFailed = failure.kind === 'failed';
    const message = hasFailed ? `${failure.message}; the credentials are still in ${creds}` : failure.message;
    (0,annotations/* annotate */.f)(toolkit, { ...(0,report/* reportOf */.E)('secret-write-failed', message), creds }, Date.now());
    if (hasFailed && failure.sealed !== null)
        await writeMarkdown(toolkit, failure.sealed);
}


/***/ }),

/***/ 5717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nS: () => (/* binding */ loginAt),
  VJ: () => (/* binding */ storeLogin)
});

// UNUSED EXPORTS: textsOf

// EXTERNAL MODULE: ./src/refresh/credentials/credentials-file.ts
var credentials_file = __webpack_require__(2215);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials-path.ts
var credentials_path = __webpack_require__(822);
// EXTERNAL MODULE: ./src/refresh/credentials/fingerprint.ts
var fingerprint = __webpack_require__(7830);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/action/account.ts

const FIELDS = ['accountUuid', 'organizationUuid'];
function accountOf({ login }) {
    return FIELDS.map(field => hashOf(login[field])).join(' ');
}
function isOtherAccount(one, other) {
    const [ours, theirs] = [one.split(' '), other.split(' ')];
    return FIELDS.some((_field, at) => (ours[at] ?? '') !== '' && (theirs[at] ?? '') !== '' && ours[at] !== theirs[at]);
}
function hashOf(value) {
    if (typeof value !== 'string' || value.trim() === '')
        return '';
    return (0,external_node_crypto_.createHash)('sha256').update(value.trim().toLowerCase()).digest('hex');
}

// EXTERNAL MODULE: ./src/action/state.ts + 1 modules
var state = __webpack_require__(2489);
;// CONCATENATED MODULE: ./src/action/store-login.ts






async function storeLogin(task, env) {
    try {
        const login = loginAt(task.creds);
        return login === null ? { kind: 'needless' } : await storeGood(login, task, env);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeGood(login, task, env) {
    if (isOtherAccount(accountOf(login), task.account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,state/* saveState */.LZ)(env, 'stored', state/* UNKNOWN */.HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,state/* saveState */.LZ)(env, 'stored', (0,fingerprint/* fingerprint */.R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof reasons/* RefreshError */.M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(texts) };
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than the one that this job began with, so neither that login nor its access token was stored; the secret stays as it is`;
}
function loginAt(creds) {
    try {
        return (0,credentials_file/* readGoodCredentials */.Wh)((0,credentials_path/* findCredentialsFile */.Ic)(creds));
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4 && NO_LOGIN.includes(error.reason))
            return null;
        throw error;
    }
}
const NO_LOGIN = ['creds-not-found', 'creds-invalid'];
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,fingerprint/* fingerprint */.R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ readGoodCredentials)
/* harmony export */ });
/* unused harmony exports readCredentials, readBeforeLock, readContent */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3409);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2727);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9669);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(716);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2414);







function readCredentials(file) {
    const { bytes, stats } = readContent(file);
    const text = decode(file, bytes);
    try {
        return { ...(0,_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCredentials */ .gu)(text), stats };
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4(error.reason, `${file.given}: ${error.message}`);
        throw error;
    }
}
function readGoodCredentials(file) {
    try {
        return readCredentials(file);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isThere(file) ? readGoodCredentials(file) : readCredentials(file);
}
function readContent(file) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(file.real, _bounds_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_CREDENTIALS_BYTES */ .M);
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .C)(error);
        if (code === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const why = 'is larger than 1 MB; a credentials file has a few kB, so this is something else';
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} ${why}`);
        }
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${code}${ownerNote(file, code)}`);
    }
}
function ownerNote({ real }, code) {
    try {
        const [owner, uid] = [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real).uid, process.geteuid?.()];
        return code === 'EACCES' && owner !== uid
            ? ` (it belongs to uid ${owner}; this run works as uid ${uid ?? '?'})`
            : '';
    }
    catch {
        return '';
    }
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} is in UTF-16; save it as UTF-8`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} is not UTF-8 text`);
    }
}


/***/ })

};
;
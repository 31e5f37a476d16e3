"use strict";
exports.id = 99;
exports.ids = [99];
exports.modules = {

/***/ 98:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: function() { return /* binding */ takeStepsBeforePlacing; }
});

// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/action/account.ts
var account = __webpack_require__(7669);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __webpack_require__(3438);
// EXTERNAL MODULE: ./src/core/options.ts
var options = __webpack_require__(3457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/action/creds-json/existing-file.ts
var existing_file = __webpack_require__(2207);
// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __webpack_require__(4600);
// EXTERNAL MODULE: ./src/core/credentials/stamp.ts
var stamp = __webpack_require__(8373);
// EXTERNAL MODULE: ./src/core/json.ts
var core_json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/core/project.ts
var project = __webpack_require__(870);
;// CONCATENATED MODULE: ./src/action/creds-json/not-json.ts



const STORE_JSON = `Make a new login ${reasons/* WITH_CLR_LOGIN */.xZ}. To do that by hand, see ${project/* BY_HAND */.u}. ${reasons/* NOT_SENT */.FY}`;
const GIVE_SECRET = `Give the step the secret itself: \`creds-json: \${{ secrets.NAME }}\`. ${reasons/* NOT_SENT */.FY}`;
const GIVE_PATH = `Give the path as \`creds\`, and leave out \`creds-json\`. Or ${STORE_JSON.replace(/^M/, 'm')}`;
const MISTAKES = [
    [/^\*+$/, 'is a masked value: it contains only asterisks', GIVE_SECRET],
    [/^\[object \w+\]$/, 'is an object that was converted to text without toJSON()', GIVE_SECRET],
    [/^\$|^%\w+%$/, 'is an expression or a variable that was not expanded', GIVE_SECRET],
    [/^["']?sk-ant-api/, 'is an API key, which is never refreshed'],
    [/^["']?sk-ant-/, 'is a bare token, not the JSON that `claude` stores at login'],
    [
        /^(?:export\s+)?\w+\s*(?:=(?!=|$)|:\s*["']?\{)/,
        'begins with a name such as `NAME=`; give only what comes after it'
    ],
    [/^(["'`])[^]*\1$/, 'has quotes around it; give only what is between them'],
    [/^\{\s*\\/, 'has backslashes before its quotes'],
    [/^\{\s*'/, 'has single quotes instead of double ones'],
    [/^\{\s*\w/, 'has lost its quotes, perhaps to a shell'],
    [/^\{/, 'begins like JSON, but is incomplete or was changed'],
    [/^(?:~|\.{1,2})?\/(?!\/).*$|^[a-z]:\\.*$|^\S+\.json$/i, 'is the path of a file, not its content', GIVE_PATH]
];
function refusalOfText({ json, isBase64 }) {
    if (isBase64)
        return refusal('is base64 of a text that begins like JSON, but is incomplete or was changed');
    const [, sentence, remedy] = MISTAKES.find(([looks]) => looks.test(json.trim())) ?? [];
    return refusal(sentence ?? describeBase64(json) ?? 'is neither JSON nor base64 of JSON', remedy);
}
function refusal(sentence, remedy = STORE_JSON) {
    return new reasons/* RefreshError */.M4('creds-invalid', `creds-json ${sentence}`, remedy);
}
const SHORTEST_BASE64 = 16;
function describeBase64(text) {
    const decoded = text.length < SHORTEST_BASE64 ? null : (0,base64/* decodeBase64 */.y4)(text);
    if (decoded === null)
        return null;
    if (decoded.includes('\0'))
        return 'is base64 of UTF-16 text; JSON is UTF-8';
    return (0,base64/* unwrapBase64 */.zF)(decoded).isBase64
        ? 'is base64-encoded twice; encode it only once'
        : 'is base64 of a text that is not a JSON object';
}

;// CONCATENATED MODULE: ./src/action/creds-json/parse.ts






function parseIncoming(unwrapped) {
    const { json } = unwrapped;
    checkBounds(json);
    const value = (0,core_json/* parseJson */.qF)(json);
    try {
        if (!(0,core_json/* isJsonObject */.OW)(value))
            return { credentials: (0,credentials/* parseLogin */.$n)(json), storedAt: null };
        const { document, storedAt } = (0,stamp/* takeStampOff */.eN)(value);
        return { credentials: (0,credentials/* loginOf */.DQ)(document), storedAt };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        if (value === undefined || typeof value === 'string')
            throw refusalOfText(unwrapped);
        const sentence = error.message.replace(/\bthe file\b/g, 'the text');
        throw new reasons/* RefreshError */.M4('creds-invalid', `creds-json: ${sentence}`, STORE_JSON);
    }
}
function checkBounds(json) {
    if (Buffer.byteLength(json) > credentials_file/* MAX_CREDENTIALS_BYTES */.Md) {
        throw refusal(`is larger than ${credentials_file/* MAX_CREDENTIALS_SIZE */.Ar}; credentials are only a few kB, so this is something else`);
    }
    if ((0,core_json/* isNestedTooDeep */.kq)(json)) {
        throw refusal(`is nested deeper than ${core_json/* MAX_JSON_DEPTH */.KX} levels; credentials have about 4, so this is something else`);
    }
}

// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
// EXTERNAL MODULE: ./src/action/login-secrets.ts + 1 modules
var login_secrets = __webpack_require__(9785);
// EXTERNAL MODULE: ./src/action/secret-memory.ts
var secret_memory = __webpack_require__(6182);
// EXTERNAL MODULE: ./src/action/used-up.ts
var used_up = __webpack_require__(2259);
;// CONCATENATED MODULE: ./src/action/judge-inputs.ts













function judgeInputs(inputs, creds, context) {
    const timeoutSeconds = (0,options/* parseTimeoutSeconds */.yE)(inputs.timeout || options/* DEFAULTS */.zY.timeout);
    const askedMs = (0,options/* parseMinValidityMs */.mR)(inputs.minValidity || options/* DEFAULTS */.zY.minValidity);
    const minValidityMs = inputs.dryRun ? 0 : askedMs;
    const version = inputs.claudeVersion === '' ? null : (0,claude_version/* parseClaudeVersion */.o)(inputs.claudeVersion);
    const unwrapped = (0,base64/* unwrapBase64 */.zF)(inputs.credsJson);
    const target = (0,secret_memory/* wantedTarget */.XY)(context.env, unwrapped);
    const incoming = inputs.credsJson === '' ? null : parseIncoming(unwrapped);
    const isContinued = incoming !== null && isRenewedAt(creds, incoming.credentials);
    const existing = incoming === null && target !== null ? (0,credentials_file/* readBeforeLock */.rN)((0,credentials_path/* findCredentialsFile */.Ic)(creds)) : null;
    const login = incoming?.credentials ?? existing;
    (0,validity/* refuseUnrefreshable */.xY)(incoming === null ? creds : 'creds-json', login, minValidityMs);
    if (incoming !== null && !isContinued && !(0,validity/* isValidAsAsked */.f8)(incoming.credentials, minValidityMs)) {
        refuseUsedUp(incoming, context);
    }
    if (target !== null && login !== null)
        (0,login_secrets/* assertFits */.Vl)(target, login);
    return { incoming, existing, target, version, timeoutSeconds, isContinued };
}
function isRenewedAt(creds, incoming) {
    const existing = (0,existing_file/* existingFileAt */.Dq)(creds, incoming);
    if (existing.kind === 'descendant')
        return true;
    return existing.kind === 'same' && existing.credentials.accessToken !== incoming.accessToken;
}
function refuseUsedUp({ credentials }, context) {
    if (!(0,used_up.usedUpPairs)(context).includes((0,fingerprint/* fingerprint */.R)(credentials)))
        return;
    const what = 'an earlier step of this job has refreshed the login, and used up the tokens in creds-json';
    throw new reasons/* RefreshError */.M4('secret-stale', `${what}; ${reasons/* NOT_SENT_HERE */.Al}`, login_secrets/* USE_NEW_TOKENS */.es);
}

// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __webpack_require__(626);
// EXTERNAL MODULE: ./src/action/rate-limit.ts
var rate_limit = __webpack_require__(2236);
;// CONCATENATED MODULE: ./src/action/before-placing.ts







const ASK_LIMIT_MS = 20_000;
async function takeStepsBeforePlacing({ inputs, creds, note, times }, provideClaude, context) {
    const judged = judgeInputs(inputs, creds, context);
    const { incoming, target, version } = judged;
    saveLogin(judged, context);
    const step = { cancel: context.signals.cancel, note, progress: showNow(context) };
    const provide = (wanted) => provideClaude(wanted, context.env, step);
    const claude = version === null ? null : await times.measure('install claude', () => provide(version));
    if (target === null)
        return { judged, claude, store: null };
    const arrival = { storedAt: incoming?.storedAt ?? null, isContinued: judged.isContinued };
    const prove = () => openStore(target, arrival, context);
    return { judged, claude, store: await times.measure('prove that the secret can be written', prove) };
}
function showNow({ loadToolkit }) {
    return line => void loadToolkit().then(({ info }) => {
        info(line);
    });
}
function saveLogin({ incoming, existing, target }, { state }) {
    const login = incoming?.credentials ?? existing;
    state.beganWith(login === null ? '' : (0,account/* accountFingerprint */.a)(login));
    if (incoming !== null || target === null)
        return;
    state.secretHolds(login === null ? post_state/* UNKNOWN_CONTENT */.FJ : (0,post_state/* holdsPair */.TN)((0,fingerprint/* fingerprint */.R)(login)));
}
async function openStore(target, arrival, context) {
    const patience = (0,rate_limit/* rateLimitPatience */.r)('the refresh token has not been used yet', context);
    const limits = { limitMs: ASK_LIMIT_MS, signal: context.signals.cancel, patience };
    const store = await (0,login_secrets/* openLoginSecrets */.n)(target, (0,secret_memory/* memoryForMain */.GC)(target, context));
    await store.proveWritable(limits);
    await store.checkNotStale(arrival, limits);
    return store;
}


/***/ }),

/***/ 2610:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: function() { return /* binding */ ownerOfPlace; },
/* harmony export */   SV: function() { return /* binding */ keepsItsLogin; },
/* harmony export */   TI: function() { return /* binding */ refuseAnothersFile; },
/* harmony export */   tF: function() { return /* binding */ judgePlace; },
/* harmony export */   tt: function() { return /* binding */ runnerUid; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8401);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);
/* harmony import */ var _core_system_rights_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4650);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(123);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5172);
/* harmony import */ var _existing_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2207);








function runnerUid({ RUNNER_TEMP: folder = '' }) {
    return (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .statIfAny */ .k)(folder)?.uid ?? null;
}
function ownerOfPlace({ given, real }, runner) {
    const owner = (0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerToActFor */ .wA)(real);
    if (owner !== null && owner.uid !== runner)
        throw anotherUsers(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(given), owner.uid);
    return owner;
}
function refuseAnothersFile(given, existing, uid = process.geteuid?.()) {
    if (existing.kind !== 'none' && existing.uid !== uid)
        throw anotherUsers(given, existing.uid);
}
function anotherUsers(entry, uid) {
    const message = `${entry} belongs to another user (uid ${uid}), who must not get the login in creds-json`;
    const remedy = `Set \`creds\` to a path in a folder that does not exist yet; the action creates it. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_SENT */ .FY}`;
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4('creds-not-writable', message, remedy);
}
function keepsItsLogin(existing, incoming) {
    if (existing.kind === 'descendant')
        return true;
    return existing.kind === 'same' && isAsGood(existing.credentials, incoming);
}
function isAsGood(one, other) {
    return (one.expiresAtMs ?? 0) >= (other.expiresAtMs ?? 0);
}
function judgePlace(given, incoming, runner) {
    const existing = (0,_existing_file_js__WEBPACK_IMPORTED_MODULE_7__/* .existingFileAt */ .Dq)(given, incoming);
    const place = existing.kind === 'none' ? (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(given) : existing.file;
    const owner = place === null ? null : ownerOfPlace(place, runner);
    refuseAnothersFile(given, existing, owner?.uid);
    const folder = place === null ? null : _core_work_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .WorkFolder */ .y2.find(place);
    if (folder !== null)
        (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .readLineage */ .Kj)(folder);
    return { owner, incoming: keepsItsLogin(existing, incoming) ? null : incoming };
}


/***/ }),

/***/ 75:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: function() { return /* binding */ parseClaudeVersion; },
/* harmony export */   y: function() { return /* binding */ exactVersion; }
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


function parseClaudeVersion(text) {
    const version = exactVersion(text);
    if (version !== null)
        return { kind: 'exact', version };
    if (/^(?!v\d)[a-z][a-z\d-]{0,30}$/.test(text))
        return { kind: 'tag', tag: text };
    const sentence = `claude-version must be a full version number such as 2.1.330, or latest, or stable; got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`;
    throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
}
function exactVersion(text) {
    return /^v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[a-z\d]+(?:[.-][a-z\d]+)*)?)$/i.exec(text)?.[1] ?? null;
}


/***/ }),

/***/ 2236:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: function() { return /* binding */ rateLimitPatience; }
/* harmony export */ });
/* harmony import */ var _github_secrets_retries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7509);

const RATE_LIMIT_WAIT_MS = 180_000;
function rateLimitPatience(then, { signals, loadToolkit }) {
    const onWait = (ms) => {
        const line = `waiting ${Math.ceil(ms / 1_000)} s, as GitHub's rate limit asks; ${then}`;
        void loadToolkit().then(({ info }) => {
            info(line);
        });
    };
    return new _github_secrets_retries_js__WEBPACK_IMPORTED_MODULE_0__/* .Patience */ .i(RATE_LIMIT_WAIT_MS, { signal: signals.cancel, onWait });
}


/***/ }),

/***/ 6343:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ Deadline; }
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
class Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now()) {
        return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now());
    }
    hasPassed() {
        return this.remainingMs() === 0;
    }
    whenPassed(callback, longestTimerMs = LONGEST_TIMER_MS) {
        let timer;
        const wait = () => {
            const ms = Math.min(Math.ceil(this.remainingMs()), longestTimerMs);
            timer = setTimeout(() => {
                if (this.hasPassed())
                    callback();
                else
                    wait();
            }, ms);
        };
        if (this.atMs < Infinity)
            wait();
        return () => {
            clearTimeout(timer);
        };
    }
}


/***/ }),

/***/ 4650:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: function() { return /* binding */ succeedsAs; },
/* harmony export */   q_: function() { return /* binding */ withOwnRights; },
/* harmony export */   tl: function() { return /* binding */ withRightsOf; },
/* harmony export */   wA: function() { return /* binding */ ownerToActFor; }
/* harmony export */ });
/* unused harmony export become */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);



function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real));
    if (folder.uid === 0)
        return null;
    return { uid: folder.uid, gid: folder.gid === 0 ? folder.uid : folder.gid };
}
function become({ uid, gid }) {
    process.setgroups?.([gid]);
    process.setgid?.(gid);
    process.setuid?.(uid);
}
async function withRightsOf(user, work) {
    const restore = user === null ? null : takeRightsOf(user);
    try {
        return await work();
    }
    finally {
        restore?.();
    }
}
function withOwnRights(work) {
    const [uid, own] = [process.geteuid?.() ?? 0, process.getuid?.() ?? 0];
    process.seteuid?.(own);
    try {
        work();
    }
    finally {
        process.seteuid?.(uid);
    }
}
function succeedsAs(user, look) {
    const restore = takeRightsOf(user);
    try {
        look();
        return restore !== null;
    }
    catch {
        return false;
    }
    finally {
        restore?.();
    }
}
function takeRightsOf({ uid, gid }) {
    const [groups, ownGid] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0];
    const restore = () => {
        process.seteuid?.(0);
        process.setegid?.(ownGid);
        process.setgroups?.(groups);
    };
    try {
        process.setgroups?.([gid]);
        process.setegid?.(gid);
        process.seteuid?.(uid);
        return restore;
    }
    catch {
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(restore);
        return null;
    }
}


/***/ }),

/***/ 7948:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: function() { return /* binding */ ApiFailure; },
/* harmony export */   So: function() { return /* binding */ dateMsOf; },
/* harmony export */   wo: function() { return /* binding */ GIVEN_UP; }
/* harmony export */ });
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


/***/ }),

/***/ 7509:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: function() { return /* binding */ Patience; },
/* harmony export */   z: function() { return /* binding */ TimeBudget; }
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7948);
/* harmony import */ var _time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4560);



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
                return await (0,_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .withTimeLimit */ .B)(this.#leftMs, this.limits.signal, attempt);
            }
            catch (error) {
                if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9) || !error.isTransient)
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
    return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, true, { ...(signal === undefined ? {} : { signal }) }).catch(() => false);
}


/***/ }),

/***/ 4560:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ withTimeLimit; }
/* harmony export */ });
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


/***/ })

};
;
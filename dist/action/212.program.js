"use strict";
exports.id = 212;
exports.ids = [212];
exports.modules = {

/***/ 2207:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: function() { return /* binding */ existingFileAt; },
/* harmony export */   nS: function() { return /* binding */ loginAt; },
/* harmony export */   qB: function() { return /* binding */ USE_ANOTHER_PATH; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4600);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4994);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7973);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(123);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5172);










function loginAt(creds) {
    if ((0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .statIfAny */ .k)(creds)?.isFile() === false)
        return null;
    try {
        return loginInText((0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginInText(text) {
    if (text.trim() === '')
        return null;
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(text);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document))
        return (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogin */ .$n)(text);
    return hasNoLogin(document) ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOf */ .DQ)(document);
}
const USE_ANOTHER_PATH = `Set \`creds\` to another path: a file with a different login is never overwritten. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .NOT_SENT */ .FY}`;
function existingFileAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = (0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(file);
    const text = bytes.toString('utf8');
    const found = { file, uid: stats.uid };
    if (text.trim() === '')
        return { ...found, kind: 'no-login', document: {} };
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(text);
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document) && hasNoLogin(document))
        return { ...found, kind: 'no-login', document };
    const credentials = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document) ? (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOrNull */ .Ov)(document) : null;
    if (credentials !== null && isSame(credentials, incoming))
        return { ...found, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('usage', `${given} has a different login than creds-json`, USE_ANOTHER_PATH);
    }
    return { ...found, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(given);
    }
    catch (error) {
        const isMissing = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4 && error.reason === 'creds-not-found';
        if (isMissing && (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(given).isSymbolicLink()) !== true)
            return null;
        throw error;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function isOnRecord(file, existing, incoming) {
    const folder = _core_work_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .WorkFolder */ .y2.find(file);
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__/* .isDescendant */ .K9)((0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__/* .readLineage */ .Kj)(folder), existing, incoming);
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

/***/ 4143:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: function() { return /* binding */ storeLogin; },
/* harmony export */   e: function() { return /* binding */ remedyForUnstored; }
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2207);
/* harmony import */ var _output_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2323);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);






async function storeLogin(task, context) {
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .nS)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null, secrets: [] };
        throw error;
    }
}
async function storeFound(login, { store, creds, limits }, context) {
    const { state, signals } = context;
    const { account, incoming } = state.known;
    const pair = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login);
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(login), account))
        return { kind: 'other-account', message: otherAccount(creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_5__.usedUpPairs)(context).includes(pair))
        return { kind: 'used-up', message: isUsedUp(creds) };
    if (login.refreshToken === null && pair !== incoming)
        return { kind: 'failed', message: lacksRefreshToken(creds), sealed: null, secrets: store.results(null) };
    const toStore = pair === incoming ? { ...login, document: null } : login;
    state.storing();
    try {
        await store.store(toStore, { ...limits, signal: signals.cancel });
        state.storedPair(pair);
        return { kind: 'stored', secrets: store.results(toStore) };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(toStore), secrets: store.results(toStore) };
    }
}
function remedyForUnstored(result, loginCommand) {
    const ifUsedUp = `If the next run says \`login-rejected\`, sign in again ${(0,_output_text_js__WEBPACK_IMPORTED_MODULE_4__/* .howToSignIn */ .sG)(loginCommand)}.`;
    switch (result.kind) {
        case 'stored':
            return '';
        case 'failed':
            if (result.sealed !== null)
                return 'The job summary has a command that stores the secret by hand, and says when to run it.';
            return `Fix the cause, then store the file in the secret, or sign in again. ${ifUsedUp}`;
        case 'other-account':
            return `Give each account a file of its own with \`creds\`. ${ifUsedUp}`;
        case 'needless':
        case 'used-up':
            return ifUsedUp;
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than at the start of this job, so it was not stored, and the secret is unchanged`;
}
function isUsedUp(creds) {
    return `${creds} holds tokens that this job has already replaced with newer ones, so they were not stored, and the secret is unchanged`;
}
function lacksRefreshToken(creds) {
    return `the login that is in ${creds} now has no refresh token, so it was not stored, and the secret is unchanged`;
}


/***/ }),

/***/ 8212:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeNewLogin: function() { return /* binding */ storeNewLogin; }
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _rate_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2236);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4143);



const STORE_LIMIT_MS = 120_000;
async function storeNewLogin({ creds, report, loginCommand, times }, store, { hide, context }) {
    const patience = (0,_rate_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .rateLimitPatience */ .r)('then the secret is written', context);
    const task = { store, creds, limits: { limitMs: STORE_LIMIT_MS, patience } };
    const stored = await times.measure('store the secret', () => (0,_store_login_js__WEBPACK_IMPORTED_MODULE_2__/* .storeLogin */ .V)(task, context));
    const unstored = (message) => {
        const reason = 'secret-write-failed';
        const remedy = hide((0,_store_login_js__WEBPACK_IMPORTED_MODULE_2__/* .remedyForUnstored */ .e)(stored, loginCommand));
        return { ...report, reason, exitCode: (0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(reason).exitCode, refreshed: true, message: hide(message), remedy };
    };
    const nothing = { secrets: store.results(null), sealed: null };
    switch (stored.kind) {
        case 'stored':
            return { report, secrets: stored.secrets, sealed: null };
        case 'used-up':
            return { report: { ...report, warnings: [...report.warnings, stored.message] }, ...nothing };
        case 'needless': {
            const why = 'another program has logged out, or removed it';
            return { report: unstored(`${creds} holds no login any more, so nothing was stored: ${why}`), ...nothing };
        }
        case 'other-account':
            return { report: unstored(stored.message), ...nothing };
        case 'failed': {
            const message = `${stored.message}; the credentials are safe in ${creds}, and are stored at the end of the job if possible`;
            return { report: unstored(message), secrets: stored.secrets, sealed: stored.sealed };
        }
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
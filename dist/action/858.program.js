"use strict";
exports.id = 858;
exports.ids = [858];
exports.modules = {

/***/ 9596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeLate: () => (/* binding */ storeLate)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1014);
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1496);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1729);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2169);
/* harmony import */ var _output_annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5420);
/* harmony import */ var _output_masks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5067);
/* harmony import */ var _output_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2766);
/* harmony import */ var _login_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9785);
/* harmony import */ var _secret_memory_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(635);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2800);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4143);













const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, context) {
    const before = context.state.known.stored;
    if (isHeld(creds, before))
        return true;
    const toolkit = await context.loadToolkit();
    for (const mask of (0,_output_masks_js__WEBPACK_IMPORTED_MODULE_6__/* .masksFor */ .R)([(0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_10__/* .seeCredentials */ .Sr)(creds)], [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretInputs */ .It)(context.env).githubToken])) {
        toolkit.setSecret(mask);
    }
    const stored = await storeAtEnd(creds, context);
    if (stored.kind === 'failed' || stored.kind === 'other-account') {
        await reportFailure(toolkit, creds, stored);
        return false;
    }
    if (stored.kind === 'used-up') {
        if (before.kind === 'pair') {
            toolkit.warning(stored.message, { title: 'Older credentials not stored' });
            return true;
        }
        const message = `${stored.message}; the new pair may be stored nowhere`;
        await reportFailure(toolkit, creds, { ...stored, message });
        return false;
    }
    if (stored.kind === 'needless')
        return true;
    toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`);
    if (before.kind === 'unknown')
        await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .writeMarkdown */ .pW)(toolkit, STORED_AFTER_ALL);
    return true;
}
function isHeld(creds, content) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_4__/* .loginAt */ .n)(creds);
        return login === null || (content.kind === 'pair' && content.fingerprint === (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
    }
    catch {
        return false;
    }
}
async function storeAtEnd(creds, context) {
    try {
        const target = (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_9__/* .wantedTarget */ .XY)(context.env);
        if (target === null)
            return { kind: 'needless' };
        const task = {
            store: await (0,_login_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .openLoginSecrets */ .n)(target, (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_9__/* .memoryForPost */ .PY)(target, context)),
            creds,
            limitMs: STORE_LIMIT_MS,
            signal: context.signals.cancel
        };
        const stored = await (0,_store_login_js__WEBPACK_IMPORTED_MODULE_11__.storeLogin)(task, context);
        return stored.kind === 'stored' ? { ...stored, where: (0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_12__/* .describeLocation */ .lR)(target.location) } : stored;
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function reportFailure(toolkit, creds, failure) {
    const hasFailed = failure.kind === 'failed';
    const message = hasFailed ? `${failure.message}; the credentials are still in ${creds}` : failure.message;
    (0,_output_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotate */ .fz)(toolkit, { ...(0,_core_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOf */ .E)('secret-write-failed', message), creds }, Date.now());
    if (hasFailed && failure.sealed !== null)
        await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .writeMarkdown */ .pW)(toolkit, failure.sealed);
}


/***/ }),

/***/ 7499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   rN: () => (/* binding */ readBeforeLock),
/* harmony export */   xm: () => (/* binding */ readGoodLogin)
/* harmony export */ });
/* unused harmony export readLogin */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7609);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4600);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3438);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8651);








function readLogin(file) {
    const { bytes, stats } = readContent(file);
    const text = decode(file, bytes);
    try {
        return { ...(0,_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLogin */ .$n)(text), stats };
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4(error.reason, `${file.given}: ${error.message}`, error.remedy);
        throw error;
    }
}
function readGoodLogin(file) {
    try {
        const login = readLogin(file);
        return (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .isOfUse */ .NN)(login) ? login : null;
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return _work_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .WorkFolder */ .y2.exists(file) ? readGoodLogin(file) : readLogin(file);
}
function readContent(file) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(file.real, _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_CREDENTIALS_BYTES */ .M);
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error);
        if (code === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const why = `is larger than ${_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_CREDENTIALS_SIZE */ .A}; a credentials file has a few kB, so this is something else`;
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} ${why}`);
        }
        const why = `${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemError */ .Tr)(error)}${ownerNote(file, code)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${why}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .remedyFor */ .wJ)(error));
    }
}
function ownerNote({ real }, code) {
    try {
        const [owner, uid] = [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real).uid, process.geteuid?.()];
        return code === 'EACCES' && owner !== uid
            ? `: it belongs to uid ${owner}, and this run works as uid ${uid ?? '?'}`
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


/***/ }),

/***/ 4600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ parseLogin),
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   Ov: () => (/* binding */ loginOrNull),
/* harmony export */   sg: () => (/* binding */ isToken)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2052);



function parseLogin(text) {
    return loginOf(parseDocument(text));
}
function loginOf(document) {
    const fields = fieldsIn(document);
    refuseBlanked(fields);
    const accessToken = parseToken(fields, 'accessToken');
    const loginExpiresAtMs = (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(fields.refreshTokenExpiresAt);
    const facts = { accessToken, loginExpiresAtMs, fields, document };
    if (isBlank(fields.refreshToken))
        return { ...facts, refreshToken: null, expiresAtMs: (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(fields.expiresAt) };
    const refreshToken = parseToken(fields, 'refreshToken');
    return { ...facts, refreshToken, expiresAtMs: (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(fields.expiresAt) };
}
function loginOrNull(document) {
    try {
        return loginOf(document);
    }
    catch {
        return null;
    }
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty');
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark');
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(document))
        return document;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isNestedTooDeep */ .kq)(text))
        throw invalid(`the file nests its JSON more than ${_json_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_JSON_DEPTH */ .KX} levels deep`);
    const bare = /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
    if (bare === 'api')
        throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed');
    if (bare !== undefined)
        throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed');
    throw invalid(document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`);
}
function fieldsIn(document) {
    const fields = document.claudeAiOauth;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(fields))
        return fields;
    if (fields !== undefined)
        throw invalid(`claudeAiOauth should be an object, not ${kind(fields)}`);
    if (['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document)) {
        throw invalid('the file holds an API key, which is never refreshed; a subscription login (claudeAiOauth) is needed');
    }
    if ('accessToken' in document)
        throw invalid('accessToken and its like should stand inside an object claudeAiOauth');
    throw invalid('claudeAiOauth is missing: the file holds no subscription login');
}
function refuseBlanked({ accessToken, refreshToken }) {
    if (accessToken === '' && refreshToken === '') {
        throw invalid('both tokens are blank: `claude` was logged out; log in again');
    }
}
function isBlank(value) {
    return value == null || (typeof value === 'string' && value.trim() === '');
}
function parseToken(fields, name) {
    const value = fields[name];
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing`);
    if (typeof value !== 'string')
        throw invalid(`claudeAiOauth.${name} should be a token in quotes, not ${kind(value)}`);
    if (value.trim() === '')
        throw invalid(`claudeAiOauth.${name} is blank`);
    if (!isToken(value)) {
        throw invalid(`claudeAiOauth.${name} should be one word of ASCII characters; it holds blanks or others`);
    }
    return value;
}
function isToken(value) {
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
function invalid(sentence) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', sentence);
}
function kind(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'string')
        return 'a text';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ }),

/***/ 2052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ momentOf),
/* harmony export */   W: () => (/* binding */ millisecondsOf)
/* harmony export */ });
const EARLIEST_MS = Date.UTC(2020, 0);
const LATEST_MS = Date.UTC(2100, 0);
function millisecondsOf(value) {
    return plausible(numberOf(value));
}
function momentOf(value) {
    return millisecondsOf(value) ?? plausible(numberOf(value) * 1000) ?? plausible(isoOf(value));
}
function plausible(ms) {
    return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}
function numberOf(value) {
    if (typeof value === 'string' && /^\d+(\.\d*)?$/.test(value))
        return Number(value);
    return typeof value === 'number' ? value : Number.NaN;
}
function isoOf(value) {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NN: () => (/* binding */ isOfUse),
/* harmony export */   Ut: () => (/* binding */ refuseNeedless),
/* harmony export */   f8: () => (/* binding */ isValidAsAsked)
/* harmony export */ });
/* unused harmony exports isGoodFor, describeValidity, whyNotUsed, cannotRefresh */
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);


function isGoodFor({ expiresAtMs }, ms) {
    return expiresAtMs !== null && expiresAtMs - Date.now() > ms;
}
function isValidAsAsked(login, minValidityMs) {
    return minValidityMs > 0 && isGoodFor(login, minValidityMs);
}
function isOfUse({ refreshToken, expiresAtMs }) {
    return refreshToken !== null || expiresAtMs === null || expiresAtMs > Date.now();
}
function describeValidity({ expiresAtMs }) {
    if (expiresAtMs === null)
        return 'when its access token expires is not known';
    return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired'} ${describeMoment(expiresAtMs)}`;
}
function whyNotUsed({ fields: { scopes } }) {
    const isUsed = (typeof scopes === 'string' || Array.isArray(scopes)) && scopes.includes('user:inference');
    return isUsed ? null : '`claude` does not use this login: claudeAiOauth.scopes lacks "user:inference"';
}
function refuseNeedless(where, login, minValidityMs) {
    if (login?.refreshToken === null && !isValidAsAsked(login, minValidityMs))
        throw cannotRefresh(where, login);
}
function cannotRefresh(where, login) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null) {
        const what = `${where}: there is nothing to refresh in this login: it has no refresh token`;
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what}, and ${describeValidity(login)}`, GO_ON);
    }
    const what = `${where}: this login has no refresh token and`;
    if (expiresAtMs > Date.now()) {
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what} needs none until ${describeMoment(expiresAtMs)}`, NOT_YET);
    }
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what} cannot be refreshed; ${describeValidity(login)}`, MAKE_A_NEW_ONE);
}
const NOT_YET = 'Make a new one in time: by `claude setup-token`, or log in (run `claude`, then `/login`) for one that can be refreshed. Until then a run succeeds if `min-validity` asks for less than what is left.';
const GO_ON = 'Go on using it. If it is rejected, make a new one with `claude setup-token`.';
const MAKE_A_NEW_ONE = 'Make a new token with `claude setup-token`, or log in for one that can be refreshed: run `claude`, then `/login`.';
function describeMoment(ms) {
    return `${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .v)(ms)} UTC (${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .R)(ms - Date.now())})`;
}


/***/ })

};
;
"use strict";
exports.id = 143;
exports.ids = [143];
exports.modules = {

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ textsOf),
/* harmony export */   storeLogin: () => (/* binding */ storeLogin)
/* harmony export */ });
/* unused harmony export loginAt */
/* harmony import */ var _refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2215);
/* harmony import */ var _refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7830);
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);





async function storeLogin(task, env) {
    const login = loginAt(task.creds);
    if (login === null)
        return { kind: 'needless' };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', _state_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN */ .HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(texts) };
    }
}
function loginAt(creds) {
    try {
        return (0,_refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readGoodCredentials */ .Wh)((0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)(creds));
    }
    catch {
        return null;
    }
}
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ readGoodCredentials),
/* harmony export */   rN: () => (/* binding */ readBeforeLock)
/* harmony export */ });
/* unused harmony export readCredentials */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2727);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(716);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33);





const MAX_CREDENTIALS_BYTES = 1024 * 1024;
function readCredentials(file) {
    const text = readText(file);
    try {
        return (0,_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCredentials */ .gu)(text);
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
    return _work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkFolder */ .y2.isThere(file) ? readGoodCredentials(file) : readCredentials(file);
}
function readText(file) {
    try {
        const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file.real, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
        try {
            const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
            if (size > MAX_CREDENTIALS_BYTES)
                throw tooLarge(file, size);
            return decode(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fd));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        }
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw error;
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error)}`);
    }
}
function tooLarge(file, sizeBytes) {
    const megabytes = (sizeBytes / 1024 / 1024).toFixed(1);
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} has ${megabytes} MB; a credentials file has a few kB, so this is something else`);
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

/***/ 716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gu: () => (/* binding */ parseCredentials),
/* harmony export */   sg: () => (/* binding */ isToken),
/* harmony export */   zq: () => (/* binding */ MAX_DATE_MS)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(781);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);


const MAX_DATE_MS = 8.64e15;
function parseCredentials(text) {
    const document = parseDocument(text);
    const login = parseLogin(document);
    refuseBlanked(login);
    const credentials = {
        accessToken: parseToken(login, 'accessToken'),
        refreshToken: parseToken(login, 'refreshToken'),
        expiresAtMs: parseMoment(login, 'expiresAt'),
        loginExpiresAtMs: login.refreshTokenExpiresAt == null ? null : parseMoment(login, 'refreshTokenExpiresAt'),
        login,
        document
    };
    checkScopes(login.scopes);
    checkOptionalText(login, 'subscriptionType');
    checkOptionalText(login, 'rateLimitTier');
    return credentials;
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty');
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark');
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text.replace(/^\uFEFF/, ''));
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(document))
        return document;
    const bare = /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
    if (bare === 'api')
        throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed');
    if (bare !== undefined)
        throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed');
    throw invalid(document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`);
}
function parseLogin(document) {
    const login = document.claudeAiOauth;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(login))
        return login;
    if (login !== undefined)
        throw invalid(`claudeAiOauth should be an object, not ${kind(login)}`);
    if (['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document)) {
        throw invalid('the file holds an API key, which is never refreshed; a subscription login (claudeAiOauth) is needed');
    }
    if ('accessToken' in document)
        throw invalid('accessToken and its like should stand inside an object claudeAiOauth');
    throw invalid('claudeAiOauth is missing: the file holds no subscription login');
}
function refuseBlanked(login) {
    if (login.accessToken === '' && login.refreshToken === '') {
        throw invalid('both tokens are blank: `claude` was logged out; log in again');
    }
}
function parseToken(login, name) {
    const value = login[name];
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
function parseMoment(login, name) {
    const value = login[name];
    const shouldBe = `claudeAiOauth.${name} should be milliseconds since 1970`;
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing; it should be milliseconds since 1970`);
    const ms = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof ms !== 'number')
        throw invalid(`${shouldBe}, not ${kind(value)}`);
    if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DATE_MS)
        throw invalid(`${shouldBe}; ${ms} is no such moment`);
    return ms;
}
function checkScopes(scopes) {
    if (scopes === undefined)
        throw invalid('claudeAiOauth.scopes is missing; it should list "user:inference"');
    if (!Array.isArray(scopes) || !scopes.every(scope => typeof scope === 'string')) {
        throw invalid('claudeAiOauth.scopes should be a list of texts, such as ["user:inference","user:profile"]');
    }
    if (!scopes.includes('user:inference')) {
        throw invalid('claudeAiOauth.scopes lacks "user:inference": `claude` does not use such a login');
    }
}
function checkOptionalText(login, name) {
    const value = login[name];
    if (value != null && typeof value !== 'string') {
        throw invalid(`claudeAiOauth.${name} should be a text or null, not ${kind(value)}`);
    }
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

/***/ 7830:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function fingerprint(pair) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${pair.accessToken}\0${pair.refreshToken}`).digest('hex');
}


/***/ }),

/***/ 33:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ GONE_PREFIX),
/* harmony export */   m4: () => (/* binding */ REPLACEMENT_PREFIX),
/* harmony export */   x$: () => (/* binding */ newReplacementPathIn),
/* harmony export */   xL: () => (/* binding */ HOME_PREFIX),
/* harmony export */   y2: () => (/* binding */ WorkFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3409);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2727);






const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
class WorkFolder {
    path;
    constructor(path) {
        this.path = path;
    }
    static open(file) {
        const folder = new WorkFolder(`${file.real}.clr`);
        while (!makeOrFind(folder.path))
            continue;
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static isThere(file) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(`${file.real}.clr`);
    }
    at(name) {
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .namesIn */ .w)(this.path).filter(name => name !== GITIGNORE);
    }
    close() {
        if (this.names().length > 0)
            return;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(this.at(GITIGNORE), { force: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(this.path);
        }
        catch {
        }
    }
    hideFromGit() {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function newReplacementPathIn(folder) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${REPLACEMENT_PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.json`);
}
function makeOrFind(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
        return true;
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error) !== 'EEXIST')
            throw cannotMake(folder, error);
    }
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false });
    if (stats === undefined)
        return false;
    if (!stats.isDirectory()) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', `${folder} is in the way: it should be a folder of ours; move it away`);
    }
    if (stats.uid !== process.getuid?.()) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', `${folder} belongs to another user (uid ${stats.uid}); have it removed`);
    }
    if ((stats.mode & 0o777) === 0o700)
        return true;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(folder, 0o700);
        return true;
    }
    catch (error) {
        throw cannotMake(folder, error);
    }
}
function cannotMake(folder, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', `cannot write in ${node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(folder)}, where the new credentials must be put: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .explain */ .W)(error)}`);
}


/***/ })

};
;
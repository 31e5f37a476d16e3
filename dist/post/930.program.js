"use strict";
exports.id = 930;
exports.ids = [930];
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

/***/ 7068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ loginAt)
});

// UNUSED EXPORTS: loginIn

// EXTERNAL MODULE: ./src/refresh/credentials/credentials-file.ts
var credentials_file = __webpack_require__(2215);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials-path.ts
var credentials_path = __webpack_require__(822);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials.ts
var credentials = __webpack_require__(716);
// EXTERNAL MODULE: ./src/refresh/json.ts
var json = __webpack_require__(781);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/action/stat-if-any.ts
var stat_if_any = __webpack_require__(4247);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/refresh/credentials/work-folder.ts
var work_folder = __webpack_require__(2414);
// EXTERNAL MODULE: ./src/refresh/write-back/lineage.ts
var lineage = __webpack_require__(8584);
;// CONCATENATED MODULE: ./src/action/placed/standing.ts








function standingAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = readContent(file);
    const text = bytes.toString('utf8');
    const existing = { file, uid: stats.uid };
    const document = parseJson(text.replace(/^\uFEFF/, ''));
    if (text.trim() === '')
        return { ...existing, kind: 'no-login', document: {} };
    if (isJsonObject(document) && hasNoLogin(document))
        return { ...existing, kind: 'no-login', document };
    const credentials = parseOrNull(text);
    if (credentials !== null && isSame(credentials, incoming))
        return { ...existing, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new RefreshError('usage', `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`);
    }
    return { ...existing, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return findCredentialsFile(given);
    }
    catch (error) {
        const isMissing = error instanceof RefreshError && error.reason === 'creds-not-found';
        if (isMissing && !isLink(given))
            return null;
        throw error;
    }
}
function isLink(given) {
    try {
        return lstatSync(given).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,json/* isJsonObject */.OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function parseOrNull(text) {
    try {
        return parseLogin(text);
    }
    catch {
        return null;
    }
}
function isOnRecord(file, standing, incoming) {
    const folder = WorkFolder.find(file);
    return folder !== null && isDescendant(readLineage(folder), standing, incoming);
}

;// CONCATENATED MODULE: ./src/action/login-at.ts







function loginAt(creds) {
    if ((0,stat_if_any/* statIfAny */.k)(creds)?.isFile() === false)
        return null;
    try {
        return loginIn((0,credentials_file/* readContent */.c_)((0,credentials_path/* findCredentialsFile */.Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new reasons/* RefreshError */.M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginIn(text) {
    if (text.trim() === '')
        return null;
    const document = (0,json/* parseJson */.qF)(text.replace(/^\uFEFF/, ''));
    return (0,json/* isJsonObject */.OW)(document) && hasNoLogin(document) ? null : (0,credentials/* parseLogin */.$n)(text);
}


/***/ }),

/***/ 8930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportOnlyCopy: () => (/* binding */ reportOnlyCopy),
/* harmony export */   whyToKeep: () => (/* binding */ whyToKeep)
/* harmony export */ });
/* unused harmony export settleOnlyCopy */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7830);
/* harmony import */ var _refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2414);
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6070);
/* harmony import */ var _refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8584);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1729);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7068);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2489);









const TITLE = 'The refreshed login is stored nowhere';
const LOSS_AHEAD = 'The credentials came by creds-json, and the refresh made them worthless there. The file is removed when the job ends: set secret-name, or store the output creds-json in a later step.';
function settleOnlyCopy(toolkit, file, env) {
    const pair = fingerprintOf(file.json);
    if (pair === null || pair === file.incoming)
        return true;
    if (!file.isInSecret && !file.isInOutput) {
        reportOnlyCopy(toolkit, onlyCopyAt(file.creds));
        return false;
    }
    saveState(env, 'delivered', pair);
    if (!file.isInSecret)
        toolkit.warning(LOSS_AHEAD, { title: TITLE });
    return true;
}
function whyToKeep(creds, env) {
    const file = (0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readSecretInputs */ .It)(env).secretName !== '' || !isMade(file))
        return null;
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_7__/* .loginAt */ .n)(creds);
        const isElsewhere = [(0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(env, 'incoming'), (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(env, 'delivered')];
        return login === null || isElsewhere.includes((0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login)) ? null : onlyCopyAt(creds);
    }
    catch (error) {
        if (!(error instanceof _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
            throw error;
        return `${error.message}. The file may hold new credentials that are nowhere else, so the end of the job leaves it there. Look into it before the machine is gone.`;
    }
}
function reportOnlyCopy(toolkit, why) {
    toolkit.error(why, { title: TITLE });
}
function onlyCopyAt(creds) {
    return `The new credentials are only in ${creds}, which the end of the job leaves there. Store them before the machine is gone: what creds-json was given is worthless by now.`;
}
function isMade(file) {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file.real) ? _refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.find(file) : null;
    return folder !== null && (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_5__/* .readLineage */ .Kj)(folder)?.isFileMade === true;
}
function fingerprintOf(json) {
    try {
        const login = json === null ? null : loginIn(json);
        return login === null ? null : fingerprint(login);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c_: () => (/* binding */ readContent)
/* harmony export */ });
/* unused harmony exports readLogin, readGoodLogin, readBeforeLock */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3409);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2727);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9669);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(716);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7962);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2414);








function readLogin(file) {
    const { bytes, stats } = readContent(file);
    const text = decode(file, bytes);
    try {
        return { ...parseLogin(text), stats };
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw new RefreshError(error.reason, `${file.given}: ${error.message}`, error.remedy);
        throw error;
    }
}
function readGoodLogin(file) {
    try {
        const login = readLogin(file);
        return isWhole(login) ? login : null;
    }
    catch (error) {
        if (error instanceof RefreshError && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isThere(file) ? readGoodLogin(file) : readLogin(file);
}
function readContent(file) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(file.real, _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_CREDENTIALS_BYTES */ .M);
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .C)(error);
        if (code === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const why = `is larger than ${_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_CREDENTIALS_SIZE */ .A}; a credentials file has a few kB, so this is something else`;
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
        throw new RefreshError('creds-invalid', `${file.given} is in UTF-16; save it as UTF-8`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new RefreshError('creds-invalid', `${file.given} is not UTF-8 text`);
    }
}


/***/ })

};
;
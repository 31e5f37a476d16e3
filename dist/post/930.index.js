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

/***/ 8930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isOnlyCopy: () => (/* binding */ isOnlyCopy),
/* harmony export */   reportOnlyCopy: () => (/* binding */ reportOnlyCopy)
/* harmony export */ });
/* unused harmony export settleOnlyCopy */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2215);
/* harmony import */ var _refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(822);
/* harmony import */ var _refresh_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(716);
/* harmony import */ var _refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7830);
/* harmony import */ var _refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2414);
/* harmony import */ var _refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8584);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1729);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2489);









const TITLE = 'The refreshed login is stored nowhere';
const LOSS_AHEAD = 'The credentials came by creds-json, and the refresh made them worthless there. The file is removed when the job ends: set secret-name, or store the output creds-json in a later step.';
function settleOnlyCopy(toolkit, file, env) {
    const pair = fingerprintOf(file.json);
    if (pair === null || pair === file.incoming)
        return true;
    if (!file.isInSecret && !file.isInOutput) {
        reportOnlyCopy(toolkit, file.creds);
        return false;
    }
    saveState(env, 'delivered', pair);
    if (!file.isInSecret)
        toolkit.warning(LOSS_AHEAD, { title: TITLE });
    return true;
}
function isOnlyCopy(creds, env) {
    const file = (0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findPlace */ .Pj)(creds);
    if (file === null || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .readSecretInputs */ .It)(env).secretName !== '' || !isMade(file))
        return false;
    const login = (0,_refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readGoodCredentials */ .Wh)(file);
    return login !== null && ![(0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(env, 'incoming'), (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(env, 'delivered')].includes((0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__/* .fingerprint */ .R)(login));
}
function reportOnlyCopy(toolkit, creds) {
    const message = `The new credentials are only in ${creds}, which the end of the job leaves there. Store them before the machine is gone: what creds-json was given is worthless by now.`;
    toolkit.error(message, { title: TITLE });
}
function isMade(file) {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file.real) ? _refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .WorkFolder */ .y2.find(file) : null;
    return folder !== null && (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .readLineage */ .Kj)(folder)?.isFileMade === true;
}
function fingerprintOf(json) {
    try {
        return json === null ? null : fingerprint(parseCredentials(json));
    }
    catch {
        return null;
    }
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
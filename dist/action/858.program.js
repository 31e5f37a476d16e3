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
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1729);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2169);
/* harmony import */ var _output_annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5420);
/* harmony import */ var _output_masks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5067);
/* harmony import */ var _output_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3743);
/* harmony import */ var _github_secrets_place_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7668);
/* harmony import */ var _secret_sight_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7348);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2800);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3175);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4143);













const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, held, around) {
    if (isHeld(creds, held))
        return held;
    const toolkit = await around.loadToolkit();
    for (const mask of (0,_output_masks_js__WEBPACK_IMPORTED_MODULE_6__/* .masksFor */ .R)([(0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .seeCredentials */ .Sr)(creds)], [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretInputs */ .It)(around.env).githubToken])) {
        toolkit.setSecret(mask);
    }
    const stored = await store(creds, around);
    if (stored.kind === 'failed' || stored.kind === 'other-account') {
        await reportFailure(toolkit, creds, stored);
        return null;
    }
    if (stored.kind === 'used-up') {
        if (held !== _state_js__WEBPACK_IMPORTED_MODULE_10__/* .UNKNOWN */ .HV) {
            toolkit.warning(stored.message, { title: 'Older credentials not stored' });
            return held;
        }
        const message = `${stored.message}; the new pair may be stored nowhere`;
        await reportFailure(toolkit, creds, { ...stored, message });
        return null;
    }
    if (stored.kind === 'needless')
        return held;
    toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`);
    if (held === _state_js__WEBPACK_IMPORTED_MODULE_10__/* .UNKNOWN */ .HV)
        await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .writeMarkdown */ .pW)(toolkit, STORED_AFTER_ALL);
    return (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(stored.pair);
}
function isHeld(creds, held) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_4__/* .loginAt */ .n)(creds);
        return login === null || (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) === held;
    }
    catch {
        return false;
    }
}
async function store(creds, { env, signals }) {
    try {
        const target = (0,_secret_sight_js__WEBPACK_IMPORTED_MODULE_8__/* .wantedTarget */ .XY)(env);
        if (target === null)
            return { kind: 'needless' };
        const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(905)]).then(__webpack_require__.bind(__webpack_require__, 6905));
        const task = {
            store: await openSecretStore(target, (0,_secret_sight_js__WEBPACK_IMPORTED_MODULE_8__/* .recalledSight */ .yL)(target, env)),
            creds,
            incoming: (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .readState */ .un)(env, 'incoming'),
            account: (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .readState */ .un)(env, 'account'),
            limitMs: STORE_LIMIT_MS,
            signal: signals.cancel
        };
        const stored = await (0,_store_login_js__WEBPACK_IMPORTED_MODULE_11__.storeLogin)(task, env);
        return stored.kind === 'stored' ? { ...stored, where: (0,_github_secrets_place_js__WEBPACK_IMPORTED_MODULE_12__/* .describePlace */ .df)(target.place) } : stored;
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
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(123);








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
    return _work_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .WorkFolder */ .y2.isThere(file) ? readGoodLogin(file) : readLogin(file);
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
        const why = `${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(error)}${ownerNote(file, code)}`;
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


/***/ })

};
;
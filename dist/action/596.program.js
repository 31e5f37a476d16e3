"use strict";
exports.id = 596;
exports.ids = [596];
exports.modules = {

/***/ 2169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ loginAt)
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4600);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7973);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2207);







function loginAt(creds) {
    if ((0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .statIfAny */ .k)(creds)?.isFile() === false)
        return null;
    try {
        return loginInText((0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readContent */ .c_)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginInText(text) {
    if (text.trim() === '')
        return null;
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(text);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(document))
        return (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLogin */ .$n)(text);
    return (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__/* .hasNoLogin */ .j)(document) ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .loginOf */ .DQ)(document);
}


/***/ }),

/***/ 9596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeLate: () => (/* binding */ storeLate)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1014);
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1496);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1729);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2169);
/* harmony import */ var _output_annotations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5420);
/* harmony import */ var _output_masks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5067);
/* harmony import */ var _output_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2766);
/* harmony import */ var _login_secrets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9785);
/* harmony import */ var _secret_memory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(635);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2800);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4143);













const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, context) {
    const before = context.state.known.stored;
    if (isHeld(creds, before))
        return true;
    const toolkit = await context.loadToolkit();
    for (const mask of (0,_output_masks_js__WEBPACK_IMPORTED_MODULE_7__/* .masksFor */ .R)([(0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_11__/* .seeCredentials */ .Sr)(creds)], [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readSecretInputs */ .It)(context.env).githubToken])) {
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
        await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeMarkdown */ .pW)(toolkit, STORED_AFTER_ALL);
    return true;
}
function isHeld(creds, content) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_5__/* .loginAt */ .n)(creds);
        return login === null || (content.kind === 'pair' && content.fingerprint === (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
    }
    catch {
        return false;
    }
}
async function storeAtEnd(creds, context) {
    try {
        const target = (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_10__/* .wantedTarget */ .XY)(context.env);
        if (target === null)
            return { kind: 'needless' };
        const task = {
            store: await (0,_login_secrets_js__WEBPACK_IMPORTED_MODULE_9__/* .openLoginSecrets */ .n)(target, (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_10__/* .memoryForPost */ .PY)(target, context)),
            creds,
            limitMs: STORE_LIMIT_MS,
            signal: context.signals.cancel
        };
        const stored = await (0,_store_login_js__WEBPACK_IMPORTED_MODULE_12__.storeLogin)(task, context);
        return stored.kind === 'stored' ? { ...stored, where: (0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_3__/* .describeLocation */ .lR)(target.location) } : stored;
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
    (0,_output_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .annotate */ .fz)(toolkit, { ...(0,_core_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOf */ .E)('secret-write-failed', message), creds }, Date.now());
    if (hasFailed && failure.sealed !== null)
        await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeMarkdown */ .pW)(toolkit, failure.sealed);
}


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeLogin: () => (/* binding */ storeLogin)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2169);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2259);





async function storeLogin(task, context) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .n)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeFound(login, task, context) {
    const { account, incoming } = context.state.known;
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(login), account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_4__.usedUpPairs)(context).includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login)))
        return { kind: 'used-up', message: isUsedUp(task.creds) };
    if (login.refreshToken === null && (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) !== incoming)
        return { kind: 'failed', message: lacksRefreshToken(task.creds), sealed: null };
    const { store, limitMs, signal } = task;
    const toStore = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) === incoming ? { ...login, document: null } : login;
    context.state.storing();
    try {
        await store.store(toStore, { limitMs, signal });
        context.state.storedPair((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
        return { kind: 'stored' };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        const sealed = store.sealedFallback(toStore);
        const byHand = sealed === null ? '' : '; the job summary has the line that stores it by hand';
        return { kind: 'failed', message: `${message}${byHand}`, sealed };
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than the one that this job began with, so neither that login nor its access token was stored; the secret stays as it is`;
}
function isUsedUp(creds) {
    return `${creds} holds a pair that this job has used up for a newer one, so neither that pair nor its access token was stored; the secret stays as it is`;
}
function lacksRefreshToken(creds) {
    return `the login that ${creds} holds by now has no refresh token, so neither it nor its access token was stored; the secret stays as it is`;
}


/***/ })

};
;
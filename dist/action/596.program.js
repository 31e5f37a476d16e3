"use strict";
exports.id = 596;
exports.ids = [596];
exports.modules = {

/***/ 9596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeLate: () => (/* binding */ storeLate)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7449);
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6442);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1729);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4838);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2207);
/* harmony import */ var _output_annotations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9769);
/* harmony import */ var _output_masks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5067);
/* harmony import */ var _output_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2766);
/* harmony import */ var _login_secrets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9785);
/* harmony import */ var _secret_memory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6182);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2800);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4143);














const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, context) {
    const before = context.state.known.stored;
    if (isStored(creds, before))
        return true;
    const toolkit = await context.loadToolkit();
    const { githubToken } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readSecretTexts */ .bm)(context.env);
    for (const mask of (0,_output_masks_js__WEBPACK_IMPORTED_MODULE_7__/* .masksFor */ .R)([(0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_11__/* .seeCredentials */ .Sr)(creds)], [githubToken]))
        toolkit.setSecret(mask);
    const stored = await storeAtEnd(creds, context);
    switch (stored.kind) {
        case 'needless':
            return true;
        case 'stored':
            toolkit.info(`stored ${stored.what ?? ''}`);
            if (before.kind === 'unknown')
                await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeMarkdown */ .pW)(toolkit, STORED_AFTER_ALL);
            return true;
        case 'used-up':
            if (before.kind === 'pair') {
                toolkit.warning(stored.message, { title: 'Older credentials not stored' });
                return true;
            }
            reportFailure(toolkit, creds, `${stored.message}; the new pair may be stored nowhere`);
            return false;
        case 'other-account':
            reportFailure(toolkit, creds, stored.message);
            return false;
        case 'failed':
            reportFailure(toolkit, creds, `${stored.message}; the credentials are still in ${creds}`);
            if (stored.sealed !== null)
                await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeMarkdown */ .pW)(toolkit, stored.sealed);
            return false;
    }
}
function isStored(creds, content) {
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__/* .loginAt */ .n)(creds);
        return login === null || (content.kind === 'pair' && content.fingerprint === (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
    }
    catch {
        return false;
    }
}
async function storeAtEnd(creds, context) {
    try {
        const target = (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_10__/* .wantedTarget */ .XY)(context.env, (0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_13__/* .unwrapBase64 */ .zF)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readSecretTexts */ .bm)(context.env).credsJson));
        if (target === null)
            return { kind: 'needless' };
        const store = await (0,_login_secrets_js__WEBPACK_IMPORTED_MODULE_9__/* .openLoginSecrets */ .n)(target, (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_10__/* .memoryForPost */ .PY)(target, context));
        const stored = await (0,_store_login_js__WEBPACK_IMPORTED_MODULE_12__.storeLogin)({ store, creds, limitMs: STORE_LIMIT_MS }, context);
        const part = target.credentialsName === null ? 'the access token' : 'the login';
        return { ...stored, what: `${part} as it is at the end of the job: ${(0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_3__/* .describeSecrets */ .tA)(target.location)}` };
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
function reportFailure(toolkit, creds, message) {
    (0,_output_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .annotate */ .fz)(toolkit, { ...(0,_core_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOf */ .E)('secret-write-failed', message), creds }, { nowMs: Date.now(), loginCommand: '' });
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
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2207);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2259);





async function storeLogin(task, context) {
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .n)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeFound(login, { store, creds, limitMs }, context) {
    const { state, signals } = context;
    const { account, incoming } = state.known;
    const pair = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login);
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(login), account))
        return { kind: 'other-account', message: otherAccount(creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_4__.usedUpPairs)(context).includes(pair))
        return { kind: 'used-up', message: isUsedUp(creds) };
    if (login.refreshToken === null && pair !== incoming)
        return { kind: 'failed', message: lacksRefreshToken(creds), sealed: null };
    const toStore = pair === incoming ? { ...login, document: null } : login;
    state.storing();
    try {
        await store.store(toStore, { limitMs, signal: signals.cancel });
        state.storedPair(pair);
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
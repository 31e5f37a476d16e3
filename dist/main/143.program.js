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
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2169);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);






async function storeLogin(task, env) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .n)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, env);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeFound(login, task, env) {
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountOf */ .X)(login), task.account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_5__/* .usedUpPairs */ .W)(env).includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login)))
        return { kind: 'used-up', message: isUsedUp(task.creds) };
    if (login.refreshToken === null && (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) !== task.incoming)
        return { kind: 'failed', message: lacksRefreshToken(task.creds), sealed: null };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', _state_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN */ .HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        const sealed = store.sealedFallback(texts);
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
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ })

};
;
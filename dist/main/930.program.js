"use strict";
exports.id = 930;
exports.ids = [930];
exports.modules = {

/***/ 8930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleOnlyCopy: () => (/* binding */ settleOnlyCopy)
/* harmony export */ });
/* unused harmony exports whyToKeep, reportOnlyCopy */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9890);
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2514);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(123);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5172);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1729);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2169);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3175);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2259);










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
    (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .saveState */ .LZ)(env, 'delivered', pair);
    if (!file.isInSecret)
        toolkit.warning(LOSS_AHEAD, { title: TITLE });
    return true;
}
function whyToKeep(creds, env) {
    const file = findPlace(creds);
    if (file === null || readSecretInputs(env).secretName !== '' || !isMade(file))
        return null;
    try {
        const login = loginAt(creds);
        const isElsewhere = [readState(env, 'incoming'), readState(env, 'delivered'), ...usedUpPairs(env)];
        return login === null || isElsewhere.includes(fingerprint(login)) ? null : onlyCopyAt(creds);
    }
    catch (error) {
        if (!(error instanceof RefreshError))
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
    const folder = existsSync(file.real) ? WorkFolder.find(file) : null;
    return folder !== null && readLineage(folder)?.isFileMade === true;
}
function fingerprintOf(json) {
    try {
        const login = json === null ? null : (0,_login_at_js__WEBPACK_IMPORTED_MODULE_7__/* .loginIn */ .X)(json);
        return login === null ? null : (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login);
    }
    catch {
        return null;
    }
}


/***/ })

};
;
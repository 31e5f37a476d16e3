"use strict";
exports.id = 636;
exports.ids = [636];
exports.modules = {

/***/ 1636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removePlaced: () => (/* binding */ removePlaced)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7830);
/* harmony import */ var _refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2414);
/* harmony import */ var _refresh_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7851);
/* harmony import */ var _refresh_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1955);
/* harmony import */ var _refresh_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(873);
/* harmony import */ var _refresh_system_rights_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(774);
/* harmony import */ var _refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8584);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5717);










const LOCK_TIMEOUT_SECONDS = 75;
async function removePlaced(creds, held, cancel) {
    const file = (0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || !_refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.isThere(file))
        return true;
    const patience = { deadline: _refresh_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .Deadline */ .B.after(LOCK_TIMEOUT_SECONDS), cancel };
    return (0,_refresh_system_rights_js__WEBPACK_IMPORTED_MODULE_7__/* .withRightsOf */ .tl)((0,_refresh_system_rights_js__WEBPACK_IMPORTED_MODULE_7__/* .ownerToActFor */ .wA)(file.real), () => (0,_refresh_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .whileLocked */ .a)(file, patience, locks => (0,_refresh_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_6__/* .whileStoreLocked */ .R)(locks, () => removeUnderLock(locks, held))));
}
function removeUnderLock({ file, folder }, held) {
    const lineage = (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_8__/* .readLineage */ .Kj)(folder);
    if (lineage === null)
        return true;
    const login = held === null ? null : (0,_store_login_js__WEBPACK_IMPORTED_MODULE_9__/* .loginAt */ .nS)(file.given);
    if (login !== null && (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) !== held)
        return false;
    if (lineage.isFileMade)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file.real, { force: true });
    if (lineage.isFileMade || held !== null)
        (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_8__/* .removeLineage */ .qt)(folder);
    return true;
}


/***/ }),

/***/ 5717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nS: () => (/* binding */ loginAt),
  VJ: () => (/* binding */ storeLogin)
});

// UNUSED EXPORTS: textsOf

// EXTERNAL MODULE: ./src/refresh/credentials/credentials-file.ts
var credentials_file = __webpack_require__(2215);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials-path.ts
var credentials_path = __webpack_require__(822);
// EXTERNAL MODULE: ./src/refresh/credentials/fingerprint.ts
var fingerprint = __webpack_require__(7830);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/action/account.ts

const FIELDS = ['accountUuid', 'organizationUuid'];
function accountOf({ login }) {
    return FIELDS.map(field => hashOf(login[field])).join(' ');
}
function isOtherAccount(one, other) {
    const [ours, theirs] = [one.split(' '), other.split(' ')];
    return FIELDS.some((_field, at) => (ours[at] ?? '') !== '' && (theirs[at] ?? '') !== '' && ours[at] !== theirs[at]);
}
function hashOf(value) {
    if (typeof value !== 'string' || value.trim() === '')
        return '';
    return (0,external_node_crypto_.createHash)('sha256').update(value.trim().toLowerCase()).digest('hex');
}

// EXTERNAL MODULE: ./src/action/state.ts + 1 modules
var state = __webpack_require__(2489);
;// CONCATENATED MODULE: ./src/action/store-login.ts






async function storeLogin(task, env) {
    try {
        const login = loginAt(task.creds);
        return login === null ? { kind: 'needless' } : await storeGood(login, task, env);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeGood(login, task, env) {
    if (isOtherAccount(accountOf(login), task.account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,state/* saveState */.LZ)(env, 'stored', state/* UNKNOWN */.HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,state/* saveState */.LZ)(env, 'stored', (0,fingerprint/* fingerprint */.R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof reasons/* RefreshError */.M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        const sealed = store.sealedFallback(texts);
        const byHand = sealed === null ? '' : '; the job summary has the line that stores it by hand';
        return { kind: 'failed', message: `${message}${byHand}`, sealed };
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than the one that this job began with, so neither that login nor its access token was stored; the secret stays as it is`;
}
function loginAt(creds) {
    try {
        return (0,credentials_file/* readGoodCredentials */.Wh)((0,credentials_path/* findCredentialsFile */.Ic)(creds));
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4 && NO_LOGIN.includes(error.reason))
            return null;
        throw error;
    }
}
const NO_LOGIN = ['creds-not-found', 'creds-invalid'];
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,fingerprint/* fingerprint */.R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ })

};
;
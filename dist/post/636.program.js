"use strict";
exports.id = 636;
exports.ids = [636];
exports.modules = {

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
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6070);
/* harmony import */ var _refresh_system_rights_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(774);
/* harmony import */ var _refresh_system_system_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2727);
/* harmony import */ var _refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8584);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7068);












const LOCK_TIMEOUT_SECONDS = 75;
async function removePlaced(creds, elsewhere, cancel) {
    const file = (0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || !_refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.isThere(file))
        return true;
    const patience = { deadline: _refresh_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .Deadline */ .B.after(LOCK_TIMEOUT_SECONDS), cancel };
    return (0,_refresh_system_rights_js__WEBPACK_IMPORTED_MODULE_8__/* .withRightsOf */ .tl)((0,_refresh_system_rights_js__WEBPACK_IMPORTED_MODULE_8__/* .ownerToActFor */ .wA)(file.real), () => (0,_refresh_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .whileLocked */ .a)(file, patience, locks => (0,_refresh_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_6__/* .whileStoreLocked */ .R)(locks, () => removeUnderLock(locks, elsewhere))));
}
function removeUnderLock({ file, folder }, { pairs, isInSecret }) {
    const lineage = (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_10__/* .readLineage */ .Kj)(folder);
    if (lineage === null || (!lineage.isFileMade && !isInSecret))
        return true;
    if (mayHoldAnother(file.given, pairs))
        return false;
    try {
        if (lineage.isFileMade)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file.real, { force: true });
        (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_10__/* .removeLineage */ .qt)(folder);
        return true;
    }
    catch (error) {
        throw new _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_7__/* .RefreshError */ .M4('creds-not-writable', `cannot remove the file, or its record: ${(0,_refresh_system_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .errorCode */ .C)(error)}`);
    }
}
function mayHoldAnother(creds, pairs) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_11__/* .loginAt */ .n)(creds);
        return login !== null && !pairs.includes((0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login));
    }
    catch (error) {
        if (error instanceof _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_7__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return true;
        throw error;
    }
}


/***/ })

};
;
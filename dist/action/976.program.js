"use strict";
exports.id = 976;
exports.ids = [976];
exports.modules = {

/***/ 2207:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: function() { return /* binding */ existingFileAt; },
/* harmony export */   nS: function() { return /* binding */ loginAt; },
/* harmony export */   qB: function() { return /* binding */ USE_ANOTHER_PATH; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4600);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4994);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7973);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(123);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5172);










function loginAt(creds) {
    if ((0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .statIfAny */ .k)(creds)?.isFile() === false)
        return null;
    try {
        return loginInText((0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginInText(text) {
    if (text.trim() === '')
        return null;
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(text);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document))
        return (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogin */ .$n)(text);
    return hasNoLogin(document) ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOf */ .DQ)(document);
}
const USE_ANOTHER_PATH = `Set \`creds\` to another path: a file with a different login is never overwritten. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .NOT_SENT */ .FY}`;
function existingFileAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = (0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(file);
    const text = bytes.toString('utf8');
    const found = { file, uid: stats.uid };
    if (text.trim() === '')
        return { ...found, kind: 'no-login', document: {} };
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(text);
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document) && hasNoLogin(document))
        return { ...found, kind: 'no-login', document };
    const credentials = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document) ? (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOrNull */ .Ov)(document) : null;
    if (credentials !== null && isSame(credentials, incoming))
        return { ...found, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('usage', `${given} has a different login than creds-json`, USE_ANOTHER_PATH);
    }
    return { ...found, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(given);
    }
    catch (error) {
        const isMissing = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4 && error.reason === 'creds-not-found';
        if (isMissing && (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(given).isSymbolicLink()) !== true)
            return null;
        throw error;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function isOnRecord(file, existing, incoming) {
    const folder = _core_work_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .WorkFolder */ .y2.find(file);
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__/* .isDescendant */ .K9)((0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__/* .readLineage */ .Kj)(folder), existing, incoming);
}


/***/ }),

/***/ 6976:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removePlaced: function() { return /* binding */ removePlaced; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2514);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(123);
/* harmony import */ var _core_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6343);
/* harmony import */ var _core_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1700);
/* harmony import */ var _core_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9981);
/* harmony import */ var _core_not_writable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3335);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9186);
/* harmony import */ var _core_rejections_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7755);
/* harmony import */ var _core_system_rights_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4650);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5172);
/* harmony import */ var _existing_file_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2207);













const LOCK_TIMEOUT_SECONDS = 75;
async function removePlaced(creds, elsewhere, cancel) {
    const file = (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || !_core_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.exists(file))
        return true;
    const patience = { deadline: _core_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .Deadline */ .B.after(LOCK_TIMEOUT_SECONDS), cancel };
    return (0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_10__/* .withRightsOf */ .tl)((0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_10__/* .ownerToActFor */ .wA)(file.real), () => (0,_core_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .whileLocked */ .ai)(file, patience, locks => (0,_core_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_6__/* .whileStoreLocked */ .R)(locks, () => removeUnderLock(locks, elsewhere))));
}
function removeUnderLock({ file, folder }, { pairs, isInSecret }) {
    const lineage = (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_11__/* .readLineage */ .Kj)(folder);
    if (lineage === null || (!lineage.isFileMade && !isInSecret))
        return true;
    if (mayHoldAnother(file.given, pairs))
        return false;
    try {
        if (lineage.isFileMade) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file.real, { force: true });
            (0,_core_rejections_js__WEBPACK_IMPORTED_MODULE_9__/* .forgetRejection */ .jO)(folder);
        }
        (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_11__/* .removeLineage */ .qt)(folder);
        return true;
    }
    catch (error) {
        throw (0,_core_not_writable_js__WEBPACK_IMPORTED_MODULE_7__/* .notWritable */ .GZ)(`cannot remove the file, or its record`, error);
    }
}
function mayHoldAnother(creds, pairs) {
    try {
        const login = (0,_existing_file_js__WEBPACK_IMPORTED_MODULE_12__/* .loginAt */ .nS)(creds);
        return login !== null && !pairs.includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login));
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_8__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return true;
        throw error;
    }
}


/***/ })

};
;
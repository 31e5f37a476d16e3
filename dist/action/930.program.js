"use strict";
exports.id = 930;
exports.ids = [930,259,549];
exports.modules = {

/***/ 7669:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: function() { return /* binding */ isOtherAccount; },
/* harmony export */   a: function() { return /* binding */ accountFingerprint; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const FIELDS = ['accountUuid', 'organizationUuid'];
function accountFingerprint({ fields }) {
    return FIELDS.map(field => hashOf(fields[field])).join(' ');
}
function isOtherAccount(one, other) {
    const [ours, theirs] = [one.split(' '), other.split(' ')];
    return FIELDS.some((_field, at) => (ours[at] ?? '') !== '' && (theirs[at] ?? '') !== '' && ours[at] !== theirs[at]);
}
function hashOf(value) {
    if (typeof value !== 'string' || value.trim() === '')
        return '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value.trim().toLowerCase()).digest('hex');
}


/***/ }),

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

/***/ 1973:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: function() { return /* binding */ readJobMemory; },
/* harmony export */   kj: function() { return /* binding */ nameInJob; },
/* harmony export */   m4: function() { return /* binding */ saveJobMemory; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4994);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);





const MAX_BYTES = 1024 * 1024;
function readJobMemory(name, env) {
    const file = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_4__/* .orNull */ .X)(() => (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(fileOf(name, env), MAX_BYTES));
    if (file === null || ![0, process.geteuid?.()].includes(file.stats.uid))
        return '';
    return file.bytes.toString('utf8');
}
function saveJobMemory(name, facts, env) {
    (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_4__/* .orNull */ .X)(() => {
        const file = fileOf(name, env);
        const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(staged, JSON.stringify(facts), { mode: 0o600, flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(staged, file);
    });
}
function nameInJob(thing, env) {
    const job = [env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([thing, ...job]))
        .digest('hex')
        .slice(0, 16);
}
function fileOf(name, { RUNNER_TEMP: folder }) {
    if (folder === undefined || !node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(folder))
        throw new Error('there is no RUNNER_TEMP');
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `clr-refresh-${name}.json`);
}


/***/ }),

/***/ 8930:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: function() { return /* binding */ lossAhead; },
/* harmony export */   ONLY_COPY_TITLE: function() { return /* binding */ ONLY_COPY_TITLE; },
/* harmony export */   annotateUnstored: function() { return /* binding */ annotateUnstored; },
/* harmony export */   settleOnlyCopy: function() { return /* binding */ settleOnlyCopy; },
/* harmony export */   whyToKeep: function() { return /* binding */ whyToKeep; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4600);
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(123);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5172);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1729);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2207);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2259);










const ONLY_COPY_TITLE = 'The refreshed login is not stored anywhere';
const LOSS_AHEAD_TITLE = 'A real run would not store the refreshed login anywhere';
const LOSS_AHEAD = 'The refresh used up the login in `creds-json`, and the file with the new login is removed at the end of the job. Set `secret-name`, or store the output `creds-json` in a later step.';
const LOSS_AHEAD_OF_DRY_RUN = 'A refresh would use up the login in `creds-json`, and the file with the new login would be removed at the end of the job. Set `secret-name`, or store the output `creds-json` in a later step.';
function settleOnlyCopy(file, state) {
    const login = file.document === null ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .loginOrNull */ .Ov)(file.document);
    if (login === null)
        return null;
    const pair = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprint */ .R)(login);
    if (pair === file.incoming)
        return null;
    if (!file.isInSecret && !file.isInOutput)
        return { isOnlyCopy: true, message: onlyCopyAt(file.creds) };
    state.deliveredPair(pair);
    return file.isInSecret ? null : { isOnlyCopy: false, message: LOSS_AHEAD };
}
function annotateUnstored(toolkit, unstored, ahead) {
    if (unstored?.isOnlyCopy === true)
        toolkit.error(unstored.message, { title: ONLY_COPY_TITLE });
    else if (unstored !== null)
        toolkit.warning(unstored.message, { title: ONLY_COPY_TITLE });
    else if (ahead !== null)
        toolkit.warning(ahead, { title: LOSS_AHEAD_TITLE });
}
function lossAhead(creds) {
    const file = (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    const wouldStay = file !== null && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file.real) && !isMade(file);
    return wouldStay ? null : LOSS_AHEAD_OF_DRY_RUN;
}
function whyToKeep(creds, context) {
    const file = (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .readSecretInputs */ .It)(context.env).secretName !== '' || !isMade(file))
        return null;
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_8__/* .loginAt */ .nS)(creds);
        const { incoming, delivered } = context.state.known;
        const elsewhere = [incoming, delivered, ...(0,_used_up_js__WEBPACK_IMPORTED_MODULE_9__.usedUpPairs)(context)];
        return login === null || elsewhere.includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprint */ .R)(login)) ? null : onlyCopyAt(creds);
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
            throw error;
        return `${error.message}. The file may have new credentials that are nowhere else, so it is not removed. Inspect it before the runner is shut down.`;
    }
}
function onlyCopyAt(creds) {
    return `The new credentials exist only in ${creds}, so the file was not removed. Store them before the runner is shut down: the login in \`creds-json\` is used up.`;
}
function isMade(file) {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file.real) ? _core_work_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .WorkFolder */ .y2.find(file) : null;
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .readLineage */ .Kj)(folder)?.isFileMade === true;
}


/***/ }),

/***/ 2259:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: function() { return /* binding */ rememberUsedUp; },
/* harmony export */   usedUpPairs: function() { return /* binding */ usedUpPairs; }
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4600);
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2514);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6153);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _job_memory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1973);





function usedUpPairs({ env, state }) {
    return [...state.known.usedUp, ...recall(env).usedUp];
}
function rememberUsedUp(renewal, { env, state }) {
    const [before, after] = [renewal.before, renewal.after].map(document => document && (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOrNull */ .Ov)(document));
    if (after == null)
        return;
    const now = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(after);
    const { usedUp, newest } = recall(env);
    if (usedUp.includes(now))
        return;
    const login = `${renewal.creds} ${(0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(after)}`;
    const ancestors = renewal.refreshed ? [before == null ? null : (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(before), newest[login]] : [];
    const older = [renewal.incoming, ...ancestors].filter(pair => typeof pair === 'string').filter(pair => pair !== now);
    if (older.length === 0)
        return;
    state.areUsedUp(older);
    const facts = { usedUp: [...new Set([...usedUp, ...older])], newest: { ...newest, [login]: now } };
    (0,_job_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .saveJobMemory */ .m4)(fileName(env), facts, env);
}
function recall(env) {
    const facts = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)((0,_job_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .readJobMemory */ .D)(fileName(env), env));
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(facts))
        return { usedUp: [], newest: {} };
    const { usedUp, newest } = facts;
    return {
        usedUp: Array.isArray(usedUp) ? usedUp.filter(pair => typeof pair === 'string') : [],
        newest: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(newest) ? newest : {}
    };
}
function fileName(env) {
    return `pairs-${(0,_job_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInJob */ .kj)('', env)}`;
}


/***/ })

};
;
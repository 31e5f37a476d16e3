"use strict";
exports.id = 549;
exports.ids = [549,640];
exports.modules = {

/***/ 7669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isOtherAccount),
/* harmony export */   X: () => (/* binding */ accountOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value.trim().toLowerCase()).digest('hex');
}


/***/ }),

/***/ 2207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ standingAt),
/* harmony export */   j: () => (/* binding */ hasNoLogin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9890);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4600);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(123);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6153);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9186);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5172);








function standingAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = (0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(file);
    const text = bytes.toString('utf8');
    const existing = { file, uid: stats.uid };
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, ''));
    if (text.trim() === '')
        return { ...existing, kind: 'no-login', document: {} };
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(document) && hasNoLogin(document))
        return { ...existing, kind: 'no-login', document };
    const credentials = parseOrNull(text);
    if (credentials !== null && isSame(credentials, incoming))
        return { ...existing, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('usage', `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`);
    }
    return { ...existing, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(given);
    }
    catch (error) {
        const isMissing = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4 && error.reason === 'creds-not-found';
        if (isMissing && !isLink(given))
            return null;
        throw error;
    }
}
function isLink(given) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(given).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function parseOrNull(text) {
    try {
        return (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogin */ .$n)(text);
    }
    catch {
        return null;
    }
}
function isOnRecord(file, standing, incoming) {
    const folder = _core_work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkFolder */ .y2.find(file);
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .isDescendant */ .K9)((0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .readLineage */ .Kj)(folder), standing, incoming);
}


/***/ }),

/***/ 1973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readJobMemory),
/* harmony export */   kj: () => (/* binding */ nameInJob),
/* harmony export */   m4: () => (/* binding */ saveJobMemory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);




const MAX_BYTES = 1024 * 1024;
function readJobMemory(name, env) {
    try {
        const { bytes, stats } = (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(fileOf(name, env), MAX_BYTES);
        return [0, process.geteuid?.()].includes(stats.uid) ? bytes.toString('utf8') : '';
    }
    catch {
        return '';
    }
}
function saveJobMemory(name, facts, env) {
    try {
        const file = fileOf(name, env);
        const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(staged, JSON.stringify(facts), { mode: 0o600, flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(staged, file);
    }
    catch {
    }
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

/***/ 2169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ loginIn),
/* harmony export */   n: () => (/* binding */ loginAt)
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9890);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4600);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9186);
/* harmony import */ var _stat_if_any_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4247);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2207);







function loginAt(creds) {
    if ((0,_stat_if_any_js__WEBPACK_IMPORTED_MODULE_4__/* .statIfAny */ .k)(creds)?.isFile() === false)
        return null;
    try {
        return loginIn((0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readContent */ .c_)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)(creds)).bytes.toString('utf8'));
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
function loginIn(text) {
    if (text.trim() === '')
        return null;
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, ''));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(document) && (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__/* .hasNoLogin */ .j)(document) ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLogin */ .$n)(text);
}


/***/ }),

/***/ 8930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportOnlyCopy: () => (/* binding */ reportOnlyCopy),
/* harmony export */   settleOnlyCopy: () => (/* binding */ settleOnlyCopy),
/* harmony export */   whyToKeep: () => (/* binding */ whyToKeep)
/* harmony export */ });
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
    const file = (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readSecretInputs */ .It)(env).secretName !== '' || !isMade(file))
        return null;
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_7__/* .loginAt */ .n)(creds);
        const isElsewhere = [(0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(env, 'incoming'), (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(env, 'delivered'), ...(0,_used_up_js__WEBPACK_IMPORTED_MODULE_9__.usedUpPairs)(env)];
        return login === null || isElsewhere.includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login)) ? null : onlyCopyAt(creds);
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
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
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file.real) ? _core_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.find(file) : null;
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_5__/* .readLineage */ .Kj)(folder)?.isFileMade === true;
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


/***/ }),

/***/ 2259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rememberUsedUp: () => (/* binding */ rememberUsedUp),
/* harmony export */   usedUpPairs: () => (/* binding */ usedUpPairs)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7669);
/* harmony import */ var _job_memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1973);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2169);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);






function usedUpPairs(env) {
    return [...(0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(env, 'usedUp').split(' '), ...recall(env).usedUp];
}
function rememberUsedUp(renewal, env) {
    const [before, after] = [renewal.before, renewal.after].map(loginOrNull);
    if (after == null)
        return;
    const now = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(after);
    const { usedUp, newest } = recall(env);
    if (usedUp.includes(now))
        return;
    const login = `${renewal.creds} ${(0,_account_js__WEBPACK_IMPORTED_MODULE_1__/* .accountOf */ .X)(after)}`;
    const ancestors = renewal.refreshed ? [before == null ? '' : (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(before), newest[login]] : [];
    const older = [renewal.incoming, ...ancestors].filter(pair => typeof pair === 'string' && pair !== '' && pair !== now);
    if (older.length === 0)
        return;
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'usedUp', older.join(' '));
    const facts = { usedUp: [...new Set([...usedUp, ...older])], newest: { ...newest, [login]: now } };
    (0,_job_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .saveJobMemory */ .m4)(fileName(env), facts, env);
}
function recall(env) {
    const facts = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_job_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .readJobMemory */ .D)(fileName(env), env));
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(facts))
        return { usedUp: [], newest: {} };
    const { usedUp, newest } = facts;
    return {
        usedUp: Array.isArray(usedUp) ? usedUp.filter(pair => typeof pair === 'string') : [],
        newest: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(newest) ? newest : {}
    };
}
function fileName(env) {
    return `pairs-${(0,_job_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .nameInJob */ .kj)('', env)}`;
}
function loginOrNull(json) {
    try {
        return json === null ? null : (0,_login_at_js__WEBPACK_IMPORTED_MODULE_3__/* .loginIn */ .X)(json);
    }
    catch {
        return null;
    }
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
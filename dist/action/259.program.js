"use strict";
exports.id = 259;
exports.ids = [259];
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
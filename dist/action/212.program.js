"use strict";
exports.id = 212;
exports.ids = [212,259,640];
exports.modules = {

/***/ 7669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isOtherAccount),
/* harmony export */   a: () => (/* binding */ accountFingerprint)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ existingFileAt),
/* harmony export */   nS: () => (/* binding */ loginAt),
/* harmony export */   qB: () => (/* binding */ USE_ANOTHER_PATH)
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

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ storeLogin),
/* harmony export */   e: () => (/* binding */ remedyForUnstored)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2207);
/* harmony import */ var _output_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2323);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);






async function storeLogin(task, context) {
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .nS)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null, secrets: [] };
        throw error;
    }
}
async function storeFound(login, { store, creds, limitMs }, context) {
    const { state, signals } = context;
    const { account, incoming } = state.known;
    const pair = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login);
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(login), account))
        return { kind: 'other-account', message: otherAccount(creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_5__.usedUpPairs)(context).includes(pair))
        return { kind: 'used-up', message: isUsedUp(creds) };
    if (login.refreshToken === null && pair !== incoming)
        return { kind: 'failed', message: lacksRefreshToken(creds), sealed: null, secrets: store.results(null) };
    const toStore = pair === incoming ? { ...login, document: null } : login;
    state.storing();
    try {
        await store.store(toStore, { limitMs, signal: signals.cancel });
        state.storedPair(pair);
        return { kind: 'stored', secrets: store.results(toStore) };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(toStore), secrets: store.results(toStore) };
    }
}
function remedyForUnstored(result, loginCommand) {
    const ifUsedUp = `If the next run says \`login-rejected\`, sign in again ${(0,_output_text_js__WEBPACK_IMPORTED_MODULE_4__/* .howToSignIn */ .sG)(loginCommand)}.`;
    switch (result.kind) {
        case 'stored':
            return '';
        case 'failed':
            if (result.sealed !== null)
                return 'The job summary has a command that stores the secret by hand, and says when to run it.';
            return `Fix the cause, then store the file in the secret, or sign in again. ${ifUsedUp}`;
        case 'other-account':
            return `Give each account a file of its own with \`creds\`. ${ifUsedUp}`;
        case 'needless':
        case 'used-up':
            return ifUsedUp;
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than at the start of this job, so it was not stored, and the secret is unchanged`;
}
function isUsedUp(creds) {
    return `${creds} holds tokens that this job has already replaced with newer ones, so they were not stored, and the secret is unchanged`;
}
function lacksRefreshToken(creds) {
    return `the login that is in ${creds} now has no refresh token, so it was not stored, and the secret is unchanged`;
}


/***/ }),

/***/ 8212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeNewLogin: () => (/* binding */ storeNewLogin)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4143);


const STORE_LIMIT_MS = 120_000;
async function storeNewLogin({ creds, report, loginCommand, times }, store, { hide, context }) {
    const task = { store, creds, limitMs: STORE_LIMIT_MS };
    const stored = await times.measure('store the secret', () => (0,_store_login_js__WEBPACK_IMPORTED_MODULE_1__/* .storeLogin */ .V)(task, context));
    const unstored = (message) => {
        const reason = 'secret-write-failed';
        const remedy = hide((0,_store_login_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyForUnstored */ .e)(stored, loginCommand));
        return { ...report, reason, exitCode: (0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(reason).exitCode, refreshed: true, message: hide(message), remedy };
    };
    const nothing = { secrets: store.results(null), sealed: null };
    switch (stored.kind) {
        case 'stored':
            return { report, secrets: stored.secrets, sealed: null };
        case 'used-up':
            return { report: { ...report, warnings: [...report.warnings, stored.message] }, ...nothing };
        case 'needless': {
            const why = 'another program has logged out, or removed it';
            return { report: unstored(`${creds} holds no login any more, so nothing was stored: ${why}`), ...nothing };
        }
        case 'other-account':
            return { report: unstored(stored.message), ...nothing };
        case 'failed': {
            const message = `${stored.message}; the credentials are safe in ${creds}, and are stored at the end of the job if possible`;
            return { report: unstored(message), secrets: stored.secrets, sealed: stored.sealed };
        }
    }
}


/***/ }),

/***/ 2259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rememberUsedUp: () => (/* binding */ rememberUsedUp),
/* harmony export */   usedUpPairs: () => (/* binding */ usedUpPairs)
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


/***/ }),

/***/ 2514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   b: () => (/* binding */ isAccessTokenOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function fingerprint({ accessToken, refreshToken }) {
    return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`);
}
function isAccessTokenOf(accessToken, pairFingerprint) {
    return pairFingerprint.startsWith(digest(accessToken));
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 5172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K9: () => (/* binding */ isDescendant),
/* harmony export */   Kj: () => (/* binding */ readLineage),
/* harmony export */   Ms: () => (/* binding */ addToLineage),
/* harmony export */   PC: () => (/* binding */ holdsOnlyRecords),
/* harmony export */   fn: () => (/* binding */ writeLineage),
/* harmony export */   qt: () => (/* binding */ removeLineage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2514);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(123);






const RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextIfExists */ .TP)(file)) ?? '');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const pairs = lineage?.pairs ?? [];
    const from = pairs.indexOf((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(ancestor));
    return from >= 0 && pairs.indexOf((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(pair)) > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    folder.writeRecord(RECORD, { isFileMade, pairs: pairs.slice(-MAX_PAIRS) });
}
function addToLineage(folder, newPair) {
    const added = (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(newPair);
    try {
        const lineage = readLineage(folder);
        if (lineage?.pairs.includes(newPair.from) !== true || lineage.pairs.includes(added))
            return;
        writeLineage(folder, { ...lineage, pairs: [...lineage.pairs, added] });
    }
    catch {
    }
}
function holdsOnlyRecords(folder) {
    return folder.names().every(name => name === RECORD || name === _work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .REJECTION_RECORD */ .k3);
}
function removeLineage(folder) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder.at(RECORD), { force: true });
}


/***/ })

};
;
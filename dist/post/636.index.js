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
/* harmony import */ var _refresh_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(167);
/* harmony import */ var _refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8584);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4143);








const LOCK_TIMEOUT_SECONDS = 75;
async function removePlaced(creds, held, cancel) {
    const file = (0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlace */ .Pj)(creds);
    if (file === null || !_refresh_credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.isThere(file))
        return true;
    return (0,_refresh_locks_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .whileLocked */ .a)(file, { deadline: _refresh_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .Deadline */ .B.after(LOCK_TIMEOUT_SECONDS), cancel }, ({ folder }) => Promise.resolve(removeUnderLock({ file, folder }, held)));
}
function removeUnderLock({ file, folder }, held) {
    const lineage = (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .readLineage */ .Kj)(folder);
    if (lineage === null)
        return true;
    const login = (0,_store_login_js__WEBPACK_IMPORTED_MODULE_7__/* .loginAt */ .nS)(file.given);
    if (held !== null && login !== null && (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) !== held)
        return false;
    if (lineage.isFileMade)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file.real, { force: true });
    if (lineage.isFileMade || held !== null)
        (0,_refresh_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .removeLineage */ .qt)(folder);
    return true;
}


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VJ: () => (/* binding */ storeLogin),
/* harmony export */   nS: () => (/* binding */ loginAt)
/* harmony export */ });
/* unused harmony export textsOf */
/* harmony import */ var _refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2215);
/* harmony import */ var _refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7830);
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);





async function storeLogin(task, env) {
    const login = loginAt(task.creds);
    if (login === null)
        return { kind: 'needless' };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', _state_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN */ .HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(texts) };
    }
}
function loginAt(creds) {
    try {
        return (0,_refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readGoodCredentials */ .Wh)((0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)(creds));
    }
    catch {
        return null;
    }
}
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ readGoodCredentials)
/* harmony export */ });
/* unused harmony exports readCredentials, readBeforeLock */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2727);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(716);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2414);





const MAX_CREDENTIALS_BYTES = 1024 * 1024;
function readCredentials(file) {
    const text = readText(file);
    try {
        return (0,_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCredentials */ .gu)(text);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4(error.reason, `${file.given}: ${error.message}`);
        throw error;
    }
}
function readGoodCredentials(file) {
    try {
        return readCredentials(file);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isThere(file) ? readGoodCredentials(file) : readCredentials(file);
}
function readText(file) {
    try {
        const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file.real, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
        try {
            const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
            if (size > MAX_CREDENTIALS_BYTES)
                throw tooLarge(file, size);
            return decode(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fd));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        }
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw error;
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error)}`);
    }
}
function tooLarge(file, sizeBytes) {
    const megabytes = (sizeBytes / 1024 / 1024).toFixed(1);
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} has ${megabytes} MB; a credentials file has a few kB, so this is something else`);
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


/***/ }),

/***/ 7851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ Deadline)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

class Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now()) {
        return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now());
    }
    hasPassed() {
        return this.remainingMs() === 0;
    }
}


/***/ }),

/***/ 7250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ FileLock),
/* harmony export */   b8: () => (/* binding */ pidOf),
/* harmony export */   t_: () => (/* binding */ sweepLocks)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _credentials_work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2414);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(781);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6070);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(343);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3409);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6605);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2727);










const RENEW_EVERY_MS = 2000;
const STALE_AFTER_MS = 60_000;
const TRANSITION_MS = 5000;
const LOCK_PREFIX = 'lock';
const OWNER_RECORD = 'owner.json';
const NONCE = /^[\da-f]{16}$/;
const UNKNOWN = 'unknown';
class FileLock {
    lockPath;
    nonce;
    #renewal;
    constructor(lockPath, nonce) {
        this.lockPath = lockPath;
        this.nonce = nonce;
        this.#renewal = setInterval(() => {
            this.#renew();
        }, RENEW_EVERY_MS);
        this.#renewal.unref();
    }
    static tryTake(folder) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex');
        if (place(folder, lockPath, nonce))
            return new FileLock(lockPath, nonce);
        const holder = readHolder(lockPath);
        if (isGone(lockPath, holder))
            takeAway(folder, lockPath, holder);
        return holder;
    }
    isHeld() {
        return readHolder(this.lockPath).nonce === this.nonce;
    }
    release() {
        clearInterval(this.#renewal);
        if (!this.isHeld())
            return;
        try {
            removeRecord(this.lockPath);
        }
        catch {
        }
    }
    #renew() {
        try {
            const now = new Date();
            if (this.isHeld())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.utimesSync)(this.lockPath, now, now);
        }
        catch {
        }
    }
}
function pidOf({ identity }) {
    return identity?.pid ?? null;
}
function sweepLocks(folder) {
    for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(folder.at(name));
    }
}
function place(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(stage, { mode: 0o700 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(stage, OWNER_RECORD), JSON.stringify({ nonce, ...(0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .ownIdentity */ .hY)() }), { mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(stage);
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .C)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        const why = code === 'ENOTDIR' ? `${lockPath} is in the way: it should be a folder of ours; remove it` : (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .explain */ .W)(error);
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('creds-not-writable', `cannot lock the credentials file: ${why}`);
    }
}
function readHolder(lockPath) {
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .q)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextIfAny */ .$)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(lockPath, OWNER_RECORD)));
    const nonce = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .O)(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .parseIdentity */ .aZ)(record) };
}
function isGone(lockPath, { identity }) {
    if (identity === null)
        return ageMs(lockPath) > TRANSITION_MS;
    const alive = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(identity);
    return alive === 'no' || (alive === 'unknown' && ageMs(lockPath) > STALE_AFTER_MS);
}
function takeAway(folder, lockPath, { nonce }) {
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(mark, { mode: 0o700 });
    }
    catch {
        if (ageMs(mark) > TRANSITION_MS)
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(mark);
        return;
    }
    try {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`));
        else
            removeRecord(lockPath);
    }
    catch {
    }
    finally {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(mark);
    }
}
function removeRecord(lockPath) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(lockPath, OWNER_RECORD));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(lockPath);
}
function ageMs(entry) {
    try {
        return Math.abs(Date.now() - (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(entry).mtimeMs);
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ whileLocked)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/refresh/credentials/work-folder.ts
var work_folder = __webpack_require__(2414);
// EXTERNAL MODULE: ./src/refresh/json.ts
var json = __webpack_require__(781);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/refresh/system/read.ts
var read = __webpack_require__(3409);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./src/refresh/system/system-error.ts
var system_error = __webpack_require__(2727);
// EXTERNAL MODULE: ./src/refresh/system/remove.ts
var remove = __webpack_require__(6605);
;// CONCATENATED MODULE: ./src/refresh/locks/lock-record.ts






const RECORD = 'cli-locks.jsonl';
class LockRecord {
    folder;
    constructor(folder) {
        this.folder = folder;
    }
    make(lockPath) {
        if (external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined)
            return false;
        this.#add({ path: lockPath, ino: '', bornNs: '' });
        try {
            external_node_fs_default().mkdirSync(lockPath);
        }
        catch (error) {
            if ((0,system_error/* errorCode */.C)(error) === 'EEXIST')
                return false;
            throw error;
        }
        try {
            this.#add(describe(lockPath));
            return true;
        }
        catch (error) {
            removeLock(lockPath);
            throw error;
        }
    }
    remove() {
        (0,remove/* removeIfPossible */.h)(this.folder.at(RECORD));
    }
    #add(made) {
        external_node_fs_default().appendFileSync(this.folder.at(RECORD), `${JSON.stringify(made)}\n`, { mode: 0o600 });
    }
}
function removeLocksOfTheDead(folder) {
    const lines = (0,read/* readTextIfAny */.$)(folder.at(RECORD)).split('\n').map(json/* parseJson */.q).map(parseMade);
    const last = new Map(lines.flatMap(made => (made === null ? [] : [[made.path, made]])));
    const suspects = [...last.values()].flatMap(made => {
        const now = describeIfAny(made.path);
        if (now === null)
            return [];
        if (made.ino === '')
            return [now];
        if (now.ino === made.ino && now.bornNs === made.bornNs)
            removeLock(made.path);
        return [];
    });
    (0,remove/* removeIfPossible */.h)(folder.at(RECORD));
    return suspects;
}
function removeSuspect(suspect, unrenewedMs) {
    const now = describeIfAny(suspect.path);
    if (now?.bornNs !== suspect.bornNs)
        return;
    const renewedMs = external_node_fs_default().statSync(now.path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - renewedMs > unrenewedMs)
        removeLock(now.path);
}
function removeLock(lockPath) {
    try {
        external_node_fs_default().rmdirSync(lockPath);
    }
    catch {
    }
}
function parseMade(value) {
    if (!(0,json/* isJsonObject */.O)(value))
        return null;
    const { path: lockPath, ino, bornNs } = value;
    if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string')
        return null;
    return external_node_path_default().isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null;
}
function describeIfAny(lockPath) {
    try {
        return describe(lockPath);
    }
    catch {
        return null;
    }
}
function describe(lockPath) {
    const { ino, birthtimeNs } = external_node_fs_default().lstatSync(lockPath, { bigint: true });
    return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) };
}

;// CONCATENATED MODULE: ./src/refresh/locks/cli-locks.ts






const CLI_FILE_NAME = '.credentials.json';
const STALE_AFTER_MS = 60_000;
const RENEW_EVERY_MS = 2000;
const LOOK_EVERY_MS = 50;
const JUMP_MS = 1000;
const UNRENEWED_MS = 12_000;
function cliLockPaths(file) {
    const folders = [file.given, file.real]
        .filter(name => external_node_path_default().basename(name) === CLI_FILE_NAME)
        .map(name => external_node_fs_default().realpathSync(external_node_path_default().dirname(name)));
    return [...new Set(folders)].flatMap(folder => [external_node_path_default().join(folder, '.oauth_refresh.lock'), `${folder}.lock`]);
}
class CliLocks {
    #held = new Map();
    #renewedAtMs = external_node_perf_hooks_.performance.now();
    #driftMs = driftMs();
    #seen = new Map();
    #isLost = false;
    #renewal;
    #record;
    #suspects;
    constructor(folder) {
        this.#suspects = removeLocksOfTheDead(folder);
        this.#record = new LockRecord(folder);
    }
    tryTake(lockPath) {
        try {
            if (this.#make(lockPath))
                return true;
            this.#removeIfNobodys(lockPath);
            return false;
        }
        catch (error) {
            const code = (0,system_error/* errorCode */.C)(error);
            if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
                return true;
            const why = ['ENOTDIR', 'ENOTEMPTY'].includes(code) ? `something is in its way (${code})` : (0,system_error/* explain */.W)(error);
            throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot take the lock ${lockPath}: ${why}`);
        }
    }
    isLost() {
        this.#renewAll();
        return this.#isLost;
    }
    release() {
        clearInterval(this.#renewal);
        for (const lockPath of [...this.#held.keys()].reverse())
            if (this.#isOurs(lockPath))
                removeLock(lockPath);
        this.#record.remove();
    }
    #make(lockPath) {
        if (!this.#record.make(lockPath))
            return false;
        this.#held.set(lockPath, Date.now());
        this.#renew(lockPath);
        this.#renewal ??= setInterval(() => {
            this.#renewWhenDue();
        }, LOOK_EVERY_MS).unref();
        return true;
    }
    #removeIfNobodys(lockPath) {
        const stats = external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false });
        if (stats === undefined)
            return;
        if (!stats.isDirectory())
            throw Object.assign(new Error('in the way'), { code: 'ENOTDIR' });
        const suspect = this.#suspects.find(({ path: at }) => at === lockPath);
        if (suspect !== undefined)
            removeSuspect(suspect, UNRENEWED_MS);
        const isStale = Math.abs(Date.now() - stats.mtimeMs) > STALE_AFTER_MS;
        if (this.#isUnrenewed(lockPath, stats.mtimeMs) && isStale)
            removeStale(lockPath);
    }
    #isUnrenewed(lockPath, mtimeMs) {
        const seen = this.#seen.get(lockPath);
        if (seen?.mtimeMs === mtimeMs)
            return external_node_perf_hooks_.performance.now() - seen.sinceMs > UNRENEWED_MS;
        this.#seen.set(lockPath, { mtimeMs, sinceMs: external_node_perf_hooks_.performance.now() });
        return false;
    }
    #renewWhenDue() {
        const isDue = external_node_perf_hooks_.performance.now() - this.#renewedAtMs > RENEW_EVERY_MS;
        if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS)
            this.#renewAll();
    }
    #renewAll() {
        this.#renewedAtMs = external_node_perf_hooks_.performance.now();
        this.#driftMs = driftMs();
        for (const lockPath of this.#held.keys()) {
            if (this.#isOurs(lockPath))
                this.#renew(lockPath);
            else
                this.#isLost = true;
        }
    }
    #renew(lockPath) {
        try {
            const nowMs = Date.now() - Math.min(0, driftMs());
            external_node_fs_default().utimesSync(lockPath, nowMs / 1000, nowMs / 1000);
            this.#held.set(lockPath, nowMs);
        }
        catch {
        }
    }
    #isOurs(lockPath) {
        try {
            const stats = external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false });
            return Math.abs((stats?.mtimeMs ?? 0) - (this.#held.get(lockPath) ?? 0)) < RENEW_EVERY_MS;
        }
        catch {
            return true;
        }
    }
}
function driftMs() {
    return Date.now() - (external_node_perf_hooks_.performance.timeOrigin + external_node_perf_hooks_.performance.now());
}
function removeStale(lockPath) {
    try {
        external_node_fs_default().rmdirSync(lockPath);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.C)(error) !== 'ENOENT')
            throw error;
    }
}

// EXTERNAL MODULE: ./src/refresh/locks/file-lock.ts
var file_lock = __webpack_require__(7250);
;// CONCATENATED MODULE: ./src/refresh/locks/locks.ts







const ASK_EVERY_MS = 40;
async function whileLocked(file, patience, work) {
    const { own, folder } = await takeOwnLock(file, patience);
    const cli = new CliLocks(folder);
    try {
        for (const lockPath of cliLockPaths(file)) {
            while (!cli.tryTake(lockPath))
                await waitForTurn(patience, () => sessionAt(lockPath));
        }
        return await work({
            folder,
            check: () => {
                if (!own.isHeld() || cli.isLost())
                    throw new reasons/* RefreshError */.M4('locked', 'another run took over while this one slept');
            }
        });
    }
    finally {
        cli.release();
        own.release();
        folder.close();
    }
}
async function takeOwnLock(file, patience) {
    for (;;) {
        const folder = work_folder/* WorkFolder */.y2.open(file);
        const own = tryTakeOwn(folder);
        if (own instanceof file_lock/* FileLock */.IR)
            return { own, folder };
        await waitForTurn(patience, () => `another run of clr-refresh (pid ${(0,file_lock/* pidOf */.b8)(own) ?? 'unknown'})`, folder);
    }
}
function tryTakeOwn(folder) {
    let own = null;
    try {
        own = file_lock/* FileLock */.IR.tryTake(folder);
        if (own instanceof file_lock/* FileLock */.IR)
            folder.hideFromGit();
        return own;
    }
    catch (error) {
        if (own instanceof file_lock/* FileLock */.IR)
            own.release();
        folder.close();
        throw error;
    }
}
async function waitForTurn({ deadline, cancel }, holder, folder) {
    if (cancel.aborted || deadline.hasPassed()) {
        folder?.close();
        if (cancel.aborted)
            throw new reasons/* RefreshError */.M4('cancelled', 'cancelled while it waited for a lock; nothing was sent');
        throw new reasons/* RefreshError */.M4('locked', `the deadline passed while ${holder()} held the lock; nothing was sent`);
    }
    await (0,promises_.setTimeout)(Math.min(ASK_EVERY_MS, deadline.remainingMs()));
}
function sessionAt(lockPath) {
    const record = (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(`${lockPath}.owner`));
    const pid = (0,json/* isJsonObject */.O)(record) && typeof record.pid === 'number' ? ` (pid ${record.pid})` : '';
    return `a session of \`claude\`${pid}`;
}


/***/ }),

/***/ 6605:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeIfPossible)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function removeIfPossible(entry) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
;
"use strict";
exports.id = 226;
exports.ids = [226];
exports.modules = {

/***/ 1068:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: function() { return /* binding */ whyOthersMayMoveLink; },
/* harmony export */   c: function() { return /* binding */ whyOthersMayWrite; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _shell_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4236);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9186);
/* harmony import */ var _system_who_else_may_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2221);





function whyOthersMayWrite(file) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(file.real);
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder);
    const uid = process.geteuid?.() ?? stats.uid;
    const who = (0,_system_who_else_may_write_js__WEBPACK_IMPORTED_MODULE_4__/* .whoElseMayWrite */ .M)(stats, uid);
    if (who === 'owner' && uid === 0) {
        return unsafe(`${folder} belongs to uid ${stats.uid}; root must act as that user there, but could not: that user must be able to reach the folder and run \`claude\``, `Mount it where that user can reach it (not below /root), and install \`claude\` for everybody. Or run the container with \`--user ${stats.uid}\`.`);
    }
    if (who === 'owner') {
        return unsafe(`${folder} belongs to uid ${stats.uid}, who could replace the credentials`, OWN_FOLDER);
    }
    if (isSticky(stats))
        return whySticky(file, uid);
    if (who === 'everybody')
        return unsafe(`anyone can write to ${folder}, and so could replace the credentials`, chmod('go-w', folder));
    const isShared = who === 'group' && (0,_system_who_else_may_write_js__WEBPACK_IMPORTED_MODULE_4__/* .hasOtherMembers */ .e)(stats.gid, uid);
    return isShared
        ? unsafe(`group ${stats.gid} can write to ${folder}, and so could replace the credentials`, chmod('g-w', folder))
        : null;
}
const OWN_FOLDER = 'Move the credentials to a folder that you own.';
function chmod(mode, folder) {
    return `Run \`${(0,_shell_line_js__WEBPACK_IMPORTED_MODULE_2__/* .shellLine */ .T)(['chmod', mode, folder])}\`.`;
}
function unsafe(why, remedy) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', why, `${remedy} ${_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_SENT */ .FY}`);
}
function whyOthersMayMoveLink({ given, real }) {
    const link = node_path__WEBPACK_IMPORTED_MODULE_1___default().join((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(given)), node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(given));
    return link === real ? null : whyOthersMayWrite({ given, real: link });
}
function isSticky({ mode }) {
    return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0;
}
function whySticky(file, uid) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file.real, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid === uid)
        return null;
    return unsafe(`${file.given} belongs to uid ${stats.uid}, and its folder is writable by anyone`, OWN_FOLDER);
}


/***/ }),

/***/ 6409:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NH: function() { return /* binding */ isCliFile; },
/* harmony export */   TD: function() { return /* binding */ describeObstacle; },
/* harmony export */   Wk: function() { return /* binding */ cliLocksIn; },
/* harmony export */   Yx: function() { return /* binding */ refuseObstacle; },
/* harmony export */   aT: function() { return /* binding */ cliLocksFor; },
/* harmony export */   dr: function() { return /* binding */ storeLockPaths; },
/* harmony export */   jq: function() { return /* binding */ isForeign; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4994);




const CLI_FILE_NAME = '.credentials.json';
function cliLocksFor(file) {
    return configFoldersOf(file).flatMap(cliLocksIn);
}
function cliLocksIn(configFolder) {
    return [
        { path: node_path__WEBPACK_IMPORTED_MODULE_1___default().join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
        { path: `${configFolder}.lock`, configFolder, isLegacy: true }
    ];
}
function isCliFile(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(file) === CLI_FILE_NAME;
}
function storeLockPaths(file) {
    return configFoldersOf(file).map(configFolder => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(configFolder, '.storage-write.lock'));
}
function configFoldersOf({ given, real }) {
    const files = [given, real].filter(isCliFile);
    return [...new Set(files.flatMap(file => (0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(file))) ?? []))];
}
function isForeign({ path: lockPath, configFolder }) {
    const owner = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && ![process.geteuid?.(), 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(configFolder).uid].includes(owner);
}
function describeObstacle(lockPath) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath, { throwIfNoEntry: false });
    if (stats === undefined)
        return null;
    if (stats.isDirectory())
        return isEmpty(lockPath) ? null : 'a folder that is not empty';
    return stats.isSymbolicLink() ? 'a link' : 'a file';
}
function refuseObstacle(lockPath) {
    const what = describeObstacle(lockPath);
    if (what !== null)
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .inTheWay */ .Mb)(lockPath, `it is ${what}, but \`claude\` needs an empty folder there as its lock`);
}
function isEmpty(folder) {
    return ((0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) ?? []).length === 0;
}


/***/ }),

/***/ 7520:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: function() { return /* binding */ removeLocksOfKilledRun; },
/* harmony export */   FH: function() { return /* binding */ readLockRecord; },
/* harmony export */   Mh: function() { return /* binding */ makeRecordedLock; },
/* harmony export */   oW: function() { return /* binding */ removeLock; },
/* harmony export */   zK: function() { return /* binding */ recordedLocks; },
/* harmony export */   zM: function() { return /* binding */ removeLockRecord; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4994);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6153);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3335);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1380);









const RECORD = 'cli-locks.jsonl';
function makeRecordedLock(lockPath, folder) {
    if (node_fs__WEBPACK_IMPORTED_MODULE_0___default().lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined)
        return false;
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().mkdirSync(lockPath);
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error) === 'EEXIST')
            return false;
        throw error;
    }
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().appendFileSync(folder.at(RECORD), `${JSON.stringify(lockIdentity(lockPath))}\n`, { mode: 0o600 });
        return true;
    }
    catch (error) {
        removeLock(lockPath);
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .notWritable */ .GZ)(`cannot write in ${folder.path}`, error);
    }
}
function removeLockRecord(folder) {
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_4__/* .removeIfPossible */ .h)(folder.at(RECORD));
}
function removeLocksOfKilledRun(folder) {
    for (const line of readLockRecord(folder).split('\n')) {
        const recorded = parseLockIdentity((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(line));
        if (recorded !== null && isStillThere(recorded))
            removeLock(recorded.path);
    }
    removeLockRecord(folder);
}
function readLockRecord(folder) {
    const record = folder.at(RECORD);
    return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_6__/* .orUnreadable */ .p)(record, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextIfExists */ .TP)(record)) ?? '';
}
function recordedLocks(folder) {
    const recorded = ((0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => readLockRecord(folder)) ?? '')
        .split('\n')
        .map(line => parseLockIdentity((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(line)));
    return recorded.flatMap(lock => (lock !== null && isStillThere(lock) ? [lock.path] : []));
}
function removeLock(lockPath) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().rmdirSync(lockPath);
    });
}
function parseLockIdentity(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(value))
        return null;
    const { path: lockPath, ino, bornNs } = value;
    if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string')
        return null;
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null;
}
function isStillThere(recorded) {
    const now = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => lockIdentity(recorded.path));
    return now?.ino === recorded.ino && now.bornNs === recorded.bornNs && now.bornNs !== '0';
}
function lockIdentity(lockPath) {
    const { ino, birthtimeNs } = node_fs__WEBPACK_IMPORTED_MODULE_0___default().lstatSync(lockPath, { bigint: true });
    return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) };
}


/***/ }),

/***/ 8434:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nW: function() { return /* binding */ CliLocks; },
  tm: function() { return /* binding */ warningIfNotWritable; },
  vz: function() { return /* binding */ whyIgnored; }
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-paths.ts
var cli_lock_paths = __webpack_require__(6409);
// EXTERNAL MODULE: ./src/core/locks/cli-owner-record.ts
var cli_owner_record = __webpack_require__(8296);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-record.ts
var cli_lock_record = __webpack_require__(7520);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
;// CONCATENATED MODULE: ./src/core/locks/renewed-locks.ts




const RENEW_EVERY_MS = 2000;
const LOOK_EVERY_MS = 50;
const JUMP_MS = 1000;
class RenewedLocks {
    #renewedAtMs = new Map();
    #lastRoundMs = external_node_perf_hooks_.performance.now();
    #driftMs = driftMs();
    #isLost = false;
    #renewal;
    add(lockPath) {
        this.#renewedAtMs.set(lockPath, Date.now());
        this.#renew(lockPath);
        this.#renewal ??= setInterval(() => {
            this.#renewWhenDue();
        }, LOOK_EVERY_MS).unref();
    }
    has(lockPath) {
        return this.#renewedAtMs.has(lockPath);
    }
    isLost() {
        this.#renewAll();
        return this.#isLost;
    }
    release() {
        clearInterval(this.#renewal);
        for (const lockPath of [...this.#renewedAtMs.keys()].reverse())
            if (this.#isOurs(lockPath))
                (0,cli_lock_record/* removeLock */.oW)(lockPath);
    }
    #renewWhenDue() {
        const isDue = external_node_perf_hooks_.performance.now() - this.#lastRoundMs > RENEW_EVERY_MS;
        if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS)
            this.#renewAll();
    }
    #renewAll() {
        this.#lastRoundMs = external_node_perf_hooks_.performance.now();
        this.#driftMs = driftMs();
        for (const lockPath of this.#renewedAtMs.keys()) {
            if (this.#isOurs(lockPath))
                this.#renew(lockPath);
            else
                this.#isLost = true;
        }
    }
    #renew(lockPath) {
        (0,or_null/* orNull */.X)(() => {
            const nowMs = Date.now() + 1 - Math.min(0, driftMs());
            external_node_fs_default().utimesSync(lockPath, nowMs / 1000, nowMs / 1000);
            this.#renewedAtMs.set(lockPath, nowMs);
        });
    }
    #isOurs(lockPath) {
        const mtimeMs = (0,or_null/* orNull */.X)(() => external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        if (mtimeMs === null)
            return true;
        return Math.abs(mtimeMs - (this.#renewedAtMs.get(lockPath) ?? 0)) < RENEW_EVERY_MS;
    }
}
function driftMs() {
    return Date.now() - (external_node_perf_hooks_.performance.timeOrigin + external_node_perf_hooks_.performance.now());
}

;// CONCATENATED MODULE: ./src/core/locks/cli-locks.ts









const NOT_WRITABLE_CODES = new Set(['EACCES', 'EPERM', 'EROFS']);
class CliLocks {
    folder;
    watch;
    #held = new RenewedLocks();
    #warnings = [];
    constructor(folder, watch) {
        this.folder = folder;
        this.watch = watch;
    }
    get warnings() {
        return this.#warnings;
    }
    tryTake(lock) {
        try {
            const warning = whyIgnored(lock);
            if (warning !== null) {
                this.#warnings.push(warning);
                return true;
            }
            const isMade = (0,cli_lock_record/* makeRecordedLock */.Mh)(lock.path, this.folder);
            if (isMade)
                this.#held.add(lock.path);
            else
                this.#removeIfAbandoned(lock);
            return isMade;
        }
        catch (error) {
            this.#warnings.push(warningIfNotWritable(lock, error));
            return true;
        }
    }
    removeOwnerRecord(lock) {
        if (this.#held.has(lock.path))
            (0,cli_owner_record/* removeOwnerRecord */.n)(lock);
    }
    isLost() {
        return this.#held.isLost();
    }
    release() {
        this.#held.release();
        (0,cli_lock_record/* removeLockRecord */.zM)(this.folder);
    }
    #removeIfAbandoned(lock) {
        const owner = (0,cli_owner_record/* ownerOf */.b)(lock);
        if (owner?.isAlive === true)
            return;
        if (owner?.isDead !== true && !this.watch.isAbandoned(lock.path))
            return;
        (0,read/* unlessMissing */.F2)(() => {
            external_node_fs_default().rmdirSync(lock.path);
        });
    }
}
function whyIgnored(lock) {
    if ((0,cli_lock_paths/* isForeign */.jq)(lock))
        return `${lock.path} belongs to another user, so it cannot be a lock of your \`claude\` sessions and was ignored`;
    (0,cli_lock_paths/* refuseObstacle */.Yx)(lock.path);
    return null;
}
function warningIfNotWritable(lock, error) {
    if (error instanceof reasons/* RefreshError */.M4)
        throw error;
    if (NOT_WRITABLE_CODES.has((0,system_error/* errorCode */.CA)(error)))
        return notTakenWarning(lock, error);
    throw (0,not_writable/* notWritable */.GZ)(`cannot take the lock ${lock.path}`, error);
}
function notTakenWarning({ path, isLegacy }, error) {
    const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`';
    return `cannot take the lock ${path}: ${(0,system_error/* explainSystemError */.Tr)(error)}; ${who} can refresh the same login at the same time`;
}


/***/ }),

/***/ 8296:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: function() { return /* binding */ ownerOf; },
/* harmony export */   n: function() { return /* binding */ removeOwnerRecord; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4994);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7973);







const SAME_BIRTH_MS = 0.01;
function ownerOf(lock) {
    const bornMs = birthOf(lock);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readTextOrEmpty */ .Qr)(recordPath(lock)));
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record))
        return null;
    const recordedMs = lock.isLegacy ? record.legacyLockBirthtimeMs : record.lockBirthtimeMs;
    const { pid } = record;
    if (typeof recordedMs !== 'number' || bornMs <= 0 || Math.abs(recordedMs - bornMs) > SAME_BIRTH_MS)
        return null;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 2)
        return null;
    const identity = identityIn(record, pid);
    if (identity === null)
        return { pid, isElsewhere: true, isAlive: false, isDead: false };
    const alive = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._n)(identity);
    return { pid, isElsewhere: false, isAlive: alive === 'yes', isDead: alive === 'no' };
}
function removeOwnerRecord(lock) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(recordPath(lock), { force: true });
    });
}
function birthOf({ path: lockPath }) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath).birthtimeMs) ?? 0;
}
function recordPath({ configFolder }) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(configFolder, '.oauth_refresh.lock.owner');
}
function identityIn({ procStart, pidDomain, pidSpace }, pid) {
    const { bootId, pidNamespace } = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .ownIdentity */ .hY)();
    const startTicks = typeof procStart === 'string' ? procStart : null;
    if (process.platform !== 'linux')
        return { pid, startTicks: null, bootId: null, pidNamespace: null };
    const isHere = pidDomain === `linux:${machineId()}:${pidNamespace ?? ''}` &&
        pidSpace === `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${pidNamespace === null ? '' : `#${pidNamespace}`}`;
    return isHere ? { pid, startTicks, bootId, pidNamespace } : null;
}
function machineId() {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/etc/machine-id', 'utf8').trim()) ?? '';
}


/***/ }),

/***/ 1259:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ LockWatch; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4994);
/* harmony import */ var _system_file_system_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1089);




const ABANDONED_AFTER_MS = 20_000;
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000;
const MAX_GAP_MS = 5000;
class LockWatch {
    #looks = new Map();
    isAbandoned(lockPath) {
        const unrenewedMs = this.look(lockPath);
        if (unrenewedMs <= ABANDONED_AFTER_MS)
            return false;
        return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !(0,_system_file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .isOnNetwork */ .y)(lockPath);
    }
    look(lockPath) {
        const nowMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now();
        const mtimeNs = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath, { bigint: true }).mtimeNs);
        const before = this.#looks.get(lockPath);
        if (mtimeNs === null) {
            this.#looks.delete(lockPath);
            return 0;
        }
        const isSame = before?.mtimeNs === mtimeNs && nowMs - before.lastMs <= MAX_GAP_MS;
        const sinceMs = isSame ? before.sinceMs : nowMs;
        this.#looks.set(lockPath, { mtimeNs, sinceMs, lastMs: nowMs });
        return nowMs - sinceMs;
    }
}


/***/ }),

/***/ 1700:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: function() { return /* binding */ withWaitingNote; },
/* harmony export */   ai: function() { return /* binding */ whileLocked; },
/* harmony export */   kM: function() { return /* binding */ noModesWarning; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8401);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9186);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(123);
/* harmony import */ var _cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6409);
/* harmony import */ var _cli_lock_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7520);
/* harmony import */ var _cli_locks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8434);
/* harmony import */ var _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1259);
/* harmony import */ var _take_own_lock_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3334);
/* harmony import */ var _wait_for_turn_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7701);











async function whileLocked(file, patience, work) {
    const watch = new _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__/* .LockWatch */ .J();
    const { own, folder } = await (0,_take_own_lock_js__WEBPACK_IMPORTED_MODULE_8__/* .takeOwnLock */ .V)(file, patience, watch).catch((error) => {
        throw withWaitingNote(file, error);
    });
    const cli = new _cli_locks_js__WEBPACK_IMPORTED_MODULE_6__/* .CliLocks */ .nW(folder, watch);
    let movedTo;
    try {
        (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_5__/* .removeLocksOfKilledRun */ .E9)(folder);
        await takeCliLocks(file, patience, cli);
        movedTo = (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findIfMoved */ .SI)(file);
        if (movedTo === null) {
            const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings];
            const check = () => {
                if (own.isHeld() && !cli.isLost())
                    return;
                throw new _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4('locked', `another process took over the lock while this machine or this run was suspended; ${_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_SENT_HERE */ .Al}`);
            };
            return await work({ file, folder, warnings, check });
        }
    }
    finally {
        cli.release();
        own.release();
        folder.close();
    }
    return whileLocked(movedTo, patience, work);
}
function withWaitingNote(file, error) {
    if (!(error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4) || error.reason !== 'creds-not-writable')
        return error;
    const note = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingNote */ .w5)(file)) ?? '';
    return error.message.includes(note) ? error : new _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4(error.reason, `${error.message}${note}`, error.remedy);
}
async function takeCliLocks(file, patience, cli) {
    const locks = (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .cliLocksFor */ .aT)(file);
    for (const lock of locks) {
        while (!cli.tryTake(lock))
            await (0,_wait_for_turn_js__WEBPACK_IMPORTED_MODULE_9__/* .waitForTurn */ .qg)(patience, () => (0,_wait_for_turn_js__WEBPACK_IMPORTED_MODULE_9__/* .describeSession */ ._0)(lock));
    }
    for (const lock of locks)
        cli.removeOwnerRecord(lock);
}
function noModesWarning({ real }) {
    return `the file system of ${node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(real)} does not support file permissions, so other users of this machine may be able to read the login there`;
}


/***/ }),

/***/ 7910:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: function() { return /* binding */ findHolder; },
/* harmony export */   IR: function() { return /* binding */ FileLock; },
/* harmony export */   Px: function() { return /* binding */ refuseEntryAtLock; },
/* harmony export */   t_: function() { return /* binding */ sweepLocks; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(123);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6153);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3335);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1380);












const RENEW_EVERY_MS = 2000;
const LOCK_PREFIX = 'lock';
const OWNER_RECORD = 'owner.json';
const NONCE = /^[\da-f]{16}$/;
const UNKNOWN = 'unknown';
class FileLock {
    lockPath;
    nonce;
    #renewal = setInterval(() => {
        this.#renew();
    }, RENEW_EVERY_MS).unref();
    constructor(lockPath, nonce) {
        this.lockPath = lockPath;
        this.nonce = nonce;
    }
    static tryTake(folder, watch) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex');
        if (tryMake(folder, lockPath, nonce))
            return new FileLock(lockPath, nonce);
        const holder = readHolder(lockPath);
        if (isAbandoned(lockPath, holder.identity, watch))
            removeAbandoned(folder, holder, watch);
        return holder;
    }
    isHeld() {
        return readHolder(this.lockPath).nonce === this.nonce;
    }
    release() {
        clearInterval(this.#renewal);
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
            if (this.isHeld())
                removeRecordAndFolder(this.lockPath);
        });
    }
    #renew() {
        const now = new Date();
        if ((0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => this.isHeld()) === false)
            return;
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.utimesSync)(this.lockPath, now, now);
        });
    }
}
function findHolder(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(lockPath).length === 0 ? null : { path: lockPath, ...readHolder(lockPath) };
}
function refuseEntryAtLock(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(lockPath, { throwIfNoEntry: false })?.isDirectory() === false)
        throw lockInTheWay(lockPath);
}
function sweepLocks(folder) {
    for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(folder.at(name));
    }
}
function tryMake(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(stage, { mode: 0o700 });
        const record = JSON.stringify({ nonce, ...(0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .ownIdentity */ .hY)() });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(stage, OWNER_RECORD), record, { mode: 0o600, flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(stage);
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .CA)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        if (code === 'ENOTDIR')
            throw lockInTheWay(lockPath);
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_4__/* .notWritable */ .GZ)('cannot lock the credentials file', error);
    }
}
function lockInTheWay(lockPath) {
    return (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_4__/* .inTheWay */ .Mb)(lockPath, '`clr` needs a folder there as its lock');
}
function readHolder(lockPath) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(lockPath, OWNER_RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_9__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextIfExists */ .TP)(file), 'it says who holds the lock') ?? '');
    const nonce = (0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .isJsonObject */ .OW)(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .parseIdentity */ .aZ)(record) };
}
function isAbandoned(entry, identity, watch) {
    const alive = identity === null ? 'unknown' : (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(identity);
    return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry));
}
function removeAbandoned(folder, { nonce }, watch) {
    const lockPath = folder.at(LOCK_PREFIX);
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    if (!tryMark(mark, watch))
        return;
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`));
        else
            removeRecordAndFolder(lockPath);
    });
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(mark);
}
function tryMark(mark, watch) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(mark, JSON.stringify((0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .ownIdentity */ .hY)()), { flag: 'wx', mode: 0o600 });
        return true;
    }
    catch {
        const maker = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .parseIdentity */ .aZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextOrEmpty */ .Qr)(mark)));
        if (isAbandoned(mark, maker, watch))
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(mark);
        return false;
    }
}
function removeRecordAndFolder(lockPath) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(lockPath, OWNER_RECORD));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(lockPath);
}


/***/ }),

/***/ 9981:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: function() { return /* binding */ whileStoreLocked; },
/* harmony export */   d: function() { return /* binding */ refuseStoreThatCannotBeLocked; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6409);
/* harmony import */ var _cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7520);
/* harmony import */ var _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1259);








const STORE_PATIENCE_MS = 15_000;
const ABANDONED_AFTER_PART = 0.9;
const RETRY_EVERY_MS = 10;
function refuseStoreThatCannotBeLocked(file) {
    for (const lockPath of (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .storeLockPaths */ .dr)(file)) {
        try {
            if (!(0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isForeign */ .jq)({ path: lockPath, configFolder: node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(lockPath) }))
                (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseObstacle */ .Yx)(lockPath);
        }
        catch (error) {
            throw error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4 ? error : (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .notWritable */ .GZ)(`cannot look at the lock ${lockPath}`, error);
        }
    }
}
async function whileStoreLocked({ file, folder }, write, patienceMs = STORE_PATIENCE_MS) {
    const untilMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now() + patienceMs;
    const taken = [];
    try {
        for (const lockPath of (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .storeLockPaths */ .dr)(file)) {
            if (await take(lockPath, folder, { patienceMs, untilMs }))
                taken.push(lockPath);
        }
        return write();
    }
    finally {
        for (const lockPath of taken)
            (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .removeLock */ .oW)(lockPath);
    }
}
async function take(lockPath, folder, { patienceMs, untilMs }) {
    const watch = new _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__/* .LockWatch */ .J();
    try {
        while (!(0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRecordedLock */ .Mh)(lockPath, folder)) {
            if ((0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .describeObstacle */ .TD)(lockPath) !== null)
                return false;
            const unrenewedMs = watch.look(lockPath);
            if (node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now() > untilMs) {
                if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART)
                    return false;
                (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .removeLock */ .oW)(lockPath);
                return (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRecordedLock */ .Mh)(lockPath, folder);
            }
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(RETRY_EVERY_MS);
        }
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 3334:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: function() { return /* binding */ takeOwnLock; },
  $: function() { return /* binding */ workFolderOpener; }
});

// EXTERNAL MODULE: ./src/core/credentials/why-others-may-write.ts
var why_others_may_write = __webpack_require__(1068);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/shell-line.ts
var shell_line = __webpack_require__(4236);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/file-system.ts
var file_system = __webpack_require__(1089);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __webpack_require__(1380);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
;// CONCATENATED MODULE: ./src/core/credentials/irreplaceable-file.ts








function refuseIrreplaceable(file) {
    if ((0,external_node_fs_.lstatSync)(file.real, { throwIfNoEntry: false })?.isFile() !== true)
        return;
    try {
        (0,external_node_fs_.rmdirSync)(file.real);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EPERM')
            return;
        const folder = external_node_path_default().dirname(file.real);
        const why = `it, or its folder ${folder}, is append-only or immutable (EPERM)`;
        const remedy = `Remove that attribute with \`${(0,shell_line/* shellLine */.T)(['chattr', '-ia', file.real, folder])}\`. ${reasons/* NOT_SENT */.FY}`;
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
    }
}
function refuseMountedFile(file) {
    if (!(0,unreadable/* orUnreadable */.p)(file.given, () => (0,file_system/* isMountPoint */.A)(file.real)))
        return;
    const folder = external_node_path_default().dirname(file.real);
    const lines = [
        `docker run and compose: HOST_FOLDER:${folder}`,
        `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
    ].join('; ');
    const waiting = (0,work_folder/* waitingNote */.w5)(file);
    const first = waiting === '' ? '' : 'First copy those tokens out of this container. ';
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${file.given} is mounted by itself, so its lock and new tokens would stay in this container${waiting}`, `${first}Mount the folder of the file instead (${lines}). ${reasons/* NOT_SENT */.FY}`);
}

// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/locks/own-lock.ts
var own_lock = __webpack_require__(7910);
// EXTERNAL MODULE: ./src/core/locks/wait-for-turn.ts
var wait_for_turn = __webpack_require__(7701);
;// CONCATENATED MODULE: ./src/core/locks/take-own-lock.ts







async function takeOwnLock(file, patience, watch) {
    const openFolder = workFolderOpener(file);
    for (;;) {
        const folder = openFolder();
        try {
            const own = tryTakeOwn(folder, watch);
            if (own instanceof own_lock/* FileLock */.IR)
                return { own, folder };
            await (0,wait_for_turn/* waitForTurn */.qg)(patience, () => (0,wait_for_turn/* describeRun */.vZ)(own.identity));
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
}
function workFolderOpener(file, open = (at) => work_folder/* WorkFolder */.y2.openAt(at)) {
    refuseMountedFile(file);
    const objection = (0,unreadable/* orUnreadable */.p)(file.given, () => (0,why_others_may_write/* whyOthersMayWrite */.c)(file) ?? (0,why_others_may_write/* whyOthersMayMoveLink */.K)(file));
    if (objection === null)
        refuseIrreplaceable(file);
    return () => openUnless(objection, () => open((0,work_folder/* workFolderPath */.Hu)(file)));
}
function openUnless(objection, open) {
    if (objection === null)
        return open();
    const folder = (0,or_null/* orNull */.X)(open);
    if (folder?.keepsModes === false)
        return folder;
    folder?.close();
    throw objection;
}
function tryTakeOwn(folder, watch) {
    const own = own_lock/* FileLock */.IR.tryTake(folder, watch);
    if (!(own instanceof own_lock/* FileLock */.IR))
        return own;
    try {
        folder.hideFromGit();
        return own;
    }
    catch (error) {
        own.release();
        throw error;
    }
}


/***/ }),

/***/ 7701:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: function() { return /* binding */ describeSession; },
/* harmony export */   l5: function() { return /* binding */ isElsewhere; },
/* harmony export */   qg: function() { return /* binding */ waitForTurn; },
/* harmony export */   vZ: function() { return /* binding */ describeRun; }
/* harmony export */ });
/* unused harmony export reportWaiting */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(684);
/* harmony import */ var _cli_owner_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8296);




const RETRY_EVERY_MS = 40;
function reportWaiting(log) {
    return holder => log.activity?.({ kind: 'waiting', holder });
}
async function waitForTurn({ deadline, cancel, onWait }, describeHolder) {
    if (cancel.aborted)
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('cancelled', `stopped while waiting for a lock; ${_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SENT_HERE */ .Al}`);
    if (deadline.hasPassed()) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('locked', `the time limit passed while ${describeHolder()} held the lock; ${_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SENT_HERE */ .Al}`);
    }
    onWait?.(describeHolder);
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(RETRY_EVERY_MS, deadline.remainingMs()));
}
function describeRun(identity) {
    const owner = identity === null ? null : { pid: identity.pid, isElsewhere: isElsewhere(identity) };
    return describeHolder('another run of clr-refresh', owner);
}
function describeSession(lock) {
    return describeHolder('a session of `claude`', (0,_cli_owner_record_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerOf */ .b)(lock));
}
function describeHolder(who, owner) {
    if (owner === null)
        return who;
    return owner.isElsewhere ? `${who} in another container or on another machine` : `${who} (pid ${owner.pid})`;
}
function isElsewhere({ bootId, pidNamespace }) {
    const own = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .ownIdentity */ .hY)();
    return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace);
}
function isOther(theirs, ours) {
    return theirs !== null && ours !== null && theirs !== ours;
}


/***/ }),

/***/ 7755:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HX: function() { return /* binding */ refuseJustRejected; },
/* harmony export */   LW: function() { return /* binding */ refuseRejected; },
/* harmony export */   Nm: function() { return /* binding */ forgetOtherRejection; },
/* harmony export */   Z0: function() { return /* binding */ rememberRejection; },
/* harmony export */   jO: function() { return /* binding */ forgetRejection; }
/* harmony export */ });
/* unused harmony exports readRejection, rejectedSince, noTryBefore */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2514);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9186);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2258);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1357);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(123);












const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_WAIT_MS = HOUR_MS;
const LONGEST_WAIT_MS = 24 * HOUR_MS;
const MAX_RECORD_BYTES = 4096;
const MAX_TIME_MS = 8.64e15;
function readRejection(folder, pair, nowMs = Date.now()) {
    return parseRecord(readRecord(folder) ?? '', fingerprint(pair), nowMs);
}
function rememberRejection(folder, { pair, message }, atMs = Date.now()) {
    const record = recordAfter(folder, { pair, message }, atMs);
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => {
        if (record !== null && hasOneUser(folder))
            folder.writeRecord(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3, record);
    });
}
function recordAfter(folder, { pair, message }, atMs) {
    const before = parseRecord(readText(folder) ?? '', pair, atMs);
    if (before !== null && before.nextTryAtMs > atMs)
        return null;
    const first = before ?? { message, firstAtMs: atMs, count: 0 };
    return {
        pair,
        message: first.message,
        firstAtMs: Math.min(first.firstAtMs, atMs),
        lastAtMs: atMs,
        count: first.count + 1
    };
}
function hasOneUser({ path: workFolder, keepsModes }) {
    const { uid, mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(workFolder));
    const isSticky = (mode & 0o1000) !== 0;
    if (isSticky || !keepsModes)
        return true;
    return uid === process.geteuid?.() && (uid !== 0 || (mode & 0o022) === 0);
}
function forgetRejection(folder) {
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_5__/* .removeIfPossible */ .h)(folder.at(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3));
}
function forgetOtherRejection(folder, pair) {
    const text = readText(folder);
    if (text !== null && parseRecord(text, (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(pair), Date.now()) === null)
        forgetRejection(folder);
}
function refuseRejected(folder, pair, nowMs = Date.now()) {
    refuseByRecord(folder, parseRecord(readText(folder) ?? '', (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(pair), nowMs), nowMs);
}
function refuseJustRejected(folder, { pair, message }, atMs) {
    const record = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => hasOneUser(folder)) === true ? recordAfter(folder, { pair, message }, atMs) : null;
    const nowMs = Date.now();
    if (record !== null)
        refuseByRecord(folder, parseRecord(JSON.stringify(record), pair, nowMs), nowMs);
}
function refuseByRecord(folder, rejection, nowMs) {
    if (rejection === null || rejection.nextTryAtMs <= nowMs)
        return;
    const next = `${_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_SENT_HERE */ .Al}, and ${noTryBefore(rejection, nowMs)}`;
    const record = folder.at(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3);
    const remedy = `${(0,_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeOf */ .sG)('login-rejected').remedy} To try the same login before then, delete ${record} and run it again.`;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('login-rejected', `${rejection.message}; ${rejectedSince(rejection, nowMs)}; ${next}`, remedy);
}
function rejectedSince({ firstAtMs, count }, nowMs) {
    const times = count === 1 ? '' : `, ${count} times so far`;
    return `rejected since ${(0,_times_js__WEBPACK_IMPORTED_MODULE_7__/* .describeMoment */ .oL)(firstAtMs, nowMs)}${times}`;
}
function noTryBefore({ nextTryAtMs }, nowMs) {
    const minuteMs = Math.ceil(nextTryAtMs / MINUTE_MS) * MINUTE_MS;
    return `no run tries it again before ${(0,_times_js__WEBPACK_IMPORTED_MODULE_7__/* .utcMinute */ .vD)(minuteMs)} UTC (${(0,_times_js__WEBPACK_IMPORTED_MODULE_7__/* .inTime */ .RN)(nextTryAtMs - nowMs)})`;
}
function readText(folder) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => readRecord(folder));
}
function readRecord(folder) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .XF)(folder.at(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3), MAX_RECORD_BYTES).bytes.toString('utf8');
    }
    catch (error) {
        if (NO_RECORD.includes((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error)))
            return null;
        throw error;
    }
}
const NO_RECORD = ['ENOENT', 'ENOTDIR', 'ELOOP', 'not a regular file', 'EFBIG'];
function parseRecord(text, pair, nowMs) {
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .parseJson */ .qF)(text);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isJsonObject */ .OW)(record) || record.pair !== pair)
        return null;
    const { message, firstAtMs, lastAtMs, count } = record;
    if (typeof message !== 'string' || message === '' || !isTime(firstAtMs) || !isTime(lastAtMs))
        return null;
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
        return null;
    const nextTryAtMs = nextTryAfter(lastAtMs, count, nowMs);
    return { message: (0,_redact_js__WEBPACK_IMPORTED_MODULE_11__/* .safeLine */ .om)(message), firstAtMs, lastAtMs, count, nextTryAtMs };
}
function nextTryAfter(lastAtMs, count, nowMs) {
    const nextTryAtMs = lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** (count - 1), LONGEST_WAIT_MS);
    return nextTryAtMs - nowMs > LONGEST_WAIT_MS ? nowMs : nextTryAtMs;
}
function isTime(value) {
    return typeof value === 'number' && value >= 0 && value <= MAX_TIME_MS;
}


/***/ }),

/***/ 1089:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: function() { return /* binding */ isMountPoint; },
/* harmony export */   y: function() { return /* binding */ isOnNetwork; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7973);



const NETWORK_TYPES = new Set([
    0x6969,
    0x517b,
    0xff534d42,
    0xfe534d42,
    0x01021997,
    0x65735546,
    0x5346414f,
    0x6b414653,
    0x73757245,
    0x00c36400,
    0x0bd00bd0,
    0x47504653,
    0x19830326,
    0x01161970,
    0x7461636f,
    0x786f4256
]);
function isOnNetwork(entry) {
    if (process.platform !== 'linux')
        return false;
    const type = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(entry).type);
    return type === null || NETWORK_TYPES.has(type >>> 0);
}
function isMountPoint(file) {
    const mounts = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextIfExists */ .TP)('/proc/self/mountinfo') ?? '';
    return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}


/***/ }),

/***/ 2221:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: function() { return /* binding */ whoElseMayWrite; },
/* harmony export */   e: function() { return /* binding */ hasOtherMembers; }
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7973);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43);



function whoElseMayWrite({ uid: owner, gid, mode }, uid) {
    if (owner !== uid && owner !== 0)
        return 'owner';
    if ((mode & 0o002) !== 0)
        return 'everybody';
    return (mode & 0o020) !== 0 && gid !== 0 ? 'group' : null;
}
function hasOtherMembers(gid, uid) {
    if (process.platform !== 'linux')
        return true;
    const [passwd, group] = [linesOf('passwd'), linesOf('group', gid)];
    if (passwd === null || group === null)
        return true;
    const users = passwd.map(([name = '', , id, primary]) => ({ name, uid: Number(id), gid: Number(primary) }));
    const own = new Set(users.filter(user => user.uid === uid || user.uid === 0).map(({ name }) => name));
    const listed = group.flatMap(([, , id, members = '']) => (Number(id) === gid ? members.split(',') : []));
    const primary = users.filter(user => user.gid === gid).map(({ name }) => name);
    return [...listed, ...primary].some(name => name !== '' && !own.has(name));
}
const MAX_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 5000;
function linesOf(database, key) {
    const { error, stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
        encoding: 'utf8',
        env: {},
        maxBuffer: MAX_BYTES,
        timeout: TIMEOUT_MS
    });
    if (error !== undefined && (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) !== 'ENOENT')
        return null;
    const text = error === undefined ? stdout : (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextOrEmpty */ .Qr)(`/etc/${database}`);
    return text.split('\n').map(line => line.split(':'));
}


/***/ })

};
;
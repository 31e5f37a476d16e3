"use strict";
exports.id = 337;
exports.ids = [337,143];
exports.modules = {

/***/ 75:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseClaudeVersion),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var _refresh_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6797);
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);


function parseClaudeVersion(text) {
    const version = exactVersion(text);
    if (version !== null)
        return { kind: 'exact', version };
    if (/^(?!v\d)[a-z][a-z\d-]{0,30}$/.test(text))
        return { kind: 'tag', tag: text };
    const sentence = `claude-version must be a whole version such as 2.1.330, or latest, or stable; got ${(0,_refresh_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`;
    throw new _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
}
function exactVersion(text) {
    return /^v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[a-z\d]+(?:[.-][a-z\d]+)*)?)$/i.exec(text)?.[1] ?? null;
}


/***/ }),

/***/ 9337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./src/refresh/credentials/credentials-file.ts
var credentials_file = __webpack_require__(2215);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials-path.ts
var credentials_path = __webpack_require__(822);
// EXTERNAL MODULE: ./src/refresh/credentials/fingerprint.ts
var fingerprint = __webpack_require__(7830);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./src/refresh/deadline.ts

class Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = external_node_perf_hooks_.performance.now()) {
        return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - external_node_perf_hooks_.performance.now());
    }
    hasPassed() {
        return this.remainingMs() === 0;
    }
}

// EXTERNAL MODULE: ./src/refresh/options.ts
var options = __webpack_require__(6797);
// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials.ts
var credentials = __webpack_require__(716);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/action/secret/stamp.ts
var stamp = __webpack_require__(1696);
;// CONCATENATED MODULE: ./src/action/placed/incoming.ts



function parseIncoming(text) {
    const { json, storedAt } = (0,stamp/* readStamp */.U)(text);
    try {
        return { credentials: (0,credentials/* parseCredentials */.gu)(json), storedAt };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const hint = isBase64(text) ? '; it looks like base64: store the JSON itself as the secret' : '';
        throw new reasons/* RefreshError */.M4('creds-invalid', `creds-json: ${error.message.replace(/\bthe file\b/g, 'the text')}${hint}`);
    }
}
function isBase64(text) {
    return Buffer.from(text, 'base64').toString().trimStart().startsWith('{');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/refresh/credentials/work-folder.ts
var work_folder = __webpack_require__(33);
// EXTERNAL MODULE: ./src/refresh/json.ts
var json = __webpack_require__(781);
// EXTERNAL MODULE: ./src/refresh/system/read.ts
var read = __webpack_require__(3409);
// EXTERNAL MODULE: ./src/refresh/system/system-error.ts
var system_error = __webpack_require__(2727);
;// CONCATENATED MODULE: ./src/refresh/system/remove.ts

function removeIfPossible(entry) {
    try {
        (0,external_node_fs_.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    }
    catch {
        return false;
    }
}

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
        removeIfPossible(this.folder.at(RECORD));
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
    removeIfPossible(folder.at(RECORD));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/refresh/system/process-identity.ts
var process_identity = __webpack_require__(343);
;// CONCATENATED MODULE: ./src/refresh/locks/file-lock.ts










const file_lock_RENEW_EVERY_MS = 2000;
const file_lock_STALE_AFTER_MS = 60_000;
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
        }, file_lock_RENEW_EVERY_MS);
        this.#renewal.unref();
    }
    static tryTake(folder) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,external_node_crypto_.randomBytes)(8).toString('hex');
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
                (0,external_node_fs_.utimesSync)(this.lockPath, now, now);
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
        removeIfPossible(folder.at(name));
    }
}
function place(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,external_node_fs_.mkdirSync)(stage, { mode: 0o700 });
        (0,external_node_fs_.writeFileSync)(external_node_path_default().join(stage, OWNER_RECORD), JSON.stringify({ nonce, ...(0,process_identity/* ownIdentity */.hY)() }), { mode: 0o600 });
        (0,external_node_fs_.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        removeIfPossible(stage);
        const code = (0,system_error/* errorCode */.C)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        const why = code === 'ENOTDIR' ? `${lockPath} is in the way: it should be a folder of ours; remove it` : (0,system_error/* explain */.W)(error);
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot lock the credentials file: ${why}`);
    }
}
function readHolder(lockPath) {
    const record = (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(external_node_path_default().join(lockPath, OWNER_RECORD)));
    const nonce = (0,json/* isJsonObject */.O)(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: (0,process_identity/* parseIdentity */.aZ)(record) };
}
function isGone(lockPath, { identity }) {
    if (identity === null)
        return ageMs(lockPath) > TRANSITION_MS;
    const alive = (0,process_identity/* isAlive */._n)(identity);
    return alive === 'no' || (alive === 'unknown' && ageMs(lockPath) > file_lock_STALE_AFTER_MS);
}
function takeAway(folder, lockPath, { nonce }) {
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    try {
        (0,external_node_fs_.mkdirSync)(mark, { mode: 0o700 });
    }
    catch {
        if (ageMs(mark) > TRANSITION_MS)
            removeIfPossible(mark);
        return;
    }
    try {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,external_node_fs_.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`));
        else
            removeRecord(lockPath);
    }
    catch {
    }
    finally {
        removeIfPossible(mark);
    }
}
function removeRecord(lockPath) {
    (0,external_node_fs_.unlinkSync)(external_node_path_default().join(lockPath, OWNER_RECORD));
    (0,external_node_fs_.rmdirSync)(lockPath);
}
function ageMs(entry) {
    try {
        return Math.abs(Date.now() - (0,external_node_fs_.lstatSync)(entry).mtimeMs);
    }
    catch {
        return 0;
    }
}

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
        if (own instanceof FileLock)
            return { own, folder };
        await waitForTurn(patience, () => `another run of clr-refresh (pid ${pidOf(own) ?? 'unknown'})`, folder);
    }
}
function tryTakeOwn(folder) {
    let own = null;
    try {
        own = FileLock.tryTake(folder);
        if (own instanceof FileLock)
            folder.hideFromGit();
        return own;
    }
    catch (error) {
        if (own instanceof FileLock)
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

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/refresh/claude/claude-process.ts







const RECORD_AND_EXEC = 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi; printf "%s\\n" "$stat" >"$0" && exec "$@"';
const NICENESS = 5;
const claude_process_ASK_EVERY_MS = 20;
class ClaudeProcess {
    pid;
    exited;
    isOwnPid;
    constructor(pid, exited, isOwnPid) {
        this.pid = pid;
        this.exited = exited;
        this.isOwnPid = isOwnPid;
    }
    static start(home, { command, environment, workingDirectory }) {
        const [stdout, stderr] = [openLog(home.logs.stdout), openLog(home.logs.stderr)];
        try {
            const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
                cwd: workingDirectory,
                env: environment,
                detached: true,
                stdio: ['ignore', stdout, stderr]
            });
            makeNice(child.pid);
            return new ClaudeProcess(child.pid, exitOf(child), () => true);
        }
        finally {
            (0,external_node_fs_.closeSync)(stdout);
            (0,external_node_fs_.closeSync)(stderr);
        }
    }
    static adopt(identity) {
        return new ClaudeProcess(identity.pid, untilDead(identity), () => (0,process_identity/* isAlive */._n)(identity) === 'yes');
    }
    terminate() {
        signalGroup(this.pid, 'SIGTERM');
    }
    async kill() {
        if (this.isOwnPid())
            signalGroup(this.pid, 'SIGKILL');
        await this.exited;
        await groupGone(this.pid);
    }
}
function openLog(file) {
    try {
        return (0,external_node_fs_.openSync)(file, 'wx', 0o600);
    }
    catch (error) {
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot write ${file}: ${(0,system_error/* explain */.W)(error)}`);
    }
}
function makeNice(pid) {
    try {
        if (pid !== undefined)
            (0,external_node_os_.setPriority)(pid, NICENESS);
    }
    catch {
    }
}
function exitOf(child) {
    return new Promise(resolve => {
        child.once('exit', (code, signal) => {
            resolve({ code, signal, startError: null });
        });
        child.once('error', error => {
            resolve({ code: null, signal: null, startError: (0,system_error/* errorCode */.C)(error) });
        });
    });
}
async function untilDead(identity) {
    while ((0,process_identity/* isAlive */._n)(identity) === 'yes')
        await (0,promises_.setTimeout)(claude_process_ASK_EVERY_MS);
    return { code: null, signal: null, startError: null };
}
function signalGroup(leaderPid, signal) {
    if (leaderPid === undefined)
        return false;
    try {
        process.kill(-leaderPid, signal);
        return true;
    }
    catch {
        return false;
    }
}
async function groupGone(leaderPid) {
    for (let waitMs = 1; waitMs <= 8 && signalGroup(leaderPid, 0); waitMs *= 2)
        await (0,promises_.setTimeout)(waitMs);
}

;// CONCATENATED MODULE: ./src/refresh/home/home-lock.ts


const LOCK = '.claude.lock';
function lockPathOf(home) {
    return external_node_path_default().join(home, LOCK);
}
function isLockName(name) {
    return name === LOCK;
}
function lockHoldingIn(home) {
    try {
        const stats = (0,external_node_fs_.statSync)(lockPathOf(home), { bigint: true, throwIfNoEntry: false });
        if (stats === undefined)
            return null;
        return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) };
    }
    catch {
        return { id: 'unknown', ageMs: Infinity };
    }
}

;// CONCATENATED MODULE: ./src/refresh/claude/failure-signs.ts
const ERROR = String.raw `^\S+ \[ERROR\] `;
const MESSAGE = String.raw `${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`;
const answered = (status) => new RegExp(String.raw `${MESSAGE}Request failed with status code ${status}\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=${status}\b`, 'm');
const failedWith = (message) => new RegExp(`${MESSAGE}(?:${message})`, 'm');
const SIGNS = [
    [
        new RegExp(String.raw `${ERROR}"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b`, 'm'),
        sign('not-refreshed', 'the token endpoint refused the request (400), for another reason than the login', {
            endAtOnce: false
        })
    ],
    [
        answered('400'),
        sign('login-rejected', 'the token endpoint rejected the login (400): its refresh token is used up or revoked', {
            endAtOnce: false
        })
    ],
    [answered('401'), sign('login-rejected', 'the token endpoint rejected the login (401)')],
    [answered('403'), sign('login-rejected', 'the token endpoint, or a proxy before it, refused the login (403)')],
    [answered('429'), sign('rate-limited', 'the token endpoint asks for fewer requests (429)', { isRepeatable: true })],
    [answered('5\\d\\d'), sign('server-error', 'the token endpoint failed (5xx)')],
    [answered('\\d\\d\\d'), sign('not-refreshed', 'the token endpoint gave an answer that is no new pair')],
    [
        failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
        sign('network', 'no connection to the token endpoint could be made', { isRepeatable: true, isAnswer: false })
    ],
    [
        failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
        sign('network', "the token endpoint's certificate is not trusted here", { isAnswer: false })
    ],
    [
        failedWith('timeout of \\d+ms exceeded'),
        sign('network', 'the token endpoint did not answer in the time that `claude` gives it', { isAnswer: false })
    ],
    [
        failedWith(''),
        sign('network', 'the connection to the token endpoint was lost before its answer came', { isAnswer: false })
    ],
    [
        /OAuth session expired and could not be refreshed/,
        sign('login-rejected', 'the login was rejected: its refresh token is used up or revoked', { endAtOnce: false })
    ]
];
function sign(reason, what, more = {}) {
    return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, ...more };
}
function failureSignIn(log) {
    const telling = log.split('\n').filter(line => line.includes(' [ERROR] ') || line.includes('OAuth session'));
    const signs = telling.flatMap(line => SIGNS.find(([pattern]) => pattern.test(line))?.[1] ?? []);
    const [first] = signs;
    if (first === undefined)
        return null;
    return signs.length === 1 ? first : { ...first, isRepeatable: false };
}

;// CONCATENATED MODULE: ./src/refresh/claude/watch.ts




const SLOW_POLL_MS = 250;
const FAST_POLL_MS = 15;
const NOTHING_SENT_MS = 20;
const NO_EXCHANGE_MS = 5000;
function watchCall(scene, patience) {
    return new Promise(resolve => {
        const { home, claude, modelRequest } = scene;
        let holding = null;
        let hasBegun = false;
        let noExchange;
        const watchers = watchFolders([home.configFolder, home.path], name => {
            if (name !== null && isLockName(name))
                hasBegun = true;
            if (name?.startsWith('.credentials.json.tmp') === true)
                home.makeRoom();
            if (name === null || home.isTelling(name))
                look();
        });
        const poll = setInterval(look, watchers.length === 2 ? SLOW_POLL_MS : FAST_POLL_MS);
        const timeLeftMs = patience.deadline.remainingMs();
        const timer = timeLeftMs === Infinity ? undefined : setTimeout(settle, timeLeftMs, { kind: 'deadline' });
        patience.cancel.addEventListener('abort', onCancel);
        modelRequest.addEventListener('abort', look);
        void claude.exited.then(exit => {
            settle({ kind: 'exited', exit, inExchange: hasBegun || home.isExchangeUnderWay() });
        });
        look();
        if (patience.cancel.aborted)
            onCancel();
        function look() {
            const judgement = home.judge();
            if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
                settle(judgement);
                return;
            }
            const sign = failureSignIn((0,read/* readTextIfAny */.$)(home.logs.debug));
            if (sign?.endAtOnce === true)
                settle({ kind: 'failure', sign });
            else if (isExchangeOver())
                settle({ kind: 'over' });
            else if (modelRequest.aborted && !hasBegun)
                noExchange ??= setTimeout(endUnlessBegun, NO_EXCHANGE_MS);
        }
        function isExchangeOver() {
            const now = home.lockHolding();
            if (now === null)
                return hasBegun;
            const isNext = holding !== null && now.id !== holding;
            hasBegun = true;
            holding = now.id;
            return isNext && now.ageMs < NOTHING_SENT_MS;
        }
        function endUnlessBegun() {
            if (!hasBegun)
                settle({ kind: 'over' });
        }
        function onCancel() {
            settle({ kind: 'cancelled' });
        }
        function settle(sighting) {
            for (const watcher of watchers)
                watcher.close();
            clearInterval(poll);
            clearTimeout(timer);
            clearTimeout(noExchange);
            patience.cancel.removeEventListener('abort', onCancel);
            modelRequest.removeEventListener('abort', look);
            resolve(sighting);
        }
    });
}
function watchFolders(folders, onChange) {
    const watchers = [];
    for (const folder of folders) {
        try {
            const watcher = (0,external_node_fs_.watch)(folder, (_event, name) => {
                onChange(name);
            });
            watcher.on('error', () => undefined);
            watchers.push(watcher);
        }
        catch {
            return watchers;
        }
    }
    return watchers;
}

;// CONCATENATED MODULE: ./src/refresh/home/seeded-login.ts



const SENTINEL_EXPIRES_AT_MS = 1;
const SEEDS = {
    subscriptionType: 'max',
    rateLimitTier: 'default_claude_max_20x'
};
function seededLogin({ login }) {
    return {
        ...SEEDS,
        ...Object.fromEntries(Object.entries(login).filter(([name, value]) => value !== null || !(name in SEEDS))),
        expiresAt: SENTINEL_EXPIRES_AT_MS,
        subscriptionTypeSource: 'sign_in'
    };
}
function originOf(credentials) {
    return { from: (0,fingerprint/* fingerprint */.R)(credentials), invented: [...inventedFor(credentials.login), 'subscriptionTypeSource'] };
}
const UNKNOWN_ORIGIN = {
    from: '0'.repeat(64),
    invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
};
function inventedFor(login) {
    return Object.keys(SEEDS).filter(name => login[name] == null);
}
function judge(text, origin) {
    const document = (0,json/* parseJson */.q)(text);
    const login = (0,json/* isJsonObject */.O)(document) ? document.claudeAiOauth : undefined;
    if (!(0,json/* isJsonObject */.O)(login))
        return { kind: 'nothing' };
    const { accessToken, refreshToken, expiresAt } = login;
    if (accessToken === '' && refreshToken === '')
        return { kind: 'blanked' };
    if (!(0,credentials/* isToken */.sg)(accessToken) || !(0,credentials/* isToken */.sg)(refreshToken))
        return { kind: 'part' };
    if ((0,fingerprint/* fingerprint */.R)({ accessToken, refreshToken }) === origin.from)
        return { kind: 'nothing' };
    return isExpiry(expiresAt) ? { kind: 'pair', changes: changesIn(login, expiresAt, origin) } : { kind: 'part' };
}
function isExpiry(expiresAt) {
    return typeof expiresAt === 'number' && Number.isFinite(expiresAt) && expiresAt !== SENTINEL_EXPIRES_AT_MS;
}
function changesIn(login, expiresAt, { invented }) {
    const fit = Object.entries(login).filter(([name, value]) => !invented.includes(name) && isFit(name, value));
    return { ...Object.fromEntries(fit), expiresAt: Math.min(Math.max(expiresAt, 0), credentials/* MAX_DATE_MS */.zq) };
}
function isFit(name, value) {
    if (name === 'scopes')
        return Array.isArray(value) && value.includes('user:inference');
    if (name === 'refreshTokenExpiresAt')
        return typeof value === 'number' && value >= 0 && value <= credentials/* MAX_DATE_MS */.zq;
    if (name in SEEDS)
        return typeof value === 'string';
    return value !== null;
}

;// CONCATENATED MODULE: ./src/refresh/home/found-login.ts





function judgeHome(home, origin) {
    const judgements = filesOf(home).map(file => judge((0,read/* readTextIfAny */.$)(file), origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    return filesOf(home).findLast(file => judge((0,read/* readTextIfAny */.$)(file), origin).kind === 'pair') ?? home.credentialsPath;
}
function isWrittenBack({ path: at }) {
    return filesIn(at, work_folder/* REPLACEMENT_PREFIX */.m4).length === 0;
}
function filesOf({ path: at, configFolder, credentialsPath }) {
    return [...filesIn(configFolder, external_node_path_default().basename(credentialsPath)).sort(), ...filesIn(at, work_folder/* REPLACEMENT_PREFIX */.m4)];
}
function documentToBeIn(home) {
    const documents = filesIn(home.path, work_folder/* REPLACEMENT_PREFIX */.m4).map(file => (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(file)));
    return documents.find(json/* isJsonObject */.O) ?? {};
}
function filesIn(folder, prefix) {
    return (0,read/* namesIn */.w)(folder)
        .filter(name => name.startsWith(prefix))
        .map(name => external_node_path_default().join(folder, name));
}

;// CONCATENATED MODULE: ./src/refresh/home/home-layout.ts


class HomeLayout {
    path;
    constructor(path) {
        this.path = path;
    }
    get configFolder() {
        return external_node_path_default().join(this.path, '.claude');
    }
    get credentialsPath() {
        return external_node_path_default().join(this.configFolder, '.credentials.json');
    }
    get temporaryFolder() {
        return external_node_path_default().join(this.path, 'tmp');
    }
    get claudeRecord() {
        return external_node_path_default().join(this.path, 'claude.stat');
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? external_node_path_default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return (0,work_folder/* newReplacementPathIn */.x$)(this.path);
    }
}

;// CONCATENATED MODULE: ./src/refresh/home/home-seeds.ts




const SEEDED_ACCOUNT = {
    accountUuid: 'clr-refresh',
    emailAddress: 'clr-refresh',
    organizationUuid: 'clr-refresh',
    billingType: null,
    accountCreatedAt: null,
    subscriptionCreatedAt: null,
    ccOnboardingFlags: null
};
function seedHome(home, credentials) {
    const { configFolder, credentialsPath, firstOnPath } = home;
    const lock = lockPathOf(home.path);
    for (const left of [configFolder, lock])
        (0,external_node_fs_.rmSync)(left, { recursive: true, force: true });
    for (const folder of [configFolder, lock])
        (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    write(credentialsPath, JSON.stringify({ claudeAiOauth: seededLogin(credentials) }));
    write(external_node_path_default().join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n');
    write(external_node_path_default().join(home.path, '.claude.json'), JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }));
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function hideKeychain(programs) {
    (0,external_node_fs_.mkdirSync)(programs, { mode: 0o700, recursive: true });
    (0,external_node_fs_.writeFileSync)(external_node_path_default().join(programs, 'security'), '#!/bin/sh\nexit 1\n', { mode: 0o700 });
}
function write(file, text) {
    (0,external_node_fs_.writeFileSync)(file, text, { mode: 0o600 });
}

;// CONCATENATED MODULE: ./src/refresh/system/sync.ts


function syncToDisk(entry, fs = (external_node_fs_default())) {
    try {
        const fd = fs.openSync(entry, 'r');
        try {
            fs.fsyncSync(fd);
        }
        finally {
            fs.closeSync(fd);
        }
    }
    catch {
    }
}
function writeToDisk(file, content) {
    const fd = external_node_fs_default().openSync(file, 'wx', 0o600);
    try {
        external_node_fs_default().writeFileSync(fd, content);
        external_node_fs_default().fsyncSync(fd);
    }
    catch (error) {
        removeIfPossible(file);
        throw error;
    }
    finally {
        external_node_fs_default().closeSync(fd);
    }
}

;// CONCATENATED MODULE: ./src/refresh/home/room.ts





const MIN_FREE_BYTES = 1024 * 1024;
const MIN_FREE_INODES = 256;
const BALLAST_BYTES = 256 * 1024;
const ballastIn = (home) => external_node_path_default().join(home, 'ballast');
function requireRoom(home) {
    const { bavail, bsize, files, ffree } = (0,external_node_fs_.statfsSync)(home);
    const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES);
    if (isShort)
        throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
}
function layBallast(home) {
    try {
        writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES));
    }
    catch (error) {
        if ((0,system_error/* errorCode */.C)(error) !== 'EEXIST')
            throw error;
    }
}
function dropBallast(home) {
    removeIfPossible(ballastIn(home));
}

;// CONCATENATED MODULE: ./src/refresh/home/run-record.ts






const recordIn = (home) => external_node_path_default().join(home, 'run.json');
function writeRunRecord(home, origin) {
    (0,external_node_fs_.writeFileSync)(recordIn(home), JSON.stringify({ ...(0,process_identity/* ownIdentity */.hY)(), ...origin }), { mode: 0o600 });
}
function readRunRecord(home) {
    const record = (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(recordIn(home)));
    const owner = (0,process_identity/* parseIdentity */.aZ)(record);
    if (!(0,json/* isJsonObject */.O)(record) || owner === null || typeof record.from !== 'string')
        return null;
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : [];
    return { owner, origin: { from: record.from, invented } };
}
function syncRunRecord(home) {
    for (const entry of [recordIn(home), home, external_node_path_default().dirname(home)])
        syncToDisk(entry);
}

;// CONCATENATED MODULE: ./src/refresh/home/isolated-home.ts
















class IsolatedHome extends HomeLayout {
    origin;
    #calls = 0;
    #isKept = false;
    #owner;
    #vacated = Promise.resolve();
    constructor(path, origin) {
        super(path);
        this.origin = origin;
    }
    static create(folder, credentials) {
        const home = new IsolatedHome(folder.at(`${work_folder/* HOME_PREFIX */.xL}${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`), originOf(credentials));
        try {
            home.#make();
            home.seed(credentials);
            return home;
        }
        catch (error) {
            removeIfPossible(home.path);
            throw home.#cannotWrite(error);
        }
    }
    static adopt(home) {
        const record = readRunRecord(home);
        if (record === null)
            return null;
        const adopted = new IsolatedHome(home, record.origin);
        adopted.#owner = record.owner;
        adopted.#calls = (0,read/* namesIn */.w)(home).filter(name => name.startsWith('stderr-')).length;
        return { home: adopted, owner: record.owner };
    }
    static ofUnknownOrigin(home) {
        return new IsolatedHome(home, UNKNOWN_ORIGIN);
    }
    #make() {
        (0,external_node_fs_.mkdirSync)(this.path, { mode: 0o700 });
        requireRoom(this.path);
        writeRunRecord(this.path, this.origin);
        (0,external_node_fs_.mkdirSync)(this.temporaryFolder, { mode: 0o700 });
    }
    seed(credentials) {
        this.#calls += 1;
        try {
            seedHome(this, credentials);
        }
        catch (error) {
            throw this.#cannotWrite(error);
        }
    }
    #cannotWrite(error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return error;
        return new reasons/* RefreshError */.M4('creds-not-writable', `cannot write in an isolated HOME at ${this.path}: ${(0,system_error/* explain */.W)(error)}`);
    }
    get logs() {
        const name = (kind) => external_node_path_default().join(this.path, `${kind}-${this.#calls}.log`);
        return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') };
    }
    unlock() {
        removeIfPossible(lockPathOf(this.path));
    }
    lockHolding() {
        return lockHoldingIn(this.path);
    }
    isExchangeUnderWay() {
        return this.lockHolding() !== null;
    }
    isTelling(name) {
        return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
    }
    judge() {
        return judgeHome(this, this.origin);
    }
    claudeIdentity() {
        return (0,process_identity/* identityFromStat */.fJ)((0,read/* readTextIfAny */.$)(this.claudeRecord), this.#owner);
    }
    keep() {
        this.#isKept = true;
    }
    get isKept() {
        return this.#isKept;
    }
    vacateAfter(end) {
        this.#vacated = end;
    }
    async remove() {
        await this.#vacated;
        if (this.#isKept)
            return;
        const gone = external_node_path_default().join(external_node_path_default().dirname(this.path), `${work_folder/* GONE_PREFIX */.$y}${external_node_path_default().basename(this.path)}`);
        try {
            (0,external_node_fs_.renameSync)(this.path, gone);
        }
        catch {
        }
        for (const left of [gone, this.path])
            removeIfPossible(left);
    }
    reserve() {
        try {
            layBallast(this.path);
            syncRunRecord(this.path);
        }
        catch (error) {
            throw this.#cannotWrite(error);
        }
    }
    makeRoom() {
        dropBallast(this.path);
    }
}

;// CONCATENATED MODULE: ./src/refresh/write-back/lineage.ts






const lineage_RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const record = (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(folder.at(lineage_RECORD)));
    if (!(0,json/* isJsonObject */.O)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const [at, from] = [pair, ancestor].map(one => lineage?.pairs.indexOf((0,fingerprint/* fingerprint */.R)(one)) ?? -1);
    return at !== undefined && from !== undefined && from >= 0 && at > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    const staged = folder.at(`${work_folder/* REPLACEMENT_PREFIX */.m4}lineage.json`);
    (0,external_node_fs_.writeFileSync)(staged, JSON.stringify({ isFileMade, pairs: pairs.slice(-MAX_PAIRS) }), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(staged, folder.at(lineage_RECORD));
}
function addToLineage(folder, from, { accessToken, refreshToken }) {
    const lineage = readLineage(folder);
    if (lineage?.pairs.includes(from) !== true || !(0,credentials/* isToken */.sg)(accessToken) || !(0,credentials/* isToken */.sg)(refreshToken))
        return;
    const added = (0,fingerprint/* fingerprint */.R)({ accessToken, refreshToken });
    if (lineage.pairs.includes(added))
        return;
    try {
        writeLineage(folder, { ...lineage, pairs: [...lineage.pairs, added] });
    }
    catch {
    }
}
function isLineageAlone(folder) {
    return folder.names().every(name => name === lineage_RECORD);
}
function removeLineage(folder) {
    (0,external_node_fs_.rmSync)(folder.at(lineage_RECORD), { force: true });
}

;// CONCATENATED MODULE: ./src/refresh/system/mount-point.ts

function isMountPoint(file) {
    return (0,read/* readTextIfAny */.$)('/proc/self/mountinfo')
        .split('\n')
        .some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./src/refresh/write-back/replacement.ts






const IS_MOUNTED = new Set(['EBUSY', 'EXDEV']);
const MOST_WRITES = 5;
const SPARE_BYTES = 16 * 1024;
class Replacement {
    file;
    temporaryPath;
    fs;
    #fd = null;
    constructor(file, temporaryPath, fs = (external_node_fs_default())) {
        this.file = file;
        this.temporaryPath = temporaryPath;
        this.fs = fs;
    }
    static reserve(file, temporaryPath, fs = (external_node_fs_default())) {
        const replacement = new Replacement(file, temporaryPath, fs);
        replacement.reserve();
        return replacement;
    }
    reserve() {
        this.#reserve();
    }
    #reserve() {
        if (this.#fd !== null)
            return this.#fd;
        try {
            this.fs.accessSync(external_node_path_default().dirname(this.file.real), (external_node_fs_default()).constants.W_OK | (external_node_fs_default()).constants.X_OK);
            const { mode, uid, gid, size } = statOfWritable(this.file, this.fs);
            this.#fd = this.fs.openSync(this.temporaryPath, 'wx', 0o600);
            this.#allocate(this.#fd, { mode, uid, gid, bytes: size + SPARE_BYTES });
            return this.#fd;
        }
        catch (error) {
            if (this.#fd !== null)
                this.discard();
            if (error instanceof reasons/* RefreshError */.M4)
                throw error;
            throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${this.file.given}: ${(0,system_error/* explain */.W)(error)}`);
        }
    }
    #allocate(fd, like) {
        const own = this.fs.fstatSync(fd);
        if (own.uid !== like.uid || own.gid !== like.gid)
            this.fs.fchownSync(fd, like.uid, like.gid);
        writeAll(this.fs, fd, Buffer.alloc(like.bytes));
        this.fs.fsyncSync(fd);
        this.fs.fchmodSync(fd, like.mode & 0o7777);
    }
    commit(compose) {
        const fd = this.#reserve();
        const text = this.#writeSettled(fd, compose);
        this.#close();
        try {
            this.fs.renameSync(this.temporaryPath, this.file.real);
        }
        catch (error) {
            if (!IS_MOUNTED.has((0,system_error/* errorCode */.C)(error)))
                throw error;
            overwrite(this.file.real, Buffer.from(text), this.fs);
        }
        syncToDisk(external_node_path_default().dirname(this.file.real), this.fs);
        return text;
    }
    #writeSettled(fd, compose) {
        let text = compose();
        for (let writes = 1;; writes += 1) {
            const bytes = Buffer.from(text);
            writeAll(this.fs, fd, bytes);
            this.fs.ftruncateSync(fd, bytes.length);
            this.fs.fsyncSync(fd);
            const textNow = compose();
            if (textNow === text || writes === MOST_WRITES)
                return text;
            text = textNow;
        }
    }
    discard() {
        try {
            this.#close();
            this.fs.rmSync(this.temporaryPath, { force: true });
        }
        catch {
        }
    }
    #close() {
        const fd = this.#fd;
        this.#fd = null;
        if (fd !== null)
            this.fs.closeSync(fd);
    }
}
function statOfWritable(file, fs) {
    const fd = openEvenIfReadOnly(file, fs);
    try {
        const stats = fs.fstatSync(fd);
        if (stats.nlink > 1) {
            const why = `it has ${stats.nlink} names (hard links), and the others would keep the old pair; make it a file of its own`;
            throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`);
        }
        return stats;
    }
    finally {
        fs.closeSync(fd);
    }
}
function openEvenIfReadOnly(file, fs) {
    try {
        return fs.openSync(file.real, 'r+');
    }
    catch (error) {
        if ((0,system_error/* errorCode */.C)(error) !== 'EACCES' || isMountPoint(file.real))
            throw error;
        return fs.openSync(file.real, 'r');
    }
}
function overwrite(file, bytes, fs) {
    const fd = fs.openSync(file, 'r+');
    try {
        writeAll(fs, fd, bytes);
        fs.ftruncateSync(fd, bytes.length);
        fs.fsyncSync(fd);
    }
    finally {
        fs.closeSync(fd);
    }
}
function writeAll(fs, fd, bytes) {
    for (let offset = 0; offset < bytes.length;)
        offset += fs.writeSync(fd, bytes, offset, bytes.length - offset, offset);
}

;// CONCATENATED MODULE: ./src/refresh/write-back/rescue.ts



const RESCUE_NAME = /^rescue-[\dTZ]+-([\da-f]{64})\.json$/;
function rescue(folder, document, from) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const path = folder.at(`rescue-${stamp}-${from}.json`);
    writeToDisk(path, JSON.stringify(document));
    syncToDisk(folder.path);
    return { path, from };
}
function keepSafe(folder, home, document) {
    try {
        return rescue(folder, document, home.origin.from).path;
    }
    catch {
        home.keep();
        return pairPathIn(home, home.origin);
    }
}
function rescuesIn(folder) {
    return (0,read/* namesIn */.w)(folder.path).flatMap(name => {
        const from = RESCUE_NAME.exec(name)?.[1];
        return from === undefined ? [] : [{ path: folder.at(name), from }];
    });
}

;// CONCATENATED MODULE: ./src/refresh/write-back/write-back.ts






function writeBack({ file, replacement, keepSafe }, fresh) {
    try {
        return (0,credentials/* parseCredentials */.gu)(replacement.commit(() => composeText(file, fresh)));
    }
    catch (error) {
        throw failed(error instanceof reasons/* RefreshError */.M4 ? error.message : `cannot replace ${file.given}: ${(0,system_error/* explain */.W)(error)}`);
    }
    function failed(why) {
        const path = keepSafe(merge({}, fresh));
        const how = 'the next run takes it up by itself if it still can; else move it over the file, or delete it';
        return new reasons/* RefreshError */.M4('write-back-failed', `${why}; the new pair is safe in ${path} (${how})`);
    }
}
function composeText(file, fresh) {
    const standing = readStanding(file);
    if (isAnotherLogin(standing, fresh)) {
        throw new reasons/* RefreshError */.M4('write-back-failed', `another login was put at ${file.given} meanwhile, and was kept`);
    }
    const text = JSON.stringify(merge(standing, fresh));
    if (isLogin(text))
        return text;
    throw new reasons/* RefreshError */.M4('write-back-failed', 'the new pair and what stands in the file make no usable login');
}
function isLogin(text) {
    try {
        (0,credentials/* parseCredentials */.gu)(text);
        return true;
    }
    catch {
        return false;
    }
}
function readStanding(file) {
    const document = (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(file.real).replace(/^\uFEFF/, ''));
    return (0,json/* isJsonObject */.O)(document) ? document : {};
}
function isAnotherLogin(standing, { from, changes }) {
    try {
        const now = (0,credentials/* parseCredentials */.gu)(JSON.stringify(standing));
        return (0,fingerprint/* fingerprint */.R)(now) !== from && now.refreshToken !== changes.refreshToken;
    }
    catch {
        return false;
    }
}
function merge(standing, { document, changes }) {
    const before = loginIn(document);
    const now = loginIn(standing);
    const isBlanked = now.accessToken === '' && now.refreshToken === '';
    const changed = Object.entries(changes).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]));
    const login = { ...before, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) };
    return { ...(Object.keys(standing).length > 0 ? standing : document), claudeAiOauth: login };
}
function loginIn(document) {
    return (0,json/* isJsonObject */.O)(document.claudeAiOauth) ? document.claudeAiOauth : {};
}
function withoutBlanks(login) {
    return Object.fromEntries(Object.entries(login).filter(([, value]) => value !== '' && value !== null));
}

;// CONCATENATED MODULE: ./src/refresh/recover.ts




















const ABANDONED_GRACE_MS = 5000;
const LEFT_BEHIND = [work_folder/* REPLACEMENT_PREFIX */.m4, work_folder/* GONE_PREFIX */.$y];
async function recoverAbandoned(place) {
    let recovered = null;
    for (const name of place.folder.names()) {
        if (name.startsWith(work_folder/* HOME_PREFIX */.xL))
            recovered = (await recoverHome(place, place.folder.at(name))) ?? recovered;
    }
    for (const found of rescuesIn(place.folder))
        recovered = takeUpRescue(place, found) ?? recovered;
    clearLeftBehind(place.folder);
    return recovered;
}
function clearLeftBehind(folder) {
    for (const name of folder.names()) {
        if (LEFT_BEHIND.some(prefix => name.startsWith(prefix)))
            removeIfPossible(folder.at(name));
    }
    sweepLocks(folder);
}
async function recoverHome({ file, folder, insist }, path) {
    if (!isOurs(path))
        return null;
    const adopted = IsolatedHome.adopt(path);
    if (adopted === null) {
        const unknown = IsolatedHome.ofUnknownOrigin(path);
        await endAbandonedClaude(unknown, insist);
        keepPairOf(unknown, folder);
        await unknown.remove();
        return null;
    }
    if ((0,process_identity/* isAlive */._n)(adopted.owner) === 'yes')
        return null;
    const { home } = adopted;
    await endAbandonedClaude(home, insist);
    const judgement = home.judge();
    const fresh = judgement.kind === 'pair' ? freshPair(home, judgement.changes) : null;
    if (fresh !== null)
        addToLineage(folder, fresh.from, fresh.changes);
    const recovered = fresh === null ? null : putBack({ file, folder }, home, fresh);
    await home.remove();
    return recovered;
}
function keepPairOf(home, folder) {
    const judgement = home.judge();
    if (judgement.kind === 'pair')
        keepSafe(folder, home, { claudeAiOauth: judgement.changes });
}
function freshPair(home, changes) {
    return { from: home.origin.from, document: withoutLogin(documentToBeIn(home)), changes };
}
function withoutLogin(document) {
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'));
}
async function endAbandonedClaude(home, insist) {
    const identity = home.claudeIdentity();
    if (identity === null || (0,process_identity/* isAlive */._n)(identity) !== 'yes')
        return;
    const claude = ClaudeProcess.adopt(identity);
    const grace = Deadline.after(ABANDONED_GRACE_MS / 1000);
    await watchCall({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist });
    await claude.kill();
}
function putBack({ file, folder }, home, fresh) {
    const standing = (0,credentials_file/* readGoodCredentials */.Wh)(file);
    if (standing !== null && isThere(standing, fresh.changes))
        return null;
    if (standing !== null && (0,fingerprint/* fingerprint */.R)(standing) !== fresh.from) {
        if (!isWrittenBack(home))
            keepSafe(folder, home, { claudeAiOauth: fresh.changes });
        return null;
    }
    const replacement = reserve(file, home.newReplacementPath(), () => pairPathIn(home, home.origin));
    try {
        return writeBack({ file, replacement, keepSafe: document => keepSafe(folder, home, document) }, { ...fresh, document: standing?.document ?? fresh.document });
    }
    finally {
        replacement.discard();
    }
}
function takeUpRescue({ file, folder }, { path, from }) {
    const rescued = isOurs(path) ? (0,json/* parseJson */.q)((0,read/* readTextIfAny */.$)(path)) : null;
    if (!(0,json/* isJsonObject */.O)(rescued))
        return null;
    const changes = rescued.claudeAiOauth;
    if (!(0,json/* isJsonObject */.O)(changes) || !(0,credentials/* isToken */.sg)(changes.accessToken) || !(0,credentials/* isToken */.sg)(changes.refreshToken))
        return null;
    addToLineage(folder, from, changes);
    const standing = (0,credentials_file/* readGoodCredentials */.Wh)(file);
    if (standing !== null && isThere(standing, changes)) {
        removeIfPossible(path);
        return null;
    }
    if (standing !== null && (0,fingerprint/* fingerprint */.R)(standing) !== from)
        return null;
    const replacement = reserve(file, folder.newReplacementPath(), () => path);
    try {
        const document = standing?.document ?? withoutLogin(rescued);
        const recovered = writeBack({ file, replacement, keepSafe: () => path }, { from, document, changes });
        removeIfPossible(path);
        return recovered;
    }
    finally {
        replacement.discard();
    }
}
function reserve(file, temporaryPath, pairPath) {
    try {
        return Replacement.reserve(file, temporaryPath);
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const waits = `the pair that a run which was cut short had got waits in ${pairPath()}`;
        throw new reasons/* RefreshError */.M4('write-back-failed', `${error.message}; ${waits}, and the next run takes it up`);
    }
}
function isThere(standing, { accessToken, refreshToken }) {
    return standing.accessToken === accessToken && standing.refreshToken === refreshToken;
}
function isOurs(entry) {
    const stats = (0,external_node_fs_.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === process.getuid?.() && (stats.mode & 0o077) === 0;
}

;// CONCATENATED MODULE: ./src/action/placed/standing.ts








function standingAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const text = readText(file);
    const document = (0,json/* parseJson */.q)(text.replace(/^\uFEFF/, ''));
    if (text.trim() === '')
        return { kind: 'no-login', file, document: {} };
    if ((0,json/* isJsonObject */.O)(document) && hasNoLogin(document))
        return { kind: 'no-login', file, document };
    const credentials = parseOrNull(text);
    if (credentials?.refreshToken === incoming.refreshToken)
        return { kind: 'same', file, credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new reasons/* RefreshError */.M4('usage', `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`);
    }
    return { kind: 'descendant', file, credentials };
}
function fileAt(given) {
    try {
        return (0,credentials_path/* findCredentialsFile */.Ic)(given);
    }
    catch (error) {
        const isMissing = error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-not-found';
        if (isMissing && !isLink(given))
            return null;
        throw error;
    }
}
function isLink(given) {
    try {
        return (0,external_node_fs_.lstatSync)(given).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function readText({ given, real }) {
    try {
        return (0,external_node_fs_.readFileSync)(real, 'utf8');
    }
    catch (error) {
        throw new reasons/* RefreshError */.M4('creds-unreadable', `cannot read ${given}: ${(0,system_error/* errorCode */.C)(error)}`);
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,json/* isJsonObject */.O)(login) && login.accessToken === '' && login.refreshToken === '';
}
function parseOrNull(text) {
    try {
        return (0,credentials/* parseCredentials */.gu)(text);
    }
    catch {
        return null;
    }
}
function isOnRecord(file, standing, incoming) {
    return work_folder/* WorkFolder */.y2.isThere(file) && isDescendant(readLineage(work_folder/* WorkFolder */.y2.open(file)), standing, incoming);
}

;// CONCATENATED MODULE: ./src/action/placed/place-credentials.ts











async function placeCredentials(given, incoming, patience, onPlace = () => undefined) {
    const file = makeWay(given, standingAt(given, incoming));
    return whileLocked(file, patience, async ({ folder }) => {
        if (standingAt(given, incoming).kind !== 'none')
            await recoverAbandoned({ file, folder, insist: patience.cancel });
        const standing = standingAt(given, incoming);
        onPlace();
        const before = readLineage(folder);
        const isFileMade = recordPlacing({ folder, before }, standing, incoming);
        try {
            putInPlace({ file, folder }, standing, incoming);
            return isFileMade;
        }
        catch (error) {
            if (before === null)
                removeLineage(folder);
            else
                writeLineage(folder, before);
            throw error;
        }
    });
}
function makeWay(given, standing) {
    if (standing.kind !== 'none')
        return standing.file;
    const folder = external_node_path_default().dirname(given);
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        return { given, real: external_node_path_default().join((0,external_node_fs_.realpathSync)(folder), external_node_path_default().basename(given)) };
    }
    catch (error) {
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot make the folder ${folder}: ${(0,system_error/* errorCode */.C)(error)}`);
    }
}
function recordPlacing({ folder, before }, standing, incoming) {
    if (standing.kind === 'descendant')
        return before?.isFileMade ?? false;
    const isFileMade = standing.kind === 'none' || (before?.isFileMade ?? false);
    const pairs = [(0,fingerprint/* fingerprint */.R)(incoming), ...(standing.kind === 'same' ? [(0,fingerprint/* fingerprint */.R)(standing.credentials)] : [])];
    try {
        writeLineage(folder, { isFileMade, pairs: [...new Set(pairs)] });
    }
    catch (error) {
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot write in ${folder.path}: ${(0,system_error/* errorCode */.C)(error)}`);
    }
    return isFileMade;
}
function putInPlace(place, standing, incoming) {
    if (standing.kind === 'descendant')
        return;
    if (standing.kind === 'none') {
        makeFile(place, JSON.stringify(incoming.document));
        return;
    }
    if (standing.kind === 'same' && standing.credentials.expiresAtMs >= incoming.expiresAtMs)
        return;
    const others = standing.kind === 'no-login' ? standing.document : standing.credentials.document;
    const { claudeAiOauth } = incoming.document;
    replaceFile(place, JSON.stringify({ ...incoming.document, ...others, claudeAiOauth }));
}
function makeFile({ file, folder }, text) {
    const staged = folder.newReplacementPath();
    try {
        writeToDisk(staged, text);
        takeName(staged, file.real);
    }
    catch (error) {
        const code = (0,system_error/* errorCode */.C)(error);
        if (code === 'EEXIST')
            throw new reasons/* RefreshError */.M4('usage', `another login was put at ${file.given} just now`);
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot make ${file.given}: ${code}`);
    }
    finally {
        (0,external_node_fs_.rmSync)(staged, { force: true });
    }
}
function takeName(staged, name) {
    try {
        (0,external_node_fs_.linkSync)(staged, name);
    }
    catch (error) {
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((0,system_error/* errorCode */.C)(error)))
            throw error;
        (0,external_node_fs_.renameSync)(staged, name);
    }
}
function replaceFile({ file, folder }, text) {
    Replacement.reserve(file, folder.newReplacementPath()).discard();
    const replacement = new Replacement(file, folder.newReplacementPath());
    try {
        (0,external_node_fs_.chmodSync)(file.real, 0o600);
        replacement.commit(() => text);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${(0,system_error/* errorCode */.C)(error)}`);
    }
    finally {
        replacement.discard();
    }
}

// EXTERNAL MODULE: ./src/action/prepared.ts
var action_prepared = __webpack_require__(1441);
// EXTERNAL MODULE: ./src/action/secret/login-texts.ts
var login_texts = __webpack_require__(3875);
// EXTERNAL MODULE: ./src/action/secret/quote.ts
var quote = __webpack_require__(8119);
// EXTERNAL MODULE: ./src/action/secret/secret-name.ts
var secret_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./src/action/secret/target.ts



function parseSecretTarget(inputs, env) {
    const credentialsName = (0,secret_name/* parseSecretName */.bK)('secret-name', inputs.secretName);
    const accessTokenName = (0,secret_name/* parseSecretName */.bK)('access-token-secret-name', inputs.accessTokenSecretName);
    if (credentialsName === null && accessTokenName === null)
        return null;
    if (credentialsName !== null && accessTokenName !== null && (0,secret_name/* isSameName */.yS)(credentialsName, accessTokenName)) {
        throw wrong(`secret-name and access-token-secret-name must differ, got ${(0,quote/* quote */.h)(credentialsName)} for both`);
    }
    const place = parsePlace(inputs, env);
    return { place, credentialsName, accessTokenName, token: parseToken(inputs.githubToken), apiUrl: parseApiUrl(env) };
}
function parsePlace(inputs, env) {
    const { secretRepository, secretEnvironment: environment, secretOrganization: organization } = inputs;
    if (organization !== '') {
        if (secretRepository !== '')
            throw wrong('secret-organization and secret-repository exclude each other');
        if (environment !== '')
            throw wrong('secret-organization and secret-environment exclude each other');
        if (isOwner(organization))
            return { kind: 'organization', organization };
        throw wrong(`secret-organization must be the name of an organization, got ${(0,quote/* quote */.h)(organization)}`);
    }
    const repository = parseRepository(secretRepository, env);
    if (environment === '')
        return { kind: 'repository', repository };
    if (!/^\.{1,2}$/.test(environment) && environment.length <= 255)
        return { kind: 'environment', repository, environment };
    throw wrong(`secret-environment must be the name of an environment, got ${(0,quote/* quote */.h)(environment)}`);
}
function parseRepository(given, env) {
    const repository = given === '' ? (env.GITHUB_REPOSITORY ?? '') : given;
    if (repository === '')
        throw wrong('secret-repository is missing, and GITHUB_REPOSITORY is not set');
    const [owner = '', name = '', ...rest] = repository.split('/');
    if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0)
        return repository;
    throw wrong(`${given === '' ? 'GITHUB_REPOSITORY' : 'secret-repository'} must be owner/name, got ${(0,quote/* quote */.h)(repository)}`);
}
function isOwner(text) {
    return /^[a-z\d][\w-]*$/i.test(text);
}
function parseToken(token) {
    if (token === '')
        throw wrong('github-token is missing: it needs the right to write the secret; GITHUB_TOKEN has none');
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw wrong('github-token must be one word of ASCII characters; it holds blanks or others');
}
function parseApiUrl(env) {
    const text = env.GITHUB_API_URL ?? '';
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw wrong('GITHUB_API_URL must be an http or https address without a login in it');
}
function wrong(sentence) {
    return new reasons/* RefreshError */.M4('usage', sentence);
}

// EXTERNAL MODULE: ./src/action/state.ts
var state = __webpack_require__(3175);
// EXTERNAL MODULE: ./src/action/store-login.ts
var store_login = __webpack_require__(4143);
;// CONCATENATED MODULE: ./src/action/preparation.ts














const ASK_LIMIT_MS = 20_000;
async function prepare(inputs, creds, around) {
    const { env, signals } = around;
    const { incoming, standing, target, version, timeoutSeconds } = judgeInputs(inputs, creds, env);
    const claudeFolder = version === null ? null : await install(version, around);
    const store = target === null ? null : await openStore(target, incoming, signals.cancel);
    const prepared = { ...action_prepared/* UNPREPARED */.B, claudeFolder, store, isLoginKept: target?.credentialsName != null };
    if (incoming === null) {
        if (target !== null)
            (0,state/* saveState */.LZ)(env, 'stored', standing === null ? state/* UNKNOWN */.HV : (0,fingerprint/* fingerprint */.R)(standing));
        return prepared;
    }
    const came = (0,fingerprint/* fingerprint */.R)(incoming.credentials);
    (0,state/* saveState */.LZ)(env, 'incoming', came);
    const deadline = Deadline.after(timeoutSeconds);
    const place = { creds, incoming: incoming.credentials, patience: { deadline, cancel: signals.cancel } };
    return {
        ...prepared,
        isFileMade: await placeOnRecord(place, target === null ? '' : came, env),
        incoming: came,
        secondsLeft: timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(deadline.remainingMs() / 1000))
    };
}
async function placeOnRecord({ creds, incoming, patience }, stored, env) {
    const tellPost = (isPlaced) => {
        (0,state/* saveState */.LZ)(env, 'placed', String(isPlaced));
        (0,state/* saveState */.LZ)(env, 'stored', isPlaced ? stored : '');
    };
    try {
        return await placeCredentials(creds, incoming, patience, () => {
            tellPost(true);
        });
    }
    catch (error) {
        tellPost(false);
        throw error;
    }
}
function judgeInputs(inputs, creds, env) {
    const timeoutSeconds = (0,options/* parseTimeoutSeconds */.yE)(inputs.timeout === '' ? options/* DEFAULTS */.zY.timeout : inputs.timeout);
    (0,options/* parseMinValidityMs */.mR)(inputs.minValidity === '' ? options/* DEFAULTS */.zY.minValidity : inputs.minValidity);
    const version = inputs.claudeVersion === '' ? null : (0,claude_version/* parseClaudeVersion */.o)(inputs.claudeVersion);
    const target = parseSecretTarget(inputs.secret, env);
    const incoming = inputs.credsJson === '' ? null : parseIncoming(inputs.credsJson);
    if (incoming !== null)
        standingAt(creds, incoming.credentials);
    const standing = incoming === null && target !== null ? (0,credentials_file/* readBeforeLock */.rN)((0,credentials_path/* findCredentialsFile */.Ic)(creds)) : null;
    const login = incoming?.credentials ?? standing;
    if (target !== null && login !== null)
        (0,login_texts/* assertFits */.Vl)(target, (0,store_login/* textsOf */.C)(login));
    return { incoming, standing, target, version, timeoutSeconds };
}
async function install(version, { env, signals }) {
    const { installClaude } = await __webpack_require__.e(/* import() */ 680).then(__webpack_require__.bind(__webpack_require__, 9680));
    return installClaude(version, env, signals.cancel);
}
async function openStore(target, incoming, signal) {
    const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(316)]).then(__webpack_require__.bind(__webpack_require__, 7316));
    const store = await openSecretStore(target);
    await store.checkNotStale(incoming?.storedAt ?? null, { limitMs: ASK_LIMIT_MS, signal });
    await store.proveWritable({ limitMs: ASK_LIMIT_MS, signal });
    return store;
}


/***/ }),

/***/ 3875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ secretTexts),
/* harmony export */   Vl: () => (/* binding */ assertFits),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1696);


const LARGEST_SECRET_BYTES = 48 * 1024;
function secretTexts(target, login) {
    const { credentialsName, accessTokenName } = target;
    const { credentialsJson, accessToken } = login;
    return [
        ...(credentialsName === null || credentialsJson === null
            ? []
            : [credentialsText(credentialsName, credentialsJson)]),
        ...(accessTokenName === null ? [] : [{ name: accessTokenName, textAt: () => accessToken }])
    ];
}
function credentialsText(name, credentialsJson) {
    const { json } = (0,_stamp_js__WEBPACK_IMPORTED_MODULE_1__/* .readStamp */ .U)(credentialsJson);
    return { name, textAt: now => (now === null ? json : (0,_stamp_js__WEBPACK_IMPORTED_MODULE_1__/* .stampedCredentials */ .R)(json, now)) };
}
function assertFits(target, login) {
    const sentence = secretTexts(target, login)
        .map(tooLarge)
        .find(text => text !== null);
    if (sentence !== undefined)
        throw new _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}
function tooLarge({ name, textAt }) {
    const bytes = Buffer.byteLength(textAt(new Date()));
    if (bytes <= LARGEST_SECRET_BYTES)
        return null;
    return `${name} would have ${bytes} bytes, and GitHub stores at most ${LARGEST_SECRET_BYTES} (48 KB) in a secret`;
}


/***/ }),

/***/ 8119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _refresh_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1518);

const LONGEST_QUOTE = 40;
function quote(text) {
    return JSON.stringify((0,_refresh_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text).slice(0, LONGEST_QUOTE));
}


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ PROBE_NAME),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8119);


const PROBE_NAME = 'CLR_REFRESH_PROBE';
function parseSecretName(input, name) {
    if (name === '')
        return null;
    if (!/^\w+$/.test(name))
        throw wrong(`${input} may hold letters, digits and "_" alone, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (/^\d/.test(name))
        throw wrong(`${input} must not begin with a digit, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (/^GITHUB_/i.test(name))
        throw wrong(`${input} must not begin with GITHUB_, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (isSameName(name, PROBE_NAME))
        throw wrong(`${input} must not be ${PROBE_NAME}, which is overwritten and removed`);
    return name;
}
function isSameName(one, other) {
    return one.toUpperCase() === other.toUpperCase();
}
function wrong(sentence) {
    return new _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}


/***/ }),

/***/ 1696:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ stampedCredentials),
/* harmony export */   U: () => (/* binding */ readStamp)
/* harmony export */ });
/* harmony import */ var _refresh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);

function stampedCredentials(json, now) {
    const value = (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(json);
    return (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value) ? JSON.stringify({ ...value, storedAt: now.toISOString() }) : json;
}
function readStamp(text) {
    const value = (0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(text.replace(/^\uFEFF/, ''));
    if (!(0,_refresh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value))
        return { json: text, storedAt: null };
    const { storedAt, ...credentials } = value;
    return { json: JSON.stringify(credentials), storedAt: typeof storedAt === 'string' ? storedAt : null };
}


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ textsOf),
/* harmony export */   storeLogin: () => (/* binding */ storeLogin)
/* harmony export */ });
/* unused harmony export loginAt */
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
/* harmony export */   Wh: () => (/* binding */ readGoodCredentials),
/* harmony export */   rN: () => (/* binding */ readBeforeLock)
/* harmony export */ });
/* unused harmony export readCredentials */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2727);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(716);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33);





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
    return _work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkFolder */ .y2.isThere(file) ? readGoodCredentials(file) : readCredentials(file);
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

/***/ 716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gu: () => (/* binding */ parseCredentials),
/* harmony export */   sg: () => (/* binding */ isToken),
/* harmony export */   zq: () => (/* binding */ MAX_DATE_MS)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(781);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);


const MAX_DATE_MS = 8.64e15;
function parseCredentials(text) {
    const document = parseDocument(text);
    const login = parseLogin(document);
    refuseBlanked(login);
    const credentials = {
        accessToken: parseToken(login, 'accessToken'),
        refreshToken: parseToken(login, 'refreshToken'),
        expiresAtMs: parseMoment(login, 'expiresAt'),
        loginExpiresAtMs: login.refreshTokenExpiresAt == null ? null : parseMoment(login, 'refreshTokenExpiresAt'),
        login,
        document
    };
    checkScopes(login.scopes);
    checkOptionalText(login, 'subscriptionType');
    checkOptionalText(login, 'rateLimitTier');
    return credentials;
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty');
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark');
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text.replace(/^\uFEFF/, ''));
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(document))
        return document;
    const bare = /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
    if (bare === 'api')
        throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed');
    if (bare !== undefined)
        throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed');
    throw invalid(document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`);
}
function parseLogin(document) {
    const login = document.claudeAiOauth;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(login))
        return login;
    if (login !== undefined)
        throw invalid(`claudeAiOauth should be an object, not ${kind(login)}`);
    if (['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document)) {
        throw invalid('the file holds an API key, which is never refreshed; a subscription login (claudeAiOauth) is needed');
    }
    if ('accessToken' in document)
        throw invalid('accessToken and its like should stand inside an object claudeAiOauth');
    throw invalid('claudeAiOauth is missing: the file holds no subscription login');
}
function refuseBlanked(login) {
    if (login.accessToken === '' && login.refreshToken === '') {
        throw invalid('both tokens are blank: `claude` was logged out; log in again');
    }
}
function parseToken(login, name) {
    const value = login[name];
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing`);
    if (typeof value !== 'string')
        throw invalid(`claudeAiOauth.${name} should be a token in quotes, not ${kind(value)}`);
    if (value.trim() === '')
        throw invalid(`claudeAiOauth.${name} is blank`);
    if (!isToken(value)) {
        throw invalid(`claudeAiOauth.${name} should be one word of ASCII characters; it holds blanks or others`);
    }
    return value;
}
function isToken(value) {
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
function parseMoment(login, name) {
    const value = login[name];
    const shouldBe = `claudeAiOauth.${name} should be milliseconds since 1970`;
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing; it should be milliseconds since 1970`);
    const ms = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof ms !== 'number')
        throw invalid(`${shouldBe}, not ${kind(value)}`);
    if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DATE_MS)
        throw invalid(`${shouldBe}; ${ms} is no such moment`);
    return ms;
}
function checkScopes(scopes) {
    if (scopes === undefined)
        throw invalid('claudeAiOauth.scopes is missing; it should list "user:inference"');
    if (!Array.isArray(scopes) || !scopes.every(scope => typeof scope === 'string')) {
        throw invalid('claudeAiOauth.scopes should be a list of texts, such as ["user:inference","user:profile"]');
    }
    if (!scopes.includes('user:inference')) {
        throw invalid('claudeAiOauth.scopes lacks "user:inference": `claude` does not use such a login');
    }
}
function checkOptionalText(login, name) {
    const value = login[name];
    if (value != null && typeof value !== 'string') {
        throw invalid(`claudeAiOauth.${name} should be a text or null, not ${kind(value)}`);
    }
}
function invalid(sentence) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', sentence);
}
function kind(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'string')
        return 'a text';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ }),

/***/ 7830:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function fingerprint(pair) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${pair.accessToken}\0${pair.refreshToken}`).digest('hex');
}


/***/ }),

/***/ 33:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ GONE_PREFIX),
/* harmony export */   m4: () => (/* binding */ REPLACEMENT_PREFIX),
/* harmony export */   x$: () => (/* binding */ newReplacementPathIn),
/* harmony export */   xL: () => (/* binding */ HOME_PREFIX),
/* harmony export */   y2: () => (/* binding */ WorkFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3409);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2727);






const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
class WorkFolder {
    path;
    constructor(path) {
        this.path = path;
    }
    static open(file) {
        const folder = new WorkFolder(`${file.real}.clr`);
        while (!makeOrFind(folder.path))
            continue;
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static isThere(file) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(`${file.real}.clr`);
    }
    at(name) {
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .namesIn */ .w)(this.path).filter(name => name !== GITIGNORE);
    }
    close() {
        if (this.names().length > 0)
            return;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(this.at(GITIGNORE), { force: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(this.path);
        }
        catch {
        }
    }
    hideFromGit() {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function newReplacementPathIn(folder) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${REPLACEMENT_PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.json`);
}
function makeOrFind(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
        return true;
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error) !== 'EEXIST')
            throw cannotMake(folder, error);
    }
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false });
    if (stats === undefined)
        return false;
    if (!stats.isDirectory()) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', `${folder} is in the way: it should be a folder of ours; move it away`);
    }
    if (stats.uid !== process.getuid?.()) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', `${folder} belongs to another user (uid ${stats.uid}); have it removed`);
    }
    if ((stats.mode & 0o777) === 0o700)
        return true;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(folder, 0o700);
        return true;
    }
    catch (error) {
        throw cannotMake(folder, error);
    }
}
function cannotMake(folder, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('creds-not-writable', `cannot write in ${node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(folder)}, where the new credentials must be put: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .explain */ .W)(error)}`);
}


/***/ })

};
;
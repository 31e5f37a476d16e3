"use strict";
exports.id = 293;
exports.ids = [293];
exports.modules = {

/***/ 4293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clearWithoutFile: () => (/* binding */ clearWithoutFile)
});

// EXTERNAL MODULE: ./src/refresh/deadline.ts
var deadline = __webpack_require__(7851);
// EXTERNAL MODULE: ./src/refresh/locks/locks.ts + 2 modules
var locks = __webpack_require__(167);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/refresh/system/process-identity.ts
var process_identity = __webpack_require__(343);
// EXTERNAL MODULE: ./src/refresh/system/system-error.ts
var system_error = __webpack_require__(2727);
;// CONCATENATED MODULE: ./src/refresh/claude/claude-process.ts







const RECORD_AND_EXEC = 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi; printf "%s\\n" "$stat" >"$0" && exec "$@"';
const NICENESS = 5;
const ASK_EVERY_MS = 20;
class claude_process_ClaudeProcess {
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
            const child = spawn('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
                cwd: workingDirectory,
                env: environment,
                detached: true,
                stdio: ['ignore', stdout, stderr]
            });
            makeNice(child.pid);
            return new claude_process_ClaudeProcess(child.pid, exitOf(child), () => true);
        }
        finally {
            closeSync(stdout);
            closeSync(stderr);
        }
    }
    static adopt(identity) {
        return new claude_process_ClaudeProcess(identity.pid, untilDead(identity), () => isAlive(identity) === 'yes');
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
        return openSync(file, 'wx', 0o600);
    }
    catch (error) {
        throw new RefreshError('creds-not-writable', `cannot write ${file}: ${explain(error)}`);
    }
}
function makeNice(pid) {
    try {
        if (pid !== undefined)
            setPriority(pid, NICENESS);
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
            resolve({ code: null, signal: null, startError: errorCode(error) });
        });
    });
}
async function untilDead(identity) {
    while (isAlive(identity) === 'yes')
        await sleep(ASK_EVERY_MS);
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
        await sleep(waitMs);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/refresh/home/home-lock.ts


const LOCK = '.claude.lock';
function lockPathOf(home) {
    return external_node_path_default().join(home, LOCK);
}
function home_lock_isLockName(name) {
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

// EXTERNAL MODULE: ./src/refresh/system/read.ts
var read = __webpack_require__(3409);
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
function failure_signs_failureSignIn(log) {
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
function watch_watchCall(scene, patience) {
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
            const sign = failureSignIn(readTextIfAny(home.logs.debug));
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
            const watcher = watch(folder, (_event, name) => {
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

// EXTERNAL MODULE: ./src/refresh/credentials/credentials-file.ts
var credentials_file = __webpack_require__(2215);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials.ts
var credentials = __webpack_require__(716);
// EXTERNAL MODULE: ./src/refresh/credentials/fingerprint.ts
var credentials_fingerprint = __webpack_require__(7830);
// EXTERNAL MODULE: ./src/refresh/credentials/work-folder.ts
var work_folder = __webpack_require__(2414);
// EXTERNAL MODULE: ./src/refresh/json.ts
var json = __webpack_require__(781);
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
    return { from: (0,credentials_fingerprint/* fingerprint */.R)(credentials), invented: [...inventedFor(credentials.login), 'subscriptionTypeSource'] };
}
const UNKNOWN_ORIGIN = {
    from: '0'.repeat(64),
    invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
};
function inventedFor(login) {
    return Object.keys(SEEDS).filter(name => login[name] == null);
}
function seeded_login_judge(text, origin) {
    const document = (0,json/* parseJson */.q)(text);
    const login = (0,json/* isJsonObject */.O)(document) ? document.claudeAiOauth : undefined;
    if (!(0,json/* isJsonObject */.O)(login))
        return { kind: 'nothing' };
    const { accessToken, refreshToken, expiresAt } = login;
    if (accessToken === '' && refreshToken === '')
        return { kind: 'blanked' };
    if (!(0,credentials/* isToken */.sg)(accessToken) || !(0,credentials/* isToken */.sg)(refreshToken))
        return { kind: 'part' };
    if ((0,credentials_fingerprint/* fingerprint */.R)({ accessToken, refreshToken }) === origin.from)
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
    const judgements = filesOf(home).map(file => seeded_login_judge((0,read/* readTextIfAny */.$)(file), origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function found_login_pairPathIn(home, origin) {
    return filesOf(home).findLast(file => judge(readTextIfAny(file), origin).kind === 'pair') ?? home.credentialsPath;
}
function found_login_isWrittenBack({ path: at }) {
    return filesIn(at, REPLACEMENT_PREFIX).length === 0;
}
function filesOf({ path: at, configFolder, credentialsPath }) {
    return [...filesIn(configFolder, external_node_path_default().basename(credentialsPath)).sort(), ...filesIn(at, work_folder/* REPLACEMENT_PREFIX */.m4)];
}
function found_login_documentToBeIn(home) {
    const documents = filesIn(home.path, REPLACEMENT_PREFIX).map(file => parseJson(readTextIfAny(file)));
    return documents.find(isJsonObject) ?? {};
}
function filesIn(folder, prefix) {
    return (0,read/* namesIn */.w)(folder)
        .filter(name => name.startsWith(prefix))
        .map(name => external_node_path_default().join(folder, name));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/refresh/system/remove.ts
var remove = __webpack_require__(6605);
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


function sync_syncToDisk(entry, fs = (external_node_fs_default())) {
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
function sync_writeToDisk(file, content) {
    const fd = external_node_fs_default().openSync(file, 'wx', 0o600);
    try {
        external_node_fs_default().writeFileSync(fd, content);
        external_node_fs_default().fsyncSync(fd);
    }
    catch (error) {
        (0,remove/* removeIfPossible */.h)(file);
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
        sync_writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES));
    }
    catch (error) {
        if ((0,system_error/* errorCode */.C)(error) !== 'EEXIST')
            throw error;
    }
}
function dropBallast(home) {
    (0,remove/* removeIfPossible */.h)(ballastIn(home));
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
        sync_syncToDisk(entry);
}

;// CONCATENATED MODULE: ./src/refresh/home/isolated-home.ts
















class isolated_home_IsolatedHome extends HomeLayout {
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
        const home = new isolated_home_IsolatedHome(folder.at(`${work_folder/* HOME_PREFIX */.xL}${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`), originOf(credentials));
        try {
            home.#make();
            home.seed(credentials);
            return home;
        }
        catch (error) {
            (0,remove/* removeIfPossible */.h)(home.path);
            throw home.#cannotWrite(error);
        }
    }
    static adopt(home) {
        const record = readRunRecord(home);
        if (record === null)
            return null;
        const adopted = new isolated_home_IsolatedHome(home, record.origin);
        adopted.#owner = record.owner;
        adopted.#calls = (0,read/* namesIn */.w)(home).filter(name => name.startsWith('stderr-')).length;
        return { home: adopted, owner: record.owner };
    }
    static ofUnknownOrigin(home) {
        return new isolated_home_IsolatedHome(home, UNKNOWN_ORIGIN);
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
        (0,remove/* removeIfPossible */.h)(lockPathOf(this.path));
    }
    lockHolding() {
        return lockHoldingIn(this.path);
    }
    isExchangeUnderWay() {
        return this.lockHolding() !== null;
    }
    isTelling(name) {
        return home_lock_isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
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
            (0,remove/* removeIfPossible */.h)(left);
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

// EXTERNAL MODULE: ./src/refresh/locks/file-lock.ts
var file_lock = __webpack_require__(7250);
// EXTERNAL MODULE: ./src/refresh/write-back/lineage.ts
var lineage = __webpack_require__(8584);
;// CONCATENATED MODULE: ./src/refresh/system/mount-point.ts

function mount_point_isMountPoint(file) {
    return readTextIfAny('/proc/self/mountinfo')
        .split('\n')
        .some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./src/refresh/write-back/replacement.ts






const IS_MOUNTED = new Set(['EBUSY', 'EXDEV']);
const MOST_WRITES = 5;
const SPARE_BYTES = (/* unused pure expression or super */ null && (16 * 1024));
class replacement_Replacement {
    file;
    temporaryPath;
    fs;
    #fd = null;
    constructor(file, temporaryPath, fs = nodeFs) {
        this.file = file;
        this.temporaryPath = temporaryPath;
        this.fs = fs;
    }
    static reserve(file, temporaryPath, fs = nodeFs) {
        const replacement = new replacement_Replacement(file, temporaryPath, fs);
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
            this.fs.accessSync(path.dirname(this.file.real), nodeFs.constants.W_OK | nodeFs.constants.X_OK);
            const { mode, uid, gid, size } = statOfWritable(this.file, this.fs);
            this.#fd = this.fs.openSync(this.temporaryPath, 'wx', 0o600);
            this.#allocate(this.#fd, { mode, uid, gid, bytes: size + SPARE_BYTES });
            return this.#fd;
        }
        catch (error) {
            if (this.#fd !== null)
                this.discard();
            if (error instanceof RefreshError)
                throw error;
            throw new RefreshError('creds-not-writable', `cannot replace ${this.file.given}: ${explain(error)}`);
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
            if (!IS_MOUNTED.has(errorCode(error)))
                throw error;
            overwrite(this.file.real, Buffer.from(text), this.fs);
        }
        syncToDisk(path.dirname(this.file.real), this.fs);
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
            throw new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`);
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
        if (errorCode(error) !== 'EACCES' || isMountPoint(file.real))
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
function rescue_keepSafe(folder, home, document) {
    try {
        return rescue(folder, document, home.origin.from).path;
    }
    catch {
        home.keep();
        return pairPathIn(home, home.origin);
    }
}
function rescue_rescuesIn(folder) {
    return namesIn(folder.path).flatMap(name => {
        const from = RESCUE_NAME.exec(name)?.[1];
        return from === undefined ? [] : [{ path: folder.at(name), from }];
    });
}

;// CONCATENATED MODULE: ./src/refresh/write-back/write-back.ts






function write_back_writeBack({ file, replacement, keepSafe }, fresh) {
    try {
        return parseCredentials(replacement.commit(() => composeText(file, fresh)));
    }
    catch (error) {
        throw failed(error instanceof RefreshError ? error.message : `cannot replace ${file.given}: ${explain(error)}`);
    }
    function failed(why) {
        const path = keepSafe(merge({}, fresh));
        const how = 'the next run takes it up by itself if it still can; else move it over the file, or delete it';
        return new RefreshError('write-back-failed', `${why}; the new pair is safe in ${path} (${how})`);
    }
}
function composeText(file, fresh) {
    const standing = readStanding(file);
    if (isAnotherLogin(standing, fresh)) {
        throw new RefreshError('write-back-failed', `another login was put at ${file.given} meanwhile, and was kept`);
    }
    const text = JSON.stringify(merge(standing, fresh));
    if (isLogin(text))
        return text;
    throw new RefreshError('write-back-failed', 'the new pair and what stands in the file make no usable login');
}
function isLogin(text) {
    try {
        parseCredentials(text);
        return true;
    }
    catch {
        return false;
    }
}
function readStanding(file) {
    const document = parseJson(readTextIfAny(file.real).replace(/^\uFEFF/, ''));
    return isJsonObject(document) ? document : {};
}
function isAnotherLogin(standing, { from, changes }) {
    try {
        const now = parseCredentials(JSON.stringify(standing));
        return fingerprint(now) !== from && now.refreshToken !== changes.refreshToken;
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
    return isJsonObject(document.claudeAiOauth) ? document.claudeAiOauth : {};
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
        if (name.startsWith(HOME_PREFIX))
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
            (0,remove/* removeIfPossible */.h)(folder.at(name));
    }
    (0,file_lock/* sweepLocks */.t_)(folder);
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
    if (isAlive(adopted.owner) === 'yes')
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
    if (identity === null || isAlive(identity) !== 'yes')
        return;
    const claude = ClaudeProcess.adopt(identity);
    const grace = Deadline.after(ABANDONED_GRACE_MS / 1000);
    await watchCall({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist });
    await claude.kill();
}
function putBack({ file, folder }, home, fresh) {
    const standing = readGoodCredentials(file);
    if (standing !== null && isThere(standing, fresh.changes))
        return null;
    if (standing !== null && fingerprint(standing) !== fresh.from) {
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
    const rescued = isOurs(path) ? parseJson(readTextIfAny(path)) : null;
    if (!isJsonObject(rescued))
        return null;
    const changes = rescued.claudeAiOauth;
    if (!isJsonObject(changes) || !isToken(changes.accessToken) || !isToken(changes.refreshToken))
        return null;
    addToLineage(folder, from, changes);
    const standing = readGoodCredentials(file);
    if (standing !== null && isThere(standing, changes)) {
        removeIfPossible(path);
        return null;
    }
    if (standing !== null && fingerprint(standing) !== from)
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
        if (!(error instanceof RefreshError))
            throw error;
        const waits = `the pair that a run which was cut short had got waits in ${pairPath()}`;
        throw new RefreshError('write-back-failed', `${error.message}; ${waits}, and the next run takes it up`);
    }
}
function isThere(standing, { accessToken, refreshToken }) {
    return standing.accessToken === accessToken && standing.refreshToken === refreshToken;
}
function isOurs(entry) {
    const stats = lstatSync(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === process.getuid?.() && (stats.mode & 0o077) === 0;
}

;// CONCATENATED MODULE: ./src/action/placed/clear-without-file.ts




async function clearWithoutFile(file, waitSeconds, around) {
    const { signals, loadToolkit } = around;
    const patience = { deadline: deadline/* Deadline */.B.after(waitSeconds), cancel: signals.cancel };
    try {
        await (0,locks/* whileLocked */.a)(file, patience, ({ folder }) => {
            clearLeftBehind(folder);
            return Promise.resolve();
        });
        return true;
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const toolkit = await loadToolkit();
        toolkit.warning(`${file.real}.clr was not cleared away: ${error.message}`, { title: 'Credentials left behind' });
        return false;
    }
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
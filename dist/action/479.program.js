"use strict";
exports.id = 479;
exports.ids = [479];
exports.modules = {

/***/ 479:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkStep: function() { return /* binding */ checkStep; }
});

// EXTERNAL MODULE: ./src/core/claude/find-claude.ts
var find_claude = __webpack_require__(5082);
// EXTERNAL MODULE: ./src/core/deadline.ts
var core_deadline = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var credentials_fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __webpack_require__(2056);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var credentials_validity = __webpack_require__(3438);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-paths.ts
var cli_lock_paths = __webpack_require__(6409);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-record.ts
var cli_lock_record = __webpack_require__(7520);
// EXTERNAL MODULE: ./src/core/locks/cli-locks.ts + 1 modules
var cli_locks = __webpack_require__(8434);
// EXTERNAL MODULE: ./src/core/locks/locks.ts
var locks = __webpack_require__(1700);
// EXTERNAL MODULE: ./src/core/locks/own-lock.ts
var own_lock = __webpack_require__(7910);
// EXTERNAL MODULE: ./src/core/locks/take-own-lock.ts + 1 modules
var take_own_lock = __webpack_require__(3334);
// EXTERNAL MODULE: ./src/core/locks/wait-for-turn.ts
var wait_for_turn = __webpack_require__(7701);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/locks/cli-owner-record.ts
var cli_owner_record = __webpack_require__(8296);
// EXTERNAL MODULE: ./src/core/system/file-system.ts
var file_system = __webpack_require__(1089);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __webpack_require__(684);
;// CONCATENATED MODULE: ./src/core/status/locks.ts








function ownLockStatus(folder) {
    const holder = (0,own_lock/* findHolder */.IL)(folder);
    const stats = holder === null ? undefined : (0,external_node_fs_.lstatSync)(holder.path, { throwIfNoEntry: false });
    if (holder === null || stats === undefined)
        return null;
    const { path, identity } = holder;
    const alive = identity === null ? 'unknown' : (0,process_identity/* isAlive */._n)(identity);
    return {
        path,
        holder: 'clr',
        pid: identity?.pid ?? null,
        isElsewhere: identity !== null && (0,wait_for_turn/* isElsewhere */.l5)(identity),
        isAlive: alive === 'unknown' ? null : alive === 'yes',
        ...timesOf(stats)
    };
}
function cliLockStatuses(file, folder) {
    const ours = folder === null ? [] : recordedLocks(folder);
    const locks = [];
    const obstacles = [];
    for (const lock of cliLocksFor(file).filter(({ path }) => !ours.includes(path))) {
        const stats = lstatSync(lock.path, { throwIfNoEntry: false });
        if (stats === undefined || isForeign(lock))
            continue;
        const obstacle = describeObstacle(lock.path);
        if (obstacle === null)
            locks.push(cliLockStatus(lock, stats));
        else
            obstacles.push(`${lock.path} is ${obstacle}, but \`claude\` needs an empty folder there as its lock: no refresh is possible until you remove it`);
    }
    return { locks, obstacles };
}
function cliLockStatus(lock, stats) {
    const owner = (0,cli_owner_record/* ownerOf */.b)(lock);
    const isProven = owner !== null && (owner.isAlive || owner.isDead);
    return {
        path: lock.path,
        holder: 'claude',
        pid: owner?.pid ?? null,
        isElsewhere: owner?.isElsewhere ?? false,
        isAlive: isProven ? owner.isAlive : null,
        ...timesOf(stats)
    };
}
const STALE_AFTER_MS = 20_000;
const STALE_ON_NETWORK_AFTER_MS = 120_000;
function isHeld({ path, isAlive: alive, renewedAtMs }, nowMs) {
    if (alive !== null)
        return alive;
    const ageMs = nowMs - renewedAtMs;
    return ageMs <= STALE_AFTER_MS || (ageMs <= STALE_ON_NETWORK_AFTER_MS && (0,file_system/* isOnNetwork */.y)(path));
}
function timesOf({ birthtimeMs, mtimeMs }) {
    return { sinceMs: birthtimeMs > 0 ? birthtimeMs : null, renewedAtMs: mtimeMs };
}

;// CONCATENATED MODULE: ./src/core/system/may-make.ts

function assertMayMakeIn(folder) {
    (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
    const [uid, gid] = [process.geteuid?.(), process.getegid?.()];
    if (uid === 0 || uid === process.getuid?.())
        return;
    const stats = (0,external_node_fs_.statSync)(folder);
    const bits = stats.uid === uid ? 0o300 : stats.gid === gid ? 0o030 : 0o003;
    if ((stats.mode & bits) !== bits)
        throw Object.assign(new Error(`no right to write in ${folder}`), { code: 'EACCES' });
}

// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __webpack_require__(1380);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
;// CONCATENATED MODULE: ./src/core/dry-run/locks.ts














function lookAtLocks(file) {
    const folder = openUnlessLocked(file);
    try {
        (0,cli_lock_record/* readLockRecord */.FH)(folder);
        const warnings = (0,cli_lock_paths/* cliLocksFor */.aT)(file).flatMap(lock => lookAtCliLock(lock, folder) ?? []);
        return { folder, warnings: [...(folder.keepsModes ? [] : [(0,locks/* noModesWarning */.kM)(file)]), ...warnings] };
    }
    catch (error) {
        folder.close();
        throw error;
    }
}
function lookBesideMissingFolder(given, folder) {
    const missing = external_node_path_default().dirname(given);
    if (!(0,external_node_fs_.existsSync)(external_node_path_default().dirname(missing)))
        return [];
    const locks = (0,cli_lock_paths/* cliLocksIn */.Wk)(missing).filter(({ isLegacy }) => isLegacy && (0,cli_lock_paths/* isCliFile */.NH)(given));
    return locks.flatMap(lock => lookAtCliLock({ ...lock, configFolder: external_node_path_default().parse(given).root }, folder) ?? []);
}
function openUnlessLocked(file) {
    try {
        const folder = (0,take_own_lock/* workFolderOpener */.$)(file, at => work_folder/* WorkFolder */.y2.openBriefly(at))();
        try {
            refuseHeldByRun(folder);
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    catch (error) {
        throw (0,locks/* withWaitingNote */.KI)(file, error);
    }
}
function refuseHeldByRun(folder) {
    (0,unreadable/* orUnreadable */.p)(folder.path, () => {
        (0,own_lock/* refuseEntryAtLock */.Px)(folder);
        const own = ownLockStatus(folder);
        if (own !== null && isHeld(own, Date.now()))
            throw locked((0,wait_for_turn/* describeRun */.vZ)((0,own_lock/* findHolder */.IL)(folder)?.identity ?? null));
    }, 'it says who holds the lock');
}
function lookAtCliLock(lock, folder) {
    try {
        const warning = (0,cli_locks/* whyIgnored */.vz)(lock);
        if (warning !== null)
            return warning;
        const stats = (0,external_node_fs_.lstatSync)(lock.path, { throwIfNoEntry: false });
        const isOfRun = (0,cli_lock_record/* recordedLocks */.zK)(folder).includes(lock.path);
        if (stats !== undefined && !isOfRun && isHeld(cliLockStatus(lock, stats), Date.now())) {
            throw locked((0,wait_for_turn/* describeSession */._0)(lock));
        }
        assertMayMakeIn(external_node_path_default().dirname(lock.path));
        return null;
    }
    catch (error) {
        return (0,cli_locks/* warningIfNotWritable */.tm)(lock, error);
    }
}
function locked(holder) {
    return new reasons/* RefreshError */.M4('locked', `${holder} holds the lock, and a dry run does not wait for it; ${reasons/* NOT_SENT_HERE */.Al}`);
}

// EXTERNAL MODULE: ./src/core/credentials/new-pair.ts
var new_pair = __webpack_require__(7705);
// EXTERNAL MODULE: ./src/core/home/found-login.ts
var found_login = __webpack_require__(5855);
// EXTERNAL MODULE: ./src/core/home/isolated-home.ts
var isolated_home = __webpack_require__(3530);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-home.ts
var abandoned_home = __webpack_require__(3167);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-run.ts
var abandoned_run = __webpack_require__(7448);
// EXTERNAL MODULE: ./src/core/recovery/put-back.ts
var put_back = __webpack_require__(6119);
// EXTERNAL MODULE: ./src/core/recovery/rescue-file.ts
var rescue_file = __webpack_require__(6577);
// EXTERNAL MODULE: ./src/core/recovery/trusted-entry.ts
var trusted_entry = __webpack_require__(3609);
;// CONCATENATED MODULE: ./src/core/status/remains.ts









function remainsIn(folder, found) {
    const stats = lstatSync(folder.path, { throwIfNoEntry: false });
    if (stats === undefined)
        return [];
    const owner = stats.uid;
    const beside = { ...found, trusts: (entry) => orNull(() => isTrusted(entry, folder, owner)) ?? false };
    const homes = folder.names().filter(name => name.startsWith(HOME_PREFIX));
    const inHomes = homes.map(name => folder.at(name)).flatMap(path => (isFolder(path) ? [homeStatus(path, beside)] : []));
    return [...inHomes, ...rescuesIn(folder).map(rescue => rescueStatus(rescue, beside))];
}
function isFolder(path) {
    return orNull(() => lstatSync(path).isDirectory()) ?? false;
}
function homeStatus(path, { login, isLocked, trusts }) {
    const seen = orNull(() => {
        const home = IsolatedHome.adopt(path);
        return { home, outlook: outlookOfHome(home, login) };
    });
    const owner = seen?.home.owner ?? null;
    const isUsed = trusts(path);
    const alive = owner === null ? 'unknown' : isAlive(owner);
    const isAtWork = alive === 'yes' || (alive === 'unknown' && isLocked);
    return {
        path,
        kind: 'home',
        hasNewTokens: seen && (seen.outlook === 'put-back' || seen.outlook === 'another-login'),
        handledBy: isAtWork ? 'its-run' : isUsed && seen?.outlook !== 'another-login' ? 'next-run' : 'person',
        isNewLogin: seen?.home.origin.isSignIn === true,
        isTrusted: isUsed
    };
}
function outlookOfHome(home, login) {
    const judgement = home.judge();
    if (judgement.kind !== 'pair')
        return 'no-pair';
    const outlook = (0,put_back/* outlookFor */.fI)(judgement.newPair, login);
    const isOfRefresh = home.owner !== null && home.origin.isSignIn !== true;
    const isOutdated = outlook === 'another-login' && isOfRefresh && (0,found_login/* isWrittenBack */.fQ)(home);
    return isOutdated ? 'outdated' : outlook;
}
function rescueStatus(rescue, { login, trusts }) {
    const { path } = rescue;
    const outlook = orNull(() => {
        const rescued = readRescue(rescue);
        return rescued === null ? 'no-pair' : outlookFor(rescued.newPair, login);
    });
    const hasTokens = outlook === null ? null : outlook === 'put-back' || outlook === 'another-login';
    const isUsed = trusts(path);
    const isForPerson = outlook === 'another-login' || outlook === 'no-pair' || !isUsed;
    return {
        path,
        kind: 'rescue',
        hasNewTokens: hasTokens,
        handledBy: isForPerson ? 'person' : 'next-run',
        isNewLogin: rescue.isNewLogin,
        isTrusted: isUsed
    };
}

;// CONCATENATED MODULE: ./src/core/dry-run/pairs.ts












class InterruptedRuns {
    waiting = null;
    others = [];
    rejection = null;
    isSentBefore = false;
    atWork = [];
    #login;
    constructor({ folder, login, onlySignIns }) {
        this.#login = login;
        const homes = (0,abandoned_run/* homesIn */.mS)(folder).filter(home => !onlySignIns || (0,abandoned_run/* isForSignIn */.YE)(home));
        for (const home of homes) {
            (0,unreadable/* orUnreadable */.p)(home, () => {
                if ((0,trusted_entry/* isTrusted */.W)(home, folder))
                    this.#lookInto(isolated_home/* IsolatedHome */.X.adopt(home));
            });
        }
        const rescues = (0,rescue_file/* rescuesIn */.ke)(folder).filter(({ isNewLogin }) => !onlySignIns || isNewLogin);
        for (const rescue of rescues)
            this.#lookAt(rescue, folder);
    }
    #lookInto(home) {
        if (home.owner !== null && (0,process_identity/* isAlive */._n)(home.owner) === 'yes')
            return;
        const claude = home.claudeIdentity();
        if (claude !== null && (0,process_identity/* isAlive */._n)(claude) === 'yes')
            this.atWork.push(home.path);
        const judgement = home.judge();
        if (judgement.kind === 'pair') {
            const outlook = outlookOfHome(home, this.#login);
            const path = (0,found_login/* pairPathIn */.Lx)(home, home.origin);
            if (outlook === 'put-back')
                this.#putBack(judgement.newPair, path);
            const { from, isSignIn = false } = home.origin;
            if (outlook === 'another-login')
                this.others.push({ path, from, isNewLogin: isSignIn });
        }
        else if (home.owner !== null && !(0,abandoned_home/* isSignInElsewhere */.fX)(home) && this.#isInFile(home.origin.from)) {
            const { isSent, rejection } = (0,abandoned_home/* useOfToken */.u7)(home, judgement);
            this.isSentBefore ||= isSent;
            this.rejection ??= rejection;
        }
    }
    #lookAt(rescue, folder) {
        const { path } = rescue;
        const rescued = (0,unreadable/* orUnreadable */.p)(path, () => ((0,trusted_entry/* isTrusted */.W)(path, folder) ? (0,rescue_file/* readRescue */.ey)(rescue) : null));
        const outlook = rescued === null ? 'another-login' : (0,put_back/* outlookFor */.fI)(rescued.newPair, this.#login);
        if (outlook === 'another-login')
            this.others.push(rescue);
        if (rescued !== null && outlook === 'put-back')
            this.#putBack(rescued.newPair, path);
    }
    #putBack(newPair, path) {
        const login = (0,new_pair/* credentialsOf */.Y)(newPair);
        this.waiting = { login, path, isNewLogin: newPair.isNewLogin === true };
        this.#login = login;
    }
    #isInFile(pair) {
        return this.#login !== null && (0,credentials_fingerprint/* fingerprint */.R)(this.#login) === pair;
    }
}

// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
;// CONCATENATED MODULE: ./src/core/recovery/missing-file.ts





async function missing_file_findOrRecover(given, name, { insist, ...patience }) {
    const { file: found, missing } = findOrPlace(given, name);
    if (missing === null)
        return { file: found, recovered: null };
    const recovered = await whileLocked(found, patience, ({ file, folder }) => recoverSignIns({ file, folder, insist }));
    return { file: findCredentialsFile(given, name), recovered };
}
function findOrPlace(given, name) {
    try {
        return { file: (0,credentials_path/* findCredentialsFile */.Ic)(given, name), missing: null };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'creds-not-found')
            throw error;
        const place = (0,credentials_path/* findPlace */.Pj)(given);
        const left = place === null ? null : work_folder/* WorkFolder */.y2.find(place);
        if (place === null || left === null || !(0,abandoned_run/* hasSignInLeft */.Ez)(left))
            throw error;
        return { file: place, missing: error };
    }
}

// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/system/remove.ts
var remove = __webpack_require__(7673);
// EXTERNAL MODULE: ./src/core/system/sync.ts
var sync = __webpack_require__(3410);
// EXTERNAL MODULE: ./src/core/write-back/replacement.ts + 1 modules
var write_back_replacement = __webpack_require__(4894);
;// CONCATENATED MODULE: ./src/core/dry-run/place.ts












const NEW_FILE_BYTES = 16 * 1024;
function findPlaceOf(given, { incoming, credsFrom }) {
    if (incoming === null || isLink(given))
        return { given, incoming, ...findOrPlace(given, credsFrom) };
    try {
        return { given, incoming, file: (0,credentials_path/* findCredentialsFile */.Ic)(given, credsFrom), missing: null };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'creds-not-found')
            throw error;
        const isFolderThere = (0,read/* statIfAny */.k)(external_node_path_default().dirname(given))?.isDirectory() === true;
        return { given, incoming, file: isFolderThere ? (0,credentials_path/* findPlace */.Pj)(given) : null, missing: error };
    }
}
function isLink(given) {
    return (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(given).isSymbolicLink()) ?? false;
}
function newFileMaker(place, waiting) {
    const make = temporaryPath => makeNewFile(place, temporaryPath);
    return waiting === null
        ? make
        : temporaryPath => (0,put_back/* orWaiting */.n_)(() => waiting.path, () => make(temporaryPath));
}
function makeNewFile({ given, file, missing, incoming }, temporaryPath) {
    if (file !== null && missing === null) {
        const replacement = write_back_replacement/* Replacement */.z.reserve(file, temporaryPath, incoming === null ? {} : { like: (0,write_back_replacement/* privateAttributes */.r)() });
        return () => {
            replacement.discard();
        };
    }
    try {
        (0,sync/* writeToDisk */.S)(temporaryPath, Buffer.alloc(NEW_FILE_BYTES));
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.GZ)(`cannot create ${given}`, error);
    }
    return () => void (0,remove/* removeIfPossible */.h)(temporaryPath);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/core/home/disk-space.ts
var disk_space = __webpack_require__(3681);
// EXTERNAL MODULE: ./src/core/private-folder.ts
var private_folder = __webpack_require__(9029);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
;// CONCATENATED MODULE: ./src/core/dry-run/room.ts










function proveRoom(folder, makeNewFile) {
    const probe = folder.at(`${private_folder/* DRY_RUN_PREFIX */.hm}${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
    try {
        if (!makeUnlessGone(probe))
            return false;
        const removeNewFile = makeNewFile((0,work_folder/* newReplacementPathIn */.x$)(probe));
        try {
            orNotWritable(probe, () => {
                (0,disk_space/* writeBallast */.vG)(probe);
            });
        }
        finally {
            removeNewFile();
        }
        return true;
    }
    catch (error) {
        if ((0,external_node_fs_.existsSync)(probe))
            throw error;
        return false;
    }
    finally {
        (0,remove/* removeIfPossible */.h)(probe);
    }
}
function makeUnlessGone(probe) {
    try {
        (0,disk_space/* makeFolderWithSpace */.Ff)(probe);
        return true;
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) === 'ENOENT')
            return false;
        throw cannotWrite(probe, error);
    }
}
function orNotWritable(probe, work) {
    try {
        work();
    }
    catch (error) {
        throw cannotWrite(probe, error);
    }
}
function cannotWrite(probe, error) {
    return (0,not_writable/* notWritable */.GZ)(`cannot write in an isolated HOME at ${probe}`, error);
}
function inNewFolderFor(given, work) {
    const probe = external_node_path_default().join(nearestFolder(given), `.clr-dry-run-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
    try {
        (0,external_node_fs_.mkdirSync)(probe, { mode: 0o700 });
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.GZ)(`cannot create the folder ${external_node_path_default().dirname(given)}`, error);
    }
    try {
        return work(work_folder/* WorkFolder */.y2.openBriefly(probe));
    }
    finally {
        (0,remove/* removeIfPossible */.h)(probe);
    }
}
function nearestFolder(entry) {
    const above = external_node_path_default().dirname(entry);
    const isThere = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(above)) !== null;
    return isThere || above === entry ? above : nearestFolder(above);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __webpack_require__(1500);
// EXTERNAL MODULE: ./src/core/claude/claude-command.ts
var claude_command = __webpack_require__(1914);
// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __webpack_require__(8310);
;// CONCATENATED MODULE: ./src/core/claude/claude-output.ts


const MAX_OUTPUT_LENGTH = 16_384;
const MAX_LINE_LENGTH = 300;
const STACK = /\\n {4}at .*/;
function claude_output_printedOutput({ logs }, hiding) {
    return hideSecrets(`${endOf(logs.stdout)}\n${endOf(logs.stderr)}`, hiding);
}
function claude_output_shownLine(line, hiding) {
    const safe = hideSecrets(line.replace(STACK, ''), hiding);
    return safe.length > MAX_LINE_LENGTH ? `${safe.slice(0, MAX_LINE_LENGTH)}…` : safe;
}
function hideSecrets(text, { logins, environment }) {
    const secrets = logins.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]);
    const encoded = secrets.flatMap(encodedForms);
    return safeOutput(withoutProxyPasswords(text, environment), [...secrets, ...encoded]);
}
function endOf(file) {
    return tailOf(readEndOrEmpty(file, 4 * MAX_OUTPUT_LENGTH));
}
function tailOf(text) {
    return text.length <= MAX_OUTPUT_LENGTH ? text : text.slice(-MAX_OUTPUT_LENGTH).replace(/^\S+/, '');
}

// EXTERNAL MODULE: ./src/core/claude/claude-process.ts + 1 modules
var claude_process = __webpack_require__(932);
// EXTERNAL MODULE: ./src/core/claude/failure.ts + 1 modules
var failure = __webpack_require__(9229);
// EXTERNAL MODULE: ./src/core/claude/failure-signs.ts + 5 modules
var failure_signs = __webpack_require__(8655);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/core/claude/model-listener.ts





const MAX_CONNECTIONS = 8;
const PAUSE_MS = 50;
const TLS_HANDSHAKE = 0x16;
class model_listener_ModelListener {
    server;
    baseUrl;
    #held = new Set();
    #queue = Promise.resolve();
    constructor(server, baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }
    static async open(isOfClaude, onRequest) {
        const server = createServer();
        server.maxConnections = MAX_CONNECTIONS;
        await new Promise((resolve, reject) => {
            server.once('error', error => {
                const message = `cannot listen on 127.0.0.1 (${errorCode(error)}), so \`claude\` was not started`;
                const remedy = `Allow clr to listen on 127.0.0.1 (a sandbox may forbid it), then run it again. ${NOT_SENT}`;
                reject(new RefreshError('claude-failed', message, remedy));
            });
            server.listen(0, '127.0.0.1', resolve);
        });
        server.unref();
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const listener = new model_listener_ModelListener(server, `https://127.0.0.1:${port}/${randomBytes(8).toString('hex')}`);
        server.on('error', () => undefined);
        server.on('connection', socket => {
            socket.on('error', () => undefined);
            listener.#held.add(socket);
            socket.once('close', () => listener.#held.delete(socket));
            listener.#enqueue(() => {
                checkOwner(socket, port, isOfClaude, onRequest);
            });
        });
        return listener;
    }
    #enqueue(check) {
        this.#queue = this.#queue.then(async () => {
            check();
            await sleep(PAUSE_MS, undefined, { ref: false });
        });
    }
    close() {
        this.server.close();
        for (const socket of this.#held)
            socket.destroy();
    }
}
function checkOwner(socket, port, isOfClaude, onRequest) {
    if (socket.destroyed || socket.remotePort === undefined)
        return;
    const answer = isOfClaude({ from: socket.remotePort, to: port });
    if (answer === 'yes')
        onRequest();
    else if (answer === 'no')
        socket.destroy();
    else if (beginsAsTls(socket.read()))
        onRequest();
    else
        socket.once('data', bytes => {
            if (beginsAsTls(bytes))
                onRequest();
        });
}
function beginsAsTls(bytes) {
    return Buffer.isBuffer(bytes) && bytes[0] === TLS_HANDSHAKE;
}

// EXTERNAL MODULE: ./src/core/claude/watch.ts + 1 modules
var watch = __webpack_require__(9374);
;// CONCATENATED MODULE: ./src/core/claude/watch-with-grace.ts



const GRACE_MS = 5000;
const GRACE_BEFORE_TERM_MS = 4000;
const EXPLANATION_MS = 2000;
async function watch_with_grace_watchWithGrace(call, { deadline, cancel, insist, log }) {
    const watched = await watchCall(call, { deadline, cancel });
    const { kind } = watched.sighting;
    if (kind === 'over' && watched.mayHaveSent)
        return waitForExplanation(call, watched, cancel);
    if ((kind !== 'deadline' && kind !== 'cancelled') || !call.home.isExchangeUnderWay())
        return watched;
    log.activity?.({ kind: 'grace', cause: kind, graceMs: GRACE_MS });
    const term = setTimeout(() => {
        call.claude.terminate();
    }, GRACE_BEFORE_TERM_MS);
    const last = await watchCall(call, { deadline: Deadline.after(GRACE_MS / 1000), cancel: insist });
    clearTimeout(term);
    const isResult = last.sighting.kind === 'pair' || last.sighting.kind === 'blanked';
    return { sighting: isResult ? last.sighting : watched.sighting, mayHaveSent: true };
}
async function waitForExplanation({ home, claude, modelRequest }, watched, cancel) {
    if (!home.lock())
        return watched;
    const ends = [modelRequest, cancel].map(signal => sleep(EXPLANATION_MS, null, { signal, ref: false }).catch(() => null));
    const exit = await Promise.race([claude.exited, ...ends]);
    return exit === null ? watched : { ...watched, sighting: { kind: 'exited', exit } };
}

;// CONCATENATED MODULE: ./src/core/claude/claude-call.ts














const MAX_READS = 10;
const READ_AGAIN_MS = 200;
async function claude_call_callClaude(exchange, unknownOptions) {
    const { home, program } = exchange;
    const modelRequest = new AbortController();
    let claude = null;
    const listener = await ModelListener.open(connection => claude?.hasMade(connection) ?? 'no', () => {
        modelRequest.abort();
    });
    try {
        const environment = claudeEnvironment(exchange.environment, home, listener.baseUrl);
        const command = [program.path, ...claudeArguments(home.logs.debug, unknownOptions)];
        claude = await startProven(exchange, command, environment);
        const watched = await watchWithGrace({ home, claude, modelRequest: modelRequest.signal }, exchange);
        const end = claude.kill();
        if (watched.sighting.kind === 'pair')
            home.removeAfter(end);
        else
            await end;
        return await resultOf(exchange, watched, unknownOptions);
    }
    finally {
        listener.close();
    }
}
async function startProven({ home, proveSafe }, command, environment) {
    const claude = ClaudeProcess.start(home, command, environment);
    try {
        proveSafe();
        home.unlock();
        return claude;
    }
    catch (error) {
        await claude.kill();
        throw error;
    }
}
async function resultOf(exchange, { sighting, mayHaveSent: mayHaveSentBefore }, unknownOptions) {
    const { home, before, program, environment } = exchange;
    const judgement = sighting.kind === 'pair' ? sighting : await finalJudgement(home);
    if (judgement.kind === 'pair') {
        const { newPair } = judgement;
        return { newPair, output: printedOutput(home, { logins: [before, newPair], environment }) };
    }
    const unknownOption = sighting.kind === 'exited' ? unknownOptionIn(readTextOrEmpty(home.logs.stderr)) : null;
    const mayHaveSent = mayHaveSentBefore || home.isExchangeUnderWay();
    if (unknownOption !== null && !unknownOptions.has(unknownOption) && !mayHaveSent)
        return { unknownOption };
    const hiding = { logins: [before], environment };
    const output = printedOutput(home, hiding);
    const log = orNull(() => readTextIfExists(home.logs.debug) ?? '');
    const debug = log ?? '';
    const sign = failureSignIn(`${debug}\n${output}`);
    const failure = classifyFailure({
        sighting: judgement.kind === 'nothing' ? sighting : judgement,
        mayHaveSent,
        sign,
        output,
        program,
        proxyFault: proxyFaultIn(environment)
    });
    const logLine = sign !== null && debug.includes(sign.line) ? shownLine(sign.line, hiding) : null;
    return { ...failure, output, logLine, isLogRead: log !== null };
}
async function finalJudgement(home) {
    for (let reads = 1;; reads += 1) {
        try {
            return home.judge();
        }
        catch (error) {
            if (reads === MAX_READS) {
                home.keep();
                const why = `cannot read the isolated HOME ${home.path} (${errorCode(error)}), which may hold the new tokens`;
                const message = `${why}; it is kept, and the next run that can read it recovers them`;
                const remedy = 'Do not delete that folder: it may have the only copy of the login. Make it readable, then run it again.';
                throw new RefreshError('not-refreshed', message, remedy);
            }
            await sleep(READ_AGAIN_MS);
        }
    }
}

;// CONCATENATED MODULE: ./src/core/claude/exchange.ts






const RETRY_WAITS_MS = (/* unused pure expression or super */ null && ([1000, 3000]));
const RETRY_SPAN_MS = 10_000;
const MIN_TRY_MS = 5000;
async function exchange_letClaudeRefresh(exchange) {
    const { log } = exchange;
    const unknownOptions = new Set(optionsUnknownTo(exchange.program.version));
    let firstFailure = null;
    let tokenUse = 'not-sent';
    let call = callClaude;
    for (let tries = 0;;) {
        if (exchange.cancel.aborted) {
            throw withoutPair({ reason: 'cancelled', message: 'stopped before `claude` had refreshed the login', tokenUse });
        }
        if (call === callClaude)
            traceStart(log, exchange.home.path);
        const useBefore = tokenUse;
        const result = await call(exchange, unknownOptions).catch((error) => {
            throw afterTries(error, useBefore);
        });
        call = seedAndCall;
        if ('newPair' in result) {
            exchange.afterwards(traceSuccess.bind(null, log, result.output));
            return result.newPair;
        }
        if ('unknownOption' in result) {
            unknownOptions.add(result.unknownOption);
            traceUnknownOption(log, result.unknownOption);
            continue;
        }
        tokenUse = worseOf(tokenUse, result.tokenUse);
        firstFailure ??= Deadline.after(RETRY_SPAN_MS / 1000);
        const waitMs = result.isRepeatable ? waitBeforeRetry(tries, firstFailure, exchange.deadline) : null;
        if (waitMs === null) {
            exchange.afterwards(traceFailure.bind(null, log, result));
            throw withoutPair({ ...result, tokenUse });
        }
        traceRetry(log, result, waitMs);
        tries += 1;
        await sleep(waitMs, null, { signal: exchange.cancel }).catch(() => null);
    }
}
function waitBeforeRetry(tries, firstFailure, deadline) {
    const waitMs = RETRY_WAITS_MS[tries];
    if (waitMs === undefined || firstFailure.remainingMs() <= waitMs)
        return null;
    return deadline.remainingMs() < waitMs + MIN_TRY_MS ? null : waitMs;
}
async function seedAndCall(exchange, unknownOptions) {
    exchange.home.seed(exchange.before);
    return callClaude(exchange, unknownOptions);
}

// EXTERNAL MODULE: ./src/core/home/seeded-login.ts
var seeded_login = __webpack_require__(1307);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/core/home/home-seeds.ts
var home_seeds = __webpack_require__(163);
// EXTERNAL MODULE: ./src/core/system/allowed-variables.ts
var allowed_variables = __webpack_require__(6777);
;// CONCATENATED MODULE: ./src/core/claude/keychain.ts









const CLI_FILE_NAME = '.credentials.json';
const SERVICE = 'Claude Code-credentials';
const TIMEOUT_MS = 10_000;
function refuseFileBesideKeychain(file, environment, log) {
    if (process.platform !== 'darwin')
        return;
    for (const { service, status } of itemsInPlaceOf(file, environment)) {
        if (status === 0)
            throw staleFileError(file, service);
        if (status === home_seeds/* NO_SUCH_ITEM */.e9)
            continue;
        log.trace(`# the Keychain does not say whether it holds "${service}" (exit ${status ?? 'none'}): the file is used`);
    }
}
function findKeychainItem(file, environment) {
    if (process.platform !== 'darwin')
        return null;
    for (const { service, status } of itemsInPlaceOf(file, environment))
        if (status === 0)
            return service;
    return null;
}
function* itemsInPlaceOf(file, environment) {
    for (const service of servicesOf(file, environment))
        yield { service, status: statusOfItem(service, environment) };
}
function staleFileError({ given }, service) {
    return new reasons/* RefreshError */.M4('usage', `the Keychain has a login ("${service}"), which \`claude\` uses instead of ${given}; the refresh token in the file may be used up`, `Name a file with a login of its own with \`--creds\`. ${reasons/* NOT_SENT */.FY}`);
}
function servicesOf({ real }, { CLAUDE_CONFIG_DIR: chosen = '' }) {
    const folders = [
        [SERVICE, (0,or_null/* orNull */.X)(() => external_node_path_default().join((0,external_node_os_.homedir)(), '.claude')) ?? ''],
        [`${SERVICE}-${suffixOf(chosen)}`, chosen]
    ];
    const isIn = (folder) => folder !== '' && (isSameFile(external_node_path_default().join(folder, CLI_FILE_NAME), real) || isNewFileIn(folder, real));
    return folders.filter(([, folder]) => isIn(folder)).map(([service]) => service);
}
function suffixOf(folder) {
    return (0,external_node_crypto_.createHash)('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8);
}
function isNewFileIn(folder, file) {
    return !(0,external_node_fs_.existsSync)(file) && external_node_path_default().basename(file) === CLI_FILE_NAME && isSameFile(folder, external_node_path_default().dirname(file));
}
function isSameFile(one, other) {
    const [a, b] = [one, other].map(file => (0,or_null/* orNull */.X)(() => (0,external_node_fs_.statSync)(file, { bigint: true })));
    return a != null && a.ino === b?.ino && a.dev === b.dev;
}
function statusOfItem(service, caller) {
    const PATH = [...(0,allowed_variables/* absoluteEntries */.e0)(caller.PATH), '/usr/bin'].join((external_node_path_default()).delimiter);
    const env = { ...(0,allowed_variables/* allowedVariables */.AR)(caller), PATH, HOME: caller.HOME };
    const args = ['find-generic-password', '-a', accountOf(caller), '-s', service];
    return (0,external_node_child_process_.spawnSync)('security', args, { env, stdio: 'ignore', timeout: TIMEOUT_MS }).status;
}
function accountOf({ USER = '' }) {
    return USER === '' ? ((0,or_null/* orNull */.X)(() => (0,external_node_os_.userInfo)().username) ?? 'claude-code-user') : USER;
}

// EXTERNAL MODULE: ./src/core/locks/store-lock.ts
var store_lock = __webpack_require__(9981);
// EXTERNAL MODULE: ./src/core/rejections.ts
var rejections = __webpack_require__(7755);
// EXTERNAL MODULE: ./src/core/write-back/composition.ts
var composition = __webpack_require__(4035);
;// CONCATENATED MODULE: ./src/core/refuse-unsafe.ts




function refuse_unsafe_refuseUnsafe({ file, folder, environment, log }, login) {
    (0,composition/* refuseTooLarge */.Aj)(file, login);
    (0,store_lock/* refuseStoreThatCannotBeLocked */.d)(file);
    refuseFileBesideKeychain(file, environment, log);
    (0,rejections/* refuseRejected */.LW)(folder, login);
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./src/core/credentials/login-end.ts
var login_end = __webpack_require__(3435);
// EXTERNAL MODULE: ./src/core/login-command.ts
var login_command = __webpack_require__(2058);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
;// CONCATENATED MODULE: ./src/core/report-draft.ts








class report_draft_ReportDraft {
    onPhase;
    creds = null;
    claude = null;
    before = null;
    current = null;
    waiting = [];
    #startMs = external_node_perf_hooks_.performance.now();
    #phases = [];
    #warnings = [];
    #isSentBefore = false;
    #phase = null;
    constructor(onPhase = () => undefined) {
        this.onPhase = onPhase;
    }
    enter(name) {
        this.#endPhase();
        this.onPhase(name);
        this.#phase = { name, startMs: external_node_perf_hooks_.performance.now() };
    }
    warn(...sentences) {
        this.#warnings.push(...sentences.map(redact/* safeLine */.om));
    }
    onSentBefore = () => {
        this.#isSentBefore = true;
    };
    refreshed(after) {
        const odd = 'the new tokens are in the file, but `claude` stored an impossible expiry date with them';
        const validity = after.expiresAtMs === null ? odd : (0,credentials_validity/* describeValidity */.Aw)(after);
        const now = this.#withoutWrongEnd(after, (0,login_end/* hasEnded */.hY)(after.loginExpiresAtMs));
        return this.#report('refreshed', now, `refreshed ${this.creds ?? ''}: ${validity}${endNote(now)}`);
    }
    refreshedByAnother(after) {
        const now = this.#withoutWrongEnd(after, (0,login_end/* hasEnded */.hY)(after.loginExpiresAtMs));
        const how = 'was refreshed by another run or `claude` session';
        return this.#report('refreshed', now, `${this.creds ?? ''} ${how}: ${(0,credentials_validity/* describeValidity */.Aw)(now)}${endNote(now)}`);
    }
    recovered(after) {
        const now = this.#withoutWrongEnd(after, (0,login_end/* isEndDisproven */.g_)(after));
        const what = `recovered ${this.creds ?? ''} from an interrupted run`;
        return this.#report('recovered', now, `${what}: ${(0,credentials_validity/* describeValidity */.Aw)(now)}${endNote(now)}`);
    }
    stillValid(login) {
        const whyNot = (0,credentials_validity/* whyNotUsed */.vi)(login);
        if (whyNot !== null)
            this.warn(whyNot);
        const validity = `${(0,credentials_validity/* describeValidity */.Aw)(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to do for ${this.creds ?? ''}: ${validity}`);
    }
    nothingToRecover(login) {
        const validity = `${(0,credentials_validity/* describeValidity */.Aw)(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to recover for ${this.creds ?? ''}: ${validity}`);
    }
    ready(login, facts) {
        const by = this.claude === null ? '' : ` with claude ${this.claude.version ?? this.claude.path}`;
        const validity = `${(0,credentials_validity/* describeTokenValidity */.bs)(login)}${endNote(login)}`;
        const what = [...facts, validity, 'no token was sent, and no file was changed'].join('; ');
        return this.#report('ready', login, `ready to refresh ${this.creds ?? ''}${by}: ${what}`);
    }
    failed(error) {
        const login = this.current ?? this.before;
        const endMs = login === null ? null : (0,login_end/* endOf */.pJ)(login);
        const isExpired = error.reason === 'login-rejected' && endMs !== null && (0,login_end/* hasEnded */.hY)(endMs);
        const report = isExpired
            ? this.#report('login-expired', login, `${error.message}; ${(0,login_end/* describeEnd */.lA)(endMs)}, the date set at its sign-in`)
            : this.#report(error.reason, login, error.message);
        const isUseless = login === null || isExpired || !(0,credentials_validity/* isUsable */.Ng)(login);
        return { ...report, remedy: this.#withCommand(error.remedy, isUseless) };
    }
    get #elapsedMs() {
        return Math.round(external_node_perf_hooks_.performance.now() - this.#startMs);
    }
    #endPhase() {
        if (this.#phase === null)
            return;
        this.#phases.push({ name: this.#phase.name, ms: Math.round(external_node_perf_hooks_.performance.now() - this.#phase.startMs) });
        this.#phase = null;
    }
    #withoutWrongEnd(after, isWrong) {
        if (!isWrong || after.loginExpiresAtMs === null)
            return after;
        if (this.before === null || !(0,login_end/* isEndDisproven */.g_)(this.before)) {
            const date = (0,times/* describeMoment */.oL)(after.loginExpiresAtMs, Date.now());
            this.warn(`this login was refreshed after ${date}, the end date set at sign-in, so that date is wrong: the end now counts as unknown`);
        }
        return { ...after, loginExpiresAtMs: null };
    }
    #withCommand(remedy, isUseless) {
        if (this.creds === null)
            return remedy;
        return (0,redact/* safeLine */.om)((0,login_command/* withLoginCommand */.$m)(remedy, (isUseless ? login_command/* signInCommand */.aK : login_command/* replaceCommand */.SU)(this.creds)));
    }
    #otherPairsNote() {
        const paths = this.waiting.map(({ path }) => path);
        const [first] = paths;
        if (first === undefined)
            return null;
        const command = (0,login_command/* withCommand */.UE)((0,login_command/* fromFileCommand */.mg)(this.creds ?? '', first));
        return `tokens of another login are in ${paths.join(', ')}: delete that file, or put its login into the credentials file ${command}`;
    }
    #report(reason, now, message) {
        this.#endPhase();
        const { exitCode, remedy } = (0,reasons/* outcomeOf */.sG)(reason);
        const endMs = now === null ? null : (0,login_end/* endOf */.pJ)(now);
        if (this.#isSentBefore && !SHOWS_IF_USED.includes(reason))
            this.warn(token_use/* SENT_BEFORE */.VJ);
        const others = this.#otherPairsNote();
        if (exitCode === 0 && others !== null)
            this.warn(others);
        return {
            refreshed: reason === 'refreshed' || reason === 'recovered',
            reason,
            exitCode,
            creds: this.creds,
            previousExpiresAt: iso(this.before?.expiresAtMs),
            expiresAt: iso(now?.expiresAtMs),
            loginExpiresAt: iso(endMs),
            loginEndsSoon: (0,login_end/* endsWithin */._c)(endMs, login_end/* LOGIN_WARNING_MS */.wG),
            elapsedMs: this.#elapsedMs,
            claude: this.claude,
            phases: this.#phases,
            warnings: this.#warnings,
            message: (0,redact/* safeLine */.om)(exitCode === 0 || others === null ? message : `${message}; ${others}`),
            remedy
        };
    }
}
const SHOWS_IF_USED = ['refreshed', 'login-rejected', 'login-expired'];
function endNote(login) {
    const endMs = login.refreshToken === null ? null : (0,login_end/* endOf */.pJ)(login);
    return endMs === null ? '' : `; ${(0,login_end/* describeEnd */.lA)(endMs)}`;
}
function iso(ms) {
    return ms == null ? null : new Date(ms).toISOString();
}

// EXTERNAL MODULE: ./src/core/system/platform.ts
var platform = __webpack_require__(7746);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/core/write-back/write-back.ts
var write_back = __webpack_require__(3876);
;// CONCATENATED MODULE: ./src/core/refresh.ts
























const FRESH_MS = 5 * 60_000;
async function refresh(options, log) {
    const draft = new ReportDraft(phase => log.activity?.({ kind: 'phase', phase }));
    const deadline = Deadline.after(options.timeoutSeconds, options.startMs);
    const patience = { deadline, cancel: options.cancel, onWait: reportWaiting(log) };
    const atTheEnd = [];
    const afterwards = (show) => void atTheEnd.push(show);
    try {
        draft.creds = absolutePath(options.credsPath, options.credsFrom);
        refuseWindows();
        const { file, recovered } = await findOrRecover(draft.creds, options.credsFrom, { ...options, ...patience });
        if (recovered !== null && isFresh(recovered, options))
            return draft.recovered(recovered);
        const seen = readBeforeLock(file);
        draft.before = seen;
        if (!WorkFolder.isInUse(file))
            refuseUnrefreshable(file.given, seen, options.minValidityMs);
        draft.enter('lock');
        const refreshUnderLock = () => whileLocked(file, patience, locks => {
            draft.warn(...locks.warnings);
            return refreshLocked({ file: locks.file, seen, locks, deadline, options, log, afterwards, draft });
        });
        if (seen === null || !isValidAsAsked(seen, options.minValidityMs))
            return await refreshUnderLock();
        return await orStillValid({ file, options, draft }, () => isPairWaiting(file) ? refreshUnderLock() : draft.stillValid(seen));
    }
    catch (error) {
        if (error instanceof RefreshError)
            return draft.failed(error);
        throw error;
    }
    finally {
        for (const show of atTheEnd)
            show();
    }
}
async function orStillValid({ file, options, draft }, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof RefreshError) || error.reason === 'cancelled')
            throw error;
        const now = readGoodLogin(file);
        if (now === null || !isValidAsAsked(now, options.minValidityMs))
            throw error;
        const why = `${error.message}. ${withoutTokenNote(error.remedy)}`.replace(/\.? ?$/, '');
        draft.warn(`an interrupted run may have left newer tokens, which could not be recovered: ${why}`);
        return draft.stillValid(now);
    }
}
async function refreshLocked(run) {
    const { file, seen, locks, options, draft } = run;
    draft.enter('prepare');
    const { onSentBefore } = draft;
    const recovered = await recoverAbandoned({ file, folder: locks.folder, insist: options.insist, onSentBefore });
    draft.waiting = rescuesIn(locks.folder);
    if (recovered !== null && isFresh(recovered, options))
        return draft.recovered(recovered);
    const before = readLogin(file);
    forgetOtherRejection(locks.folder, before);
    draft.before = seen ?? before;
    if (before.refreshToken === null) {
        if (isValidAsAsked(before, options.minValidityMs))
            return draft.stillValid(before);
        throw cannotRefresh(file.given, before);
    }
    const isChanged = recovered === null && seen !== null && fingerprint(seen) !== fingerprint(before);
    if (isChanged && (before.expiresAtMs === null || isFresh(before, options)))
        return draft.refreshedByAnother(before);
    if (isValidAsAsked(before, options.minValidityMs))
        return draft.stillValid(before);
    return refreshByClaude(run, before);
}
async function refreshByClaude(run, before) {
    const { file, locks, options, log, draft } = run;
    const { folder, check } = locks;
    draft.current = before;
    refuseUnsafe({ file, folder, environment: options.environment, log }, before);
    const program = await findClaude(options.environment, { deadline: run.deadline, cancel: options.cancel });
    draft.claude = program;
    const home = IsolatedHome.create(folder, before);
    const replacement = new Replacement(file, home.newReplacementPath(), { like: before.stats });
    try {
        draft.enter('exchange');
        const proveSafe = () => {
            replacement.reserve();
            home.reserve();
            check();
        };
        const exchange = { ...run, ...options, program, home, before, proveSafe };
        const newPair = await exchangeOrRemember(exchange, folder);
        draft.enter('write back');
        addToLineage(folder, newPair);
        const written = await writeBack({ file, folder, replacement, keepSafe: document => keepSafe(folder, home, document) }, newPair, before.document);
        forgetRejection(folder);
        return draft.refreshed(written);
    }
    finally {
        if (!home.isKept)
            replacement.discard();
        await home.remove();
    }
}
async function exchangeOrRemember(exchange, folder) {
    try {
        return withCredibleExpiry(await letClaudeRefresh(exchange));
    }
    catch (error) {
        if (error instanceof LoginRejected)
            rememberRejection(folder, { pair: fingerprint(exchange.before), message: error.message });
        throw error;
    }
}
function isFresh(login, { minValidityMs }) {
    return (0,credentials_validity/* isGoodFor */.hn)(login, Math.max(FRESH_MS, minValidityMs));
}

;// CONCATENATED MODULE: ./src/core/dry-run.ts

















const MAX_PROOFS = 20;
async function dryRun(options, log) {
    const draft = new report_draft_ReportDraft();
    const deadline = core_deadline/* Deadline */.B.after(options.timeoutSeconds, options.startMs);
    try {
        draft.creds = (0,typed_path/* absolutePath */.Hi)(options.credsPath, options.credsFrom);
        (0,platform/* refuseWindows */.C)();
        const place = findPlaceOf(draft.creds, options);
        draft.before = loginBeforeLocks(place);
        refuseNeverRefreshed(place, draft.before);
        draft.enter('lock');
        const found = look(place, { options, log, draft });
        if (isRecovery(found))
            options.onRecovery?.();
        draft.enter('prepare');
        if (options.findsClaude)
            await findClaudeOrWarn(found, draft, { ...options, deadline });
        draft.enter('prove');
        proveWritable(place, found);
        refuseCancelled(options.cancel);
        return draft.ready(found.login, factsOf(place, found));
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return draft.failed(error);
        throw error;
    }
}
function loginBeforeLocks({ file, missing, incoming }) {
    return incoming ?? (file === null || missing !== null ? null : (0,credentials_file/* readBeforeLock */.rN)(file));
}
function refuseNeverRefreshed({ given, file }, login) {
    if (file === null || !work_folder/* WorkFolder */.y2.isInUse(file))
        (0,credentials_validity/* refuseUnrefreshable */.xY)(given, login, 0);
}
function look(place, context) {
    const { given, file } = place;
    if (file === null)
        return inNewFolderFor(given, folder => {
            context.draft.warn(...lookBesideMissingFolder(given, folder));
            return examine(place, { file: { given, real: given }, folder }, context);
        });
    const { folder, warnings } = lookAtLocks(file);
    context.draft.warn(...warnings);
    try {
        return examine(place, { file, folder }, context);
    }
    finally {
        folder.close();
    }
}
function examine(place, { file, folder }, { options, log, draft }) {
    const isThere = place.missing === null;
    const onlySignIns = !isThere && place.incoming === null;
    const runs = new InterruptedRuns({ folder, login: isThere ? (0,credentials_file/* readGoodLogin */.xm)(file) : place.incoming, onlySignIns });
    draft.waiting = runs.others;
    draft.warn(...runs.atWork.map(home => `the \`claude\` of a killed run is still running in ${home}`));
    if (runs.isSentBefore)
        draft.onSentBefore();
    const login = runs.waiting?.login ?? loginIn(place, file);
    if (login.refreshToken === null)
        throw (0,credentials_validity/* cannotRefresh */.d)(file.given, login);
    draft.current = login;
    const found = { login, waiting: runs.waiting };
    if (isRecovery(found))
        return found;
    refuse_unsafe_refuseUnsafe({ file, folder, environment: options.environment, log }, sized(login));
    const { rejection } = runs;
    if (rejection?.pair === (0,credentials_fingerprint/* fingerprint */.R)(login))
        (0,rejections/* refuseJustRejected */.HX)(folder, rejection, rejection.atMs);
    return found;
}
function loginIn({ incoming, missing }, file) {
    if (incoming !== null)
        return incoming;
    if (missing !== null)
        throw missing;
    return (0,credentials_file/* readLogin */.mN)(file);
}
function sized(login) {
    return { ...login, stats: { size: Buffer.byteLength(JSON.stringify(login.document)) } };
}
function isRecovery({ login, waiting }) {
    return waiting !== null && isFresh(login, { minValidityMs: 0 });
}
async function findClaudeOrWarn(found, draft, { environment, deadline, cancel }) {
    try {
        draft.claude = await (0,find_claude/* findClaude */.E)(environment, { deadline, cancel });
    }
    catch (error) {
        draft.warn(laterFailure(error, isRecovery(found)));
    }
}
function laterFailure(error, isRecovery) {
    const isForLater = error instanceof reasons/* RefreshError */.M4 && error.reason.startsWith('claude-');
    if (!isForLater || !isRecovery)
        throw error;
    return `the next run only restores saved tokens; the run after it would fail: ${error.message}`;
}
function proveWritable(place, { waiting }) {
    const makeNewFile = newFileMaker(place, waiting);
    if (place.file === null) {
        inNewFolderFor(place.given, folder => proveRoom(folder, makeNewFile));
        return;
    }
    for (let proofs = 0; proofs < MAX_PROOFS; proofs += 1) {
        const { folder } = lookAtLocks(place.file);
        try {
            if (proveRoom(folder, makeNewFile))
                return;
        }
        finally {
            folder.close();
        }
    }
    throw new reasons/* RefreshError */.M4('locked', `other runs of clr-refresh were using this login during the whole dry run; ${reasons/* NOT_SENT_HERE */.Al}`);
}
function refuseCancelled(cancel) {
    if (cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `stopped during the dry run; ${reasons/* NOT_SENT_HERE */.Al}`);
}
function factsOf({ missing, incoming }, { waiting }) {
    if (waiting === null)
        return missing !== null && incoming !== null ? ['the file can be created'] : [];
    const what = waiting.isNewLogin ? 'the login of an interrupted `clr login`' : 'the new tokens of an interrupted run';
    return [`the next run first puts ${what} into the file, from ${waiting.path}`];
}

// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
// EXTERNAL MODULE: ./src/core/programs/find-program.ts
var find_program = __webpack_require__(9411);
// EXTERNAL MODULE: ./src/core/programs/shim.ts
var shim = __webpack_require__(8504);
;// CONCATENATED MODULE: ./src/core/user-to-act-as.ts









const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
async function userToActAs(credsPath, patience, environment) {
    const file = (0,or_null/* orNull */.X)(() => fileOrPlace((0,typed_path/* absolutePath */.Hi)(credsPath)));
    const owner = file && (0,or_null/* orNull */.X)(() => (0,rights/* ownerToActFor */.wA)(file.real));
    if (file === null || owner === null)
        return null;
    const programs = await programsOfClaude(owner, patience, environment);
    return (0,or_null/* orNull */.X)(() => canReachAll(owner, file, { programs, environment })) === true ? owner : null;
}
function fileOrPlace(given) {
    return (0,credentials_path/* findPlace */.Pj)(given) ?? fileOrPlace(external_node_path_default().dirname(given));
}
function canReachAll(user, { given, real }, { programs, environment }) {
    const variables = (0,claude_environment/* claudeVariables */.I5)(environment);
    const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '');
    return (0,rights/* succeedsAs */.Gy)(user, () => {
        for (const name of [given, real])
            (0,external_node_fs_.readdirSync)(external_node_path_default().dirname(name));
        for (const name of files)
            (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(name, 'r'));
        for (const program of programs) {
            assertExecutable(program, user);
            if ((0,shim/* scriptHead */.sp)(program) !== '')
                assertExecutable(process.execPath, user);
        }
    });
}
async function programsOfClaude(user, patience, environment) {
    const found = await (0,find_program/* findProgram */.K)('claude', { environment, patience, user });
    if (found === null)
        return [];
    return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined);
}
function assertExecutable(program, { uid, gid }) {
    const stats = (0,external_node_fs_.statSync)(program);
    const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
    if ((stats.mode & bit) === 0)
        throw new Error('not executable');
}

// EXTERNAL MODULE: ./src/github-secrets/location.ts + 1 modules
var github_secrets_location = __webpack_require__(6442);
// EXTERNAL MODULE: ./src/github-secrets/target.ts
var target = __webpack_require__(1850);
// EXTERNAL MODULE: ./src/action/before-placing.ts + 3 modules
var before_placing = __webpack_require__(98);
// EXTERNAL MODULE: ./src/action/clr/start.ts
var start = __webpack_require__(9022);
// EXTERNAL MODULE: ./src/action/creds-json/place.ts
var creds_json_place = __webpack_require__(2610);
// EXTERNAL MODULE: ./src/action/only-copy.ts
var only_copy = __webpack_require__(8930);
// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __webpack_require__(626);
;// CONCATENATED MODULE: ./src/action/dry-run.ts














async function checkStep(options, given) {
    try {
        const state = post_state/* PostState */.Wu.rehearse(given.env, options.inputs.credsJson !== '');
        state.fileIsAt(options.creds);
        return await check(options, { ...given, state });
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        const message = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
        throw (0,token_use/* withoutPair */.re)({ reason: 'internal', message, tokenUse: 'not-sent' });
    }
}
async function check(options, context) {
    const { creds, findings, note } = options;
    const prove = (...lines) => {
        findings.proven = [...findings.proven, ...lines];
        for (const line of lines)
            note(`checked: ${line}`);
    };
    const findVersion = async (...wanted) => {
        const { resolveClaude } = await Promise.all(/* import() */[__webpack_require__.e(233), __webpack_require__.e(839)]).then(__webpack_require__.bind(__webpack_require__, 9839));
        const version = await resolveClaude(...wanted);
        prove(version);
        return version;
    };
    const { judged } = await (0,before_placing/* takeStepsBeforePlacing */.k)(options, findVersion, context);
    if (judged.target !== null)
        prove(provenOfSecrets(judged.target, judged));
    const { report, found } = await checkRefresh(options, judged, context);
    if (context.signals.cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `cancelled in a dry run; ${reasons/* NOT_SENT_HERE */.Al}`);
    if (report.exitCode !== 0)
        return report;
    prove(found, ...provenByCore(report));
    const isKept = judged.incoming === null || judged.target?.credentialsName != null;
    findings.ahead = isKept ? null : (0,only_copy/* lossAhead */.F)(creds);
    return report;
}
async function checkRefresh({ creds, credsFrom }, { incoming, timeoutSeconds, version }, { env, signals: { cancel } }) {
    const place = incoming === null ? null : (0,creds_json_place/* judgePlace */.tF)(creds, incoming.credentials, (0,creds_json_place/* runnerUid */.tt)(env));
    const environment = (0,start/* environmentFor */.DD)(env);
    const patience = { deadline: core_deadline/* Deadline */.B.after(timeoutSeconds), cancel };
    const isOurOwn = place !== null && place.owner === null;
    const user = isOurOwn ? null : await userToActAs(creds, patience, environment);
    const findsClaude = version === null && user === null;
    let isRecovery = false;
    const onRecovery = () => void (isRecovery = true);
    const options = { credsPath: creds, credsFrom, timeoutSeconds, environment, cancel, findsClaude, onRecovery };
    const report = await (0,rights/* withRightsOf */.tl)(user, () => dryRun({ ...options, incoming: place?.incoming ?? null }, SILENT));
    const found = whereFound(place);
    if (user === null || version !== null || report.exitCode !== 0)
        return { report, found };
    try {
        return { report: { ...report, claude: await (0,find_claude/* findClaude */.E)(environment, patience, user) }, found };
    }
    catch (error) {
        return { report: { ...report, warnings: [...report.warnings, laterFailure(error, isRecovery)] }, found };
    }
}
function whereFound(place) {
    if (place === null)
        return 'found a login with a refresh token';
    if (place.incoming === null)
        return 'the file already has the login of creds-json, with a refresh token';
    return 'creds-json has a login with a refresh token, and can be put into the file';
}
const SILENT = { trace: () => undefined, claudeOutput: () => undefined };
function provenOfSecrets({ location, credentialsName, accessTokenName }, { incoming, isContinued }) {
    const names = [credentialsName, accessTokenName].filter(name => name !== null).join(' and ');
    const isDated = credentialsName !== null && incoming?.storedAt != null && !isContinued;
    const age = isDated ? ', and creds-json is not older than it' : '';
    return `${(0,github_secrets_location/* describeSecret */.wr)(names, location)} can be written${age} (${target/* PROBE_NAME */.J4} was written and removed again)`;
}
function provenByCore({ claude }) {
    return [
        ...(claude === null ? [] : [`claude is ${claude.path}${claude.version === null ? '' : ` ${claude.version}`}`]),
        'no other run and no `claude` session holds a lock that a refresh needs',
        'there is enough disk space, and the file can be written'
    ];
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

/***/ 1914:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: function() { return /* binding */ compareVersions; },
/* harmony export */   uU: function() { return /* binding */ optionsUnknownTo; },
/* harmony export */   xe: function() { return /* binding */ claudeArguments; }
/* harmony export */ });
/* unused harmony export unknownOptionIn */
const OPTIONS = [
    ['--model', 'claude-sonnet-4-6'],
    ['--effort', 'low'],
    ['--no-session-persistence'],
    ['--no-chrome']
];
function claudeArguments(debugFile, unknown = new Set()) {
    const isKnown = (option) => !unknown.has(option[0] ?? '');
    return [...OPTIONS, ['--print', '.'], ['--debug-file', debugFile]].filter(isKnown).flat();
}
const LAST_VERSION_WITHOUT = new Map([
    ['--effort', '2.1.30'],
    ['--no-session-persistence', '2.0.0'],
    ['--no-chrome', '2.0.0'],
    ['--debug-file', '2.0.77']
]);
function optionsUnknownTo(version) {
    const isUnknown = ([, last]) => version !== null && compareVersions(version, last) <= 0;
    return new Set([...LAST_VERSION_WITHOUT].filter(isUnknown).map(([option]) => option));
}
function compareVersions(a, b) {
    const [ours, theirs] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10)));
    const differences = (ours ?? []).map((part, index) => part - (theirs?.[index] ?? 0));
    return differences.find(difference => difference !== 0) ?? 0;
}
function unknownOptionIn(stderr) {
    const name = /unknown option '(--[\w-]+)'/.exec(stderr)?.[1];
    return name !== undefined && LAST_VERSION_WITHOUT.has(name) ? name : null;
}


/***/ }),

/***/ 5082:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: function() { return /* binding */ findClaude; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2056);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6153);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3457);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
/* harmony import */ var _programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9411);
/* harmony import */ var _programs_shim_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8504);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7973);
/* harmony import */ var _claude_command_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1914);











async function findClaude(environment, patience, user) {
    const found = await (0,_programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__/* .findProgram */ .K)('claude', { environment, patience, ...(user === undefined ? {} : { user }) });
    if (found === null) {
        const why = `there is no \`claude\` on PATH${pathNote(environment.PATH)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-not-found', why);
    }
    if ('whyNot' in found)
        throw deadEndError(found);
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_7__/* .realPathOf */ .dN)(found.program);
    const manifest = manifestIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real)) ?? manifestIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real)));
    const claude = { path: found.program, version: versionOf(real, manifest) };
    refuseOldNode(claude, real, manifest);
    return claude;
}
const MAX_MISTAKES = 3;
function pathNote(pathVariable = '') {
    if (pathVariable === '')
        return ': PATH is empty';
    const mistakes = pathVariable.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().delimiter)).flatMap(entry => mistakeInEntry(entry) ?? []);
    return ['', ...mistakes.slice(0, MAX_MISTAKES)].join('; ');
}
function mistakeInEntry(entry) {
    const where = `its entry ${(0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(entry)}`;
    const mistake = (0,_credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__/* .likelyMistakeIn */ .eY)(entry, where);
    if (mistake !== null || entry === '' || node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(entry) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(entry, 'claude')))
        return mistake;
    return `${where} has a \`claude\`, but is relative, so it is not searched`;
}
function deadEndError(deadEnd) {
    const { manager } = deadEnd.shim;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-not-found', (0,_programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__/* .describeDeadEnd */ .B)('claude', deadEnd), `Choose a version in ${manager} for your user, not only for a project, or put the folder of the program itself first on PATH ` +
        `(\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`). ${_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_SENT */ .FY}`);
}
function versionOf(real, manifest) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real);
    if (/^\d+\.\d+\.\d+$/.test(name))
        return name;
    return typeof manifest?.version === 'string' ? manifest.version : null;
}
function manifestIn(folder) {
    const manifest = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)((0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'package.json'), 'utf8')) ?? '');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .OW)(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null;
}
const NATIVE_LAUNCHER = 'cli-wrapper.cjs';
function refuseOldNode({ version }, real, manifest) {
    if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test((0,_programs_shim_js__WEBPACK_IMPORTED_MODULE_5__/* .scriptHeadOrEmpty */ .qH)(real)))
        return;
    const engines = manifest?.engines;
    const required = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .OW)(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined;
    const ours = process.versions.node;
    if (required === undefined || (0,_claude_command_js__WEBPACK_IMPORTED_MODULE_8__/* .compareVersions */ .Zy)(ours, required) >= 0 || node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real) === NATIVE_LAUNCHER)
        return;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-failed', `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${required} or newer, but would run on Node ${ours}, the one that runs \`clr\``, `Install a \`claude\` that needs no Node (2.1.113 or newer), or run clr with Node ${required} or newer. ${_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_SENT */ .FY}`);
}


/***/ }),

/***/ 3435:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ parseEnd; },
/* harmony export */   _c: function() { return /* binding */ endsWithin; },
/* harmony export */   g_: function() { return /* binding */ isEndDisproven; },
/* harmony export */   hY: function() { return /* binding */ hasEnded; },
/* harmony export */   lA: function() { return /* binding */ describeEnd; },
/* harmony export */   pJ: function() { return /* binding */ endOf; },
/* harmony export */   wG: function() { return /* binding */ LOGIN_WARNING_MS; }
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);


const HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 8 * HOUR_MS;
const CLOCK_TOLERANCE_MS = HOUR_MS;
const LOGIN_WARNING_MS = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDurationMs */ .yi)(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY.loginWarning, 'login-warning');
function endOf(login, nowMs = Date.now()) {
    if (login.refreshToken === null)
        return login.expiresAtMs;
    return isEndDisproven(login, nowMs) ? null : login.loginExpiresAtMs;
}
function isEndDisproven({ expiresAtMs, loginExpiresAtMs }, nowMs = Date.now()) {
    if (expiresAtMs === null || loginExpiresAtMs === null)
        return false;
    const issuedAtMs = expiresAtMs - TOKEN_LIFETIME_MS;
    return issuedAtMs > loginExpiresAtMs && issuedAtMs <= nowMs + CLOCK_TOLERANCE_MS;
}
function parseEnd(loginExpiresAt) {
    const endMs = Date.parse(loginExpiresAt ?? '');
    return Number.isNaN(endMs) ? null : endMs;
}
function endsWithin(endMs, withinMs, nowMs = Date.now()) {
    return endMs !== null && endMs - nowMs <= withinMs;
}
function hasEnded(endMs, nowMs = Date.now()) {
    return endsWithin(endMs, 0, nowMs);
}
function describeEnd(endMs, nowMs = Date.now()) {
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(endMs, nowMs)}`;
}


/***/ }),

/***/ 9411:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ describeDeadEnd; },
/* harmony export */   K: function() { return /* binding */ findProgram; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4994);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6777);
/* harmony import */ var _shim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8504);
/* harmony import */ var _version_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9107);






const MAX_SHIMS = 3;
function findProgram(name, { environment, patience, user }) {
    if (patience === null)
        return searchPath(name, environment, null);
    return (0,_version_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .whileAsking */ .h)({ ...patience, environment, user }, ask => searchPath(name, environment, ask));
}
async function searchPath(name, environment, ask) {
    let deadEnd = null;
    for (const folder of (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .absoluteEntries */ .e0)(environment.PATH)) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name);
        if (!isProgram(candidate))
            continue;
        const found = await follow({ program: candidate, shim: null }, { environment, ask }, MAX_SHIMS);
        if ('program' in found)
            return found;
        deadEnd ??= found;
    }
    return deadEnd;
}
function describeDeadEnd(name, { shim: { path: shim, manager }, whyNot }) {
    return `${shim} is a shim of ${manager}, but \`${manager} which ${name}\`, outside of any project, ${whyNot}`;
}
async function follow({ program, shim: last }, { environment, ask }, left) {
    const next = (target, shim) => follow({ program: target, shim }, { environment, ask }, left - 1);
    const shim = (0,_shim_js__WEBPACK_IMPORTED_MODULE_3__/* .shimAt */ .bj)(program);
    if (shim === null) {
        const wrapped = (0,_shim_js__WEBPACK_IMPORTED_MODULE_3__/* .wrappedInHome */ .Iw)(program, environment);
        return wrapped === null || !isProgram(wrapped) || left === 0 ? { program, shim: last } : next(wrapped, last);
    }
    if (ask === null)
        return { program, shim };
    if (left === 0)
        return { shim, whyNot: 'leads to another shim' };
    const answer = await ask(shim);
    if ('whyNot' in answer)
        return { shim, ...answer };
    if (!isProgram(answer.program))
        return { shim, whyNot: `names ${answer.program}, which is not a program` };
    return next(answer.program, shim);
}
function isProgram(candidate) {
    const isExecutableFile = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate).isFile();
    });
    return isExecutableFile ?? false;
}


/***/ })

};
;
"use strict";
exports.id = 51;
exports.ids = [51,143];
exports.modules = {

/***/ 75:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseClaudeVersion),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


function parseClaudeVersion(text) {
    const version = exactVersion(text);
    if (version !== null)
        return { kind: 'exact', version };
    if (/^(?!v\d)[a-z][a-z\d-]{0,30}$/.test(text))
        return { kind: 'tag', tag: text };
    const sentence = `claude-version must be a whole version such as 2.1.330, or latest, or stable; got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`;
    throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
}
function exactVersion(text) {
    return /^v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[a-z\d]+(?:[.-][a-z\d]+)*)?)$/i.exec(text)?.[1] ?? null;
}


/***/ }),

/***/ 6319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ secretTexts),
/* harmony export */   Vl: () => (/* binding */ assertFits),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4838);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9357);



const LARGEST_SECRET_BYTES = 48 * 1024;
function secretTexts(target, login) {
    const { credentialsName, accessTokenName, isBase64 } = target;
    const { credentialsJson, accessToken } = login;
    return [
        ...(credentialsName === null || credentialsJson === null
            ? []
            : [credentialsText(credentialsName, credentialsJson, isBase64)]),
        ...(accessTokenName === null ? [] : [{ name: accessTokenName, isLogin: false, textAt: () => accessToken }])
    ];
}
function credentialsText(name, credentialsJson, isBase64) {
    const { json } = (0,_stamp_js__WEBPACK_IMPORTED_MODULE_1__/* .readStamp */ .U)(credentialsJson);
    const jsonAt = (now) => (now === null ? json : (0,_stamp_js__WEBPACK_IMPORTED_MODULE_1__/* .stampedCredentials */ .R)(json, now));
    return { name, isLogin: true, textAt: isBase64 ? now => (0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .toBase64 */ .nk)(jsonAt(now)) : jsonAt };
}
const GROWTH_BYTES = 1024;
function assertFits(target, login) {
    const sentence = secretTexts(target, login)
        .map(text => tooLarge(text, GROWTH_BYTES))
        .find(text => text !== null);
    if (sentence !== undefined)
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}
function tooLarge({ name, textAt }, growthBytes = 0) {
    const bytes = Buffer.byteLength(textAt(new Date()));
    if (bytes + growthBytes <= LARGEST_SECRET_BYTES)
        return null;
    const room = growthBytes === 0 ? '' : `, with ${growthBytes} more for longer tokens`;
    return `${name} would have ${bytes} bytes${room}, and GitHub stores at most ${LARGEST_SECRET_BYTES} (48 KB) in a secret`;
}


/***/ }),

/***/ 5051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// UNUSED EXPORTS: secondsLeft

// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(9890);
// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __webpack_require__(3438);
// EXTERNAL MODULE: ./src/core/deadline.ts
var core_deadline = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/core/options.ts
var options = __webpack_require__(3457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/core/system/rights.ts


function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,external_node_fs_.statSync)(external_node_path_default().dirname(real));
    if (folder.uid === 0)
        return null;
    return { uid: folder.uid, gid: folder.gid === 0 ? folder.uid : folder.gid };
}
function become({ uid, gid }) {
    process.setgroups?.([gid]);
    process.setgid?.(gid);
    process.setuid?.(uid);
}
async function withRightsOf(user, work) {
    const takeBack = user === null ? null : putRightsAside(user);
    try {
        return await work();
    }
    finally {
        takeBack?.();
    }
}
function withOwnRights(work) {
    const [uid, own] = [process.geteuid?.() ?? 0, process.getuid?.() ?? 0];
    process.seteuid?.(own);
    try {
        work();
    }
    finally {
        process.seteuid?.(uid);
    }
}
function succeedsAs(user, look) {
    const takeBack = putRightsAside(user);
    try {
        look();
        return takeBack !== null;
    }
    catch {
        return false;
    }
    finally {
        takeBack?.();
    }
}
function putRightsAside({ uid, gid }) {
    const [groups, ownGid] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0];
    const takeBack = () => {
        process.seteuid?.(0);
        process.setegid?.(ownGid);
        process.setgroups?.(groups);
    };
    try {
        process.setgroups?.([gid]);
        process.setegid?.(gid);
        process.seteuid?.(uid);
        return takeBack;
    }
    catch {
        attempt(takeBack);
        return null;
    }
}
function attempt(work) {
    try {
        work();
    }
    catch {
    }
}

// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __webpack_require__(1500);
// EXTERNAL MODULE: ./src/action/account.ts
var action_account = __webpack_require__(7669);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/core/credentials/bounds.ts
var bounds = __webpack_require__(7609);
// EXTERNAL MODULE: ./src/core/json.ts
var core_json = __webpack_require__(6153);
;// CONCATENATED MODULE: ./src/action/creds-json/not-json.ts


const STORE_JSON = `Store the login as one line of JSON: \`jq -c . ~/.claude/.credentials.json | gh secret set NAME\`; if there is none, log in first: run \`claude\`, then \`/login\`. ${reasons/* NOT_SENT */.FY}`;
const GIVE_SECRET = `Give the step the secret itself: \`creds-json: \${{ secrets.NAME }}\`. ${reasons/* NOT_SENT */.FY}`;
const GIVE_PATH = `Give the path as \`creds\`, and leave creds-json out. Or ${STORE_JSON.replace(/^S/, 's')}`;
const MISTAKES = [
    [/^\*+$/, 'is a masked value: nothing but asterisks', GIVE_SECRET],
    [/^\[object \w+\]$/, 'is an object that was turned into a text without toJSON()', GIVE_SECRET],
    [/^\$|^%\w+%$/, 'is an expression or a variable that nothing has filled in', GIVE_SECRET],
    [/^["']?sk-ant-api/, 'is an API key, which is never refreshed'],
    [/^["']?sk-ant-/, 'is a bare token, not the JSON that `claude` stores at login'],
    [/^(?:export\s+)?\w+\s*(?:=(?!=|$)|:\s*["']?\{)/, 'begins with a name; only what comes after it is wanted'],
    [/^(["'`])[^]*\1$/, 'has quotes around it; only what is between them is wanted'],
    [/^\{\s*\\/, 'has backslashes before its quotes'],
    [/^\{\s*'/, 'has single quotes where JSON has double ones'],
    [/^\{\s*\w/, 'has lost its quotes, perhaps to a shell'],
    [/^\{/, 'begins like JSON, but is not: it was cut short, or changed'],
    [/^(?:~|\.{1,2})?\/(?!\/).*$|^[a-z]:\\.*$|^\S+\.json$/i, 'is the path of a file, not what is in it', GIVE_PATH]
];
function refusalOfText(text) {
    const { json, isBase64 } = (0,base64/* unwrapBase64 */.zF)(text);
    if (isBase64)
        return refusal('is base64 of what begins like JSON, but is not: it was cut short, or changed');
    const [, sentence, remedy] = MISTAKES.find(([looks]) => looks.test(json.trim())) ?? [];
    return refusal(sentence ?? describeBase64(text) ?? 'is neither JSON nor base64 of JSON', remedy);
}
function refusal(sentence, remedy = STORE_JSON) {
    return new reasons/* RefreshError */.M4('creds-invalid', `creds-json ${sentence}`, remedy);
}
const SHORTEST_BASE64 = 16;
function describeBase64(text) {
    const decoded = text.length < SHORTEST_BASE64 ? null : (0,base64/* decodeBase64 */.y4)(text);
    if (decoded === null)
        return null;
    if (decoded.includes('\0'))
        return 'is base64 of UTF-16 text; JSON is UTF-8';
    return (0,base64/* unwrapBase64 */.zF)(decoded).isBase64
        ? 'is base64 of base64; once is enough'
        : 'is base64 of a text that is not a JSON object';
}

;// CONCATENATED MODULE: ./src/action/creds-json/bounds.ts



function checkBounds(json) {
    if (Buffer.byteLength(json) > bounds/* MAX_CREDENTIALS_BYTES */.M) {
        throw refusal(`is larger than ${bounds/* MAX_CREDENTIALS_SIZE */.A}; credentials have a few kB, so this is something else`);
    }
    if ((0,core_json/* isNestedTooDeep */.kq)(json)) {
        throw refusal(`is nested deeper than ${core_json/* MAX_JSON_DEPTH */.KX} levels; credentials have about 4, so this is something else`);
    }
}

// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __webpack_require__(4600);
// EXTERNAL MODULE: ./src/action/stamp.ts
var stamp = __webpack_require__(9357);
;// CONCATENATED MODULE: ./src/action/creds-json/parse.ts






function parseIncoming(text) {
    const { json, storedAt } = (0,stamp/* readStamp */.U)((0,base64/* unwrapBase64 */.zF)(text).json);
    try {
        return { credentials: (0,credentials/* parseLogin */.$n)(json), storedAt };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        if (!isJson(json))
            throw refusalOfText(text);
        const sentence = error.message.replace(/\bthe file\b/g, 'the text');
        throw new reasons/* RefreshError */.M4('creds-invalid', `creds-json: ${sentence}`, STORE_JSON);
    }
}
function isJson(text) {
    const value = (0,core_json/* parseJson */.qF)(text);
    return value !== undefined && typeof value !== 'string';
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
;// CONCATENATED MODULE: ./src/core/system/group-members.ts



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
const PATIENCE_MS = 5000;
function linesOf(database, key) {
    const { error, stdout } = (0,external_node_child_process_.spawnSync)('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
        encoding: 'utf8',
        env: {},
        maxBuffer: MAX_BYTES,
        timeout: PATIENCE_MS
    });
    if (error !== undefined && (0,system_error/* errorCode */.CA)(error) !== 'ENOENT')
        return null;
    const text = error === undefined ? stdout : (0,read/* readTextIfAny */.$v)(`/etc/${database}`);
    return text.split('\n').map(line => line.split(':'));
}

;// CONCATENATED MODULE: ./src/core/credentials/folder-judgement.ts



function whyOthersMayWrite(file) {
    const folder = external_node_path_default().dirname(file.real);
    const stats = (0,external_node_fs_.statSync)(folder);
    const uid = process.geteuid?.() ?? stats.uid;
    if (stats.uid !== uid && uid === 0) {
        const why = `belongs to uid ${stats.uid}, and root works there only as that user, who must be able to reach it and run \`claude\``;
        return `${folder} ${why}: mount it where that user can (not below /root), install \`claude\` for everybody, or use --user ${stats.uid}`;
    }
    if (stats.uid !== uid && stats.uid !== 0) {
        return `${folder} belongs to uid ${stats.uid}, who could exchange the credentials: keep them in a folder of your own`;
    }
    if (isSticky(stats))
        return whySticky(file, uid);
    if ((stats.mode & 0o002) !== 0)
        return `everybody may write in ${folder}: run \`chmod go-w ${folder}\``;
    const isShared = (stats.mode & 0o020) !== 0 && stats.gid !== 0 && hasOtherMembers(stats.gid, uid);
    return isShared ? `the group ${stats.gid} may write in ${folder}: run \`chmod g-w ${folder}\`` : null;
}
function whyOthersMayMoveLink({ given, real }) {
    const link = external_node_path_default().join((0,external_node_fs_.realpathSync)(external_node_path_default().dirname(given)), external_node_path_default().basename(given));
    return link === real ? null : whyOthersMayWrite({ given, real: link });
}
function isSticky({ mode }) {
    return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0;
}
function whySticky(file, uid) {
    const stats = (0,external_node_fs_.lstatSync)(file.real, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid === uid)
        return null;
    return `${file.given} belongs to uid ${stats.uid}, in a folder in which everybody may write: keep it in a folder of your own`;
}

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
        const remedy = `Take that away with \`chattr -ia ${file.real} ${folder}\`. ${reasons/* NOT_SENT */.FY}`;
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
    }
}

;// CONCATENATED MODULE: ./src/core/system/mount-point.ts

function isMountPoint(file) {
    const mounts = (0,read/* readTextIfThere */.pM)('/proc/self/mountinfo') ?? '';
    return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __webpack_require__(1380);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
;// CONCATENATED MODULE: ./src/core/credentials/mounted-file.ts





function refuseMountedFile(file) {
    if (!(0,unreadable/* orUnreadable */.p)(file.given, () => isMountPoint(file.real)))
        return;
    const folder = external_node_path_default().dirname(file.real);
    const lines = [
        `docker run and compose: HOST_FOLDER:${folder}`,
        `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
    ].join('; ');
    const why = `${file.given} is mounted by itself, so its lock and a new pair would stay in this container`;
    const waiting = (0,work_folder/* waitingNote */.w5)(file);
    const first = waiting === '' ? '' : `${waiting}: copy them out of this container first`;
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${why}: mount its folder instead (${lines})${first}`);
}

;// CONCATENATED MODULE: ./src/core/locks/cli-lock-paths.ts


const CLI_FILE_NAME = '.credentials.json';
function cliLocksFor(file) {
    return configFoldersOf(file).flatMap(configFolder => [
        { path: external_node_path_default().join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
        { path: `${configFolder}.lock`, configFolder, isLegacy: true }
    ]);
}
function cli_lock_paths_storeLockPaths(file) {
    return configFoldersOf(file).map(configFolder => external_node_path_default().join(configFolder, '.storage-write.lock'));
}
function configFoldersOf({ given, real }) {
    const folders = [given, real].filter(name => external_node_path_default().basename(name) === CLI_FILE_NAME).flatMap(folderOf);
    return [...new Set(folders)];
}
function folderOf(file) {
    try {
        return [(0,external_node_fs_.realpathSync)(external_node_path_default().dirname(file))];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 2 modules
var process_identity = __webpack_require__(4721);
;// CONCATENATED MODULE: ./src/core/locks/cli-owner-record.ts






const SAME_BIRTH_MS = 0.01;
function ownerOf(lock) {
    const bornMs = birthOf(lock);
    const record = (0,core_json/* parseJson */.qF)((0,read/* readTextIfAny */.$v)(recordPath(lock)));
    if (!(0,core_json/* isJsonObject */.OW)(record))
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
    const alive = (0,process_identity/* isAlive */._n)(identity);
    return { pid, isElsewhere: false, isAlive: alive === 'yes', isDead: alive === 'no' };
}
function removeOwnerRecord(lock) {
    try {
        (0,external_node_fs_.rmSync)(recordPath(lock), { force: true });
    }
    catch {
    }
}
function birthOf({ path: lockPath }) {
    try {
        return (0,external_node_fs_.lstatSync)(lockPath, { throwIfNoEntry: false })?.birthtimeMs ?? 0;
    }
    catch {
        return 0;
    }
}
function recordPath({ configFolder }) {
    return external_node_path_default().join(configFolder, '.oauth_refresh.lock.owner');
}
function identityIn({ procStart, pidDomain, pidSpace }, pid) {
    const { bootId, pidNamespace } = (0,process_identity/* ownIdentity */.hY)();
    const startTicks = typeof procStart === 'string' ? procStart : null;
    if (process.platform !== 'linux')
        return { pid, startTicks: null, bootId: null, pidNamespace: null };
    const isHere = pidDomain === `linux:${machineId()}:${pidNamespace ?? ''}` &&
        pidSpace === `${(0,external_node_os_.hostname)()}${pidNamespace === null ? '' : `#${pidNamespace}`}`;
    return isHere ? { pid, startTicks, bootId, pidNamespace } : null;
}
function machineId() {
    try {
        return (0,external_node_fs_.readFileSync)('/etc/machine-id', 'utf8').trim();
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/core/locks/no-lock.ts


function no_lock_isForeign({ path: lockPath, configFolder }) {
    const owner = (0,external_node_fs_.lstatSync)(lockPath, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && ![process.geteuid?.(), 0, (0,external_node_fs_.statSync)(configFolder).uid].includes(owner);
}
function whatIsNoLock(lockPath) {
    const stats = (0,external_node_fs_.lstatSync)(lockPath, { throwIfNoEntry: false });
    if (stats === undefined)
        return null;
    if (stats.isDirectory())
        return isEmpty(lockPath) ? null : 'a folder that is not empty';
    return stats.isSymbolicLink() ? 'a link' : 'a file';
}
function no_lock_refuseWhatIsNoLock(lockPath) {
    const what = whatIsNoLock(lockPath);
    if (what !== null)
        throw (0,not_writable/* inTheWay */.M)(lockPath, `it is ${what}, where \`claude\` makes an empty folder as its lock`);
}
function isEmpty(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).length === 0;
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./src/core/system/remove.ts

function removeIfPossible(entry) {
    try {
        (0,external_node_fs_.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/core/locks/cli-lock-record.ts








const RECORD = 'cli-locks.jsonl';
class LockRecord {
    folder;
    constructor(folder) {
        this.folder = folder;
    }
    make(lockPath) {
        if (external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined)
            return false;
        try {
            external_node_fs_default().mkdirSync(lockPath);
        }
        catch (error) {
            if ((0,system_error/* errorCode */.CA)(error) === 'EEXIST')
                return false;
            throw error;
        }
        try {
            external_node_fs_default().appendFileSync(this.folder.at(RECORD), `${JSON.stringify(describe(lockPath))}\n`, { mode: 0o600 });
            return true;
        }
        catch (error) {
            removeLock(lockPath);
            throw (0,not_writable/* notWritable */.G)(`cannot write in ${this.folder.path}`, error);
        }
    }
    remove() {
        removeIfPossible(this.folder.at(RECORD));
    }
}
function removeLocksOfTheDead(folder) {
    const record = folder.at(RECORD);
    const text = (0,unreadable/* orUnreadable */.p)(record, () => (0,read/* readTextIfThere */.pM)(record)) ?? '';
    for (const line of text.split('\n')) {
        const made = parseMade((0,core_json/* parseJson */.qF)(line));
        if (made !== null && isThere(made))
            removeLock(made.path);
    }
    removeIfPossible(record);
}
function removeLock(lockPath) {
    try {
        external_node_fs_default().rmdirSync(lockPath);
    }
    catch {
    }
}
function parseMade(value) {
    if (!(0,core_json/* isJsonObject */.OW)(value))
        return null;
    const { path: lockPath, ino, bornNs } = value;
    if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string')
        return null;
    return external_node_path_default().isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null;
}
function isThere(made) {
    try {
        const { ino, bornNs } = describe(made.path);
        return ino === made.ino && bornNs === made.bornNs && bornNs !== '0';
    }
    catch {
        return false;
    }
}
function describe(lockPath) {
    const { ino, birthtimeNs } = external_node_fs_default().lstatSync(lockPath, { bigint: true });
    return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) };
}

;// CONCATENATED MODULE: ./src/core/locks/cli-locks.ts








const RENEW_EVERY_MS = 2000;
const LOOK_EVERY_MS = 50;
const JUMP_MS = 1000;
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);
class CliLocks {
    folder;
    watch;
    #held = new Map();
    #warnings = [];
    #renewedAtMs = external_node_perf_hooks_.performance.now();
    #driftMs = driftMs();
    #isLost = false;
    #renewal;
    #record;
    constructor(folder, watch) {
        this.folder = folder;
        this.watch = watch;
        this.#record = new LockRecord(folder);
    }
    removeThoseOfTheDead() {
        removeLocksOfTheDead(this.folder);
    }
    get warnings() {
        return this.#warnings;
    }
    tryTake(lock) {
        try {
            if (no_lock_isForeign(lock)) {
                this.#warnings.push(`${lock.path} belongs to another user, so it is no lock of a session, and was left alone`);
                return true;
            }
            no_lock_refuseWhatIsNoLock(lock.path);
            if (this.#make(lock.path))
                return true;
            this.#removeIfAbandoned(lock);
            return false;
        }
        catch (error) {
            if (error instanceof reasons/* RefreshError */.M4)
                throw error;
            if (READ_ONLY.has((0,system_error/* errorCode */.CA)(error))) {
                this.#warnings.push(notKeptOff(lock, error));
                return true;
            }
            throw (0,not_writable/* notWritable */.G)(`cannot take the lock ${lock.path}`, error);
        }
    }
    removeOwnerRecord(lock) {
        if (this.#held.has(lock.path))
            removeOwnerRecord(lock);
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
    #removeIfAbandoned(lock) {
        const owner = ownerOf(lock);
        if (owner?.isAlive === true)
            return;
        if (owner?.isDead === true || this.watch.isAbandoned(lock.path))
            removeAbandoned(lock.path);
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
            const nowMs = Date.now() + 1 - Math.min(0, driftMs());
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
function notKeptOff({ path, isLegacy }, error) {
    const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`';
    return `cannot take the lock ${path}: ${(0,system_error/* explain */.WE)(error)}; ${who} are not kept from refreshing the same login`;
}
function removeAbandoned(lockPath) {
    try {
        external_node_fs_default().rmdirSync(lockPath);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'ENOENT')
            throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/core/locks/own-lock.ts











const own_lock_RENEW_EVERY_MS = 2000;
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
        }, own_lock_RENEW_EVERY_MS);
        this.#renewal.unref();
    }
    static tryTake(folder, watch) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,external_node_crypto_.randomBytes)(8).toString('hex');
        if (place(folder, lockPath, nonce))
            return new FileLock(lockPath, nonce);
        const holder = readHolder(lockPath);
        if (isGone(lockPath, holder.identity, watch))
            takeAway(folder, holder, watch);
        return holder;
    }
    isHeld() {
        return readHolder(this.lockPath).nonce === this.nonce;
    }
    release() {
        clearInterval(this.#renewal);
        try {
            if (this.isHeld())
                removeRecord(this.lockPath);
        }
        catch {
        }
    }
    #renew() {
        try {
            const now = new Date();
            if (this.#seemsHeld())
                (0,external_node_fs_.utimesSync)(this.lockPath, now, now);
        }
        catch {
        }
    }
    #seemsHeld() {
        try {
            return this.isHeld();
        }
        catch {
            return true;
        }
    }
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
        (0,external_node_fs_.writeFileSync)(external_node_path_default().join(stage, OWNER_RECORD), JSON.stringify({ nonce, ...(0,process_identity/* ownIdentity */.hY)() }), {
            mode: 0o600,
            flag: 'wx'
        });
        (0,external_node_fs_.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        removeIfPossible(stage);
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        if (code === 'ENOTDIR')
            throw (0,not_writable/* inTheWay */.M)(lockPath, 'it should be a folder of ours, and is the lock of the credentials file');
        throw (0,not_writable/* notWritable */.G)('cannot lock the credentials file', error);
    }
}
function readHolder(lockPath) {
    const file = external_node_path_default().join(lockPath, OWNER_RECORD);
    const record = (0,core_json/* parseJson */.qF)((0,unreadable/* orUnreadable */.p)(file, () => (0,read/* readTextIfThere */.pM)(file), 'it tells who holds the lock') ?? '');
    const nonce = (0,core_json/* isJsonObject */.OW)(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: (0,process_identity/* parseIdentity */.aZ)(record) };
}
function isGone(entry, identity, watch) {
    const alive = identity === null ? 'unknown' : (0,process_identity/* isAlive */._n)(identity);
    return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry));
}
function takeAway(folder, { nonce }, watch) {
    const lockPath = folder.at(LOCK_PREFIX);
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    if (!claim(mark, watch))
        return;
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
function claim(mark, watch) {
    try {
        (0,external_node_fs_.writeFileSync)(mark, JSON.stringify((0,process_identity/* ownIdentity */.hY)()), { flag: 'wx', mode: 0o600 });
        return true;
    }
    catch {
        const maker = (0,process_identity/* parseIdentity */.aZ)((0,core_json/* parseJson */.qF)((0,read/* readTextIfAny */.$v)(mark)));
        if (isGone(mark, maker, watch))
            removeIfPossible(mark);
        return false;
    }
}
function removeRecord(lockPath) {
    (0,external_node_fs_.unlinkSync)(external_node_path_default().join(lockPath, OWNER_RECORD));
    (0,external_node_fs_.rmdirSync)(lockPath);
}

;// CONCATENATED MODULE: ./src/core/locks/holder.ts


const ELSEWHERE = ' in another container or on another machine';
function describeRun(identity) {
    const who = 'another run of clr-refresh';
    if (identity === null)
        return who;
    return isElsewhere(identity) ? `${who}${ELSEWHERE}` : `${who} (pid ${identity.pid})`;
}
function describeSession(lock) {
    const who = 'a session of `claude`';
    const owner = ownerOf(lock);
    if (owner === null)
        return who;
    return owner.isElsewhere ? `${who}${ELSEWHERE}` : `${who} (pid ${owner.pid})`;
}
function isElsewhere({ bootId, pidNamespace }) {
    const own = (0,process_identity/* ownIdentity */.hY)();
    return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace);
}
function isOther(theirs, ours) {
    return theirs !== null && ours !== null && theirs !== ours;
}

;// CONCATENATED MODULE: ./src/core/system/file-system.ts

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
    try {
        return NETWORK_TYPES.has((0,external_node_fs_.statfsSync)(entry).type >>> 0);
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./src/core/locks/lock-watch.ts



const ABANDONED_AFTER_MS = 20_000;
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000;
const MAX_GAP_MS = 5000;
class LockWatch {
    #sightings = new Map();
    isAbandoned(lockPath) {
        const unrenewedMs = this.look(lockPath);
        if (unrenewedMs <= ABANDONED_AFTER_MS)
            return false;
        return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !isOnNetwork(lockPath);
    }
    look(lockPath) {
        const nowMs = external_node_perf_hooks_.performance.now();
        const mtimeNs = mtimeOf(lockPath);
        const before = this.#sightings.get(lockPath);
        if (mtimeNs === null) {
            this.#sightings.delete(lockPath);
            return 0;
        }
        const isSame = before?.mtimeNs === mtimeNs && nowMs - before.lastMs <= MAX_GAP_MS;
        const sinceMs = isSame ? before.sinceMs : nowMs;
        this.#sightings.set(lockPath, { mtimeNs, sinceMs, lastMs: nowMs });
        return nowMs - sinceMs;
    }
}
function mtimeOf(lockPath) {
    try {
        return (0,external_node_fs_.lstatSync)(lockPath, { bigint: true }).mtimeNs;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/core/locks/locks.ts














const ASK_EVERY_MS = 40;
async function whileLocked(file, patience, work) {
    for (let current = file;;) {
        const attempt = await tryWhileLocked(current, patience, work);
        if ('result' in attempt)
            return attempt.result;
        current = attempt.movedTo;
    }
}
async function tryWhileLocked(file, patience, work) {
    refuseMountedFile(file);
    const watch = new LockWatch();
    const { own, folder } = await orSayWhatWaits(file, () => takeOwnLock(file, patience, watch));
    const cli = new CliLocks(folder, watch);
    try {
        cli.removeThoseOfTheDead();
        await takeCliLocks(file, patience, cli);
        const movedTo = (0,credentials_path/* findIfMoved */.SI)(file);
        if (movedTo !== null)
            return { movedTo };
        const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings];
        return {
            result: await work({
                file,
                folder,
                warnings,
                check: () => {
                    refuseIfLost(own, cli);
                }
            })
        };
    }
    finally {
        cli.release();
        own.release();
        folder.close();
    }
}
async function orSayWhatWaits(file, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'creds-not-writable')
            throw error;
        throw new reasons/* RefreshError */.M4(error.reason, `${error.message}${waitingNoteIfAny(file)}`, error.remedy);
    }
}
function waitingNoteIfAny(file) {
    try {
        return (0,work_folder/* waitingNote */.w5)(file);
    }
    catch {
        return '';
    }
}
async function takeCliLocks(file, patience, cli) {
    const locks = cliLocksFor(file);
    for (const lock of locks) {
        while (!cli.tryTake(lock))
            await waitForTurn(patience, () => describeSession(lock));
    }
    for (const lock of locks)
        cli.removeOwnerRecord(lock);
}
function refuseIfLost(own, cli) {
    if (own.isHeld() && !cli.isLost())
        return;
    throw new reasons/* RefreshError */.M4('locked', `another run took over while this one slept; ${reasons/* NOT_SENT_HERE */.Al}`);
}
async function takeOwnLock(file, patience, watch) {
    const objection = (0,unreadable/* orUnreadable */.p)(file.given, () => whyOthersMayWrite(file) ?? whyOthersMayMoveLink(file));
    if (objection === null)
        refuseIrreplaceable(file);
    for (;;) {
        const folder = openWorkFolder(file, objection);
        const own = tryTakeOwn(folder, watch);
        if (own instanceof FileLock)
            return { own, folder };
        await waitForTurn(patience, () => describeRun(own.identity), folder);
    }
}
function openWorkFolder(file, objection) {
    if (objection === null)
        return work_folder/* WorkFolder */.y2.open(file);
    const folder = openIfPossible(file);
    if (folder?.keepsModes === false)
        return folder;
    folder?.close();
    throw new reasons/* RefreshError */.M4('creds-not-writable', objection);
}
function openIfPossible(file) {
    try {
        return work_folder/* WorkFolder */.y2.open(file);
    }
    catch {
        return null;
    }
}
function noModesWarning({ real }) {
    return `the file system of ${external_node_path_default().dirname(real)} keeps no modes, so other users of this machine may be able to read the login there`;
}
function tryTakeOwn(folder, watch) {
    let own = null;
    try {
        own = FileLock.tryTake(folder, watch);
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
            throw new reasons/* RefreshError */.M4('cancelled', `cancelled while it waited for a lock; ${reasons/* NOT_SENT_HERE */.Al}`);
        throw new reasons/* RefreshError */.M4('locked', `the deadline passed while ${holder()} held the lock; ${reasons/* NOT_SENT_HERE */.Al}`);
    }
    await (0,promises_.setTimeout)(Math.min(ASK_EVERY_MS, deadline.remainingMs()));
}

;// CONCATENATED MODULE: ./src/core/locks/store-lock.ts









const STORE_PATIENCE_MS = 15_000;
const ABANDONED_AFTER_PART = 0.9;
const store_lock_ASK_EVERY_MS = 10;
function refuseStoreThatCannotBeLocked(file) {
    for (const lockPath of storeLockPaths(file)) {
        try {
            if (!isForeign({ path: lockPath, configFolder: path.dirname(lockPath) }))
                refuseWhatIsNoLock(lockPath);
        }
        catch (error) {
            throw error instanceof RefreshError ? error : notWritable(`cannot see the lock ${lockPath}`, error);
        }
    }
}
async function whileStoreLocked({ file, folder }, write, patienceMs = STORE_PATIENCE_MS) {
    const attempt = { record: new LockRecord(folder), watch: new LockWatch(), patienceMs, startMs: external_node_perf_hooks_.performance.now() };
    const taken = [];
    try {
        for (const lockPath of cli_lock_paths_storeLockPaths(file))
            if (await take(lockPath, attempt))
                taken.push(lockPath);
        return write();
    }
    finally {
        for (const lockPath of taken)
            removeLock(lockPath);
    }
}
async function take(lockPath, { record, watch, patienceMs, startMs }) {
    try {
        while (!record.make(lockPath)) {
            if (whatIsNoLock(lockPath) !== null)
                return false;
            const unrenewedMs = watch.look(lockPath);
            if (external_node_perf_hooks_.performance.now() - startMs > patienceMs) {
                if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART)
                    return false;
                removeLock(lockPath);
                return record.make(lockPath);
            }
            await (0,promises_.setTimeout)(store_lock_ASK_EVERY_MS);
        }
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/core/system/connection-owner.ts


function isConnectionOf(pid, connection) {
    const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(read/* readTextIfAny */.$v);
    if (tables.every(table => table === ''))
        return 'unknown';
    const inode = tables.flatMap(table => table.split('\n')).flatMap(line => inodeAt(line, connection))[0];
    if (inode === undefined)
        return 'no';
    const answers = new Set();
    for (const member of [String(pid), ...descendantsOf(String(pid))])
        answers.add(holdsSocket(member, inode));
    if (answers.has('yes'))
        return 'yes';
    return answers.has('unknown') ? 'unknown' : 'no';
}
function inodeAt(line, { from, to }) {
    if (!line.includes('0100007F:'))
        return [];
    const fields = line.trim().split(/\s+/);
    const inode = fields[9];
    const isThisOne = portOf(fields[1]) === from && portOf(fields[2]) === to;
    return isThisOne && inode !== undefined && inode !== '0' ? [inode] : [];
}
function portOf(address = '') {
    return Number.parseInt(address.split(':')[1] ?? '', 16);
}
function descendantsOf(pid) {
    const children = tasksOf(pid).flatMap(task => (0,read/* readTextIfAny */.$v)(`/proc/${pid}/task/${task}/children`).trim().split(' '));
    return children.filter(child => child !== '').flatMap(child => [child, ...descendantsOf(child)]);
}
function tasksOf(pid) {
    try {
        return (0,read/* namesIn */.wX)(`/proc/${pid}/task`);
    }
    catch {
        return [];
    }
}
function holdsSocket(pid, inode) {
    try {
        const folder = `/proc/${pid}/fd`;
        return (0,read/* namesIn */.wX)(folder).some(fd => linkAt(`${folder}/${fd}`) === `socket:[${inode}]`) ? 'yes' : 'no';
    }
    catch {
        return 'unknown';
    }
}
function linkAt(link) {
    try {
        return (0,external_node_fs_.readlinkSync)(link);
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./src/core/system/process-group.ts
var process_group = __webpack_require__(2490);
;// CONCATENATED MODULE: ./src/core/claude/claude-process.ts









const RECORD_AND_EXEC = `set -C; ${process_identity/* RECORD_IN_SHELL */.Jz}; printf "%s\\n" "$stat" >"$0" && exec "$@"`;
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
        removeEarlierRecord(home.claudeRecord);
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
    hasMade(connection) {
        return this.pid === undefined ? 'no' : isConnectionOf(this.pid, connection);
    }
    terminate() {
        (0,process_group/* signalGroup */.i)(this.pid, 'SIGTERM');
    }
    async kill() {
        if (this.isOwnPid())
            (0,process_group/* signalGroup */.i)(this.pid, 'SIGKILL');
        await this.exited;
        await groupGone(this.pid);
    }
}
function removeEarlierRecord(file) {
    try {
        (0,external_node_fs_.rmSync)(file, { force: true });
    }
    catch {
    }
}
function openLog(file) {
    try {
        return (0,external_node_fs_.openSync)(file, 'wx', 0o600);
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot write ${file}`, error);
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
            resolve({ code: null, signal: null, startError: (0,system_error/* errorCode */.CA)(error) });
        });
    });
}
async function untilDead(identity) {
    while ((0,process_identity/* isAlive */._n)(identity) === 'yes')
        await (0,promises_.setTimeout)(claude_process_ASK_EVERY_MS);
    return { code: null, signal: null, startError: null };
}
async function groupGone(leaderPid) {
    for (let waitMs = 1; waitMs <= 8 && (0,process_group/* signalGroup */.i)(leaderPid, 0); waitMs *= 2)
        await (0,promises_.setTimeout)(waitMs);
}

;// CONCATENATED MODULE: ./src/core/home/home-lock.ts


const LOCK = '.claude.lock';
function lockPathOf(home) {
    return external_node_path_default().join(home, LOCK);
}
function isLockName(name) {
    return name === LOCK;
}
function lockHome(home) {
    try {
        (0,external_node_fs_.mkdirSync)(lockPathOf(home), { mode: 0o700 });
        return true;
    }
    catch {
        return false;
    }
}
function isSeedLockIn(home, startRecord) {
    try {
        const [lock, start] = [lockPathOf(home), startRecord].map(at => (0,external_node_fs_.statSync)(at, { throwIfNoEntry: false }));
        return lock !== undefined && (start === undefined || lock.mtimeMs <= start.mtimeMs);
    }
    catch {
        return false;
    }
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

;// CONCATENATED MODULE: ./src/core/claude/known-failures.ts

const ERROR = String.raw `^\S+ \[ERROR\] `;
const MESSAGE = String.raw `${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`;
const answered = (status) => new RegExp(String.raw `${MESSAGE}Request failed with status code ${status}\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=${status}\b`, 'm');
const failedWith = (message) => new RegExp(`${MESSAGE}(?:${message})`, 'm');
const NO_TUNNEL = 'Proxy connection ended before receiving CONNECT response';
const HANDSHAKE_ALERT = 'SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_UNRECOGNIZED_NAME';
const NO_TLS = String.raw `error:\w+:SSL routines:OPENSSL_internal:(?:${HANDSHAKE_ALERT})\b|Socket is closed|write EPROTO \w+:error:|Client network socket disconnected before secure TLS connection was established`;
const PROXY_SCHEME = 'If `HTTPS_PROXY` begins with `https://` although the proxy speaks plain HTTP, write `http://`. Otherwise check the network and the proxy. Then run it again.';
const CORRECT_PROXY = 'Correct the proxy variable that the message names (`http://proxy.example.com:8080`), or unset it, then run it again.';
const INVALID_PROXY = /^Invalid proxy URL in \w+/;
const OR_PROXY = 'the token endpoint, or a proxy before it,';
const KNOWN_FAILURES = [
    [
        new RegExp(String.raw `${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`, 'm'),
        sign('not-refreshed', `${OR_PROXY} refused the request (400), for another reason than the login`, {
            endAtOnce: false
        })
    ],
    [
        answered('400'),
        sign('login-rejected', 'the token endpoint rejected the login (400): its refresh token is used up or revoked', {
            endAtOnce: false,
            tokenUse: 'rejected'
        })
    ],
    [answered('401'), refused(401)],
    [answered('403'), refused(403)],
    [
        answered('407'),
        sign('network', 'the proxy wants a user name and a password (407)', {
            isAnswer: false,
            tokenUse: 'not-used',
            remedy: 'Write them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
        })
    ],
    [
        answered('429'),
        sign('rate-limited', 'the token endpoint asks for fewer requests (429)', {
            isRepeatable: true,
            tokenUse: 'not-used'
        })
    ],
    [answered('5\\d\\d'), sign('server-error', `${OR_PROXY} failed (5xx)`)],
    [answered('\\d\\d\\d'), sign('not-refreshed', `${OR_PROXY} gave an answer that is no new pair`)],
    [
        failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
        sign('network', 'no connection to the token endpoint could be made', {
            isRepeatable: true,
            isAnswer: false,
            tokenUse: 'not-sent'
        })
    ],
    [
        failedWith(NO_TUNNEL),
        sign('network', 'the proxy closed the connection without an answer', {
            isRepeatable: true,
            isAnswer: false,
            tokenUse: 'not-sent',
            remedy: 'Check that `HTTPS_PROXY` is the address of an HTTP proxy (`claude` does not speak SOCKS), and that the proxy works. Then run it again.'
        })
    ],
    [
        failedWith(NO_TLS),
        sign('network', 'no TLS connection to the token endpoint, or to the proxy, could be made', {
            isAnswer: false,
            tokenUse: 'not-sent',
            remedy: PROXY_SCHEME
        })
    ],
    [
        failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
        sign('network', 'something that is not TLS came in place of the answer of the token endpoint, or of the proxy', {
            isAnswer: false,
            remedy: PROXY_SCHEME
        })
    ],
    [
        failedWith('URI error'),
        sign('network', 'the user name or the password in the proxy variable is not URL-encoded', {
            isAnswer: false,
            tokenUse: 'not-sent',
            remedy: 'Write every special character in them as `%` and two hex digits (`%` itself is `%25`), then run it again.'
        })
    ],
    [
        failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
        sign('network', "the token endpoint's certificate is not trusted here", { isAnswer: false, tokenUse: 'not-sent' })
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
        sign('login-rejected', 'the login was rejected: its refresh token is used up or revoked', {
            endAtOnce: false,
            tokenUse: 'rejected'
        })
    ],
    [
        INVALID_PROXY,
        sign('claude-failed', '`claude` refuses a proxy variable', {
            endAtOnce: false,
            isAnswer: false,
            tokenUse: null,
            remedy: CORRECT_PROXY
        })
    ]
];
function sign(reason, what, more = {}) {
    return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, tokenUse: 'perhaps-used', ...more };
}
function refused(status) {
    return sign('login-rejected', `${OR_PROXY} refused the login (${status})`, {
        tokenUse: 'rejected',
        remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${reasons/* LOG_IN_AGAIN */.WR}`
    });
}

;// CONCATENATED MODULE: ./src/core/claude/failure-signs.ts

const TELLING = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL'];
function failureSignIn(log) {
    const telling = log.split('\n').filter(line => TELLING.some(word => line.includes(word)));
    const signs = telling.flatMap(line => KNOWN_FAILURES.find(([pattern]) => pattern.test(line))?.[1] ?? []);
    const [first] = signs;
    if (first === undefined || signs.length === 1)
        return first ?? null;
    const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? []);
    const isKnown = first.tokenUse === 'rejected' || uses.every(use => use === 'not-sent');
    return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' };
}

;// CONCATENATED MODULE: ./src/core/claude/watch.ts




const SLOW_POLL_MS = 250;
const FAST_POLL_MS = 15;
const NOTHING_SENT_MS = 20;
const NO_EXCHANGE_MS = 5000;
function watchCall(scene, patience) {
    return new Promise(resolve => {
        const { home, claude, modelRequest } = scene;
        let holding = null;
        let hasBegun = false;
        let isGapTooLong = false;
        let lookedAtMs = performance.now();
        let noExchange;
        const watchers = watchFolders([home.configFolder, home.path], name => {
            if (name !== null && isLockName(name))
                hasBegun = true;
            if (name !== null && isNewPair(name))
                home.makeRoom();
            if (name === null || home.isTelling(name))
                look();
        });
        const poll = setInterval(lookAround, watchers.length === 2 ? SLOW_POLL_MS : FAST_POLL_MS);
        const stopTimer = patience.deadline.whenPassed(() => {
            settle({ kind: 'deadline' });
        });
        patience.cancel.addEventListener('abort', onCancel);
        modelRequest.addEventListener('abort', look);
        void claude.exited.then(exit => {
            settle({ kind: 'exited', exit });
        });
        look();
        if (patience.cancel.aborted)
            onCancel();
        function lookAround() {
            if (ifReadable(() => (0,read/* namesIn */.wX)(home.configFolder))?.some(isNewPair) === true)
                home.makeRoom();
            look();
        }
        function look() {
            noticeGap();
            const judgement = ifReadable(() => home.judge());
            if (judgement === null)
                return;
            if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
                settle(judgement);
                return;
            }
            const sign = failureSignIn((0,read/* readTextIfAny */.$v)(home.logs.debug));
            if (sign?.endAtOnce === true)
                settle({ kind: 'failure', sign });
            else if (isExchangeOver())
                settle({ kind: 'over' });
            else if (modelRequest.aborted && !hasBegun)
                noExchange ??= setTimeout(endUnlessBegun, NO_EXCHANGE_MS);
        }
        function noticeGap() {
            const nowMs = performance.now();
            if (watchers.length < 2 && nowMs - lookedAtMs > NOTHING_SENT_MS)
                isGapTooLong = true;
            lookedAtMs = nowMs;
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
            noticeGap();
            for (const watcher of watchers)
                watcher.close();
            clearInterval(poll);
            stopTimer();
            clearTimeout(noExchange);
            patience.cancel.removeEventListener('abort', onCancel);
            modelRequest.removeEventListener('abort', look);
            resolve({ sighting, mayHaveSent: hasBegun || isGapTooLong || home.isExchangeUnderWay() });
        }
    });
}
function ifReadable(read) {
    try {
        return read();
    }
    catch {
        return null;
    }
}
function isNewPair(name) {
    return name.startsWith('.credentials.json.tmp');
}
function watchFolders(folders, onChange) {
    const watchers = [];
    if (process.platform === 'darwin')
        return watchers;
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

// EXTERNAL MODULE: ./src/core/credentials/moment.ts
var moment = __webpack_require__(2052);
;// CONCATENATED MODULE: ./src/core/home/seeded-login.ts




const SENTINEL_EXPIRES_AT_MS = 1;
const UNKNOWN_EXPIRES_AT_MS = 0;
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
    const document = (0,core_json/* parseJson */.qF)(text);
    const login = (0,core_json/* isJsonObject */.OW)(document) ? document.claudeAiOauth : undefined;
    if (!(0,core_json/* isJsonObject */.OW)(login))
        return { kind: 'nothing' };
    const { accessToken, refreshToken } = login;
    if (accessToken === '' && refreshToken === '')
        return { kind: 'blanked' };
    if (!(0,credentials/* isToken */.sg)(accessToken) || !(0,credentials/* isToken */.sg)(refreshToken))
        return { kind: 'part' };
    if ((0,fingerprint/* fingerprint */.R)({ accessToken, refreshToken }) === origin.from)
        return { kind: 'nothing' };
    if (origin.from === UNKNOWN_ORIGIN.from && login.expiresAt === SENTINEL_EXPIRES_AT_MS)
        return { kind: 'nothing' };
    return { kind: 'pair', changes: changesIn(login, origin) };
}
function withCredibleExpiry(changes) {
    const expiresAtMs = millisecondsOf(changes.expiresAt) ?? 0;
    return expiresAtMs > Date.now() ? changes : { ...changes, expiresAt: UNKNOWN_EXPIRES_AT_MS };
}
function changesIn(login, { invented }) {
    const fit = Object.entries(login).filter(([name, value]) => !invented.includes(name) && isFit(name, value));
    return { ...Object.fromEntries(fit), expiresAt: (0,moment/* millisecondsOf */.W)(login.expiresAt) ?? UNKNOWN_EXPIRES_AT_MS };
}
function isFit(name, value) {
    if (name === 'scopes')
        return isListOfTexts(value) && value.includes('user:inference');
    if (name === 'refreshTokenExpiresAt')
        return typeof value === 'number' && (0,moment/* millisecondsOf */.W)(value) === value;
    if (name in SEEDS)
        return typeof value === 'string';
    return value !== null;
}
function isListOfTexts(value) {
    return Array.isArray(value) && value.every(item => typeof item === 'string');
}

;// CONCATENATED MODULE: ./src/core/home/found-login.ts





function judgeHome(home, origin) {
    const judgements = filesOf(home).map(file => judge((0,read/* readTextIfThere */.pM)(file) ?? '', origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    const isPair = (file) => judge((0,read/* readTextIfAny */.$v)(file), origin).kind === 'pair';
    return filesOf(home).findLast(isPair) ?? home.credentialsPath;
}
function isWrittenBack({ path: at }) {
    return filesIn(at, work_folder/* REPLACEMENT_PREFIX */.m4).length === 0;
}
function filesOf({ path: at, configFolder, credentialsPath }) {
    return [...filesIn(configFolder, external_node_path_default().basename(credentialsPath)).sort(), ...filesIn(at, work_folder/* REPLACEMENT_PREFIX */.m4)];
}
function documentToBeIn(home) {
    const documents = filesIn(home.path, work_folder/* REPLACEMENT_PREFIX */.m4).map(file => (0,core_json/* parseJson */.qF)((0,read/* readTextIfThere */.pM)(file) ?? ''));
    return documents.find(core_json/* isJsonObject */.OW) ?? {};
}
function filesIn(folder, prefix) {
    return (0,read/* namesIn */.wX)(folder)
        .filter(name => name.startsWith(prefix))
        .map(name => external_node_path_default().join(folder, name));
}

// EXTERNAL MODULE: ./src/core/home/home-paths.ts
var home_paths = __webpack_require__(6501);
;// CONCATENATED MODULE: ./src/core/home/home-seeds.ts




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
    const account = external_node_path_default().join(home.path, '.claude.json');
    for (const left of [configFolder, lock, account])
        (0,external_node_fs_.rmSync)(left, { recursive: true, force: true });
    for (const folder of [configFolder, lock])
        (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    write(credentialsPath, JSON.stringify({ claudeAiOauth: seededLogin(credentials) }));
    write(external_node_path_default().join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n');
    write(account, JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }));
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
const NO_SUCH_ITEM = 44;
function hideKeychain(programs) {
    (0,external_node_fs_.rmSync)(programs, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(programs, { mode: 0o700 });
    write(external_node_path_default().join(programs, 'security'), `#!/bin/sh\nexit ${NO_SUCH_ITEM}\n`, 0o700);
}
function write(file, text, mode = 0o600) {
    (0,external_node_fs_.writeFileSync)(file, text, { mode, flag: 'wx' });
}

;// CONCATENATED MODULE: ./src/core/system/sync.ts


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

;// CONCATENATED MODULE: ./src/core/home/room.ts





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
        if ((0,system_error/* errorCode */.CA)(error) !== 'EEXIST')
            throw error;
    }
}
function dropBallast(home) {
    removeIfPossible(ballastIn(home));
}

;// CONCATENATED MODULE: ./src/core/home/run-record.ts






const recordIn = (home) => external_node_path_default().join(home, 'run.json');
function writeRunRecord(home, origin) {
    (0,external_node_fs_.writeFileSync)(recordIn(home), JSON.stringify({ ...(0,process_identity/* ownIdentity */.hY)(), ...origin }), { mode: 0o600, flag: 'wx' });
}
function readRunRecord(home) {
    const record = (0,core_json/* parseJson */.qF)((0,read/* readTextIfThere */.pM)(recordIn(home)) ?? '');
    const owner = (0,process_identity/* parseIdentity */.aZ)(record);
    if (!(0,core_json/* isJsonObject */.OW)(record) || owner === null || typeof record.from !== 'string')
        return null;
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : [];
    return { owner, origin: { from: record.from, invented } };
}
function syncRunRecord(home) {
    for (const entry of [recordIn(home), home, external_node_path_default().dirname(home)])
        syncToDisk(entry);
}

;// CONCATENATED MODULE: ./src/core/home/isolated-home.ts
















class IsolatedHome extends home_paths/* HomeLayout */.m {
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
        adopted.#calls = (0,read/* namesIn */.wX)(home).filter(name => name.startsWith('stderr-')).length;
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
        return (0,not_writable/* notWritable */.G)(`cannot write in an isolated HOME at ${this.path}`, error);
    }
    get logs() {
        const name = (kind) => external_node_path_default().join(this.path, `${kind}-${this.#calls}.log`);
        return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') };
    }
    unlock() {
        removeIfPossible(lockPathOf(this.path));
    }
    lock() {
        return lockHome(this.path);
    }
    lockHolding() {
        return lockHoldingIn(this.path);
    }
    isExchangeUnderWay() {
        return this.lockHolding() !== null;
    }
    isLockedAsSeeded() {
        return isSeedLockIn(this.path, this.claudeRecord);
    }
    isTelling(name) {
        return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
    }
    judge() {
        return judgeHome(this, this.origin);
    }
    claudeIdentity() {
        return (0,process_identity/* identityFromStat */.fJ)((0,read/* readTextIfThere */.pM)(this.claudeRecord) ?? '', this.#owner);
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

;// CONCATENATED MODULE: ./src/core/recovery/lost-exchange.ts



function mayHaveLostAnswer(home) {
    if (isWrittenBack(home) || home.isLockedAsSeeded())
        return false;
    const { debug, stdout, stderr } = home.logs;
    const tokenUse = failureSignIn([debug, stdout, stderr].map(read/* readTextIfAny */.$v).join('\n'))?.tokenUse;
    return tokenUse !== 'not-sent' && tokenUse !== 'not-used';
}

// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
;// CONCATENATED MODULE: ./src/core/write-back/replacement.ts






const MOST_WRITES = 5;
const SPARE_BYTES = 16 * 1024;
class Replacement {
    file;
    temporaryPath;
    #fd = null;
    #written = null;
    #like;
    #fs;
    constructor(file, temporaryPath, { like = null, fs = (external_node_fs_default()) } = {}) {
        this.file = file;
        this.temporaryPath = temporaryPath;
        this.#like = like;
        this.#fs = fs;
    }
    static reserve(file, temporaryPath, options = {}) {
        const replacement = new Replacement(file, temporaryPath, options);
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
            this.#fs.accessSync(external_node_path_default().dirname(this.file.real), (external_node_fs_default()).constants.W_OK | (external_node_fs_default()).constants.X_OK);
            const stats = statOfWritable(this.file, this.#fs);
            this.#fd = this.#fs.openSync(this.temporaryPath, 'wx', 0o600);
            this.#allocate(this.#fd, this.#like ?? stats, stats.size + SPARE_BYTES);
            return this.#fd;
        }
        catch (error) {
            if (this.#fd !== null)
                this.discard();
            if (error instanceof reasons/* RefreshError */.M4)
                throw error;
            throw (0,not_writable/* notWritable */.G)(`cannot replace ${this.file.given}`, error);
        }
    }
    #allocate(fd, like, bytes) {
        const own = this.#fs.fstatSync(fd);
        if (own.uid !== like.uid || own.gid !== like.gid)
            this.#giveTo(fd, like);
        writeAll(this.#fs, fd, Buffer.alloc(bytes));
        this.#fs.fsyncSync(fd);
        this.#fs.fchmodSync(fd, like.mode & 0o7777);
    }
    #giveTo(fd, { uid, gid }) {
        try {
            this.#fs.fchownSync(fd, uid, gid);
        }
        catch (error) {
            if ((0,system_error/* errorCode */.CA)(error) !== 'EPERM')
                throw error;
            throw replacement_refusal(this.file, `this user may not give the new file to its owner (uid ${uid}, gid ${gid}): make it your own (EPERM)`);
        }
    }
    commit(compose) {
        const text = this.settle(compose);
        this.#close();
        this.#fs.renameSync(this.temporaryPath, this.file.real);
        syncToDisk(external_node_path_default().dirname(this.file.real), this.#fs);
        return text;
    }
    settle(compose) {
        const fd = this.#reserve();
        for (let writes = 0;; writes += 1) {
            const text = compose();
            if (text === this.#written || writes === MOST_WRITES)
                return this.#written ?? text;
            const bytes = Buffer.from(text);
            this.#written = null;
            writeAll(this.#fs, fd, bytes);
            this.#fs.ftruncateSync(fd, bytes.length);
            this.#fs.fsyncSync(fd);
            this.#written = text;
        }
    }
    discard() {
        try {
            this.#close();
            this.#fs.rmSync(this.temporaryPath, { force: true });
        }
        catch {
        }
    }
    #close() {
        const fd = this.#fd;
        this.#fd = null;
        if (fd !== null)
            this.#fs.closeSync(fd);
    }
}
function statOfWritable(file, fs) {
    const fd = openEvenIfReadOnly(file, fs);
    try {
        const stats = fs.fstatSync(fd);
        if (!stats.isFile())
            throw replacement_refusal(file, 'it is not a regular file any more');
        if (stats.nlink === 1)
            return stats;
        const why = `it has ${stats.nlink} names (hard links), and the others would keep the old pair; make it a file of its own`;
        throw replacement_refusal(file, why);
    }
    finally {
        fs.closeSync(fd);
    }
}
function replacement_refusal(file, why) {
    return new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`);
}
const SAFELY = (external_node_fs_default()).constants.O_NOFOLLOW | (external_node_fs_default()).constants.O_NONBLOCK;
function openEvenIfReadOnly(file, fs) {
    try {
        return fs.openSync(file.real, (external_node_fs_default()).constants.O_RDWR | SAFELY);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EACCES')
            throw error;
        return fs.openSync(file.real, (external_node_fs_default()).constants.O_RDONLY | SAFELY);
    }
}
function writeAll(fs, fd, bytes) {
    for (let offset = 0; offset < bytes.length;)
        offset += fs.writeSync(fd, bytes, offset, bytes.length - offset, offset);
}

;// CONCATENATED MODULE: ./src/core/recovery/rescue-file.ts



const RESCUE_NAME = /^rescue-[\dTZ]+-([\da-f]{64})\.json$/;
function rescue(folder, document, from) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const path = folder.at(`${work_folder/* RESCUE_PREFIX */.jf}${stamp}-${from}.json`);
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
    return folder.names().flatMap(name => {
        const from = RESCUE_NAME.exec(name)?.[1];
        return from === undefined ? [] : [{ path: folder.at(name), from }];
    });
}

;// CONCATENATED MODULE: ./src/core/write-back/write-back.ts














const ROOM_FOR_LOGIN_BYTES = (/* unused pure expression or super */ null && (16 * 1024));
async function writeBack(destination, fresh) {
    const { file, keepSafe, storePatienceMs } = destination;
    try {
        destination.replacement.settle(() => composeText(file, fresh));
        return (0,credentials/* parseCredentials */.gu)(await whileStoreLocked(destination, () => commit(destination, fresh), storePatienceMs));
    }
    catch (error) {
        throw failed(error instanceof reasons/* RefreshError */.M4 ? error.message : `cannot replace ${file.given}: ${(0,system_error/* explain */.WE)(error)}`);
    }
    function failed(why) {
        const path = keepSafe(merge({}, fresh));
        const how = 'the next run takes it up by itself if it still can; else move it over the file, or delete it';
        return new reasons/* RefreshError */.M4('write-back-failed', `${why}; the new pair is safe in ${path} (${how})`);
    }
}
function commit({ file, replacement }, fresh) {
    const text = replacement.commit(() => composeText(file, fresh));
    const moved = (0,credentials_path/* findIfMoved */.SI)(file);
    return moved !== null && holdsOldPair(moved, fresh) ? replaceMoved(moved, fresh) : text;
}
function holdsOldPair(file, { from }) {
    const login = (0,credentials_file/* readGoodLogin */.xm)(file);
    const isOurs = login?.stats.uid === process.geteuid?.() && whyOthersMayWrite(file) === null;
    return login !== null && isOurs && (0,fingerprint/* fingerprint */.R)(login) === from;
}
function replaceMoved(file, fresh) {
    const folder = work_folder/* WorkFolder */.y2.open(file);
    const replacement = new Replacement(file, folder.newReplacementPath());
    try {
        return replacement.commit(() => composeText(file, fresh));
    }
    finally {
        replacement.discard();
        folder.close();
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
function assertComposable(file, { document, login }) {
    const text = JSON.stringify(merge(document, { from: '', document, changes: login }));
    if (Buffer.byteLength(text) + ROOM_FOR_LOGIN_BYTES <= MAX_CREDENTIALS_BYTES)
        return;
    const why = `is too large: with a new pair it would have more than ${MAX_CREDENTIALS_SIZE}`;
    throw new RefreshError('creds-invalid', `${file.given} ${why}`);
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
    const document = (0,core_json/* parseJson */.qF)(((0,read/* readTextIfThere */.pM)(file.real) ?? '').replace(/^\uFEFF/, ''));
    return (0,core_json/* isJsonObject */.OW)(document) ? document : {};
}
function isAnotherLogin(standing, fresh) {
    try {
        const now = (0,credentials/* parseLogin */.$n)(JSON.stringify(standing));
        const isOfPair = (0,fingerprint/* fingerprint */.R)(now) === fresh.from || now.refreshToken === fresh.changes.refreshToken;
        return (0,validity/* isOfUse */.NN)(now) && !isOfPair && !isRemnant(now, fresh);
    }
    catch {
        return false;
    }
}
function isRemnant({ accessToken, refreshToken }, { from, changes }) {
    return refreshToken === null && ((0,fingerprint/* isAccessTokenOf */.b)(accessToken, from) || accessToken === changes.accessToken);
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
    return (0,core_json/* isJsonObject */.OW)(document.claudeAiOauth) ? document.claudeAiOauth : {};
}
function withoutBlanks(login) {
    return Object.fromEntries(Object.entries(login).filter(([, value]) => value !== '' && value !== null));
}

;// CONCATENATED MODULE: ./src/core/recovery/abandoned-run.ts






















const ABANDONED_GRACE_MS = 5000;
const LEFT_BEHIND = [work_folder/* REPLACEMENT_PREFIX */.m4, work_folder/* GONE_PREFIX */.$y];
async function recoverAbandoned(place) {
    let recovered = null;
    for (const name of place.folder.names()) {
        if (!name.startsWith(work_folder/* HOME_PREFIX */.xL))
            continue;
        const home = place.folder.at(name);
        try {
            recovered = (await recoverHome(place, home)) ?? recovered;
        }
        catch (error) {
            throw (0,unreadable/* unreadable */.O)(home, error);
        }
    }
    for (const found of rescuesIn(place.folder))
        recovered = (await takeUpRescue(place, found)) ?? recovered;
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
async function recoverHome({ file, folder, insist, onSentBefore }, path) {
    if (!isOurs(path, folder))
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
        (0,lineage/* addToLineage */.Ms)(folder, fresh.from, fresh.changes);
    else if (isInFile(file, home.origin.from) && mayHaveLostAnswer(home))
        onSentBefore?.();
    const recovered = fresh === null ? null : await putBack({ file, folder }, home, fresh);
    await home.remove();
    return recovered;
}
function isInFile(file, pair) {
    const login = (0,credentials_file/* readGoodLogin */.xm)(file);
    return login !== null && (0,fingerprint/* fingerprint */.R)(login) === pair;
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
    const grace = core_deadline/* Deadline */.B.after(ABANDONED_GRACE_MS / 1000);
    await watchCall({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist });
    await claude.kill();
}
async function putBack({ file, folder }, home, fresh) {
    const standing = abandoned_run_readStanding(file, fresh);
    if (standing !== null && abandoned_run_isThere(standing, fresh.changes))
        return null;
    if (standing !== null && (0,fingerprint/* fingerprint */.R)(standing) !== fresh.from) {
        if (!isWrittenBack(home))
            keepSafe(folder, home, { claudeAiOauth: fresh.changes });
        return null;
    }
    const replacement = reserve(file, home.newReplacementPath(), () => pairPathIn(home, home.origin));
    try {
        return await writeBack({ file, folder, replacement, keepSafe: document => keepSafe(folder, home, document) }, { ...fresh, document: standing?.document ?? fresh.document });
    }
    finally {
        replacement.discard();
    }
}
async function takeUpRescue({ file, folder }, { path, from }) {
    const text = (0,unreadable/* orUnreadable */.p)(path, () => (isOurs(path, folder) ? (0,read/* readTextIfThere */.pM)(path) : null));
    const rescued = (0,core_json/* parseJson */.qF)(text ?? '');
    if (!(0,core_json/* isJsonObject */.OW)(rescued))
        return null;
    const changes = rescued.claudeAiOauth;
    if (!(0,core_json/* isJsonObject */.OW)(changes) || !(0,credentials/* isToken */.sg)(changes.accessToken) || !(0,credentials/* isToken */.sg)(changes.refreshToken))
        return null;
    (0,lineage/* addToLineage */.Ms)(folder, from, changes);
    const standing = abandoned_run_readStanding(file, { from, changes });
    if (standing !== null && abandoned_run_isThere(standing, changes)) {
        removeIfPossible(path);
        return null;
    }
    if (standing !== null && (0,fingerprint/* fingerprint */.R)(standing) !== from)
        return null;
    const replacement = reserve(file, folder.newReplacementPath(), () => path);
    try {
        const document = standing?.document ?? withoutLogin(rescued);
        const destination = { file, folder, replacement, keepSafe: () => path };
        const recovered = await writeBack(destination, { from, document, changes });
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
function abandoned_run_readStanding(file, pair) {
    const standing = (0,credentials_file/* readGoodLogin */.xm)(file);
    return standing === null || isRemnant(standing, pair) ? null : standing;
}
function abandoned_run_isThere(standing, { accessToken, refreshToken }) {
    return standing.accessToken === accessToken && standing.refreshToken === refreshToken;
}
function isOurs(entry, { keepsModes }) {
    const stats = (0,external_node_fs_.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === process.geteuid?.() && (!keepsModes || (stats.mode & 0o077) === 0);
}

// EXTERNAL MODULE: ./src/action/creds-json/existing-file.ts
var existing_file = __webpack_require__(2207);
;// CONCATENATED MODULE: ./src/action/creds-json/write-file.ts














async function placeCredentials(given, incoming, { patience, runnerUid = null, onPlace = () => undefined, onSentBefore = () => undefined }) {
    const found = makeWay(given, (0,existing_file/* standingAt */.I)(given, incoming));
    const owner = ownerToActFor(found.real);
    if (owner !== null && owner.uid !== runnerUid)
        throw anotherUsers(external_node_path_default().dirname(given), owner.uid);
    return withRightsOf(owner, () => whileLocked(found, patience, async ({ file, folder }) => {
        if ((0,existing_file/* standingAt */.I)(given, incoming).kind !== 'none')
            await recoverAbandoned({ file, folder, insist: patience.cancel, onSentBefore });
        return whileStoreLocked({ file, folder }, () => placeLocked({ file, folder }, incoming, onPlace));
    }));
}
function placeLocked(place, incoming, onPlace) {
    const { file, folder } = place;
    const standing = (0,existing_file/* standingAt */.I)(file.given, incoming);
    if (standing.kind !== 'none' && standing.uid !== process.geteuid?.())
        throw anotherUsers(file.given, standing.uid);
    onPlace();
    const before = (0,lineage/* readLineage */.Kj)(folder);
    const isFileMade = recordPlacing({ folder, before }, standing, incoming);
    try {
        putInPlace(place, standing, incoming);
        return isFileMade;
    }
    catch (error) {
        if (before === null)
            (0,lineage/* removeLineage */.qt)(folder);
        else
            (0,lineage/* writeLineage */.fn)(folder, before);
        throw error;
    }
}
function anotherUsers(entry, uid) {
    const remedy = 'set `creds` to a path in a folder that is not there yet, which is then made';
    return new reasons/* RefreshError */.M4('creds-not-writable', `${entry} belongs to uid ${uid}, and creds-json gives no login away: ${remedy}`);
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
        throw (0,not_writable/* notWritable */.G)(`cannot make the folder ${folder}`, error);
    }
}
function recordPlacing({ folder, before }, standing, incoming) {
    if (standing.kind === 'descendant')
        return before?.isFileMade ?? false;
    const isFileMade = standing.kind === 'none' || (before?.isFileMade ?? false);
    const pairs = [(0,fingerprint/* fingerprint */.R)(incoming), ...(standing.kind === 'same' ? [(0,fingerprint/* fingerprint */.R)(standing.credentials)] : [])];
    try {
        (0,lineage/* writeLineage */.fn)(folder, { isFileMade, pairs: [...new Set(pairs)] });
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot write in ${folder.path}`, error);
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
    if (standing.kind === 'same' && isAsGood(standing.credentials, incoming))
        return;
    const others = standing.kind === 'no-login' ? standing.document : standing.credentials.document;
    const { claudeAiOauth } = incoming.document;
    replaceFile(place, JSON.stringify({ ...incoming.document, ...others, claudeAiOauth }));
}
function isAsGood(one, other) {
    return (one.expiresAtMs ?? 0) >= (other.expiresAtMs ?? 0);
}
function makeFile({ file, folder }, text) {
    const staged = folder.newReplacementPath();
    try {
        writeToDisk(staged, text);
        takeName(staged, file.real);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) === 'EEXIST')
            throw new reasons/* RefreshError */.M4('usage', `another login was put at ${file.given} just now`);
        throw (0,not_writable/* notWritable */.G)(`cannot make ${file.given}`, error);
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
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((0,system_error/* errorCode */.CA)(error)))
            throw error;
        (0,external_node_fs_.renameSync)(staged, name);
    }
}
function replaceFile({ file, folder }, text) {
    const like = { mode: 0o600, uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
    const replacement = new Replacement(file, folder.newReplacementPath(), { like });
    try {
        replacement.commit(() => text);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw (0,not_writable/* notWritable */.G)(`cannot replace ${file.given}`, error);
    }
    finally {
        replacement.discard();
    }
}

// EXTERNAL MODULE: ./src/action/preparation-result.ts
var preparation_result = __webpack_require__(6013);
// EXTERNAL MODULE: ./src/action/login-secrets.ts
var login_secrets = __webpack_require__(6319);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/job-memory.ts
var job_memory = __webpack_require__(1973);
// EXTERNAL MODULE: ./src/github-secrets/place.ts
var github_secrets_place = __webpack_require__(7668);
// EXTERNAL MODULE: ./src/github-secrets/public-key.ts
var public_key = __webpack_require__(8064);
;// CONCATENATED MODULE: ./src/github-secrets/sight.ts

function sight_parseSight(text) {
    const value = (0,core_json/* parseJson */.qF)(text);
    if (!(0,core_json/* isJsonObject */.OW)(value))
        return null;
    const { firstMs, own } = value;
    if (firstMs !== null && typeof firstMs !== 'number')
        return null;
    return { firstMs, own: parseSpans(own) };
}
function parseSpans(value) {
    if (!Array.isArray(value))
        return [];
    return value
        .filter(core_json/* isJsonObject */.OW)
        .flatMap(({ fromMs, untilMs }) => typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : []);
}

// EXTERNAL MODULE: ./src/github-secrets/staleness.ts
var staleness = __webpack_require__(6961);
// EXTERNAL MODULE: ./src/action/no-secrets.ts
var no_secrets = __webpack_require__(1543);
// EXTERNAL MODULE: ./src/github-secrets/quote.ts
var quote = __webpack_require__(9607);
// EXTERNAL MODULE: ./src/github-secrets/secret-name.ts
var secret_name = __webpack_require__(439);
;// CONCATENATED MODULE: ./src/github-secrets/target.ts




function parseSecretTarget(inputs, env) {
    const credentialsName = (0,secret_name/* parseSecretName */.bK)('secret-name', inputs.secretName);
    const accessTokenName = (0,secret_name/* parseSecretName */.bK)('access-token-secret-name', inputs.accessTokenSecretName);
    if (credentialsName === null && accessTokenName === null)
        return null;
    if (credentialsName !== null && accessTokenName !== null && (0,secret_name/* isSameName */.yS)(credentialsName, accessTokenName)) {
        throw wrong(`secret-name and access-token-secret-name must differ, got ${(0,quote/* quote */.h)(credentialsName)} for both`);
    }
    const place = parsePlace(inputs, env);
    return {
        place,
        credentialsName,
        accessTokenName,
        token: parseToken(inputs.githubToken, env),
        apiUrl: parseApiUrl(env)
    };
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
function parseToken(token, env) {
    if (token === '') {
        const why = (0,no_secrets/* whyNoSecrets */.h)(env);
        const what = why ?? 'it needs the right to write the secret; GITHUB_TOKEN has none';
        throw new reasons/* RefreshError */.M4('usage', `github-token is missing: ${what}`, (0,no_secrets/* remedyForEmpty */.$)(why));
    }
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw wrong('github-token must be one word of ASCII characters; it holds blanks or others');
}
function parseApiUrl(env) {
    const text = env.GITHUB_API_URL ?? '';
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw wrong('GITHUB_API_URL must be an http or https address without a login in it');
}
function hasPlainHost({ username, password, hostname }) {
    return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname);
}
function wrong(sentence) {
    return new reasons/* RefreshError */.M4('usage', sentence);
}

// EXTERNAL MODULE: ./src/github-secrets/visibility.ts
var github_secrets_visibility = __webpack_require__(6547);
// EXTERNAL MODULE: ./src/action/state.ts
var state = __webpack_require__(3175);
;// CONCATENATED MODULE: ./src/action/secret-sight.ts












function wantedTarget(env) {
    const target = parseSecretTarget((0,inputs/* readSecretInputs */.It)(env), env);
    if (target === null)
        return null;
    const isBase64 = (0,base64/* unwrapBase64 */.zF)((0,inputs/* readSecretTexts */.bm)(env).credsJson).isBase64 || wasBase64(target, env);
    return { ...target, isBase64 };
}
function wasBase64(target, env) {
    const job = (0,core_json/* parseJson */.qF)((0,job_memory/* readJobMemory */.D)(fileName(target, env), env));
    return (0,core_json/* isJsonObject */.OW)(job) && job.isBase64 === true;
}
function newSight(target, env) {
    return memoryOf(target, readJobSight(target, env), env);
}
function recalledSight(target, env) {
    const { firstMs, own } = sightOfMain(target, env);
    const later = readJobSight(target, env)?.own ?? [];
    return memoryOf(target, { firstMs, own: [...own, ...later] }, env);
}
function sightOfMain(target, env) {
    const seen = parseSight(readState(env, 'secretSeen'));
    if (seen !== null)
        return recalled('secretSeen', target, env) === null ? { firstMs: null, own: [] } : seen;
    return { firstMs: latestWriteMs(readStamp(unwrapBase64(readSecretTexts(env).credsJson).json).storedAt), own: [] };
}
function memoryOf(target, sight, env) {
    const tell = (name, facts) => {
        const text = JSON.stringify({ secret: secretOf(target, env), ...facts });
        env[`STATE_${name}`] = text;
        (0,state/* saveState */.LZ)(env, name, text);
    };
    return {
        sight,
        save: changed => {
            tell('secretSeen', changed);
            (0,job_memory/* saveJobMemory */.m4)(fileName(target, env), { ...changed, isBase64: target.isBase64 }, env);
        },
        key: recalledKey(target, env),
        saveKey: ({ id, key }) => {
            tell('secretKey', { id, key });
        },
        visibilities: recalledVisibilities(target, env),
        saveVisibilities: visibilities => {
            tell('secretVisibilities', { byName: Object.fromEntries(visibilities) });
        }
    };
}
function recalledKey(target, env) {
    const told = recalled('secretKey', target, env);
    return told === null ? null : (0,public_key/* publicKeyOf */.kc)(told.id, told.key);
}
function recalledVisibilities(target, env) {
    const byName = recalled('secretVisibilities', target, env)?.byName;
    const entries = (0,core_json/* isJsonObject */.OW)(byName) ? Object.entries(byName) : [];
    return new Map(entries.flatMap(([name, value]) => {
        const visibility = (0,github_secrets_visibility/* visibilityOf */.gt)(value);
        return visibility === null ? [] : [[name, visibility]];
    }));
}
function recalled(name, target, env) {
    const value = (0,core_json/* parseJson */.qF)((0,state/* readState */.un)(env, name));
    return (0,core_json/* isJsonObject */.OW)(value) && value.secret === secretOf(target, env) ? value : null;
}
function readJobSight(target, env) {
    return sight_parseSight((0,job_memory/* readJobMemory */.D)(fileName(target, env), env));
}
function fileName(target, env) {
    return `writes-${secretOf(target, env)}`;
}
function secretOf({ apiUrl, place, credentialsName }, env) {
    return (0,job_memory/* nameInJob */.kj)(`${apiUrl}${(0,github_secrets_place/* secretsPath */.z1)(place)}/${credentialsName ?? ''}`.toUpperCase(), env);
}

// EXTERNAL MODULE: ./src/action/stat-if-any.ts
var stat_if_any = __webpack_require__(4247);
// EXTERNAL MODULE: ./src/action/store-login.ts
var store_login = __webpack_require__(4143);
// EXTERNAL MODULE: ./src/action/used-up.ts
var used_up = __webpack_require__(2259);
;// CONCATENATED MODULE: ./src/action/prepare.ts























const ASK_LIMIT_MS = 20_000;
async function prepare({ inputs, creds, note }, around) {
    const { env, signals } = around;
    const { incoming, standing, target, version, timeoutSeconds, isContinued } = judgeInputs(inputs, creds, env);
    const login = incoming?.credentials ?? standing;
    const account = login === null ? '' : (0,action_account/* accountOf */.X)(login);
    const save = incoming === null ? state/* saveState */.LZ : state/* saveStateOrRefuse */.a8;
    save(env, 'account', account);
    if (incoming === null && target !== null)
        (0,state/* saveState */.LZ)(env, 'stored', login === null ? state/* UNKNOWN */.HV : (0,fingerprint/* fingerprint */.R)(login));
    const claudeFolder = version === null ? null : await install(version, env, { cancel: signals.cancel, note });
    const arrival = { storedAt: incoming?.storedAt ?? null, isContinued };
    const store = target === null ? null : await openStore(target, arrival, around);
    const prepared = { ...preparation_result/* UNPREPARED */.B, claudeFolder, store, account, isLoginKept: target?.credentialsName != null };
    if (incoming === null && standing?.refreshToken === null) {
        const name = target?.credentialsName ?? null;
        if (name !== null)
            note(`${creds} holds a login without a refresh token, which never changes: ${name} stays as it is`);
        return { ...prepared, incoming: saveIncoming(standing, state/* saveState */.LZ, env) };
    }
    if (incoming === null)
        return prepared;
    const came = saveIncoming(incoming.credentials, state/* saveStateOrRefuse */.a8, env);
    const deadline = core_deadline/* Deadline */.B.after(timeoutSeconds);
    const onSentBefore = () => {
        note(`Warning: ${token_use/* SENT_BEFORE */.VJ}`);
    };
    const place = { creds, incoming: incoming.credentials, patience: { deadline, cancel: signals.cancel }, onSentBefore };
    return {
        ...prepared,
        isFileMade: await placeOnRecord(place, target === null ? '' : came, env),
        incoming: came,
        secondsLeft: secondsLeft(timeoutSeconds, deadline.remainingMs())
    };
}
function saveIncoming(login, save, env) {
    const incoming = (0,fingerprint/* fingerprint */.R)(login);
    save(env, 'incoming', incoming);
    return incoming;
}
function secondsLeft(timeoutSeconds, remainingMs) {
    return timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(remainingMs / 1000));
}
async function placeOnRecord({ creds, incoming, patience, onSentBefore }, stored, env) {
    try {
        const onPlace = () => {
            withOwnRights(() => {
                (0,state/* saveStateOrRefuse */.a8)(env, 'stored', stored);
                (0,state/* saveStateOrRefuse */.a8)(env, 'placed', 'true');
            });
        };
        return await placeCredentials(creds, incoming, { patience, runnerUid: runnerUid(env), onPlace, onSentBefore });
    }
    catch (error) {
        (0,state/* saveState */.LZ)(env, 'placed', 'false');
        (0,state/* saveState */.LZ)(env, 'stored', '');
        throw error;
    }
}
function runnerUid({ RUNNER_TEMP: folder = '' }) {
    return (0,stat_if_any/* statIfAny */.k)(folder)?.uid ?? null;
}
function judgeInputs(inputs, creds, env) {
    const timeoutSeconds = (0,options/* parseTimeoutSeconds */.yE)(inputs.timeout === '' ? options/* DEFAULTS */.zY.timeout : inputs.timeout);
    const minValidityMs = (0,options/* parseMinValidityMs */.mR)(inputs.minValidity === '' ? options/* DEFAULTS */.zY.minValidity : inputs.minValidity);
    const version = inputs.claudeVersion === '' ? null : (0,claude_version/* parseClaudeVersion */.o)(inputs.claudeVersion);
    const target = wantedTarget(env);
    checkBounds((0,base64/* unwrapBase64 */.zF)(inputs.credsJson).json);
    const incoming = inputs.credsJson === '' ? null : parseIncoming(inputs.credsJson);
    const isContinued = incoming !== null && isRenewed((0,existing_file/* standingAt */.I)(creds, incoming.credentials), incoming.credentials);
    const standing = incoming === null && target !== null ? (0,credentials_file/* readBeforeLock */.rN)((0,credentials_path/* findCredentialsFile */.Ic)(creds)) : null;
    const login = incoming?.credentials ?? standing;
    (0,validity/* refuseNeedless */.Ut)(incoming === null ? creds : 'creds-json', login, minValidityMs);
    if (incoming !== null && !isContinued && !(0,validity/* isValidAsAsked */.f8)(incoming.credentials, minValidityMs)) {
        refuseUsedUp(incoming, env);
    }
    if (target !== null && login !== null)
        (0,login_secrets/* assertFits */.Vl)(target, (0,store_login/* textsOf */.C)(login));
    return { incoming, standing, target, version, timeoutSeconds, isContinued };
}
function refuseUsedUp({ credentials }, env) {
    if (!(0,used_up/* usedUpPairs */.W)(env).includes((0,fingerprint/* fingerprint */.R)(credentials)))
        return;
    const what = 'an earlier step of this job has renewed the login, and used up the credentials that came in by creds-json';
    const remedy = `Give this step the same creds as that one, or its output creds-json. ${reasons/* NOT_SENT */.FY}`;
    throw new reasons/* RefreshError */.M4('secret-stale', what, remedy);
}
function isRenewed(standing, { accessToken }) {
    return (standing.kind === 'descendant' || (standing.kind === 'same' && standing.credentials.accessToken !== accessToken));
}
async function install(version, env, installing) {
    const { installClaude } = await __webpack_require__.e(/* import() */ 629).then(__webpack_require__.bind(__webpack_require__, 5629));
    return installClaude(version, env, installing);
}
async function openStore(target, arrival, { env, signals }) {
    const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(905)]).then(__webpack_require__.bind(__webpack_require__, 6905));
    const signal = signals.cancel;
    const store = await openSecretStore(target, newSight(target, env));
    await store.checkNotStale(arrival, { limitMs: ASK_LIMIT_MS, signal });
    await store.proveWritable({ limitMs: ASK_LIMIT_MS, signal });
    return store;
}


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ textsOf),
/* harmony export */   storeLogin: () => (/* binding */ storeLogin)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2169);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);






async function storeLogin(task, env) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .n)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, env);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeFound(login, task, env) {
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountOf */ .X)(login), task.account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_5__/* .usedUpPairs */ .W)(env).includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login)))
        return { kind: 'used-up', message: isUsedUp(task.creds) };
    if (login.refreshToken === null && (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) !== task.incoming)
        return { kind: 'failed', message: lacksRefreshToken(task.creds), sealed: null };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', _state_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN */ .HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        const sealed = store.sealedFallback(texts);
        const byHand = sealed === null ? '' : '; the job summary has the line that stores it by hand';
        return { kind: 'failed', message: `${message}${byHand}`, sealed };
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than the one that this job began with, so neither that login nor its access token was stored; the secret stays as it is`;
}
function isUsedUp(creds) {
    return `${creds} holds a pair that this job has used up for a newer one, so neither that pair nor its access token was stored; the secret stays as it is`;
}
function lacksRefreshToken(creds) {
    return `the login that ${creds} holds by now has no refresh token, so neither it nor its access token was stored; the secret stays as it is`;
}
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ }),

/***/ 6343:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ Deadline)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
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
    whenPassed(callback, longestTimerMs = LONGEST_TIMER_MS) {
        let timer;
        const wait = () => {
            timer = setTimeout(() => {
                if (this.hasPassed())
                    callback();
                else
                    wait();
            }, Math.min(Math.ceil(this.remainingMs()), longestTimerMs));
        };
        if (this.atMs < Infinity)
            wait();
        return () => {
            clearTimeout(timer);
        };
    }
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ HomeLayout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(123);


class HomeLayout {
    path;
    constructor(path) {
        this.path = path;
    }
    get configFolder() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, '.claude');
    }
    get credentialsPath() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.configFolder, '.credentials.json');
    }
    get temporaryFolder() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'tmp');
    }
    get claudeRecord() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'claude.stat');
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .newReplacementPathIn */ .x$)(this.path);
    }
}


/***/ }),

/***/ 2490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ signalGroup)
/* harmony export */ });
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


/***/ }),

/***/ 7948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ ApiFailure),
/* harmony export */   So: () => (/* binding */ dateMsOf),
/* harmony export */   wo: () => (/* binding */ GIVEN_UP)
/* harmony export */ });
class ApiFailure extends Error {
    name = 'ApiFailure';
    status;
    said;
    waitMs;
    dateMs;
    isRateLimit;
    isSingleSignOn;
    constructor({ status, said, headers }) {
        super(`GitHub's API: ${status ?? 'no answer'} ${said}`);
        this.status = status;
        this.said = said;
        this.dateMs = dateMsOf(headers.date);
        const singleSignOn = headers['x-github-sso'];
        this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required');
        const askedMs = askedWaitMs(headers);
        this.isRateLimit = status === 429 || (status === 403 && (askedMs !== null || /rate limit/i.test(said)));
        this.waitMs = askedMs ?? (this.isRateLimit ? LEAST_WAIT_MS : null);
    }
    static ofForeignAnswer() {
        return new ApiFailure({ status: null, said: "an answer that is not GitHub's", headers: {} });
    }
    get isGivenUp() {
        return this.status === null && this.said === GIVEN_UP;
    }
    get isRefusal() {
        return this.status !== null && this.status < 500;
    }
    get isPassing() {
        return this.status === null || this.status >= 500 || this.isRateLimit;
    }
}
function dateMsOf(header) {
    const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
}
const GIVEN_UP = 'given up';
const LEAST_WAIT_MS = 60_000;
function askedWaitMs(headers) {
    const retryAfterSeconds = wholeNumber(headers['retry-after']);
    if (retryAfterSeconds !== null)
        return retryAfterSeconds * 1_000;
    const resetSeconds = wholeNumber(headers['x-ratelimit-reset']);
    if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0)
        return null;
    return Math.max(0, resetSeconds * 1_000 - Date.now());
}
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null;
}


/***/ }),

/***/ 7668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ permissionFor),
/* harmony export */   df: () => (/* binding */ describePlace),
/* harmony export */   z1: () => (/* binding */ secretsPath)
/* harmony export */ });
function describePlace(place) {
    switch (place.kind) {
        case 'repository':
            return `repository ${place.repository}`;
        case 'environment':
            return `environment ${JSON.stringify(place.environment)} of ${place.repository}`;
        case 'organization':
            return `organization ${place.organization}`;
    }
}
function secretsPath(place) {
    switch (place.kind) {
        case 'repository':
            return `/repos/${place.repository}/actions/secrets`;
        case 'environment':
            return `/repos/${place.repository}/environments/${encodeSegment(place.environment)}/secrets`;
        case 'organization':
            return `/orgs/${place.organization}/actions/secrets`;
    }
}
function permissionFor(place) {
    switch (place.kind) {
        case 'repository':
            return 'the repository permission "Secrets: write" (a classic token: the scope "repo")';
        case 'environment':
            return 'the repository permission "Environments: write" (a classic token: the scope "repo")';
        case 'organization':
            return 'the organization permission "Secrets: write" (a classic token of an owner: the scope "admin:org")';
    }
}
function encodeSegment(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}


/***/ }),

/***/ 8064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ PlaceKey),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* unused harmony export fetchPublicKey */
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6153);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7948);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7668);



async function fetchPublicKey(place, api, signal) {
    const { data } = await api({ method: 'GET', path: `${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsPath */ .z1)(place)}/public-key`, signal });
    const { key_id: id, key } = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) ? data : {};
    const fetched = publicKeyOf(id, key);
    if (fetched === null)
        throw _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9.ofForeignAnswer();
    return fetched;
}
function publicKeyOf(id, key) {
    if (typeof id !== 'string' || !/^[\w.-]+$/.test(id))
        return null;
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES)
        return null;
    return { id, key };
}
class PlaceKey {
    place;
    api;
    memory;
    #key;
    constructor(place, api, memory) {
        this.place = place;
        this.api = api;
        this.memory = memory;
        this.#key = memory.key;
    }
    get last() {
        return this.#key;
    }
    async current(signal) {
        return this.#key ?? this.#fetch(signal);
    }
    async whileCurrent(signal, request) {
        const key = await this.current(signal);
        try {
            return await request(key);
        }
        catch (error) {
            if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9) || error.status !== 422)
                throw error;
            const renewed = await this.#fetch(signal);
            if (renewed.id === key.id && renewed.key === key.key)
                throw error;
            return request(renewed);
        }
    }
    async #fetch(signal) {
        this.#key = await fetchPublicKey(this.place, this.api, signal);
        this.memory.saveKey(this.#key);
        return this.#key;
    }
}
const KEY_BYTES = 32;


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2258);

const LONGEST_QUOTE = 40;
function quote(text) {
    return JSON.stringify((0,_core_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text).slice(0, LONGEST_QUOTE));
}


/***/ }),

/***/ 439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ PROBE_NAME),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9607);


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
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}


/***/ }),

/***/ 6961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ renewedBefore),
/* harmony export */   fx: () => (/* binding */ latestWriteMs),
/* harmony export */   sX: () => (/* binding */ stalenessOf)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7668);



const TOLERANCE_MS = 2 * 60 * 1_000;
function latestWriteMs(storedAt) {
    const storedAtMs = Date.parse(storedAt ?? '');
    return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS;
}
function renewedBefore({ place, name }) {
    return `an earlier step of this job has renewed the login in the secret ${name} of ${(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place)}, and the credentials that came in are older; give this step the same creds as that one, or its output creds-json; ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
}
function stalenessOf({ place, name }, updatedAtMs, storedAt) {
    const latestMs = latestWriteMs(storedAt);
    if (updatedAtMs === null || latestMs === null || updatedAtMs <= latestMs)
        return null;
    const [written, stamped] = [(0,_core_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .v)(updatedAtMs), (0,_core_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .v)(Date.parse(storedAt))];
    return `the secret ${name} of ${(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place)} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
}


/***/ }),

/***/ 6547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gt: () => (/* binding */ visibilityOf),
/* harmony export */   hM: () => (/* binding */ probeVisibility),
/* harmony export */   tK: () => (/* binding */ newVisibility),
/* harmony export */   tQ: () => (/* binding */ readVisibility)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6153);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7948);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7668);



const NOBODY = { visibility: 'selected', selected_repository_ids: [] };
const NEW = { visibility: 'private' };
const PAGE_SIZE = 100;
function newVisibility(place) {
    return place.kind === 'organization' ? NEW : {};
}
function probeVisibility(place) {
    return place.kind === 'organization' ? NOBODY : {};
}
async function readVisibility(at, secret, api, signal) {
    if (at.place.kind !== 'organization' || secret === null)
        return newVisibility(at.place);
    const { visibility } = secret;
    if (typeof visibility !== 'string' || !isWord(visibility))
        throw _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9.ofForeignAnswer();
    if (visibility !== 'selected')
        return { visibility };
    const path = `${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsPath */ .z1)(at.place)}/${at.name}/repositories`;
    return { visibility, selected_repository_ids: await readRepositoryIds(path, api, signal) };
}
function visibilityOf(value) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value) || typeof value.visibility !== 'string' || !isWord(value.visibility))
        return null;
    const { visibility, selected_repository_ids: ids } = value;
    if (!Array.isArray(ids))
        return { visibility };
    return { visibility, selected_repository_ids: ids.filter(id => typeof id === 'number') };
}
function isWord(text) {
    return /^\w+$/.test(text);
}
async function readRepositoryIds(path, api, signal) {
    const ids = [];
    for (let page = 1;; page += 1) {
        const { data } = await api({ method: 'GET', path, parameters: { per_page: PAGE_SIZE, page }, signal });
        const repositories = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) ? data.repositories : undefined;
        if (!Array.isArray(repositories))
            throw _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9.ofForeignAnswer();
        ids.push(...repositories.flatMap(idOf));
        if (repositories.length < PAGE_SIZE)
            return ids;
    }
}
function idOf(repository) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(repository) && typeof repository.id === 'number' ? [repository.id] : [];
}


/***/ })

};
;
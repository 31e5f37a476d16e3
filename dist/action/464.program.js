"use strict";
exports.id = 464;
exports.ids = [464];
exports.modules = {

/***/ 4464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 2 modules
var process_identity = __webpack_require__(4721);
// EXTERNAL MODULE: ./src/action/clr/signals.ts
var signals = __webpack_require__(2015);
;// CONCATENATED MODULE: ./src/action/clr/abandoned.ts



const STEPS = [
    ['SIGTERM', 7_000],
    ['SIGTERM', 2_000],
    ['SIGKILL', 1_000]
];
const ASK_EVERY_MS = 20;
async function endAbandonedClr(identity) {
    if (identity === null)
        return;
    for (const [signal, patienceMs] of STEPS) {
        if ((0,process_identity/* isAlive */._n)(identity) !== 'yes')
            return;
        (0,signals/* killProcess */.i)(identity.pid, signal);
        await untilGone(identity, patienceMs);
    }
}
async function untilGone(identity, patienceMs) {
    for (let waitedMs = 0; waitedMs < patienceMs && (0,process_identity/* isAlive */._n)(identity) === 'yes'; waitedMs += ASK_EVERY_MS) {
        await (0,promises_.setTimeout)(ASK_EVERY_MS);
    }
}

// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __webpack_require__(626);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(9890);
// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __webpack_require__(8651);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/action/clr/report.ts
var clr_report = __webpack_require__(5146);
// EXTERNAL MODULE: ./src/action/clr/start.ts
var start = __webpack_require__(9022);
// EXTERNAL MODULE: ./src/action/output/annotations.ts
var annotations = __webpack_require__(5420);
// EXTERNAL MODULE: ./src/action/output/masks.ts
var masks = __webpack_require__(5067);
// EXTERNAL MODULE: ./src/action/output/text.ts
var output_text = __webpack_require__(2323);
// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __webpack_require__(2800);
;// CONCATENATED MODULE: ./src/action/recover-leftovers.ts












const RECOVER_TIMEOUT_SECONDS = 75;
const SILENT = ['still-valid', 'creds-invalid', 'creds-not-found'];
async function recoverLeftovers(creds, context) {
    const file = (0,credentials_path/* findPlace */.Pj)(creds);
    if (file === null)
        return 'done';
    const isLeft = await (0,rights/* withRightsOf */.tl)((0,rights/* ownerToActFor */.wA)(file.real), () => Promise.resolve(isSomethingLeft(file)));
    if (!isLeft)
        return 'done';
    if (!(0,external_node_fs_.existsSync)(file.real)) {
        const { clearWithoutFile } = await Promise.all(/* import() */[__webpack_require__.e(190), __webpack_require__.e(288), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 5469));
        return (await clearWithoutFile(file, RECOVER_TIMEOUT_SECONDS, context)) ? 'done' : 'failed';
    }
    const { env, clrProgram, startClr, signals, loadToolkit } = context;
    const args = (0,start/* recoverArguments */.Rm)(creds, RECOVER_TIMEOUT_SECONDS);
    const running = startClr({ program: clrProgram, args, env: (0,start/* environmentFor */.DD)(env) });
    signals.passOnTo(running);
    const report = (0,clr_report/* reportFrom */.rw)(await running.ended, 'recover');
    const isSilent = SILENT.includes(report.reason);
    if (isSilent && report.warnings.length === 0)
        return 'done';
    const toolkit = await loadToolkit();
    for (const mask of (0,masks/* masksFor */.R)([(0,seen_credentials/* seeCredentials */.Sr)(creds)]))
        toolkit.setSecret(mask);
    if (isSilent || report.exitCode === 0) {
        (0,annotations/* warnOf */.c$)(toolkit, report);
        if (!isSilent)
            toolkit.info((0,output_text/* asLogLine */.jy)(report.message));
        return 'done';
    }
    if (report.reason === 'locked') {
        toolkit.warning(report.message, { title: (0,reasons/* outcomeOf */.sG)('locked').title });
        return 'locked';
    }
    (0,annotations/* annotate */.fz)(toolkit, report, Date.now());
    return 'failed';
}
function isSomethingLeft(file) {
    try {
        if (!work_folder/* WorkFolder */.y2.exists(file))
            return false;
        const folder = work_folder/* WorkFolder */.y2.open(file);
        folder.close();
        return work_folder/* WorkFolder */.y2.exists(file) && !(0,lineage/* isLineageAlone */.$f)(folder);
    }
    catch (error) {
        return error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-unreadable';
    }
}

;// CONCATENATED MODULE: ./src/action/run-post.ts




const STORE_TRIES = 3;
async function runPost(context) {
    const state = post_state/* PostState */.Wu.read(context.env);
    const { clr, creds } = state.known;
    await endAbandonedClr(clr);
    return creds === null ? 0 : endStep(creds, { ...context, state });
}
async function endStep(creds, context) {
    const recovery = await recoverLeftovers(creds, context);
    for (let tries = 0; tries < STORE_TRIES; tries += 1) {
        if (!(await storeNewer(creds, context)))
            return 1;
        if (recovery !== 'done')
            return recovery === 'failed' ? 1 : 0;
        const removal = await removeMadeFile(creds, context);
        if (removal !== 'changed')
            return removal === 'kept' ? 1 : 0;
    }
    const toolkit = await context.loadToolkit();
    const message = `${creds} holds a newer login than the secret, and stays where it is: it changes while it is stored, or the inputs that name the secret are empty by now`;
    toolkit.error(message, { title: 'Newer credentials not stored' });
    return 1;
}
async function storeNewer(creds, context) {
    if (context.state.known.stored.kind === 'no-secret')
        return true;
    const { storeLate } = await Promise.all(/* import() */[__webpack_require__.e(269), __webpack_require__.e(858)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    return storeLate(creds, context);
}
async function removeMadeFile(creds, context) {
    const { state, signals, loadToolkit } = context;
    if (!state.known.placed)
        return 'done';
    const { reportOnlyCopy, whyToKeep } = await __webpack_require__.e(/* import() */ 549).then(__webpack_require__.bind(__webpack_require__, 8930));
    const { removePlaced } = await Promise.all(/* import() */[__webpack_require__.e(190), __webpack_require__.e(976)]).then(__webpack_require__.bind(__webpack_require__, 6976));
    try {
        const why = whyToKeep(creds, context);
        if (why !== null) {
            reportOnlyCopy(await loadToolkit(), why);
            return 'kept';
        }
        const elsewhere = {
            pairs: await pairsElsewhere(context),
            isInSecret: state.known.stored.kind !== 'no-secret'
        };
        return (await removePlaced(creds, elsewhere, signals.cancel)) ? 'done' : 'changed';
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const toolkit = await loadToolkit();
        toolkit.warning(`${creds} was not removed: ${error.message}`, { title: 'Credentials file left behind' });
        return 'done';
    }
}
async function pairsElsewhere(context) {
    const { usedUpPairs } = await __webpack_require__.e(/* import() */ 640).then(__webpack_require__.bind(__webpack_require__, 2259));
    const { stored, incoming, delivered } = context.state.known;
    const handedOn = stored.kind === 'no-secret' ? [incoming, delivered] : [];
    const inSecret = stored.kind === 'pair' ? stored.fingerprint : null;
    return [...handedOn, inSecret, ...usedUpPairs(context)].filter(pair => pair !== null);
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

/***/ 3335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ notWritable),
/* harmony export */   M: () => (/* binding */ inTheWay)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


function notWritable(what, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or remove it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}


/***/ }),

/***/ 4650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q_: () => (/* binding */ withOwnRights),
/* harmony export */   tl: () => (/* binding */ withRightsOf),
/* harmony export */   wA: () => (/* binding */ ownerToActFor)
/* harmony export */ });
/* unused harmony exports become, succeedsAs */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);



function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real));
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
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(takeBack);
        return null;
    }
}


/***/ }),

/***/ 1380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   p: () => (/* binding */ orUnreadable)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


const A_NEWER_PAIR = 'a newer pair may be there';
function orUnreadable(entry, read, what = A_NEWER_PAIR) {
    try {
        return read();
    }
    catch (error) {
        throw unreadable(entry, error, what);
    }
}
function unreadable(entry, error, what = A_NEWER_PAIR) {
    if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4 || !(error instanceof Error) || !('code' in error))
        return error;
    const why = `cannot read ${entry}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}; ${what}`;
    const message = `${why}, so it stays as it is, and ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-unreadable', message, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $y: () => (/* binding */ GONE_PREFIX),
  xL: () => (/* binding */ HOME_PREFIX),
  m4: () => (/* binding */ REPLACEMENT_PREFIX),
  jf: () => (/* binding */ RESCUE_PREFIX),
  y2: () => (/* binding */ WorkFolder),
  x$: () => (/* binding */ newReplacementPathIn),
  Hu: () => (/* binding */ workFolderPath)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
;// CONCATENATED MODULE: ./src/core/private-folder.ts




function makePrivateFolder(folder) {
    for (;;) {
        try {
            (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
        }
        catch (error) {
            if ((0,system_error/* errorCode */.CA)(error) !== 'EEXIST')
                throw error;
        }
        const found = unlessGone(folder);
        if (found !== null)
            return found;
    }
}
function unlessGone(folder) {
    try {
        return makePrivate(folder);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw error;
        throw (0,not_writable/* inTheWay */.M)(folder, 'it should be a folder of ours');
    }
}
function makePrivate(folder) {
    const fd = (0,external_node_fs_.openSync)(folder, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,external_node_fs_.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run: let that user run \`clr recover\`, which removes it`);
        }
        if (!isPrivate(fd))
            chmodIfPossible(fd);
        return { keepsModes: isPrivate(fd) };
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,external_node_fs_.fstatSync)(fd).mode & 0o777) === 0o700;
}
function chmodIfPossible(fd) {
    try {
        (0,external_node_fs_.fchmodSync)(fd, 0o700);
    }
    catch {
    }
}

// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __webpack_require__(1380);
;// CONCATENATED MODULE: ./src/core/work-folder.ts









const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
function workFolderPath({ real }) {
    return `${real}.clr`;
}
class WorkFolder {
    path;
    keepsModes;
    constructor(path, keepsModes) {
        this.path = path;
        this.keepsModes = keepsModes;
    }
    static open(file) {
        const folder = WorkFolder.#make(workFolderPath(file));
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static #make(at) {
        try {
            return new WorkFolder(at, makePrivateFolder(at).keepsModes);
        }
        catch (error) {
            throw error instanceof reasons/* RefreshError */.M4 ? error : cannotMake(at, error);
        }
    }
    static find(file) {
        return WorkFolder.exists(file) ? new WorkFolder(workFolderPath(file), true) : null;
    }
    static exists(file) {
        const folder = workFolderPath(file);
        return (0,unreadable/* orUnreadable */.p)(folder, () => (0,read/* unlessMissing */.F2)(() => (0,external_node_fs_.lstatSync)(folder))) !== null;
    }
    at(name) {
        return external_node_path_default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return (0,unreadable/* orUnreadable */.p)(this.path, () => (0,read/* namesIn */.wX)(this.path)).filter(name => name !== GITIGNORE);
    }
    close() {
        try {
            if (this.names().length > 0)
                return;
            (0,external_node_fs_.rmSync)(this.at(GITIGNORE), { force: true });
            (0,external_node_fs_.rmdirSync)(this.path);
        }
        catch {
        }
    }
    hideFromGit() {
        try {
            (0,external_node_fs_.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,system_error/* errorCode */.CA)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function newReplacementPathIn(folder) {
    return external_node_path_default().join(folder, `${REPLACEMENT_PREFIX}${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.json`);
}
function cannotMake(folder, error) {
    return (0,not_writable/* notWritable */.G)(`cannot write in ${external_node_path_default().dirname(folder)}, where the new credentials must be put`, error);
}


/***/ }),

/***/ 5172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isLineageAlone),
/* harmony export */   K9: () => (/* binding */ isDescendant),
/* harmony export */   Kj: () => (/* binding */ readLineage),
/* harmony export */   Ms: () => (/* binding */ addToLineage),
/* harmony export */   fn: () => (/* binding */ writeLineage),
/* harmony export */   qt: () => (/* binding */ removeLineage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2514);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8651);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1380);






const RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_4__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextIfExists */ .TP)(file)) ?? '');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const [at, from] = [pair, ancestor].map(one => lineage?.pairs.indexOf((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(one)) ?? -1);
    return at !== undefined && from !== undefined && from >= 0 && at > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    const staged = folder.at(`${_work_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .REPLACEMENT_PREFIX */ .m4}lineage.json`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(staged, { force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(staged, JSON.stringify({ isFileMade, pairs: pairs.slice(-MAX_PAIRS) }), { mode: 0o600, flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(staged, folder.at(RECORD));
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
function isLineageAlone(folder) {
    return folder.names().every(name => name === RECORD);
}
function removeLineage(folder) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder.at(RECORD), { force: true });
}


/***/ })

};
;
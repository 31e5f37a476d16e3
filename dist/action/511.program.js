"use strict";
exports.id = 511;
exports.ids = [511];
exports.modules = {

/***/ 4747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ inWordsOfAction)
});

// UNUSED EXPORTS: withInputNames

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
;// CONCATENATED MODULE: ./src/action/remedies.ts

const FOR_WORKFLOWS = {
    'claude-not-found': 'Set `claude-version: stable`, and the action installs it, or put `claude` on PATH in an earlier step.',
    'claude-failed': 'Run `claude --version` in a step of the same job to see whether `claude` works there at all.'
};
function remedyForWorkflow(reason, remedy = (0,reasons/* outcomeOf */.sG)(reason).remedy) {
    const own = FOR_WORKFLOWS[reason];
    return own === undefined ? remedy : remedy.replace((0,reasons/* outcomeOf */.sG)(reason).remedy, () => own);
}

;// CONCATENATED MODULE: ./src/action/input-names.ts

const OPTION = /^`--(creds|timeout|min-validity|trace|dry-run)(?:[ =]([^`]*))?`$/;
function withInputNames(text) {
    return text
        .split(/(`[^`]*`)/)
        .map((part, at) => (at % 2 === 1 ? inputOf(part) : part.replace(RUN_AGAIN, '$1un the workflow again')))
        .join('');
}
const RUN_AGAIN = /(?<![/\w-])([Rr])un it again\b(?!\/)/g;
function inputOf(code) {
    return code.replace(OPTION, (_option, name, value) => value === undefined ? `\`${name}\`` : `\`${name}: ${value}\``);
}
function inWordsOfAction(report) {
    const { reason, message, remedy, warnings } = report;
    return {
        ...report,
        message: withInputNames(message),
        remedy: withInputNames(remedyForWorkflow(reason, remedy)),
        warnings: warnings.map(withInputNames)
    };
}


/***/ }),

/***/ 511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __webpack_require__(684);
// EXTERNAL MODULE: ./src/action/clr/signals.ts
var signals = __webpack_require__(2015);
;// CONCATENATED MODULE: ./src/action/clr/end-abandoned.ts



const CLR_STEPS = [
    ['SIGTERM', 7_000],
    ['SIGTERM', 2_000],
    ['SIGKILL', 1_000]
];
const MAIN_STEPS = [
    ['SIGINT', 10_000],
    ['SIGTERM', 2_500],
    ['SIGKILL', 1_000]
];
const POLL_INTERVAL_MS = 20;
function cancelMain(identity) {
    return end(identity, MAIN_STEPS);
}
function endAbandonedClr(identity) {
    return end(identity, CLR_STEPS);
}
async function end(identity, steps) {
    if (identity === null)
        return;
    for (const [signal, waitMs] of steps) {
        if ((0,process_identity/* isAlive */._n)(identity) !== 'yes')
            return;
        (0,signals/* killProcess */.i)(identity.pid, signal);
        await waitUntilGone(identity, waitMs);
    }
}
async function waitUntilGone(identity, limitMs) {
    for (let waitedMs = 0; waitedMs < limitMs && (0,process_identity/* isAlive */._n)(identity) === 'yes'; waitedMs += POLL_INTERVAL_MS) {
        await (0,promises_.setTimeout)(POLL_INTERVAL_MS);
    }
}

// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __webpack_require__(626);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/deadline.ts
var deadline = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/action/clr/report.ts + 1 modules
var clr_report = __webpack_require__(7161);
// EXTERNAL MODULE: ./src/action/clr/start.ts
var start = __webpack_require__(9022);
// EXTERNAL MODULE: ./src/action/input-names.ts + 1 modules
var input_names = __webpack_require__(4747);
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
    if (!(0,external_node_fs_.existsSync)(file.real))
        return clear(file, context);
    const { env, clrProgram, startClr, signals, loadToolkit } = context;
    const args = ['recover', '--json', `--creds=${creds}`, `--timeout=${RECOVER_TIMEOUT_SECONDS}`];
    const running = startClr({ program: clrProgram, args, env: (0,start/* environmentFor */.DD)(env) });
    signals.passOnTo(running);
    const report = (0,input_names/* inWordsOfAction */._)((0,clr_report/* reportFrom */.rw)(await running.ended, 'recover'));
    const isSilent = SILENT.includes(report.reason);
    if (isSilent && report.warnings.length === 0)
        return 'done';
    const toolkit = await loadToolkit();
    for (const mask of (0,masks.masksFor)([(0,seen_credentials.seeCredentials)(creds)]))
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
    const { aboutLogin } = await __webpack_require__.e(/* import() */ 308).then(__webpack_require__.bind(__webpack_require__, 6927));
    const about = aboutLogin(report, creds, env);
    (0,annotations/* annotate */.fz)(toolkit, about.report, { nowMs: Date.now(), loginCommand: about.loginCommand });
    return 'failed';
}
function isSomethingLeft(file) {
    try {
        if (!work_folder/* WorkFolder */.y2.exists(file))
            return false;
        const folder = work_folder/* WorkFolder */.y2.open(file);
        folder.close();
        return work_folder/* WorkFolder */.y2.exists(file) && !(0,lineage/* holdsOnlyRecords */.PC)(folder);
    }
    catch (error) {
        return error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-unreadable';
    }
}
async function clear(file, { signals, loadToolkit }) {
    const { clearWithoutFile } = await Promise.all(/* import() */[__webpack_require__.e(226), __webpack_require__.e(67), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 5469));
    try {
        await clearWithoutFile(file, { deadline: deadline/* Deadline */.B.after(RECOVER_TIMEOUT_SECONDS), cancel: signals.cancel });
        return 'done';
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const toolkit = await loadToolkit();
        toolkit.warning(`${file.real}.clr could not be removed: ${error.message}`, { title: 'Credentials left behind' });
        return 'failed';
    }
}

;// CONCATENATED MODULE: ./src/action/run-post.ts




const STORE_TRIES = 3;
async function runPost(context) {
    const state = post_state/* PostState */.Wu.read(context.env);
    const { main, finished } = state.known;
    await cancelMain(main);
    if (!finished)
        state.readOn();
    const { clr, creds } = state.known;
    await endAbandonedClr(clr);
    if (creds === null)
        return 0;
    if (!finished)
        await maskLogin(creds, context);
    return endStep(creds, { ...context, state });
}
async function maskLogin(creds, { loadToolkit }) {
    const { masksFor } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5067));
    const { seeCredentials } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2800));
    const masks = masksFor([seeCredentials(creds)]);
    const toolkit = await loadToolkit();
    for (const mask of masks)
        toolkit.setSecret(mask);
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
    const message = `${creds} has a newer login than the secret, so it was not removed: it kept changing while it was being stored, or the inputs that name the secret are now empty`;
    toolkit.error(message, { title: 'Newer credentials not stored' });
    return 1;
}
async function storeNewer(creds, context) {
    if (context.state.known.stored.kind === 'no-secret')
        return true;
    const { storeLate } = await Promise.all(/* import() */[__webpack_require__.e(216), __webpack_require__.e(596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    return storeLate(creds, context);
}
async function removeMadeFile(creds, context) {
    const { state, signals, loadToolkit } = context;
    if (!state.known.placed)
        return 'done';
    const { ONLY_COPY_TITLE, whyToKeep } = await __webpack_require__.e(/* import() */ 549).then(__webpack_require__.bind(__webpack_require__, 8930));
    const { removePlaced } = await Promise.all(/* import() */[__webpack_require__.e(226), __webpack_require__.e(976)]).then(__webpack_require__.bind(__webpack_require__, 6976));
    try {
        const why = whyToKeep(creds, context);
        if (why !== null) {
            const toolkit = await loadToolkit();
            toolkit.error(why, { title: ONLY_COPY_TITLE });
            return 'kept';
        }
        const elsewhere = { pairs: await pairsElsewhere(context), isInSecret: state.known.stored.kind !== 'no-secret' };
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
    const notInSecret = stored.kind === 'no-secret' ? [incoming, delivered] : [];
    const inSecret = stored.kind === 'pair' ? [stored.fingerprint] : [];
    return [...notInSecret, ...inSecret, ...usedUpPairs(context)].filter(pair => pair !== null);
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
            const ms = Math.min(Math.ceil(this.remainingMs()), longestTimerMs);
            timer = setTimeout(() => {
                if (this.hasPassed())
                    callback();
                else
                    wait();
            }, ms);
        };
        if (this.atMs < Infinity)
            wait();
        return () => {
            clearTimeout(timer);
        };
    }
}


/***/ }),

/***/ 4650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ succeedsAs),
/* harmony export */   q_: () => (/* binding */ withOwnRights),
/* harmony export */   tl: () => (/* binding */ withRightsOf),
/* harmony export */   wA: () => (/* binding */ ownerToActFor)
/* harmony export */ });
/* unused harmony export become */
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
    const restore = user === null ? null : takeRightsOf(user);
    try {
        return await work();
    }
    finally {
        restore?.();
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
    const restore = takeRightsOf(user);
    try {
        look();
        return restore !== null;
    }
    catch {
        return false;
    }
    finally {
        restore?.();
    }
}
function takeRightsOf({ uid, gid }) {
    const [groups, ownGid] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0];
    const restore = () => {
        process.seteuid?.(0);
        process.setegid?.(ownGid);
        process.setgroups?.(groups);
    };
    try {
        process.setgroups?.([gid]);
        process.setegid?.(gid);
        process.seteuid?.(uid);
        return restore;
    }
    catch {
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(restore);
        return null;
    }
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
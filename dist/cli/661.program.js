"use strict";
exports.id = 661;
exports.ids = [661];
exports.modules = {

/***/ 7661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dryRun: () => (/* binding */ dryRun)
});

// EXTERNAL MODULE: ./src/core/claude/find-claude.ts
var find_claude = __webpack_require__(5082);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __webpack_require__(2056);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __webpack_require__(3438);
// EXTERNAL MODULE: ./src/core/deadline.ts
var core_deadline = __webpack_require__(6343);
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
// EXTERNAL MODULE: ./src/core/status/locks.ts
var status_locks = __webpack_require__(3842);
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
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __webpack_require__(8651);
;// CONCATENATED MODULE: ./src/core/dry-run/locks.ts














function lookAtLocks(file) {
    const folder = openUnlessLocked(file);
    try {
        const warnings = (0,cli_lock_paths/* cliLocksFor */.aT)(file).flatMap(lock => lookAtCliLock(lock, folder) ?? []);
        return { folder, warnings: [...(folder.keepsModes ? [] : [(0,locks/* noModesWarning */.kM)(file)]), ...warnings] };
    }
    catch (error) {
        folder.close();
        throw error;
    }
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
        const own = (0,status_locks/* ownLockStatus */.CJ)(folder);
        if (own !== null && (0,status_locks/* isHeld */.i7)(own, Date.now()))
            throw locked((0,wait_for_turn/* describeRun */.vZ)((0,own_lock/* findHolder */.IL)(folder)?.identity ?? null));
    }, 'it tells who holds the lock');
}
function lookAtCliLock(lock, folder) {
    try {
        const warning = (0,cli_locks/* whyLeftAlone */.vM)(lock);
        if (warning !== null)
            return warning;
        const stats = (0,external_node_fs_.lstatSync)(lock.path, { throwIfNoEntry: false });
        const isOfRun = (0,cli_lock_record/* recordedLocks */.zK)(folder).includes(lock.path);
        if (stats !== undefined && !isOfRun && (0,status_locks/* isHeld */.i7)((0,status_locks/* cliLockStatus */.uU)(lock, stats), Date.now())) {
            throw locked((0,wait_for_turn/* describeSession */._0)(lock));
        }
        assertMayMakeIn(external_node_path_default().dirname(lock.path));
        return null;
    }
    catch (error) {
        return (0,cli_locks/* warningOf */.aj)(lock, error);
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
var abandoned_run = __webpack_require__(5067);
// EXTERNAL MODULE: ./src/core/recovery/put-back.ts + 1 modules
var put_back = __webpack_require__(1439);
// EXTERNAL MODULE: ./src/core/recovery/rescue-file.ts
var rescue_file = __webpack_require__(6577);
// EXTERNAL MODULE: ./src/core/recovery/trusted-entry.ts
var trusted_entry = __webpack_require__(3609);
// EXTERNAL MODULE: ./src/core/status/remains.ts
var remains = __webpack_require__(3688);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __webpack_require__(684);
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
            const outlook = (0,remains/* outlookOfHome */.o)(home, this.#login);
            const place = (0,found_login/* pairPathIn */.Lx)(home, home.origin);
            if (outlook === 'put-back')
                this.#putBack(judgement.newPair, place);
            const { from, isSignIn = false } = home.origin;
            if (outlook === 'another-login')
                this.others.push({ path: place, from, isNewLogin: isSignIn });
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
        return this.#login !== null && (0,fingerprint/* fingerprint */.R)(this.#login) === pair;
    }
}

// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/recovery/missing-file.ts
var missing_file = __webpack_require__(3518);
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
        return { given, incoming, ...(0,missing_file/* findOrPlace */.G)(given, credsFrom) };
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
        const own = { mode: 0o600, uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
        const replacement = write_back_replacement/* Replacement */.z.reserve(file, temporaryPath, incoming === null ? {} : { like: own });
        return () => {
            replacement.discard();
        };
    }
    try {
        (0,sync/* writeToDisk */.S)(temporaryPath, Buffer.alloc(NEW_FILE_BYTES));
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot make ${given}`, error);
    }
    return () => void (0,remove/* removeIfPossible */.h)(temporaryPath);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/core/home/disk-space.ts
var disk_space = __webpack_require__(3681);
;// CONCATENATED MODULE: ./src/core/dry-run/room.ts







function proveRoom(folder, makeNewFile) {
    const probe = folder.at(`${work_folder/* GONE_PREFIX */.$y}dry-run-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
    let isMade = false;
    try {
        orNotWritable(probe, () => {
            (0,disk_space/* makeFolderWithSpace */.Ff)(probe);
        });
        isMade = true;
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
        if ((0,external_node_fs_.existsSync)(isMade ? probe : folder.path))
            throw error;
        return false;
    }
    finally {
        (0,remove/* removeIfPossible */.h)(probe);
    }
}
function orNotWritable(probe, work) {
    try {
        work();
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot write in an isolated HOME at ${probe}`, error);
    }
}
function inNewFolderFor(given, work) {
    const probe = external_node_path_default().join(nearestFolder(given), `.clr-dry-run-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
    try {
        (0,external_node_fs_.mkdirSync)(probe, { mode: 0o700 });
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot make the folder ${external_node_path_default().dirname(given)}`, error);
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
    return (0,external_node_fs_.existsSync)(above) || above === entry ? above : nearestFolder(above);
}

// EXTERNAL MODULE: ./src/core/refresh.ts + 5 modules
var refresh = __webpack_require__(3757);
// EXTERNAL MODULE: ./src/core/refuse-unsafe.ts
var refuse_unsafe = __webpack_require__(8218);
// EXTERNAL MODULE: ./src/core/rejections.ts
var rejections = __webpack_require__(7755);
// EXTERNAL MODULE: ./src/core/report-draft.ts
var report_draft = __webpack_require__(3399);
// EXTERNAL MODULE: ./src/core/system/platform.ts
var platform = __webpack_require__(7746);
;// CONCATENATED MODULE: ./src/core/dry-run.ts

















const MAX_PROOFS = 5;
async function dryRun(options, log) {
    const draft = new report_draft/* ReportDraft */.G();
    const deadline = core_deadline/* Deadline */.B.after(options.timeoutSeconds, options.startMs);
    try {
        draft.creds = (0,typed_path/* absolutePath */.Hi)(options.credsPath, options.credsFrom);
        (0,platform/* refuseWindows */.C)();
        const place = findPlaceOf(draft.creds, options);
        draft.before = loginBeforeLocks(place);
        draft.enter('lock');
        const found = look(place, { options, log, draft });
        draft.enter('prepare');
        if (options.findsClaude)
            await findProgram(found, draft, { ...options, deadline });
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
function loginBeforeLocks({ given, file, missing, incoming }) {
    const login = incoming ?? (file === null || missing !== null ? null : (0,credentials_file/* readBeforeLock */.rN)(file));
    if (file === null || !work_folder/* WorkFolder */.y2.isInUse(file))
        (0,validity/* refuseUnrefreshable */.xY)(given, login, 0);
    return login;
}
function look(place, context) {
    const { given, file } = place;
    if (file === null)
        return inNewFolderFor(given, folder => judge(place, { file: { given, real: given }, folder }, context));
    const { folder, warnings } = lookAtLocks(file);
    context.draft.warn(...warnings);
    try {
        return judge(place, { file, folder }, context);
    }
    finally {
        folder.close();
    }
}
function judge(place, { file, folder }, { options, log, draft }) {
    const isThere = place.missing === null;
    const onlySignIns = !isThere && place.incoming === null;
    const runs = new InterruptedRuns({ folder, login: isThere ? (0,credentials_file/* readGoodLogin */.xm)(file) : place.incoming, onlySignIns });
    draft.waiting = runs.others;
    draft.warn(...runs.atWork.map(home => `${home} is of a run that was killed, and its \`claude\` is still at work there`));
    if (runs.isSentBefore)
        draft.onSentBefore();
    const login = runs.waiting?.login ?? loginIn(place, file);
    if (login.refreshToken === null)
        throw (0,validity/* cannotRefresh */.d)(file.given, login);
    draft.current = login;
    const found = { login, waiting: runs.waiting };
    if (isRecovery(found))
        return found;
    (0,refuse_unsafe/* refuseUnsafe */.H)({ file, folder, environment: options.environment, log }, sized(login));
    const { rejection } = runs;
    if (rejection?.pair === (0,fingerprint/* fingerprint */.R)(login))
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
    return waiting !== null && (0,refresh/* isFresh */.p)(login, { minValidityMs: 0 });
}
async function findProgram(found, draft, { environment, deadline, cancel }) {
    try {
        draft.claude = await (0,find_claude/* findClaude */.E)(environment, { deadline, cancel });
    }
    catch (error) {
        const isForLater = error instanceof reasons/* RefreshError */.M4 && error.reason.startsWith('claude-');
        if (!isForLater || !isRecovery(found))
            throw error;
        draft.warn(`the run after the next one would fail: ${error.message}`);
    }
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
    throw new reasons/* RefreshError */.M4('locked', `other runs of clr-refresh start and end here again and again; ${reasons/* NOT_SENT_HERE */.Al}`);
}
function refuseCancelled(cancel) {
    if (cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `cancelled during a dry run; ${reasons/* NOT_SENT_HERE */.Al}`);
}
function factsOf({ missing, incoming }, { waiting }) {
    if (waiting === null)
        return missing !== null && incoming !== null ? ['the file can be made'] : [];
    const what = waiting.isNewLogin ? 'the login of an interrupted `clr login`' : 'the new tokens of an interrupted run';
    return [`the next run first puts ${what} into the file, from ${waiting.path}`];
}


/***/ })

};
;
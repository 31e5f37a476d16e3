"use strict";
exports.id = 20;
exports.ids = [20];
exports.modules = {

/***/ 7020:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: function() { return /* binding */ prepare; }
});

// UNUSED EXPORTS: secondsLeft

// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/core/deadline.ts
var core_deadline = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __webpack_require__(1500);
// EXTERNAL MODULE: ./src/action/before-placing.ts + 3 modules
var before_placing = __webpack_require__(98);
// EXTERNAL MODULE: ./src/action/creds-json/place.ts
var creds_json_place = __webpack_require__(2610);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/locks/locks.ts
var locks = __webpack_require__(1700);
// EXTERNAL MODULE: ./src/core/locks/store-lock.ts
var store_lock = __webpack_require__(9981);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-run.ts
var abandoned_run = __webpack_require__(7448);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/core/write-back/new-file.ts
var new_file = __webpack_require__(6414);
// EXTERNAL MODULE: ./src/core/write-back/replacement.ts + 1 modules
var write_back_replacement = __webpack_require__(4894);
// EXTERNAL MODULE: ./src/action/creds-json/existing-file.ts
var existing_file = __webpack_require__(2207);
;// CONCATENATED MODULE: ./src/action/creds-json/write-file.ts













async function placeCredentials(given, incoming, { patience, runnerUid = null, onPlace = () => undefined, onSentBefore = () => undefined }) {
    const existing = (0,existing_file/* existingFileAt */.Dq)(given, incoming);
    const found = existing.kind === 'none' ? (0,new_file/* makeFoldersFor */.z)(given) : existing.file;
    return (0,rights/* withRightsOf */.tl)((0,creds_json_place/* ownerOfPlace */.CS)(found, runnerUid), () => (0,locks/* whileLocked */.ai)(found, patience, async ({ file, folder }) => {
        const now = (0,existing_file/* existingFileAt */.Dq)(given, incoming);
        if (now.kind !== 'none') {
            if ((0,work_folder/* isPairWaiting */.ao)(file) && (0,lineage/* readLineage */.Kj)(folder) === null)
                recordPlacing(folder, now, incoming);
            await (0,abandoned_run/* recoverAbandoned */.bB)({ file, folder, insist: patience.cancel, onSentBefore });
        }
        return (0,store_lock/* whileStoreLocked */.R)({ file, folder }, () => placeLocked({ file, folder }, incoming, onPlace));
    }));
}
function placeLocked(place, incoming, onPlace) {
    const { file, folder } = place;
    const existing = (0,existing_file/* existingFileAt */.Dq)(file.given, incoming);
    (0,creds_json_place/* refuseAnothersFile */.TI)(file.given, existing);
    onPlace();
    const before = (0,lineage/* readLineage */.Kj)(folder);
    const isFileMade = recordPlacing(folder, existing, incoming);
    try {
        putInPlace(place, existing, incoming);
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
function recordPlacing(folder, existing, incoming) {
    const isFileMade = existing.kind === 'none' || (0,lineage/* readLineage */.Kj)(folder)?.isFileMade === true;
    if (existing.kind === 'descendant')
        return isFileMade;
    const pairs = [(0,fingerprint/* fingerprint */.R)(incoming), ...(existing.kind === 'same' ? [(0,fingerprint/* fingerprint */.R)(existing.credentials)] : [])];
    try {
        (0,lineage/* writeLineage */.fn)(folder, { isFileMade, pairs: [...new Set(pairs)] });
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.GZ)(`cannot write in ${folder.path}`, error);
    }
    return isFileMade;
}
function putInPlace(place, existing, incoming) {
    if ((0,creds_json_place/* keepsItsLogin */.SV)(existing, incoming))
        return;
    if (existing.kind === 'none') {
        if ((0,new_file/* makeFile */.V)(place, incoming.document))
            return;
        const message = `another program has just put a login into ${place.file.given}`;
        throw new reasons/* RefreshError */.M4('usage', message, existing_file/* USE_ANOTHER_PATH */.qB);
    }
    const others = existing.kind === 'no-login' ? existing.document : existing.credentials.document;
    const { claudeAiOauth } = incoming.document;
    replaceFile(place, { ...incoming.document, ...others, claudeAiOauth });
}
function replaceFile({ file, folder }, document) {
    const text = JSON.stringify(document);
    const replacement = new write_back_replacement/* Replacement */.z(file, folder.newReplacementPath(), { like: (0,write_back_replacement/* privateAttributes */.r)() });
    try {
        replacement.commit(() => ({ text }));
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw (0,not_writable/* notWritable */.GZ)(`cannot replace ${file.given}`, error);
    }
    finally {
        replacement.discard();
    }
}

// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __webpack_require__(626);
;// CONCATENATED MODULE: ./src/action/prepare.ts








async function prepare(options, context) {
    const { judged, claude: claudeFolder, store } = await (0,before_placing/* takeStepsBeforePlacing */.k)(options, install, context);
    const { incoming, existing, target } = judged;
    const { creds, note, times } = options;
    const secretName = target?.credentialsName ?? null;
    const isLoginKept = secretName !== null;
    const prepared = { claudeFolder, isFileMade: false, store, incoming: null, secondsLeft: null, isLoginKept };
    if (incoming !== null) {
        const placing = () => place({ ...judged, creds, note }, incoming.credentials, context);
        return { ...prepared, ...(await times.measure('put creds-json in place', placing)) };
    }
    if (existing?.refreshToken !== null)
        return prepared;
    if (secretName !== null) {
        note(`${creds} has a login without a refresh token, which never changes, so ${secretName} is not written`);
    }
    return { ...prepared, incoming: saveIncoming(existing, context) };
}
const install = async (wanted, env, step) => {
    const { installClaude } = await Promise.all(/* import() */[__webpack_require__.e(233), __webpack_require__.e(979), __webpack_require__.e(574)]).then(__webpack_require__.bind(__webpack_require__, 574));
    return installClaude(wanted, env, step);
};
function saveIncoming(login, { state }) {
    const pair = (0,fingerprint/* fingerprint */.R)(login);
    state.loginNeedsNoStoring(pair);
    return pair;
}
async function place({ target, timeoutSeconds, creds, note }, login, context) {
    const incoming = saveIncoming(login, context);
    const deadline = core_deadline/* Deadline */.B.after(timeoutSeconds);
    const { env, state, signals } = context;
    const content = target === null ? post_state/* NO_SECRET */.zY : (0,post_state/* holdsPair */.TN)(incoming);
    try {
        const isFileMade = await placeCredentials(creds, login, {
            patience: { deadline, cancel: signals.cancel },
            runnerUid: (0,creds_json_place/* runnerUid */.tt)(env),
            onPlace: () => {
                (0,rights/* withOwnRights */.q_)(() => {
                    state.placing(content);
                });
            },
            onSentBefore: () => {
                note(`Warning: ${token_use/* SENT_BEFORE */.VJ}`);
            }
        });
        return { isFileMade, incoming, secondsLeft: secondsLeft(timeoutSeconds, deadline.remainingMs()) };
    }
    catch (error) {
        state.notPlaced();
        throw error;
    }
}
function secondsLeft(timeoutSeconds, remainingMs) {
    return timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(remainingMs / 1000));
}


/***/ })

};
;
"use strict";
exports.id = 715;
exports.ids = [715];
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

/***/ 6715:
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
// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/locks/locks.ts + 6 modules
var locks = __webpack_require__(734);
// EXTERNAL MODULE: ./src/core/locks/store-lock.ts
var store_lock = __webpack_require__(9981);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-run.ts + 15 modules
var abandoned_run = __webpack_require__(7391);
// EXTERNAL MODULE: ./src/core/system/sync.ts
var sync = __webpack_require__(3410);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/core/write-back/replacement.ts
var write_back_replacement = __webpack_require__(6213);
// EXTERNAL MODULE: ./src/action/creds-json/existing-file.ts
var existing_file = __webpack_require__(2207);
;// CONCATENATED MODULE: ./src/action/creds-json/write-file.ts














async function placeCredentials(given, incoming, { patience, runnerUid = null, onPlace = () => undefined, onSentBefore = () => undefined }) {
    const found = makeWay(given, (0,existing_file/* standingAt */.I)(given, incoming));
    const owner = (0,rights/* ownerToActFor */.wA)(found.real);
    if (owner !== null && owner.uid !== runnerUid)
        throw anotherUsers(external_node_path_default().dirname(given), owner.uid);
    return (0,rights/* withRightsOf */.tl)(owner, () => (0,locks/* whileLocked */.a)(found, patience, async ({ file, folder }) => {
        if ((0,existing_file/* standingAt */.I)(given, incoming).kind !== 'none')
            await (0,abandoned_run/* recoverAbandoned */.b)({ file, folder, insist: patience.cancel, onSentBefore });
        return (0,store_lock/* whileStoreLocked */.R)({ file, folder }, () => placeLocked({ file, folder }, incoming, onPlace));
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
        (0,sync/* writeToDisk */.S)(staged, text);
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
    const replacement = new write_back_replacement/* Replacement */.z(file, folder.newReplacementPath(), { like });
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
// EXTERNAL MODULE: ./src/action/secret-sight.ts + 2 modules
var secret_sight = __webpack_require__(7348);
// EXTERNAL MODULE: ./src/action/stat-if-any.ts
var stat_if_any = __webpack_require__(4247);
// EXTERNAL MODULE: ./src/action/state.ts
var state = __webpack_require__(3175);
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
            (0,rights/* withOwnRights */.q_)(() => {
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
    const target = (0,secret_sight/* wantedTarget */.XY)(env);
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
    if (!(0,used_up.usedUpPairs)(env).includes((0,fingerprint/* fingerprint */.R)(credentials)))
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
    const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(286)]).then(__webpack_require__.bind(__webpack_require__, 6905));
    const signal = signals.cancel;
    const store = await openSecretStore(target, (0,secret_sight/* newSight */.et)(target, env));
    await store.checkNotStale(arrival, { limitMs: ASK_LIMIT_MS, signal });
    await store.proveWritable({ limitMs: ASK_LIMIT_MS, signal });
    return store;
}


/***/ }),

/***/ 4600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ parseLogin),
/* harmony export */   gu: () => (/* binding */ parseCredentials),
/* harmony export */   sg: () => (/* binding */ isToken)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2052);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3438);




function parseLogin(text) {
    const document = parseDocument(text);
    const login = loginIn(document);
    refuseBlanked(login);
    const accessToken = parseToken(login, 'accessToken');
    const loginExpiresAtMs = (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(login.refreshTokenExpiresAt);
    const facts = { accessToken, loginExpiresAtMs, login, document };
    if (isBlank(login.refreshToken))
        return { ...facts, refreshToken: null, expiresAtMs: (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(login.expiresAt) };
    const refreshToken = parseToken(login, 'refreshToken');
    return { ...facts, refreshToken, expiresAtMs: (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(login.expiresAt) };
}
function parseCredentials(text) {
    const login = parseLogin(text);
    if (login.refreshToken === null)
        throw (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .cannotRefresh */ .d)('the file', login);
    return login;
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty');
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark');
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, ''));
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document))
        return document;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isNestedTooDeep */ .kq)(text))
        throw invalid(`the file nests its JSON more than ${_json_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_JSON_DEPTH */ .KX} levels deep`);
    const bare = /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
    if (bare === 'api')
        throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed');
    if (bare !== undefined)
        throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed');
    throw invalid(document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`);
}
function loginIn(document) {
    const login = document.claudeAiOauth;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(login))
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
function isBlank(value) {
    return value == null || (typeof value === 'string' && value.trim() === '');
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

/***/ 2052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ momentOf),
/* harmony export */   W: () => (/* binding */ millisecondsOf)
/* harmony export */ });
const EARLIEST_MS = Date.UTC(2020, 0);
const LATEST_MS = Date.UTC(2100, 0);
function millisecondsOf(value) {
    return plausible(numberOf(value));
}
function momentOf(value) {
    return millisecondsOf(value) ?? plausible(numberOf(value) * 1000) ?? plausible(isoOf(value));
}
function plausible(ms) {
    return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}
function numberOf(value) {
    if (typeof value === 'string' && /^\d+(\.\d*)?$/.test(value))
        return Number(value);
    return typeof value === 'number' ? value : Number.NaN;
}
function isoOf(value) {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NN: () => (/* binding */ isOfUse),
/* harmony export */   Ut: () => (/* binding */ refuseNeedless),
/* harmony export */   d: () => (/* binding */ cannotRefresh),
/* harmony export */   f8: () => (/* binding */ isValidAsAsked)
/* harmony export */ });
/* unused harmony exports isGoodFor, describeValidity, whyNotUsed */
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);


function isGoodFor({ expiresAtMs }, ms) {
    return expiresAtMs !== null && expiresAtMs - Date.now() > ms;
}
function isValidAsAsked(login, minValidityMs) {
    return minValidityMs > 0 && isGoodFor(login, minValidityMs);
}
function isOfUse({ refreshToken, expiresAtMs }) {
    return refreshToken !== null || expiresAtMs === null || expiresAtMs > Date.now();
}
function describeValidity({ expiresAtMs }) {
    if (expiresAtMs === null)
        return 'when its access token expires is not known';
    return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired'} ${describeMoment(expiresAtMs)}`;
}
function whyNotUsed({ login: { scopes } }) {
    const isUsed = (typeof scopes === 'string' || Array.isArray(scopes)) && scopes.includes('user:inference');
    return isUsed ? null : '`claude` does not use this login: claudeAiOauth.scopes lacks "user:inference"';
}
function refuseNeedless(where, login, minValidityMs) {
    if (login?.refreshToken === null && !isValidAsAsked(login, minValidityMs))
        throw cannotRefresh(where, login);
}
function cannotRefresh(where, login) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null) {
        const what = `${where}: there is nothing to refresh in this login: it has no refresh token`;
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what}, and ${describeValidity(login)}`, GO_ON);
    }
    const what = `${where}: this login has no refresh token and`;
    if (expiresAtMs > Date.now()) {
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what} needs none until ${describeMoment(expiresAtMs)}`, NOT_YET);
    }
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what} cannot be refreshed; ${describeValidity(login)}`, MAKE_A_NEW_ONE);
}
const NOT_YET = 'Make a new one in time: by `claude setup-token`, or log in (run `claude`, then `/login`) for one that can be refreshed. Until then a run succeeds if `min-validity` asks for less than what is left.';
const GO_ON = 'Go on using it. If it is rejected, make a new one with `claude setup-token`.';
const MAKE_A_NEW_ONE = 'Make a new token with `claude setup-token`, or log in for one that can be refreshed: run `claude`, then `/login`.';
function describeMoment(ms) {
    return `${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .v)(ms)} UTC (${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .R)(ms - Date.now())})`;
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
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
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
    const why = `cannot read ${entry}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(error)}; ${what}`;
    const message = `${why}, so it stays as it is, and ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-unreadable', message, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}


/***/ }),

/***/ 123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ GONE_PREFIX),
/* harmony export */   jf: () => (/* binding */ RESCUE_PREFIX),
/* harmony export */   m4: () => (/* binding */ REPLACEMENT_PREFIX),
/* harmony export */   w5: () => (/* binding */ waitingNote),
/* harmony export */   x$: () => (/* binding */ newReplacementPathIn),
/* harmony export */   xL: () => (/* binding */ HOME_PREFIX),
/* harmony export */   y2: () => (/* binding */ WorkFolder)
/* harmony export */ });
/* unused harmony export isPairWaiting */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1380);








const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
class WorkFolder {
    path;
    keepsModes;
    constructor(path, keepsModes) {
        this.path = path;
        this.keepsModes = keepsModes;
    }
    static open(file) {
        const at = `${file.real}.clr`;
        let made = makeOrFind(at);
        while (made === null)
            made = makeOrFind(at);
        const folder = new WorkFolder(at, made.keepsModes);
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static find(file) {
        return WorkFolder.isThere(file) ? new WorkFolder(`${file.real}.clr`, true) : null;
    }
    static isThere(file) {
        const folder = `${file.real}.clr`;
        return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_7__/* .orUnreadable */ .p)(folder, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .unlessMissing */ .F2)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder))) !== null;
    }
    at(name) {
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_7__/* .orUnreadable */ .p)(this.path, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .namesIn */ .wX)(this.path)).filter(name => name !== GITIGNORE);
    }
    close() {
        try {
            if (this.names().length > 0)
                return;
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
            const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function isPairWaiting(file) {
    return waitingIn(file).length > 0;
}
function waitingIn({ real }) {
    const folder = `${real}.clr`;
    return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_7__/* .orUnreadable */ .p)(folder, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .namesIn */ .wX)(folder))
        .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
        .map(name => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, name));
}
function waitingNote(file) {
    const waiting = waitingIn(file);
    return waiting.length === 0
        ? ''
        : `; an interrupted run may have sent the refresh token, and its new tokens may be in ${waiting.join(', ')}`;
}
function newReplacementPathIn(folder) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${REPLACEMENT_PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.json`);
}
function makeOrFind(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error) !== 'EEXIST')
            throw cannotMake(folder, error);
    }
    try {
        return makePrivate(folder);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4)
            throw error;
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw cannotMake(folder, error);
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .inTheWay */ .M)(folder, 'it should be a folder of ours');
    }
}
function makePrivate(folder) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run: let that user run \`clr recover\`, which removes it`);
        }
        if (!isPrivate(fd))
            chmodIfPossible(fd);
        return { keepsModes: isPrivate(fd) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).mode & 0o777) === 0o700;
}
function chmodIfPossible(fd) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(fd, 0o700);
    }
    catch {
    }
}
function cannotMake(folder, error) {
    return (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .notWritable */ .G)(`cannot write in ${node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(folder)}, where the new credentials must be put`, error);
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
/* harmony import */ var _credentials_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4600);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2514);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(123);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7973);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1380);







const RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_5__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readTextIfThere */ .pM)(file)) ?? '');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const [at, from] = [pair, ancestor].map(one => lineage?.pairs.indexOf((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(one)) ?? -1);
    return at !== undefined && from !== undefined && from >= 0 && at > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    const staged = folder.at(`${_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .REPLACEMENT_PREFIX */ .m4}lineage.json`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(staged, { force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(staged, JSON.stringify({ isFileMade, pairs: pairs.slice(-MAX_PAIRS) }), { mode: 0o600, flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(staged, folder.at(RECORD));
}
function addToLineage(folder, from, { accessToken, refreshToken }) {
    if (!(0,_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .isToken */ .sg)(accessToken) || !(0,_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .isToken */ .sg)(refreshToken))
        return;
    const added = (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)({ accessToken, refreshToken });
    try {
        const lineage = readLineage(folder);
        if (lineage?.pairs.includes(from) !== true || lineage.pairs.includes(added))
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
"use strict";
exports.id = 694;
exports.ids = [694];
exports.modules = {

/***/ 5694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/action/clr/abandoned.ts
var abandoned = __webpack_require__(4054);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(9890);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/action/clr/report.ts
var clr_report = __webpack_require__(5146);
// EXTERNAL MODULE: ./src/action/output/annotations.ts
var annotations = __webpack_require__(5420);
// EXTERNAL MODULE: ./src/action/output/masks.ts
var masks = __webpack_require__(5067);
// EXTERNAL MODULE: ./src/action/output/escape.ts
var output_escape = __webpack_require__(1139);
// EXTERNAL MODULE: ./src/action/clr/start.ts
var start = __webpack_require__(9022);
// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __webpack_require__(2800);
;// CONCATENATED MODULE: ./src/action/recover-leftovers.ts












const RECOVER_TIMEOUT_SECONDS = 75;
const SILENT = ['still-valid', 'creds-invalid', 'creds-not-found'];
async function recoverLeftovers(creds, around) {
    const file = (0,credentials_path/* findPlace */.Pj)(creds);
    if (file === null)
        return 'done';
    const isLeft = await (0,rights/* withRightsOf */.tl)((0,rights/* ownerToActFor */.wA)(file.real), () => Promise.resolve(isSomethingLeft(file)));
    if (!isLeft)
        return 'done';
    if (!(0,external_node_fs_.existsSync)(file.real)) {
        const { clearWithoutFile } = await Promise.all(/* import() */[__webpack_require__.e(610), __webpack_require__.e(391), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 5469));
        return (await clearWithoutFile(file, RECOVER_TIMEOUT_SECONDS, around)) ? 'done' : 'failed';
    }
    const { env, clrProgram, startClr, signals, loadToolkit } = around;
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
            toolkit.info((0,output_escape/* oneLine */.T)(report.message));
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
        if (!work_folder/* WorkFolder */.y2.isThere(file))
            return false;
        const folder = work_folder/* WorkFolder */.y2.open(file);
        folder.close();
        return work_folder/* WorkFolder */.y2.isThere(file) && !(0,lineage/* isLineageAlone */.$f)(folder);
    }
    catch (error) {
        return error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-unreadable';
    }
}

// EXTERNAL MODULE: ./src/action/state.ts
var state = __webpack_require__(3175);
;// CONCATENATED MODULE: ./src/action/run-post.ts




const STORE_TRIES = 3;
async function runPost(around) {
    await (0,abandoned/* endAbandonedClr */.r)(around.env);
    const creds = (0,state/* readState */.un)(around.env, 'creds');
    if (creds === '')
        return 0;
    const recovery = await recoverLeftovers(creds, around);
    let held = (0,state/* readState */.un)(around.env, 'stored');
    for (let tries = 0; tries < STORE_TRIES; tries += 1) {
        const stored = await storeIfAsked(creds, held, around);
        if (stored === null)
            return 1;
        held = stored;
        if (recovery !== 'done')
            return recovery === 'failed' ? 1 : 0;
        const removal = await removeIfPlaced(creds, held, around);
        if (removal !== 'changed')
            return removal === 'kept' ? 1 : 0;
    }
    const toolkit = await around.loadToolkit();
    const message = `${creds} holds a newer login than the secret, and stays where it is: it changes while it is stored, or the inputs that name the secret are empty by now`;
    toolkit.error(message, { title: 'Newer credentials not stored' });
    return 1;
}
async function storeIfAsked(creds, held, around) {
    if (held === '')
        return '';
    const { storeLate } = await Promise.all(/* import() */[__webpack_require__.e(824), __webpack_require__.e(858)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    return storeLate(creds, held, around);
}
async function removeIfPlaced(creds, held, around) {
    const { env, signals, loadToolkit } = around;
    if ((0,state/* readState */.un)(env, 'placed') !== 'true')
        return 'done';
    const { reportOnlyCopy, whyToKeep } = await __webpack_require__.e(/* import() */ 549).then(__webpack_require__.bind(__webpack_require__, 8930));
    const { removePlaced } = await Promise.all(/* import() */[__webpack_require__.e(610), __webpack_require__.e(976)]).then(__webpack_require__.bind(__webpack_require__, 6976));
    try {
        const why = whyToKeep(creds, env);
        if (why !== null) {
            reportOnlyCopy(await loadToolkit(), why);
            return 'kept';
        }
        const given = [(0,state/* readState */.un)(env, 'incoming'), (0,state/* readState */.un)(env, 'delivered')];
        const isInSecret = held !== '';
        const { usedUpPairs } = await __webpack_require__.e(/* import() */ 640).then(__webpack_require__.bind(__webpack_require__, 2259));
        const elsewhere = { pairs: [...(isInSecret ? [held] : given), ...usedUpPairs(env)], isInSecret };
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
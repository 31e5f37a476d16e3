"use strict";
exports.id = 32;
exports.ids = [32];
exports.modules = {

/***/ 4838:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nk: function() { return /* binding */ toBase64; },
/* harmony export */   wG: function() { return /* binding */ base64Start; },
/* harmony export */   y4: function() { return /* binding */ decodeBase64; },
/* harmony export */   zF: function() { return /* binding */ unwrapBase64; }
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);


function unwrapBase64(text) {
    const json = decodeBase64(text);
    const isWrapped = json !== null && isObjectOrList(json) && !json.includes('\0');
    return isWrapped ? { json, isBase64: true } : { json: text, isBase64: false };
}
function isObjectOrList(json) {
    return json.trimStart().startsWith('{') || Array.isArray((0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(json));
}
function decodeBase64(text) {
    const packed = text.replace(/\s+/g, '');
    if (!/^[\w+/-]+={0,2}$/.test(packed))
        return null;
    return (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64')));
}
function toBase64(json) {
    const ascii = escapeOdd(json);
    return encode(ascii.padEnd(Math.ceil(ascii.length / 3) * 3));
}
function base64Start(json) {
    const ascii = escapeOdd(json.slice(0, -1));
    return encode(ascii.slice(0, ascii.length - (ascii.length % 3)));
}
function escapeOdd(json) {
    return json.replace(/[>?~\u007f-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function encode(text) {
    return Buffer.from(text).toString('base64');
}


/***/ }),

/***/ 7499:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: function() { return /* binding */ MAX_CREDENTIALS_SIZE; },
/* harmony export */   Md: function() { return /* binding */ MAX_CREDENTIALS_BYTES; },
/* harmony export */   c_: function() { return /* binding */ readContent; },
/* harmony export */   mN: function() { return /* binding */ readLogin; },
/* harmony export */   rN: function() { return /* binding */ readBeforeLock; },
/* harmony export */   xm: function() { return /* binding */ readGoodLogin; }
/* harmony export */ });
/* unused harmony export readCredentialsText */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(123);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4600);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3438);








const MAX_CREDENTIALS_BYTES = 1024 * 1024;
const MAX_CREDENTIALS_SIZE = '1 MiB';
function readLogin(file) {
    const { text, stats } = readCredentialsText(file);
    try {
        return { ...(0,_credentials_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLogin */ .$n)(text), stats };
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4(error.reason, `${file.given}: ${error.message}`, error.remedy);
        throw error;
    }
}
function readCredentialsText(file) {
    const { bytes, stats } = readContent(file);
    return { text: decode(file, bytes), stats };
}
function readGoodLogin(file) {
    try {
        const login = readLogin(file);
        return (0,_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .isUsable */ .Ng)(login) ? login : null;
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return _work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkFolder */ .y2.isInUse(file) ? readGoodLogin(file) : readLogin(file);
}
function readContent(file) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(file.real, MAX_CREDENTIALS_BYTES);
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error);
        if (code === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const what = `${file.given} is larger than ${MAX_CREDENTIALS_SIZE}; a credentials file is only a few kB`;
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', what, 'Give the path of the credentials file.');
        }
        const why = `${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemError */ .Tr)(error)}${ownerNote(file, code)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${why}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .remedyFor */ .wJ)(error));
    }
}
function ownerNote({ real }, code) {
    const owner = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_7__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real).uid);
    const uid = process.geteuid?.();
    if (code !== 'EACCES' || owner === null || owner === uid)
        return '';
    return `: it belongs to uid ${owner}, and this run acts as uid ${uid ?? '?'}`;
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} is in UTF-16`, _credentials_js__WEBPACK_IMPORTED_MODULE_5__/* .SAVE_AS_UTF8 */ .Rm);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} is not UTF-8 text`, _credentials_js__WEBPACK_IMPORTED_MODULE_5__/* .SAVE_AS_UTF8 */ .Rm);
    }
}


/***/ }),

/***/ 8401:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ic: function() { return /* binding */ findCredentialsFile; },
  SI: function() { return /* binding */ findIfMoved; },
  Pj: function() { return /* binding */ findPlace; }
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/shell-line.ts
var shell_line = __webpack_require__(4236);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __webpack_require__(2056);
;// CONCATENATED MODULE: ./src/core/credentials/path-errors.ts








function refuseUnlessFile(given, stats) {
    if (stats.isFile())
        return;
    if (stats.isDirectory())
        throw isFolder(given);
    const what = `${given} is ${fileKind(stats)}, so new tokens could not be stored in it`;
    throw new reasons/* RefreshError */.M4('creds-invalid', what, 'Put the credentials into a regular file, and give its path.');
}
function isFolder(given) {
    const inside = external_node_path_default().join(given, '.credentials.json');
    const isEmpty = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readdirSync)(given).length === 0) ?? false;
    if (!isEmpty || external_node_path_default().extname(given) !== '.json') {
        const remedy = (0,external_node_fs_.existsSync)(inside) ? `Give the path of the file in it, ${inside}.` : 'Give the path of a file.';
        return new reasons/* RefreshError */.M4('creds-invalid', `${given} is a folder, not a credentials file`, remedy);
    }
    const what = `${given} is an empty folder, not a credentials file: docker creates one if the file to mount does not exist`;
    const remedy = 'On the host, remove it with `rmdir` and put the file there. Then mount the folder of the file instead.';
    return new reasons/* RefreshError */.M4('creds-invalid', what, remedy);
}
function fileKind(stats) {
    if (stats.isFIFO())
        return 'a pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function cannotResolve(given, name, error) {
    const code = (0,system_error/* errorCode */.CA)(error);
    if (code === 'ENOENT' && isLink(given)) {
        const remedy = 'Create the file that the link points to, or remove the link.';
        return new reasons/* RefreshError */.M4('creds-not-found', `${given} is a link to a file that does not exist`, remedy);
    }
    if (code === 'ENOTDIR') {
        const file = external_node_path_default().dirname((0,system_error/* failedPath */.hZ)(error) ?? given);
        const what = `no credentials file at ${given}: ${file} is a file, not a folder`;
        return new reasons/* RefreshError */.M4('creds-not-found', what, 'Fix the path, then run it again.');
    }
    if (code === 'ENOENT')
        return missing(given, name);
    return code === 'ENAMETOOLONG' ? (0,typed_path/* tooLong */.Po)(name) : unreachable(given, error);
}
function missing(given, name) {
    const variable = name === typed_path/* CREDS */.Y ? '' : ` (${name})`;
    const what = `no credentials file at ${given}${variable}`;
    const mistake = (0,typed_path/* likelyMistakeIn */.eY)(given);
    if (mistake !== null)
        return new reasons/* RefreshError */.M4('creds-not-found', `${what}; ${mistake}`, 'Fix the path, then run it again.');
    const isLeft = (0,or_null/* orNull */.X)(() => work_folder/* WorkFolder */.y2.isInUse({ given, real: given })) === true;
    if (!isLeft)
        return new reasons/* RefreshError */.M4('creds-not-found', what, isDefault(given) ? undefined : CHECK_PATH);
    const remedy = `Run \`${(0,shell_line/* shellLine */.T)(['clr', 'status', given])}\`: it says what was left, and what to do with it.`;
    return new reasons/* RefreshError */.M4('creds-not-found', `${what}; an earlier run left something in ${given}.clr`, remedy);
}
const CHECK_PATH = `Check the path, or sign in ${reasons/* WITH_CLR_LOGIN */.xZ}.`;
function isDefault(given) {
    return (0,or_null/* orNull */.X)(() => (0,typed_path/* absolutePath */.Hi)((0,typed_path/* currentAccountFile */.vM)(process.env).text)) === given;
}
function isLink(given) {
    return (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(given).isSymbolicLink()) ?? false;
}
function unreachable(given, error) {
    const at = (0,system_error/* failedPath */.hZ)(error) ?? given;
    const code = (0,system_error/* errorCode */.CA)(error);
    const folder = external_node_path_default().dirname(at);
    let why = (0,system_error/* explainSystemError */.Tr)(error);
    let remedy = (0,system_error/* remedyFor */.wJ)(error);
    if (code === 'ELOOP')
        why = `the link ${at} leads back to itself (ELOOP)`;
    if (code === 'EACCES') {
        why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${describeOwner(folder)} (EACCES)`;
        remedy = `Let this user enter that folder, or keep the file elsewhere. ${reasons/* NOT_SENT */.FY}`;
    }
    return new reasons/* RefreshError */.M4('creds-unreadable', `cannot reach ${given}: ${why}`, remedy);
}
function describeOwner(folder) {
    const stats = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(folder));
    return stats === null ? '' : ` (owner uid ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(3, '0')})`;
}

;// CONCATENATED MODULE: ./src/core/credentials/credentials-path.ts






function findCredentialsFile(given, name = typed_path/* CREDS */.Y) {
    try {
        const real = (0,external_node_fs_.realpathSync)(given);
        refuseUnlessFile(given, (0,external_node_fs_.statSync)(real));
        if ((0,typed_path/* isTooLong */.pn)(real))
            throw (0,typed_path/* tooLong */.Po)(name);
        return { given, real };
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw cannotResolve(given, name, error);
    }
}
function findPlace(given) {
    const file = (0,or_null/* orNull */.X)(() => findCredentialsFile(given));
    if (file !== null)
        return file;
    const folder = external_node_path_default().dirname(given);
    return (0,external_node_fs_.existsSync)(folder) ? { given, real: external_node_path_default().join((0,external_node_fs_.realpathSync)(folder), external_node_path_default().basename(given)) } : null;
}
function findIfMoved({ given, real }) {
    const now = (0,or_null/* orNull */.X)(() => findCredentialsFile(given));
    return now?.real === real ? null : now;
}


/***/ }),

/***/ 4600:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: function() { return /* binding */ parseLogin; },
/* harmony export */   DQ: function() { return /* binding */ loginOf; },
/* harmony export */   Ov: function() { return /* binding */ loginOrNull; },
/* harmony export */   Rm: function() { return /* binding */ SAVE_AS_UTF8; },
/* harmony export */   sg: function() { return /* binding */ isToken; }
/* harmony export */ });
/* unused harmony exports kindWithoutLogin, isOtherFile, BLANKED, NEEDS_LOGIN */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _plausible_date_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9966);




function parseLogin(text) {
    return loginOf(parseDocument(text));
}
function loginOf(document) {
    const fields = fieldsIn(document);
    refuseBlanked(fields);
    const accessToken = parseToken(fields, 'accessToken');
    const loginExpiresAtMs = (0,_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(fields.refreshTokenExpiresAt);
    const facts = { accessToken, loginExpiresAtMs, fields, document };
    if (isBlank(fields.refreshToken))
        return { ...facts, refreshToken: null, expiresAtMs: (0,_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(fields.expiresAt) };
    const refreshToken = parseToken(fields, 'refreshToken');
    return { ...facts, refreshToken, expiresAtMs: (0,_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(fields.expiresAt) };
}
function loginOrNull(document) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => loginOf(document));
}
function kindWithoutLogin(text) {
    const document = parseJson(text);
    if (!isJsonObject(document))
        return bareTokenIn(text) === 'api' ? 'api-key' : 'other';
    const { claudeAiOauth: fields } = document;
    if (fields === undefined)
        return isApiKeyIn(document) ? 'api-key' : 'other';
    return isJsonObject(fields) && isBlanked(fields) ? 'blanked' : 'other';
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty', CHECK_FILE);
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text', SAVE_AS_UTF8);
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document))
        return document;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isNestedTooDeep */ .kq)(text))
        throw invalid(`the file nests its JSON more than ${_json_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_JSON_DEPTH */ .KX} levels deep`, MOVE_AWAY);
    const bare = bareTokenIn(text);
    if (bare === 'api')
        throw invalid('the file holds an API key, which needs no refresh', NEEDS_LOGIN);
    if (bare !== undefined)
        throw invalid('the file holds only a token, not the JSON that `claude` stores at sign-in', NEEDS_LOGIN);
    if (document !== undefined)
        throw invalid(`the file must be a JSON object, not ${kind(document)}`, MOVE_AWAY);
    throw invalid('the file is not JSON', isOtherFile(text) ? NEEDS_LOGIN : MOVE_AWAY);
}
function isOtherFile(text) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text) === undefined && !text.trimStart().startsWith('{');
}
function fieldsIn(document) {
    const fields = document.claudeAiOauth;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(fields))
        return fields;
    if (fields !== undefined)
        throw invalid(`claudeAiOauth must be an object, not ${kind(fields)}`);
    if (isApiKeyIn(document))
        throw invalid('the file holds an API key, which needs no refresh', NEEDS_LOGIN);
    if ('accessToken' in document)
        throw invalid('the tokens must be inside an object named claudeAiOauth', CHECK_FILE);
    throw invalid('claudeAiOauth is missing: the file holds no subscription login', CHECK_FILE);
}
function bareTokenIn(text) {
    return /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
}
function isApiKeyIn(document) {
    return ['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document);
}
function refuseBlanked(fields) {
    if (isBlanked(fields))
        throw invalid(BLANKED);
}
const BLANKED = 'both tokens are empty; `claude` clears them when the login is rejected or you log out';
function isBlanked({ accessToken, refreshToken }) {
    return accessToken === '' && refreshToken === '';
}
function isBlank(value) {
    return value == null || (typeof value === 'string' && value.trim() === '');
}
function parseToken(fields, name) {
    const value = fields[name];
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing`);
    if (typeof value !== 'string')
        throw invalid(`claudeAiOauth.${name} must be a string, not ${kind(value)}`);
    if (value.trim() === '')
        throw invalid(`claudeAiOauth.${name} is blank`);
    if (!isToken(value)) {
        throw invalid(`claudeAiOauth.${name} must not contain spaces or non-ASCII characters`);
    }
    return value;
}
function isToken(value) {
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
function invalid(sentence, remedy) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', sentence, remedy);
}
const SAVE_AS_UTF8 = 'Save it as UTF-8, without a byte order mark.';
const MOVE_AWAY = `Check the path, or move this file away and sign in ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .WITH_CLR_LOGIN */ .xZ}.`;
const CHECK_FILE = `Check whether this is the right file, or sign in ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .WITH_CLR_LOGIN */ .xZ}.`;
const NEEDS_LOGIN = 'Give the path of a file with a subscription login. `clr login` makes one.';
function kind(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'string')
        return 'a string';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ }),

/***/ 2514:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: function() { return /* binding */ fingerprint; },
/* harmony export */   b: function() { return /* binding */ isAccessTokenOf; }
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

/***/ 9966:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: function() { return /* binding */ momentOf; },
/* harmony export */   W: function() { return /* binding */ millisecondsOf; }
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

/***/ 8373:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EV: function() { return /* binding */ storedAtIn; },
/* harmony export */   Xm: function() { return /* binding */ stampedJson; },
/* harmony export */   eN: function() { return /* binding */ takeStampOff; },
/* harmony export */   fx: function() { return /* binding */ latestWriteMs; },
/* harmony export */   qj: function() { return /* binding */ whyStale; }
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);



function stampedJson(credentials, now) {
    const { document } = takeStampOff(credentials);
    return JSON.stringify(now === null ? document : { ...document, storedAt: now.toISOString() });
}
function takeStampOff(stamped) {
    const { storedAt, ...document } = stamped;
    return { document, storedAt: typeof storedAt === 'string' ? storedAt : null };
}
function storedAtIn(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value) ? takeStampOff(value).storedAt : null;
}
const TOLERANCE_MS = 2 * 60 * 1_000;
function latestWriteMs(storedAt) {
    const storedAtMs = Date.parse(storedAt ?? '');
    return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS;
}
function whyStale(secret, updatedAtMs, storedAt) {
    const latestMs = latestWriteMs(storedAt);
    if (latestMs === null || updatedAtMs <= latestMs)
        return null;
    const [written, stamped] = [(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(updatedAtMs), (0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(Date.parse(storedAt))];
    return `the secret ${secret} was written at ${written} UTC, but this run got older credentials, stored at ${stamped} UTC; ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
}


/***/ }),

/***/ 3438:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: function() { return /* binding */ describeValidity; },
/* harmony export */   Ng: function() { return /* binding */ isUsable; },
/* harmony export */   bs: function() { return /* binding */ describeTokenValidity; },
/* harmony export */   d: function() { return /* binding */ cannotRefresh; },
/* harmony export */   f8: function() { return /* binding */ isValidAsAsked; },
/* harmony export */   hn: function() { return /* binding */ isGoodFor; },
/* harmony export */   vi: function() { return /* binding */ whyNotUsed; },
/* harmony export */   xY: function() { return /* binding */ refuseUnrefreshable; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);


function isGoodFor({ expiresAtMs }, ms) {
    return expiresAtMs !== null && expiresAtMs - Date.now() > ms;
}
function isValidAsAsked(login, minValidityMs) {
    return minValidityMs > 0 && isGoodFor(login, minValidityMs);
}
function isUsable({ refreshToken, expiresAtMs }, nowMs = Date.now()) {
    return refreshToken !== null || expiresAtMs === null || expiresAtMs > nowMs;
}
function describeValidity({ expiresAtMs }) {
    if (expiresAtMs === null)
        return 'the expiry of its access token is not known';
    return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired on'} ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(expiresAtMs, Date.now())}`;
}
function describeTokenValidity(login) {
    return isGoodFor(login, 0) ? `its access token is ${describeValidity(login)}` : describeValidity(login);
}
function whyNotUsed({ fields: { scopes } }) {
    const isUsed = (typeof scopes === 'string' || Array.isArray(scopes)) && scopes.includes('user:inference');
    return isUsed ? null : '`claude` ignores this login because "user:inference" is missing from claudeAiOauth.scopes';
}
function refuseUnrefreshable(where, login, minValidityMs) {
    if (login?.refreshToken === null && !isValidAsAsked(login, minValidityMs))
        throw cannotRefresh(where, login);
}
function cannotRefresh(where, login) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null) {
        const what = `${where}: this login has no refresh token, so it cannot be refreshed`;
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what}; ${describeValidity(login)}`, GO_ON);
    }
    const what = `${where}: this login has no refresh token`;
    if (expiresAtMs > Date.now()) {
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what}, and needs none until ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(expiresAtMs, Date.now())}`, NOT_YET);
    }
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what}, so it cannot be refreshed; ${describeValidity(login)}`, MAKE_A_NEW_ONE);
}
const NOT_YET = 'If the run should succeed until then, set `--min-validity` to less than the remaining time. Make a new token with `claude setup-token` before that date. For a login that can be refreshed, sign in with `clr login`.';
const GO_ON = 'Use the access token as it is. If it is rejected, make a new one with `claude setup-token`.';
const MAKE_A_NEW_ONE = 'Make a new token with `claude setup-token`. For a login that can be refreshed, sign in with `clr login`.';


/***/ }),

/***/ 2058:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: function() { return /* binding */ withLoginCommand; },
/* harmony export */   SU: function() { return /* binding */ replaceCommand; },
/* harmony export */   UE: function() { return /* binding */ withCommand; },
/* harmony export */   aK: function() { return /* binding */ signInCommand; },
/* harmony export */   mg: function() { return /* binding */ fromFileCommand; }
/* harmony export */ });
/* harmony import */ var _shell_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4236);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


function signInCommand(file) {
    return (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .T)(['clr', 'login', '--creds', file]);
}
function replaceCommand(file) {
    return (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .T)(['clr', 'login', '--creds', file, '--replace']);
}
function fromFileCommand(file, from) {
    return (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .T)(['clr', 'login', '--creds', file, '--from', from, '--replace']);
}
function withLoginCommand(remedy, command) {
    return remedy.replaceAll(_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .WITH_CLR_LOGIN */ .xZ, () => withCommand(command));
}
function withCommand(command) {
    return `with \`${command}\``;
}


/***/ }),

/***/ 3335:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: function() { return /* binding */ notWritable; },
/* harmony export */   Mb: function() { return /* binding */ inTheWay; },
/* harmony export */   n_: function() { return /* binding */ NEEDS_FOLDER; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


function notWritable(what, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}
const NEEDS_FOLDER = '`clr` needs a folder of its own there';
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or delete it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}


/***/ }),

/***/ 9029:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: function() { return /* binding */ makePrivateFolder; },
/* harmony export */   fm: function() { return /* binding */ borrowPrivateFolder; },
/* harmony export */   hm: function() { return /* binding */ DRY_RUN_PREFIX; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43);








const DRY_RUN_PREFIX = 'gone-dry-run-';
function makePrivateFolder(folder) {
    for (;;) {
        makeUnlessThere(folder);
        const keepsModes = unlessGone(folder, makePrivate);
        if (keepsModes !== null)
            return keepsModes;
    }
}
function borrowPrivateFolder(folder) {
    for (;;) {
        const isMade = makeUnlessThere(folder);
        const isPrivateOrUsable = unlessGone(folder, isMade ? makePrivate : makeUsable);
        if (isPrivateOrUsable === null)
            continue;
        return { isMade, keepsModes: isPrivateOrUsable || (!isMade && keepsModesIn(folder)) };
    }
}
function makeUnlessThere(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
        return true;
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error) !== 'EEXIST')
            throw error;
        return false;
    }
}
function keepsModesIn(folder) {
    const probe = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${DRY_RUN_PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(probe, { mode: 0o700 });
        return ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(probe).mode & 0o777) === 0o700;
    }
    catch {
        return true;
    }
    finally {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_5__/* .removeIfPossible */ .h)(probe);
    }
}
function unlessGone(folder, work) {
    try {
        return work(folder);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4)
            throw error;
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw error;
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .inTheWay */ .Mb)(folder, _not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .NEEDS_FOLDER */ .n_);
    }
}
function makePrivate(folder) {
    return whileOpen(folder, fd => {
        if (!isPrivate(fd))
            tryToMakePrivate(fd);
        return isPrivate(fd);
    });
}
function makeUsable(folder) {
    return whileOpen(folder, fd => {
        if (((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).mode & 0o700) !== 0o700)
            tryToMakePrivate(fd);
        return isPrivate(fd);
    });
}
function tryToMakePrivate(fd) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_7__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(fd, 0o700);
    });
}
function whileOpen(folder, work) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run`, `Have that user run \`clr recover\`, then delete the folder if it still exists. ${_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .NOT_SENT */ .FY}`);
        }
        return work(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).mode & 0o777) === 0o700;
}


/***/ }),

/***/ 4236:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ shellLine; }
/* harmony export */ });
function shellLine(words) {
    return words.map(word => (/^[\w@%+=:,/.-]+$/.test(word) && word !== '.' ? word : inQuotes(word))).join(' ');
}
function inQuotes(word) {
    if (/\p{Cc}/u.test(word))
        return `$'${word.replace(/[\\']/g, String.raw `\$&`).replace(/\p{Cc}/gu, escaped)}'`;
    return /^[\w .]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
const SHORT_FORMS = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`
};
function escaped(character) {
    const inOctal = [...Buffer.from(character)].map(byte => `\\${byte.toString(8).padStart(3, '0')}`);
    return SHORT_FORMS[character] ?? inOctal.join('');
}


/***/ }),

/***/ 7673:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: function() { return /* binding */ removeIfPossible; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);


function removeIfPossible(entry) {
    const isRemoved = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    });
    return isRemoved ?? false;
}


/***/ }),

/***/ 1357:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: function() { return /* binding */ inTime; },
/* harmony export */   oL: function() { return /* binding */ describeMoment; },
/* harmony export */   vD: function() { return /* binding */ utcMinute; }
/* harmony export */ });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
function utcMinute(ms) {
    return new Date(ms)
        .toISOString()
        .replace('T', ' ')
        .replace(/:[^:]*$/, '');
}
function inTime(ms) {
    const distance = duration(Math.abs(ms));
    if (ms > 0)
        return `in ${distance ?? 'less than 1 min'}`;
    return distance === null ? 'just now' : `${distance} ago`;
}
function describeMoment(ms, nowMs) {
    return `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`;
}
function duration(ms) {
    const minutes = Math.round(ms / MINUTE_MS);
    if (minutes === 0)
        return null;
    if (minutes < 60)
        return `${minutes} min`;
    if (minutes > 60 && minutes < 120)
        return `1 h ${minutes - 60} min`;
    if (ms < 2 * DAY_MS)
        return `${Math.round(ms / HOUR_MS)} h`;
    return `${Math.round(ms / DAY_MS)} days`;
}


/***/ }),

/***/ 1380:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ unreadable; },
/* harmony export */   p: function() { return /* binding */ orUnreadable; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


const NEWER_TOKENS = 'it may hold newer tokens';
function orUnreadable(entry, read, what = NEWER_TOKENS) {
    try {
        return read();
    }
    catch (error) {
        throw unreadable(entry, error, what);
    }
}
function unreadable(entry, error, what = NEWER_TOKENS) {
    if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4 || !(error instanceof Error) || !('code' in error))
        return error;
    const why = `cannot read ${entry}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}; ${what}`;
    const message = `${why}, so it was left as it is, and ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-unreadable', message, remedyOf(entry, error));
}
function remedyOf(entry, error) {
    if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error) === 'not a regular file')
        return `Move ${entry} away, or delete it.`;
    return (0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutTokenNote */ .eG)((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error) ?? (0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)('creds-unreadable').remedy);
}


/***/ }),

/***/ 123:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: function() { return /* binding */ GONE_PREFIX; },
/* harmony export */   Hu: function() { return /* binding */ workFolderPath; },
/* harmony export */   ao: function() { return /* binding */ isPairWaiting; },
/* harmony export */   jf: function() { return /* binding */ RESCUE_PREFIX; },
/* harmony export */   k3: function() { return /* binding */ REJECTION_RECORD; },
/* harmony export */   m4: function() { return /* binding */ REPLACEMENT_PREFIX; },
/* harmony export */   w5: function() { return /* binding */ waitingNote; },
/* harmony export */   x$: function() { return /* binding */ newReplacementPathIn; },
/* harmony export */   xL: function() { return /* binding */ HOME_PREFIX; },
/* harmony export */   y2: function() { return /* binding */ WorkFolder; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
/* harmony import */ var _private_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9029);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1380);











const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
const REJECTION_RECORD = 'rejection.json';
function workFolderPath({ real }) {
    return `${real}.clr`;
}
class WorkFolder {
    path;
    keepsModes;
    remover;
    constructor(path, keepsModes, remover = removeUnlessInUse) {
        this.path = path;
        this.keepsModes = keepsModes;
        this.remover = remover;
    }
    static open(file) {
        return WorkFolder.openAt(workFolderPath(file));
    }
    static openAt(at) {
        const folder = WorkFolder.#make(at);
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static openBriefly(at) {
        return WorkFolder.#orCannotMake(at, () => {
            const { isMade, keepsModes } = (0,_private_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .borrowPrivateFolder */ .fm)(at);
            return new WorkFolder(at, keepsModes, isMade ? removeMade : () => undefined);
        });
    }
    static #make(at) {
        return WorkFolder.#orCannotMake(at, () => new WorkFolder(at, (0,_private_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .makePrivateFolder */ .I2)(at)));
    }
    static #orCannotMake(at, open) {
        try {
            return open();
        }
        catch (error) {
            throw error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4 ? error : cannotMake(at, error);
        }
    }
    static find(file) {
        return WorkFolder.findAt(workFolderPath(file));
    }
    static findAt(at) {
        const stats = statsOf(at);
        return stats === null ? null : new WorkFolder(at, (stats.mode & 0o777) === 0o700);
    }
    static isInUse(file) {
        if (!WorkFolder.exists(file))
            return false;
        const names = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => WorkFolder.find(file)?.names()) ?? [];
        return names.length !== 1 || names[0] !== REJECTION_RECORD;
    }
    static exists(file) {
        return statsOf(workFolderPath(file)) !== null;
    }
    at(name) {
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_9__/* .orUnreadable */ .p)(this.path, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(this.path)).filter(name => name !== GITIGNORE);
    }
    writeRecord(name, content) {
        const staged = this.at(`${REPLACEMENT_PREFIX}${name}`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(staged, { force: true });
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(staged, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(staged, this.at(name));
        }
        catch (error) {
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(staged);
            throw error;
        }
    }
    close() {
        this.remover(this);
    }
    hideFromGit() {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .CA)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function removeUnlessInUse(folder) {
    try {
        if (folder.names().length > 0)
            return;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder.at(GITIGNORE), { force: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder.path);
    }
    catch (error) {
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
            if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .CA)(error) === 'ENOTEMPTY')
                folder.hideFromGit();
        });
    }
}
const MAX_REMOVALS = 20;
const REMOVE_AGAIN_AFTER_MS = 10;
function removeMade(folder) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
        for (let removals = 1;; removals += 1) {
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder.path);
                return;
            }
            catch (error) {
                const isOfDryRuns = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(folder.path).every(name => name.startsWith(_private_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .DRY_RUN_PREFIX */ .hm));
                if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .CA)(error) !== 'ENOTEMPTY' || !isOfDryRuns || removals === MAX_REMOVALS)
                    return;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REMOVE_AGAIN_AFTER_MS);
            }
        }
    });
}
function statsOf(folder) {
    return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_9__/* .orUnreadable */ .p)(folder, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .unlessMissing */ .F2)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder)));
}
function newReplacementPathIn(folder) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${REPLACEMENT_PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.json`);
}
function isPairWaiting(file) {
    return waitingPairs(file).length > 0;
}
function waitingNote(file) {
    const waiting = waitingPairs(file);
    return waiting.length === 0
        ? ''
        : `; an interrupted run may have used up the refresh token, and its new tokens may be in ${waiting.join(', ')}`;
}
function waitingPairs(file) {
    const folder = workFolderPath(file);
    return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_9__/* .orUnreadable */ .p)(folder, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(folder))
        .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
        .map(name => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, name));
}
function cannotMake(folder, error) {
    return (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .notWritable */ .GZ)(`cannot write in ${node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(folder)}, where the new tokens have to be stored`, error);
}


/***/ }),

/***/ 5172:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K9: function() { return /* binding */ isDescendant; },
/* harmony export */   Kj: function() { return /* binding */ readLineage; },
/* harmony export */   Ms: function() { return /* binding */ addToLineage; },
/* harmony export */   PC: function() { return /* binding */ holdsOnlyRecords; },
/* harmony export */   fn: function() { return /* binding */ writeLineage; },
/* harmony export */   qt: function() { return /* binding */ removeLineage; }
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
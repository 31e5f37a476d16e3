#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 957:
/***/ ((module, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16);

for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
const exitCode = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(process.argv.slice(2));
process.stdout.write('', () => process.exit(exitCode));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 16:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: ./src/refresh/reasons.ts
const LOG_IN_AGAIN = 'Log in again on a machine of your own (run `claude`, then `/login`) and store the new credentials where this job finds them.';
const MAY_BE_LOST = `If that ends with \`login-rejected\`, the answer that was lost had rotated the token: ${LOG_IN_AGAIN}`;
const TRY_LATER = 'The login is unharmed. Run it again later.';
const OUTCOMES = {
    refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
    'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
    recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
    usage: {
        exitCode: 1,
        title: 'Wrong argument or input',
        remedy: 'Correct it as the message says. Nothing was spent.'
    },
    'creds-not-found': {
        exitCode: 1,
        title: 'No credentials file',
        remedy: 'Point `creds` at the file, or log in first: run `claude`, then `/login`.'
    },
    'creds-unreadable': {
        exitCode: 1,
        title: 'Credentials file unreadable',
        remedy: 'Give the user who runs this the right to read the file. Nothing was spent.'
    },
    'creds-invalid': {
        exitCode: 1,
        title: 'Credentials file unusable',
        remedy: 'Restore the file from a good copy, or log in again: run `claude`, then `/login`.'
    },
    'creds-not-writable': {
        exitCode: 1,
        title: 'Credentials file not writable',
        remedy: 'Make the file and its folder writable, or free some disk space. Nothing was spent.'
    },
    'claude-not-found': {
        exitCode: 1,
        title: 'claude is not installed',
        remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or put the folder that holds `claude` on PATH.'
    },
    'claude-failed': {
        exitCode: 1,
        title: 'claude failed before any exchange',
        remedy: 'Run `claude --version` on this machine to see whether it works. The login is unharmed.'
    },
    'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
    'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: TRY_LATER },
    network: {
        exitCode: 1,
        title: 'No connection',
        remedy: 'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
    },
    'server-error': {
        exitCode: 1,
        title: 'The token endpoint failed',
        remedy: `Run it again later. ${MAY_BE_LOST}`
    },
    'not-refreshed': {
        exitCode: 1,
        title: 'No refresh occurred',
        remedy: `Run it again with trace on to see what \`claude\` said. ${MAY_BE_LOST}`
    },
    'write-back-failed': {
        exitCode: 1,
        title: 'New credentials not written back',
        remedy: 'The new pair is safe in the file that the message names. Mend the cause and run it again, or move that file into place.'
    },
    'secret-not-writable': {
        exitCode: 1,
        title: 'Secret not writable',
        remedy: 'Mend what the message names, which often is a permission of `github-token`. Nothing was spent.'
    },
    'secret-write-failed': {
        exitCode: 1,
        title: 'Secret not written',
        remedy: 'The refresh itself is done. Store the new credentials as the job summary says, before the next run.'
    },
    'secret-stale': {
        exitCode: 1,
        title: 'Stale secret',
        remedy: 'The secret was written after this job had read it. Run the job again: it then reads the newer one.'
    },
    'claude-install-failed': {
        exitCode: 1,
        title: 'claude could not be installed',
        remedy: 'Check `claude-version` and the access to the npm registry. Nothing was spent.'
    },
    cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again when you like.' },
    internal: {
        exitCode: 1,
        title: 'A bug in clr-refresh',
        remedy: 'Please report it, with the message and without any token.'
    },
    timeout: {
        exitCode: 2,
        title: 'Timed out',
        remedy: 'Run it again, with a larger `timeout` where the machine or the network is slow.'
    },
    locked: {
        exitCode: 2,
        title: 'Another run holds the lock',
        remedy: 'Wait for the other run or live session to end, then run it again.'
    }
};
function outcomeOf(reason) {
    return OUTCOMES[reason];
}
function isReason(text) {
    return Object.hasOwn(OUTCOMES, text);
}
function allReasons() {
    return Object.keys(OUTCOMES).filter(isReason);
}
class RefreshError extends Error {
    reason;
    name = 'RefreshError';
    constructor(reason, message) {
        super(message);
        this.reason = reason;
    }
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
var external_node_fs_default = /*#__PURE__*/__nccwpck_require__.n(external_node_fs_namespaceObject);
;// CONCATENATED MODULE: ./src/refresh/system/system-error.ts
function errorCode(error) {
    return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
        ? error.code
        : 'unknown error';
}
const EXPLANATIONS = {
    EACCES: 'this user may not write there (EACCES)',
    EDQUOT: 'the disk quota is used up (EDQUOT)',
    ENOSPC: 'there is no space left on the disk (ENOSPC)',
    EPERM: 'the file is immutable, or its owner cannot be kept (EPERM)',
    EROFS: 'the file system is read-only (EROFS)'
};
function explain(error) {
    const code = errorCode(error);
    return EXPLANATIONS[code] ?? code;
}

;// CONCATENATED MODULE: ./src/refresh/json.ts
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/refresh/credentials/credentials.ts


const MAX_DATE_MS = 8.64e15;
function parseCredentials(text) {
    const document = parseDocument(text);
    const login = parseLogin(document);
    refuseBlanked(login);
    const credentials = {
        accessToken: parseToken(login, 'accessToken'),
        refreshToken: parseToken(login, 'refreshToken'),
        expiresAtMs: parseMoment(login, 'expiresAt'),
        loginExpiresAtMs: login.refreshTokenExpiresAt == null ? null : parseMoment(login, 'refreshTokenExpiresAt'),
        login,
        document
    };
    checkScopes(login.scopes);
    checkOptionalText(login, 'subscriptionType');
    checkOptionalText(login, 'rateLimitTier');
    return credentials;
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty');
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark');
    const document = parseJson(text.replace(/^\uFEFF/, ''));
    if (isJsonObject(document))
        return document;
    const bare = /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
    if (bare === 'api')
        throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed');
    if (bare !== undefined)
        throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed');
    throw invalid(document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`);
}
function parseLogin(document) {
    const login = document.claudeAiOauth;
    if (isJsonObject(login))
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
function parseMoment(login, name) {
    const value = login[name];
    const shouldBe = `claudeAiOauth.${name} should be milliseconds since 1970`;
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing; it should be milliseconds since 1970`);
    const ms = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof ms !== 'number')
        throw invalid(`${shouldBe}, not ${kind(value)}`);
    if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DATE_MS)
        throw invalid(`${shouldBe}; ${ms} is no such moment`);
    return ms;
}
function checkScopes(scopes) {
    if (scopes === undefined)
        throw invalid('claudeAiOauth.scopes is missing; it should list "user:inference"');
    if (!Array.isArray(scopes) || !scopes.every(scope => typeof scope === 'string')) {
        throw invalid('claudeAiOauth.scopes should be a list of texts, such as ["user:inference","user:profile"]');
    }
    if (!scopes.includes('user:inference')) {
        throw invalid('claudeAiOauth.scopes lacks "user:inference": `claude` does not use such a login');
    }
}
function checkOptionalText(login, name) {
    const value = login[name];
    if (value != null && typeof value !== 'string') {
        throw invalid(`claudeAiOauth.${name} should be a text or null, not ${kind(value)}`);
    }
}
function invalid(sentence) {
    return new RefreshError('creds-invalid', sentence);
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./src/refresh/system/read.ts

function readTextIfAny(file) {
    try {
        const fd = (0,external_node_fs_namespaceObject.openSync)(file, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
        try {
            return (0,external_node_fs_namespaceObject.readFileSync)(fd, 'utf8');
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
    }
    catch {
        return '';
    }
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/refresh/credentials/work-folder.ts






const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
class WorkFolder {
    path;
    constructor(path) {
        this.path = path;
    }
    static open(file) {
        const folder = new WorkFolder(`${file.real}.clr`);
        while (!makeOrFind(folder.path))
            continue;
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static isThere(file) {
        return (0,external_node_fs_namespaceObject.existsSync)(`${file.real}.clr`);
    }
    at(name) {
        return external_node_path_default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return namesIn(this.path).filter(name => name !== GITIGNORE);
    }
    close() {
        if (this.names().length > 0)
            return;
        try {
            (0,external_node_fs_namespaceObject.rmSync)(this.at(GITIGNORE), { force: true });
            (0,external_node_fs_namespaceObject.rmdirSync)(this.path);
        }
        catch {
        }
    }
    hideFromGit() {
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = errorCode(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function newReplacementPathIn(folder) {
    return external_node_path_default().join(folder, `${REPLACEMENT_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}.json`);
}
function makeOrFind(folder) {
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
        return true;
    }
    catch (error) {
        if (errorCode(error) !== 'EEXIST')
            throw cannotMake(folder, error);
    }
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(folder, { throwIfNoEntry: false });
    if (stats === undefined)
        return false;
    if (!stats.isDirectory()) {
        throw new RefreshError('creds-not-writable', `${folder} is in the way: it should be a folder of ours; move it away`);
    }
    if (stats.uid !== process.getuid?.()) {
        throw new RefreshError('creds-not-writable', `${folder} belongs to another user (uid ${stats.uid}); have it removed`);
    }
    if ((stats.mode & 0o777) === 0o700)
        return true;
    try {
        (0,external_node_fs_namespaceObject.chmodSync)(folder, 0o700);
        return true;
    }
    catch (error) {
        throw cannotMake(folder, error);
    }
}
function cannotMake(folder, error) {
    return new RefreshError('creds-not-writable', `cannot write in ${external_node_path_default().dirname(folder)}, where the new credentials must be put: ${explain(error)}`);
}

;// CONCATENATED MODULE: ./src/refresh/credentials/credentials-file.ts





const MAX_CREDENTIALS_BYTES = 1024 * 1024;
function readCredentials(file) {
    const text = readText(file);
    try {
        return parseCredentials(text);
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw new RefreshError(error.reason, `${file.given}: ${error.message}`);
        throw error;
    }
}
function readGoodCredentials(file) {
    try {
        return readCredentials(file);
    }
    catch (error) {
        if (error instanceof RefreshError && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isThere(file) ? readGoodCredentials(file) : readCredentials(file);
}
function readText(file) {
    try {
        const fd = (0,external_node_fs_namespaceObject.openSync)(file.real, external_node_fs_namespaceObject.constants.O_RDONLY);
        try {
            const { size } = (0,external_node_fs_namespaceObject.fstatSync)(fd);
            if (size > MAX_CREDENTIALS_BYTES)
                throw tooLarge(file, size);
            return decode(file, (0,external_node_fs_namespaceObject.readFileSync)(fd));
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw error;
        if (errorCode(error) === 'ENOENT')
            throw new RefreshError('creds-not-found', `no credentials file at ${file.given}`);
        throw new RefreshError('creds-unreadable', `cannot read ${file.given}: ${errorCode(error)}`);
    }
}
function tooLarge(file, sizeBytes) {
    const megabytes = (sizeBytes / 1024 / 1024).toFixed(1);
    return new RefreshError('creds-invalid', `${file.given} has ${megabytes} MB; a credentials file has a few kB, so this is something else`);
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new RefreshError('creds-invalid', `${file.given} is in UTF-16; save it as UTF-8`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new RefreshError('creds-invalid', `${file.given} is not UTF-8 text`);
    }
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: ./src/refresh/credentials/credentials-path.ts





const MAX_PATH_BYTES = 3800;
function resolveCredentialsPath(text) {
    return findCredentialsFile(absolutePath(text));
}
function absolutePath(text) {
    if (text === '')
        throw new RefreshError('usage', 'creds must name a file, got an empty text');
    if (/sk-ant-|claudeAiOauth/.test(text)) {
        throw new RefreshError('usage', 'creds must name a file, got what looks like the credentials themselves');
    }
    if (text.includes('\0'))
        throw new RefreshError('usage', 'creds must name a file, got a text with a NUL character');
    try {
        return external_node_path_default().resolve(expandTilde(text));
    }
    catch (error) {
        const why = `there is no home folder or working directory here (${errorCode(error)})`;
        throw new RefreshError('usage', `creds must be an absolute path: ${why}`);
    }
}
function findCredentialsFile(given) {
    try {
        const real = (0,external_node_fs_namespaceObject.realpathSync)(given);
        refuseWhatIsNoFile(given, (0,external_node_fs_namespaceObject.statSync)(real));
        if (Buffer.byteLength(real) > MAX_PATH_BYTES)
            throw new RefreshError('usage', 'creds names a path that is too long');
        return { given, real };
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw error;
        throw cannotResolve(given, error);
    }
}
function findPlace(given) {
    try {
        return findCredentialsFile(given);
    }
    catch {
        const folder = path.dirname(given);
        return existsSync(folder) ? { given, real: path.join(realpathSync(folder), path.basename(given)) } : null;
    }
}
function expandTilde(text) {
    return text === '~' || text.startsWith('~/') ? external_node_path_default().join((0,external_node_os_namespaceObject.homedir)(), text.slice(1)) : text;
}
function refuseWhatIsNoFile(given, stats) {
    if (stats.isFile())
        return;
    const kind = stats.isDirectory() ? 'a folder' : 'not a regular file';
    const hint = stats.isDirectory() ? `; did you mean ${external_node_path_default().join(given, '.credentials.json')}?` : '';
    throw new RefreshError('creds-invalid', `${given} is ${kind}, not a credentials file${hint}`);
}
function cannotResolve(given, error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && isDanglingLink(given)) {
        return new RefreshError('creds-not-found', `${given} is a link to a file that does not exist`);
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        const left = (0,external_node_fs_namespaceObject.existsSync)(`${given}.clr`) ? `; ${given}.clr holds what an earlier run has left` : '';
        return new RefreshError('creds-not-found', `no credentials file at ${given}${left}`);
    }
    if (code === 'ENAMETOOLONG')
        return new RefreshError('usage', 'creds names a path that is too long');
    return new RefreshError('creds-unreadable', `cannot reach ${given}: ${code}`);
}
function isDanglingLink(given) {
    try {
        return (0,external_node_fs_namespaceObject.lstatSync)(given).isSymbolicLink();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = require("node:perf_hooks");
;// CONCATENATED MODULE: ./src/refresh/deadline.ts

class Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = external_node_perf_hooks_namespaceObject.performance.now()) {
        return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - external_node_perf_hooks_namespaceObject.performance.now());
    }
    hasPassed() {
        return this.remainingMs() === 0;
    }
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/refresh/system/remove.ts

function removeIfPossible(entry) {
    try {
        (0,external_node_fs_namespaceObject.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    }
    catch {
        return false;
    }
}

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
            if (errorCode(error) === 'EEXIST')
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
        removeIfPossible(this.folder.at(RECORD));
    }
    #add(made) {
        external_node_fs_default().appendFileSync(this.folder.at(RECORD), `${JSON.stringify(made)}\n`, { mode: 0o600 });
    }
}
function removeLocksOfTheDead(folder) {
    const lines = readTextIfAny(folder.at(RECORD)).split('\n').map(parseJson).map(parseMade);
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
    removeIfPossible(folder.at(RECORD));
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
    if (!isJsonObject(value))
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
    #renewedAtMs = external_node_perf_hooks_namespaceObject.performance.now();
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
            const code = errorCode(error);
            if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
                return true;
            const why = ['ENOTDIR', 'ENOTEMPTY'].includes(code) ? `something is in its way (${code})` : explain(error);
            throw new RefreshError('creds-not-writable', `cannot take the lock ${lockPath}: ${why}`);
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
            return external_node_perf_hooks_namespaceObject.performance.now() - seen.sinceMs > UNRENEWED_MS;
        this.#seen.set(lockPath, { mtimeMs, sinceMs: external_node_perf_hooks_namespaceObject.performance.now() });
        return false;
    }
    #renewWhenDue() {
        const isDue = external_node_perf_hooks_namespaceObject.performance.now() - this.#renewedAtMs > RENEW_EVERY_MS;
        if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS)
            this.#renewAll();
    }
    #renewAll() {
        this.#renewedAtMs = external_node_perf_hooks_namespaceObject.performance.now();
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
    return Date.now() - (external_node_perf_hooks_namespaceObject.performance.timeOrigin + external_node_perf_hooks_namespaceObject.performance.now());
}
function removeStale(lockPath) {
    try {
        external_node_fs_default().rmdirSync(lockPath);
    }
    catch (error) {
        if (errorCode(error) !== 'ENOENT')
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/refresh/system/process-identity.ts



function ownIdentity() {
    return { pid: process.pid, startTicks: startTicksOf(process.pid), ...ownWorld() };
}
function identityFromStat(stat, { bootId, pidNamespace } = ownWorld()) {
    const pid = Number.parseInt(stat, 10);
    return Number.isSafeInteger(pid) && pid > 1 ? { pid, startTicks: startTicksIn(stat), bootId, pidNamespace } : null;
}
function isAlive(identity) {
    const world = ownWorld();
    const { bootId, pidNamespace, startTicks } = identity;
    if (bootId === null || bootId !== world.bootId || pidNamespace === null || startTicks === null)
        return 'unknown';
    if (pidNamespace !== world.pidNamespace)
        return 'unknown';
    const now = startTicksOf(identity.pid);
    if (now === null)
        return 'unknown';
    return now === startTicks ? 'yes' : 'no';
}
function parseIdentity(value) {
    if (!isJsonObject(value))
        return null;
    const { pid, startTicks, bootId, pidNamespace } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1)
        return null;
    return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) };
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}
function ownWorld() {
    return {
        bootId: attempt(() => (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
        pidNamespace: attempt(() => (0,external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid'))
    };
}
function startTicksOf(pid) {
    try {
        const stat = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        return fieldsAfterName(stat)[0] === 'Z' ? '' : startTicksIn(stat);
    }
    catch (error) {
        return ['ENOENT', 'ESRCH'].includes(errorCode(error)) ? '' : null;
    }
}
function startTicksIn(stat) {
    return fieldsAfterName(stat)[19] ?? null;
}
function fieldsAfterName(stat) {
    return stat
        .slice(stat.lastIndexOf(')') + 2)
        .trim()
        .split(' ');
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/refresh/locks/file-lock.ts










const file_lock_RENEW_EVERY_MS = 2000;
const file_lock_STALE_AFTER_MS = 60_000;
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
        }, file_lock_RENEW_EVERY_MS);
        this.#renewal.unref();
    }
    static tryTake(folder) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex');
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
                (0,external_node_fs_namespaceObject.utimesSync)(this.lockPath, now, now);
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
        removeIfPossible(folder.at(name));
    }
}
function place(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(stage, { mode: 0o700 });
        (0,external_node_fs_namespaceObject.writeFileSync)(external_node_path_default().join(stage, OWNER_RECORD), JSON.stringify({ nonce, ...ownIdentity() }), { mode: 0o600 });
        (0,external_node_fs_namespaceObject.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        removeIfPossible(stage);
        const code = errorCode(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        const why = code === 'ENOTDIR' ? `${lockPath} is in the way: it should be a folder of ours; remove it` : explain(error);
        throw new RefreshError('creds-not-writable', `cannot lock the credentials file: ${why}`);
    }
}
function readHolder(lockPath) {
    const record = parseJson(readTextIfAny(external_node_path_default().join(lockPath, OWNER_RECORD)));
    const nonce = isJsonObject(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: parseIdentity(record) };
}
function isGone(lockPath, { identity }) {
    if (identity === null)
        return ageMs(lockPath) > TRANSITION_MS;
    const alive = isAlive(identity);
    return alive === 'no' || (alive === 'unknown' && ageMs(lockPath) > file_lock_STALE_AFTER_MS);
}
function takeAway(folder, lockPath, { nonce }) {
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(mark, { mode: 0o700 });
    }
    catch {
        if (ageMs(mark) > TRANSITION_MS)
            removeIfPossible(mark);
        return;
    }
    try {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,external_node_fs_namespaceObject.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`));
        else
            removeRecord(lockPath);
    }
    catch {
    }
    finally {
        removeIfPossible(mark);
    }
}
function removeRecord(lockPath) {
    (0,external_node_fs_namespaceObject.unlinkSync)(external_node_path_default().join(lockPath, OWNER_RECORD));
    (0,external_node_fs_namespaceObject.rmdirSync)(lockPath);
}
function ageMs(entry) {
    try {
        return Math.abs(Date.now() - (0,external_node_fs_namespaceObject.lstatSync)(entry).mtimeMs);
    }
    catch {
        return 0;
    }
}

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
                    throw new RefreshError('locked', 'another run took over while this one slept');
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
        const folder = WorkFolder.open(file);
        const own = tryTakeOwn(folder);
        if (own instanceof FileLock)
            return { own, folder };
        await waitForTurn(patience, () => `another run of clr-refresh (pid ${pidOf(own) ?? 'unknown'})`, folder);
    }
}
function tryTakeOwn(folder) {
    let own = null;
    try {
        own = FileLock.tryTake(folder);
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
            throw new RefreshError('cancelled', 'cancelled while it waited for a lock; nothing was sent');
        throw new RefreshError('locked', `the deadline passed while ${holder()} held the lock; nothing was sent`);
    }
    await (0,promises_namespaceObject.setTimeout)(Math.min(ASK_EVERY_MS, deadline.remainingMs()));
}
function sessionAt(lockPath) {
    const record = parseJson(readTextIfAny(`${lockPath}.owner`));
    const pid = isJsonObject(record) && typeof record.pid === 'number' ? ` (pid ${record.pid})` : '';
    return `a session of \`claude\`${pid}`;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: ./src/refresh/claude/claude-process.ts







const RECORD_AND_EXEC = 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi; printf "%s\\n" "$stat" >"$0" && exec "$@"';
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
        try {
            const child = (0,external_node_child_process_namespaceObject.spawn)('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
                cwd: workingDirectory,
                env: environment,
                detached: true,
                stdio: ['ignore', stdout, stderr]
            });
            makeNice(child.pid);
            return new ClaudeProcess(child.pid, exitOf(child), () => true);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(stdout);
            (0,external_node_fs_namespaceObject.closeSync)(stderr);
        }
    }
    static adopt(identity) {
        return new ClaudeProcess(identity.pid, untilDead(identity), () => isAlive(identity) === 'yes');
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
        return (0,external_node_fs_namespaceObject.openSync)(file, 'wx', 0o600);
    }
    catch (error) {
        throw new RefreshError('creds-not-writable', `cannot write ${file}: ${explain(error)}`);
    }
}
function makeNice(pid) {
    try {
        if (pid !== undefined)
            (0,external_node_os_namespaceObject.setPriority)(pid, NICENESS);
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
        await (0,promises_namespaceObject.setTimeout)(claude_process_ASK_EVERY_MS);
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
        await (0,promises_namespaceObject.setTimeout)(waitMs);
}

;// CONCATENATED MODULE: ./src/refresh/home/home-lock.ts


const LOCK = '.claude.lock';
function lockPathOf(home) {
    return external_node_path_default().join(home, LOCK);
}
function isLockName(name) {
    return name === LOCK;
}
function lockHoldingIn(home) {
    try {
        const stats = (0,external_node_fs_namespaceObject.statSync)(lockPathOf(home), { bigint: true, throwIfNoEntry: false });
        if (stats === undefined)
            return null;
        return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) };
    }
    catch {
        return { id: 'unknown', ageMs: Infinity };
    }
}

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
function failureSignIn(log) {
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
function watchCall(scene, patience) {
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
            const watcher = (0,external_node_fs_namespaceObject.watch)(folder, (_event, name) => {
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

;// CONCATENATED MODULE: ./src/refresh/credentials/fingerprint.ts

function fingerprint_fingerprint(pair) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(`${pair.accessToken}\0${pair.refreshToken}`).digest('hex');
}

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
    return { from: fingerprint_fingerprint(credentials), invented: [...inventedFor(credentials.login), 'subscriptionTypeSource'] };
}
const UNKNOWN_ORIGIN = {
    from: '0'.repeat(64),
    invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
};
function inventedFor(login) {
    return Object.keys(SEEDS).filter(name => login[name] == null);
}
function judge(text, origin) {
    const document = parseJson(text);
    const login = isJsonObject(document) ? document.claudeAiOauth : undefined;
    if (!isJsonObject(login))
        return { kind: 'nothing' };
    const { accessToken, refreshToken, expiresAt } = login;
    if (accessToken === '' && refreshToken === '')
        return { kind: 'blanked' };
    if (!isToken(accessToken) || !isToken(refreshToken))
        return { kind: 'part' };
    if (fingerprint_fingerprint({ accessToken, refreshToken }) === origin.from)
        return { kind: 'nothing' };
    return isExpiry(expiresAt) ? { kind: 'pair', changes: changesIn(login, expiresAt, origin) } : { kind: 'part' };
}
function isExpiry(expiresAt) {
    return typeof expiresAt === 'number' && Number.isFinite(expiresAt) && expiresAt !== SENTINEL_EXPIRES_AT_MS;
}
function changesIn(login, expiresAt, { invented }) {
    const fit = Object.entries(login).filter(([name, value]) => !invented.includes(name) && isFit(name, value));
    return { ...Object.fromEntries(fit), expiresAt: Math.min(Math.max(expiresAt, 0), MAX_DATE_MS) };
}
function isFit(name, value) {
    if (name === 'scopes')
        return Array.isArray(value) && value.includes('user:inference');
    if (name === 'refreshTokenExpiresAt')
        return typeof value === 'number' && value >= 0 && value <= MAX_DATE_MS;
    if (name in SEEDS)
        return typeof value === 'string';
    return value !== null;
}

;// CONCATENATED MODULE: ./src/refresh/home/found-login.ts





function judgeHome(home, origin) {
    const judgements = filesOf(home).map(file => judge(readTextIfAny(file), origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    return filesOf(home).findLast(file => judge(readTextIfAny(file), origin).kind === 'pair') ?? home.credentialsPath;
}
function isWrittenBack({ path: at }) {
    return filesIn(at, REPLACEMENT_PREFIX).length === 0;
}
function filesOf({ path: at, configFolder, credentialsPath }) {
    return [...filesIn(configFolder, external_node_path_default().basename(credentialsPath)).sort(), ...filesIn(at, REPLACEMENT_PREFIX)];
}
function documentToBeIn(home) {
    const documents = filesIn(home.path, REPLACEMENT_PREFIX).map(file => parseJson(readTextIfAny(file)));
    return documents.find(isJsonObject) ?? {};
}
function filesIn(folder, prefix) {
    return namesIn(folder)
        .filter(name => name.startsWith(prefix))
        .map(name => external_node_path_default().join(folder, name));
}

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
        return newReplacementPathIn(this.path);
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
        (0,external_node_fs_namespaceObject.rmSync)(left, { recursive: true, force: true });
    for (const folder of [configFolder, lock])
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
    write(credentialsPath, JSON.stringify({ claudeAiOauth: seededLogin(credentials) }));
    write(external_node_path_default().join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n');
    write(external_node_path_default().join(home.path, '.claude.json'), JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }));
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function hideKeychain(programs) {
    (0,external_node_fs_namespaceObject.mkdirSync)(programs, { mode: 0o700, recursive: true });
    (0,external_node_fs_namespaceObject.writeFileSync)(external_node_path_default().join(programs, 'security'), '#!/bin/sh\nexit 1\n', { mode: 0o700 });
}
function write(file, text) {
    (0,external_node_fs_namespaceObject.writeFileSync)(file, text, { mode: 0o600 });
}

;// CONCATENATED MODULE: ./src/refresh/system/sync.ts


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

;// CONCATENATED MODULE: ./src/refresh/home/room.ts





const MIN_FREE_BYTES = 1024 * 1024;
const MIN_FREE_INODES = 256;
const BALLAST_BYTES = 256 * 1024;
const ballastIn = (home) => external_node_path_default().join(home, 'ballast');
function requireRoom(home) {
    const { bavail, bsize, files, ffree } = (0,external_node_fs_namespaceObject.statfsSync)(home);
    const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES);
    if (isShort)
        throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
}
function layBallast(home) {
    try {
        writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES));
    }
    catch (error) {
        if (errorCode(error) !== 'EEXIST')
            throw error;
    }
}
function dropBallast(home) {
    removeIfPossible(ballastIn(home));
}

;// CONCATENATED MODULE: ./src/refresh/home/run-record.ts






const recordIn = (home) => external_node_path_default().join(home, 'run.json');
function writeRunRecord(home, origin) {
    (0,external_node_fs_namespaceObject.writeFileSync)(recordIn(home), JSON.stringify({ ...ownIdentity(), ...origin }), { mode: 0o600 });
}
function readRunRecord(home) {
    const record = parseJson(readTextIfAny(recordIn(home)));
    const owner = parseIdentity(record);
    if (!isJsonObject(record) || owner === null || typeof record.from !== 'string')
        return null;
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : [];
    return { owner, origin: { from: record.from, invented } };
}
function syncRunRecord(home) {
    for (const entry of [recordIn(home), home, external_node_path_default().dirname(home)])
        syncToDisk(entry);
}

;// CONCATENATED MODULE: ./src/refresh/home/isolated-home.ts
















class IsolatedHome extends HomeLayout {
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
        const home = new IsolatedHome(folder.at(`${HOME_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`), originOf(credentials));
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
        adopted.#calls = namesIn(home).filter(name => name.startsWith('stderr-')).length;
        return { home: adopted, owner: record.owner };
    }
    static ofUnknownOrigin(home) {
        return new IsolatedHome(home, UNKNOWN_ORIGIN);
    }
    #make() {
        (0,external_node_fs_namespaceObject.mkdirSync)(this.path, { mode: 0o700 });
        requireRoom(this.path);
        writeRunRecord(this.path, this.origin);
        (0,external_node_fs_namespaceObject.mkdirSync)(this.temporaryFolder, { mode: 0o700 });
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
        if (error instanceof RefreshError)
            return error;
        return new RefreshError('creds-not-writable', `cannot write in an isolated HOME at ${this.path}: ${explain(error)}`);
    }
    get logs() {
        const name = (kind) => external_node_path_default().join(this.path, `${kind}-${this.#calls}.log`);
        return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') };
    }
    unlock() {
        removeIfPossible(lockPathOf(this.path));
    }
    lockHolding() {
        return lockHoldingIn(this.path);
    }
    isExchangeUnderWay() {
        return this.lockHolding() !== null;
    }
    isTelling(name) {
        return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
    }
    judge() {
        return judgeHome(this, this.origin);
    }
    claudeIdentity() {
        return identityFromStat(readTextIfAny(this.claudeRecord), this.#owner);
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
        const gone = external_node_path_default().join(external_node_path_default().dirname(this.path), `${GONE_PREFIX}${external_node_path_default().basename(this.path)}`);
        try {
            (0,external_node_fs_namespaceObject.renameSync)(this.path, gone);
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

;// CONCATENATED MODULE: ./src/refresh/write-back/lineage.ts






const lineage_RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const record = parseJson(readTextIfAny(folder.at(lineage_RECORD)));
    if (!isJsonObject(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const [at, from] = [pair, ancestor].map(one => lineage?.pairs.indexOf(fingerprint(one)) ?? -1);
    return at !== undefined && from !== undefined && from >= 0 && at > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    const staged = folder.at(`${REPLACEMENT_PREFIX}lineage.json`);
    (0,external_node_fs_namespaceObject.writeFileSync)(staged, JSON.stringify({ isFileMade, pairs: pairs.slice(-MAX_PAIRS) }), { mode: 0o600 });
    (0,external_node_fs_namespaceObject.renameSync)(staged, folder.at(lineage_RECORD));
}
function addToLineage(folder, from, { accessToken, refreshToken }) {
    const lineage = readLineage(folder);
    if (lineage?.pairs.includes(from) !== true || !isToken(accessToken) || !isToken(refreshToken))
        return;
    const added = fingerprint_fingerprint({ accessToken, refreshToken });
    if (lineage.pairs.includes(added))
        return;
    try {
        writeLineage(folder, { ...lineage, pairs: [...lineage.pairs, added] });
    }
    catch {
    }
}
function isLineageAlone(folder) {
    return folder.names().every(name => name === lineage_RECORD);
}
function removeLineage(folder) {
    rmSync(folder.at(lineage_RECORD), { force: true });
}

;// CONCATENATED MODULE: ./src/refresh/system/mount-point.ts

function isMountPoint(file) {
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
const SPARE_BYTES = 16 * 1024;
class Replacement {
    file;
    temporaryPath;
    fs;
    #fd = null;
    constructor(file, temporaryPath, fs = (external_node_fs_default())) {
        this.file = file;
        this.temporaryPath = temporaryPath;
        this.fs = fs;
    }
    static reserve(file, temporaryPath, fs = (external_node_fs_default())) {
        const replacement = new Replacement(file, temporaryPath, fs);
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
            this.fs.accessSync(external_node_path_default().dirname(this.file.real), (external_node_fs_default()).constants.W_OK | (external_node_fs_default()).constants.X_OK);
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
        syncToDisk(external_node_path_default().dirname(this.file.real), this.fs);
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
    return namesIn(folder.path).flatMap(name => {
        const from = RESCUE_NAME.exec(name)?.[1];
        return from === undefined ? [] : [{ path: folder.at(name), from }];
    });
}

;// CONCATENATED MODULE: ./src/refresh/write-back/write-back.ts






function writeBack({ file, replacement, keepSafe }, fresh) {
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
        return fingerprint_fingerprint(now) !== from && now.refreshToken !== changes.refreshToken;
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
const LEFT_BEHIND = [REPLACEMENT_PREFIX, GONE_PREFIX];
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
            removeIfPossible(folder.at(name));
    }
    sweepLocks(folder);
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
    if (standing !== null && fingerprint_fingerprint(standing) !== fresh.from) {
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
    if (standing !== null && fingerprint_fingerprint(standing) !== from)
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
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === process.getuid?.() && (stats.mode & 0o077) === 0;
}

;// CONCATENATED MODULE: ./src/refresh/redact.ts
const ANTHROPIC_SECRET = /sk-ant-[\w-]*/g;
const PART_LENGTH = 10;
function redact(text, secrets = []) {
    const known = text.replace(ANTHROPIC_SECRET, '***');
    const parts = new Set(secrets.flatMap(partsOf));
    const isHidden = new Array(known.length).fill(false);
    for (let start = 0; start + PART_LENGTH <= known.length; start += 1) {
        if (parts.has(known.slice(start, start + PART_LENGTH)))
            isHidden.fill(true, start, start + PART_LENGTH);
    }
    return [...known.split('').entries()]
        .map(([at, character]) => (isHidden[at] !== true ? character : isHidden[at - 1] === true ? '' : '***'))
        .join('');
}
function partsOf(secret) {
    const count = Math.max(0, secret.length - PART_LENGTH + 1);
    return Array.from({ length: count }, (_, start) => secret.slice(start, start + PART_LENGTH));
}
function plain(output, secrets) {
    return redact(output, secrets)
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim();
}
function oneLine(sentence) {
    return redact(sentence).replace(/\p{Cc}/gu, '\u{FFFD}');
}

;// CONCATENATED MODULE: ./src/refresh/times.ts
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
    const distance = spell(Math.abs(ms));
    return ms < 0 ? `${distance} ago` : `in ${distance}`;
}
function spell(ms) {
    if (ms < 100 * MINUTE_MS)
        return `${Math.round(ms / MINUTE_MS)} min`;
    if (ms < 2 * DAY_MS)
        return `${Math.round(ms / HOUR_MS)} h`;
    return `${Math.round(ms / DAY_MS)} days`;
}

;// CONCATENATED MODULE: ./src/refresh/report-draft.ts




class ReportDraft {
    creds = null;
    claude = null;
    before = null;
    waiting = [];
    #startMs = external_node_perf_hooks_namespaceObject.performance.now();
    #phases = [];
    #phase = null;
    enter(name) {
        this.#endPhase();
        this.#phase = { name, startMs: external_node_perf_hooks_namespaceObject.performance.now() };
    }
    refreshed(after) {
        const took = `took ${(this.#elapsedMs / 1000).toFixed(1)} s`;
        return this.#report('refreshed', after, `refreshed ${this.creds ?? ''}: ${validity(after)}; ${took}`);
    }
    refreshedByAnother(after) {
        const message = `${this.creds ?? ''} was refreshed by another run or session meanwhile: ${validity(after)}`;
        return this.#report('refreshed', after, message);
    }
    recovered(after) {
        const message = `recovered ${this.creds ?? ''} from a run that was cut short: ${validity(after)}`;
        return this.#report('recovered', after, message);
    }
    stillValid(credentials) {
        return this.#report('still-valid', credentials, `nothing to do for ${this.creds ?? ''}: ${validity(credentials)}`);
    }
    nothingToRecover(credentials) {
        const message = `nothing to recover for ${this.creds ?? ''}: ${validity(credentials)}`;
        return this.#report('still-valid', credentials, message);
    }
    failed(error) {
        return this.#report(error.reason, this.before, error.message);
    }
    get #elapsedMs() {
        return Math.round(external_node_perf_hooks_namespaceObject.performance.now() - this.#startMs);
    }
    #endPhase() {
        if (this.#phase === null)
            return;
        this.#phases.push({ name: this.#phase.name, ms: Math.round(external_node_perf_hooks_namespaceObject.performance.now() - this.#phase.startMs) });
        this.#phase = null;
    }
    #report(reason, now, message) {
        this.#endPhase();
        return {
            refreshed: reason === 'refreshed' || reason === 'recovered',
            reason,
            exitCode: outcomeOf(reason).exitCode,
            creds: this.creds,
            previousExpiresAt: iso(this.before?.expiresAtMs),
            expiresAt: iso(now?.expiresAtMs),
            loginExpiresAt: iso(now?.loginExpiresAtMs),
            elapsedMs: this.#elapsedMs,
            claude: this.claude,
            phases: this.#phases,
            message: oneLine(`${message}${waitingNote(this.waiting)}`)
        };
    }
}
function waitingNote(waiting) {
    if (waiting.length === 0)
        return '';
    const paths = waiting.map(({ path }) => path).join(', ');
    return `; a pair that does not descend from the one in the file waits in ${paths}: delete it, or, if it is of another login that you want here, move it over the file`;
}
function validity({ expiresAtMs }) {
    return `valid until ${utcMinute(expiresAtMs)} UTC (${inTime(expiresAtMs - Date.now())})`;
}
function iso(ms) {
    return ms == null ? null : new Date(ms).toISOString();
}

;// CONCATENATED MODULE: ./src/refresh/recover-only.ts









async function recover(options) {
    const draft = new ReportDraft();
    const deadline = Deadline.after(options.timeoutSeconds);
    try {
        draft.creds = absolutePath(options.credsPath);
        const file = findCredentialsFile(draft.creds);
        if (!WorkFolder.isThere(file))
            return draft.nothingToRecover(readCredentials(file));
        draft.before = readGoodCredentials(file);
        draft.enter('lock');
        return await whileLocked(file, { deadline, cancel: options.cancel }, async ({ folder }) => {
            draft.enter('recover');
            const recovered = await recoverAbandoned({ file, folder, insist: options.insist });
            draft.waiting = rescuesIn(folder);
            return recovered === null ? draft.nothingToRecover(readCredentials(file)) : draft.recovered(recovered);
        });
    }
    catch (error) {
        if (error instanceof RefreshError)
            return draft.failed(error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/refresh/claude/claude-command.ts
const OPTIONS = [
    ['--model', 'claude-sonnet-4-6'],
    ['--effort', 'low'],
    ['--no-session-persistence'],
    ['--no-chrome']
];
function claudeArguments(debugFile, unknown = new Set()) {
    const known = (option) => !unknown.has(option[0] ?? '');
    return [...OPTIONS, ['--print', '.'], ['--debug-file', debugFile]].filter(known).flat();
}
const LAST_WITHOUT = {
    '--effort': '2.1.30',
    '--no-session-persistence': '2.0.0',
    '--no-chrome': '2.0.0',
    '--debug-file': '2.0.77'
};
function optionsUnknownTo(version) {
    const isUnknown = ([, last]) => version !== null && compareVersions(version, last) <= 0;
    return new Set(Object.entries(LAST_WITHOUT).flatMap(entry => (isUnknown(entry) ? [entry[0]] : [])));
}
function compareVersions(a, b) {
    const [ours, theirs] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10)));
    const differences = (ours ?? []).map((part, index) => part - (theirs?.[index] ?? 0));
    return differences.find(difference => difference !== 0) ?? 0;
}
function unknownOptionIn(stderr) {
    const name = /unknown option '(--[\w-]+)'/.exec(stderr)?.[1];
    return name !== undefined && Object.hasOwn(LAST_WITHOUT, name) ? name : null;
}
function shellLine(words) {
    return words.map(word => (/^[\w@%+=:,/.-]+$/.test(word) && word !== '.' ? word : quoted(word))).join(' ');
}
function quoted(word) {
    return /^[\w .]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./src/refresh/claude/claude-environment.ts

const ALLOWED = new Set([
    'LANG',
    'LANGUAGE',
    'TZ',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'all_proxy',
    'no_proxy',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CLAUDE_CODE_CLIENT_CERT',
    'CLAUDE_CODE_CLIENT_KEY',
    'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'
]);
const PATHS = new Set([
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CLAUDE_CODE_CLIENT_CERT',
    'CLAUDE_CODE_CLIENT_KEY'
]);
function allowedVariables(environment) {
    const allowed = { PATH: absoluteEntries(environment.PATH).join((external_node_path_default()).delimiter) };
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || !(ALLOWED.has(name) || name.startsWith('LC_')))
            continue;
        allowed[name] = PATHS.has(name) ? absolutePaths(value) : value;
    }
    return allowed;
}
function absolutePaths(value) {
    const paths = value.split((external_node_path_default()).delimiter);
    return paths.map(one => (one === '' ? one : absolute(one))).join((external_node_path_default()).delimiter);
}
function absolute(one) {
    try {
        return external_node_path_default().resolve(one);
    }
    catch {
        return one;
    }
}
function absoluteEntries(pathVariable) {
    return (pathVariable ?? '').split((external_node_path_default()).delimiter).filter(entry => external_node_path_default().isAbsolute(entry));
}
function claudeEnvironment(caller, isolation) {
    const allowed = allowedVariables(caller);
    return {
        ...allowed,
        PATH: claudePath(allowed.PATH ?? '', isolation.firstOnPath),
        HOME: isolation.home,
        USERPROFILE: isolation.home,
        TMPDIR: isolation.temporaryFolder,
        NO_PROXY: withLoopback(caller.NO_PROXY ?? caller.no_proxy),
        no_proxy: withLoopback(caller.no_proxy ?? caller.NO_PROXY),
        ANTHROPIC_BASE_URL: isolation.baseUrl,
        DISABLE_AUTOUPDATER: '1'
    };
}
function claudePath(callerPath, first) {
    return [first ?? '', callerPath, external_node_path_default().dirname(process.execPath)].filter(entry => entry !== '').join((external_node_path_default()).delimiter);
}
function withLoopback(noProxy) {
    return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`;
}

;// CONCATENATED MODULE: ./src/refresh/claude/failure.ts
function failureOf(evidence) {
    const { sighting, sign, program } = evidence;
    if (sighting.kind === 'blanked') {
        return failure('login-rejected', 'the token endpoint rejected the login: its refresh token is used up or revoked');
    }
    if (sighting.kind === 'part') {
        return failure('not-refreshed', "the token endpoint's answer held no whole pair; the old refresh token may be used up");
    }
    if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
        return { reason: sign.reason, message: sign.what, isRepeatable: sign.isRepeatable };
    }
    switch (sighting.kind) {
        case 'deadline':
            return failure('timeout', 'the deadline passed before `claude` had refreshed the login');
        case 'cancelled':
            return failure('cancelled', 'cancelled before `claude` had refreshed the login');
        case 'exited':
            return exited(sighting, evidence);
        default:
            return failure('not-refreshed', `the exchange brought no new pair, and \`claude\`${version(program)} does not say why`);
    }
}
function exited({ exit, inExchange }, { output, program }) {
    const said = lastLine(output);
    const saying = said === '' ? '' : `; it said: ${said}`;
    if (exit.startError !== null)
        return failure('claude-failed', `cannot start ${program.path}: ${exit.startError}`);
    if (exit.code === 0)
        return failure('not-refreshed', `\`claude\`${version(program)} ended without a new pair${saying}`);
    const how = exit.code === null ? `was ended by ${exit.signal ?? 'a signal'}` : `ended with exit status ${exit.code}`;
    if (inExchange) {
        const loss = 'the old refresh token may be used up';
        return failure('not-refreshed', `\`claude\`${version(program)} ${how} once its exchange had begun; ${loss}${saying}`);
    }
    return failure('claude-failed', `\`claude\`${version(program)} ${how} before any exchange${saying}`);
}
function failure(reason, message) {
    return { reason, message, isRepeatable: false };
}
function version({ version: text }) {
    return text === null ? '' : ` ${text}`;
}
function lastLine(output) {
    const line = output.split('\n').at(-1) ?? '';
    return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
;// CONCATENATED MODULE: ./src/refresh/claude/model-listener.ts




class ModelListener {
    server;
    baseUrl;
    constructor(server, baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }
    static async open(onRequest) {
        const server = (0,external_node_net_namespaceObject.createServer)(socket => {
            socket.on('error', () => undefined);
            onRequest();
        });
        await new Promise((resolve, reject) => {
            server.once('error', error => {
                reject(new RefreshError('claude-failed', `cannot listen on 127.0.0.1: ${errorCode(error)}`));
            });
            server.listen(0, '127.0.0.1', resolve);
        });
        server.unref();
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        return new ModelListener(server, `https://127.0.0.1:${port}/${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`);
    }
    close() {
        this.server.close();
    }
}

;// CONCATENATED MODULE: ./src/refresh/claude/trace.ts

function traceRun({ trace }, file, timeoutSeconds) {
    trace('# clr refresh');
    trace(`# creds: ${file.given}${file.real === file.given ? '' : ` -> ${file.real}`}`);
    trace(`# timeout: ${timeoutSeconds === 0 ? 'none' : `${timeoutSeconds}s`}`);
}
function traceCall({ trace }, { command, environment, workingDirectory }) {
    const ours = ['HOME', 'USERPROFILE', 'TMPDIR', 'ANTHROPIC_BASE_URL', 'DISABLE_AUTOUPDATER'];
    trace(`# isolated HOME: ${environment.HOME ?? ''}`);
    trace(`# working directory: ${workingDirectory}`);
    trace(`# variables passed through: ${Object.keys(environment)
        .filter(name => !ours.includes(name))
        .join(' ')}`);
    trace(`# variables set: ${ours.map(name => `${name}=${environment[name] ?? ''}`).join(' ')}`);
    trace(`# program: ${command[0] ?? ''}`);
    trace(shellLine(['claude', ...command.slice(1)]));
}

;// CONCATENATED MODULE: ./src/refresh/claude/watch-with-grace.ts


const GRACE_MS = 5000;
const GRACE_BEFORE_TERM_MS = 4000;
async function watchWithGrace(scene, { deadline, cancel, insist }) {
    const sighting = await watchCall(scene, { deadline, cancel });
    if (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled')
        return sighting;
    if (!scene.home.isExchangeUnderWay())
        return sighting;
    const term = setTimeout(() => {
        scene.claude.terminate();
    }, GRACE_BEFORE_TERM_MS);
    const last = await watchCall(scene, { deadline: Deadline.after(GRACE_MS / 1000), cancel: insist });
    clearTimeout(term);
    return last.kind === 'pair' || last.kind === 'blanked' ? last : sighting;
}

;// CONCATENATED MODULE: ./src/refresh/claude/exchange.ts













const ROOT = '/';
const MAX_OUTPUT = 16_384;
const RETRY_WAITS_MS = [1000, 3000];
const RETRY_SPAN_MS = 10_000;
const MIN_TRY_MS = 5000;
async function letClaudeRefresh(exchange) {
    const unknownOptions = new Set(optionsUnknownTo(exchange.program.version));
    let firstFailure = null;
    for (let tries = 0;;) {
        const result = await callClaude(exchange, unknownOptions);
        if ('changes' in result)
            return result.changes;
        if ('unknownOption' in result) {
            unknownOptions.add(result.unknownOption);
            exchange.home.seed(exchange.before);
            continue;
        }
        firstFailure ??= Deadline.after(RETRY_SPAN_MS / 1000);
        const waitMs = result.isRepeatable ? RETRY_WAITS_MS[tries] : undefined;
        const isTimeForMore = waitMs !== undefined && firstFailure.remainingMs() > waitMs;
        if (!isTimeForMore || exchange.deadline.remainingMs() < waitMs + MIN_TRY_MS)
            throw toError(result);
        tries += 1;
        await pause(waitMs, exchange.cancel);
        exchange.home.seed(exchange.before);
    }
}
async function callClaude(exchange, unknownOptions) {
    if (exchange.cancel.aborted)
        throw new RefreshError('cancelled', 'cancelled; the login is as it was');
    const { home, program } = exchange;
    const modelRequest = new AbortController();
    const listener = await ModelListener.open(() => {
        modelRequest.abort();
    });
    try {
        const environment = claudeEnvironment(exchange.environment, {
            home: home.path,
            temporaryFolder: home.temporaryFolder,
            firstOnPath: home.firstOnPath,
            baseUrl: listener.baseUrl
        });
        const command = [program.path, ...claudeArguments(home.logs.debug, unknownOptions)];
        const call = { command, environment, workingDirectory: ROOT };
        traceCall(exchange.log, call);
        const claude = await startProven(exchange, call);
        const scene = { home, claude, modelRequest: modelRequest.signal };
        const sighting = await watchWithGrace(scene, exchange);
        const end = claude.kill();
        if (sighting.kind === 'pair')
            home.vacateAfter(end);
        else
            await end;
        return resultOf(exchange, sighting, unknownOptions);
    }
    finally {
        listener.close();
    }
}
async function startProven({ home, proveSafe }, call) {
    const claude = ClaudeProcess.start(home, call);
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
function resultOf(exchange, sighting, unknownOptions) {
    const { home, before, program, log } = exchange;
    const judgement = sighting.kind === 'pair' ? sighting : home.judge();
    if (judgement.kind === 'pair')
        return { changes: judgement.changes };
    const [stderr = '', stdout = '', debug = ''] = [home.logs.stderr, home.logs.stdout, home.logs.debug].map(readTextIfAny);
    const unknownOption = sighting.kind === 'exited' ? unknownOptionIn(stderr) : null;
    if (unknownOption !== null && !unknownOptions.has(unknownOption) && !home.isExchangeUnderWay())
        return { unknownOption };
    const output = plain(`${tailOf(stdout)}\n${tailOf(stderr)}`, [before.accessToken, before.refreshToken]);
    log.claudeOutput(output);
    return failureOf({
        sighting: judgement.kind === 'nothing' ? sighting : judgement,
        sign: failureSignIn(`${debug}\n${output}`),
        output,
        program
    });
}
function tailOf(text) {
    return text.length <= MAX_OUTPUT ? text : text.slice(-MAX_OUTPUT).replace(/^\S+/, '');
}
function toError({ reason, message }) {
    return new RefreshError(reason, message);
}
async function pause(waitMs, cancel) {
    try {
        await (0,promises_namespaceObject.setTimeout)(waitMs, undefined, { signal: cancel });
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./src/refresh/claude/find-claude.ts





function findClaude(pathVariable) {
    for (const folder of absoluteEntries(pathVariable)) {
        const candidate = external_node_path_default().join(folder, 'claude');
        if (isProgram(candidate))
            return { path: candidate, version: versionOf(candidate) };
    }
    throw new RefreshError('claude-not-found', 'there is no program `claude` in any absolute folder of PATH');
}
function isProgram(candidate) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(candidate, external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(candidate).isFile();
    }
    catch {
        return false;
    }
}
function versionOf(program) {
    try {
        const real = (0,external_node_fs_namespaceObject.realpathSync)(program);
        if (/^\d+\.\d+\.\d+$/.test(external_node_path_default().basename(real)))
            return external_node_path_default().basename(real);
        return versionOfPackage(external_node_path_default().dirname(real)) ?? versionOfPackage(external_node_path_default().dirname(external_node_path_default().dirname(real)));
    }
    catch {
        return null;
    }
}
function versionOfPackage(folder) {
    try {
        const manifest = parseJson((0,external_node_fs_namespaceObject.readFileSync)(external_node_path_default().join(folder, 'package.json'), 'utf8'));
        if (!isJsonObject(manifest) || !String(manifest.name).startsWith('@anthropic-ai/claude-code'))
            return null;
        return typeof manifest.version === 'string' ? manifest.version : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/refresh/refresh.ts
















const FRESH_MS = 5 * 60_000;
async function refresh(options, log) {
    const draft = new ReportDraft();
    const deadline = Deadline.after(options.timeoutSeconds);
    try {
        draft.creds = absolutePath(options.credsPath);
        if (process.platform === 'win32')
            throw new RefreshError('usage', 'clr-refresh runs on Linux and macOS, not on Windows');
        const file = findCredentialsFile(draft.creds);
        traceRun(log, file, options.timeoutSeconds);
        const seen = readBeforeLock(file);
        draft.before = seen;
        draft.enter('lock');
        return await whileLocked(file, { deadline, cancel: options.cancel }, locks => refreshLocked({ file, seen, locks, deadline, options, log, draft }));
    }
    catch (error) {
        if (error instanceof RefreshError)
            return draft.failed(error);
        throw error;
    }
}
async function refreshLocked(run) {
    const { file, seen, locks, options, draft } = run;
    draft.enter('prepare');
    const recovered = await recoverAbandoned({ file, folder: locks.folder, insist: options.insist });
    draft.waiting = rescuesIn(locks.folder);
    if (recovered !== null && isFresh(recovered, options))
        return draft.recovered(recovered);
    const before = readCredentials(file);
    draft.before = seen ?? before;
    const isChanged = recovered === null && seen !== null && fingerprint_fingerprint(seen) !== fingerprint_fingerprint(before);
    if (isChanged && isFresh(before, options))
        return draft.refreshedByAnother(before);
    if (options.minValidityMs > 0 && isGoodFor(before, options.minValidityMs))
        return draft.stillValid(before);
    return refreshByClaude(run, before);
}
async function refreshByClaude(run, before) {
    const { file, locks, options, draft } = run;
    const { folder, check } = locks;
    const program = findClaude(options.environment.PATH);
    draft.claude = program;
    const home = IsolatedHome.create(folder, before);
    const replacement = new Replacement(file, home.newReplacementPath());
    try {
        draft.enter('exchange');
        const proveSafe = () => {
            check();
            replacement.reserve();
            home.reserve();
        };
        const changes = await letClaudeRefresh({ ...run, ...options, program, home, before, proveSafe });
        draft.enter('write back');
        addToLineage(folder, home.origin.from, changes);
        const after = writeBack({ file, replacement, keepSafe: document => keepSafe(folder, home, document) }, { from: home.origin.from, document: before.document, changes });
        return draft.refreshed(after);
    }
    finally {
        if (!home.isKept)
            replacement.discard();
        await home.remove();
    }
}
function isFresh(credentials, { minValidityMs }) {
    return isGoodFor(credentials, Math.max(FRESH_MS, minValidityMs));
}
function isGoodFor({ expiresAtMs }, ms) {
    return expiresAtMs - Date.now() > ms;
}

;// CONCATENATED MODULE: ./src/refresh/report.ts


function reportOf(reason, message) {
    return {
        refreshed: false,
        reason,
        exitCode: outcomeOf(reason).exitCode,
        creds: null,
        previousExpiresAt: null,
        expiresAt: null,
        loginExpiresAt: null,
        elapsedMs: 0,
        claude: null,
        phases: [],
        message: oneLine(message)
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(975);
;// CONCATENATED MODULE: ./src/refresh/options.ts


const DEFAULTS = { creds: '~/.claude/.credentials.json', timeout: '45', minValidity: '0' };
function parseTimeoutSeconds(text) {
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    throw new RefreshError('usage', `timeout must be a whole number of seconds from 0 (no limit) to 999999, got ${quote(text)}`);
}
const UNIT_MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
function parseMinValidityMs(text) {
    const [, amount, unit] = /^(\d{1,8})([smhd]?)$/.exec(text) ?? [];
    const unitMs = unit === undefined ? undefined : UNIT_MS[unit];
    if (unitMs !== undefined)
        return Number(amount) * unitMs;
    throw new RefreshError('usage', `min-validity must be a duration such as 90m, 2h or 3600 (seconds), got ${quote(text)}`);
}
function quote(text) {
    const safe = redact(text);
    return JSON.stringify(safe.length > 60 ? `${safe.slice(0, 60)}…` : safe);
}

;// CONCATENATED MODULE: ./src/cli/arguments.ts



const COMMANDS = ['refresh', 'recover'];
const arguments_OPTIONS = {
    creds: { type: 'string', default: DEFAULTS.creds },
    timeout: { type: 'string', default: DEFAULTS.timeout },
    'min-validity': { type: 'string', default: DEFAULTS.minValidity },
    trace: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    version: { type: 'boolean', default: false }
};
function parseArguments(args) {
    const { values, positionals } = parse(args);
    const [word, ...rest] = positionals;
    if (values.version)
        return { kind: 'version' };
    if (word === undefined && values.help)
        return { kind: 'help', of: 'clr' };
    if (word === undefined)
        throw usage('a command is missing');
    const command = COMMANDS.find(name => name === word);
    if (command === undefined)
        throw usage(`unknown command ${quote(word)}`);
    if (rest[0] !== undefined)
        throw usage(`unexpected argument ${quote(rest[0])}; a file is named by --creds`);
    if (values.help)
        return { kind: 'help', of: command };
    const common = {
        credsPath: values.creds,
        timeoutSeconds: parseTimeoutSeconds(values.timeout),
        json: values.json
    };
    if (command === 'refresh') {
        const minValidityMs = parseMinValidityMs(values['min-validity']);
        return { kind: command, ...common, minValidityMs, trace: values.trace };
    }
    if (args.some(arg => /^--(min-validity|trace)\b/.test(arg))) {
        throw new RefreshError('usage', 'recover takes --creds, --timeout and --json alone; see `clr recover --help`');
    }
    return { kind: command, ...common };
}
function wantsJson(args) {
    return args.includes('--json');
}
function parse(args) {
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options: arguments_OPTIONS, strict: false, tokens: true });
    const seen = new Set();
    for (const token of tokens) {
        if (token.kind !== 'option')
            continue;
        if (seen.has(token.name))
            throw usage(`--${token.name} is given twice`);
        seen.add(token.name);
    }
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options: arguments_OPTIONS, allowPositionals: true });
    }
    catch (error) {
        throw usage(firstSentence(error));
    }
}
function firstSentence(error) {
    const message = error instanceof Error ? error.message : '';
    const sentence = /^[^\n]*?(?=\. |\.?\n|\.?$)/.exec(message)?.[0] ?? '';
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
function usage(sentence) {
    return new RefreshError('usage', `${sentence}; see \`clr refresh --help\``);
}

;// CONCATENATED MODULE: ./src/cli/cancel.ts
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const SAME_SIGNAL_MS = 50;
function cancelOnSignals() {
    const cancel = new AbortController();
    const insist = new AbortController();
    let firstAtMs = Infinity;
    for (const name of SIGNALS) {
        process.on(name, () => {
            firstAtMs = Math.min(firstAtMs, performance.now());
            if (performance.now() - firstAtMs > SAME_SIGNAL_MS)
                insist.abort();
            cancel.abort();
        });
    }
    return { cancel: cancel.signal, insist: insist.signal };
}

;// CONCATENATED MODULE: ./src/cli/help.ts

const CLR_HELP = `Keep a Claude subscription login fresh.

Usage: clr <command> [options]

Commands:
  refresh          refresh the login in a credentials file
  recover          only put back what a run that was killed had got, and clear away what it left

Options:
  -h, --help       show this help; \`clr refresh --help\` shows the options of a command
      --version    show the version
`;
const REFRESH_HELP = `Refresh the login in a credentials file: the official \`claude\` does it, in a HOME of its own.

Usage: clr refresh [--creds <FILE>] [--timeout <SECS>] [--min-validity <DURATION>] [--trace] [--json]

Options:
      --creds <FILE>             credentials file (default: ${DEFAULTS.creds})
      --timeout <SECS>           seconds for the whole refresh, 0 = no limit (default: ${DEFAULTS.timeout})
      --min-validity <DURATION>  do nothing while the token is good for longer than this, for example 90m, 2h or
                                 3600 (seconds); 0 = always refresh (default: ${DEFAULTS.minValidity})
      --trace                    show the underlying call on stderr, then make it
      --json                     print the result as one JSON object
  -h, --help                     show this help

Exit status:
  0  refreshed and written back (or nothing to do)
  1  error, or no refresh occurred
  2  the deadline passed

Examples:
  clr refresh
  clr refresh --creds ~/ci/.credentials.json --min-validity 2h
`;
const RECOVER_HELP = `Put back the login that a killed run of \`clr refresh\` had got, and clear away what it left; refresh nothing.
The next \`clr refresh\` does this by itself: this is for the end of a job.

Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]

Options:
      --creds <FILE>    credentials file (default: ${DEFAULTS.creds})
      --timeout <SECS>  seconds to wait for a run that is still at work, 0 = no limit (default: ${DEFAULTS.timeout})
      --json            print the result as one JSON object
  -h, --help            show this help

Exit status:
  0  recovered, or nothing to recover
  1  error
  2  the deadline passed
`;
const HELP = { clr: CLR_HELP, refresh: REFRESH_HELP, recover: RECOVER_HELP };
function helpText(of) {
    return HELP[of];
}

;// CONCATENATED MODULE: ./src/cli/spinner.ts
const FIRST_SIGN_AFTER_MS = 1000;
async function startSpinner(stream) {
    if (!stream.isTTY)
        return { stop: () => undefined };
    const { default: yoctoSpinner } = await __nccwpck_require__.e(/* import() */ 540).then(__nccwpck_require__.bind(__nccwpck_require__, 540));
    const startMs = Date.now();
    const spinner = yoctoSpinner({ text: '', stream, handleSignals: false });
    const tick = setInterval(() => {
        spinner.text = `refreshing the login, ${Math.round((Date.now() - startMs) / 1000)} s`;
        if (!spinner.isSpinning)
            spinner.start();
    }, FIRST_SIGN_AFTER_MS);
    return {
        stop: () => {
            clearInterval(tick);
            if (spinner.isSpinning)
                spinner.stop();
        }
    };
}

;// CONCATENATED MODULE: ./src/cli/run.ts









async function run(args) {
    const report = await reportFor(args);
    if (report === null)
        return 0;
    print(report, wantsJson(args));
    return report.exitCode;
}
async function reportFor(args) {
    try {
        const request = parseArguments(args);
        if (request.kind === 'refresh' || request.kind === 'recover')
            return await workAsAsked(request);
        process.stdout.write(request.kind === 'help' ? helpText(request.of) : await versionText());
        return null;
    }
    catch (error) {
        if (error instanceof RefreshError)
            return reportOf(error.reason, error.message);
        return reportOf('internal', describeBug(error));
    }
}
async function versionText() {
    const { default: manifest } = await __nccwpck_require__.e(/* import() */ 330).then(__nccwpck_require__.t.bind(__nccwpck_require__, 330, 19));
    return `clr ${manifest.version}\n`;
}
async function workAsAsked(request) {
    const signals = cancelOnSignals();
    if (request.json)
        process.stderr.write(`# clr ${request.kind}, pid ${process.pid}\n`);
    const spinner = await startSpinner(process.stderr);
    try {
        if (request.kind === 'recover')
            return await recover({ ...request, ...signals });
        return await refresh({ ...request, ...signals, environment: process.env }, logTo(request.trace));
    }
    finally {
        spinner.stop();
    }
}
function logTo(isTracing) {
    const write = (text) => process.stderr.write(`${text}\n`);
    return {
        trace: line => {
            if (isTracing)
                write(oneLine(line));
        },
        claudeOutput: text => {
            if (text !== '')
                write(`# claude said:\n${text}`);
        }
    };
}
function print(report, asJson) {
    if (asJson) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
    }
    if (report.exitCode === 0) {
        process.stdout.write(`${report.message}\n`);
        return;
    }
    const { remedy } = outcomeOf(report.reason);
    process.stderr.write(`clr: ${report.reason}: ${report.message}\n${remedy === '' ? '' : `     ${remedy}\n`}`);
}
function describeBug(error) {
    const place = error instanceof Error ? /\bat (\w[\w.#]*)/.exec(error.stack ?? '')?.[1] : undefined;
    return `something went wrong that should not${place === undefined ? '' : `, in ${place}`}`;
}


/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 66:
/***/ ((module) => {

module.exports = require("node:tty");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/async module */
/******/ 	(() => {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = (queue) => {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach((fn) => (fn.r--));
/******/ 				queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then((r) => {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, (e) => {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = (fn) => (fn(queue));
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = x => {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}));
/******/ 		__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise((resolve, rej) => {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 			module.exports = promise;
/******/ 			body((deps) => {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = () => (currentDeps.map((d) => {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}))
/******/ 				var promise = new Promise((resolve) => {
/******/ 					fn = () => (resolve(getResult));
/******/ 					fn.r = 0;
/******/ 					var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 					currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(957);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
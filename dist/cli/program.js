/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 957:
/***/ (function(module, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(module, async function (__webpack_handle_async_dependencies__, __webpack_async_result__) { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(821);

for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
const exitCode = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(process.argv.slice(2));
process.stdout.write('', () => process.exit(exitCode));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 821:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: function() { return /* binding */ run; }
});

;// CONCATENATED MODULE: external "node:path"
var external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./src/core/or-null.ts
function or_null_orNull(work) {
    try {
        return work();
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/core/system/allowed-variables.ts


const AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const NETWORK_VARIABLES = [
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
    ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
    ...AUTHORITIES
];
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/;
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...NETWORK_VARIABLES]);
function allowedVariables(environment) {
    const allowed = { PATH: absoluteEntries(environment.PATH).join((external_node_path_default()).delimiter) };
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined)
            continue;
        if (NIX_LOADER.test(name))
            allowed[name] = absoluteEntries(value).join((external_node_path_default()).delimiter);
        if (!ALLOWED.has(name) && !name.startsWith('LC_'))
            continue;
        allowed[name] = AUTHORITIES.includes(name) ? absolutePaths(value) : value;
    }
    return allowed;
}
function absolutePaths(value) {
    const absolute = (one) => or_null_orNull(() => external_node_path_default().resolve(one)) ?? one;
    return value
        .split((external_node_path_default()).delimiter)
        .map(one => (one === '' ? one : absolute(one)))
        .join((external_node_path_default()).delimiter);
}
function absoluteEntries(pathVariable) {
    return (pathVariable ?? '').split((external_node_path_default()).delimiter).filter(entry => external_node_path_default().isAbsolute(entry));
}

;// CONCATENATED MODULE: ./src/core/claude/claude-environment.ts


const CLIENT_FILES = ['CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
const CLIENT_VARIABLES = [...CLIENT_FILES, 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'];
function claudeVariables(environment) {
    const variables = allowedVariables(environment);
    for (const name of CLIENT_VARIABLES) {
        const value = environment[name];
        if (value !== undefined)
            variables[name] = CLIENT_FILES.includes(name) ? absolutePaths(value) : value;
    }
    return variables;
}
function networkVariables(environment) {
    const variables = claudeVariables(environment);
    return [...NETWORK_VARIABLES, ...CLIENT_VARIABLES].filter(name => (variables[name] ?? '') !== '').sort();
}
function claudeEnvironment(caller, home, baseUrl) {
    return { ...isolatedEnvironment(caller, home), ANTHROPIC_BASE_URL: baseUrl };
}
function isolatedEnvironment(caller, home) {
    const variables = claudeVariables(caller);
    return {
        ...variables,
        PATH: claudePath(variables.PATH ?? '', home.firstOnPath),
        HOME: home.path,
        USERPROFILE: home.path,
        TMPDIR: home.temporaryFolder,
        NO_PROXY: withLoopback(caller.NO_PROXY ?? caller.no_proxy),
        no_proxy: withLoopback(caller.no_proxy ?? caller.NO_PROXY),
        DISABLE_AUTOUPDATER: '1'
    };
}
function claudePath(callerPath, first) {
    return [first ?? '', external_node_path_default().dirname(process.execPath), callerPath].filter(entry => entry !== '').join((external_node_path_default()).delimiter);
}
function withLoopback(noProxy) {
    return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`;
}

;// CONCATENATED MODULE: external "node:crypto"
var external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
var external_node_fs_namespaceObject = require("node:fs");
var external_node_fs_default = /*#__PURE__*/__nccwpck_require__.n(external_node_fs_namespaceObject);
;// CONCATENATED MODULE: ./src/core/reasons.ts
const WITH_CLR_LOGIN = 'with `clr login`';
const LOG_IN_AGAIN = `Sign in again ${WITH_CLR_LOGIN}.`;
const NOT_SENT_HERE = 'this run did not use the refresh token';
const NOT_SENT = 'This run did not use the refresh token.';
function withoutTokenNote(remedy) {
    return remedy.replace(NOT_SENT, '').trim();
}
const OUTCOMES = {
    refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
    'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
    recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
    ready: { exitCode: 0, title: 'Ready to refresh', remedy: '' },
    stored: { exitCode: 0, title: 'New login stored', remedy: '' },
    usage: { exitCode: 1, title: 'Wrong argument or input', remedy: NOT_SENT },
    'login-exists': {
        exitCode: 1,
        title: 'A usable login already exists',
        remedy: 'Keep that login, or replace it with `--replace`. The old login stays valid until it ends or you log out.'
    },
    'login-failed': {
        exitCode: 1,
        title: 'Sign-in not completed',
        remedy: 'Run `clr login` again. Each try needs a new code.'
    },
    'creds-not-found': {
        exitCode: 1,
        title: 'No credentials file',
        remedy: 'Give the path of the file with `--creds`, or sign in with `clr login`.'
    },
    'creds-unreadable': {
        exitCode: 1,
        title: 'Credentials file unreadable',
        remedy: `Make sure that this user may read the file and its folder, then run it again. ${NOT_SENT}`
    },
    'creds-invalid': {
        exitCode: 1,
        title: 'Credentials unusable',
        remedy: `${LOG_IN_AGAIN} A backup of the file probably will not help, because its refresh token has been used up.`
    },
    'creds-not-writable': {
        exitCode: 1,
        title: 'Credentials file not writable',
        remedy: `Make sure that this user may write the file and its folder, and that the disk has space. ${NOT_SENT}`
    },
    'claude-not-found': {
        exitCode: 1,
        title: 'claude not found',
        remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or add the folder that has `claude` to PATH.'
    },
    'claude-failed': {
        exitCode: 1,
        title: 'claude failed',
        remedy: 'Run `claude --version` on this machine to see whether `claude` works at all.'
    },
    'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
    'login-expired': { exitCode: 1, title: 'Login expired', remedy: LOG_IN_AGAIN },
    'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: 'Run it again later.' },
    network: {
        exitCode: 1,
        title: 'Connection failed',
        remedy: 'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
    },
    'server-error': { exitCode: 1, title: 'Server error', remedy: 'Run it again later.' },
    'not-refreshed': { exitCode: 1, title: 'Not refreshed', remedy: 'Run it again.' },
    'write-back-failed': {
        exitCode: 1,
        title: 'New credentials not written back',
        remedy: 'Do not delete the file with the new tokens: the next run puts them into the credentials file. Fix the cause, then run it again.'
    },
    'secret-not-writable': {
        exitCode: 1,
        title: 'Secret not writable',
        remedy: `Check that the repository, environment or organization exists, and that \`github-token\` may write secrets there. ${NOT_SENT}`
    },
    'secret-write-failed': {
        exitCode: 1,
        title: 'Secret not written',
        remedy: 'Store the new credentials in the secret before the next run, unless somebody else has stored a newer login there.'
    },
    'secret-stale': {
        exitCode: 1,
        title: 'Stale secret',
        remedy: 'Run the job again: it then reads the newer secret.'
    },
    'claude-install-failed': {
        exitCode: 1,
        title: 'claude could not be installed',
        remedy: `Check \`claude-version\`, and whether the npm registry can be reached. ${NOT_SENT}`
    },
    cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again.' },
    internal: {
        exitCode: 1,
        title: 'clr-refresh failed unexpectedly',
        remedy: 'If the message does not explain the cause, please report it. Include the message, but never a token.'
    },
    timeout: {
        exitCode: 2,
        title: 'Timed out',
        remedy: 'Run it again, with a larger `--timeout` if the machine or the network is slow.'
    },
    locked: {
        exitCode: 2,
        title: 'Login in use',
        remedy: 'Wait until the other run or `claude` session has finished, then run it again.'
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
    remedy;
    name = 'RefreshError';
    constructor(reason, message, remedy = outcomeOf(reason).remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }
}

;// CONCATENATED MODULE: ./src/core/json.ts
const MAX_JSON_DEPTH = 200;
function json_isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function json_parseJson(text) {
    if (isNestedTooDeep(text))
        return undefined;
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return undefined;
    }
}
function isNestedTooDeep(text) {
    let depth = 0;
    let isInString = false;
    for (let at = 0; at < text.length && depth <= MAX_JSON_DEPTH; at += 1) {
        const character = text[at];
        if (isInString && character === '\\')
            at += 1;
        else if (character === '"')
            isInString = !isInString;
        else if (!isInString && (character === '{' || character === '['))
            depth += 1;
        else if (!isInString && (character === '}' || character === ']'))
            depth -= 1;
    }
    return depth > MAX_JSON_DEPTH;
}

;// CONCATENATED MODULE: ./src/core/system/system-error.ts


function errorCode(error) {
    return json_isJsonObject(error) && typeof error.code === 'string' ? error.code : 'unknown error';
}
function failedPath(error) {
    return json_isJsonObject(error) && typeof error.path === 'string' ? error.path : null;
}
const NETWORK_FILE_SYSTEM = 'Mount the network file system again.';
const EXPLANATIONS = new Map(Object.entries({
    EACCES: ['permission denied'],
    EAGAIN: [
        'no more processes can be started',
        'Raise the limit of processes (`ulimit -u`, or that of the container).'
    ],
    EBUSY: ['it is in use, or something is mounted there'],
    EEXIST: ['something with this name already exists'],
    EDQUOT: ['the disk quota is used up', 'Free some disk space.'],
    EINVAL: ['the file system cannot do that, or the owner is unknown in this user namespace'],
    EIO: ['the disk reported an error', 'Check the disk, or the network file system (`dmesg`).'],
    EISDIR: ['it is a folder'],
    ELOOP: ['the links form a loop', 'Remove that link, or point it at the right file.'],
    EMFILE: ['this process has too many open files', 'Raise the limit of open files (`ulimit -n`).'],
    ENAMETOOLONG: ['the name is too long', 'Give the file, or its folder, a shorter name.'],
    ENFILE: ['this machine has too many open files', 'Wait, or stop programs that have many files open.'],
    ENOMEM: ['there is too little memory', 'Give the machine, or the container, more memory.'],
    ENOSPC: ['there is no space left on the disk', 'Free some disk space.'],
    ENOTCONN: ['the network file system is not connected', NETWORK_FILE_SYSTEM],
    ENOTDIR: ['a part of the path is not a folder'],
    EPERM: [
        'it is immutable or append-only, or its owner cannot be kept',
        'If `lsattr -d` shows `i` (immutable) or `a` (append-only), clear it with `chattr -ia`.'
    ],
    EROFS: ['the file system is read-only', 'Mount it writable (docker: without `:ro`).'],
    ESTALE: ['the network file system no longer has it', NETWORK_FILE_SYSTEM]
}));
function explainSystemError(error) {
    const code = errorCode(error);
    const meaning = EXPLANATIONS.get(code)?.[0];
    return meaning === undefined ? code : `${meaning} (${code})`;
}
function remedyFor(error) {
    const remedy = EXPLANATIONS.get(errorCode(error))?.[1];
    return remedy === undefined ? undefined : `${remedy} ${NOT_SENT}`;
}

;// CONCATENATED MODULE: ./src/core/not-writable.ts


function not_writable_notWritable(what, error) {
    return new RefreshError('creds-not-writable', `${what}: ${explainSystemError(error)}`, remedyFor(error));
}
const NEEDS_FOLDER = '`clr` needs a folder of its own there';
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or delete it. ${NOT_SENT}`;
    return new RefreshError('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}

;// CONCATENATED MODULE: ./src/core/system/remove.ts


function removeIfPossible(entry) {
    const isRemoved = or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    });
    return isRemoved ?? false;
}

;// CONCATENATED MODULE: ./src/core/private-folder.ts








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
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
        return true;
    }
    catch (error) {
        if (errorCode(error) !== 'EEXIST')
            throw error;
        return false;
    }
}
function keepsModesIn(folder) {
    const probe = external_node_path_default().join(folder, `${DRY_RUN_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(probe, { mode: 0o700 });
        return ((0,external_node_fs_namespaceObject.lstatSync)(probe).mode & 0o777) === 0o700;
    }
    catch {
        return true;
    }
    finally {
        removeIfPossible(probe);
    }
}
function unlessGone(folder, work) {
    try {
        return work(folder);
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw error;
        const code = errorCode(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw error;
        throw inTheWay(folder, NEEDS_FOLDER);
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
        if (((0,external_node_fs_namespaceObject.fstatSync)(fd).mode & 0o700) !== 0o700)
            tryToMakePrivate(fd);
        return isPrivate(fd);
    });
}
function tryToMakePrivate(fd) {
    or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.fchmodSync)(fd, 0o700);
    });
}
function whileOpen(folder, work) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(folder, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_DIRECTORY | external_node_fs_namespaceObject.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,external_node_fs_namespaceObject.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new RefreshError('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run`, `Have that user run \`clr recover\`, then delete the folder if it still exists. ${NOT_SENT}`);
        }
        return work(fd);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,external_node_fs_namespaceObject.fstatSync)(fd).mode & 0o777) === 0o700;
}

;// CONCATENATED MODULE: ./src/core/system/read.ts



function readRegularFile(file, maxBytes = Infinity) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(file, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK | external_node_fs_namespaceObject.constants.O_NOFOLLOW);
    try {
        const stats = (0,external_node_fs_namespaceObject.fstatSync)(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        if (stats.size > maxBytes)
            throw withCode('EFBIG');
        return { bytes: (0,external_node_fs_namespaceObject.readFileSync)(fd), stats };
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
function readTextIfExists(file) {
    return unlessMissing(() => readRegularFile(file, MAX_TEXT_BYTES).bytes.toString('utf8'));
}
function readTextOrEmpty(file) {
    return or_null_orNull(() => readTextIfExists(file)) ?? '';
}
function readEndOrEmpty(file, maxBytes) {
    return or_null_orNull(() => readEnd(file, maxBytes).toString('utf8')) ?? '';
}
function readEnd(file, maxBytes) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(file, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK | external_node_fs_namespaceObject.constants.O_NOFOLLOW);
    try {
        const stats = (0,external_node_fs_namespaceObject.fstatSync)(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        const end = Buffer.alloc(Math.min(stats.size, maxBytes));
        return end.subarray(0, (0,external_node_fs_namespaceObject.readSync)(fd, end, 0, end.length, stats.size - end.length));
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
function statIfAny(file) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.statSync)(file)) ?? undefined;
}
function read_namesIn(folder) {
    return unlessMissing(() => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [];
}
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];
function unlessMissing(read) {
    try {
        return read();
    }
    catch (error) {
        if (NOT_THERE.includes(errorCode(error)))
            return null;
        throw error;
    }
}
function realPathOf(file) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.realpathSync)(file)) ?? file;
}
function withCode(code) {
    return Object.assign(new Error(code), { code });
}

;// CONCATENATED MODULE: ./src/core/unreadable.ts


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
    if (error instanceof RefreshError || !(error instanceof Error) || !('code' in error))
        return error;
    const why = `cannot read ${entry}: ${explainSystemError(error)}; ${what}`;
    const message = `${why}, so it was left as it is, and ${NOT_SENT_HERE}`;
    return new RefreshError('creds-unreadable', message, remedyOf(entry, error));
}
function remedyOf(entry, error) {
    if (errorCode(error) === 'not a regular file')
        return `Move ${entry} away, or delete it.`;
    return withoutTokenNote(remedyFor(error) ?? outcomeOf('creds-unreadable').remedy);
}

;// CONCATENATED MODULE: ./src/core/work-folder.ts











const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
const work_folder_REJECTION_RECORD = 'rejection.json';
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
            const { isMade, keepsModes } = borrowPrivateFolder(at);
            return new WorkFolder(at, keepsModes, isMade ? removeMade : () => undefined);
        });
    }
    static #make(at) {
        return WorkFolder.#orCannotMake(at, () => new WorkFolder(at, makePrivateFolder(at)));
    }
    static #orCannotMake(at, open) {
        try {
            return open();
        }
        catch (error) {
            throw error instanceof RefreshError ? error : cannotMake(at, error);
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
        const names = or_null_orNull(() => WorkFolder.find(file)?.names()) ?? [];
        return names.length !== 1 || names[0] !== work_folder_REJECTION_RECORD;
    }
    static exists(file) {
        return statsOf(workFolderPath(file)) !== null;
    }
    at(name) {
        return external_node_path_default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return orUnreadable(this.path, () => read_namesIn(this.path)).filter(name => name !== GITIGNORE);
    }
    writeRecord(name, content) {
        const staged = this.at(`${REPLACEMENT_PREFIX}${name}`);
        (0,external_node_fs_namespaceObject.rmSync)(staged, { force: true });
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(staged, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
            (0,external_node_fs_namespaceObject.renameSync)(staged, this.at(name));
        }
        catch (error) {
            removeIfPossible(staged);
            throw error;
        }
    }
    close() {
        this.remover(this);
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
function removeUnlessInUse(folder) {
    try {
        if (folder.names().length > 0)
            return;
        (0,external_node_fs_namespaceObject.rmSync)(folder.at(GITIGNORE), { force: true });
        (0,external_node_fs_namespaceObject.rmdirSync)(folder.path);
    }
    catch (error) {
        or_null_orNull(() => {
            if (errorCode(error) === 'ENOTEMPTY')
                folder.hideFromGit();
        });
    }
}
const MAX_REMOVALS = 20;
const REMOVE_AGAIN_AFTER_MS = 10;
function removeMade(folder) {
    or_null_orNull(() => {
        for (let removals = 1;; removals += 1) {
            try {
                (0,external_node_fs_namespaceObject.rmdirSync)(folder.path);
                return;
            }
            catch (error) {
                const isOfDryRuns = read_namesIn(folder.path).every(name => name.startsWith(DRY_RUN_PREFIX));
                if (errorCode(error) !== 'ENOTEMPTY' || !isOfDryRuns || removals === MAX_REMOVALS)
                    return;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REMOVE_AGAIN_AFTER_MS);
            }
        }
    });
}
function statsOf(folder) {
    return orUnreadable(folder, () => unlessMissing(() => (0,external_node_fs_namespaceObject.lstatSync)(folder)));
}
function newReplacementPathIn(folder) {
    return external_node_path_default().join(folder, `${REPLACEMENT_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}.json`);
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
    return orUnreadable(folder, () => read_namesIn(folder))
        .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
        .map(name => external_node_path_default().join(folder, name));
}
function cannotMake(folder, error) {
    return not_writable_notWritable(`cannot write in ${external_node_path_default().dirname(folder)}, where the new tokens have to be stored`, error);
}

;// CONCATENATED MODULE: ./src/core/home/home-layout.ts


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
    get browser() {
        return { helper: external_node_path_default().join(this.path, 'browser'), address: external_node_path_default().join(this.path, 'address') };
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? external_node_path_default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
}

;// CONCATENATED MODULE: ./src/core/programs/shim.ts




function shimAt(program) {
    const real = realPathOf(program);
    const name = external_node_path_default().basename(real);
    const shim = { path: program, variables: {} };
    if (name === 'mise' || name === 'rtx')
        return { ...shim, manager: name, managerProgram: real };
    if (name === 'volta-shim')
        return { ...shim, manager: 'volta', managerProgram: external_node_path_default().join(external_node_path_default().dirname(real), 'volta') };
    const head = scriptHeadOrEmpty(real);
    const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? [];
    if (managerProgram === undefined || manager === undefined)
        return null;
    const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1];
    return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } };
}
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/;
function wrappedInHome(program, { HOME: home = '' }) {
    const target = external_node_path_default().isAbsolute(home) ? HOME_WRAPPER.exec(scriptHeadOrEmpty(program))?.[1] : undefined;
    return target === undefined ? null : external_node_path_default().join(home, target);
}
const HEAD_BYTES = 8192;
function scriptHead(program) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(program, 'r');
    try {
        const head = Buffer.alloc(HEAD_BYTES);
        const text = head.toString('utf8', 0, (0,external_node_fs_namespaceObject.readSync)(fd, head));
        return text.startsWith('#!') ? text : '';
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
function scriptHeadOrEmpty(program) {
    return or_null_orNull(() => scriptHead(program)) ?? '';
}

;// CONCATENATED MODULE: ./src/core/claude/claude-command.ts
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

;// CONCATENATED MODULE: ./src/core/shell-line.ts
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

;// CONCATENATED MODULE: external "node:os"
var external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: ./src/core/address-secrets.ts

function userSecretsOf(address) {
    const userInfo = /^(?:[a-z][\w+.-]*:)?\/*([^?#]*)@/i.exec(address)?.[1] ?? '';
    const [user = '', ...rest] = userInfo.split(':');
    const password = rest.join(':');
    const url = URL.canParse(address) ? new URL(address) : { username: '', password: '' };
    const pairs = [
        [user, password],
        [url.username, url.password]
    ];
    const parts = [password === '' ? user : password, url.password];
    return [...parts.flatMap(formsOf), ...pairs.filter(([name]) => name !== '').flatMap(headersOf)];
}
function formsOf(text) {
    return [text, decoded(text), encodeURI(text), encodeURIComponent(decoded(text))];
}
function withoutSecrets(text, secrets) {
    const long = secrets.filter(secret => secret.length >= 4);
    const longestFirst = [...long].sort((one, other) => other.length - one.length);
    return longestFirst.reduce((words, secret) => words.replaceAll(secret, '***'), text);
}
function decoded(text) {
    return or_null_orNull(() => decodeURIComponent(text)) ?? text;
}
function headersOf([user, password]) {
    const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
    return pairs.map(pair => Buffer.from(pair).toString('base64'));
}

;// CONCATENATED MODULE: ./src/core/redact.ts

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
function encodedForms(token) {
    const inBase64 = [0, 1, 2].map(offset => base64Of(token, offset));
    return [encodeURIComponent(token), ...inBase64, ...inBase64.map(text => text.replace(/\+/g, '-').replace(/\//g, '_'))];
}
function base64Of(token, offset) {
    const bytes = Buffer.from(' '.repeat(offset) + token);
    const text = bytes.toString('base64').replace(/=+$/, '');
    return text.slice(Math.ceil((offset * 8) / 6), bytes.length % 3 === 0 ? undefined : -1);
}
function withoutProxyPasswords(text, environment) {
    const proxies = Object.entries(environment).filter(([name]) => /_proxy$/i.test(name));
    const passwords = proxies.flatMap(([, value = '']) => /^(.+)@/.exec(value)?.[1] ?? []);
    const hidden = passwords.reduce((words, password) => words.replaceAll(password, '***'), text);
    return withoutSecrets(hidden, proxies.flatMap(([, value = '']) => userSecretsOf(value)));
}
function safeOutput(output, secrets) {
    return redact(output, secrets)
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim();
}
function safeLine(sentence) {
    return redact(sentence).replace(/\p{Cc}/gu, '\u{FFFD}');
}

;// CONCATENATED MODULE: ./src/core/options.ts


const DEFAULTS = { timeout: '45', minValidity: '0', loginWarning: '7d' };
function parseTimeoutSeconds(text, name = '`--timeout`') {
    const digits = text.trim();
    if (/^\d+$/.test(digits))
        return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
    throw new RefreshError('usage', `${name} must be a whole number of seconds (0 for no limit), got ${quote(text)}`);
}
const UNIT_MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_MIN_VALIDITY_DAYS = 36_500;
function parseDurationMs(text, name) {
    const [, amount, unit = ''] = /^(\d+)([smhd]?)$/.exec(text.trim()) ?? [];
    const form = 'a duration such as 30s, 90m, 2h, 1d or 3600 (seconds)';
    if (amount === undefined)
        throw new RefreshError('usage', `${name} must be ${form}, got ${quote(text)}`);
    return Number(amount) * (UNIT_MS[unit] ?? 1000);
}
function parseMinValidityMs(text, name = '`--min-validity`') {
    const ms = parseDurationMs(text, name);
    if (ms <= MAX_MIN_VALIDITY_DAYS * 86_400_000)
        return ms;
    const why = 'no token is valid for longer';
    throw new RefreshError('usage', `${name} must be at most ${MAX_MIN_VALIDITY_DAYS}d, got ${quote(text)}: ${why}`);
}
function parseBoolean(text, name, words = 'true or false') {
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw new RefreshError('usage', `${name} must be ${words}, got ${quote(text)}`);
}
function quote(text, longest = 60) {
    const safe = redact(text);
    return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}

;// CONCATENATED MODULE: ./src/core/credentials/typed-path.ts





const MAX_PATH_BYTES = 3800;
const MAX_NAME_BYTES = 255;
const CREDS = '`--creds`';
function currentAccountFile({ CLAUDE_CONFIG_DIR: folder = '' }) {
    if (folder === '')
        return { text: '~/.claude/.credentials.json', name: CREDS };
    const start = external_node_path_default().isAbsolute(folder) ? '' : './';
    return { text: `${start}${folder.normalize('NFC')}/.credentials.json`, name: 'CLAUDE_CONFIG_DIR' };
}
function absolutePath(text, name = CREDS) {
    const refuse = (why) => new RefreshError('usage', `${name} must be a path, but ${why}`);
    if (text === '')
        throw refuse('is empty');
    if (looksLikeCredentials(text))
        throw refuse('this looks like the credentials themselves');
    if (text.includes('\0'))
        throw refuse('has a NUL character');
    const absolute = resolveFrom(expandTilde(text));
    if (isTooLong(absolute))
        throw tooLong(name);
    return absolute;
}
function looksLikeCredentials(text) {
    const decoded = Buffer.from(text, 'base64').toString();
    return [text, decoded].some(form => /sk-ant-|claudeAiOauth|\{[^]*oken[\\"']*\s*:/i.test(form));
}
function expandTilde(text) {
    return text === '~' || text.startsWith('~/') ? external_node_path_default().join(homeFolder(text), text.slice(1)) : text;
}
function homeFolder(text) {
    const refuse = (why) => {
        const remedy = 'Set HOME, or give an absolute path.';
        return new RefreshError('usage', `${why}, so the path ${quote(text)} cannot be resolved`, remedy);
    };
    if (process.env.HOME === '')
        throw refuse('HOME is empty');
    try {
        return (0,external_node_os_namespaceObject.homedir)();
    }
    catch (error) {
        throw refuse(`HOME is not set, and the system knows no home folder of this user (${errorCode(error)})`);
    }
}
function resolveFrom(text) {
    try {
        return external_node_path_default().resolve(text);
    }
    catch (error) {
        const why = `the working directory no longer exists (${errorCode(error)})`;
        const remedy = 'Change to another folder, or give an absolute path.';
        throw new RefreshError('usage', `${why}, so the path ${quote(text)} cannot be resolved`, remedy);
    }
}
function isTooLong(absolute) {
    const isLongName = (part) => Buffer.byteLength(part) > MAX_NAME_BYTES;
    return Buffer.byteLength(absolute) > MAX_PATH_BYTES || absolute.split((external_node_path_default()).sep).some(isLongName);
}
function tooLong(name) {
    return new RefreshError('usage', `the path in ${name} is too long`);
}
function likelyMistakeIn(path, where = 'it') {
    const variable = /\$\{\w+\}|\$\w+|%\w+%/.exec(path)?.[0];
    if (variable !== undefined)
        return `the "${variable}" in ${where} is not expanded: write out its value`;
    const tilde = /(?<=^|\/)~[\w.-]*(?=\/|$)/.exec(path)?.[0];
    if (tilde !== undefined)
        return `the "${tilde}" in ${where} is not expanded: write out the home folder`;
    if (/(?:^|\/)["']|["'](?:\/|$)/.test(path))
        return `a part of ${where} begins or ends with a quotation mark: remove it`;
    if (path.includes('\uFFFD'))
        return `a name in ${where} is not UTF-8, or has the character U+FFFD: give it another name`;
    if (/(?:^|\/)\s|\s(?:\/|$)/.test(path))
        return `a part of ${where} begins or ends with a space or line break: remove it`;
    return null;
}

;// CONCATENATED MODULE: external "node:child_process"
var external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:events"
var external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./src/core/system/process-group.ts

function signalProcess(pid, signal) {
    return pid !== undefined && or_null_orNull(() => process.kill(pid, signal)) !== null;
}
function signalGroup(leaderPid, signal) {
    return leaderPid !== undefined && or_null_orNull(() => process.kill(-leaderPid, signal)) !== null;
}

;// CONCATENATED MODULE: ./src/core/token-use.ts

const TOKEN_USES = ['not-sent', 'not-used', 'perhaps-used-before', 'perhaps-used', 'refused', 'rejected'];
const MAY_BE_LOST = 'the refresh token may have been used up, so the login may be lost';
const SENT_BEFORE = 'a killed run may have used up the refresh token without leaving new tokens: if the next refresh ends with `login-rejected`, sign in again';
const SENTENCES = {
    'not-sent': NOT_SENT_HERE,
    'not-used': 'the refresh token was not used up',
    'perhaps-used-before': 'a run that was killed may have used up the refresh token, so the login may be lost',
    'perhaps-used': MAY_BE_LOST,
    refused: '',
    rejected: ''
};
class LoginRejected extends RefreshError {
}
function withoutPair({ reason, message, tokenUse, remedy = outcomeOf(reason).remedy }) {
    const use = SENTENCES[tokenUse];
    return new (tokenUse === 'rejected' ? LoginRejected : RefreshError)(reason, use === '' ? message : `${message}; ${use}`, tokenUse.startsWith('perhaps-used') ? `${remedy} ${IF_LOST}` : remedy);
}
const IF_LOST = `If the next run ends with \`login-rejected\`, the login is lost: sign in again ${WITH_CLR_LOGIN}.`;
function afterTries(error, tokenUse) {
    if (!(error instanceof RefreshError) || tokenUse === 'not-sent')
        return error;
    const message = error.message.replace(`; ${NOT_SENT_HERE}`, '');
    const remedy = withoutTokenNote(error.remedy);
    const isUntrue = message !== error.message || remedy !== error.remedy;
    return isUntrue ? withoutPair({ reason: error.reason, message, tokenUse, remedy }) : error;
}
function worseOf(one, other) {
    return TOKEN_USES[Math.max(TOKEN_USES.indexOf(one), TOKEN_USES.indexOf(other))] ?? one;
}

;// CONCATENATED MODULE: ./src/core/programs/version-manager.ts









const TIMEOUT_SECONDS = 5;
const MAX_ANSWER_LENGTH = 65_536;
async function whileAsking(options, work) {
    const { deadline, cancel } = options;
    const end = new AbortController();
    const stop = () => {
        end.abort();
    };
    const timer = setTimeout(stop, TIMEOUT_SECONDS * 1000);
    const cancelDeadline = deadline.whenPassed(stop);
    cancel.addEventListener('abort', stop);
    if (cancel.aborted)
        stop();
    try {
        const result = await work(shim => askManager(shim, options, end.signal));
        if (end.signal.aborted)
            refuseIfOver(options);
        return result;
    }
    finally {
        clearTimeout(timer);
        cancelDeadline();
        cancel.removeEventListener('abort', stop);
    }
}
function refuseIfOver({ deadline, cancel }) {
    const message = 'before the version manager answered';
    if (cancel.aborted)
        throw withoutPair({ reason: 'cancelled', message: `cancelled ${message}`, tokenUse: 'not-sent' });
    if (!deadline.hasPassed())
        return;
    throw withoutPair({ reason: 'timeout', message: `the time limit passed ${message}`, tokenUse: 'not-sent' });
}
async function askManager(shim, options, end) {
    const tooLate = { whyNot: `did not answer within ${TIMEOUT_SECONDS} s` };
    if (end.aborted)
        return tooLate;
    let manager = null;
    const kill = () => void signalGroup(manager?.pid, 'SIGKILL');
    try {
        manager = start(shim, options);
        let said = '';
        manager.stdout.setEncoding('utf8').on('data', (text) => {
            said += text;
            if (said.length > MAX_ANSWER_LENGTH)
                kill();
        });
        manager.once('exit', kill);
        await (0,external_node_events_namespaceObject.once)(manager, 'close', { signal: end });
        const named = said.trim();
        return manager.exitCode === 0 && external_node_path_default().isAbsolute(named) ? { program: named } : { whyNot: 'names no program' };
    }
    catch (error) {
        return errorCode(error) === 'ABORT_ERR' ? tooLate : { whyNot: `cannot be run (${errorCode(error)})` };
    }
    finally {
        kill();
        manager?.stdout.destroy();
    }
}
function start({ path: shim, managerProgram, variables }, { environment, user }) {
    return (0,external_node_child_process_namespaceObject.spawn)(managerProgram, ['which', external_node_path_default().basename(shim)], {
        cwd: '/',
        env: {
            ...managerVariables(environment),
            ...variables,
            PATH: absoluteEntries(environment.PATH).join((external_node_path_default()).delimiter),
            HOME: environment.HOME
        },
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
        ...user
    });
}
const LOCATIONS = /^(?:(?:MISE|RTX)_[A-Z_]+_(?:DIR|FILE)|ASDF_(?:DIR|DATA_DIR|CONFIG_FILE)|VOLTA_HOME|NODENV_ROOT|XDG_(?:CONFIG|DATA|CACHE|STATE)_HOME)$/;
function managerVariables(environment) {
    const workspaces = workspacesOf(environment);
    const isElsewhere = (place) => !workspaces.some(folder => isIn(folder, place));
    const variables = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || !LOCATIONS.test(name) || !external_node_path_default().isAbsolute(value))
            continue;
        if (bothPathsOf(value).every(isElsewhere))
            variables[name] = value;
    }
    return variables;
}
function workspacesOf({ GITHUB_WORKSPACE: workspace = '', HOME: home = '' }) {
    const homes = external_node_path_default().isAbsolute(home) ? bothPathsOf(home) : [];
    const workingDirectory = or_null_orNull(() => process.cwd()) ?? '';
    return [workingDirectory, workspace]
        .filter(folder => external_node_path_default().isAbsolute(folder))
        .flatMap(bothPathsOf)
        .filter(folder => !homes.some(one => isIn(folder, one)));
}
function bothPathsOf(place) {
    return [external_node_path_default().resolve(place), realPathOf(place)];
}
function isIn(folder, place) {
    return place === folder || place.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

;// CONCATENATED MODULE: ./src/core/programs/find-program.ts






const MAX_SHIMS = 3;
function findProgram(name, { environment, patience, user }) {
    if (patience === null)
        return searchPath(name, environment, null);
    return whileAsking({ ...patience, environment, user }, ask => searchPath(name, environment, ask));
}
async function searchPath(name, environment, ask) {
    let deadEnd = null;
    for (const folder of absoluteEntries(environment.PATH)) {
        const candidate = external_node_path_default().join(folder, name);
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
    const shim = shimAt(program);
    if (shim === null) {
        const wrapped = wrappedInHome(program, environment);
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
    const isExecutableFile = or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.accessSync)(candidate, external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(candidate).isFile();
    });
    return isExecutableFile ?? false;
}

;// CONCATENATED MODULE: ./src/core/claude/find-claude.ts











async function findClaude(environment, patience, user) {
    const found = await findProgram('claude', { environment, patience, ...(user === undefined ? {} : { user }) });
    if (found === null) {
        const why = `there is no \`claude\` on PATH${pathNote(environment.PATH)}`;
        throw new RefreshError('claude-not-found', why);
    }
    if ('whyNot' in found)
        throw deadEndError(found);
    const real = realPathOf(found.program);
    const manifest = manifestIn(external_node_path_default().dirname(real)) ?? manifestIn(external_node_path_default().dirname(external_node_path_default().dirname(real)));
    const claude = { path: found.program, version: versionOf(real, manifest) };
    refuseOldNode(claude, real, manifest);
    return claude;
}
const MAX_MISTAKES = 3;
function pathNote(pathVariable = '') {
    if (pathVariable === '')
        return ': PATH is empty';
    const mistakes = pathVariable.split((external_node_path_default()).delimiter).flatMap(entry => mistakeInEntry(entry) ?? []);
    return ['', ...mistakes.slice(0, MAX_MISTAKES)].join('; ');
}
function mistakeInEntry(entry) {
    const where = `its entry ${quote(entry)}`;
    const mistake = likelyMistakeIn(entry, where);
    if (mistake !== null || entry === '' || external_node_path_default().isAbsolute(entry) || !(0,external_node_fs_namespaceObject.existsSync)(external_node_path_default().join(entry, 'claude')))
        return mistake;
    return `${where} has a \`claude\`, but is relative, so it is not searched`;
}
function deadEndError(deadEnd) {
    const { manager } = deadEnd.shim;
    return new RefreshError('claude-not-found', describeDeadEnd('claude', deadEnd), `Choose a version in ${manager} for your user, not only for a project, or put the folder of the program itself first on PATH ` +
        `(\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`). ${NOT_SENT}`);
}
function versionOf(real, manifest) {
    const name = external_node_path_default().basename(real);
    if (/^\d+\.\d+\.\d+$/.test(name))
        return name;
    return typeof manifest?.version === 'string' ? manifest.version : null;
}
function manifestIn(folder) {
    const manifest = json_parseJson(or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)(external_node_path_default().join(folder, 'package.json'), 'utf8')) ?? '');
    return json_isJsonObject(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null;
}
const NATIVE_LAUNCHER = 'cli-wrapper.cjs';
function refuseOldNode({ version }, real, manifest) {
    if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test(scriptHeadOrEmpty(real)))
        return;
    const engines = manifest?.engines;
    const required = json_isJsonObject(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined;
    const ours = process.versions.node;
    if (required === undefined || compareVersions(ours, required) >= 0 || external_node_path_default().basename(real) === NATIVE_LAUNCHER)
        return;
    throw new RefreshError('claude-failed', `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${required} or newer, but would run on Node ${ours}, the one that runs \`clr\``, `Install a \`claude\` that needs no Node (2.1.113 or newer), or run clr with Node ${required} or newer. ${NOT_SENT}`);
}

;// CONCATENATED MODULE: ./src/core/claude/trace.ts









const HOME = new HomeLayout('<isolated HOME>');
const BASE_URL = 'https://127.0.0.1:<port>/<random>';
async function traceRun({ trace }, run) {
    const { creds, timeoutSeconds, environment } = run;
    const program = run.program ?? (await programIn(environment));
    const unknown = optionsUnknownTo(program.version);
    const real = realPathOf(creds);
    const lines = [
        'clr refresh',
        `creds: ${creds}${real === creds ? '' : ` -> ${real}`}`,
        `timeout: ${timeoutSeconds === 0 ? 'none' : `${timeoutSeconds} s`}`,
        `isolated HOME: a new folder in ${real}.clr`,
        'working directory: /',
        ...variableLines(environment),
        `program: ${program.name}${program.version === null ? '' : ` (${program.version})`}`
    ];
    for (const line of lines)
        trace(`# ${line}`);
    trace(shellLine(['claude', ...claudeArguments(external_node_path_default().join(HOME.path, 'debug-1.log'), unknown)]));
}
async function programIn(environment) {
    try {
        const { path: name, version } = await findClaude(environment, null);
        const shim = shimAt(name);
        return { name: shim === null ? name : `${name}, a shim of ${shim.manager}`, version };
    }
    catch (error) {
        if (!(error instanceof RefreshError))
            throw error;
        return { name: error.message, version: null };
    }
}
const NOT_STARTED = '# dry run: `claude` is not started';
function variableLines(caller) {
    const passed = claudeVariables(caller);
    const all = Object.entries(claudeEnvironment(caller, HOME, BASE_URL));
    const isPassed = ([name, value]) => passed[name] === value;
    const lineOf = ([name, value]) => `  ${name}${shownValue(name, value)}`;
    return [
        `variables from the caller:${all.some(isPassed) ? '' : ' none'}`,
        ...all.filter(isPassed).map(lineOf),
        'variables that clr sets:',
        ...all.filter(variable => !isPassed(variable)).map(lineOf)
    ];
}
const HARMLESS = new Set([
    ...['HOME', 'USERPROFILE', 'TMPDIR', 'ANTHROPIC_BASE_URL', 'DISABLE_AUTOUPDATER', 'PATH', 'NO_PROXY', 'no_proxy'],
    ...['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TZ', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
    'CLAUDE_CODE_CLIENT_CERT'
]);
function shownValue(name, value) {
    if (/^no_proxy$/i.test(name) && value.includes('@'))
        return ' (not shown: a password may be in it)';
    if (HARMLESS.has(name))
        return `=${value}`;
    return /_proxy$/i.test(name) ? proxyAddress(value) : ' (not shown)';
}
function proxyAddress(proxy) {
    if (proxy === '')
        return '=';
    const url = URL.canParse(proxy) ? new URL(proxy) : null;
    return url === null || url.host === '' ? ' (not a valid address)' : `=${url.protocol}//${url.host}`;
}

;// CONCATENATED MODULE: external "node:perf_hooks"
var external_node_perf_hooks_namespaceObject = require("node:perf_hooks");
;// CONCATENATED MODULE: ./src/core/deadline.ts

const LONGEST_TIMER_MS = 2 ** 31 - 1;
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

;// CONCATENATED MODULE: ./src/core/times.ts
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

;// CONCATENATED MODULE: ./src/core/credentials/login-end.ts


const login_end_HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 8 * login_end_HOUR_MS;
const CLOCK_TOLERANCE_MS = login_end_HOUR_MS;
const LOGIN_WARNING_MS = parseDurationMs(DEFAULTS.loginWarning, 'login-warning');
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
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${describeMoment(endMs, nowMs)}`;
}

;// CONCATENATED MODULE: ./src/core/end-warning.ts

const SAY_IT_THEMSELVES = ['login-rejected', 'login-expired', 'creds-invalid'];
function endWarning({ loginEndsSoon, loginExpiresAt, reason }, nowMs) {
    const endMs = parseEnd(loginExpiresAt);
    if (!loginEndsSoon || endMs === null || SAY_IT_THEMSELVES.includes(reason))
        return null;
    const end = describeEnd(endMs, nowMs);
    if (hasEnded(endMs, nowMs))
        return { endMs, hasEnded: true, sentence: `${end}; sign in again` };
    return { endMs, hasEnded: false, sentence: `${end}, and a refresh does not extend it; sign in again before then` };
}

;// CONCATENATED MODULE: ./src/core/login-command.ts


function signInCommand(file) {
    return shellLine(['clr', 'login', '--creds', file]);
}
function replaceCommand(file) {
    return shellLine(['clr', 'login', '--creds', file, '--replace']);
}
function fromFileCommand(file, from) {
    return shellLine(['clr', 'login', '--creds', file, '--from', from, '--replace']);
}
function withLoginCommand(remedy, command) {
    return remedy.replaceAll(WITH_CLR_LOGIN, () => withCommand(command));
}
function withCommand(command) {
    return `with \`${command}\``;
}

;// CONCATENATED MODULE: ./src/core/pid-line.ts
const ANNOUNCE_PID = 'CLR_REFRESH_ANNOUNCE_PID';
function pidLine(command, pid) {
    return `# clr ${command}, pid ${pid}`;
}
function pidIn(line) {
    const digits = /^# clr (?:refresh|recover), pid (\d{1,10})$/.exec(line)?.[1];
    return digits === undefined ? null : Number(digits);
}

;// CONCATENATED MODULE: external "node:timers/promises"
var promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/core/claude/claude-output.ts


const MAX_OUTPUT_LENGTH = 16_384;
const MAX_LINE_LENGTH = 300;
const STACK = /\\n {4}at .*/;
function printedOutput({ logs }, hiding) {
    return hideSecrets(`${claude_output_endOf(logs.stdout)}\n${claude_output_endOf(logs.stderr)}`, hiding);
}
function shownLine(line, hiding) {
    const safe = hideSecrets(line.replace(STACK, ''), hiding);
    return safe.length > MAX_LINE_LENGTH ? `${safe.slice(0, MAX_LINE_LENGTH)}…` : safe;
}
function hideSecrets(text, { logins, environment }) {
    const secrets = logins.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]);
    const encoded = secrets.flatMap(encodedForms);
    return safeOutput(withoutProxyPasswords(text, environment), [...secrets, ...encoded]);
}
function claude_output_endOf(file) {
    return tailOf(readEndOrEmpty(file, 4 * MAX_OUTPUT_LENGTH));
}
function tailOf(text) {
    return text.length <= MAX_OUTPUT_LENGTH ? text : text.slice(-MAX_OUTPUT_LENGTH).replace(/^\S+/, '');
}

;// CONCATENATED MODULE: ./src/core/system/connection-owner.ts



function isConnectionOf(pid, connection) {
    const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(readTextOrEmpty);
    if (tables.every(table => table === ''))
        return 'unknown';
    const inode = tables.flatMap(table => table.split('\n')).flatMap(line => inodeAt(line, connection))[0];
    if (inode === undefined)
        return 'no';
    const members = [String(pid), ...descendantsOf(String(pid))];
    const answers = new Set(members.map(member => holdsSocket(member, inode)));
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
    const tasks = or_null_orNull(() => read_namesIn(`/proc/${pid}/task`)) ?? [];
    const children = tasks.flatMap(task => readTextOrEmpty(`/proc/${pid}/task/${task}/children`).trim().split(' '));
    return children.filter(child => child !== '').flatMap(child => [child, ...descendantsOf(child)]);
}
function holdsSocket(pid, inode) {
    const folder = `/proc/${pid}/fd`;
    const fds = or_null_orNull(() => read_namesIn(folder));
    if (fds === null)
        return 'unknown';
    const linkOf = (fd) => or_null_orNull(() => (0,external_node_fs_namespaceObject.readlinkSync)(`${folder}/${fd}`));
    return fds.some(fd => linkOf(fd) === `socket:[${inode}]`) ? 'yes' : 'no';
}

;// CONCATENATED MODULE: ./src/core/system/process-table.ts



function startInRecord(record) {
    return processInStat(record)?.start ?? new RegExp(`^\\d+ (${PS_DATE})\\s*$`).exec(record)?.[1] ?? null;
}
const linuxProcesses = {
    scope: () => ({
        bootId: or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
        pidNamespace: or_null_orNull(() => (0,external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid'))
    }),
    see: pid => processInStat(or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'utf8')) ?? ''),
    recordInShell: 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi'
};
function processInStat(stat) {
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const start = stat.includes(')') ? fields[18]?.trim() : undefined;
    return start === undefined ? null : { start, isZombie: state === 'Z' };
}
const PS = '/bin/ps';
const SYSCTL = '/usr/sbin/sysctl';
const PS_DATE = String.raw `\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}`;
function darwinProcesses(ask = outputOf) {
    let bootId = null;
    return {
        scope: () => {
            bootId ??= ask(SYSCTL, ['-n', 'kern.bootsessionuuid']);
            return { bootId, pidNamespace: 'darwin' };
        },
        see: pid => processInPs(ask(PS, ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]) ?? ''),
        recordInShell: `stat="$$ $(LC_ALL=C TZ=UTC ${PS} -o lstart= -p $$)"`
    };
}
function processInPs(line) {
    const [, state, start] = new RegExp(`^(\\S+) +(${PS_DATE})$`).exec(line) ?? [];
    return state === undefined || start === undefined ? null : { start, isZombie: state.startsWith('Z') };
}
const TIMEOUT_MS = 5000;
function outputOf(program, args) {
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    const { status, stdout } = (0,external_node_child_process_namespaceObject.spawnSync)(program, args, { env, encoding: 'utf8', timeout: TIMEOUT_MS });
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

;// CONCATENATED MODULE: ./src/core/system/process-identity.ts



const PROCESSES = process.platform === 'darwin' ? darwinProcesses() : linuxProcesses;
const RECORD_IN_SHELL = PROCESSES.recordInShell;
function ownIdentity() {
    ownStart ??= PROCESSES.see(process.pid)?.start ?? null;
    return { pid: process.pid, startTicks: ownStart, ...PROCESSES.scope() };
}
let ownStart = null;
function identityOf(pid, processes = PROCESSES) {
    const seen = pid > 1 ? processes.see(pid) : null;
    return seen === null ? null : { pid, startTicks: seen.start, ...processes.scope() };
}
function identityFromStat(stat, scope = PROCESSES.scope()) {
    const pid = Number.parseInt(stat, 10);
    if (!Number.isSafeInteger(pid) || pid <= 1)
        return null;
    return { pid, startTicks: startInRecord(stat), bootId: scope.bootId, pidNamespace: scope.pidNamespace };
}
function isAlive(identity, processes = PROCESSES) {
    const { pid, bootId, pidNamespace, startTicks } = identity;
    const scope = processes.scope();
    if (bootId === null || bootId !== scope.bootId || pidNamespace === null || startTicks === null)
        return 'unknown';
    if (pidNamespace !== scope.pidNamespace)
        return 'unknown';
    const seen = processes.see(pid);
    if (seen === null)
        return isGone(pid) ? 'no' : 'unknown';
    return seen.start === startTicks && !seen.isZombie ? 'yes' : 'no';
}
function isGone(pid) {
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return errorCode(error) === 'ESRCH';
    }
}
function parseIdentity(value) {
    if (!json_isJsonObject(value))
        return null;
    const { pid, startTicks, bootId, pidNamespace } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1)
        return null;
    return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) };
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}

;// CONCATENATED MODULE: ./src/core/claude/claude-process.ts










const WORKING_DIRECTORY = '/';
const RECORD_AND_EXEC = `set -C; ${RECORD_IN_SHELL}; printf "%s\\n" "$stat" >"$0" && exec "$@"`;
const NICENESS = 5;
const POLL_MS = 20;
class ClaudeProcess {
    pid;
    exited;
    isOwnPid;
    constructor(pid, exited, isOwnPid) {
        this.pid = pid;
        this.exited = exited;
        this.isOwnPid = isOwnPid;
    }
    static start(home, command, environment) {
        const [stdout, stderr] = [openLog(home.logs.stdout), openLog(home.logs.stderr)];
        or_null_orNull(() => {
            (0,external_node_fs_namespaceObject.rmSync)(home.claudeRecord, { force: true });
        });
        try {
            const child = (0,external_node_child_process_namespaceObject.spawn)('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
                cwd: WORKING_DIRECTORY,
                env: environment,
                detached: true,
                stdio: ['ignore', stdout, stderr]
            });
            const { pid } = child;
            or_null_orNull(() => {
                if (pid !== undefined)
                    (0,external_node_os_namespaceObject.setPriority)(pid, NICENESS);
            });
            return new ClaudeProcess(pid, exitOf(child), () => true);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(stdout);
            (0,external_node_fs_namespaceObject.closeSync)(stderr);
        }
    }
    static adopt(identity) {
        return new ClaudeProcess(identity.pid, untilDead(identity), () => isAlive(identity) === 'yes');
    }
    hasMade(connection) {
        return this.pid === undefined ? 'no' : isConnectionOf(this.pid, connection);
    }
    terminate() {
        signalGroup(this.pid, 'SIGTERM');
    }
    async kill() {
        if (this.isOwnPid() && !signalGroup(this.pid, 'SIGKILL'))
            signalProcess(this.pid, 'SIGKILL');
        await this.exited;
        await groupGone(this.pid);
    }
}
function openLog(file) {
    try {
        return (0,external_node_fs_namespaceObject.openSync)(file, 'wx', 0o600);
    }
    catch (error) {
        throw not_writable_notWritable(`cannot write ${file}`, error);
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
        await (0,promises_namespaceObject.setTimeout)(POLL_MS);
    return { code: null, signal: null, startError: null };
}
async function groupGone(leaderPid) {
    for (let waitMs = 1; waitMs <= 8 && signalGroup(leaderPid, 0); waitMs *= 2)
        await (0,promises_namespaceObject.setTimeout)(waitMs);
}

;// CONCATENATED MODULE: ./src/core/system/out-of-memory.ts
const MORE_MEMORY = 'Give the machine or the container more memory, then run it again.';
function memoryNote({ isKilled, said }) {
    if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said))
        return ' (it ran out of memory)';
    return isKilled ? ' (the usual cause is that the machine ran out of memory)' : '';
}

;// CONCATENATED MODULE: ./src/core/claude/not-run.ts

const NOT_RUN_STATUSES = [126, 127];
function neverRan(exitCode, said, { path, version }) {
    const busy = /(?:(\/[^:]+): )?(?:cannot execute: )?text file busy/i.exec(said);
    if (exitCode === 126 && busy !== null) {
        return {
            reason: 'claude-failed',
            message: `${busy[1] ?? path} could not be started, because another program, perhaps an update, is writing to it`,
            remedy: 'Run it again in a minute.',
            isRepeatable: true
        };
    }
    if (exitCode === null || version !== null || scriptHeadOrEmpty(path) === '')
        return null;
    if (said.includes('bad interpreter') || said.includes(`exec: ${path}:`)) {
        if (exitCode !== 127)
            return null;
        const message = `${path} could not be started: its first line names a program that does not exist`;
        return { reason: 'claude-failed', message, remedy: 'Install that program, or fix the line.' };
    }
    if (!NOT_RUN_STATUSES.includes(exitCode) && !/not found|no such file/i.test(said))
        return null;
    return {
        reason: 'claude-failed',
        message: `${path} is a script that ended with exit status ${exitCode} before it began to refresh the login, perhaps because it needs your HOME or other variables, which \`clr\` does not pass to it${said === '' ? '' : `; its output: ${said}`}`,
        remedy: 'Put the folder of the real program, which the script starts, before the script on PATH.'
    };
}

;// CONCATENATED MODULE: ./src/core/claude/proxy-variable.ts
const FIX_PROXY = 'Set the proxy variable to an address such as `http://proxy.example.com:8080`, or unset it. Then run it again.';
function proxyFaultIn(environment) {
    const isSet = (name) => (environment[name] ?? '') !== '';
    const name = ['https_proxy', 'HTTPS_PROXY'].find(isSet);
    const address = (environment[name ?? ''] ?? '').trim();
    if (name === undefined || (/^https?:/i.test(address) && URL.canParse(address)))
        return null;
    const isUrl = URL.canParse(address.includes('://') ? address : `https://${address}`);
    return { name, blocksSending: !isUrl && !isSet('NO_PROXY') && !isSet('no_proxy') };
}

;// CONCATENATED MODULE: ./src/core/claude/failure.ts




function meaningOfBlanked(status = null) {
    const answer = status === null ? '' : ` (${status})`;
    return `the token endpoint rejected the login${answer}: its refresh token is used up or revoked`;
}
function classifyFailure(seen) {
    const isBlocked = seen.sighting.kind === 'exited' && seen.proxyFault?.blocksSending === true;
    const evidence = { ...seen, mayHaveSent: seen.mayHaveSent && !isBlocked };
    const status = evidence.sign?.status ?? null;
    return { isRepeatable: false, ...describe(evidence), tokenUse: tokenUseOf(evidence), status };
}
function tokenUseOf({ sighting, sign, mayHaveSent }) {
    if (sighting.kind === 'blanked')
        return 'rejected';
    if (sighting.kind === 'part')
        return 'perhaps-used';
    if (sighting.kind === 'exited' && sighting.exit.startError !== null)
        return 'not-sent';
    if (sign?.tokenUse === 'rejected' && (sighting.kind === 'deadline' || sighting.kind === 'cancelled'))
        return 'refused';
    return sign?.tokenUse ?? (mayHaveSent ? 'perhaps-used' : 'not-sent');
}
function describe(evidence) {
    const { sighting, sign, program, mayHaveSent } = evidence;
    if (sighting.kind === 'blanked') {
        const status = sign?.reason === 'login-rejected' ? sign.status : null;
        return failure('login-rejected', meaningOfBlanked(status));
    }
    if (sighting.kind === 'part')
        return failure('not-refreshed', "the token endpoint's answer contained only one of the two tokens");
    if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
        const { what, isRepeatable, remedy } = sign;
        if (sign.reason !== 'claude-failed')
            return { reason: sign.reason, message: what, isRepeatable, remedy };
        const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed';
        return { reason, message: what + outputNote(evidence), isRepeatable, remedy };
    }
    if (sighting.kind === 'exited')
        return describeExit(sighting.exit, evidence);
    if (sighting.kind === 'deadline') {
        return failure('timeout', 'the time limit passed before `claude` had refreshed the login');
    }
    if (sighting.kind === 'cancelled')
        return failure('cancelled', 'stopped before `claude` had refreshed the login');
    const claude = nameOf(program);
    if (mayHaveSent)
        return failure('not-refreshed', `${claude} tried to refresh the login, but got no new tokens and gave no reason`);
    return {
        reason: 'claude-failed',
        message: `${claude} sent a model request without refreshing the login first; a wrapper script that sets CLAUDE_CODE_OAUTH_TOKEN has this effect${outputNote(evidence)}`,
        remedy: 'If `claude` is a wrapper script here, put the folder of the real program before it on PATH.'
    };
}
function describeExit(exit, evidence) {
    const { program, mayHaveSent, proxyFault, output } = evidence;
    if (exit.startError !== null)
        return failure('claude-failed', `cannot start ${program.path}: ${explainSystemError({ code: exit.startError })}`);
    const notRun = mayHaveSent ? null : neverRan(exit.code, excerptOf(output), program);
    if (notRun !== null)
        return notRun;
    const when = mayHaveSent ? 'after it had begun to refresh the login' : 'before it began to refresh the login';
    const memory = noteOnMemory(exit, output);
    const message = `${nameOf(program)} ${howItEnded(exit)}${memory} ${when}${outputNote(evidence)}`;
    const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed';
    if (memory !== '')
        return { reason, message, remedy: MORE_MEMORY };
    if (proxyFault === null)
        return failure(reason, message);
    const fault = `${proxyFault.name} is not the http:// or https:// address of a proxy`;
    return { reason, message: `${message}; ${fault}`, remedy: FIX_PROXY };
}
function howItEnded({ code, signal }) {
    return code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`;
}
function noteOnMemory({ code, signal }, said) {
    return memoryNote({ isKilled: signal === 'SIGKILL' || code === 137, said });
}
function failure(reason, message) {
    return { reason, message };
}
function nameOf({ version }) {
    return version === null ? '`claude`' : `\`claude\` ${version}`;
}
const MAX_QUOTE_LENGTH = 200;
function outputNote({ output }) {
    const quote = excerptOf(output);
    return quote === '' ? '' : `; its output: ${quote}`;
}
function excerptOf(output) {
    const lines = output.split('\n');
    const errorLine = lines.find(line => /^(?:\w*Error\b|Invalid )/.test(line)) ?? lines.at(-1) ?? '';
    const chosen = output.length > MAX_QUOTE_LENGTH ? errorLine : output;
    const quote = chosen.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
    return quote.length > MAX_QUOTE_LENGTH ? `${quote.slice(0, MAX_QUOTE_LENGTH)}…` : quote;
}

;// CONCATENATED MODULE: ./src/core/claude/failure-sign.ts
const USUAL_SIGN = {
    status: null,
    endAtOnce: true,
    isRepeatable: false,
    tokenUse: 'perhaps-used'
};

;// CONCATENATED MODULE: ./src/core/claude/log-lines.ts
const ERROR = String.raw `^\S+ \[ERROR\] `;
const MESSAGE = String.raw `${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`;
const ANSWER = new RegExp(String.raw `${MESSAGE}Request failed with status code (\d{3})\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=(\d{3})\b`);
function answerStatusIn(line) {
    const [, inMessage, inAddress] = ANSWER.exec(line) ?? [];
    const status = inMessage ?? inAddress;
    return status === undefined ? null : Number(status);
}
function isOtherBadRequest(line) {
    return OTHER_BAD_REQUEST.test(line);
}
const OTHER_BAD_REQUEST = new RegExp(String.raw `${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`);
function failedWith(message) {
    return new RegExp(`${MESSAGE}(?:${message})`);
}

;// CONCATENATED MODULE: ./src/core/claude/answer-signs.ts



function answerSignOf(line) {
    const status = answerStatusIn(line);
    return status === null ? null : { ...signOf(status, line), status };
}
const ENDPOINT_OR_PROXY = 'the token endpoint, or a proxy in front of it,';
function signOf(status, line) {
    switch (status) {
        case 400:
            return isOtherBadRequest(line)
                ? answer('not-refreshed', `${ENDPOINT_OR_PROXY} answered 400, but not because of the login`, {
                    endAtOnce: false
                })
                : answer('login-rejected', 'the token endpoint rejected the login (400): its refresh token is used up or revoked', {
                    endAtOnce: false,
                    tokenUse: 'rejected'
                });
        case 401:
        case 403:
            return answer('login-rejected', `${ENDPOINT_OR_PROXY} refused the login (${status})`, {
                tokenUse: 'refused',
                remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${LOG_IN_AGAIN}`
            });
        case 407:
            return answer('network', 'the proxy asks for a user name and a password (407)', {
                isAnswer: false,
                tokenUse: 'not-used',
                remedy: 'Put them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
            });
        case 429:
            return answer('rate-limited', 'the token endpoint answered 429 (too many requests)', {
                isRepeatable: true,
                tokenUse: 'not-used'
            });
    }
    if (status >= 500 && status < 600)
        return answer('server-error', `${ENDPOINT_OR_PROXY} answered ${status}`);
    return answer('not-refreshed', `${ENDPOINT_OR_PROXY} answered ${status}, without new tokens`);
}
function answer(reason, what, more = {}) {
    return { ...USUAL_SIGN, isAnswer: true, reason, what, ...more };
}

;// CONCATENATED MODULE: ./src/core/claude/connection-signs.ts



function connectionSignOf(line) {
    for (const [pattern, sign] of KNOWN_FAILURES) {
        const match = pattern.exec(line);
        if (match === null)
            continue;
        const detail = match.groups?.detail;
        return detail === undefined ? sign : { ...sign, what: `${sign.what} (${detail.trim()})` };
    }
    return null;
}
const HANDSHAKE_ALERT = 'SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_UNRECOGNIZED_NAME';
const NO_TLS = String.raw `error:\w+:SSL routines:OPENSSL_internal:(?:${HANDSHAKE_ALERT})\b|Socket is closed|write EPROTO \w+:error:|Client network socket disconnected before secure TLS connection was established`;
const PROXY_SCHEME = 'If `HTTPS_PROXY` begins with `https://` although the proxy speaks plain HTTP, write `http://`. Otherwise check the network and the proxy. Then run it again.';
const NO_CONNECTION = String.raw `(?<detail>getaddrinfo [\w.: -]*|connect E[A-Z]+[\w.:\[\] -]*|proxy refused the connection)`;
const KNOWN_FAILURES = [
    [failedWith(NO_CONNECTION), notSent('the token endpoint could not be reached', { isRepeatable: true })],
    [
        failedWith('Proxy connection ended before receiving CONNECT response'),
        notSent('the proxy closed the connection without an answer', {
            isRepeatable: true,
            remedy: 'Check that `HTTPS_PROXY` is the address of an HTTP proxy (`claude` does not speak SOCKS), and that the proxy works. Then run it again.'
        })
    ],
    [
        failedWith(NO_TLS),
        notSent('the TLS connection to the token endpoint, or to the proxy, failed', { remedy: PROXY_SCHEME })
    ],
    [
        failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
        noAnswer('the token endpoint, or the proxy, did not answer with TLS', { remedy: PROXY_SCHEME })
    ],
    [
        failedWith('URI error'),
        notSent('the user name or password in the proxy address is not URL-encoded', {
            remedy: 'URL-encode the special characters in them (`@` as `%40`, `%` as `%25`), then run it again.'
        })
    ],
    [
        failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
        notSent('the certificate of the token endpoint is not trusted on this machine')
    ],
    [failedWith('timeout of \\d+ms exceeded'), noAnswer('the token endpoint did not answer before `claude` gave up')],
    [failedWith(''), noAnswer('the connection to the token endpoint was lost before it answered')],
    [
        /OAuth session expired and could not be refreshed/,
        noAnswer('the login was rejected: its refresh token is used up or revoked', {
            reason: 'login-rejected',
            isAnswer: true,
            endAtOnce: false,
            tokenUse: 'refused'
        })
    ],
    [
        /^Invalid proxy URL in \w+/,
        noAnswer('`claude` does not accept a proxy variable', {
            reason: 'claude-failed',
            endAtOnce: false,
            tokenUse: null,
            remedy: FIX_PROXY
        })
    ]
];
function noAnswer(what, more = {}) {
    return { ...USUAL_SIGN, isAnswer: false, reason: 'network', what, ...more };
}
function notSent(what, more = {}) {
    return noAnswer(what, { tokenUse: 'not-sent', ...more });
}

;// CONCATENATED MODULE: ./src/core/claude/failure-signs.ts


const MARKERS = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL'];
function failureSignIn(log) {
    const lines = log.split('\n').filter(line => MARKERS.some(marker => line.includes(marker)));
    const signs = lines.flatMap(line => {
        const sign = answerSignOf(line) ?? connectionSignOf(line);
        return sign === null ? [] : { ...sign, line };
    });
    const [first] = signs;
    if (first === undefined || signs.length === 1)
        return first ?? null;
    const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? []);
    const isKnown = first.reason === 'login-rejected' || uses.every(use => use === 'not-sent');
    return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' };
}

;// CONCATENATED MODULE: external "node:net"
var external_node_net_namespaceObject = require("node:net");
;// CONCATENATED MODULE: ./src/core/claude/model-listener.ts





const MAX_CONNECTIONS = 8;
const PAUSE_MS = 50;
const TLS_HANDSHAKE = 0x16;
class ModelListener {
    server;
    baseUrl;
    #held = new Set();
    #queue = Promise.resolve();
    constructor(server, baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }
    static async open(isOfClaude, onRequest) {
        const server = (0,external_node_net_namespaceObject.createServer)();
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
        const listener = new ModelListener(server, `https://127.0.0.1:${port}/${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`);
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
            await (0,promises_namespaceObject.setTimeout)(PAUSE_MS, undefined, { ref: false });
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
        (0,external_node_fs_namespaceObject.mkdirSync)(lockPathOf(home), { mode: 0o700 });
        return true;
    }
    catch {
        return false;
    }
}
function isSeedLockIn(home, startRecord) {
    const seen = or_null_orNull(() => [lockPathOf(home), startRecord].map(at => (0,external_node_fs_namespaceObject.statSync)(at, { throwIfNoEntry: false })));
    const [lock, start] = seen ?? [];
    return lock !== undefined && (start === undefined || lock.mtimeMs <= start.mtimeMs);
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

;// CONCATENATED MODULE: ./src/core/claude/exchange-progress.ts
const NOTHING_SENT_MS = 20;
class ExchangeProgress {
    home;
    changesAreReported;
    #holding = null;
    hasBegun = false;
    #isGapTooLong = false;
    #lookedAtMs = performance.now();
    constructor(home, changesAreReported) {
        this.home = home;
        this.changesAreReported = changesAreReported;
    }
    noticeGap() {
        const nowMs = performance.now();
        if (!this.changesAreReported && nowMs - this.#lookedAtMs > NOTHING_SENT_MS)
            this.#isGapTooLong = true;
        this.#lookedAtMs = nowMs;
    }
    isOver() {
        const now = this.home.lockHolding();
        if (now === null)
            return this.hasBegun;
        const isNext = this.#holding !== null && now.id !== this.#holding;
        this.hasBegun = true;
        this.#holding = now.id;
        return isNext && now.ageMs < NOTHING_SENT_MS;
    }
    mayHaveSent() {
        return this.hasBegun || this.#isGapTooLong || this.home.isExchangeUnderWay();
    }
}

;// CONCATENATED MODULE: ./src/core/claude/watch.ts






const SLOW_POLL_MS = 250;
const FAST_POLL_MS = 15;
const NO_EXCHANGE_MS = 5000;
function watchCall(call, patience) {
    return new Promise(resolve => {
        new CallWatch(call, resolve).start(patience);
    });
}
class CallWatch {
    call;
    resolve;
    #noExchange;
    #watchers;
    #progress;
    #end = new AbortController();
    constructor(call, resolve) {
        this.call = call;
        this.resolve = resolve;
        const { home } = call;
        this.#watchers = watchFolders([home.configFolder, home.path], name => {
            if (name !== null && isLockName(name))
                this.#progress.hasBegun = true;
            if (name !== null && isNewPair(name))
                home.makeRoom();
            if (name === null || home.isRelevant(name))
                this.#look();
        });
        this.#progress = new ExchangeProgress(home, this.#watchers.length === 2);
    }
    start({ deadline, cancel }) {
        const { claude, modelRequest } = this.call;
        const { signal } = this.#end;
        const look = this.#look.bind(this);
        const onCancel = this.#settle.bind(this, { kind: 'cancelled' });
        const pollMs = this.#progress.changesAreReported ? SLOW_POLL_MS : FAST_POLL_MS;
        const poll = setInterval(this.#poll.bind(this), pollMs);
        const stopTimer = deadline.whenPassed(this.#settle.bind(this, { kind: 'deadline' }));
        signal.addEventListener('abort', () => {
            clearInterval(poll);
            stopTimer();
        });
        cancel.addEventListener('abort', onCancel, { signal });
        modelRequest.addEventListener('abort', look, { signal });
        void claude.exited.then(exit => {
            this.#settle({ kind: 'exited', exit });
        });
        look();
        if (cancel.aborted)
            onCancel();
    }
    #poll() {
        const { home } = this.call;
        if (or_null_orNull(() => read_namesIn(home.configFolder))?.some(isNewPair) === true)
            home.makeRoom();
        this.#look();
    }
    #look() {
        this.#progress.noticeGap();
        const { home, modelRequest } = this.call;
        const judgement = or_null_orNull(() => home.judge());
        if (judgement === null)
            return;
        if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
            this.#settle(judgement);
            return;
        }
        const sign = failureSignIn(readTextOrEmpty(home.logs.debug));
        if (sign?.endAtOnce === true)
            this.#settle({ kind: 'failure', sign });
        else if (this.#progress.isOver())
            this.#settle({ kind: 'over' });
        else if (modelRequest.aborted && !this.#progress.hasBegun) {
            this.#noExchange ??= setTimeout(() => {
                if (!this.#progress.hasBegun)
                    this.#settle({ kind: 'over' });
            }, NO_EXCHANGE_MS);
        }
    }
    #settle(sighting) {
        this.#progress.noticeGap();
        for (const watcher of this.#watchers)
            watcher.close();
        clearTimeout(this.#noExchange);
        this.#end.abort();
        this.resolve({ sighting, mayHaveSent: this.#progress.mayHaveSent() });
    }
}
function isNewPair(name) {
    return name.startsWith('.credentials.json.tmp');
}
function watchFolders(folders, onChange) {
    if (process.platform === 'darwin')
        return [];
    return folders.flatMap(folder => {
        const onEvent = (_event, name) => {
            onChange(name);
        };
        return or_null_orNull(() => (0,external_node_fs_namespaceObject.watch)(folder, onEvent).on('error', () => undefined)) ?? [];
    });
}

;// CONCATENATED MODULE: ./src/core/claude/watch-with-grace.ts



const GRACE_MS = 5000;
const GRACE_BEFORE_TERM_MS = 4000;
const EXPLANATION_MS = 2000;
async function watchWithGrace(call, { deadline, cancel, insist, log }) {
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
    const ends = [modelRequest, cancel].map(signal => (0,promises_namespaceObject.setTimeout)(EXPLANATION_MS, null, { signal, ref: false }).catch(() => null));
    const exit = await Promise.race([claude.exited, ...ends]);
    return exit === null ? watched : { ...watched, sighting: { kind: 'exited', exit } };
}

;// CONCATENATED MODULE: ./src/core/claude/claude-call.ts














const MAX_READS = 10;
const READ_AGAIN_MS = 200;
async function callClaude(exchange, unknownOptions) {
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
    const log = or_null_orNull(() => readTextIfExists(home.logs.debug) ?? '');
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
            await (0,promises_namespaceObject.setTimeout)(READ_AGAIN_MS);
        }
    }
}

;// CONCATENATED MODULE: ./src/core/claude/trace-call.ts
function traceStart({ trace }, home) {
    trace(`# claude starts in ${home}`);
}
function traceUnknownOption({ trace }, option) {
    trace(`# this version does not know ${option}: starting it again without that`);
}
function traceRetry({ trace }, { message, status }, waitMs) {
    trace(`# ${status ?? message}, trying again in ${waitMs / 1000} s`);
}
function traceSuccess({ trace }, output) {
    trace(output === '' ? '# claude printed nothing' : '# claude printed:');
    if (output !== '')
        for (const line of output.split('\n'))
            trace(line);
}
function traceFailure(log, { output, logLine, isLogRead }) {
    if (output === '')
        log.trace('# claude printed nothing');
    log.claudeOutput(output);
    const nothing = isLogRead ? 'does not say what went wrong' : 'could not be read, or is too large';
    log.trace(`# its debug log ${logLine === null ? nothing : `says: ${logLine}`}`);
}

;// CONCATENATED MODULE: ./src/core/claude/exchange.ts






const RETRY_WAITS_MS = [1000, 3000];
const RETRY_SPAN_MS = 10_000;
const MIN_TRY_MS = 5000;
async function letClaudeRefresh(exchange) {
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
        await (0,promises_namespaceObject.setTimeout)(waitMs, null, { signal: exchange.cancel }).catch(() => null);
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

;// CONCATENATED MODULE: ./src/core/credentials/plausible-date.ts
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

;// CONCATENATED MODULE: ./src/core/credentials/credentials.ts




function parseLogin(text) {
    return loginOf(parseDocument(text));
}
function loginOf(document) {
    const fields = fieldsIn(document);
    refuseBlanked(fields);
    const accessToken = parseToken(fields, 'accessToken');
    const loginExpiresAtMs = momentOf(fields.refreshTokenExpiresAt);
    const facts = { accessToken, loginExpiresAtMs, fields, document };
    if (isBlank(fields.refreshToken))
        return { ...facts, refreshToken: null, expiresAtMs: momentOf(fields.expiresAt) };
    const refreshToken = parseToken(fields, 'refreshToken');
    return { ...facts, refreshToken, expiresAtMs: millisecondsOf(fields.expiresAt) };
}
function loginOrNull(document) {
    return or_null_orNull(() => loginOf(document));
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
    const document = json_parseJson(text);
    if (json_isJsonObject(document))
        return document;
    if (isNestedTooDeep(text))
        throw invalid(`the file nests its JSON more than ${MAX_JSON_DEPTH} levels deep`, MOVE_AWAY);
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
    return json_parseJson(text) === undefined && !text.trimStart().startsWith('{');
}
function fieldsIn(document) {
    const fields = document.claudeAiOauth;
    if (json_isJsonObject(fields))
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
    return new RefreshError('creds-invalid', sentence, remedy);
}
const SAVE_AS_UTF8 = 'Save it as UTF-8, without a byte order mark.';
const MOVE_AWAY = `Check the path, or move this file away and sign in ${WITH_CLR_LOGIN}.`;
const CHECK_FILE = `Check whether this is the right file, or sign in ${WITH_CLR_LOGIN}.`;
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

;// CONCATENATED MODULE: ./src/core/credentials/validity.ts


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
    return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired on'} ${describeMoment(expiresAtMs, Date.now())}`;
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
        return new RefreshError('creds-invalid', `${what}; ${describeValidity(login)}`, GO_ON);
    }
    const what = `${where}: this login has no refresh token`;
    if (expiresAtMs > Date.now()) {
        return new RefreshError('creds-invalid', `${what}, and needs none until ${describeMoment(expiresAtMs, Date.now())}`, NOT_YET);
    }
    return new RefreshError('creds-invalid', `${what}, so it cannot be refreshed; ${describeValidity(login)}`, MAKE_A_NEW_ONE);
}
const NOT_YET = 'If the run should succeed until then, set `--min-validity` to less than the remaining time. Make a new token with `claude setup-token` before that date. For a login that can be refreshed, sign in with `clr login`.';
const GO_ON = 'Use the access token as it is. If it is rejected, make a new one with `claude setup-token`.';
const MAKE_A_NEW_ONE = 'Make a new token with `claude setup-token`. For a login that can be refreshed, sign in with `clr login`.';

;// CONCATENATED MODULE: ./src/core/credentials/credentials-file.ts








const MAX_CREDENTIALS_BYTES = 1024 * 1024;
const MAX_CREDENTIALS_SIZE = '1 MiB';
function readLogin(file) {
    const { text, stats } = readCredentialsText(file);
    try {
        return { ...parseLogin(text), stats };
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw new RefreshError(error.reason, `${file.given}: ${error.message}`, error.remedy);
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
        return isUsable(login) ? login : null;
    }
    catch (error) {
        if (error instanceof RefreshError && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isInUse(file) ? readGoodLogin(file) : readLogin(file);
}
function readContent(file) {
    try {
        return readRegularFile(file.real, MAX_CREDENTIALS_BYTES);
    }
    catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT')
            throw new RefreshError('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const what = `${file.given} is larger than ${MAX_CREDENTIALS_SIZE}; a credentials file is only a few kB`;
            throw new RefreshError('creds-invalid', what, 'Give the path of the credentials file.');
        }
        const why = `${explainSystemError(error)}${ownerNote(file, code)}`;
        throw new RefreshError('creds-unreadable', `cannot read ${file.given}: ${why}`, remedyFor(error));
    }
}
function ownerNote({ real }, code) {
    const owner = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(real).uid);
    const uid = process.geteuid?.();
    if (code !== 'EACCES' || owner === null || owner === uid)
        return '';
    return `: it belongs to uid ${owner}, and this run acts as uid ${uid ?? '?'}`;
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new RefreshError('creds-invalid', `${file.given} is in UTF-16`, SAVE_AS_UTF8);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new RefreshError('creds-invalid', `${file.given} is not UTF-8 text`, SAVE_AS_UTF8);
    }
}

;// CONCATENATED MODULE: ./src/core/credentials/fingerprint.ts

function fingerprint_fingerprint({ accessToken, refreshToken }) {
    return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`);
}
function isAccessTokenOf(accessToken, pairFingerprint) {
    return pairFingerprint.startsWith(digest(accessToken));
}
function digest(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./src/core/system/sync.ts



function syncToDisk(entry, fs = (external_node_fs_default())) {
    or_null_orNull(() => {
        const fd = fs.openSync(entry, 'r');
        try {
            fs.fsyncSync(fd);
        }
        finally {
            fs.closeSync(fd);
        }
    });
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

;// CONCATENATED MODULE: ./src/core/home/disk-space.ts





const MIN_FREE_BYTES = 1024 * 1024;
const MIN_FREE_INODES = 256;
const BALLAST_BYTES = 256 * 1024;
const ballastIn = (home) => external_node_path_default().join(home, 'ballast');
function makeFolderWithSpace(home) {
    (0,external_node_fs_namespaceObject.mkdirSync)(home, { mode: 0o700 });
    requireSpace(home);
}
function requireSpace(home) {
    const { bavail, bsize, files, ffree } = (0,external_node_fs_namespaceObject.statfsSync)(home);
    const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES);
    if (isShort)
        throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
}
function writeBallast(home) {
    try {
        writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES));
    }
    catch (error) {
        if (errorCode(error) !== 'EEXIST')
            throw error;
    }
}
function removeBallast(home) {
    removeIfPossible(ballastIn(home));
}

;// CONCATENATED MODULE: ./src/core/credentials/new-pair.ts


function credentialsOf({ fields, refreshToken }) {
    return { ...loginOf({ claudeAiOauth: fields }), refreshToken };
}
function newPairIn(fields, from) {
    if (!json_isJsonObject(fields))
        return null;
    const { accessToken, refreshToken } = fields;
    return isToken(accessToken) && isToken(refreshToken) ? { accessToken, refreshToken, fields, from } : null;
}

;// CONCATENATED MODULE: ./src/core/home/seeded-login.ts




const SENTINEL_EXPIRES_AT_MS = 1;
const UNKNOWN_EXPIRES_AT_MS = 0;
const SEEDS = { subscriptionType: 'max', rateLimitTier: 'default_claude_max_20x' };
function seededLogin({ fields }) {
    return {
        ...SEEDS,
        ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || !(name in SEEDS))),
        expiresAt: SENTINEL_EXPIRES_AT_MS,
        subscriptionTypeSource: 'sign_in'
    };
}
function originOf(credentials) {
    const missing = Object.keys(SEEDS).filter(name => credentials.fields[name] == null);
    return { from: fingerprint_fingerprint(credentials), invented: [...missing, 'subscriptionTypeSource'] };
}
const UNKNOWN_ORIGIN = {
    from: '0'.repeat(64),
    invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
};
function signInOrigin(replaced) {
    return { from: replaced ?? UNKNOWN_ORIGIN.from, invented: [], isSignIn: true };
}
function judgeText(text, origin) {
    const document = json_parseJson(text);
    const fields = json_isJsonObject(document) ? document.claudeAiOauth : undefined;
    if (!json_isJsonObject(fields))
        return { kind: 'nothing' };
    if (fields.accessToken === '' && fields.refreshToken === '')
        return { kind: 'blanked' };
    const pair = newPairIn(fields, origin.from);
    if (pair === null)
        return { kind: 'part' };
    if (fingerprint_fingerprint(pair) === origin.from)
        return { kind: 'nothing' };
    if (origin.from === UNKNOWN_ORIGIN.from && fields.expiresAt === SENTINEL_EXPIRES_AT_MS)
        return { kind: 'nothing' };
    return { kind: 'pair', newPair: { ...pair, fields: fieldsToKeep(fields, origin), isNewLogin: origin.isSignIn } };
}
function withCredibleExpiry(newPair) {
    const expiresAtMs = millisecondsOf(newPair.fields.expiresAt) ?? 0;
    if (expiresAtMs > Date.now())
        return newPair;
    return { ...newPair, fields: { ...newPair.fields, expiresAt: UNKNOWN_EXPIRES_AT_MS } };
}
function fieldsToKeep(fields, { invented }) {
    const kept = Object.entries(fields).filter(([name, value]) => !invented.includes(name) && isPlausible(name, value));
    return { ...Object.fromEntries(kept), expiresAt: millisecondsOf(fields.expiresAt) ?? UNKNOWN_EXPIRES_AT_MS };
}
function isPlausible(name, value) {
    if (name === 'scopes')
        return Array.isArray(value) && value.every(isText) && value.includes('user:inference');
    if (name === 'refreshTokenExpiresAt')
        return typeof value === 'number' && millisecondsOf(value) === value;
    if (name in SEEDS)
        return isText(value);
    return value !== null;
}
function isText(value) {
    return typeof value === 'string';
}

;// CONCATENATED MODULE: ./src/core/home/found-login.ts





function judgeHome(home, origin) {
    const judgements = loginFilesIn(home).map(file => judgeText(readTextIfExists(file) ?? '', origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    const hasPair = (file) => judgeText(readTextOrEmpty(file), origin).kind === 'pair';
    return loginFilesIn(home).findLast(hasPair) ?? home.credentialsPath;
}
function isWrittenBack(home) {
    return replacementsIn(home).length === 0;
}
function replacementDocumentIn(home) {
    const documents = replacementsIn(home).map(file => json_parseJson(readTextIfExists(file) ?? ''));
    return documents.find(json_isJsonObject) ?? {};
}
function loginFilesIn(home) {
    const { configFolder, credentialsPath } = home;
    return [...filesIn(configFolder, external_node_path_default().basename(credentialsPath)).sort(), ...replacementsIn(home)];
}
function replacementsIn(home) {
    return filesIn(home.path, REPLACEMENT_PREFIX);
}
function filesIn(folder, prefix) {
    const names = read_namesIn(folder).filter(name => name.startsWith(prefix));
    return names.map(name => external_node_path_default().join(folder, name));
}

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
        (0,external_node_fs_namespaceObject.rmSync)(left, { recursive: true, force: true });
    for (const folder of [configFolder, lock])
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
    write(credentialsPath, JSON.stringify({ claudeAiOauth: seededLogin(credentials) }));
    write(external_node_path_default().join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n');
    write(account, JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }));
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function seedForSignIn({ configFolder, firstOnPath, browser }) {
    (0,external_node_fs_namespaceObject.mkdirSync)(configFolder, { mode: 0o700 });
    write(browser.helper, browserHelper(browser.address), 0o700);
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function browserHelper(address) {
    const target = `'${address.replaceAll("'", `'\\''`)}'`;
    return `#!/bin/sh\nprintf '%s\\n' "$1" >${target}.new && mv ${target}.new ${target}\n`;
}
const NO_SUCH_ITEM = 44;
function hideKeychain(programs) {
    (0,external_node_fs_namespaceObject.rmSync)(programs, { recursive: true, force: true });
    (0,external_node_fs_namespaceObject.mkdirSync)(programs, { mode: 0o700 });
    write(external_node_path_default().join(programs, 'security'), `#!/bin/sh\nexit ${NO_SUCH_ITEM}\n`, 0o700);
}
function write(file, text, mode = 0o600) {
    (0,external_node_fs_namespaceObject.writeFileSync)(file, text, { mode, flag: 'wx' });
}

;// CONCATENATED MODULE: ./src/core/home/run-record.ts






const recordIn = (home) => external_node_path_default().join(home, 'run.json');
function writeRunRecord(home, origin) {
    (0,external_node_fs_namespaceObject.writeFileSync)(recordIn(home), JSON.stringify({ ...ownIdentity(), ...origin }), { mode: 0o600, flag: 'wx' });
}
function readRunRecord(home) {
    const record = json_parseJson(readTextIfExists(recordIn(home)) ?? '');
    const owner = parseIdentity(record);
    if (!json_isJsonObject(record) || owner === null || typeof record.from !== 'string')
        return null;
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : [];
    return { owner, origin: { from: record.from, invented, isSignIn: record.isSignIn === true } };
}
function syncRunRecord(home) {
    for (const entry of [recordIn(home), home, external_node_path_default().dirname(home)])
        syncToDisk(entry);
}

;// CONCATENATED MODULE: ./src/core/home/isolated-home.ts
















class IsolatedHome extends HomeLayout {
    origin;
    owner;
    #calls = 0;
    #isKept = false;
    #end = Promise.resolve();
    constructor(path, origin, owner = null) {
        super(path);
        this.origin = origin;
        this.owner = owner;
    }
    static create(folder, credentials) {
        return IsolatedHome.#make(folder, originOf(credentials), home => {
            home.seed(credentials);
        });
    }
    static createForSignIn(folder, replaced) {
        return IsolatedHome.#make(folder, signInOrigin(replaced), home => {
            home.#write(() => {
                seedForSignIn(home);
            });
        });
    }
    static #make(folder, origin, seed) {
        const home = new IsolatedHome(folder.at(`${HOME_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`), origin);
        try {
            home.#write(() => {
                makeFolderWithSpace(home.path);
                writeRunRecord(home.path, home.origin);
                (0,external_node_fs_namespaceObject.mkdirSync)(home.temporaryFolder, { mode: 0o700 });
            });
            seed(home);
            return home;
        }
        catch (error) {
            removeIfPossible(home.path);
            throw error;
        }
    }
    static adopt(path) {
        const record = readRunRecord(path);
        const home = new IsolatedHome(path, record?.origin ?? UNKNOWN_ORIGIN, record?.owner);
        home.#calls = read_namesIn(path).filter(name => name.startsWith('stderr-')).length;
        return home;
    }
    seed(credentials) {
        this.#calls += 1;
        this.#write(() => {
            seedHome(this, credentials);
        });
    }
    #write(work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof RefreshError)
                throw error;
            throw not_writable_notWritable(`cannot write in an isolated HOME at ${this.path}`, error);
        }
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
    isRelevant(name) {
        return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
    }
    judge() {
        return judgeHome(this, this.origin);
    }
    claudeIdentity() {
        return identityFromStat(readTextIfExists(this.claudeRecord) ?? '', this.owner ?? undefined);
    }
    keep() {
        this.#isKept = true;
    }
    get isKept() {
        return this.#isKept;
    }
    removeAfter(end) {
        this.#end = end;
    }
    async remove() {
        await this.#end;
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
        this.#write(() => {
            writeBallast(this.path);
            syncRunRecord(this.path);
        });
    }
    makeRoom() {
        removeBallast(this.path);
    }
}

;// CONCATENATED MODULE: ./src/core/credentials/path-errors.ts








function refuseUnlessFile(given, stats) {
    if (stats.isFile())
        return;
    if (stats.isDirectory())
        throw isFolder(given);
    const what = `${given} is ${fileKind(stats)}, so new tokens could not be stored in it`;
    throw new RefreshError('creds-invalid', what, 'Put the credentials into a regular file, and give its path.');
}
function isFolder(given) {
    const inside = external_node_path_default().join(given, '.credentials.json');
    const isEmpty = or_null_orNull(() => (0,external_node_fs_namespaceObject.readdirSync)(given).length === 0) ?? false;
    if (!isEmpty || external_node_path_default().extname(given) !== '.json') {
        const remedy = (0,external_node_fs_namespaceObject.existsSync)(inside) ? `Give the path of the file in it, ${inside}.` : 'Give the path of a file.';
        return new RefreshError('creds-invalid', `${given} is a folder, not a credentials file`, remedy);
    }
    const what = `${given} is an empty folder, not a credentials file: docker creates one if the file to mount does not exist`;
    const remedy = 'On the host, remove it with `rmdir` and put the file there. Then mount the folder of the file instead.';
    return new RefreshError('creds-invalid', what, remedy);
}
function fileKind(stats) {
    if (stats.isFIFO())
        return 'a pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function cannotResolve(given, name, error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && isLink(given)) {
        const remedy = 'Create the file that the link points to, or remove the link.';
        return new RefreshError('creds-not-found', `${given} is a link to a file that does not exist`, remedy);
    }
    if (code === 'ENOTDIR') {
        const file = external_node_path_default().dirname(failedPath(error) ?? given);
        const what = `no credentials file at ${given}: ${file} is a file, not a folder`;
        return new RefreshError('creds-not-found', what, 'Fix the path, then run it again.');
    }
    if (code === 'ENOENT')
        return missing(given, name);
    return code === 'ENAMETOOLONG' ? tooLong(name) : unreachable(given, error);
}
function missing(given, name) {
    const variable = name === CREDS ? '' : ` (${name})`;
    const what = `no credentials file at ${given}${variable}`;
    const mistake = likelyMistakeIn(given);
    if (mistake !== null)
        return new RefreshError('creds-not-found', `${what}; ${mistake}`, 'Fix the path, then run it again.');
    const isLeft = or_null_orNull(() => WorkFolder.isInUse({ given, real: given })) === true;
    if (!isLeft)
        return new RefreshError('creds-not-found', what, isDefault(given) ? undefined : CHECK_PATH);
    const remedy = `Run \`${shellLine(['clr', 'status', given])}\`: it says what was left, and what to do with it.`;
    return new RefreshError('creds-not-found', `${what}; an earlier run left something in ${given}.clr`, remedy);
}
const CHECK_PATH = `Check the path, or sign in ${WITH_CLR_LOGIN}.`;
function isDefault(given) {
    return or_null_orNull(() => absolutePath(currentAccountFile(process.env).text)) === given;
}
function isLink(given) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(given).isSymbolicLink()) ?? false;
}
function unreachable(given, error) {
    const at = failedPath(error) ?? given;
    const code = errorCode(error);
    const folder = external_node_path_default().dirname(at);
    let why = explainSystemError(error);
    let remedy = remedyFor(error);
    if (code === 'ELOOP')
        why = `the link ${at} leads back to itself (ELOOP)`;
    if (code === 'EACCES') {
        why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${describeOwner(folder)} (EACCES)`;
        remedy = `Let this user enter that folder, or keep the file elsewhere. ${NOT_SENT}`;
    }
    return new RefreshError('creds-unreadable', `cannot reach ${given}: ${why}`, remedy);
}
function describeOwner(folder) {
    const stats = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(folder));
    return stats === null ? '' : ` (owner uid ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(3, '0')})`;
}

;// CONCATENATED MODULE: ./src/core/credentials/credentials-path.ts






function findCredentialsFile(given, name = CREDS) {
    try {
        const real = (0,external_node_fs_namespaceObject.realpathSync)(given);
        refuseUnlessFile(given, (0,external_node_fs_namespaceObject.statSync)(real));
        if (isTooLong(real))
            throw tooLong(name);
        return { given, real };
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw error;
        throw cannotResolve(given, name, error);
    }
}
function findPlace(given) {
    const file = or_null_orNull(() => findCredentialsFile(given));
    if (file !== null)
        return file;
    const folder = external_node_path_default().dirname(given);
    return (0,external_node_fs_namespaceObject.existsSync)(folder) ? { given, real: external_node_path_default().join((0,external_node_fs_namespaceObject.realpathSync)(folder), external_node_path_default().basename(given)) } : null;
}
function findIfMoved({ given, real }) {
    const now = or_null_orNull(() => findCredentialsFile(given));
    return now?.real === real ? null : now;
}

;// CONCATENATED MODULE: ./src/core/locks/cli-lock-paths.ts




const CLI_FILE_NAME = '.credentials.json';
function cliLocksFor(file) {
    return configFoldersOf(file).flatMap(cliLocksIn);
}
function cliLocksIn(configFolder) {
    return [
        { path: external_node_path_default().join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
        { path: `${configFolder}.lock`, configFolder, isLegacy: true }
    ];
}
function isCliFile(file) {
    return external_node_path_default().basename(file) === CLI_FILE_NAME;
}
function storeLockPaths(file) {
    return configFoldersOf(file).map(configFolder => external_node_path_default().join(configFolder, '.storage-write.lock'));
}
function configFoldersOf({ given, real }) {
    const files = [given, real].filter(isCliFile);
    return [...new Set(files.flatMap(file => or_null_orNull(() => (0,external_node_fs_namespaceObject.realpathSync)(external_node_path_default().dirname(file))) ?? []))];
}
function isForeign({ path: lockPath, configFolder }) {
    const owner = (0,external_node_fs_namespaceObject.lstatSync)(lockPath, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && ![process.geteuid?.(), 0, (0,external_node_fs_namespaceObject.statSync)(configFolder).uid].includes(owner);
}
function describeObstacle(lockPath) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(lockPath, { throwIfNoEntry: false });
    if (stats === undefined)
        return null;
    if (stats.isDirectory())
        return isEmpty(lockPath) ? null : 'a folder that is not empty';
    return stats.isSymbolicLink() ? 'a link' : 'a file';
}
function refuseObstacle(lockPath) {
    const what = describeObstacle(lockPath);
    if (what !== null)
        throw inTheWay(lockPath, `it is ${what}, but \`claude\` needs an empty folder there as its lock`);
}
function isEmpty(folder) {
    return (or_null_orNull(() => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? []).length === 0;
}

;// CONCATENATED MODULE: ./src/core/locks/cli-lock-record.ts









const RECORD = 'cli-locks.jsonl';
function makeRecordedLock(lockPath, folder) {
    if (external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined)
        return false;
    try {
        external_node_fs_default().mkdirSync(lockPath);
    }
    catch (error) {
        if (errorCode(error) === 'EEXIST')
            return false;
        throw error;
    }
    try {
        external_node_fs_default().appendFileSync(folder.at(RECORD), `${JSON.stringify(lockIdentity(lockPath))}\n`, { mode: 0o600 });
        return true;
    }
    catch (error) {
        removeLock(lockPath);
        throw not_writable_notWritable(`cannot write in ${folder.path}`, error);
    }
}
function removeLockRecord(folder) {
    removeIfPossible(folder.at(RECORD));
}
function removeLocksOfKilledRun(folder) {
    for (const line of readLockRecord(folder).split('\n')) {
        const recorded = parseLockIdentity(json_parseJson(line));
        if (recorded !== null && isStillThere(recorded))
            removeLock(recorded.path);
    }
    removeLockRecord(folder);
}
function readLockRecord(folder) {
    const record = folder.at(RECORD);
    return orUnreadable(record, () => readTextIfExists(record)) ?? '';
}
function recordedLocks(folder) {
    const recorded = (orNull(() => readLockRecord(folder)) ?? '')
        .split('\n')
        .map(line => parseLockIdentity(parseJson(line)));
    return recorded.flatMap(lock => (lock !== null && isStillThere(lock) ? [lock.path] : []));
}
function removeLock(lockPath) {
    or_null_orNull(() => {
        external_node_fs_default().rmdirSync(lockPath);
    });
}
function parseLockIdentity(value) {
    if (!json_isJsonObject(value))
        return null;
    const { path: lockPath, ino, bornNs } = value;
    if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string')
        return null;
    return external_node_path_default().isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null;
}
function isStillThere(recorded) {
    const now = or_null_orNull(() => lockIdentity(recorded.path));
    return now?.ino === recorded.ino && now.bornNs === recorded.bornNs && now.bornNs !== '0';
}
function lockIdentity(lockPath) {
    const { ino, birthtimeNs } = external_node_fs_default().lstatSync(lockPath, { bigint: true });
    return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) };
}

;// CONCATENATED MODULE: ./src/core/locks/cli-owner-record.ts







const SAME_BIRTH_MS = 0.01;
function ownerOf(lock) {
    const bornMs = birthOf(lock);
    const record = json_parseJson(readTextOrEmpty(recordPath(lock)));
    if (!json_isJsonObject(record))
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
    const alive = isAlive(identity);
    return { pid, isElsewhere: false, isAlive: alive === 'yes', isDead: alive === 'no' };
}
function removeOwnerRecord(lock) {
    or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.rmSync)(recordPath(lock), { force: true });
    });
}
function birthOf({ path: lockPath }) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(lockPath).birthtimeMs) ?? 0;
}
function recordPath({ configFolder }) {
    return external_node_path_default().join(configFolder, '.oauth_refresh.lock.owner');
}
function identityIn({ procStart, pidDomain, pidSpace }, pid) {
    const { bootId, pidNamespace } = ownIdentity();
    const startTicks = typeof procStart === 'string' ? procStart : null;
    if (process.platform !== 'linux')
        return { pid, startTicks: null, bootId: null, pidNamespace: null };
    const isHere = pidDomain === `linux:${machineId()}:${pidNamespace ?? ''}` &&
        pidSpace === `${(0,external_node_os_namespaceObject.hostname)()}${pidNamespace === null ? '' : `#${pidNamespace}`}`;
    return isHere ? { pid, startTicks, bootId, pidNamespace } : null;
}
function machineId() {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)('/etc/machine-id', 'utf8').trim()) ?? '';
}

;// CONCATENATED MODULE: ./src/core/locks/renewed-locks.ts




const RENEW_EVERY_MS = 2000;
const LOOK_EVERY_MS = 50;
const JUMP_MS = 1000;
class RenewedLocks {
    #renewedAtMs = new Map();
    #lastRoundMs = external_node_perf_hooks_namespaceObject.performance.now();
    #driftMs = driftMs();
    #isLost = false;
    #renewal;
    add(lockPath) {
        this.#renewedAtMs.set(lockPath, Date.now());
        this.#renew(lockPath);
        this.#renewal ??= setInterval(() => {
            this.#renewWhenDue();
        }, LOOK_EVERY_MS).unref();
    }
    has(lockPath) {
        return this.#renewedAtMs.has(lockPath);
    }
    isLost() {
        this.#renewAll();
        return this.#isLost;
    }
    release() {
        clearInterval(this.#renewal);
        for (const lockPath of [...this.#renewedAtMs.keys()].reverse())
            if (this.#isOurs(lockPath))
                removeLock(lockPath);
    }
    #renewWhenDue() {
        const isDue = external_node_perf_hooks_namespaceObject.performance.now() - this.#lastRoundMs > RENEW_EVERY_MS;
        if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS)
            this.#renewAll();
    }
    #renewAll() {
        this.#lastRoundMs = external_node_perf_hooks_namespaceObject.performance.now();
        this.#driftMs = driftMs();
        for (const lockPath of this.#renewedAtMs.keys()) {
            if (this.#isOurs(lockPath))
                this.#renew(lockPath);
            else
                this.#isLost = true;
        }
    }
    #renew(lockPath) {
        or_null_orNull(() => {
            const nowMs = Date.now() + 1 - Math.min(0, driftMs());
            external_node_fs_default().utimesSync(lockPath, nowMs / 1000, nowMs / 1000);
            this.#renewedAtMs.set(lockPath, nowMs);
        });
    }
    #isOurs(lockPath) {
        const mtimeMs = or_null_orNull(() => external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        if (mtimeMs === null)
            return true;
        return Math.abs(mtimeMs - (this.#renewedAtMs.get(lockPath) ?? 0)) < RENEW_EVERY_MS;
    }
}
function driftMs() {
    return Date.now() - (external_node_perf_hooks_namespaceObject.performance.timeOrigin + external_node_perf_hooks_namespaceObject.performance.now());
}

;// CONCATENATED MODULE: ./src/core/locks/cli-locks.ts









const NOT_WRITABLE_CODES = new Set(['EACCES', 'EPERM', 'EROFS']);
class CliLocks {
    folder;
    watch;
    #held = new RenewedLocks();
    #warnings = [];
    constructor(folder, watch) {
        this.folder = folder;
        this.watch = watch;
    }
    get warnings() {
        return this.#warnings;
    }
    tryTake(lock) {
        try {
            const warning = whyIgnored(lock);
            if (warning !== null) {
                this.#warnings.push(warning);
                return true;
            }
            const isMade = makeRecordedLock(lock.path, this.folder);
            if (isMade)
                this.#held.add(lock.path);
            else
                this.#removeIfAbandoned(lock);
            return isMade;
        }
        catch (error) {
            this.#warnings.push(warningIfNotWritable(lock, error));
            return true;
        }
    }
    removeOwnerRecord(lock) {
        if (this.#held.has(lock.path))
            removeOwnerRecord(lock);
    }
    isLost() {
        return this.#held.isLost();
    }
    release() {
        this.#held.release();
        removeLockRecord(this.folder);
    }
    #removeIfAbandoned(lock) {
        const owner = ownerOf(lock);
        if (owner?.isAlive === true)
            return;
        if (owner?.isDead !== true && !this.watch.isAbandoned(lock.path))
            return;
        unlessMissing(() => {
            external_node_fs_default().rmdirSync(lock.path);
        });
    }
}
function whyIgnored(lock) {
    if (isForeign(lock))
        return `${lock.path} belongs to another user, so it cannot be a lock of your \`claude\` sessions and was ignored`;
    refuseObstacle(lock.path);
    return null;
}
function warningIfNotWritable(lock, error) {
    if (error instanceof RefreshError)
        throw error;
    if (NOT_WRITABLE_CODES.has(errorCode(error)))
        return notTakenWarning(lock, error);
    throw not_writable_notWritable(`cannot take the lock ${lock.path}`, error);
}
function notTakenWarning({ path, isLegacy }, error) {
    const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`';
    return `cannot take the lock ${path}: ${explainSystemError(error)}; ${who} can refresh the same login at the same time`;
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
    const type = or_null_orNull(() => (0,external_node_fs_namespaceObject.statfsSync)(entry).type);
    return type === null || NETWORK_TYPES.has(type >>> 0);
}
function isMountPoint(file) {
    const mounts = readTextIfExists('/proc/self/mountinfo') ?? '';
    return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./src/core/locks/lock-watch.ts




const ABANDONED_AFTER_MS = 20_000;
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000;
const MAX_GAP_MS = 5000;
class LockWatch {
    #looks = new Map();
    isAbandoned(lockPath) {
        const unrenewedMs = this.look(lockPath);
        if (unrenewedMs <= ABANDONED_AFTER_MS)
            return false;
        return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !isOnNetwork(lockPath);
    }
    look(lockPath) {
        const nowMs = external_node_perf_hooks_namespaceObject.performance.now();
        const mtimeNs = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(lockPath, { bigint: true }).mtimeNs);
        const before = this.#looks.get(lockPath);
        if (mtimeNs === null) {
            this.#looks.delete(lockPath);
            return 0;
        }
        const isSame = before?.mtimeNs === mtimeNs && nowMs - before.lastMs <= MAX_GAP_MS;
        const sinceMs = isSame ? before.sinceMs : nowMs;
        this.#looks.set(lockPath, { mtimeNs, sinceMs, lastMs: nowMs });
        return nowMs - sinceMs;
    }
}

;// CONCATENATED MODULE: ./src/core/system/who-else-may-write.ts



function whoElseMayWrite({ uid: owner, gid, mode }, uid) {
    if (owner !== uid && owner !== 0)
        return 'owner';
    if ((mode & 0o002) !== 0)
        return 'everybody';
    return (mode & 0o020) !== 0 && gid !== 0 ? 'group' : null;
}
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
const who_else_may_write_TIMEOUT_MS = 5000;
function linesOf(database, key) {
    const { error, stdout } = (0,external_node_child_process_namespaceObject.spawnSync)('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
        encoding: 'utf8',
        env: {},
        maxBuffer: MAX_BYTES,
        timeout: who_else_may_write_TIMEOUT_MS
    });
    if (error !== undefined && errorCode(error) !== 'ENOENT')
        return null;
    const text = error === undefined ? stdout : readTextOrEmpty(`/etc/${database}`);
    return text.split('\n').map(line => line.split(':'));
}

;// CONCATENATED MODULE: ./src/core/credentials/why-others-may-write.ts





function whyOthersMayWrite(file) {
    const folder = external_node_path_default().dirname(file.real);
    const stats = (0,external_node_fs_namespaceObject.statSync)(folder);
    const uid = process.geteuid?.() ?? stats.uid;
    const who = whoElseMayWrite(stats, uid);
    if (who === 'owner' && uid === 0) {
        return unsafe(`${folder} belongs to uid ${stats.uid}; root must act as that user there, but could not: that user must be able to reach the folder and run \`claude\``, `Mount it where that user can reach it (not below /root), and install \`claude\` for everybody. Or run the container with \`--user ${stats.uid}\`.`);
    }
    if (who === 'owner') {
        return unsafe(`${folder} belongs to uid ${stats.uid}, who could replace the credentials`, OWN_FOLDER);
    }
    if (isSticky(stats))
        return whySticky(file, uid);
    if (who === 'everybody')
        return unsafe(`anyone can write to ${folder}, and so could replace the credentials`, chmod('go-w', folder));
    const isShared = who === 'group' && hasOtherMembers(stats.gid, uid);
    return isShared
        ? unsafe(`group ${stats.gid} can write to ${folder}, and so could replace the credentials`, chmod('g-w', folder))
        : null;
}
const OWN_FOLDER = 'Move the credentials to a folder that you own.';
function chmod(mode, folder) {
    return `Run \`${shellLine(['chmod', mode, folder])}\`.`;
}
function unsafe(why, remedy) {
    return new RefreshError('creds-not-writable', why, `${remedy} ${NOT_SENT}`);
}
function whyOthersMayMoveLink({ given, real }) {
    const link = external_node_path_default().join((0,external_node_fs_namespaceObject.realpathSync)(external_node_path_default().dirname(given)), external_node_path_default().basename(given));
    return link === real ? null : whyOthersMayWrite({ given, real: link });
}
function isSticky({ mode }) {
    return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0;
}
function whySticky(file, uid) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(file.real, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid === uid)
        return null;
    return unsafe(`${file.given} belongs to uid ${stats.uid}, and its folder is writable by anyone`, OWN_FOLDER);
}

;// CONCATENATED MODULE: ./src/core/credentials/irreplaceable-file.ts








function refuseIrreplaceable(file) {
    if ((0,external_node_fs_namespaceObject.lstatSync)(file.real, { throwIfNoEntry: false })?.isFile() !== true)
        return;
    try {
        (0,external_node_fs_namespaceObject.rmdirSync)(file.real);
    }
    catch (error) {
        if (errorCode(error) !== 'EPERM')
            return;
        const folder = external_node_path_default().dirname(file.real);
        const why = `it, or its folder ${folder}, is append-only or immutable (EPERM)`;
        const remedy = `Remove that attribute with \`${shellLine(['chattr', '-ia', file.real, folder])}\`. ${NOT_SENT}`;
        throw new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
    }
}
function refuseMountedFile(file) {
    if (!orUnreadable(file.given, () => isMountPoint(file.real)))
        return;
    const folder = external_node_path_default().dirname(file.real);
    const lines = [
        `docker run and compose: HOST_FOLDER:${folder}`,
        `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
    ].join('; ');
    const waiting = waitingNote(file);
    const first = waiting === '' ? '' : 'First copy those tokens out of this container. ';
    throw new RefreshError('creds-not-writable', `${file.given} is mounted by itself, so its lock and new tokens would stay in this container${waiting}`, `${first}Mount the folder of the file instead (${lines}). ${NOT_SENT}`);
}

;// CONCATENATED MODULE: ./src/core/locks/own-lock.ts












const own_lock_RENEW_EVERY_MS = 2000;
const LOCK_PREFIX = 'lock';
const OWNER_RECORD = 'owner.json';
const NONCE = /^[\da-f]{16}$/;
const UNKNOWN = 'unknown';
class FileLock {
    lockPath;
    nonce;
    #renewal = setInterval(() => {
        this.#renew();
    }, own_lock_RENEW_EVERY_MS).unref();
    constructor(lockPath, nonce) {
        this.lockPath = lockPath;
        this.nonce = nonce;
    }
    static tryTake(folder, watch) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex');
        if (tryMake(folder, lockPath, nonce))
            return new FileLock(lockPath, nonce);
        const holder = readHolder(lockPath);
        if (isAbandoned(lockPath, holder.identity, watch))
            removeAbandoned(folder, holder, watch);
        return holder;
    }
    isHeld() {
        return readHolder(this.lockPath).nonce === this.nonce;
    }
    release() {
        clearInterval(this.#renewal);
        or_null_orNull(() => {
            if (this.isHeld())
                removeRecordAndFolder(this.lockPath);
        });
    }
    #renew() {
        const now = new Date();
        if (or_null_orNull(() => this.isHeld()) === false)
            return;
        or_null_orNull(() => {
            (0,external_node_fs_namespaceObject.utimesSync)(this.lockPath, now, now);
        });
    }
}
function findHolder(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    return namesIn(lockPath).length === 0 ? null : { path: lockPath, ...readHolder(lockPath) };
}
function refuseEntryAtLock(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    if (lstatSync(lockPath, { throwIfNoEntry: false })?.isDirectory() === false)
        throw lockInTheWay(lockPath);
}
function sweepLocks(folder) {
    for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
        removeIfPossible(folder.at(name));
    }
}
function tryMake(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(stage, { mode: 0o700 });
        const record = JSON.stringify({ nonce, ...ownIdentity() });
        (0,external_node_fs_namespaceObject.writeFileSync)(external_node_path_default().join(stage, OWNER_RECORD), record, { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_namespaceObject.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        removeIfPossible(stage);
        const code = errorCode(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        if (code === 'ENOTDIR')
            throw lockInTheWay(lockPath);
        throw not_writable_notWritable('cannot lock the credentials file', error);
    }
}
function lockInTheWay(lockPath) {
    return inTheWay(lockPath, '`clr` needs a folder there as its lock');
}
function readHolder(lockPath) {
    const file = external_node_path_default().join(lockPath, OWNER_RECORD);
    const record = json_parseJson(orUnreadable(file, () => readTextIfExists(file), 'it says who holds the lock') ?? '');
    const nonce = json_isJsonObject(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: parseIdentity(record) };
}
function isAbandoned(entry, identity, watch) {
    const alive = identity === null ? 'unknown' : isAlive(identity);
    return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry));
}
function removeAbandoned(folder, { nonce }, watch) {
    const lockPath = folder.at(LOCK_PREFIX);
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    if (!tryMark(mark, watch))
        return;
    or_null_orNull(() => {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,external_node_fs_namespaceObject.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`));
        else
            removeRecordAndFolder(lockPath);
    });
    removeIfPossible(mark);
}
function tryMark(mark, watch) {
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(mark, JSON.stringify(ownIdentity()), { flag: 'wx', mode: 0o600 });
        return true;
    }
    catch {
        const maker = parseIdentity(json_parseJson(readTextOrEmpty(mark)));
        if (isAbandoned(mark, maker, watch))
            removeIfPossible(mark);
        return false;
    }
}
function removeRecordAndFolder(lockPath) {
    (0,external_node_fs_namespaceObject.unlinkSync)(external_node_path_default().join(lockPath, OWNER_RECORD));
    (0,external_node_fs_namespaceObject.rmdirSync)(lockPath);
}

;// CONCATENATED MODULE: ./src/core/locks/wait-for-turn.ts




const RETRY_EVERY_MS = 40;
function reportWaiting(log) {
    return holder => log.activity?.({ kind: 'waiting', holder });
}
async function waitForTurn({ deadline, cancel, onWait }, describeHolder) {
    if (cancel.aborted)
        throw new RefreshError('cancelled', `stopped while waiting for a lock; ${NOT_SENT_HERE}`);
    if (deadline.hasPassed()) {
        throw new RefreshError('locked', `the time limit passed while ${describeHolder()} held the lock; ${NOT_SENT_HERE}`);
    }
    onWait?.(describeHolder);
    await (0,promises_namespaceObject.setTimeout)(Math.min(RETRY_EVERY_MS, deadline.remainingMs()));
}
function describeRun(identity) {
    const owner = identity === null ? null : { pid: identity.pid, isElsewhere: isElsewhere(identity) };
    return describeHolder('another run of clr-refresh', owner);
}
function describeSession(lock) {
    return describeHolder('a session of `claude`', ownerOf(lock));
}
function describeHolder(who, owner) {
    if (owner === null)
        return who;
    return owner.isElsewhere ? `${who} in another container or on another machine` : `${who} (pid ${owner.pid})`;
}
function isElsewhere({ bootId, pidNamespace }) {
    const own = ownIdentity();
    return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace);
}
function isOther(theirs, ours) {
    return theirs !== null && ours !== null && theirs !== ours;
}

;// CONCATENATED MODULE: ./src/core/locks/take-own-lock.ts







async function takeOwnLock(file, patience, watch) {
    const openFolder = workFolderOpener(file);
    for (;;) {
        const folder = openFolder();
        try {
            const own = tryTakeOwn(folder, watch);
            if (own instanceof FileLock)
                return { own, folder };
            await waitForTurn(patience, () => describeRun(own.identity));
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
}
function workFolderOpener(file, open = (at) => WorkFolder.openAt(at)) {
    refuseMountedFile(file);
    const objection = orUnreadable(file.given, () => whyOthersMayWrite(file) ?? whyOthersMayMoveLink(file));
    if (objection === null)
        refuseIrreplaceable(file);
    return () => openUnless(objection, () => open(workFolderPath(file)));
}
function openUnless(objection, open) {
    if (objection === null)
        return open();
    const folder = or_null_orNull(open);
    if (folder?.keepsModes === false)
        return folder;
    folder?.close();
    throw objection;
}
function tryTakeOwn(folder, watch) {
    const own = FileLock.tryTake(folder, watch);
    if (!(own instanceof FileLock))
        return own;
    try {
        folder.hideFromGit();
        return own;
    }
    catch (error) {
        own.release();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/core/locks/locks.ts











async function whileLocked(file, patience, work) {
    const watch = new LockWatch();
    const { own, folder } = await takeOwnLock(file, patience, watch).catch((error) => {
        throw withWaitingNote(file, error);
    });
    const cli = new CliLocks(folder, watch);
    let movedTo;
    try {
        removeLocksOfKilledRun(folder);
        await takeCliLocks(file, patience, cli);
        movedTo = findIfMoved(file);
        if (movedTo === null) {
            const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings];
            const check = () => {
                if (own.isHeld() && !cli.isLost())
                    return;
                throw new RefreshError('locked', `another process took over the lock while this machine or this run was suspended; ${NOT_SENT_HERE}`);
            };
            return await work({ file, folder, warnings, check });
        }
    }
    finally {
        cli.release();
        own.release();
        folder.close();
    }
    return whileLocked(movedTo, patience, work);
}
function withWaitingNote(file, error) {
    if (!(error instanceof RefreshError) || error.reason !== 'creds-not-writable')
        return error;
    const note = or_null_orNull(() => waitingNote(file)) ?? '';
    return error.message.includes(note) ? error : new RefreshError(error.reason, `${error.message}${note}`, error.remedy);
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
function noModesWarning({ real }) {
    return `the file system of ${external_node_path_default().dirname(real)} does not support file permissions, so other users of this machine may be able to read the login there`;
}

;// CONCATENATED MODULE: ./src/core/claude/keychain.ts









const keychain_CLI_FILE_NAME = '.credentials.json';
const SERVICE = 'Claude Code-credentials';
const keychain_TIMEOUT_MS = 10_000;
function refuseFileBesideKeychain(file, environment, log) {
    if (process.platform !== 'darwin')
        return;
    for (const { service, status } of itemsInPlaceOf(file, environment)) {
        if (status === 0)
            throw staleFileError(file, service);
        if (status === NO_SUCH_ITEM)
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
    return new RefreshError('usage', `the Keychain has a login ("${service}"), which \`claude\` uses instead of ${given}; the refresh token in the file may be used up`, `Name a file with a login of its own with \`--creds\`. ${NOT_SENT}`);
}
function servicesOf({ real }, { CLAUDE_CONFIG_DIR: chosen = '' }) {
    const folders = [
        [SERVICE, or_null_orNull(() => external_node_path_default().join((0,external_node_os_namespaceObject.homedir)(), '.claude')) ?? ''],
        [`${SERVICE}-${suffixOf(chosen)}`, chosen]
    ];
    const isIn = (folder) => folder !== '' && (isSameFile(external_node_path_default().join(folder, keychain_CLI_FILE_NAME), real) || isNewFileIn(folder, real));
    return folders.filter(([, folder]) => isIn(folder)).map(([service]) => service);
}
function suffixOf(folder) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8);
}
function isNewFileIn(folder, file) {
    return !(0,external_node_fs_namespaceObject.existsSync)(file) && external_node_path_default().basename(file) === keychain_CLI_FILE_NAME && isSameFile(folder, external_node_path_default().dirname(file));
}
function isSameFile(one, other) {
    const [a, b] = [one, other].map(file => or_null_orNull(() => (0,external_node_fs_namespaceObject.statSync)(file, { bigint: true })));
    return a != null && a.ino === b?.ino && a.dev === b.dev;
}
function statusOfItem(service, caller) {
    const PATH = [...absoluteEntries(caller.PATH), '/usr/bin'].join((external_node_path_default()).delimiter);
    const env = { ...allowedVariables(caller), PATH, HOME: caller.HOME };
    const args = ['find-generic-password', '-a', accountOf(caller), '-s', service];
    return (0,external_node_child_process_namespaceObject.spawnSync)('security', args, { env, stdio: 'ignore', timeout: keychain_TIMEOUT_MS }).status;
}
function accountOf({ USER = '' }) {
    return USER === '' ? (or_null_orNull(() => (0,external_node_os_namespaceObject.userInfo)().username) ?? 'claude-code-user') : USER;
}

;// CONCATENATED MODULE: ./src/core/locks/store-lock.ts








const STORE_PATIENCE_MS = 15_000;
const ABANDONED_AFTER_PART = 0.9;
const store_lock_RETRY_EVERY_MS = 10;
function refuseStoreThatCannotBeLocked(file) {
    for (const lockPath of storeLockPaths(file)) {
        try {
            if (!isForeign({ path: lockPath, configFolder: external_node_path_default().dirname(lockPath) }))
                refuseObstacle(lockPath);
        }
        catch (error) {
            throw error instanceof RefreshError ? error : not_writable_notWritable(`cannot look at the lock ${lockPath}`, error);
        }
    }
}
async function whileStoreLocked({ file, folder }, write, patienceMs = STORE_PATIENCE_MS) {
    const untilMs = external_node_perf_hooks_namespaceObject.performance.now() + patienceMs;
    const taken = [];
    try {
        for (const lockPath of storeLockPaths(file)) {
            if (await take(lockPath, folder, { patienceMs, untilMs }))
                taken.push(lockPath);
        }
        return write();
    }
    finally {
        for (const lockPath of taken)
            removeLock(lockPath);
    }
}
async function take(lockPath, folder, { patienceMs, untilMs }) {
    const watch = new LockWatch();
    try {
        while (!makeRecordedLock(lockPath, folder)) {
            if (describeObstacle(lockPath) !== null)
                return false;
            const unrenewedMs = watch.look(lockPath);
            if (external_node_perf_hooks_namespaceObject.performance.now() > untilMs) {
                if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART)
                    return false;
                removeLock(lockPath);
                return makeRecordedLock(lockPath, folder);
            }
            await (0,promises_namespaceObject.setTimeout)(store_lock_RETRY_EVERY_MS);
        }
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/core/rejections.ts












const rejections_MINUTE_MS = 60_000;
const rejections_HOUR_MS = 60 * rejections_MINUTE_MS;
const FIRST_WAIT_MS = rejections_HOUR_MS;
const LONGEST_WAIT_MS = 24 * rejections_HOUR_MS;
const MAX_RECORD_BYTES = 4096;
const MAX_TIME_MS = 8.64e15;
function readRejection(folder, pair, nowMs = Date.now()) {
    return parseRecord(readRecord(folder) ?? '', fingerprint(pair), nowMs);
}
function rememberRejection(folder, { pair, message }, atMs = Date.now()) {
    const record = recordAfter(folder, { pair, message }, atMs);
    or_null_orNull(() => {
        if (record !== null && hasOneUser(folder))
            folder.writeRecord(work_folder_REJECTION_RECORD, record);
    });
}
function recordAfter(folder, { pair, message }, atMs) {
    const before = parseRecord(readText(folder) ?? '', pair, atMs);
    if (before !== null && before.nextTryAtMs > atMs)
        return null;
    const first = before ?? { message, firstAtMs: atMs, count: 0 };
    return {
        pair,
        message: first.message,
        firstAtMs: Math.min(first.firstAtMs, atMs),
        lastAtMs: atMs,
        count: first.count + 1
    };
}
function hasOneUser({ path: workFolder, keepsModes }) {
    const { uid, mode } = (0,external_node_fs_namespaceObject.statSync)(external_node_path_default().dirname(workFolder));
    const isSticky = (mode & 0o1000) !== 0;
    if (isSticky || !keepsModes)
        return true;
    return uid === process.geteuid?.() && (uid !== 0 || (mode & 0o022) === 0);
}
function forgetRejection(folder) {
    removeIfPossible(folder.at(work_folder_REJECTION_RECORD));
}
function forgetOtherRejection(folder, pair) {
    const text = readText(folder);
    if (text !== null && parseRecord(text, fingerprint_fingerprint(pair), Date.now()) === null)
        forgetRejection(folder);
}
function refuseRejected(folder, pair, nowMs = Date.now()) {
    refuseByRecord(folder, parseRecord(readText(folder) ?? '', fingerprint_fingerprint(pair), nowMs), nowMs);
}
function refuseJustRejected(folder, { pair, message }, atMs) {
    const record = orNull(() => hasOneUser(folder)) === true ? recordAfter(folder, { pair, message }, atMs) : null;
    const nowMs = Date.now();
    if (record !== null)
        refuseByRecord(folder, parseRecord(JSON.stringify(record), pair, nowMs), nowMs);
}
function refuseByRecord(folder, rejection, nowMs) {
    if (rejection === null || rejection.nextTryAtMs <= nowMs)
        return;
    const next = `${NOT_SENT_HERE}, and ${noTryBefore(rejection, nowMs)}`;
    const record = folder.at(work_folder_REJECTION_RECORD);
    const remedy = `${outcomeOf('login-rejected').remedy} To try the same login before then, delete ${record} and run it again.`;
    throw new RefreshError('login-rejected', `${rejection.message}; ${rejectedSince(rejection, nowMs)}; ${next}`, remedy);
}
function rejectedSince({ firstAtMs, count }, nowMs) {
    const times = count === 1 ? '' : `, ${count} times so far`;
    return `rejected since ${describeMoment(firstAtMs, nowMs)}${times}`;
}
function noTryBefore({ nextTryAtMs }, nowMs) {
    const minuteMs = Math.ceil(nextTryAtMs / rejections_MINUTE_MS) * rejections_MINUTE_MS;
    return `no run tries it again before ${utcMinute(minuteMs)} UTC (${inTime(nextTryAtMs - nowMs)})`;
}
function readText(folder) {
    return or_null_orNull(() => readRecord(folder));
}
function readRecord(folder) {
    try {
        return readRegularFile(folder.at(work_folder_REJECTION_RECORD), MAX_RECORD_BYTES).bytes.toString('utf8');
    }
    catch (error) {
        if (NO_RECORD.includes(errorCode(error)))
            return null;
        throw error;
    }
}
const NO_RECORD = ['ENOENT', 'ENOTDIR', 'ELOOP', 'not a regular file', 'EFBIG'];
function parseRecord(text, pair, nowMs) {
    const record = json_parseJson(text);
    if (!json_isJsonObject(record) || record.pair !== pair)
        return null;
    const { message, firstAtMs, lastAtMs, count } = record;
    if (typeof message !== 'string' || message === '' || !isTime(firstAtMs) || !isTime(lastAtMs))
        return null;
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
        return null;
    const nextTryAtMs = nextTryAfter(lastAtMs, count, nowMs);
    return { message: safeLine(message), firstAtMs, lastAtMs, count, nextTryAtMs };
}
function nextTryAfter(lastAtMs, count, nowMs) {
    const nextTryAtMs = lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** (count - 1), LONGEST_WAIT_MS);
    return nextTryAtMs - nowMs > LONGEST_WAIT_MS ? nowMs : nextTryAtMs;
}
function isTime(value) {
    return typeof value === 'number' && value >= 0 && value <= MAX_TIME_MS;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(975);
;// CONCATENATED MODULE: ./src/core/write-back/composition.ts








class AnotherLogin extends RefreshError {
}
function composerFor(file, newPair, before) {
    let last = null;
    return () => {
        const existing = readTextIfExists(file.real) ?? '';
        if (last?.existing !== existing)
            last = { existing, composition: compose(existing) };
        return last.composition;
    };
    function compose(text) {
        const document = json_parseJson(text);
        const existing = json_isJsonObject(document) ? document : {};
        if (isAnotherLogin(existing, newPair)) {
            throw new AnotherLogin('write-back-failed', `another login was written to ${file.given} during this run, and was kept`);
        }
        const login = loginOrNull(merge(existing, newPair, before));
        if (login?.refreshToken != null)
            return { credentials: login, text: JSON.stringify(login.document) };
        throw new RefreshError('write-back-failed', 'the new tokens, together with the other content of the file, are not a usable login');
    }
}
function isAnotherLogin(existing, newPair) {
    const login = loginOrNull(existing);
    if (login === null || !isUsable(login) || isRemnant(login, newPair))
        return false;
    return fingerprint_fingerprint(login) !== newPair.from && login.refreshToken !== newPair.refreshToken;
}
function isRemnant({ accessToken, refreshToken }, newPair) {
    return refreshToken === null && (isAccessTokenOf(accessToken, newPair.from) || accessToken === newPair.accessToken);
}
function merge(existing, { fields, isNewLogin }, before) {
    const document = Object.keys(existing).length > 0 ? existing : before;
    if (isNewLogin === true)
        return { ...document, claudeAiOauth: fields };
    const old = fieldsOrEmpty(before);
    const now = fieldsOrEmpty(existing);
    const isBlanked = now.accessToken === '' && now.refreshToken === '';
    const changed = Object.entries(fields).filter(([name, value]) => !(0,external_node_util_.isDeepStrictEqual)(value, old[name]));
    const login = { ...old, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) };
    return { ...document, claudeAiOauth: login };
}
function fieldsOrEmpty({ claudeAiOauth: fields }) {
    return json_isJsonObject(fields) ? fields : {};
}
function withoutBlanks(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));
}
const ROOM_FOR_LOGIN_BYTES = 16 * 1024;
const MAX_GROWTH = 6;
function refuseTooLarge(file, { document, stats }) {
    const room = MAX_CREDENTIALS_BYTES - ROOM_FOR_LOGIN_BYTES;
    if (stats.size * MAX_GROWTH <= room || Buffer.byteLength(JSON.stringify(document)) <= room)
        return;
    const what = `${file.given} is too large: with new tokens it would have more than ${MAX_CREDENTIALS_SIZE}`;
    throw new RefreshError('creds-invalid', what, `Remove everything except the login from it. ${NOT_SENT}`);
}

;// CONCATENATED MODULE: ./src/core/refuse-unsafe.ts




function refuseUnsafe({ file, folder, environment, log }, login) {
    refuseTooLarge(file, login);
    refuseStoreThatCannotBeLocked(file);
    refuseFileBesideKeychain(file, environment, log);
    refuseRejected(folder, login);
}

;// CONCATENATED MODULE: ./src/core/write-back/lineage.ts






const lineage_RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(lineage_RECORD);
    const record = json_parseJson(orUnreadable(file, () => readTextIfExists(file)) ?? '');
    if (!json_isJsonObject(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const pairs = lineage?.pairs ?? [];
    const from = pairs.indexOf(fingerprint(ancestor));
    return from >= 0 && pairs.indexOf(fingerprint(pair)) > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    folder.writeRecord(lineage_RECORD, { isFileMade, pairs: pairs.slice(-MAX_PAIRS) });
}
function addToLineage(folder, newPair) {
    const added = fingerprint_fingerprint(newPair);
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
    return folder.names().every(name => name === lineage_RECORD || name === REJECTION_RECORD);
}
function removeLineage(folder) {
    rmSync(folder.at(lineage_RECORD), { force: true });
}

;// CONCATENATED MODULE: ./src/core/write-back/new-file.ts





function makeFoldersFor(given) {
    const folder = path.dirname(given);
    try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return { given, real: path.join(realpathSync(folder), path.basename(given)) };
    }
    catch (error) {
        throw notWritable(`cannot create the folder ${folder}`, error);
    }
}
function makeFile({ file, folder }, document) {
    const staged = folder.newReplacementPath();
    try {
        writeToDisk(staged, JSON.stringify(document));
        return takeName(staged, file.real);
    }
    catch (error) {
        throw not_writable_notWritable(`cannot create ${file.given}`, error);
    }
    finally {
        (0,external_node_fs_namespaceObject.rmSync)(staged, { force: true });
    }
}
function takeName(staged, name) {
    try {
        (0,external_node_fs_namespaceObject.linkSync)(staged, name);
        return true;
    }
    catch (error) {
        const code = errorCode(error);
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        (0,external_node_fs_namespaceObject.renameSync)(staged, name);
        return true;
    }
}

;// CONCATENATED MODULE: ./src/core/write-back/replaceable-file.ts




function statReplaceable(file, fs) {
    const fd = openEvenIfReadOnly(file, fs);
    try {
        const stats = fs.fstatSync(fd);
        if (!stats.isFile())
            throw cannotReplace(file, 'it is no longer a regular file');
        if (stats.nlink === 1)
            return stats;
        const why = `it has ${stats.nlink} hard links, and the other names would keep the old tokens`;
        throw cannotReplace(file, why, `Replace it with a copy that has no other links: ${copyLine(file.real)}. ${NOT_SENT}`);
    }
    finally {
        fs.closeSync(fd);
    }
}
function copyLine(file) {
    const make = shellLine(['mktemp', `${file}.XXXXXX`]);
    return `\`copy=$(${make}) && ${shellLine(['cp', '-p', file])} "$copy" && mv "$copy" ${shellLine([file])}\``;
}
function cannotReplace(file, why, remedy) {
    return new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
}
const SAFELY = (external_node_fs_default()).constants.O_NOFOLLOW | (external_node_fs_default()).constants.O_NONBLOCK;
function openEvenIfReadOnly(file, fs) {
    try {
        return fs.openSync(file.real, (external_node_fs_default()).constants.O_RDWR | SAFELY);
    }
    catch (error) {
        if (errorCode(error) !== 'EACCES')
            throw error;
        return fs.openSync(file.real, (external_node_fs_default()).constants.O_RDONLY | SAFELY);
    }
}

;// CONCATENATED MODULE: ./src/core/write-back/replacement.ts







const MAX_WRITES = 5;
const SPARE_BYTES = 16 * 1024;
function privateAttributes() {
    return { mode: 0o600, uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
}
class Replacement {
    file;
    temporaryPath;
    options;
    #fd = null;
    #written = null;
    #fs;
    constructor(file, temporaryPath, options = {}) {
        this.file = file;
        this.temporaryPath = temporaryPath;
        this.options = options;
        this.#fs = options.fs ?? (external_node_fs_default());
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
            const stats = statReplaceable(this.file, this.#fs);
            this.#fd = this.#fs.openSync(this.temporaryPath, 'wx', 0o600);
            this.#allocate(this.#fd, this.options.like ?? stats, stats.size + SPARE_BYTES);
            return this.#fd;
        }
        catch (error) {
            if (this.#fd !== null)
                this.discard();
            if (error instanceof RefreshError)
                throw error;
            throw not_writable_notWritable(`cannot replace ${this.file.given}`, error);
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
            if (errorCode(error) !== 'EPERM')
                throw error;
            const why = `this user may not give a new file to the owner of the old one (uid ${uid}, gid ${gid}; EPERM)`;
            throw cannotReplace(this.file, why, `Make the file your own with \`chown\`, or run as its owner. ${NOT_SENT}`);
        }
    }
    commit(compose) {
        const content = this.settle(compose);
        this.#close();
        this.#fs.renameSync(this.temporaryPath, this.file.real);
        syncToDisk(external_node_path_default().dirname(this.file.real), this.#fs);
        return content;
    }
    settle(compose) {
        const fd = this.#reserve();
        let written = null;
        for (let writes = 0;; writes += 1) {
            const content = compose();
            if (content.text === this.#written)
                return content;
            if (writes === MAX_WRITES && written !== null)
                return written;
            this.#write(fd, content.text);
            written = content;
        }
    }
    #write(fd, text) {
        const bytes = Buffer.from(text);
        this.#written = null;
        writeAll(this.#fs, fd, bytes);
        this.#fs.ftruncateSync(fd, bytes.length);
        this.#fs.fsyncSync(fd);
        this.#written = text;
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
function writeAll(fs, fd, bytes) {
    for (let offset = 0; offset < bytes.length;)
        offset += fs.writeSync(fd, bytes, offset, bytes.length - offset, offset);
}

;// CONCATENATED MODULE: ./src/core/write-back/write-back.ts











async function writeBack(destination, newPair, before) {
    const { file, replacement, keepSafe, storePatienceMs } = destination;
    const compose = composerFor(file, newPair, before);
    try {
        replacement.settle(compose);
        const commit = () => {
            const written = replacement.commit(compose);
            return replaceIfMoved(file, newPair, before) ?? written;
        };
        return (await whileStoreLocked(destination, commit, storePatienceMs)).credentials;
    }
    catch (error) {
        const why = error instanceof RefreshError ? error.message : `cannot replace ${file.given}: ${explainSystemError(error)}`;
        const path = keepSafe(merge({}, newPair, before));
        const remedy = error instanceof AnotherLogin ? chooseLogin(file, path) : undefined;
        throw new RefreshError('write-back-failed', `${why}; the new tokens are safe in ${path}`, remedy);
    }
}
function chooseLogin(file, path) {
    const put = `put its login into the file ${withCommand(fromFileCommand(file.given, path))}`;
    return `Keep one of the two logins: delete ${path}, or ${put}.`;
}
function replaceIfMoved(file, newPair, before) {
    const moved = findIfMoved(file);
    if (moved === null || !holdsOldPair(moved, newPair))
        return null;
    const folder = WorkFolder.open(moved);
    const replacement = new Replacement(moved, folder.newReplacementPath());
    try {
        return replacement.commit(composerFor(moved, newPair, before));
    }
    finally {
        replacement.discard();
        folder.close();
    }
}
function holdsOldPair(file, { from }) {
    const login = readGoodLogin(file);
    const isOurs = login?.stats.uid === process.geteuid?.() && whyOthersMayWrite(file) === null;
    return login !== null && isOurs && fingerprint_fingerprint(login) === from;
}

;// CONCATENATED MODULE: ./src/core/recovery/put-back.ts











async function putBack({ file, folder }, { newPair, otherKeys, path, replacementPath, keepSafe }) {
    const place = { file, folder };
    if (newPair.isNewLogin === true && isMissing(file)) {
        const document = { ...otherKeys, claudeAiOauth: newPair.fields };
        const isMade = orWaiting(path, () => makeFile(place, document));
        return isMade ? credentialsOf(newPair) : 'another-login';
    }
    const login = readGoodLogin(file);
    const outlook = outlookFor(newPair, login);
    if (outlook !== 'put-back')
        return outlook;
    const existing = login === null || isRemnant(login, newPair) ? null : login;
    const replacement = orWaiting(path, () => Replacement.reserve(file, replacementPath));
    try {
        return await writeBack({ ...place, replacement, keepSafe }, newPair, existing?.document ?? otherKeys);
    }
    finally {
        replacement.discard();
    }
}
function outlookFor(newPair, login) {
    if (login === null || isRemnant(login, newPair))
        return 'put-back';
    if (fingerprint_fingerprint(login) === fingerprint_fingerprint(newPair))
        return 'in-file';
    return fingerprint_fingerprint(login) === newPair.from ? 'put-back' : 'another-login';
}
function orWaiting(pairPath, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof RefreshError))
            throw error;
        const where = `the new tokens of an interrupted run are still in ${pairPath()}`;
        const remedy = `${withoutTokenNote(error.remedy)} The next run then puts those tokens into the file.`;
        throw new RefreshError('write-back-failed', `${error.message}; ${where}`, remedy);
    }
}
function isMissing({ real }) {
    return orUnreadable(real, () => unlessMissing(() => (0,external_node_fs_namespaceObject.lstatSync)(real))) === null;
}
function otherKeysOf(document) {
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'));
}

;// CONCATENATED MODULE: ./src/core/recovery/rescue-file.ts







const RESCUE_NAME = /^rescue-(login-)?[\dTZ]+-([\da-f]{64})\.json$/;
function rescue(folder, document, { from, isSignIn = false }) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const path = folder.at(`${RESCUE_PREFIX}${isSignIn ? 'login-' : ''}${stamp}-${from}.json`);
    writeToDisk(path, JSON.stringify(document));
    syncToDisk(folder.path);
    return { path, from, isNewLogin: isSignIn };
}
function keepSafe(folder, home, document) {
    try {
        return rescue(folder, document, home.origin).path;
    }
    catch {
        home.keep();
        return pairPathIn(home, home.origin);
    }
}
function readRescue({ path, from, isNewLogin }) {
    const document = json_parseJson(readTextIfExists(path) ?? '');
    if (!json_isJsonObject(document))
        return null;
    const newPair = newPairIn(document.claudeAiOauth, from);
    return newPair === null ? null : { newPair: { ...newPair, isNewLogin }, otherKeys: otherKeysOf(document) };
}
function rescuesIn(folder) {
    return folder.names().flatMap(name => {
        const [, login, from] = RESCUE_NAME.exec(name) ?? [];
        return from === undefined ? [] : [{ path: folder.at(name), from, isNewLogin: login !== undefined }];
    });
}

;// CONCATENATED MODULE: ./src/core/recovery/abandoned-home.ts
















const ABANDONED_GRACE_MS = 5000;
const SIGN_IN_LIMIT_MS = 3_600_000;
async function recoverHome(task, path) {
    const { file, folder, insist, onSentBefore } = task;
    const home = IsolatedHome.adopt(path);
    if (home.owner !== null && isAlive(home.owner) === 'yes')
        return null;
    await endAbandonedClaude(home, insist);
    const judgement = home.judge();
    let recovered = null;
    if (judgement.kind === 'pair') {
        addToLineage(folder, judgement.newPair);
        recovered = await putBackFrom(home, judgement.newPair, task);
    }
    else if (home.owner !== null) {
        if (isSignInElsewhere(home))
            return null;
        const { isSent, rejection } = useOfToken(home, judgement);
        if ((isSent || rejection !== null) && isInFile(file, home.origin.from)) {
            if (rejection !== null)
                rememberRejection(folder, rejection, rejection.atMs);
            if (isSent)
                onSentBefore?.();
        }
    }
    await home.remove();
    return recovered;
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
function useOfToken(home, { kind }) {
    const rejection = { pair: home.origin.from, message: meaningOfBlanked(), atMs: blankedAtMs(home) };
    return { isSent: mayHaveSent(home), rejection: kind === 'blanked' ? rejection : null };
}
function isSignInElsewhere(home) {
    const { owner, origin } = home;
    const mayBeAlive = owner !== null && isAlive(owner) === 'unknown';
    return origin.isSignIn === true && mayBeAlive && unchangedMs(home) < SIGN_IN_LIMIT_MS;
}
function unchangedMs({ path, configFolder, credentialsPath }) {
    const times = [path, configFolder, credentialsPath].map(entry => statIfAny(entry)?.mtimeMs ?? 0);
    return Date.now() - Math.max(...times);
}
function blankedAtMs({ credentialsPath }) {
    const nowMs = Date.now();
    return Math.min(nowMs, Math.floor(statIfAny(credentialsPath)?.mtimeMs ?? nowMs));
}
function isInFile(file, pair) {
    const login = readGoodLogin(file);
    return login !== null && fingerprint_fingerprint(login) === pair;
}
function mayHaveSent(home) {
    if (isWrittenBack(home) || isSeedLockIn(home.path, home.claudeRecord))
        return false;
    const { debug, stdout, stderr } = home.logs;
    const tokenUse = failureSignIn([debug, stdout, stderr].map(readTextOrEmpty).join('\n'))?.tokenUse;
    return tokenUse !== 'not-sent' && tokenUse !== 'not-used';
}
async function putBackFrom(home, newPair, target) {
    const rescuePair = () => keepSafe(target.folder, home, { claudeAiOauth: newPair.fields });
    if (home.owner === null) {
        rescuePair();
        return null;
    }
    const result = await putBack(target, {
        newPair,
        otherKeys: otherKeysOf(replacementDocumentIn(home)),
        path: () => pairPathIn(home, home.origin),
        replacementPath: home.newReplacementPath(),
        keepSafe: document => keepSafe(target.folder, home, document)
    });
    const isOutdated = home.origin.isSignIn !== true && isWrittenBack(home);
    if (result === 'another-login' && !isOutdated)
        rescuePair();
    return typeof result === 'string' ? null : result;
}

;// CONCATENATED MODULE: ./src/core/recovery/trusted-entry.ts

function isTrusted(entry, { keepsModes }, uid = process.geteuid?.()) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === uid && (!keepsModes || (stats.mode & 0o077) === 0);
}

;// CONCATENATED MODULE: ./src/core/recovery/abandoned-run.ts











const LEFT_BEHIND = [REPLACEMENT_PREFIX, GONE_PREFIX];
async function recoverAbandoned(task) {
    const { folder } = task;
    let recovered = null;
    for (const home of homesIn(folder))
        recovered = (await recoverHomeAt(task, home)) ?? recovered;
    for (const rescue of rescuesIn(folder))
        recovered = (await recoverRescue(task, rescue)) ?? recovered;
    clearLeftBehind(folder);
    if (recovered !== null)
        forgetOtherRejection(folder, recovered);
    return recovered;
}
async function recoverSignIns(task) {
    const { folder } = task;
    let recovered = null;
    for (const home of homesIn(folder)) {
        if (isForSignIn(home))
            recovered = (await recoverHomeAt(task, home)) ?? recovered;
    }
    for (const rescue of rescuesIn(folder)) {
        if (rescue.isNewLogin)
            recovered = (await recoverRescue(task, rescue)) ?? recovered;
    }
    clearLeftBehind(folder);
    return recovered;
}
function hasSignInLeft(folder) {
    return rescuesIn(folder).some(({ isNewLogin }) => isNewLogin) || homesIn(folder).some(isForSignIn);
}
function homesIn(folder) {
    return folder.names().flatMap(name => (name.startsWith(HOME_PREFIX) ? [folder.at(name)] : []));
}
function isForSignIn(home) {
    return orUnreadable(home, () => readRunRecord(home))?.origin.isSignIn === true;
}
async function recoverHomeAt(task, home) {
    try {
        return isTrusted(home, task.folder) ? await recoverHome(task, home) : null;
    }
    catch (error) {
        throw unreadable(home, error);
    }
}
function clearLeftBehind(folder) {
    for (const name of folder.names()) {
        if (LEFT_BEHIND.some(prefix => name.startsWith(prefix)))
            removeIfPossible(folder.at(name));
    }
    sweepLocks(folder);
}
async function recoverRescue({ file, folder }, rescue) {
    const { path } = rescue;
    const rescued = orUnreadable(path, () => (isTrusted(path, folder) ? readRescue(rescue) : null));
    if (rescued === null)
        return null;
    addToLineage(folder, rescued.newPair);
    const pending = { ...rescued, path: () => path, replacementPath: folder.newReplacementPath(), keepSafe: () => path };
    const result = await putBack({ file, folder }, pending);
    if (result !== 'another-login')
        removeIfPossible(path);
    return typeof result === 'string' ? null : result;
}

;// CONCATENATED MODULE: ./src/core/recovery/missing-file.ts





async function findOrRecover(given, name, { insist, ...patience }) {
    const { file: found, missing } = findOrPlace(given, name);
    if (missing === null)
        return { file: found, recovered: null };
    const recovered = await whileLocked(found, patience, ({ file, folder }) => recoverSignIns({ file, folder, insist }));
    return { file: findCredentialsFile(given, name), recovered };
}
function findOrPlace(given, name) {
    try {
        return { file: findCredentialsFile(given, name), missing: null };
    }
    catch (error) {
        if (!(error instanceof RefreshError) || error.reason !== 'creds-not-found')
            throw error;
        const place = findPlace(given);
        const left = place === null ? null : WorkFolder.find(place);
        if (place === null || left === null || !hasSignInLeft(left))
            throw error;
        return { file: place, missing: error };
    }
}

;// CONCATENATED MODULE: ./src/core/report-draft.ts








class ReportDraft {
    onPhase;
    creds = null;
    claude = null;
    before = null;
    current = null;
    waiting = [];
    #startMs = external_node_perf_hooks_namespaceObject.performance.now();
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
        this.#phase = { name, startMs: external_node_perf_hooks_namespaceObject.performance.now() };
    }
    warn(...sentences) {
        this.#warnings.push(...sentences.map(safeLine));
    }
    onSentBefore = () => {
        this.#isSentBefore = true;
    };
    refreshed(after) {
        const odd = 'the new tokens are in the file, but `claude` stored an impossible expiry date with them';
        const validity = after.expiresAtMs === null ? odd : describeValidity(after);
        const now = this.#withoutWrongEnd(after, hasEnded(after.loginExpiresAtMs));
        return this.#report('refreshed', now, `refreshed ${this.creds ?? ''}: ${validity}${endNote(now)}`);
    }
    refreshedByAnother(after) {
        const now = this.#withoutWrongEnd(after, hasEnded(after.loginExpiresAtMs));
        const how = 'was refreshed by another run or `claude` session';
        return this.#report('refreshed', now, `${this.creds ?? ''} ${how}: ${describeValidity(now)}${endNote(now)}`);
    }
    recovered(after) {
        const now = this.#withoutWrongEnd(after, isEndDisproven(after));
        const what = `recovered ${this.creds ?? ''} from an interrupted run`;
        return this.#report('recovered', now, `${what}: ${describeValidity(now)}${endNote(now)}`);
    }
    stillValid(login) {
        const whyNot = whyNotUsed(login);
        if (whyNot !== null)
            this.warn(whyNot);
        const validity = `${describeValidity(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to do for ${this.creds ?? ''}: ${validity}`);
    }
    nothingToRecover(login) {
        const validity = `${describeValidity(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to recover for ${this.creds ?? ''}: ${validity}`);
    }
    ready(login, facts) {
        const by = this.claude === null ? '' : ` with claude ${this.claude.version ?? this.claude.path}`;
        const validity = `${describeTokenValidity(login)}${endNote(login)}`;
        const what = [...facts, validity, 'no token was sent, and no file was changed'].join('; ');
        return this.#report('ready', login, `ready to refresh ${this.creds ?? ''}${by}: ${what}`);
    }
    failed(error) {
        const login = this.current ?? this.before;
        const endMs = login === null ? null : endOf(login);
        const isExpired = error.reason === 'login-rejected' && endMs !== null && hasEnded(endMs);
        const report = isExpired
            ? this.#report('login-expired', login, `${error.message}; ${describeEnd(endMs)}, the date set at its sign-in`)
            : this.#report(error.reason, login, error.message);
        const isUseless = login === null || isExpired || !isUsable(login);
        return { ...report, remedy: this.#withCommand(error.remedy, isUseless) };
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
    #withoutWrongEnd(after, isWrong) {
        if (!isWrong || after.loginExpiresAtMs === null)
            return after;
        if (this.before === null || !isEndDisproven(this.before)) {
            const date = describeMoment(after.loginExpiresAtMs, Date.now());
            this.warn(`this login was refreshed after ${date}, the end date set at sign-in, so that date is wrong: the end now counts as unknown`);
        }
        return { ...after, loginExpiresAtMs: null };
    }
    #withCommand(remedy, isUseless) {
        if (this.creds === null)
            return remedy;
        return safeLine(withLoginCommand(remedy, (isUseless ? signInCommand : replaceCommand)(this.creds)));
    }
    #otherPairsNote() {
        const paths = this.waiting.map(({ path }) => path);
        const [first] = paths;
        if (first === undefined)
            return null;
        const command = withCommand(fromFileCommand(this.creds ?? '', first));
        return `tokens of another login are in ${paths.join(', ')}: delete that file, or put its login into the credentials file ${command}`;
    }
    #report(reason, now, message) {
        this.#endPhase();
        const { exitCode, remedy } = outcomeOf(reason);
        const endMs = now === null ? null : endOf(now);
        if (this.#isSentBefore && !SHOWS_IF_USED.includes(reason))
            this.warn(SENT_BEFORE);
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
            loginEndsSoon: endsWithin(endMs, LOGIN_WARNING_MS),
            elapsedMs: this.#elapsedMs,
            claude: this.claude,
            phases: this.#phases,
            warnings: this.#warnings,
            message: safeLine(exitCode === 0 || others === null ? message : `${message}; ${others}`),
            remedy
        };
    }
}
const SHOWS_IF_USED = ['refreshed', 'login-rejected', 'login-expired'];
function endNote(login) {
    const endMs = login.refreshToken === null ? null : endOf(login);
    return endMs === null ? '' : `; ${describeEnd(endMs)}`;
}
function iso(ms) {
    return ms == null ? null : new Date(ms).toISOString();
}

;// CONCATENATED MODULE: ./src/core/system/platform.ts

function refuseWindows() {
    if (process.platform === 'win32')
        throw new RefreshError('usage', 'clr-refresh runs on Linux and macOS, not on Windows');
}

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
    const isChanged = recovered === null && seen !== null && fingerprint_fingerprint(seen) !== fingerprint_fingerprint(before);
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
            rememberRejection(folder, { pair: fingerprint_fingerprint(exchange.before), message: error.message });
        throw error;
    }
}
function isFresh(login, { minValidityMs }) {
    return isGoodFor(login, Math.max(FRESH_MS, minValidityMs));
}

;// CONCATENATED MODULE: ./src/core/empty-report.ts
const NOTHING_KNOWN = {
    creds: null,
    previousExpiresAt: null,
    expiresAt: null,
    loginExpiresAt: null,
    loginEndsSoon: false,
    elapsedMs: 0,
    claude: null,
    phases: [],
    warnings: []
};

;// CONCATENATED MODULE: ./src/core/report.ts



function reportOf(reason, message, remedy = outcomeOf(reason).remedy) {
    return {
        refreshed: false,
        reason,
        exitCode: outcomeOf(reason).exitCode,
        ...NOTHING_KNOWN,
        message: safeLine(message),
        remedy
    };
}

;// CONCATENATED MODULE: ./src/core/system/rights.ts



function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,external_node_fs_namespaceObject.statSync)(external_node_path_default().dirname(real));
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
        or_null_orNull(restore);
        return null;
    }
}

;// CONCATENATED MODULE: ./src/core/user-to-act-as.ts









const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
async function userToActAs(credsPath, patience, environment) {
    const file = or_null_orNull(() => fileOrPlace(absolutePath(credsPath)));
    const owner = file && or_null_orNull(() => ownerToActFor(file.real));
    if (file === null || owner === null)
        return null;
    const programs = await programsOfClaude(owner, patience, environment);
    return or_null_orNull(() => canReachAll(owner, file, { programs, environment })) === true ? owner : null;
}
function fileOrPlace(given) {
    return findPlace(given) ?? fileOrPlace(external_node_path_default().dirname(given));
}
function canReachAll(user, { given, real }, { programs, environment }) {
    const variables = claudeVariables(environment);
    const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '');
    return succeedsAs(user, () => {
        for (const name of [given, real])
            (0,external_node_fs_namespaceObject.readdirSync)(external_node_path_default().dirname(name));
        for (const name of files)
            (0,external_node_fs_namespaceObject.closeSync)((0,external_node_fs_namespaceObject.openSync)(name, 'r'));
        for (const program of programs) {
            assertExecutable(program, user);
            if (scriptHead(program) !== '')
                assertExecutable(process.execPath, user);
        }
    });
}
async function programsOfClaude(user, patience, environment) {
    const found = await findProgram('claude', { environment, patience, user });
    if (found === null)
        return [];
    return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined);
}
function assertExecutable(program, { uid, gid }) {
    const stats = (0,external_node_fs_namespaceObject.statSync)(program);
    const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
    if ((stats.mode & bit) === 0)
        throw new Error('not executable');
}

;// CONCATENATED MODULE: ./src/cli/act-as-owner.ts



async function actAsOwner(credsPath, patience) {
    const user = await userToActAs(credsPath, patience, process.env);
    if (user === null)
        return;
    or_null_orNull(() => {
        become(user);
    });
}

;// CONCATENATED MODULE: ./src/cli/creds-option.ts

function credsOf({ creds }, environment) {
    if (creds !== undefined)
        return { text: creds, name: CREDS };
    const text = environment.CLR_CREDS ?? '';
    return text === '' ? currentAccountFile(environment) : { text, name: 'CLR_CREDS' };
}

;// CONCATENATED MODULE: ./src/cli/listed.ts
function listed(words) {
    return new Intl.ListFormat('en-GB').format(words);
}

;// CONCATENATED MODULE: ./src/cli/login-options.ts


function parseLoginOptions(values, environment) {
    const { replace, from = null, email = null, sso } = values;
    if (email === '')
        throw usage('`--email` is empty', 'Give the address of your account, or leave `--email` out.');
    const signInOption = email !== null ? '--email' : '--sso';
    if (from !== null && (email !== null || sso)) {
        throw usage(`\`--from\` and \`${signInOption}\` cannot be used together: with \`--from\` there is no sign-in`, `Leave out \`${signInOption}\`.`);
    }
    return { kind: 'login', destination: destinationOf(values, environment), replace, from, email, sso };
}
function destinationOf(values, environment) {
    const { creds, secret, repo = null, env = null, org = null } = values;
    if (secret !== undefined && creds !== undefined)
        throw usage('`--creds` and `--secret` cannot be used together', 'Store the login either in a file or in a secret.');
    if (secret !== undefined) {
        return { kind: 'secret', name: secret, repository: repo, environment: env, organization: org };
    }
    const foreign = Object.entries({ repo, env, org }).find(([, value]) => value !== null)?.[0];
    if (foreign !== undefined)
        throw usage(`\`--${foreign}\` needs \`--secret\``, 'Name the secret, too: `--secret <NAME>`.');
    const { text, name } = credsOf(values, environment);
    return { kind: 'file', credsPath: text, credsFrom: name };
}
function usage(sentence, remedy) {
    return new RefreshError('usage', sentence, remedy);
}

;// CONCATENATED MODULE: ./node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

;// CONCATENATED MODULE: ./src/cli/nearest.ts

const MAX_LENGTH = 40;
function nearest(word, candidates) {
    const typed = word.toLowerCase();
    if (typed.length > MAX_LENGTH)
        return null;
    const [only, ...others] = candidates.filter(candidate => candidate.startsWith(typed));
    if (typed.length > 1 && only !== undefined && others.length === 0)
        return only;
    return closestMatch(typed, candidates, { maxDistance: Math.ceil(typed.length / 3) }) ?? null;
}

;// CONCATENATED MODULE: ./src/cli/options.ts

const options_OPTIONS = {
    creds: { type: 'string' },
    timeout: { type: 'string' },
    'min-validity': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    secret: { type: 'string' },
    repo: { type: 'string' },
    env: { type: 'string' },
    org: { type: 'string' },
    replace: { type: 'boolean', default: false },
    from: { type: 'string' },
    email: { type: 'string' },
    sso: { type: 'boolean', default: false },
    within: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
    version: { type: 'boolean', short: 'v', default: false }
};
const PLACEHOLDERS = {
    creds: '<FILE>',
    timeout: '<SECS>',
    'min-validity': '<DURATION>',
    secret: '<NAME>',
    repo: '<OWNER/NAME>',
    env: '<NAME>',
    org: '<NAME>',
    from: '<FILE>',
    email: '<MAIL>',
    within: '<DURATION>'
};
const COMMANDS = {
    refresh: ['creds', 'timeout', 'min-validity', 'dry-run', 'trace', 'json'],
    login: ['creds', 'secret', 'repo', 'env', 'org', 'replace', 'from', 'email', 'sso'],
    status: ['within', 'json'],
    recover: ['creds', 'timeout', 'json']
};
function allCommands() {
    return Object.keys(COMMANDS).filter(isCommand);
}
function isCommand(word) {
    return Object.hasOwn(COMMANDS, word);
}
function isOptionName(word) {
    return Object.hasOwn(options_OPTIONS, word);
}
function isValued(name) {
    return Object.hasOwn(PLACEHOLDERS, name);
}
function hasOption(command, name) {
    const names = [...COMMANDS[command], 'help', 'version'];
    return names.includes(name);
}
function parseValues(args) {
    return (0,external_node_util_.parseArgs)({ args: [...args], options: options_OPTIONS, allowPositionals: true }).values;
}

;// CONCATENATED MODULE: ./src/cli/status-arguments.ts



const FILE = 'FILE';
function parseStatusArguments({ within, json }, files, environment) {
    const withinMs = parseDurationMs(within ?? '0', '`--within`');
    const given = files.map(text => ({ text, name: FILE }));
    return { kind: 'status', files: given.length > 0 ? given : [credsOf({}, environment)], withinMs, json };
}
function statusPaths({ files }) {
    return files.map(({ text, name }) => ({ given: absolutePath(text, name), name: name === FILE ? CREDS : name }));
}

;// CONCATENATED MODULE: ./src/cli/wrong-options.ts









function tokensOf(args) {
    return (0,external_node_util_.parseArgs)({ args: [...args], options: options_OPTIONS, strict: false, tokens: true }).tokens;
}
function refuseWrongOptions(args, command) {
    const seen = new Set();
    for (const token of tokensOf(args)) {
        if (token.kind !== 'option')
            continue;
        if (!isOptionName(token.name) || !hasOption(command, token.name))
            throw unknownOption(args[token.index] ?? '', command, token);
        if (seen.has(token.name))
            throw new RefreshError('usage', `\`--${token.name}\` is given more than once`, 'Give it only once.');
        seen.add(token.name);
        if (isValued(token.name))
            refuseMissingValue(token.name, token);
        else if (token.value !== undefined)
            throw new RefreshError('usage', `\`--${token.name}\` takes no value, got ${quote(token.value)}`, `Type \`--${token.name}\` without one.`);
    }
}
function noCommand(args, commands) {
    const [option] = tokensOf(args).filter(token => token.kind === 'option');
    if (option === undefined)
        return new RefreshError('usage', 'there is no command', commands);
    if (isOptionName(option.name))
        return new RefreshError('usage', 'there is no command', `${ownersOf(option.name)}${commands}`);
    const message = `\`clr\` has no option ${quote(withoutValue(args[option.index] ?? ''))}`;
    return new RefreshError('usage', message, `${suggestion(option.name, ['help', 'version'])}${commands}`);
}
function unknownOption(argument, command, { name, value }) {
    const typed = withoutValue(argument);
    const remedy = command === 'status' && name === 'creds'
        ? `Name the file without an option: \`${safeLine(shellLine(['clr', 'status', value ?? 'FILE']))}\`.`
        : `${hintFor(typed.replace(/^-+/, ''), command)}\`clr ${command} --help\` lists its options.`;
    return new RefreshError('usage', `\`clr ${command}\` has no option ${quote(typed)}`, remedy);
}
function withoutValue(argument) {
    return argument.split('=')[0] ?? '';
}
function hintFor(name, command) {
    if (isOptionName(name) && !hasOption(command, name))
        return ownersOf(name);
    return suggestion(name, [...COMMANDS[command], 'help', 'version']);
}
function ownersOf(name) {
    const owners = allCommands().filter(command => hasOption(command, name));
    return `\`--${name}\` is an option of ${listed(owners.map(owner => `\`clr ${owner}\``))}. `;
}
function suggestion(name, options) {
    const meant = nearest(name, options);
    return meant === null ? '' : `Did you mean \`--${meant}\`? `;
}
function refuseMissingValue(name, { value, inlineValue }) {
    if (inlineValue === true)
        return;
    const remedy = `Type \`--${name} ${PLACEHOLDERS[name]}\`.`;
    if (value === undefined)
        throw new RefreshError('usage', `\`--${name}\` needs a value`, remedy);
    if (!/^-./.test(value))
        return;
    const isNumber = /^-\d/.test(value);
    if (name === 'timeout' && isNumber)
        parseTimeoutSeconds(value);
    if (name === 'min-validity' && isNumber)
        parseMinValidityMs(value);
    absolutePath(value);
    const isFile = PLACEHOLDERS[name] === '<FILE>' && !isOurOption(value);
    const file = safeLine(value);
    throw new RefreshError('usage', `\`--${name}\` needs a value, but ${quote(value)} follows, which looks like an option`, isFile ? `If that is the name of a file, type \`--${name}=${file}\` or \`--${name} ./${file}\`.` : remedy);
}
function isOurOption(argument) {
    return isOptionName(/^--([^=]+)/.exec(argument)?.[1] ?? '') || ['-h', '-v'].includes(argument);
}

;// CONCATENATED MODULE: ./src/cli/arguments.ts









const WORDS = ['help', 'version'];
function parseArguments(args, environment) {
    if (args.length === 0)
        return { kind: 'help', of: 'clr', exitCode: 1 };
    const tokens = tokensOf(args);
    const [word, ...rest] = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []));
    if (word === 'help' || asksForHelp(args))
        return helpRequest(word === 'help' ? rest[0] : word);
    if (word === 'version' || tokens.some(token => token.kind === 'option' && token.name === 'version'))
        return { kind: 'version' };
    if (word === undefined)
        throw noCommand(args, listOfCommands());
    if (!isCommand(word))
        throw unknownCommand(word);
    refuseWrongOptions(args, word);
    if (rest[0] !== undefined && word !== 'status')
        throw new RefreshError('usage', `unexpected argument ${quote(rest[0])}`, 'Name the credentials file with `--creds <FILE>`.');
    return parseCommand(word, { values: parseValues(args), files: rest, environment });
}
function asksForHelp(args) {
    const end = args.indexOf('--');
    return args.slice(0, end === -1 ? args.length : end).some(argument => argument === '--help' || argument === '-h');
}
function helpRequest(word) {
    if (word === undefined || WORDS.includes(word))
        return { kind: 'help', of: 'clr', exitCode: 0 };
    if (isCommand(word))
        return { kind: 'help', of: word, exitCode: 0 };
    throw unknownCommand(word);
}
function unknownCommand(word) {
    const meant = nearest(word, [...allCommands(), ...WORDS]);
    const hint = meant === null ? '' : `Did you mean \`clr ${meant}\`? `;
    return new RefreshError('usage', `unknown command ${quote(word)}`, `${hint}${listOfCommands()}`);
}
function listOfCommands() {
    return `The commands are ${listed(allCommands())}; see \`clr --help\`.`;
}
function parseCommand(command, { values, files, environment }) {
    if (command === 'login')
        return parseLoginOptions(values, environment);
    if (command === 'status')
        return parseStatusArguments(values, files, environment);
    const { text, name } = credsOf(values, environment);
    const timeoutSeconds = timeoutSecondsOf(values, environment);
    const common = { credsPath: text, credsFrom: name, timeoutSeconds, json: values.json };
    if (command === 'recover')
        return { kind: command, ...common };
    const minValidityMs = minValidityMsOf(values, environment);
    const trace = isTraceAsked(values, environment);
    return { kind: command, ...common, minValidityMs, trace, dryRun: values['dry-run'] };
}
function wantsJson(args) {
    return args.includes('--json');
}
function remedyForArguments({ reason, remedy }, args) {
    const words = tokensOf(args).flatMap(token => (token.kind === 'positional' ? [token.value] : []));
    const usesToken = words[0] === 'refresh' || words[0] === 'recover';
    return reason === 'usage' && !usesToken && remedy === outcomeOf(reason).remedy ? '' : remedy;
}
function timeoutSecondsOf({ timeout }, environment) {
    const text = timeout === undefined ? trimmed(environment.CLR_TIMEOUT) : '';
    if (text !== '')
        return parseTimeoutSeconds(text, 'CLR_TIMEOUT');
    return parseTimeoutSeconds(timeout ?? DEFAULTS.timeout);
}
function minValidityMsOf({ 'min-validity': option }, environment) {
    const text = option === undefined ? trimmed(environment.CLR_MIN_VALIDITY) : '';
    if (text !== '')
        return parseMinValidityMs(text, 'CLR_MIN_VALIDITY');
    return parseMinValidityMs(option ?? DEFAULTS.minValidity);
}
function isTraceAsked({ trace }, environment) {
    if (trace)
        return true;
    const text = trimmed(environment.CLR_TRACE);
    if (['', '0', '1'].includes(text))
        return text === '1';
    return parseBoolean(text, 'CLR_TRACE', 'true, false, 1 or 0');
}
function trimmed(variable) {
    return (variable ?? '').trim();
}

;// CONCATENATED MODULE: ./src/core/project.ts
const PROJECT = 'https://github.com/org/clr-refresh';
const NPX = 'npx github:org/clr-refresh#v1';
const DOCS = `${PROJECT}/blob/v1/docs`;
function troubleshootingUrl(reason) {
    return `${DOCS}/troubleshooting.md#${reason}`;
}
const BY_HAND = (/* unused pure expression or super */ null && (`${PROJECT}/blob/v1/README.md#by-hand`));

;// CONCATENATED MODULE: ./src/cli/wrapped-text.ts
const BREAK = / (?=(?:[^`]*`[^`]*`)*[^`]*$)/;
function wrapped(text, columns, measure) {
    const lines = [];
    for (const word of text.split(BREAK)) {
        const last = lines.at(-1);
        if (last !== undefined && measure(`${last} ${word}`) <= columns)
            lines.splice(-1, 1, `${last} ${word}`);
        else
            lines.push(word);
    }
    return lines;
}

;// CONCATENATED MODULE: ./src/cli/messages.ts



const NAME = 'clr: ';
const INDENT = ' '.repeat(NAME.length);
const HANGING = '  ';
function layoutFor({ isTTY, columns }, measure = text => text.length) {
    return { columns: isTTY && columns > 0 ? columns : null, measure };
}
function failureText({ reason, message, remedy, notes = [] }, layout) {
    const below = [...(remedy === '' ? [] : [remedy]), ...notes].map(text => INDENT + paragraph(text, INDENT, layout));
    return [noticeText(`${reason}: ${message}`, layout), ...below, `${INDENT}More: ${troubleshootingUrl(reason)}\n`].join('');
}
function noticeText(message, layout) {
    return NAME + paragraph(message, INDENT, layout);
}
function resultText(line, layout) {
    return line.startsWith(' ') ? `${safeLine(line)}\n` : paragraph(line, HANGING, layout);
}
function paragraph(text, indent, { columns, measure }) {
    const line = safeLine(text);
    const lines = columns === null ? [line] : wrapped(line, columns - indent.length, measure);
    return `${lines.join(`\n${indent}`)}\n`;
}

;// CONCATENATED MODULE: ./src/cli/npx.ts

const NPX_NOTE = `Type \`${NPX}\` instead of \`clr\`.`;
function npxNotes(text, script = process.argv[1] ?? '') {
    return script.split('/').includes('_npx') && /`clr\s|^ *clr /m.test(text) ? [NPX_NOTE] : [];
}

;// CONCATENATED MODULE: ./src/cli/output.ts



function writeOutput(text) {
    return new Promise(resolve => {
        process.stdout.write(text, error => {
            resolve(error == null || errorCode(error) === 'EPIPE' ? null : explainSystemError(error));
        });
    });
}
async function writeResult(text, exitCode, result = '') {
    const why = await writeOutput(text);
    if (why === null)
        return exitCode;
    const what = `cannot write to standard output: ${why}`;
    say(result === '' ? what : `${what}; the result of the run was ${result}`);
    return exitCode === 0 ? 1 : exitCode;
}
function say(message) {
    process.stderr.write(noticeText(message, layoutFor(process.stderr)));
}
function sayFailure({ reason, message, remedy, notes = [] }) {
    const allNotes = [...notes, ...npxNotes(`${message} ${remedy}`)];
    process.stderr.write(failureText({ reason, message, remedy, notes: allNotes }, layoutFor(process.stderr)));
}

;// CONCATENATED MODULE: ./src/cli/signals.ts
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

;// CONCATENATED MODULE: ./src/cli/activity-text.ts
const PHASES = {
    lock: 'checking the login',
    prove: 'checking the login',
    prepare: 'checking the login',
    recover: 'looking for the tokens of an interrupted run',
    exchange: 'refreshing the login',
    'write back': 'storing the new tokens'
};
function activityText(activity, isCancelled, seconds) {
    switch (activity.kind) {
        case 'waiting':
            return isCancelled ? 'stopping' : `waiting for ${activity.holder()}, ${seconds} s`;
        case 'grace':
            return graceText(activity.cause, isCancelled, `waiting up to ${activity.graceMs / 1000} s for the refresh to finish`);
        case 'phase':
            if (!isCancelled)
                return `${PHASES[activity.phase]}, ${seconds} s`;
            return activity.phase === 'write back' ? `stopping after ${PHASES['write back']}, ${seconds} s` : 'stopping';
    }
}
function graceText(cause, isCancelled, what) {
    const state = `${cause === 'deadline' ? 'timed out' : 'stopping'}: ${what}`;
    return isCancelled || cause === 'cancelled' ? `${state}; Ctrl-C again gives up and may lose the login` : state;
}

;// CONCATENATED MODULE: ./src/cli/spinner.ts



const TICK_MS = 1000;
const NO_SPINNER = { show: () => undefined, stop: () => undefined };
function isRedrawable({ isTTY }, environment) {
    return isTTY && environment.TERM !== 'dumb' && !('CI' in environment);
}
async function startSpinner(stream, cancel) {
    const flags = external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK | external_node_fs_namespaceObject.constants.O_NOCTTY;
    const terminal = isRedrawable(stream, process.env) ? or_null_orNull(() => (0,external_node_fs_namespaceObject.openSync)(`/dev/fd/${stream.fd}`, flags)) : null;
    if (terminal === null)
        return NO_SPINNER;
    const { default: yoctoSpinner } = await __nccwpck_require__.e(/* import() */ 540).then(__nccwpck_require__.bind(__nccwpck_require__, 540));
    let activity = { kind: 'phase', phase: 'prepare' };
    let sinceMs = performance.now();
    const spinner = yoctoSpinner({ text: '', stream: withoutBlocking(stream, terminal), handleSignals: false });
    const update = () => {
        spinner.text = activityText(activity, cancel.aborted, Math.round((performance.now() - sinceMs) / 1000));
    };
    const start = () => {
        update();
        if (!spinner.isSpinning)
            spinner.start();
    };
    const updateIfShown = () => {
        if (spinner.isSpinning)
            update();
    };
    const tick = setInterval(start, TICK_MS);
    cancel.addEventListener('abort', updateIfShown);
    return {
        show: now => {
            const isNew = !isSame(now, activity);
            activity = now;
            if (!isNew)
                return;
            sinceMs = performance.now();
            if (now.kind === 'grace')
                start();
            else
                updateIfShown();
        },
        stop: () => {
            clearInterval(tick);
            cancel.removeEventListener('abort', updateIfShown);
            if (spinner.isSpinning)
                spinner.stop();
            (0,external_node_fs_namespaceObject.closeSync)(terminal);
        }
    };
}
function isSame(one, other) {
    return one.kind === other.kind && (one.kind !== 'phase' || other.kind !== 'phase' || one.phase === other.phase);
}
function withoutBlocking(stream, terminal) {
    let write = (text) => {
        or_null_orNull(() => (0,external_node_fs_namespaceObject.writeSync)(terminal, text));
        return true;
    };
    return new Proxy(stream, {
        get: (target, name) => (name === 'write' ? write : Reflect.get(target, name)),
        set: (target, name, value) => {
            if (name !== 'write')
                return Reflect.set(target, name, value);
            write = value;
            return true;
        }
    });
}

;// CONCATENATED MODULE: ./src/cli/run.ts



















async function run(args) {
    try {
        return await runRequest(parseArguments(args, process.env));
    }
    catch (error) {
        const report = error instanceof RefreshError
            ? reportOf(error.reason, error.message, remedyForArguments(error, args))
            : reportOf('internal', describeBug(error));
        return print(report, { asJson: wantsJson(args), isDryRun: false });
    }
}
async function runRequest(request) {
    switch (request.kind) {
        case 'help':
            return writeResult((await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 12, 23))).helpText(request.of), request.exitCode);
        case 'version':
            return writeResult(await versionText(), 0);
        case 'login':
            return (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 12, 23))).runLogin(request);
        case 'status': {
            const paths = statusPaths(request);
            return (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 12, 23))).runStatus(paths, request);
        }
        case 'refresh':
        case 'recover': {
            const report = await perform(request);
            return print(report, { asJson: request.json, isDryRun: request.kind === 'refresh' && request.dryRun });
        }
    }
}
async function versionText() {
    const { default: manifest } = await __nccwpck_require__.e(/* import() */ 330).then(__nccwpck_require__.t.bind(__nccwpck_require__, 330, 19));
    return `clr ${manifest.version}\n`;
}
async function perform(request) {
    const signals = cancelOnSignals();
    const startMs = performance.now();
    announcePid(request.kind);
    let spinner = NO_SPINNER;
    const log = logTo(request.kind === 'refresh' && request.trace, () => spinner);
    if (request.kind === 'refresh' && request.trace) {
        const creds = absolutePath(request.credsPath, request.credsFrom);
        await traceRun(log, { creds, timeoutSeconds: request.timeoutSeconds, environment: process.env });
        if (request.dryRun)
            log.trace(NOT_STARTED);
    }
    const deadline = Deadline.after(request.timeoutSeconds, startMs);
    const work = await workOf(request);
    if (!request.json)
        spinner = await startSpinner(process.stderr, signals.cancel);
    try {
        if (process.geteuid?.() === 0)
            await actAsOwner(request.credsPath, { deadline, cancel: signals.cancel });
        return await work({ ...signals, startMs }, log);
    }
    finally {
        spinner.stop();
    }
}
async function workOf(request) {
    if (request.kind === 'recover') {
        const { recover } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 12, 23));
        return (call, log) => recover({ ...request, ...call }, log);
    }
    if (request.dryRun) {
        const { dryRun } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 12, 23));
        const asIs = { incoming: null, findsClaude: true, environment: process.env };
        return (call, log) => dryRun({ ...request, ...call, ...asIs }, log);
    }
    return (call, log) => refresh({ ...request, ...call, environment: process.env }, log);
}
function announcePid(command) {
    if (process.env[ANNOUNCE_PID] === '1')
        process.stderr.write(`${pidLine(command, process.pid)}\n`);
}
function logTo(isTracing, spinner) {
    const write = (text) => process.stderr.write(`${text}\n`);
    return {
        trace: line => {
            if (isTracing)
                write(safeLine(line));
        },
        claudeOutput: text => {
            if (text !== '')
                write(`# claude printed:\n${text}`);
        },
        activity: now => {
            spinner().show(now);
        }
    };
}
async function print(report, { asJson, isDryRun }) {
    const { exitCode, reason, message } = report;
    const result = `${reason}: ${message}`;
    if (asJson)
        return writeResult(`${JSON.stringify(report)}\n`, exitCode, result);
    for (const warning of [...report.warnings, ...endWarnings(report)])
        say(`warning: ${warning}`);
    const took = reason === 'refreshed' ? `; took ${(report.elapsedMs / 1000).toFixed(1)} s` : '';
    if (exitCode === 0)
        return writeResult(resultText(message + took, layoutFor(process.stdout)), exitCode, result);
    const variables = report.claude === null || isDryRun ? [] : networkVariables(process.env);
    const notes = variables.length === 0 ? [] : [`Network variables passed to \`claude\`: ${variables.join(', ')}.`];
    sayFailure({ ...report, notes });
    return exitCode;
}
function endWarnings(report) {
    const warning = endWarning(report, Date.now());
    if (warning === null || report.creds === null)
        return [];
    const command = (warning.hasEnded ? signInCommand : replaceCommand)(report.creds);
    return [`${warning.sentence}: \`${command}\``];
}
function describeBug(error) {
    const place = error instanceof Error ? /\bat (\w[\w.#]*)/.exec(error.stack ?? '')?.[1] : undefined;
    return `unexpected error${place === undefined ? '' : ` in ${place}`}; ${MAY_BE_LOST}`;
}


/***/ }),

/***/ 12:
/***/ (function(module) {

module.exports = require("./others.js");

/***/ }),

/***/ 708:
/***/ (function(module) {

module.exports = require("node:process");

/***/ }),

/***/ 66:
/***/ (function(module) {

module.exports = require("node:tty");

/***/ }),

/***/ 975:
/***/ (function(module) {

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
/******/ 	!function() {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = function(queue) {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach(function(fn) { fn.r--; });
/******/ 				queue.forEach(function(fn) { fn.r-- ? fn.r++ : fn(); });
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = function(deps) { return deps.map(function(dep) {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then(function(r) {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, function(e) {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = function(fn) { fn(queue); };
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = function() {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}); };
/******/ 		__nccwpck_require__.a = function(module, body, hasAwait) {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise(function(resolve, rej) {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = function(fn) { queue && fn(queue), depQueues.forEach(fn), promise["catch"](function() {}); };
/******/ 			module.exports = promise;
/******/ 			body(function(deps) {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = function() { return currentDeps.map(function(d) {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}); }
/******/ 				var promise = new Promise(function(resolve) {
/******/ 					fn = function() { resolve(getResult); };
/******/ 					fn.r = 0;
/******/ 					var fnQueue = function(q) { q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))); };
/******/ 					currentDeps.map(function(dep) { dep[webpackQueues](fnQueue); });
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, function(err) { (err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue); });
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	!function() {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = function(module) {
/******/ 			var getter = module && module.__esModule ?
/******/ 				function() { return module['default']; } :
/******/ 				function() { return module; };
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	!function() {
/******/ 		var getProto = Object.getPrototypeOf ? function(obj) { return Object.getPrototypeOf(obj); } : function(obj) { return obj.__proto__; };
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
/******/ 				Object.getOwnPropertyNames(current).forEach(function(key) { def[key] = function() { return value[key]; }; });
/******/ 			}
/******/ 			def['default'] = function() { return value; };
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	!function() {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = function(exports, definition) {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	!function() {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = function(chunkId) {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce(function(promises, key) {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	!function() {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = function(chunkId) {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".program.js";
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	!function() {
/******/ 		__nccwpck_require__.o = function(obj, prop) { return Object.prototype.hasOwnProperty.call(obj, prop); }
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	!function() {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = function(exports) {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	!function() {
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
/******/ 		var installChunk = function(chunk) {
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
/******/ 		__nccwpck_require__.f.require = function(chunkId, promises) {
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
/******/ 	}();
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
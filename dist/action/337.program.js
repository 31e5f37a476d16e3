"use strict";
exports.id = 337;
exports.ids = [337];
exports.modules = {

/***/ 6228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openClaudeCache),
  _: () => (/* binding */ unusable)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(8701);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/system/who-else-may-write.ts
var who_else_may_write = __webpack_require__(2221);
;// CONCATENATED MODULE: ./src/action/install/tool-cache.ts






const STAGING_PREFIX = '.clr-stage-';
const STAGE_STALE_MS = 60 * 60_000;
class CachedTool {
    cache;
    name;
    constructor(cache, name) {
        this.cache = cache;
        this.name = name;
    }
    findUntrusted(version) {
        if ((0,external_node_fs_.lstatSync)(this.cache, { throwIfNoEntry: false }) === undefined)
            return null;
        let folder = (0,external_node_fs_.realpathSync)(this.cache);
        for (const name of ['', this.name, version, process.arch]) {
            folder = external_node_path_default().join(folder, name);
            const stats = (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false });
            if (stats === undefined)
                return null;
            if (!stats.isDirectory() || isWritableByOthers(stats))
                return folder;
        }
        return findUntrustedBelow(folder, folder);
    }
    find(version) {
        const folder = this.#folderOf(version);
        return (0,external_node_fs_.existsSync)(folder) && (0,external_node_fs_.existsSync)(`${folder}.complete`) ? folder : null;
    }
    async add(version, make) {
        const parent = external_node_path_default().join(this.cache, this.name);
        (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
        await sweep(parent);
        const stage = external_node_path_default().join(parent, `${STAGING_PREFIX}${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        try {
            await make(stage);
            return await this.#settle(stage, version);
        }
        finally {
            await (0,io/* rmRF */.Yz)(stage);
        }
    }
    async remove(version) {
        await (0,io/* rmRF */.Yz)(`${this.#folderOf(version)}.complete`);
        await (0,io/* rmRF */.Yz)(this.#folderOf(version));
    }
    async #settle(stage, version) {
        const folder = this.#folderOf(version);
        const found = this.find(version);
        if (found !== null)
            return found;
        await (0,io/* rmRF */.Yz)(folder);
        (0,external_node_fs_.mkdirSync)(external_node_path_default().dirname(folder), { recursive: true });
        (0,external_node_fs_.renameSync)(stage, folder);
        (0,external_node_fs_.writeFileSync)(`${folder}.complete`, '');
        return folder;
    }
    #folderOf(version) {
        return external_node_path_default().join(this.cache, this.name, version, process.arch);
    }
}
async function sweep(parent) {
    for (const name of (0,external_node_fs_.readdirSync)(parent).filter(entry => entry.startsWith(STAGING_PREFIX))) {
        const stage = external_node_path_default().join(parent, name);
        const ageMs = Date.now() - ((0,external_node_fs_.lstatSync)(stage, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        if (ageMs > STAGE_STALE_MS)
            await (0,io/* rmRF */.Yz)(stage);
    }
}
function findUntrustedBelow(folder, tool) {
    for (const entry of (0,external_node_fs_.readdirSync)(folder).map(name => external_node_path_default().join(folder, name))) {
        const stats = (0,external_node_fs_.lstatSync)(entry);
        const isTrusted = stats.isSymbolicLink() ? leadsInto(tool, entry) : !isWritableByOthers(stats);
        if (!isTrusted)
            return entry;
        const found = stats.isDirectory() ? findUntrustedBelow(entry, tool) : null;
        if (found !== null)
            return found;
    }
    return null;
}
function leadsInto(tool, link) {
    return (0,or_null/* orNull */.X)(() => (0,external_node_fs_.realpathSync)(link))?.startsWith(`${tool}${(external_node_path_default()).sep}`) === true;
}
function isWritableByOthers(stats) {
    return (0,who_else_may_write/* whoElseMayWrite */.M)(stats, process.getuid?.() ?? -1) !== null;
}

;// CONCATENATED MODULE: ./src/action/install/claude-cache.ts



function openClaudeCache(version, { RUNNER_TOOL_CACHE: root = '' }) {
    if (!external_node_path_default().isAbsolute(root))
        return { whyNot: 'RUNNER_TOOL_CACHE is not set' };
    const cache = new CachedTool(root, 'claude-code');
    try {
        const untrusted = cache.findUntrusted(version);
        return untrusted === null ? { cache, root } : { whyNot: `other users may write in the tool cache (${untrusted})` };
    }
    catch (error) {
        return unusable(root, error);
    }
}
function unusable(root, error) {
    return { whyNot: `the tool cache ${root} cannot be used (${(0,system_error/* errorCode */.CA)(error)})` };
}


/***/ }),

/***/ 3688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ npmFailure),
/* harmony export */   P: () => (/* binding */ installFailed)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2258);
/* harmony import */ var _core_system_out_of_memory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5211);
/* harmony import */ var _core_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2965);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7654);






const QUOTED_CHARACTERS = 500;
const NOISE = /^(?:code|errno|syscall|path|dest|file) |^at |^\d+$|^A complete log of this run/;
const NO_SUCH_VERSION = 'Set `claude-version` to a version that the npm registry has.';
const NOT_ALLOWED = 'Let the user of the runner write to the path in the message, or remove what another user left there.';
const NO_LOGIN = 'The npm registry asks for a login: put the user name and password into the address in `NPM_CONFIG_REGISTRY`, because no `.npmrc` is read.';
const NO_CERTIFICATE = 'Set `NODE_EXTRA_CA_CERTS` to the file with the CA certificate of your proxy or registry.';
const NO_NETWORK = 'Check the network, the proxy (`HTTPS_PROXY`) and `NPM_CONFIG_REGISTRY`, then run the workflow again.';
const REMEDIES = [
    [/^(?:ETARGET|E404)$/, NO_SUCH_VERSION],
    [/^(?:EACCES|EPERM)$/, NOT_ALLOWED],
    [/^E40[13]$/, NO_LOGIN],
    [
        /^EINTEGRITY$/,
        'The download is damaged. Run the workflow again. If that does not help, empty the cache of the mirror or proxy.'
    ],
    [/^ERR_INVALID_URL$/, 'Set `NPM_CONFIG_REGISTRY` to the address of a registry.'],
    [/CERT|SIGNATURE/, NO_CERTIFICATE],
    [/^(?:ECONN|ENOTFOUND|EAI_|ENET|EHOST|ETIMEDOUT|ERR_SOCKET|FETCH_ERROR|E5\d\d)/, NO_NETWORK]
];
function npmFailure(command, { exitCode, stderr }, env) {
    const lines = linesOf((0,_core_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redact */ .E$)((0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .hideRegistries */ .yl)(stderr, env)));
    const output = lines.join(' ');
    const how = exitCode === null ? 'a signal' : `exit status ${exitCode}`;
    const note = (0,_core_system_out_of_memory_js__WEBPACK_IMPORTED_MODULE_5__/* .memoryNote */ .W)({ isKilled: (0,_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .mayBeKilled */ .QM)({ exitCode }, output), said: output });
    const code = valueOf('code', lines);
    return installFailed(`npm ${command} ended with ${how}${note}${why(lines, code)}`, note === '' ? remedyOf(code) : `${_core_system_out_of_memory_js__WEBPACK_IMPORTED_MODULE_5__/* .MORE_MEMORY */ .w} ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`);
}
function installFailed(message, remedy) {
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('claude-install-failed', message, remedy);
}
function linesOf(stderr) {
    return stderr
        .split('\n')
        .map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
        .map(line => line.replace(/(?<=\w:\/\/)[^/\s@]+@/g, ''))
        .filter(line => line !== '');
}
function why(lines, code) {
    const sentences = lines.filter(line => !NOISE.test(line));
    const first = sentences.slice(0, sentences[0] === 'command failed' ? 4 : 1).join(', ');
    const at = valueOf('path', lines);
    const parts = [code && `code ${code}`, first, at !== null && !first.includes(at) && `path ${at}`].filter(Boolean);
    return parts.length === 0 ? '' : `: ${parts.join(', ').slice(0, QUOTED_CHARACTERS)}`;
}
function valueOf(name, lines) {
    const line = lines.find(one => one.startsWith(`${name} `));
    return line === undefined ? null : line.slice(name.length + 1);
}
function remedyOf(code) {
    if (code === null)
        return undefined;
    const remedy = REMEDIES.find(([codes]) => codes.test(code))?.[1];
    return remedy === undefined ? (0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)({ code }) : `${remedy} ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
}


/***/ }),

/***/ 4003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ Npm),
/* harmony export */   c: () => (/* binding */ CLAUDE_PACKAGE)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6343);
/* harmony import */ var _core_programs_find_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9411);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2965);
/* harmony import */ var _claude_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75);
/* harmony import */ var _npm_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3688);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7654);







const CLAUDE_PACKAGE = '@anthropic-ai/claude-code';
const ALLOW_ITS_SCRIPT = `--allow-scripts=${CLAUDE_PACKAGE}`;
const CHECK_CERTIFICATES = '--strict-ssl=true';
const OPTIONS = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', CHECK_CERTIFICATES];
class Npm {
    env;
    home;
    step;
    constructor(env, home, step) {
        this.env = env;
        this.home = home;
        this.step = step;
    }
    async versionOf(wanted) {
        return wanted.kind === 'exact' ? wanted.version : this.knownVersion(wanted.tag);
    }
    async knownVersion(tagOrVersion) {
        const wanted = `${CLAUDE_PACKAGE}@${tagOrVersion}`;
        const stdout = await this.#run(['view', wanted, 'version', '--global', ...OPTIONS]);
        const version = (0,_claude_version_js__WEBPACK_IMPORTED_MODULE_4__/* .exactVersion */ .y)(stdout.trim());
        if (version !== null)
            return version;
        throw (0,_npm_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .installFailed */ .P)(`the npm registry has no version ${tagOrVersion} of ${CLAUDE_PACKAGE}`);
    }
    async install(version, folder) {
        const target = ['--global', '--prefix', folder, `${CLAUDE_PACKAGE}@${version}`];
        await this.#run(['install', ALLOW_ITS_SCRIPT, ...OPTIONS, ...target]);
    }
    async #run(args) {
        const { env, home, step } = this;
        for (const variable of _registry_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRY_VARIABLES */ .cp) {
            const registry = env[variable] ?? '';
            if (registry !== '')
                step.note(`npm registry: ${(0,_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .addressOf */ .ci)(registry)} (${variable})`);
        }
        const { npm, env: withNode } = await findNpm(env, step.cancel);
        const context = { env: withNode, home, workingDirectory: home, alsoAllowed: _registry_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRY_VARIABLES */ .cp };
        const result = await (0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .mB)(npm, args, context);
        if (result.exitCode === 0)
            return result.stdout;
        throw (0,_npm_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .npmFailure */ .K)(args[0] ?? '', result, env);
    }
}
async function findNpm(env, cancel) {
    const search = { environment: env, patience: { deadline: _core_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .Deadline */ .B.after(0), cancel } };
    const [npm, node] = await Promise.all([(0,_core_programs_find_program_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .K)('npm', search), (0,_core_programs_find_program_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .K)('node', search)]);
    if (npm === null)
        throw (0,_npm_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .installFailed */ .P)('there is no program `npm` on PATH', 'Run actions/setup-node in an earlier step.');
    if ('whyNot' in npm)
        throw (0,_npm_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .installFailed */ .P)((0,_core_programs_find_program_js__WEBPACK_IMPORTED_MODULE_2__/* .describeDeadEnd */ .B)('npm', npm));
    const behindShims = [npm, node].flatMap(found => found !== null && 'program' in found && found.shim !== null ? [node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(found.program)] : []);
    return { npm: npm.program, env: { ...env, PATH: [...behindShims, env.PATH ?? ''].join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter)) } };
}


/***/ }),

/***/ 1337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resolveClaude: () => (/* binding */ resolveClaude)
/* harmony export */ });
/* harmony import */ var _claude_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6228);
/* harmony import */ var _with_npm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4676);


function resolveClaude(wanted, env, step) {
    return (0,_with_npm_js__WEBPACK_IMPORTED_MODULE_1__/* .withNpm */ .Q)(env, step, npm => resolve(wanted, npm));
}
async function resolve(wanted, npm) {
    const version = await npm.versionOf(wanted);
    const { isCached, use } = planFor(version, npm.env);
    if (wanted.kind === 'exact' && !isCached)
        await npm.knownVersion(version);
    return `${wanted.kind === 'exact' ? 'claude-version' : `claude-version ${wanted.tag} is`} ${version}, which a real run would ${use}`;
}
function planFor(version, env) {
    const opened = (0,_claude_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .openClaudeCache */ .J)(version, env);
    if ('whyNot' in opened)
        return { isCached: false, use: `install only for this job, because ${opened.whyNot}` };
    if (opened.cache.find(version) === null)
        return { isCached: false, use: 'install in the tool cache' };
    return { isCached: true, use: 'take from the tool cache' };
}


/***/ }),

/***/ 4676:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withNpm),
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8701);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9186);
/* harmony import */ var _core_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43);
/* harmony import */ var _npm_failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3688);
/* harmony import */ var _npm_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4003);









const REMOVAL_LIMIT_MS = 1_000;
const FIX_IT = `Check that the user of the runner may write there. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .NOT_SENT */ .FY}`;
async function withNpm(env, step, work) {
    const umask = process.umask(0o022);
    try {
        const home = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temporaryFolder(env), 'clr-npm-'));
        try {
            return await orCancelled(work(new _npm_js__WEBPACK_IMPORTED_MODULE_8__/* .Npm */ .a(env, home, step)), step.cancel);
        }
        finally {
            const removed = (0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .rmRF */ .Yz)(home).catch(() => undefined);
            if (step.cancel.aborted)
                await Promise.race([removed, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(REMOVAL_LIMIT_MS, undefined, { ref: false })]);
            else
                await removed;
        }
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4)
            throw error;
        const at = (0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .failedPath */ .hZ)(error);
        throw (0,_npm_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .installFailed */ .P)(`cannot install claude${at === null ? '' : ` in ${at}`}: ${(0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .explainSystemError */ .Tr)(error)}`, (0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .remedyFor */ .wJ)(error) ?? FIX_IT);
    }
    finally {
        process.umask(umask);
    }
}
function temporaryFolder({ RUNNER_TEMP: folder = '' }) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(folder) ? folder : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
}
function orCancelled(work, cancel) {
    const settled = new AbortController();
    const cancelled = new Promise((_resolve, reject) => {
        const refuse = () => {
            reject(new _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('cancelled', `stopped before \`claude\` was installed; ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .NOT_SENT_HERE */ .Al}`));
        };
        if (cancel.aborted)
            refuse();
        cancel.addEventListener('abort', refuse, { signal: settled.signal });
    });
    return Promise.race([work, cancelled]).finally(() => {
        settled.abort();
    });
}


/***/ })

};
;
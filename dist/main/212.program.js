"use strict";
exports.id = 212;
exports.ids = [212];
exports.modules = {

/***/ 1212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installClaude: () => (/* binding */ installClaude)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(8701);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/refresh/redact.ts
var redact = __webpack_require__(1518);
// EXTERNAL MODULE: ./src/refresh/system/system-error.ts
var system_error = __webpack_require__(2727);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(7187);
// EXTERNAL MODULE: ./src/refresh/claude/claude-environment.ts
var claude_environment = __webpack_require__(4282);
;// CONCATENATED MODULE: ./src/action/run-program.ts


const CLIENT_KEYS = 'CLAUDE_CODE_CLIENT_';
async function runProgram(program, args, around) {
    try {
        const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)(`"${program.replaceAll('"', '\\"')}"`, [...args], {
            env: environmentOf(around),
            cwd: around.workingDirectory ?? '/',
            silent: true,
            ignoreReturnCode: true
        });
        return { exitCode: Number.isInteger(exitCode) ? exitCode : null, stdout, stderr };
    }
    catch (error) {
        return { exitCode: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) };
    }
}
function environmentOf({ env, home, alsoAllowed = [] }) {
    const allowed = Object.entries((0,claude_environment/* allowedVariables */.AR)(env)).filter(([name]) => !name.startsWith(CLIENT_KEYS));
    const more = [...alsoAllowed, 'RUNNER_TRACKING_ID'].flatMap(name => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries([...allowed, ...more]), HOME: home, USERPROFILE: home, DISABLE_AUTOUPDATER: '1' };
}

// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/action/install/registry.ts
var install_registry = __webpack_require__(4791);
;// CONCATENATED MODULE: ./src/action/install/npm.ts








const CLAUDE_PACKAGE = '@anthropic-ai/claude-code';
const ALLOW_ITS_SCRIPT = `--allow-scripts=${CLAUDE_PACKAGE}`;
const CHECK_CERTIFICATES = '--strict-ssl=true';
const OPTIONS = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', CHECK_CERTIFICATES];
class Npm {
    env;
    home;
    note;
    constructor(env, home, note) {
        this.env = env;
        this.home = home;
        this.note = note;
    }
    async versionOfTag(tag) {
        const stdout = await this.#run(['view', `${CLAUDE_PACKAGE}@${tag}`, 'version', '--global', ...OPTIONS]);
        const version = (0,claude_version/* exactVersion */.y)(stdout.trim());
        if (version !== null)
            return version;
        throw failed(`the npm registry knows no version ${tag} of ${CLAUDE_PACKAGE}`);
    }
    async install(version, folder) {
        await this.#run([
            'install',
            '--global',
            '--prefix',
            folder,
            ALLOW_ITS_SCRIPT,
            ...OPTIONS,
            `${CLAUDE_PACKAGE}@${version}`
        ]);
    }
    async #run(args) {
        const { env, home } = this;
        for (const variable of install_registry/* REGISTRY_VARIABLES */.cp)
            this.#noteRegistry(variable);
        const around = { env, home, workingDirectory: home, alsoAllowed: install_registry/* REGISTRY_VARIABLES */.cp };
        const { exitCode, stdout, stderr } = await runProgram(findNpm(env), args, around);
        if (exitCode === 0)
            return stdout;
        throw failed(`npm ${args[0] ?? ''} ended with ${exitCode === null ? 'a signal' : `exit status ${exitCode}`}${why((0,install_registry/* hideRegistries */.yl)(stderr, env))}`);
    }
    #noteRegistry(variable) {
        const registry = this.env[variable] ?? '';
        if (registry !== '')
            this.note(`npm registry: ${(0,install_registry/* addressOf */.ci)(registry)} (${variable})`);
    }
}
function why(stderr) {
    const lines = (0,redact/* redact */.E$)(stderr)
        .split('\n')
        .map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
        .map(line => line.replace(/(?<=\w:\/\/)[^/\s@]+@/g, ''))
        .filter(line => line !== '' && !line.startsWith('A complete log of this run'));
    return lines.length === 0 ? '' : `: ${lines.slice(0, 2).join(', ').slice(0, 300)}`;
}
function findNpm({ PATH }) {
    const candidates = (0,claude_environment/* absoluteEntries */.e0)(PATH).map(folder => external_node_path_default().join(folder, 'npm'));
    const npm = candidates.find(isProgram);
    if (npm !== undefined)
        return npm;
    throw failed('there is no program `npm` on PATH; let actions/setup-node run before');
}
function isProgram(candidate) {
    try {
        (0,external_node_fs_.accessSync)(candidate, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
function failed(message) {
    return new reasons/* RefreshError */.M4('claude-install-failed', message);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/refresh/system/others-may-write.ts
function othersMayWrite({ uid: owner, gid, mode }, uid) {
    if (owner !== uid && owner !== 0)
        return true;
    return (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && gid !== 0);
}

;// CONCATENATED MODULE: ./src/action/install/untrusted.ts



function findUntrusted(root, names) {
    if ((0,external_node_fs_.lstatSync)(root, { throwIfNoEntry: false }) === undefined)
        return null;
    let folder = (0,external_node_fs_.realpathSync)(root);
    for (const name of ['', ...names]) {
        folder = external_node_path_default().join(folder, name);
        const stats = (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false });
        if (stats === undefined)
            return null;
        if (!stats.isDirectory() || othersMayWrite(stats, ourUid()))
            return folder;
    }
    return findUntrustedBelow(folder, folder);
}
function findUntrustedBelow(folder, tool) {
    for (const entry of (0,external_node_fs_.readdirSync)(folder).map(name => external_node_path_default().join(folder, name))) {
        const stats = (0,external_node_fs_.lstatSync)(entry);
        const isTrusted = stats.isSymbolicLink() ? leadsInto(tool, entry) : !othersMayWrite(stats, ourUid());
        if (!isTrusted)
            return entry;
        const found = stats.isDirectory() ? findUntrustedBelow(entry, tool) : null;
        if (found !== null)
            return found;
    }
    return null;
}
function leadsInto(tool, link) {
    try {
        return (0,external_node_fs_.realpathSync)(link).startsWith(`${tool}${(external_node_path_default()).sep}`);
    }
    catch {
        return false;
    }
}
function ourUid() {
    return process.getuid?.() ?? -1;
}

;// CONCATENATED MODULE: ./src/action/install/tool-cache.ts





const STAGE_PREFIX = '.clr-stage-';
const STAGE_STALE_MS = 60 * 60_000;
class CachedTool {
    cache;
    name;
    constructor(cache, name) {
        this.cache = cache;
        this.name = name;
    }
    findUntrusted(version) {
        return findUntrusted(this.cache, [this.name, version, process.arch]);
    }
    find(version) {
        const folder = this.#folderOf(version);
        return (0,external_node_fs_.existsSync)(folder) && (0,external_node_fs_.existsSync)(`${folder}.complete`) ? folder : null;
    }
    async add(version, make) {
        const parent = external_node_path_default().join(this.cache, this.name);
        (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
        await sweep(parent);
        const stage = external_node_path_default().join(parent, `${STAGE_PREFIX}${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
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
    for (const name of (0,external_node_fs_.readdirSync)(parent).filter(entry => entry.startsWith(STAGE_PREFIX))) {
        const stage = external_node_path_default().join(parent, name);
        const ageMs = Date.now() - ((0,external_node_fs_.lstatSync)(stage, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        if (ageMs > STAGE_STALE_MS)
            await (0,io/* rmRF */.Yz)(stage);
    }
}

;// CONCATENATED MODULE: ./src/action/install/install-claude.ts












const LONGEST_REMOVAL_MS = 1_000;
async function installClaude(wanted, env, { cancel, note }) {
    const umask = process.umask(0o022);
    try {
        const home = await (0,promises_.mkdtemp)(external_node_path_default().join(temporaryFolder(env), 'clr-npm-'));
        try {
            return await orCancelled(install({ wanted, env, home, note }), cancel);
        }
        finally {
            await Promise.race([(0,io/* rmRF */.Yz)(home).catch(() => undefined), (0,external_node_timers_promises_.setTimeout)(LONGEST_REMOVAL_MS, undefined, { ref: false })]);
        }
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw install_claude_failed(`cannot install claude: ${(0,system_error/* errorCode */.C)(error)}`);
    }
    finally {
        process.umask(umask);
    }
}
async function install({ wanted, env, home, note }) {
    const npm = new Npm(env, home, note);
    const version = wanted.kind === 'exact' ? wanted.version : await npm.versionOfTag(wanted.tag);
    const check = (folder) => whyNotRunning(folder, env, home);
    const make = async (folder) => {
        await npm.install(version, folder);
        const why = await check(folder);
        if (why !== null)
            throw install_claude_failed(`claude ${version} was installed, but does not run: ${why}`);
    };
    const cached = await installInCache({ version, make, check }, env);
    if ('folder' in cached)
        return external_node_path_default().join(cached.folder, 'bin');
    const folder = await (0,promises_.mkdtemp)(external_node_path_default().join(temporaryFolder(env), 'clr-claude-'));
    note(`claude ${version} is installed in ${folder}, for this job only: ${cached.whyNot}`);
    try {
        await make(folder);
    }
    catch (error) {
        await (0,io/* rmRF */.Yz)(folder);
        throw error;
    }
    return external_node_path_default().join(folder, 'bin');
}
async function installInCache({ version, make, check }, { RUNNER_TOOL_CACHE: root = '' }) {
    if (!external_node_path_default().isAbsolute(root))
        return { whyNot: 'RUNNER_TOOL_CACHE is not set' };
    const cache = new CachedTool(root, 'claude-code');
    try {
        const untrusted = cache.findUntrusted(version);
        if (untrusted !== null)
            return { whyNot: `others may write in the tool cache (${untrusted})` };
        const found = cache.find(version);
        if (found !== null) {
            if ((await check(found)) === null)
                return { folder: found };
            await cache.remove(version);
        }
        return { folder: await cache.add(version, make) };
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        return { whyNot: `the tool cache ${root} cannot be used (${(0,system_error/* errorCode */.C)(error)})` };
    }
}
function temporaryFolder({ RUNNER_TEMP: folder = '' }) {
    return external_node_path_default().isAbsolute(folder) ? folder : (0,external_node_os_.tmpdir)();
}
async function whyNotRunning(folder, env, home) {
    const program = external_node_path_default().join(folder, 'bin', 'claude');
    const { exitCode, stdout, stderr } = await runProgram(program, ['--version'], {
        env: { ...env, PATH: [external_node_path_default().dirname(process.execPath), env.PATH ?? ''].join((external_node_path_default()).delimiter) },
        home
    });
    const told = (0,claude_version/* exactVersion */.y)(stdout.trim().split(' ')[0] ?? '');
    if (exitCode === 0 && told !== null && told === (await packageVersion(folder)))
        return null;
    return (0,redact/* redact */.E$)(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim().slice(0, 200) || `exit status ${exitCode ?? 'none'}`;
}
async function packageVersion(folder) {
    const manifest = await (0,promises_.readFile)(external_node_path_default().join(folder, 'lib/node_modules', CLAUDE_PACKAGE, 'package.json'), 'utf8');
    return (0,claude_version/* exactVersion */.y)(/"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1] ?? '');
}
async function orCancelled(work, cancel) {
    const settled = new AbortController();
    const cancelled = new Promise((_resolve, reject) => {
        const refuse = () => {
            reject(new reasons/* RefreshError */.M4('cancelled', 'cancelled while `claude` was being installed; nothing was spent'));
        };
        if (cancel.aborted)
            refuse();
        cancel.addEventListener('abort', refuse, { signal: settled.signal });
    });
    try {
        return await Promise.race([work, cancelled]);
    }
    finally {
        settled.abort();
    }
}
function install_claude_failed(message) {
    return new reasons/* RefreshError */.M4('claude-install-failed', message);
}


/***/ })

};
;
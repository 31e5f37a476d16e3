"use strict";
exports.id = 574;
exports.ids = [574,839];
exports.modules = {

/***/ 574:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installClaude: function() { return /* binding */ installClaude; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(8701);
// EXTERNAL MODULE: ./node_modules/ssri/lib/index.js
var lib = __webpack_require__(8951);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/action/install/install-failure.ts
var install_failure = __webpack_require__(8902);
// EXTERNAL MODULE: ./src/action/install/installing.ts
var installing = __webpack_require__(7497);
// EXTERNAL MODULE: ./src/action/install/progress.ts
var install_progress = __webpack_require__(9567);
// EXTERNAL MODULE: ./src/action/install/request-failure.ts
var request_failure = __webpack_require__(7968);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/parse.js + 10 modules
var parse = __webpack_require__(3979);
;// CONCATENATED MODULE: ./src/action/install/unpack.ts







const WAITING_BYTES = 8 * 1024 * 1024;
const MAX_BYTES = 2_000_000_000;
const FILES = ['File', 'OldFile', 'ContiguousFile'];
const COLLISIONS = ['EEXIST', 'ENOTDIR', 'EISDIR'];
class UnsafeArchive extends Error {
}
function unpackTo(unpacking) {
    const writing = [];
    const { maxBytes = MAX_BYTES } = unpacking;
    let bytes = 0;
    const parser = new parse/* Parser */.i({ strict: true });
    const stream = new external_node_stream_.Writable({
        highWaterMark: WAITING_BYTES,
        write: (chunk, _encoding, done) => {
            bytes += chunk.length;
            if (bytes > maxBytes)
                done(new UnsafeArchive(`more than ${(0,install_progress/* megabytes */.i)(maxBytes)}`));
            else if (parser.write(chunk))
                done();
            else
                parser.once('drain', done);
        },
        final: done => {
            parser.end();
            Promise.all(writing).then(() => {
                done();
            }, done);
        },
        destroy: (error, done) => {
            parser.end();
            void Promise.allSettled(writing).then(() => {
                done(error);
            });
        }
    });
    const fail = (error) => void stream.destroy(external_node_util_.types.isNativeError(error) ? error : new Error(String(error)));
    parser.on('error', fail);
    parser.on('ignoredEntry', () => {
        fail(new UnsafeArchive('an entry of an unknown type'));
    });
    parser.on('entry', (entry) => {
        if (stream.destroyed)
            return;
        const written = write(entry, unpacking).catch((error) => {
            throw COLLISIONS.includes((0,system_error/* errorCode */.CA)(error)) ? new UnsafeArchive('two entries with the same path') : error;
        });
        written.catch(fail);
        writing.push(written);
    });
    return stream;
}
async function write(entry, { folder, program }) {
    const name = nameOf(entry);
    const target = external_node_path_default().join(folder, name);
    if (entry.type === 'Directory') {
        entry.resume();
        await (0,promises_.mkdir)(target, { recursive: true });
        return;
    }
    await (0,promises_.mkdir)(external_node_path_default().dirname(target), { recursive: true });
    const isProgram = name === program || ((entry.mode ?? 0) & 0o111) !== 0;
    const file = await (0,promises_.open)(target, 'wx', isProgram ? 0o755 : 0o644);
    try {
        for await (const chunk of entry)
            await file.writeFile(chunk);
    }
    finally {
        await file.close();
    }
}
function nameOf({ path: name, type }) {
    if (type !== 'Directory' && !FILES.includes(type))
        throw new UnsafeArchive(`an entry that is no file: ${type}`);
    const [top, ...parts] = name.split('/');
    const isOutside = top !== 'package' || parts.some(part => part === '..' || part.includes('\0'));
    if (isOutside)
        throw new UnsafeArchive('an entry outside its folder');
    return external_node_path_default().posix.join(...parts);
}

;// CONCATENATED MODULE: ./src/action/install/download.ts














const PART_BYTES = 1024 * 1024;
async function downloadClaude(source, found, { folder, step }) {
    const { name, version, program, tarball } = found;
    const home = external_node_path_default().join(folder, 'lib/node_modules', name);
    try {
        const what = await source.client.download(tarball, async (answer) => {
            await (0,io/* rmRF */.Yz)(home);
            await (0,promises_.mkdir)(home, { recursive: true });
            return `${(0,install_progress/* megabytes */.i)(await receive(answer, found, { home, step }))} from ${(0,request_failure/* senderOf */.VO)(answer.hop)}`;
        });
        step.note(`${name} ${version}: ${what}`);
        await (0,promises_.mkdir)(external_node_path_default().join(folder, 'bin'));
        await (0,promises_.symlink)(external_node_path_default().join('../lib/node_modules', name, program), external_node_path_default().join(folder, 'bin/claude'));
    }
    catch (error) {
        throw error instanceof reasons/* RefreshError */.M4 ? error : explain(error, found, home);
    }
}
async function receive({ parts, size }, { name, version, integrity, program }, { home, step }) {
    const hash = (0,external_node_crypto_.createHash)('sha512');
    const progress = new install_progress/* Progress */.k(size, step.progress);
    const unpacking = unpackTo({ folder: home, program });
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: PART_BYTES });
    async function* checked() {
        for await (const part of parts) {
            hash.update(part);
            progress.add(part.length);
            yield part;
        }
    }
    try {
        await (0,external_node_stream_promises_.pipeline)(checked, gunzip, unpacking, { signal: step.cancel });
    }
    catch (error) {
        await (0,external_node_stream_promises_.finished)(unpacking).catch(() => undefined);
        throw error;
    }
    if ((0,lib/* parse */.qg)(`sha512-${hash.digest('base64')}`).match(integrity) !== false)
        return progress.received;
    throw (0,install_failure/* installFailed */.P)(`what was downloaded as ${name} ${version} does not match its sha512`, install_failure/* REMEDIES */.l.damaged);
}
function explain(error, { name, version }, home) {
    if (error instanceof UnsafeArchive) {
        return (0,install_failure/* installFailed */.P)(`the package ${name} ${version} has ${error.message}`, install_failure/* REMEDIES */.l.unusable);
    }
    const code = (0,system_error/* errorCode */.CA)(error);
    if (!/^(?:Z|TAR)_/.test(code))
        return (0,installing/* systemFailure */.oM)(error, home);
    return (0,install_failure/* installFailed */.P)(`what was downloaded as ${name} ${version} is no package (${code})`, install_failure/* REMEDIES */.l.damaged);
}

// EXTERNAL MODULE: ./src/action/install/resolve-claude.ts + 8 modules
var resolve_claude = __webpack_require__(9839);
// EXTERNAL MODULE: ./src/action/install/stage.ts
var install_stage = __webpack_require__(3140);
// EXTERNAL MODULE: ./src/action/install/tool-cache.ts
var tool_cache = __webpack_require__(5741);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/action/exec.ts
var exec = __webpack_require__(2965);
// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
;// CONCATENATED MODULE: ./src/action/install/try-claude.ts







async function whyNotRunning(folder, version, { env, home, cancel }) {
    await (0,promises_.mkdir)(home, 0o700);
    try {
        const withOurNode = { ...env, PATH: [external_node_path_default().dirname(process.execPath), env.PATH ?? ''].join((external_node_path_default()).delimiter) };
        const running = (0,exec/* runProgram */.mB)(external_node_path_default().join(folder, 'bin/claude'), ['--version'], { env: withOurNode, home });
        const { exitCode, stdout, stderr } = await (0,installing/* orCancelled */.Nr)(running, cancel);
        const printed = exitCode === 0 ? (0,claude_version/* exactVersion */.y)(stdout.trim().split(' ')[0] ?? '') : null;
        if (printed === version)
            return null;
        if (printed !== null)
            return `is another version: ${printed}`;
        const output = (0,redact/* redact */.E$)(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim();
        const code = /Error: spawn .* (E[A-Z\d]+)$/.exec(output)?.[1];
        if (exitCode === null && code !== undefined)
            return `cannot be started (${code})`;
        return `does not run: ${output.slice(0, 200) || `exit status ${exitCode ?? 'none'}`}`;
    }
    finally {
        await (0,io/* rmRF */.Yz)(home);
    }
}

;// CONCATENATED MODULE: ./src/action/install/install-claude.ts








function installClaude(wanted, env, step, limits) {
    return (0,installing/* asInstallation */.rn)(step.cancel, async () => {
        const stage = await install_stage/* Stage */.B.begin((0,installing/* temporaryFolder */.yy)(env));
        try {
            return external_node_path_default().join(await install(wanted, { env, step, limits }, stage), 'bin');
        }
        finally {
            await stage.remove();
        }
    });
}
async function install(wanted, installation, stage) {
    const { env, step } = installation;
    const { version, open } = await (0,resolve_claude/* chooseVersion */.E)(wanted, installation);
    const check = (folder) => whyNotRunning(folder, version, { env, home: stage.home, cancel: step.cancel });
    const make = async (folder) => {
        const source = await open();
        await downloadClaude(source, await source.packageOf(version), { folder, step });
        const why = await check(folder);
        if (why !== null)
            throw (0,install_failure/* installFailed */.P)(`what was downloaded as claude ${version} ${why}`, install_failure/* REMEDIES */.l.unusable);
    };
    try {
        const cache = tool_cache/* CachedTool */.l.claude(version, env);
        const found = cache.find(version);
        if (found !== null && (await check(found)) === null)
            return found;
        if (found !== null)
            await cache.remove(version);
        return await cache.add(version, make);
    }
    catch (error) {
        if (!(error instanceof tool_cache/* ClosedCache */.B) || step.cancel.aborted)
            throw error;
        return await installForJob({ version, make, whyNot: error.message }, step, stage);
    }
}
async function installForJob({ version, make, whyNot }, { note }, stage) {
    try {
        await make(stage.tool);
    }
    catch (error) {
        note(`claude ${version} was to be installed only for this job: ${whyNot}`);
        throw error;
    }
    const folder = stage.keepTool('clr-claude-');
    note(`claude ${version} is installed in ${folder}, only for this job: ${whyNot}`);
    return folder;
}


/***/ }),

/***/ 8902:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: function() { return /* binding */ installFailed; },
/* harmony export */   l: function() { return /* binding */ REMEDIES; }
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);

function installFailed(message, remedy) {
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('claude-install-failed', message, remedy);
}
const REMEDIES = {
    noSuchVersion: `Set \`claude-version\` to a version that the npm registry has. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    noSuchPackage: `Set \`NPM_CONFIG_REGISTRY\` to a registry that has this package, or remove that variable. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    wrongAddress: `Set \`NPM_CONFIG_REGISTRY\` to the address of a registry, or remove that variable. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    loginAsked: `The npm registry asks for a login: put the user name and password into the address in \`NPM_CONFIG_REGISTRY\`, because no \`.npmrc\` is read. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    loginRefused: `Check the user name and password in \`NPM_CONFIG_REGISTRY\`, and what that user may read. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    loginElsewhere: `Use a registry that serves its packages itself: its user name and password are not sent to another server. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    certificate: `Set \`NODE_EXTRA_CA_CERTS\` to the file with the CA certificate of your proxy or registry. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    network: `Check the network, the proxy (\`HTTPS_PROXY\`) and \`NPM_CONFIG_REGISTRY\`, then run the workflow again. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    proxy: `Check the proxy in \`HTTPS_PROXY\` or \`HTTP_PROXY\`, or name the registry's host in \`NO_PROXY\`. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    serverError: `Run the workflow again later: the registry, or a proxy in front of it, has a problem. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    damaged: `Run the workflow again. If that does not help, empty the cache of the mirror or proxy. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    noIntegrity: `Use a registry that passes on the \`integrity\` of each version, as registry.npmjs.org has it. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    signature: `Do not use this registry until whoever runs it has explained the signature. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    unusable: `Set \`claude-version\` to another version, or install \`claude\` in a step of your own. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`,
    noPlatform: `Use a runner with one of these platforms, or install \`claude\` in a step of your own. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`
};


/***/ }),

/***/ 7497:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nr: function() { return /* binding */ orCancelled; },
/* harmony export */   oM: function() { return /* binding */ systemFailure; },
/* harmony export */   rn: function() { return /* binding */ asInstallation; },
/* harmony export */   yy: function() { return /* binding */ temporaryFolder; }
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9186);
/* harmony import */ var _core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _install_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8902);





const FIX_IT = `Check that the user of the runner may write there. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_SENT */ .FY}`;
async function asInstallation(cancel, work) {
    const umask = process.umask(0o022);
    try {
        if (cancel.aborted)
            throw cancelled();
        return await work();
    }
    catch (error) {
        if (cancel.aborted)
            throw cancelled();
        throw error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4 ? error : systemFailure(error);
    }
    finally {
        process.umask(umask);
    }
}
function systemFailure(error, place = null) {
    const at = (0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .failedPath */ .hZ)(error) ?? place;
    const where = at === null ? '' : ` in ${at}`;
    return (0,_install_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .installFailed */ .P)(`cannot install claude${where}: ${(0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemError */ .Tr)(error)}`, (0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .remedyFor */ .wJ)(error) ?? FIX_IT);
}
async function orCancelled(work, cancel) {
    const settled = new AbortController();
    const isCancelled = new Promise((_resolve, reject) => {
        const refuse = () => {
            reject(cancelled());
        };
        if (cancel.aborted)
            refuse();
        else
            cancel.addEventListener('abort', refuse, { signal: settled.signal });
    });
    return Promise.race([work, isCancelled]).finally(() => {
        settled.abort();
    });
}
function cancelled() {
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4('cancelled', `stopped before \`claude\` was installed; ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_SENT_HERE */ .Al}`);
}
function temporaryFolder({ RUNNER_TEMP: folder = '' }) {
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(folder) ? folder : (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
}


/***/ }),

/***/ 9567:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: function() { return /* binding */ megabytes; },
/* harmony export */   k: function() { return /* binding */ Progress; }
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

const PROGRESS_EVERY_MS = 10_000;
class Progress {
    size;
    show;
    everyMs;
    #received = 0;
    #shownAtMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    constructor(size, show, everyMs = PROGRESS_EVERY_MS) {
        this.size = size;
        this.show = show;
        this.everyMs = everyMs;
    }
    get received() {
        return this.#received;
    }
    add(bytes) {
        this.#received += bytes;
        if (node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - this.#shownAtMs < this.everyMs)
            return;
        this.#shownAtMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        this.show(`downloaded ${megabytes(this.#received, this.size)}`);
    }
}
function megabytes(bytes, size = null) {
    const digits = (size ?? bytes) < 10_000_000 ? 1 : 0;
    const [done, all] = [bytes, size].map(count => ((count ?? 0) / 1_000_000).toFixed(digits));
    return size === null ? `${done} MB` : `${done} of ${all} MB`;
}


/***/ }),

/***/ 205:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cp: function() { return /* binding */ REGISTRY_VARIABLES; },
  ci: function() { return /* binding */ addressOf; },
  ZN: function() { return /* binding */ registrySecrets; }
});

// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
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
    return (0,or_null/* orNull */.X)(() => decodeURIComponent(text)) ?? text;
}
function headersOf([user, password]) {
    const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
    return pairs.map(pair => Buffer.from(pair).toString('base64'));
}

;// CONCATENATED MODULE: ./src/action/install/registry-address.ts

const REGISTRY_VARIABLES = ['NPM_CONFIG_REGISTRY', 'npm_config_registry'];
function addressOf(registry) {
    const url = URL.canParse(registry) ? new URL(registry) : null;
    if (url === null || url.origin === 'null')
        return 'no valid address';
    return `${url.origin}${url.pathname.replace(/;[^/]*/g, '')}`;
}
function registrySecrets(env) {
    const texts = REGISTRY_VARIABLES.map(name => env[name] ?? '').flatMap(secretsOf);
    return [...new Set(texts)].filter(text => text !== '');
}
function secretsOf(registry) {
    return [...userSecretsOf(registry), ...parametersOf(registry).flatMap(formsOf)];
}
function parametersOf(registry) {
    const parameters = /[?#;].*$/s.exec(registry)?.[0] ?? '';
    const single = parameters.split(/[?#;&/]/);
    return [parameters.slice(1), ...single, ...single.map(one => one.slice(one.indexOf('=') + 1))];
}


/***/ }),

/***/ 7968:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: function() { return /* binding */ refused; },
/* harmony export */   O0: function() { return /* binding */ stalled; },
/* harmony export */   VO: function() { return /* binding */ senderOf; },
/* harmony export */   e6: function() { return /* binding */ RequestFailure; },
/* harmony export */   gn: function() { return /* binding */ tooSlow; },
/* harmony export */   os: function() { return /* binding */ unexpected; },
/* harmony export */   ux: function() { return /* binding */ disconnected; }
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43);
/* harmony import */ var _install_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8902);
/* harmony import */ var _registry_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(205);





class RequestFailure extends _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 {
    isTransient;
    status;
    constructor(message, remedy, { isTransient = false, status = null } = {}) {
        super('claude-install-failed', message, remedy);
        this.isTransient = isTransient;
        this.status = status;
    }
}
function refused(hop, status) {
    const isTransient = status >= 500 || [408, 420, 429].includes(status);
    const remedy = isTransient ? _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.serverError : remedyForRefusal(hop, status);
    return new RequestFailure(`${placeOf(hop)} answered with status ${status}`, remedy, { isTransient, status });
}
function unexpected(hop, what) {
    return new RequestFailure(`${placeOf(hop)} ${what}`, _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.wrongAddress);
}
function stalled(hop, limitMs, so) {
    const message = `${placeOf(hop)} sent nothing for ${limitMs / 1_000} s${so}`;
    return new RequestFailure(message, _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.network, { isTransient: true });
}
function tooSlow(hop, limitMs, so) {
    return new RequestFailure(`${placeOf(hop)} was not done in ${limitMs / 1_000} s${so}`, _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.network);
}
function disconnected(hop, error, so) {
    const proxyStatus = statusOfProxy(error);
    if (proxyStatus !== null) {
        const message = `the proxy answered with status ${proxyStatus} when asked for ${hop.url.host}`;
        return new RequestFailure(message, _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.proxy, { isTransient: proxyStatus >= 500 });
    }
    const code = connectionCode(error);
    const isUntrusted = /CERT|SIGNATURE/.test(code);
    const what = so === '' ? 'cannot be reached' : `closed the connection${so}`;
    const remedy = isUntrusted ? _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.certificate : _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.network;
    return new RequestFailure(`${placeOf(hop)} ${what} (${code})`, remedy, { isTransient: !isUntrusted });
}
function remedyForRefusal({ registry, url }, status) {
    if (status === 404)
        return _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.noSuchPackage;
    if (status !== 401 && status !== 403)
        return _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.wrongAddress;
    if (!registry.isOriginOf(url))
        return _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.loginElsewhere;
    return registry.hasLogin ? _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.loginRefused : _install_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .REMEDIES */ .l.loginAsked;
}
function senderOf({ registry, url }) {
    return registry.isOriginOf(url) ? registry.address : url.origin;
}
function placeOf({ registry, asked, url }) {
    return registry.isOriginOf(url) && registry.isOriginOf(asked) ? (0,_registry_address_js__WEBPACK_IMPORTED_MODULE_4__/* .addressOf */ .ci)(asked.href) : url.origin;
}
function statusOfProxy(error) {
    const message = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error.message : '';
    const status = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/.exec(message);
    return status === null ? null : Number(status[1] ?? status[2]);
}
function connectionCode(error) {
    for (let inner = error; typeof inner === 'object' && inner !== null; inner = 'cause' in inner ? inner.cause : null) {
        const code = (0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(inner);
        if (/^[A-Z][A-Z\d_]+$/.test(code))
            return code;
    }
    return 'connection failed';
}


/***/ }),

/***/ 9839:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: function() { return /* binding */ chooseVersion; },
  resolveClaude: function() { return /* binding */ resolveClaude; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/ssri/lib/index.js
var lib = __webpack_require__(8951);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
// EXTERNAL MODULE: ./src/action/install/install-failure.ts
var install_failure = __webpack_require__(8902);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
;// CONCATENATED MODULE: ./src/action/install/packument.ts

const ABBREVIATED = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8';
const FULL = 'application/json';
class Packument {
    name;
    #content;
    constructor(name, content) {
        this.name = name;
        this.#content = objectOr(content);
    }
    static async ask(client, name) {
        return new Packument(name, await client.json(pathOf(name), ABBREVIATED));
    }
    static async askWhenPublished(client, { name, version }) {
        const times = objectOr(objectOr(await client.json(pathOf(name), FULL)).time);
        const ms = Date.parse(textOr(times[version]));
        return Number.isNaN(ms) ? null : ms;
    }
    get isUsable() {
        return (0,json/* isJsonObject */.OW)(this.#content.versions);
    }
    versionOf(tag) {
        const tags = objectOr(this.#content['dist-tags']);
        return Object.hasOwn(tags, tag) ? textOr(tags[tag]) : null;
    }
    release(version) {
        const versions = objectOr(this.#content.versions);
        if (!Object.hasOwn(versions, version) || !(0,json/* isJsonObject */.OW)(versions[version]))
            return null;
        const { dist, bin, optionalDependencies } = versions[version];
        const { tarball, integrity, signatures } = objectOr(dist);
        return {
            name: this.name,
            version,
            tarball: textOr(tarball),
            integrity: textOr(integrity),
            signatures: Array.isArray(signatures) ? signatures.map(signatureFrom) : [],
            bin: textsOf(bin),
            optionalDependencies: textsOf(optionalDependencies)
        };
    }
}
function pathOf(name) {
    return name.replace('/', '%2f');
}
function signatureFrom(value) {
    const { keyid, sig } = objectOr(value);
    return { keyid: textOr(keyid), sig: textOr(sig) };
}
function textsOf(value) {
    return new Map(Object.entries(objectOr(value)).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
}
function objectOr(value) {
    return (0,json/* isJsonObject */.OW)(value) ? value : {};
}
function textOr(value) {
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./src/action/exec.ts
var exec = __webpack_require__(2965);
;// CONCATENATED MODULE: ./src/action/install/platform.ts


async function platformOf({ platform, arch, report, sysctl }) {
    if (platform === 'linux')
        return `linux-${arch}${hasGlibc(report()) ? '' : '-musl'}`;
    const isTranslated = platform === 'darwin' && arch === 'x64' && (await sysctl('sysctl.proc_translated')).trim() === '1';
    return `${platform}-${isTranslated ? 'arm64' : arch}`;
}
function thisMachine(env) {
    return {
        platform: process.platform,
        arch: process.arch,
        report: () => process.report.getReport(),
        sysctl: async (name) => (await (0,exec/* runProgram */.mB)('/usr/sbin/sysctl', ['-n', name], { env, home: '/' })).stdout
    };
}
function hasGlibc(report) {
    return (0,json/* isJsonObject */.OW)(report) && (0,json/* isJsonObject */.OW)(report.header) && report.header.glibcVersionRuntime !== undefined;
}

// EXTERNAL MODULE: ./src/action/install/registry-address.ts + 1 modules
var registry_address = __webpack_require__(205);
;// CONCATENATED MODULE: ./src/action/install/configured-registry.ts



const PUBLIC_HOST = 'registry.npmjs.org';
class Registry {
    url;
    variable;
    constructor(url, variable) {
        this.url = url;
        this.variable = variable;
    }
    static of(env) {
        const variable = registry_address/* REGISTRY_VARIABLES */.cp.find(name => (env[name] ?? '').trim() !== '') ?? null;
        if (variable === null)
            return new Registry(new URL(`https://${PUBLIC_HOST}/`), null);
        const url = (0,or_null/* orNull */.X)(() => new URL((env[variable] ?? '').trim()));
        if (url === null || !isWeb(url))
            throw (0,install_failure/* installFailed */.P)(`${variable} has no valid address`, install_failure/* REMEDIES */.l.wrongAddress);
        return new Registry(url, variable);
    }
    get address() {
        return (0,registry_address/* addressOf */.ci)(this.url.href);
    }
    get hasLogin() {
        return this.url.username !== '' || this.url.password !== '';
    }
    at(path) {
        const url = withoutLogin(this.url);
        url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
        return url;
    }
    tarballAt(address) {
        const url = (0,or_null/* orNull */.X)(() => new URL(address));
        if (url === null || !isWeb(url))
            return null;
        return url.hostname === PUBLIC_HOST ? this.at(url.pathname.slice(1)) : withoutLogin(url);
    }
    isOriginOf({ origin }) {
        return origin === this.url.origin;
    }
    authorizationFor(url) {
        if (!this.hasLogin || !this.isOriginOf(url))
            return null;
        const { username, password } = this.url;
        const pair = [username, password].map(part => (0,or_null/* orNull */.X)(() => decodeURIComponent(part)) ?? part).join(':');
        return `Basic ${Buffer.from(pair).toString('base64')}`;
    }
}
function isWeb({ protocol }) {
    return protocol === 'https:' || protocol === 'http:';
}
function withoutLogin(address) {
    const url = new URL(address);
    url.username = '';
    url.password = '';
    url.hash = '';
    return url;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "../cli/undici.cjs"
var undici_cjs_ = __webpack_require__(9499);
// EXTERNAL MODULE: ./src/github-secrets/proxy.ts
var github_secrets_proxy = __webpack_require__(1719);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/action/install/progress.ts
var progress = __webpack_require__(9567);
// EXTERNAL MODULE: ./src/action/install/request-failure.ts
var request_failure = __webpack_require__(7968);
;// CONCATENATED MODULE: ./src/action/install/answer.ts






const MAX_TEXT_BYTES = 32 * 1024 * 1024;
function readAnswer(response, hop, watch) {
    const { statusCode, headers, body } = response;
    body.on('error', () => undefined);
    if (statusCode === 200) {
        const length = Number(headers['content-length'] ?? Number.NaN);
        const size = Number.isSafeInteger(length) ? length : null;
        return { hop, size, isGzipped: headers['content-encoding'] === 'gzip', parts: partsOf(body, { hop, size, watch }) };
    }
    body.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode))
        throw (0,request_failure/* refused */.J5)(hop, statusCode);
    const { location } = headers;
    const url = typeof location === 'string' ? (0,or_null/* orNull */.X)(() => new URL(location, hop.url)) : null;
    if (url === null || !/^https?:$/.test(url.protocol))
        throw (0,request_failure/* unexpected */.os)(hop, 'redirects to no valid address');
    if (hop.url.protocol === 'https:' && url.protocol === 'http:')
        throw (0,request_failure/* unexpected */.os)(hop, `redirects to ${url.origin}, without TLS`);
    return url;
}
async function textOf({ hop, isGzipped, parts }) {
    const chunks = [];
    let bytes = 0;
    for await (const part of parts) {
        bytes += part.length;
        if (bytes > MAX_TEXT_BYTES)
            throw (0,request_failure/* unexpected */.os)(hop, 'sent too much');
        chunks.push(part);
    }
    const body = Buffer.concat(chunks);
    if (!isGzipped)
        return body.toString('utf8');
    try {
        return (await (0,external_node_util_.promisify)(external_node_zlib_.gunzip)(body, { maxOutputLength: MAX_TEXT_BYTES })).toString('utf8');
    }
    catch (error) {
        throw (0,request_failure/* unexpected */.os)(hop, (0,system_error/* errorCode */.CA)(error) === 'ERR_BUFFER_TOO_LARGE' ? 'sent too much' : 'sent damaged text');
    }
}
async function* partsOf(body, { hop, size, watch }) {
    let received = 0;
    try {
        watch.start();
        for await (const part of body) {
            watch.stop();
            if (!Buffer.isBuffer(part))
                continue;
            received += part.length;
            yield part;
            watch.start();
        }
    }
    catch (error) {
        const so = ` after ${(0,progress/* megabytes */.i)(received, size)}`;
        throw watch.failureOf(hop, error, so);
    }
    finally {
        watch.stop();
    }
}

;// CONCATENATED MODULE: ./src/action/install/stall-watch.ts

class StallWatch {
    limits;
    #stalled = new AbortController();
    #late;
    #timer;
    constructor(limits) {
        this.limits = limits;
        this.#late = AbortSignal.timeout(limits.totalMs);
    }
    get signals() {
        return [this.#stalled.signal, this.#late];
    }
    failureOf(hop, error, so) {
        const { stallMs, totalMs } = this.limits;
        if (this.#stalled.signal.aborted)
            return (0,request_failure/* stalled */.O0)(hop, stallMs, so);
        return this.#late.aborted ? (0,request_failure/* tooSlow */.gn)(hop, totalMs, so) : (0,request_failure/* disconnected */.ux)(hop, error, so);
    }
    start() {
        this.stop();
        this.#timer = setTimeout(() => {
            this.#stalled.abort();
        }, this.limits.stallMs);
    }
    stop() {
        clearTimeout(this.#timer);
    }
}

;// CONCATENATED MODULE: ./src/action/install/registry-client.ts








const LIMITS = { stallMs: 60_000, totalMs: 15 * 60_000, retryWaitsMs: [1_000, 5_000] };
const MAX_REDIRECTS = 10;
const HIGH_WATER_MARK = 1024 * 1024;
class RegistryClient {
    registry;
    step;
    limits;
    #proxies = new Map();
    constructor(registry, step, limits = LIMITS) {
        this.registry = registry;
        this.step = step;
        this.limits = limits;
    }
    json(path, accept) {
        const headers = { accept, 'accept-encoding': 'gzip' };
        const take = async (answer) => {
            const value = (0,json/* parseJson */.qF)(await textOf(answer));
            if (value === undefined)
                throw (0,request_failure/* unexpected */.os)(answer.hop, 'did not answer with JSON');
            return value;
        };
        return this.#get({ asked: this.registry.at(path), headers, take });
    }
    download(asked, take) {
        return this.#get({ asked, headers: { accept: '*/*' }, take });
    }
    async #get(wanted) {
        const { cancel, note } = this.step;
        for (const waitMs of this.limits.retryWaitsMs) {
            try {
                return await this.#getOnce(wanted);
            }
            catch (error) {
                cancel.throwIfAborted();
                if (!(error instanceof request_failure/* RequestFailure */.e6 && error.isTransient))
                    throw error;
                note(`${error.message}: trying again`);
                await (0,promises_.setTimeout)(waitMs, undefined, { signal: cancel });
            }
        }
        return this.#getOnce(wanted);
    }
    async #getOnce({ asked, headers, take }) {
        const watch = new StallWatch(this.limits);
        const signal = AbortSignal.any([this.step.cancel, ...watch.signals]);
        let hop = { registry: this.registry, asked, url: asked };
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
            const response = await this.#send(hop, headers, { watch, signal });
            const answer = readAnswer(response, hop, watch);
            if (!(answer instanceof URL))
                return take(answer);
            hop = { ...hop, url: answer };
        }
        throw (0,request_failure/* unexpected */.os)(hop, `redirects more than ${MAX_REDIRECTS} times`);
    }
    async #send(hop, headers, { watch, signal }) {
        const authorization = hop.registry.authorizationFor(hop.url);
        const dispatcher = this.#proxyFor(hop.url);
        watch.start();
        try {
            return await (0,undici_cjs_.request)(hop.url, {
                headers: { 'user-agent': 'clr-refresh', ...headers, ...(authorization === null ? {} : { authorization }) },
                signal,
                highWaterMark: HIGH_WATER_MARK,
                ...(dispatcher === undefined ? {} : { dispatcher })
            });
        }
        catch (error) {
            throw watch.failureOf(hop, error, '');
        }
        finally {
            watch.stop();
        }
    }
    #proxyFor(url) {
        if (!this.#proxies.has(url.origin))
            this.#proxies.set(url.origin, openProxy(url));
        return this.#proxies.get(url.origin);
    }
}
function openProxy(url) {
    try {
        const proxy = (0,github_secrets_proxy/* proxyFor */.i)(url) ?? (0,github_secrets_proxy/* proxyFor */.i)(new URL(`https://${url.host}`));
        return proxy === null ? undefined : new undici_cjs_.ProxyAgent({ ...proxy, proxyTunnel: false });
    }
    catch {
        throw new request_failure/* RequestFailure */.e6('the address of the proxy is not valid', install_failure/* REMEDIES */.l.proxy);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/action/install/signatures.ts






const KEYS = '-/npm/v1/keys';
async function checkSignatures(client, release) {
    const { signatures } = release;
    if (signatures.length === 0)
        return 'the npm registry has no signature of it';
    const keys = await askForKeys(client);
    if (typeof keys === 'string')
        return keys;
    let firstExpiryMs = Infinity;
    for (const signature of signatures)
        firstExpiryMs = Math.min(firstExpiryMs, checkSignature(signature, release, keys));
    if (Date.now() < firstExpiryMs)
        return null;
    const publishedAtMs = await Packument.askWhenPublished(client, release);
    if (publishedAtMs === null)
        return 'its key has expired, and the npm registry does not say when this version was published';
    if (publishedAtMs < firstExpiryMs)
        return null;
    throw wrong(release, 'by a key that had expired when this version was published');
}
async function askForKeys(client) {
    try {
        const answer = await client.json(KEYS, 'application/json');
        const keys = (0,json/* isJsonObject */.OW)(answer) ? answer.keys : null;
        if (!Array.isArray(keys))
            throw (0,install_failure/* installFailed */.P)(`the npm registry ${client.registry.address} sent no list of its keys`, install_failure/* REMEDIES */.l.wrongAddress);
        if (keys.length > 0)
            return new Map(keys.filter(json/* isJsonObject */.OW).map(key => [key.keyid, key]));
    }
    catch (error) {
        const status = error instanceof request_failure/* RequestFailure */.e6 && !error.isTransient ? (error.status ?? 0) : 0;
        if (status < 400)
            throw error;
        if (status !== 404)
            return `the npm registry answered with status ${status} when asked for its keys`;
    }
    return 'the npm registry serves no keys';
}
function checkSignature({ keyid, sig }, release, keys) {
    const key = keys.get(keyid);
    if (key === undefined)
        throw wrong(release, 'by a key that the npm registry does not list');
    if (!matches(release, publicKeyFrom(key), sig))
        throw wrong(release, 'that does not match it');
    const { expires = null } = key;
    const expiresAtMs = expires === null ? Infinity : Date.parse(typeof expires === 'string' ? expires : '');
    if (Number.isNaN(expiresAtMs))
        throw wrong(release, 'whose key has no valid expiry');
    return expiresAtMs;
}
function publicKeyFrom({ key: spki }) {
    const der = Buffer.from(typeof spki === 'string' ? spki : '', 'base64');
    const key = (0,or_null/* orNull */.X)(() => (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
    return key?.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
}
function matches({ name, version, integrity }, key, signature) {
    const message = Buffer.from(`${name}@${version}:${integrity}`);
    return key !== null && (0,external_node_crypto_.verify)('sha256', message, key, Buffer.from(signature, 'base64'));
}
function wrong({ name, version }, how) {
    return (0,install_failure/* installFailed */.P)(`${name} ${version} has a signature ${how}`, install_failure/* REMEDIES */.l.signature);
}

;// CONCATENATED MODULE: ./src/action/install/claude-package.ts










const CLAUDE_PACKAGE = '@anthropic-ai/claude-code';
class ClaudeSource {
    client;
    platform;
    step;
    #main;
    constructor(client, platform, step) {
        this.client = client;
        this.platform = platform;
        this.step = step;
    }
    static async open(env, step, limits) {
        const registry = Registry.of(env);
        if (registry.variable !== null)
            step.note(`npm registry: ${registry.address} (${registry.variable})`);
        const platform = await platformOf(thisMachine(env));
        return new ClaudeSource(new RegistryClient(registry, step, limits), platform, step);
    }
    async versionOfTag(tag) {
        const main = await this.#askMain();
        const named = main.versionOf(tag);
        if (named === null)
            throw this.#missing(CLAUDE_PACKAGE, `tag ${tag}`);
        const version = (0,claude_version/* exactVersion */.y)(named);
        if (version === null)
            throw this.#missing(CLAUDE_PACKAGE, `valid version at the tag ${tag}`);
        this.#releaseOf(main, version);
        return version;
    }
    async packageOf(version) {
        const main = this.#releaseOf(await this.#askMain(), version);
        const release = await this.#releaseForPlatform(main);
        const { name, integrity } = release;
        const sha512 = sha512In(integrity);
        if (sha512 === '')
            throw (0,install_failure/* installFailed */.P)(`the npm registry has no sha512 of ${name} ${release.version}`, install_failure/* REMEDIES */.l.noIntegrity);
        const tarball = this.client.registry.tarballAt(release.tarball);
        if (tarball === null) {
            throw (0,install_failure/* installFailed */.P)(`the npm registry has no valid address of ${name} ${release.version}`, install_failure/* REMEDIES */.l.wrongAddress);
        }
        const unchecked = await checkSignatures(this.client, release);
        if (unchecked !== null)
            this.step.note(`The signature of ${name} ${release.version} was not checked: ${unchecked}`);
        const program = release === main ? programOf(release) : 'claude';
        return { name, version: release.version, tarball, integrity: sha512, program };
    }
    async #releaseForPlatform(main) {
        const isPlatform = (name) => name.startsWith(`${CLAUDE_PACKAGE}-`);
        const platforms = [...main.optionalDependencies.keys()].filter(isPlatform);
        if (platforms.length === 0)
            return main;
        const name = `${CLAUDE_PACKAGE}-${this.platform}`;
        const { version } = main;
        const named = main.optionalDependencies.get(name);
        if (named === undefined)
            throw noPackageFor(this.platform, version);
        if (named !== version)
            throw (0,install_failure/* installFailed */.P)(`${main.name} ${version} names another version of ${name}`, install_failure/* REMEDIES */.l.unusable);
        return this.#releaseOf(await this.#ask(name), version);
    }
    #releaseOf(packument, version) {
        const release = packument.release(version);
        if (release === null)
            throw this.#missing(packument.name, `version ${version}`);
        return release;
    }
    #askMain() {
        this.#main ??= this.#ask(CLAUDE_PACKAGE);
        return this.#main;
    }
    async #ask(name) {
        const packument = await Packument.ask(this.client, name);
        if (packument.isUsable)
            return packument;
        throw (0,install_failure/* installFailed */.P)(`the npm registry ${this.client.registry.address} sent no metadata of ${name}`, install_failure/* REMEDIES */.l.wrongAddress);
    }
    #missing(name, what) {
        const message = `the npm registry ${this.client.registry.address} has no ${what} of ${name}`;
        return (0,install_failure/* installFailed */.P)(message, install_failure/* REMEDIES */.l.noSuchVersion);
    }
}
function sha512In(integrity) {
    const hashes = (0,or_null/* orNull */.X)(() => (0,lib/* parse */.qg)(integrity).sha512) ?? [];
    return hashes.map(({ digest }) => `sha512-${digest}`).join(' ');
}
function noPackageFor(platform, version) {
    return (0,install_failure/* installFailed */.P)(`claude ${version} has no program for ${platform}`, install_failure/* REMEDIES */.l.noPlatform);
}
function programOf({ name, version, bin }) {
    const program = external_node_path_default().posix.normalize(bin.get('claude') ?? '..');
    if (/^(?:\.\.?)?(?:\/|$)/.test(program) || program.includes('\0'))
        throw (0,install_failure/* installFailed */.P)(`${name} ${version} names no program claude`, install_failure/* REMEDIES */.l.unusable);
    return program;
}

// EXTERNAL MODULE: ./src/action/install/installing.ts
var installing = __webpack_require__(7497);
// EXTERNAL MODULE: ./src/action/install/tool-cache.ts
var tool_cache = __webpack_require__(5741);
;// CONCATENATED MODULE: ./src/action/install/resolve-claude.ts



async function chooseVersion(wanted, { env, step, limits }) {
    let opened;
    const open = () => (opened ??= ClaudeSource.open(env, step, limits));
    return { version: wanted.kind === 'exact' ? wanted.version : await (await open()).versionOfTag(wanted.tag), open };
}
function resolveClaude(wanted, env, step) {
    return (0,installing/* asInstallation */.rn)(step.cancel, async () => {
        const { version, open } = await chooseVersion(wanted, { env, step });
        const { isCached, use } = planFor(version, env);
        if (!isCached)
            await (await open()).packageOf(version);
        const name = wanted.kind === 'exact' ? version : `${wanted.tag} is ${version}`;
        return `claude-version ${name}, which a real run would ${use}`;
    });
}
function planFor(version, env) {
    try {
        const isCached = tool_cache/* CachedTool */.l.claude(version, env).find(version) !== null;
        return { isCached, use: isCached ? 'take from the tool cache' : 'install in the tool cache' };
    }
    catch (error) {
        if (!(error instanceof tool_cache/* ClosedCache */.B))
            throw error;
        return { isCached: false, use: `install only for this job, because ${error.message}` };
    }
}


/***/ }),

/***/ 3140:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ Stage; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8701);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4994);
/* harmony import */ var _core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(684);







const STAGING_PREFIX = '.clr-stage-';
const STALE_MS = 60 * 60_000;
const MAKER = 'maker.json';
class Stage {
    path;
    constructor(path) {
        this.path = path;
    }
    static async begin(parent) {
        await sweepStages(parent);
        const stage = new Stage(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(parent, `${STAGING_PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(stage.path, 0o700);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(stage.path, MAKER), JSON.stringify((0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .ownIdentity */ .hY)()));
        return stage;
    }
    get tool() {
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, 'tool');
    }
    get home() {
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, 'home');
    }
    keepTool(prefix) {
        const kept = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, '..', node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(this.path).replace(STAGING_PREFIX, prefix));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(this.tool, 0o700);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(this.tool, kept);
        return kept;
    }
    async remove() {
        await (0,_actions_io__WEBPACK_IMPORTED_MODULE_3__/* .rmRF */ .Yz)(this.path);
    }
}
async function sweepStages(parent) {
    const names = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(parent)) ?? [];
    for (const name of names.filter(entry => entry.startsWith(STAGING_PREFIX))) {
        const stage = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(parent, name);
        if ((0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => isStale(stage)) === true)
            await (0,_actions_io__WEBPACK_IMPORTED_MODULE_3__/* .rmRF */ .Yz)(stage).catch(() => undefined);
    }
}
function isStale(stage) {
    const { uid, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(stage);
    if (uid !== process.getuid?.())
        return false;
    const record = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(stage, MAKER), 'utf8'));
    const maker = record === null ? null : (0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .parseIdentity */ .aZ)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(record));
    const life = maker === null ? 'unknown' : (0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(maker);
    return life === 'unknown' ? Date.now() - mtimeMs > STALE_MS : life === 'no';
}


/***/ }),

/***/ 5741:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ ClosedCache; },
/* harmony export */   l: function() { return /* binding */ CachedTool; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8701);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4994);
/* harmony import */ var _core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _core_system_who_else_may_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2221);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3140);







class ClosedCache extends Error {
}
class CachedTool {
    cache;
    name;
    constructor(cache, name) {
        this.cache = cache;
        this.name = name;
    }
    static claude(version, { RUNNER_TOOL_CACHE: root = '' }) {
        if (!node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(root))
            throw new ClosedCache('RUNNER_TOOL_CACHE is not set');
        const cache = new CachedTool(root, 'claude-code');
        let untrusted;
        try {
            untrusted = cache.#findUntrusted(version);
        }
        catch (error) {
            return cache.#refuse(error);
        }
        if (untrusted !== null)
            throw new ClosedCache(`other users may write in the tool cache (${untrusted})`);
        return cache;
    }
    #findUntrusted(version) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(this.cache, { throwIfNoEntry: false }) === undefined)
            return null;
        let folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(this.cache);
        for (const name of ['', this.name, version, process.arch]) {
            folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name);
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false });
            if (stats === undefined)
                return null;
            if (!stats.isDirectory() || isWritableByOthers(stats))
                return folder;
        }
        return findUntrustedBelow(folder, folder);
    }
    find(version) {
        const folder = this.#folderOf(version);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(`${folder}.complete`) ? folder : null;
    }
    async add(version, make) {
        const stage = await this.#begin().catch(this.#refuse);
        try {
            await make(stage.tool);
            return await this.#settle(stage.tool, version).catch(this.#refuse);
        }
        finally {
            await stage.remove();
        }
    }
    async remove(version) {
        await this.#empty(version).catch(this.#refuse);
    }
    async #begin() {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(this.cache, this.name);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(parent, { recursive: true });
        return _stage_js__WEBPACK_IMPORTED_MODULE_5__/* .Stage */ .B.begin(parent);
    }
    async #settle(tool, version) {
        const folder = this.#folderOf(version);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(folder), { recursive: true });
        while (!tryMove(tool, folder)) {
            if (this.find(version) !== null)
                return folder;
            await (0,_actions_io__WEBPACK_IMPORTED_MODULE_2__/* .rmRF */ .Yz)(folder);
        }
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${folder}.complete`, '');
        }
        catch (error) {
            await this.#empty(version);
            throw error;
        }
        return folder;
    }
    async #empty(version) {
        await (0,_actions_io__WEBPACK_IMPORTED_MODULE_2__/* .rmRF */ .Yz)(`${this.#folderOf(version)}.complete`);
        await (0,_actions_io__WEBPACK_IMPORTED_MODULE_2__/* .rmRF */ .Yz)(this.#folderOf(version));
    }
    #refuse = (error) => {
        throw new ClosedCache(`the tool cache ${this.cache} cannot be used (${(0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error)})`);
    };
    #folderOf(version) {
        return node_path__WEBPACK_IMPORTED_MODULE_1___default().join(this.cache, this.name, version, process.arch);
    }
}
function tryMove(folder, to) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(folder, to);
        return true;
    }
    catch (error) {
        if (['ENOTEMPTY', 'EEXIST'].includes((0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error)))
            return false;
        throw error;
    }
}
function findUntrustedBelow(folder, tool) {
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).map(name => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name))) {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(entry);
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
    return (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(link))?.startsWith(`${tool}${(node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)}`) === true;
}
function isWritableByOthers(stats) {
    return (0,_core_system_who_else_may_write_js__WEBPACK_IMPORTED_MODULE_4__/* .whoElseMayWrite */ .M)(stats, process.getuid?.() ?? -1) !== null;
}


/***/ }),

/***/ 1719:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: function() { return /* binding */ proxyFor; }
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9783);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9499);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(undici__WEBPACK_IMPORTED_MODULE_1__);


function proxyFor(url) {
    const proxy = (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .getProxyUrl */ .s)(new URL(url));
    if (proxy === undefined || proxy.hostname === '')
        return null;
    const { href: uri, username, password } = proxy;
    const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const clientFactory = (origin, options) => new TunnelPool(origin, options);
    return { uri, clientFactory, ...(username === '' && password === '' ? {} : { token }) };
}
class TunnelPool extends undici__WEBPACK_IMPORTED_MODULE_1__.Pool {
    dispatch(options, handler) {
        return super.dispatch(options, {
            onConnect: abort => handler.onConnect?.(abort),
            onUpgrade: (status, headers, socket) => handler.onUpgrade?.(status, headers, socket),
            onHeaders: (status, headers, resume, text) => handler.onHeaders?.(status, headers, resume, text) ?? true,
            onError: error => handler.onError?.(isClosed(error) ? new ClosedByProxy() : error)
        });
    }
}
class ClosedByProxy extends Error {
    code = 'ECONNRESET';
    constructor() {
        super('the proxy closed the connection');
    }
}
function isClosed(error) {
    return 'code' in error && error.code === 'UND_ERR_SOCKET';
}


/***/ })

};
;
"use strict";
exports.id = 574;
exports.ids = [574];
exports.modules = {

/***/ 574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installClaude: () => (/* binding */ installClaude)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(8701);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/action/install/claude-cache.ts + 2 modules
var claude_cache = __webpack_require__(5704);
// EXTERNAL MODULE: ./src/action/install/claude-package.ts + 8 modules
var claude_package = __webpack_require__(3222);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/ssri/lib/index.js
var lib = __webpack_require__(8951);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/action/install/install-failure.ts
var install_failure = __webpack_require__(8902);
// EXTERNAL MODULE: ./src/action/install/installing.ts
var installing = __webpack_require__(7497);
// EXTERNAL MODULE: ./src/action/install/progress.ts
var install_progress = __webpack_require__(9567);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/parse.js + 10 modules
var parse = __webpack_require__(3979);
;// CONCATENATED MODULE: ./src/action/install/unpack.ts





const WAITING_BYTES = 8 * 1024 * 1024;
const FILES = ['File', 'OldFile', 'ContiguousFile'];
class UnsafeArchive extends Error {
}
function unpackTo(unpacking) {
    const writing = [];
    const parser = new parse/* Parser */.i({ strict: true });
    const stream = new external_node_stream_.Writable({
        highWaterMark: WAITING_BYTES,
        write: (chunk, _encoding, done) => {
            if (parser.write(chunk))
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
        const written = write(entry, unpacking);
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
        const received = await source.client.download(tarball, async (answer) => {
            await (0,io/* rmRF */.Yz)(home);
            await (0,promises_.mkdir)(home, { recursive: true });
            return receive(answer, found, { home, step });
        });
        step.note(`${name} ${version}: ${(0,install_progress/* megabytes */.i)(received)} from ${source.client.registry.address}`);
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

// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/action/exec.ts
var exec = __webpack_require__(2965);
// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
;// CONCATENATED MODULE: ./src/action/install/try-claude.ts







async function whyNotRunning(folder, env, cancel) {
    const program = external_node_path_default().join(folder, 'bin', 'claude');
    const home = await (0,promises_.mkdtemp)(external_node_path_default().join((0,installing/* temporaryFolder */.yy)(env), 'clr-home-'));
    try {
        const withOurNode = { ...env, PATH: [external_node_path_default().dirname(process.execPath), env.PATH ?? ''].join((external_node_path_default()).delimiter) };
        const running = (0,exec/* runProgram */.mB)(program, ['--version'], { env: withOurNode, home });
        const { exitCode, stdout, stderr } = await (0,installing/* orCancelled */.Nr)(running, cancel);
        const printed = (0,claude_version/* exactVersion */.y)(stdout.trim().split(' ')[0] ?? '');
        if (exitCode === 0 && printed !== null && printed === (await packageVersion(program)))
            return null;
        return ((0,redact/* redact */.E$)(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim().slice(0, 200) || `exit status ${exitCode ?? 'none'}`);
    }
    finally {
        await (0,io/* rmRF */.Yz)(home);
    }
}
async function packageVersion(program) {
    const folder = external_node_path_default().dirname(await (0,promises_.realpath)(program));
    const manifest = await (0,promises_.readFile)(external_node_path_default().join(folder, 'package.json'), 'utf8');
    return (0,claude_version/* exactVersion */.y)(/"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1] ?? '');
}

;// CONCATENATED MODULE: ./src/action/install/install-claude.ts










function installClaude(wanted, env, step, limits) {
    return (0,installing/* asInstallation */.rn)(step.cancel, () => install(wanted, { env, step, limits }));
}
async function install(wanted, { env, step, limits }) {
    let opened;
    const open = () => (opened ??= claude_package/* ClaudeSource */.C.open(env, step, limits));
    const version = wanted.kind === 'exact' ? wanted.version : await (await open()).versionOf(wanted);
    const check = (folder) => whyNotRunning(folder, env, step.cancel);
    const make = async (folder) => {
        const source = await open();
        await downloadClaude(source, await source.packageOf(version), { folder, step });
        const why = await check(folder);
        if (why !== null)
            throw (0,install_failure/* installFailed */.P)(`claude ${version} was installed, but does not run: ${why}`);
    };
    const cached = await installInCache({ version, make, check }, env);
    if ('folder' in cached)
        return external_node_path_default().join(cached.folder, 'bin');
    const folder = await (0,promises_.mkdtemp)(external_node_path_default().join((0,installing/* temporaryFolder */.yy)(env), 'clr-claude-'));
    step.note(`claude ${version} is installed in ${folder}, only for this job: ${cached.whyNot}`);
    try {
        await make(folder);
    }
    catch (error) {
        await (0,io/* rmRF */.Yz)(folder);
        throw error;
    }
    return external_node_path_default().join(folder, 'bin');
}
async function installInCache({ version, make, check }, env) {
    const opened = (0,claude_cache/* openClaudeCache */.J)(version, env);
    if ('whyNot' in opened)
        return opened;
    const { cache, root } = opened;
    try {
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
        return (0,claude_cache/* unusable */._)(root, error);
    }
}


/***/ })

};
;
/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2015:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: function() { return /* binding */ killProcess; },
/* harmony export */   s: function() { return /* binding */ listenForSignals; }
/* harmony export */ });
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4994);

const SIGNALS = ['SIGINT', 'SIGTERM'];
function listenForSignals(source = process, kill = killProcess) {
    const cancel = new AbortController();
    const received = [];
    let passOn = (name) => void received.push(name);
    for (const name of SIGNALS) {
        source.on(name, () => {
            cancel.abort();
            passOn(name);
        });
    }
    return {
        cancel: cancel.signal,
        passOnTo: running => {
            void running.pid.then(pid => {
                if (pid === null)
                    return;
                passOn = name => {
                    kill(pid, name);
                };
                for (const name of received.splice(0))
                    passOn(name);
            });
            void running.ended.then(() => (passOn = () => undefined));
        }
    };
}
function killProcess(pid, signal) {
    (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_0__/* .orNull */ .X)(() => process.kill(pid, signal));
}


/***/ }),

/***/ 9022:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DD: function() { return /* binding */ environmentFor; },
/* harmony export */   Oz: function() { return /* binding */ argumentsFor; },
/* harmony export */   uj: function() { return /* binding */ startClr; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_claude_claude_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8310);
/* harmony import */ var _core_programs_version_manager_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9107);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4994);
/* harmony import */ var _core_pid_line_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(805);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2965);






function argumentsFor(inputs) {
    return [
        'refresh',
        '--json',
        ...(inputs.creds === '' ? [] : [`--creds=${inputs.creds}`]),
        ...(inputs.timeout === '' ? [] : [`--timeout=${inputs.timeout}`]),
        ...(inputs.minValidity === '' ? [] : [`--min-validity=${inputs.minValidity}`]),
        ...(inputs.trace ? ['--trace'] : [])
    ];
}
const CLR_VARIABLES = ['HOME', 'USERPROFILE', 'CLAUDE_CONFIG_DIR', 'RUNNER_TRACKING_ID'];
function environmentFor(env, claudeFolder = null) {
    const folders = [...(claudeFolder === null ? [] : [claudeFolder]), env.PATH ?? ''];
    const variables = { ...(0,_core_claude_claude_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .claudeVariables */ .I5)(env), ...(0,_core_programs_version_manager_js__WEBPACK_IMPORTED_MODULE_2__/* .managerVariables */ .B)(env), ...(0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .pick */ .Up)(env, CLR_VARIABLES) };
    return { ...variables, PATH: folders.join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter)) };
}
function startClr(call) {
    let onSpawn = () => undefined;
    let onFirstLine = () => undefined;
    const isSpawned = new Promise(resolve => (onSpawn = resolve));
    const saidSomething = new Promise(resolve => (onFirstLine = resolve));
    let firstLine = '';
    const listeners = {
        debug: () => setImmediate(onSpawn),
        stderr: (chunk) => {
            if (!firstLine.includes('\n'))
                firstLine += chunk.toString();
            if (firstLine.includes('\n'))
                onFirstLine();
        }
    };
    const ended = (0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(process.execPath, [call.program, ...call.args], {
        env: { ...call.env, [_core_pid_line_js__WEBPACK_IMPORTED_MODULE_4__/* .ANNOUNCE_PID */ .y]: '1' },
        ...((0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => process.cwd()) === null ? { cwd: '/' } : {}),
        delay: 1_000,
        listeners
    });
    return {
        spawned: Promise.race([isSpawned, ended.then(() => undefined)]),
        pid: Promise.race([saidSomething, ended]).then(() => (0,_core_pid_line_js__WEBPACK_IMPORTED_MODULE_4__/* .pidIn */ .xi)(firstLine.split('\n', 1)[0] ?? '')),
        ended
    };
}


/***/ }),

/***/ 2965:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QM: function() { return /* binding */ mayBeKilled; },
/* harmony export */   Up: function() { return /* binding */ pick; },
/* harmony export */   g7: function() { return /* binding */ execute; },
/* harmony export */   mB: function() { return /* binding */ runProgram; }
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5334);
/* harmony import */ var _core_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6777);


function mayBeKilled({ exitCode }, output) {
    return exitCode === 137 || (exitCode === null && output === '');
}
async function execute(program, args, options) {
    const quoted = `"${program.replaceAll('"', '\\"')}"`;
    try {
        const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(quoted, [...args], {
            ...options,
            silent: true,
            ignoreReturnCode: true
        });
        return { exitCode: Number.isInteger(exitCode) ? exitCode : null, stdout, stderr };
    }
    catch (error) {
        return { exitCode: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) };
    }
}
function runProgram(program, args, { env, home }) {
    const variables = { ...(0,_core_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .allowedVariables */ .AR)(env), ...pick(env, ['RUNNER_TRACKING_ID']) };
    return execute(program, args, {
        env: { ...variables, HOME: home, USERPROFILE: home, DISABLE_AUTOUPDATER: '1' },
        cwd: '/'
    });
}
function pick(env, names) {
    const picked = {};
    for (const name of names) {
        const value = env[name];
        if (value !== undefined)
            picked[name] = value;
    }
    return picked;
}


/***/ }),

/***/ 1729:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   It: function() { return /* binding */ readSecretInputs; },
/* harmony export */   Ko: function() { return /* binding */ readInputs; },
/* harmony export */   bm: function() { return /* binding */ readSecretTexts; },
/* harmony export */   j8: function() { return /* binding */ parseLoginWarningMs; },
/* harmony export */   y4: function() { return /* binding */ asksForDryRun; }
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3457);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4994);


function readInputs(env) {
    return {
        creds: readText(env, 'creds'),
        timeout: readText(env, 'timeout'),
        minValidity: readText(env, 'min-validity'),
        trace: readBoolean(env, 'trace'),
        dryRun: readBoolean(env, 'dry-run'),
        credsJson: readText(env, 'creds-json'),
        claudeVersion: readText(env, 'claude-version'),
        secret: readSecretInputs(env),
        loginWarning: readText(env, 'login-warning')
    };
}
function asksForDryRun(env) {
    return (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => readBoolean(env, 'dry-run')) === true;
}
function parseLoginWarningMs(text) {
    return (0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDurationMs */ .yi)(text === '' ? _core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY.loginWarning : text, 'login-warning');
}
function readSecretInputs(env) {
    return {
        secretName: readText(env, 'secret-name'),
        secretRepository: readText(env, 'secret-repository'),
        secretEnvironment: readText(env, 'secret-environment'),
        secretOrganization: readText(env, 'secret-organization'),
        accessTokenSecretName: readText(env, 'access-token-secret-name'),
        secretApp: readText(env, 'secret-app'),
        githubToken: readText(env, 'github-token')
    };
}
function readSecretTexts(env) {
    return { credsJson: readText(env, 'creds-json'), githubToken: readText(env, 'github-token') };
}
function readBoolean(env, name) {
    const text = readText(env, name);
    return text !== '' && (0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG)(text, name);
}
function readText(env, name) {
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}


/***/ }),

/***/ 626:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FJ: function() { return /* binding */ UNKNOWN_CONTENT; },
/* harmony export */   TN: function() { return /* binding */ holdsPair; },
/* harmony export */   Wu: function() { return /* binding */ PostState; },
/* harmony export */   zY: function() { return /* binding */ NO_SECRET; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6153);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);
/* harmony import */ var _core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(684);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7973);
/* harmony import */ var _github_secrets_memory_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5700);
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5597);







const NO_SECRET = { kind: 'no-secret' };
const UNKNOWN_CONTENT = { kind: 'unknown' };
function holdsPair(fingerprint) {
    return { kind: 'pair', fingerprint };
}
class PostState {
    env;
    isPlacing;
    saved;
    add;
    constructor(env, isPlacing, saved, add = node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync) {
        this.env = env;
        this.isPlacing = isPlacing;
        this.saved = saved;
        this.add = add;
    }
    static begin(env, isPlacing) {
        return new PostState(env, isPlacing, {});
    }
    static rehearse(env, isPlacing) {
        return new PostState(env, isPlacing, {}, file => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        });
    }
    static read(env) {
        return new PostState(env, false, env);
    }
    get known() {
        return parseKnown(name => this.saved[`STATE_${name}`] ?? '');
    }
    fileIsAt(creds) {
        return this.#saveOrRefuse('creds', creds);
    }
    mainRuns() {
        this.#save('main', JSON.stringify((0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .ownIdentity */ .hY)()));
    }
    mainFinished() {
        if (this.known.creds === null)
            return;
        this.saved = { ...this.saved, STATE_finished: 'true' };
        this.#add(this.saved);
    }
    readOn() {
        const added = (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextOrEmpty */ .Qr)(this.env.GITHUB_STATE ?? '').matchAll(/^(\w+)<<(ghadelimiter_\w+)\n([^]*?)\n\2$/gm);
        for (const [, name = '', , text = ''] of added)
            this.saved = { ...this.saved, [`STATE_${name}`]: text };
    }
    beganWith(account) {
        this.#saveOrRefuse('account', account);
    }
    secretHolds(content) {
        this.#save('stored', textOfContent(content));
    }
    loginNeedsNoStoring(pair) {
        this.#saveOrRefuse('incoming', pair);
    }
    placing(content) {
        this.#saveOrRefuse('stored', textOfContent(content));
        this.#saveOrRefuse('placed', 'true');
    }
    notPlaced() {
        this.#save('placed', 'false');
        this.#save('stored', textOfContent(NO_SECRET));
    }
    clrRuns(pid) {
        const identity = (0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .identityOf */ .cu)(pid);
        if (identity !== null)
            this.#save('clr', JSON.stringify(identity));
    }
    areUsedUp(pairs) {
        this.#save('usedUp', pairs.join(' '));
    }
    storing() {
        this.#save('stored', textOfContent(UNKNOWN_CONTENT));
    }
    storedPair(pair) {
        this.#save('stored', textOfContent(holdsPair(pair)));
    }
    deliveredPair(pair) {
        this.#save('delivered', pair);
    }
    sawSecret(secret, history) {
        this.#save('secretSeen', JSON.stringify({ secret, ...history }));
    }
    fetchedKey(secret, { id, key }) {
        this.#save('secretKey', JSON.stringify({ secret, id, key }));
    }
    sawReaders(secret, visibilities) {
        this.#save('secretVisibilities', JSON.stringify({ secret, byName: Object.fromEntries(visibilities) }));
    }
    #save(name, text) {
        const value = { [`STATE_${name}`]: text };
        this.saved = { ...this.saved, ...value };
        return this.#add(value);
    }
    #add(values) {
        const delimiter = `ghadelimiter_${process.pid}_${process.hrtime.bigint()}`;
        const entries = Object.entries(values).map(([name, text = '']) => `${name.replace('STATE_', '')}<<${delimiter}\n${text}\n${delimiter}\n`);
        const file = this.env.GITHUB_STATE ?? '';
        try {
            (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeOrNothing */ .m)(file, () => {
                this.add(file, entries.join(''));
            });
            return null;
        }
        catch (error) {
            return (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_5__/* .whyNotWritten */ .z)('GITHUB_STATE', this.env, error);
        }
    }
    #saveOrRefuse(name, text) {
        const why = this.#save(name, text);
        if (why === null || !this.isPlacing)
            return why;
        const sentence = `${why}, so the file made from creds-json could not be removed at the end of the job, and new tokens in it could not be stored`;
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-writable', sentence);
    }
}
function parseKnown(textOf) {
    return {
        creds: textOf('creds') || null,
        main: (0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentity */ .aZ)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(textOf('main'))),
        finished: textOf('finished') === 'true',
        clr: (0,_core_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentity */ .aZ)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(textOf('clr'))),
        account: textOf('account'),
        incoming: textOf('incoming') || null,
        stored: contentOf(textOf('stored')),
        placed: textOf('placed') === 'true',
        delivered: textOf('delivered') || null,
        usedUp: textOf('usedUp').match(/\S+/g) ?? [],
        secretSeen: aboutSecret(textOf('secretSeen'), () => (0,_github_secrets_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWriteHistory */ .vh)(textOf('secretSeen'))),
        secretKey: aboutSecret(textOf('secretKey'), value => value),
        secretVisibilities: aboutSecret(textOf('secretVisibilities'), value => value)
    };
}
function textOfContent(content) {
    if (content.kind === 'no-secret')
        return '';
    return content.kind === 'unknown' ? UNKNOWN_CONTENT.kind : content.fingerprint;
}
function contentOf(text) {
    if (text === '')
        return NO_SECRET;
    return text === UNKNOWN_CONTENT.kind ? UNKNOWN_CONTENT : holdsPair(text);
}
function aboutSecret(text, factsOf) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(text);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(value) || typeof value.secret !== 'string')
        return null;
    const facts = factsOf(value);
    return facts === null ? null : { secret: value.secret, facts };
}


/***/ }),

/***/ 5597:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: function() { return /* binding */ wholeOrNothing; },
/* harmony export */   z: function() { return /* binding */ whyNotWritten; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4994);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7973);
/* harmony import */ var _core_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(43);




function whyNotWritten(name, env, error) {
    const file = env[name] ?? '';
    if (file === '')
        return `${name} is not set`;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)
        ? `${name} cannot be written (${(0,_core_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error)})`
        : `${name} names a file that does not exist`;
}
function wholeOrNothing(file, write) {
    const size = (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .statIfAny */ .k)(file)?.size;
    try {
        write();
    }
    catch (error) {
        (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => {
            if (size !== undefined)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(file, size);
        });
        throw error;
    }
}


/***/ }),

/***/ 5277:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lb: function() { return /* binding */ timesUntilNow; },
/* harmony export */   bD: function() { return /* binding */ describeSeconds; },
/* harmony export */   lh: function() { return /* binding */ StepTimes; }
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

class StepTimes {
    #phases = [];
    async measure(name, work) {
        const startMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
        try {
            return await work();
        }
        finally {
            this.#phases.push({ name, ms: node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - startMs });
        }
    }
    add(...phases) {
        this.#phases.push(...phases);
    }
    get phases() {
        return this.#phases;
    }
}
function timesUntilNow({ phases }) {
    return { phases, totalMs: node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() };
}
function describeSeconds(ms) {
    return `${(ms / 1_000).toFixed(ms < 1_000 ? 2 : 1)} s`;
}


/***/ }),

/***/ 8310:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I5: function() { return /* binding */ claudeVariables; },
/* harmony export */   ID: function() { return /* binding */ claudeEnvironment; },
/* harmony export */   Io: function() { return /* binding */ networkVariables; }
/* harmony export */ });
/* unused harmony export isolatedEnvironment */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6777);


const CLIENT_FILES = ['CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
const CLIENT_VARIABLES = [...CLIENT_FILES, 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'];
function claudeVariables(environment) {
    const variables = (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .allowedVariables */ .AR)(environment);
    for (const name of CLIENT_VARIABLES) {
        const value = environment[name];
        if (value !== undefined)
            variables[name] = CLIENT_FILES.includes(name) ? (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .absolutePaths */ .wd)(value) : value;
    }
    return variables;
}
function networkVariables(environment) {
    const variables = claudeVariables(environment);
    return [..._system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .NETWORK_VARIABLES */ .Dw, ...CLIENT_VARIABLES].filter(name => (variables[name] ?? '') !== '').sort();
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
    return [first ?? '', node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.execPath), callerPath].filter(entry => entry !== '').join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter));
}
function withLoopback(noProxy) {
    return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`;
}


/***/ }),

/***/ 2056:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: function() { return /* binding */ absolutePath; },
/* harmony export */   Po: function() { return /* binding */ tooLong; },
/* harmony export */   Y: function() { return /* binding */ CREDS; },
/* harmony export */   eY: function() { return /* binding */ likelyMistakeIn; },
/* harmony export */   pn: function() { return /* binding */ isTooLong; },
/* harmony export */   vM: function() { return /* binding */ currentAccountFile; }
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3457);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(43);





const MAX_PATH_BYTES = 3800;
const MAX_NAME_BYTES = 255;
const CREDS = '`--creds`';
function currentAccountFile({ CLAUDE_CONFIG_DIR: folder = '' }) {
    if (folder === '')
        return { text: '~/.claude/.credentials.json', name: CREDS };
    const start = node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(folder) ? '' : './';
    return { text: `${start}${folder.normalize('NFC')}/.credentials.json`, name: 'CLAUDE_CONFIG_DIR' };
}
function absolutePath(text, name = CREDS) {
    const refuse = (why) => new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${name} must be a path, but ${why}`);
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
    return text === '~' || text.startsWith('~/') ? node_path__WEBPACK_IMPORTED_MODULE_1___default().join(homeFolder(text), text.slice(1)) : text;
}
function homeFolder(text) {
    const refuse = (why) => {
        const remedy = 'Set HOME, or give an absolute path.';
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${why}, so the path ${(0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} cannot be resolved`, remedy);
    };
    if (process.env.HOME === '')
        throw refuse('HOME is empty');
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch (error) {
        throw refuse(`HOME is not set, and the system knows no home folder of this user (${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`);
    }
}
function resolveFrom(text) {
    try {
        return node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(text);
    }
    catch (error) {
        const why = `the working directory no longer exists (${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`;
        const remedy = 'Change to another folder, or give an absolute path.';
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${why}, so the path ${(0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} cannot be resolved`, remedy);
    }
}
function isTooLong(absolute) {
    const isLongName = (part) => Buffer.byteLength(part) > MAX_NAME_BYTES;
    return Buffer.byteLength(absolute) > MAX_PATH_BYTES || absolute.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)).some(isLongName);
}
function tooLong(name) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `the path in ${name} is too long`);
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


/***/ }),

/***/ 6153:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KX: function() { return /* binding */ MAX_JSON_DEPTH; },
/* harmony export */   OW: function() { return /* binding */ isJsonObject; },
/* harmony export */   kq: function() { return /* binding */ isNestedTooDeep; },
/* harmony export */   qF: function() { return /* binding */ parseJson; }
/* harmony export */ });
const MAX_JSON_DEPTH = 200;
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJson(text) {
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


/***/ }),

/***/ 3457:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hD: function() { return /* binding */ quote; },
/* harmony export */   mR: function() { return /* binding */ parseMinValidityMs; },
/* harmony export */   yE: function() { return /* binding */ parseTimeoutSeconds; },
/* harmony export */   yG: function() { return /* binding */ parseBoolean; },
/* harmony export */   yi: function() { return /* binding */ parseDurationMs; },
/* harmony export */   zY: function() { return /* binding */ DEFAULTS; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2258);


const DEFAULTS = { timeout: '45', minValidity: '0', loginWarning: '7d' };
function parseTimeoutSeconds(text, name = '`--timeout`') {
    const digits = text.trim();
    if (/^\d+$/.test(digits))
        return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be a whole number of seconds (0 for no limit), got ${quote(text)}`);
}
const UNIT_MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_MIN_VALIDITY_DAYS = 36_500;
function parseDurationMs(text, name) {
    const [, amount, unit = ''] = /^(\d+)([smhd]?)$/.exec(text.trim()) ?? [];
    const form = 'a duration such as 30s, 90m, 2h, 1d or 3600 (seconds)';
    if (amount === undefined)
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be ${form}, got ${quote(text)}`);
    return Number(amount) * (UNIT_MS[unit] ?? 1000);
}
function parseMinValidityMs(text, name = '`--min-validity`') {
    const ms = parseDurationMs(text, name);
    if (ms <= MAX_MIN_VALIDITY_DAYS * 86_400_000)
        return ms;
    const why = 'no token is valid for longer';
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be at most ${MAX_MIN_VALIDITY_DAYS}d, got ${quote(text)}: ${why}`);
}
function parseBoolean(text, name, words = 'true or false') {
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be ${words}, got ${quote(text)}`);
}
function quote(text, longest = 60) {
    const safe = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(text);
    return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}


/***/ }),

/***/ 4994:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: function() { return /* binding */ orNull; }
/* harmony export */ });
function orNull(work) {
    try {
        return work();
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 805:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   xi: function() { return /* binding */ pidIn; },
/* harmony export */   y: function() { return /* binding */ ANNOUNCE_PID; }
/* harmony export */ });
/* unused harmony export pidLine */
const ANNOUNCE_PID = 'CLR_REFRESH_ANNOUNCE_PID';
function pidLine(command, pid) {
    return `# clr ${command}, pid ${pid}`;
}
function pidIn(line) {
    const digits = /^# clr (?:refresh|recover), pid (\d{1,10})$/.exec(line)?.[1];
    return digits === undefined ? null : Number(digits);
}


/***/ }),

/***/ 9107:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ managerVariables; },
/* harmony export */   h: function() { return /* binding */ whileAsking; }
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4994);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6777);
/* harmony import */ var _system_process_group_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2490);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(43);
/* harmony import */ var _token_use_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1500);









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
        throw (0,_token_use_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutPair */ .re)({ reason: 'cancelled', message: `cancelled ${message}`, tokenUse: 'not-sent' });
    if (!deadline.hasPassed())
        return;
    throw (0,_token_use_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutPair */ .re)({ reason: 'timeout', message: `the time limit passed ${message}`, tokenUse: 'not-sent' });
}
async function askManager(shim, options, end) {
    const tooLate = { whyNot: `did not answer within ${TIMEOUT_SECONDS} s` };
    if (end.aborted)
        return tooLate;
    let manager = null;
    const kill = () => void (0,_system_process_group_js__WEBPACK_IMPORTED_MODULE_7__/* .signalGroup */ .i)(manager?.pid, 'SIGKILL');
    try {
        manager = start(shim, options);
        let said = '';
        manager.stdout.setEncoding('utf8').on('data', (text) => {
            said += text;
            if (said.length > MAX_ANSWER_LENGTH)
                kill();
        });
        manager.once('exit', kill);
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(manager, 'close', { signal: end });
        const named = said.trim();
        return manager.exitCode === 0 && node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(named) ? { program: named } : { whyNot: 'names no program' };
    }
    catch (error) {
        return (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error) === 'ABORT_ERR' ? tooLate : { whyNot: `cannot be run (${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error)})` };
    }
    finally {
        kill();
        manager?.stdout.destroy();
    }
}
function start({ path: shim, managerProgram, variables }, { environment, user }) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(managerProgram, ['which', node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(shim)], {
        cwd: '/',
        env: {
            ...managerVariables(environment),
            ...variables,
            PATH: (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .absoluteEntries */ .e0)(environment.PATH).join((node_path__WEBPACK_IMPORTED_MODULE_2___default().delimiter)),
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
        if (value === undefined || !LOCATIONS.test(name) || !node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(value))
            continue;
        if (bothPathsOf(value).every(isElsewhere))
            variables[name] = value;
    }
    return variables;
}
function workspacesOf({ GITHUB_WORKSPACE: workspace = '', HOME: home = '' }) {
    const homes = node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(home) ? bothPathsOf(home) : [];
    const workingDirectory = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => process.cwd()) ?? '';
    return [workingDirectory, workspace]
        .filter(folder => node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(folder))
        .flatMap(bothPathsOf)
        .filter(folder => !homes.some(one => isIn(folder, one)));
}
function bothPathsOf(place) {
    return [node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(place), (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .realPathOf */ .dN)(place)];
}
function isIn(folder, place) {
    return place === folder || place.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}


/***/ }),

/***/ 870:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KB: function() { return /* binding */ troubleshootingUrl; },
/* harmony export */   u: function() { return /* binding */ BY_HAND; },
/* harmony export */   yl: function() { return /* binding */ PROJECT; }
/* harmony export */ });
/* unused harmony exports NPX, DOCS */
const PROJECT = 'https://github.com/org/clr-refresh';
const NPX = 'npx github:org/clr-refresh#v1';
const DOCS = `${PROJECT}/blob/v1/docs`;
function troubleshootingUrl(reason) {
    return `${DOCS}/troubleshooting.md#${reason}`;
}
const BY_HAND = `${PROJECT}/blob/v1/README.md#by-hand`;


/***/ }),

/***/ 9186:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: function() { return /* binding */ NOT_SENT_HERE; },
/* harmony export */   FY: function() { return /* binding */ NOT_SENT; },
/* harmony export */   M4: function() { return /* binding */ RefreshError; },
/* harmony export */   Vs: function() { return /* binding */ isReason; },
/* harmony export */   WR: function() { return /* binding */ LOG_IN_AGAIN; },
/* harmony export */   eG: function() { return /* binding */ withoutTokenNote; },
/* harmony export */   sG: function() { return /* binding */ outcomeOf; },
/* harmony export */   xZ: function() { return /* binding */ WITH_CLR_LOGIN; }
/* harmony export */ });
/* unused harmony export allReasons */
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


/***/ }),

/***/ 2258:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: function() { return /* binding */ redact; },
/* harmony export */   PH: function() { return /* binding */ safeOutput; },
/* harmony export */   om: function() { return /* binding */ safeLine; }
/* harmony export */ });
/* unused harmony exports encodedForms, withoutProxyPasswords */

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


/***/ }),

/***/ 6777:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AR: function() { return /* binding */ allowedVariables; },
/* harmony export */   Dw: function() { return /* binding */ NETWORK_VARIABLES; },
/* harmony export */   e0: function() { return /* binding */ absoluteEntries; },
/* harmony export */   wd: function() { return /* binding */ absolutePaths; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4994);


const AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const NETWORK_VARIABLES = [
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
    ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
    ...AUTHORITIES
];
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/;
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...NETWORK_VARIABLES]);
function allowedVariables(environment) {
    const allowed = { PATH: absoluteEntries(environment.PATH).join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter)) };
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined)
            continue;
        if (NIX_LOADER.test(name))
            allowed[name] = absoluteEntries(value).join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter));
        if (!ALLOWED.has(name) && !name.startsWith('LC_'))
            continue;
        allowed[name] = AUTHORITIES.includes(name) ? absolutePaths(value) : value;
    }
    return allowed;
}
function absolutePaths(value) {
    const absolute = (one) => (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(one)) ?? one;
    return value
        .split((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter))
        .map(one => (one === '' ? one : absolute(one)))
        .join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter));
}
function absoluteEntries(pathVariable) {
    return (pathVariable ?? '').split((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter)).filter(entry => node_path__WEBPACK_IMPORTED_MODULE_0___default().isAbsolute(entry));
}


/***/ }),

/***/ 7746:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: function() { return /* binding */ refuseWindows; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);

function refuseWindows() {
    if (process.platform === 'win32')
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', 'clr-refresh runs on Linux and macOS, not on Windows');
}


/***/ }),

/***/ 2490:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: function() { return /* binding */ signalProcess; },
/* harmony export */   i: function() { return /* binding */ signalGroup; }
/* harmony export */ });
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4994);

function signalProcess(pid, signal) {
    return pid !== undefined && (0,_or_null_js__WEBPACK_IMPORTED_MODULE_0__/* .orNull */ .X)(() => process.kill(pid, signal)) !== null;
}
function signalGroup(leaderPid, signal) {
    return leaderPid !== undefined && (0,_or_null_js__WEBPACK_IMPORTED_MODULE_0__/* .orNull */ .X)(() => process.kill(-leaderPid, signal)) !== null;
}


/***/ }),

/***/ 684:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jz: function() { return /* binding */ RECORD_IN_SHELL; },
  fJ: function() { return /* binding */ identityFromStat; },
  cu: function() { return /* binding */ identityOf; },
  _n: function() { return /* binding */ isAlive; },
  hY: function() { return /* binding */ ownIdentity; },
  aZ: function() { return /* binding */ parseIdentity; }
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __nccwpck_require__(6153);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
;// CONCATENATED MODULE: ./src/core/system/process-table.ts



function startInRecord(record) {
    return processInStat(record)?.start ?? new RegExp(`^\\d+ (${PS_DATE})\\s*$`).exec(record)?.[1] ?? null;
}
const linuxProcesses = {
    scope: () => ({
        bootId: (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
        pidNamespace: (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid'))
    }),
    see: pid => processInStat((0,or_null/* orNull */.X)(() => (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8')) ?? ''),
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
    const { status, stdout } = (0,external_node_child_process_.spawnSync)(program, args, { env, encoding: 'utf8', timeout: TIMEOUT_MS });
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
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
        return (0,system_error/* errorCode */.CA)(error) === 'ESRCH';
    }
}
function parseIdentity(value) {
    if (!(0,json/* isJsonObject */.OW)(value))
        return null;
    const { pid, startTicks, bootId, pidNamespace } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1)
        return null;
    return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) };
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}


/***/ }),

/***/ 7973:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: function() { return /* binding */ unlessMissing; },
/* harmony export */   Qr: function() { return /* binding */ readTextOrEmpty; },
/* harmony export */   TP: function() { return /* binding */ readTextIfExists; },
/* harmony export */   XF: function() { return /* binding */ readRegularFile; },
/* harmony export */   dN: function() { return /* binding */ realPathOf; },
/* harmony export */   k: function() { return /* binding */ statIfAny; },
/* harmony export */   wX: function() { return /* binding */ namesIn; }
/* harmony export */ });
/* unused harmony export readEndOrEmpty */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);



function readRegularFile(file, maxBytes = Infinity) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        if (stats.size > maxBytes)
            throw withCode('EFBIG');
        return { bytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fd), stats };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
function readTextIfExists(file) {
    return unlessMissing(() => readRegularFile(file, MAX_TEXT_BYTES).bytes.toString('utf8'));
}
function readTextOrEmpty(file) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => readTextIfExists(file)) ?? '';
}
function readEndOrEmpty(file, maxBytes) {
    return orNull(() => readEnd(file, maxBytes).toString('utf8')) ?? '';
}
function readEnd(file, maxBytes) {
    const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
        const stats = fstatSync(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        const end = Buffer.alloc(Math.min(stats.size, maxBytes));
        return end.subarray(0, readSync(fd, end, 0, end.length, stats.size - end.length));
    }
    finally {
        closeSync(fd);
    }
}
function statIfAny(file) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file)) ?? undefined;
}
function namesIn(folder) {
    return unlessMissing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) ?? [];
}
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];
function unlessMissing(read) {
    try {
        return read();
    }
    catch (error) {
        if (NOT_THERE.includes((0,_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error)))
            return null;
        throw error;
    }
}
function realPathOf(file) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file)) ?? file;
}
function withCode(code) {
    return Object.assign(new Error(code), { code });
}


/***/ }),

/***/ 43:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: function() { return /* binding */ errorCode; },
/* harmony export */   Tr: function() { return /* binding */ explainSystemError; },
/* harmony export */   hZ: function() { return /* binding */ failedPath; },
/* harmony export */   wJ: function() { return /* binding */ remedyFor; }
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);


function errorCode(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(error) && typeof error.code === 'string' ? error.code : 'unknown error';
}
function failedPath(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(error) && typeof error.path === 'string' ? error.path : null;
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
    return remedy === undefined ? undefined : `${remedy} ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
}


/***/ }),

/***/ 1500:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NS: function() { return /* binding */ MAY_BE_LOST; },
/* harmony export */   VJ: function() { return /* binding */ SENT_BEFORE; },
/* harmony export */   re: function() { return /* binding */ withoutPair; }
/* harmony export */ });
/* unused harmony exports LoginRejected, afterTries, worseOf */
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);

const TOKEN_USES = (/* unused pure expression or super */ null && (['not-sent', 'not-used', 'perhaps-used-before', 'perhaps-used', 'refused', 'rejected']));
const MAY_BE_LOST = 'the refresh token may have been used up, so the login may be lost';
const SENT_BEFORE = 'a killed run may have used up the refresh token without leaving new tokens: if the next refresh ends with `login-rejected`, sign in again';
const SENTENCES = {
    'not-sent': _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al,
    'not-used': 'the refresh token was not used up',
    'perhaps-used-before': 'a run that was killed may have used up the refresh token, so the login may be lost',
    'perhaps-used': MAY_BE_LOST,
    refused: '',
    rejected: ''
};
class LoginRejected extends _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4 {
}
function withoutPair({ reason, message, tokenUse, remedy = (0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(reason).remedy }) {
    const use = SENTENCES[tokenUse];
    return new (tokenUse === 'rejected' ? LoginRejected : _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4)(reason, use === '' ? message : `${message}; ${use}`, tokenUse.startsWith('perhaps-used') ? `${remedy} ${IF_LOST}` : remedy);
}
const IF_LOST = `If the next run ends with \`login-rejected\`, the login is lost: sign in again ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .WITH_CLR_LOGIN */ .xZ}.`;
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


/***/ }),

/***/ 5700:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wq: function() { return /* binding */ parseVisibility; },
/* harmony export */   ee: function() { return /* binding */ parsePublicKey; },
/* harmony export */   gR: function() { return /* binding */ NO_MEMORY; },
/* harmony export */   vh: function() { return /* binding */ parseWriteHistory; }
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6153);

const NO_MEMORY = {
    history: null,
    saveHistory: () => undefined,
    key: null,
    saveKey: () => undefined,
    visibilities: new Map(),
    saveVisibilities: () => undefined
};
function parseWriteHistory(text) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return null;
    const { firstMs, own } = value;
    if (firstMs !== null && typeof firstMs !== 'number')
        return null;
    return { firstMs, own: Array.isArray(own) ? own.filter(_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW).flatMap(parseSpan) : [] };
}
function parseSpan({ fromMs, untilMs }) {
    return typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : [];
}
const KEY_BYTES = 32;
function parsePublicKey(id, key) {
    if (typeof id !== 'string' || !/^[\w.-]+$/.test(id))
        return null;
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES)
        return null;
    return { id, key };
}
function parseVisibility(value) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) || typeof value.visibility !== 'string' || !/^\w+$/.test(value.visibility))
        return null;
    const { visibility, selected_repository_ids: ids } = value;
    if (!Array.isArray(ids))
        return { visibility };
    return { visibility, selected_repository_ids: ids.filter(id => typeof id === 'number') };
}


/***/ }),

/***/ 8200:
/***/ (function(module) {

module.exports = require("../cli/libsodium-wrappers.cjs");

/***/ }),

/***/ 9499:
/***/ (function(module) {

module.exports = require("../cli/undici.cjs");

/***/ }),

/***/ 2613:
/***/ (function(module) {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ (function(module) {

module.exports = require("buffer");

/***/ }),

/***/ 6982:
/***/ (function(module) {

module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ (function(module) {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ (function(module) {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ (function(module) {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ (function(module) {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ (function(module) {

module.exports = require("net");

/***/ }),

/***/ 1421:
/***/ (function(module) {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function(module) {

module.exports = require("node:crypto");

/***/ }),

/***/ 8474:
/***/ (function(module) {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ (function(module) {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ (function(module) {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7030:
/***/ (function(module) {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ (function(module) {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ (function(module) {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ (function(module) {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 7075:
/***/ (function(module) {

module.exports = require("node:stream");

/***/ }),

/***/ 6466:
/***/ (function(module) {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ (function(module) {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ (function(module) {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ (function(module) {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ (function(module) {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ (function(module) {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ (function(module) {

module.exports = require("path");

/***/ }),

/***/ 4756:
/***/ (function(module) {

module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ (function(module) {

module.exports = require("util");

/***/ }),

/***/ 3106:
/***/ (function(module) {

module.exports = require("zlib");

/***/ }),

/***/ 5334:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: function() { return /* binding */ getExecOutput; }
});

// UNUSED EXPORTS: exec

;// CONCATENATED MODULE: external "string_decoder"
var external_string_decoder_namespaceObject = require("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
var external_child_process_namespaceObject = require("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(8701);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(90);
;// CONCATENATED MODULE: external "timers"
var external_timers_namespaceObject = require("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 90:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H8: function() { return /* binding */ IS_WINDOWS; },
/* harmony export */   Qh: function() { return /* binding */ isRooted; },
/* harmony export */   rm: function() { return /* binding */ rm; },
/* harmony export */   t2: function() { return /* binding */ exists; },
/* harmony export */   vr: function() { return /* binding */ tryGetExecutablePath; }
/* harmony export */ });
/* unused harmony exports chmod, copyFile, lstat, mkdir, open, readdir, rename, rmdir, stat, symlink, unlink, readlink, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 8701:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: function() { return /* binding */ which; },
/* harmony export */   Yz: function() { return /* binding */ rmRF; }
/* harmony export */ });
/* unused harmony exports cp, mv, mkdirP, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(90);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

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
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  main: function() { return /* binding */ main; },
  post: function() { return /* binding */ post; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/project.ts
var project = __nccwpck_require__(870);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __nccwpck_require__(2258);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __nccwpck_require__(1500);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/entry/failure-outputs.ts

function setFailureOutputs(file, reason) {
    const outputs = { refreshed: 'false', reason, 'exit-code': '1', 'login-ends-soon': 'false' };
    const entries = Object.entries(outputs).map(([name, value]) => `${name}<<end_of_output\n${value}\nend_of_output\n`);
    try {
        (0,external_node_fs_.appendFileSync)(file, entries.join(''));
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/action/clr/signals.ts
var signals = __nccwpck_require__(2015);
// EXTERNAL MODULE: ./src/action/clr/start.ts
var start = __nccwpck_require__(9022);
// EXTERNAL MODULE: ./src/action/inputs.ts
var action_inputs = __nccwpck_require__(1729);
// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __nccwpck_require__(626);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./src/core/system/platform.ts
var platform = __nccwpck_require__(7746);
// EXTERNAL MODULE: ./src/action/step-times.ts
var step_times = __nccwpck_require__(5277);
;// CONCATENATED MODULE: ./src/action/refresh-step.ts







const UNPREPARED = {
    claudeFolder: null,
    isFileMade: false,
    store: null,
    incoming: null,
    secondsLeft: null,
    isLoginKept: false
};
const NOTHING_FOUND = { proven: [], ahead: null };
const NOTHING_DONE = {
    creds: '',
    before: null,
    childOutput: '',
    trace: false,
    preparation: UNPREPARED,
    dryRun: null,
    whyNotSaved: null
};
async function attemptRefresh(context) {
    const notes = new Set();
    const times = new step_times/* StepTimes */.lh();
    const attempt = { ...NOTHING_DONE, dryRun: (0,action_inputs/* asksForDryRun */.y4)(context.env) ? NOTHING_FOUND : null };
    const report = await fill(attempt, { notes, times }, context).catch(async (error) => {
        const { reportOfThrow } = await Promise.all(/* import() */[__nccwpck_require__.e(32), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9096));
        return { ...reportOfThrow(error), creds: attempt.creds || null };
    });
    const { aboutLogin, explainMissing, NOTHING_SEEN } = await Promise.all(/* import() */[__nccwpck_require__.e(32), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9096));
    const about = aboutLogin(explainMissing(report, context.env), attempt.creds, context.env);
    return { ...attempt, before: attempt.before ?? NOTHING_SEEN, ...about, notes: [...notes], times };
}
async function fill(attempt, { notes, times }, context) {
    (0,platform/* refuseWindows */.C)();
    const inputs = (0,action_inputs/* readInputs */.Ko)(context.env);
    attempt.trace = inputs.trace;
    const { creds, credsFrom } = credsOf(inputs, context.env);
    attempt.creds = creds;
    const note = (line) => void notes.add(line);
    (0,action_inputs/* parseLoginWarningMs */.j8)(inputs.loginWarning);
    if (inputs.trace) {
        const { showCall } = await __nccwpck_require__.e(/* import() */ 534).then(__nccwpck_require__.bind(__nccwpck_require__, 8534));
        await showCall(await context.loadToolkit(), { inputs, creds }, context.env);
    }
    if (inputs.dryRun) {
        const { checkStep } = await Promise.all(/* import() */[__nccwpck_require__.e(226), __nccwpck_require__.e(32), __nccwpck_require__.e(67), __nccwpck_require__.e(216), __nccwpck_require__.e(99), __nccwpck_require__.e(479)]).then(__nccwpck_require__.bind(__nccwpck_require__, 479));
        const findings = { ...NOTHING_FOUND };
        attempt.dryRun = findings;
        return checkStep({ inputs, creds, credsFrom, note, times, findings }, context);
    }
    attempt.whyNotSaved = saveForPost(creds, context);
    context.state.mainRuns();
    if (asksForMore(inputs)) {
        const { prepare } = await Promise.all(/* import() */[__nccwpck_require__.e(226), __nccwpck_require__.e(32), __nccwpck_require__.e(67), __nccwpck_require__.e(216), __nccwpck_require__.e(99), __nccwpck_require__.e(20)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7020));
        attempt.preparation = await prepare({ inputs, creds, note, times }, context);
    }
    if (context.signals.cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `stopped before \`clr\` was started; ${reasons/* NOT_SENT_HERE */.Al}`);
    const startMs = external_node_perf_hooks_.performance.now();
    const { before, result } = await callClr(inputs, attempt, context);
    const { childOutputOf, reportOfClr } = await Promise.all(/* import() */[__nccwpck_require__.e(32), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9096));
    attempt.before = before;
    attempt.childOutput = await childOutputOf(result, attempt);
    const report = reportOfClr(result, context);
    times.add({ name: 'start and end clr', ms: Math.max(0, external_node_perf_hooks_.performance.now() - startMs - report.elapsedMs) }, ...phasesOf(report));
    return report;
}
function phasesOf({ phases }) {
    return phases.map(({ name, ms }) => ({ name: `clr: ${name}`, ms }));
}
function credsOf({ creds }, env) {
    const { text, name } = creds === '' ? (0,typed_path/* currentAccountFile */.vM)(env) : { text: creds, name: typed_path/* CREDS */.Y };
    return { creds: (0,typed_path/* absolutePath */.Hi)(text, name), credsFrom: name };
}
function saveForPost(creds, { env, state }) {
    const why = state.fileIsAt(creds);
    if (why === null || (env.GITHUB_STATE ?? '') === '')
        return null;
    return `${why}: new tokens in ${creds} cannot be recovered or stored at the end of the job`;
}
function asksForMore({ credsJson, claudeVersion, secret }) {
    const { secretName, accessTokenSecretName, secretApp } = secret;
    const isUnusual = !['', 'actions'].includes(secretApp);
    return isUnusual || [credsJson, claudeVersion, secretName, accessTokenSecretName].some(text => text !== '');
}
async function callClr(inputs, { creds, preparation }, { env, state, clrProgram, startClr, loadToolkit, signals }) {
    const { secondsLeft } = preparation;
    const args = (0,start/* argumentsFor */.Oz)(secondsLeft === null ? inputs : { ...inputs, timeout: String(secondsLeft) });
    const running = startClr({ program: clrProgram, args, env: (0,start/* environmentFor */.DD)(env, preparation.claudeFolder) });
    signals.passOnTo(running);
    const isPidSaved = running.pid.then(pid => {
        if (pid !== null)
            state.clrRuns(pid);
    });
    await running.spawned;
    const { seeCredentials } = await Promise.all(/* import() */[__nccwpck_require__.e(32), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9096));
    const before = seeCredentials(creds);
    await loadToolkit();
    await isPidSaved;
    return { before, result: await running.ended };
}

;// CONCATENATED MODULE: ./src/action/run-main.ts



async function runMain(given) {
    const context = { ...given, state: post_state/* PostState */.Wu.begin(given.env, (0,action_inputs/* readSecretTexts */.bm)(given.env).credsJson !== '') };
    const attempt = await attemptRefresh(context);
    const { finishMain } = await Promise.all(/* import() */[__nccwpck_require__.e(32), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9096));
    return finishMain(attempt, context);
}

;// CONCATENATED MODULE: ./src/action/program.ts










function main() {
    run(runMain, endMain);
}
function post() {
    run(async (context) => (await Promise.all(/* import() */[__nccwpck_require__.e(32), __nccwpck_require__.e(511)]).then(__nccwpck_require__.bind(__nccwpck_require__, 511))).runPost(context), error => ({ message: messageOf(error), remedy: (0,reasons/* outcomeOf */.sG)('internal').remedy }));
}
function run(program, onBug) {
    process.exitCode = 1;
    const reportBug = (error) => {
        report(onBug(error));
    };
    process.once('uncaughtException', reportBug);
    const context = {
        env: process.env,
        clrProgram: external_node_path_default().join(process.argv[1] ?? '', '../../cli/index.js'),
        startClr: start/* startClr */.uj,
        loadToolkit: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(715)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7096))).toolkit,
        signals: (0,signals/* listenForSignals */.s)()
    };
    program(context).then(exit, reportBug);
}
function exit(exitCode) {
    process.stdout.write('', () => process.exit(exitCode));
}
function report({ message, remedy }) {
    const text = (0,redact/* redact */.E$)(`${message}. ${remedy} ${(0,project/* troubleshootingUrl */.KB)('internal')}`)
        .replace(/\s+/g, ' ')
        .replaceAll('%', '%25');
    process.exitCode = 1;
    process.stdout.write(`\n::error title=${(0,reasons/* outcomeOf */.sG)('internal').title} (internal)::${text}\n`);
}
function endMain(error) {
    const file = process.env.GITHUB_OUTPUT ?? '';
    if ((0,read/* statIfAny */.k)(file)?.size === 0)
        setFailureOutputs(file, 'internal');
    const isUnstarted = error instanceof Error && 'syscall' in error && error.syscall === 'spawn';
    return (0,token_use/* withoutPair */.re)({
        reason: 'internal',
        message: messageOf(error),
        tokenUse: isUnstarted ? 'not-sent' : 'perhaps-used'
    });
}
function messageOf(error) {
    return error instanceof Error ? error.message : 'an unknown error';
}

module.exports = __webpack_exports__;
/******/ })()
;
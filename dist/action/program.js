/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 7161:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  MM: () => (/* binding */ parseReport),
  rw: () => (/* binding */ reportFrom),
  Ty: () => (/* binding */ substituteReport)
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __nccwpck_require__(6153);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/pid-line.ts
var pid_line = __nccwpck_require__(805);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __nccwpck_require__(2258);
;// CONCATENATED MODULE: ./src/core/system/out-of-memory.ts
const MORE_MEMORY = 'Give the machine or the container more memory, then run it again.';
function memoryNote({ isKilled, said }) {
    if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said))
        return ' (it ran out of memory)';
    return isKilled ? ' (the usual cause is that the machine ran out of memory)' : '';
}

// EXTERNAL MODULE: ./src/core/report.ts + 1 modules
var report = __nccwpck_require__(7449);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __nccwpck_require__(1500);
// EXTERNAL MODULE: ./src/action/exec.ts
var exec = __nccwpck_require__(2965);
;// CONCATENATED MODULE: ./src/action/clr/report.ts








const report_MORE_MEMORY = 'Give the runner, or the container of the job, more memory.';
const RECOVERED_BY = {
    refresh: 'If there are new tokens, they are recovered at the end of the job, or by the next run.',
    recover: 'If there are new tokens, the next run recovers them.'
};
const QUOTED_CHARACTERS = 300;
const NOISE = /^\s+at |^Node\.js v|^\s*\^+\s*$/;
function reportFrom(result, command = 'refresh') {
    const report = parseReport(result.stdout);
    if (report === null)
        return endedWithoutReport(result, command);
    return report.exitCode === result.exitCode ? report : contradicted(report, result);
}
function contradicted({ reason, message, remedy }, result) {
    const what = `clr ${howItEnded(result)}, but reported ${reason}: ${message}${outputOf(result)}`;
    return (0,report/* reportOf */.E)('internal', what, `${remedy} ${(0,reasons/* outcomeOf */.sG)('internal').remedy}`.trim());
}
function substituteReport(result, ending, command = 'refresh') {
    const { reason, message, remedy } = (0,token_use/* withoutPair */.re)({ ...ending, tokenUse: tokenUseOf(result, command) });
    return (0,report/* reportOf */.E)(reason, message, remedy);
}
function tokenUseOf({ stderr }, command) {
    if (command === 'recover')
        return 'perhaps-used-before';
    return stderr.split('\n').some(line => (0,pid_line/* pidIn */.xi)(line) !== null) ? 'perhaps-used' : 'not-sent';
}
function parseReport(stdout) {
    const value = (0,json/* parseJson */.qF)(stdout);
    if (!(0,json/* isJsonObject */.OW)(value))
        return null;
    const { reason, refreshed } = value;
    if (typeof reason !== 'string' || !(0,reasons/* isReason */.Vs)(reason) || typeof refreshed !== 'boolean')
        return null;
    const { exitCode, remedy } = (0,reasons/* outcomeOf */.sG)(reason);
    if (value.exitCode !== exitCode)
        return null;
    return {
        refreshed,
        reason,
        exitCode,
        creds: textOrNull(value.creds),
        previousExpiresAt: textOrNull(value.previousExpiresAt),
        expiresAt: textOrNull(value.expiresAt),
        loginExpiresAt: textOrNull(value.loginExpiresAt),
        loginEndsSoon: value.loginEndsSoon === true,
        elapsedMs: numberOf(value.elapsedMs),
        claude: parseClaude(value.claude),
        phases: listOf(value.phases).filter(json/* isJsonObject */.OW).map(parsePhase),
        warnings: listOf(value.warnings).filter(warning => typeof warning === 'string'),
        message: textOrNull(value.message) ?? '',
        remedy: textOrNull(value.remedy) ?? remedy
    };
}
function parseClaude(value) {
    if (!(0,json/* isJsonObject */.OW)(value) || typeof value.path !== 'string')
        return null;
    return { path: value.path, version: textOrNull(value.version) };
}
function parsePhase({ name, ms }) {
    return { name: textOrNull(name) ?? '', ms: numberOf(ms) };
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}
function numberOf(value) {
    return typeof value === 'number' && value >= 0 ? value : 0;
}
function endedWithoutReport(result, command) {
    const output = outputOf(result);
    const note = memoryNote({ isKilled: (0,exec/* mayBeKilled */.QM)(result, output), said: output });
    const message = `clr ${howItEnded(result)}${note}, and did not report a result${output}`;
    const remedy = note === '' ? undefined : `${report_MORE_MEMORY} ${RECOVERED_BY[command]}`;
    return substituteReport(result, { reason: 'internal', message, remedy }, command);
}
function howItEnded({ exitCode }) {
    return exitCode === null ? 'did not finish' : `ended with exit status ${exitCode}`;
}
function outputOf({ stderr }) {
    const lines = (0,redact/* redact */.E$)(stderr)
        .split('\n')
        .filter(line => !NOISE.test(line) && (0,pid_line/* pidIn */.xi)(line) === null);
    const text = lines.join(' ').replace(/\s+/g, ' ').trim();
    return text === '' ? '' : `: ${text.slice(-QUOTED_CHARACTERS)}`;
}


/***/ }),

/***/ 2015:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ killProcess),
/* harmony export */   s: () => (/* binding */ listenForSignals)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ environmentFor),
/* harmony export */   Oz: () => (/* binding */ argumentsFor),
/* harmony export */   uj: () => (/* binding */ startClr)
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
        cwd: (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => process.cwd()) ?? '/',
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

/***/ 4838:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   nk: () => (/* binding */ toBase64),
/* harmony export */   wG: () => (/* binding */ base64Start),
/* harmony export */   y4: () => (/* binding */ decodeBase64),
/* harmony export */   zF: () => (/* binding */ unwrapBase64)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4994);


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

/***/ 2965:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ mayBeKilled),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   g7: () => (/* binding */ execute),
/* harmony export */   mB: () => (/* binding */ runProgram)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ readSecretInputs),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   bm: () => (/* binding */ readSecretTexts),
/* harmony export */   j8: () => (/* binding */ parseLoginWarningMs),
/* harmony export */   y4: () => (/* binding */ asksForDryRun)
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

/***/ 205:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cp: () => (/* binding */ REGISTRY_VARIABLES),
  ci: () => (/* binding */ addressOf),
  ZN: () => (/* binding */ registrySecrets)
});

// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
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

/***/ 1543:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ remedyForEmpty),
/* harmony export */   Ce: () => (/* binding */ explainMissing),
/* harmony export */   hP: () => (/* binding */ whyNoSecrets)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4994);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7973);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1729);





const SKIP = 'Skip this step in such runs with an `if:` condition.';
const CHECKS = 'Check that the secret exists, and that the job names its `environment:`. Pull requests from forks get no secrets.';
function remedyForEmpty(why) {
    return why === null ? CHECKS : SKIP;
}
function whyNoSecrets(env) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_ACTOR: actor } = env;
    if (DEPENDABOT_EVENTS.includes(event) && actor === 'dependabot[bot]') {
        return 'Dependabot started this run, and its runs only get Dependabot secrets';
    }
    const hasSecret = (env['INPUT_CREDS-JSON'] ?? '').trim() !== '';
    return FORK_EVENTS.includes(event) && !hasSecret && isFromFork(env)
        ? 'this is a pull request from a fork, which gets no secrets'
        : null;
}
function explainMissing(report, env) {
    if (report.reason !== 'creds-not-found' || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readSecretTexts */ .bm)(env).credsJson !== '')
        return report;
    const { message, remedy } = report;
    const { secretName, accessTokenSecretName } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readSecretInputs */ .It)(env);
    const why = whyNoSecrets(env);
    if (why === null && `${secretName}${accessTokenSecretName}` === '') {
        return {
            ...report,
            message: `${message}; the input creds-json is empty or not given`,
            remedy: `${remedy} If the login should come from a secret: ${remedyForEmpty(why)}`
        };
    }
    const store = why === null && secretName !== '' ? `If the secret does not exist yet, store a login ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .WITH_CLR_LOGIN */ .xZ}. ` : '';
    return {
        ...report,
        message: `creds-json is empty${why === null ? '' : `: ${why}`}; ${message}`,
        remedy: `${remedyForEmpty(why)} ${store}If the login is in a file on the runner, name that file with \`creds\`.`
    };
}
const FORK_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
const DEPENDABOT_EVENTS = [...FORK_EVENTS, 'push', 'create', 'deployment', 'deployment_status'];
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
function isFromFork({ GITHUB_EVENT_PATH: file = '' }) {
    const event = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)((0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .XF)(file, MAX_EVENT_BYTES).bytes.toString('utf8')));
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(event) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(event.pull_request))
        return false;
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(event.repository) && event.repository.private === true)
        return false;
    const [head, base] = [event.pull_request.head, event.pull_request.base].map(repositoryOf);
    return typeof head === 'string' && typeof base === 'string' && head.toLowerCase() !== base.toLowerCase();
}
function repositoryOf(side) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(side) && (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(side.repo) ? side.repo.full_name : null;
}


/***/ }),

/***/ 5420:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZG: () => (/* binding */ withVisibleAnnotations),
/* harmony export */   c$: () => (/* binding */ warnOf),
/* harmony export */   fz: () => (/* binding */ annotate)
/* harmony export */ });
/* unused harmony export loginWarning */
/* harmony import */ var _core_end_warning_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8743);
/* harmony import */ var _core_project_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(870);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1357);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4361);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2323);






function withVisibleAnnotations(toolkit) {
    const lines = (message) => String(message).split('\n').map(_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK).join('\n');
    return {
        ...toolkit,
        error: (message, properties) => {
            toolkit.error(lines(message), properties);
        },
        warning: (message, properties) => {
            toolkit.warning(lines(message), properties);
        }
    };
}
function annotate(toolkit, report, options) {
    const { exitCode, title } = (0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(report.reason);
    if (exitCode !== 0) {
        const lines = [(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .asSentence */ .KG)(report.message), report.remedy, (0,_core_project_js__WEBPACK_IMPORTED_MODULE_5__/* .troubleshootingUrl */ .KB)(report.reason)].filter(line => line !== '');
        toolkit.error(lines.join('\n'), { title: `${title} (${report.reason})` });
    }
    warnOf(toolkit, report);
    const warning = loginWarning(report, options);
    if (warning !== null)
        toolkit.warning(warning.message, { title: warning.title });
}
function warnOf(toolkit, { warnings }) {
    for (const sentence of warnings)
        toolkit.warning((0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .asSentence */ .KG)(sentence), { title: 'About this Claude login' });
}
function loginWarning(report, { nowMs, loginCommand }) {
    const warning = (0,_core_end_warning_js__WEBPACK_IMPORTED_MODULE_0__/* .endWarning */ .S)(report, nowMs);
    if (warning === null)
        return null;
    const { hasEnded, endMs } = warning;
    const date = (0,_core_times_js__WEBPACK_IMPORTED_MODULE_2__/* .describeMoment */ .oL)(endMs, nowMs);
    const howTo = (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .howToSignIn */ .sG)(loginCommand);
    return hasEnded
        ? { title: 'This login has probably ended', message: `Its stored end date was ${date}. Sign in again ${howTo}.` }
        : {
            title: 'This login ends soon',
            message: `It ends on ${date}, and a refresh does not extend it. Sign in again before then ${howTo}.`
        };
}


/***/ }),

/***/ 8044:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ showGroup),
/* harmony export */   Xl: () => (/* binding */ showNotes),
/* harmony export */   cS: () => (/* binding */ showLog)
/* harmony export */ });
/* harmony import */ var _secret_result_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1404);
/* harmony import */ var _step_times_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5277);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2323);



function showNotes(toolkit, notes) {
    for (const note of notes)
        toolkit.info((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .asLogLine */ .jy)(note));
}
async function showLog(toolkit, content, nowMs) {
    const { report, secrets, childOutput, trace } = content;
    if (report.exitCode === 0)
        toolkit.info((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .asLogLine */ .jy)(report.message));
    for (const secret of secrets.filter(({ state }) => state !== 'not-stored'))
        toolkit.info((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .asLogLine */ .jy)((0,_secret_result_js__WEBPACK_IMPORTED_MODULE_0__/* .logLineOf */ .Q)(secret)));
    if ((trace || report.exitCode !== 0) && childOutput.trim() !== '')
        await showChildOutput(toolkit, childOutput);
    await showGroup(toolkit, 'Details', detailsOf(content, nowMs));
}
async function showChildOutput(toolkit, text) {
    const { randomUUID } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 23));
    const resumeToken = randomUUID();
    const lines = text.trimEnd().split(/\r\n|\r|\n/);
    const quoted = [`::stop-commands::${resumeToken}`, ...lines.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .asLogLine */ .jy), `::${resumeToken}::`];
    await showGroup(toolkit, 'What clr and claude printed', quoted);
}
async function showGroup(toolkit, title, lines) {
    await toolkit.group(title, () => {
        for (const line of lines)
            toolkit.info(line);
        return Promise.resolve();
    });
}
function detailsOf(content, nowMs) {
    const { report, loginCommand, networkVariables, times, isDryRun = false } = content;
    const { claude } = report;
    const phases = times.phases.map(({ name, ms }) => `${name} ${(0,_step_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSeconds */ .bD)(ms)}`).join(', ');
    const details = [
        ['reason', report.reason],
        ['file', report.creds],
        ['expiry before', isDryRun ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTime */ .Ht)(report.previousExpiresAt, nowMs)],
        [isDryRun ? 'expiry' : 'expiry now', (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTime */ .Ht)(report.expiresAt, nowMs)],
        ['login ends', (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTime */ .Ht)(report.loginExpiresAt, nowMs)],
        ['to sign in again', signInDetail(loginCommand)],
        ['claude', claude === null ? null : `${claude.path} ${claude.version ?? ''}`],
        ['network variables passed to claude', isDryRun || claude === null ? null : networkVariables.join(', ') || null],
        ['time taken', (0,_step_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSeconds */ .bD)(times.totalMs)],
        ['phases', isDryRun ? null : phases || null]
    ];
    return details.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .asLogLine */ .jy)(value)}`]));
}
function signInDetail(command) {
    if (command === '')
        return null;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .canBeShown */ .PH)(command) ? command : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .howToSignIn */ .sG)(command);
}


/***/ }),

/***/ 4361:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OV: () => (/* binding */ shellBlock),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   ti: () => (/* binding */ inlineCode)
/* harmony export */ });
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2258);

function visible(text) {
    return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
function plainLine(text, secrets = []) {
    return visible((0,_core_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text, secrets)).replaceAll('<!--', '<! --').trim();
}
function inlineCode(line) {
    const fence = fenceAround(line, 1);
    const pad = line.includes('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
function shellBlock(line) {
    const fence = fenceAround(line, 3);
    return `${fence}sh\n${line}\n${fence}`;
}
function link(words, address) {
    return `[${words}](<${address}>)`;
}
function fenceAround(line, least) {
    const runs = line.match(/`+/g) ?? [];
    return '`'.repeat(Math.max(least, ...runs.map(run => run.length + 1)));
}


/***/ }),

/***/ 5067:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   masksFor: () => (/* binding */ masksFor)
/* harmony export */ });
/* harmony import */ var _core_credentials_stamp_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8373);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4838);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2800);



function masksFor(seen, others = []) {
    const inFiles = seen.flatMap(one => [...one.secrets, ...formsOfFile(one)]);
    const secrets = [...inFiles, ...others];
    const forms = secrets.flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)]);
    return [...new Set(forms)].filter(form => form.length >= _seen_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c3 && !/[\r\n]/.test(form));
}
function formsOfFile({ document, json }) {
    if (document === null || json === null)
        return [];
    const unstamped = 'storedAt' in document ? [JSON.stringify((0,_core_credentials_stamp_js__WEBPACK_IMPORTED_MODULE_0__/* .takeStampOff */ .eN)(document).document)] : [];
    return [json, ...[json, ...unstamped].map(_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .base64Start */ .wG)];
}


/***/ }),

/***/ 3249:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  pW: () => (/* binding */ writeMarkdown),
  Sy: () => (/* binding */ writeSummary)
});

// UNUSED EXPORTS: composeSummary

// EXTERNAL MODULE: ./src/core/end-warning.ts
var end_warning = __nccwpck_require__(8743);
// EXTERNAL MODULE: ./src/core/project.ts
var project = __nccwpck_require__(870);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __nccwpck_require__(1357);
// EXTERNAL MODULE: ./src/action/output/markdown.ts
var markdown = __nccwpck_require__(4361);
;// CONCATENATED MODULE: ./src/entry/node-version.ts
const MAJOR = 20;
const MINOR = 4;
const OLDEST_NODE = `${MAJOR}.${MINOR}`;
function whyNodeIsTooOld(version = process.versions.node) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > MAJOR || (major === MAJOR && minor >= MINOR))
        return null;
    return `this is Node ${version} (${process.execPath}), and clr-refresh needs Node ${OLDEST_NODE} or newer`;
}

// EXTERNAL MODULE: ./src/action/output/text.ts
var output_text = __nccwpck_require__(2323);
;// CONCATENATED MODULE: ./src/action/output/sign-in.ts



function signInBlocks(words, { loginCommand, links: { npxCommand }, secrets }) {
    if (loginCommand === '' || !(0,output_text/* canBeShown */.PH)(loginCommand, secrets))
        return null;
    const block = (0,markdown/* shellBlock */.OV)(loginCommand);
    const where = whereToSignIn(loginCommand);
    if (npxCommand === null || !loginCommand.startsWith('clr login'))
        return [`${words}${where}:`, block];
    return [
        `${words}${where} (needs Node ${OLDEST_NODE} or newer; no installation):`,
        (0,markdown/* shellBlock */.OV)(`${npxCommand}${loginCommand.slice('clr'.length)}`),
        'Or, if `clr` is installed:',
        block
    ];
}
function whereToSignIn(loginCommand) {
    if (/ --creds\b/.test(loginCommand))
        return ', on the machine that has the file, as its owner';
    return ', on any computer with `claude` and `gh`';
}
function runAgain({ workflow }, words = 'run the workflow again') {
    return workflow === null ? words : (0,markdown/* link */.nf)(words, workflow);
}

// EXTERNAL MODULE: ./src/core/credentials/login-end.ts
var login_end = __nccwpck_require__(3435);
;// CONCATENATED MODULE: ./src/action/output/summary-first-line.ts


const NEAR_MS = 2 * 24 * 3_600_000;
const END_UNKNOWN = 'It is not known when the next sign-in is needed: usually about four weeks after the last one.';
function firstLine({ expiresAt, loginExpiresAt }, nowMs) {
    const expiresAtMs = Date.parse(expiresAt ?? '');
    const good = Number.isNaN(expiresAtMs)
        ? 'It is not known how long the access token is valid: `claude` stored an impossible expiry date.'
        : `Good until **${(0,times/* utcMinute */.vD)(expiresAtMs)} UTC** (${(0,times/* inTime */.RN)(expiresAtMs - nowMs)}).`;
    const endMs = (0,login_end/* parseEnd */.J)(loginExpiresAt);
    if (endMs === null)
        return `${good} ${END_UNKNOWN}`;
    if ((0,login_end/* hasEnded */.hY)(endMs, nowMs))
        return good;
    const minute = (0,times/* utcMinute */.vD)(endMs);
    const by = endMs - nowMs < NEAR_MS ? `${minute} UTC` : minute.slice(0, 'YYYY-MM-DD'.length);
    return `${good} Next sign-in needed by **${by}** (${(0,times/* inTime */.RN)(endMs - nowMs)}).`;
}

// EXTERNAL MODULE: ./src/action/secret-result.ts
var secret_result = __nccwpck_require__(1404);
;// CONCATENATED MODULE: ./src/action/output/summary-table.ts



function tableRows({ report, secrets, nowMs, hasFileRow }) {
    const { claude, creds, reason } = report;
    const isAlive = !isLoginLost(reason);
    const rows = [
        ...secrets.map(rowOf),
        ['Access token expires', isAlive ? tokenTimes(report, nowMs) : null],
        ['Login ends', isAlive ? (0,output_text/* describeTime */.Ht)(report.loginExpiresAt, nowMs) : null],
        ['claude', claude?.version == null ? null : (0,output_text/* escapeForSummary */.FZ)(claude.version)],
        ['File', creds === null || !hasFileRow ? null : (0,output_text/* asHtmlCode */.DV)(creds)]
    ];
    return rows.flatMap(([name, html]) => (html === null ? [] : [[name, html]]));
}
function isLoginLost(reason) {
    return reason === 'login-rejected' || reason === 'login-expired';
}
function rowOf(result) {
    return [result.content === 'credentials' ? 'Secret' : 'Access token', (0,secret_result/* describeResult */.d)(result, output_text/* asHtmlCode */.DV)];
}
function tokenTimes({ previousExpiresAt: before, expiresAt: now, refreshed }, nowMs) {
    const beforeMs = Date.parse(before ?? '');
    const nowText = (0,output_text/* describeTime */.Ht)(now, nowMs);
    if (!refreshed || Number.isNaN(beforeMs) || nowText === null || before === now)
        return nowText;
    return `${(0,times/* utcMinute */.vD)(beforeMs)} → ${nowText}`;
}

// EXTERNAL MODULE: ./src/action/step-times.ts
var step_times = __nccwpck_require__(5277);
;// CONCATENATED MODULE: ./src/action/output/summary-times.ts


const BAR_LENGTH = 24;
const SHORTEST_MS = 5;
function timesAsDetails({ phases, totalMs }) {
    const long = phases.filter(({ ms }) => ms >= SHORTEST_MS);
    const restMs = totalMs - long.reduce((sum, { ms }) => sum + ms, 0);
    const rest = restMs < SHORTEST_MS ? [] : [{ name: 'everything else', ms: restMs }];
    const rows = [...long, ...rest].map(({ name, ms }) => {
        const bar = '█'.repeat(Math.round((ms / Math.max(totalMs, 1)) * BAR_LENGTH));
        return `<tr><td>${(0,output_text/* escapeForSummary */.FZ)(name)}</td><td align="right">${(0,step_times/* describeSeconds */.bD)(ms)}</td><td>${bar}</td></tr>`;
    });
    return { label: `Times: ${(0,step_times/* describeSeconds */.bD)(totalMs)} in all`, html: `<table>${rows.join('')}</table>` };
}

;// CONCATENATED MODULE: ./src/action/output/summary.ts










const MARKS = { 0: '✅', 1: '❌', 2: '⏱️' };
async function writeSummary(toolkit, end, nowMs) {
    composeSummary(toolkit.summary, end, nowMs);
    await write(toolkit);
}
async function writeMarkdown(toolkit, text) {
    toolkit.summary.addRaw(text, true);
    await write(toolkit);
}
async function write(toolkit) {
    try {
        await toolkit.summary.write();
    }
    catch {
        toolkit.summary.emptyBuffer();
        toolkit.warning('The file named by GITHUB_STEP_SUMMARY cannot be written.', { title: 'Job summary not written' });
    }
}
function composeSummary(summary, end, nowMs) {
    const { report, secrets, dryRun = null, times } = end;
    const { exitCode, title } = (0,reasons/* outcomeOf */.sG)(report.reason);
    summary.addHeading(`${MARKS[exitCode]} ${title}`, 3);
    const paragraphs = [...(exitCode === 0 ? success(end, nowMs) : failure(end)), ...notices(end, nowMs)];
    for (const paragraph of paragraphs)
        summary.addEOL().addRaw(paragraph, true);
    const proven = (dryRun?.proven ?? []).map(output_text/* proseForSummary */.hW);
    if (proven.length > 0)
        summary.addEOL().addRaw(proven.map(line => `- ${line}`).join('\n'), true);
    const isPathShown = report.creds !== null && hasPath([...paragraphs, ...proven], report.creds);
    const rows = tableRows({ report, secrets, nowMs, hasFileRow: end.isFileKnown && !isPathShown });
    if (rows.length > 0) {
        summary.addEOL().addTable(rows.map(([name, html]) => [{ data: name, header: true }, { data: html }]));
    }
    if (exitCode === 0 && dryRun === null) {
        const { label, html } = timesAsDetails(times);
        summary.addEOL().addDetails(label, html);
    }
    summary.addEOL();
}
function hasPath(texts, path) {
    return texts.some(text => text.includes(path) || text.includes((0,output_text/* escapeForSummary */.FZ)(path)));
}
function success({ report, dryRun = null }, nowMs) {
    if (dryRun !== null)
        return [(0,output_text/* proseForSummary */.hW)((0,output_text/* asSentence */.KG)(report.message))];
    return [firstLine(report, nowMs), ...meaningOf(report)];
}
function meaningOf({ reason }) {
    if (reason === 'still-valid') {
        return ['Nothing was refreshed, because the access token is valid for longer than `min-validity`.'];
    }
    if (reason === 'recovered') {
        return [
            'An interrupted run had left these tokens beside the file. They are in the file now, and no refresh was needed.'
        ];
    }
    return [];
}
function failure(end) {
    const { message, reason } = end.report;
    const more = (0,markdown/* link */.nf)(`More about ${(0,markdown/* inlineCode */.ti)(reason)}`, (0,project/* troubleshootingUrl */.KB)(reason));
    return [(0,output_text/* proseForSummary */.hW)((0,output_text/* asSentence */.KG)(message)), ...whatToDo(end), more];
}
function whatToDo({ report: { reason, remedy }, sealed, loginCommand, links }) {
    if (sealed !== null)
        return [sealed];
    const text = (0,output_text/* proseForSummary */.hW)(remedy);
    if (text === '' || remedy === reasons/* NOT_SENT */.FY)
        return text === '' ? [] : [text];
    const thenRun = isLoginLost(reason) ? ` Then ${runAgain(links)}.` : '';
    const how = ` ${(0,output_text/* howToSignIn */.sG)(loginCommand)}.`;
    const at = remedy.indexOf(how);
    const start = `**What to do:** ${(0,output_text/* proseForSummary */.hW)(remedy.slice(0, at))}`;
    const blocks = at < 0 ? null : signInBlocks(start, { loginCommand, links });
    if (blocks === null)
        return [`**What to do:** ${text}${thenRun}`];
    const rest = `${thenRun} ${(0,output_text/* proseForSummary */.hW)(remedy.slice(at + how.length))}`.trim();
    return rest === '' ? blocks : [...blocks, rest];
}
function notices({ report, dryRun = null, loss = null, loginCommand, links }, nowMs) {
    const warnings = [...(loss === null ? [] : [loss]), ...report.warnings].map(sentence => `⚠️ ${(0,output_text/* proseForSummary */.hW)((0,output_text/* asSentence */.KG)(sentence))}`);
    const warning = (0,end_warning/* endWarning */.S)(report, nowMs);
    if (warning === null)
        return warnings;
    const what = sentenceAbout(warning, { nowMs, isDateKnown: report.exitCode === 0 && dryRun === null });
    const blocks = signInBlocks(`⚠️ ${what}`, { loginCommand, links });
    return [...warnings, ...(blocks ?? [`⚠️ ${what} ${(0,output_text/* howToSignIn */.sG)(loginCommand)}.`])];
}
function sentenceAbout({ endMs, hasEnded }, { nowMs, isDateKnown }) {
    const date = (0,times/* describeMoment */.oL)(endMs, nowMs);
    if (hasEnded)
        return `According to its stored end date, the login ended on **${date}**. Sign in again`;
    const when = isDateKnown ? 'soon' : `on **${date}**`;
    return `The login ends ${when}, and a refresh does not extend it. Sign in again before then`;
}


/***/ }),

/***/ 2323:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ asHtmlCode),
/* harmony export */   FZ: () => (/* binding */ escapeForSummary),
/* harmony export */   Ht: () => (/* binding */ describeTime),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   PH: () => (/* binding */ canBeShown),
/* harmony export */   hW: () => (/* binding */ proseForSummary),
/* harmony export */   jy: () => (/* binding */ asLogLine),
/* harmony export */   sG: () => (/* binding */ howToSignIn)
/* harmony export */ });
/* unused harmony exports placeInWords, signInSentence */
/* harmony import */ var _core_login_command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2058);
/* harmony import */ var _core_project_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(870);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1357);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4361);





function asLogLine(text) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(text).replaceAll('##[', '## [').trim();
}
function escapeForSummary(text) {
    return escapeMarkup(asLogLine(text));
}
function escapeMarkup(text) {
    return text.replace(/[&<>"'`|*~[\]\\#$@]|(?<![a-z\d])_|_(?![a-z\d])/gi, character => `&#${character.charCodeAt(0)};`);
}
function describeTime(iso, nowMs) {
    const ms = iso === null ? Number.NaN : Date.parse(iso);
    return Number.isNaN(ms) ? null : `${(0,_core_times_js__WEBPACK_IMPORTED_MODULE_2__/* .utcMinute */ .vD)(ms)} UTC (${(0,_core_times_js__WEBPACK_IMPORTED_MODULE_2__/* .inTime */ .RN)(ms - nowMs)})`;
}
const NAMES = /^(?:clr|claude|creds|timeout|trace)\b/;
function asSentence(message) {
    const capital = NAMES.test(message)
        ? message
        : message.replace(/^[a-z]+(?=,? )/, word => word.charAt(0).toUpperCase() + word.slice(1));
    return /(?:[.!?:]|\/\S*)$/.test(capital) ? capital : `${capital}.`;
}
function proseForSummary(text) {
    return asLogLine(text)
        .split(KEPT)
        .map((part, at) => (at % 2 === 1 ? part : escapeMarkup(part)))
        .join('');
}
const KEPT = new RegExp(`(\`[^\`]+\`|${_core_project_js__WEBPACK_IMPORTED_MODULE_4__/* .PROJECT */ .yl.replaceAll('.', '\\.')}/[\\w./#-]*\\w)`);
function asHtmlCode(text) {
    return `<code>${escapeForSummary(text)}</code>`;
}
function canBeShown(command, secrets = []) {
    return asLogLine((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h0)(command, secrets)) === command && !command.includes('***');
}
function placeInWords(command) {
    if (command.startsWith('clr login --creds ')) {
        return 'for the credentials file that this workflow reads: its path has characters that cannot be shown here';
    }
    const parts = /^(?:GH_HOST=\S+ )?clr login --secret (\w+) --(?:repo|org) ([\w.:/-]+)( --env )?/.exec(command);
    if (parts === null)
        return null;
    const [, name = '', owner = '', env] = parts;
    const place = `for the secret \`${name}\` of \`${owner}\``;
    if (env === undefined)
        return place;
    return `${place}, in the environment that this workflow names: its name has characters that cannot be shown here`;
}
function howToSignIn(command) {
    if (command !== '' && canBeShown(command))
        return (0,_core_login_command_js__WEBPACK_IMPORTED_MODULE_0__/* .withCommand */ .UE)(command);
    const place = placeInWords(command);
    if (place !== null)
        return `${_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .WITH_CLR_LOGIN */ .xZ} ${place}`;
    return `${_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .WITH_CLR_LOGIN */ .xZ}, and store the new login where this workflow reads it`;
}
function signInSentence(command) {
    return `Sign in again ${howToSignIn(command)}.`;
}


/***/ }),

/***/ 626:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ UNKNOWN_CONTENT),
/* harmony export */   TN: () => (/* binding */ holdsPair),
/* harmony export */   Wu: () => (/* binding */ PostState),
/* harmony export */   zY: () => (/* binding */ NO_SECRET)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ wholeOrNothing),
/* harmony export */   z: () => (/* binding */ whyNotWritten)
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

/***/ 1404:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ logLineOf),
/* harmony export */   d: () => (/* binding */ describeResult)
/* harmony export */ });
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6442);

function describeResult({ name, location, state }, mark) {
    const secret = (0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSecret */ .wr)(name, location, mark);
    switch (state) {
        case 'stored':
            return `stored in ${secret}`;
        case 'unchanged':
            return `not changed: ${secret} already has these tokens`;
        case 'not-stored':
            return `not stored in ${secret}`;
    }
}
function logLineOf(result) {
    const clause = describeResult(result, plainName);
    return result.content === 'credentials' ? clause : `access token ${clause}`;
}
function plainName(name) {
    return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}


/***/ }),

/***/ 2800:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   s3: () => (/* binding */ NOTHING_SEEN),
/* harmony export */   seeCredentials: () => (/* binding */ seeCredentials),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8401);
/* harmony import */ var _core_credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2056);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4994);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7973);






const MAX_FILE_BYTES = 2 * _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_CREDENTIALS_BYTES */ .Md;
const SECRET_KEY = /token|secret|key|password|authorization/i;
const SHORTEST_SECRET = 8;
const ANTHROPIC_SECRET = /sk-ant-[\w-]+/g;
const NOTHING_SEEN = { document: null, json: null, accessToken: null, secrets: [] };
function seeCredentials(creds) {
    const file = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_4__/* .orNull */ .X)(() => (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)((0,_core_credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__/* .absolutePath */ .Hi)(creds)).real, MAX_FILE_BYTES));
    return file === null ? NOTHING_SEEN : lookAt(file.bytes.toString('utf8'));
}
function lookAt(text) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text);
    const found = new Set([...(text.match(ANTHROPIC_SECRET) ?? []), ...secretStrings(value)]);
    const secrets = [...found].filter(secret => secret.trim().length >= SHORTEST_SECRET);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(value))
        return { ...NOTHING_SEEN, secrets };
    return { document: value, json: JSON.stringify(value), accessToken: accessTokenOf(value), secrets };
}
function accessTokenOf({ claudeAiOauth: login }) {
    const token = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(login) ? login.accessToken : null;
    return typeof token === 'string' && token !== '' ? token : null;
}
function secretStrings(value, isSecret = false) {
    if (typeof value === 'string')
        return isSecret ? [value, ...credentialsOf(value)] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => secretStrings(inner, isSecret || SECRET_KEY.test(key)));
}
function credentialsOf(header) {
    return /(?<=^(?:basic|bearer) +)\S+$/i.exec(header) ?? [];
}


/***/ }),

/***/ 5277:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lb: () => (/* binding */ timesUntilNow),
/* harmony export */   bD: () => (/* binding */ describeSeconds),
/* harmony export */   lh: () => (/* binding */ StepTimes)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ claudeVariables),
/* harmony export */   ID: () => (/* binding */ claudeEnvironment),
/* harmony export */   Io: () => (/* binding */ networkVariables)
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

/***/ 7499:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ MAX_CREDENTIALS_SIZE),
/* harmony export */   Md: () => (/* binding */ MAX_CREDENTIALS_BYTES),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   mN: () => (/* binding */ readLogin),
/* harmony export */   rN: () => (/* binding */ readBeforeLock),
/* harmony export */   xm: () => (/* binding */ readGoodLogin)
/* harmony export */ });
/* unused harmony export readCredentialsText */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(43);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(123);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4600);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3438);








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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ic: () => (/* binding */ findCredentialsFile),
  SI: () => (/* binding */ findIfMoved),
  Pj: () => (/* binding */ findPlace)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/shell-line.ts
var shell_line = __nccwpck_require__(4236);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __nccwpck_require__(123);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __nccwpck_require__(2056);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ parseLogin),
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   Ov: () => (/* binding */ loginOrNull),
/* harmony export */   Rm: () => (/* binding */ SAVE_AS_UTF8),
/* harmony export */   sg: () => (/* binding */ isToken)
/* harmony export */ });
/* unused harmony exports kindWithoutLogin, isOtherFile, BLANKED, NEEDS_LOGIN */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _plausible_date_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9966);




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

/***/ 3435:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseEnd),
/* harmony export */   _c: () => (/* binding */ endsWithin),
/* harmony export */   g_: () => (/* binding */ isEndDisproven),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   wG: () => (/* binding */ LOGIN_WARNING_MS)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3457);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1357);


const HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 8 * HOUR_MS;
const CLOCK_TOLERANCE_MS = HOUR_MS;
const LOGIN_WARNING_MS = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDurationMs */ .yi)(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY.loginWarning, 'login-warning');
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
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(endMs, nowMs)}`;
}


/***/ }),

/***/ 9966:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 8373:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EV: () => (/* binding */ storedAtIn),
/* harmony export */   Xm: () => (/* binding */ stampedJson),
/* harmony export */   eN: () => (/* binding */ takeStampOff),
/* harmony export */   fx: () => (/* binding */ latestWriteMs),
/* harmony export */   qj: () => (/* binding */ whyStale)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1357);



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

/***/ 2056:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   Y: () => (/* binding */ CREDS),
/* harmony export */   eY: () => (/* binding */ likelyMistakeIn),
/* harmony export */   pn: () => (/* binding */ isTooLong),
/* harmony export */   vM: () => (/* binding */ currentAccountFile)
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

/***/ 3438:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ describeValidity),
/* harmony export */   Ng: () => (/* binding */ isUsable),
/* harmony export */   bs: () => (/* binding */ describeTokenValidity),
/* harmony export */   d: () => (/* binding */ cannotRefresh),
/* harmony export */   f8: () => (/* binding */ isValidAsAsked),
/* harmony export */   hn: () => (/* binding */ isGoodFor),
/* harmony export */   vi: () => (/* binding */ whyNotUsed),
/* harmony export */   xY: () => (/* binding */ refuseUnrefreshable)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1357);


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

/***/ 8743:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ endWarning)
/* harmony export */ });
/* harmony import */ var _credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3435);

const SAY_IT_THEMSELVES = ['login-rejected', 'login-expired', 'creds-invalid'];
function endWarning({ loginEndsSoon, loginExpiresAt, reason }, nowMs) {
    const endMs = (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEnd */ .J)(loginExpiresAt);
    if (!loginEndsSoon || endMs === null || SAY_IT_THEMSELVES.includes(reason))
        return null;
    const end = (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEnd */ .lA)(endMs, nowMs);
    if ((0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(endMs, nowMs))
        return { endMs, hasEnded: true, sentence: `${end}; sign in again` };
    return { endMs, hasEnded: false, sentence: `${end}, and a refresh does not extend it; sign in again before then` };
}


/***/ }),

/***/ 6153:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KX: () => (/* binding */ MAX_JSON_DEPTH),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   kq: () => (/* binding */ isNestedTooDeep),
/* harmony export */   qF: () => (/* binding */ parseJson)
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

/***/ 2058:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ withLoginCommand),
/* harmony export */   SU: () => (/* binding */ replaceCommand),
/* harmony export */   UE: () => (/* binding */ withCommand),
/* harmony export */   aK: () => (/* binding */ signInCommand),
/* harmony export */   mg: () => (/* binding */ fromFileCommand)
/* harmony export */ });
/* harmony import */ var _shell_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4236);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);


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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ notWritable),
/* harmony export */   Mb: () => (/* binding */ inTheWay),
/* harmony export */   n_: () => (/* binding */ NEEDS_FOLDER)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);


function notWritable(what, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}
const NEEDS_FOLDER = '`clr` needs a folder of its own there';
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or delete it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}


/***/ }),

/***/ 3457:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   mR: () => (/* binding */ parseMinValidityMs),
/* harmony export */   yE: () => (/* binding */ parseTimeoutSeconds),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yi: () => (/* binding */ parseDurationMs),
/* harmony export */   zY: () => (/* binding */ DEFAULTS)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ orNull)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   xi: () => (/* binding */ pidIn),
/* harmony export */   y: () => (/* binding */ ANNOUNCE_PID)
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

/***/ 9029:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   fm: () => (/* binding */ borrowPrivateFolder),
/* harmony export */   hm: () => (/* binding */ DRY_RUN_PREFIX)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9186);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(43);








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

/***/ 9107:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ managerVariables),
/* harmony export */   h: () => (/* binding */ whileAsking)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ troubleshootingUrl),
/* harmony export */   u: () => (/* binding */ BY_HAND),
/* harmony export */   yl: () => (/* binding */ PROJECT)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ NOT_SENT_HERE),
/* harmony export */   FY: () => (/* binding */ NOT_SENT),
/* harmony export */   M4: () => (/* binding */ RefreshError),
/* harmony export */   Vs: () => (/* binding */ isReason),
/* harmony export */   WR: () => (/* binding */ LOG_IN_AGAIN),
/* harmony export */   eG: () => (/* binding */ withoutTokenNote),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   xZ: () => (/* binding */ WITH_CLR_LOGIN)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   PH: () => (/* binding */ safeOutput),
/* harmony export */   om: () => (/* binding */ safeLine)
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

/***/ 7449:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ reportOf)
});

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

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __nccwpck_require__(2258);
;// CONCATENATED MODULE: ./src/core/report.ts



function reportOf(reason, message, remedy = (0,reasons/* outcomeOf */.sG)(reason).remedy) {
    return {
        refreshed: false,
        reason,
        exitCode: (0,reasons/* outcomeOf */.sG)(reason).exitCode,
        ...NOTHING_KNOWN,
        message: (0,redact/* safeLine */.om)(message),
        remedy
    };
}


/***/ }),

/***/ 4236:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ shellLine)
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

/***/ 6777:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ allowedVariables),
/* harmony export */   Dw: () => (/* binding */ NETWORK_VARIABLES),
/* harmony export */   e0: () => (/* binding */ absoluteEntries),
/* harmony export */   wd: () => (/* binding */ absolutePaths)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ refuseWindows)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);

function refuseWindows() {
    if (process.platform === 'win32')
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', 'clr-refresh runs on Linux and macOS, not on Windows');
}


/***/ }),

/***/ 2490:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ signalProcess),
/* harmony export */   i: () => (/* binding */ signalGroup)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jz: () => (/* binding */ RECORD_IN_SHELL),
  fJ: () => (/* binding */ identityFromStat),
  cu: () => (/* binding */ identityOf),
  _n: () => (/* binding */ isAlive),
  hY: () => (/* binding */ ownIdentity),
  aZ: () => (/* binding */ parseIdentity)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ unlessMissing),
/* harmony export */   Qr: () => (/* binding */ readTextOrEmpty),
/* harmony export */   TP: () => (/* binding */ readTextIfExists),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   dN: () => (/* binding */ realPathOf),
/* harmony export */   k: () => (/* binding */ statIfAny),
/* harmony export */   wX: () => (/* binding */ namesIn)
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

/***/ 7673:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeIfPossible)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4994);


function removeIfPossible(entry) {
    const isRemoved = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    });
    return isRemoved ?? false;
}


/***/ }),

/***/ 43:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   Tr: () => (/* binding */ explainSystemError),
/* harmony export */   hZ: () => (/* binding */ failedPath),
/* harmony export */   wJ: () => (/* binding */ remedyFor)
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

/***/ 1357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   oL: () => (/* binding */ describeMoment),
/* harmony export */   vD: () => (/* binding */ utcMinute)
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

/***/ 1500:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NS: () => (/* binding */ MAY_BE_LOST),
/* harmony export */   VJ: () => (/* binding */ SENT_BEFORE),
/* harmony export */   re: () => (/* binding */ withoutPair)
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

/***/ 1380:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   p: () => (/* binding */ orUnreadable)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);


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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ GONE_PREFIX),
/* harmony export */   Hu: () => (/* binding */ workFolderPath),
/* harmony export */   ao: () => (/* binding */ isPairWaiting),
/* harmony export */   jf: () => (/* binding */ RESCUE_PREFIX),
/* harmony export */   k3: () => (/* binding */ REJECTION_RECORD),
/* harmony export */   m4: () => (/* binding */ REPLACEMENT_PREFIX),
/* harmony export */   w5: () => (/* binding */ waitingNote),
/* harmony export */   x$: () => (/* binding */ newReplacementPathIn),
/* harmony export */   xL: () => (/* binding */ HOME_PREFIX),
/* harmony export */   y2: () => (/* binding */ WorkFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4994);
/* harmony import */ var _private_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9029);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(1380);











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

/***/ 6442:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  JN: () => (/* binding */ PERMISSION_TO_CREATE),
  XH: () => (/* binding */ appOf),
  lR: () => (/* binding */ describeLocation),
  wr: () => (/* binding */ describeSecret),
  tA: () => (/* binding */ describeSecrets),
  FQ: () => (/* binding */ environmentPath),
  zS: () => (/* binding */ parseLocation),
  BX: () => (/* binding */ parseSecretApp),
  Tj: () => (/* binding */ permissionFor),
  z1: () => (/* binding */ secretsPath)
});

// EXTERNAL MODULE: ./src/core/options.ts
var options = __nccwpck_require__(3457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
;// CONCATENATED MODULE: ./src/github-secrets/secret-app.ts
const SECRET_APPS = ['actions', 'dependabot', 'codespaces'];
const FACTS = {
    actions: {
        title: 'Actions',
        permissions: { repository: 'Secrets', organization: 'Secrets' },
        classicToken: 'a classic token'
    },
    dependabot: {
        title: 'Dependabot',
        permissions: { repository: 'Dependabot secrets', organization: 'Organization dependabot secrets' },
        classicToken: 'a classic token'
    },
    codespaces: {
        title: 'Codespaces',
        permissions: { repository: 'Codespaces secrets', organization: 'Organization codespaces secrets' },
        classicToken: 'a classic token of an admin'
    }
};
function factsOf(app) {
    return FACTS[app];
}

;// CONCATENATED MODULE: ./src/github-secrets/location.ts



function appOf(location) {
    return location.kind === 'environment' ? 'actions' : location.app;
}
function describeLocation(location, mark) {
    const show = mark ?? String;
    switch (location.kind) {
        case 'repository':
            return `repository ${show(location.repository)}`;
        case 'environment':
            return `environment ${(mark ?? JSON.stringify)(location.environment)} of ${show(location.repository)}`;
        case 'organization':
            return `organization ${show(location.organization)}`;
    }
}
function describeSecrets(location) {
    const app = appOf(location);
    return `${app === 'actions' ? '' : `${factsOf(app).title} `}secrets of ${describeLocation(location)}`;
}
function describeSecret(name, location, mark) {
    const app = appOf(location);
    const what = app === 'actions' ? '' : `${factsOf(app).title} secret `;
    return `${what}${(mark ?? String)(name)} of ${describeLocation(location, mark)}`;
}
function secretsPath(location) {
    switch (location.kind) {
        case 'repository':
            return `/repos/${location.repository}/${location.app}/secrets`;
        case 'environment':
            return `${environmentPath(location)}/secrets`;
        case 'organization':
            return `/orgs/${location.organization}/${location.app}/secrets`;
    }
}
function environmentPath({ repository, environment }) {
    return `/repos/${repository}/environments/${encodeSegment(environment)}`;
}
function encodeSegment(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}
function permissionFor(location) {
    const { permissions, classicToken } = factsOf(appOf(location));
    switch (location.kind) {
        case 'repository':
            return `the repository permission "${permissions.repository}: write" (${classicToken}: the scope "repo")`;
        case 'environment':
            return 'the repository permission "Environments: write" (a classic token: the scope "repo")';
        case 'organization':
            return `the organization permission "${permissions.organization}: write" (a classic token of an owner: the scope "admin:org")`;
    }
}
const PERMISSION_TO_CREATE = 'the repository permission "Administration: write" (a classic token: the scope "repo")';
function parseSecretApp({ text, from }) {
    if (text === '')
        return 'actions';
    const app = SECRET_APPS.find(known => known === text);
    if (app !== undefined)
        return app;
    throw new reasons/* RefreshError */.M4('usage', `${from} must be actions, dependabot or codespaces, got ${(0,options/* quote */.hD)(text)}`);
}
function parseLocation(given) {
    const { organization, environment, app = 'actions' } = given;
    if (organization.text !== '')
        return { kind: 'organization', organization: parseOrganization(given), app };
    const repository = parseRepository(given);
    if (environment.text === '')
        return { kind: 'repository', repository, app };
    if (app !== 'actions') {
        const { title } = factsOf(app);
        const sentence = `${environment.from} must be empty for ${title} secrets: an environment has only Actions secrets`;
        throw new reasons/* RefreshError */.M4('usage', sentence);
    }
    if (!/^\.{1,2}$/.test(environment.text) && environment.text.length <= 255)
        return { kind: 'environment', repository, environment: environment.text };
    const sentence = `${environment.from} must be the name of an environment, got ${(0,options/* quote */.hD)(environment.text)}`;
    throw new reasons/* RefreshError */.M4('usage', sentence);
}
function parseOrganization({ organization: { text, from }, repository, environment }) {
    const other = [repository, environment].find(given => given.text !== '');
    if (other !== undefined)
        throw new reasons/* RefreshError */.M4('usage', `${from} and ${other.from} cannot be used together`);
    if (isOwner(text))
        return text;
    throw new reasons/* RefreshError */.M4('usage', `${from} must be the name of an organization, got ${(0,options/* quote */.hD)(text)}`);
}
function parseRepository({ repository, defaultRepository }) {
    const { text, from } = repository.text === '' ? defaultRepository : repository;
    if (text === '')
        throw new reasons/* RefreshError */.M4('usage', `${repository.from} is missing, and ${from} is not set`);
    const [owner = '', name = '', ...rest] = text.split('/');
    if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0)
        return text;
    throw new reasons/* RefreshError */.M4('usage', `${from} must be owner/name, got ${(0,options/* quote */.hD)(text)}`);
}
function isOwner(text) {
    return /^[a-z\d][\w-]*$/i.test(text);
}


/***/ }),

/***/ 5700:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wq: () => (/* binding */ parseVisibility),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   gR: () => (/* binding */ NO_MEMORY),
/* harmony export */   vh: () => (/* binding */ parseWriteHistory)
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
/***/ ((module) => {

module.exports = require("../cli/libsodium-wrappers.cjs");

/***/ }),

/***/ 9499:
/***/ ((module) => {

module.exports = require("../cli/undici.cjs");

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = require("zlib");

/***/ }),

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ getExecOutput)
});

// UNUSED EXPORTS: exec

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = require("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = require("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(8701);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(90);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = require("timers");
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath)
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   Yz: () => (/* binding */ rmRF)
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
/******/ 			return "" + chunkId + ".program.js";
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
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
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
// EXTERNAL MODULE: ./src/action/output/annotations.ts
var annotations = __nccwpck_require__(5420);
// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __nccwpck_require__(8310);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __nccwpck_require__(4838);
// EXTERNAL MODULE: ./src/action/inputs.ts
var action_inputs = __nccwpck_require__(1729);
// EXTERNAL MODULE: ./src/action/install/registry-address.ts + 1 modules
var registry_address = __nccwpck_require__(205);
// EXTERNAL MODULE: ./src/action/output/log.ts
var log = __nccwpck_require__(8044);
// EXTERNAL MODULE: ./src/action/output/masks.ts
var masks = __nccwpck_require__(5067);
// EXTERNAL MODULE: ./src/action/runner-file.ts
var runner_file = __nccwpck_require__(5597);
;// CONCATENATED MODULE: ./src/action/output/outputs.ts

function plainOutputs(report, loginCommand) {
    return {
        refreshed: String(report.refreshed),
        reason: report.reason,
        'exit-code': String(report.exitCode),
        'expires-at': report.expiresAt ?? '',
        'login-expires-at': report.loginExpiresAt ?? '',
        'login-ends-soon': String(report.loginEndsSoon),
        'login-command': loginCommand,
        creds: report.creds ?? ''
    };
}
function secretOutputs(report, after) {
    const isDone = report.exitCode === 0 && report.reason !== 'ready';
    const isGood = isDone || report.reason === 'secret-write-failed';
    if (!isGood || after.json === null || after.accessToken === null)
        return {};
    return { 'creds-json': after.json, 'access-token': after.accessToken };
}
function setOutputs(toolkit, { plain, secret }, env) {
    const isFile = (env.GITHUB_OUTPUT ?? '') !== '';
    const entries = [...Object.entries(plain), ...(isFile ? Object.entries(secret) : [])];
    for (const [at, [name, value]] of entries.entries()) {
        try {
            (0,runner_file/* wholeOrNothing */.m)(env.GITHUB_OUTPUT ?? '', () => {
                toolkit.setOutput(name, value);
            });
        }
        catch (error) {
            const unset = at === 0 ? 'the outputs of this step' : `the output ${name} and those after it`;
            return `${(0,runner_file/* whyNotWritten */.z)('GITHUB_OUTPUT', env, error)}: ${unset} are not set`;
        }
    }
    if (isFile || Object.keys(secret).length === 0)
        return null;
    return `${(0,runner_file/* whyNotWritten */.z)('GITHUB_OUTPUT', env)}: the outputs that hold tokens are not set`;
}
function putOnPath(toolkit, folder, env) {
    const sentence = (error) => `${(0,runner_file/* whyNotWritten */.z)('GITHUB_PATH', env, error)}: later steps cannot find the \`claude\` in ${folder}`;
    if ((env.GITHUB_PATH ?? '') === '')
        return sentence();
    try {
        toolkit.addPath(folder);
        return null;
    }
    catch (error) {
        return sentence(error);
    }
}

;// CONCATENATED MODULE: ./src/action/output/run-links.ts
function runLinks(env, repository = env.GITHUB_REPOSITORY ?? '') {
    const server = serverOf(env.GITHUB_SERVER_URL ?? '');
    const base = server === null || !/^[\w.-]+\/[\w.-]+$/.test(repository) ? null : `${server}/${repository}/actions`;
    const run = env.GITHUB_RUN_ID ?? '';
    const file = /^[^@]+\/\.github\/workflows\/([\w. -]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? '')?.[1];
    return {
        run: base === null || !/^\d+$/.test(run) ? null : `${base}/runs/${run}`,
        workflow: base === null || file === undefined ? null : `${base}/workflows/${encodeURIComponent(file)}`,
        npxCommand: npxCommandOf(env)
    };
}
function npxCommandOf(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
    if (server !== 'https://github.com')
        return null;
    if (!/^[a-z\d][\w-]*\/[\w.-]+$/i.test(repository) || !/^\w[\w./-]*$/.test(ref))
        return null;
    return `npx github:${repository}#${ref}`;
}
function serverOf(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : null;
}

// EXTERNAL MODULE: ./src/action/output/summary.ts + 5 modules
var summary = __nccwpck_require__(3249);
// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __nccwpck_require__(626);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./src/core/pid-line.ts
var pid_line = __nccwpck_require__(805);
// EXTERNAL MODULE: ./src/core/report.ts + 1 modules
var report = __nccwpck_require__(7449);
// EXTERNAL MODULE: ./src/core/system/platform.ts
var platform = __nccwpck_require__(7746);
// EXTERNAL MODULE: ./src/action/clr/report.ts + 1 modules
var clr_report = __nccwpck_require__(7161);
// EXTERNAL MODULE: ./src/action/no-secrets.ts
var no_secrets = __nccwpck_require__(1543);
// EXTERNAL MODULE: ./src/action/step-times.ts
var step_times = __nccwpck_require__(5277);
// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __nccwpck_require__(2800);
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
    before: seen_credentials/* NOTHING_SEEN */.s3,
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
    const report = await fill(attempt, { notes, times }, context).catch((error) => {
        return { ...reportOfThrow(error), creds: attempt.creds || null };
    });
    const { aboutLogin } = await __nccwpck_require__.e(/* import() */ 927).then(__nccwpck_require__.bind(__nccwpck_require__, 6927));
    const about = aboutLogin((0,no_secrets/* explainMissing */.Ce)(report, context.env), attempt.creds, context.env);
    return { ...attempt, ...about, notes: [...notes], times };
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
        const { checkStep } = await Promise.all(/* import() */[__nccwpck_require__.e(226), __nccwpck_require__.e(67), __nccwpck_require__.e(216), __nccwpck_require__.e(479)]).then(__nccwpck_require__.bind(__nccwpck_require__, 479));
        const findings = { ...NOTHING_FOUND };
        attempt.dryRun = findings;
        return checkStep({ inputs, creds, credsFrom, note, times, findings }, context);
    }
    attempt.whyNotSaved = saveForPost(creds, context);
    context.state.mainRuns();
    if (asksForMore(inputs)) {
        const { prepare } = await Promise.all(/* import() */[__nccwpck_require__.e(226), __nccwpck_require__.e(67), __nccwpck_require__.e(216), __nccwpck_require__.e(20)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7020));
        attempt.preparation = await prepare({ inputs, creds, note, times }, context);
    }
    if (context.signals.cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `stopped before \`clr\` was started; ${reasons/* NOT_SENT_HERE */.Al}`);
    const startMs = external_node_perf_hooks_.performance.now();
    const { before, result } = await callClr(inputs, attempt, context);
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
    const before = (0,seen_credentials.seeCredentials)(creds);
    await loadToolkit();
    await __nccwpck_require__.e(/* import() */ 927).then(__nccwpck_require__.bind(__nccwpck_require__, 6927));
    await isPidSaved;
    return { before, result: await running.ended };
}
function reportOfClr(result, { signals }) {
    const hasReported = result.exitCode !== null || (0,clr_report/* parseReport */.MM)(result.stdout) !== null;
    if (hasReported || !signals.cancel.aborted)
        return (0,clr_report/* reportFrom */.rw)(result);
    const message = 'stopped before `clr` could report a result; if there are new tokens, they are recovered at the end of the job';
    return (0,clr_report/* substituteReport */.Ty)(result, { reason: 'cancelled', message });
}
async function childOutputOf({ stderr }, { trace, preparation }) {
    const [first = '', ...rest] = stderr.split('\n');
    const output = (0,pid_line/* pidIn */.xi)(first) === null ? stderr : rest.join('\n');
    if (!trace || preparation.claudeFolder !== null)
        return output;
    const { withoutCall } = await __nccwpck_require__.e(/* import() */ 534).then(__nccwpck_require__.bind(__nccwpck_require__, 8534));
    return withoutCall(output);
}
function reportOfThrow(error) {
    if (error instanceof reasons/* RefreshError */.M4)
        return (0,report/* reportOf */.E)(error.reason, error.message, error.remedy);
    const what = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
    return (0,report/* reportOf */.E)('internal', `${what}; ${token_use/* MAY_BE_LOST */.NS}`);
}

;// CONCATENATED MODULE: ./src/action/run-main.ts

















async function runMain(given) {
    const { credsJson, githubToken } = (0,action_inputs/* readSecretTexts */.bm)(given.env);
    const context = { ...given, state: post_state/* PostState */.Wu.begin(given.env, credsJson !== '') };
    const attempt = await attemptRefresh(context);
    const toolkit = await context.loadToolkit();
    const after = (0,seen_credentials.seeCredentials)(attempt.creds);
    const seen = [attempt.before, after, (0,seen_credentials/* lookAt */.t5)((0,base64/* unwrapBase64 */.zF)(credsJson).json)];
    const others = [githubToken, ...(0,registry_address/* registrySecrets */.ZN)(context.env)];
    for (const mask of (0,masks.masksFor)(seen, [...others, ...linesOfBase64(credsJson)]))
        toolkit.setSecret(mask);
    const secrets = [...seen.flatMap(one => one.secrets), ...others];
    const hide = (text) => (0,redact/* redact */.E$)(text, secrets);
    await rememberForJob(attempt, after, context);
    const { dryRun: found } = attempt;
    const dryRun = found && { ...found, proven: found.proven.map(hide) };
    const loginCommand = hide(attempt.loginCommand);
    const end = await storeIfNamed(attempt, hide, context);
    const result = { ...end, attempt, after, hide, dryRun, loginCommand };
    const { isLoginInOutput, problems } = passOn(toolkit, result, context.env);
    const unstored = await settleMadeFile({ ...result, isLoginInOutput }, context);
    await showResult(toolkit, { ...result, unstored }, context.env);
    for (const problem of problems)
        toolkit.warning(problem, { title: 'Some outputs or state could not be saved' });
    context.state.mainFinished();
    return result.report.exitCode === 0 && unstored?.isOnlyCopy !== true ? 0 : 1;
}
function linesOfBase64(text) {
    return (0,base64/* decodeBase64 */.y4)(text) === null ? [] : text.split(/\s+/);
}
async function rememberForJob({ creds, before, report: { refreshed }, preparation: { incoming } }, after, context) {
    if (!refreshed && incoming === null)
        return;
    const { rememberUsedUp } = await __nccwpck_require__.e(/* import() */ 259).then(__nccwpck_require__.bind(__nccwpck_require__, 2259));
    rememberUsedUp({ creds, before: before.document, after: after.document, incoming, refreshed }, context);
}
async function storeIfNamed(attempt, hide, context) {
    const { report: shown, preparation } = attempt;
    const { message, remedy, warnings } = shown;
    const report = { ...shown, message: hide(message), remedy: hide(remedy), warnings: warnings.map(hide) };
    const { store } = preparation;
    if (store === null || report.exitCode !== 0)
        return { report, secrets: [], sealed: null };
    const { storeNewLogin } = await __nccwpck_require__.e(/* import() */ 212).then(__nccwpck_require__.bind(__nccwpck_require__, 8212));
    return storeNewLogin({ ...attempt, report }, store, { hide, context });
}
function passOn(toolkit, { attempt, report, after, loginCommand }, env) {
    const outputs = { plain: plainOutputs(report, loginCommand), secret: secretOutputs(report, after) };
    const unset = setOutputs(toolkit, outputs, env);
    const { claudeFolder } = attempt.preparation;
    const offPath = claudeFolder === null ? null : putOnPath(toolkit, claudeFolder, env);
    return {
        isLoginInOutput: unset === null && 'creds-json' in outputs.secret,
        problems: [unset, offPath, attempt.whyNotSaved].filter(problem => problem !== null)
    };
}
async function showResult(toolkit, result, env) {
    const { attempt, report, hide, loginCommand, dryRun, secrets, unstored } = result;
    const nowMs = Date.now();
    const times = (0,step_times/* timesUntilNow */.Lb)(attempt.times);
    (0,log/* showNotes */.Xl)(toolkit, attempt.notes.map(hide));
    (0,annotations/* annotate */.fz)(toolkit, report, { nowMs, loginCommand });
    if (unstored !== null || dryRun?.ahead != null) {
        const { annotateUnstored } = await __nccwpck_require__.e(/* import() */ 930).then(__nccwpck_require__.bind(__nccwpck_require__, 8930));
        annotateUnstored(toolkit, unstored, dryRun?.ahead ?? null);
    }
    const content = {
        report,
        secrets,
        loginCommand,
        times,
        childOutput: hide(attempt.childOutput),
        trace: attempt.trace,
        networkVariables: (0,claude_environment/* networkVariables */.Io)(env),
        isDryRun: dryRun !== null
    };
    await (0,log/* showLog */.cS)(toolkit, content, nowMs);
    if ((env.GITHUB_STEP_SUMMARY ?? '') === '')
        return;
    const loss = unstored?.message ?? dryRun?.ahead ?? null;
    await (0,summary/* writeSummary */.Sy)(toolkit, { ...result, loss, links: runLinks(env), times, isFileKnown: isKnown(result) }, nowMs);
}
function isKnown({ attempt: { before, creds }, after }) {
    return [before, after].some(({ document }) => document !== null) || (0,or_null/* orNull */.X)(() => (0,read/* statIfAny */.k)(creds)) != null;
}
async function settleMadeFile({ attempt, report, after, isLoginInOutput }, { state }) {
    const { isFileMade, isLoginKept, incoming } = attempt.preparation;
    if (!isFileMade || (isLoginKept && report.exitCode !== 0))
        return null;
    const { settleOnlyCopy } = await __nccwpck_require__.e(/* import() */ 930).then(__nccwpck_require__.bind(__nccwpck_require__, 8930));
    const { creds } = attempt;
    const file = { creds, document: after.document, incoming, isInSecret: isLoginKept, isInOutput: isLoginInOutput };
    return settleOnlyCopy(file, state);
}

;// CONCATENATED MODULE: ./src/action/program.ts











function main() {
    run(runMain, endMain);
}
function post() {
    run(async (context) => (await __nccwpck_require__.e(/* import() */ 511).then(__nccwpck_require__.bind(__nccwpck_require__, 511))).runPost(context), error => ({ message: messageOf(error), remedy: (0,reasons/* outcomeOf */.sG)('internal').remedy }));
}
function run(program, onBug) {
    process.exitCode = 1;
    const reportBug = (error) => {
        program_report(onBug(error));
    };
    process.once('uncaughtException', reportBug);
    const context = {
        env: process.env,
        clrProgram: external_node_path_default().join(process.argv[1] ?? '', '../../cli/index.js'),
        startClr: start/* startClr */.uj,
        loadToolkit: async () => (0,annotations/* withVisibleAnnotations */.ZG)(await __nccwpck_require__.e(/* import() */ 317).then(__nccwpck_require__.bind(__nccwpck_require__, 4317))),
        signals: (0,signals/* listenForSignals */.s)()
    };
    program(context).then(exit, reportBug);
}
function exit(exitCode) {
    process.stdout.write('', () => process.exit(exitCode));
}
function program_report({ message, remedy }) {
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
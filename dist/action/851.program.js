"use strict";
exports.id = 851;
exports.ids = [851];
exports.modules = {

/***/ 9851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showCall: () => (/* binding */ showCall),
  withoutCall: () => (/* binding */ withoutCall)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/home/home-paths.ts
var home_paths = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
;// CONCATENATED MODULE: ./src/core/claude/claude-command.ts
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

// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __webpack_require__(8310);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/credentials/slips.ts
var slips = __webpack_require__(7945);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/core/options.ts
var options = __webpack_require__(3457);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/programs/find-program.ts
var find_program = __webpack_require__(9411);
// EXTERNAL MODULE: ./src/core/programs/script-head.ts
var script_head = __webpack_require__(8429);
;// CONCATENATED MODULE: ./src/core/claude/find-claude.ts











async function findClaude(environment, patience) {
    const found = await (0,find_program/* findProgram */.K)('claude', { environment, patience });
    if (found === null) {
        const why = `there is no program \`claude\` in any absolute folder of PATH${hintAboutPath(environment.PATH)}`;
        throw new reasons/* RefreshError */.M4('claude-not-found', why);
    }
    if ('whyNot' in found)
        throw deadEndError(found);
    const real = (0,read/* realPathOf */.dN)(found.program);
    const manifest = manifestIn(external_node_path_default().dirname(real)) ?? manifestIn(external_node_path_default().dirname(external_node_path_default().dirname(real)));
    const claude = { path: found.program, version: versionOf(real, manifest) };
    refuseOldNode(claude, real, manifest);
    return claude;
}
const MAX_SLIPS = 3;
function hintAboutPath(pathVariable) {
    if ((pathVariable ?? '') === '')
        return ': PATH is empty';
    const slips = (pathVariable ?? '').split((external_node_path_default()).delimiter).flatMap(entry => slipInEntry(entry) ?? []);
    return slips
        .slice(0, MAX_SLIPS)
        .map(slip => `; ${slip}`)
        .join('');
}
function slipInEntry(entry) {
    const where = `its entry ${(0,options/* quote */.hD)(entry)}`;
    const slip = (0,slips/* slipIn */.q)(entry, where);
    if (slip !== null || entry === '' || external_node_path_default().isAbsolute(entry) || !(0,external_node_fs_.existsSync)(external_node_path_default().join(entry, 'claude')))
        return slip;
    return `${where} has a \`claude\`, but is relative: only absolute folders are searched`;
}
function deadEndError(deadEnd) {
    const { manager } = deadEnd.shim;
    return new reasons/* RefreshError */.M4('claude-not-found', (0,find_program/* describeDeadEnd */.B)('claude', deadEnd), `Put the folder that holds the program itself first on PATH (\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`), ` +
        `or choose a version in ${manager} for your user, not for a project only. ${reasons/* NOT_SENT */.FY}`);
}
function versionOf(real, manifest) {
    const name = external_node_path_default().basename(real);
    if (/^\d+\.\d+\.\d+$/.test(name))
        return name;
    return typeof manifest?.version === 'string' ? manifest.version : null;
}
function manifestIn(folder) {
    const manifest = (0,json/* parseJson */.qF)((0,or_null/* orNull */.X)(() => (0,external_node_fs_.readFileSync)(external_node_path_default().join(folder, 'package.json'), 'utf8')) ?? '');
    return (0,json/* isJsonObject */.OW)(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null;
}
const NATIVE_LAUNCHER = 'cli-wrapper.cjs';
function refuseOldNode({ version }, real, manifest) {
    if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test((0,script_head/* scriptHeadOrEmpty */.q)(real)))
        return;
    const engines = manifest?.engines;
    const asked = (0,json/* isJsonObject */.OW)(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined;
    const ours = process.versions.node;
    if (asked === undefined || compareVersions(ours, asked) >= 0 || external_node_path_default().basename(real) === NATIVE_LAUNCHER)
        return;
    throw new reasons/* RefreshError */.M4('claude-failed', `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${asked} or newer, as its package says, and would run with the Node of clr, ${ours}`, `Run clr with Node ${asked} or newer, or install a \`claude\` that is a native program (2.1.113 or newer). ${reasons/* NOT_SENT */.FY}`);
}

// EXTERNAL MODULE: ./src/core/programs/shim.ts
var programs_shim = __webpack_require__(8504);
;// CONCATENATED MODULE: ./src/core/claude/trace.ts








const HOME = new home_paths/* HomeLayout */.m('<isolated HOME>');
const BASE_URL = 'https://127.0.0.1:<port>/<random>';
async function traceRun({ trace }, { creds, timeoutSeconds, environment }) {
    const program = await programIn(environment);
    const unknown = optionsUnknownTo(program.version);
    const real = (0,read/* realPathOf */.dN)(creds);
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
function traceCall({ trace }, home, unknownOptions) {
    const without = unknownOptions.size === 0 ? '' : `, without ${[...unknownOptions].join(' ')}`;
    trace(`# claude starts in ${home}${without}`);
}
async function programIn(environment) {
    try {
        const { path: name, version } = await findClaude(environment, null);
        const shim = (0,programs_shim/* shimAt */.b)(name);
        return { name: shim === null ? name : `${name}, a shim of ${shim.manager}`, version };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        return { name: error.message, version: null };
    }
}
function variableLines(caller) {
    const isolation = {
        home: HOME.path,
        temporaryFolder: HOME.temporaryFolder,
        firstOnPath: HOME.firstOnPath,
        baseUrl: BASE_URL
    };
    const passed = (0,claude_environment/* claudeVariables */.I5)(caller);
    const all = Object.entries((0,claude_environment/* claudeEnvironment */.ID)(caller, isolation));
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

// EXTERNAL MODULE: ./src/action/output/text.ts
var output_text = __webpack_require__(2323);
;// CONCATENATED MODULE: ./src/action/show-call.ts



async function showCall(toolkit, { inputs: { timeout }, creds }, environment) {
    const lines = [];
    const log = { trace: (line) => lines.push((0,output_text/* asLogLine */.jy)(line)), claudeOutput: () => undefined };
    await traceRun(log, {
        creds,
        timeoutSeconds: (0,options/* parseTimeoutSeconds */.yE)(timeout === '' ? options/* DEFAULTS */.zY.timeout : timeout),
        environment
    });
    await toolkit.group('The call of claude', () => {
        for (const line of lines)
            toolkit.info(line);
        return Promise.resolve();
    });
}
function withoutCall(stderr) {
    return stderr.replace(/^# clr refresh\n[^]*?^claude .*\n/m, '');
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ HomeLayout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8651);


class HomeLayout {
    path;
    constructor(path) {
        this.path = path;
    }
    get configFolder() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, '.claude');
    }
    get credentialsPath() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.configFolder, '.credentials.json');
    }
    get temporaryFolder() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'tmp');
    }
    get claudeRecord() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'claude.stat');
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .newReplacementPathIn */ .x$)(this.path);
    }
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
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or remove it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}


/***/ }),

/***/ 9411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ describeDeadEnd),
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6777);
/* harmony import */ var _version_manager_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9107);
/* harmony import */ var _shim_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8504);





const MAX_SHIMS = 3;
function findProgram(name, { environment, patience, user }) {
    if (patience === null)
        return searchPath(name, environment, null);
    return (0,_version_manager_js__WEBPACK_IMPORTED_MODULE_3__/* .whileAsking */ .h)({ ...patience, environment, user }, ask => searchPath(name, environment, ask));
}
async function searchPath(name, environment, ask) {
    let deadEnd = null;
    for (const folder of (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .absoluteEntries */ .e0)(environment.PATH)) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name);
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
    return `${shim} is a shim of ${manager}, and \`${manager} which ${name}\`, outside of any project, ${whyNot}`;
}
async function follow({ program, shim: last }, seeker, left) {
    const shim = (0,_shim_js__WEBPACK_IMPORTED_MODULE_4__/* .shimAt */ .b)(program);
    if (shim === null) {
        const wrapped = (0,_shim_js__WEBPACK_IMPORTED_MODULE_4__/* .wrappedInHome */ .I)(program, seeker.environment);
        if (wrapped === null || !isProgram(wrapped) || left === 0)
            return { program, shim: last };
        return follow({ program: wrapped, shim: last }, seeker, left - 1);
    }
    if (seeker.ask === null)
        return { program, shim };
    if (left === 0)
        return { shim, whyNot: 'leads to another shim' };
    const answer = await seeker.ask(shim);
    if ('whyNot' in answer)
        return { shim, ...answer };
    if (!isProgram(answer.program))
        return { shim, whyNot: `names ${answer.program}, which is no program` };
    return follow({ program: answer.program, shim }, seeker, left - 1);
}
function isProgram(candidate) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 8429:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ scriptHeadOrEmpty)
/* harmony export */ });
/* unused harmony export scriptHead */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);


const HEAD_BYTES = 8192;
function scriptHead(program) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(program, 'r');
    try {
        const head = Buffer.alloc(HEAD_BYTES);
        const text = head.toString('utf8', 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, head));
        return text.startsWith('#!') ? text : '';
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function scriptHeadOrEmpty(program) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => scriptHead(program)) ?? '';
}


/***/ }),

/***/ 8504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ wrappedInHome),
/* harmony export */   b: () => (/* binding */ shimAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7973);
/* harmony import */ var _script_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8429);



function shimAt(program) {
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .realPathOf */ .dN)(program);
    const name = node_path__WEBPACK_IMPORTED_MODULE_0___default().basename(real);
    const shim = { path: program, variables: {} };
    if (name === 'mise' || name === 'rtx')
        return { ...shim, manager: name, managerProgram: real };
    if (name === 'volta-shim')
        return { ...shim, manager: 'volta', managerProgram: node_path__WEBPACK_IMPORTED_MODULE_0___default().join(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(real), 'volta') };
    const head = (0,_script_head_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptHeadOrEmpty */ .q)(real);
    const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? [];
    if (managerProgram === undefined || manager === undefined)
        return null;
    const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1];
    return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } };
}
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/;
function wrappedInHome(program, { HOME: home = '' }) {
    const target = node_path__WEBPACK_IMPORTED_MODULE_0___default().isAbsolute(home) ? HOME_WRAPPER.exec((0,_script_head_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptHeadOrEmpty */ .q)(program))?.[1] : undefined;
    return target === undefined ? null : node_path__WEBPACK_IMPORTED_MODULE_0___default().join(home, target);
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
    const why = `cannot read ${entry}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}; ${what}`;
    const message = `${why}, so it stays as it is, and ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-unreadable', message, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $y: () => (/* binding */ GONE_PREFIX),
  xL: () => (/* binding */ HOME_PREFIX),
  m4: () => (/* binding */ REPLACEMENT_PREFIX),
  jf: () => (/* binding */ RESCUE_PREFIX),
  y2: () => (/* binding */ WorkFolder),
  x$: () => (/* binding */ newReplacementPathIn),
  Hu: () => (/* binding */ workFolderPath)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
;// CONCATENATED MODULE: ./src/core/private-folder.ts




function makePrivateFolder(folder) {
    for (;;) {
        try {
            (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
        }
        catch (error) {
            if ((0,system_error/* errorCode */.CA)(error) !== 'EEXIST')
                throw error;
        }
        const found = unlessGone(folder);
        if (found !== null)
            return found;
    }
}
function unlessGone(folder) {
    try {
        return makePrivate(folder);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw error;
        throw (0,not_writable/* inTheWay */.M)(folder, 'it should be a folder of ours');
    }
}
function makePrivate(folder) {
    const fd = (0,external_node_fs_.openSync)(folder, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,external_node_fs_.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run: let that user run \`clr recover\`, which removes it`);
        }
        if (!isPrivate(fd))
            chmodIfPossible(fd);
        return { keepsModes: isPrivate(fd) };
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,external_node_fs_.fstatSync)(fd).mode & 0o777) === 0o700;
}
function chmodIfPossible(fd) {
    try {
        (0,external_node_fs_.fchmodSync)(fd, 0o700);
    }
    catch {
    }
}

// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __webpack_require__(1380);
;// CONCATENATED MODULE: ./src/core/work-folder.ts









const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
function workFolderPath({ real }) {
    return `${real}.clr`;
}
class WorkFolder {
    path;
    keepsModes;
    constructor(path, keepsModes) {
        this.path = path;
        this.keepsModes = keepsModes;
    }
    static open(file) {
        const folder = WorkFolder.#make(workFolderPath(file));
        try {
            folder.hideFromGit();
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    static #make(at) {
        try {
            return new WorkFolder(at, makePrivateFolder(at).keepsModes);
        }
        catch (error) {
            throw error instanceof reasons/* RefreshError */.M4 ? error : cannotMake(at, error);
        }
    }
    static find(file) {
        return WorkFolder.exists(file) ? new WorkFolder(workFolderPath(file), true) : null;
    }
    static exists(file) {
        const folder = workFolderPath(file);
        return (0,unreadable/* orUnreadable */.p)(folder, () => (0,read/* unlessMissing */.F2)(() => (0,external_node_fs_.lstatSync)(folder))) !== null;
    }
    at(name) {
        return external_node_path_default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return (0,unreadable/* orUnreadable */.p)(this.path, () => (0,read/* namesIn */.wX)(this.path)).filter(name => name !== GITIGNORE);
    }
    close() {
        try {
            if (this.names().length > 0)
                return;
            (0,external_node_fs_.rmSync)(this.at(GITIGNORE), { force: true });
            (0,external_node_fs_.rmdirSync)(this.path);
        }
        catch {
        }
    }
    hideFromGit() {
        try {
            (0,external_node_fs_.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,system_error/* errorCode */.CA)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function newReplacementPathIn(folder) {
    return external_node_path_default().join(folder, `${REPLACEMENT_PREFIX}${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.json`);
}
function cannotMake(folder, error) {
    return (0,not_writable/* notWritable */.G)(`cannot write in ${external_node_path_default().dirname(folder)}, where the new credentials must be put`, error);
}


/***/ })

};
;
"use strict";
exports.id = 153;
exports.ids = [153];
exports.modules = {

/***/ 75:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: function() { return /* binding */ parseClaudeVersion; },
/* harmony export */   y: function() { return /* binding */ exactVersion; }
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


function parseClaudeVersion(text) {
    const version = exactVersion(text);
    if (version !== null)
        return { kind: 'exact', version };
    if (/^(?!v\d)[a-z][a-z\d-]{0,30}$/.test(text))
        return { kind: 'tag', tag: text };
    const sentence = `claude-version must be a full version number such as 2.1.330, or latest, or stable; got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`;
    throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
}
function exactVersion(text) {
    return /^v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[a-z\d]+(?:[.-][a-z\d]+)*)?)$/i.exec(text)?.[1] ?? null;
}


/***/ }),

/***/ 8534:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showCall: function() { return /* binding */ showCall; },
  withoutCall: function() { return /* binding */ withoutCall; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/home/home-layout.ts
var home_layout = __webpack_require__(5719);
// EXTERNAL MODULE: ./src/core/programs/shim.ts
var programs_shim = __webpack_require__(8504);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/claude/claude-command.ts
var claude_command = __webpack_require__(1914);
// EXTERNAL MODULE: ./src/core/shell-line.ts
var shell_line = __webpack_require__(4236);
// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __webpack_require__(8310);
// EXTERNAL MODULE: ./src/core/claude/find-claude.ts
var find_claude = __webpack_require__(5082);
;// CONCATENATED MODULE: ./src/core/claude/trace.ts









const HOME = new home_layout/* HomeLayout */.m('<isolated HOME>');
const BASE_URL = 'https://127.0.0.1:<port>/<random>';
async function traceRun({ trace }, run) {
    const { creds, timeoutSeconds, environment } = run;
    const program = run.program ?? (await programIn(environment));
    const unknown = (0,claude_command/* optionsUnknownTo */.uU)(program.version);
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
    trace((0,shell_line/* shellLine */.T)(['claude', ...(0,claude_command/* claudeArguments */.xe)(external_node_path_default().join(HOME.path, 'debug-1.log'), unknown)]));
}
async function programIn(environment) {
    try {
        const { path: name, version } = await (0,find_claude/* findClaude */.E)(environment, null);
        const shim = (0,programs_shim/* shimAt */.bj)(name);
        return { name: shim === null ? name : `${name}, a shim of ${shim.manager}`, version };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        return { name: error.message, version: null };
    }
}
const NOT_STARTED = '# dry run: `claude` is not started';
function variableLines(caller) {
    const passed = (0,claude_environment/* claudeVariables */.I5)(caller);
    const all = Object.entries((0,claude_environment/* claudeEnvironment */.ID)(caller, HOME, BASE_URL));
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

// EXTERNAL MODULE: ./src/core/options.ts
var options = __webpack_require__(3457);
// EXTERNAL MODULE: ./src/action/install/claude-version.ts
var claude_version = __webpack_require__(75);
// EXTERNAL MODULE: ./src/action/output/log.ts
var output_log = __webpack_require__(8044);
// EXTERNAL MODULE: ./src/action/output/text.ts
var output_text = __webpack_require__(2323);
;// CONCATENATED MODULE: ./src/action/show-call.ts





async function showCall(toolkit, { inputs, creds }, environment) {
    const lines = [];
    const log = { trace: (line) => lines.push((0,output_text/* asLogLine */.jy)(line)), claudeOutput: () => undefined };
    const timeoutSeconds = (0,options/* parseTimeoutSeconds */.yE)(inputs.timeout || options/* DEFAULTS */.zY.timeout);
    await traceRun(log, { creds, timeoutSeconds, environment, ...programOf(inputs) });
    if (inputs.dryRun)
        log.trace(NOT_STARTED);
    await (0,output_log/* showGroup */.V9)(toolkit, 'The call of claude', lines);
}
function programOf({ dryRun, claudeVersion }) {
    if (!dryRun || claudeVersion === '')
        return {};
    const wanted = (0,claude_version/* parseClaudeVersion */.o)(claudeVersion);
    const name = 'the claude of claude-version';
    return {
        program: wanted.kind === 'exact' ? { name, version: wanted.version } : { name: `${name} ${wanted.tag}`, version: null }
    };
}
function withoutCall(stderr) {
    return stderr.replace(/^# clr refresh\n[^]*?^claude .*\n/m, '');
}


/***/ }),

/***/ 1914:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: function() { return /* binding */ compareVersions; },
/* harmony export */   uU: function() { return /* binding */ optionsUnknownTo; },
/* harmony export */   xe: function() { return /* binding */ claudeArguments; }
/* harmony export */ });
/* unused harmony export unknownOptionIn */
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


/***/ }),

/***/ 5082:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: function() { return /* binding */ findClaude; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2056);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6153);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3457);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
/* harmony import */ var _programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9411);
/* harmony import */ var _programs_shim_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8504);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7973);
/* harmony import */ var _claude_command_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1914);











async function findClaude(environment, patience, user) {
    const found = await (0,_programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__/* .findProgram */ .K)('claude', { environment, patience, ...(user === undefined ? {} : { user }) });
    if (found === null) {
        const why = `there is no \`claude\` on PATH${pathNote(environment.PATH)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-not-found', why);
    }
    if ('whyNot' in found)
        throw deadEndError(found);
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_7__/* .realPathOf */ .dN)(found.program);
    const manifest = manifestIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real)) ?? manifestIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real)));
    const claude = { path: found.program, version: versionOf(real, manifest) };
    refuseOldNode(claude, real, manifest);
    return claude;
}
const MAX_MISTAKES = 3;
function pathNote(pathVariable = '') {
    if (pathVariable === '')
        return ': PATH is empty';
    const mistakes = pathVariable.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().delimiter)).flatMap(entry => mistakeInEntry(entry) ?? []);
    return ['', ...mistakes.slice(0, MAX_MISTAKES)].join('; ');
}
function mistakeInEntry(entry) {
    const where = `its entry ${(0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(entry)}`;
    const mistake = (0,_credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__/* .likelyMistakeIn */ .eY)(entry, where);
    if (mistake !== null || entry === '' || node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(entry) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(entry, 'claude')))
        return mistake;
    return `${where} has a \`claude\`, but is relative, so it is not searched`;
}
function deadEndError(deadEnd) {
    const { manager } = deadEnd.shim;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-not-found', (0,_programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__/* .describeDeadEnd */ .B)('claude', deadEnd), `Choose a version in ${manager} for your user, not only for a project, or put the folder of the program itself first on PATH ` +
        `(\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`). ${_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_SENT */ .FY}`);
}
function versionOf(real, manifest) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real);
    if (/^\d+\.\d+\.\d+$/.test(name))
        return name;
    return typeof manifest?.version === 'string' ? manifest.version : null;
}
function manifestIn(folder) {
    const manifest = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)((0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'package.json'), 'utf8')) ?? '');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .OW)(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null;
}
const NATIVE_LAUNCHER = 'cli-wrapper.cjs';
function refuseOldNode({ version }, real, manifest) {
    if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test((0,_programs_shim_js__WEBPACK_IMPORTED_MODULE_5__/* .scriptHeadOrEmpty */ .qH)(real)))
        return;
    const engines = manifest?.engines;
    const required = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .OW)(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined;
    const ours = process.versions.node;
    if (required === undefined || (0,_claude_command_js__WEBPACK_IMPORTED_MODULE_8__/* .compareVersions */ .Zy)(ours, required) >= 0 || node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real) === NATIVE_LAUNCHER)
        return;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-failed', `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${required} or newer, but would run on Node ${ours}, the one that runs \`clr\``, `Install a \`claude\` that needs no Node (2.1.113 or newer), or run clr with Node ${required} or newer. ${_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_SENT */ .FY}`);
}


/***/ }),

/***/ 5719:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: function() { return /* binding */ HomeLayout; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(123);


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
    get browser() {
        return { helper: node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'browser'), address: node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'address') };
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .newReplacementPathIn */ .x$)(this.path);
    }
}


/***/ }),

/***/ 9411:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ describeDeadEnd; },
/* harmony export */   K: function() { return /* binding */ findProgram; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4994);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6777);
/* harmony import */ var _shim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8504);
/* harmony import */ var _version_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9107);






const MAX_SHIMS = 3;
function findProgram(name, { environment, patience, user }) {
    if (patience === null)
        return searchPath(name, environment, null);
    return (0,_version_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .whileAsking */ .h)({ ...patience, environment, user }, ask => searchPath(name, environment, ask));
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
    return `${shim} is a shim of ${manager}, but \`${manager} which ${name}\`, outside of any project, ${whyNot}`;
}
async function follow({ program, shim: last }, { environment, ask }, left) {
    const next = (target, shim) => follow({ program: target, shim }, { environment, ask }, left - 1);
    const shim = (0,_shim_js__WEBPACK_IMPORTED_MODULE_3__/* .shimAt */ .bj)(program);
    if (shim === null) {
        const wrapped = (0,_shim_js__WEBPACK_IMPORTED_MODULE_3__/* .wrappedInHome */ .Iw)(program, environment);
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
    const isExecutableFile = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_5__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate).isFile();
    });
    return isExecutableFile ?? false;
}


/***/ }),

/***/ 8504:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iw: function() { return /* binding */ wrappedInHome; },
/* harmony export */   bj: function() { return /* binding */ shimAt; },
/* harmony export */   qH: function() { return /* binding */ scriptHeadOrEmpty; },
/* harmony export */   sp: function() { return /* binding */ scriptHead; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4994);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);




function shimAt(program) {
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .realPathOf */ .dN)(program);
    const name = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real);
    const shim = { path: program, variables: {} };
    if (name === 'mise' || name === 'rtx')
        return { ...shim, manager: name, managerProgram: real };
    if (name === 'volta-shim')
        return { ...shim, manager: 'volta', managerProgram: node_path__WEBPACK_IMPORTED_MODULE_1___default().join(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real), 'volta') };
    const head = scriptHeadOrEmpty(real);
    const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? [];
    if (managerProgram === undefined || manager === undefined)
        return null;
    const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1];
    return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } };
}
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/;
function wrappedInHome(program, { HOME: home = '' }) {
    const target = node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(home) ? HOME_WRAPPER.exec(scriptHeadOrEmpty(program))?.[1] : undefined;
    return target === undefined ? null : node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, target);
}
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
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => scriptHead(program)) ?? '';
}


/***/ })

};
;
"use strict";
exports.id = 534;
exports.ids = [534,153];
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

/***/ 8044:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: function() { return /* binding */ showGroup; },
/* harmony export */   Xl: function() { return /* binding */ showNotes; },
/* harmony export */   cS: function() { return /* binding */ showLog; }
/* harmony export */ });
/* harmony import */ var _secret_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1404);
/* harmony import */ var _step_times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5277);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2323);



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
    const { randomUUID } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
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
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OV: function() { return /* binding */ shellBlock; },
/* harmony export */   RK: function() { return /* binding */ visible; },
/* harmony export */   h0: function() { return /* binding */ plainLine; },
/* harmony export */   nf: function() { return /* binding */ link; },
/* harmony export */   ti: function() { return /* binding */ inlineCode; }
/* harmony export */ });
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2258);

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

/***/ 2323:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: function() { return /* binding */ asHtmlCode; },
/* harmony export */   FZ: function() { return /* binding */ escapeForSummary; },
/* harmony export */   Ht: function() { return /* binding */ describeTime; },
/* harmony export */   KG: function() { return /* binding */ asSentence; },
/* harmony export */   PH: function() { return /* binding */ canBeShown; },
/* harmony export */   hW: function() { return /* binding */ proseForSummary; },
/* harmony export */   jy: function() { return /* binding */ asLogLine; },
/* harmony export */   sG: function() { return /* binding */ howToSignIn; }
/* harmony export */ });
/* unused harmony exports placeInWords, signInSentence */
/* harmony import */ var _core_login_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2058);
/* harmony import */ var _core_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(870);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1357);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4361);





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

/***/ 1404:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: function() { return /* binding */ logLineOf; },
/* harmony export */   d: function() { return /* binding */ describeResult; }
/* harmony export */ });
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6442);

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

/***/ 2058:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: function() { return /* binding */ withLoginCommand; },
/* harmony export */   SU: function() { return /* binding */ replaceCommand; },
/* harmony export */   UE: function() { return /* binding */ withCommand; },
/* harmony export */   aK: function() { return /* binding */ signInCommand; },
/* harmony export */   mg: function() { return /* binding */ fromFileCommand; }
/* harmony export */ });
/* harmony import */ var _shell_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4236);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


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
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: function() { return /* binding */ notWritable; },
/* harmony export */   Mb: function() { return /* binding */ inTheWay; },
/* harmony export */   n_: function() { return /* binding */ NEEDS_FOLDER; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


function notWritable(what, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}
const NEEDS_FOLDER = '`clr` needs a folder of its own there';
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or delete it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}


/***/ }),

/***/ 9029:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: function() { return /* binding */ makePrivateFolder; },
/* harmony export */   fm: function() { return /* binding */ borrowPrivateFolder; },
/* harmony export */   hm: function() { return /* binding */ DRY_RUN_PREFIX; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43);








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


/***/ }),

/***/ 4236:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ shellLine; }
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

/***/ 7673:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: function() { return /* binding */ removeIfPossible; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4994);


function removeIfPossible(entry) {
    const isRemoved = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    });
    return isRemoved ?? false;
}


/***/ }),

/***/ 1357:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: function() { return /* binding */ inTime; },
/* harmony export */   oL: function() { return /* binding */ describeMoment; },
/* harmony export */   vD: function() { return /* binding */ utcMinute; }
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

/***/ 1380:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ unreadable; },
/* harmony export */   p: function() { return /* binding */ orUnreadable; }
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


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
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: function() { return /* binding */ GONE_PREFIX; },
/* harmony export */   Hu: function() { return /* binding */ workFolderPath; },
/* harmony export */   ao: function() { return /* binding */ isPairWaiting; },
/* harmony export */   jf: function() { return /* binding */ RESCUE_PREFIX; },
/* harmony export */   k3: function() { return /* binding */ REJECTION_RECORD; },
/* harmony export */   m4: function() { return /* binding */ REPLACEMENT_PREFIX; },
/* harmony export */   w5: function() { return /* binding */ waitingNote; },
/* harmony export */   x$: function() { return /* binding */ newReplacementPathIn; },
/* harmony export */   xL: function() { return /* binding */ HOME_PREFIX; },
/* harmony export */   y2: function() { return /* binding */ WorkFolder; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4994);
/* harmony import */ var _private_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9029);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1380);











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
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JN: function() { return /* binding */ PERMISSION_TO_CREATE; },
  XH: function() { return /* binding */ appOf; },
  lR: function() { return /* binding */ describeLocation; },
  wr: function() { return /* binding */ describeSecret; },
  tA: function() { return /* binding */ describeSecrets; },
  FQ: function() { return /* binding */ environmentPath; },
  zS: function() { return /* binding */ parseLocation; },
  BX: function() { return /* binding */ parseSecretApp; },
  Tj: function() { return /* binding */ permissionFor; },
  z1: function() { return /* binding */ secretsPath; }
});

// EXTERNAL MODULE: ./src/core/options.ts
var options = __webpack_require__(3457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
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


/***/ })

};
;
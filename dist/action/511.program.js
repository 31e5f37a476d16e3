"use strict";
exports.id = 511;
exports.ids = [511];
exports.modules = {

/***/ 7161:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MM: function() { return /* binding */ parseReport; },
  rw: function() { return /* binding */ reportFrom; },
  Ty: function() { return /* binding */ substituteReport; }
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/pid-line.ts
var pid_line = __webpack_require__(805);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
;// CONCATENATED MODULE: ./src/core/system/out-of-memory.ts
const MORE_MEMORY = 'Give the machine or the container more memory, then run it again.';
function memoryNote({ isKilled, said }) {
    if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said))
        return ' (it ran out of memory)';
    return isKilled ? ' (the usual cause is that the machine ran out of memory)' : '';
}

// EXTERNAL MODULE: ./src/core/report.ts + 1 modules
var report = __webpack_require__(7449);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __webpack_require__(1500);
// EXTERNAL MODULE: ./src/action/exec.ts
var exec = __webpack_require__(2965);
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

/***/ 4747:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: function() { return /* binding */ inWordsOfAction; }
});

// UNUSED EXPORTS: withInputNames

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
;// CONCATENATED MODULE: ./src/action/remedies.ts

const FOR_WORKFLOWS = {
    'claude-not-found': 'Set `claude-version: stable`, and the action installs it, or put `claude` on PATH in an earlier step.',
    'claude-failed': 'Run `claude --version` in a step of the same job to see whether `claude` works there at all.'
};
function remedyForWorkflow(reason, remedy = (0,reasons/* outcomeOf */.sG)(reason).remedy) {
    const own = FOR_WORKFLOWS[reason];
    return own === undefined ? remedy : remedy.replace((0,reasons/* outcomeOf */.sG)(reason).remedy, () => own);
}

;// CONCATENATED MODULE: ./src/action/input-names.ts

const OPTION = /^`--(creds|timeout|min-validity|trace|dry-run)(?:[ =]([^`]*))?`$/;
function withInputNames(text) {
    return text
        .split(/(`[^`]*`)/)
        .map((part, at) => (at % 2 === 1 ? inputOf(part) : part.replace(RUN_AGAIN, '$1un the workflow again')))
        .join('');
}
const RUN_AGAIN = /(?<![/\w-])([Rr])un it again\b(?!\/)/g;
function inputOf(code) {
    return code.replace(OPTION, (_option, name, value) => value === undefined ? `\`${name}\`` : `\`${name}: ${value}\``);
}
function inWordsOfAction(report) {
    const { reason, message, remedy, warnings } = report;
    return {
        ...report,
        message: withInputNames(message),
        remedy: withInputNames(remedyForWorkflow(reason, remedy)),
        warnings: warnings.map(withInputNames)
    };
}


/***/ }),

/***/ 5420:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZG: function() { return /* binding */ withVisibleAnnotations; },
/* harmony export */   c$: function() { return /* binding */ warnOf; },
/* harmony export */   fz: function() { return /* binding */ annotate; }
/* harmony export */ });
/* unused harmony export loginWarning */
/* harmony import */ var _core_end_warning_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8743);
/* harmony import */ var _core_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(870);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1357);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4361);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2323);






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

/***/ 5067:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   masksFor: function() { return /* binding */ masksFor; }
/* harmony export */ });
/* harmony import */ var _core_credentials_stamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8373);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4838);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2800);



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

/***/ 511:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: function() { return /* binding */ runPost; }
});

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __webpack_require__(684);
// EXTERNAL MODULE: ./src/action/clr/signals.ts
var signals = __webpack_require__(2015);
;// CONCATENATED MODULE: ./src/action/clr/end-abandoned.ts



const CLR_STEPS = [
    ['SIGTERM', 7_000],
    ['SIGTERM', 2_000],
    ['SIGKILL', 1_000]
];
const MAIN_STEPS = [
    ['SIGINT', 10_000],
    ['SIGTERM', 2_500],
    ['SIGKILL', 1_000]
];
const POLL_INTERVAL_MS = 20;
function cancelMain(identity) {
    return end(identity, MAIN_STEPS);
}
function endAbandonedClr(identity) {
    return end(identity, CLR_STEPS);
}
async function end(identity, steps) {
    if (identity === null)
        return;
    for (const [signal, waitMs] of steps) {
        if ((0,process_identity/* isAlive */._n)(identity) !== 'yes')
            return;
        (0,signals/* killProcess */.i)(identity.pid, signal);
        await waitUntilGone(identity, waitMs);
    }
}
async function waitUntilGone(identity, limitMs) {
    for (let waitedMs = 0; waitedMs < limitMs && (0,process_identity/* isAlive */._n)(identity) === 'yes'; waitedMs += POLL_INTERVAL_MS) {
        await (0,promises_.setTimeout)(POLL_INTERVAL_MS);
    }
}

// EXTERNAL MODULE: ./src/action/post-state.ts
var post_state = __webpack_require__(626);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/deadline.ts
var deadline = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/core/system/rights.ts
var rights = __webpack_require__(4650);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
// EXTERNAL MODULE: ./src/action/clr/report.ts + 1 modules
var clr_report = __webpack_require__(7161);
// EXTERNAL MODULE: ./src/action/clr/start.ts
var start = __webpack_require__(9022);
// EXTERNAL MODULE: ./src/action/input-names.ts + 1 modules
var input_names = __webpack_require__(4747);
// EXTERNAL MODULE: ./src/action/output/annotations.ts
var annotations = __webpack_require__(5420);
// EXTERNAL MODULE: ./src/action/output/masks.ts
var masks = __webpack_require__(5067);
// EXTERNAL MODULE: ./src/action/output/text.ts
var output_text = __webpack_require__(2323);
// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __webpack_require__(2800);
;// CONCATENATED MODULE: ./src/action/recover-leftovers.ts














const RECOVER_TIMEOUT_SECONDS = 75;
const SILENT = ['still-valid', 'creds-invalid', 'creds-not-found'];
async function recoverLeftovers(creds, context) {
    const file = (0,credentials_path/* findPlace */.Pj)(creds);
    if (file === null)
        return 'done';
    const isLeft = await (0,rights/* withRightsOf */.tl)((0,rights/* ownerToActFor */.wA)(file.real), () => Promise.resolve(isSomethingLeft(file)));
    if (!isLeft)
        return 'done';
    if (!(0,external_node_fs_.existsSync)(file.real))
        return clear(file, context);
    const { env, clrProgram, startClr, signals, loadToolkit } = context;
    const args = ['recover', '--json', `--creds=${creds}`, `--timeout=${RECOVER_TIMEOUT_SECONDS}`];
    const running = startClr({ program: clrProgram, args, env: (0,start/* environmentFor */.DD)(env) });
    signals.passOnTo(running);
    const report = (0,input_names/* inWordsOfAction */._)((0,clr_report/* reportFrom */.rw)(await running.ended, 'recover'));
    const isSilent = SILENT.includes(report.reason);
    if (isSilent && report.warnings.length === 0)
        return 'done';
    const toolkit = await loadToolkit();
    for (const mask of (0,masks.masksFor)([(0,seen_credentials.seeCredentials)(creds)]))
        toolkit.setSecret(mask);
    if (isSilent || report.exitCode === 0) {
        (0,annotations/* warnOf */.c$)(toolkit, report);
        if (!isSilent)
            toolkit.info((0,output_text/* asLogLine */.jy)(report.message));
        return 'done';
    }
    if (report.reason === 'locked') {
        toolkit.warning(report.message, { title: (0,reasons/* outcomeOf */.sG)('locked').title });
        return 'locked';
    }
    const { aboutLogin } = await __webpack_require__.e(/* import() */ 927).then(__webpack_require__.bind(__webpack_require__, 6927));
    const about = aboutLogin(report, creds, env);
    (0,annotations/* annotate */.fz)(toolkit, about.report, { nowMs: Date.now(), loginCommand: about.loginCommand });
    return 'failed';
}
function isSomethingLeft(file) {
    try {
        if (!work_folder/* WorkFolder */.y2.exists(file))
            return false;
        const folder = work_folder/* WorkFolder */.y2.open(file);
        folder.close();
        return work_folder/* WorkFolder */.y2.exists(file) && !(0,lineage/* holdsOnlyRecords */.PC)(folder);
    }
    catch (error) {
        return error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-unreadable';
    }
}
async function clear(file, { signals, loadToolkit }) {
    const { clearWithoutFile } = await Promise.all(/* import() */[__webpack_require__.e(226), __webpack_require__.e(67), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 5469));
    try {
        await clearWithoutFile(file, { deadline: deadline/* Deadline */.B.after(RECOVER_TIMEOUT_SECONDS), cancel: signals.cancel });
        return 'done';
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const toolkit = await loadToolkit();
        toolkit.warning(`${file.real}.clr could not be removed: ${error.message}`, { title: 'Credentials left behind' });
        return 'failed';
    }
}

;// CONCATENATED MODULE: ./src/action/run-post.ts




const STORE_TRIES = 3;
async function runPost(context) {
    const state = post_state/* PostState */.Wu.read(context.env);
    const { main, finished } = state.known;
    await cancelMain(main);
    if (!finished)
        state.readOn();
    const { clr, creds } = state.known;
    await endAbandonedClr(clr);
    if (creds === null)
        return 0;
    if (!finished)
        await maskLogin(creds, context);
    return endStep(creds, { ...context, state });
}
async function maskLogin(creds, { loadToolkit }) {
    const { masksFor } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5067));
    const { seeCredentials } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2800));
    const masks = masksFor([seeCredentials(creds)]);
    const toolkit = await loadToolkit();
    for (const mask of masks)
        toolkit.setSecret(mask);
}
async function endStep(creds, context) {
    const recovery = await recoverLeftovers(creds, context);
    for (let tries = 0; tries < STORE_TRIES; tries += 1) {
        if (!(await storeNewer(creds, context)))
            return 1;
        if (recovery !== 'done')
            return recovery === 'failed' ? 1 : 0;
        const removal = await removeMadeFile(creds, context);
        if (removal !== 'changed')
            return removal === 'kept' ? 1 : 0;
    }
    const toolkit = await context.loadToolkit();
    const message = `${creds} has a newer login than the secret, so it was not removed: it kept changing while it was being stored, or the inputs that name the secret are now empty`;
    toolkit.error(message, { title: 'Newer credentials not stored' });
    return 1;
}
async function storeNewer(creds, context) {
    if (context.state.known.stored.kind === 'no-secret')
        return true;
    const { storeLate } = await Promise.all(/* import() */[__webpack_require__.e(216), __webpack_require__.e(596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    return storeLate(creds, context);
}
async function removeMadeFile(creds, context) {
    const { state, signals, loadToolkit } = context;
    if (!state.known.placed)
        return 'done';
    const { ONLY_COPY_TITLE, whyToKeep } = await __webpack_require__.e(/* import() */ 930).then(__webpack_require__.bind(__webpack_require__, 8930));
    const { removePlaced } = await Promise.all(/* import() */[__webpack_require__.e(226), __webpack_require__.e(976)]).then(__webpack_require__.bind(__webpack_require__, 6976));
    try {
        const why = whyToKeep(creds, context);
        if (why !== null) {
            const toolkit = await loadToolkit();
            toolkit.error(why, { title: ONLY_COPY_TITLE });
            return 'kept';
        }
        const elsewhere = { pairs: await pairsElsewhere(context), isInSecret: state.known.stored.kind !== 'no-secret' };
        return (await removePlaced(creds, elsewhere, signals.cancel)) ? 'done' : 'changed';
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const toolkit = await loadToolkit();
        toolkit.warning(`${creds} was not removed: ${error.message}`, { title: 'Credentials file left behind' });
        return 'done';
    }
}
async function pairsElsewhere(context) {
    const { usedUpPairs } = await __webpack_require__.e(/* import() */ 259).then(__webpack_require__.bind(__webpack_require__, 2259));
    const { stored, incoming, delivered } = context.state.known;
    const notInSecret = stored.kind === 'no-secret' ? [incoming, delivered] : [];
    const inSecret = stored.kind === 'pair' ? [stored.fingerprint] : [];
    return [...notInSecret, ...inSecret, ...usedUpPairs(context)].filter(pair => pair !== null);
}


/***/ }),

/***/ 2800:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c3: function() { return /* binding */ SHORTEST_SECRET; },
/* harmony export */   s3: function() { return /* binding */ NOTHING_SEEN; },
/* harmony export */   seeCredentials: function() { return /* binding */ seeCredentials; },
/* harmony export */   t5: function() { return /* binding */ lookAt; }
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2056);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4994);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);






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

/***/ 3435:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ parseEnd; },
/* harmony export */   _c: function() { return /* binding */ endsWithin; },
/* harmony export */   g_: function() { return /* binding */ isEndDisproven; },
/* harmony export */   hY: function() { return /* binding */ hasEnded; },
/* harmony export */   lA: function() { return /* binding */ describeEnd; },
/* harmony export */   pJ: function() { return /* binding */ endOf; },
/* harmony export */   wG: function() { return /* binding */ LOGIN_WARNING_MS; }
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);


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

/***/ 6343:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ Deadline; }
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
class Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now()) {
        return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now());
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


/***/ }),

/***/ 8743:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: function() { return /* binding */ endWarning; }
/* harmony export */ });
/* harmony import */ var _credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3435);

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

/***/ 7449:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: function() { return /* binding */ reportOf; }
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
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
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

/***/ 4650:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: function() { return /* binding */ succeedsAs; },
/* harmony export */   q_: function() { return /* binding */ withOwnRights; },
/* harmony export */   tl: function() { return /* binding */ withRightsOf; },
/* harmony export */   wA: function() { return /* binding */ ownerToActFor; }
/* harmony export */ });
/* unused harmony export become */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);



function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real));
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
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(restore);
        return null;
    }
}


/***/ })

};
;
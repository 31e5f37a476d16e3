"use strict";
exports.id = 96;
exports.ids = [96,259,927];
exports.modules = {

/***/ 6927:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aboutLogin: function() { return /* binding */ aboutLogin; }
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4600);
/* harmony import */ var _core_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3435);
/* harmony import */ var _core_login_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2058);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4994);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9186);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2258);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4838);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4747);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1729);
/* harmony import */ var _login_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8135);
/* harmony import */ var _output_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2323);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2800);












function aboutLogin(report, creds, env, nowMs = Date.now()) {
    const loginCommand = (0,_login_command_js__WEBPACK_IMPORTED_MODULE_6__/* .loginCommandFor */ .M)(creds, env);
    const loginExpiresAt = report.loginExpiresAt ?? (report.exitCode === 0 ? null : endNow(creds, env, nowMs));
    const warnBeforeMs = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLoginWarningMs */ .j8)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readInputs */ .Ko)(env).loginWarning)) ?? _core_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .LOGIN_WARNING_MS */ .wG;
    const loginEndsSoon = (0,_core_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endsWithin */ ._c)((0,_core_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEnd */ .J)(loginExpiresAt), warnBeforeMs, nowMs);
    const worded = (0,_input_names_js__WEBPACK_IMPORTED_MODULE_4__/* .inWordsOfAction */ ._)({ ...report, remedy: withoutCommand(report, report.creds ?? creds) });
    const remedy = worded.remedy.replaceAll(_core_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .WITH_CLR_LOGIN */ .xZ, () => (0,_output_text_js__WEBPACK_IMPORTED_MODULE_7__/* .howToSignIn */ .sG)(loginCommand));
    return { report: { ...worded, remedy, loginExpiresAt, loginEndsSoon }, loginCommand };
}
function endNow(creds, env, nowMs) {
    const { credsJson } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readSecretTexts */ .bm)(env);
    const { document } = credsJson === '' ? (0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_8__.seeCredentials)(creds) : (0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_8__/* .lookAt */ .t5)((0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_10__/* .unwrapBase64 */ .zF)(credsJson).json);
    const login = document && (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOrNull */ .Ov)(document);
    const endMs = login && (0,_core_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(login, nowMs);
    return endMs === null ? null : new Date(endMs).toISOString();
}
function withoutCommand({ remedy }, creds) {
    const ofClr = [(0,_core_login_command_js__WEBPACK_IMPORTED_MODULE_2__/* .signInCommand */ .aK)(creds), (0,_core_login_command_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceCommand */ .SU)(creds)].map(line => (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_11__/* .safeLine */ .om)((0,_core_login_command_js__WEBPACK_IMPORTED_MODULE_2__/* .withCommand */ .UE)(line)));
    return ofClr.reduce((text, how) => text.replaceAll(how, () => _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .WITH_CLR_LOGIN */ .xZ), remedy);
}


/***/ }),

/***/ 7669:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: function() { return /* binding */ isOtherAccount; },
/* harmony export */   a: function() { return /* binding */ accountFingerprint; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const FIELDS = ['accountUuid', 'organizationUuid'];
function accountFingerprint({ fields }) {
    return FIELDS.map(field => hashOf(fields[field])).join(' ');
}
function isOtherAccount(one, other) {
    const [ours, theirs] = [one.split(' '), other.split(' ')];
    return FIELDS.some((_field, at) => (ours[at] ?? '') !== '' && (theirs[at] ?? '') !== '' && ours[at] !== theirs[at]);
}
function hashOf(value) {
    if (typeof value !== 'string' || value.trim() === '')
        return '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value.trim().toLowerCase()).digest('hex');
}


/***/ }),

/***/ 9096:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NOTHING_SEEN: function() { return /* reexport */ seen_credentials/* NOTHING_SEEN */.s3; },
  aboutLogin: function() { return /* reexport */ about_login.aboutLogin; },
  childOutputOf: function() { return /* reexport */ childOutputOf; },
  explainMissing: function() { return /* reexport */ no_secrets/* explainMissing */.Ce; },
  finishMain: function() { return /* reexport */ finishMain; },
  reportOfClr: function() { return /* reexport */ reportOfClr; },
  reportOfThrow: function() { return /* reexport */ reportOfThrow; },
  seeCredentials: function() { return /* reexport */ seen_credentials.seeCredentials; }
});

// EXTERNAL MODULE: ./src/action/about-login.ts
var about_login = __webpack_require__(6927);
// EXTERNAL MODULE: ./src/core/pid-line.ts
var pid_line = __webpack_require__(805);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/report.ts + 1 modules
var report = __webpack_require__(7449);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __webpack_require__(1500);
// EXTERNAL MODULE: ./src/action/clr/report.ts + 1 modules
var clr_report = __webpack_require__(7161);
;// CONCATENATED MODULE: ./src/action/clr/outcome.ts





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
    const { withoutCall } = await __webpack_require__.e(/* import() */ 153).then(__webpack_require__.bind(__webpack_require__, 8534));
    return withoutCall(output);
}
function reportOfThrow(error) {
    if (error instanceof reasons/* RefreshError */.M4)
        return (0,report/* reportOf */.E)(error.reason, error.message, error.remedy);
    const what = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
    return (0,report/* reportOf */.E)('internal', `${what}; ${token_use/* MAY_BE_LOST */.NS}`);
}

// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __webpack_require__(8310);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/install/registry-address.ts + 1 modules
var registry_address = __webpack_require__(205);
// EXTERNAL MODULE: ./src/action/output/annotations.ts
var annotations = __webpack_require__(5420);
// EXTERNAL MODULE: ./src/action/output/log.ts
var log = __webpack_require__(8044);
// EXTERNAL MODULE: ./src/action/output/masks.ts
var masks = __webpack_require__(5067);
// EXTERNAL MODULE: ./src/action/runner-file.ts
var runner_file = __webpack_require__(5597);
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
var summary = __webpack_require__(3249);
// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __webpack_require__(2800);
// EXTERNAL MODULE: ./src/action/step-times.ts
var step_times = __webpack_require__(5277);
// EXTERNAL MODULE: ./src/action/used-up.ts
var used_up = __webpack_require__(2259);
;// CONCATENATED MODULE: ./src/action/finish-main.ts
















async function finishMain(attempt, context) {
    const { credsJson, githubToken } = (0,inputs/* readSecretTexts */.bm)(context.env);
    const toolkit = await context.loadToolkit();
    const after = (0,seen_credentials.seeCredentials)(attempt.creds);
    const seen = [attempt.before, after, (0,seen_credentials/* lookAt */.t5)((0,base64/* unwrapBase64 */.zF)(credsJson).json)];
    const others = [githubToken, ...(0,registry_address/* registrySecrets */.ZN)(context.env)];
    for (const mask of (0,masks.masksFor)(seen, [...others, ...linesOfBase64(credsJson)]))
        toolkit.setSecret(mask);
    const secrets = [...seen.flatMap(one => one.secrets), ...others];
    const hide = (text) => (0,redact/* redact */.E$)(text, secrets);
    rememberForJob(attempt, after, context);
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
function rememberForJob({ creds, before, report: { refreshed }, preparation: { incoming } }, after, context) {
    if (!refreshed && incoming === null)
        return;
    (0,used_up/* rememberUsedUp */.o)({ creds, before: before.document, after: after.document, incoming, refreshed }, context);
}
async function storeIfNamed(attempt, hide, context) {
    const { report: shown, preparation } = attempt;
    const { message, remedy, warnings } = shown;
    const report = { ...shown, message: hide(message), remedy: hide(remedy), warnings: warnings.map(hide) };
    const { store } = preparation;
    if (store === null || report.exitCode !== 0)
        return { report, secrets: [], sealed: null };
    const { storeNewLogin } = await __webpack_require__.e(/* import() */ 212).then(__webpack_require__.bind(__webpack_require__, 8212));
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
        const { annotateUnstored } = await __webpack_require__.e(/* import() */ 549).then(__webpack_require__.bind(__webpack_require__, 8930));
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
    const { settleOnlyCopy } = await __webpack_require__.e(/* import() */ 549).then(__webpack_require__.bind(__webpack_require__, 8930));
    const { creds } = attempt;
    const file = { creds, document: after.document, incoming, isInSecret: isLoginKept, isInOutput: isLoginInOutput };
    return settleOnlyCopy(file, state);
}

// EXTERNAL MODULE: ./src/action/no-secrets.ts
var no_secrets = __webpack_require__(1543);
;// CONCATENATED MODULE: ./src/action/after-start.ts







/***/ }),

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

/***/ 1973:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: function() { return /* binding */ readJobMemory; },
/* harmony export */   kj: function() { return /* binding */ nameInJob; },
/* harmony export */   m4: function() { return /* binding */ saveJobMemory; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4994);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);





const MAX_BYTES = 1024 * 1024;
function readJobMemory(name, env) {
    const file = (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_4__/* .orNull */ .X)(() => (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(fileOf(name, env), MAX_BYTES));
    if (file === null || ![0, process.geteuid?.()].includes(file.stats.uid))
        return '';
    return file.bytes.toString('utf8');
}
function saveJobMemory(name, facts, env) {
    (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_4__/* .orNull */ .X)(() => {
        const file = fileOf(name, env);
        const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(staged, JSON.stringify(facts), { mode: 0o600, flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(staged, file);
    });
}
function nameInJob(thing, env) {
    const job = [env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([thing, ...job]))
        .digest('hex')
        .slice(0, 16);
}
function fileOf(name, { RUNNER_TEMP: folder }) {
    if (folder === undefined || !node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(folder))
        throw new Error('there is no RUNNER_TEMP');
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `clr-refresh-${name}.json`);
}


/***/ }),

/***/ 8135:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: function() { return /* binding */ isMadeInThisJob; },
  M: function() { return /* binding */ loginCommandFor; }
});

// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/shell-line.ts
var shell_line = __webpack_require__(4236);
// EXTERNAL MODULE: ./src/core/login-command.ts
var login_command = __webpack_require__(2058);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
;// CONCATENATED MODULE: ./src/github-secrets/place-arguments.ts
const GITHUB = 'github.com';
function secretArguments({ name, location, server }) {
    return ['--secret', name, ...placeArguments(location, server)];
}
function placeArguments(location, server) {
    if (location.kind === 'organization')
        return ['--org', location.organization];
    const environment = location.kind === 'environment' ? place_arguments_option('--env', location.environment) : [];
    return ['--repo', repositoryOn(server, location.repository), ...environment];
}
function place_arguments_option(name, value) {
    return value.startsWith('-') ? [`${name}=${value}`] : [name, value];
}
function repositoryOn({ host }, repository) {
    return host === GITHUB ? repository : `${host}/${repository}`;
}

// EXTERNAL MODULE: ./src/github-secrets/target.ts
var target = __webpack_require__(1850);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/secret-target.ts
var secret_target = __webpack_require__(2908);
;// CONCATENATED MODULE: ./src/action/login-command.ts











function loginCommandFor(creds, env) {
    return (0,or_null/* orNull */.X)(() => lineFor(creds, env)) ?? '';
}
function lineFor(creds, env) {
    const place = (0,secret_target/* parseSecretPlace */.$)((0,inputs/* readSecretInputs */.It)(env), env);
    const secretName = place?.credentialsName ?? null;
    const isGiven = (0,inputs/* readSecretTexts */.bm)(env).credsJson !== '';
    if (!isGiven && creds !== '' && isKeptIn(creds, secretName))
        return (0,login_command/* replaceCommand */.SU)(creds);
    return place === null || secretName === null ? '' : secretLine(secretName, place);
}
function isKeptIn(creds, secretName) {
    if (isMadeInThisJob(creds))
        return false;
    return secretName === null || (0,read/* statIfAny */.k)(creds) !== undefined;
}
function isMadeInThisJob(creds) {
    const file = (0,credentials_path/* findPlace */.Pj)(creds);
    const folder = (0,or_null/* orNull */.X)(() => file && work_folder/* WorkFolder */.y2.find(file));
    return folder !== null && (0,or_null/* orNull */.X)(() => (0,lineage/* readLineage */.Kj)(folder))?.isFileMade === true;
}
function secretLine(name, { location, apiUrl }) {
    const server = { host: (0,target/* ghHostOf */.Td)(apiUrl) };
    const line = (0,shell_line/* shellLine */.T)(['clr', 'login', ...secretArguments({ name, location, server })]);
    const isElsewhere = location.kind === 'organization' && server.host !== GITHUB;
    return isElsewhere ? `GH_HOST=${(0,shell_line/* shellLine */.T)([server.host])} ${line}` : line;
}


/***/ }),

/***/ 1543:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: function() { return /* binding */ remedyForEmpty; },
/* harmony export */   Ce: function() { return /* binding */ explainMissing; },
/* harmony export */   hP: function() { return /* binding */ whyNoSecrets; }
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4994);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7973);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1729);





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

/***/ 3249:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pW: function() { return /* binding */ writeMarkdown; },
  Sy: function() { return /* binding */ writeSummary; }
});

// UNUSED EXPORTS: composeSummary

// EXTERNAL MODULE: ./src/core/end-warning.ts
var end_warning = __webpack_require__(8743);
// EXTERNAL MODULE: ./src/core/project.ts
var project = __webpack_require__(870);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
// EXTERNAL MODULE: ./src/action/output/markdown.ts
var markdown = __webpack_require__(4361);
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
var output_text = __webpack_require__(2323);
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
var login_end = __webpack_require__(3435);
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
var secret_result = __webpack_require__(1404);
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
var step_times = __webpack_require__(5277);
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

/***/ 2908:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: function() { return /* binding */ parseSecretPlace; },
/* harmony export */   p: function() { return /* binding */ parseSecretTarget; }
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6442);
/* harmony import */ var _github_secrets_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1850);
/* harmony import */ var _no_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1543);





function parseSecretTarget(inputs, env) {
    const place = parseSecretPlace(inputs, env);
    if (place === null)
        return null;
    if (inputs.githubToken === '')
        throw missingToken(env);
    return { ...place, token: (0,_github_secrets_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseApiToken */ .vL)({ from: 'github-token', text: inputs.githubToken }) };
}
function parseSecretPlace(inputs, env) {
    const credentialsName = (0,_github_secrets_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSecretName */ .bK)({ from: 'secret-name', text: inputs.secretName });
    const accessTokenName = (0,_github_secrets_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSecretName */ .bK)({ from: 'access-token-secret-name', text: inputs.accessTokenSecretName });
    const app = parseApp(inputs);
    if (credentialsName === null && accessTokenName === null)
        return null;
    if (credentialsName !== null && accessTokenName !== null && (0,_github_secrets_target_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameName */ .yS)(credentialsName, accessTokenName)) {
        const sentence = `secret-name and access-token-secret-name must differ, got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(credentialsName)} for both`;
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
    }
    const location = (0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLocation */ .zS)({
        repository: { from: 'secret-repository', text: inputs.secretRepository },
        environment: { from: 'secret-environment', text: inputs.secretEnvironment },
        organization: { from: 'secret-organization', text: inputs.secretOrganization },
        defaultRepository: { from: 'GITHUB_REPOSITORY', text: env.GITHUB_REPOSITORY ?? '' },
        app
    });
    const apiUrl = (0,_github_secrets_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseApiUrl */ .nV)({ from: 'GITHUB_API_URL', text: env.GITHUB_API_URL ?? '' });
    return { location, credentialsName, accessTokenName, apiUrl };
}
function parseApp({ secretApp, secretName }) {
    const app = (0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecretApp */ .BX)({ from: 'secret-app', text: secretApp });
    if (app === 'actions' || secretName === '')
        return app;
    const sentence = `secret-name must be empty if secret-app is ${app}, because credentials can be stored only as an Actions secret`;
    const remedy = `Store the access token in a step of its own, with \`access-token-secret-name\` and without \`secret-name\`. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SENT */ .FY}`;
    throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence, remedy);
}
function missingToken(env) {
    const why = (0,_no_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNoSecrets */ .hP)(env);
    const what = why ?? 'it must be a token that can write secrets, which `GITHUB_TOKEN` never can';
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', `github-token is missing: ${what}`, (0,_no_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .remedyForEmpty */ .$r)(why));
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

/***/ 2259:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: function() { return /* binding */ rememberUsedUp; },
/* harmony export */   usedUpPairs: function() { return /* binding */ usedUpPairs; }
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4600);
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2514);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6153);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _job_memory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1973);





function usedUpPairs({ env, state }) {
    return [...state.known.usedUp, ...recall(env).usedUp];
}
function rememberUsedUp(renewal, { env, state }) {
    const [before, after] = [renewal.before, renewal.after].map(document => document && (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOrNull */ .Ov)(document));
    if (after == null)
        return;
    const now = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(after);
    const { usedUp, newest } = recall(env);
    if (usedUp.includes(now))
        return;
    const login = `${renewal.creds} ${(0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(after)}`;
    const ancestors = renewal.refreshed ? [before == null ? null : (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(before), newest[login]] : [];
    const older = [renewal.incoming, ...ancestors].filter(pair => typeof pair === 'string').filter(pair => pair !== now);
    if (older.length === 0)
        return;
    state.areUsedUp(older);
    const facts = { usedUp: [...new Set([...usedUp, ...older])], newest: { ...newest, [login]: now } };
    (0,_job_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .saveJobMemory */ .m4)(fileName(env), facts, env);
}
function recall(env) {
    const facts = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)((0,_job_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .readJobMemory */ .D)(fileName(env), env));
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(facts))
        return { usedUp: [], newest: {} };
    const { usedUp, newest } = facts;
    return {
        usedUp: Array.isArray(usedUp) ? usedUp.filter(pair => typeof pair === 'string') : [],
        newest: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(newest) ? newest : {}
    };
}
function fileName(env) {
    return `pairs-${(0,_job_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInJob */ .kj)('', env)}`;
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


/***/ }),

/***/ 1850:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: function() { return /* binding */ PROBE_NAME; },
/* harmony export */   Td: function() { return /* binding */ ghHostOf; },
/* harmony export */   bK: function() { return /* binding */ parseSecretName; },
/* harmony export */   nV: function() { return /* binding */ parseApiUrl; },
/* harmony export */   vL: function() { return /* binding */ parseApiToken; },
/* harmony export */   yS: function() { return /* binding */ isSameName; },
/* harmony export */   y_: function() { return /* binding */ whyTooLarge; }
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


const MAX_SECRET_BYTES = 48 * 1024;
function whyTooLarge({ name, textAt }, growth = { bytes: 0, reason: '' }) {
    const bytes = Buffer.byteLength(textAt(new Date()));
    if (bytes + growth.bytes <= MAX_SECRET_BYTES)
        return null;
    const room = growth.bytes === 0 ? '' : `, with ${growth.bytes} more for ${growth.reason}`;
    return `${name} would be ${bytes} bytes${room}, but a GitHub secret can hold at most ${MAX_SECRET_BYTES} (48 KB)`;
}
const PROBE_NAME = 'CLR_REFRESH_PROBE';
function parseSecretName({ text: name, from }) {
    if (name === '')
        return null;
    if (!/^\w+$/.test(name))
        throw usage(`${from} may contain only letters, digits and "_", got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
    if (/^\d/.test(name))
        throw usage(`${from} must not begin with a digit, got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
    if (/^GITHUB_/i.test(name))
        throw usage(`${from} must not begin with GITHUB_, got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
    if (isSameName(name, PROBE_NAME))
        throw usage(`${from} must not be ${PROBE_NAME}, which clr-refresh writes and removes to test the token`);
    return name;
}
function isSameName(one, other) {
    return one.toUpperCase() === other.toUpperCase();
}
function parseApiToken({ text, from }) {
    if (/^[\x21-\x7e]+$/.test(text))
        return text;
    throw usage(`${from} is not a token: it has a space, a line break or a non-ASCII character`);
}
function parseApiUrl({ text, from }) {
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw usage(`${from} must be an http or https address without a user name or password`);
}
function ghHostOf(apiUrl) {
    const { host } = new URL(apiUrl);
    return /^api\.(.+\.ghe\.com|github\.com)$/.exec(host)?.[1] ?? host;
}
function hasPlainHost({ username, password, hostname }) {
    return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname);
}
function usage(sentence) {
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
}


/***/ })

};
;
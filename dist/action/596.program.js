"use strict";
exports.id = 596;
exports.ids = [596];
exports.modules = {

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

/***/ 9596:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeLate: function() { return /* binding */ storeLate; }
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7449);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1729);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4838);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2207);
/* harmony import */ var _output_annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5420);
/* harmony import */ var _output_masks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5067);
/* harmony import */ var _output_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3249);
/* harmony import */ var _output_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2323);
/* harmony import */ var _login_command_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8135);
/* harmony import */ var _login_secrets_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9785);
/* harmony import */ var _secret_memory_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6182);
/* harmony import */ var _secret_result_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1404);
/* harmony import */ var _seen_credentials_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2800);
/* harmony import */ var _store_login_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4143);
















const STORE_LIMIT_MS = 300_000;
const ONLY_COPY_LIMIT_MS = 3_600_000;
const STORED_AFTER_ALL = '✅ **The credentials were stored at the end of the job.** Do not run the command above that stores them by hand: it contains older tokens.';
async function storeLate(creds, context) {
    const before = context.state.known.stored;
    if (isStored(creds, before))
        return true;
    const toolkit = await context.loadToolkit();
    const { githubToken } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretTexts */ .bm)(context.env);
    for (const mask of (0,_output_masks_js__WEBPACK_IMPORTED_MODULE_6__.masksFor)([(0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_13__.seeCredentials)(creds)], [githubToken]))
        toolkit.setSecret(mask);
    const limitMs = (0,_login_command_js__WEBPACK_IMPORTED_MODULE_9__/* .isMadeInThisJob */ .i)(creds) ? ONLY_COPY_LIMIT_MS : STORE_LIMIT_MS;
    const what = before.kind === 'unknown' ? 'trying again to store the login' : 'storing the newer login';
    toolkit.info(`${what}, for up to ${limitMs / 60_000} minutes`);
    const stored = await storeAtEnd({ creds, limitMs }, context);
    const fail = (message) => {
        const remedy = (0,_store_login_js__WEBPACK_IMPORTED_MODULE_14__/* .remedyForUnstored */ .e)(stored, (0,_login_command_js__WEBPACK_IMPORTED_MODULE_9__/* .loginCommandFor */ .M)(creds, context.env));
        const report = { ...(0,_core_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOf */ .E)('secret-write-failed', message, remedy), creds };
        (0,_output_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotate */ .fz)(toolkit, report, { nowMs: Date.now(), loginCommand: '' });
    };
    switch (stored.kind) {
        case 'needless':
            return true;
        case 'stored':
            for (const secret of stored.secrets)
                toolkit.info((0,_output_text_js__WEBPACK_IMPORTED_MODULE_8__/* .asLogLine */ .jy)(`${(0,_secret_result_js__WEBPACK_IMPORTED_MODULE_12__/* .logLineOf */ .Q)(secret)}, at the end of the job`));
            if (before.kind === 'unknown')
                await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .writeMarkdown */ .pW)(toolkit, STORED_AFTER_ALL);
            return true;
        case 'used-up':
            if (before.kind === 'pair') {
                toolkit.warning(stored.message, { title: 'Older tokens were not stored' });
                return true;
            }
            fail(`${stored.message}; the newer tokens may not be stored anywhere`);
            return false;
        case 'other-account':
            fail(stored.message);
            return false;
        case 'failed':
            fail(`${stored.message}; the new tokens are still in ${creds}`);
            if (stored.sealed !== null)
                await (0,_output_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .writeMarkdown */ .pW)(toolkit, stored.sealed);
            return false;
    }
}
function isStored(creds, content) {
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_4__/* .loginAt */ .nS)(creds);
        return login === null || (content.kind === 'pair' && content.fingerprint === (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
    }
    catch {
        return false;
    }
}
async function storeAtEnd({ creds, limitMs }, context) {
    try {
        const target = (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_11__/* .wantedTarget */ .XY)(context.env, (0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_15__/* .unwrapBase64 */ .zF)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretTexts */ .bm)(context.env).credsJson));
        if (target === null)
            return { kind: 'needless' };
        const store = await (0,_login_secrets_js__WEBPACK_IMPORTED_MODULE_10__/* .openLoginSecrets */ .n)(target, (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_11__/* .memoryForPost */ .PY)(target, context));
        return await (0,_store_login_js__WEBPACK_IMPORTED_MODULE_14__/* .storeLogin */ .V)({ store, creds, limits: { limitMs } }, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null, secrets: [] };
        throw error;
    }
}


/***/ }),

/***/ 4143:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: function() { return /* binding */ storeLogin; },
/* harmony export */   e: function() { return /* binding */ remedyForUnstored; }
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2207);
/* harmony import */ var _output_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2323);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);






async function storeLogin(task, context) {
    try {
        const login = (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .nS)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null, secrets: [] };
        throw error;
    }
}
async function storeFound(login, { store, creds, limits }, context) {
    const { state, signals } = context;
    const { account, incoming } = state.known;
    const pair = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login);
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountFingerprint */ .a)(login), account))
        return { kind: 'other-account', message: otherAccount(creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_5__.usedUpPairs)(context).includes(pair))
        return { kind: 'used-up', message: isUsedUp(creds) };
    if (login.refreshToken === null && pair !== incoming)
        return { kind: 'failed', message: lacksRefreshToken(creds), sealed: null, secrets: store.results(null) };
    const toStore = pair === incoming ? { ...login, document: null } : login;
    state.storing();
    try {
        await store.store(toStore, { ...limits, signal: signals.cancel });
        state.storedPair(pair);
        return { kind: 'stored', secrets: store.results(toStore) };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(toStore), secrets: store.results(toStore) };
    }
}
function remedyForUnstored(result, loginCommand) {
    const ifUsedUp = `If the next run says \`login-rejected\`, sign in again ${(0,_output_text_js__WEBPACK_IMPORTED_MODULE_4__/* .howToSignIn */ .sG)(loginCommand)}.`;
    switch (result.kind) {
        case 'stored':
            return '';
        case 'failed':
            if (result.sealed !== null)
                return 'The job summary has a command that stores the secret by hand, and says when to run it.';
            return `Fix the cause, then store the file in the secret, or sign in again. ${ifUsedUp}`;
        case 'other-account':
            return `Give each account a file of its own with \`creds\`. ${ifUsedUp}`;
        case 'needless':
        case 'used-up':
            return ifUsedUp;
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than at the start of this job, so it was not stored, and the secret is unchanged`;
}
function isUsedUp(creds) {
    return `${creds} holds tokens that this job has already replaced with newer ones, so they were not stored, and the secret is unchanged`;
}
function lacksRefreshToken(creds) {
    return `the login that is in ${creds} now has no refresh token, so it was not stored, and the secret is unchanged`;
}


/***/ })

};
;
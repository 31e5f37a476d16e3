"use strict";
exports.id = 403;
exports.ids = [403,259];
exports.modules = {

/***/ 7669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isOtherAccount),
/* harmony export */   X: () => (/* binding */ accountOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const FIELDS = ['accountUuid', 'organizationUuid'];
function accountOf({ login }) {
    return FIELDS.map(field => hashOf(login[field])).join(' ');
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

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ readSecretInputs),
/* harmony export */   bm: () => (/* binding */ readSecretTexts)
/* harmony export */ });
/* unused harmony export readInputs */
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);

function readInputs(env) {
    return {
        creds: readText(env, 'creds'),
        timeout: readText(env, 'timeout'),
        minValidity: readText(env, 'min-validity'),
        trace: readBoolean(env, 'trace'),
        credsJson: readText(env, 'creds-json'),
        claudeVersion: readText(env, 'claude-version'),
        secret: readSecretInputs(env)
    };
}
function readSecretInputs(env) {
    return {
        secretName: readText(env, 'secret-name'),
        secretRepository: readText(env, 'secret-repository'),
        secretEnvironment: readText(env, 'secret-environment'),
        secretOrganization: readText(env, 'secret-organization'),
        accessTokenSecretName: readText(env, 'access-token-secret-name'),
        githubToken: readText(env, 'github-token')
    };
}
function readSecretTexts(env) {
    return { credsJson: readText(env, 'creds-json'), githubToken: readText(env, 'github-token') };
}
function readText(env, name) {
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
function readBoolean(env, name) {
    const text = readText(env, name);
    return text !== '' && parseBoolean(text, name);
}


/***/ }),

/***/ 1973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readJobMemory),
/* harmony export */   kj: () => (/* binding */ nameInJob),
/* harmony export */   m4: () => (/* binding */ saveJobMemory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);




const MAX_BYTES = 1024 * 1024;
function readJobMemory(name, env) {
    try {
        const { bytes, stats } = (0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(fileOf(name, env), MAX_BYTES);
        return [0, process.geteuid?.()].includes(stats.uid) ? bytes.toString('utf8') : '';
    }
    catch {
        return '';
    }
}
function saveJobMemory(name, facts, env) {
    try {
        const file = fileOf(name, env);
        const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(staged, JSON.stringify(facts), { mode: 0o600, flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(staged, file);
    }
    catch {
    }
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

/***/ 9631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ loginAt)
});

// UNUSED EXPORTS: loginIn

// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 3 modules
var credentials_path = __webpack_require__(9453);
// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __webpack_require__(4600);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/action/stat-if-any.ts
var stat_if_any = __webpack_require__(4247);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/work-folder.ts
var work_folder = __webpack_require__(123);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __webpack_require__(5172);
;// CONCATENATED MODULE: ./src/action/creds-json/existing-file.ts








function standingAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = readContent(file);
    const text = bytes.toString('utf8');
    const existing = { file, uid: stats.uid };
    const document = parseJson(text.replace(/^\uFEFF/, ''));
    if (text.trim() === '')
        return { ...existing, kind: 'no-login', document: {} };
    if (isJsonObject(document) && hasNoLogin(document))
        return { ...existing, kind: 'no-login', document };
    const credentials = parseOrNull(text);
    if (credentials !== null && isSame(credentials, incoming))
        return { ...existing, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new RefreshError('usage', `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`);
    }
    return { ...existing, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return findCredentialsFile(given);
    }
    catch (error) {
        const isMissing = error instanceof RefreshError && error.reason === 'creds-not-found';
        if (isMissing && !isLink(given))
            return null;
        throw error;
    }
}
function isLink(given) {
    try {
        return lstatSync(given).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,json/* isJsonObject */.OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function parseOrNull(text) {
    try {
        return parseLogin(text);
    }
    catch {
        return null;
    }
}
function isOnRecord(file, standing, incoming) {
    const folder = WorkFolder.find(file);
    return folder !== null && isDescendant(readLineage(folder), standing, incoming);
}

;// CONCATENATED MODULE: ./src/action/login-at.ts







function loginAt(creds) {
    if ((0,stat_if_any/* statIfAny */.k)(creds)?.isFile() === false)
        return null;
    try {
        return loginIn((0,credentials_file/* readContent */.c_)((0,credentials_path/* findCredentialsFile */.Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new reasons/* RefreshError */.M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginIn(text) {
    if (text.trim() === '')
        return null;
    const document = (0,json/* parseJson */.qF)(text.replace(/^\uFEFF/, ''));
    return (0,json/* isJsonObject */.OW)(document) && hasNoLogin(document) ? null : (0,credentials/* parseLogin */.$n)(text);
}


/***/ }),

/***/ 2403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeLate: () => (/* binding */ storeLate)
});

// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/report.ts + 1 modules
var report = __webpack_require__(1014);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/login-at.ts + 1 modules
var login_at = __webpack_require__(9631);
// EXTERNAL MODULE: ./src/action/output/annotations.ts
var annotations = __webpack_require__(5420);
// EXTERNAL MODULE: ./src/action/output/masks.ts
var masks = __webpack_require__(5067);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
;// CONCATENATED MODULE: ./src/action/output/times.ts

function times_describeTime(iso, nowMs) {
    const ms = iso === null ? Number.NaN : Date.parse(iso);
    return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`;
}

;// CONCATENATED MODULE: ./src/action/output/summary.ts





const MARKS = { 0: '✅', 1: '❌', 2: '⏱️' };
async function writeSummary(toolkit, content, nowMs) {
    composeSummary(toolkit.summary, content, nowMs);
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
        toolkit.warning('The job summary could not be written: GITHUB_STEP_SUMMARY names no file that can be written.');
    }
}
function composeSummary(summary, { report, sealed }, nowMs) {
    const { exitCode, title } = outcomeOf(report.reason);
    const warning = loginWarning(report.loginExpiresAt, nowMs);
    const paragraphs = [
        escapeForSummary(report.message),
        report.remedy === '' ? '' : `**What to do:** ${report.remedy}`,
        warning === null ? '' : `⚠️ ${warning.message}`
    ];
    summary.addHeading(`${MARKS[exitCode]} ${title}`, 3);
    for (const paragraph of paragraphs)
        if (paragraph !== '')
            summary.addEOL().addRaw(paragraph, true);
    summary.addEOL().addTable(rowsOf(report, nowMs));
    if (sealed !== null)
        summary.addEOL().addRaw(sealed, true);
    const timeline = timelineOf(report.phases);
    if (timeline !== '')
        summary.addEOL().addRaw(timeline, true);
    summary.addEOL();
}
function rowsOf(report, nowMs) {
    const { claude } = report;
    return [
        ...row('File', code(report.creds)),
        ...row('Reason', code(report.reason)),
        ...row('Expiry before', describeTime(report.previousExpiresAt, nowMs)),
        ...row('Expiry now', describeTime(report.expiresAt, nowMs)),
        ...row('Login ends', describeTime(report.loginExpiresAt, nowMs)),
        ...row('claude', claude === null ? null : `${code(claude.path) ?? ''} ${escapeForSummary(claude.version ?? '')}`),
        ...row('Time taken', `${(report.elapsedMs / 1_000).toFixed(2)} s`)
    ];
}
function row(name, html) {
    return html === null ? [] : [[{ data: name, header: true }, { data: html.trim() }]];
}
function code(text) {
    return text === null ? null : `<code>${escapeForSummary(text)}</code>`;
}

// EXTERNAL MODULE: ./src/github-secrets/place.ts
var github_secrets_place = __webpack_require__(7668);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/action/job-memory.ts
var job_memory = __webpack_require__(1973);
// EXTERNAL MODULE: ./src/github-secrets/public-key.ts
var public_key = __webpack_require__(8064);
;// CONCATENATED MODULE: ./src/github-secrets/sight.ts

function parseSight(text) {
    const value = (0,json/* parseJson */.qF)(text);
    if (!(0,json/* isJsonObject */.OW)(value))
        return null;
    const { firstMs, own } = value;
    if (firstMs !== null && typeof firstMs !== 'number')
        return null;
    return { firstMs, own: parseSpans(own) };
}
function parseSpans(value) {
    if (!Array.isArray(value))
        return [];
    return value
        .filter(json/* isJsonObject */.OW)
        .flatMap(({ fromMs, untilMs }) => typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : []);
}

// EXTERNAL MODULE: ./src/action/stamp.ts
var stamp = __webpack_require__(9357);
// EXTERNAL MODULE: ./src/github-secrets/staleness.ts
var staleness = __webpack_require__(6961);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
;// CONCATENATED MODULE: ./src/action/no-secrets.ts


const SKIP = 'Skip this step in such runs: give it an `if:`.';
const QUESTIONS = 'Does the secret exist? Does the job name its `environment:`? Is this a pull request from a fork? Those get no secrets.';
function remedyForEmpty(why) {
    return why === null ? QUESTIONS : SKIP;
}
function whyNoSecrets(env) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_ACTOR: actor } = env;
    if (DEPENDABOT_EVENTS.includes(event) && actor === 'dependabot[bot]') {
        return 'Dependabot started this run, and its runs get Dependabot secrets only';
    }
    return FORK_EVENTS.includes(event) && !hasSecret(env) && isFromFork(env)
        ? 'this is a pull request from a fork, which gets no secrets'
        : null;
}
const FORK_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
const DEPENDABOT_EVENTS = [...FORK_EVENTS, 'push', 'create', 'deployment', 'deployment_status'];
function hasSecret(env) {
    return (env['INPUT_CREDS-JSON'] ?? '').trim() !== '';
}
function isFromFork({ GITHUB_EVENT_PATH: file = '' }) {
    const { pull_request: pullRequest, repository } = readEvent(file);
    if (!(0,json/* isJsonObject */.OW)(pullRequest) || ((0,json/* isJsonObject */.OW)(repository) && repository.private === true))
        return false;
    const [head, base] = [pullRequest.head, pullRequest.base].map(repositoryOf);
    return typeof head === 'string' && typeof base === 'string' && head.toLowerCase() !== base.toLowerCase();
}
function repositoryOf(side) {
    return (0,json/* isJsonObject */.OW)(side) && (0,json/* isJsonObject */.OW)(side.repo) ? side.repo.full_name : null;
}
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
function readEvent(file) {
    try {
        const event = (0,json/* parseJson */.qF)((0,read/* readRegularFile */.XF)(file, MAX_EVENT_BYTES).bytes.toString('utf8'));
        return (0,json/* isJsonObject */.OW)(event) ? event : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./src/github-secrets/quote.ts
var quote = __webpack_require__(9607);
// EXTERNAL MODULE: ./src/github-secrets/secret-name.ts
var secret_name = __webpack_require__(439);
;// CONCATENATED MODULE: ./src/github-secrets/target.ts




function parseSecretTarget(inputs, env) {
    const credentialsName = (0,secret_name/* parseSecretName */.bK)('secret-name', inputs.secretName);
    const accessTokenName = (0,secret_name/* parseSecretName */.bK)('access-token-secret-name', inputs.accessTokenSecretName);
    if (credentialsName === null && accessTokenName === null)
        return null;
    if (credentialsName !== null && accessTokenName !== null && (0,secret_name/* isSameName */.yS)(credentialsName, accessTokenName)) {
        throw wrong(`secret-name and access-token-secret-name must differ, got ${(0,quote/* quote */.h)(credentialsName)} for both`);
    }
    const place = parsePlace(inputs, env);
    return {
        place,
        credentialsName,
        accessTokenName,
        token: parseToken(inputs.githubToken, env),
        apiUrl: parseApiUrl(env)
    };
}
function parsePlace(inputs, env) {
    const { secretRepository, secretEnvironment: environment, secretOrganization: organization } = inputs;
    if (organization !== '') {
        if (secretRepository !== '')
            throw wrong('secret-organization and secret-repository exclude each other');
        if (environment !== '')
            throw wrong('secret-organization and secret-environment exclude each other');
        if (isOwner(organization))
            return { kind: 'organization', organization };
        throw wrong(`secret-organization must be the name of an organization, got ${(0,quote/* quote */.h)(organization)}`);
    }
    const repository = parseRepository(secretRepository, env);
    if (environment === '')
        return { kind: 'repository', repository };
    if (!/^\.{1,2}$/.test(environment) && environment.length <= 255)
        return { kind: 'environment', repository, environment };
    throw wrong(`secret-environment must be the name of an environment, got ${(0,quote/* quote */.h)(environment)}`);
}
function parseRepository(given, env) {
    const repository = given === '' ? (env.GITHUB_REPOSITORY ?? '') : given;
    if (repository === '')
        throw wrong('secret-repository is missing, and GITHUB_REPOSITORY is not set');
    const [owner = '', name = '', ...rest] = repository.split('/');
    if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0)
        return repository;
    throw wrong(`${given === '' ? 'GITHUB_REPOSITORY' : 'secret-repository'} must be owner/name, got ${(0,quote/* quote */.h)(repository)}`);
}
function isOwner(text) {
    return /^[a-z\d][\w-]*$/i.test(text);
}
function parseToken(token, env) {
    if (token === '') {
        const why = whyNoSecrets(env);
        const what = why ?? 'it needs the right to write the secret; GITHUB_TOKEN has none';
        throw new reasons/* RefreshError */.M4('usage', `github-token is missing: ${what}`, remedyForEmpty(why));
    }
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw wrong('github-token must be one word of ASCII characters; it holds blanks or others');
}
function parseApiUrl(env) {
    const text = env.GITHUB_API_URL ?? '';
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw wrong('GITHUB_API_URL must be an http or https address without a login in it');
}
function hasPlainHost({ username, password, hostname }) {
    return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname);
}
function wrong(sentence) {
    return new reasons/* RefreshError */.M4('usage', sentence);
}

// EXTERNAL MODULE: ./src/github-secrets/visibility.ts
var github_secrets_visibility = __webpack_require__(6547);
// EXTERNAL MODULE: ./src/action/state.ts + 1 modules
var state = __webpack_require__(7390);
;// CONCATENATED MODULE: ./src/action/secret-sight.ts












function wantedTarget(env) {
    const target = parseSecretTarget((0,inputs/* readSecretInputs */.It)(env), env);
    if (target === null)
        return null;
    const isBase64 = (0,base64/* unwrapBase64 */.zF)((0,inputs/* readSecretTexts */.bm)(env).credsJson).isBase64 || wasBase64(target, env);
    return { ...target, isBase64 };
}
function wasBase64(target, env) {
    const job = (0,json/* parseJson */.qF)((0,job_memory/* readJobMemory */.D)(fileName(target, env), env));
    return (0,json/* isJsonObject */.OW)(job) && job.isBase64 === true;
}
function newSight(target, env) {
    return memoryOf(target, readJobSight(target, env), env);
}
function recalledSight(target, env) {
    const { firstMs, own } = sightOfMain(target, env);
    const later = readJobSight(target, env)?.own ?? [];
    return memoryOf(target, { firstMs, own: [...own, ...later] }, env);
}
function sightOfMain(target, env) {
    const seen = parseSight((0,state/* readState */.un)(env, 'secretSeen'));
    if (seen !== null)
        return recalled('secretSeen', target, env) === null ? { firstMs: null, own: [] } : seen;
    return { firstMs: (0,staleness/* latestWriteMs */.fx)((0,stamp/* readStamp */.U)((0,base64/* unwrapBase64 */.zF)((0,inputs/* readSecretTexts */.bm)(env).credsJson).json).storedAt), own: [] };
}
function memoryOf(target, sight, env) {
    const tell = (name, facts) => {
        const text = JSON.stringify({ secret: secretOf(target, env), ...facts });
        env[`STATE_${name}`] = text;
        (0,state/* saveState */.LZ)(env, name, text);
    };
    return {
        sight,
        save: changed => {
            tell('secretSeen', changed);
            (0,job_memory/* saveJobMemory */.m4)(fileName(target, env), { ...changed, isBase64: target.isBase64 }, env);
        },
        key: recalledKey(target, env),
        saveKey: ({ id, key }) => {
            tell('secretKey', { id, key });
        },
        visibilities: recalledVisibilities(target, env),
        saveVisibilities: visibilities => {
            tell('secretVisibilities', { byName: Object.fromEntries(visibilities) });
        }
    };
}
function recalledKey(target, env) {
    const told = recalled('secretKey', target, env);
    return told === null ? null : (0,public_key/* publicKeyOf */.kc)(told.id, told.key);
}
function recalledVisibilities(target, env) {
    const byName = recalled('secretVisibilities', target, env)?.byName;
    const entries = (0,json/* isJsonObject */.OW)(byName) ? Object.entries(byName) : [];
    return new Map(entries.flatMap(([name, value]) => {
        const visibility = (0,github_secrets_visibility/* visibilityOf */.gt)(value);
        return visibility === null ? [] : [[name, visibility]];
    }));
}
function recalled(name, target, env) {
    const value = (0,json/* parseJson */.qF)((0,state/* readState */.un)(env, name));
    return (0,json/* isJsonObject */.OW)(value) && value.secret === secretOf(target, env) ? value : null;
}
function readJobSight(target, env) {
    return parseSight((0,job_memory/* readJobMemory */.D)(fileName(target, env), env));
}
function fileName(target, env) {
    return `writes-${secretOf(target, env)}`;
}
function secretOf({ apiUrl, place, credentialsName }, env) {
    return (0,job_memory/* nameInJob */.kj)(`${apiUrl}${(0,github_secrets_place/* secretsPath */.z1)(place)}/${credentialsName ?? ''}`.toUpperCase(), env);
}

// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __webpack_require__(2800);
// EXTERNAL MODULE: ./src/action/account.ts
var account = __webpack_require__(7669);
// EXTERNAL MODULE: ./src/action/used-up.ts
var used_up = __webpack_require__(2259);
;// CONCATENATED MODULE: ./src/action/store-login.ts






async function storeLogin(task, env) {
    try {
        const login = (0,login_at/* loginAt */.n)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, env);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeFound(login, task, env) {
    if ((0,account/* isOtherAccount */.U)((0,account/* accountOf */.X)(login), task.account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    if ((0,used_up.usedUpPairs)(env).includes((0,fingerprint/* fingerprint */.R)(login)))
        return { kind: 'used-up', message: isUsedUp(task.creds) };
    if (login.refreshToken === null && (0,fingerprint/* fingerprint */.R)(login) !== task.incoming)
        return { kind: 'failed', message: lacksRefreshToken(task.creds), sealed: null };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,state/* saveState */.LZ)(env, 'stored', state/* UNKNOWN */.HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,state/* saveState */.LZ)(env, 'stored', (0,fingerprint/* fingerprint */.R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof reasons/* RefreshError */.M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        const sealed = store.sealedFallback(texts);
        const byHand = sealed === null ? '' : '; the job summary has the line that stores it by hand';
        return { kind: 'failed', message: `${message}${byHand}`, sealed };
    }
}
function otherAccount(creds) {
    return `${creds} now holds the login of another account than the one that this job began with, so neither that login nor its access token was stored; the secret stays as it is`;
}
function isUsedUp(creds) {
    return `${creds} holds a pair that this job has used up for a newer one, so neither that pair nor its access token was stored; the secret stays as it is`;
}
function lacksRefreshToken(creds) {
    return `the login that ${creds} holds by now has no refresh token, so neither it nor its access token was stored; the secret stays as it is`;
}
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,fingerprint/* fingerprint */.R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}

;// CONCATENATED MODULE: ./src/action/store-late.ts













const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, held, around) {
    if (isHeld(creds, held))
        return held;
    const toolkit = await around.loadToolkit();
    for (const mask of (0,masks/* masksFor */.R)([(0,seen_credentials/* seeCredentials */.Sr)(creds)], [(0,inputs/* readSecretInputs */.It)(around.env).githubToken])) {
        toolkit.setSecret(mask);
    }
    const stored = await store(creds, around);
    if (stored.kind === 'failed' || stored.kind === 'other-account') {
        await reportFailure(toolkit, creds, stored);
        return null;
    }
    if (stored.kind === 'used-up') {
        if (held !== state/* UNKNOWN */.HV) {
            toolkit.warning(stored.message, { title: 'Older credentials not stored' });
            return held;
        }
        const message = `${stored.message}; the new pair may be stored nowhere`;
        await reportFailure(toolkit, creds, { ...stored, message });
        return null;
    }
    if (stored.kind === 'needless')
        return held;
    toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`);
    if (held === state/* UNKNOWN */.HV)
        await writeMarkdown(toolkit, STORED_AFTER_ALL);
    return (0,fingerprint/* fingerprint */.R)(stored.pair);
}
function isHeld(creds, held) {
    try {
        const login = (0,login_at/* loginAt */.n)(creds);
        return login === null || (0,fingerprint/* fingerprint */.R)(login) === held;
    }
    catch {
        return false;
    }
}
async function store(creds, { env, signals }) {
    try {
        const target = wantedTarget(env);
        if (target === null)
            return { kind: 'needless' };
        const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 3631));
        const task = {
            store: await openSecretStore(target, recalledSight(target, env)),
            creds,
            incoming: (0,state/* readState */.un)(env, 'incoming'),
            account: (0,state/* readState */.un)(env, 'account'),
            limitMs: STORE_LIMIT_MS,
            signal: signals.cancel
        };
        const stored = await storeLogin(task, env);
        return stored.kind === 'stored' ? { ...stored, where: (0,github_secrets_place/* describePlace */.df)(target.place) } : stored;
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function reportFailure(toolkit, creds, failure) {
    const hasFailed = failure.kind === 'failed';
    const message = hasFailed ? `${failure.message}; the credentials are still in ${creds}` : failure.message;
    (0,annotations/* annotate */.fz)(toolkit, { ...(0,report/* reportOf */.E)('secret-write-failed', message), creds }, Date.now());
    if (hasFailed && failure.sealed !== null)
        await writeMarkdown(toolkit, failure.sealed);
}


/***/ }),

/***/ 2259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   usedUpPairs: () => (/* binding */ usedUpPairs)
/* harmony export */ });
/* unused harmony export rememberUsedUp */
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7669);
/* harmony import */ var _job_memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1973);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9631);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7390);






function usedUpPairs(env) {
    return [...(0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(env, 'usedUp').split(' '), ...recall(env).usedUp];
}
function rememberUsedUp(renewal, env) {
    const [before, after] = [renewal.before, renewal.after].map(loginOrNull);
    if (after == null)
        return;
    const now = fingerprint(after);
    const { usedUp, newest } = recall(env);
    if (usedUp.includes(now))
        return;
    const login = `${renewal.creds} ${accountOf(after)}`;
    const ancestors = renewal.refreshed ? [before == null ? '' : fingerprint(before), newest[login]] : [];
    const older = [renewal.incoming, ...ancestors].filter(pair => typeof pair === 'string' && pair !== '' && pair !== now);
    if (older.length === 0)
        return;
    saveState(env, 'usedUp', older.join(' '));
    const facts = { usedUp: [...new Set([...usedUp, ...older])], newest: { ...newest, [login]: now } };
    saveJobMemory(fileName(env), facts, env);
}
function recall(env) {
    const facts = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_job_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .readJobMemory */ .D)(fileName(env), env));
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(facts))
        return { usedUp: [], newest: {} };
    const { usedUp, newest } = facts;
    return {
        usedUp: Array.isArray(usedUp) ? usedUp.filter(pair => typeof pair === 'string') : [],
        newest: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(newest) ? newest : {}
    };
}
function fileName(env) {
    return `pairs-${(0,_job_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .nameInJob */ .kj)('', env)}`;
}
function loginOrNull(json) {
    try {
        return json === null ? null : loginIn(json);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 7499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c_: () => (/* binding */ readContent)
/* harmony export */ });
/* unused harmony exports readLogin, readGoodLogin, readBeforeLock */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7609);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4600);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3438);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(123);








function readLogin(file) {
    const { bytes, stats } = readContent(file);
    const text = decode(file, bytes);
    try {
        return { ...parseLogin(text), stats };
    }
    catch (error) {
        if (error instanceof RefreshError)
            throw new RefreshError(error.reason, `${file.given}: ${error.message}`, error.remedy);
        throw error;
    }
}
function readGoodLogin(file) {
    try {
        const login = readLogin(file);
        return isOfUse(login) ? login : null;
    }
    catch (error) {
        if (error instanceof RefreshError && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isThere(file) ? readGoodLogin(file) : readLogin(file);
}
function readContent(file) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(file.real, _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_CREDENTIALS_BYTES */ .M);
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error);
        if (code === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const why = `is larger than ${_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_CREDENTIALS_SIZE */ .A}; a credentials file has a few kB, so this is something else`;
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} ${why}`);
        }
        const why = `${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(error)}${ownerNote(file, code)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${why}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .remedyFor */ .wJ)(error));
    }
}
function ownerNote({ real }, code) {
    try {
        const [owner, uid] = [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real).uid, process.geteuid?.()];
        return code === 'EACCES' && owner !== uid
            ? `: it belongs to uid ${owner}, and this run works as uid ${uid ?? '?'}`
            : '';
    }
    catch {
        return '';
    }
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new RefreshError('creds-invalid', `${file.given} is in UTF-16; save it as UTF-8`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new RefreshError('creds-invalid', `${file.given} is not UTF-8 text`);
    }
}


/***/ }),

/***/ 7948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ ApiFailure),
/* harmony export */   So: () => (/* binding */ dateMsOf),
/* harmony export */   wo: () => (/* binding */ GIVEN_UP)
/* harmony export */ });
class ApiFailure extends Error {
    name = 'ApiFailure';
    status;
    said;
    waitMs;
    dateMs;
    isRateLimit;
    isSingleSignOn;
    constructor({ status, said, headers }) {
        super(`GitHub's API: ${status ?? 'no answer'} ${said}`);
        this.status = status;
        this.said = said;
        this.dateMs = dateMsOf(headers.date);
        const singleSignOn = headers['x-github-sso'];
        this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required');
        const askedMs = askedWaitMs(headers);
        this.isRateLimit = status === 429 || (status === 403 && (askedMs !== null || /rate limit/i.test(said)));
        this.waitMs = askedMs ?? (this.isRateLimit ? LEAST_WAIT_MS : null);
    }
    static ofForeignAnswer() {
        return new ApiFailure({ status: null, said: "an answer that is not GitHub's", headers: {} });
    }
    get isGivenUp() {
        return this.status === null && this.said === GIVEN_UP;
    }
    get isRefusal() {
        return this.status !== null && this.status < 500;
    }
    get isPassing() {
        return this.status === null || this.status >= 500 || this.isRateLimit;
    }
}
function dateMsOf(header) {
    const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
}
const GIVEN_UP = 'given up';
const LEAST_WAIT_MS = 60_000;
function askedWaitMs(headers) {
    const retryAfterSeconds = wholeNumber(headers['retry-after']);
    if (retryAfterSeconds !== null)
        return retryAfterSeconds * 1_000;
    const resetSeconds = wholeNumber(headers['x-ratelimit-reset']);
    if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0)
        return null;
    return Math.max(0, resetSeconds * 1_000 - Date.now());
}
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null;
}


/***/ }),

/***/ 7668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ permissionFor),
/* harmony export */   df: () => (/* binding */ describePlace),
/* harmony export */   z1: () => (/* binding */ secretsPath)
/* harmony export */ });
function describePlace(place) {
    switch (place.kind) {
        case 'repository':
            return `repository ${place.repository}`;
        case 'environment':
            return `environment ${JSON.stringify(place.environment)} of ${place.repository}`;
        case 'organization':
            return `organization ${place.organization}`;
    }
}
function secretsPath(place) {
    switch (place.kind) {
        case 'repository':
            return `/repos/${place.repository}/actions/secrets`;
        case 'environment':
            return `/repos/${place.repository}/environments/${encodeSegment(place.environment)}/secrets`;
        case 'organization':
            return `/orgs/${place.organization}/actions/secrets`;
    }
}
function permissionFor(place) {
    switch (place.kind) {
        case 'repository':
            return 'the repository permission "Secrets: write" (a classic token: the scope "repo")';
        case 'environment':
            return 'the repository permission "Environments: write" (a classic token: the scope "repo")';
        case 'organization':
            return 'the organization permission "Secrets: write" (a classic token of an owner: the scope "admin:org")';
    }
}
function encodeSegment(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}


/***/ }),

/***/ 8064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ PlaceKey),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* unused harmony export fetchPublicKey */
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6153);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7948);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7668);



async function fetchPublicKey(place, api, signal) {
    const { data } = await api({ method: 'GET', path: `${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsPath */ .z1)(place)}/public-key`, signal });
    const { key_id: id, key } = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) ? data : {};
    const fetched = publicKeyOf(id, key);
    if (fetched === null)
        throw _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9.ofForeignAnswer();
    return fetched;
}
function publicKeyOf(id, key) {
    if (typeof id !== 'string' || !/^[\w.-]+$/.test(id))
        return null;
    if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES)
        return null;
    return { id, key };
}
class PlaceKey {
    place;
    api;
    memory;
    #key;
    constructor(place, api, memory) {
        this.place = place;
        this.api = api;
        this.memory = memory;
        this.#key = memory.key;
    }
    get last() {
        return this.#key;
    }
    async current(signal) {
        return this.#key ?? this.#fetch(signal);
    }
    async whileCurrent(signal, request) {
        const key = await this.current(signal);
        try {
            return await request(key);
        }
        catch (error) {
            if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9) || error.status !== 422)
                throw error;
            const renewed = await this.#fetch(signal);
            if (renewed.id === key.id && renewed.key === key.key)
                throw error;
            return request(renewed);
        }
    }
    async #fetch(signal) {
        this.#key = await fetchPublicKey(this.place, this.api, signal);
        this.memory.saveKey(this.#key);
        return this.#key;
    }
}
const KEY_BYTES = 32;


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2258);

const LONGEST_QUOTE = 40;
function quote(text) {
    return JSON.stringify((0,_core_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text).slice(0, LONGEST_QUOTE));
}


/***/ }),

/***/ 439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ PROBE_NAME),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9607);


const PROBE_NAME = 'CLR_REFRESH_PROBE';
function parseSecretName(input, name) {
    if (name === '')
        return null;
    if (!/^\w+$/.test(name))
        throw wrong(`${input} may hold letters, digits and "_" alone, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (/^\d/.test(name))
        throw wrong(`${input} must not begin with a digit, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (/^GITHUB_/i.test(name))
        throw wrong(`${input} must not begin with GITHUB_, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}`);
    if (isSameName(name, PROBE_NAME))
        throw wrong(`${input} must not be ${PROBE_NAME}, which is overwritten and removed`);
    return name;
}
function isSameName(one, other) {
    return one.toUpperCase() === other.toUpperCase();
}
function wrong(sentence) {
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}


/***/ }),

/***/ 6961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ renewedBefore),
/* harmony export */   fx: () => (/* binding */ latestWriteMs),
/* harmony export */   sX: () => (/* binding */ stalenessOf)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7668);



const TOLERANCE_MS = 2 * 60 * 1_000;
function latestWriteMs(storedAt) {
    const storedAtMs = Date.parse(storedAt ?? '');
    return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS;
}
function renewedBefore({ place, name }) {
    return `an earlier step of this job has renewed the login in the secret ${name} of ${(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place)}, and the credentials that came in are older; give this step the same creds as that one, or its output creds-json; ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
}
function stalenessOf({ place, name }, updatedAtMs, storedAt) {
    const latestMs = latestWriteMs(storedAt);
    if (updatedAtMs === null || latestMs === null || updatedAtMs <= latestMs)
        return null;
    const [written, stamped] = [(0,_core_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .v)(updatedAtMs), (0,_core_times_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .v)(Date.parse(storedAt))];
    return `the secret ${name} of ${(0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlace */ .df)(place)} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
}


/***/ }),

/***/ 6547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gt: () => (/* binding */ visibilityOf),
/* harmony export */   hM: () => (/* binding */ probeVisibility),
/* harmony export */   tK: () => (/* binding */ newVisibility),
/* harmony export */   tQ: () => (/* binding */ readVisibility)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6153);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7948);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7668);



const NOBODY = { visibility: 'selected', selected_repository_ids: [] };
const NEW = { visibility: 'private' };
const PAGE_SIZE = 100;
function newVisibility(place) {
    return place.kind === 'organization' ? NEW : {};
}
function probeVisibility(place) {
    return place.kind === 'organization' ? NOBODY : {};
}
async function readVisibility(at, secret, api, signal) {
    if (at.place.kind !== 'organization' || secret === null)
        return newVisibility(at.place);
    const { visibility } = secret;
    if (typeof visibility !== 'string' || !isWord(visibility))
        throw _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9.ofForeignAnswer();
    if (visibility !== 'selected')
        return { visibility };
    const path = `${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsPath */ .z1)(at.place)}/${at.name}/repositories`;
    return { visibility, selected_repository_ids: await readRepositoryIds(path, api, signal) };
}
function visibilityOf(value) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value) || typeof value.visibility !== 'string' || !isWord(value.visibility))
        return null;
    const { visibility, selected_repository_ids: ids } = value;
    if (!Array.isArray(ids))
        return { visibility };
    return { visibility, selected_repository_ids: ids.filter(id => typeof id === 'number') };
}
function isWord(text) {
    return /^\w+$/.test(text);
}
async function readRepositoryIds(path, api, signal) {
    const ids = [];
    for (let page = 1;; page += 1) {
        const { data } = await api({ method: 'GET', path, parameters: { per_page: PAGE_SIZE, page }, signal });
        const repositories = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(data) ? data.repositories : undefined;
        if (!Array.isArray(repositories))
            throw _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9.ofForeignAnswer();
        ids.push(...repositories.flatMap(idOf));
        if (repositories.length < PAGE_SIZE)
            return ids;
    }
}
function idOf(repository) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(repository) && typeof repository.id === 'number' ? [repository.id] : [];
}


/***/ })

};
;
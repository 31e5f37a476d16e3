"use strict";
exports.id = 427;
exports.ids = [427,808];
exports.modules = {

/***/ 3427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aboutLogin: () => (/* binding */ aboutLogin)
});

// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __webpack_require__(4600);
// EXTERNAL MODULE: ./src/core/credentials/login-end.ts
var login_end = __webpack_require__(3435);
// EXTERNAL MODULE: ./src/core/login-command.ts
var login_command = __webpack_require__(2058);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/claude/claude-command.ts
var claude_command = __webpack_require__(1914);
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
    if (wasMadeByEarlierStep(creds))
        return false;
    return secretName === null || (0,read/* statIfAny */.k)(creds) !== undefined;
}
function wasMadeByEarlierStep(creds) {
    const file = (0,credentials_path/* findPlace */.Pj)(creds);
    const folder = (0,or_null/* orNull */.X)(() => file && work_folder/* WorkFolder */.y2.find(file));
    return folder !== null && (0,or_null/* orNull */.X)(() => (0,lineage/* readLineage */.Kj)(folder))?.isFileMade === true;
}
function secretLine(name, { location, apiUrl }) {
    const server = { host: (0,target/* ghHostOf */.Td)(apiUrl) };
    const line = (0,claude_command/* shellLine */.Tg)(['clr', 'login', ...secretArguments({ name, location, server })]);
    const isElsewhere = location.kind === 'organization' && server.host !== GITHUB;
    return isElsewhere ? `GH_HOST=${(0,claude_command/* shellLine */.Tg)([server.host])} ${line}` : line;
}

// EXTERNAL MODULE: ./src/action/output/text.ts
var output_text = __webpack_require__(2323);
// EXTERNAL MODULE: ./src/action/seen-credentials.ts
var seen_credentials = __webpack_require__(2800);
;// CONCATENATED MODULE: ./src/action/about-login.ts











function aboutLogin(report, creds, env, nowMs = Date.now()) {
    const loginCommand = loginCommandFor(creds, env);
    const loginExpiresAt = report.loginExpiresAt ?? (report.exitCode === 0 ? null : endNow(creds, env, nowMs));
    const warnBeforeMs = (0,or_null/* orNull */.X)(() => (0,inputs/* parseLoginWarningMs */.j8)((0,inputs/* readInputs */.Ko)(env).loginWarning)) ?? login_end/* LOGIN_WARNING_MS */.wG;
    const loginEndsSoon = (0,login_end/* endsWithin */._c)((0,login_end/* parseEnd */.J)(loginExpiresAt), warnBeforeMs, nowMs);
    const remedy = withOwnCommand(report, report.creds ?? creds, loginCommand);
    return { report: { ...report, loginExpiresAt, loginEndsSoon, remedy }, loginCommand };
}
function endNow(creds, env, nowMs) {
    const { credsJson } = (0,inputs/* readSecretTexts */.bm)(env);
    const { document } = credsJson === '' ? (0,seen_credentials/* seeCredentials */.Sr)(creds) : (0,seen_credentials/* lookAt */.t5)((0,base64/* unwrapBase64 */.zF)(credsJson).json);
    const login = document && (0,credentials/* loginOrNull */.Ov)(document);
    const endMs = login && (0,login_end/* endOf */.pJ)(login, nowMs);
    return endMs === null ? null : new Date(endMs).toISOString();
}
function withOwnCommand({ remedy }, creds, command) {
    const ofClr = [(0,login_command/* signInCommand */.aK)(creds), (0,login_command/* replaceCommand */.SU)(creds)].map(line => (0,redact/* safeLine */.om)((0,login_command/* signInAgain */.ti)(line)));
    const own = `Sign in again${(0,output_text/* howToSignIn */.sG)(command)}.`;
    return [reasons/* LOG_IN_AGAIN */.WR, ...ofClr].reduce((text, sentence) => text.replaceAll(sentence, () => own), remedy);
}


/***/ }),

/***/ 2908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseSecretPlace),
/* harmony export */   p: () => (/* binding */ parseSecretTarget)
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
    const sentence = `secret-name must be empty if secret-app is ${app}: the credentials are stored only as an Actions secret; give access-token-secret-name, in a step of its own`;
    throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', sentence);
}
function missingToken(env) {
    const why = (0,_no_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNoSecrets */ .h)(env);
    const what = why ?? 'it needs the right to write the secret; GITHUB_TOKEN has none';
    return new _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('usage', `github-token is missing: ${what}`, (0,_no_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .remedyForEmpty */ .$)(why));
}


/***/ }),

/***/ 1914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tg: () => (/* binding */ shellLine),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   uU: () => (/* binding */ optionsUnknownTo),
/* harmony export */   xe: () => (/* binding */ claudeArguments)
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
function shellLine(words) {
    return words.map(word => (/^[\w@%+=:,/.-]+$/.test(word) && word !== '.' ? word : quoted(word))).join(' ');
}
function quoted(word) {
    return /^[\w .]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 2514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   b: () => (/* binding */ isAccessTokenOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function fingerprint({ accessToken, refreshToken }) {
    return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`);
}
function isAccessTokenOf(accessToken, pairFingerprint) {
    return pairFingerprint.startsWith(digest(accessToken));
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 2058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ withLoginCommand),
/* harmony export */   SU: () => (/* binding */ replaceCommand),
/* harmony export */   aK: () => (/* binding */ signInCommand),
/* harmony export */   ti: () => (/* binding */ signInAgain)
/* harmony export */ });
/* harmony import */ var _claude_claude_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1914);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


function signInCommand(file) {
    return (0,_claude_claude_command_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .Tg)(['clr', 'login', '--creds', file]);
}
function replaceCommand(file) {
    return (0,_claude_claude_command_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .Tg)(['clr', 'login', '--creds', file, '--replace']);
}
function withLoginCommand(remedy, command) {
    return remedy.replace(_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .LOG_IN_AGAIN */ .WR, () => signInAgain(command));
}
function signInAgain(command) {
    return `Sign in again: \`${command}\`.`;
}


/***/ }),

/***/ 5172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K9: () => (/* binding */ isDescendant),
/* harmony export */   Kj: () => (/* binding */ readLineage),
/* harmony export */   Ms: () => (/* binding */ addToLineage),
/* harmony export */   PC: () => (/* binding */ holdsOnlyRecords),
/* harmony export */   fn: () => (/* binding */ writeLineage),
/* harmony export */   qt: () => (/* binding */ removeLineage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2514);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1380);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(123);






const RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextIfExists */ .TP)(file)) ?? '');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const pairs = lineage?.pairs ?? [];
    const from = pairs.indexOf((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(ancestor));
    return from >= 0 && pairs.indexOf((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(pair)) > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    folder.writeRecord(RECORD, { isFileMade, pairs: pairs.slice(-MAX_PAIRS) });
}
function addToLineage(folder, newPair) {
    const added = (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(newPair);
    try {
        const lineage = readLineage(folder);
        if (lineage?.pairs.includes(newPair.from) !== true || lineage.pairs.includes(added))
            return;
        writeLineage(folder, { ...lineage, pairs: [...lineage.pairs, added] });
    }
    catch {
    }
}
function holdsOnlyRecords(folder) {
    return folder.names().every(name => name === RECORD || name === _work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .REJECTION_RECORD */ .k3);
}
function removeLineage(folder) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder.at(RECORD), { force: true });
}


/***/ }),

/***/ 6442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
function describeLocation(location) {
    switch (location.kind) {
        case 'repository':
            return `repository ${location.repository}`;
        case 'environment':
            return `environment ${JSON.stringify(location.environment)} of ${location.repository}`;
        case 'organization':
            return `organization ${location.organization}`;
    }
}
function describeSecrets(location) {
    const app = appOf(location);
    return `${app === 'actions' ? '' : `${factsOf(app).title} `}secrets of ${describeLocation(location)}`;
}
function describeSecret(name, location) {
    const app = appOf(location);
    return `${app === 'actions' ? '' : `${factsOf(app).title} secret `}${name} of ${describeLocation(location)}`;
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
        throw new reasons/* RefreshError */.M4('usage', `${from} and ${other.from} exclude each other`);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ PROBE_NAME),
/* harmony export */   Td: () => (/* binding */ ghHostOf),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   nV: () => (/* binding */ parseApiUrl),
/* harmony export */   vL: () => (/* binding */ parseApiToken),
/* harmony export */   yS: () => (/* binding */ isSameName),
/* harmony export */   y_: () => (/* binding */ whyTooLarge)
/* harmony export */ });
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


const MAX_SECRET_BYTES = 48 * 1024;
function whyTooLarge({ name, textAt }, growth = { bytes: 0, reason: '' }) {
    const bytes = Buffer.byteLength(textAt(new Date()));
    if (bytes + growth.bytes <= MAX_SECRET_BYTES)
        return null;
    const room = growth.bytes === 0 ? '' : `, with ${growth.bytes} more for ${growth.reason}`;
    return `${name} would have ${bytes} bytes${room}, and GitHub stores at most ${MAX_SECRET_BYTES} (48 KB) in a secret`;
}
const PROBE_NAME = 'CLR_REFRESH_PROBE';
function parseSecretName({ text: name, from }) {
    if (name === '')
        return null;
    if (!/^\w+$/.test(name))
        throw usage(`${from} may hold only letters, digits and "_", got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
    if (/^\d/.test(name))
        throw usage(`${from} must not begin with a digit, got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
    if (/^GITHUB_/i.test(name))
        throw usage(`${from} must not begin with GITHUB_, got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
    if (isSameName(name, PROBE_NAME))
        throw usage(`${from} must not be ${PROBE_NAME}, which is overwritten and removed`);
    return name;
}
function isSameName(one, other) {
    return one.toUpperCase() === other.toUpperCase();
}
function parseApiToken({ text, from }) {
    if (/^[\x21-\x7e]+$/.test(text))
        return text;
    throw usage(`${from} must be one word of ASCII characters; it holds blanks or others`);
}
function parseApiUrl({ text, from }) {
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw usage(`${from} must be an http or https address without a login in it`);
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
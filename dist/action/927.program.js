"use strict";
exports.id = 927;
exports.ids = [927];
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
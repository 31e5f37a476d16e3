"use strict";
exports.id = 308;
exports.ids = [308];
exports.modules = {

/***/ 6927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aboutLogin: () => (/* binding */ aboutLogin)
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ loginCommandFor)
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
    const line = (0,shell_line/* shellLine */.T)(['clr', 'login', ...secretArguments({ name, location, server })]);
    const isElsewhere = location.kind === 'organization' && server.host !== GITHUB;
    return isElsewhere ? `GH_HOST=${(0,shell_line/* shellLine */.T)([server.host])} ${line}` : line;
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
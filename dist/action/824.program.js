"use strict";
exports.id = 824;
exports.ids = [824];
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

/***/ 2207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ standingAt),
/* harmony export */   j: () => (/* binding */ hasNoLogin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9890);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4600);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(123);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6153);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9186);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5172);








function standingAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = (0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(file);
    const text = bytes.toString('utf8');
    const existing = { file, uid: stats.uid };
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, ''));
    if (text.trim() === '')
        return { ...existing, kind: 'no-login', document: {} };
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(document) && hasNoLogin(document))
        return { ...existing, kind: 'no-login', document };
    const credentials = parseOrNull(text);
    if (credentials !== null && isSame(credentials, incoming))
        return { ...existing, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('usage', `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`);
    }
    return { ...existing, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(given);
    }
    catch (error) {
        const isMissing = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4 && error.reason === 'creds-not-found';
        if (isMissing && !isLink(given))
            return null;
        throw error;
    }
}
function isLink(given) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(given).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function parseOrNull(text) {
    try {
        return (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogin */ .$n)(text);
    }
    catch {
        return null;
    }
}
function isOnRecord(file, standing, incoming) {
    const folder = _core_work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkFolder */ .y2.find(file);
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .isDescendant */ .K9)((0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .readLineage */ .Kj)(folder), standing, incoming);
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

/***/ 2169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ loginIn),
/* harmony export */   n: () => (/* binding */ loginAt)
/* harmony export */ });
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9890);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4600);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9186);
/* harmony import */ var _stat_if_any_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4247);
/* harmony import */ var _creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2207);







function loginAt(creds) {
    if ((0,_stat_if_any_js__WEBPACK_IMPORTED_MODULE_4__/* .statIfAny */ .k)(creds)?.isFile() === false)
        return null;
    try {
        return loginIn((0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readContent */ .c_)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new _core_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginIn(text) {
    if (text.trim() === '')
        return null;
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, ''));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(document) && (0,_creds_json_existing_file_js__WEBPACK_IMPORTED_MODULE_5__/* .hasNoLogin */ .j)(document) ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLogin */ .$n)(text);
}


/***/ }),

/***/ 7348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  et: () => (/* binding */ newSight),
  yL: () => (/* binding */ recalledSight),
  XY: () => (/* binding */ wantedTarget)
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/job-memory.ts
var job_memory = __webpack_require__(1973);
// EXTERNAL MODULE: ./src/github-secrets/place.ts
var github_secrets_place = __webpack_require__(7668);
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
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/action/no-secrets.ts
var no_secrets = __webpack_require__(1543);
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
        const why = (0,no_secrets/* whyNoSecrets */.h)(env);
        const what = why ?? 'it needs the right to write the secret; GITHUB_TOKEN has none';
        throw new reasons/* RefreshError */.M4('usage', `github-token is missing: ${what}`, (0,no_secrets/* remedyForEmpty */.$)(why));
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
// EXTERNAL MODULE: ./src/action/state.ts
var state = __webpack_require__(3175);
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


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ textsOf),
/* harmony export */   storeLogin: () => (/* binding */ storeLogin)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7669);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2169);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);
/* harmony import */ var _used_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);






async function storeLogin(task, env) {
    try {
        const login = (0,_login_at_js__WEBPACK_IMPORTED_MODULE_3__/* .loginAt */ .n)(task.creds);
        return login === null ? { kind: 'needless' } : await storeFound(login, task, env);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function storeFound(login, task, env) {
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherAccount */ .U)((0,_account_js__WEBPACK_IMPORTED_MODULE_2__/* .accountOf */ .X)(login), task.account))
        return { kind: 'other-account', message: otherAccount(task.creds) };
    if ((0,_used_up_js__WEBPACK_IMPORTED_MODULE_5__.usedUpPairs)(env).includes((0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login)))
        return { kind: 'used-up', message: isUsedUp(task.creds) };
    if (login.refreshToken === null && (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) !== task.incoming)
        return { kind: 'failed', message: lacksRefreshToken(task.creds), sealed: null };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', _state_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN */ .HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
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
    return (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ }),

/***/ 2259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rememberUsedUp: () => (/* binding */ rememberUsedUp),
/* harmony export */   usedUpPairs: () => (/* binding */ usedUpPairs)
/* harmony export */ });
/* harmony import */ var _core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7669);
/* harmony import */ var _job_memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1973);
/* harmony import */ var _login_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2169);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);






function usedUpPairs(env) {
    return [...(0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(env, 'usedUp').split(' '), ...recall(env).usedUp];
}
function rememberUsedUp(renewal, env) {
    const [before, after] = [renewal.before, renewal.after].map(loginOrNull);
    if (after == null)
        return;
    const now = (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(after);
    const { usedUp, newest } = recall(env);
    if (usedUp.includes(now))
        return;
    const login = `${renewal.creds} ${(0,_account_js__WEBPACK_IMPORTED_MODULE_1__/* .accountOf */ .X)(after)}`;
    const ancestors = renewal.refreshed ? [before == null ? '' : (0,_core_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(before), newest[login]] : [];
    const older = [renewal.incoming, ...ancestors].filter(pair => typeof pair === 'string' && pair !== '' && pair !== now);
    if (older.length === 0)
        return;
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'usedUp', older.join(' '));
    const facts = { usedUp: [...new Set([...usedUp, ...older])], newest: { ...newest, [login]: now } };
    (0,_job_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .saveJobMemory */ .m4)(fileName(env), facts, env);
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
        return json === null ? null : (0,_login_at_js__WEBPACK_IMPORTED_MODULE_3__/* .loginIn */ .X)(json);
    }
    catch {
        return null;
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
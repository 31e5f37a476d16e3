"use strict";
exports.id = 717;
exports.ids = [717];
exports.modules = {

/***/ 4884:
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

/***/ 8119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _refresh_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1518);

const LONGEST_QUOTE = 40;
function quote(text) {
    return JSON.stringify((0,_refresh_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text).slice(0, LONGEST_QUOTE));
}


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ PROBE_NAME),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8119);


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
    return new _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', sentence);
}


/***/ }),

/***/ 8717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeLate: () => (/* binding */ storeLate)
});

// EXTERNAL MODULE: ./src/refresh/credentials/fingerprint.ts
var fingerprint = __webpack_require__(7830);
// EXTERNAL MODULE: ./src/refresh/reasons.ts
var reasons = __webpack_require__(6070);
// EXTERNAL MODULE: ./src/refresh/report.ts
var report = __webpack_require__(8809);
;// CONCATENATED MODULE: ./src/action/inputs.ts

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
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE', ''].includes(text))
        return false;
    throw new RefreshError('usage', `${name} must be true or false, got ${JSON.stringify(text.slice(0, 40))}`);
}

// EXTERNAL MODULE: ./src/action/result/annotations.ts
var annotations = __webpack_require__(4332);
// EXTERNAL MODULE: ./src/action/result/masks.ts
var masks = __webpack_require__(6955);
// EXTERNAL MODULE: ./src/refresh/times.ts
var times = __webpack_require__(2833);
;// CONCATENATED MODULE: ./src/action/result/times.ts

function times_describeTime(iso, nowMs) {
    const ms = iso === null ? Number.NaN : Date.parse(iso);
    return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`;
}

;// CONCATENATED MODULE: ./src/action/result/summary.ts





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
    const { exitCode, title, remedy } = outcomeOf(report.reason);
    const warning = loginWarning(report.loginExpiresAt, nowMs);
    const paragraphs = [
        escapeForSummary(report.message),
        remedy === '' ? '' : `**What to do:** ${remedy}`,
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

// EXTERNAL MODULE: ./src/action/secret/place.ts
var place = __webpack_require__(4884);
// EXTERNAL MODULE: ./src/action/secret/quote.ts
var quote = __webpack_require__(8119);
// EXTERNAL MODULE: ./src/action/secret/secret-name.ts
var secret_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./src/action/secret/target.ts



function parseSecretTarget(inputs, env) {
    const credentialsName = (0,secret_name/* parseSecretName */.bK)('secret-name', inputs.secretName);
    const accessTokenName = (0,secret_name/* parseSecretName */.bK)('access-token-secret-name', inputs.accessTokenSecretName);
    if (credentialsName === null && accessTokenName === null)
        return null;
    if (credentialsName !== null && accessTokenName !== null && (0,secret_name/* isSameName */.yS)(credentialsName, accessTokenName)) {
        throw wrong(`secret-name and access-token-secret-name must differ, got ${(0,quote/* quote */.h)(credentialsName)} for both`);
    }
    const place = parsePlace(inputs, env);
    return { place, credentialsName, accessTokenName, token: parseToken(inputs.githubToken), apiUrl: parseApiUrl(env) };
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
function parseToken(token) {
    if (token === '')
        throw wrong('github-token is missing: it needs the right to write the secret; GITHUB_TOKEN has none');
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw wrong('github-token must be one word of ASCII characters; it holds blanks or others');
}
function parseApiUrl(env) {
    const text = env.GITHUB_API_URL ?? '';
    if (text === '')
        return 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
        return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    }
    throw wrong('GITHUB_API_URL must be an http or https address without a login in it');
}
function wrong(sentence) {
    return new reasons/* RefreshError */.M4('usage', sentence);
}

// EXTERNAL MODULE: ./src/action/seen-credentials.ts + 2 modules
var seen_credentials = __webpack_require__(6669);
// EXTERNAL MODULE: ./src/action/state.ts
var state = __webpack_require__(3175);
// EXTERNAL MODULE: ./src/action/store-login.ts
var store_login = __webpack_require__(4143);
;// CONCATENATED MODULE: ./src/action/store-late.ts












const STORE_LIMIT_MS = 300_000;
const STORED_AFTER_ALL = '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.';
async function storeLate(creds, held, around) {
    const login = (0,store_login/* loginAt */.nS)(creds);
    if (login === null || (0,fingerprint/* fingerprint */.R)(login) === held)
        return held;
    const toolkit = await around.loadToolkit();
    for (const mask of (0,masks/* masksFor */.R)([await (0,seen_credentials/* seeCredentials */.Sr)(creds)], [readSecretInputs(around.env).githubToken])) {
        toolkit.setSecret(mask);
    }
    const stored = await store(creds, around);
    if (stored.kind === 'failed') {
        await reportFailure(toolkit, creds, stored);
        return null;
    }
    if (stored.kind === 'needless')
        return held;
    toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`);
    if (held === state/* UNKNOWN */.HV)
        await writeMarkdown(toolkit, STORED_AFTER_ALL);
    return (0,fingerprint/* fingerprint */.R)(stored.pair);
}
async function store(creds, { env, signals }) {
    try {
        const target = parseSecretTarget(readSecretInputs(env), env);
        if (target === null)
            return { kind: 'needless' };
        const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(809), __webpack_require__.e(977)]).then(__webpack_require__.bind(__webpack_require__, 6977));
        const task = {
            store: await openSecretStore(target),
            creds,
            incoming: (0,state/* readState */.un)(env, 'incoming'),
            limitMs: STORE_LIMIT_MS,
            signal: signals.cancel
        };
        const stored = await (0,store_login/* storeLogin */.VJ)(task, env);
        return stored.kind === 'stored' ? { ...stored, where: (0,place/* describePlace */.df)(target.place) } : stored;
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return { kind: 'failed', message: error.message, sealed: null };
        throw error;
    }
}
async function reportFailure(toolkit, creds, failure) {
    const message = `${failure.message}; the credentials are still in ${creds}`;
    (0,annotations/* annotate */.f)(toolkit, { ...(0,report/* reportOf */.E)('secret-write-failed', message), creds }, Date.now());
    if (failure.sealed !== null)
        await writeMarkdown(toolkit, failure.sealed);
}


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VJ: () => (/* binding */ storeLogin),
/* harmony export */   nS: () => (/* binding */ loginAt)
/* harmony export */ });
/* unused harmony export textsOf */
/* harmony import */ var _refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2215);
/* harmony import */ var _refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(822);
/* harmony import */ var _refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7830);
/* harmony import */ var _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3175);





async function storeLogin(task, env) {
    const login = loginAt(task.creds);
    if (login === null)
        return { kind: 'needless' };
    const { store, limitMs, signal } = task;
    const texts = textsToStore(login, task.incoming);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', _state_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN */ .HV);
    try {
        await store.store(texts, { limitMs, signal });
        (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)(env, 'stored', (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login));
        return { kind: 'stored', pair: login };
    }
    catch (error) {
        const message = error instanceof _refresh_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4 ? error.message : 'the secret was not written, by a bug in clr-refresh';
        return { kind: 'failed', message, sealed: store.sealedFallback(texts) };
    }
}
function loginAt(creds) {
    try {
        return (0,_refresh_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readGoodCredentials */ .Wh)((0,_refresh_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentialsFile */ .Ic)(creds));
    }
    catch {
        return null;
    }
}
function textsToStore(login, incoming) {
    const texts = textsOf(login);
    return (0,_refresh_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) === incoming ? { ...texts, credentialsJson: null } : texts;
}
function textsOf(login) {
    return { credentialsJson: JSON.stringify(login.document), accessToken: login.accessToken };
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ readGoodCredentials)
/* harmony export */ });
/* unused harmony exports readCredentials, readBeforeLock */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6070);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2727);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(716);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2414);





const MAX_CREDENTIALS_BYTES = 1024 * 1024;
function readCredentials(file) {
    const text = readText(file);
    try {
        return (0,_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCredentials */ .gu)(text);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4(error.reason, `${file.given}: ${error.message}`);
        throw error;
    }
}
function readGoodCredentials(file) {
    try {
        return readCredentials(file);
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return WorkFolder.isThere(file) ? readGoodCredentials(file) : readCredentials(file);
}
function readText(file) {
    try {
        const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file.real, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
        try {
            const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
            if (size > MAX_CREDENTIALS_BYTES)
                throw tooLarge(file, size);
            return decode(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fd));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        }
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw error;
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error)}`);
    }
}
function tooLarge(file, sizeBytes) {
    const megabytes = (sizeBytes / 1024 / 1024).toFixed(1);
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} has ${megabytes} MB; a credentials file has a few kB, so this is something else`);
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} is in UTF-16; save it as UTF-8`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} is not UTF-8 text`);
    }
}


/***/ })

};
;
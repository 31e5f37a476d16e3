/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 153:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KX: function() { return /* binding */ MAX_JSON_DEPTH; },
/* harmony export */   OW: function() { return /* binding */ isJsonObject; },
/* harmony export */   kq: function() { return /* binding */ isNestedTooDeep; },
/* harmony export */   qF: function() { return /* binding */ parseJson; }
/* harmony export */ });
const MAX_JSON_DEPTH = 200;
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJson(text) {
    if (isNestedTooDeep(text))
        return undefined;
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return undefined;
    }
}
function isNestedTooDeep(text) {
    let depth = 0;
    let isInString = false;
    for (let at = 0; at < text.length && depth <= MAX_JSON_DEPTH; at += 1) {
        const character = text[at];
        if (isInString && character === '\\')
            at += 1;
        else if (character === '"')
            isInString = !isInString;
        else if (!isInString && (character === '{' || character === '['))
            depth += 1;
        else if (!isInString && (character === '}' || character === ']'))
            depth -= 1;
    }
    return depth > MAX_JSON_DEPTH;
}


/***/ }),

/***/ 457:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hD: function() { return /* binding */ quote; },
/* harmony export */   yi: function() { return /* binding */ parseDurationMs; },
/* harmony export */   zY: function() { return /* binding */ DEFAULTS; }
/* harmony export */ });
/* unused harmony exports parseTimeoutSeconds, parseMinValidityMs, parseBoolean */
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(186);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(258);


const DEFAULTS = { timeout: '45', minValidity: '0', loginWarning: '7d' };
function parseTimeoutSeconds(text, name = '`--timeout`') {
    const digits = text.trim();
    if (/^\d+$/.test(digits))
        return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
    throw new RefreshError('usage', `${name} must be a whole number of seconds (0 for no limit), got ${quote(text)}`);
}
const UNIT_MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_MIN_VALIDITY_DAYS = 36_500;
function parseDurationMs(text, name) {
    const [, amount, unit = ''] = /^(\d+)([smhd]?)$/.exec(text.trim()) ?? [];
    const form = 'a duration such as 30s, 90m, 2h, 1d or 3600 (seconds)';
    if (amount === undefined)
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be ${form}, got ${quote(text)}`);
    return Number(amount) * (UNIT_MS[unit] ?? 1000);
}
function parseMinValidityMs(text, name = '`--min-validity`') {
    const ms = parseDurationMs(text, name);
    if (ms <= MAX_MIN_VALIDITY_DAYS * 86_400_000)
        return ms;
    const why = 'no token is valid for longer';
    throw new RefreshError('usage', `${name} must be at most ${MAX_MIN_VALIDITY_DAYS}d, got ${quote(text)}: ${why}`);
}
function parseBoolean(text, name, words = 'true or false') {
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw new RefreshError('usage', `${name} must be ${words}, got ${quote(text)}`);
}
function quote(text, longest = 60) {
    const safe = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(text);
    return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}


/***/ }),

/***/ 186:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: function() { return /* binding */ NOT_SENT_HERE; },
/* harmony export */   FY: function() { return /* binding */ NOT_SENT; },
/* harmony export */   M4: function() { return /* binding */ RefreshError; },
/* harmony export */   WR: function() { return /* binding */ LOG_IN_AGAIN; },
/* harmony export */   eG: function() { return /* binding */ withoutTokenNote; },
/* harmony export */   sG: function() { return /* binding */ outcomeOf; },
/* harmony export */   xZ: function() { return /* binding */ WITH_CLR_LOGIN; }
/* harmony export */ });
/* unused harmony exports isReason, allReasons */
const WITH_CLR_LOGIN = 'with `clr login`';
const LOG_IN_AGAIN = `Sign in again ${WITH_CLR_LOGIN}.`;
const NOT_SENT_HERE = 'this run did not use the refresh token';
const NOT_SENT = 'This run did not use the refresh token.';
function withoutTokenNote(remedy) {
    return remedy.replace(NOT_SENT, '').trim();
}
const OUTCOMES = {
    refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
    'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
    recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
    ready: { exitCode: 0, title: 'Ready to refresh', remedy: '' },
    stored: { exitCode: 0, title: 'New login stored', remedy: '' },
    usage: { exitCode: 1, title: 'Wrong argument or input', remedy: NOT_SENT },
    'login-exists': {
        exitCode: 1,
        title: 'A usable login already exists',
        remedy: 'Keep that login, or replace it with `--replace`. The old login stays valid until it ends or you log out.'
    },
    'login-failed': {
        exitCode: 1,
        title: 'Sign-in not completed',
        remedy: 'Run `clr login` again. Each try needs a new code.'
    },
    'creds-not-found': {
        exitCode: 1,
        title: 'No credentials file',
        remedy: 'Give the path of the file with `--creds`, or sign in with `clr login`.'
    },
    'creds-unreadable': {
        exitCode: 1,
        title: 'Credentials file unreadable',
        remedy: `Make sure that this user may read the file and its folder, then run it again. ${NOT_SENT}`
    },
    'creds-invalid': {
        exitCode: 1,
        title: 'Credentials unusable',
        remedy: `${LOG_IN_AGAIN} A backup of the file probably will not help, because its refresh token has been used up.`
    },
    'creds-not-writable': {
        exitCode: 1,
        title: 'Credentials file not writable',
        remedy: `Make sure that this user may write the file and its folder, and that the disk has space. ${NOT_SENT}`
    },
    'claude-not-found': {
        exitCode: 1,
        title: 'claude not found',
        remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or add the folder that has `claude` to PATH.'
    },
    'claude-failed': {
        exitCode: 1,
        title: 'claude failed',
        remedy: 'Run `claude --version` on this machine to see whether `claude` works at all.'
    },
    'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
    'login-expired': { exitCode: 1, title: 'Login expired', remedy: LOG_IN_AGAIN },
    'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: 'Run it again later.' },
    network: {
        exitCode: 1,
        title: 'Connection failed',
        remedy: 'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
    },
    'server-error': { exitCode: 1, title: 'Server error', remedy: 'Run it again later.' },
    'not-refreshed': { exitCode: 1, title: 'Not refreshed', remedy: 'Run it again.' },
    'write-back-failed': {
        exitCode: 1,
        title: 'New credentials not written back',
        remedy: 'Do not delete the file with the new tokens: the next run puts them into the credentials file. Fix the cause, then run it again.'
    },
    'secret-not-writable': {
        exitCode: 1,
        title: 'Secret not writable',
        remedy: `Check that the repository, environment or organization exists, and that \`github-token\` may write secrets there. ${NOT_SENT}`
    },
    'secret-write-failed': {
        exitCode: 1,
        title: 'Secret not written',
        remedy: 'Store the new credentials in the secret before the next run, unless somebody else has stored a newer login there.'
    },
    'secret-stale': {
        exitCode: 1,
        title: 'Stale secret',
        remedy: 'Run the job again: it then reads the newer secret.'
    },
    'claude-install-failed': {
        exitCode: 1,
        title: 'claude could not be installed',
        remedy: `Check \`claude-version\`, and whether the npm registry can be reached. ${NOT_SENT}`
    },
    cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again.' },
    internal: {
        exitCode: 1,
        title: 'clr-refresh failed unexpectedly',
        remedy: 'If the message does not explain the cause, please report it. Include the message, but never a token.'
    },
    timeout: {
        exitCode: 2,
        title: 'Timed out',
        remedy: 'Run it again, with a larger `--timeout` if the machine or the network is slow.'
    },
    locked: {
        exitCode: 2,
        title: 'Login in use',
        remedy: 'Wait until the other run or `claude` session has finished, then run it again.'
    }
};
function outcomeOf(reason) {
    return OUTCOMES[reason];
}
function isReason(text) {
    return Object.hasOwn(OUTCOMES, text);
}
function allReasons() {
    return Object.keys(OUTCOMES).filter(isReason);
}
class RefreshError extends Error {
    reason;
    remedy;
    name = 'RefreshError';
    constructor(reason, message, remedy = outcomeOf(reason).remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }
}


/***/ }),

/***/ 258:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: function() { return /* binding */ redact; },
/* harmony export */   PH: function() { return /* binding */ safeOutput; },
/* harmony export */   om: function() { return /* binding */ safeLine; }
/* harmony export */ });
/* unused harmony exports encodedForms, withoutProxyPasswords */

const ANTHROPIC_SECRET = /sk-ant-[\w-]*/g;
const PART_LENGTH = 10;
function redact(text, secrets = []) {
    const known = text.replace(ANTHROPIC_SECRET, '***');
    const parts = new Set(secrets.flatMap(partsOf));
    const isHidden = new Array(known.length).fill(false);
    for (let start = 0; start + PART_LENGTH <= known.length; start += 1) {
        if (parts.has(known.slice(start, start + PART_LENGTH)))
            isHidden.fill(true, start, start + PART_LENGTH);
    }
    return [...known.split('').entries()]
        .map(([at, character]) => (isHidden[at] !== true ? character : isHidden[at - 1] === true ? '' : '***'))
        .join('');
}
function partsOf(secret) {
    const count = Math.max(0, secret.length - PART_LENGTH + 1);
    return Array.from({ length: count }, (_, start) => secret.slice(start, start + PART_LENGTH));
}
function encodedForms(token) {
    const inBase64 = [0, 1, 2].map(offset => base64Of(token, offset));
    return [encodeURIComponent(token), ...inBase64, ...inBase64.map(text => text.replace(/\+/g, '-').replace(/\//g, '_'))];
}
function base64Of(token, offset) {
    const bytes = Buffer.from(' '.repeat(offset) + token);
    const text = bytes.toString('base64').replace(/=+$/, '');
    return text.slice(Math.ceil((offset * 8) / 6), bytes.length % 3 === 0 ? undefined : -1);
}
function withoutProxyPasswords(text, environment) {
    const proxies = Object.entries(environment).filter(([name]) => /_proxy$/i.test(name));
    const passwords = proxies.flatMap(([, value = '']) => /^(.+)@/.exec(value)?.[1] ?? []);
    const hidden = passwords.reduce((words, password) => words.replaceAll(password, '***'), text);
    return withoutSecrets(hidden, proxies.flatMap(([, value = '']) => userSecretsOf(value)));
}
function safeOutput(output, secrets) {
    return redact(output, secrets)
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim();
}
function safeLine(sentence) {
    return redact(sentence).replace(/\p{Cc}/gu, '\u{FFFD}');
}


/***/ }),

/***/ 43:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: function() { return /* binding */ errorCode; },
/* harmony export */   Tr: function() { return /* binding */ explainSystemError; },
/* harmony export */   hZ: function() { return /* binding */ failedPath; },
/* harmony export */   wJ: function() { return /* binding */ remedyFor; }
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(186);


function errorCode(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(error) && typeof error.code === 'string' ? error.code : 'unknown error';
}
function failedPath(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(error) && typeof error.path === 'string' ? error.path : null;
}
const NETWORK_FILE_SYSTEM = 'Mount the network file system again.';
const EXPLANATIONS = new Map(Object.entries({
    EACCES: ['permission denied'],
    EAGAIN: [
        'no more processes can be started',
        'Raise the limit of processes (`ulimit -u`, or that of the container).'
    ],
    EBUSY: ['it is in use, or something is mounted there'],
    EEXIST: ['something with this name already exists'],
    EDQUOT: ['the disk quota is used up', 'Free some disk space.'],
    EINVAL: ['the file system cannot do that, or the owner is unknown in this user namespace'],
    EIO: ['the disk reported an error', 'Check the disk, or the network file system (`dmesg`).'],
    EISDIR: ['it is a folder'],
    ELOOP: ['the links form a loop', 'Remove that link, or point it at the right file.'],
    EMFILE: ['this process has too many open files', 'Raise the limit of open files (`ulimit -n`).'],
    ENAMETOOLONG: ['the name is too long', 'Give the file, or its folder, a shorter name.'],
    ENFILE: ['this machine has too many open files', 'Wait, or stop programs that have many files open.'],
    ENOMEM: ['there is too little memory', 'Give the machine, or the container, more memory.'],
    ENOSPC: ['there is no space left on the disk', 'Free some disk space.'],
    ENOTCONN: ['the network file system is not connected', NETWORK_FILE_SYSTEM],
    ENOTDIR: ['a part of the path is not a folder'],
    EPERM: [
        'it is immutable or append-only, or its owner cannot be kept',
        'If `lsattr -d` shows `i` (immutable) or `a` (append-only), clear it with `chattr -ia`.'
    ],
    EROFS: ['the file system is read-only', 'Mount it writable (docker: without `:ro`).'],
    ESTALE: ['the network file system no longer has it', NETWORK_FILE_SYSTEM]
}));
function explainSystemError(error) {
    const code = errorCode(error);
    const meaning = EXPLANATIONS.get(code)?.[0];
    return meaning === undefined ? code : `${meaning} (${code})`;
}
function remedyFor(error) {
    const remedy = EXPLANATIONS.get(errorCode(error))?.[1];
    return remedy === undefined ? undefined : `${remedy} ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
}


/***/ }),

/***/ 357:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 442:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  JN: function() { return /* binding */ PERMISSION_TO_CREATE; },
  XH: function() { return /* binding */ appOf; },
  lR: function() { return /* binding */ describeLocation; },
  wr: function() { return /* binding */ describeSecret; },
  tA: function() { return /* binding */ describeSecrets; },
  FQ: function() { return /* binding */ environmentPath; },
  zS: function() { return /* binding */ parseLocation; },
  Tj: function() { return /* binding */ permissionFor; },
  z1: function() { return /* binding */ secretsPath; }
});

// UNUSED EXPORTS: parseSecretApp

// EXTERNAL MODULE: ./src/core/options.ts
var options = __nccwpck_require__(457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(186);
;// CONCATENATED MODULE: ./src/github-secrets/secret-app.ts
const secret_app_SECRET_APPS = (/* unused pure expression or super */ null && (['actions', 'dependabot', 'codespaces']));
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
    throw new RefreshError('usage', `${from} must be actions, dependabot or codespaces, got ${quote(text)}`);
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

/***/ 850:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J4: function() { return /* binding */ PROBE_NAME; },
/* harmony export */   Td: function() { return /* binding */ ghHostOf; },
/* harmony export */   bK: function() { return /* binding */ parseSecretName; },
/* harmony export */   nV: function() { return /* binding */ parseApiUrl; },
/* harmony export */   vL: function() { return /* binding */ parseApiToken; },
/* harmony export */   y_: function() { return /* binding */ whyTooLarge; }
/* harmony export */ });
/* unused harmony export isSameName */
/* harmony import */ var _core_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(457);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(186);


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


/***/ }),

/***/ 963:
/***/ (function(module) {

module.exports = require("./libsodium-wrappers.cjs");

/***/ }),

/***/ 472:
/***/ (function(module) {

module.exports = require("./undici.cjs");

/***/ }),

/***/ 500:
/***/ (function(module) {

module.exports = require("node:timers/promises");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	!function() {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = function(module) {
/******/ 			var getter = module && module.__esModule ?
/******/ 				function() { return module['default']; } :
/******/ 				function() { return module; };
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	!function() {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = function(exports, definition) {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	!function() {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = function(chunkId) {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce(function(promises, key) {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	!function() {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = function(chunkId) {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".others.js";
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	!function() {
/******/ 		__nccwpck_require__.o = function(obj, prop) { return Object.prototype.hasOwnProperty.call(obj, prop); }
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	!function() {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = function(exports) {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	!function() {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = function(chunk) {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = function(chunkId, promises) {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	}();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dryRun: function() { return /* reexport */ dryRun; },
  helpText: function() { return /* reexport */ helpText; },
  recover: function() { return /* reexport */ recover; },
  runLogin: function() { return /* reexport */ runLogin; },
  runStatus: function() { return /* reexport */ runStatus; }
});

;// CONCATENATED MODULE: external "node:fs"
var external_node_fs_namespaceObject = require("node:fs");
var external_node_fs_default = /*#__PURE__*/__nccwpck_require__.n(external_node_fs_namespaceObject);
;// CONCATENATED MODULE: external "node:path"
var external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: external "node:os"
var external_node_os_namespaceObject = require("node:os");
// EXTERNAL MODULE: ./src/core/options.ts
var core_options = __nccwpck_require__(457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(186);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
;// CONCATENATED MODULE: ./src/core/credentials/typed-path.ts





const MAX_PATH_BYTES = 3800;
const MAX_NAME_BYTES = 255;
const CREDS = '`--creds`';
function currentAccountFile({ CLAUDE_CONFIG_DIR: folder = '' }) {
    if (folder === '')
        return { text: '~/.claude/.credentials.json', name: CREDS };
    const start = external_node_path_default().isAbsolute(folder) ? '' : './';
    return { text: `${start}${folder.normalize('NFC')}/.credentials.json`, name: 'CLAUDE_CONFIG_DIR' };
}
function typed_path_absolutePath(text, name = CREDS) {
    const refuse = (why) => new reasons/* RefreshError */.M4('usage', `${name} must be a path, but ${why}`);
    if (text === '')
        throw refuse('is empty');
    if (looksLikeCredentials(text))
        throw refuse('this looks like the credentials themselves');
    if (text.includes('\0'))
        throw refuse('has a NUL character');
    const absolute = resolveFrom(expandTilde(text));
    if (isTooLong(absolute))
        throw tooLong(name);
    return absolute;
}
function looksLikeCredentials(text) {
    const decoded = Buffer.from(text, 'base64').toString();
    return [text, decoded].some(form => /sk-ant-|claudeAiOauth|\{[^]*oken[\\"']*\s*:/i.test(form));
}
function expandTilde(text) {
    return text === '~' || text.startsWith('~/') ? external_node_path_default().join(homeFolder(text), text.slice(1)) : text;
}
function homeFolder(text) {
    const refuse = (why) => {
        const remedy = 'Set HOME, or give an absolute path.';
        return new reasons/* RefreshError */.M4('usage', `${why}, so the path ${(0,core_options/* quote */.hD)(text)} cannot be resolved`, remedy);
    };
    if (process.env.HOME === '')
        throw refuse('HOME is empty');
    try {
        return (0,external_node_os_namespaceObject.homedir)();
    }
    catch (error) {
        throw refuse(`HOME is not set, and the system knows no home folder of this user (${(0,system_error/* errorCode */.CA)(error)})`);
    }
}
function resolveFrom(text) {
    try {
        return external_node_path_default().resolve(text);
    }
    catch (error) {
        const why = `the working directory no longer exists (${(0,system_error/* errorCode */.CA)(error)})`;
        const remedy = 'Change to another folder, or give an absolute path.';
        throw new reasons/* RefreshError */.M4('usage', `${why}, so the path ${(0,core_options/* quote */.hD)(text)} cannot be resolved`, remedy);
    }
}
function isTooLong(absolute) {
    const isLongName = (part) => Buffer.byteLength(part) > MAX_NAME_BYTES;
    return Buffer.byteLength(absolute) > MAX_PATH_BYTES || absolute.split((external_node_path_default()).sep).some(isLongName);
}
function tooLong(name) {
    return new reasons/* RefreshError */.M4('usage', `the path in ${name} is too long`);
}
function likelyMistakeIn(path, where = 'it') {
    const variable = /\$\{\w+\}|\$\w+|%\w+%/.exec(path)?.[0];
    if (variable !== undefined)
        return `the "${variable}" in ${where} is not expanded: write out its value`;
    const tilde = /(?<=^|\/)~[\w.-]*(?=\/|$)/.exec(path)?.[0];
    if (tilde !== undefined)
        return `the "${tilde}" in ${where} is not expanded: write out the home folder`;
    if (/(?:^|\/)["']|["'](?:\/|$)/.test(path))
        return `a part of ${where} begins or ends with a quotation mark: remove it`;
    if (path.includes('\uFFFD'))
        return `a name in ${where} is not UTF-8, or has the character U+FFFD: give it another name`;
    if (/(?:^|\/)\s|\s(?:\/|$)/.test(path))
        return `a part of ${where} begins or ends with a space or line break: remove it`;
    return null;
}

// EXTERNAL MODULE: ./src/core/json.ts
var json = __nccwpck_require__(153);
;// CONCATENATED MODULE: ./src/core/or-null.ts
function or_null_orNull(work) {
    try {
        return work();
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/core/system/allowed-variables.ts


const AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const allowed_variables_NETWORK_VARIABLES = [
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
    ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
    ...AUTHORITIES
];
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/;
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...allowed_variables_NETWORK_VARIABLES]);
function allowedVariables(environment) {
    const allowed = { PATH: absoluteEntries(environment.PATH).join((external_node_path_default()).delimiter) };
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined)
            continue;
        if (NIX_LOADER.test(name))
            allowed[name] = absoluteEntries(value).join((external_node_path_default()).delimiter);
        if (!ALLOWED.has(name) && !name.startsWith('LC_'))
            continue;
        allowed[name] = AUTHORITIES.includes(name) ? absolutePaths(value) : value;
    }
    return allowed;
}
function absolutePaths(value) {
    const absolute = (one) => or_null_orNull(() => external_node_path_default().resolve(one)) ?? one;
    return value
        .split((external_node_path_default()).delimiter)
        .map(one => (one === '' ? one : absolute(one)))
        .join((external_node_path_default()).delimiter);
}
function absoluteEntries(pathVariable) {
    return (pathVariable ?? '').split((external_node_path_default()).delimiter).filter(entry => external_node_path_default().isAbsolute(entry));
}

;// CONCATENATED MODULE: ./src/core/system/read.ts



function readRegularFile(file, maxBytes = Infinity) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(file, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK | external_node_fs_namespaceObject.constants.O_NOFOLLOW);
    try {
        const stats = (0,external_node_fs_namespaceObject.fstatSync)(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        if (stats.size > maxBytes)
            throw withCode('EFBIG');
        return { bytes: (0,external_node_fs_namespaceObject.readFileSync)(fd), stats };
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
function read_readTextIfExists(file) {
    return unlessMissing(() => readRegularFile(file, MAX_TEXT_BYTES).bytes.toString('utf8'));
}
function read_readTextOrEmpty(file) {
    return or_null_orNull(() => read_readTextIfExists(file)) ?? '';
}
function read_readEndOrEmpty(file, maxBytes) {
    return orNull(() => readEnd(file, maxBytes).toString('utf8')) ?? '';
}
function readEnd(file, maxBytes) {
    const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
        const stats = fstatSync(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        const end = Buffer.alloc(Math.min(stats.size, maxBytes));
        return end.subarray(0, readSync(fd, end, 0, end.length, stats.size - end.length));
    }
    finally {
        closeSync(fd);
    }
}
function statIfAny(file) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.statSync)(file)) ?? undefined;
}
function namesIn(folder) {
    return unlessMissing(() => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [];
}
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];
function unlessMissing(read) {
    try {
        return read();
    }
    catch (error) {
        if (NOT_THERE.includes((0,system_error/* errorCode */.CA)(error)))
            return null;
        throw error;
    }
}
function realPathOf(file) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.realpathSync)(file)) ?? file;
}
function withCode(code) {
    return Object.assign(new Error(code), { code });
}

;// CONCATENATED MODULE: ./src/core/programs/shim.ts




function shimAt(program) {
    const real = realPathOf(program);
    const name = external_node_path_default().basename(real);
    const shim = { path: program, variables: {} };
    if (name === 'mise' || name === 'rtx')
        return { ...shim, manager: name, managerProgram: real };
    if (name === 'volta-shim')
        return { ...shim, manager: 'volta', managerProgram: external_node_path_default().join(external_node_path_default().dirname(real), 'volta') };
    const head = shim_scriptHeadOrEmpty(real);
    const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? [];
    if (managerProgram === undefined || manager === undefined)
        return null;
    const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1];
    return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } };
}
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/;
function wrappedInHome(program, { HOME: home = '' }) {
    const target = external_node_path_default().isAbsolute(home) ? HOME_WRAPPER.exec(shim_scriptHeadOrEmpty(program))?.[1] : undefined;
    return target === undefined ? null : external_node_path_default().join(home, target);
}
const HEAD_BYTES = 8192;
function scriptHead(program) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(program, 'r');
    try {
        const head = Buffer.alloc(HEAD_BYTES);
        const text = head.toString('utf8', 0, (0,external_node_fs_namespaceObject.readSync)(fd, head));
        return text.startsWith('#!') ? text : '';
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
function shim_scriptHeadOrEmpty(program) {
    return or_null_orNull(() => scriptHead(program)) ?? '';
}

;// CONCATENATED MODULE: external "node:child_process"
var external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:events"
var external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./src/core/system/process-group.ts

function signalProcess(pid, signal) {
    return pid !== undefined && or_null_orNull(() => process.kill(pid, signal)) !== null;
}
function signalGroup(leaderPid, signal) {
    return leaderPid !== undefined && or_null_orNull(() => process.kill(-leaderPid, signal)) !== null;
}

;// CONCATENATED MODULE: ./src/core/token-use.ts

const TOKEN_USES = (/* unused pure expression or super */ null && (['not-sent', 'not-used', 'perhaps-used-before', 'perhaps-used', 'refused', 'rejected']));
const MAY_BE_LOST = 'the refresh token may have been used up, so the login may be lost';
const SENT_BEFORE = 'a killed run may have used up the refresh token without leaving new tokens: if the next refresh ends with `login-rejected`, sign in again';
const SENTENCES = {
    'not-sent': reasons/* NOT_SENT_HERE */.Al,
    'not-used': 'the refresh token was not used up',
    'perhaps-used-before': 'a run that was killed may have used up the refresh token, so the login may be lost',
    'perhaps-used': MAY_BE_LOST,
    refused: '',
    rejected: ''
};
class token_use_LoginRejected extends reasons/* RefreshError */.M4 {
}
function token_use_withoutPair({ reason, message, tokenUse, remedy = (0,reasons/* outcomeOf */.sG)(reason).remedy }) {
    const use = SENTENCES[tokenUse];
    return new (tokenUse === 'rejected' ? token_use_LoginRejected : reasons/* RefreshError */.M4)(reason, use === '' ? message : `${message}; ${use}`, tokenUse.startsWith('perhaps-used') ? `${remedy} ${IF_LOST}` : remedy);
}
const IF_LOST = `If the next run ends with \`login-rejected\`, the login is lost: sign in again ${reasons/* WITH_CLR_LOGIN */.xZ}.`;
function token_use_afterTries(error, tokenUse) {
    if (!(error instanceof RefreshError) || tokenUse === 'not-sent')
        return error;
    const message = error.message.replace(`; ${NOT_SENT_HERE}`, '');
    const remedy = withoutTokenNote(error.remedy);
    const isUntrue = message !== error.message || remedy !== error.remedy;
    return isUntrue ? token_use_withoutPair({ reason: error.reason, message, tokenUse, remedy }) : error;
}
function token_use_worseOf(one, other) {
    return TOKEN_USES[Math.max(TOKEN_USES.indexOf(one), TOKEN_USES.indexOf(other))] ?? one;
}

;// CONCATENATED MODULE: ./src/core/programs/version-manager.ts









const TIMEOUT_SECONDS = 5;
const MAX_ANSWER_LENGTH = 65_536;
async function whileAsking(options, work) {
    const { deadline, cancel } = options;
    const end = new AbortController();
    const stop = () => {
        end.abort();
    };
    const timer = setTimeout(stop, TIMEOUT_SECONDS * 1000);
    const cancelDeadline = deadline.whenPassed(stop);
    cancel.addEventListener('abort', stop);
    if (cancel.aborted)
        stop();
    try {
        const result = await work(shim => askManager(shim, options, end.signal));
        if (end.signal.aborted)
            refuseIfOver(options);
        return result;
    }
    finally {
        clearTimeout(timer);
        cancelDeadline();
        cancel.removeEventListener('abort', stop);
    }
}
function refuseIfOver({ deadline, cancel }) {
    const message = 'before the version manager answered';
    if (cancel.aborted)
        throw token_use_withoutPair({ reason: 'cancelled', message: `cancelled ${message}`, tokenUse: 'not-sent' });
    if (!deadline.hasPassed())
        return;
    throw token_use_withoutPair({ reason: 'timeout', message: `the time limit passed ${message}`, tokenUse: 'not-sent' });
}
async function askManager(shim, options, end) {
    const tooLate = { whyNot: `did not answer within ${TIMEOUT_SECONDS} s` };
    if (end.aborted)
        return tooLate;
    let manager = null;
    const kill = () => void signalGroup(manager?.pid, 'SIGKILL');
    try {
        manager = start(shim, options);
        let said = '';
        manager.stdout.setEncoding('utf8').on('data', (text) => {
            said += text;
            if (said.length > MAX_ANSWER_LENGTH)
                kill();
        });
        manager.once('exit', kill);
        await (0,external_node_events_namespaceObject.once)(manager, 'close', { signal: end });
        const named = said.trim();
        return manager.exitCode === 0 && external_node_path_default().isAbsolute(named) ? { program: named } : { whyNot: 'names no program' };
    }
    catch (error) {
        return (0,system_error/* errorCode */.CA)(error) === 'ABORT_ERR' ? tooLate : { whyNot: `cannot be run (${(0,system_error/* errorCode */.CA)(error)})` };
    }
    finally {
        kill();
        manager?.stdout.destroy();
    }
}
function start({ path: shim, managerProgram, variables }, { environment, user }) {
    return (0,external_node_child_process_namespaceObject.spawn)(managerProgram, ['which', external_node_path_default().basename(shim)], {
        cwd: '/',
        env: {
            ...managerVariables(environment),
            ...variables,
            PATH: absoluteEntries(environment.PATH).join((external_node_path_default()).delimiter),
            HOME: environment.HOME
        },
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
        ...user
    });
}
const LOCATIONS = /^(?:(?:MISE|RTX)_[A-Z_]+_(?:DIR|FILE)|ASDF_(?:DIR|DATA_DIR|CONFIG_FILE)|VOLTA_HOME|NODENV_ROOT|XDG_(?:CONFIG|DATA|CACHE|STATE)_HOME)$/;
function managerVariables(environment) {
    const workspaces = workspacesOf(environment);
    const isElsewhere = (place) => !workspaces.some(folder => isIn(folder, place));
    const variables = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || !LOCATIONS.test(name) || !external_node_path_default().isAbsolute(value))
            continue;
        if (bothPathsOf(value).every(isElsewhere))
            variables[name] = value;
    }
    return variables;
}
function workspacesOf({ GITHUB_WORKSPACE: workspace = '', HOME: home = '' }) {
    const homes = external_node_path_default().isAbsolute(home) ? bothPathsOf(home) : [];
    const workingDirectory = or_null_orNull(() => process.cwd()) ?? '';
    return [workingDirectory, workspace]
        .filter(folder => external_node_path_default().isAbsolute(folder))
        .flatMap(bothPathsOf)
        .filter(folder => !homes.some(one => isIn(folder, one)));
}
function bothPathsOf(place) {
    return [external_node_path_default().resolve(place), realPathOf(place)];
}
function isIn(folder, place) {
    return place === folder || place.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

;// CONCATENATED MODULE: ./src/core/programs/find-program.ts






const MAX_SHIMS = 3;
function findProgram(name, { environment, patience, user }) {
    if (patience === null)
        return searchPath(name, environment, null);
    return whileAsking({ ...patience, environment, user }, ask => searchPath(name, environment, ask));
}
async function searchPath(name, environment, ask) {
    let deadEnd = null;
    for (const folder of absoluteEntries(environment.PATH)) {
        const candidate = external_node_path_default().join(folder, name);
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
    const shim = shimAt(program);
    if (shim === null) {
        const wrapped = wrappedInHome(program, environment);
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
    const isExecutableFile = or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.accessSync)(candidate, external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(candidate).isFile();
    });
    return isExecutableFile ?? false;
}

;// CONCATENATED MODULE: ./src/core/claude/claude-command.ts
const OPTIONS = (/* unused pure expression or super */ null && ([
    ['--model', 'claude-sonnet-4-6'],
    ['--effort', 'low'],
    ['--no-session-persistence'],
    ['--no-chrome']
]));
function claude_command_claudeArguments(debugFile, unknown = new Set()) {
    const isKnown = (option) => !unknown.has(option[0] ?? '');
    return [...OPTIONS, ['--print', '.'], ['--debug-file', debugFile]].filter(isKnown).flat();
}
const LAST_VERSION_WITHOUT = new Map([
    ['--effort', '2.1.30'],
    ['--no-session-persistence', '2.0.0'],
    ['--no-chrome', '2.0.0'],
    ['--debug-file', '2.0.77']
]);
function claude_command_optionsUnknownTo(version) {
    const isUnknown = ([, last]) => version !== null && compareVersions(version, last) <= 0;
    return new Set([...LAST_VERSION_WITHOUT].filter(isUnknown).map(([option]) => option));
}
function compareVersions(a, b) {
    const [ours, theirs] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10)));
    const differences = (ours ?? []).map((part, index) => part - (theirs?.[index] ?? 0));
    return differences.find(difference => difference !== 0) ?? 0;
}
function claude_command_unknownOptionIn(stderr) {
    const name = /unknown option '(--[\w-]+)'/.exec(stderr)?.[1];
    return name !== undefined && LAST_VERSION_WITHOUT.has(name) ? name : null;
}

;// CONCATENATED MODULE: ./src/core/claude/find-claude.ts











async function find_claude_findClaude(environment, patience, user) {
    const found = await findProgram('claude', { environment, patience, ...(user === undefined ? {} : { user }) });
    if (found === null) {
        const why = `there is no \`claude\` on PATH${pathNote(environment.PATH)}`;
        throw new reasons/* RefreshError */.M4('claude-not-found', why);
    }
    if ('whyNot' in found)
        throw deadEndError(found);
    const real = realPathOf(found.program);
    const manifest = manifestIn(external_node_path_default().dirname(real)) ?? manifestIn(external_node_path_default().dirname(external_node_path_default().dirname(real)));
    const claude = { path: found.program, version: versionOf(real, manifest) };
    refuseOldNode(claude, real, manifest);
    return claude;
}
const MAX_MISTAKES = 3;
function pathNote(pathVariable = '') {
    if (pathVariable === '')
        return ': PATH is empty';
    const mistakes = pathVariable.split((external_node_path_default()).delimiter).flatMap(entry => mistakeInEntry(entry) ?? []);
    return ['', ...mistakes.slice(0, MAX_MISTAKES)].join('; ');
}
function mistakeInEntry(entry) {
    const where = `its entry ${(0,core_options/* quote */.hD)(entry)}`;
    const mistake = likelyMistakeIn(entry, where);
    if (mistake !== null || entry === '' || external_node_path_default().isAbsolute(entry) || !(0,external_node_fs_namespaceObject.existsSync)(external_node_path_default().join(entry, 'claude')))
        return mistake;
    return `${where} has a \`claude\`, but is relative, so it is not searched`;
}
function deadEndError(deadEnd) {
    const { manager } = deadEnd.shim;
    return new reasons/* RefreshError */.M4('claude-not-found', describeDeadEnd('claude', deadEnd), `Choose a version in ${manager} for your user, not only for a project, or put the folder of the program itself first on PATH ` +
        `(\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`). ${reasons/* NOT_SENT */.FY}`);
}
function versionOf(real, manifest) {
    const name = external_node_path_default().basename(real);
    if (/^\d+\.\d+\.\d+$/.test(name))
        return name;
    return typeof manifest?.version === 'string' ? manifest.version : null;
}
function manifestIn(folder) {
    const manifest = (0,json/* parseJson */.qF)(or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)(external_node_path_default().join(folder, 'package.json'), 'utf8')) ?? '');
    return (0,json/* isJsonObject */.OW)(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null;
}
const NATIVE_LAUNCHER = 'cli-wrapper.cjs';
function refuseOldNode({ version }, real, manifest) {
    if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test(shim_scriptHeadOrEmpty(real)))
        return;
    const engines = manifest?.engines;
    const required = (0,json/* isJsonObject */.OW)(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined;
    const ours = process.versions.node;
    if (required === undefined || compareVersions(ours, required) >= 0 || external_node_path_default().basename(real) === NATIVE_LAUNCHER)
        return;
    throw new reasons/* RefreshError */.M4('claude-failed', `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${required} or newer, but would run on Node ${ours}, the one that runs \`clr\``, `Install a \`claude\` that needs no Node (2.1.113 or newer), or run clr with Node ${required} or newer. ${reasons/* NOT_SENT */.FY}`);
}

;// CONCATENATED MODULE: external "node:crypto"
var external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./src/core/not-writable.ts


function notWritable(what, error) {
    return new reasons/* RefreshError */.M4('creds-not-writable', `${what}: ${(0,system_error/* explainSystemError */.Tr)(error)}`, (0,system_error/* remedyFor */.wJ)(error));
}
const NEEDS_FOLDER = '`clr` needs a folder of its own there';
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or delete it. ${reasons/* NOT_SENT */.FY}`;
    return new reasons/* RefreshError */.M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}

;// CONCATENATED MODULE: ./src/core/system/remove.ts


function removeIfPossible(entry) {
    const isRemoved = or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    });
    return isRemoved ?? false;
}

;// CONCATENATED MODULE: ./src/core/private-folder.ts








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
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
        return true;
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EEXIST')
            throw error;
        return false;
    }
}
function keepsModesIn(folder) {
    const probe = external_node_path_default().join(folder, `${DRY_RUN_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(probe, { mode: 0o700 });
        return ((0,external_node_fs_namespaceObject.lstatSync)(probe).mode & 0o777) === 0o700;
    }
    catch {
        return true;
    }
    finally {
        removeIfPossible(probe);
    }
}
function unlessGone(folder, work) {
    try {
        return work(folder);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw error;
        throw inTheWay(folder, NEEDS_FOLDER);
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
        if (((0,external_node_fs_namespaceObject.fstatSync)(fd).mode & 0o700) !== 0o700)
            tryToMakePrivate(fd);
        return isPrivate(fd);
    });
}
function tryToMakePrivate(fd) {
    or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.fchmodSync)(fd, 0o700);
    });
}
function whileOpen(folder, work) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(folder, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_DIRECTORY | external_node_fs_namespaceObject.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,external_node_fs_namespaceObject.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run`, `Have that user run \`clr recover\`, then delete the folder if it still exists. ${reasons/* NOT_SENT */.FY}`);
        }
        return work(fd);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,external_node_fs_namespaceObject.fstatSync)(fd).mode & 0o777) === 0o700;
}

;// CONCATENATED MODULE: ./src/core/unreadable.ts


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
    if (error instanceof reasons/* RefreshError */.M4 || !(error instanceof Error) || !('code' in error))
        return error;
    const why = `cannot read ${entry}: ${(0,system_error/* explainSystemError */.Tr)(error)}; ${what}`;
    const message = `${why}, so it was left as it is, and ${reasons/* NOT_SENT_HERE */.Al}`;
    return new reasons/* RefreshError */.M4('creds-unreadable', message, remedyOf(entry, error));
}
function remedyOf(entry, error) {
    if ((0,system_error/* errorCode */.CA)(error) === 'not a regular file')
        return `Move ${entry} away, or delete it.`;
    return (0,reasons/* withoutTokenNote */.eG)((0,system_error/* remedyFor */.wJ)(error) ?? (0,reasons/* outcomeOf */.sG)('creds-unreadable').remedy);
}

;// CONCATENATED MODULE: ./src/core/work-folder.ts











const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
const work_folder_REJECTION_RECORD = 'rejection.json';
function workFolderPath({ real }) {
    return `${real}.clr`;
}
class work_folder_WorkFolder {
    path;
    keepsModes;
    remover;
    constructor(path, keepsModes, remover = removeUnlessInUse) {
        this.path = path;
        this.keepsModes = keepsModes;
        this.remover = remover;
    }
    static open(file) {
        return work_folder_WorkFolder.openAt(workFolderPath(file));
    }
    static openAt(at) {
        const folder = work_folder_WorkFolder.#make(at);
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
        return work_folder_WorkFolder.#orCannotMake(at, () => {
            const { isMade, keepsModes } = borrowPrivateFolder(at);
            return new work_folder_WorkFolder(at, keepsModes, isMade ? removeMade : () => undefined);
        });
    }
    static #make(at) {
        return work_folder_WorkFolder.#orCannotMake(at, () => new work_folder_WorkFolder(at, makePrivateFolder(at)));
    }
    static #orCannotMake(at, open) {
        try {
            return open();
        }
        catch (error) {
            throw error instanceof reasons/* RefreshError */.M4 ? error : cannotMake(at, error);
        }
    }
    static find(file) {
        return work_folder_WorkFolder.findAt(workFolderPath(file));
    }
    static findAt(at) {
        const stats = statsOf(at);
        return stats === null ? null : new work_folder_WorkFolder(at, (stats.mode & 0o777) === 0o700);
    }
    static isInUse(file) {
        if (!work_folder_WorkFolder.exists(file))
            return false;
        const names = or_null_orNull(() => work_folder_WorkFolder.find(file)?.names()) ?? [];
        return names.length !== 1 || names[0] !== work_folder_REJECTION_RECORD;
    }
    static exists(file) {
        return statsOf(workFolderPath(file)) !== null;
    }
    at(name) {
        return external_node_path_default().join(this.path, name);
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
    names() {
        return orUnreadable(this.path, () => namesIn(this.path)).filter(name => name !== GITIGNORE);
    }
    writeRecord(name, content) {
        const staged = this.at(`${REPLACEMENT_PREFIX}${name}`);
        (0,external_node_fs_namespaceObject.rmSync)(staged, { force: true });
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(staged, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
            (0,external_node_fs_namespaceObject.renameSync)(staged, this.at(name));
        }
        catch (error) {
            removeIfPossible(staged);
            throw error;
        }
    }
    close() {
        this.remover(this);
    }
    hideFromGit() {
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,system_error/* errorCode */.CA)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function removeUnlessInUse(folder) {
    try {
        if (folder.names().length > 0)
            return;
        (0,external_node_fs_namespaceObject.rmSync)(folder.at(GITIGNORE), { force: true });
        (0,external_node_fs_namespaceObject.rmdirSync)(folder.path);
    }
    catch (error) {
        or_null_orNull(() => {
            if ((0,system_error/* errorCode */.CA)(error) === 'ENOTEMPTY')
                folder.hideFromGit();
        });
    }
}
const MAX_REMOVALS = 20;
const REMOVE_AGAIN_AFTER_MS = 10;
function removeMade(folder) {
    or_null_orNull(() => {
        for (let removals = 1;; removals += 1) {
            try {
                (0,external_node_fs_namespaceObject.rmdirSync)(folder.path);
                return;
            }
            catch (error) {
                const isOfDryRuns = namesIn(folder.path).every(name => name.startsWith(DRY_RUN_PREFIX));
                if ((0,system_error/* errorCode */.CA)(error) !== 'ENOTEMPTY' || !isOfDryRuns || removals === MAX_REMOVALS)
                    return;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REMOVE_AGAIN_AFTER_MS);
            }
        }
    });
}
function statsOf(folder) {
    return orUnreadable(folder, () => unlessMissing(() => (0,external_node_fs_namespaceObject.lstatSync)(folder)));
}
function newReplacementPathIn(folder) {
    return external_node_path_default().join(folder, `${REPLACEMENT_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}.json`);
}
function work_folder_isPairWaiting(file) {
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
    return orUnreadable(folder, () => namesIn(folder))
        .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
        .map(name => external_node_path_default().join(folder, name));
}
function cannotMake(folder, error) {
    return notWritable(`cannot write in ${external_node_path_default().dirname(folder)}, where the new tokens have to be stored`, error);
}

;// CONCATENATED MODULE: ./src/core/credentials/plausible-date.ts
const EARLIEST_MS = Date.UTC(2020, 0);
const LATEST_MS = Date.UTC(2100, 0);
function millisecondsOf(value) {
    return plausible(numberOf(value));
}
function momentOf(value) {
    return millisecondsOf(value) ?? plausible(numberOf(value) * 1000) ?? plausible(isoOf(value));
}
function plausible(ms) {
    return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}
function numberOf(value) {
    if (typeof value === 'string' && /^\d+(\.\d*)?$/.test(value))
        return Number(value);
    return typeof value === 'number' ? value : Number.NaN;
}
function isoOf(value) {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
}

;// CONCATENATED MODULE: ./src/core/credentials/credentials.ts




function parseLogin(text) {
    return loginOf(parseDocument(text));
}
function loginOf(document) {
    const fields = fieldsIn(document);
    refuseBlanked(fields);
    const accessToken = parseToken(fields, 'accessToken');
    const loginExpiresAtMs = momentOf(fields.refreshTokenExpiresAt);
    const facts = { accessToken, loginExpiresAtMs, fields, document };
    if (isBlank(fields.refreshToken))
        return { ...facts, refreshToken: null, expiresAtMs: momentOf(fields.expiresAt) };
    const refreshToken = parseToken(fields, 'refreshToken');
    return { ...facts, refreshToken, expiresAtMs: millisecondsOf(fields.expiresAt) };
}
function loginOrNull(document) {
    return or_null_orNull(() => loginOf(document));
}
function kindWithoutLogin(text) {
    const document = (0,json/* parseJson */.qF)(text);
    if (!(0,json/* isJsonObject */.OW)(document))
        return bareTokenIn(text) === 'api' ? 'api-key' : 'other';
    const { claudeAiOauth: fields } = document;
    if (fields === undefined)
        return isApiKeyIn(document) ? 'api-key' : 'other';
    return (0,json/* isJsonObject */.OW)(fields) && isBlanked(fields) ? 'blanked' : 'other';
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty', CHECK_FILE);
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text', SAVE_AS_UTF8);
    const document = (0,json/* parseJson */.qF)(text);
    if ((0,json/* isJsonObject */.OW)(document))
        return document;
    if ((0,json/* isNestedTooDeep */.kq)(text))
        throw invalid(`the file nests its JSON more than ${json/* MAX_JSON_DEPTH */.KX} levels deep`, MOVE_AWAY);
    const bare = bareTokenIn(text);
    if (bare === 'api')
        throw invalid('the file holds an API key, which needs no refresh', NEEDS_LOGIN);
    if (bare !== undefined)
        throw invalid('the file holds only a token, not the JSON that `claude` stores at sign-in', NEEDS_LOGIN);
    if (document !== undefined)
        throw invalid(`the file must be a JSON object, not ${kind(document)}`, MOVE_AWAY);
    throw invalid('the file is not JSON', isOtherFile(text) ? NEEDS_LOGIN : MOVE_AWAY);
}
function isOtherFile(text) {
    return (0,json/* parseJson */.qF)(text) === undefined && !text.trimStart().startsWith('{');
}
function fieldsIn(document) {
    const fields = document.claudeAiOauth;
    if ((0,json/* isJsonObject */.OW)(fields))
        return fields;
    if (fields !== undefined)
        throw invalid(`claudeAiOauth must be an object, not ${kind(fields)}`);
    if (isApiKeyIn(document))
        throw invalid('the file holds an API key, which needs no refresh', NEEDS_LOGIN);
    if ('accessToken' in document)
        throw invalid('the tokens must be inside an object named claudeAiOauth', CHECK_FILE);
    throw invalid('claudeAiOauth is missing: the file holds no subscription login', CHECK_FILE);
}
function bareTokenIn(text) {
    return /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
}
function isApiKeyIn(document) {
    return ['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document);
}
function refuseBlanked(fields) {
    if (isBlanked(fields))
        throw invalid(BLANKED);
}
const BLANKED = 'both tokens are empty; `claude` clears them when the login is rejected or you log out';
function isBlanked({ accessToken, refreshToken }) {
    return accessToken === '' && refreshToken === '';
}
function isBlank(value) {
    return value == null || (typeof value === 'string' && value.trim() === '');
}
function parseToken(fields, name) {
    const value = fields[name];
    if (value === undefined)
        throw invalid(`claudeAiOauth.${name} is missing`);
    if (typeof value !== 'string')
        throw invalid(`claudeAiOauth.${name} must be a string, not ${kind(value)}`);
    if (value.trim() === '')
        throw invalid(`claudeAiOauth.${name} is blank`);
    if (!isToken(value)) {
        throw invalid(`claudeAiOauth.${name} must not contain spaces or non-ASCII characters`);
    }
    return value;
}
function isToken(value) {
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
function invalid(sentence, remedy) {
    return new reasons/* RefreshError */.M4('creds-invalid', sentence, remedy);
}
const SAVE_AS_UTF8 = 'Save it as UTF-8, without a byte order mark.';
const MOVE_AWAY = `Check the path, or move this file away and sign in ${reasons/* WITH_CLR_LOGIN */.xZ}.`;
const CHECK_FILE = `Check whether this is the right file, or sign in ${reasons/* WITH_CLR_LOGIN */.xZ}.`;
const NEEDS_LOGIN = 'Give the path of a file with a subscription login. `clr login` makes one.';
function kind(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'string')
        return 'a string';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

// EXTERNAL MODULE: ./src/core/times.ts
var core_times = __nccwpck_require__(357);
;// CONCATENATED MODULE: ./src/core/credentials/validity.ts


function isGoodFor({ expiresAtMs }, ms) {
    return expiresAtMs !== null && expiresAtMs - Date.now() > ms;
}
function validity_isValidAsAsked(login, minValidityMs) {
    return minValidityMs > 0 && isGoodFor(login, minValidityMs);
}
function isUsable({ refreshToken, expiresAtMs }, nowMs = Date.now()) {
    return refreshToken !== null || expiresAtMs === null || expiresAtMs > nowMs;
}
function describeValidity({ expiresAtMs }) {
    if (expiresAtMs === null)
        return 'the expiry of its access token is not known';
    return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired on'} ${(0,core_times/* describeMoment */.oL)(expiresAtMs, Date.now())}`;
}
function describeTokenValidity(login) {
    return isGoodFor(login, 0) ? `its access token is ${describeValidity(login)}` : describeValidity(login);
}
function whyNotUsed({ fields: { scopes } }) {
    const isUsed = (typeof scopes === 'string' || Array.isArray(scopes)) && scopes.includes('user:inference');
    return isUsed ? null : '`claude` ignores this login because "user:inference" is missing from claudeAiOauth.scopes';
}
function validity_refuseUnrefreshable(where, login, minValidityMs) {
    if (login?.refreshToken === null && !validity_isValidAsAsked(login, minValidityMs))
        throw validity_cannotRefresh(where, login);
}
function validity_cannotRefresh(where, login) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null) {
        const what = `${where}: this login has no refresh token, so it cannot be refreshed`;
        return new reasons/* RefreshError */.M4('creds-invalid', `${what}; ${describeValidity(login)}`, GO_ON);
    }
    const what = `${where}: this login has no refresh token`;
    if (expiresAtMs > Date.now()) {
        return new reasons/* RefreshError */.M4('creds-invalid', `${what}, and needs none until ${(0,core_times/* describeMoment */.oL)(expiresAtMs, Date.now())}`, NOT_YET);
    }
    return new reasons/* RefreshError */.M4('creds-invalid', `${what}, so it cannot be refreshed; ${describeValidity(login)}`, MAKE_A_NEW_ONE);
}
const NOT_YET = 'If the run should succeed until then, set `--min-validity` to less than the remaining time. Make a new token with `claude setup-token` before that date. For a login that can be refreshed, sign in with `clr login`.';
const GO_ON = 'Use the access token as it is. If it is rejected, make a new one with `claude setup-token`.';
const MAKE_A_NEW_ONE = 'Make a new token with `claude setup-token`. For a login that can be refreshed, sign in with `clr login`.';

;// CONCATENATED MODULE: ./src/core/credentials/credentials-file.ts








const MAX_CREDENTIALS_BYTES = 1024 * 1024;
const MAX_CREDENTIALS_SIZE = '1 MiB';
function credentials_file_readLogin(file) {
    const { text, stats } = readCredentialsText(file);
    try {
        return { ...parseLogin(text), stats };
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw new reasons/* RefreshError */.M4(error.reason, `${file.given}: ${error.message}`, error.remedy);
        throw error;
    }
}
function readCredentialsText(file) {
    const { bytes, stats } = readContent(file);
    return { text: decode(file, bytes), stats };
}
function credentials_file_readGoodLogin(file) {
    try {
        const login = credentials_file_readLogin(file);
        return isUsable(login) ? login : null;
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function credentials_file_readBeforeLock(file) {
    return work_folder_WorkFolder.isInUse(file) ? credentials_file_readGoodLogin(file) : credentials_file_readLogin(file);
}
function readContent(file) {
    try {
        return readRegularFile(file.real, MAX_CREDENTIALS_BYTES);
    }
    catch (error) {
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOENT')
            throw new reasons/* RefreshError */.M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const what = `${file.given} is larger than ${MAX_CREDENTIALS_SIZE}; a credentials file is only a few kB`;
            throw new reasons/* RefreshError */.M4('creds-invalid', what, 'Give the path of the credentials file.');
        }
        const why = `${(0,system_error/* explainSystemError */.Tr)(error)}${ownerNote(file, code)}`;
        throw new reasons/* RefreshError */.M4('creds-unreadable', `cannot read ${file.given}: ${why}`, (0,system_error/* remedyFor */.wJ)(error));
    }
}
function ownerNote({ real }, code) {
    const owner = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(real).uid);
    const uid = process.geteuid?.();
    if (code !== 'EACCES' || owner === null || owner === uid)
        return '';
    return `: it belongs to uid ${owner}, and this run acts as uid ${uid ?? '?'}`;
}
function decode(file, bytes) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw new reasons/* RefreshError */.M4('creds-invalid', `${file.given} is in UTF-16`, SAVE_AS_UTF8);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new reasons/* RefreshError */.M4('creds-invalid', `${file.given} is not UTF-8 text`, SAVE_AS_UTF8);
    }
}

;// CONCATENATED MODULE: ./src/core/credentials/fingerprint.ts

function fingerprint_fingerprint({ accessToken, refreshToken }) {
    return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`);
}
function isAccessTokenOf(accessToken, pairFingerprint) {
    return pairFingerprint.startsWith(digest(accessToken));
}
function digest(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: external "node:perf_hooks"
var external_node_perf_hooks_namespaceObject = require("node:perf_hooks");
;// CONCATENATED MODULE: ./src/core/deadline.ts

const LONGEST_TIMER_MS = 2 ** 31 - 1;
class deadline_Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = external_node_perf_hooks_namespaceObject.performance.now()) {
        return new deadline_Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - external_node_perf_hooks_namespaceObject.performance.now());
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

;// CONCATENATED MODULE: ./src/core/locks/cli-lock-paths.ts




const CLI_FILE_NAME = '.credentials.json';
function cliLocksFor(file) {
    return configFoldersOf(file).flatMap(cliLocksIn);
}
function cliLocksIn(configFolder) {
    return [
        { path: external_node_path_default().join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
        { path: `${configFolder}.lock`, configFolder, isLegacy: true }
    ];
}
function isCliFile(file) {
    return external_node_path_default().basename(file) === CLI_FILE_NAME;
}
function storeLockPaths(file) {
    return configFoldersOf(file).map(configFolder => external_node_path_default().join(configFolder, '.storage-write.lock'));
}
function configFoldersOf({ given, real }) {
    const files = [given, real].filter(isCliFile);
    return [...new Set(files.flatMap(file => or_null_orNull(() => (0,external_node_fs_namespaceObject.realpathSync)(external_node_path_default().dirname(file))) ?? []))];
}
function isForeign({ path: lockPath, configFolder }) {
    const owner = (0,external_node_fs_namespaceObject.lstatSync)(lockPath, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && ![process.geteuid?.(), 0, (0,external_node_fs_namespaceObject.statSync)(configFolder).uid].includes(owner);
}
function describeObstacle(lockPath) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(lockPath, { throwIfNoEntry: false });
    if (stats === undefined)
        return null;
    if (stats.isDirectory())
        return isEmpty(lockPath) ? null : 'a folder that is not empty';
    return stats.isSymbolicLink() ? 'a link' : 'a file';
}
function refuseObstacle(lockPath) {
    const what = describeObstacle(lockPath);
    if (what !== null)
        throw inTheWay(lockPath, `it is ${what}, but \`claude\` needs an empty folder there as its lock`);
}
function isEmpty(folder) {
    return (or_null_orNull(() => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? []).length === 0;
}

;// CONCATENATED MODULE: ./src/core/locks/cli-lock-record.ts









const RECORD = 'cli-locks.jsonl';
function makeRecordedLock(lockPath, folder) {
    if (external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined)
        return false;
    try {
        external_node_fs_default().mkdirSync(lockPath);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) === 'EEXIST')
            return false;
        throw error;
    }
    try {
        external_node_fs_default().appendFileSync(folder.at(RECORD), `${JSON.stringify(lockIdentity(lockPath))}\n`, { mode: 0o600 });
        return true;
    }
    catch (error) {
        removeLock(lockPath);
        throw notWritable(`cannot write in ${folder.path}`, error);
    }
}
function removeLockRecord(folder) {
    removeIfPossible(folder.at(RECORD));
}
function removeLocksOfKilledRun(folder) {
    for (const line of readLockRecord(folder).split('\n')) {
        const recorded = parseLockIdentity((0,json/* parseJson */.qF)(line));
        if (recorded !== null && isStillThere(recorded))
            removeLock(recorded.path);
    }
    removeLockRecord(folder);
}
function readLockRecord(folder) {
    const record = folder.at(RECORD);
    return orUnreadable(record, () => read_readTextIfExists(record)) ?? '';
}
function recordedLocks(folder) {
    const recorded = (or_null_orNull(() => readLockRecord(folder)) ?? '')
        .split('\n')
        .map(line => parseLockIdentity((0,json/* parseJson */.qF)(line)));
    return recorded.flatMap(lock => (lock !== null && isStillThere(lock) ? [lock.path] : []));
}
function removeLock(lockPath) {
    or_null_orNull(() => {
        external_node_fs_default().rmdirSync(lockPath);
    });
}
function parseLockIdentity(value) {
    if (!(0,json/* isJsonObject */.OW)(value))
        return null;
    const { path: lockPath, ino, bornNs } = value;
    if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string')
        return null;
    return external_node_path_default().isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null;
}
function isStillThere(recorded) {
    const now = or_null_orNull(() => lockIdentity(recorded.path));
    return now?.ino === recorded.ino && now.bornNs === recorded.bornNs && now.bornNs !== '0';
}
function lockIdentity(lockPath) {
    const { ino, birthtimeNs } = external_node_fs_default().lstatSync(lockPath, { bigint: true });
    return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) };
}

;// CONCATENATED MODULE: ./src/core/system/process-table.ts



function startInRecord(record) {
    return processInStat(record)?.start ?? new RegExp(`^\\d+ (${PS_DATE})\\s*$`).exec(record)?.[1] ?? null;
}
const linuxProcesses = {
    scope: () => ({
        bootId: or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
        pidNamespace: or_null_orNull(() => (0,external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid'))
    }),
    see: pid => processInStat(or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'utf8')) ?? ''),
    recordInShell: 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi'
};
function processInStat(stat) {
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const start = stat.includes(')') ? fields[18]?.trim() : undefined;
    return start === undefined ? null : { start, isZombie: state === 'Z' };
}
const PS = '/bin/ps';
const SYSCTL = '/usr/sbin/sysctl';
const PS_DATE = String.raw `\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}`;
function darwinProcesses(ask = outputOf) {
    let bootId = null;
    return {
        scope: () => {
            bootId ??= ask(SYSCTL, ['-n', 'kern.bootsessionuuid']);
            return { bootId, pidNamespace: 'darwin' };
        },
        see: pid => processInPs(ask(PS, ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]) ?? ''),
        recordInShell: `stat="$$ $(LC_ALL=C TZ=UTC ${PS} -o lstart= -p $$)"`
    };
}
function processInPs(line) {
    const [, state, start] = new RegExp(`^(\\S+) +(${PS_DATE})$`).exec(line) ?? [];
    return state === undefined || start === undefined ? null : { start, isZombie: state.startsWith('Z') };
}
const TIMEOUT_MS = 5000;
function outputOf(program, args) {
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    const { status, stdout } = (0,external_node_child_process_namespaceObject.spawnSync)(program, args, { env, encoding: 'utf8', timeout: TIMEOUT_MS });
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

;// CONCATENATED MODULE: ./src/core/system/process-identity.ts



const PROCESSES = process.platform === 'darwin' ? darwinProcesses() : linuxProcesses;
const RECORD_IN_SHELL = PROCESSES.recordInShell;
function ownIdentity() {
    ownStart ??= PROCESSES.see(process.pid)?.start ?? null;
    return { pid: process.pid, startTicks: ownStart, ...PROCESSES.scope() };
}
let ownStart = null;
function identityOf(pid, processes = PROCESSES) {
    const seen = pid > 1 ? processes.see(pid) : null;
    return seen === null ? null : { pid, startTicks: seen.start, ...processes.scope() };
}
function identityFromStat(stat, scope = PROCESSES.scope()) {
    const pid = Number.parseInt(stat, 10);
    if (!Number.isSafeInteger(pid) || pid <= 1)
        return null;
    return { pid, startTicks: startInRecord(stat), bootId: scope.bootId, pidNamespace: scope.pidNamespace };
}
function isAlive(identity, processes = PROCESSES) {
    const { pid, bootId, pidNamespace, startTicks } = identity;
    const scope = processes.scope();
    if (bootId === null || bootId !== scope.bootId || pidNamespace === null || startTicks === null)
        return 'unknown';
    if (pidNamespace !== scope.pidNamespace)
        return 'unknown';
    const seen = processes.see(pid);
    if (seen === null)
        return isGone(pid) ? 'no' : 'unknown';
    return seen.start === startTicks && !seen.isZombie ? 'yes' : 'no';
}
function isGone(pid) {
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return (0,system_error/* errorCode */.CA)(error) === 'ESRCH';
    }
}
function parseIdentity(value) {
    if (!(0,json/* isJsonObject */.OW)(value))
        return null;
    const { pid, startTicks, bootId, pidNamespace } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1)
        return null;
    return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) };
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}

;// CONCATENATED MODULE: ./src/core/locks/cli-owner-record.ts







const SAME_BIRTH_MS = 0.01;
function ownerOf(lock) {
    const bornMs = birthOf(lock);
    const record = (0,json/* parseJson */.qF)(read_readTextOrEmpty(recordPath(lock)));
    if (!(0,json/* isJsonObject */.OW)(record))
        return null;
    const recordedMs = lock.isLegacy ? record.legacyLockBirthtimeMs : record.lockBirthtimeMs;
    const { pid } = record;
    if (typeof recordedMs !== 'number' || bornMs <= 0 || Math.abs(recordedMs - bornMs) > SAME_BIRTH_MS)
        return null;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 2)
        return null;
    const identity = identityIn(record, pid);
    if (identity === null)
        return { pid, isElsewhere: true, isAlive: false, isDead: false };
    const alive = isAlive(identity);
    return { pid, isElsewhere: false, isAlive: alive === 'yes', isDead: alive === 'no' };
}
function removeOwnerRecord(lock) {
    or_null_orNull(() => {
        (0,external_node_fs_namespaceObject.rmSync)(recordPath(lock), { force: true });
    });
}
function birthOf({ path: lockPath }) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(lockPath).birthtimeMs) ?? 0;
}
function recordPath({ configFolder }) {
    return external_node_path_default().join(configFolder, '.oauth_refresh.lock.owner');
}
function identityIn({ procStart, pidDomain, pidSpace }, pid) {
    const { bootId, pidNamespace } = ownIdentity();
    const startTicks = typeof procStart === 'string' ? procStart : null;
    if (process.platform !== 'linux')
        return { pid, startTicks: null, bootId: null, pidNamespace: null };
    const isHere = pidDomain === `linux:${machineId()}:${pidNamespace ?? ''}` &&
        pidSpace === `${(0,external_node_os_namespaceObject.hostname)()}${pidNamespace === null ? '' : `#${pidNamespace}`}`;
    return isHere ? { pid, startTicks, bootId, pidNamespace } : null;
}
function machineId() {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.readFileSync)('/etc/machine-id', 'utf8').trim()) ?? '';
}

;// CONCATENATED MODULE: ./src/core/locks/renewed-locks.ts




const RENEW_EVERY_MS = 2000;
const LOOK_EVERY_MS = 50;
const JUMP_MS = 1000;
class RenewedLocks {
    #renewedAtMs = new Map();
    #lastRoundMs = external_node_perf_hooks_namespaceObject.performance.now();
    #driftMs = driftMs();
    #isLost = false;
    #renewal;
    add(lockPath) {
        this.#renewedAtMs.set(lockPath, Date.now());
        this.#renew(lockPath);
        this.#renewal ??= setInterval(() => {
            this.#renewWhenDue();
        }, LOOK_EVERY_MS).unref();
    }
    has(lockPath) {
        return this.#renewedAtMs.has(lockPath);
    }
    isLost() {
        this.#renewAll();
        return this.#isLost;
    }
    release() {
        clearInterval(this.#renewal);
        for (const lockPath of [...this.#renewedAtMs.keys()].reverse())
            if (this.#isOurs(lockPath))
                removeLock(lockPath);
    }
    #renewWhenDue() {
        const isDue = external_node_perf_hooks_namespaceObject.performance.now() - this.#lastRoundMs > RENEW_EVERY_MS;
        if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS)
            this.#renewAll();
    }
    #renewAll() {
        this.#lastRoundMs = external_node_perf_hooks_namespaceObject.performance.now();
        this.#driftMs = driftMs();
        for (const lockPath of this.#renewedAtMs.keys()) {
            if (this.#isOurs(lockPath))
                this.#renew(lockPath);
            else
                this.#isLost = true;
        }
    }
    #renew(lockPath) {
        or_null_orNull(() => {
            const nowMs = Date.now() + 1 - Math.min(0, driftMs());
            external_node_fs_default().utimesSync(lockPath, nowMs / 1000, nowMs / 1000);
            this.#renewedAtMs.set(lockPath, nowMs);
        });
    }
    #isOurs(lockPath) {
        const mtimeMs = or_null_orNull(() => external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        if (mtimeMs === null)
            return true;
        return Math.abs(mtimeMs - (this.#renewedAtMs.get(lockPath) ?? 0)) < RENEW_EVERY_MS;
    }
}
function driftMs() {
    return Date.now() - (external_node_perf_hooks_namespaceObject.performance.timeOrigin + external_node_perf_hooks_namespaceObject.performance.now());
}

;// CONCATENATED MODULE: ./src/core/locks/cli-locks.ts









const NOT_WRITABLE_CODES = new Set(['EACCES', 'EPERM', 'EROFS']);
class CliLocks {
    folder;
    watch;
    #held = new RenewedLocks();
    #warnings = [];
    constructor(folder, watch) {
        this.folder = folder;
        this.watch = watch;
    }
    get warnings() {
        return this.#warnings;
    }
    tryTake(lock) {
        try {
            const warning = whyIgnored(lock);
            if (warning !== null) {
                this.#warnings.push(warning);
                return true;
            }
            const isMade = makeRecordedLock(lock.path, this.folder);
            if (isMade)
                this.#held.add(lock.path);
            else
                this.#removeIfAbandoned(lock);
            return isMade;
        }
        catch (error) {
            this.#warnings.push(warningIfNotWritable(lock, error));
            return true;
        }
    }
    removeOwnerRecord(lock) {
        if (this.#held.has(lock.path))
            removeOwnerRecord(lock);
    }
    isLost() {
        return this.#held.isLost();
    }
    release() {
        this.#held.release();
        removeLockRecord(this.folder);
    }
    #removeIfAbandoned(lock) {
        const owner = ownerOf(lock);
        if (owner?.isAlive === true)
            return;
        if (owner?.isDead !== true && !this.watch.isAbandoned(lock.path))
            return;
        unlessMissing(() => {
            external_node_fs_default().rmdirSync(lock.path);
        });
    }
}
function whyIgnored(lock) {
    if (isForeign(lock))
        return `${lock.path} belongs to another user, so it cannot be a lock of your \`claude\` sessions and was ignored`;
    refuseObstacle(lock.path);
    return null;
}
function warningIfNotWritable(lock, error) {
    if (error instanceof reasons/* RefreshError */.M4)
        throw error;
    if (NOT_WRITABLE_CODES.has((0,system_error/* errorCode */.CA)(error)))
        return notTakenWarning(lock, error);
    throw notWritable(`cannot take the lock ${lock.path}`, error);
}
function notTakenWarning({ path, isLegacy }, error) {
    const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`';
    return `cannot take the lock ${path}: ${(0,system_error/* explainSystemError */.Tr)(error)}; ${who} can refresh the same login at the same time`;
}

;// CONCATENATED MODULE: ./src/core/shell-line.ts
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

;// CONCATENATED MODULE: ./src/core/credentials/path-errors.ts








function refuseUnlessFile(given, stats) {
    if (stats.isFile())
        return;
    if (stats.isDirectory())
        throw isFolder(given);
    const what = `${given} is ${fileKind(stats)}, so new tokens could not be stored in it`;
    throw new reasons/* RefreshError */.M4('creds-invalid', what, 'Put the credentials into a regular file, and give its path.');
}
function isFolder(given) {
    const inside = external_node_path_default().join(given, '.credentials.json');
    const isEmpty = or_null_orNull(() => (0,external_node_fs_namespaceObject.readdirSync)(given).length === 0) ?? false;
    if (!isEmpty || external_node_path_default().extname(given) !== '.json') {
        const remedy = (0,external_node_fs_namespaceObject.existsSync)(inside) ? `Give the path of the file in it, ${inside}.` : 'Give the path of a file.';
        return new reasons/* RefreshError */.M4('creds-invalid', `${given} is a folder, not a credentials file`, remedy);
    }
    const what = `${given} is an empty folder, not a credentials file: docker creates one if the file to mount does not exist`;
    const remedy = 'On the host, remove it with `rmdir` and put the file there. Then mount the folder of the file instead.';
    return new reasons/* RefreshError */.M4('creds-invalid', what, remedy);
}
function fileKind(stats) {
    if (stats.isFIFO())
        return 'a pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function cannotResolve(given, name, error) {
    const code = (0,system_error/* errorCode */.CA)(error);
    if (code === 'ENOENT' && isLink(given)) {
        const remedy = 'Create the file that the link points to, or remove the link.';
        return new reasons/* RefreshError */.M4('creds-not-found', `${given} is a link to a file that does not exist`, remedy);
    }
    if (code === 'ENOTDIR') {
        const file = external_node_path_default().dirname((0,system_error/* failedPath */.hZ)(error) ?? given);
        const what = `no credentials file at ${given}: ${file} is a file, not a folder`;
        return new reasons/* RefreshError */.M4('creds-not-found', what, 'Fix the path, then run it again.');
    }
    if (code === 'ENOENT')
        return missing(given, name);
    return code === 'ENAMETOOLONG' ? tooLong(name) : unreachable(given, error);
}
function missing(given, name) {
    const variable = name === CREDS ? '' : ` (${name})`;
    const what = `no credentials file at ${given}${variable}`;
    const mistake = likelyMistakeIn(given);
    if (mistake !== null)
        return new reasons/* RefreshError */.M4('creds-not-found', `${what}; ${mistake}`, 'Fix the path, then run it again.');
    const isLeft = or_null_orNull(() => work_folder_WorkFolder.isInUse({ given, real: given })) === true;
    if (!isLeft)
        return new reasons/* RefreshError */.M4('creds-not-found', what, isDefault(given) ? undefined : CHECK_PATH);
    const remedy = `Run \`${shellLine(['clr', 'status', given])}\`: it says what was left, and what to do with it.`;
    return new reasons/* RefreshError */.M4('creds-not-found', `${what}; an earlier run left something in ${given}.clr`, remedy);
}
const CHECK_PATH = `Check the path, or sign in ${reasons/* WITH_CLR_LOGIN */.xZ}.`;
function isDefault(given) {
    return or_null_orNull(() => typed_path_absolutePath(currentAccountFile(process.env).text)) === given;
}
function isLink(given) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(given).isSymbolicLink()) ?? false;
}
function unreachable(given, error) {
    const at = (0,system_error/* failedPath */.hZ)(error) ?? given;
    const code = (0,system_error/* errorCode */.CA)(error);
    const folder = external_node_path_default().dirname(at);
    let why = (0,system_error/* explainSystemError */.Tr)(error);
    let remedy = (0,system_error/* remedyFor */.wJ)(error);
    if (code === 'ELOOP')
        why = `the link ${at} leads back to itself (ELOOP)`;
    if (code === 'EACCES') {
        why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${describeOwner(folder)} (EACCES)`;
        remedy = `Let this user enter that folder, or keep the file elsewhere. ${reasons/* NOT_SENT */.FY}`;
    }
    return new reasons/* RefreshError */.M4('creds-unreadable', `cannot reach ${given}: ${why}`, remedy);
}
function describeOwner(folder) {
    const stats = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(folder));
    return stats === null ? '' : ` (owner uid ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(3, '0')})`;
}

;// CONCATENATED MODULE: ./src/core/credentials/credentials-path.ts






function findCredentialsFile(given, name = CREDS) {
    try {
        const real = (0,external_node_fs_namespaceObject.realpathSync)(given);
        refuseUnlessFile(given, (0,external_node_fs_namespaceObject.statSync)(real));
        if (isTooLong(real))
            throw tooLong(name);
        return { given, real };
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw cannotResolve(given, name, error);
    }
}
function findPlace(given) {
    const file = or_null_orNull(() => findCredentialsFile(given));
    if (file !== null)
        return file;
    const folder = external_node_path_default().dirname(given);
    return (0,external_node_fs_namespaceObject.existsSync)(folder) ? { given, real: external_node_path_default().join((0,external_node_fs_namespaceObject.realpathSync)(folder), external_node_path_default().basename(given)) } : null;
}
function findIfMoved({ given, real }) {
    const now = or_null_orNull(() => findCredentialsFile(given));
    return now?.real === real ? null : now;
}

;// CONCATENATED MODULE: ./src/core/system/file-system.ts



const NETWORK_TYPES = new Set([
    0x6969,
    0x517b,
    0xff534d42,
    0xfe534d42,
    0x01021997,
    0x65735546,
    0x5346414f,
    0x6b414653,
    0x73757245,
    0x00c36400,
    0x0bd00bd0,
    0x47504653,
    0x19830326,
    0x01161970,
    0x7461636f,
    0x786f4256
]);
function isOnNetwork(entry) {
    if (process.platform !== 'linux')
        return false;
    const type = or_null_orNull(() => (0,external_node_fs_namespaceObject.statfsSync)(entry).type);
    return type === null || NETWORK_TYPES.has(type >>> 0);
}
function isMountPoint(file) {
    const mounts = read_readTextIfExists('/proc/self/mountinfo') ?? '';
    return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./src/core/locks/lock-watch.ts




const ABANDONED_AFTER_MS = 20_000;
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000;
const MAX_GAP_MS = 5000;
class LockWatch {
    #looks = new Map();
    isAbandoned(lockPath) {
        const unrenewedMs = this.look(lockPath);
        if (unrenewedMs <= ABANDONED_AFTER_MS)
            return false;
        return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !isOnNetwork(lockPath);
    }
    look(lockPath) {
        const nowMs = external_node_perf_hooks_namespaceObject.performance.now();
        const mtimeNs = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(lockPath, { bigint: true }).mtimeNs);
        const before = this.#looks.get(lockPath);
        if (mtimeNs === null) {
            this.#looks.delete(lockPath);
            return 0;
        }
        const isSame = before?.mtimeNs === mtimeNs && nowMs - before.lastMs <= MAX_GAP_MS;
        const sinceMs = isSame ? before.sinceMs : nowMs;
        this.#looks.set(lockPath, { mtimeNs, sinceMs, lastMs: nowMs });
        return nowMs - sinceMs;
    }
}

;// CONCATENATED MODULE: ./src/core/system/who-else-may-write.ts



function whoElseMayWrite({ uid: owner, gid, mode }, uid) {
    if (owner !== uid && owner !== 0)
        return 'owner';
    if ((mode & 0o002) !== 0)
        return 'everybody';
    return (mode & 0o020) !== 0 && gid !== 0 ? 'group' : null;
}
function hasOtherMembers(gid, uid) {
    if (process.platform !== 'linux')
        return true;
    const [passwd, group] = [linesOf('passwd'), linesOf('group', gid)];
    if (passwd === null || group === null)
        return true;
    const users = passwd.map(([name = '', , id, primary]) => ({ name, uid: Number(id), gid: Number(primary) }));
    const own = new Set(users.filter(user => user.uid === uid || user.uid === 0).map(({ name }) => name));
    const listed = group.flatMap(([, , id, members = '']) => (Number(id) === gid ? members.split(',') : []));
    const primary = users.filter(user => user.gid === gid).map(({ name }) => name);
    return [...listed, ...primary].some(name => name !== '' && !own.has(name));
}
const MAX_BYTES = 64 * 1024 * 1024;
const who_else_may_write_TIMEOUT_MS = 5000;
function linesOf(database, key) {
    const { error, stdout } = (0,external_node_child_process_namespaceObject.spawnSync)('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
        encoding: 'utf8',
        env: {},
        maxBuffer: MAX_BYTES,
        timeout: who_else_may_write_TIMEOUT_MS
    });
    if (error !== undefined && (0,system_error/* errorCode */.CA)(error) !== 'ENOENT')
        return null;
    const text = error === undefined ? stdout : read_readTextOrEmpty(`/etc/${database}`);
    return text.split('\n').map(line => line.split(':'));
}

;// CONCATENATED MODULE: ./src/core/credentials/why-others-may-write.ts





function whyOthersMayWrite(file) {
    const folder = external_node_path_default().dirname(file.real);
    const stats = (0,external_node_fs_namespaceObject.statSync)(folder);
    const uid = process.geteuid?.() ?? stats.uid;
    const who = whoElseMayWrite(stats, uid);
    if (who === 'owner' && uid === 0) {
        return unsafe(`${folder} belongs to uid ${stats.uid}; root must act as that user there, but could not: that user must be able to reach the folder and run \`claude\``, `Mount it where that user can reach it (not below /root), and install \`claude\` for everybody. Or run the container with \`--user ${stats.uid}\`.`);
    }
    if (who === 'owner') {
        return unsafe(`${folder} belongs to uid ${stats.uid}, who could replace the credentials`, OWN_FOLDER);
    }
    if (isSticky(stats))
        return whySticky(file, uid);
    if (who === 'everybody')
        return unsafe(`anyone can write to ${folder}, and so could replace the credentials`, chmod('go-w', folder));
    const isShared = who === 'group' && hasOtherMembers(stats.gid, uid);
    return isShared
        ? unsafe(`group ${stats.gid} can write to ${folder}, and so could replace the credentials`, chmod('g-w', folder))
        : null;
}
const OWN_FOLDER = 'Move the credentials to a folder that you own.';
function chmod(mode, folder) {
    return `Run \`${shellLine(['chmod', mode, folder])}\`.`;
}
function unsafe(why, remedy) {
    return new reasons/* RefreshError */.M4('creds-not-writable', why, `${remedy} ${reasons/* NOT_SENT */.FY}`);
}
function whyOthersMayMoveLink({ given, real }) {
    const link = external_node_path_default().join((0,external_node_fs_namespaceObject.realpathSync)(external_node_path_default().dirname(given)), external_node_path_default().basename(given));
    return link === real ? null : whyOthersMayWrite({ given, real: link });
}
function isSticky({ mode }) {
    return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0;
}
function whySticky(file, uid) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(file.real, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid === uid)
        return null;
    return unsafe(`${file.given} belongs to uid ${stats.uid}, and its folder is writable by anyone`, OWN_FOLDER);
}

;// CONCATENATED MODULE: ./src/core/credentials/irreplaceable-file.ts








function refuseIrreplaceable(file) {
    if ((0,external_node_fs_namespaceObject.lstatSync)(file.real, { throwIfNoEntry: false })?.isFile() !== true)
        return;
    try {
        (0,external_node_fs_namespaceObject.rmdirSync)(file.real);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EPERM')
            return;
        const folder = external_node_path_default().dirname(file.real);
        const why = `it, or its folder ${folder}, is append-only or immutable (EPERM)`;
        const remedy = `Remove that attribute with \`${shellLine(['chattr', '-ia', file.real, folder])}\`. ${reasons/* NOT_SENT */.FY}`;
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
    }
}
function refuseMountedFile(file) {
    if (!orUnreadable(file.given, () => isMountPoint(file.real)))
        return;
    const folder = external_node_path_default().dirname(file.real);
    const lines = [
        `docker run and compose: HOST_FOLDER:${folder}`,
        `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
    ].join('; ');
    const waiting = waitingNote(file);
    const first = waiting === '' ? '' : 'First copy those tokens out of this container. ';
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${file.given} is mounted by itself, so its lock and new tokens would stay in this container${waiting}`, `${first}Mount the folder of the file instead (${lines}). ${reasons/* NOT_SENT */.FY}`);
}

;// CONCATENATED MODULE: ./src/core/locks/own-lock.ts












const own_lock_RENEW_EVERY_MS = 2000;
const LOCK_PREFIX = 'lock';
const OWNER_RECORD = 'owner.json';
const NONCE = /^[\da-f]{16}$/;
const UNKNOWN = 'unknown';
class FileLock {
    lockPath;
    nonce;
    #renewal = setInterval(() => {
        this.#renew();
    }, own_lock_RENEW_EVERY_MS).unref();
    constructor(lockPath, nonce) {
        this.lockPath = lockPath;
        this.nonce = nonce;
    }
    static tryTake(folder, watch) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex');
        if (tryMake(folder, lockPath, nonce))
            return new FileLock(lockPath, nonce);
        const holder = readHolder(lockPath);
        if (isAbandoned(lockPath, holder.identity, watch))
            removeAbandoned(folder, holder, watch);
        return holder;
    }
    isHeld() {
        return readHolder(this.lockPath).nonce === this.nonce;
    }
    release() {
        clearInterval(this.#renewal);
        or_null_orNull(() => {
            if (this.isHeld())
                removeRecordAndFolder(this.lockPath);
        });
    }
    #renew() {
        const now = new Date();
        if (or_null_orNull(() => this.isHeld()) === false)
            return;
        or_null_orNull(() => {
            (0,external_node_fs_namespaceObject.utimesSync)(this.lockPath, now, now);
        });
    }
}
function findHolder(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    return namesIn(lockPath).length === 0 ? null : { path: lockPath, ...readHolder(lockPath) };
}
function refuseEntryAtLock(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    if ((0,external_node_fs_namespaceObject.lstatSync)(lockPath, { throwIfNoEntry: false })?.isDirectory() === false)
        throw lockInTheWay(lockPath);
}
function sweepLocks(folder) {
    for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
        removeIfPossible(folder.at(name));
    }
}
function tryMake(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(stage, { mode: 0o700 });
        const record = JSON.stringify({ nonce, ...ownIdentity() });
        (0,external_node_fs_namespaceObject.writeFileSync)(external_node_path_default().join(stage, OWNER_RECORD), record, { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_namespaceObject.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        removeIfPossible(stage);
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        if (code === 'ENOTDIR')
            throw lockInTheWay(lockPath);
        throw notWritable('cannot lock the credentials file', error);
    }
}
function lockInTheWay(lockPath) {
    return inTheWay(lockPath, '`clr` needs a folder there as its lock');
}
function readHolder(lockPath) {
    const file = external_node_path_default().join(lockPath, OWNER_RECORD);
    const record = (0,json/* parseJson */.qF)(orUnreadable(file, () => read_readTextIfExists(file), 'it says who holds the lock') ?? '');
    const nonce = (0,json/* isJsonObject */.OW)(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: parseIdentity(record) };
}
function isAbandoned(entry, identity, watch) {
    const alive = identity === null ? 'unknown' : isAlive(identity);
    return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry));
}
function removeAbandoned(folder, { nonce }, watch) {
    const lockPath = folder.at(LOCK_PREFIX);
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    if (!tryMark(mark, watch))
        return;
    or_null_orNull(() => {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,external_node_fs_namespaceObject.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`));
        else
            removeRecordAndFolder(lockPath);
    });
    removeIfPossible(mark);
}
function tryMark(mark, watch) {
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(mark, JSON.stringify(ownIdentity()), { flag: 'wx', mode: 0o600 });
        return true;
    }
    catch {
        const maker = parseIdentity((0,json/* parseJson */.qF)(read_readTextOrEmpty(mark)));
        if (isAbandoned(mark, maker, watch))
            removeIfPossible(mark);
        return false;
    }
}
function removeRecordAndFolder(lockPath) {
    (0,external_node_fs_namespaceObject.unlinkSync)(external_node_path_default().join(lockPath, OWNER_RECORD));
    (0,external_node_fs_namespaceObject.rmdirSync)(lockPath);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(500);
;// CONCATENATED MODULE: ./src/core/locks/wait-for-turn.ts




const RETRY_EVERY_MS = 40;
function wait_for_turn_reportWaiting(log) {
    return holder => log.activity?.({ kind: 'waiting', holder });
}
async function waitForTurn({ deadline, cancel, onWait }, describeHolder) {
    if (cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `stopped while waiting for a lock; ${reasons/* NOT_SENT_HERE */.Al}`);
    if (deadline.hasPassed()) {
        throw new reasons/* RefreshError */.M4('locked', `the time limit passed while ${describeHolder()} held the lock; ${reasons/* NOT_SENT_HERE */.Al}`);
    }
    onWait?.(describeHolder);
    await (0,promises_.setTimeout)(Math.min(RETRY_EVERY_MS, deadline.remainingMs()));
}
function describeRun(identity) {
    const owner = identity === null ? null : { pid: identity.pid, isElsewhere: isElsewhere(identity) };
    return describeHolder('another run of clr-refresh', owner);
}
function describeSession(lock) {
    return describeHolder('a session of `claude`', ownerOf(lock));
}
function describeHolder(who, owner) {
    if (owner === null)
        return who;
    return owner.isElsewhere ? `${who} in another container or on another machine` : `${who} (pid ${owner.pid})`;
}
function isElsewhere({ bootId, pidNamespace }) {
    const own = ownIdentity();
    return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace);
}
function isOther(theirs, ours) {
    return theirs !== null && ours !== null && theirs !== ours;
}

;// CONCATENATED MODULE: ./src/core/locks/take-own-lock.ts







async function takeOwnLock(file, patience, watch) {
    const openFolder = workFolderOpener(file);
    for (;;) {
        const folder = openFolder();
        try {
            const own = tryTakeOwn(folder, watch);
            if (own instanceof FileLock)
                return { own, folder };
            await waitForTurn(patience, () => describeRun(own.identity));
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
}
function workFolderOpener(file, open = (at) => work_folder_WorkFolder.openAt(at)) {
    refuseMountedFile(file);
    const objection = orUnreadable(file.given, () => whyOthersMayWrite(file) ?? whyOthersMayMoveLink(file));
    if (objection === null)
        refuseIrreplaceable(file);
    return () => openUnless(objection, () => open(workFolderPath(file)));
}
function openUnless(objection, open) {
    if (objection === null)
        return open();
    const folder = or_null_orNull(open);
    if (folder?.keepsModes === false)
        return folder;
    folder?.close();
    throw objection;
}
function tryTakeOwn(folder, watch) {
    const own = FileLock.tryTake(folder, watch);
    if (!(own instanceof FileLock))
        return own;
    try {
        folder.hideFromGit();
        return own;
    }
    catch (error) {
        own.release();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/core/locks/locks.ts











async function locks_whileLocked(file, patience, work) {
    const watch = new LockWatch();
    const { own, folder } = await takeOwnLock(file, patience, watch).catch((error) => {
        throw withWaitingNote(file, error);
    });
    const cli = new CliLocks(folder, watch);
    let movedTo;
    try {
        removeLocksOfKilledRun(folder);
        await takeCliLocks(file, patience, cli);
        movedTo = findIfMoved(file);
        if (movedTo === null) {
            const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings];
            const check = () => {
                if (own.isHeld() && !cli.isLost())
                    return;
                throw new reasons/* RefreshError */.M4('locked', `another process took over the lock while this machine or this run was suspended; ${reasons/* NOT_SENT_HERE */.Al}`);
            };
            return await work({ file, folder, warnings, check });
        }
    }
    finally {
        cli.release();
        own.release();
        folder.close();
    }
    return locks_whileLocked(movedTo, patience, work);
}
function withWaitingNote(file, error) {
    if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'creds-not-writable')
        return error;
    const note = or_null_orNull(() => waitingNote(file)) ?? '';
    return error.message.includes(note) ? error : new reasons/* RefreshError */.M4(error.reason, `${error.message}${note}`, error.remedy);
}
async function takeCliLocks(file, patience, cli) {
    const locks = cliLocksFor(file);
    for (const lock of locks) {
        while (!cli.tryTake(lock))
            await waitForTurn(patience, () => describeSession(lock));
    }
    for (const lock of locks)
        cli.removeOwnerRecord(lock);
}
function noModesWarning({ real }) {
    return `the file system of ${external_node_path_default().dirname(real)} does not support file permissions, so other users of this machine may be able to read the login there`;
}

;// CONCATENATED MODULE: ./src/core/status/locks.ts








function ownLockStatus(folder) {
    const holder = findHolder(folder);
    const stats = holder === null ? undefined : (0,external_node_fs_namespaceObject.lstatSync)(holder.path, { throwIfNoEntry: false });
    if (holder === null || stats === undefined)
        return null;
    const { path, identity } = holder;
    const alive = identity === null ? 'unknown' : isAlive(identity);
    return {
        path,
        holder: 'clr',
        pid: identity?.pid ?? null,
        isElsewhere: identity !== null && isElsewhere(identity),
        isAlive: alive === 'unknown' ? null : alive === 'yes',
        ...timesOf(stats)
    };
}
function cliLockStatuses(file, folder) {
    const ours = folder === null ? [] : recordedLocks(folder);
    const locks = [];
    const obstacles = [];
    for (const lock of cliLocksFor(file).filter(({ path }) => !ours.includes(path))) {
        const stats = (0,external_node_fs_namespaceObject.lstatSync)(lock.path, { throwIfNoEntry: false });
        if (stats === undefined || isForeign(lock))
            continue;
        const obstacle = describeObstacle(lock.path);
        if (obstacle === null)
            locks.push(cliLockStatus(lock, stats));
        else
            obstacles.push(`${lock.path} is ${obstacle}, but \`claude\` needs an empty folder there as its lock: no refresh is possible until you remove it`);
    }
    return { locks, obstacles };
}
function cliLockStatus(lock, stats) {
    const owner = ownerOf(lock);
    const isProven = owner !== null && (owner.isAlive || owner.isDead);
    return {
        path: lock.path,
        holder: 'claude',
        pid: owner?.pid ?? null,
        isElsewhere: owner?.isElsewhere ?? false,
        isAlive: isProven ? owner.isAlive : null,
        ...timesOf(stats)
    };
}
const STALE_AFTER_MS = 20_000;
const STALE_ON_NETWORK_AFTER_MS = 120_000;
function isHeld({ path, isAlive: alive, renewedAtMs }, nowMs) {
    if (alive !== null)
        return alive;
    const ageMs = nowMs - renewedAtMs;
    return ageMs <= STALE_AFTER_MS || (ageMs <= STALE_ON_NETWORK_AFTER_MS && isOnNetwork(path));
}
function timesOf({ birthtimeMs, mtimeMs }) {
    return { sinceMs: birthtimeMs > 0 ? birthtimeMs : null, renewedAtMs: mtimeMs };
}

;// CONCATENATED MODULE: ./src/core/system/may-make.ts

function assertMayMakeIn(folder) {
    (0,external_node_fs_namespaceObject.accessSync)(folder, external_node_fs_namespaceObject.constants.W_OK | external_node_fs_namespaceObject.constants.X_OK);
    const [uid, gid] = [process.geteuid?.(), process.getegid?.()];
    if (uid === 0 || uid === process.getuid?.())
        return;
    const stats = (0,external_node_fs_namespaceObject.statSync)(folder);
    const bits = stats.uid === uid ? 0o300 : stats.gid === gid ? 0o030 : 0o003;
    if ((stats.mode & bits) !== bits)
        throw Object.assign(new Error(`no right to write in ${folder}`), { code: 'EACCES' });
}

;// CONCATENATED MODULE: ./src/core/dry-run/locks.ts














function lookAtLocks(file) {
    const folder = openUnlessLocked(file);
    try {
        readLockRecord(folder);
        const warnings = cliLocksFor(file).flatMap(lock => lookAtCliLock(lock, folder) ?? []);
        return { folder, warnings: [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...warnings] };
    }
    catch (error) {
        folder.close();
        throw error;
    }
}
function lookBesideMissingFolder(given, folder) {
    const missing = external_node_path_default().dirname(given);
    if (!(0,external_node_fs_namespaceObject.existsSync)(external_node_path_default().dirname(missing)))
        return [];
    const locks = cliLocksIn(missing).filter(({ isLegacy }) => isLegacy && isCliFile(given));
    return locks.flatMap(lock => lookAtCliLock({ ...lock, configFolder: external_node_path_default().parse(given).root }, folder) ?? []);
}
function openUnlessLocked(file) {
    try {
        const folder = workFolderOpener(file, at => work_folder_WorkFolder.openBriefly(at))();
        try {
            refuseHeldByRun(folder);
            return folder;
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
    catch (error) {
        throw withWaitingNote(file, error);
    }
}
function refuseHeldByRun(folder) {
    orUnreadable(folder.path, () => {
        refuseEntryAtLock(folder);
        const own = ownLockStatus(folder);
        if (own !== null && isHeld(own, Date.now()))
            throw locked(describeRun(findHolder(folder)?.identity ?? null));
    }, 'it says who holds the lock');
}
function lookAtCliLock(lock, folder) {
    try {
        const warning = whyIgnored(lock);
        if (warning !== null)
            return warning;
        const stats = (0,external_node_fs_namespaceObject.lstatSync)(lock.path, { throwIfNoEntry: false });
        const isOfRun = recordedLocks(folder).includes(lock.path);
        if (stats !== undefined && !isOfRun && isHeld(cliLockStatus(lock, stats), Date.now())) {
            throw locked(describeSession(lock));
        }
        assertMayMakeIn(external_node_path_default().dirname(lock.path));
        return null;
    }
    catch (error) {
        return warningIfNotWritable(lock, error);
    }
}
function locked(holder) {
    return new reasons/* RefreshError */.M4('locked', `${holder} holds the lock, and a dry run does not wait for it; ${reasons/* NOT_SENT_HERE */.Al}`);
}

;// CONCATENATED MODULE: ./src/core/credentials/new-pair.ts


function credentialsOf({ fields, refreshToken }) {
    return { ...loginOf({ claudeAiOauth: fields }), refreshToken };
}
function newPairIn(fields, from) {
    if (!(0,json/* isJsonObject */.OW)(fields))
        return null;
    const { accessToken, refreshToken } = fields;
    return isToken(accessToken) && isToken(refreshToken) ? { accessToken, refreshToken, fields, from } : null;
}

;// CONCATENATED MODULE: ./src/core/home/seeded-login.ts




const SENTINEL_EXPIRES_AT_MS = 1;
const UNKNOWN_EXPIRES_AT_MS = 0;
const SEEDS = { subscriptionType: 'max', rateLimitTier: 'default_claude_max_20x' };
function seededLogin({ fields }) {
    return {
        ...SEEDS,
        ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || !(name in SEEDS))),
        expiresAt: SENTINEL_EXPIRES_AT_MS,
        subscriptionTypeSource: 'sign_in'
    };
}
function originOf(credentials) {
    const missing = Object.keys(SEEDS).filter(name => credentials.fields[name] == null);
    return { from: fingerprint_fingerprint(credentials), invented: [...missing, 'subscriptionTypeSource'] };
}
const UNKNOWN_ORIGIN = {
    from: '0'.repeat(64),
    invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
};
function signInOrigin(replaced) {
    return { from: replaced ?? UNKNOWN_ORIGIN.from, invented: [], isSignIn: true };
}
function judgeText(text, origin) {
    const document = (0,json/* parseJson */.qF)(text);
    const fields = (0,json/* isJsonObject */.OW)(document) ? document.claudeAiOauth : undefined;
    if (!(0,json/* isJsonObject */.OW)(fields))
        return { kind: 'nothing' };
    if (fields.accessToken === '' && fields.refreshToken === '')
        return { kind: 'blanked' };
    const pair = newPairIn(fields, origin.from);
    if (pair === null)
        return { kind: 'part' };
    if (fingerprint_fingerprint(pair) === origin.from)
        return { kind: 'nothing' };
    if (origin.from === UNKNOWN_ORIGIN.from && fields.expiresAt === SENTINEL_EXPIRES_AT_MS)
        return { kind: 'nothing' };
    return { kind: 'pair', newPair: { ...pair, fields: fieldsToKeep(fields, origin), isNewLogin: origin.isSignIn } };
}
function seeded_login_withCredibleExpiry(newPair) {
    const expiresAtMs = millisecondsOf(newPair.fields.expiresAt) ?? 0;
    if (expiresAtMs > Date.now())
        return newPair;
    return { ...newPair, fields: { ...newPair.fields, expiresAt: UNKNOWN_EXPIRES_AT_MS } };
}
function fieldsToKeep(fields, { invented }) {
    const kept = Object.entries(fields).filter(([name, value]) => !invented.includes(name) && isPlausible(name, value));
    return { ...Object.fromEntries(kept), expiresAt: millisecondsOf(fields.expiresAt) ?? UNKNOWN_EXPIRES_AT_MS };
}
function isPlausible(name, value) {
    if (name === 'scopes')
        return Array.isArray(value) && value.every(isText) && value.includes('user:inference');
    if (name === 'refreshTokenExpiresAt')
        return typeof value === 'number' && millisecondsOf(value) === value;
    if (name in SEEDS)
        return isText(value);
    return value !== null;
}
function isText(value) {
    return typeof value === 'string';
}

;// CONCATENATED MODULE: ./src/core/home/found-login.ts





function judgeHome(home, origin) {
    const judgements = loginFilesIn(home).map(file => judgeText(read_readTextIfExists(file) ?? '', origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    const hasPair = (file) => judgeText(read_readTextOrEmpty(file), origin).kind === 'pair';
    return loginFilesIn(home).findLast(hasPair) ?? home.credentialsPath;
}
function isWrittenBack(home) {
    return replacementsIn(home).length === 0;
}
function replacementDocumentIn(home) {
    const documents = replacementsIn(home).map(file => (0,json/* parseJson */.qF)(read_readTextIfExists(file) ?? ''));
    return documents.find(json/* isJsonObject */.OW) ?? {};
}
function loginFilesIn(home) {
    const { configFolder, credentialsPath } = home;
    return [...filesIn(configFolder, external_node_path_default().basename(credentialsPath)).sort(), ...replacementsIn(home)];
}
function replacementsIn(home) {
    return filesIn(home.path, REPLACEMENT_PREFIX);
}
function filesIn(folder, prefix) {
    const names = namesIn(folder).filter(name => name.startsWith(prefix));
    return names.map(name => external_node_path_default().join(folder, name));
}

;// CONCATENATED MODULE: ./src/core/system/sync.ts



function syncToDisk(entry, fs = (external_node_fs_default())) {
    or_null_orNull(() => {
        const fd = fs.openSync(entry, 'r');
        try {
            fs.fsyncSync(fd);
        }
        finally {
            fs.closeSync(fd);
        }
    });
}
function writeToDisk(file, content) {
    const fd = external_node_fs_default().openSync(file, 'wx', 0o600);
    try {
        external_node_fs_default().writeFileSync(fd, content);
        external_node_fs_default().fsyncSync(fd);
    }
    catch (error) {
        removeIfPossible(file);
        throw error;
    }
    finally {
        external_node_fs_default().closeSync(fd);
    }
}

;// CONCATENATED MODULE: ./src/core/home/disk-space.ts





const MIN_FREE_BYTES = 1024 * 1024;
const MIN_FREE_INODES = 256;
const BALLAST_BYTES = 256 * 1024;
const ballastIn = (home) => external_node_path_default().join(home, 'ballast');
function makeFolderWithSpace(home) {
    (0,external_node_fs_namespaceObject.mkdirSync)(home, { mode: 0o700 });
    requireSpace(home);
}
function requireSpace(home) {
    const { bavail, bsize, files, ffree } = (0,external_node_fs_namespaceObject.statfsSync)(home);
    const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES);
    if (isShort)
        throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
}
function writeBallast(home) {
    try {
        writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES));
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EEXIST')
            throw error;
    }
}
function removeBallast(home) {
    removeIfPossible(ballastIn(home));
}

;// CONCATENATED MODULE: ./src/core/home/home-layout.ts


class HomeLayout {
    path;
    constructor(path) {
        this.path = path;
    }
    get configFolder() {
        return external_node_path_default().join(this.path, '.claude');
    }
    get credentialsPath() {
        return external_node_path_default().join(this.configFolder, '.credentials.json');
    }
    get temporaryFolder() {
        return external_node_path_default().join(this.path, 'tmp');
    }
    get claudeRecord() {
        return external_node_path_default().join(this.path, 'claude.stat');
    }
    get browser() {
        return { helper: external_node_path_default().join(this.path, 'browser'), address: external_node_path_default().join(this.path, 'address') };
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? external_node_path_default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return newReplacementPathIn(this.path);
    }
}

;// CONCATENATED MODULE: ./src/core/home/home-lock.ts



const LOCK = '.claude.lock';
function lockPathOf(home) {
    return external_node_path_default().join(home, LOCK);
}
function isLockName(name) {
    return name === LOCK;
}
function lockHome(home) {
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(lockPathOf(home), { mode: 0o700 });
        return true;
    }
    catch {
        return false;
    }
}
function isSeedLockIn(home, startRecord) {
    const seen = or_null_orNull(() => [lockPathOf(home), startRecord].map(at => (0,external_node_fs_namespaceObject.statSync)(at, { throwIfNoEntry: false })));
    const [lock, start] = seen ?? [];
    return lock !== undefined && (start === undefined || lock.mtimeMs <= start.mtimeMs);
}
function lockHoldingIn(home) {
    try {
        const stats = (0,external_node_fs_namespaceObject.statSync)(lockPathOf(home), { bigint: true, throwIfNoEntry: false });
        if (stats === undefined)
            return null;
        return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) };
    }
    catch {
        return { id: 'unknown', ageMs: Infinity };
    }
}

;// CONCATENATED MODULE: ./src/core/home/home-seeds.ts




const SEEDED_ACCOUNT = {
    accountUuid: 'clr-refresh',
    emailAddress: 'clr-refresh',
    organizationUuid: 'clr-refresh',
    billingType: null,
    accountCreatedAt: null,
    subscriptionCreatedAt: null,
    ccOnboardingFlags: null
};
function seedHome(home, credentials) {
    const { configFolder, credentialsPath, firstOnPath } = home;
    const lock = lockPathOf(home.path);
    const account = external_node_path_default().join(home.path, '.claude.json');
    for (const left of [configFolder, lock, account])
        (0,external_node_fs_namespaceObject.rmSync)(left, { recursive: true, force: true });
    for (const folder of [configFolder, lock])
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
    write(credentialsPath, JSON.stringify({ claudeAiOauth: seededLogin(credentials) }));
    write(external_node_path_default().join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n');
    write(account, JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }));
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function seedForSignIn({ configFolder, firstOnPath, browser }) {
    (0,external_node_fs_namespaceObject.mkdirSync)(configFolder, { mode: 0o700 });
    write(browser.helper, browserHelper(browser.address), 0o700);
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function browserHelper(address) {
    const target = `'${address.replaceAll("'", `'\\''`)}'`;
    return `#!/bin/sh\nprintf '%s\\n' "$1" >${target}.new && mv ${target}.new ${target}\n`;
}
const NO_SUCH_ITEM = 44;
function hideKeychain(programs) {
    (0,external_node_fs_namespaceObject.rmSync)(programs, { recursive: true, force: true });
    (0,external_node_fs_namespaceObject.mkdirSync)(programs, { mode: 0o700 });
    write(external_node_path_default().join(programs, 'security'), `#!/bin/sh\nexit ${NO_SUCH_ITEM}\n`, 0o700);
}
function write(file, text, mode = 0o600) {
    (0,external_node_fs_namespaceObject.writeFileSync)(file, text, { mode, flag: 'wx' });
}

;// CONCATENATED MODULE: ./src/core/home/run-record.ts






const recordIn = (home) => external_node_path_default().join(home, 'run.json');
function writeRunRecord(home, origin) {
    (0,external_node_fs_namespaceObject.writeFileSync)(recordIn(home), JSON.stringify({ ...ownIdentity(), ...origin }), { mode: 0o600, flag: 'wx' });
}
function readRunRecord(home) {
    const record = (0,json/* parseJson */.qF)(read_readTextIfExists(recordIn(home)) ?? '');
    const owner = parseIdentity(record);
    if (!(0,json/* isJsonObject */.OW)(record) || owner === null || typeof record.from !== 'string')
        return null;
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : [];
    return { owner, origin: { from: record.from, invented, isSignIn: record.isSignIn === true } };
}
function syncRunRecord(home) {
    for (const entry of [recordIn(home), home, external_node_path_default().dirname(home)])
        syncToDisk(entry);
}

;// CONCATENATED MODULE: ./src/core/home/isolated-home.ts
















class isolated_home_IsolatedHome extends HomeLayout {
    origin;
    owner;
    #calls = 0;
    #isKept = false;
    #end = Promise.resolve();
    constructor(path, origin, owner = null) {
        super(path);
        this.origin = origin;
        this.owner = owner;
    }
    static create(folder, credentials) {
        return isolated_home_IsolatedHome.#make(folder, originOf(credentials), home => {
            home.seed(credentials);
        });
    }
    static createForSignIn(folder, replaced) {
        return isolated_home_IsolatedHome.#make(folder, signInOrigin(replaced), home => {
            home.#write(() => {
                seedForSignIn(home);
            });
        });
    }
    static #make(folder, origin, seed) {
        const home = new isolated_home_IsolatedHome(folder.at(`${HOME_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`), origin);
        try {
            home.#write(() => {
                makeFolderWithSpace(home.path);
                writeRunRecord(home.path, home.origin);
                (0,external_node_fs_namespaceObject.mkdirSync)(home.temporaryFolder, { mode: 0o700 });
            });
            seed(home);
            return home;
        }
        catch (error) {
            removeIfPossible(home.path);
            throw error;
        }
    }
    static adopt(path) {
        const record = readRunRecord(path);
        const home = new isolated_home_IsolatedHome(path, record?.origin ?? UNKNOWN_ORIGIN, record?.owner);
        home.#calls = namesIn(path).filter(name => name.startsWith('stderr-')).length;
        return home;
    }
    seed(credentials) {
        this.#calls += 1;
        this.#write(() => {
            seedHome(this, credentials);
        });
    }
    #write(work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof reasons/* RefreshError */.M4)
                throw error;
            throw notWritable(`cannot write in an isolated HOME at ${this.path}`, error);
        }
    }
    get logs() {
        const name = (kind) => external_node_path_default().join(this.path, `${kind}-${this.#calls}.log`);
        return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') };
    }
    unlock() {
        removeIfPossible(lockPathOf(this.path));
    }
    lock() {
        return lockHome(this.path);
    }
    lockHolding() {
        return lockHoldingIn(this.path);
    }
    isExchangeUnderWay() {
        return this.lockHolding() !== null;
    }
    isRelevant(name) {
        return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
    }
    judge() {
        return judgeHome(this, this.origin);
    }
    claudeIdentity() {
        return identityFromStat(read_readTextIfExists(this.claudeRecord) ?? '', this.owner ?? undefined);
    }
    keep() {
        this.#isKept = true;
    }
    get isKept() {
        return this.#isKept;
    }
    removeAfter(end) {
        this.#end = end;
    }
    async remove() {
        await this.#end;
        if (this.#isKept)
            return;
        const gone = external_node_path_default().join(external_node_path_default().dirname(this.path), `${GONE_PREFIX}${external_node_path_default().basename(this.path)}`);
        try {
            (0,external_node_fs_namespaceObject.renameSync)(this.path, gone);
        }
        catch {
        }
        for (const left of [gone, this.path])
            removeIfPossible(left);
    }
    reserve() {
        this.#write(() => {
            writeBallast(this.path);
            syncRunRecord(this.path);
        });
    }
    makeRoom() {
        removeBallast(this.path);
    }
}

;// CONCATENATED MODULE: ./src/core/system/connection-owner.ts



function isConnectionOf(pid, connection) {
    const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(read_readTextOrEmpty);
    if (tables.every(table => table === ''))
        return 'unknown';
    const inode = tables.flatMap(table => table.split('\n')).flatMap(line => inodeAt(line, connection))[0];
    if (inode === undefined)
        return 'no';
    const members = [String(pid), ...descendantsOf(String(pid))];
    const answers = new Set(members.map(member => holdsSocket(member, inode)));
    if (answers.has('yes'))
        return 'yes';
    return answers.has('unknown') ? 'unknown' : 'no';
}
function inodeAt(line, { from, to }) {
    if (!line.includes('0100007F:'))
        return [];
    const fields = line.trim().split(/\s+/);
    const inode = fields[9];
    const isThisOne = portOf(fields[1]) === from && portOf(fields[2]) === to;
    return isThisOne && inode !== undefined && inode !== '0' ? [inode] : [];
}
function portOf(address = '') {
    return Number.parseInt(address.split(':')[1] ?? '', 16);
}
function descendantsOf(pid) {
    const tasks = or_null_orNull(() => namesIn(`/proc/${pid}/task`)) ?? [];
    const children = tasks.flatMap(task => read_readTextOrEmpty(`/proc/${pid}/task/${task}/children`).trim().split(' '));
    return children.filter(child => child !== '').flatMap(child => [child, ...descendantsOf(child)]);
}
function holdsSocket(pid, inode) {
    const folder = `/proc/${pid}/fd`;
    const fds = or_null_orNull(() => namesIn(folder));
    if (fds === null)
        return 'unknown';
    const linkOf = (fd) => or_null_orNull(() => (0,external_node_fs_namespaceObject.readlinkSync)(`${folder}/${fd}`));
    return fds.some(fd => linkOf(fd) === `socket:[${inode}]`) ? 'yes' : 'no';
}

;// CONCATENATED MODULE: ./src/core/claude/claude-process.ts










const WORKING_DIRECTORY = '/';
const RECORD_AND_EXEC = `set -C; ${RECORD_IN_SHELL}; printf "%s\\n" "$stat" >"$0" && exec "$@"`;
const NICENESS = 5;
const POLL_MS = 20;
class claude_process_ClaudeProcess {
    pid;
    exited;
    isOwnPid;
    constructor(pid, exited, isOwnPid) {
        this.pid = pid;
        this.exited = exited;
        this.isOwnPid = isOwnPid;
    }
    static start(home, command, environment) {
        const [stdout, stderr] = [openLog(home.logs.stdout), openLog(home.logs.stderr)];
        or_null_orNull(() => {
            (0,external_node_fs_namespaceObject.rmSync)(home.claudeRecord, { force: true });
        });
        try {
            const child = (0,external_node_child_process_namespaceObject.spawn)('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
                cwd: WORKING_DIRECTORY,
                env: environment,
                detached: true,
                stdio: ['ignore', stdout, stderr]
            });
            const { pid } = child;
            or_null_orNull(() => {
                if (pid !== undefined)
                    (0,external_node_os_namespaceObject.setPriority)(pid, NICENESS);
            });
            return new claude_process_ClaudeProcess(pid, exitOf(child), () => true);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(stdout);
            (0,external_node_fs_namespaceObject.closeSync)(stderr);
        }
    }
    static adopt(identity) {
        return new claude_process_ClaudeProcess(identity.pid, untilDead(identity), () => isAlive(identity) === 'yes');
    }
    hasMade(connection) {
        return this.pid === undefined ? 'no' : isConnectionOf(this.pid, connection);
    }
    terminate() {
        signalGroup(this.pid, 'SIGTERM');
    }
    async kill() {
        if (this.isOwnPid() && !signalGroup(this.pid, 'SIGKILL'))
            signalProcess(this.pid, 'SIGKILL');
        await this.exited;
        await groupGone(this.pid);
    }
}
function openLog(file) {
    try {
        return (0,external_node_fs_namespaceObject.openSync)(file, 'wx', 0o600);
    }
    catch (error) {
        throw notWritable(`cannot write ${file}`, error);
    }
}
function exitOf(child) {
    return new Promise(resolve => {
        child.once('exit', (code, signal) => {
            resolve({ code, signal, startError: null });
        });
        child.once('error', error => {
            resolve({ code: null, signal: null, startError: (0,system_error/* errorCode */.CA)(error) });
        });
    });
}
async function untilDead(identity) {
    while (isAlive(identity) === 'yes')
        await (0,promises_.setTimeout)(POLL_MS);
    return { code: null, signal: null, startError: null };
}
async function groupGone(leaderPid) {
    for (let waitMs = 1; waitMs <= 8 && signalGroup(leaderPid, 0); waitMs *= 2)
        await (0,promises_.setTimeout)(waitMs);
}

;// CONCATENATED MODULE: ./src/core/claude/not-run.ts

const NOT_RUN_STATUSES = (/* unused pure expression or super */ null && ([126, 127]));
function not_run_neverRan(exitCode, said, { path, version }) {
    const busy = /(?:(\/[^:]+): )?(?:cannot execute: )?text file busy/i.exec(said);
    if (exitCode === 126 && busy !== null) {
        return {
            reason: 'claude-failed',
            message: `${busy[1] ?? path} could not be started, because another program, perhaps an update, is writing to it`,
            remedy: 'Run it again in a minute.',
            isRepeatable: true
        };
    }
    if (exitCode === null || version !== null || scriptHeadOrEmpty(path) === '')
        return null;
    if (said.includes('bad interpreter') || said.includes(`exec: ${path}:`)) {
        if (exitCode !== 127)
            return null;
        const message = `${path} could not be started: its first line names a program that does not exist`;
        return { reason: 'claude-failed', message, remedy: 'Install that program, or fix the line.' };
    }
    if (!NOT_RUN_STATUSES.includes(exitCode) && !/not found|no such file/i.test(said))
        return null;
    return {
        reason: 'claude-failed',
        message: `${path} is a script that ended with exit status ${exitCode} before it began to refresh the login, perhaps because it needs your HOME or other variables, which \`clr\` does not pass to it${said === '' ? '' : `; its output: ${said}`}`,
        remedy: 'Put the folder of the real program, which the script starts, before the script on PATH.'
    };
}

;// CONCATENATED MODULE: ./src/core/claude/failure.ts




function meaningOfBlanked(status = null) {
    const answer = status === null ? '' : ` (${status})`;
    return `the token endpoint rejected the login${answer}: its refresh token is used up or revoked`;
}
function failure_classifyFailure(seen) {
    const isBlocked = seen.sighting.kind === 'exited' && seen.proxyFault?.blocksSending === true;
    const evidence = { ...seen, mayHaveSent: seen.mayHaveSent && !isBlocked };
    const status = evidence.sign?.status ?? null;
    return { isRepeatable: false, ...describe(evidence), tokenUse: tokenUseOf(evidence), status };
}
function tokenUseOf({ sighting, sign, mayHaveSent }) {
    if (sighting.kind === 'blanked')
        return 'rejected';
    if (sighting.kind === 'part')
        return 'perhaps-used';
    if (sighting.kind === 'exited' && sighting.exit.startError !== null)
        return 'not-sent';
    if (sign?.tokenUse === 'rejected' && (sighting.kind === 'deadline' || sighting.kind === 'cancelled'))
        return 'refused';
    return sign?.tokenUse ?? (mayHaveSent ? 'perhaps-used' : 'not-sent');
}
function describe(evidence) {
    const { sighting, sign, program, mayHaveSent } = evidence;
    if (sighting.kind === 'blanked') {
        const status = sign?.reason === 'login-rejected' ? sign.status : null;
        return failure('login-rejected', meaningOfBlanked(status));
    }
    if (sighting.kind === 'part')
        return failure('not-refreshed', "the token endpoint's answer contained only one of the two tokens");
    if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
        const { what, isRepeatable, remedy } = sign;
        if (sign.reason !== 'claude-failed')
            return { reason: sign.reason, message: what, isRepeatable, remedy };
        const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed';
        return { reason, message: what + outputNote(evidence), isRepeatable, remedy };
    }
    if (sighting.kind === 'exited')
        return describeExit(sighting.exit, evidence);
    if (sighting.kind === 'deadline') {
        return failure('timeout', 'the time limit passed before `claude` had refreshed the login');
    }
    if (sighting.kind === 'cancelled')
        return failure('cancelled', 'stopped before `claude` had refreshed the login');
    const claude = nameOf(program);
    if (mayHaveSent)
        return failure('not-refreshed', `${claude} tried to refresh the login, but got no new tokens and gave no reason`);
    return {
        reason: 'claude-failed',
        message: `${claude} sent a model request without refreshing the login first; a wrapper script that sets CLAUDE_CODE_OAUTH_TOKEN has this effect${outputNote(evidence)}`,
        remedy: 'If `claude` is a wrapper script here, put the folder of the real program before it on PATH.'
    };
}
function describeExit(exit, evidence) {
    const { program, mayHaveSent, proxyFault, output } = evidence;
    if (exit.startError !== null)
        return failure('claude-failed', `cannot start ${program.path}: ${explainSystemError({ code: exit.startError })}`);
    const notRun = mayHaveSent ? null : neverRan(exit.code, excerptOf(output), program);
    if (notRun !== null)
        return notRun;
    const when = mayHaveSent ? 'after it had begun to refresh the login' : 'before it began to refresh the login';
    const memory = noteOnMemory(exit, output);
    const message = `${nameOf(program)} ${howItEnded(exit)}${memory} ${when}${outputNote(evidence)}`;
    const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed';
    if (memory !== '')
        return { reason, message, remedy: MORE_MEMORY };
    if (proxyFault === null)
        return failure(reason, message);
    const fault = `${proxyFault.name} is not the http:// or https:// address of a proxy`;
    return { reason, message: `${message}; ${fault}`, remedy: FIX_PROXY };
}
function howItEnded({ code, signal }) {
    return code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`;
}
function noteOnMemory({ code, signal }, said) {
    return memoryNote({ isKilled: signal === 'SIGKILL' || code === 137, said });
}
function failure(reason, message) {
    return { reason, message };
}
function nameOf({ version }) {
    return version === null ? '`claude`' : `\`claude\` ${version}`;
}
const MAX_QUOTE_LENGTH = 200;
function outputNote({ output }) {
    const quote = excerptOf(output);
    return quote === '' ? '' : `; its output: ${quote}`;
}
function excerptOf(output) {
    const lines = output.split('\n');
    const errorLine = lines.find(line => /^(?:\w*Error\b|Invalid )/.test(line)) ?? lines.at(-1) ?? '';
    const chosen = output.length > MAX_QUOTE_LENGTH ? errorLine : output;
    const quote = chosen.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
    return quote.length > MAX_QUOTE_LENGTH ? `${quote.slice(0, MAX_QUOTE_LENGTH)}…` : quote;
}

;// CONCATENATED MODULE: ./src/core/claude/failure-sign.ts
const USUAL_SIGN = {
    status: null,
    endAtOnce: true,
    isRepeatable: false,
    tokenUse: 'perhaps-used'
};

;// CONCATENATED MODULE: ./src/core/claude/log-lines.ts
const ERROR = String.raw `^\S+ \[ERROR\] `;
const MESSAGE = String.raw `${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`;
const ANSWER = new RegExp(String.raw `${MESSAGE}Request failed with status code (\d{3})\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=(\d{3})\b`);
function answerStatusIn(line) {
    const [, inMessage, inAddress] = ANSWER.exec(line) ?? [];
    const status = inMessage ?? inAddress;
    return status === undefined ? null : Number(status);
}
function isOtherBadRequest(line) {
    return OTHER_BAD_REQUEST.test(line);
}
const OTHER_BAD_REQUEST = new RegExp(String.raw `${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`);
function failedWith(message) {
    return new RegExp(`${MESSAGE}(?:${message})`);
}

;// CONCATENATED MODULE: ./src/core/claude/answer-signs.ts



function answerSignOf(line) {
    const status = answerStatusIn(line);
    return status === null ? null : { ...signOf(status, line), status };
}
const ENDPOINT_OR_PROXY = 'the token endpoint, or a proxy in front of it,';
function signOf(status, line) {
    switch (status) {
        case 400:
            return isOtherBadRequest(line)
                ? answer('not-refreshed', `${ENDPOINT_OR_PROXY} answered 400, but not because of the login`, {
                    endAtOnce: false
                })
                : answer('login-rejected', 'the token endpoint rejected the login (400): its refresh token is used up or revoked', {
                    endAtOnce: false,
                    tokenUse: 'rejected'
                });
        case 401:
        case 403:
            return answer('login-rejected', `${ENDPOINT_OR_PROXY} refused the login (${status})`, {
                tokenUse: 'refused',
                remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${reasons/* LOG_IN_AGAIN */.WR}`
            });
        case 407:
            return answer('network', 'the proxy asks for a user name and a password (407)', {
                isAnswer: false,
                tokenUse: 'not-used',
                remedy: 'Put them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
            });
        case 429:
            return answer('rate-limited', 'the token endpoint answered 429 (too many requests)', {
                isRepeatable: true,
                tokenUse: 'not-used'
            });
    }
    if (status >= 500 && status < 600)
        return answer('server-error', `${ENDPOINT_OR_PROXY} answered ${status}`);
    return answer('not-refreshed', `${ENDPOINT_OR_PROXY} answered ${status}, without new tokens`);
}
function answer(reason, what, more = {}) {
    return { ...USUAL_SIGN, isAnswer: true, reason, what, ...more };
}

;// CONCATENATED MODULE: ./src/core/claude/proxy-variable.ts
const proxy_variable_FIX_PROXY = 'Set the proxy variable to an address such as `http://proxy.example.com:8080`, or unset it. Then run it again.';
function proxy_variable_proxyFaultIn(environment) {
    const isSet = (name) => (environment[name] ?? '') !== '';
    const name = ['https_proxy', 'HTTPS_PROXY'].find(isSet);
    const address = (environment[name ?? ''] ?? '').trim();
    if (name === undefined || (/^https?:/i.test(address) && URL.canParse(address)))
        return null;
    const isUrl = URL.canParse(address.includes('://') ? address : `https://${address}`);
    return { name, blocksSending: !isUrl && !isSet('NO_PROXY') && !isSet('no_proxy') };
}

;// CONCATENATED MODULE: ./src/core/claude/connection-signs.ts



function connectionSignOf(line) {
    for (const [pattern, sign] of KNOWN_FAILURES) {
        const match = pattern.exec(line);
        if (match === null)
            continue;
        const detail = match.groups?.detail;
        return detail === undefined ? sign : { ...sign, what: `${sign.what} (${detail.trim()})` };
    }
    return null;
}
const HANDSHAKE_ALERT = 'SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_UNRECOGNIZED_NAME';
const NO_TLS = String.raw `error:\w+:SSL routines:OPENSSL_internal:(?:${HANDSHAKE_ALERT})\b|Socket is closed|write EPROTO \w+:error:|Client network socket disconnected before secure TLS connection was established`;
const PROXY_SCHEME = 'If `HTTPS_PROXY` begins with `https://` although the proxy speaks plain HTTP, write `http://`. Otherwise check the network and the proxy. Then run it again.';
const NO_CONNECTION = String.raw `(?<detail>getaddrinfo [\w.: -]*|connect E[A-Z]+[\w.:\[\] -]*|proxy refused the connection)`;
const KNOWN_FAILURES = [
    [failedWith(NO_CONNECTION), notSent('the token endpoint could not be reached', { isRepeatable: true })],
    [
        failedWith('Proxy connection ended before receiving CONNECT response'),
        notSent('the proxy closed the connection without an answer', {
            isRepeatable: true,
            remedy: 'Check that `HTTPS_PROXY` is the address of an HTTP proxy (`claude` does not speak SOCKS), and that the proxy works. Then run it again.'
        })
    ],
    [
        failedWith(NO_TLS),
        notSent('the TLS connection to the token endpoint, or to the proxy, failed', { remedy: PROXY_SCHEME })
    ],
    [
        failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
        noAnswer('the token endpoint, or the proxy, did not answer with TLS', { remedy: PROXY_SCHEME })
    ],
    [
        failedWith('URI error'),
        notSent('the user name or password in the proxy address is not URL-encoded', {
            remedy: 'URL-encode the special characters in them (`@` as `%40`, `%` as `%25`), then run it again.'
        })
    ],
    [
        failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
        notSent('the certificate of the token endpoint is not trusted on this machine')
    ],
    [failedWith('timeout of \\d+ms exceeded'), noAnswer('the token endpoint did not answer before `claude` gave up')],
    [failedWith(''), noAnswer('the connection to the token endpoint was lost before it answered')],
    [
        /OAuth session expired and could not be refreshed/,
        noAnswer('the login was rejected: its refresh token is used up or revoked', {
            reason: 'login-rejected',
            isAnswer: true,
            endAtOnce: false,
            tokenUse: 'refused'
        })
    ],
    [
        /^Invalid proxy URL in \w+/,
        noAnswer('`claude` does not accept a proxy variable', {
            reason: 'claude-failed',
            endAtOnce: false,
            tokenUse: null,
            remedy: proxy_variable_FIX_PROXY
        })
    ]
];
function noAnswer(what, more = {}) {
    return { ...USUAL_SIGN, isAnswer: false, reason: 'network', what, ...more };
}
function notSent(what, more = {}) {
    return noAnswer(what, { tokenUse: 'not-sent', ...more });
}

;// CONCATENATED MODULE: ./src/core/claude/failure-signs.ts


const MARKERS = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL'];
function failure_signs_failureSignIn(log) {
    const lines = log.split('\n').filter(line => MARKERS.some(marker => line.includes(marker)));
    const signs = lines.flatMap(line => {
        const sign = answerSignOf(line) ?? connectionSignOf(line);
        return sign === null ? [] : { ...sign, line };
    });
    const [first] = signs;
    if (first === undefined || signs.length === 1)
        return first ?? null;
    const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? []);
    const isKnown = first.reason === 'login-rejected' || uses.every(use => use === 'not-sent');
    return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' };
}

;// CONCATENATED MODULE: ./src/core/claude/exchange-progress.ts
const NOTHING_SENT_MS = 20;
class ExchangeProgress {
    home;
    changesAreReported;
    #holding = null;
    hasBegun = false;
    #isGapTooLong = false;
    #lookedAtMs = performance.now();
    constructor(home, changesAreReported) {
        this.home = home;
        this.changesAreReported = changesAreReported;
    }
    noticeGap() {
        const nowMs = performance.now();
        if (!this.changesAreReported && nowMs - this.#lookedAtMs > NOTHING_SENT_MS)
            this.#isGapTooLong = true;
        this.#lookedAtMs = nowMs;
    }
    isOver() {
        const now = this.home.lockHolding();
        if (now === null)
            return this.hasBegun;
        const isNext = this.#holding !== null && now.id !== this.#holding;
        this.hasBegun = true;
        this.#holding = now.id;
        return isNext && now.ageMs < NOTHING_SENT_MS;
    }
    mayHaveSent() {
        return this.hasBegun || this.#isGapTooLong || this.home.isExchangeUnderWay();
    }
}

;// CONCATENATED MODULE: ./src/core/claude/watch.ts






const SLOW_POLL_MS = 250;
const FAST_POLL_MS = 15;
const NO_EXCHANGE_MS = 5000;
function watch_watchCall(call, patience) {
    return new Promise(resolve => {
        new CallWatch(call, resolve).start(patience);
    });
}
class CallWatch {
    call;
    resolve;
    #noExchange;
    #watchers;
    #progress;
    #end = new AbortController();
    constructor(call, resolve) {
        this.call = call;
        this.resolve = resolve;
        const { home } = call;
        this.#watchers = watchFolders([home.configFolder, home.path], name => {
            if (name !== null && isLockName(name))
                this.#progress.hasBegun = true;
            if (name !== null && isNewPair(name))
                home.makeRoom();
            if (name === null || home.isRelevant(name))
                this.#look();
        });
        this.#progress = new ExchangeProgress(home, this.#watchers.length === 2);
    }
    start({ deadline, cancel }) {
        const { claude, modelRequest } = this.call;
        const { signal } = this.#end;
        const look = this.#look.bind(this);
        const onCancel = this.#settle.bind(this, { kind: 'cancelled' });
        const pollMs = this.#progress.changesAreReported ? SLOW_POLL_MS : FAST_POLL_MS;
        const poll = setInterval(this.#poll.bind(this), pollMs);
        const stopTimer = deadline.whenPassed(this.#settle.bind(this, { kind: 'deadline' }));
        signal.addEventListener('abort', () => {
            clearInterval(poll);
            stopTimer();
        });
        cancel.addEventListener('abort', onCancel, { signal });
        modelRequest.addEventListener('abort', look, { signal });
        void claude.exited.then(exit => {
            this.#settle({ kind: 'exited', exit });
        });
        look();
        if (cancel.aborted)
            onCancel();
    }
    #poll() {
        const { home } = this.call;
        if (or_null_orNull(() => namesIn(home.configFolder))?.some(isNewPair) === true)
            home.makeRoom();
        this.#look();
    }
    #look() {
        this.#progress.noticeGap();
        const { home, modelRequest } = this.call;
        const judgement = or_null_orNull(() => home.judge());
        if (judgement === null)
            return;
        if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
            this.#settle(judgement);
            return;
        }
        const sign = failure_signs_failureSignIn(read_readTextOrEmpty(home.logs.debug));
        if (sign?.endAtOnce === true)
            this.#settle({ kind: 'failure', sign });
        else if (this.#progress.isOver())
            this.#settle({ kind: 'over' });
        else if (modelRequest.aborted && !this.#progress.hasBegun) {
            this.#noExchange ??= setTimeout(() => {
                if (!this.#progress.hasBegun)
                    this.#settle({ kind: 'over' });
            }, NO_EXCHANGE_MS);
        }
    }
    #settle(sighting) {
        this.#progress.noticeGap();
        for (const watcher of this.#watchers)
            watcher.close();
        clearTimeout(this.#noExchange);
        this.#end.abort();
        this.resolve({ sighting, mayHaveSent: this.#progress.mayHaveSent() });
    }
}
function isNewPair(name) {
    return name.startsWith('.credentials.json.tmp');
}
function watchFolders(folders, onChange) {
    if (process.platform === 'darwin')
        return [];
    return folders.flatMap(folder => {
        const onEvent = (_event, name) => {
            onChange(name);
        };
        return or_null_orNull(() => (0,external_node_fs_namespaceObject.watch)(folder, onEvent).on('error', () => undefined)) ?? [];
    });
}

// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __nccwpck_require__(258);
;// CONCATENATED MODULE: ./src/core/rejections.ts












const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_WAIT_MS = HOUR_MS;
const LONGEST_WAIT_MS = 24 * HOUR_MS;
const MAX_RECORD_BYTES = 4096;
const MAX_TIME_MS = 8.64e15;
function readRejection(folder, pair, nowMs = Date.now()) {
    return parseRecord(readRecord(folder) ?? '', fingerprint_fingerprint(pair), nowMs);
}
function rejections_rememberRejection(folder, { pair, message }, atMs = Date.now()) {
    const record = recordAfter(folder, { pair, message }, atMs);
    or_null_orNull(() => {
        if (record !== null && hasOneUser(folder))
            folder.writeRecord(work_folder_REJECTION_RECORD, record);
    });
}
function recordAfter(folder, { pair, message }, atMs) {
    const before = parseRecord(readText(folder) ?? '', pair, atMs);
    if (before !== null && before.nextTryAtMs > atMs)
        return null;
    const first = before ?? { message, firstAtMs: atMs, count: 0 };
    return {
        pair,
        message: first.message,
        firstAtMs: Math.min(first.firstAtMs, atMs),
        lastAtMs: atMs,
        count: first.count + 1
    };
}
function hasOneUser({ path: workFolder, keepsModes }) {
    const { uid, mode } = (0,external_node_fs_namespaceObject.statSync)(external_node_path_default().dirname(workFolder));
    const isSticky = (mode & 0o1000) !== 0;
    if (isSticky || !keepsModes)
        return true;
    return uid === process.geteuid?.() && (uid !== 0 || (mode & 0o022) === 0);
}
function rejections_forgetRejection(folder) {
    removeIfPossible(folder.at(work_folder_REJECTION_RECORD));
}
function rejections_forgetOtherRejection(folder, pair) {
    const text = readText(folder);
    if (text !== null && parseRecord(text, fingerprint_fingerprint(pair), Date.now()) === null)
        rejections_forgetRejection(folder);
}
function refuseRejected(folder, pair, nowMs = Date.now()) {
    refuseByRecord(folder, parseRecord(readText(folder) ?? '', fingerprint_fingerprint(pair), nowMs), nowMs);
}
function refuseJustRejected(folder, { pair, message }, atMs) {
    const record = or_null_orNull(() => hasOneUser(folder)) === true ? recordAfter(folder, { pair, message }, atMs) : null;
    const nowMs = Date.now();
    if (record !== null)
        refuseByRecord(folder, parseRecord(JSON.stringify(record), pair, nowMs), nowMs);
}
function refuseByRecord(folder, rejection, nowMs) {
    if (rejection === null || rejection.nextTryAtMs <= nowMs)
        return;
    const next = `${reasons/* NOT_SENT_HERE */.Al}, and ${noTryBefore(rejection, nowMs)}`;
    const record = folder.at(work_folder_REJECTION_RECORD);
    const remedy = `${(0,reasons/* outcomeOf */.sG)('login-rejected').remedy} To try the same login before then, delete ${record} and run it again.`;
    throw new reasons/* RefreshError */.M4('login-rejected', `${rejection.message}; ${rejectedSince(rejection, nowMs)}; ${next}`, remedy);
}
function rejectedSince({ firstAtMs, count }, nowMs) {
    const times = count === 1 ? '' : `, ${count} times so far`;
    return `rejected since ${(0,core_times/* describeMoment */.oL)(firstAtMs, nowMs)}${times}`;
}
function noTryBefore({ nextTryAtMs }, nowMs) {
    const minuteMs = Math.ceil(nextTryAtMs / MINUTE_MS) * MINUTE_MS;
    return `no run tries it again before ${(0,core_times/* utcMinute */.vD)(minuteMs)} UTC (${(0,core_times/* inTime */.RN)(nextTryAtMs - nowMs)})`;
}
function readText(folder) {
    return or_null_orNull(() => readRecord(folder));
}
function readRecord(folder) {
    try {
        return readRegularFile(folder.at(work_folder_REJECTION_RECORD), MAX_RECORD_BYTES).bytes.toString('utf8');
    }
    catch (error) {
        if (NO_RECORD.includes((0,system_error/* errorCode */.CA)(error)))
            return null;
        throw error;
    }
}
const NO_RECORD = ['ENOENT', 'ENOTDIR', 'ELOOP', 'not a regular file', 'EFBIG'];
function parseRecord(text, pair, nowMs) {
    const record = (0,json/* parseJson */.qF)(text);
    if (!(0,json/* isJsonObject */.OW)(record) || record.pair !== pair)
        return null;
    const { message, firstAtMs, lastAtMs, count } = record;
    if (typeof message !== 'string' || message === '' || !isTime(firstAtMs) || !isTime(lastAtMs))
        return null;
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
        return null;
    const nextTryAtMs = nextTryAfter(lastAtMs, count, nowMs);
    return { message: (0,redact/* safeLine */.om)(message), firstAtMs, lastAtMs, count, nextTryAtMs };
}
function nextTryAfter(lastAtMs, count, nowMs) {
    const nextTryAtMs = lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** (count - 1), LONGEST_WAIT_MS);
    return nextTryAtMs - nowMs > LONGEST_WAIT_MS ? nowMs : nextTryAtMs;
}
function isTime(value) {
    return typeof value === 'number' && value >= 0 && value <= MAX_TIME_MS;
}

;// CONCATENATED MODULE: ./src/core/write-back/lineage.ts






const lineage_RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(lineage_RECORD);
    const record = (0,json/* parseJson */.qF)(orUnreadable(file, () => read_readTextIfExists(file)) ?? '');
    if (!(0,json/* isJsonObject */.OW)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const pairs = lineage?.pairs ?? [];
    const from = pairs.indexOf(fingerprint(ancestor));
    return from >= 0 && pairs.indexOf(fingerprint(pair)) > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    folder.writeRecord(lineage_RECORD, { isFileMade, pairs: pairs.slice(-MAX_PAIRS) });
}
function lineage_addToLineage(folder, newPair) {
    const added = fingerprint_fingerprint(newPair);
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
    return folder.names().every(name => name === lineage_RECORD || name === REJECTION_RECORD);
}
function removeLineage(folder) {
    rmSync(folder.at(lineage_RECORD), { force: true });
}

;// CONCATENATED MODULE: external "node:util"
var external_node_util_namespaceObject = require("node:util");
;// CONCATENATED MODULE: ./src/core/write-back/composition.ts








class AnotherLogin extends reasons/* RefreshError */.M4 {
}
function composerFor(file, newPair, before) {
    let last = null;
    return () => {
        const existing = read_readTextIfExists(file.real) ?? '';
        if (last?.existing !== existing)
            last = { existing, composition: compose(existing) };
        return last.composition;
    };
    function compose(text) {
        const document = (0,json/* parseJson */.qF)(text);
        const existing = (0,json/* isJsonObject */.OW)(document) ? document : {};
        if (isAnotherLogin(existing, newPair)) {
            throw new AnotherLogin('write-back-failed', `another login was written to ${file.given} during this run, and was kept`);
        }
        const login = loginOrNull(merge(existing, newPair, before));
        if (login?.refreshToken != null)
            return { credentials: login, text: JSON.stringify(login.document) };
        throw new reasons/* RefreshError */.M4('write-back-failed', 'the new tokens, together with the other content of the file, are not a usable login');
    }
}
function isAnotherLogin(existing, newPair) {
    const login = loginOrNull(existing);
    if (login === null || !isUsable(login) || isRemnant(login, newPair))
        return false;
    return fingerprint_fingerprint(login) !== newPair.from && login.refreshToken !== newPair.refreshToken;
}
function isRemnant({ accessToken, refreshToken }, newPair) {
    return refreshToken === null && (isAccessTokenOf(accessToken, newPair.from) || accessToken === newPair.accessToken);
}
function merge(existing, { fields, isNewLogin }, before) {
    const document = Object.keys(existing).length > 0 ? existing : before;
    if (isNewLogin === true)
        return { ...document, claudeAiOauth: fields };
    const old = fieldsOrEmpty(before);
    const now = fieldsOrEmpty(existing);
    const isBlanked = now.accessToken === '' && now.refreshToken === '';
    const changed = Object.entries(fields).filter(([name, value]) => !(0,external_node_util_namespaceObject.isDeepStrictEqual)(value, old[name]));
    const login = { ...old, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) };
    return { ...document, claudeAiOauth: login };
}
function fieldsOrEmpty({ claudeAiOauth: fields }) {
    return (0,json/* isJsonObject */.OW)(fields) ? fields : {};
}
function withoutBlanks(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));
}
const ROOM_FOR_LOGIN_BYTES = 16 * 1024;
const MAX_GROWTH = 6;
function refuseTooLarge(file, { document, stats }) {
    const room = MAX_CREDENTIALS_BYTES - ROOM_FOR_LOGIN_BYTES;
    if (stats.size * MAX_GROWTH <= room || Buffer.byteLength(JSON.stringify(document)) <= room)
        return;
    const what = `${file.given} is too large: with new tokens it would have more than ${MAX_CREDENTIALS_SIZE}`;
    throw new reasons/* RefreshError */.M4('creds-invalid', what, `Remove everything except the login from it. ${reasons/* NOT_SENT */.FY}`);
}

;// CONCATENATED MODULE: ./src/core/write-back/new-file.ts





function makeFoldersFor(given) {
    const folder = external_node_path_default().dirname(given);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        return { given, real: external_node_path_default().join((0,external_node_fs_namespaceObject.realpathSync)(folder), external_node_path_default().basename(given)) };
    }
    catch (error) {
        throw notWritable(`cannot create the folder ${folder}`, error);
    }
}
function makeFile({ file, folder }, document) {
    const staged = folder.newReplacementPath();
    try {
        writeToDisk(staged, JSON.stringify(document));
        return takeName(staged, file.real);
    }
    catch (error) {
        throw notWritable(`cannot create ${file.given}`, error);
    }
    finally {
        (0,external_node_fs_namespaceObject.rmSync)(staged, { force: true });
    }
}
function takeName(staged, name) {
    try {
        (0,external_node_fs_namespaceObject.linkSync)(staged, name);
        return true;
    }
    catch (error) {
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        (0,external_node_fs_namespaceObject.renameSync)(staged, name);
        return true;
    }
}

;// CONCATENATED MODULE: ./src/core/write-back/replaceable-file.ts




function statReplaceable(file, fs) {
    const fd = openEvenIfReadOnly(file, fs);
    try {
        const stats = fs.fstatSync(fd);
        if (!stats.isFile())
            throw cannotReplace(file, 'it is no longer a regular file');
        if (stats.nlink === 1)
            return stats;
        const why = `it has ${stats.nlink} hard links, and the other names would keep the old tokens`;
        throw cannotReplace(file, why, `Replace it with a copy that has no other links: ${copyLine(file.real)}. ${reasons/* NOT_SENT */.FY}`);
    }
    finally {
        fs.closeSync(fd);
    }
}
function copyLine(file) {
    const make = shellLine(['mktemp', `${file}.XXXXXX`]);
    return `\`copy=$(${make}) && ${shellLine(['cp', '-p', file])} "$copy" && mv "$copy" ${shellLine([file])}\``;
}
function cannotReplace(file, why, remedy) {
    return new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
}
const SAFELY = (external_node_fs_default()).constants.O_NOFOLLOW | (external_node_fs_default()).constants.O_NONBLOCK;
function openEvenIfReadOnly(file, fs) {
    try {
        return fs.openSync(file.real, (external_node_fs_default()).constants.O_RDWR | SAFELY);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EACCES')
            throw error;
        return fs.openSync(file.real, (external_node_fs_default()).constants.O_RDONLY | SAFELY);
    }
}

;// CONCATENATED MODULE: ./src/core/write-back/replacement.ts







const MAX_WRITES = 5;
const SPARE_BYTES = 16 * 1024;
function privateAttributes() {
    return { mode: 0o600, uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
}
class replacement_Replacement {
    file;
    temporaryPath;
    options;
    #fd = null;
    #written = null;
    #fs;
    constructor(file, temporaryPath, options = {}) {
        this.file = file;
        this.temporaryPath = temporaryPath;
        this.options = options;
        this.#fs = options.fs ?? (external_node_fs_default());
    }
    static reserve(file, temporaryPath, options = {}) {
        const replacement = new replacement_Replacement(file, temporaryPath, options);
        replacement.reserve();
        return replacement;
    }
    reserve() {
        this.#reserve();
    }
    #reserve() {
        if (this.#fd !== null)
            return this.#fd;
        try {
            this.#fs.accessSync(external_node_path_default().dirname(this.file.real), (external_node_fs_default()).constants.W_OK | (external_node_fs_default()).constants.X_OK);
            const stats = statReplaceable(this.file, this.#fs);
            this.#fd = this.#fs.openSync(this.temporaryPath, 'wx', 0o600);
            this.#allocate(this.#fd, this.options.like ?? stats, stats.size + SPARE_BYTES);
            return this.#fd;
        }
        catch (error) {
            if (this.#fd !== null)
                this.discard();
            if (error instanceof reasons/* RefreshError */.M4)
                throw error;
            throw notWritable(`cannot replace ${this.file.given}`, error);
        }
    }
    #allocate(fd, like, bytes) {
        const own = this.#fs.fstatSync(fd);
        if (own.uid !== like.uid || own.gid !== like.gid)
            this.#giveTo(fd, like);
        writeAll(this.#fs, fd, Buffer.alloc(bytes));
        this.#fs.fsyncSync(fd);
        this.#fs.fchmodSync(fd, like.mode & 0o7777);
    }
    #giveTo(fd, { uid, gid }) {
        try {
            this.#fs.fchownSync(fd, uid, gid);
        }
        catch (error) {
            if ((0,system_error/* errorCode */.CA)(error) !== 'EPERM')
                throw error;
            const why = `this user may not give a new file to the owner of the old one (uid ${uid}, gid ${gid}; EPERM)`;
            throw cannotReplace(this.file, why, `Make the file your own with \`chown\`, or run as its owner. ${reasons/* NOT_SENT */.FY}`);
        }
    }
    commit(compose) {
        const content = this.settle(compose);
        this.#close();
        this.#fs.renameSync(this.temporaryPath, this.file.real);
        syncToDisk(external_node_path_default().dirname(this.file.real), this.#fs);
        return content;
    }
    settle(compose) {
        const fd = this.#reserve();
        let written = null;
        for (let writes = 0;; writes += 1) {
            const content = compose();
            if (content.text === this.#written)
                return content;
            if (writes === MAX_WRITES && written !== null)
                return written;
            this.#write(fd, content.text);
            written = content;
        }
    }
    #write(fd, text) {
        const bytes = Buffer.from(text);
        this.#written = null;
        writeAll(this.#fs, fd, bytes);
        this.#fs.ftruncateSync(fd, bytes.length);
        this.#fs.fsyncSync(fd);
        this.#written = text;
    }
    discard() {
        try {
            this.#close();
            this.#fs.rmSync(this.temporaryPath, { force: true });
        }
        catch {
        }
    }
    #close() {
        const fd = this.#fd;
        this.#fd = null;
        if (fd !== null)
            this.#fs.closeSync(fd);
    }
}
function writeAll(fs, fd, bytes) {
    for (let offset = 0; offset < bytes.length;)
        offset += fs.writeSync(fd, bytes, offset, bytes.length - offset, offset);
}

;// CONCATENATED MODULE: ./src/core/login-command.ts


function signInCommand(file) {
    return shellLine(['clr', 'login', '--creds', file]);
}
function replaceCommand(file) {
    return shellLine(['clr', 'login', '--creds', file, '--replace']);
}
function fromFileCommand(file, from) {
    return shellLine(['clr', 'login', '--creds', file, '--from', from, '--replace']);
}
function withLoginCommand(remedy, command) {
    return remedy.replaceAll(reasons/* WITH_CLR_LOGIN */.xZ, () => withCommand(command));
}
function withCommand(command) {
    return `with \`${command}\``;
}

;// CONCATENATED MODULE: ./src/core/locks/store-lock.ts








const STORE_PATIENCE_MS = 15_000;
const ABANDONED_AFTER_PART = 0.9;
const store_lock_RETRY_EVERY_MS = 10;
function refuseStoreThatCannotBeLocked(file) {
    for (const lockPath of storeLockPaths(file)) {
        try {
            if (!isForeign({ path: lockPath, configFolder: external_node_path_default().dirname(lockPath) }))
                refuseObstacle(lockPath);
        }
        catch (error) {
            throw error instanceof reasons/* RefreshError */.M4 ? error : notWritable(`cannot look at the lock ${lockPath}`, error);
        }
    }
}
async function whileStoreLocked({ file, folder }, write, patienceMs = STORE_PATIENCE_MS) {
    const untilMs = external_node_perf_hooks_namespaceObject.performance.now() + patienceMs;
    const taken = [];
    try {
        for (const lockPath of storeLockPaths(file)) {
            if (await take(lockPath, folder, { patienceMs, untilMs }))
                taken.push(lockPath);
        }
        return write();
    }
    finally {
        for (const lockPath of taken)
            removeLock(lockPath);
    }
}
async function take(lockPath, folder, { patienceMs, untilMs }) {
    const watch = new LockWatch();
    try {
        while (!makeRecordedLock(lockPath, folder)) {
            if (describeObstacle(lockPath) !== null)
                return false;
            const unrenewedMs = watch.look(lockPath);
            if (external_node_perf_hooks_namespaceObject.performance.now() > untilMs) {
                if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART)
                    return false;
                removeLock(lockPath);
                return makeRecordedLock(lockPath, folder);
            }
            await (0,promises_.setTimeout)(store_lock_RETRY_EVERY_MS);
        }
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/core/write-back/write-back.ts











async function write_back_writeBack(destination, newPair, before) {
    const { file, replacement, keepSafe, storePatienceMs } = destination;
    const compose = composerFor(file, newPair, before);
    try {
        replacement.settle(compose);
        const commit = () => {
            const written = replacement.commit(compose);
            return replaceIfMoved(file, newPair, before) ?? written;
        };
        return (await whileStoreLocked(destination, commit, storePatienceMs)).credentials;
    }
    catch (error) {
        const why = error instanceof reasons/* RefreshError */.M4 ? error.message : `cannot replace ${file.given}: ${(0,system_error/* explainSystemError */.Tr)(error)}`;
        const path = keepSafe(merge({}, newPair, before));
        const remedy = error instanceof AnotherLogin ? chooseLogin(file, path) : undefined;
        throw new reasons/* RefreshError */.M4('write-back-failed', `${why}; the new tokens are safe in ${path}`, remedy);
    }
}
function chooseLogin(file, path) {
    const put = `put its login into the file ${withCommand(fromFileCommand(file.given, path))}`;
    return `Keep one of the two logins: delete ${path}, or ${put}.`;
}
function replaceIfMoved(file, newPair, before) {
    const moved = findIfMoved(file);
    if (moved === null || !holdsOldPair(moved, newPair))
        return null;
    const folder = work_folder_WorkFolder.open(moved);
    const replacement = new replacement_Replacement(moved, folder.newReplacementPath());
    try {
        return replacement.commit(composerFor(moved, newPair, before));
    }
    finally {
        replacement.discard();
        folder.close();
    }
}
function holdsOldPair(file, { from }) {
    const login = credentials_file_readGoodLogin(file);
    const isOurs = login?.stats.uid === process.geteuid?.() && whyOthersMayWrite(file) === null;
    return login !== null && isOurs && fingerprint_fingerprint(login) === from;
}

;// CONCATENATED MODULE: ./src/core/recovery/put-back.ts











async function putBack({ file, folder }, { newPair, otherKeys, path, replacementPath, keepSafe }) {
    const place = { file, folder };
    if (newPair.isNewLogin === true && isMissing(file)) {
        const document = { ...otherKeys, claudeAiOauth: newPair.fields };
        const isMade = orWaiting(path, () => makeFile(place, document));
        return isMade ? credentialsOf(newPair) : 'another-login';
    }
    const login = credentials_file_readGoodLogin(file);
    const outlook = outlookFor(newPair, login);
    if (outlook !== 'put-back')
        return outlook;
    const existing = login === null || isRemnant(login, newPair) ? null : login;
    const replacement = orWaiting(path, () => replacement_Replacement.reserve(file, replacementPath));
    try {
        return await write_back_writeBack({ ...place, replacement, keepSafe }, newPair, existing?.document ?? otherKeys);
    }
    finally {
        replacement.discard();
    }
}
function outlookFor(newPair, login) {
    if (login === null || isRemnant(login, newPair))
        return 'put-back';
    if (fingerprint_fingerprint(login) === fingerprint_fingerprint(newPair))
        return 'in-file';
    return fingerprint_fingerprint(login) === newPair.from ? 'put-back' : 'another-login';
}
function orWaiting(pairPath, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const where = `the new tokens of an interrupted run are still in ${pairPath()}`;
        const remedy = `${(0,reasons/* withoutTokenNote */.eG)(error.remedy)} The next run then puts those tokens into the file.`;
        throw new reasons/* RefreshError */.M4('write-back-failed', `${error.message}; ${where}`, remedy);
    }
}
function isMissing({ real }) {
    return orUnreadable(real, () => unlessMissing(() => (0,external_node_fs_namespaceObject.lstatSync)(real))) === null;
}
function otherKeysOf(document) {
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'));
}

;// CONCATENATED MODULE: ./src/core/recovery/rescue-file.ts







const RESCUE_NAME = /^rescue-(login-)?[\dTZ]+-([\da-f]{64})\.json$/;
function rescue(folder, document, { from, isSignIn = false }) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const path = folder.at(`${RESCUE_PREFIX}${isSignIn ? 'login-' : ''}${stamp}-${from}.json`);
    writeToDisk(path, JSON.stringify(document));
    syncToDisk(folder.path);
    return { path, from, isNewLogin: isSignIn };
}
function rescue_file_keepSafe(folder, home, document) {
    try {
        return rescue(folder, document, home.origin).path;
    }
    catch {
        home.keep();
        return pairPathIn(home, home.origin);
    }
}
function readRescue({ path, from, isNewLogin }) {
    const document = (0,json/* parseJson */.qF)(read_readTextIfExists(path) ?? '');
    if (!(0,json/* isJsonObject */.OW)(document))
        return null;
    const newPair = newPairIn(document.claudeAiOauth, from);
    return newPair === null ? null : { newPair: { ...newPair, isNewLogin }, otherKeys: otherKeysOf(document) };
}
function rescue_file_rescuesIn(folder) {
    return folder.names().flatMap(name => {
        const [, login, from] = RESCUE_NAME.exec(name) ?? [];
        return from === undefined ? [] : [{ path: folder.at(name), from, isNewLogin: login !== undefined }];
    });
}

;// CONCATENATED MODULE: ./src/core/recovery/abandoned-home.ts
















const ABANDONED_GRACE_MS = 5000;
const SIGN_IN_LIMIT_MS = 3_600_000;
async function recoverHome(task, path) {
    const { file, folder, insist, onSentBefore } = task;
    const home = isolated_home_IsolatedHome.adopt(path);
    if (home.owner !== null && isAlive(home.owner) === 'yes')
        return null;
    await endAbandonedClaude(home, insist);
    const judgement = home.judge();
    let recovered = null;
    if (judgement.kind === 'pair') {
        lineage_addToLineage(folder, judgement.newPair);
        recovered = await putBackFrom(home, judgement.newPair, task);
    }
    else if (home.owner !== null) {
        if (isSignInElsewhere(home))
            return null;
        const { isSent, rejection } = useOfToken(home, judgement);
        if ((isSent || rejection !== null) && isInFile(file, home.origin.from)) {
            if (rejection !== null)
                rejections_rememberRejection(folder, rejection, rejection.atMs);
            if (isSent)
                onSentBefore?.();
        }
    }
    await home.remove();
    return recovered;
}
async function endAbandonedClaude(home, insist) {
    const identity = home.claudeIdentity();
    if (identity === null || isAlive(identity) !== 'yes')
        return;
    const claude = claude_process_ClaudeProcess.adopt(identity);
    const grace = deadline_Deadline.after(ABANDONED_GRACE_MS / 1000);
    await watch_watchCall({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist });
    await claude.kill();
}
function useOfToken(home, { kind }) {
    const rejection = { pair: home.origin.from, message: meaningOfBlanked(), atMs: blankedAtMs(home) };
    return { isSent: mayHaveSent(home), rejection: kind === 'blanked' ? rejection : null };
}
function isSignInElsewhere(home) {
    const { owner, origin } = home;
    const mayBeAlive = owner !== null && isAlive(owner) === 'unknown';
    return origin.isSignIn === true && mayBeAlive && unchangedMs(home) < SIGN_IN_LIMIT_MS;
}
function unchangedMs({ path, configFolder, credentialsPath }) {
    const times = [path, configFolder, credentialsPath].map(entry => statIfAny(entry)?.mtimeMs ?? 0);
    return Date.now() - Math.max(...times);
}
function blankedAtMs({ credentialsPath }) {
    const nowMs = Date.now();
    return Math.min(nowMs, Math.floor(statIfAny(credentialsPath)?.mtimeMs ?? nowMs));
}
function isInFile(file, pair) {
    const login = credentials_file_readGoodLogin(file);
    return login !== null && fingerprint_fingerprint(login) === pair;
}
function mayHaveSent(home) {
    if (isWrittenBack(home) || isSeedLockIn(home.path, home.claudeRecord))
        return false;
    const { debug, stdout, stderr } = home.logs;
    const tokenUse = failure_signs_failureSignIn([debug, stdout, stderr].map(read_readTextOrEmpty).join('\n'))?.tokenUse;
    return tokenUse !== 'not-sent' && tokenUse !== 'not-used';
}
async function putBackFrom(home, newPair, target) {
    const rescuePair = () => rescue_file_keepSafe(target.folder, home, { claudeAiOauth: newPair.fields });
    if (home.owner === null) {
        rescuePair();
        return null;
    }
    const result = await putBack(target, {
        newPair,
        otherKeys: otherKeysOf(replacementDocumentIn(home)),
        path: () => pairPathIn(home, home.origin),
        replacementPath: home.newReplacementPath(),
        keepSafe: document => rescue_file_keepSafe(target.folder, home, document)
    });
    const isOutdated = home.origin.isSignIn !== true && isWrittenBack(home);
    if (result === 'another-login' && !isOutdated)
        rescuePair();
    return typeof result === 'string' ? null : result;
}

;// CONCATENATED MODULE: ./src/core/recovery/trusted-entry.ts

function isTrusted(entry, { keepsModes }, uid = process.geteuid?.()) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === uid && (!keepsModes || (stats.mode & 0o077) === 0);
}

;// CONCATENATED MODULE: ./src/core/recovery/abandoned-run.ts











const LEFT_BEHIND = [REPLACEMENT_PREFIX, GONE_PREFIX];
async function abandoned_run_recoverAbandoned(task) {
    const { folder } = task;
    let recovered = null;
    for (const home of homesIn(folder))
        recovered = (await recoverHomeAt(task, home)) ?? recovered;
    for (const rescue of rescue_file_rescuesIn(folder))
        recovered = (await recoverRescue(task, rescue)) ?? recovered;
    clearLeftBehind(folder);
    if (recovered !== null)
        rejections_forgetOtherRejection(folder, recovered);
    return recovered;
}
async function recoverSignIns(task) {
    const { folder } = task;
    let recovered = null;
    for (const home of homesIn(folder)) {
        if (isForSignIn(home))
            recovered = (await recoverHomeAt(task, home)) ?? recovered;
    }
    for (const rescue of rescue_file_rescuesIn(folder)) {
        if (rescue.isNewLogin)
            recovered = (await recoverRescue(task, rescue)) ?? recovered;
    }
    clearLeftBehind(folder);
    return recovered;
}
function hasSignInLeft(folder) {
    return rescue_file_rescuesIn(folder).some(({ isNewLogin }) => isNewLogin) || homesIn(folder).some(isForSignIn);
}
function homesIn(folder) {
    return folder.names().flatMap(name => (name.startsWith(HOME_PREFIX) ? [folder.at(name)] : []));
}
function isForSignIn(home) {
    return orUnreadable(home, () => readRunRecord(home))?.origin.isSignIn === true;
}
async function recoverHomeAt(task, home) {
    try {
        return isTrusted(home, task.folder) ? await recoverHome(task, home) : null;
    }
    catch (error) {
        throw unreadable(home, error);
    }
}
function clearLeftBehind(folder) {
    for (const name of folder.names()) {
        if (LEFT_BEHIND.some(prefix => name.startsWith(prefix)))
            removeIfPossible(folder.at(name));
    }
    sweepLocks(folder);
}
async function recoverRescue({ file, folder }, rescue) {
    const { path } = rescue;
    const rescued = orUnreadable(path, () => (isTrusted(path, folder) ? readRescue(rescue) : null));
    if (rescued === null)
        return null;
    lineage_addToLineage(folder, rescued.newPair);
    const pending = { ...rescued, path: () => path, replacementPath: folder.newReplacementPath(), keepSafe: () => path };
    const result = await putBack({ file, folder }, pending);
    if (result !== 'another-login')
        removeIfPossible(path);
    return typeof result === 'string' ? null : result;
}

;// CONCATENATED MODULE: ./src/core/status/remains.ts









function remainsIn(folder, found) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(folder.path, { throwIfNoEntry: false });
    if (stats === undefined)
        return [];
    const owner = stats.uid;
    const beside = { ...found, trusts: (entry) => or_null_orNull(() => isTrusted(entry, folder, owner)) ?? false };
    const homes = folder.names().filter(name => name.startsWith(HOME_PREFIX));
    const inHomes = homes.map(name => folder.at(name)).flatMap(path => (remains_isFolder(path) ? [homeStatus(path, beside)] : []));
    return [...inHomes, ...rescue_file_rescuesIn(folder).map(rescue => rescueStatus(rescue, beside))];
}
function remains_isFolder(path) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(path).isDirectory()) ?? false;
}
function homeStatus(path, { login, isLocked, trusts }) {
    const seen = or_null_orNull(() => {
        const home = isolated_home_IsolatedHome.adopt(path);
        return { home, outlook: outlookOfHome(home, login) };
    });
    const owner = seen?.home.owner ?? null;
    const isUsed = trusts(path);
    const alive = owner === null ? 'unknown' : isAlive(owner);
    const isAtWork = alive === 'yes' || (alive === 'unknown' && isLocked);
    return {
        path,
        kind: 'home',
        hasNewTokens: seen && (seen.outlook === 'put-back' || seen.outlook === 'another-login'),
        handledBy: isAtWork ? 'its-run' : isUsed && seen?.outlook !== 'another-login' ? 'next-run' : 'person',
        isNewLogin: seen?.home.origin.isSignIn === true,
        isTrusted: isUsed
    };
}
function outlookOfHome(home, login) {
    const judgement = home.judge();
    if (judgement.kind !== 'pair')
        return 'no-pair';
    const outlook = outlookFor(judgement.newPair, login);
    const isOfRefresh = home.owner !== null && home.origin.isSignIn !== true;
    const isOutdated = outlook === 'another-login' && isOfRefresh && isWrittenBack(home);
    return isOutdated ? 'outdated' : outlook;
}
function rescueStatus(rescue, { login, trusts }) {
    const { path } = rescue;
    const outlook = or_null_orNull(() => {
        const rescued = readRescue(rescue);
        return rescued === null ? 'no-pair' : outlookFor(rescued.newPair, login);
    });
    const hasTokens = outlook === null ? null : outlook === 'put-back' || outlook === 'another-login';
    const isUsed = trusts(path);
    const isForPerson = outlook === 'another-login' || outlook === 'no-pair' || !isUsed;
    return {
        path,
        kind: 'rescue',
        hasNewTokens: hasTokens,
        handledBy: isForPerson ? 'person' : 'next-run',
        isNewLogin: rescue.isNewLogin,
        isTrusted: isUsed
    };
}

;// CONCATENATED MODULE: ./src/core/dry-run/pairs.ts












class InterruptedRuns {
    waiting = null;
    others = [];
    rejection = null;
    isSentBefore = false;
    atWork = [];
    #login;
    constructor({ folder, login, onlySignIns }) {
        this.#login = login;
        const homes = homesIn(folder).filter(home => !onlySignIns || isForSignIn(home));
        for (const home of homes) {
            orUnreadable(home, () => {
                if (isTrusted(home, folder))
                    this.#lookInto(isolated_home_IsolatedHome.adopt(home));
            });
        }
        const rescues = rescue_file_rescuesIn(folder).filter(({ isNewLogin }) => !onlySignIns || isNewLogin);
        for (const rescue of rescues)
            this.#lookAt(rescue, folder);
    }
    #lookInto(home) {
        if (home.owner !== null && isAlive(home.owner) === 'yes')
            return;
        const claude = home.claudeIdentity();
        if (claude !== null && isAlive(claude) === 'yes')
            this.atWork.push(home.path);
        const judgement = home.judge();
        if (judgement.kind === 'pair') {
            const outlook = outlookOfHome(home, this.#login);
            const path = pairPathIn(home, home.origin);
            if (outlook === 'put-back')
                this.#putBack(judgement.newPair, path);
            const { from, isSignIn = false } = home.origin;
            if (outlook === 'another-login')
                this.others.push({ path, from, isNewLogin: isSignIn });
        }
        else if (home.owner !== null && !isSignInElsewhere(home) && this.#isInFile(home.origin.from)) {
            const { isSent, rejection } = useOfToken(home, judgement);
            this.isSentBefore ||= isSent;
            this.rejection ??= rejection;
        }
    }
    #lookAt(rescue, folder) {
        const { path } = rescue;
        const rescued = orUnreadable(path, () => (isTrusted(path, folder) ? readRescue(rescue) : null));
        const outlook = rescued === null ? 'another-login' : outlookFor(rescued.newPair, this.#login);
        if (outlook === 'another-login')
            this.others.push(rescue);
        if (rescued !== null && outlook === 'put-back')
            this.#putBack(rescued.newPair, path);
    }
    #putBack(newPair, path) {
        const login = credentialsOf(newPair);
        this.waiting = { login, path, isNewLogin: newPair.isNewLogin === true };
        this.#login = login;
    }
    #isInFile(pair) {
        return this.#login !== null && fingerprint_fingerprint(this.#login) === pair;
    }
}

;// CONCATENATED MODULE: ./src/core/recovery/missing-file.ts





async function missing_file_findOrRecover(given, name, { insist, ...patience }) {
    const { file: found, missing } = findOrPlace(given, name);
    if (missing === null)
        return { file: found, recovered: null };
    const recovered = await locks_whileLocked(found, patience, ({ file, folder }) => recoverSignIns({ file, folder, insist }));
    return { file: findCredentialsFile(given, name), recovered };
}
function findOrPlace(given, name) {
    try {
        return { file: findCredentialsFile(given, name), missing: null };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'creds-not-found')
            throw error;
        const place = findPlace(given);
        const left = place === null ? null : work_folder_WorkFolder.find(place);
        if (place === null || left === null || !hasSignInLeft(left))
            throw error;
        return { file: place, missing: error };
    }
}

;// CONCATENATED MODULE: ./src/core/dry-run/place.ts












const NEW_FILE_BYTES = 16 * 1024;
function findPlaceOf(given, { incoming, credsFrom }) {
    if (incoming === null || place_isLink(given))
        return { given, incoming, ...findOrPlace(given, credsFrom) };
    try {
        return { given, incoming, file: findCredentialsFile(given, credsFrom), missing: null };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'creds-not-found')
            throw error;
        const isFolderThere = statIfAny(external_node_path_default().dirname(given))?.isDirectory() === true;
        return { given, incoming, file: isFolderThere ? findPlace(given) : null, missing: error };
    }
}
function place_isLink(given) {
    return or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(given).isSymbolicLink()) ?? false;
}
function newFileMaker(place, waiting) {
    const make = temporaryPath => makeNewFile(place, temporaryPath);
    return waiting === null
        ? make
        : temporaryPath => orWaiting(() => waiting.path, () => make(temporaryPath));
}
function makeNewFile({ given, file, missing, incoming }, temporaryPath) {
    if (file !== null && missing === null) {
        const replacement = replacement_Replacement.reserve(file, temporaryPath, incoming === null ? {} : { like: privateAttributes() });
        return () => {
            replacement.discard();
        };
    }
    try {
        writeToDisk(temporaryPath, Buffer.alloc(NEW_FILE_BYTES));
    }
    catch (error) {
        throw notWritable(`cannot create ${given}`, error);
    }
    return () => void removeIfPossible(temporaryPath);
}

;// CONCATENATED MODULE: ./src/core/dry-run/room.ts










function proveRoom(folder, makeNewFile) {
    const probe = folder.at(`${DRY_RUN_PREFIX}${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`);
    try {
        if (!makeUnlessGone(probe))
            return false;
        const removeNewFile = makeNewFile(newReplacementPathIn(probe));
        try {
            orNotWritable(probe, () => {
                writeBallast(probe);
            });
        }
        finally {
            removeNewFile();
        }
        return true;
    }
    catch (error) {
        if ((0,external_node_fs_namespaceObject.existsSync)(probe))
            throw error;
        return false;
    }
    finally {
        removeIfPossible(probe);
    }
}
function makeUnlessGone(probe) {
    try {
        makeFolderWithSpace(probe);
        return true;
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) === 'ENOENT')
            return false;
        throw cannotWrite(probe, error);
    }
}
function orNotWritable(probe, work) {
    try {
        work();
    }
    catch (error) {
        throw cannotWrite(probe, error);
    }
}
function cannotWrite(probe, error) {
    return notWritable(`cannot write in an isolated HOME at ${probe}`, error);
}
function inNewFolderFor(given, work) {
    const probe = external_node_path_default().join(nearestFolder(given), `.clr-dry-run-${(0,external_node_crypto_namespaceObject.randomBytes)(8).toString('hex')}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(probe, { mode: 0o700 });
    }
    catch (error) {
        throw notWritable(`cannot create the folder ${external_node_path_default().dirname(given)}`, error);
    }
    try {
        return work(work_folder_WorkFolder.openBriefly(probe));
    }
    finally {
        removeIfPossible(probe);
    }
}
function nearestFolder(entry) {
    const above = external_node_path_default().dirname(entry);
    const isThere = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(above)) !== null;
    return isThere || above === entry ? above : nearestFolder(above);
}

;// CONCATENATED MODULE: ./src/core/claude/claude-environment.ts


const CLIENT_FILES = ['CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
const CLIENT_VARIABLES = [...CLIENT_FILES, 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'];
function claudeVariables(environment) {
    const variables = allowedVariables(environment);
    for (const name of CLIENT_VARIABLES) {
        const value = environment[name];
        if (value !== undefined)
            variables[name] = CLIENT_FILES.includes(name) ? absolutePaths(value) : value;
    }
    return variables;
}
function networkVariables(environment) {
    const variables = claudeVariables(environment);
    return [...NETWORK_VARIABLES, ...CLIENT_VARIABLES].filter(name => (variables[name] ?? '') !== '').sort();
}
function claude_environment_claudeEnvironment(caller, home, baseUrl) {
    return { ...isolatedEnvironment(caller, home), ANTHROPIC_BASE_URL: baseUrl };
}
function isolatedEnvironment(caller, home) {
    const variables = claudeVariables(caller);
    return {
        ...variables,
        PATH: claudePath(variables.PATH ?? '', home.firstOnPath),
        HOME: home.path,
        USERPROFILE: home.path,
        TMPDIR: home.temporaryFolder,
        NO_PROXY: withLoopback(caller.NO_PROXY ?? caller.no_proxy),
        no_proxy: withLoopback(caller.no_proxy ?? caller.NO_PROXY),
        DISABLE_AUTOUPDATER: '1'
    };
}
function claudePath(callerPath, first) {
    return [first ?? '', external_node_path_default().dirname(process.execPath), callerPath].filter(entry => entry !== '').join((external_node_path_default()).delimiter);
}
function withLoopback(noProxy) {
    return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`;
}

;// CONCATENATED MODULE: ./src/core/claude/claude-output.ts


const MAX_OUTPUT_LENGTH = 16_384;
const MAX_LINE_LENGTH = 300;
const STACK = /\\n {4}at .*/;
function claude_output_printedOutput({ logs }, hiding) {
    return hideSecrets(`${endOf(logs.stdout)}\n${endOf(logs.stderr)}`, hiding);
}
function claude_output_shownLine(line, hiding) {
    const safe = hideSecrets(line.replace(STACK, ''), hiding);
    return safe.length > MAX_LINE_LENGTH ? `${safe.slice(0, MAX_LINE_LENGTH)}…` : safe;
}
function hideSecrets(text, { logins, environment }) {
    const secrets = logins.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]);
    const encoded = secrets.flatMap(encodedForms);
    return safeOutput(withoutProxyPasswords(text, environment), [...secrets, ...encoded]);
}
function endOf(file) {
    return tailOf(readEndOrEmpty(file, 4 * MAX_OUTPUT_LENGTH));
}
function tailOf(text) {
    return text.length <= MAX_OUTPUT_LENGTH ? text : text.slice(-MAX_OUTPUT_LENGTH).replace(/^\S+/, '');
}

;// CONCATENATED MODULE: external "node:net"
var external_node_net_namespaceObject = require("node:net");
;// CONCATENATED MODULE: ./src/core/claude/model-listener.ts





const MAX_CONNECTIONS = 8;
const PAUSE_MS = 50;
const TLS_HANDSHAKE = 0x16;
class model_listener_ModelListener {
    server;
    baseUrl;
    #held = new Set();
    #queue = Promise.resolve();
    constructor(server, baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }
    static async open(isOfClaude, onRequest) {
        const server = createServer();
        server.maxConnections = MAX_CONNECTIONS;
        await new Promise((resolve, reject) => {
            server.once('error', error => {
                const message = `cannot listen on 127.0.0.1 (${errorCode(error)}), so \`claude\` was not started`;
                const remedy = `Allow clr to listen on 127.0.0.1 (a sandbox may forbid it), then run it again. ${NOT_SENT}`;
                reject(new RefreshError('claude-failed', message, remedy));
            });
            server.listen(0, '127.0.0.1', resolve);
        });
        server.unref();
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const listener = new model_listener_ModelListener(server, `https://127.0.0.1:${port}/${randomBytes(8).toString('hex')}`);
        server.on('error', () => undefined);
        server.on('connection', socket => {
            socket.on('error', () => undefined);
            listener.#held.add(socket);
            socket.once('close', () => listener.#held.delete(socket));
            listener.#enqueue(() => {
                checkOwner(socket, port, isOfClaude, onRequest);
            });
        });
        return listener;
    }
    #enqueue(check) {
        this.#queue = this.#queue.then(async () => {
            check();
            await sleep(PAUSE_MS, undefined, { ref: false });
        });
    }
    close() {
        this.server.close();
        for (const socket of this.#held)
            socket.destroy();
    }
}
function checkOwner(socket, port, isOfClaude, onRequest) {
    if (socket.destroyed || socket.remotePort === undefined)
        return;
    const answer = isOfClaude({ from: socket.remotePort, to: port });
    if (answer === 'yes')
        onRequest();
    else if (answer === 'no')
        socket.destroy();
    else if (beginsAsTls(socket.read()))
        onRequest();
    else
        socket.once('data', bytes => {
            if (beginsAsTls(bytes))
                onRequest();
        });
}
function beginsAsTls(bytes) {
    return Buffer.isBuffer(bytes) && bytes[0] === TLS_HANDSHAKE;
}

;// CONCATENATED MODULE: ./src/core/claude/watch-with-grace.ts



const GRACE_MS = 5000;
const GRACE_BEFORE_TERM_MS = 4000;
const EXPLANATION_MS = 2000;
async function watch_with_grace_watchWithGrace(call, { deadline, cancel, insist, log }) {
    const watched = await watchCall(call, { deadline, cancel });
    const { kind } = watched.sighting;
    if (kind === 'over' && watched.mayHaveSent)
        return waitForExplanation(call, watched, cancel);
    if ((kind !== 'deadline' && kind !== 'cancelled') || !call.home.isExchangeUnderWay())
        return watched;
    log.activity?.({ kind: 'grace', cause: kind, graceMs: GRACE_MS });
    const term = setTimeout(() => {
        call.claude.terminate();
    }, GRACE_BEFORE_TERM_MS);
    const last = await watchCall(call, { deadline: Deadline.after(GRACE_MS / 1000), cancel: insist });
    clearTimeout(term);
    const isResult = last.sighting.kind === 'pair' || last.sighting.kind === 'blanked';
    return { sighting: isResult ? last.sighting : watched.sighting, mayHaveSent: true };
}
async function waitForExplanation({ home, claude, modelRequest }, watched, cancel) {
    if (!home.lock())
        return watched;
    const ends = [modelRequest, cancel].map(signal => sleep(EXPLANATION_MS, null, { signal, ref: false }).catch(() => null));
    const exit = await Promise.race([claude.exited, ...ends]);
    return exit === null ? watched : { ...watched, sighting: { kind: 'exited', exit } };
}

;// CONCATENATED MODULE: ./src/core/claude/claude-call.ts














const MAX_READS = 10;
const READ_AGAIN_MS = 200;
async function claude_call_callClaude(exchange, unknownOptions) {
    const { home, program } = exchange;
    const modelRequest = new AbortController();
    let claude = null;
    const listener = await ModelListener.open(connection => claude?.hasMade(connection) ?? 'no', () => {
        modelRequest.abort();
    });
    try {
        const environment = claudeEnvironment(exchange.environment, home, listener.baseUrl);
        const command = [program.path, ...claudeArguments(home.logs.debug, unknownOptions)];
        claude = await startProven(exchange, command, environment);
        const watched = await watchWithGrace({ home, claude, modelRequest: modelRequest.signal }, exchange);
        const end = claude.kill();
        if (watched.sighting.kind === 'pair')
            home.removeAfter(end);
        else
            await end;
        return await resultOf(exchange, watched, unknownOptions);
    }
    finally {
        listener.close();
    }
}
async function startProven({ home, proveSafe }, command, environment) {
    const claude = ClaudeProcess.start(home, command, environment);
    try {
        proveSafe();
        home.unlock();
        return claude;
    }
    catch (error) {
        await claude.kill();
        throw error;
    }
}
async function resultOf(exchange, { sighting, mayHaveSent: mayHaveSentBefore }, unknownOptions) {
    const { home, before, program, environment } = exchange;
    const judgement = sighting.kind === 'pair' ? sighting : await finalJudgement(home);
    if (judgement.kind === 'pair') {
        const { newPair } = judgement;
        return { newPair, output: printedOutput(home, { logins: [before, newPair], environment }) };
    }
    const unknownOption = sighting.kind === 'exited' ? unknownOptionIn(readTextOrEmpty(home.logs.stderr)) : null;
    const mayHaveSent = mayHaveSentBefore || home.isExchangeUnderWay();
    if (unknownOption !== null && !unknownOptions.has(unknownOption) && !mayHaveSent)
        return { unknownOption };
    const hiding = { logins: [before], environment };
    const output = printedOutput(home, hiding);
    const log = orNull(() => readTextIfExists(home.logs.debug) ?? '');
    const debug = log ?? '';
    const sign = failureSignIn(`${debug}\n${output}`);
    const failure = classifyFailure({
        sighting: judgement.kind === 'nothing' ? sighting : judgement,
        mayHaveSent,
        sign,
        output,
        program,
        proxyFault: proxyFaultIn(environment)
    });
    const logLine = sign !== null && debug.includes(sign.line) ? shownLine(sign.line, hiding) : null;
    return { ...failure, output, logLine, isLogRead: log !== null };
}
async function finalJudgement(home) {
    for (let reads = 1;; reads += 1) {
        try {
            return home.judge();
        }
        catch (error) {
            if (reads === MAX_READS) {
                home.keep();
                const why = `cannot read the isolated HOME ${home.path} (${errorCode(error)}), which may hold the new tokens`;
                const message = `${why}; it is kept, and the next run that can read it recovers them`;
                const remedy = 'Do not delete that folder: it may have the only copy of the login. Make it readable, then run it again.';
                throw new RefreshError('not-refreshed', message, remedy);
            }
            await sleep(READ_AGAIN_MS);
        }
    }
}

;// CONCATENATED MODULE: ./src/core/claude/exchange.ts






const RETRY_WAITS_MS = (/* unused pure expression or super */ null && ([1000, 3000]));
const RETRY_SPAN_MS = 10_000;
const MIN_TRY_MS = 5000;
async function exchange_letClaudeRefresh(exchange) {
    const { log } = exchange;
    const unknownOptions = new Set(optionsUnknownTo(exchange.program.version));
    let firstFailure = null;
    let tokenUse = 'not-sent';
    let call = callClaude;
    for (let tries = 0;;) {
        if (exchange.cancel.aborted) {
            throw withoutPair({ reason: 'cancelled', message: 'stopped before `claude` had refreshed the login', tokenUse });
        }
        if (call === callClaude)
            traceStart(log, exchange.home.path);
        const useBefore = tokenUse;
        const result = await call(exchange, unknownOptions).catch((error) => {
            throw afterTries(error, useBefore);
        });
        call = seedAndCall;
        if ('newPair' in result) {
            exchange.afterwards(traceSuccess.bind(null, log, result.output));
            return result.newPair;
        }
        if ('unknownOption' in result) {
            unknownOptions.add(result.unknownOption);
            traceUnknownOption(log, result.unknownOption);
            continue;
        }
        tokenUse = worseOf(tokenUse, result.tokenUse);
        firstFailure ??= Deadline.after(RETRY_SPAN_MS / 1000);
        const waitMs = result.isRepeatable ? waitBeforeRetry(tries, firstFailure, exchange.deadline) : null;
        if (waitMs === null) {
            exchange.afterwards(traceFailure.bind(null, log, result));
            throw withoutPair({ ...result, tokenUse });
        }
        traceRetry(log, result, waitMs);
        tries += 1;
        await sleep(waitMs, null, { signal: exchange.cancel }).catch(() => null);
    }
}
function waitBeforeRetry(tries, firstFailure, deadline) {
    const waitMs = RETRY_WAITS_MS[tries];
    if (waitMs === undefined || firstFailure.remainingMs() <= waitMs)
        return null;
    return deadline.remainingMs() < waitMs + MIN_TRY_MS ? null : waitMs;
}
async function seedAndCall(exchange, unknownOptions) {
    exchange.home.seed(exchange.before);
    return callClaude(exchange, unknownOptions);
}

;// CONCATENATED MODULE: ./src/core/claude/keychain.ts









const keychain_CLI_FILE_NAME = '.credentials.json';
const SERVICE = 'Claude Code-credentials';
const keychain_TIMEOUT_MS = 10_000;
function refuseFileBesideKeychain(file, environment, log) {
    if (process.platform !== 'darwin')
        return;
    for (const { service, status } of itemsInPlaceOf(file, environment)) {
        if (status === 0)
            throw staleFileError(file, service);
        if (status === NO_SUCH_ITEM)
            continue;
        log.trace(`# the Keychain does not say whether it holds "${service}" (exit ${status ?? 'none'}): the file is used`);
    }
}
function findKeychainItem(file, environment) {
    if (process.platform !== 'darwin')
        return null;
    for (const { service, status } of itemsInPlaceOf(file, environment))
        if (status === 0)
            return service;
    return null;
}
function* itemsInPlaceOf(file, environment) {
    for (const service of servicesOf(file, environment))
        yield { service, status: statusOfItem(service, environment) };
}
function staleFileError({ given }, service) {
    return new reasons/* RefreshError */.M4('usage', `the Keychain has a login ("${service}"), which \`claude\` uses instead of ${given}; the refresh token in the file may be used up`, `Name a file with a login of its own with \`--creds\`. ${reasons/* NOT_SENT */.FY}`);
}
function servicesOf({ real }, { CLAUDE_CONFIG_DIR: chosen = '' }) {
    const folders = [
        [SERVICE, or_null_orNull(() => external_node_path_default().join((0,external_node_os_namespaceObject.homedir)(), '.claude')) ?? ''],
        [`${SERVICE}-${suffixOf(chosen)}`, chosen]
    ];
    const isIn = (folder) => folder !== '' && (isSameFile(external_node_path_default().join(folder, keychain_CLI_FILE_NAME), real) || isNewFileIn(folder, real));
    return folders.filter(([, folder]) => isIn(folder)).map(([service]) => service);
}
function suffixOf(folder) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8);
}
function isNewFileIn(folder, file) {
    return !(0,external_node_fs_namespaceObject.existsSync)(file) && external_node_path_default().basename(file) === keychain_CLI_FILE_NAME && isSameFile(folder, external_node_path_default().dirname(file));
}
function isSameFile(one, other) {
    const [a, b] = [one, other].map(file => or_null_orNull(() => (0,external_node_fs_namespaceObject.statSync)(file, { bigint: true })));
    return a != null && a.ino === b?.ino && a.dev === b.dev;
}
function statusOfItem(service, caller) {
    const PATH = [...absoluteEntries(caller.PATH), '/usr/bin'].join((external_node_path_default()).delimiter);
    const env = { ...allowedVariables(caller), PATH, HOME: caller.HOME };
    const args = ['find-generic-password', '-a', accountOf(caller), '-s', service];
    return (0,external_node_child_process_namespaceObject.spawnSync)('security', args, { env, stdio: 'ignore', timeout: keychain_TIMEOUT_MS }).status;
}
function accountOf({ USER = '' }) {
    return USER === '' ? (or_null_orNull(() => (0,external_node_os_namespaceObject.userInfo)().username) ?? 'claude-code-user') : USER;
}

;// CONCATENATED MODULE: ./src/core/refuse-unsafe.ts




function refuse_unsafe_refuseUnsafe({ file, folder, environment, log }, login) {
    refuseTooLarge(file, login);
    refuseStoreThatCannotBeLocked(file);
    refuseFileBesideKeychain(file, environment, log);
    refuseRejected(folder, login);
}

;// CONCATENATED MODULE: ./src/core/credentials/login-end.ts


const login_end_HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 8 * login_end_HOUR_MS;
const CLOCK_TOLERANCE_MS = login_end_HOUR_MS;
const LOGIN_WARNING_MS = (0,core_options/* parseDurationMs */.yi)(core_options/* DEFAULTS */.zY.loginWarning, 'login-warning');
function login_end_endOf(login, nowMs = Date.now()) {
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
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${(0,core_times/* describeMoment */.oL)(endMs, nowMs)}`;
}

;// CONCATENATED MODULE: ./src/core/report-draft.ts








class report_draft_ReportDraft {
    onPhase;
    creds = null;
    claude = null;
    before = null;
    current = null;
    waiting = [];
    #startMs = external_node_perf_hooks_namespaceObject.performance.now();
    #phases = [];
    #warnings = [];
    #isSentBefore = false;
    #phase = null;
    constructor(onPhase = () => undefined) {
        this.onPhase = onPhase;
    }
    enter(name) {
        this.#endPhase();
        this.onPhase(name);
        this.#phase = { name, startMs: external_node_perf_hooks_namespaceObject.performance.now() };
    }
    warn(...sentences) {
        this.#warnings.push(...sentences.map(redact/* safeLine */.om));
    }
    onSentBefore = () => {
        this.#isSentBefore = true;
    };
    refreshed(after) {
        const odd = 'the new tokens are in the file, but `claude` stored an impossible expiry date with them';
        const validity = after.expiresAtMs === null ? odd : describeValidity(after);
        const now = this.#withoutWrongEnd(after, hasEnded(after.loginExpiresAtMs));
        return this.#report('refreshed', now, `refreshed ${this.creds ?? ''}: ${validity}${endNote(now)}`);
    }
    refreshedByAnother(after) {
        const now = this.#withoutWrongEnd(after, hasEnded(after.loginExpiresAtMs));
        const how = 'was refreshed by another run or `claude` session';
        return this.#report('refreshed', now, `${this.creds ?? ''} ${how}: ${describeValidity(now)}${endNote(now)}`);
    }
    recovered(after) {
        const now = this.#withoutWrongEnd(after, isEndDisproven(after));
        const what = `recovered ${this.creds ?? ''} from an interrupted run`;
        return this.#report('recovered', now, `${what}: ${describeValidity(now)}${endNote(now)}`);
    }
    stillValid(login) {
        const whyNot = whyNotUsed(login);
        if (whyNot !== null)
            this.warn(whyNot);
        const validity = `${describeValidity(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to do for ${this.creds ?? ''}: ${validity}`);
    }
    nothingToRecover(login) {
        const validity = `${describeValidity(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to recover for ${this.creds ?? ''}: ${validity}`);
    }
    ready(login, facts) {
        const by = this.claude === null ? '' : ` with claude ${this.claude.version ?? this.claude.path}`;
        const validity = `${describeTokenValidity(login)}${endNote(login)}`;
        const what = [...facts, validity, 'no token was sent, and no file was changed'].join('; ');
        return this.#report('ready', login, `ready to refresh ${this.creds ?? ''}${by}: ${what}`);
    }
    failed(error) {
        const login = this.current ?? this.before;
        const endMs = login === null ? null : login_end_endOf(login);
        const isExpired = error.reason === 'login-rejected' && endMs !== null && hasEnded(endMs);
        const report = isExpired
            ? this.#report('login-expired', login, `${error.message}; ${describeEnd(endMs)}, the date set at its sign-in`)
            : this.#report(error.reason, login, error.message);
        const isUseless = login === null || isExpired || !isUsable(login);
        return { ...report, remedy: this.#withCommand(error.remedy, isUseless) };
    }
    get #elapsedMs() {
        return Math.round(external_node_perf_hooks_namespaceObject.performance.now() - this.#startMs);
    }
    #endPhase() {
        if (this.#phase === null)
            return;
        this.#phases.push({ name: this.#phase.name, ms: Math.round(external_node_perf_hooks_namespaceObject.performance.now() - this.#phase.startMs) });
        this.#phase = null;
    }
    #withoutWrongEnd(after, isWrong) {
        if (!isWrong || after.loginExpiresAtMs === null)
            return after;
        if (this.before === null || !isEndDisproven(this.before)) {
            const date = (0,core_times/* describeMoment */.oL)(after.loginExpiresAtMs, Date.now());
            this.warn(`this login was refreshed after ${date}, the end date set at sign-in, so that date is wrong: the end now counts as unknown`);
        }
        return { ...after, loginExpiresAtMs: null };
    }
    #withCommand(remedy, isUseless) {
        if (this.creds === null)
            return remedy;
        return (0,redact/* safeLine */.om)(withLoginCommand(remedy, (isUseless ? signInCommand : replaceCommand)(this.creds)));
    }
    #otherPairsNote() {
        const paths = this.waiting.map(({ path }) => path);
        const [first] = paths;
        if (first === undefined)
            return null;
        const command = withCommand(fromFileCommand(this.creds ?? '', first));
        return `tokens of another login are in ${paths.join(', ')}: delete that file, or put its login into the credentials file ${command}`;
    }
    #report(reason, now, message) {
        this.#endPhase();
        const { exitCode, remedy } = (0,reasons/* outcomeOf */.sG)(reason);
        const endMs = now === null ? null : login_end_endOf(now);
        if (this.#isSentBefore && !SHOWS_IF_USED.includes(reason))
            this.warn(SENT_BEFORE);
        const others = this.#otherPairsNote();
        if (exitCode === 0 && others !== null)
            this.warn(others);
        return {
            refreshed: reason === 'refreshed' || reason === 'recovered',
            reason,
            exitCode,
            creds: this.creds,
            previousExpiresAt: iso(this.before?.expiresAtMs),
            expiresAt: iso(now?.expiresAtMs),
            loginExpiresAt: iso(endMs),
            loginEndsSoon: endsWithin(endMs, LOGIN_WARNING_MS),
            elapsedMs: this.#elapsedMs,
            claude: this.claude,
            phases: this.#phases,
            warnings: this.#warnings,
            message: (0,redact/* safeLine */.om)(exitCode === 0 || others === null ? message : `${message}; ${others}`),
            remedy
        };
    }
}
const SHOWS_IF_USED = ['refreshed', 'login-rejected', 'login-expired'];
function endNote(login) {
    const endMs = login.refreshToken === null ? null : login_end_endOf(login);
    return endMs === null ? '' : `; ${describeEnd(endMs)}`;
}
function iso(ms) {
    return ms == null ? null : new Date(ms).toISOString();
}

;// CONCATENATED MODULE: ./src/core/system/platform.ts

function platform_refuseWindows() {
    if (process.platform === 'win32')
        throw new reasons/* RefreshError */.M4('usage', 'clr-refresh runs on Linux and macOS, not on Windows');
}

;// CONCATENATED MODULE: ./src/core/refresh.ts
























const FRESH_MS = 5 * 60_000;
async function refresh(options, log) {
    const draft = new ReportDraft(phase => log.activity?.({ kind: 'phase', phase }));
    const deadline = Deadline.after(options.timeoutSeconds, options.startMs);
    const patience = { deadline, cancel: options.cancel, onWait: reportWaiting(log) };
    const atTheEnd = [];
    const afterwards = (show) => void atTheEnd.push(show);
    try {
        draft.creds = absolutePath(options.credsPath, options.credsFrom);
        refuseWindows();
        const { file, recovered } = await findOrRecover(draft.creds, options.credsFrom, { ...options, ...patience });
        if (recovered !== null && isFresh(recovered, options))
            return draft.recovered(recovered);
        const seen = readBeforeLock(file);
        draft.before = seen;
        if (!WorkFolder.isInUse(file))
            refuseUnrefreshable(file.given, seen, options.minValidityMs);
        draft.enter('lock');
        const refreshUnderLock = () => whileLocked(file, patience, locks => {
            draft.warn(...locks.warnings);
            return refreshLocked({ file: locks.file, seen, locks, deadline, options, log, afterwards, draft });
        });
        if (seen === null || !isValidAsAsked(seen, options.minValidityMs))
            return await refreshUnderLock();
        return await orStillValid({ file, options, draft }, () => isPairWaiting(file) ? refreshUnderLock() : draft.stillValid(seen));
    }
    catch (error) {
        if (error instanceof RefreshError)
            return draft.failed(error);
        throw error;
    }
    finally {
        for (const show of atTheEnd)
            show();
    }
}
async function orStillValid({ file, options, draft }, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof RefreshError) || error.reason === 'cancelled')
            throw error;
        const now = readGoodLogin(file);
        if (now === null || !isValidAsAsked(now, options.minValidityMs))
            throw error;
        const why = `${error.message}. ${withoutTokenNote(error.remedy)}`.replace(/\.? ?$/, '');
        draft.warn(`an interrupted run may have left newer tokens, which could not be recovered: ${why}`);
        return draft.stillValid(now);
    }
}
async function refreshLocked(run) {
    const { file, seen, locks, options, draft } = run;
    draft.enter('prepare');
    const { onSentBefore } = draft;
    const recovered = await recoverAbandoned({ file, folder: locks.folder, insist: options.insist, onSentBefore });
    draft.waiting = rescuesIn(locks.folder);
    if (recovered !== null && isFresh(recovered, options))
        return draft.recovered(recovered);
    const before = readLogin(file);
    forgetOtherRejection(locks.folder, before);
    draft.before = seen ?? before;
    if (before.refreshToken === null) {
        if (isValidAsAsked(before, options.minValidityMs))
            return draft.stillValid(before);
        throw cannotRefresh(file.given, before);
    }
    const isChanged = recovered === null && seen !== null && fingerprint(seen) !== fingerprint(before);
    if (isChanged && (before.expiresAtMs === null || isFresh(before, options)))
        return draft.refreshedByAnother(before);
    if (isValidAsAsked(before, options.minValidityMs))
        return draft.stillValid(before);
    return refreshByClaude(run, before);
}
async function refreshByClaude(run, before) {
    const { file, locks, options, log, draft } = run;
    const { folder, check } = locks;
    draft.current = before;
    refuseUnsafe({ file, folder, environment: options.environment, log }, before);
    const program = await findClaude(options.environment, { deadline: run.deadline, cancel: options.cancel });
    draft.claude = program;
    const home = IsolatedHome.create(folder, before);
    const replacement = new Replacement(file, home.newReplacementPath(), { like: before.stats });
    try {
        draft.enter('exchange');
        const proveSafe = () => {
            replacement.reserve();
            home.reserve();
            check();
        };
        const exchange = { ...run, ...options, program, home, before, proveSafe };
        const newPair = await exchangeOrRemember(exchange, folder);
        draft.enter('write back');
        addToLineage(folder, newPair);
        const written = await writeBack({ file, folder, replacement, keepSafe: document => keepSafe(folder, home, document) }, newPair, before.document);
        forgetRejection(folder);
        return draft.refreshed(written);
    }
    finally {
        if (!home.isKept)
            replacement.discard();
        await home.remove();
    }
}
async function exchangeOrRemember(exchange, folder) {
    try {
        return withCredibleExpiry(await letClaudeRefresh(exchange));
    }
    catch (error) {
        if (error instanceof LoginRejected)
            rememberRejection(folder, { pair: fingerprint(exchange.before), message: error.message });
        throw error;
    }
}
function isFresh(login, { minValidityMs }) {
    return isGoodFor(login, Math.max(FRESH_MS, minValidityMs));
}

;// CONCATENATED MODULE: ./src/core/dry-run.ts

















const MAX_PROOFS = 20;
async function dryRun(options, log) {
    const draft = new report_draft_ReportDraft();
    const deadline = deadline_Deadline.after(options.timeoutSeconds, options.startMs);
    try {
        draft.creds = typed_path_absolutePath(options.credsPath, options.credsFrom);
        platform_refuseWindows();
        const place = findPlaceOf(draft.creds, options);
        draft.before = loginBeforeLocks(place);
        refuseNeverRefreshed(place, draft.before);
        draft.enter('lock');
        const found = look(place, { options, log, draft });
        if (isRecovery(found))
            options.onRecovery?.();
        draft.enter('prepare');
        if (options.findsClaude)
            await findClaudeOrWarn(found, draft, { ...options, deadline });
        draft.enter('prove');
        proveWritable(place, found);
        refuseCancelled(options.cancel);
        return draft.ready(found.login, factsOf(place, found));
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return draft.failed(error);
        throw error;
    }
}
function loginBeforeLocks({ file, missing, incoming }) {
    return incoming ?? (file === null || missing !== null ? null : credentials_file_readBeforeLock(file));
}
function refuseNeverRefreshed({ given, file }, login) {
    if (file === null || !work_folder_WorkFolder.isInUse(file))
        validity_refuseUnrefreshable(given, login, 0);
}
function look(place, context) {
    const { given, file } = place;
    if (file === null)
        return inNewFolderFor(given, folder => {
            context.draft.warn(...lookBesideMissingFolder(given, folder));
            return examine(place, { file: { given, real: given }, folder }, context);
        });
    const { folder, warnings } = lookAtLocks(file);
    context.draft.warn(...warnings);
    try {
        return examine(place, { file, folder }, context);
    }
    finally {
        folder.close();
    }
}
function examine(place, { file, folder }, { options, log, draft }) {
    const isThere = place.missing === null;
    const onlySignIns = !isThere && place.incoming === null;
    const runs = new InterruptedRuns({ folder, login: isThere ? credentials_file_readGoodLogin(file) : place.incoming, onlySignIns });
    draft.waiting = runs.others;
    draft.warn(...runs.atWork.map(home => `the \`claude\` of a killed run is still running in ${home}`));
    if (runs.isSentBefore)
        draft.onSentBefore();
    const login = runs.waiting?.login ?? loginIn(place, file);
    if (login.refreshToken === null)
        throw validity_cannotRefresh(file.given, login);
    draft.current = login;
    const found = { login, waiting: runs.waiting };
    if (isRecovery(found))
        return found;
    refuse_unsafe_refuseUnsafe({ file, folder, environment: options.environment, log }, sized(login));
    const { rejection } = runs;
    if (rejection?.pair === fingerprint_fingerprint(login))
        refuseJustRejected(folder, rejection, rejection.atMs);
    return found;
}
function loginIn({ incoming, missing }, file) {
    if (incoming !== null)
        return incoming;
    if (missing !== null)
        throw missing;
    return credentials_file_readLogin(file);
}
function sized(login) {
    return { ...login, stats: { size: Buffer.byteLength(JSON.stringify(login.document)) } };
}
function isRecovery({ login, waiting }) {
    return waiting !== null && isFresh(login, { minValidityMs: 0 });
}
async function findClaudeOrWarn(found, draft, { environment, deadline, cancel }) {
    try {
        draft.claude = await find_claude_findClaude(environment, { deadline, cancel });
    }
    catch (error) {
        draft.warn(laterFailure(error, isRecovery(found)));
    }
}
function laterFailure(error, isRecovery) {
    const isForLater = error instanceof reasons/* RefreshError */.M4 && error.reason.startsWith('claude-');
    if (!isForLater || !isRecovery)
        throw error;
    return `the next run only restores saved tokens; the run after it would fail: ${error.message}`;
}
function proveWritable(place, { waiting }) {
    const makeNewFile = newFileMaker(place, waiting);
    if (place.file === null) {
        inNewFolderFor(place.given, folder => proveRoom(folder, makeNewFile));
        return;
    }
    for (let proofs = 0; proofs < MAX_PROOFS; proofs += 1) {
        const { folder } = lookAtLocks(place.file);
        try {
            if (proveRoom(folder, makeNewFile))
                return;
        }
        finally {
            folder.close();
        }
    }
    throw new reasons/* RefreshError */.M4('locked', `other runs of clr-refresh were using this login during the whole dry run; ${reasons/* NOT_SENT_HERE */.Al}`);
}
function refuseCancelled(cancel) {
    if (cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `stopped during the dry run; ${reasons/* NOT_SENT_HERE */.Al}`);
}
function factsOf({ missing, incoming }, { waiting }) {
    if (waiting === null)
        return missing !== null && incoming !== null ? ['the file can be created'] : [];
    const what = waiting.isNewLogin ? 'the login of an interrupted `clr login`' : 'the new tokens of an interrupted run';
    return [`the next run first puts ${what} into the file, from ${waiting.path}`];
}

;// CONCATENATED MODULE: ./src/core/recover.ts











async function recover(options, log = {}) {
    const draft = new report_draft_ReportDraft(phase => log.activity?.({ kind: 'phase', phase }));
    const deadline = deadline_Deadline.after(options.timeoutSeconds, options.startMs);
    const patience = { deadline, cancel: options.cancel, onWait: wait_for_turn_reportWaiting(log) };
    try {
        draft.creds = typed_path_absolutePath(options.credsPath, options.credsFrom);
        const { file, recovered: found } = await missing_file_findOrRecover(draft.creds, options.credsFrom, { ...options, ...patience });
        if (found !== null)
            return draft.recovered(found);
        if (!work_folder_WorkFolder.isInUse(file))
            return draft.nothingToRecover(credentials_file_readLogin(file));
        draft.before = credentials_file_readGoodLogin(file);
        draft.enter('lock');
        const { insist } = options;
        return await locks_whileLocked(file, patience, async ({ file: current, folder, warnings }) => {
            draft.warn(...warnings);
            draft.enter('recover');
            const { onSentBefore } = draft;
            const recovered = await abandoned_run_recoverAbandoned({ file: current, folder, insist, onSentBefore });
            draft.waiting = rescue_file_rescuesIn(folder);
            return recovered === null ? draft.nothingToRecover(credentials_file_readLogin(current)) : draft.recovered(recovered);
        });
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return draft.failed(error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/core/project.ts
const PROJECT = 'https://github.com/org/clr-refresh';
const NPX = 'npx github:org/clr-refresh#v1';
const DOCS = `${PROJECT}/blob/v1/docs`;
function troubleshootingUrl(reason) {
    return `${DOCS}/troubleshooting.md#${reason}`;
}
const BY_HAND = (/* unused pure expression or super */ null && (`${PROJECT}/blob/v1/README.md#by-hand`));

;// CONCATENATED MODULE: ./src/cli/help/clr-help.ts

const CLR_HELP = `Keep a Claude subscription login fresh.

Usage: clr <command> [options]

Commands:
  refresh        refresh the login in a credentials file
  login          sign in, and store the new login in a file or a GitHub secret
  status         show how long a login is valid, and whether you have to act
  recover        save the new tokens of an interrupted refresh

Options:
  -h, --help     show this help; \`clr refresh --help\` or \`clr help refresh\`
                 show the help of a command
  -v, --version  show the version

Documentation: ${PROJECT}#readme
If \`clr\` is not installed, type \`${NPX}\` instead.
`;

;// CONCATENATED MODULE: ./src/cli/help/parts.ts

const WHICH_FILE = `Without --creds and CLR_CREDS, the file is that of the current account:
$CLAUDE_CONFIG_DIR/.credentials.json if that variable is set, else
~/.claude/.credentials.json.`;
const VARIABLES = 'Environment variables, for options that are not given (empty means not set):';
const JSON_FIELDS = `Fields of --json: ${DOCS}/json.md`;

;// CONCATENATED MODULE: ./src/cli/help/login-help.ts

const LOGIN_HELP = `Sign in, and store the new login in a credentials file or a GitHub secret. This
runs the official \`claude auth login\` in a temporary HOME, so your other logins
stay as they are.

Usage: clr login [--creds <FILE>] [options]
       clr login --secret <NAME> [--repo <OWNER/NAME>]
                 [--env <NAME> | --org <NAME>] [options]

Options:
      --creds <FILE>       credentials file, created if there is none (default:
                           that of the current account, see below)
      --secret <NAME>      store the login as this Actions secret, not in a file
      --repo <OWNER/NAME>  repository of the secret (default: that of the
                           working directory, after you have confirmed it)
      --env <NAME>         store the secret in this environment of the
                           repository, created if there is none
      --org <NAME>         store it as a secret of this organization
      --replace            replace a usable login in the file. A rejected or
                           ended login is replaced without this option
      --from <FILE>        do not sign in; store the login that an earlier
                           \`clr login\` left in this file
      --email <MAIL>       fill in this address on the sign-in page
      --sso                sign in with your organization's single sign-on
  -h, --help               show this help

There is no time limit. Open the address, allow the sign-in, and paste the code
that the last page shows; a browser on this machine needs no code. No browser
is opened over SSH, without a display, or if BROWSER is empty. Ctrl-C cancels
the sign-in and leaves nothing behind.

${VARIABLES}
  CLR_CREDS  as --creds

Environment variables for --secret, the same as for \`gh\`. If none of them has a
token, \`gh auth token\` is used:
  GH_TOKEN, GITHUB_TOKEN    token for github.com and *.ghe.com
  GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN
                            token for GitHub Enterprise Server
  GH_HOST                   the server, unless --repo is <HOST/OWNER/NAME>
  GITHUB_API_URL            address of the server's API; overrides GH_HOST

${WHICH_FILE}

Exit status:
  0  the login is stored
  1  it is not. If you had already signed in, \`clr\` says where the login was
     saved, and how to store it without signing in again

Examples:
  clr login
  clr login --creds ~/ci/.credentials.json
  clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude
`;

;// CONCATENATED MODULE: ./src/cli/help/recover-help.ts


const RECOVER_HELP = `Save the new tokens of an interrupted \`clr refresh\`: put them into the
credentials file, and remove what that run left behind. Nothing is refreshed.
The next \`clr refresh\` does this too; use \`clr recover\` if no refresh may
follow, for example at the end of a job.

Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]

Options:
      --creds <FILE>    credentials file (default: that of the current account,
                        see below)
      --timeout <SECS>  seconds to wait for a run that is still in progress; 0
                        means no limit (default: ${core_options/* DEFAULTS */.zY.timeout})
      --json            print the result as one JSON object
  -h, --help            show this help

${VARIABLES}
  CLR_CREDS    as --creds
  CLR_TIMEOUT  as --timeout

${WHICH_FILE}

Exit status:
  0  the tokens were saved, or there were none
  1  there was an error
  2  timed out, or another run or session was using the login

${JSON_FIELDS}
`;

;// CONCATENATED MODULE: ./src/cli/help/refresh-help.ts


const REFRESH_HELP = `Refresh the login in a credentials file. This runs the official \`claude\` in a
temporary HOME.

Usage: clr refresh [--creds <FILE>] [--timeout <SECS>]
                   [--min-validity <DURATION>] [--dry-run] [--trace] [--json]

Options:
      --creds <FILE>             credentials file (default: that of the current
                                 account, see below)
      --timeout <SECS>           seconds for the whole refresh; 0 means no limit
                                 (default: ${core_options/* DEFAULTS */.zY.timeout})
      --min-validity <DURATION>  do nothing if the access token is valid for
                                 longer than this: 30s, 90m, 2h or 1d, or a
                                 number of seconds; 0 means always refresh
                                 (default: ${core_options/* DEFAULTS */.zY.minValidity})
      --dry-run                  only check what a refresh needs: the file,
                                 \`claude\`, free locks, disk space and
                                 permissions. Sends nothing, changes no file and
                                 does not wait; ignores --min-validity
      --trace                    show on stderr how \`claude\` is called, what it
                                 prints, and the log line that explains a
                                 failure; never a token
      --json                     print the result as one JSON object
  -h, --help                     show this help

${VARIABLES}
  CLR_CREDS         as --creds
  CLR_TIMEOUT       as --timeout
  CLR_MIN_VALIDITY  as --min-validity
  CLR_TRACE         as --trace: true or 1, false or 0

${WHICH_FILE}

Exit status:
  0  the login was refreshed, or there was nothing to do
  1  there was an error
  2  timed out, or another run or session was using the login
  With --dry-run: 0 ready, 1 a refresh would fail, 2 a lock is held (or a
  version manager took too long to answer)

Examples:
  clr refresh --dry-run && clr refresh
  clr refresh --creds ~/ci/.credentials.json --min-validity 2h

In cron, \`clr refresh >/dev/null\` mails you only failures and warnings. During
the last 7 days of a login, each run warns you that it ends soon.

${JSON_FIELDS}
`;

;// CONCATENATED MODULE: ./src/cli/help/status-help.ts


const STATUS_HELP = `Show the state of a login: how long its access token is valid, when the login
itself ends, whether it was rejected, who is using it, and what to do. It only
reads: it changes and sends nothing, does not wait, and needs no \`claude\`.

Usage: clr status [<FILE>...] [--within <DURATION>] [--json]

Arguments:
  <FILE>...                credentials files; if one is missing, the others are
                           still shown (default: CLR_CREDS, else the file of the
                           current account, see below)

Options:
      --within <DURATION>  exit with 1 if a login ends within this time: 30s,
                           90m, 2h or 1d, or a number of seconds (default: 0)
      --json               print one JSON object, with times in ISO 8601
  -h, --help               show this help

${WHICH_FILE.replace('--creds', 'a <FILE>')}

Environment variables (empty means not set):
  CLR_CREDS    the file, if no argument names one
  NO_COLOR     print no colours, even on a terminal
  FORCE_COLOR  print colours, even in a pipe; 0 or false: none

Exit status:
  0  no login needs your attention. An expired access token is fine: the next
     refresh replaces it
  1  a login needs your attention: it is missing, unreadable, blanked,
     rejected, ended, not a login, or ends within --within; or you have to
     decide about saved tokens; or an argument is wrong

Examples:
  clr status
  clr status ~/ci/*/.credentials.json
  clr status --within 5d >/dev/null || echo 'sign in again soon'

Fields of --json: ${DOCS}/status.md
`;

;// CONCATENATED MODULE: ./src/cli/help/help-text.ts





const HELP = {
    clr: CLR_HELP,
    refresh: REFRESH_HELP,
    login: LOGIN_HELP,
    status: STATUS_HELP,
    recover: RECOVER_HELP
};
function helpText(of) {
    return HELP[of];
}

;// CONCATENATED MODULE: external "node:tty"
var external_node_tty_namespaceObject = require("node:tty");
;// CONCATENATED MODULE: ./src/core/sign-in/state-folder.ts






function stateFolderPath({ XDG_STATE_HOME: chosen = '', HOME: home }) {
    if (external_node_path_default().isAbsolute(chosen))
        return external_node_path_default().join(chosen, 'clr-refresh');
    const homeFolder = home ?? (0,external_node_os_namespaceObject.homedir)();
    if (external_node_path_default().isAbsolute(homeFolder))
        return external_node_path_default().join(homeFolder, '.local', 'state', 'clr-refresh');
    throw new reasons/* RefreshError */.M4('usage', 'HOME is not an absolute path, so there is no folder for the sign-in', 'Set HOME, then run it again.');
}
function openStateFolder(environment) {
    const folder = stateFolderPath(environment);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(external_node_path_default().dirname(folder), { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw notWritable(`cannot create the folder ${external_node_path_default().dirname(folder)}`, error);
    }
    return work_folder_WorkFolder.openAt(folder);
}

;// CONCATENATED MODULE: ./src/core/sign-in/kept-login.ts











const FROM = '--from';
function readKeptLogin(typed) {
    try {
        const file = findCredentialsFile(typed_path_absolutePath(typed, FROM));
        const login = credentials_file_readLogin(file);
        const { fields, refreshToken } = login;
        if (refreshToken === null)
            throw validity_cannotRefresh(file.given, login);
        return { path: file.given, login: credentialsOf({ fields, refreshToken }) };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason === 'usage')
            throw error;
        throw new reasons/* RefreshError */.M4(error.reason, `${FROM}: ${error.message}`, REMEDY);
    }
}
const REMEDY = 'Give `--from` a credentials file with a login, such as the one that an earlier `clr login` named, or leave it out to sign in.';
function removeKeptLogin(file, environment) {
    if (!isOurs(file, environment))
        return `${file} still has the same login: delete it, because refreshing one copy makes the other useless`;
    if (!removeIfPossible(file))
        return `cannot remove ${file}: delete it, because its login is stored elsewhere now`;
    or_null_orNull(() => {
        work_folder_WorkFolder.openAt(external_node_path_default().dirname(file)).close();
    });
    return `removed ${file}`;
}
function isOurs(file, environment) {
    const folder = external_node_path_default().dirname(file);
    const isOurFolder = folder.endsWith('.clr') || folder === or_null_orNull(() => stateFolderPath(environment));
    return isOurFolder && external_node_path_default().basename(file).startsWith(RESCUE_PREFIX);
}

;// CONCATENATED MODULE: ./src/core/sign-in/sign-in-command.ts





const OLDEST_VERSION = '2.1.40';
const LAST_WITHOUT_PASTE = '2.1.112';
const VERSION_LIMIT_MS = 60_000;
function signInArguments({ email, sso }) {
    return ['auth', 'login', ...(email === null ? [] : ['--email', email]), ...(sso ? ['--sso'] : [])];
}
function signInEnvironment(caller, home) {
    const { TERM } = caller;
    const terminal = TERM === undefined ? {} : { TERM };
    return { ...isolatedEnvironment(caller, home), ...terminal, BROWSER: home.browser.helper };
}
async function requireSignInCommand(program, environment, cancel) {
    const version = program.version ?? (await askVersion(program.path, environment, cancel));
    refuseOldVersion({ version });
    return { ...program, version };
}
function refuseOldVersion({ version }) {
    if (version === null || compareVersions(version, OLDEST_VERSION) >= 0)
        return;
    const message = `\`claude\` ${version} has no \`claude auth login\`: that needs ${OLDEST_VERSION} or newer`;
    throw new reasons/* RefreshError */.M4('claude-failed', message, 'Update it with `claude update` or npm, then run it again.');
}
function needsBrowserHere({ version }) {
    return version !== null && compareVersions(version, LAST_WITHOUT_PASTE) <= 0;
}
function askVersion(program, env, signal) {
    return new Promise(resolve => {
        const options = { env, signal, cwd: WORKING_DIRECTORY, timeout: VERSION_LIMIT_MS, killSignal: 'SIGKILL' };
        (0,external_node_child_process_namespaceObject.execFile)(program, ['--version'], options, (_error, stdout) => {
            resolve(/^(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1] ?? null);
        }).stdin?.end();
    });
}

;// CONCATENATED MODULE: ./src/core/sign-in/browser-address.ts




const browser_address_POLL_MS = 250;
function onBrowserAddress(home, callback) {
    const { address: file } = home.browser;
    const look = () => {
        const address = webAddressIn(read_readTextOrEmpty(file));
        if (address === null)
            return;
        stop();
        callback(address);
    };
    const watcher = or_null_orNull(() => (0,external_node_fs_namespaceObject.watch)(external_node_path_default().dirname(file), look).on('error', () => undefined));
    const poll = setInterval(look, browser_address_POLL_MS);
    const stop = () => {
        watcher?.close();
        clearInterval(poll);
    };
    return stop;
}
function webAddressIn(text) {
    const line = text.trim();
    const url = /^[\x21-\x7e]+$/.test(line) && URL.canParse(line) ? new URL(line) : null;
    return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

;// CONCATENATED MODULE: ./src/core/sign-in/sign-in-process.ts




const TERM_MS = 2000;
class SignInProcess {
    pid;
    exited;
    #hasExited = false;
    constructor(pid, exited) {
        this.pid = pid;
        this.exited = exited;
        void exited.then(() => {
            this.#hasExited = true;
        });
    }
    static start({ claudeRecord }, command, environment) {
        const child = (0,external_node_child_process_namespaceObject.spawn)('/bin/sh', ['-c', RECORD_AND_EXEC, claudeRecord, ...command], {
            cwd: WORKING_DIRECTORY,
            env: environment,
            stdio: ['inherit', 2, 2]
        });
        return new SignInProcess(child.pid, exitOf(child));
    }
    async end() {
        if (this.#hasExited)
            return;
        signalProcess(this.pid, 'SIGTERM');
        const timer = new AbortController();
        const isEnded = await Promise.race([
            this.exited.then(() => true),
            (0,promises_.setTimeout)(TERM_MS, false, { signal: timer.signal }).catch(() => false)
        ]);
        timer.abort();
        if (!isEnded)
            signalProcess(this.pid, 'SIGKILL');
        await this.exited;
    }
}

;// CONCATENATED MODULE: ./src/core/sign-in/sign-in.ts









const sign_in_LOOK_EVERY_MS = 250;
const END_LIMIT_MS = 15_000;
async function signIn({ program, home, environment, cancel, onAddress, ...options }) {
    const command = [program.path, ...signInArguments(options)];
    const claude = SignInProcess.start(home, command, signInEnvironment(environment, home));
    const stopLooking = onBrowserAddress(home, onAddress);
    const over = new AbortController();
    try {
        await Promise.race([claude.exited, untilAborted(cancel, over.signal), untilStored(home, over.signal)]);
    }
    finally {
        over.abort();
        stopLooking();
        await claude.end();
    }
    const exit = await claude.exited;
    const judgement = lastJudgement(home);
    if (judgement.kind !== 'pair')
        throw whyNoLogin({ judgement, exit, isCancelled: cancel.aborted, program });
    return credentialsOf(seeded_login_withCredibleExpiry(judgement.newPair));
}
function untilAborted(cancel, over) {
    return new Promise(resolve => {
        if (cancel.aborted)
            resolve();
        cancel.addEventListener('abort', () => {
            resolve();
        }, { signal: over });
    });
}
async function untilStored(home, over) {
    const pause = (ms) => (0,promises_.setTimeout)(ms, null, { signal: over }).catch(() => null);
    while (!over.aborted && or_null_orNull(() => home.judge())?.kind !== 'pair')
        await pause(sign_in_LOOK_EVERY_MS);
    await pause(END_LIMIT_MS);
}
function lastJudgement(home) {
    try {
        return home.judge();
    }
    catch (error) {
        home.keep();
        const why = `cannot read the isolated HOME ${home.path}: ${(0,system_error/* explainSystemError */.Tr)(error)}`;
        const remedy = 'Make that folder readable, then run `clr login` again: it stores the login.';
        throw new reasons/* RefreshError */.M4('login-failed', `${why}; it may have the new login, so it is kept`, remedy);
    }
}
const INTERRUPTED = 130;
const NOT_RUN = [126, 127];
function whyNoLogin({ judgement, exit, isCancelled, program }) {
    const { code, signal, startError } = exit;
    const claude = program.version === null ? '`claude`' : `\`claude\` ${program.version}`;
    if (isCancelled || code === INTERRUPTED || signal === 'SIGINT') {
        return new reasons/* RefreshError */.M4('cancelled', 'the sign-in was cancelled, and nothing was stored');
    }
    if (startError !== null) {
        return new reasons/* RefreshError */.M4('claude-failed', `cannot start ${program.path}: ${(0,system_error/* explainSystemError */.Tr)({ code: startError })}`);
    }
    if (code !== null && NOT_RUN.includes(code)) {
        return new reasons/* RefreshError */.M4('claude-failed', `${program.path} could not be run (exit status ${code})`);
    }
    const how = code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`;
    const what = judgement.kind === 'part' ? 'without a login that can be refreshed' : 'without a login';
    return new reasons/* RefreshError */.M4('login-failed', `${claude} ${how} ${what}; see its output above`);
}

;// CONCATENATED MODULE: ./src/core/login.ts













async function login(options, destination) {
    platform_refuseWindows();
    try {
        if (options.from !== null)
            return await storeKept(options.from, options, destination);
        const { environment, cancel } = options;
        const program = await beforeSignIn(() => find_claude_findClaude(environment, { deadline: deadline_Deadline.after(0), cancel }));
        refuseOldVersion(program);
        await beforeSignIn(() => destination.prove());
        return await signInAndStore(program, options, destination);
    }
    finally {
        destination.close?.();
    }
}
async function storeKept(from, { environment }, destination) {
    const kept = await beforeSignIn(() => readKeptLogin(from));
    await beforeSignIn(() => {
        refuseItself(kept, destination);
        return destination.prove(kept.login);
    });
    const lines = await storeOr(destination, kept.login, () => kept.path);
    return [...withEnd(lines, kept.login), removeKeptLogin(kept.path, environment)];
}
function refuseItself(kept, { path }) {
    if (path === undefined || realPathOf(kept.path) !== realPathOf(path))
        return;
    throw new reasons/* RefreshError */.M4('usage', `\`--from\` names ${path} itself, which already has that login`);
}
async function signInAndStore(found, options, destination) {
    const { folder, home } = await beforeSignIn(() => openHome(destination));
    try {
        const environment = signInEnvironment(options.environment, home);
        const program = await requireSignInCommand(found, environment, options.cancel);
        options.onSignIn(program);
        const login = await signIn({ ...options, program, home });
        const lines = await storeOr(destination, login, () => rescue_file_keepSafe(folder, home, login.document));
        return withEnd(lines, login);
    }
    finally {
        await home.remove();
        folder.close();
    }
}
const MAX_TRIES = 5;
async function openHome(destination) {
    for (let tries = 1;; tries += 1) {
        const folder = destination.workFolder();
        try {
            const home = isolated_home_IsolatedHome.createForSignIn(folder, destination.replaces ?? null);
            home.reserve();
            return { folder, home };
        }
        catch (error) {
            folder.close();
            if (tries === MAX_TRIES)
                throw error;
            await Promise.resolve();
        }
    }
}
const NO_SIGN_IN = 'The sign-in has not started.';
async function beforeSignIn(work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const message = error.message.replace(`; ${reasons/* NOT_SENT_HERE */.Al}`, '');
        throw new reasons/* RefreshError */.M4(error.reason, message, error.remedy.replace(reasons/* NOT_SENT */.FY, NO_SIGN_IN));
    }
}
async function storeOr(destination, login, keep) {
    try {
        return await destination.store(login);
    }
    catch (error) {
        const known = error instanceof reasons/* RefreshError */.M4 ? error : null;
        const why = known?.message ?? `cannot write ${destination.name}: ${(0,system_error/* explainSystemError */.Tr)(error)}`;
        const path = keep();
        const command = (...more) => shellLine(['clr', 'login', ...destination.commandArguments, ...more, '--from', path]);
        const remedy = known?.reason === 'login-exists'
            ? `To replace that login, run \`${command('--replace')}\`. To keep it, delete ${path}.`
            : `${remedyBefore(known)} run \`${command()}\`; you do not have to sign in again.`;
        const clean = why.replace(`; ${reasons/* NOT_SENT_HERE */.Al}`, '');
        throw new reasons/* RefreshError */.M4(reasonAfterSignIn(known?.reason), `${clean}; the new login is safe in ${path}`, remedy);
    }
}
function remedyBefore(error) {
    const isOfFile = error?.reason === 'creds-not-writable' || error?.reason === 'creds-unreadable';
    return isOfFile ? `${(0,reasons/* withoutTokenNote */.eG)(error.remedy)} Then` : 'When that is fixed,';
}
function reasonAfterSignIn(reason) {
    const isOwn = reason === 'login-exists' || reason?.startsWith('secret-') === true;
    return isOwn ? reason : 'write-back-failed';
}
function withEnd([stored, ...next], { loginExpiresAtMs }) {
    const end = loginExpiresAtMs === null
        ? 'the end date of this login is not known; logins usually end about four weeks after the sign-in, and then you have to sign in again'
        : `${describeEnd(loginExpiresAtMs)}: sign in again before then`;
    return [...(stored === undefined ? [] : [stored]), end, ...next];
}

;// CONCATENATED MODULE: ./src/core/system/rights.ts



function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,external_node_fs_namespaceObject.statSync)(external_node_path_default().dirname(real));
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
        or_null_orNull(restore);
        return null;
    }
}

;// CONCATENATED MODULE: ./src/core/sign-in/existing-login.ts









function readExistingFile(file) {
    const content = contentOf(file);
    if (content === null)
        return null;
    const text = content.bytes.toString('utf8');
    const document = text.trim() === '' ? {} : (0,json/* parseJson */.qF)(text);
    if (!(0,json/* isJsonObject */.OW)(document))
        throw notCredentials(file, text);
    return { stats: content.stats, document, login: loginOrNull(document) };
}
function isReplaceable(file, { login }) {
    return login === null || !isUsable(login) || hasEnded(login_end_endOf(login)) || isRejected(file, login);
}
function isRejected(file, login) {
    const folder = work_folder_WorkFolder.find(file);
    return folder !== null && readRejection(folder, login) !== null;
}
function describeLogin(login) {
    const endMs = login_end_endOf(login);
    if (login.refreshToken === null)
        return `it has no refresh token, and ${describeValidity(login)}`;
    return endMs === null ? 'its end date is not known' : `it ends on ${(0,core_times/* describeMoment */.oL)(endMs, Date.now())}`;
}
function contentOf(file) {
    try {
        return readContent(file);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4 && error.reason === 'creds-not-found')
            return null;
        throw error;
    }
}
function notCredentials({ given }, text) {
    const remedy = `Move ${given} away, or name another file with \`--creds\`.`;
    try {
        parseLogin(text);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return new reasons/* RefreshError */.M4('creds-invalid', `${given}: ${error.message}`, remedy);
        throw error;
    }
    throw new Error('a text that is no JSON object has a login');
}

;// CONCATENATED MODULE: ./src/core/sign-in/file-destination.ts


























const PROOF_LIMIT_SECONDS = 60;
const STORE_LIMIT_SECONDS = 120;
const file_destination_ROOM_FOR_LOGIN_BYTES = 16 * 1024;
class FileLoginDestination {
    typed;
    options;
    name;
    path;
    commandArguments;
    #file = null;
    #replaces = null;
    #madeFolders = [];
    constructor(typed, options) {
        this.typed = typed;
        this.options = options;
        this.path = typed_path_absolutePath(typed.text, typed.name);
        this.name = this.path;
        this.commandArguments = ['--creds', this.path];
    }
    get replaces() {
        return this.#replaces;
    }
    async prove(kept) {
        const { cancel, insist, say } = this.options;
        const place = this.#locate();
        this.#file = place;
        const patience = { deadline: deadline_Deadline.after(PROOF_LIMIT_SECONDS), cancel };
        await locks_whileLocked(place, patience, async ({ file, folder, warnings }) => {
            this.#file = file;
            for (const warning of warnings)
                say(`warning: ${warning}`);
            const recover = (0,external_node_fs_namespaceObject.existsSync)(file.real) ? abandoned_run_recoverAbandoned : recoverSignIns;
            const recovered = await recover({ file, folder, insist });
            if (recovered !== null)
                say(`recovered the newer login of an interrupted run, and stored it in ${this.name}`);
            refuseStoreThatCannotBeLocked(file);
            refuseBesideKeychain(file, this.options.environment);
            const existing = this.#readReplaceable(file, kept);
            file_destination_proveWritable(file, folder, existing);
            this.#replaces = existing?.login == null ? null : fingerprint_fingerprint(existing.login);
            say(`${this.name} ${existing === null ? 'does not exist yet, and can be created' : 'can be written'}`);
        });
    }
    workFolder() {
        return work_folder_WorkFolder.open(this.#provenFile());
    }
    async store(login) {
        const patience = { deadline: deadline_Deadline.after(STORE_LIMIT_SECONDS), cancel: this.options.insist };
        await locks_whileLocked(this.#provenFile(), patience, async (locks) => {
            await this.#put(locks, login);
            rejections_forgetRejection(locks.folder);
        });
        const refreshLine = `next: run \`clr refresh\` for this file every few hours, for example from cron, to keep it fresh`;
        return [`stored the new login in ${this.name}: ${describeValidity(login)}`, refreshLine];
    }
    close() {
        for (const folder of [...this.#madeFolders].reverse()) {
            or_null_orNull(() => {
                (0,external_node_fs_namespaceObject.rmdirSync)(folder);
            });
        }
    }
    #provenFile() {
        if (this.#file === null)
            throw new Error('the destination was not proven');
        return this.#file;
    }
    #locate() {
        const given = this.name;
        const isThere = or_null_orNull(() => unlessMissing(() => (0,external_node_fs_namespaceObject.lstatSync)(given)) !== null) ?? true;
        if (isThere || hasFileAbove(given))
            return findCredentialsFile(given, this.typed.name);
        const missing = missingFoldersAbove(given);
        refuseFolderOfAnother(external_node_path_default().dirname(missing[0] ?? given));
        const mistake = missing.length === 0 ? null : likelyMistakeIn(given);
        if (mistake !== null)
            throw new reasons/* RefreshError */.M4('usage', `the folder of ${given} does not exist; ${mistake}`);
        this.#madeFolders = missing;
        return makeFoldersFor(given);
    }
    #readReplaceable(file, incoming) {
        const existing = readExistingFile(file);
        if (existing?.login == null || this.options.replace || isReplaceable(file, existing))
            return existing;
        if (incoming !== undefined && fingerprint_fingerprint(existing.login) === fingerprint_fingerprint(incoming))
            return existing;
        throw new reasons/* RefreshError */.M4('login-exists', `${file.given} already has a usable login: ${describeLogin(existing.login)}`);
    }
    async #put({ file, folder }, login) {
        const existing = this.#readReplaceable(file, login);
        if (existing === null) {
            if (await whileStoreLocked({ file, folder }, () => makeFile({ file, folder }, login.document)))
                return;
            throw new reasons/* RefreshError */.M4('login-exists', `another program just created ${file.given}, so that file was kept`);
        }
        const from = existing.login === null ? UNKNOWN_ORIGIN.from : fingerprint_fingerprint(existing.login);
        const replacement = new replacement_Replacement(file, folder.newReplacementPath(), { like: existing.stats });
        const compose = composerFor(file, { ...login, from, isNewLogin: true }, {});
        try {
            replacement.settle(compose);
            await whileStoreLocked({ file, folder }, () => replacement.commit(compose));
        }
        finally {
            replacement.discard();
        }
    }
}
function refuseBesideKeychain(file, environment) {
    const silent = { trace: () => undefined, claudeOutput: () => undefined };
    try {
        refuseFileBesideKeychain(file, environment, silent);
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const why = `the Keychain has a login, which \`claude\` uses instead of ${file.given}`;
        throw new reasons/* RefreshError */.M4('usage', why, 'Name another file with `--creds`.');
    }
}
function file_destination_proveWritable(file, folder, existing) {
    const temporary = folder.newReplacementPath();
    if (existing !== null) {
        const bytes = Buffer.byteLength(JSON.stringify(existing.document));
        if (bytes > MAX_CREDENTIALS_BYTES - file_destination_ROOM_FOR_LOGIN_BYTES) {
            const why = `is too large: a new login would bring it to more than ${MAX_CREDENTIALS_SIZE}`;
            throw new reasons/* RefreshError */.M4('creds-invalid', `${file.given} ${why}`);
        }
        replacement_Replacement.reserve(file, temporary, { like: existing.stats }).discard();
        return;
    }
    try {
        writeToDisk(temporary, Buffer.alloc(file_destination_ROOM_FOR_LOGIN_BYTES));
        (0,external_node_fs_namespaceObject.rmSync)(temporary);
    }
    catch (error) {
        throw notWritable(`cannot create ${file.given}`, error);
    }
}
function refuseFolderOfAnother(folder) {
    const inside = external_node_path_default().join(folder, 'new');
    if (ownerToActFor(inside) === null)
        return;
    throw whyOthersMayWrite({ given: inside, real: inside }) ?? new reasons/* RefreshError */.M4('creds-not-writable', folder);
}
function missingFoldersAbove(entry) {
    const folder = external_node_path_default().dirname(entry);
    return (0,external_node_fs_namespaceObject.existsSync)(folder) ? [] : [...missingFoldersAbove(folder), folder];
}
function hasFileAbove(entry) {
    const folder = external_node_path_default().dirname(entry);
    const stats = or_null_orNull(() => (0,external_node_fs_namespaceObject.lstatSync)(folder, { throwIfNoEntry: false }));
    return stats?.isFile() === true || (stats == null && folder !== entry && hasFileAbove(folder));
}

;// CONCATENATED MODULE: ./src/core/sign-in/salvage.ts







const STORE_LIMIT_MS = 120_000;
async function salvageSignIns(environment, insist) {
    const folder = work_folder_WorkFolder.findAt(stateFolderPath(environment));
    if (folder === null)
        return [];
    for (const home of homesIn(folder)) {
        await salvage(folder, home, insist).catch(() => undefined);
    }
    folder.close();
    return rescue_file_rescuesIn(folder).map(({ path }) => path);
}
async function salvage(folder, path, insist) {
    const home = isolated_home_IsolatedHome.adopt(path);
    const alive = home.owner === null ? 'unknown' : isAlive(home.owner);
    if (alive === 'yes')
        return;
    await endAbandonedClaude(home, insist);
    const judgement = home.judge();
    const isStored = judgement.kind === 'pair';
    if (alive === 'unknown' && unchangedMs(home) < (isStored ? STORE_LIMIT_MS : SIGN_IN_LIMIT_MS))
        return;
    if (isStored)
        rescue_file_keepSafe(folder, home, { claudeAiOauth: judgement.newPair.fields });
    await home.remove();
}

;// CONCATENATED MODULE: ./src/core/user-to-act-as.ts









const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
async function userToActAs(credsPath, patience, environment) {
    const file = or_null_orNull(() => fileOrPlace(typed_path_absolutePath(credsPath)));
    const owner = file && or_null_orNull(() => ownerToActFor(file.real));
    if (file === null || owner === null)
        return null;
    const programs = await programsOfClaude(owner, patience, environment);
    return or_null_orNull(() => canReachAll(owner, file, { programs, environment })) === true ? owner : null;
}
function fileOrPlace(given) {
    return findPlace(given) ?? fileOrPlace(external_node_path_default().dirname(given));
}
function canReachAll(user, { given, real }, { programs, environment }) {
    const variables = claudeVariables(environment);
    const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '');
    return succeedsAs(user, () => {
        for (const name of [given, real])
            (0,external_node_fs_namespaceObject.readdirSync)(external_node_path_default().dirname(name));
        for (const name of files)
            (0,external_node_fs_namespaceObject.closeSync)((0,external_node_fs_namespaceObject.openSync)(name, 'r'));
        for (const program of programs) {
            assertExecutable(program, user);
            if (scriptHead(program) !== '')
                assertExecutable(process.execPath, user);
        }
    });
}
async function programsOfClaude(user, patience, environment) {
    const found = await findProgram('claude', { environment, patience, user });
    if (found === null)
        return [];
    return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined);
}
function assertExecutable(program, { uid, gid }) {
    const stats = (0,external_node_fs_namespaceObject.statSync)(program);
    const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
    if ((stats.mode & bit) === 0)
        throw new Error('not executable');
}

;// CONCATENATED MODULE: ./src/cli/act-as-owner.ts



async function actAsOwner(credsPath, patience) {
    const user = await userToActAs(credsPath, patience, process.env);
    if (user === null)
        return;
    or_null_orNull(() => {
        become(user);
    });
}

;// CONCATENATED MODULE: ./src/cli/login/browser.ts




function whyNoBrowser(environment, platform = process.platform) {
    const isSet = (name) => (environment[name] ?? '') !== '';
    if (environment.BROWSER === '')
        return 'BROWSER is empty';
    if (isSet('SSH_CONNECTION') || isSet('SSH_TTY'))
        return 'this is an SSH session';
    if (platform === 'linux' && !isSet('DISPLAY') && !isSet('WAYLAND_DISPLAY'))
        return 'there is no display';
    return null;
}
async function openBrowser(address, environment, onFailure) {
    const program = await findBrowser(environment);
    if (program === null) {
        onFailure('no program that opens a browser was found');
        return;
    }
    const child = (0,external_node_child_process_namespaceObject.spawn)(program, [address], { env: environment, detached: true, stdio: 'ignore' });
    child.unref();
    child.once('error', () => {
        onFailure(`${program} could not be started`);
    });
    child.once('exit', code => {
        if (code !== 0)
            onFailure(`${program} ended with exit status ${code ?? 'none'}`);
    });
}
async function findBrowser(environment) {
    const { BROWSER: chosen = '', WSL_DISTRO_NAME: wsl = '' } = environment;
    if (external_node_path_default().isAbsolute(chosen) && (0,external_node_fs_namespaceObject.existsSync)(chosen))
        return chosen;
    const ofSystem = process.platform === 'darwin' ? ['open'] : wsl === '' ? ['xdg-open'] : ['wslview', 'xdg-open'];
    for (const name of [chosen, ...ofSystem]) {
        const found = /^[\w.-]+$/.test(name) ? await findProgram(name, { environment, patience: null }) : null;
        if (found !== null && 'program' in found)
            return found.program;
    }
    return null;
}

;// CONCATENATED MODULE: ./src/cli/login/remedies.ts

const remedies_NO_SIGN_IN = 'The sign-in has not started.';
const NAME_REPOSITORY = `Name the repository: \`--repo <OWNER/NAME>\`. ${remedies_NO_SIGN_IN}`;
const REMEDIES = {
    usage: remedies_NO_SIGN_IN,
    'secret-not-writable': `Check that the repository, environment or organization exists, and that the token may write secrets there. ${remedies_NO_SIGN_IN}`
};
async function remedies_beforeSignIn(work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.remedy !== (0,reasons/* outcomeOf */.sG)(error.reason).remedy)
            throw error;
        throw new reasons/* RefreshError */.M4(error.reason, error.message, REMEDIES[error.reason] ?? error.remedy);
    }
}

;// CONCATENATED MODULE: ./src/cli/login/browser-guide.ts







class BrowserGuide {
    environment;
    say;
    #whyNone;
    #needsBrowserHere = false;
    constructor(environment, say) {
        this.environment = environment;
        this.say = say;
        this.#whyNone = whyNoBrowser(environment);
    }
    refuseIfHopeless() {
        if (this.#whyNone === null || canPaste())
            return;
        const why = `there is no terminal to paste a code into, and no browser can be opened here: ${this.#whyNone}`;
        throw new reasons/* RefreshError */.M4('usage', why, `Run it in a terminal (\`ssh -t\`, \`docker run -it\`). ${remedies_NO_SIGN_IN}`);
    }
    announce(program) {
        const claude = program.version === null ? 'claude' : `claude ${program.version}`;
        this.#needsBrowserHere = needsBrowserHere(program);
        this.say(`${claude} now signs you in; Ctrl-C cancels the sign-in and leaves nothing behind`);
        if (this.#whyNone === null) {
            if (!canPaste())
                this.say('there is no terminal to paste a code into: finish the sign-in in the browser on this machine');
        }
        else if (this.#needsBrowserHere) {
            this.say(`no browser is opened here (${this.#whyNone}), and ${claude} does not accept a pasted code: open the last address shown in a browser on this machine, or use claude 2.1.270 or newer`);
        }
        else {
            this.say(`no browser is opened here (${this.#whyNone}): open the address that claude shows, on any device, and paste the code that the last page shows`);
        }
    }
    open(address) {
        if (this.#whyNone === null)
            void openBrowser(address, this.environment, why => {
                this.#sayNotOpened(address, why);
            });
        else if (this.#needsBrowserHere)
            this.say(`open this address in a browser on this machine: ${address}`);
    }
    #sayNotOpened(address, why) {
        const what = this.#needsBrowserHere
            ? `open this address in a browser on this machine: ${address}`
            : 'open the address above on any device, and paste the code that the last page shows';
        process.stderr.write('\n');
        this.say(`the browser could not be opened (${why}): ${what}`);
    }
}
function canPaste() {
    const stats = or_null_orNull(() => (0,external_node_fs_namespaceObject.fstatSync)(0));
    return (0,external_node_tty_namespaceObject.isatty)(0) || stats?.isFIFO() === true || stats?.isSocket() === true || stats?.isFile() === true;
}

;// CONCATENATED MODULE: ./src/core/credentials/stamp.ts



function stampedJson(credentials, now) {
    const { document } = takeStampOff(credentials);
    return JSON.stringify(now === null ? document : { ...document, storedAt: now.toISOString() });
}
function takeStampOff(stamped) {
    const { storedAt, ...document } = stamped;
    return { document, storedAt: typeof storedAt === 'string' ? storedAt : null };
}
function storedAtIn(text) {
    const value = parseJson(text);
    return isJsonObject(value) ? takeStampOff(value).storedAt : null;
}
const TOLERANCE_MS = (/* unused pure expression or super */ null && (2 * 60 * 1_000));
function latestWriteMs(storedAt) {
    const storedAtMs = Date.parse(storedAt ?? '');
    return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS;
}
function whyStale(secret, updatedAtMs, storedAt) {
    const latestMs = latestWriteMs(storedAt);
    if (latestMs === null || updatedAtMs <= latestMs)
        return null;
    const [written, stamped] = [utcMinute(updatedAtMs), utcMinute(Date.parse(storedAt))];
    return `the secret ${secret} was written at ${written} UTC, but this run got older credentials, stored at ${stamped} UTC; ${NOT_SENT_HERE}`;
}

// EXTERNAL MODULE: ./src/github-secrets/location.ts + 1 modules
var github_secrets_location = __nccwpck_require__(442);
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

;// CONCATENATED MODULE: external "node:readline/promises"
var external_node_readline_promises_namespaceObject = require("node:readline/promises");
;// CONCATENATED MODULE: ./src/cli/login/confirm.ts



async function confirm_confirm(question, { input, output, cancel }) {
    const lines = (0,external_node_readline_promises_namespaceObject.createInterface)({ input, terminal: false });
    try {
        output.write(`${question} [y/N] `);
        const answer = await Promise.race([
            (0,external_node_events_namespaceObject.once)(lines, 'line', { signal: cancel }),
            (0,external_node_events_namespaceObject.once)(lines, 'close', { signal: cancel })
        ]);
        return /^\s*y(?:es)?\s*$/i.test(String(answer[0] ?? ''));
    }
    catch (error) {
        if (!cancel.aborted)
            throw error;
        throw new reasons/* RefreshError */.M4('cancelled', 'stopped before the question was answered');
    }
    finally {
        lines.close();
    }
}

// EXTERNAL MODULE: ./src/github-secrets/target.ts
var target = __nccwpck_require__(850);
;// CONCATENATED MODULE: ./src/cli/login/server.ts




function namedServer(environment, repoHost) {
    const apiUrl = (environment.GITHUB_API_URL ?? '').trim();
    const ghHost = { text: (environment.GH_HOST ?? '').trim(), from: 'GH_HOST' };
    if (apiUrl === '')
        return [repoHost, ghHost].filter(({ text }) => text !== '').map(serverNamed)[0] ?? null;
    const from = 'GITHUB_API_URL';
    const parsed = (0,target/* parseApiUrl */.nV)({ text: apiUrl, from });
    const server = { host: (0,target/* ghHostOf */.Td)(parsed), apiUrl: parsed, namedBy: from };
    if (repoHost.text === '' || isSameServer(server, serverNamed(repoHost).host))
        return server;
    const conflict = `${repoHost.from} names ${serverNamed(repoHost).host}, but ${from} names ${server.host}`;
    throw new reasons/* RefreshError */.M4('usage', conflict);
}
function isSameServer({ host }, other) {
    return hostnameOf(host) === hostnameOf(normalHost(other)) || isThisMachine(host);
}
function serverAt(host, namedBy) {
    const normal = normalHost(host);
    const isHosted = normal === GITHUB || isTenant(normal);
    return { host: normal, apiUrl: isHosted ? `https://api.${normal}` : `https://${normal}/api/v3`, namedBy };
}
function isOwnHost(host) {
    return host === GITHUB || isTenant(host);
}
function isThisMachine(host) {
    return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostnameOf(host));
}
function serverNamed({ text, from }) {
    if (/^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/i.test(text))
        return serverAt(text, from);
    const sentence = `${from} must name a host, such as github.com or ghes.example, got ${(0,core_options/* quote */.hD)(text)}`;
    throw new reasons/* RefreshError */.M4('usage', sentence);
}
function normalHost(host) {
    const lower = host.toLowerCase();
    return /(?:^|\.)(github\.com|[\w-]+\.ghe\.com)$/.exec(lower)?.[1] ?? lower;
}
function isTenant(host) {
    return host.endsWith('.ghe.com');
}
function hostnameOf(host) {
    return host.replace(/:\d+$/, '');
}

;// CONCATENATED MODULE: ./src/cli/login/next-steps.ts




const TOKEN_SECRET = 'SECRETS_TOKEN';
const WORKFLOW = 'keepalive.yml';
function nextSteps({ location, server }, without) {
    return [...tokenSteps(location, server, without), ...runSteps(location, server)];
}
function tokenSteps(location, server, without) {
    if (without.length === 0)
        return [];
    const places = without.map(location => (0,github_secrets_location/* describeLocation */.lR)(location)).join(', nor in ');
    const command = shellLine(['gh', 'secret', 'set', TOKEN_SECRET, ...placeArguments(location, server)]);
    return [
        `the secret ${TOKEN_SECRET} is not in ${places}: the workflow needs it to store the refreshed login, unless it uses a GitHub App's token`,
        `create a token with ${(0,github_secrets_location/* permissionFor */.Tj)(location)}, and store it:`,
        `  ${command}`
    ];
}
function runSteps(location, server) {
    if (location.kind === 'organization')
        return ['next: run the workflow that refreshes this login'];
    const { repository } = location;
    const command = shellLine(['gh', 'workflow', 'run', WORKFLOW, '--repo', repositoryOn(server, repository)]);
    return [
        `next: run the workflow that refreshes this login, at ${webAddress(server)}/${repository}/actions or with:`,
        `  ${command}`
    ];
}
function webAddress({ host, apiUrl }) {
    return isOwnHost(host) ? `https://${host}` : new URL(apiUrl).origin;
}

;// CONCATENATED MODULE: ./src/cli/login/ask-program.ts






const LIMIT_MS = 60_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
async function askProgram(command, { environment, cancel }) {
    const [name, ...args] = command;
    const found = await findProgram(name, { environment, patience: { deadline: deadline_Deadline.after(0), cancel } });
    if (found === null)
        return { kind: 'failed', why: 'is not on PATH' };
    if (!('program' in found))
        return { kind: 'failed', why: `cannot be run: ${(0,redact/* safeLine */.om)(describeDeadEnd(name, found))}` };
    const answer = await run(found.program, args, environment, cancel);
    if (cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `stopped while \`${name}\` was running`);
    return answer;
}
function run(program, args, environment, cancel) {
    const options = { env: environment, signal: cancel, timeout: LIMIT_MS, maxBuffer: MAX_ANSWER_BYTES };
    return new Promise(resolve => {
        const child = (0,external_node_child_process_namespaceObject.execFile)(program, args, { ...options, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
            const code = error?.code;
            if (error === null)
                resolve({ kind: 'ended', exitCode: 0, stdout, stderr });
            else if (typeof code === 'number')
                resolve({ kind: 'ended', exitCode: code, stdout, stderr });
            else
                resolve({ kind: 'failed', why: whyNoAnswer(error) });
        });
        child.stdin?.on('error', () => undefined).end();
    });
}
function whyNoAnswer(error) {
    if (error.killed === true)
        return `did not answer within ${LIMIT_MS / 1000} s`;
    if (error.signal !== undefined)
        return `was ended by ${error.signal}`;
    return `cannot be run (${(0,system_error/* errorCode */.CA)(error)})`;
}

;// CONCATENATED MODULE: ./src/cli/login/github-token.ts







const TOKEN_OF_GH = 'the token of gh';
const TOKENS = ['GH_TOKEN', 'GITHUB_TOKEN'];
const ENTERPRISE_TOKENS = ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'];
async function findGitHubToken(server, location, options) {
    const { environment } = options;
    const names = variablesFor(server);
    for (const from of names) {
        const text = (environment[from] ?? '').trim();
        if (text !== '')
            return { token: (0,target/* parseApiToken */.vL)({ text, from }), from };
    }
    const answer = await askGh(server, options);
    if ('token' in answer)
        return answer;
    const unset = names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not set, and `;
    const sentence = `there is no token for ${server.host}: ${unset}${answer.whyNot}`;
    throw new reasons/* RefreshError */.M4('usage', sentence, remedyFor(server, location));
}
function variablesFor({ host, namedBy }) {
    if (isThisMachine(host))
        return [...ENTERPRISE_TOKENS, ...TOKENS];
    if (isOwnHost(host))
        return TOKENS;
    return namedBy === null ? [] : ENTERPRISE_TOKENS;
}
async function askGh({ host }, { environment, cancel }) {
    const variables = new Set([...TOKENS, ...ENTERPRISE_TOKENS]);
    const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !variables.has(name)));
    const answer = await askProgram(['gh', 'auth', 'token', '--hostname', host], { environment: own, cancel });
    if (answer.kind === 'failed')
        return { whyNot: `\`gh\` ${answer.why}` };
    const { exitCode, stdout, stderr } = answer;
    if (/unknown command|unknown flag/i.test(stderr))
        return { whyNot: '`gh` is too old: it has no command `gh auth token`' };
    if (exitCode !== 0)
        return { whyNot: `\`gh\` is not logged in to ${host} (\`gh auth token\` failed with exit status ${exitCode})` };
    try {
        return { token: (0,target/* parseApiToken */.vL)({ text: stdout.trim(), from: '`gh auth token`' }), from: TOKEN_OF_GH };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        return { whyNot: '`gh auth token` printed something that is not a token' };
    }
}
function remedyFor(server, location) {
    const [variable = ENTERPRISE_TOKENS[0]] = variablesFor(server);
    const hostname = server.host === GITHUB ? '' : ` --hostname ${server.host}`;
    const andHost = server.namedBy === null && variable === ENTERPRISE_TOKENS[0] ? ` and GH_HOST to ${server.host}` : '';
    return `Set ${variable} to a token with ${(0,github_secrets_location/* permissionFor */.Tj)(location)}${andHost}, or log in to GitHub with \`gh auth login${hostname}\`. ${remedies_NO_SIGN_IN}`;
}

;// CONCATENATED MODULE: ./src/cli/login/remote-url.ts
const HOST = /^(?:[a-z\d](?:[\w.-]*[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const SHORT_SSH = /^(?:[^@/:]+@)?([^@/:]+):(?!\/\/)(.+)$/;
const WEB_PROTOCOLS = ['https:', 'http:'];
const OTHER_PROTOCOLS = ['ssh:', 'git+ssh:', 'git:'];
function parseRemoteUrl(address) {
    const [, shortHost = '', shortPath = ''] = SHORT_SSH.exec(address) ?? [];
    if (shortHost !== '')
        return repositoryAt(shortHost, shortPath);
    if (!URL.canParse(address))
        return null;
    const { protocol, host, hostname, pathname } = new URL(address);
    if (WEB_PROTOCOLS.includes(protocol))
        return repositoryAt(host, pathname);
    return OTHER_PROTOCOLS.includes(protocol) ? repositoryAt(hostname, pathname) : null;
}
function repositoryAt(host, path) {
    const [, owner = '', name = ''] = /^\/?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(path) ?? [];
    if (!HOST.test(host) || owner === '' || name === '')
        return null;
    return { host: host.toLowerCase().replace(/^www\./, ''), repository: `${owner}/${name}` };
}

;// CONCATENATED MODULE: ./src/cli/login/git-remote.ts





async function findGitRemote(options) {
    const remotes = await readRemotes(options);
    const [only] = remotes.size === 1 ? remotes.keys() : [];
    const remote = remotes.has('origin') ? 'origin' : only;
    if (remote === undefined)
        throw git_remote_missing(`none of the ${remotes.size} git remotes of the working directory is named "origin"`);
    const parsed = parseRemoteUrl(remotes.get(remote) ?? '');
    if (parsed === null)
        throw git_remote_missing(`the address of the git remote ${(0,core_options/* quote */.hD)(remote)} is not that of a GitHub repository`);
    return { remote, ...parsed };
}
async function readRemotes(options) {
    const answer = await askProgram(['git', 'remote', '-v'], options);
    if (answer.kind === 'failed')
        throw git_remote_missing(`\`git\` ${answer.why}`);
    if (answer.exitCode !== 0)
        throw git_remote_missing('the working directory is not in a git repository');
    const lines = answer.stdout.split('\n').map(line => /^([^\t]+)\t(.+) \(fetch\)/.exec(line));
    const remotes = new Map(lines.flatMap(line => (line === null ? [] : [[line[1] ?? '', line[2] ?? '']])));
    if (remotes.size === 0)
        throw git_remote_missing('the git repository in the working directory has no remote');
    return remotes;
}
function git_remote_missing(why) {
    return new reasons/* RefreshError */.M4('usage', `\`--repo\` is not given, and ${why}`, NAME_REPOSITORY);
}

;// CONCATENATED MODULE: ./src/cli/login/secret-target.ts








async function findSecretTarget(request, context) {
    const name = parseName(request);
    const { server, repository, remote } = await secret_target_findPlace(request, context);
    const location = (0,github_secrets_location/* parseLocation */.zS)({
        repository: { text: repository, from: remote === null ? '`--repo`' : `the git remote ${remote}` },
        environment: { text: request.environment ?? '', from: '`--env`' },
        organization: { text: request.organization ?? '', from: '`--org`' },
        defaultRepository: { text: '', from: '' }
    });
    if (remote !== null && context.confirm !== null) {
        const place = `${(0,github_secrets_location/* describeLocation */.lR)(location)}${server.host === GITHUB ? '' : ` on ${server.host}`}`;
        await refuseUnlessConfirmed(`Store the login as ${name} of ${place} (git remote ${remote})?`, context.confirm);
    }
    const { token, from } = await findGitHubToken(server, location, context);
    return { name, location, server, token, tokenFrom: from };
}
function parseName({ name, repository, environment, organization }) {
    const options = { '--secret': name, '--repo': repository, '--env': environment, '--org': organization };
    const empty = Object.entries(options).find(([, text]) => text === '')?.[0];
    if (empty !== undefined) {
        const remedy = `If you used a shell variable, check that it is set. ${remedies_NO_SIGN_IN}`;
        throw new reasons/* RefreshError */.M4('usage', `\`${empty}\` is empty`, remedy);
    }
    return (0,target/* parseSecretName */.bK)({ text: name, from: '`--secret`' }) ?? name;
}
async function secret_target_findPlace({ repository: given, organization }, context) {
    const { host, repository } = splitHost(given ?? '');
    const server = namedServer(context.environment, { text: host, from: '`--repo`' });
    if (given !== null || organization !== null)
        return { server: server ?? serverAt(GITHUB, null), repository, remote: null };
    if (context.confirm === null) {
        throw new reasons/* RefreshError */.M4('usage', '`--repo` is not given, and without a terminal you cannot confirm the repository of the git remote', NAME_REPOSITORY);
    }
    const found = await findGitRemote(context);
    return {
        server: serverOfRemote(found.host, found.remote, server),
        repository: found.repository,
        remote: found.remote
    };
}
function splitHost(text) {
    const [, host = '', repository = text] = /^([^/]*)\/([^/]*\/[^/]*)$/.exec(text) ?? [];
    return { host, repository };
}
function serverOfRemote(host, remote, named) {
    if (named !== null && isSameServer(named, host))
        return named;
    const server = `the git remote ${remote} is on ${host}`;
    if (named !== null) {
        const sentence = `${server}, but ${named.namedBy ?? 'the default'} names ${named.host}`;
        throw new reasons/* RefreshError */.M4('usage', sentence, NAME_REPOSITORY);
    }
    if (host.includes('.') || host.startsWith('localhost'))
        return serverAt(host, null);
    const alias = 'which is not a host name (perhaps an alias of your SSH configuration)';
    throw new reasons/* RefreshError */.M4('usage', `${server}, ${alias}`, NAME_REPOSITORY);
}
async function refuseUnlessConfirmed(question, confirm) {
    if (await confirm(question))
        return;
    throw new reasons/* RefreshError */.M4('cancelled', 'the repository was not confirmed', NAME_REPOSITORY);
}

;// CONCATENATED MODULE: ./src/cli/login/secret-destination.ts










const PROOF_LIMIT_MS = 30_000;
const secret_destination_STORE_LIMIT_MS = 60_000;
const LOOK_LIMIT_MS = 5_000;
async function openSecretDestination(request, context) {
    return remedies_beforeSignIn(async () => {
        const { terminal, cancel } = context;
        const ask = terminal && ((question) => confirm_confirm(question, { ...terminal, cancel }));
        const target = await findSecretTarget(request, { ...context, confirm: ask });
        const { openSecretStore } = await Promise.all(/* import() */[__nccwpck_require__.e(966), __nccwpck_require__.e(9)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9));
        const { name: guardedName, location, token, server } = target;
        const words = wordsFor(target);
        const store = await openSecretStore({ location, guardedName, plainNames: [], token, apiUrl: server.apiUrl, words });
        return new SecretLoginDestination(target, store, context);
    });
}
function wordsFor({ tokenFrom, server }) {
    return {
        token: tokenFrom,
        newToken: newTokenFor(tokenFrom, server.host),
        nothingDone: remedies_NO_SIGN_IN,
        apiUrl: server.namedBy ?? 'GITHUB_API_URL',
        otherWriters: 'a job or another sign-in; storing this login now would replace it',
        cancelled: '`clr login` was cancelled'
    };
}
function newTokenFor(tokenFrom, host) {
    if (tokenFrom !== TOKEN_OF_GH)
        return `Set ${tokenFrom} to a new token`;
    return `Log in to GitHub again with \`gh auth login${host === GITHUB ? '' : ` --hostname ${host}`}\``;
}
class SecretLoginDestination {
    target;
    secrets;
    context;
    name;
    commandArguments;
    constructor(target, secrets, context) {
        this.target = target;
        this.secrets = secrets;
        this.context = context;
        this.name = `the secret ${(0,github_secrets_location/* describeSecret */.wr)(target.name, target.location)}`;
        this.commandArguments = secretArguments(target);
    }
    async prove() {
        const { say, cancel } = this.context;
        const limits = { limitMs: PROOF_LIMIT_MS, signal: cancel };
        await remedies_beforeSignIn(async () => {
            if (await this.secrets.createMissingEnvironment(limits)) {
                say(`created ${(0,github_secrets_location/* describeLocation */.lR)(this.target.location)}, without protection rules; it is kept even if you cancel`);
            }
            const lastWrite = await this.secrets.lastWrite(limits);
            await this.secrets.proveWritable(limits);
            const state = lastWrite === null ? 'does not exist yet' : existing(lastWrite.atMs);
            say(`${this.name} can be written; it ${state}`);
        });
    }
    workFolder() {
        return openStateFolder(this.context.environment);
    }
    async store({ fields }) {
        const { name } = this.target;
        const textAt = (now) => stampedJson({ claudeAiOauth: fields }, now);
        await this.secrets.write([{ name, textAt }], { limitMs: secret_destination_STORE_LIMIT_MS, signal: this.context.cancel });
        const without = await this.secrets.placesWithout(TOKEN_SECRET, LOOK_LIMIT_MS);
        return [`stored the new login as ${this.name}`, ...nextSteps(this.target, without)];
    }
}
function existing(lastWriteMs) {
    return `was last written at ${(0,core_times/* utcMinute */.vD)(lastWriteMs)} UTC, and will be replaced`;
}

;// CONCATENATED MODULE: ./src/cli/wrapped-text.ts
const BREAK = / (?=(?:[^`]*`[^`]*`)*[^`]*$)/;
function wrapped(text, columns, measure) {
    const lines = [];
    for (const word of text.split(BREAK)) {
        const last = lines.at(-1);
        if (last !== undefined && measure(`${last} ${word}`) <= columns)
            lines.splice(-1, 1, `${last} ${word}`);
        else
            lines.push(word);
    }
    return lines;
}

;// CONCATENATED MODULE: ./src/cli/messages.ts



const NAME = 'clr: ';
const INDENT = ' '.repeat(NAME.length);
const HANGING = '  ';
function layoutFor({ isTTY, columns }, measure = text => text.length) {
    return { columns: isTTY && columns > 0 ? columns : null, measure };
}
function failureText({ reason, message, remedy, notes = [] }, layout) {
    const below = [...(remedy === '' ? [] : [remedy]), ...notes].map(text => INDENT + paragraph(text, INDENT, layout));
    return [noticeText(`${reason}: ${message}`, layout), ...below, `${INDENT}More: ${troubleshootingUrl(reason)}\n`].join('');
}
function noticeText(message, layout) {
    return NAME + paragraph(message, INDENT, layout);
}
function resultText(line, layout) {
    return line.startsWith(' ') ? `${(0,redact/* safeLine */.om)(line)}\n` : paragraph(line, HANGING, layout);
}
function paragraph(text, indent, { columns, measure }) {
    const line = (0,redact/* safeLine */.om)(text);
    const lines = columns === null ? [line] : wrapped(line, columns - indent.length, measure);
    return `${lines.join(`\n${indent}`)}\n`;
}

;// CONCATENATED MODULE: ./src/cli/npx.ts

const NPX_NOTE = `Type \`${NPX}\` instead of \`clr\`.`;
function npxNotes(text, script = process.argv[1] ?? '') {
    return script.split('/').includes('_npx') && /`clr\s|^ *clr /m.test(text) ? [NPX_NOTE] : [];
}

;// CONCATENATED MODULE: ./src/cli/output.ts



function writeOutput(text) {
    return new Promise(resolve => {
        process.stdout.write(text, error => {
            resolve(error == null || (0,system_error/* errorCode */.CA)(error) === 'EPIPE' ? null : (0,system_error/* explainSystemError */.Tr)(error));
        });
    });
}
async function writeResult(text, exitCode, result = '') {
    const why = await writeOutput(text);
    if (why === null)
        return exitCode;
    const what = `cannot write to standard output: ${why}`;
    say(result === '' ? what : `${what}; the result of the run was ${result}`);
    return exitCode === 0 ? 1 : exitCode;
}
function say(message) {
    process.stderr.write(noticeText(message, layoutFor(process.stderr)));
}
function sayFailure({ reason, message, remedy, notes = [] }) {
    const allNotes = [...notes, ...npxNotes(`${message} ${remedy}`)];
    process.stderr.write(failureText({ reason, message, remedy, notes: allNotes }, layoutFor(process.stderr)));
}

;// CONCATENATED MODULE: ./src/cli/signals.ts
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const SAME_SIGNAL_MS = 50;
function cancelOnSignals() {
    const cancel = new AbortController();
    const insist = new AbortController();
    let firstAtMs = Infinity;
    for (const name of SIGNALS) {
        process.on(name, () => {
            firstAtMs = Math.min(firstAtMs, performance.now());
            if (performance.now() - firstAtMs > SAME_SIGNAL_MS)
                insist.abort();
            cancel.abort();
        });
    }
    return { cancel: cancel.signal, insist: insist.signal };
}

;// CONCATENATED MODULE: ./src/cli/login.ts














async function runLogin(request) {
    try {
        const stored = await loginLines(request, cancelOnSignals());
        const lines = [...stored, ...npxNotes(stored.join('\n'))];
        const layout = layoutFor(process.stdout);
        const text = lines.map(line => resultText(line, layout)).join('');
        return await writeResult(text, 0, `stored: ${lines[0] ?? ''}`);
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        sayFailure(error);
        return 1;
    }
}
async function loginLines(request, signals) {
    const guide = new BrowserGuide(process.env, say);
    if (request.from === null)
        guide.refuseIfHopeless();
    const beforeSignIn = new AbortController();
    const cancelDestination = () => {
        beforeSignIn.abort();
    };
    signals.cancel.addEventListener('abort', cancelDestination);
    signals.insist.addEventListener('abort', cancelDestination);
    const destination = await openDestination(request, { ...signals, cancel: beforeSignIn.signal });
    const { cancel } = signals;
    const onSignIn = program => {
        signals.cancel.removeEventListener('abort', cancelDestination);
        guide.announce(program);
    };
    const onAddress = (address) => {
        guide.open(address);
    };
    return login({ ...request, cancel, environment: process.env, onSignIn, onAddress }, destination);
}
async function openDestination(request, signals) {
    const { destination, replace } = request;
    const environment = process.env;
    if (destination.kind === 'secret') {
        if (request.from === null)
            await announceEarlierLogins(signals);
        const terminal = (0,external_node_tty_namespaceObject.isatty)(0) ? { input: process.stdin, output: process.stderr } : null;
        return openSecretDestination(destination, { environment, cancel: signals.cancel, say: say, terminal });
    }
    const { credsPath: text, credsFrom: name } = destination;
    if (process.geteuid?.() === 0)
        await actAsOwner(text, { deadline: deadline_Deadline.after(0), cancel: signals.cancel });
    return remedies_beforeSignIn(() => Promise.resolve(new FileLoginDestination({ text, name }, { ...signals, replace, environment, say: say })));
}
async function announceEarlierLogins({ insist }) {
    for (const path of await salvageSignIns(process.env, insist)) {
        say(`the login of an earlier sign-in is in ${path}: store it with \`--from\`, or delete it if it is already stored`);
    }
}

;// CONCATENATED MODULE: ./src/core/status/account.ts


const MAX_LENGTH = 20;
function describeAccount({ subscriptionType, rateLimitTier }, secrets) {
    const kind = wordsIn(subscriptionType, secrets);
    if (kind === null)
        return null;
    const factor = typeof rateLimitTier === 'string' ? /_(\d{1,3}x)$/.exec(rateLimitTier)?.[1] : undefined;
    const name = kind.charAt(0).toUpperCase() + kind.slice(1);
    return factor === undefined ? name : `${name} ${factor}`;
}
function wordsIn(value, secrets) {
    if (typeof value !== 'string' || value.length > MAX_LENGTH)
        return null;
    const words = value.replace(/[_\s-]+/g, ' ').trim();
    const isHarmless = /^[a-z]+(?: [a-z0-9]+)*$/i.test(words) && words.replace(/\D/g, '').length <= 3;
    return isHarmless && (0,redact/* redact */.E$)((0,redact/* safeLine */.om)(value), secrets) === value ? words : null;
}
function tokensIn(fields) {
    if (!(0,json/* isJsonObject */.OW)(fields))
        return [];
    return [fields.accessToken, fields.refreshToken].filter(token => typeof token === 'string');
}

;// CONCATENATED MODULE: ./src/core/status/notes.ts


function lockNotes(locks, nowMs) {
    const holderOf = ({ holder, pid, isElsewhere }) => `${holder} ${pid ?? ''} ${isElsewhere}`;
    const first = locks.filter((lock, at) => locks.findIndex(other => holderOf(other) === holderOf(lock)) === at);
    return first.map(lock => lockNote(lock, nowMs));
}
function lockNote(lock, nowMs) {
    const { holder, isAlive, sinceMs, renewedAtMs } = lock;
    const who = `${holder === 'clr' ? 'a run of `clr`' : 'a session of `claude`'}${whereIs(lock)}`;
    if (isAlive === false)
        return `${who} has ended without releasing its lock: the next run takes it over at once`;
    if (isHeld(lock, nowMs))
        return `${who} ${whatItDoes(holder, sinceMs, nowMs)}`;
    const renewed = `was last renewed at ${(0,core_times/* describeMoment */.oL)(renewedAtMs, nowMs)}`;
    return `the lock of ${who} ${renewed}: unless it is renewed again, the next run takes it over`;
}
function whatItDoes(holder, sinceMs, nowMs) {
    const isClr = holder === 'clr';
    if (sinceMs === null)
        return isClr ? 'is working on this login' : 'holds the lock for a refresh';
    const does = isClr ? 'has been working on this login' : 'has been holding the lock for a refresh';
    return `${does} since ${(0,core_times/* describeMoment */.oL)(sinceMs, nowMs)}`;
}
function whereIs({ holder, pid, isElsewhere }) {
    if (!isElsewhere)
        return pid === null ? '' : ` (pid ${pid})`;
    return holder === 'clr'
        ? ' in another container, on another machine or before the last reboot'
        : ' in another container or on another machine';
}
function remainsNotes(remains, locks, nowMs) {
    const isRunShown = locks.some(lock => lock.holder === 'clr' && isHeld(lock, nowMs));
    return remains.flatMap(one => (one.handledBy === 'its-run' && isRunShown ? [] : [remainsNote(one)]));
}
const NEXT_RUN = 'the next `clr refresh` or `clr recover`';
const NOT_TRUSTED = 'because another user owns it or may have changed it';
function remainsNote(one) {
    const { path, kind, hasNewTokens, handledBy } = one;
    if (handledBy === 'its-run')
        return `a run of \`clr\` is working in ${path}`;
    if (!one.isTrusted)
        return untrustedNote(one);
    if (handledBy === 'person' && hasNewTokens === true) {
        const other = `${path} has tokens of another login than the file`;
        const toDo = 'delete it if you do not want them; `clr recover` saves them in a separate file';
        return kind === 'home' ? `${other}: ${toDo}` : other;
    }
    if (handledBy === 'person')
        return `${path} has no tokens that \`clr\` can use: delete it`;
    if (hasNewTokens === true)
        return `the new tokens of an interrupted run are in ${path}: ${NEXT_RUN} puts them into the file`;
    if (hasNewTokens === null)
        return `${path} can't be read, and may have newer tokens than the file`;
    const what = kind === 'home' ? 'an interrupted run left' : 'the file already has the tokens that were saved in';
    return `${what} ${path}${kind === 'home' ? ', without newer tokens than the file' : ''}: ${NEXT_RUN} removes it`;
}
function untrustedNote({ path, hasNewTokens }) {
    if (hasNewTokens === null)
        return `${path} can't be read, and may have tokens that the file does not have, but runs ignore it ${NOT_TRUSTED}`;
    if (!hasNewTokens)
        return `${path} has no tokens that the file needs; runs do not touch it ${NOT_TRUSTED}: delete it`;
    const ours = 'take ownership of it and remove the rights of others (`chown`, `chmod go=`)';
    return `${path} has tokens that the file does not have, but runs ignore it ${NOT_TRUSTED}: delete it or, if you trust it, ${ours}`;
}

;// CONCATENATED MODULE: ./src/core/status/beside.ts










function lookBeside(file, login, nowMs) {
    const attempts = new Attempts();
    const folder = attempts.read(workFolderPath(file), () => findFolder(file), null);
    const noLocks = { locks: [], obstacles: [] };
    const cli = attempts.read(file.given, () => cliLockStatuses(file, folder), noLocks, SESSIONS_UNKNOWN);
    const { own, remains } = folder === null ? EMPTY : lookInto(folder, { login, nowMs, attempts });
    const locks = own === null ? cli.locks : [own, ...cli.locks];
    const rejection = folder === null || login === null ? null : rejectionOf(login, { folder, nowMs, attempts });
    const notes = [...lockNotes(locks, nowMs), ...remainsNotes(remains, locks, nowMs), ...cli.obstacles];
    return { locks, remains, rejection, notes: [...notes, ...attempts.failures] };
}
const EMPTY = { own: null, remains: [] };
function lookInto(folder, { login, nowMs, attempts }) {
    const own = attempts.read(folder.path, () => ownLockStatus(folder), null);
    const judged = {
        login: login !== null && isUsable(login, nowMs) ? login : null,
        isLocked: own !== null && isHeld(own, nowMs)
    };
    return { own, remains: attempts.read(folder.path, () => remainsIn(folder, judged), []) };
}
function rejectionOf(login, { folder, nowMs, attempts }) {
    const entry = attempts.hasFailed(folder.path) ? folder.path : folder.at(work_folder_REJECTION_RECORD);
    const unknown = 'so it is not known whether the login was rejected';
    return attempts.read(entry, () => readRejection(folder, login, nowMs), null, unknown);
}
function findFolder(file) {
    const folder = work_folder_WorkFolder.find(file);
    if (folder === null || (0,external_node_fs_namespaceObject.lstatSync)(folder.path, { throwIfNoEntry: false })?.isDirectory() !== false)
        return folder;
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder.path} is in the way: ${NEEDS_FOLDER}`);
}
const RUNS_UNKNOWN = 'so it is not known whether a run is at work, or has left newer tokens or a rejection';
const SESSIONS_UNKNOWN = 'so it is not known whether a session of `claude` is at work';
class Attempts {
    #failures = new Map();
    get failures() {
        return [...this.#failures.values()];
    }
    hasFailed(entry) {
        return this.#failures.has(entry);
    }
    read(entry, read, otherwise, unknown = RUNS_UNKNOWN) {
        try {
            return read();
        }
        catch (error) {
            if (!this.#failures.has(entry))
                this.#failures.set(entry, `${whyFailed(entry, error)}, ${unknown}`);
            return otherwise;
        }
    }
}
function whyFailed(entry, error) {
    if (error instanceof reasons/* RefreshError */.M4)
        return error.message.split('; ')[0] ?? '';
    return `cannot read ${entry}: ${(0,system_error/* explainSystemError */.Tr)(error)}`;
}

;// CONCATENATED MODULE: ./src/core/status/content.ts







function readSeen(given, name) {
    const place = or_null_orNull(() => findPlace(given)) ?? { given, real: given };
    try {
        const file = findCredentialsFile(given, name);
        return { file, ...content_contentOf(readCredentialsText(file).text) };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        return { file: place, content: without(stateOf(error), error), secrets: [] };
    }
}
function content_contentOf(text) {
    const document = (0,json/* parseJson */.qF)(text);
    const secrets = (0,json/* isJsonObject */.OW)(document) ? tokensIn(document.claudeAiOauth) : [];
    try {
        return { content: { kind: 'login', login: parseLogin(text) }, secrets };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const kind = kindWithoutLogin(text);
        if (kind === 'api-key')
            return { content: { kind }, secrets };
        const blocksLogin = text.trim() !== '' && !(0,json/* isJsonObject */.OW)(document);
        const none = { kind: 'none', remedy: '', blocksLogin, isOtherFile: isOtherFile(text) };
        if (kind === 'blanked')
            return { content: { ...none, state: kind, message: BLANKED }, secrets };
        return { content: { ...none, state: 'not-a-login', message: error.message }, secrets };
    }
}
function stateOf({ reason }) {
    if (reason === 'creds-not-found')
        return 'missing';
    return reason === 'creds-invalid' ? 'not-a-login' : 'unreadable';
}
function without(state, { message, remedy }) {
    return { kind: 'none', state, message, remedy: (0,reasons/* withoutTokenNote */.eG)(remedy), blocksLogin: false, isOtherFile: false };
}

;// CONCATENATED MODULE: ./src/core/status/file-status.ts
const STATES = {
    ok: false,
    'refresh-due': false,
    'ends-soon': false,
    ended: true,
    rejected: true,
    blanked: true,
    'not-a-login': true,
    unreadable: true,
    missing: true
};
function isState(text) {
    return Object.hasOwn(STATES, text);
}
function allStates() {
    return Object.keys(STATES).filter(isState);
}
function alwaysNeedsPerson(state) {
    return STATES[state];
}

;// CONCATENATED MODULE: ./src/core/status/judgement.ts




function judgeContent(content, judged) {
    const nothing = { kind: null, expiresAtMs: null, loginExpiresAtMs: null };
    if (content.kind === 'none')
        return { ...nothing, state: content.state, message: content.message };
    if (content.kind === 'api-key')
        return { ...nothing, state: 'ok', kind: 'api-key', message: API_KEY };
    const { login } = content;
    const dates = { kind: kindOf(login), expiresAtMs: login.expiresAtMs, loginExpiresAtMs: login_end_endOf(login, judged.nowMs) };
    return { ...dates, ...judgeLogin(login, dates.loginExpiresAtMs, judged) };
}
const API_KEY = 'the file holds an API key, which needs no refresh and has no end date';
function kindOf({ accessToken, refreshToken }) {
    if (refreshToken !== null)
        return 'login';
    return accessToken.startsWith('sk-ant-api') ? 'api-key' : 'access-token';
}
function judgeLogin(login, endMs, { rejection, nowMs, withinMs }) {
    const end = endMs === null ? '' : (0,core_times/* describeMoment */.oL)(endMs, nowMs);
    const since = rejection === null ? '' : `; ${rejectedMessage(rejection, nowMs)}`;
    if (hasEnded(endMs, nowMs))
        return { state: 'ended', message: endedMessage(login, end, nowMs) + since };
    if (rejection !== null)
        return { state: 'rejected', message: rejection.message + since };
    if (endsWithin(endMs, Math.max(LOGIN_WARNING_MS, withinMs), nowMs)) {
        const why = login.refreshToken === null ? 'it has no refresh token' : 'a refresh does not extend it';
        return { state: 'ends-soon', message: `the login ends on ${end}, and ${why}` };
    }
    const due = login.refreshToken === null ? null : whyRefreshIsDue(login, nowMs);
    return due === null ? { state: 'ok', message: okMessage(login, nowMs) } : { state: 'refresh-due', message: due };
}
function endedMessage({ refreshToken, expiresAtMs }, end, nowMs) {
    if (refreshToken === null)
        return `the access token expired on ${end}, and there is no refresh token`;
    const isValid = expiresAtMs !== null && expiresAtMs > nowMs;
    const last = isValid ? `; its last access token is valid until ${(0,core_times/* describeMoment */.oL)(expiresAtMs, nowMs)}` : '';
    return `according to the date set at sign-in, the login ended on ${end}${last}`;
}
function rejectedMessage(rejection, nowMs) {
    const next = rejection.nextTryAtMs > nowMs ? noTryBefore(rejection, nowMs) : 'the next run tries it again';
    return `${rejectedSince(rejection, nowMs)}; ${next}`;
}
function whyRefreshIsDue(login, nowMs) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null)
        return 'the expiry of the access token is not known; the next refresh fixes that';
    const whyNot = whyNotUsed(login);
    if (whyNot !== null)
        return `${whyNot}; the next refresh fixes that`;
    if (expiresAtMs > nowMs)
        return null;
    return `the access token expired on ${(0,core_times/* describeMoment */.oL)(expiresAtMs, nowMs)}; the next refresh gets a new one`;
}
function okMessage({ expiresAtMs, refreshToken }, nowMs) {
    const never = refreshToken === null ? '; it has no refresh token, and is never refreshed' : '';
    if (expiresAtMs === null)
        return `the expiry of the access token is not known${never}`;
    return `the access token is valid until ${(0,core_times/* describeMoment */.oL)(expiresAtMs, nowMs)}${never}`;
}

;// CONCATENATED MODULE: ./src/core/status/remedy.ts



function remedyForStatus(content, situation) {
    const { file, state, needsPerson, kind, remains, keychainItem } = situation;
    const recoverable = remains.filter(isRecoverable);
    if (recoverable.some(one => isBetterRecovered(content, state, one)))
        return recovery(situation, recoverable);
    const signIn = signInCommand(file);
    switch (state) {
        case 'missing':
            if (keychainItem !== null)
                return { sentence: OWN_FILE, command: null };
            return { sentence: 'Check the path, or sign in:', command: signIn };
        case 'not-a-login':
        case 'unreadable':
            if (content.kind === 'none' && content.remedy !== '')
                return { sentence: content.remedy, command: null };
            if (content.kind === 'none' && content.blocksLogin) {
                if (content.isOtherFile)
                    return { sentence: NEEDS_LOGIN, command: null };
                const moveAway = shellLine(['mv', '-n', file, `${file}.old`]);
                return { sentence: 'Check the path, or move this file away and sign in:', command: `${moveAway} && ${signIn}` };
            }
            return { sentence: 'Check whether this is the right file, or sign in:', command: signIn };
        case 'blanked':
        case 'rejected':
        case 'ended':
            return { sentence: 'Sign in again:', command: signIn };
        case 'ends-soon':
            return {
                sentence: kind === 'login' ? 'Sign in again before then:' : 'Make a new token before then, or sign in:',
                command: replaceCommand(file)
            };
        case 'ok':
        case 'refresh-due':
            return choiceBetween(file, remains) ?? (needsPerson ? { sentence: DECIDE, command: null } : null);
    }
}
const OWN_FILE = 'Make a separate login for `clr`: `clr login --creds` with the path of another file.';
const DECIDE = 'Decide whether to use the saved tokens; the note says how.';
function choiceBetween(file, remains) {
    const other = remains.find(({ hasNewTokens, handledBy, isTrusted }) => hasNewTokens === true && handledBy === 'person' && isTrusted);
    if (other === undefined)
        return null;
    if (other.kind === 'home') {
        return {
            sentence: 'Keep one of the two logins. To use the other one, first save it in a separate file:',
            command: shellLine(['clr', 'recover', '--creds', file])
        };
    }
    return {
        sentence: `Keep one of the two logins: delete ${other.path}, or put its login into the file:`,
        command: fromFileCommand(file, other.path)
    };
}
function isBetterRecovered(content, state, { isNewLogin }) {
    if (state === 'not-a-login')
        return content.kind === 'none' && content.remedy === '';
    if (state === 'ended' || state === 'ends-soon')
        return isNewLogin;
    return state === 'missing' || state === 'blanked' || state === 'rejected';
}
function isRecoverable({ hasNewTokens, handledBy }) {
    return hasNewTokens === true && handledBy === 'next-run';
}
function recovery({ file, state }, tokens) {
    const recover = shellLine(['clr', 'recover', '--creds', file]);
    const isNewLogin = tokens.some(one => one.isNewLogin);
    const what = isNewLogin ? 'the new login of an interrupted `clr login`' : 'the tokens of the interrupted run';
    const needsFile = state === 'missing' && !isNewLogin;
    const make = needsFile ? `${shellLine(['install', '-m', '600', '/dev/null', file])} && ` : '';
    return { sentence: `Put ${what} into the file:`, command: make + recover };
}

;// CONCATENATED MODULE: ./src/core/status.ts










function statusOf(given, name, { nowMs, withinMs, environment }) {
    const seen = readSeen(given, name);
    const { file, content } = seen;
    const login = content.kind === 'login' ? content.login : null;
    const beside = lookBeside(file, login, nowMs);
    const verdict = judgeContent(content, { rejection: beside.rejection, nowMs, withinMs });
    const keychainItem = findKeychainItem(file, environment);
    const { state, loginExpiresAtMs } = verdict;
    const endsTooSoon = state === 'ends-soon' && endsWithin(loginExpiresAtMs, withinMs, nowMs);
    const needsPerson = alwaysNeedsPerson(state) || endsTooSoon || beside.remains.some(isForPerson);
    const found = { ...verdict, ...beside, file: given, needsPerson, keychainItem };
    return others_withoutSecrets(seen, {
        ...found,
        account: login === null ? null : describeAccount(login.fields, seen.secrets),
        notes: [...loginNotes(login, keychainItem), ...beside.notes],
        remedy: remedyForStatus(content, found)
    });
}
function isForPerson({ handledBy, hasNewTokens }) {
    return handledBy === 'person' && hasNewTokens === true;
}
function loginNotes(login, keychainItem) {
    const whyNot = login?.refreshToken === null ? whyNotUsed(login) : null;
    const inKeychain = `the Keychain holds a login ("${keychainItem ?? ''}"), and \`claude\` uses and refreshes that login, not this file`;
    return [...(whyNot === null ? [] : [whyNot]), ...(keychainItem === null ? [] : [inKeychain])];
}
function others_withoutSecrets({ secrets }, status) {
    const hide = (text) => (0,redact/* redact */.E$)(text, secrets);
    const { remedy } = status;
    return {
        ...status,
        file: hide(status.file),
        message: hide(status.message),
        notes: status.notes.map(hide),
        locks: status.locks.map(lock => ({ ...lock, path: hide(lock.path) })),
        remains: status.remains.map(one => ({ ...one, path: hide(one.path) })),
        remedy: remedy && { sentence: hide(remedy.sentence), command: remedy.command && hide(remedy.command) }
    };
}

;// CONCATENATED MODULE: ./src/cli/colours.ts

const PLAIN = (_style, text) => text;
const COLOURED = (style, text) => {
    const [open = 0, close = 0] = external_node_util_namespaceObject.inspect.colors[style] ?? [];
    return `\u001b[${open}m${text}\u001b[${close}m`;
};
function painterFor(stream, environment) {
    const { NO_COLOR = '', FORCE_COLOR = '', ...rest } = environment;
    if (NO_COLOR !== '')
        return PLAIN;
    if (FORCE_COLOR !== '')
        return ['0', 'false'].includes(FORCE_COLOR) ? PLAIN : COLOURED;
    return stream.isTTY && stream.hasColors(rest) ? COLOURED : PLAIN;
}

;// CONCATENATED MODULE: ./src/cli/text-layout.ts
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
function visible(text) {
    return text.replace(UNSAFE, '\u{FFFD}');
}
function withTilde(text, home) {
    if (home.length < 2)
        return text;
    const shortened = (word) => (word.startsWith(`${home}/`) ? `~${word.slice(home.length)}` : word);
    return text.split(' ').map(shortened).join(' ');
}
async function measureFor(text) {
    if (isAscii(text))
        return part => part.length;
    return (await __nccwpck_require__.e(/* import() */ 292).then(__nccwpck_require__.bind(__nccwpck_require__, 292))).default;
}
function cutMiddle(text, columns, measure) {
    if (measure(text) <= columns)
        return text;
    const characters = isAscii(text)
        ? Array.from(text)
        : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
    const end = takeWhileFits(characters.toReversed(), Math.ceil(((columns - 1) * 2) / 3), measure).reverse();
    const start = takeWhileFits(characters, columns - 1 - measure(end.join('')), measure);
    return [...start, '…', ...end].join('');
}
function takeWhileFits(characters, columns, measure) {
    const taken = [];
    let width = 0;
    for (const character of characters) {
        width += measure(character);
        if (width > columns)
            break;
        taken.push(character);
    }
    return taken;
}
function padded(text, columns, measure) {
    return text + ' '.repeat(Math.max(0, columns - measure(text)));
}
function isAscii(text) {
    return /^[\x20-\x7e]*$/.test(text);
}

;// CONCATENATED MODULE: ./src/cli/status-block.ts



const SHOWN = {
    ok: ['ok', 'green'],
    'refresh-due': ['refresh due', 'cyan'],
    'ends-soon': ['ends soon', 'yellow'],
    ended: ['ended', 'red'],
    rejected: ['rejected', 'red'],
    blanked: ['blanked', 'red'],
    'not-a-login': ['not a login', 'red'],
    unreadable: ['unreadable', 'red'],
    missing: ['missing', 'red']
};
function wordFor(state) {
    return SHOWN[state][0];
}
function paintState(state, text, paint) {
    return paint(SHOWN[state][1], text);
}
function fullBlock(status, view) {
    const rows = [stateRow(status, view), ...factRows(status, view), ...adviceRows(status, view)];
    return block(status, rows, view);
}
function adviceBlock(status, view) {
    const { state, notes, remedy } = status;
    if (notes.length === 0 && remedy === null)
        return '';
    const isClear = state === 'ok' || state === 'refresh-due';
    return block(status, [...(isClear ? [] : [stateRow(status, view)]), ...adviceRows(status, view)], view);
}
function block({ file }, rows, { paint, home }) {
    return `${paint('bold', visible(withTilde(file, home)))}\n${rows.join('\n')}\n`;
}
function stateRow({ state, message }, view) {
    const word = wordFor(state);
    const plain = row('State', state === 'ok' ? word : `${word}: ${message}`, view);
    return plain.replace(word, paintState(state, word, view.paint));
}
function factRows({ kind, account, expiresAtMs, loginExpiresAtMs }, view) {
    if (kind === null)
        return [];
    const token = kind === 'api-key' ? 'an API key, never refreshed' : 'only an access token, never refreshed';
    const about = kind === 'login' ? (account ?? 'unknown') : account === null ? token : `${account}; ${token}`;
    const rows = [row('Account', about, view)];
    if (kind !== 'api-key' || expiresAtMs !== null) {
        rows.push(row('Token', moment(expiresAtMs, ['valid until', 'expired', 'expiry'], view), view));
    }
    if (kind === 'login')
        rows.push(row('Login', moment(loginExpiresAtMs, ['ends', 'ended', 'end'], view), view));
    return rows;
}
function moment(ms, words, { nowMs }) {
    const [before, after, unknown] = words;
    if (ms === null)
        return `${unknown} unknown`;
    return `${ms > nowMs ? before : after} ${(0,core_times/* describeMoment */.oL)(ms, nowMs)}`;
}
function adviceRows({ notes, remedy }, view) {
    const rows = notes.map(note => row('Note', note, view));
    if (remedy === null)
        return rows;
    const command = remedy.command === null ? [] : [`${' '.repeat(status_block_INDENT)}${visible(withTilde(remedy.command, view.home))}`];
    return [...rows, row('To do', remedy.sentence, view), ...command];
}
const status_block_INDENT = 11;
function row(label, text, { columns, measure, paint, home }) {
    const lines = wrapped(visible(withTilde(text, home)), columns - status_block_INDENT, measure);
    return lines
        .map((line, at) => (at === 0 ? `  ${paint('dim', label.padEnd(status_block_INDENT - 2))}` : ' '.repeat(status_block_INDENT)) + line)
        .join('\n');
}

;// CONCATENATED MODULE: ./src/cli/status-json.ts
function statusJson(statuses, exitCode) {
    const report = { ok: exitCode === 0, exitCode, files: statuses.map(fileJson) };
    return `${JSON.stringify(report).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, status_json_escaped)}\n`;
}
function fileJson(status) {
    const { rejection, remedy } = status;
    return {
        creds: status.file,
        state: status.state,
        needsPerson: status.needsPerson,
        kind: status.kind,
        account: status.account,
        expiresAt: status_json_iso(status.expiresAtMs),
        loginExpiresAt: status_json_iso(status.loginExpiresAtMs),
        rejection: rejection && {
            firstAt: status_json_iso(rejection.firstAtMs),
            lastAt: status_json_iso(rejection.lastAtMs),
            count: rejection.count,
            nextTryAt: status_json_iso(rejection.nextTryAtMs)
        },
        locks: status.locks.map(lockJson),
        remains: status.remains.map(({ path, kind, hasNewTokens, handledBy }) => ({
            path,
            kind,
            newTokens: hasNewTokens,
            handledBy
        })),
        keychainItem: status.keychainItem,
        message: status.message,
        notes: status.notes,
        remedy: remedy?.sentence ?? '',
        command: remedy?.command ?? null
    };
}
function lockJson({ path, holder, pid, isElsewhere, isAlive, sinceMs, renewedAtMs }) {
    const times = { since: status_json_iso(sinceMs), renewedAt: status_json_iso(renewedAtMs) };
    return { path, holder, pid, elsewhere: isElsewhere, alive: isAlive, ...times };
}
function status_json_iso(ms) {
    return ms === null ? null : new Date(ms).toISOString();
}
function status_json_escaped(character) {
    return character.replace(/[^]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./src/cli/status-table.ts



const GAP = '  ';
const MIN_PATH_COLUMNS = 12;
const HEAD = ['FILE', 'STATE', 'ACCOUNT', 'TOKEN ENDS', 'LOGIN ENDS'];
function statusTable(statuses, view) {
    const { columns, measure, paint } = view;
    const cells = statuses.map(status => cellsOf(status, view));
    const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map(row => measure(row[at] ?? ''))));
    const others = widths.slice(1).reduce((sum, width) => sum + GAP.length + width, 0);
    if (MIN_PATH_COLUMNS + others > columns)
        return null;
    widths[0] = Math.min(widths[0] ?? 0, Math.max(MIN_PATH_COLUMNS, columns - others));
    const aligned = (row) => row.map((cell, at) => padded(cutMiddle(cell, widths[at] ?? 0, measure), widths[at] ?? 0, measure));
    const lines = statuses.map((status, at) => {
        const [file = '', state = '', ...rest] = aligned(cells[at] ?? []);
        return [file, paintState(status.state, state, paint), ...rest].join(GAP).trimEnd();
    });
    return `${[paint('dim', aligned(HEAD).join(GAP).trimEnd()), ...lines].join('\n')}\n`;
}
function cellsOf(status, { nowMs, home }) {
    const { file, state, kind, account, expiresAtMs, loginExpiresAtMs } = status;
    const until = (ms) => (ms === null ? 'unknown' : (0,core_times/* inTime */.RN)(ms - nowMs));
    const dates = kind === null ? ['-', '-'] : [until(expiresAtMs), until(loginExpiresAtMs)];
    return [visible(withTilde(file, home)), wordFor(state), kind === null ? '-' : (account ?? 'unknown'), ...dates];
}

;// CONCATENATED MODULE: ./src/cli/status.ts










const DEFAULT_COLUMNS = 80;
const MAX_BLOCK_COLUMNS = 100;
async function runStatus(paths, { withinMs, json }) {
    const nowMs = Date.now();
    const statuses = paths.map(({ given, name }) => statusOf(given, name, { nowMs, withinMs, environment: process.env }));
    const exitCode = statuses.some(({ needsPerson }) => needsPerson) ? 1 : 0;
    const text = json ? statusJson(statuses, exitCode) : withNpxNotes(statusText(statuses, await viewOf(statuses, nowMs)));
    return writeResult(text, exitCode);
}
function statusText(statuses, view) {
    const inBlock = { ...view, columns: Math.min(view.columns, MAX_BLOCK_COLUMNS) };
    const [first, ...others] = statuses;
    if (first !== undefined && others.length === 0)
        return fullBlock(first, inBlock);
    const table = statusTable(statuses, view);
    if (table === null)
        return statuses.map(status => fullBlock(status, inBlock)).join('\n');
    const blocks = statuses.map(status => adviceBlock(status, inBlock)).filter(block => block !== '');
    return [table, ...blocks].join('\n');
}
function withNpxNotes(text) {
    return [text, ...npxNotes(text).map(note => `${note}\n`)].join('\n');
}
async function viewOf(statuses, nowMs) {
    const { stdout, env } = process;
    const columns = stdout.isTTY && stdout.columns > 0 ? stdout.columns : DEFAULT_COLUMNS;
    const measure = await measureFor(JSON.stringify(statuses));
    return { nowMs, columns, paint: painterFor(stdout, env), measure, home: or_null_orNull(external_node_os_namespaceObject.homedir) ?? '' };
}

;// CONCATENATED MODULE: ./src/cli/others.ts






module.exports = __webpack_exports__;
/******/ })()
;
"use strict";
exports.id = 216;
exports.ids = [216,259];
exports.modules = {

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

/***/ 2207:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: function() { return /* binding */ existingFileAt; },
/* harmony export */   nS: function() { return /* binding */ loginAt; },
/* harmony export */   qB: function() { return /* binding */ USE_ANOTHER_PATH; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8401);
/* harmony import */ var _core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4600);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6153);
/* harmony import */ var _core_or_null_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4994);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _core_system_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7973);
/* harmony import */ var _core_work_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(123);
/* harmony import */ var _core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5172);










function loginAt(creds) {
    if ((0,_core_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .statIfAny */ .k)(creds)?.isFile() === false)
        return null;
    try {
        return loginInText((0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)((0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(creds)).bytes.toString('utf8'));
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
            throw error;
        if (error.reason === 'creds-not-found')
            return null;
        const isNamed = error.message.includes(creds);
        throw isNamed ? error : new _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4(error.reason, `${creds}: ${error.message}`, error.remedy);
    }
}
function loginInText(text) {
    if (text.trim() === '')
        return null;
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(text);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document))
        return (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogin */ .$n)(text);
    return hasNoLogin(document) ? null : (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOf */ .DQ)(document);
}
const USE_ANOTHER_PATH = `Set \`creds\` to another path: a file with a different login is never overwritten. ${_core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .NOT_SENT */ .FY}`;
function existingFileAt(given, incoming) {
    const file = fileAt(given);
    if (file === null)
        return { kind: 'none' };
    const { bytes, stats } = (0,_core_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(file);
    const text = bytes.toString('utf8');
    const found = { file, uid: stats.uid };
    if (text.trim() === '')
        return { ...found, kind: 'no-login', document: {} };
    const document = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(text);
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document) && hasNoLogin(document))
        return { ...found, kind: 'no-login', document };
    const credentials = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(document) ? (0,_core_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOrNull */ .Ov)(document) : null;
    if (credentials !== null && isSame(credentials, incoming))
        return { ...found, kind: 'same', credentials };
    if (credentials === null || !isOnRecord(file, credentials, incoming)) {
        throw new _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('usage', `${given} has a different login than creds-json`, USE_ANOTHER_PATH);
    }
    return { ...found, kind: 'descendant', credentials };
}
function fileAt(given) {
    try {
        return (0,_core_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findCredentialsFile */ .Ic)(given);
    }
    catch (error) {
        const isMissing = error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4 && error.reason === 'creds-not-found';
        if (isMissing && (0,_core_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(given).isSymbolicLink()) !== true)
            return null;
        throw error;
    }
}
function hasNoLogin(document) {
    const { claudeAiOauth: login } = document;
    if (login === undefined)
        return Object.keys(document).every(name => name.startsWith('mcp'));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isJsonObject */ .OW)(login) && login.accessToken === '' && login.refreshToken === '';
}
function isSame(one, other) {
    const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken);
    return ours === theirs;
}
function isOnRecord(file, existing, incoming) {
    const folder = _core_work_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .WorkFolder */ .y2.find(file);
    return folder !== null && (0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__/* .isDescendant */ .K9)((0,_core_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_7__/* .readLineage */ .Kj)(folder), existing, incoming);
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

/***/ 9785:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  es: function() { return /* binding */ USE_NEW_TOKENS; },
  Vl: function() { return /* binding */ assertFits; },
  n: function() { return /* binding */ openLoginSecrets; }
});

// UNUSED EXPORTS: LoginSecrets

// EXTERNAL MODULE: ./src/core/credentials/stamp.ts
var stamp = __webpack_require__(8373);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/github-secrets/location.ts + 1 modules
var github_secrets_location = __webpack_require__(6442);
// EXTERNAL MODULE: ./src/github-secrets/target.ts
var github_secrets_target = __webpack_require__(1850);
// EXTERNAL MODULE: ./src/action/creds-json/base64.ts
var base64 = __webpack_require__(4838);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
;// CONCATENATED MODULE: ./src/action/store-by-hand.ts

function describeManualWrites(writes) {
    const ordinary = writes.filter(({ overtakenAtMs }) => overtakenAtMs === null).map(({ command }) => command);
    const overtaken = writes.flatMap(({ name, command, overtakenAtMs }) => overtakenAtMs === null ? [] : [withCommands(warningOf(name, overtakenAtMs), [command])]);
    return [...(ordinary.length === 0 ? [] : [withCommands(TO_BE_STORED, ordinary)]), ...overtaken].join('\n\n');
}
const TO_BE_STORED = '**What to do:** Store the new credentials by hand before the next run, unless this summary says below that they were stored at the end of the job. Run this command on a machine where `gh` is logged in to an account that may write the secret. It contains the credentials in a form that only GitHub can decrypt.';
function warningOf(name, overtakenAtMs) {
    return `⚠️ **This command would overwrite the secret \`${name}\`, which somebody else wrote at ${(0,times/* utcMinute */.vD)(overtakenAtMs)} UTC** while this job was running: a new sign-in, or another job's newer tokens. Run it only if you are sure that you do not need those. It contains the credentials in a form that only GitHub can decrypt.`;
}
function withCommands(paragraph, commands) {
    return [paragraph, '', '```sh', ...commands, '```'].join('\n');
}

;// CONCATENATED MODULE: ./src/action/login-secrets.ts






const GROWTH = { bytes: 1024, reason: 'longer tokens' };
function assertFits(target, login) {
    const sentence = secretTexts(target, login)
        .map(text => (0,github_secrets_target/* whyTooLarge */.y_)(text, GROWTH))
        .find(text => text !== null);
    if (sentence !== undefined)
        throw new reasons/* RefreshError */.M4('usage', sentence);
}
const USE_NEW_TOKENS = 'Give this step the same `creds` as that step, or its output `creds-json`.';
const WORDS = {
    token: 'github-token',
    newToken: 'Make a new token, and store it in the secret that `github-token` reads',
    nothingDone: reasons/* NOT_SENT */.FY,
    apiUrl: 'GITHUB_API_URL',
    otherWriters: 'a new sign-in, or another job',
    cancelled: 'the job was cancelled'
};
async function openLoginSecrets(target, memory) {
    const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(966), __webpack_require__.e(769)]).then(__webpack_require__.bind(__webpack_require__, 3769));
    const { credentialsName: guardedName, accessTokenName } = target;
    const plainNames = accessTokenName === null ? [] : [accessTokenName];
    return new LoginSecrets(target, await openSecretStore({ ...target, guardedName, plainNames, words: WORDS }, memory));
}
class LoginSecrets {
    target;
    secrets;
    constructor(target, secrets) {
        this.target = target;
        this.secrets = secrets;
    }
    async proveWritable(limits) {
        await beforeSending(this.secrets.proveWritable(limits));
    }
    async checkNotStale({ storedAt, isContinued }, limits) {
        const { location, credentialsName: name } = this.target;
        if (name === null || storedAt === null || (0,stamp/* latestWriteMs */.fx)(storedAt) === null)
            return;
        const lastWrite = await beforeSending(this.secrets.lastWrite(limits));
        if (lastWrite === null)
            return;
        const secret = (0,github_secrets_location/* describeSecret */.wr)(name, location);
        const sentence = (0,stamp/* whyStale */.qj)(secret, lastWrite.atMs, storedAt);
        if (sentence === null)
            return;
        if (!lastWrite.isOwn)
            throw new reasons/* RefreshError */.M4('secret-stale', sentence);
        if (isContinued)
            return;
        const renewed = `an earlier step of this job has refreshed the login in the secret ${secret}, and creds-json still has the old tokens; ${reasons/* NOT_SENT_HERE */.Al}`;
        throw new reasons/* RefreshError */.M4('secret-stale', renewed, USE_NEW_TOKENS);
    }
    async store(login, limits) {
        await this.secrets.write(secretTexts(this.target, login), limits);
    }
    results(login) {
        const { location, credentialsName, accessTokenName } = this.target;
        const of = (name, content) => {
            if (name === null)
                return [];
            const isKept = login !== null && login.document === null && content === 'credentials';
            const state = this.secrets.hasStored(name) ? 'stored' : isKept ? 'unchanged' : 'not-stored';
            return [{ name, location, content, state }];
        };
        return [...of(credentialsName, 'credentials'), ...of(accessTokenName, 'access token')];
    }
    sealedFallback(login) {
        const writes = this.secrets.manualWrites(secretTexts(this.target, login));
        return writes.length === 0 ? null : describeManualWrites(writes);
    }
}
function secretTexts({ credentialsName, accessTokenName, isBase64 }, { document, accessToken }) {
    const texts = [];
    if (credentialsName !== null && document !== null) {
        const jsonAt = (now) => (0,stamp/* stampedJson */.Xm)(document, now);
        texts.push({ name: credentialsName, textAt: isBase64 ? now => (0,base64/* toBase64 */.nk)(jsonAt(now)) : jsonAt });
    }
    if (accessTokenName !== null)
        texts.push({ name: accessTokenName, textAt: () => accessToken });
    return texts;
}
async function beforeSending(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason !== 'cancelled')
            throw error;
        throw new reasons/* RefreshError */.M4('cancelled', `${error.message}; ${reasons/* NOT_SENT_HERE */.Al}`);
    }
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

/***/ 6182:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: function() { return /* binding */ memoryForMain; },
/* harmony export */   PY: function() { return /* binding */ memoryForPost; },
/* harmony export */   XY: function() { return /* binding */ wantedTarget; }
/* harmony export */ });
/* harmony import */ var _core_credentials_stamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8373);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _github_secrets_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6442);
/* harmony import */ var _github_secrets_memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5700);
/* harmony import */ var _creds_json_base64_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4838);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1729);
/* harmony import */ var _job_memory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1973);
/* harmony import */ var _secret_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2908);








function wantedTarget(env, credsJson) {
    const target = (0,_secret_target_js__WEBPACK_IMPORTED_MODULE_5__/* .parseSecretTarget */ .p)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretInputs */ .It)(env), env);
    return target && { ...target, isBase64: credsJson.isBase64 || wasBase64(target, env) };
}
function wasBase64(target, env) {
    const job = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)((0,_job_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .readJobMemory */ .D)(memoryName(target, env), env));
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(job) && job.isBase64 === true;
}
function memoryForMain(target, context) {
    const history = readJobHistory(target, context.env);
    if (history !== null)
        context.state.sawSecret(secretOf(target, context.env), history);
    return memoryOf(target, history, context);
}
function memoryForPost(target, context) {
    const { firstMs, own } = historyOfMain(target, context);
    const later = readJobHistory(target, context.env)?.own ?? [];
    return memoryOf(target, { firstMs, own: [...own, ...later] }, context);
}
function historyOfMain(target, { env, state }) {
    const { secretSeen } = state.known;
    if (secretSeen !== null)
        return factsOf(secretSeen, target, env) ?? { firstMs: null, own: [] };
    return { firstMs: (0,_core_credentials_stamp_js__WEBPACK_IMPORTED_MODULE_0__/* .latestWriteMs */ .fx)((0,_core_credentials_stamp_js__WEBPACK_IMPORTED_MODULE_0__/* .storedAtIn */ .EV)((0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_7__/* .unwrapBase64 */ .zF)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretTexts */ .bm)(env).credsJson).json)), own: [] };
}
function memoryOf(target, history, { env, state }) {
    const secret = secretOf(target, env);
    const { secretKey, secretVisibilities } = state.known;
    const key = factsOf(secretKey, target, env);
    return {
        history,
        saveHistory: changed => {
            state.sawSecret(secret, changed);
            (0,_job_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .saveJobMemory */ .m4)(memoryName(target, env), { ...changed, isBase64: target.isBase64 }, env);
        },
        key: key === null ? null : (0,_github_secrets_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePublicKey */ .ee)(key.id, key.key),
        saveKey: fetched => {
            state.fetchedKey(secret, fetched);
        },
        visibilities: parseVisibilities(factsOf(secretVisibilities, target, env)?.byName),
        saveVisibilities: visibilities => {
            state.sawReaders(secret, visibilities);
        }
    };
}
function parseVisibilities(byName) {
    const visibilities = new Map();
    for (const [name, value] of Object.entries((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(byName) ? byName : {})) {
        const visibility = (0,_github_secrets_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVisibility */ .Wq)(value);
        if (visibility !== null)
            visibilities.set(name, visibility);
    }
    return visibilities;
}
function factsOf(about, target, env) {
    return about?.secret === secretOf(target, env) ? about.facts : null;
}
function readJobHistory(target, env) {
    return (0,_github_secrets_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWriteHistory */ .vh)((0,_job_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .readJobMemory */ .D)(memoryName(target, env), env));
}
function memoryName(target, env) {
    return `writes-${secretOf(target, env)}`;
}
function secretOf({ apiUrl, location, credentialsName }, env) {
    return (0,_job_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .nameInJob */ .kj)(`${apiUrl}${(0,_github_secrets_location_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsPath */ .z1)(location)}/${credentialsName ?? ''}`.toUpperCase(), env);
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
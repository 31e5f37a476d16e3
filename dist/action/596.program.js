"use strict";
exports.id = 596;
exports.ids = [596];
exports.modules = {

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

/***/ 9596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeLate: () => (/* binding */ storeLate)
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
const STORED_AFTER_ALL = '✅ **The credentials were stored at the end of the job.** Do not run the command above that stores them by hand: it contains older tokens.';
async function storeLate(creds, context) {
    const before = context.state.known.stored;
    if (isStored(creds, before))
        return true;
    const toolkit = await context.loadToolkit();
    const { githubToken } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretTexts */ .bm)(context.env);
    for (const mask of (0,_output_masks_js__WEBPACK_IMPORTED_MODULE_6__.masksFor)([(0,_seen_credentials_js__WEBPACK_IMPORTED_MODULE_13__.seeCredentials)(creds)], [githubToken]))
        toolkit.setSecret(mask);
    const stored = await storeAtEnd(creds, context);
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
async function storeAtEnd(creds, context) {
    try {
        const target = (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_11__/* .wantedTarget */ .XY)(context.env, (0,_creds_json_base64_js__WEBPACK_IMPORTED_MODULE_15__/* .unwrapBase64 */ .zF)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecretTexts */ .bm)(context.env).credsJson));
        if (target === null)
            return { kind: 'needless' };
        const store = await (0,_login_secrets_js__WEBPACK_IMPORTED_MODULE_10__/* .openLoginSecrets */ .n)(target, (0,_secret_memory_js__WEBPACK_IMPORTED_MODULE_11__/* .memoryForPost */ .PY)(target, context));
        return await (0,_store_login_js__WEBPACK_IMPORTED_MODULE_14__/* .storeLogin */ .V)({ store, creds, limitMs: STORE_LIMIT_MS }, context);
    }
    catch (error) {
        if (error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            return { kind: 'failed', message: error.message, sealed: null, secrets: [] };
        throw error;
    }
}


/***/ }),

/***/ 4143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ storeLogin),
/* harmony export */   e: () => (/* binding */ remedyForUnstored)
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
async function storeFound(login, { store, creds, limitMs }, context) {
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
        await store.store(toStore, { limitMs, signal: signals.cancel });
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
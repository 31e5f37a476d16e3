"use strict";
exports.id = 87;
exports.ids = [87];
exports.modules = {

/***/ 6087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runLogin: () => (/* binding */ runLogin)
});

// EXTERNAL MODULE: external "node:tty"
var external_node_tty_ = __webpack_require__(7066);
// EXTERNAL MODULE: ./src/core/claude/claude-command.ts
var claude_command = __webpack_require__(1914);
// EXTERNAL MODULE: ./src/core/claude/find-claude.ts
var find_claude = __webpack_require__(5082);
// EXTERNAL MODULE: ./src/core/deadline.ts
var deadline = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/core/home/isolated-home.ts + 1 modules
var isolated_home = __webpack_require__(57);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/recovery/rescue-file.ts
var rescue_file = __webpack_require__(6577);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/new-pair.ts
var new_pair = __webpack_require__(7705);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __webpack_require__(2056);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __webpack_require__(3438);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/system/remove.ts
var remove = __webpack_require__(7673);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __webpack_require__(8651);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
;// CONCATENATED MODULE: ./src/core/sign-in/state-folder.ts






function stateFolderPath({ XDG_STATE_HOME: chosen = '', HOME: home }) {
    if (external_node_path_default().isAbsolute(chosen))
        return external_node_path_default().join(chosen, 'clr-refresh');
    const homeFolder = home ?? (0,external_node_os_.homedir)();
    if (external_node_path_default().isAbsolute(homeFolder))
        return external_node_path_default().join(homeFolder, '.local', 'state', 'clr-refresh');
    throw new reasons/* RefreshError */.M4('usage', 'HOME is no absolute path, so there is no folder for the sign-in: set HOME');
}
function openStateFolder(environment) {
    const folder = stateFolderPath(environment);
    try {
        (0,external_node_fs_.mkdirSync)(external_node_path_default().dirname(folder), { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot make the folder ${external_node_path_default().dirname(folder)}`, error);
    }
    return work_folder/* WorkFolder */.y2.openAt(folder);
}

;// CONCATENATED MODULE: ./src/core/sign-in/kept-login.ts











const FROM = '--from';
function readKeptLogin(typed) {
    try {
        const file = (0,credentials_path/* findCredentialsFile */.Ic)((0,typed_path/* absolutePath */.Hi)(typed, FROM), FROM);
        const login = (0,credentials_file/* readLogin */.mN)(file);
        const { fields, refreshToken } = login;
        if (refreshToken === null)
            throw (0,validity/* cannotRefresh */.d)(file.given, login);
        return { path: file.given, login: (0,new_pair/* credentialsOf */.Y)({ fields, refreshToken }) };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason === 'usage')
            throw error;
        throw new reasons/* RefreshError */.M4(error.reason, `${FROM}: ${error.message}`, REMEDY);
    }
}
const REMEDY = 'Give the path of a credentials file with a login, such as the one that an earlier `clr login` named. Without `--from` it signs in.';
function removeKeptLogin(file, environment) {
    if (!isOurs(file, environment))
        return `${file} still has the same login: delete it, or a refresh there would end this one`;
    if (!(0,remove/* removeIfPossible */.h)(file))
        return `${file} could not be removed: delete it, because its login is used elsewhere now`;
    (0,or_null/* orNull */.X)(() => {
        work_folder/* WorkFolder */.y2.openAt(external_node_path_default().dirname(file)).close();
    });
    return `removed ${file}`;
}
function isOurs(file, environment) {
    const folder = external_node_path_default().dirname(file);
    const isOurFolder = folder.endsWith('.clr') || folder === (0,or_null/* orNull */.X)(() => stateFolderPath(environment));
    return isOurFolder && external_node_path_default().basename(file).startsWith(work_folder/* RESCUE_PREFIX */.jf);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __webpack_require__(8310);
// EXTERNAL MODULE: ./src/core/claude/claude-process.ts + 1 modules
var claude_process = __webpack_require__(932);
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
    return { ...(0,claude_environment/* isolatedEnvironment */.Z$)(caller, home), ...terminal, BROWSER: home.browser.helper };
}
async function requireSignInCommand(program, environment, cancel) {
    const version = program.version ?? (await askVersion(program.path, environment, cancel));
    if (version !== null && (0,claude_command/* compareVersions */.Zy)(version, OLDEST_VERSION) < 0) {
        const message = `\`claude\` ${version} has no \`claude auth login\`: that needs ${OLDEST_VERSION} or newer`;
        throw new reasons/* RefreshError */.M4('claude-failed', message, 'Update it with `claude update`, or with npm. Then run it again.');
    }
    return { ...program, version };
}
function needsBrowserHere({ version }) {
    return version !== null && (0,claude_command/* compareVersions */.Zy)(version, LAST_WITHOUT_PASTE) <= 0;
}
function askVersion(program, env, signal) {
    return new Promise(resolve => {
        const options = { env, signal, cwd: claude_process/* WORKING_DIRECTORY */.kL, timeout: VERSION_LIMIT_MS, killSignal: 'SIGKILL' };
        (0,external_node_child_process_.execFile)(program, ['--version'], options, (_error, stdout) => {
            resolve(/^(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1] ?? null);
        }).stdin?.end();
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/home/seeded-login.ts
var seeded_login = __webpack_require__(1307);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
;// CONCATENATED MODULE: ./src/core/sign-in/browser-address.ts




const POLL_MS = 250;
function onBrowserAddress(home, callback) {
    const { address: file } = home.browser;
    const look = () => {
        const address = webAddressIn((0,read/* readTextOrEmpty */.Qr)(file));
        if (address === null)
            return;
        stop();
        callback(address);
    };
    const watcher = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.watch)(external_node_path_default().dirname(file), look).on('error', () => undefined));
    const poll = setInterval(look, POLL_MS);
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

// EXTERNAL MODULE: ./src/core/system/process-group.ts
var process_group = __webpack_require__(2490);
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
        const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', claude_process/* RECORD_AND_EXEC */.Aw, claudeRecord, ...command], {
            cwd: claude_process/* WORKING_DIRECTORY */.kL,
            env: environment,
            stdio: ['inherit', 2, 2]
        });
        return new SignInProcess(child.pid, (0,claude_process/* exitOf */.sX)(child));
    }
    async end() {
        if (this.#hasExited)
            return;
        (0,process_group/* signalProcess */.a)(this.pid, 'SIGTERM');
        const timer = new AbortController();
        const isEnded = await Promise.race([
            this.exited.then(() => true),
            (0,promises_.setTimeout)(TERM_MS, false, { signal: timer.signal }).catch(() => false)
        ]);
        timer.abort();
        if (!isEnded)
            (0,process_group/* signalProcess */.a)(this.pid, 'SIGKILL');
        await this.exited;
    }
}

;// CONCATENATED MODULE: ./src/core/sign-in/sign-in.ts









const LOOK_EVERY_MS = 250;
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
    return (0,new_pair/* credentialsOf */.Y)((0,seeded_login/* withCredibleExpiry */.u1)(judgement.newPair));
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
    while (!over.aborted && (0,or_null/* orNull */.X)(() => home.judge())?.kind !== 'pair')
        await pause(LOOK_EVERY_MS);
    await pause(END_LIMIT_MS);
}
function lastJudgement(home) {
    try {
        return home.judge();
    }
    catch (error) {
        home.keep();
        const why = `cannot read the isolated HOME ${home.path}: ${(0,system_error/* explainSystemError */.Tr)(error)}`;
        const remedy = 'Fix what keeps it from being read, and run `clr login` again, which puts the login in its place.';
        throw new reasons/* RefreshError */.M4('login-failed', `${why}; the new login may be there, so it is kept`, remedy);
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
    const what = judgement.kind === 'part' ? 'and stored no login that can be refreshed' : 'and stored no login';
    return new reasons/* RefreshError */.M4('login-failed', `${claude} ${how} ${what}; what it said is above`);
}

// EXTERNAL MODULE: ./src/core/system/platform.ts
var platform = __webpack_require__(7746);
// EXTERNAL MODULE: ./src/core/times.ts
var times = __webpack_require__(1357);
;// CONCATENATED MODULE: ./src/core/login.ts












async function login(options, destination) {
    (0,platform/* refuseWindows */.C)();
    try {
        if (options.from !== null)
            return await storeKept(readKeptLogin(options.from), options, destination);
        const { environment, cancel } = options;
        const program = await beforeSignIn(() => (0,find_claude/* findClaude */.E)(environment, { deadline: deadline/* Deadline */.B.after(0), cancel }));
        await beforeSignIn(() => destination.prove());
        return await signInAndStore(program, options, destination);
    }
    finally {
        destination.close?.();
    }
}
async function storeKept(kept, { environment }, destination) {
    await beforeSignIn(() => destination.prove());
    const lines = await storeOr(destination, kept.login, () => kept.path);
    return [...withEnd(lines, kept.login), removeKeptLogin(kept.path, environment)];
}
async function signInAndStore(found, options, destination) {
    const { folder, home } = await beforeSignIn(() => openHome(destination));
    try {
        const environment = signInEnvironment(options.environment, home);
        const program = await requireSignInCommand(found, environment, options.cancel);
        options.onSignIn(program);
        const login = await signIn({ ...options, program, home });
        const lines = await storeOr(destination, login, () => (0,rescue_file/* keepSafe */.dk)(folder, home, login.document));
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
            const home = isolated_home/* IsolatedHome */.X.createForSignIn(folder, destination.replaces ?? null);
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
const NO_SIGN_IN = 'There was no sign-in yet.';
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
        const command = (...more) => (0,claude_command/* shellLine */.Tg)(['clr', 'login', ...destination.commandArguments, ...more, '--from', path]);
        const remedy = known?.reason === 'login-exists'
            ? `To replace that login, run \`${command('--replace')}\`. To keep it, delete ${path}.`
            : `Fix the problem named in the message, then run \`${command()}\`, which needs no other sign-in.`;
        const clean = why.replace(`; ${reasons/* NOT_SENT_HERE */.Al}`, '');
        throw new reasons/* RefreshError */.M4(reasonAfterSignIn(known?.reason), `${clean}; the new login is safe in ${path}`, remedy);
    }
}
function reasonAfterSignIn(reason) {
    const isOwn = reason === 'login-exists' || reason?.startsWith('secret-') === true;
    return isOwn ? reason : 'write-back-failed';
}
function withEnd([stored, ...next], { loginExpiresAtMs }) {
    const end = loginExpiresAtMs === null
        ? 'when the login ends is not known: about four weeks after a sign-in is usual, and then a person has to sign in again'
        : `the login ends ${(0,times/* utcMinute */.vD)(loginExpiresAtMs)} UTC (${(0,times/* inTime */.RN)(loginExpiresAtMs - Date.now())}): sign in again before that`;
    return [...(stored === undefined ? [] : [stored]), end, ...next];
}

// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/core/claude/keychain.ts
var keychain = __webpack_require__(6880);
// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __webpack_require__(2514);
// EXTERNAL MODULE: ./src/core/locks/locks.ts + 4 modules
var locks = __webpack_require__(4873);
// EXTERNAL MODULE: ./src/core/locks/store-lock.ts
var store_lock = __webpack_require__(9981);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-run.ts + 1 modules
var abandoned_run = __webpack_require__(2329);
// EXTERNAL MODULE: ./src/core/system/sync.ts
var sync = __webpack_require__(3410);
// EXTERNAL MODULE: ./src/core/write-back/composition.ts
var composition = __webpack_require__(4035);
// EXTERNAL MODULE: ./src/core/write-back/new-file.ts
var new_file = __webpack_require__(6414);
// EXTERNAL MODULE: ./src/core/write-back/replacement.ts + 1 modules
var write_back_replacement = __webpack_require__(4894);
// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __webpack_require__(4600);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
;// CONCATENATED MODULE: ./src/core/sign-in/existing-login.ts






function readExistingFile(file) {
    const content = contentOf(file);
    if (content === null)
        return null;
    const text = content.bytes.toString('utf8');
    const document = text.trim() === '' ? {} : (0,json/* parseJson */.qF)(text);
    if (!(0,json/* isJsonObject */.OW)(document))
        throw notCredentials(file, text);
    return { stats: content.stats, document, login: (0,credentials/* loginOrNull */.Ov)(document) };
}
function isReplaceable(existing) {
    const { login } = existing;
    return login === null || isRejected(existing) || !(0,validity/* isUsable */.Ng)(login) || hasEnded(login);
}
function isRejected({ document: { claudeAiOauth: fields } }) {
    return (0,json/* isJsonObject */.OW)(fields) && fields.accessToken === '' && fields.refreshToken === '';
}
function describeLogin(login) {
    const { loginExpiresAtMs, refreshToken } = login;
    if (refreshToken === null)
        return `it has no refresh token, and ${(0,validity/* describeValidity */.Aw)(login)}`;
    if (loginExpiresAtMs === null)
        return 'when it ends is not known';
    return `it ends ${(0,times/* utcMinute */.vD)(loginExpiresAtMs)} UTC (${(0,times/* inTime */.RN)(loginExpiresAtMs - Date.now())})`;
}
function hasEnded({ loginExpiresAtMs }) {
    return loginExpiresAtMs !== null && loginExpiresAtMs <= Date.now();
}
function contentOf(file) {
    try {
        return (0,credentials_file/* readContent */.c_)(file);
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
        (0,credentials/* parseLogin */.$n)(text);
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
const ROOM_FOR_LOGIN_BYTES = 16 * 1024;
class FileLoginDestination {
    typed;
    options;
    name;
    commandArguments;
    #file = null;
    #replaces = null;
    #madeFolders = [];
    constructor(typed, options) {
        this.typed = typed;
        this.options = options;
        this.name = (0,typed_path/* absolutePath */.Hi)(typed.text, typed.name);
        this.commandArguments = ['--creds', this.name];
    }
    get replaces() {
        return this.#replaces;
    }
    async prove() {
        const { cancel, insist, say } = this.options;
        const place = this.#locate();
        this.#file = place;
        const patience = { deadline: deadline/* Deadline */.B.after(PROOF_LIMIT_SECONDS), cancel };
        await (0,locks/* whileLocked */.a)(place, patience, async ({ file, folder, warnings }) => {
            this.#file = file;
            for (const warning of warnings)
                say(`warning: ${warning}`);
            const recover = (0,external_node_fs_.existsSync)(file.real) ? abandoned_run/* recoverAbandoned */.bB : abandoned_run/* recoverSignIns */.eX;
            const recovered = await recover({ file, folder, insist });
            if (recovered !== null)
                say(`an interrupted run had left a newer login for ${this.name}: it was put there`);
            (0,store_lock/* refuseStoreThatCannotBeLocked */.d)(file);
            (0,keychain/* refuseFileBesideKeychain */.z)(file, this.options.environment, {
                trace: () => undefined,
                claudeOutput: () => undefined
            });
            const existing = this.#readReplaceable(file);
            proveWritable(file, folder, existing);
            this.#replaces = existing?.login == null ? null : (0,fingerprint/* fingerprint */.R)(existing.login);
            say(`${this.name} can be written${existing === null ? ', and does not exist yet' : ''}`);
        });
    }
    workFolder() {
        return work_folder/* WorkFolder */.y2.open(this.#provenFile());
    }
    async store(login) {
        const patience = { deadline: deadline/* Deadline */.B.after(STORE_LIMIT_SECONDS), cancel: this.options.insist };
        await (0,locks/* whileLocked */.a)(this.#provenFile(), patience, locks => this.#put(locks, login));
        const refreshLine = `next: run \`clr refresh\` for this file every few hours, for example from cron, to keep it fresh`;
        return [`stored the new login in ${this.name}: ${(0,validity/* describeValidity */.Aw)(login)}`, refreshLine];
    }
    close() {
        for (const folder of [...this.#madeFolders].reverse()) {
            (0,or_null/* orNull */.X)(() => {
                (0,external_node_fs_.rmdirSync)(folder);
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
        const isThere = (0,or_null/* orNull */.X)(() => (0,read/* unlessMissing */.F2)(() => (0,external_node_fs_.lstatSync)(given)) !== null) ?? true;
        if (isThere || hasFileAbove(given))
            return (0,credentials_path/* findCredentialsFile */.Ic)(given, this.typed.name);
        const missing = missingFoldersAbove(given);
        const mistake = missing.length === 0 ? null : (0,typed_path/* likelyMistakeIn */.eY)(given);
        if (mistake !== null)
            throw new reasons/* RefreshError */.M4('usage', `there is no folder for ${given}; ${mistake}`);
        this.#madeFolders = missing;
        return (0,new_file/* makeFoldersFor */.z)(given);
    }
    #readReplaceable(file) {
        const existing = readExistingFile(file);
        if (existing?.login == null || this.options.replace || isReplaceable(existing))
            return existing;
        throw new reasons/* RefreshError */.M4('login-exists', `a good login is in ${file.given}: ${describeLogin(existing.login)}`);
    }
    async #put({ file, folder }, login) {
        const current = readExistingFile(file);
        if (current?.login != null && (0,fingerprint/* fingerprint */.R)(current.login) === (0,fingerprint/* fingerprint */.R)(login))
            return;
        const existing = this.#readReplaceable(file);
        if (existing === null) {
            if (await (0,store_lock/* whileStoreLocked */.R)({ file, folder }, () => (0,new_file/* makeFile */.V)({ file, folder }, login.document)))
                return;
            throw new reasons/* RefreshError */.M4('login-exists', `another file was put at ${file.given} just now, and was kept`);
        }
        const from = existing.login === null ? seeded_login/* UNKNOWN_ORIGIN */.yE.from : (0,fingerprint/* fingerprint */.R)(existing.login);
        const replacement = new write_back_replacement/* Replacement */.z(file, folder.newReplacementPath(), { like: existing.stats });
        const compose = (0,composition/* composerFor */.IO)(file, { ...login, from, isNewLogin: true }, {});
        try {
            replacement.settle(compose);
            await (0,store_lock/* whileStoreLocked */.R)({ file, folder }, () => replacement.commit(compose));
        }
        finally {
            replacement.discard();
        }
    }
}
function proveWritable(file, folder, existing) {
    const temporary = folder.newReplacementPath();
    if (existing !== null) {
        const bytes = Buffer.byteLength(JSON.stringify(existing.document));
        if (bytes > credentials_file/* MAX_CREDENTIALS_BYTES */.Md - ROOM_FOR_LOGIN_BYTES) {
            const why = `is too large: with a new login it would have more than ${credentials_file/* MAX_CREDENTIALS_SIZE */.Ar}`;
            throw new reasons/* RefreshError */.M4('creds-invalid', `${file.given} ${why}`);
        }
        write_back_replacement/* Replacement */.z.reserve(file, temporary, { like: existing.stats }).discard();
        return;
    }
    try {
        (0,sync/* writeToDisk */.S)(temporary, Buffer.alloc(ROOM_FOR_LOGIN_BYTES));
        (0,external_node_fs_.rmSync)(temporary);
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot make ${file.given}`, error);
    }
}
function missingFoldersAbove(entry) {
    const folder = external_node_path_default().dirname(entry);
    return (0,external_node_fs_.existsSync)(folder) ? [] : [...missingFoldersAbove(folder), folder];
}
function hasFileAbove(entry) {
    const folder = external_node_path_default().dirname(entry);
    const stats = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false }));
    return stats?.isFile() === true || (stats == null && folder !== entry && hasFileAbove(folder));
}

// EXTERNAL MODULE: ./src/cli/act-as-owner.ts + 1 modules
var act_as_owner = __webpack_require__(9561);
// EXTERNAL MODULE: ./src/core/programs/find-program.ts + 1 modules
var find_program = __webpack_require__(2920);
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
        onFailure('there is no program that opens a browser (xdg-open)');
        return;
    }
    const child = (0,external_node_child_process_.spawn)(program, [address], { env: environment, detached: true, stdio: 'ignore' });
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
    if (external_node_path_default().isAbsolute(chosen) && (0,external_node_fs_.existsSync)(chosen))
        return chosen;
    const ofSystem = process.platform === 'darwin' ? ['open'] : wsl === '' ? ['xdg-open'] : ['wslview', 'xdg-open'];
    for (const name of [chosen, ...ofSystem]) {
        const found = /^[\w.-]+$/.test(name) ? await (0,find_program/* findProgram */.K)(name, { environment, patience: null }) : null;
        if (found !== null && 'program' in found)
            return found.program;
    }
    return null;
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
        const why = `there is no terminal to paste a code into, and no browser is opened here, because ${this.#whyNone}`;
        throw new reasons/* RefreshError */.M4('usage', why, 'Run it in a terminal (`ssh -t`, `docker run -it`). There was no sign-in yet.');
    }
    announce(program) {
        const claude = program.version === null ? 'claude' : `claude ${program.version}`;
        this.#needsBrowserHere = needsBrowserHere(program);
        this.say(`${claude} now signs you in; Ctrl-C cancels it, and leaves nothing behind`);
        if (this.#whyNone === null) {
            if (!canPaste())
                this.say('there is no terminal, so only the browser on this machine can finish the sign-in');
        }
        else if (this.#needsBrowserHere) {
            this.say(`no browser is opened here, because ${this.#whyNone}; ${claude} takes no pasted code, so open the address`);
            this.say('that is shown last in a browser on this machine, or use claude 2.1.270 or newer');
        }
        else {
            this.say(`no browser is opened here, because ${this.#whyNone}: open the address that claude shows, on any device,`);
            this.say('and paste the code that its last page shows');
        }
    }
    open(address) {
        if (this.#whyNone === null)
            void openBrowser(address, this.environment, why => {
                this.#sayNotOpened(address, why);
            });
        else if (this.#needsBrowserHere)
            this.say(`in a browser on this machine: ${address}`);
    }
    #sayNotOpened(address, why) {
        const what = this.#needsBrowserHere
            ? `open this address in a browser on this machine: ${address}`
            : 'open the address above on any device, and paste the code that its last page shows';
        process.stderr.write('\n');
        this.say(`the browser could not be opened (${why}): ${what}`);
    }
}
function canPaste() {
    const stats = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.fstatSync)(0));
    return (0,external_node_tty_.isatty)(0) || stats?.isFIFO() === true || stats?.isSocket() === true || stats?.isFile() === true;
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
    return `the secret ${secret} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and ${NOT_SENT_HERE}`;
}

// EXTERNAL MODULE: ./src/github-secrets/location.ts + 1 modules
var github_secrets_location = __webpack_require__(6442);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(6848);
;// CONCATENATED MODULE: ./src/cli/login/confirm.ts



async function confirm_confirm(question, { input, output, cancel }) {
    const lines = (0,external_node_readline_promises_.createInterface)({ input, terminal: false });
    try {
        output.write(`${question} [y/N] `);
        const answer = await Promise.race([
            (0,external_node_events_.once)(lines, 'line', { signal: cancel }),
            (0,external_node_events_.once)(lines, 'close', { signal: cancel })
        ]);
        return /^\s*y(?:es)?\s*$/i.test(String(answer[0] ?? ''));
    }
    catch (error) {
        if (!cancel.aborted)
            throw error;
        throw new reasons/* RefreshError */.M4('cancelled', 'cancelled before the question was answered');
    }
    finally {
        lines.close();
    }
}

// EXTERNAL MODULE: ./src/github-secrets/target.ts
var target = __webpack_require__(1850);
// EXTERNAL MODULE: ./src/core/options.ts
var core_options = __webpack_require__(3457);
;// CONCATENATED MODULE: ./src/cli/login/ask-program.ts






const LIMIT_MS = 60_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
async function askProgram(command, { environment, cancel }) {
    const [name, ...args] = command;
    const found = await (0,find_program/* findProgram */.K)(name, { environment, patience: { deadline: deadline/* Deadline */.B.after(0), cancel } });
    if (found === null)
        return { kind: 'failed', why: 'is not on PATH' };
    if (!('program' in found))
        return { kind: 'failed', why: `cannot be run: ${(0,redact/* safeLine */.om)((0,find_program/* describeDeadEnd */.B)(name, found))}` };
    const answer = await run(found.program, args, environment, cancel);
    if (cancel.aborted)
        throw new reasons/* RefreshError */.M4('cancelled', `cancelled before \`${name}\` had answered`);
    return answer;
}
function run(program, args, environment, cancel) {
    const options = { env: environment, signal: cancel, timeout: LIMIT_MS, maxBuffer: MAX_ANSWER_BYTES };
    return new Promise(resolve => {
        const child = (0,external_node_child_process_.execFile)(program, args, { ...options, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
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

;// CONCATENATED MODULE: ./src/cli/login/remote-url.ts
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
    if (host === '' || owner === '' || name === '')
        return null;
    return { host: host.toLowerCase().replace(/^www\./, ''), repository: `${owner}/${name}` };
}

;// CONCATENATED MODULE: ./src/cli/login/git-remote.ts




async function findGitRemote(options) {
    const remotes = await readRemotes(options);
    const [only] = remotes.size === 1 ? remotes.keys() : [];
    const remote = remotes.has('origin') ? 'origin' : only;
    if (remote === undefined)
        throw missing(`the working directory has ${remotes.size} git remotes, and none is "origin"`);
    const parsed = parseRemoteUrl(remotes.get(remote) ?? '');
    if (parsed === null)
        throw missing(`the git remote ${(0,core_options/* quote */.hD)(remote)} does not name a repository of GitHub`);
    return { remote, ...parsed };
}
async function readRemotes(options) {
    const answer = await askProgram(['git', 'remote', '-v'], options);
    if (answer.kind === 'failed')
        throw missing(`\`git\` ${answer.why}`);
    if (answer.exitCode !== 0)
        throw missing('the working directory is not a git repository that can be read');
    const lines = answer.stdout.split('\n').map(line => /^([^\t]+)\t(.+) \(fetch\)/.exec(line));
    const remotes = new Map(lines.flatMap(line => (line === null ? [] : [[line[1] ?? '', line[2] ?? '']])));
    if (remotes.size === 0)
        throw missing('the working directory has no git remote');
    return remotes;
}
function missing(why) {
    return new reasons/* RefreshError */.M4('usage', `--repo is missing, and ${why}; give it as --repo OWNER/NAME`);
}

;// CONCATENATED MODULE: ./src/cli/login/remedies.ts

const remedies_NO_SIGN_IN = 'There was no sign-in yet.';
const REMEDIES = {
    usage: `Fix the problem named in the message. ${remedies_NO_SIGN_IN}`,
    'secret-not-writable': `Fix the problem named in the message (often a permission of the token). ${remedies_NO_SIGN_IN}`
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

;// CONCATENATED MODULE: ./src/cli/login/server.ts



const GITHUB = 'github.com';
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
    const conflict = `${repoHost.from} names ${serverNamed(repoHost).host}, and ${from} names ${server.host}`;
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

;// CONCATENATED MODULE: ./src/cli/login/github-token.ts






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
        return { whyNot: '`gh` is too old to have `gh auth token`' };
    if (exitCode !== 0)
        return { whyNot: `\`gh\` has no login for ${host} (\`gh auth token\` ended with ${exitCode})` };
    try {
        return { token: (0,target/* parseApiToken */.vL)({ text: stdout.trim(), from: '`gh auth token`' }), from: 'the token of gh' };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        return { whyNot: '`gh auth token` printed something else than a token' };
    }
}
function remedyFor(server, location) {
    const [variable = ENTERPRISE_TOKENS[0]] = variablesFor(server);
    const hostname = server.host === GITHUB ? '' : ` --hostname ${server.host}`;
    const andHost = server.namedBy === null && variable === ENTERPRISE_TOKENS[0] ? ` and GH_HOST to ${server.host}` : '';
    return `Set ${variable} to a token with ${(0,github_secrets_location/* permissionFor */.Tj)(location)}${andHost}, or log in to GitHub with \`gh auth login${hostname}\`. ${remedies_NO_SIGN_IN}`;
}

;// CONCATENATED MODULE: ./src/cli/login/secret-target.ts







async function findSecretTarget(request, context) {
    const name = parseName(request);
    const { server, repository, remote } = await findPlace(request, context);
    const location = (0,github_secrets_location/* parseLocation */.zS)({
        repository: { text: repository, from: remote === null ? '--repo' : `the git remote ${remote}` },
        environment: { text: request.environment ?? '', from: '--env' },
        organization: { text: request.organization ?? '', from: '--org' },
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
    if (empty !== undefined)
        throw new reasons/* RefreshError */.M4('usage', `${empty} is empty`);
    return (0,target/* parseSecretName */.bK)({ text: name, from: '--secret' }) ?? name;
}
async function findPlace({ repository: given, organization }, context) {
    const { host, repository } = splitHost(given ?? '');
    const server = namedServer(context.environment, { text: host, from: '--repo' });
    if (given !== null || organization !== null)
        return { server: server ?? serverAt(GITHUB, null), repository, remote: null };
    if (context.confirm === null) {
        throw new reasons/* RefreshError */.M4('usage', '--repo is missing: without a terminal, the repository must be given as --repo OWNER/NAME');
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
        const sentence = `${server}, and ${named.namedBy ?? 'the default'} names ${named.host}; give the repository as --repo OWNER/NAME`;
        throw new reasons/* RefreshError */.M4('usage', sentence);
    }
    if (host.includes('.') || host.startsWith('localhost'))
        return serverAt(host, null);
    const alias = 'which is no host name; if it is one of your SSH settings, give the repository as --repo OWNER/NAME';
    throw new reasons/* RefreshError */.M4('usage', `${server}, ${alias}`);
}
async function refuseUnlessConfirmed(question, confirm) {
    if (await confirm(question))
        return;
    throw new reasons/* RefreshError */.M4('cancelled', 'the repository was not confirmed', `Give the right one as \`--repo OWNER/NAME\`. ${remedies_NO_SIGN_IN}`);
}
function argumentsFor({ name, location, server }) {
    return ['--secret', name, ...placeArguments(location, server)];
}
function placeArguments(location, server) {
    if (location.kind === 'organization')
        return ['--org', location.organization];
    const environment = location.kind === 'environment' ? ['--env', location.environment] : [];
    return ['--repo', repositoryOn(server, location.repository), ...environment];
}
function repositoryOn({ host }, repository) {
    return host === GITHUB ? repository : `${host}/${repository}`;
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
    const places = without.map(github_secrets_location/* describeLocation */.lR).join(', nor in ');
    const command = (0,claude_command/* shellLine */.Tg)(['gh', 'secret', 'set', TOKEN_SECRET, ...placeArguments(location, server)]);
    return [
        `${TOKEN_SECRET} is not in ${places}: a workflow needs it to store what it refreshes, unless it takes the token of a GitHub App`,
        `make a token with ${(0,github_secrets_location/* permissionFor */.Tj)(location)}, and store it: ${command}`
    ];
}
function runSteps(location, server) {
    if (location.kind === 'organization')
        return ['next: run a workflow that refreshes this login'];
    const { repository } = location;
    const command = (0,claude_command/* shellLine */.Tg)(['gh', 'workflow', 'run', WORKFLOW, '--repo', repositoryOn(server, repository)]);
    return [
        `next: run the workflow that refreshes this login: ${command}, or ${webAddress(server)}/${repository}/actions`
    ];
}
function webAddress({ host, apiUrl }) {
    return isOwnHost(host) ? `https://${host}` : new URL(apiUrl).origin;
}

;// CONCATENATED MODULE: ./src/cli/login/secret-destination.ts








const PROOF_LIMIT_MS = 30_000;
const STORE_LIMIT_MS = 60_000;
const LOOK_LIMIT_MS = 5_000;
async function openSecretDestination(request, context) {
    return remedies_beforeSignIn(async () => {
        const { terminal, cancel } = context;
        const ask = terminal && ((question) => confirm_confirm(question, { ...terminal, cancel }));
        const target = await findSecretTarget(request, { ...context, confirm: ask });
        const { openSecretStore } = await Promise.all(/* import() */[__webpack_require__.e(981), __webpack_require__.e(305)]).then(__webpack_require__.bind(__webpack_require__, 9305));
        const { name: guardedName, location, token, server } = target;
        const words = wordsFor(target);
        const store = await openSecretStore({ location, guardedName, plainNames: [], token, apiUrl: server.apiUrl, words });
        return new SecretLoginDestination(target, store, context);
    });
}
function wordsFor({ tokenFrom, server }) {
    return {
        token: tokenFrom,
        apiUrl: server.namedBy ?? 'GITHUB_API_URL',
        otherWriters: 'a job, or another sign-in, whose login a second try would replace',
        cancelled: 'it was cancelled'
    };
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
        this.commandArguments = argumentsFor(target);
    }
    async prove() {
        const { say, cancel } = this.context;
        const limits = { limitMs: PROOF_LIMIT_MS, signal: cancel };
        await remedies_beforeSignIn(async () => {
            if (await this.secrets.createMissingEnvironment(limits)) {
                say(`created ${(0,github_secrets_location/* describeLocation */.lR)(this.target.location)}, without protection rules`);
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
        await this.secrets.write([{ name, textAt }], { limitMs: STORE_LIMIT_MS, signal: this.context.cancel });
        const without = await this.secrets.placesWithout(TOKEN_SECRET, LOOK_LIMIT_MS);
        return [`stored the new login as ${this.name}`, ...nextSteps(this.target, without)];
    }
}
function existing(lastWriteMs) {
    return `was last written at ${(0,times/* utcMinute */.vD)(lastWriteMs)} UTC, and will be replaced`;
}

// EXTERNAL MODULE: ./src/cli/signals.ts
var signals = __webpack_require__(3563);
;// CONCATENATED MODULE: ./src/cli/login.ts










async function runLogin(request) {
    try {
        for (const line of await loginLines(request, (0,signals/* cancelOnSignals */.d)()))
            process.stdout.write(`${(0,redact/* safeLine */.om)(line)}\n`);
        return 0;
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const { reason, message, remedy } = error;
        process.stderr.write(`clr: ${reason}: ${(0,redact/* safeLine */.om)(message)}\n${remedy === '' ? '' : `     ${(0,redact/* safeLine */.om)(remedy)}\n`}`);
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
async function openDestination({ destination, replace }, signals) {
    const environment = process.env;
    if (destination.kind === 'secret') {
        const terminal = (0,external_node_tty_.isatty)(0) ? { input: process.stdin, output: process.stderr } : null;
        return openSecretDestination(destination, { environment, cancel: signals.cancel, say, terminal });
    }
    const { credsPath: text, credsFrom: name } = destination;
    if (process.geteuid?.() === 0)
        await (0,act_as_owner/* actAsOwner */.s)(text, { deadline: deadline/* Deadline */.B.after(0), cancel: signals.cancel });
    return new FileLoginDestination({ text, name }, { ...signals, replace, environment, say });
}
function say(line) {
    process.stderr.write(`clr: ${(0,redact/* safeLine */.om)(line)}\n`);
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
  Tj: () => (/* binding */ permissionFor),
  z1: () => (/* binding */ secretsPath)
});

// UNUSED EXPORTS: parseSecretApp

// EXTERNAL MODULE: ./src/core/options.ts
var options = __webpack_require__(3457);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
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
/* harmony export */   y_: () => (/* binding */ whyTooLarge)
/* harmony export */ });
/* unused harmony export isSameName */
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
        throw usage(`${from} may hold letters, digits and "_" alone, got ${(0,_core_options_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`);
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
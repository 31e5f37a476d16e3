"use strict";
exports.id = 28;
exports.ids = [28];
exports.modules = {

/***/ 6028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStatus: () => (/* binding */ runStatus),
  statusText: () => (/* binding */ statusText)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __webpack_require__(2056);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/claude/keychain.ts
var keychain = __webpack_require__(6880);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __webpack_require__(3438);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __webpack_require__(2258);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(6153);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/rejections.ts
var rejections = __webpack_require__(7755);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __webpack_require__(8651);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-paths.ts
var cli_lock_paths = __webpack_require__(6409);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-record.ts
var cli_lock_record = __webpack_require__(7520);
// EXTERNAL MODULE: ./src/core/locks/cli-owner-record.ts
var cli_owner_record = __webpack_require__(8296);
// EXTERNAL MODULE: ./src/core/locks/own-lock.ts
var own_lock = __webpack_require__(7910);
// EXTERNAL MODULE: ./src/core/locks/wait-for-turn.ts
var wait_for_turn = __webpack_require__(7701);
// EXTERNAL MODULE: ./src/core/system/file-system.ts
var file_system = __webpack_require__(1089);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __webpack_require__(684);
;// CONCATENATED MODULE: ./src/core/status/locks.ts








function ownLockStatus(folder) {
    const holder = (0,own_lock/* findHolder */.IL)(folder);
    const stats = holder === null ? undefined : (0,external_node_fs_.lstatSync)(holder.path, { throwIfNoEntry: false });
    if (holder === null || stats === undefined)
        return null;
    const { path, identity } = holder;
    const alive = identity === null ? 'unknown' : (0,process_identity/* isAlive */._n)(identity);
    return {
        path,
        holder: 'clr',
        pid: identity?.pid ?? null,
        isElsewhere: identity !== null && (0,wait_for_turn/* isElsewhere */.l5)(identity),
        isAlive: alive === 'unknown' ? null : alive === 'yes',
        ...timesOf(stats)
    };
}
function cliLockStatuses(file, folder) {
    const ours = folder === null ? [] : (0,cli_lock_record/* recordedLocks */.zK)(folder);
    const locks = [];
    const obstacles = [];
    for (const lock of (0,cli_lock_paths/* cliLocksFor */.aT)(file).filter(({ path }) => !ours.includes(path))) {
        const stats = (0,external_node_fs_.lstatSync)(lock.path, { throwIfNoEntry: false });
        if (stats === undefined || (0,cli_lock_paths/* isForeign */.jq)(lock))
            continue;
        const obstacle = (0,cli_lock_paths/* describeObstacle */.TD)(lock.path);
        if (obstacle === null)
            locks.push(cliLockStatus(lock, stats));
        else
            obstacles.push(`${lock.path} is ${obstacle}, where \`claude\` makes an empty folder as its lock: no refresh is possible until you remove it`);
    }
    return { locks, obstacles };
}
function cliLockStatus(lock, stats) {
    const owner = (0,cli_owner_record/* ownerOf */.b)(lock);
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
    return ageMs <= STALE_AFTER_MS || (ageMs <= STALE_ON_NETWORK_AFTER_MS && (0,file_system/* isOnNetwork */.y)(path));
}
function timesOf({ birthtimeMs, mtimeMs }) {
    return { sinceMs: birthtimeMs > 0 ? birthtimeMs : null, renewedAtMs: mtimeMs };
}

// EXTERNAL MODULE: ./src/core/times.ts
var core_times = __webpack_require__(1357);
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
        return `${who} was cut short and left its lock: the next run takes it over at once`;
    const since = sinceMs === null ? '' : ` since ${(0,core_times/* describeMoment */.oL)(sinceMs, nowMs)}`;
    const does = holder === 'clr' ? 'is at work on this login' : 'holds the lock for a refresh';
    if (isHeld(lock, nowMs))
        return `${who} ${does}${since}`;
    const renewed = `was last renewed at ${(0,core_times/* describeMoment */.oL)(renewedAtMs, nowMs)}`;
    return `the lock of ${who} ${renewed}: if it is not renewed any more, the next run takes it over`;
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
function remainsNote({ path, kind, hasNewTokens, handledBy }) {
    if (handledBy === 'its-run')
        return `a run of \`clr\` is at work in ${path}`;
    if (handledBy === 'person' && hasNewTokens === true) {
        return `${path} has tokens of another login than the file: delete it, or move it over the file if you want that login here`;
    }
    if (handledBy === 'person')
        return `${path} has no tokens that \`clr\` can use: delete it`;
    if (hasNewTokens === true)
        return `the new tokens of an interrupted run are in ${path}: ${NEXT_RUN} puts them into the file`;
    if (hasNewTokens === null)
        return `${path} can't be read, and may have newer tokens than the file`;
    const what = kind === 'home' ? 'an interrupted run left' : 'the file has the tokens that were saved in';
    return `${what} ${path}${kind === 'home' ? ', without newer tokens than the file' : ''}: ${NEXT_RUN} removes it`;
}

// EXTERNAL MODULE: ./src/core/home/found-login.ts
var found_login = __webpack_require__(5855);
// EXTERNAL MODULE: ./src/core/home/isolated-home.ts + 1 modules
var isolated_home = __webpack_require__(57);
// EXTERNAL MODULE: ./src/core/recovery/put-back.ts + 1 modules
var put_back = __webpack_require__(1439);
// EXTERNAL MODULE: ./src/core/recovery/rescue-file.ts
var rescue_file = __webpack_require__(6577);
;// CONCATENATED MODULE: ./src/core/status/remains.ts








function remainsIn(folder, beside) {
    const homes = folder.names().filter(name => name.startsWith(work_folder/* HOME_PREFIX */.xL));
    const inHomes = homes.map(name => folder.at(name)).flatMap(path => (isFolder(path) ? [homeStatus(path, beside)] : []));
    return [...inHomes, ...(0,rescue_file/* rescuesIn */.ke)(folder).map(rescue => rescueStatus(rescue, beside))];
}
function isFolder(path) {
    return (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(path).isDirectory()) ?? false;
}
function homeStatus(path, { login, isLocked }) {
    const seen = (0,or_null/* orNull */.X)(() => {
        const home = isolated_home/* IsolatedHome */.X.adopt(path);
        return { owner: home.owner, hasNewTokens: hasNewTokens(home, login) };
    });
    const owner = seen?.owner ?? null;
    const alive = owner === null ? 'unknown' : (0,process_identity/* isAlive */._n)(owner);
    const isAtWork = alive === 'yes' || (alive === 'unknown' && isLocked);
    return { path, kind: 'home', hasNewTokens: seen?.hasNewTokens ?? null, handledBy: isAtWork ? 'its-run' : 'next-run' };
}
function hasNewTokens(home, login) {
    const judgement = home.judge();
    if (judgement.kind !== 'pair')
        return false;
    const outlook = (0,put_back/* outlookFor */.fI)(judgement.newPair, login);
    return outlook === 'put-back' || (outlook === 'another-login' && !(0,found_login/* isWrittenBack */.fQ)(home));
}
function rescueStatus(rescue, { login }) {
    const { path } = rescue;
    const outlook = (0,or_null/* orNull */.X)(() => {
        const rescued = (0,rescue_file/* readRescue */.ey)(rescue);
        return rescued === null ? 'no-pair' : (0,put_back/* outlookFor */.fI)(rescued.newPair, login);
    });
    const hasTokens = outlook === null ? null : outlook === 'put-back' || outlook === 'another-login';
    const isForPerson = outlook === 'another-login' || outlook === 'no-pair';
    return { path, kind: 'rescue', hasNewTokens: hasTokens, handledBy: isForPerson ? 'person' : 'next-run' };
}

;// CONCATENATED MODULE: ./src/core/status/beside.ts









function lookBeside(file, login, nowMs) {
    const attempts = new Attempts();
    const folder = attempts.read((0,work_folder/* workFolderPath */.Hu)(file), () => findFolder(file), null);
    const cli = attempts.read(file.given, () => cliLockStatuses(file, folder), { locks: [], obstacles: [] });
    const { own, remains } = folder === null ? EMPTY : lookInto(folder, { login, nowMs, attempts });
    const locks = own === null ? cli.locks : [own, ...cli.locks];
    const rejection = folder === null || login === null ? null : (0,rejections/* readRejection */.uE)(folder, login, nowMs);
    const notes = [...lockNotes(locks, nowMs), ...remainsNotes(remains, locks, nowMs), ...cli.obstacles];
    return { locks, remains, rejection, notes: [...notes, ...attempts.failures] };
}
const EMPTY = { own: null, remains: [] };
function lookInto(folder, { login, nowMs, attempts }) {
    const own = attempts.read(folder.path, () => ownLockStatus(folder), null);
    const judged = {
        login: login !== null && (0,validity/* isUsable */.Ng)(login, nowMs) ? login : null,
        isLocked: own !== null && isHeld(own, nowMs)
    };
    return { own, remains: attempts.read(folder.path, () => remainsIn(folder, judged), []) };
}
function findFolder(file) {
    const folder = work_folder/* WorkFolder */.y2.find(file);
    if (folder === null || (0,external_node_fs_.lstatSync)(folder.path, { throwIfNoEntry: false })?.isDirectory() !== false)
        return folder;
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder.path} is in the way: it should be a folder of ours`);
}
class Attempts {
    #failures = new Map();
    get failures() {
        return [...this.#failures.values()];
    }
    read(entry, read, otherwise) {
        try {
            return read();
        }
        catch (error) {
            const unknown = 'whether a run is at work, or has left newer tokens, is not known';
            if (!this.#failures.has(entry))
                this.#failures.set(entry, `${whyFailed(entry, error)}; ${unknown}`);
            return otherwise;
        }
    }
}
function whyFailed(entry, error) {
    if (error instanceof reasons/* RefreshError */.M4)
        return error.message.split('; ')[0] ?? '';
    return `cannot look into ${entry}: ${(0,system_error/* explainSystemError */.Tr)(error)}`;
}

// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __webpack_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __webpack_require__(4600);
;// CONCATENATED MODULE: ./src/core/status/content.ts







function readSeen(given, name) {
    const place = (0,or_null/* orNull */.X)(() => (0,credentials_path/* findPlace */.Pj)(given)) ?? { given, real: given };
    try {
        const file = (0,credentials_path/* findCredentialsFile */.Ic)(given, name);
        return { file, ...contentOf((0,credentials_file/* readCredentialsText */.qz)(file).text) };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        return { file: place, content: without(stateOf(error), error), secrets: [] };
    }
}
function contentOf(text) {
    const document = (0,json/* parseJson */.qF)(text);
    const secrets = (0,json/* isJsonObject */.OW)(document) ? tokensIn(document.claudeAiOauth) : [];
    try {
        return { content: { kind: 'login', login: (0,credentials/* parseLogin */.$n)(text) }, secrets };
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const kind = (0,credentials/* kindWithoutLogin */.gK)(text);
        if (kind === 'api-key')
            return { content: { kind }, secrets };
        if (kind === 'blanked')
            return { content: { kind: 'none', state: kind, message: BLANKED, remedy: '' }, secrets };
        return { content: { kind: 'none', state: 'not-a-login', message: error.message, remedy: '' }, secrets };
    }
}
const BLANKED = 'both tokens are blank: `claude` blanks them when a login is rejected or logged out';
function stateOf({ reason }) {
    if (reason === 'creds-not-found')
        return 'missing';
    return reason === 'creds-invalid' ? 'not-a-login' : 'unreadable';
}
function without(state, { message, remedy }) {
    const named = remedy
        .replace(reasons/* NOT_SENT */.FY, '')
        .replace(/point `creds` at/, 'name')
        .replace(/Point `creds` at/, 'Name');
    return { kind: 'none', state, message, remedy: named.trim() };
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


const MINUTE_MS = 60_000;
const SOON_MS = 7 * 24 * 3_600_000;
const LONGEST_TOKEN_MS = 9 * 3_600_000;
function judgeContent(content, judged) {
    const nothing = { kind: null, expiresAtMs: null, loginExpiresAtMs: null };
    if (content.kind === 'none')
        return { ...nothing, state: content.state, message: content.message };
    if (content.kind === 'api-key')
        return { ...nothing, state: 'ok', kind: 'api-key', message: API_KEY };
    const { login } = content;
    const dates = { kind: kindOf(login), expiresAtMs: login.expiresAtMs, loginExpiresAtMs: endOf(login, judged.nowMs) };
    return { ...dates, ...judgeLogin(login, dates.loginExpiresAtMs, judged) };
}
const API_KEY = 'the file holds an API key: it is never refreshed, and does not end by itself';
function kindOf({ accessToken, refreshToken }) {
    if (refreshToken !== null)
        return 'login';
    return accessToken.startsWith('sk-ant-api') ? 'api-key' : 'access-token';
}
function endOf({ refreshToken, expiresAtMs, loginExpiresAtMs }, nowMs) {
    if (refreshToken === null)
        return expiresAtMs;
    if (loginExpiresAtMs === null || expiresAtMs === null || expiresAtMs <= nowMs)
        return loginExpiresAtMs;
    return expiresAtMs - LONGEST_TOKEN_MS > loginExpiresAtMs ? null : loginExpiresAtMs;
}
function judgeLogin(login, endMs, { rejection, nowMs, withinMs }) {
    const end = endMs === null ? '' : (0,core_times/* describeMoment */.oL)(endMs, nowMs);
    if (endMs !== null && endMs <= nowMs)
        return { state: 'ended', message: endedMessage(login, end, nowMs) };
    if (rejection !== null)
        return { state: 'rejected', message: rejectedMessage(rejection, nowMs) };
    if (endMs !== null && endMs - nowMs <= Math.max(SOON_MS, withinMs)) {
        const why = login.refreshToken === null ? 'it has no refresh token' : 'no refresh changes that';
        return { state: 'ends-soon', message: `the login ends at ${end}, and ${why}` };
    }
    const due = login.refreshToken === null ? null : whyRefreshIsDue(login, nowMs);
    return due === null ? { state: 'ok', message: okMessage(login, nowMs) } : { state: 'refresh-due', message: due };
}
function endedMessage({ refreshToken, expiresAtMs }, end, nowMs) {
    if (refreshToken === null)
        return `the access token expired at ${end}, and there is no refresh token`;
    const isValid = expiresAtMs !== null && expiresAtMs > nowMs;
    const last = isValid ? `; its last access token is valid until ${(0,core_times/* describeMoment */.oL)(expiresAtMs, nowMs)}` : '';
    return `the login ended at ${end}, the date set at its sign-in, and no refresh changes that${last}`;
}
function rejectedMessage({ message, firstAtMs, count, nextTryAtMs }, nowMs) {
    const times = count === 1 ? '' : `, ${count} times so far`;
    const shownMs = Math.ceil(nextTryAtMs / MINUTE_MS) * MINUTE_MS;
    const next = nextTryAtMs > nowMs ? `at ${(0,core_times/* describeMoment */.oL)(shownMs, nowMs)} or later` : 'at the next run';
    return `${message}; rejected since ${(0,core_times/* describeMoment */.oL)(firstAtMs, nowMs)}${times}; tried again ${next}`;
}
function whyRefreshIsDue(login, nowMs) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null)
        return 'when the access token expires is not known; the next refresh corrects that';
    const whyNot = (0,validity/* whyNotUsed */.vi)(login);
    if (whyNot !== null)
        return `${whyNot}; the next refresh corrects that`;
    if (expiresAtMs > nowMs)
        return null;
    return `the access token expired at ${(0,core_times/* describeMoment */.oL)(expiresAtMs, nowMs)}; the next refresh makes a new one`;
}
function okMessage({ expiresAtMs, refreshToken }, nowMs) {
    const never = refreshToken === null ? '; it has no refresh token, and is never refreshed' : '';
    if (expiresAtMs === null)
        return `when the access token expires is not known${never}`;
    return `the access token is valid until ${(0,core_times/* describeMoment */.oL)(expiresAtMs, nowMs)}${never}`;
}

// EXTERNAL MODULE: ./src/core/claude/claude-command.ts
var claude_command = __webpack_require__(1914);
;// CONCATENATED MODULE: ./src/core/status/remedy.ts

function remedyFor(content, situation) {
    const { file, state, needsPerson, kind, remains, keychainItem } = situation;
    if (isBetterRecovered(content, state) && remains.some(isRecoverable))
        return recovery(file, state);
    const signIn = (0,claude_command/* shellLine */.Tg)(['clr', 'login', '--creds', file]);
    switch (state) {
        case 'missing':
            if (keychainItem !== null)
                return { sentence: OWN_FILE, command: null };
            return { sentence: 'Check the path, or sign in:', command: signIn };
        case 'not-a-login':
        case 'unreadable':
            if (content.kind === 'none' && content.remedy !== '')
                return { sentence: content.remedy, command: null };
            return { sentence: 'Check whether this is the right file, or sign in:', command: signIn };
        case 'blanked':
        case 'rejected':
        case 'ended':
            return { sentence: 'Sign in again:', command: signIn };
        case 'ends-soon':
            return {
                sentence: kind === 'login' ? 'Sign in again before that:' : 'Make a new token before that, or sign in:',
                command: (0,claude_command/* shellLine */.Tg)(['clr', 'login', '--creds', file, '--replace'])
            };
        case 'ok':
        case 'refresh-due':
            return needsPerson ? { sentence: CHOOSE, command: null } : null;
    }
}
const OWN_FILE = 'Give `clr` a login of its own: `clr login --creds` with the path of another file makes one.';
const CHOOSE = 'Keep one of the two logins: the note says how.';
function isBetterRecovered(content, state) {
    if (state === 'not-a-login')
        return content.kind === 'none' && content.remedy === '';
    return state === 'missing' || state === 'blanked' || state === 'rejected';
}
function isRecoverable({ hasNewTokens, handledBy }) {
    return hasNewTokens === true && handledBy === 'next-run';
}
function recovery(file, state) {
    const recover = (0,claude_command/* shellLine */.Tg)(['clr', 'recover', '--creds', file]);
    const make = state === 'missing' ? `${(0,claude_command/* shellLine */.Tg)(['install', '-m', '600', '/dev/null', file])} && ` : '';
    return { sentence: 'Put the tokens of the interrupted run into the file:', command: make + recover };
}

;// CONCATENATED MODULE: ./src/core/status.ts









function statusOf(given, name, { nowMs, withinMs, environment }) {
    const seen = readSeen(given, name);
    const { file, content } = seen;
    const login = content.kind === 'login' ? content.login : null;
    const beside = lookBeside(file, login, nowMs);
    const verdict = judgeContent(content, { rejection: beside.rejection, nowMs, withinMs });
    const keychainItem = (0,keychain/* findKeychainItem */.r)(file, environment);
    const { state, loginExpiresAtMs } = verdict;
    const endsWithin = state === 'ends-soon' && loginExpiresAtMs !== null && loginExpiresAtMs - nowMs <= withinMs;
    const needsPerson = alwaysNeedsPerson(state) || endsWithin || beside.remains.some(isForPerson);
    const found = { ...verdict, ...beside, file: given, needsPerson, keychainItem };
    return withoutSecrets(seen, {
        ...found,
        account: login === null ? null : describeAccount(login.fields, seen.secrets),
        notes: [...loginNotes(login, keychainItem), ...beside.notes],
        remedy: remedyFor(content, found)
    });
}
function isForPerson({ handledBy, hasNewTokens }) {
    return handledBy === 'person' && hasNewTokens === true;
}
function loginNotes(login, keychainItem) {
    const whyNot = login?.refreshToken === null ? (0,validity/* whyNotUsed */.vi)(login) : null;
    const inKeychain = `the Keychain holds a login ("${keychainItem ?? ''}"), and \`claude\` uses and refreshes that one in place of this file`;
    return [...(whyNot === null ? [] : [whyNot]), ...(keychainItem === null ? [] : [inKeychain])];
}
function withoutSecrets({ secrets }, status) {
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/cli/colours.ts

const PLAIN = (_style, text) => text;
const COLOURED = (style, text) => {
    const [open = 0, close = 0] = external_node_util_.inspect.colors[style] ?? [];
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

// EXTERNAL MODULE: ./src/cli/status-arguments.ts
var status_arguments = __webpack_require__(9347);
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
    return (await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 4292))).default;
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
function wrapped(text, columns, measure) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && measure(`${last} ${word}`) <= columns)
            lines.splice(-1, 1, `${last} ${word}`);
        else
            lines.push(word);
    }
    return lines;
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
    const isTold = state === 'ok' || state === 'refresh-due';
    return block(status, [...(isTold ? [] : [stateRow(status, view)]), ...adviceRows(status, view)], view);
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
    const name = account ?? 'unknown';
    const rows = [row('Account', kind === 'login' ? name : `${name}; ${token}`, view)];
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
        return `${unknown} not known`;
    return `${ms > nowMs ? before : after} ${(0,core_times/* describeMoment */.oL)(ms, nowMs)}`;
}
function adviceRows({ notes, remedy }, view) {
    const rows = notes.map(note => row('Note', note, view));
    if (remedy === null)
        return rows;
    const command = remedy.command === null ? [] : [`${' '.repeat(INDENT)}${visible(withTilde(remedy.command, view.home))}`];
    return [...rows, row('To do', remedy.sentence, view), ...command];
}
const INDENT = 11;
function row(label, text, { columns, measure, paint, home }) {
    const lines = wrapped(visible(withTilde(text, home)), columns - INDENT, measure);
    return lines
        .map((line, at) => (at === 0 ? `  ${paint('dim', label.padEnd(INDENT - 2))}` : ' '.repeat(INDENT)) + line)
        .join('\n');
}

;// CONCATENATED MODULE: ./src/cli/status-json.ts
function statusJson(statuses, exitCode) {
    const report = { ok: exitCode === 0, exitCode, files: statuses.map(fileJson) };
    return `${JSON.stringify(report).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped)}\n`;
}
function fileJson(status) {
    const { rejection, remedy } = status;
    return {
        creds: status.file,
        state: status.state,
        needsPerson: status.needsPerson,
        kind: status.kind,
        account: status.account,
        expiresAt: iso(status.expiresAtMs),
        loginExpiresAt: iso(status.loginExpiresAtMs),
        rejection: rejection && {
            firstAt: iso(rejection.firstAtMs),
            lastAt: iso(rejection.lastAtMs),
            count: rejection.count,
            nextTryAt: iso(rejection.nextTryAtMs)
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
    const times = { since: iso(sinceMs), renewedAt: iso(renewedAtMs) };
    return { path, holder, pid, elsewhere: isElsewhere, alive: isAlive, ...times };
}
function iso(ms) {
    return ms === null ? null : new Date(ms).toISOString();
}
function escaped(character) {
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
async function runStatus({ files, withinMs, json }) {
    const paths = files.map(({ text, name }) => ({ given: (0,typed_path/* absolutePath */.Hi)(text, name), name: name === status_arguments/* FILE */.P ? typed_path/* CREDS */.Y : name }));
    const nowMs = Date.now();
    const statuses = paths.map(({ given, name }) => statusOf(given, name, { nowMs, withinMs, environment: process.env }));
    const exitCode = statuses.some(({ needsPerson }) => needsPerson) ? 1 : 0;
    process.stdout.write(json ? statusJson(statuses, exitCode) : statusText(statuses, await viewOf(statuses, nowMs)));
    return exitCode;
}
function statusText(statuses, view) {
    const inBlock = { ...view, columns: Math.min(view.columns, MAX_BLOCK_COLUMNS) };
    const [first, ...others] = statuses;
    if (first !== undefined && others.length === 0)
        return fullBlock(first, inBlock);
    const blocks = statuses.map(status => adviceBlock(status, inBlock)).filter(block => block !== '');
    return [statusTable(statuses, view), ...blocks].join('\n');
}
async function viewOf(statuses, nowMs) {
    const { stdout, env } = process;
    const columns = stdout.isTTY && stdout.columns > 0 ? stdout.columns : DEFAULT_COLUMNS;
    const measure = await measureFor(JSON.stringify(statuses));
    return { nowMs, columns, paint: painterFor(stdout, env), measure, home: (0,or_null/* orNull */.X)(external_node_os_.homedir) ?? '' };
}


/***/ })

};
;
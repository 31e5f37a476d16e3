"use strict";
exports.id = 67;
exports.ids = [67];
exports.modules = {

/***/ 932:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E9: function() { return /* binding */ ClaudeProcess; }
});

// UNUSED EXPORTS: RECORD_AND_EXEC, WORKING_DIRECTORY, exitOf

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
;// CONCATENATED MODULE: ./src/core/system/connection-owner.ts



function isConnectionOf(pid, connection) {
    const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(read/* readTextOrEmpty */.Qr);
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
    const tasks = (0,or_null/* orNull */.X)(() => (0,read/* namesIn */.wX)(`/proc/${pid}/task`)) ?? [];
    const children = tasks.flatMap(task => (0,read/* readTextOrEmpty */.Qr)(`/proc/${pid}/task/${task}/children`).trim().split(' '));
    return children.filter(child => child !== '').flatMap(child => [child, ...descendantsOf(child)]);
}
function holdsSocket(pid, inode) {
    const folder = `/proc/${pid}/fd`;
    const fds = (0,or_null/* orNull */.X)(() => (0,read/* namesIn */.wX)(folder));
    if (fds === null)
        return 'unknown';
    const linkOf = (fd) => (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readlinkSync)(`${folder}/${fd}`));
    return fds.some(fd => linkOf(fd) === `socket:[${inode}]`) ? 'yes' : 'no';
}

// EXTERNAL MODULE: ./src/core/system/process-group.ts
var process_group = __webpack_require__(2490);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __webpack_require__(684);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
;// CONCATENATED MODULE: ./src/core/claude/claude-process.ts










const WORKING_DIRECTORY = '/';
const RECORD_AND_EXEC = `set -C; ${process_identity/* RECORD_IN_SHELL */.Jz}; printf "%s\\n" "$stat" >"$0" && exec "$@"`;
const NICENESS = 5;
const POLL_MS = 20;
class ClaudeProcess {
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
        (0,or_null/* orNull */.X)(() => {
            (0,external_node_fs_.rmSync)(home.claudeRecord, { force: true });
        });
        try {
            const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
                cwd: WORKING_DIRECTORY,
                env: environment,
                detached: true,
                stdio: ['ignore', stdout, stderr]
            });
            const { pid } = child;
            (0,or_null/* orNull */.X)(() => {
                if (pid !== undefined)
                    (0,external_node_os_.setPriority)(pid, NICENESS);
            });
            return new ClaudeProcess(pid, exitOf(child), () => true);
        }
        finally {
            (0,external_node_fs_.closeSync)(stdout);
            (0,external_node_fs_.closeSync)(stderr);
        }
    }
    static adopt(identity) {
        return new ClaudeProcess(identity.pid, untilDead(identity), () => (0,process_identity/* isAlive */._n)(identity) === 'yes');
    }
    hasMade(connection) {
        return this.pid === undefined ? 'no' : isConnectionOf(this.pid, connection);
    }
    terminate() {
        (0,process_group/* signalGroup */.i)(this.pid, 'SIGTERM');
    }
    async kill() {
        if (this.isOwnPid() && !(0,process_group/* signalGroup */.i)(this.pid, 'SIGKILL'))
            (0,process_group/* signalProcess */.a)(this.pid, 'SIGKILL');
        await this.exited;
        await groupGone(this.pid);
    }
}
function openLog(file) {
    try {
        return (0,external_node_fs_.openSync)(file, 'wx', 0o600);
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.GZ)(`cannot write ${file}`, error);
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
    while ((0,process_identity/* isAlive */._n)(identity) === 'yes')
        await (0,promises_.setTimeout)(POLL_MS);
    return { code: null, signal: null, startError: null };
}
async function groupGone(leaderPid) {
    for (let waitMs = 1; waitMs <= 8 && (0,process_group/* signalGroup */.i)(leaderPid, 0); waitMs *= 2)
        await (0,promises_.setTimeout)(waitMs);
}


/***/ }),

/***/ 8655:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: function() { return /* binding */ failureSignIn; }
});

// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
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
const FIX_PROXY = 'Set the proxy variable to an address such as `http://proxy.example.com:8080`, or unset it. Then run it again.';
function proxyFaultIn(environment) {
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
            remedy: FIX_PROXY
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
function failureSignIn(log) {
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


/***/ }),

/***/ 9229:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: function() { return /* binding */ meaningOfBlanked; }
});

// UNUSED EXPORTS: classifyFailure

// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/programs/shim.ts
var shim = __webpack_require__(8504);
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
function classifyFailure(seen) {
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


/***/ }),

/***/ 9374:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: function() { return /* binding */ watchCall; }
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/core/home/home-lock.ts
var home_lock = __webpack_require__(406);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __webpack_require__(4994);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __webpack_require__(7973);
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

// EXTERNAL MODULE: ./src/core/claude/failure-signs.ts + 5 modules
var failure_signs = __webpack_require__(8655);
;// CONCATENATED MODULE: ./src/core/claude/watch.ts






const SLOW_POLL_MS = 250;
const FAST_POLL_MS = 15;
const NO_EXCHANGE_MS = 5000;
function watchCall(call, patience) {
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
            if (name !== null && (0,home_lock/* isLockName */.HV)(name))
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
        if ((0,or_null/* orNull */.X)(() => (0,read/* namesIn */.wX)(home.configFolder))?.some(isNewPair) === true)
            home.makeRoom();
        this.#look();
    }
    #look() {
        this.#progress.noticeGap();
        const { home, modelRequest } = this.call;
        const judgement = (0,or_null/* orNull */.X)(() => home.judge());
        if (judgement === null)
            return;
        if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
            this.#settle(judgement);
            return;
        }
        const sign = (0,failure_signs/* failureSignIn */.d)((0,read/* readTextOrEmpty */.Qr)(home.logs.debug));
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
        return (0,or_null/* orNull */.X)(() => (0,external_node_fs_.watch)(folder, onEvent).on('error', () => undefined)) ?? [];
    });
}


/***/ }),

/***/ 7705:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: function() { return /* binding */ newPairIn; },
/* harmony export */   Y: function() { return /* binding */ credentialsOf; }
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6153);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4600);


function credentialsOf({ fields, refreshToken }) {
    return { ...(0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOf */ .DQ)({ claudeAiOauth: fields }), refreshToken };
}
function newPairIn(fields, from) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(fields))
        return null;
    const { accessToken, refreshToken } = fields;
    return (0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .isToken */ .sg)(accessToken) && (0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .isToken */ .sg)(refreshToken) ? { accessToken, refreshToken, fields, from } : null;
}


/***/ }),

/***/ 3681:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: function() { return /* binding */ makeFolderWithSpace; },
/* harmony export */   WC: function() { return /* binding */ removeBallast; },
/* harmony export */   vG: function() { return /* binding */ writeBallast; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7673);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3410);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43);





const MIN_FREE_BYTES = 1024 * 1024;
const MIN_FREE_INODES = 256;
const BALLAST_BYTES = 256 * 1024;
const ballastIn = (home) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, 'ballast');
function makeFolderWithSpace(home) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(home, { mode: 0o700 });
    requireSpace(home);
}
function requireSpace(home) {
    const { bavail, bsize, files, ffree } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(home);
    const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES);
    if (isShort)
        throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
}
function writeBallast(home) {
    try {
        (0,_system_sync_js__WEBPACK_IMPORTED_MODULE_3__/* .writeToDisk */ .S)(ballastIn(home), Buffer.alloc(BALLAST_BYTES));
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) !== 'EEXIST')
            throw error;
    }
}
function removeBallast(home) {
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_2__/* .removeIfPossible */ .h)(ballastIn(home));
}


/***/ }),

/***/ 5855:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: function() { return /* binding */ pairPathIn; },
/* harmony export */   dP: function() { return /* binding */ judgeHome; },
/* harmony export */   fQ: function() { return /* binding */ isWrittenBack; },
/* harmony export */   zL: function() { return /* binding */ replacementDocumentIn; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7973);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(123);
/* harmony import */ var _seeded_login_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1307);





function judgeHome(home, origin) {
    const judgements = loginFilesIn(home).map(file => (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeText */ .Hu)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextIfExists */ .TP)(file) ?? '', origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    const hasPair = (file) => (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeText */ .Hu)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextOrEmpty */ .Qr)(file), origin).kind === 'pair';
    return loginFilesIn(home).findLast(hasPair) ?? home.credentialsPath;
}
function isWrittenBack(home) {
    return replacementsIn(home).length === 0;
}
function replacementDocumentIn(home) {
    const documents = replacementsIn(home).map(file => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextIfExists */ .TP)(file) ?? ''));
    return documents.find(_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW) ?? {};
}
function loginFilesIn(home) {
    const { configFolder, credentialsPath } = home;
    return [...filesIn(configFolder, node_path__WEBPACK_IMPORTED_MODULE_0___default().basename(credentialsPath)).sort(), ...replacementsIn(home)];
}
function replacementsIn(home) {
    return filesIn(home.path, _work_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .REPLACEMENT_PREFIX */ .m4);
}
function filesIn(folder, prefix) {
    const names = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(folder).filter(name => name.startsWith(prefix));
    return names.map(name => node_path__WEBPACK_IMPORTED_MODULE_0___default().join(folder, name));
}


/***/ }),

/***/ 5719:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: function() { return /* binding */ HomeLayout; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(123);


class HomeLayout {
    path;
    constructor(path) {
        this.path = path;
    }
    get configFolder() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, '.claude');
    }
    get credentialsPath() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.configFolder, '.credentials.json');
    }
    get temporaryFolder() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'tmp');
    }
    get claudeRecord() {
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'claude.stat');
    }
    get browser() {
        return { helper: node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'browser'), address: node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'address') };
    }
    get firstOnPath() {
        return process.platform === 'darwin' ? node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.path, 'bin') : null;
    }
    newReplacementPath() {
        return (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .newReplacementPathIn */ .x$)(this.path);
    }
}


/***/ }),

/***/ 406:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: function() { return /* binding */ isSeedLockIn; },
/* harmony export */   CX: function() { return /* binding */ lockHoldingIn; },
/* harmony export */   HV: function() { return /* binding */ isLockName; },
/* harmony export */   OU: function() { return /* binding */ lockPathOf; },
/* harmony export */   pm: function() { return /* binding */ lockHome; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);



const LOCK = '.claude.lock';
function lockPathOf(home) {
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, LOCK);
}
function isLockName(name) {
    return name === LOCK;
}
function lockHome(home) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(lockPathOf(home), { mode: 0o700 });
        return true;
    }
    catch {
        return false;
    }
}
function isSeedLockIn(home, startRecord) {
    const seen = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => [lockPathOf(home), startRecord].map(at => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(at, { throwIfNoEntry: false })));
    const [lock, start] = seen ?? [];
    return lock !== undefined && (start === undefined || lock.mtimeMs <= start.mtimeMs);
}
function lockHoldingIn(home) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(lockPathOf(home), { bigint: true, throwIfNoEntry: false });
        if (stats === undefined)
            return null;
        return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) };
    }
    catch {
        return { id: 'unknown', ageMs: Infinity };
    }
}


/***/ }),

/***/ 163:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   di: function() { return /* binding */ seedForSignIn; },
/* harmony export */   e9: function() { return /* binding */ NO_SUCH_ITEM; },
/* harmony export */   j8: function() { return /* binding */ seedHome; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _home_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(406);
/* harmony import */ var _seeded_login_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1307);




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
    const lock = (0,_home_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .lockPathOf */ .OU)(home.path);
    const account = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home.path, '.claude.json');
    for (const left of [configFolder, lock, account])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(left, { recursive: true, force: true });
    for (const folder of [configFolder, lock])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { mode: 0o700 });
    write(credentialsPath, JSON.stringify({ claudeAiOauth: (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_3__/* .seededLogin */ .iX)(credentials) }));
    write(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n');
    write(account, JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }));
    if (firstOnPath !== null)
        hideKeychain(firstOnPath);
}
function seedForSignIn({ configFolder, firstOnPath, browser }) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(configFolder, { mode: 0o700 });
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
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(programs, { recursive: true, force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(programs, { mode: 0o700 });
    write(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(programs, 'security'), `#!/bin/sh\nexit ${NO_SUCH_ITEM}\n`, 0o700);
}
function write(file, text, mode = 0o600) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text, { mode, flag: 'wx' });
}


/***/ }),

/***/ 3530:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: function() { return /* binding */ IsolatedHome; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3335);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7673);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(123);
/* harmony import */ var _disk_space_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3681);
/* harmony import */ var _found_login_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5855);
/* harmony import */ var _home_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5719);
/* harmony import */ var _home_lock_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(406);
/* harmony import */ var _home_seeds_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(163);
/* harmony import */ var _run_record_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4206);
/* harmony import */ var _seeded_login_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1307);
















class IsolatedHome extends _home_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .HomeLayout */ .m {
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
        return IsolatedHome.#make(folder, (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_15__/* .originOf */ .yv)(credentials), home => {
            home.seed(credentials);
        });
    }
    static createForSignIn(folder, replaced) {
        return IsolatedHome.#make(folder, (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_15__/* .signInOrigin */ .l2)(replaced), home => {
            home.#write(() => {
                (0,_home_seeds_js__WEBPACK_IMPORTED_MODULE_13__/* .seedForSignIn */ .di)(home);
            });
        });
    }
    static #make(folder, origin, seed) {
        const home = new IsolatedHome(folder.at(`${_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .HOME_PREFIX */ .xL}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`), origin);
        try {
            home.#write(() => {
                (0,_disk_space_js__WEBPACK_IMPORTED_MODULE_9__/* .makeFolderWithSpace */ .Ff)(home.path);
                (0,_run_record_js__WEBPACK_IMPORTED_MODULE_14__/* .writeRunRecord */ .MJ)(home.path, home.origin);
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(home.temporaryFolder, { mode: 0o700 });
            });
            seed(home);
            return home;
        }
        catch (error) {
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(home.path);
            throw error;
        }
    }
    static adopt(path) {
        const record = (0,_run_record_js__WEBPACK_IMPORTED_MODULE_14__/* .readRunRecord */ .lR)(path);
        const home = new IsolatedHome(path, record?.origin ?? _seeded_login_js__WEBPACK_IMPORTED_MODULE_15__/* .UNKNOWN_ORIGIN */ .yE, record?.owner);
        home.#calls = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(path).filter(name => name.startsWith('stderr-')).length;
        return home;
    }
    seed(credentials) {
        this.#calls += 1;
        this.#write(() => {
            (0,_home_seeds_js__WEBPACK_IMPORTED_MODULE_13__/* .seedHome */ .j8)(this, credentials);
        });
    }
    #write(work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4)
                throw error;
            throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .notWritable */ .GZ)(`cannot write in an isolated HOME at ${this.path}`, error);
        }
    }
    get logs() {
        const name = (kind) => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(this.path, `${kind}-${this.#calls}.log`);
        return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') };
    }
    unlock() {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)((0,_home_lock_js__WEBPACK_IMPORTED_MODULE_12__/* .lockPathOf */ .OU)(this.path));
    }
    lock() {
        return (0,_home_lock_js__WEBPACK_IMPORTED_MODULE_12__/* .lockHome */ .pm)(this.path);
    }
    lockHolding() {
        return (0,_home_lock_js__WEBPACK_IMPORTED_MODULE_12__/* .lockHoldingIn */ .CX)(this.path);
    }
    isExchangeUnderWay() {
        return this.lockHolding() !== null;
    }
    isRelevant(name) {
        return (0,_home_lock_js__WEBPACK_IMPORTED_MODULE_12__/* .isLockName */ .HV)(name) || name.startsWith('.credentials.json') || name.startsWith('debug-');
    }
    judge() {
        return (0,_found_login_js__WEBPACK_IMPORTED_MODULE_10__/* .judgeHome */ .dP)(this, this.origin);
    }
    claudeIdentity() {
        return (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .identityFromStat */ .fJ)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextIfExists */ .TP)(this.claudeRecord) ?? '', this.owner ?? undefined);
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
        const gone = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(this.path), `${_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .GONE_PREFIX */ .$y}${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(this.path)}`);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(this.path, gone);
        }
        catch {
        }
        for (const left of [gone, this.path])
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(left);
    }
    reserve() {
        this.#write(() => {
            (0,_disk_space_js__WEBPACK_IMPORTED_MODULE_9__/* .writeBallast */ .vG)(this.path);
            (0,_run_record_js__WEBPACK_IMPORTED_MODULE_14__/* .syncRunRecord */ .AM)(this.path);
        });
    }
    makeRoom() {
        (0,_disk_space_js__WEBPACK_IMPORTED_MODULE_9__/* .removeBallast */ .WC)(this.path);
    }
}


/***/ }),

/***/ 4206:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: function() { return /* binding */ syncRunRecord; },
/* harmony export */   MJ: function() { return /* binding */ writeRunRecord; },
/* harmony export */   lR: function() { return /* binding */ readRunRecord; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6153);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7973);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3410);






const recordIn = (home) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, 'run.json');
function writeRunRecord(home, origin) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(recordIn(home), JSON.stringify({ ...(0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .ownIdentity */ .hY)(), ...origin }), { mode: 0o600, flag: 'wx' });
}
function readRunRecord(home) {
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextIfExists */ .TP)(recordIn(home)) ?? '');
    const owner = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentity */ .aZ)(record);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record) || owner === null || typeof record.from !== 'string')
        return null;
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : [];
    return { owner, origin: { from: record.from, invented, isSignIn: record.isSignIn === true } };
}
function syncRunRecord(home) {
    for (const entry of [recordIn(home), home, node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(home)])
        (0,_system_sync_js__WEBPACK_IMPORTED_MODULE_4__/* .syncToDisk */ .U)(entry);
}


/***/ }),

/***/ 1307:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hu: function() { return /* binding */ judgeText; },
/* harmony export */   iX: function() { return /* binding */ seededLogin; },
/* harmony export */   l2: function() { return /* binding */ signInOrigin; },
/* harmony export */   yE: function() { return /* binding */ UNKNOWN_ORIGIN; },
/* harmony export */   yv: function() { return /* binding */ originOf; }
/* harmony export */ });
/* unused harmony export withCredibleExpiry */
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _credentials_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9966);
/* harmony import */ var _credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7705);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6153);




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
    return { from: (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(credentials), invented: [...missing, 'subscriptionTypeSource'] };
}
const UNKNOWN_ORIGIN = {
    from: '0'.repeat(64),
    invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
};
function signInOrigin(replaced) {
    return { from: replaced ?? UNKNOWN_ORIGIN.from, invented: [], isSignIn: true };
}
function judgeText(text, origin) {
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    const fields = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document) ? document.claudeAiOauth : undefined;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(fields))
        return { kind: 'nothing' };
    if (fields.accessToken === '' && fields.refreshToken === '')
        return { kind: 'blanked' };
    const pair = (0,_credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_2__/* .newPairIn */ .U)(fields, origin.from);
    if (pair === null)
        return { kind: 'part' };
    if ((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(pair) === origin.from)
        return { kind: 'nothing' };
    if (origin.from === UNKNOWN_ORIGIN.from && fields.expiresAt === SENTINEL_EXPIRES_AT_MS)
        return { kind: 'nothing' };
    return { kind: 'pair', newPair: { ...pair, fields: fieldsToKeep(fields, origin), isNewLogin: origin.isSignIn } };
}
function withCredibleExpiry(newPair) {
    const expiresAtMs = millisecondsOf(newPair.fields.expiresAt) ?? 0;
    if (expiresAtMs > Date.now())
        return newPair;
    return { ...newPair, fields: { ...newPair.fields, expiresAt: UNKNOWN_EXPIRES_AT_MS } };
}
function fieldsToKeep(fields, { invented }) {
    const kept = Object.entries(fields).filter(([name, value]) => !invented.includes(name) && isPlausible(name, value));
    return { ...Object.fromEntries(kept), expiresAt: (0,_credentials_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(fields.expiresAt) ?? UNKNOWN_EXPIRES_AT_MS };
}
function isPlausible(name, value) {
    if (name === 'scopes')
        return Array.isArray(value) && value.every(isText) && value.includes('user:inference');
    if (name === 'refreshTokenExpiresAt')
        return typeof value === 'number' && (0,_credentials_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(value) === value;
    if (name in SEEDS)
        return isText(value);
    return value !== null;
}
function isText(value) {
    return typeof value === 'string';
}


/***/ }),

/***/ 8504:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iw: function() { return /* binding */ wrappedInHome; },
/* harmony export */   bj: function() { return /* binding */ shimAt; },
/* harmony export */   qH: function() { return /* binding */ scriptHeadOrEmpty; },
/* harmony export */   sp: function() { return /* binding */ scriptHead; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4994);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);




function shimAt(program) {
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .realPathOf */ .dN)(program);
    const name = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real);
    const shim = { path: program, variables: {} };
    if (name === 'mise' || name === 'rtx')
        return { ...shim, manager: name, managerProgram: real };
    if (name === 'volta-shim')
        return { ...shim, manager: 'volta', managerProgram: node_path__WEBPACK_IMPORTED_MODULE_1___default().join(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real), 'volta') };
    const head = scriptHeadOrEmpty(real);
    const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? [];
    if (managerProgram === undefined || manager === undefined)
        return null;
    const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1];
    return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } };
}
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/;
function wrappedInHome(program, { HOME: home = '' }) {
    const target = node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(home) ? HOME_WRAPPER.exec(scriptHeadOrEmpty(program))?.[1] : undefined;
    return target === undefined ? null : node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, target);
}
const HEAD_BYTES = 8192;
function scriptHead(program) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(program, 'r');
    try {
        const head = Buffer.alloc(HEAD_BYTES);
        const text = head.toString('utf8', 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, head));
        return text.startsWith('#!') ? text : '';
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function scriptHeadOrEmpty(program) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => scriptHead(program)) ?? '';
}


/***/ }),

/***/ 3167:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fX: function() { return /* binding */ isSignInElsewhere; },
/* harmony export */   o$: function() { return /* binding */ recoverHome; },
/* harmony export */   u7: function() { return /* binding */ useOfToken; }
/* harmony export */ });
/* unused harmony exports SIGN_IN_LIMIT_MS, endAbandonedClaude, unchangedMs */
/* harmony import */ var _claude_claude_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(932);
/* harmony import */ var _claude_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9229);
/* harmony import */ var _claude_failure_signs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8655);
/* harmony import */ var _claude_watch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9374);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7499);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2514);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6343);
/* harmony import */ var _home_found_login_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5855);
/* harmony import */ var _home_home_lock_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(406);
/* harmony import */ var _home_isolated_home_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3530);
/* harmony import */ var _rejections_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7755);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7973);
/* harmony import */ var _write_back_lineage_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5172);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6119);
/* harmony import */ var _rescue_file_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6577);
















const ABANDONED_GRACE_MS = 5000;
const SIGN_IN_LIMIT_MS = 3_600_000;
async function recoverHome(task, path) {
    const { file, folder, insist, onSentBefore } = task;
    const home = _home_isolated_home_js__WEBPACK_IMPORTED_MODULE_9__/* .IsolatedHome */ .X.adopt(path);
    if (home.owner !== null && (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_11__/* .isAlive */ ._n)(home.owner) === 'yes')
        return null;
    await endAbandonedClaude(home, insist);
    const judgement = home.judge();
    let recovered = null;
    if (judgement.kind === 'pair') {
        (0,_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_13__/* .addToLineage */ .Ms)(folder, judgement.newPair);
        recovered = await putBackFrom(home, judgement.newPair, task);
    }
    else if (home.owner !== null) {
        if (isSignInElsewhere(home))
            return null;
        const { isSent, rejection } = useOfToken(home, judgement);
        if ((isSent || rejection !== null) && isInFile(file, home.origin.from)) {
            if (rejection !== null)
                (0,_rejections_js__WEBPACK_IMPORTED_MODULE_10__/* .rememberRejection */ .Z0)(folder, rejection, rejection.atMs);
            if (isSent)
                onSentBefore?.();
        }
    }
    await home.remove();
    return recovered;
}
async function endAbandonedClaude(home, insist) {
    const identity = home.claudeIdentity();
    if (identity === null || (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_11__/* .isAlive */ ._n)(identity) !== 'yes')
        return;
    const claude = _claude_claude_process_js__WEBPACK_IMPORTED_MODULE_0__/* .ClaudeProcess */ .E9.adopt(identity);
    const grace = _deadline_js__WEBPACK_IMPORTED_MODULE_6__/* .Deadline */ .B.after(ABANDONED_GRACE_MS / 1000);
    await (0,_claude_watch_js__WEBPACK_IMPORTED_MODULE_3__/* .watchCall */ .G)({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist });
    await claude.kill();
}
function useOfToken(home, { kind }) {
    const rejection = { pair: home.origin.from, message: (0,_claude_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .meaningOfBlanked */ .O)(), atMs: blankedAtMs(home) };
    return { isSent: mayHaveSent(home), rejection: kind === 'blanked' ? rejection : null };
}
function isSignInElsewhere(home) {
    const { owner, origin } = home;
    const mayBeAlive = owner !== null && (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_11__/* .isAlive */ ._n)(owner) === 'unknown';
    return origin.isSignIn === true && mayBeAlive && unchangedMs(home) < SIGN_IN_LIMIT_MS;
}
function unchangedMs({ path, configFolder, credentialsPath }) {
    const times = [path, configFolder, credentialsPath].map(entry => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_12__/* .statIfAny */ .k)(entry)?.mtimeMs ?? 0);
    return Date.now() - Math.max(...times);
}
function blankedAtMs({ credentialsPath }) {
    const nowMs = Date.now();
    return Math.min(nowMs, Math.floor((0,_system_read_js__WEBPACK_IMPORTED_MODULE_12__/* .statIfAny */ .k)(credentialsPath)?.mtimeMs ?? nowMs));
}
function isInFile(file, pair) {
    const login = (0,_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readGoodLogin */ .xm)(file);
    return login !== null && (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__/* .fingerprint */ .R)(login) === pair;
}
function mayHaveSent(home) {
    if ((0,_home_found_login_js__WEBPACK_IMPORTED_MODULE_7__/* .isWrittenBack */ .fQ)(home) || (0,_home_home_lock_js__WEBPACK_IMPORTED_MODULE_8__/* .isSeedLockIn */ .CE)(home.path, home.claudeRecord))
        return false;
    const { debug, stdout, stderr } = home.logs;
    const tokenUse = (0,_claude_failure_signs_js__WEBPACK_IMPORTED_MODULE_2__/* .failureSignIn */ .d)([debug, stdout, stderr].map(_system_read_js__WEBPACK_IMPORTED_MODULE_12__/* .readTextOrEmpty */ .Qr).join('\n'))?.tokenUse;
    return tokenUse !== 'not-sent' && tokenUse !== 'not-used';
}
async function putBackFrom(home, newPair, target) {
    const rescuePair = () => (0,_rescue_file_js__WEBPACK_IMPORTED_MODULE_15__/* .keepSafe */ .dk)(target.folder, home, { claudeAiOauth: newPair.fields });
    if (home.owner === null) {
        rescuePair();
        return null;
    }
    const result = await (0,_put_back_js__WEBPACK_IMPORTED_MODULE_14__/* .putBack */ .pK)(target, {
        newPair,
        otherKeys: (0,_put_back_js__WEBPACK_IMPORTED_MODULE_14__/* .otherKeysOf */ .G)((0,_home_found_login_js__WEBPACK_IMPORTED_MODULE_7__/* .replacementDocumentIn */ .zL)(home)),
        path: () => (0,_home_found_login_js__WEBPACK_IMPORTED_MODULE_7__/* .pairPathIn */ .Lx)(home, home.origin),
        replacementPath: home.newReplacementPath(),
        keepSafe: document => (0,_rescue_file_js__WEBPACK_IMPORTED_MODULE_15__/* .keepSafe */ .dk)(target.folder, home, document)
    });
    const isOutdated = home.origin.isSignIn !== true && (0,_home_found_login_js__WEBPACK_IMPORTED_MODULE_7__/* .isWrittenBack */ .fQ)(home);
    if (result === 'another-login' && !isOutdated)
        rescuePair();
    return typeof result === 'string' ? null : result;
}


/***/ }),

/***/ 7448:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: function() { return /* binding */ clearLeftBehind; },
/* harmony export */   Ez: function() { return /* binding */ hasSignInLeft; },
/* harmony export */   YE: function() { return /* binding */ isForSignIn; },
/* harmony export */   bB: function() { return /* binding */ recoverAbandoned; },
/* harmony export */   mS: function() { return /* binding */ homesIn; }
/* harmony export */ });
/* unused harmony export recoverSignIns */
/* harmony import */ var _home_run_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4206);
/* harmony import */ var _locks_own_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7910);
/* harmony import */ var _rejections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7755);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7673);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1380);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(123);
/* harmony import */ var _write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5172);
/* harmony import */ var _abandoned_home_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3167);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6119);
/* harmony import */ var _rescue_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6577);
/* harmony import */ var _trusted_entry_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3609);











const LEFT_BEHIND = [_work_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .REPLACEMENT_PREFIX */ .m4, _work_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .GONE_PREFIX */ .$y];
async function recoverAbandoned(task) {
    const { folder } = task;
    let recovered = null;
    for (const home of homesIn(folder))
        recovered = (await recoverHomeAt(task, home)) ?? recovered;
    for (const rescue of (0,_rescue_file_js__WEBPACK_IMPORTED_MODULE_9__/* .rescuesIn */ .ke)(folder))
        recovered = (await recoverRescue(task, rescue)) ?? recovered;
    clearLeftBehind(folder);
    if (recovered !== null)
        (0,_rejections_js__WEBPACK_IMPORTED_MODULE_2__/* .forgetOtherRejection */ .Nm)(folder, recovered);
    return recovered;
}
async function recoverSignIns(task) {
    const { folder } = task;
    let recovered = null;
    for (const home of homesIn(folder)) {
        if (isForSignIn(home))
            recovered = (await recoverHomeAt(task, home)) ?? recovered;
    }
    for (const rescue of rescuesIn(folder)) {
        if (rescue.isNewLogin)
            recovered = (await recoverRescue(task, rescue)) ?? recovered;
    }
    clearLeftBehind(folder);
    return recovered;
}
function hasSignInLeft(folder) {
    return (0,_rescue_file_js__WEBPACK_IMPORTED_MODULE_9__/* .rescuesIn */ .ke)(folder).some(({ isNewLogin }) => isNewLogin) || homesIn(folder).some(isForSignIn);
}
function homesIn(folder) {
    return folder.names().flatMap(name => (name.startsWith(_work_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .HOME_PREFIX */ .xL) ? [folder.at(name)] : []));
}
function isForSignIn(home) {
    return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_4__/* .orUnreadable */ .p)(home, () => (0,_home_run_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunRecord */ .lR)(home))?.origin.isSignIn === true;
}
async function recoverHomeAt(task, home) {
    try {
        return (0,_trusted_entry_js__WEBPACK_IMPORTED_MODULE_10__/* .isTrusted */ .W)(home, task.folder) ? await (0,_abandoned_home_js__WEBPACK_IMPORTED_MODULE_7__/* .recoverHome */ .o$)(task, home) : null;
    }
    catch (error) {
        throw (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadable */ .O)(home, error);
    }
}
function clearLeftBehind(folder) {
    for (const name of folder.names()) {
        if (LEFT_BEHIND.some(prefix => name.startsWith(prefix)))
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .removeIfPossible */ .h)(folder.at(name));
    }
    (0,_locks_own_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .sweepLocks */ .t_)(folder);
}
async function recoverRescue({ file, folder }, rescue) {
    const { path } = rescue;
    const rescued = (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_4__/* .orUnreadable */ .p)(path, () => ((0,_trusted_entry_js__WEBPACK_IMPORTED_MODULE_10__/* .isTrusted */ .W)(path, folder) ? (0,_rescue_file_js__WEBPACK_IMPORTED_MODULE_9__/* .readRescue */ .ey)(rescue) : null));
    if (rescued === null)
        return null;
    (0,_write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__/* .addToLineage */ .Ms)(folder, rescued.newPair);
    const pending = { ...rescued, path: () => path, replacementPath: folder.newReplacementPath(), keepSafe: () => path };
    const result = await (0,_put_back_js__WEBPACK_IMPORTED_MODULE_8__/* .putBack */ .pK)({ file, folder }, pending);
    if (result !== 'another-login')
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_3__/* .removeIfPossible */ .h)(path);
    return typeof result === 'string' ? null : result;
}


/***/ }),

/***/ 6119:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: function() { return /* binding */ otherKeysOf; },
/* harmony export */   fI: function() { return /* binding */ outlookFor; },
/* harmony export */   n_: function() { return /* binding */ orWaiting; },
/* harmony export */   pK: function() { return /* binding */ putBack; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2514);
/* harmony import */ var _credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7705);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7973);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1380);
/* harmony import */ var _write_back_composition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4035);
/* harmony import */ var _write_back_new_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6414);
/* harmony import */ var _write_back_replacement_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4894);
/* harmony import */ var _write_back_write_back_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3876);











async function putBack({ file, folder }, { newPair, otherKeys, path, replacementPath, keepSafe }) {
    const place = { file, folder };
    if (newPair.isNewLogin === true && isMissing(file)) {
        const document = { ...otherKeys, claudeAiOauth: newPair.fields };
        const isMade = orWaiting(path, () => (0,_write_back_new_file_js__WEBPACK_IMPORTED_MODULE_8__/* .makeFile */ .V)(place, document));
        return isMade ? (0,_credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialsOf */ .Y)(newPair) : 'another-login';
    }
    const login = (0,_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readGoodLogin */ .xm)(file);
    const outlook = outlookFor(newPair, login);
    if (outlook !== 'put-back')
        return outlook;
    const existing = login === null || (0,_write_back_composition_js__WEBPACK_IMPORTED_MODULE_7__/* .isRemnant */ .q_)(login, newPair) ? null : login;
    const replacement = orWaiting(path, () => _write_back_replacement_js__WEBPACK_IMPORTED_MODULE_9__/* .Replacement */ .z.reserve(file, replacementPath));
    try {
        return await (0,_write_back_write_back_js__WEBPACK_IMPORTED_MODULE_10__/* .writeBack */ .X)({ ...place, replacement, keepSafe }, newPair, existing?.document ?? otherKeys);
    }
    finally {
        replacement.discard();
    }
}
function outlookFor(newPair, login) {
    if (login === null || (0,_write_back_composition_js__WEBPACK_IMPORTED_MODULE_7__/* .isRemnant */ .q_)(login, newPair))
        return 'put-back';
    if ((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) === (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(newPair))
        return 'in-file';
    return (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) === newPair.from ? 'put-back' : 'another-login';
}
function orWaiting(pairPath, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4))
            throw error;
        const where = `the new tokens of an interrupted run are still in ${pairPath()}`;
        const remedy = `${(0,_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutTokenNote */ .eG)(error.remedy)} The next run then puts those tokens into the file.`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4('write-back-failed', `${error.message}; ${where}`, remedy);
    }
}
function isMissing({ real }) {
    return (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_6__/* .orUnreadable */ .p)(real, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_5__/* .unlessMissing */ .F2)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real))) === null;
}
function otherKeysOf(document) {
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'));
}


/***/ }),

/***/ 6577:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dk: function() { return /* binding */ keepSafe; },
/* harmony export */   ey: function() { return /* binding */ readRescue; },
/* harmony export */   ke: function() { return /* binding */ rescuesIn; }
/* harmony export */ });
/* unused harmony export rescue */
/* harmony import */ var _credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7705);
/* harmony import */ var _home_found_login_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5855);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7973);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3410);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(123);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6119);







const RESCUE_NAME = /^rescue-(login-)?[\dTZ]+-([\da-f]{64})\.json$/;
function rescue(folder, document, { from, isSignIn = false }) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const path = folder.at(`${_work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .RESCUE_PREFIX */ .jf}${isSignIn ? 'login-' : ''}${stamp}-${from}.json`);
    (0,_system_sync_js__WEBPACK_IMPORTED_MODULE_3__/* .writeToDisk */ .S)(path, JSON.stringify(document));
    (0,_system_sync_js__WEBPACK_IMPORTED_MODULE_3__/* .syncToDisk */ .U)(folder.path);
    return { path, from, isNewLogin: isSignIn };
}
function keepSafe(folder, home, document) {
    try {
        return rescue(folder, document, home.origin).path;
    }
    catch {
        home.keep();
        return (0,_home_found_login_js__WEBPACK_IMPORTED_MODULE_1__/* .pairPathIn */ .Lx)(home, home.origin);
    }
}
function readRescue({ path, from, isNewLogin }) {
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextIfExists */ .TP)(path) ?? '');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(document))
        return null;
    const newPair = (0,_credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_0__/* .newPairIn */ .U)(document.claudeAiOauth, from);
    return newPair === null ? null : { newPair: { ...newPair, isNewLogin }, otherKeys: (0,_put_back_js__WEBPACK_IMPORTED_MODULE_5__/* .otherKeysOf */ .G)(document) };
}
function rescuesIn(folder) {
    return folder.names().flatMap(name => {
        const [, login, from] = RESCUE_NAME.exec(name) ?? [];
        return from === undefined ? [] : [{ path: folder.at(name), from, isNewLogin: login !== undefined }];
    });
}


/***/ }),

/***/ 3609:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: function() { return /* binding */ isTrusted; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function isTrusted(entry, { keepsModes }, uid = process.geteuid?.()) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === uid && (!keepsModes || (stats.mode & 0o077) === 0);
}


/***/ }),

/***/ 3410:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: function() { return /* binding */ writeToDisk; },
/* harmony export */   U: function() { return /* binding */ syncToDisk; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4994);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7673);



function syncToDisk(entry, fs = (node_fs__WEBPACK_IMPORTED_MODULE_0___default())) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => {
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
    const fd = node_fs__WEBPACK_IMPORTED_MODULE_0___default().openSync(file, 'wx', 0o600);
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().writeFileSync(fd, content);
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().fsyncSync(fd);
    }
    catch (error) {
        (0,_remove_js__WEBPACK_IMPORTED_MODULE_1__/* .removeIfPossible */ .h)(file);
        throw error;
    }
    finally {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().closeSync(fd);
    }
}


/***/ }),

/***/ 4035:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: function() { return /* binding */ refuseTooLarge; },
/* harmony export */   DT: function() { return /* binding */ AnotherLogin; },
/* harmony export */   IO: function() { return /* binding */ composerFor; },
/* harmony export */   h1: function() { return /* binding */ merge; },
/* harmony export */   q_: function() { return /* binding */ isRemnant; }
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4600);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2514);
/* harmony import */ var _credentials_validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3438);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7973);








class AnotherLogin extends _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4 {
}
function composerFor(file, newPair, before) {
    let last = null;
    return () => {
        const existing = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextIfExists */ .TP)(file.real) ?? '';
        if (last?.existing !== existing)
            last = { existing, composition: compose(existing) };
        return last.composition;
    };
    function compose(text) {
        const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(text);
        const existing = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(document) ? document : {};
        if (isAnotherLogin(existing, newPair)) {
            throw new AnotherLogin('write-back-failed', `another login was written to ${file.given} during this run, and was kept`);
        }
        const login = (0,_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .loginOrNull */ .Ov)(merge(existing, newPair, before));
        if (login?.refreshToken != null)
            return { credentials: login, text: JSON.stringify(login.document) };
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('write-back-failed', 'the new tokens, together with the other content of the file, are not a usable login');
    }
}
function isAnotherLogin(existing, newPair) {
    const login = (0,_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .loginOrNull */ .Ov)(existing);
    if (login === null || !(0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .isUsable */ .Ng)(login) || isRemnant(login, newPair))
        return false;
    return (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprint */ .R)(login) !== newPair.from && login.refreshToken !== newPair.refreshToken;
}
function isRemnant({ accessToken, refreshToken }, newPair) {
    return refreshToken === null && ((0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .isAccessTokenOf */ .b)(accessToken, newPair.from) || accessToken === newPair.accessToken);
}
function merge(existing, { fields, isNewLogin }, before) {
    const document = Object.keys(existing).length > 0 ? existing : before;
    if (isNewLogin === true)
        return { ...document, claudeAiOauth: fields };
    const old = fieldsOrEmpty(before);
    const now = fieldsOrEmpty(existing);
    const isBlanked = now.accessToken === '' && now.refreshToken === '';
    const changed = Object.entries(fields).filter(([name, value]) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(value, old[name]));
    const login = { ...old, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) };
    return { ...document, claudeAiOauth: login };
}
function fieldsOrEmpty({ claudeAiOauth: fields }) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(fields) ? fields : {};
}
function withoutBlanks(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));
}
const ROOM_FOR_LOGIN_BYTES = 16 * 1024;
const MAX_GROWTH = 6;
function refuseTooLarge(file, { document, stats }) {
    const room = _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_CREDENTIALS_BYTES */ .Md - ROOM_FOR_LOGIN_BYTES;
    if (stats.size * MAX_GROWTH <= room || Buffer.byteLength(JSON.stringify(document)) <= room)
        return;
    const what = `${file.given} is too large: with new tokens it would have more than ${_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_CREDENTIALS_SIZE */ .Ar}`;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('creds-invalid', what, `Remove everything except the login from it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .NOT_SENT */ .FY}`);
}


/***/ }),

/***/ 6414:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: function() { return /* binding */ makeFile; },
/* harmony export */   z: function() { return /* binding */ makeFoldersFor; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3335);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3410);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43);





function makeFoldersFor(given) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(given);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        return { given, real: node_path__WEBPACK_IMPORTED_MODULE_1___default().join((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(given)) };
    }
    catch (error) {
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .notWritable */ .GZ)(`cannot create the folder ${folder}`, error);
    }
}
function makeFile({ file, folder }, document) {
    const staged = folder.newReplacementPath();
    try {
        (0,_system_sync_js__WEBPACK_IMPORTED_MODULE_3__/* .writeToDisk */ .S)(staged, JSON.stringify(document));
        return takeName(staged, file.real);
    }
    catch (error) {
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .notWritable */ .GZ)(`cannot create ${file.given}`, error);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(staged, { force: true });
    }
}
function takeName(staged, name) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(staged, name);
        return true;
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error);
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(staged, name);
        return true;
    }
}


/***/ }),

/***/ 4894:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: function() { return /* binding */ Replacement; },
  r: function() { return /* binding */ privateAttributes; }
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __webpack_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __webpack_require__(9186);
// EXTERNAL MODULE: ./src/core/system/sync.ts
var sync = __webpack_require__(3410);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __webpack_require__(43);
// EXTERNAL MODULE: ./src/core/shell-line.ts
var shell_line = __webpack_require__(4236);
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
    const make = (0,shell_line/* shellLine */.T)(['mktemp', `${file}.XXXXXX`]);
    return `\`copy=$(${make}) && ${(0,shell_line/* shellLine */.T)(['cp', '-p', file])} "$copy" && mv "$copy" ${(0,shell_line/* shellLine */.T)([file])}\``;
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
class Replacement {
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
        const replacement = new Replacement(file, temporaryPath, options);
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
            throw (0,not_writable/* notWritable */.GZ)(`cannot replace ${this.file.given}`, error);
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
        (0,sync/* syncToDisk */.U)(external_node_path_default().dirname(this.file.real), this.#fs);
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


/***/ }),

/***/ 3876:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: function() { return /* binding */ writeBack; }
/* harmony export */ });
/* harmony import */ var _credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8401);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _login_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2058);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2514);
/* harmony import */ var _credentials_why_others_may_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1068);
/* harmony import */ var _locks_store_lock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9981);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(123);
/* harmony import */ var _composition_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4035);
/* harmony import */ var _replacement_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4894);











async function writeBack(destination, newPair, before) {
    const { file, replacement, keepSafe, storePatienceMs } = destination;
    const compose = (0,_composition_js__WEBPACK_IMPORTED_MODULE_9__/* .composerFor */ .IO)(file, newPair, before);
    try {
        replacement.settle(compose);
        const commit = () => {
            const written = replacement.commit(compose);
            return replaceIfMoved(file, newPair, before) ?? written;
        };
        return (await (0,_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .whileStoreLocked */ .R)(destination, commit, storePatienceMs)).credentials;
    }
    catch (error) {
        const why = error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4 ? error.message : `cannot replace ${file.given}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_7__/* .explainSystemError */ .Tr)(error)}`;
        const path = keepSafe((0,_composition_js__WEBPACK_IMPORTED_MODULE_9__/* .merge */ .h1)({}, newPair, before));
        const remedy = error instanceof _composition_js__WEBPACK_IMPORTED_MODULE_9__/* .AnotherLogin */ .DT ? chooseLogin(file, path) : undefined;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('write-back-failed', `${why}; the new tokens are safe in ${path}`, remedy);
    }
}
function chooseLogin(file, path) {
    const put = `put its login into the file ${(0,_login_command_js__WEBPACK_IMPORTED_MODULE_2__/* .withCommand */ .UE)((0,_login_command_js__WEBPACK_IMPORTED_MODULE_2__/* .fromFileCommand */ .mg)(file.given, path))}`;
    return `Keep one of the two logins: delete ${path}, or ${put}.`;
}
function replaceIfMoved(file, newPair, before) {
    const moved = (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findIfMoved */ .SI)(file);
    if (moved === null || !holdsOldPair(moved, newPair))
        return null;
    const folder = _work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .WorkFolder */ .y2.open(moved);
    const replacement = new _replacement_js__WEBPACK_IMPORTED_MODULE_10__/* .Replacement */ .z(moved, folder.newReplacementPath());
    try {
        return replacement.commit((0,_composition_js__WEBPACK_IMPORTED_MODULE_9__/* .composerFor */ .IO)(moved, newPair, before));
    }
    finally {
        replacement.discard();
        folder.close();
    }
}
function holdsOldPair(file, { from }) {
    const login = (0,_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readGoodLogin */ .xm)(file);
    const isOurs = login?.stats.uid === process.geteuid?.() && (0,_credentials_why_others_may_write_js__WEBPACK_IMPORTED_MODULE_4__/* .whyOthersMayWrite */ .c)(file) === null;
    return login !== null && isOurs && (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprint */ .R)(login) === from;
}


/***/ })

};
;
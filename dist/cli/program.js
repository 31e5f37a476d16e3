/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2957:
/***/ ((module, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9104);

for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
const exitCode = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(process.argv.slice(2));
process.stdout.write('', () => process.exit(exitCode));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9104:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __nccwpck_require__(8310);
// EXTERNAL MODULE: ./src/core/claude/trace.ts
var trace = __nccwpck_require__(9107);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./src/core/deadline.ts
var core_deadline = __nccwpck_require__(6343);
// EXTERNAL MODULE: ./src/core/credentials/login-end.ts
var login_end = __nccwpck_require__(3435);
;// CONCATENATED MODULE: ./src/core/end-warning.ts

const SAY_IT_THEMSELVES = ['login-rejected', 'login-expired', 'creds-invalid'];
function endWarning({ loginEndsSoon, loginExpiresAt, reason }, nowMs) {
    const endMs = Date.parse(loginExpiresAt ?? '');
    if (!loginEndsSoon || Number.isNaN(endMs) || SAY_IT_THEMSELVES.includes(reason))
        return null;
    const end = (0,login_end/* describeEnd */.lA)(endMs, nowMs);
    if ((0,login_end/* hasEnded */.hY)(endMs, nowMs))
        return { hasEnded: true, sentence: `${end}; sign in again` };
    return { hasEnded: false, sentence: `${end}, and no refresh changes that; sign in again before that` };
}

// EXTERNAL MODULE: ./src/core/login-command.ts
var login_command = __nccwpck_require__(2058);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __nccwpck_require__(7499);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __nccwpck_require__(8651);
// EXTERNAL MODULE: ./src/core/locks/locks.ts
var locks = __nccwpck_require__(1700);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-run.ts
var abandoned_run = __nccwpck_require__(5067);
// EXTERNAL MODULE: ./src/core/recovery/missing-file.ts
var missing_file = __nccwpck_require__(3518);
// EXTERNAL MODULE: ./src/core/report-draft.ts
var report_draft = __nccwpck_require__(3399);
// EXTERNAL MODULE: ./src/core/recovery/rescue-file.ts
var rescue_file = __nccwpck_require__(6577);
;// CONCATENATED MODULE: ./src/core/recover.ts










async function recover(options) {
    const draft = new report_draft/* ReportDraft */.G();
    const deadline = core_deadline/* Deadline */.B.after(options.timeoutSeconds, options.startMs);
    try {
        draft.creds = (0,typed_path/* absolutePath */.Hi)(options.credsPath, options.credsFrom);
        const { file, recovered: found } = await (0,missing_file/* findOrRecover */.x)(draft.creds, options.credsFrom, { ...options, deadline });
        if (found !== null)
            return draft.recovered(found);
        if (!work_folder/* WorkFolder */.y2.isInUse(file))
            return draft.nothingToRecover((0,credentials_file/* readLogin */.mN)(file));
        draft.before = (0,credentials_file/* readGoodLogin */.xm)(file);
        draft.enter('lock');
        const { cancel, insist } = options;
        return await (0,locks/* whileLocked */.ai)(file, { deadline, cancel }, async ({ file: current, folder, warnings }) => {
            draft.warn(...warnings);
            draft.enter('recover');
            const { onSentBefore } = draft;
            const recovered = await (0,abandoned_run/* recoverAbandoned */.bB)({ file: current, folder, insist, onSentBefore });
            draft.waiting = (0,rescue_file/* rescuesIn */.ke)(folder);
            return recovered === null ? draft.nothingToRecover((0,credentials_file/* readLogin */.mN)(current)) : draft.recovered(recovered);
        });
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return draft.failed(error);
        throw error;
    }
}

// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __nccwpck_require__(2258);
// EXTERNAL MODULE: ./src/core/refresh.ts + 5 modules
var refresh = __nccwpck_require__(3757);
;// CONCATENATED MODULE: ./src/core/empty-report.ts
const NOTHING_KNOWN = {
    creds: null,
    previousExpiresAt: null,
    expiresAt: null,
    loginExpiresAt: null,
    loginEndsSoon: false,
    elapsedMs: 0,
    claude: null,
    phases: [],
    warnings: []
};

;// CONCATENATED MODULE: ./src/core/report.ts



function reportOf(reason, message, remedy = (0,reasons/* outcomeOf */.sG)(reason).remedy) {
    return {
        refreshed: false,
        reason,
        exitCode: (0,reasons/* outcomeOf */.sG)(reason).exitCode,
        ...NOTHING_KNOWN,
        message: (0,redact/* safeLine */.om)(message),
        remedy
    };
}

// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __nccwpck_require__(1500);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/core/system/rights.ts



function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,external_node_fs_.statSync)(external_node_path_default().dirname(real));
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
        (0,or_null/* orNull */.X)(restore);
        return null;
    }
}

// EXTERNAL MODULE: ./src/core/credentials/credentials-path.ts + 1 modules
var credentials_path = __nccwpck_require__(8401);
// EXTERNAL MODULE: ./src/core/programs/find-program.ts + 2 modules
var find_program = __nccwpck_require__(1108);
// EXTERNAL MODULE: ./src/core/programs/shim.ts
var shim = __nccwpck_require__(8504);
;// CONCATENATED MODULE: ./src/core/user-to-act-as.ts









const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
async function userToActAs(credsPath, patience, environment) {
    const file = (0,or_null/* orNull */.X)(() => fileOrPlace((0,typed_path/* absolutePath */.Hi)(credsPath)));
    const owner = file && (0,or_null/* orNull */.X)(() => ownerToActFor(file.real));
    if (file === null || owner === null)
        return null;
    const programs = await programsOfClaude(owner, patience, environment);
    return (0,or_null/* orNull */.X)(() => canReachAll(owner, file, { programs, environment })) === true ? owner : null;
}
function fileOrPlace(given) {
    const file = (0,or_null/* orNull */.X)(() => (0,credentials_path/* findCredentialsFile */.Ic)(given));
    if (file !== null)
        return file;
    const folder = external_node_path_default().dirname(given);
    return (0,external_node_fs_.existsSync)(folder)
        ? { given, real: external_node_path_default().join((0,external_node_fs_.realpathSync)(folder), external_node_path_default().basename(given)) }
        : fileOrPlace(folder);
}
function canReachAll(user, { given, real }, { programs, environment }) {
    const variables = (0,claude_environment/* claudeVariables */.I5)(environment);
    const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '');
    return succeedsAs(user, () => {
        for (const name of [given, real])
            (0,external_node_fs_.readdirSync)(external_node_path_default().dirname(name));
        for (const name of files)
            (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(name, 'r'));
        for (const program of programs) {
            assertExecutable(program, user);
            if ((0,shim/* scriptHead */.sp)(program) !== '')
                assertExecutable(process.execPath, user);
        }
    });
}
async function programsOfClaude(user, patience, environment) {
    const found = await (0,find_program/* findProgram */.K)('claude', { environment, patience, user });
    if (found === null)
        return [];
    return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined);
}
function assertExecutable(program, { uid, gid }) {
    const stats = (0,external_node_fs_.statSync)(program);
    const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
    if ((stats.mode & bit) === 0)
        throw new Error('not executable');
}

;// CONCATENATED MODULE: ./src/cli/act-as-owner.ts



async function actAsOwner(credsPath, patience) {
    const user = await userToActAs(credsPath, patience, process.env);
    if (user === null)
        return;
    (0,or_null/* orNull */.X)(() => {
        become(user);
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./src/core/options.ts
var core_options = __nccwpck_require__(3457);
;// CONCATENATED MODULE: ./src/cli/creds-option.ts

function credsOf({ creds }, environment) {
    if (creds !== undefined)
        return { text: creds, name: typed_path/* CREDS */.Y };
    const text = environment.CLR_CREDS ?? '';
    return text === '' ? (0,typed_path/* currentAccountFile */.vM)(environment) : { text, name: 'CLR_CREDS' };
}

;// CONCATENATED MODULE: ./src/cli/login-options.ts


function parseLoginOptions(values, environment) {
    const { replace, from = null, email = null, sso } = values;
    if (email === '')
        throw usage('--email is empty');
    const signInOption = email !== null ? '--email' : '--sso';
    if (from !== null && (email !== null || sso)) {
        throw usage(`--from stores the login of an earlier sign-in, so ${signInOption} has no use with it`);
    }
    return { kind: 'login', destination: destinationOf(values, environment), replace, from, email, sso };
}
function destinationOf(values, environment) {
    const { creds, secret, repo = null, env = null, org = null } = values;
    if (secret !== undefined && creds !== undefined)
        throw usage('--creds and --secret exclude each other');
    if (secret !== undefined) {
        return { kind: 'secret', name: secret, repository: repo, environment: env, organization: org };
    }
    const foreign = Object.entries({ repo, env, org }).find(([, value]) => value !== null)?.[0];
    if (foreign !== undefined)
        throw usage(`--${foreign} says whose secret --secret names, and --secret is not given`);
    const { text, name } = credsOf(values, environment);
    return { kind: 'file', credsPath: text, credsFrom: name };
}
function usage(sentence) {
    return new reasons/* RefreshError */.M4('usage', `${sentence}; see \`clr login --help\``);
}

;// CONCATENATED MODULE: ./src/cli/status-arguments.ts


const FILE = 'FILE';
function parseStatusArguments({ within, json }, files, environment) {
    const withinMs = (0,core_options/* parseDurationMs */.yi)(within ?? '0', '--within');
    const given = files.map(text => ({ text, name: FILE }));
    return { kind: 'status', files: given.length > 0 ? given : [credsOf({}, environment)], withinMs, json };
}

;// CONCATENATED MODULE: ./src/cli/arguments.ts







const OPTIONS = {
    creds: { type: 'string' },
    timeout: { type: 'string' },
    'min-validity': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    secret: { type: 'string' },
    repo: { type: 'string' },
    env: { type: 'string' },
    org: { type: 'string' },
    replace: { type: 'boolean', default: false },
    from: { type: 'string' },
    email: { type: 'string' },
    sso: { type: 'boolean', default: false },
    within: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
    version: { type: 'boolean', default: false }
};
const COMMANDS = {
    refresh: ['creds', 'timeout', 'min-validity', 'dry-run', 'trace', 'json'],
    login: ['creds', 'secret', 'repo', 'env', 'org', 'replace', 'from', 'email', 'sso'],
    status: ['within', 'json'],
    recover: ['creds', 'timeout', 'json']
};
function parseArguments(args, environment) {
    const { values, positionals, given } = parse(args);
    const [word, ...rest] = positionals;
    if (values.version)
        return { kind: 'version' };
    if (word === undefined && values.help)
        return { kind: 'help', of: 'clr' };
    if (word === undefined)
        throw arguments_usage('a command is missing');
    if (!isCommand(word))
        throw arguments_usage(`unknown command ${(0,core_options/* quote */.hD)(word)}`);
    if (rest[0] !== undefined && word !== 'status') {
        throw arguments_usage(`unexpected argument ${(0,core_options/* quote */.hD)(rest[0])}; a file is named by --creds`, word);
    }
    if (values.help)
        return { kind: 'help', of: word };
    const options = COMMANDS[word];
    const foreign = given.find(name => !options.includes(name));
    if (foreign !== undefined)
        throw arguments_usage(`\`clr ${word}\` has no option --${foreign}`, word);
    if (word === 'login')
        return parseLoginOptions(values, environment);
    if (word === 'status')
        return parseStatusArguments(values, rest, environment);
    const { text, name } = credsOf(values, environment);
    const timeoutSeconds = timeoutSecondsOf(values, environment);
    const common = { credsPath: text, credsFrom: name, timeoutSeconds, json: values.json };
    if (word === 'recover')
        return { kind: word, ...common };
    const minValidityMs = minValidityMsOf(values, environment);
    return { kind: word, ...common, minValidityMs, trace: isTraceAsked(values, environment), dryRun: values['dry-run'] };
}
function isCommand(word) {
    return Object.hasOwn(COMMANDS, word);
}
function wantsJson(args) {
    return args.includes('--json');
}
function timeoutSecondsOf({ timeout }, environment) {
    const text = timeout === undefined ? trimmed(environment.CLR_TIMEOUT) : '';
    return text === '' ? (0,core_options/* parseTimeoutSeconds */.yE)(timeout ?? core_options/* DEFAULTS */.zY.timeout) : (0,core_options/* parseTimeoutSeconds */.yE)(text, 'CLR_TIMEOUT');
}
function minValidityMsOf({ 'min-validity': option }, environment) {
    const text = option === undefined ? trimmed(environment.CLR_MIN_VALIDITY) : '';
    return text === '' ? (0,core_options/* parseMinValidityMs */.mR)(option ?? core_options/* DEFAULTS */.zY.minValidity) : (0,core_options/* parseMinValidityMs */.mR)(text, 'CLR_MIN_VALIDITY');
}
function isTraceAsked({ trace }, environment) {
    if (trace)
        return true;
    const text = trimmed(environment.CLR_TRACE);
    if (['', '0', '1'].includes(text))
        return text === '1';
    return (0,core_options/* parseBoolean */.yG)(text, 'CLR_TRACE', 'true, false, 1 or 0');
}
function trimmed(variable) {
    return (variable ?? '').trim();
}
function parse(args) {
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS, strict: false, tokens: true });
    const word = tokens.find(token => token.kind === 'positional')?.value;
    const command = word !== undefined && isCommand(word) ? word : undefined;
    const seen = new Set();
    for (const token of tokens) {
        if (token.kind !== 'option')
            continue;
        if (seen.has(token.name))
            throw arguments_usage(`--${token.name} is given twice`, command);
        seen.add(token.name);
        if (token.inlineValue !== true)
            requireValue(token.name, token.value, command);
    }
    try {
        const { values, positionals } = (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true });
        return { values, positionals, given: [...seen].filter(name => name !== 'help' && name !== 'version') };
    }
    catch (error) {
        throw arguments_usage(firstSentence(error), command);
    }
}
function requireValue(name, value, command) {
    const isValued = Object.entries(OPTIONS).some(([option, { type }]) => option === name && type === 'string');
    if (!isValued)
        return;
    if (value === undefined)
        throw arguments_usage(`--${name} needs a value`, command);
    if (!/^-./.test(value))
        return;
    if (isOption(value))
        throw arguments_usage(`--${name} needs a value, and is followed by ${(0,core_options/* quote */.hD)(value)}`, command);
    if (name === 'timeout')
        (0,core_options/* parseTimeoutSeconds */.yE)(value);
    if (name === 'min-validity')
        (0,core_options/* parseMinValidityMs */.mR)(value);
    (0,typed_path/* absolutePath */.Hi)(value);
    if (name !== 'creds' && name !== 'from') {
        throw arguments_usage(`--${name} needs a value, and is followed by ${(0,core_options/* quote */.hD)(value)}`, command);
    }
    throw arguments_usage(`a file whose name begins with a dash is written --${name}=${value} or --${name} ./${value}`, command);
}
function isOption(argument) {
    const name = /^--([^=]+)/.exec(argument)?.[1] ?? (argument === '-h' ? 'help' : '');
    return Object.hasOwn(OPTIONS, name);
}
function firstSentence(error) {
    const message = error instanceof Error ? error.message : '';
    const sentence = /^[^\n]*?(?=\. |\.?\n|\.?$)/.exec(message)?.[0] ?? '';
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
function arguments_usage(sentence, command) {
    return new reasons/* RefreshError */.M4('usage', `${sentence}; see \`clr ${command === undefined ? '' : `${command} `}--help\``);
}

;// CONCATENATED MODULE: ./src/cli/help.ts

const CLR_HELP = `Keep a Claude subscription login fresh.

Usage: clr <command> [options]

Commands:
  refresh        refresh the login in a credentials file
  login          sign in, and put the new login into a file or a secret
  status         show how the login in a file is: read-only
  recover        only put back what a killed run had got, and clear away
                 what it left

Options:
  -h, --help     show this help; \`clr refresh --help\` shows the options of
                 a command
      --version  show the version
`;
const WHICH_FILE = `Without --creds and CLR_CREDS the file is the current account's:
$CLAUDE_CONFIG_DIR/.credentials.json if that variable is set, else
~/.claude/.credentials.json.`;
const REFRESH_HELP = `Refresh the login in a credentials file: the official \`claude\` does it, in a
HOME of its own.

Usage: clr refresh [--creds <FILE>] [--timeout <SECS>]
                   [--min-validity <DURATION>] [--dry-run] [--trace] [--json]

Options:
      --creds <FILE>             credentials file (default: the current
                                 account's, see below)
      --timeout <SECS>           seconds for the whole refresh, 0 = no limit
                                 (default: ${core_options/* DEFAULTS */.zY.timeout})
      --min-validity <DURATION>  do nothing while the token is good for longer
                                 than this, for example 90m, 2h or 3600
                                 (seconds); 0 = always refresh (default: ${core_options/* DEFAULTS */.zY.minValidity})
      --dry-run                  only check what a refresh needs: the file,
                                 \`claude\`, free locks, disk space and rights.
                                 Send nothing, change no file, wait for no lock;
                                 --min-validity is ignored
      --trace                    show the whole call of \`claude\` on stderr
                                 before anything else, then make it
      --json                     print the result as one JSON object
  -h, --help                     show this help

Environment, for options that are not given; an empty one counts as not set:
  CLR_CREDS         as --creds
  CLR_TIMEOUT       as --timeout
  CLR_MIN_VALIDITY  as --min-validity
  CLR_TRACE         as --trace: true or 1; false or 0

${WHICH_FILE}

Exit status:
  0  refreshed and written back (or nothing to do)
  1  error, or no refresh occurred
  2  the deadline passed
  With --dry-run: 0 ready, 1 a refresh would fail, 2 a lock is held (or a
  version manager did not answer before the deadline)

Examples:
  clr refresh --dry-run && clr refresh
  clr refresh --creds ~/ci/.credentials.json --min-validity 2h
`;
const RECOVER_HELP = `Put back the login that a killed run of \`clr refresh\` had got, and clear away
what it left; refresh nothing. The next \`clr refresh\` does this by itself: this
is for the end of a job.

Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]

Options:
      --creds <FILE>    credentials file (default: the current account's, see
                        below)
      --timeout <SECS>  seconds to wait for a run that is still at work,
                        0 = no limit (default: ${core_options/* DEFAULTS */.zY.timeout})
      --json            print the result as one JSON object
  -h, --help            show this help

Environment, for options that are not given; an empty one counts as not set:
  CLR_CREDS    as --creds
  CLR_TIMEOUT  as --timeout

${WHICH_FILE}

Exit status:
  0  recovered, or nothing to recover
  1  error
  2  the deadline passed
`;
const LOGIN_HELP = `Sign in, and put the new login into a credentials file or a secret of GitHub.
The official \`claude auth login\` does it, in a HOME of its own, so nothing else
of yours changes.

Usage: clr login [--creds <FILE>] [options]
       clr login --secret <NAME> [--repo <OWNER/NAME>]
                 [--env <NAME> | --org <NAME>] [options]

Options:
      --creds <FILE>       credentials file; made if there is none (default: the
                           current account's, see below)
      --secret <NAME>      store the login as this Actions secret, not in a file
      --repo <OWNER/NAME>  whose secret it is (default: the repository of the
                           working directory, once you have confirmed it)
      --env <NAME>         a secret of this environment of the repository; made
                           if there is none
      --org <NAME>         a secret of this organization
      --replace            replace a good login in the file. One that was
                           rejected, or has ended, is replaced without it
      --from <FILE>        store the login in this file, without a sign-in: the
                           one that an earlier \`clr login\` could not store
      --email <MAIL>       fill in this address on the sign-in page
      --sso                sign in by the single sign-on of your organization
  -h, --help               show this help

The sign-in takes as long as you take: open the address, allow the sign-in, and
paste the code that the last page shows. A browser on this machine needs no
code. No browser is opened over SSH, without a display, or if BROWSER is empty.
Ctrl-C cancels, and leaves nothing behind.

Environment, for options that are not given; an empty one counts as not set:
  CLR_CREDS  as --creds

Environment for --secret, as for gh; without a token, \`gh auth token\` is asked:
  GH_TOKEN, GITHUB_TOKEN    token for github.com and *.ghe.com
  GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN
                            token for GitHub Enterprise Server
  GH_HOST                   the server, unless --repo is <HOST/OWNER/NAME>
  GITHUB_API_URL            address of the server's API, which decides if set

${WHICH_FILE}

Exit status:
  0  the login is stored
  1  it is not. If the sign-in was completed, the message says where the login
     is, and how to store it without another sign-in

Examples:
  clr login
  clr login --creds ~/ci/.credentials.json
  clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude
`;
const STATUS_HELP = `Show how a login is: until when its access token is valid, when the login
itself ends, whether it was rejected, who is at work on it, and what to do. It
only reads: it changes and sends nothing, waits for nothing, and needs no
\`claude\`.

Usage: clr status [<FILE>...] [--within <DURATION>] [--json]

Arguments:
  <FILE>...                credentials files; one that is missing does not
                           stop the others (default: CLR_CREDS, or else the
                           current account's, see below)

Options:
      --within <DURATION>  exit with 1 if a login ends within this time, for
                           example 5d, 12h or 3600 (seconds) (default: 0)
      --json               print one JSON object, with times in ISO 8601
  -h, --help               show this help

Without FILE and CLR_CREDS, the file is the current account's:
$CLAUDE_CONFIG_DIR/.credentials.json if that variable is set, else
~/.claude/.credentials.json.

Environment; an empty one counts as not set:
  CLR_CREDS    the file, if no argument names one
  NO_COLOR     print no colours, even on a terminal
  FORCE_COLOR  print colours, even in a pipe; 0 or false: none

Exit status:
  0  no login needs a person; an expired access token does not: the next
     refresh makes a new one
  1  one does: it is missing, unreadable, no login, blanked, rejected or ended,
     or ends within --within, or a saved login needs a decision; or a wrong
     argument

Examples:
  clr status
  clr status ~/ci/*/.credentials.json
  clr status --within 5d >/dev/null || echo 'sign in again soon'
`;
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

;// CONCATENATED MODULE: ./src/cli/spinner.ts


const TICK_MS = 1000;
async function startSpinner(stream) {
    const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOCTTY;
    const terminal = stream.isTTY ? (0,or_null/* orNull */.X)(() => (0,external_node_fs_.openSync)(`/dev/fd/${stream.fd}`, flags)) : null;
    if (terminal === null)
        return { stop: () => undefined };
    const { default: yoctoSpinner } = await __nccwpck_require__.e(/* import() */ 540).then(__nccwpck_require__.bind(__nccwpck_require__, 6540));
    const startMs = Date.now();
    const spinner = yoctoSpinner({ text: '', stream: withoutBlocking(stream, terminal), handleSignals: false });
    const tick = setInterval(() => {
        spinner.text = `refreshing the login, ${Math.round((Date.now() - startMs) / 1000)} s`;
        if (!spinner.isSpinning)
            spinner.start();
    }, TICK_MS);
    return {
        stop: () => {
            clearInterval(tick);
            if (spinner.isSpinning)
                spinner.stop();
            (0,external_node_fs_.closeSync)(terminal);
        }
    };
}
function withoutBlocking(stream, terminal) {
    let write = (text) => {
        (0,or_null/* orNull */.X)(() => (0,external_node_fs_.writeSync)(terminal, text));
        return true;
    };
    return new Proxy(stream, {
        get: (target, name) => (name === 'write' ? write : Reflect.get(target, name)),
        set: (target, name, value) => {
            if (name !== 'write')
                return Reflect.set(target, name, value);
            write = value;
            return true;
        }
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./src/core/claude/keychain.ts
var keychain = __nccwpck_require__(6880);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __nccwpck_require__(3438);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __nccwpck_require__(6153);
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

// EXTERNAL MODULE: ./src/core/rejections.ts
var rejections = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/status/locks.ts
var status_locks = __nccwpck_require__(3842);
// EXTERNAL MODULE: ./src/core/times.ts
var core_times = __nccwpck_require__(1357);
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
    if ((0,status_locks/* isHeld */.i7)(lock, nowMs))
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
    const isRunShown = locks.some(lock => lock.holder === 'clr' && (0,status_locks/* isHeld */.i7)(lock, nowMs));
    return remains.flatMap(one => (one.handledBy === 'its-run' && isRunShown ? [] : [remainsNote(one)]));
}
const NEXT_RUN = 'the next `clr refresh` or `clr recover`';
const NOT_TRUSTED = 'because other users own it, or may have changed it';
function remainsNote(one) {
    const { path, kind, hasNewTokens, handledBy } = one;
    if (handledBy === 'its-run')
        return `a run of \`clr\` is at work in ${path}`;
    if (!one.isTrusted)
        return untrustedNote(one);
    if (handledBy === 'person' && hasNewTokens === true) {
        const other = `${path} has tokens of another login than the file`;
        const toDo = 'delete it if you want none of them; `clr recover` saves them in a file of their own';
        return kind === 'home' ? `${other}: ${toDo}` : other;
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
function untrustedNote({ path, hasNewTokens }) {
    if (hasNewTokens === null)
        return `${path} can't be read, and may have tokens that the file does not have, but no run uses it, ${NOT_TRUSTED}`;
    if (!hasNewTokens)
        return `${path} has no tokens that the file needs, and no run removes it, ${NOT_TRUSTED}: delete it`;
    const ours = 'make it yours only (`chown`, `chmod go=`)';
    return `${path} has tokens that the file does not have, but no run uses it, ${NOT_TRUSTED}: delete it or, if you trust it, ${ours}`;
}

// EXTERNAL MODULE: ./src/core/status/remains.ts
var remains = __nccwpck_require__(3688);
;// CONCATENATED MODULE: ./src/core/status/beside.ts









function lookBeside(file, login, nowMs) {
    const attempts = new Attempts();
    const folder = attempts.read((0,work_folder/* workFolderPath */.Hu)(file), () => findFolder(file), null);
    const noLocks = { locks: [], obstacles: [] };
    const cli = attempts.read(file.given, () => (0,status_locks/* cliLockStatuses */.yQ)(file, folder), noLocks, SESSIONS_UNKNOWN);
    const { own, remains } = folder === null ? EMPTY : lookInto(folder, { login, nowMs, attempts });
    const locks = own === null ? cli.locks : [own, ...cli.locks];
    const rejection = folder === null || login === null ? null : rejectionOf(login, { folder, nowMs, attempts });
    const notes = [...lockNotes(locks, nowMs), ...remainsNotes(remains, locks, nowMs), ...cli.obstacles];
    return { locks, remains, rejection, notes: [...notes, ...attempts.failures] };
}
const EMPTY = { own: null, remains: [] };
function lookInto(folder, { login, nowMs, attempts }) {
    const own = attempts.read(folder.path, () => (0,status_locks/* ownLockStatus */.CJ)(folder), null);
    const judged = {
        login: login !== null && (0,validity/* isUsable */.Ng)(login, nowMs) ? login : null,
        isLocked: own !== null && (0,status_locks/* isHeld */.i7)(own, nowMs)
    };
    return { own, remains: attempts.read(folder.path, () => (0,remains/* remainsIn */.F)(folder, judged), []) };
}
function rejectionOf(login, { folder, nowMs, attempts }) {
    const entry = attempts.hasFailed(folder.path) ? folder.path : folder.at(work_folder/* REJECTION_RECORD */.k3);
    const unknown = 'whether the login was rejected is not known';
    return attempts.read(entry, () => (0,rejections/* readRejection */.uE)(folder, login, nowMs), null, unknown);
}
function findFolder(file) {
    const folder = work_folder/* WorkFolder */.y2.find(file);
    if (folder === null || (0,external_node_fs_.lstatSync)(folder.path, { throwIfNoEntry: false })?.isDirectory() !== false)
        return folder;
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder.path} is in the way: it should be a folder of ours`);
}
const RUNS_UNKNOWN = 'whether a run is at work, or has left newer tokens or a rejection, is not known';
const SESSIONS_UNKNOWN = 'whether a session of `claude` is at work is not known';
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

// EXTERNAL MODULE: ./src/core/credentials/credentials.ts
var credentials = __nccwpck_require__(4600);
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
        const none = { kind: 'none', remedy: '', blocksLogin: text.trim() !== '' && !(0,json/* isJsonObject */.OW)(document) };
        if (kind === 'blanked')
            return { content: { ...none, state: kind, message: BLANKED }, secrets };
        return { content: { ...none, state: 'not-a-login', message: error.message }, secrets };
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
    return { kind: 'none', state, message, remedy: named.trim(), blocksLogin: false };
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
function judgeContent(content, judged) {
    const nothing = { kind: null, expiresAtMs: null, loginExpiresAtMs: null };
    if (content.kind === 'none')
        return { ...nothing, state: content.state, message: content.message };
    if (content.kind === 'api-key')
        return { ...nothing, state: 'ok', kind: 'api-key', message: API_KEY };
    const { login } = content;
    const dates = { kind: kindOf(login), expiresAtMs: login.expiresAtMs, loginExpiresAtMs: (0,login_end/* endOf */.pJ)(login, judged.nowMs) };
    return { ...dates, ...judgeLogin(login, dates.loginExpiresAtMs, judged) };
}
const API_KEY = 'the file holds an API key: it is never refreshed, and does not end by itself';
function kindOf({ accessToken, refreshToken }) {
    if (refreshToken !== null)
        return 'login';
    return accessToken.startsWith('sk-ant-api') ? 'api-key' : 'access-token';
}
function judgeLogin(login, endMs, { rejection, nowMs, withinMs }) {
    const end = endMs === null ? '' : (0,core_times/* describeMoment */.oL)(endMs, nowMs);
    const since = rejection === null ? '' : `; ${rejectedSince(rejection, nowMs)}`;
    if ((0,login_end/* hasEnded */.hY)(endMs, nowMs))
        return { state: 'ended', message: endedMessage(login, end, nowMs) + since };
    if (rejection !== null)
        return { state: 'rejected', message: rejection.message + since };
    if ((0,login_end/* endsWithin */._c)(endMs, Math.max(login_end/* LOGIN_WARNING_MS */.wG, withinMs), nowMs)) {
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
function rejectedSince({ firstAtMs, count, nextTryAtMs }, nowMs) {
    const times = count === 1 ? '' : `, ${count} times so far`;
    const minuteMs = Math.ceil(nextTryAtMs / MINUTE_MS) * MINUTE_MS;
    const later = `at ${(0,core_times/* utcMinute */.vD)(minuteMs)} UTC (${(0,core_times/* inTime */.RN)(nextTryAtMs - nowMs)}) or later`;
    const next = nextTryAtMs > nowMs ? later : 'at the next run';
    return `rejected since ${(0,core_times/* describeMoment */.oL)(firstAtMs, nowMs)}${times}; tried again ${next}`;
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
var claude_command = __nccwpck_require__(1914);
;// CONCATENATED MODULE: ./src/core/status/remedy.ts


function remedyFor(content, situation) {
    const { file, state, needsPerson, kind, remains, keychainItem } = situation;
    const recoverable = remains.filter(isRecoverable);
    if (recoverable.some(one => isBetterRecovered(content, state, one)))
        return recovery(situation, recoverable);
    const signIn = (0,login_command/* signInCommand */.aK)(file);
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
                const moveAway = (0,claude_command/* shellLine */.Tg)(['mv', '-n', file, `${file}.old`]);
                return { sentence: 'Check the path, or move this file away and sign in:', command: `${moveAway} && ${signIn}` };
            }
            return { sentence: 'Check whether this is the right file, or sign in:', command: signIn };
        case 'blanked':
        case 'rejected':
        case 'ended':
            return { sentence: 'Sign in again:', command: signIn };
        case 'ends-soon':
            return {
                sentence: kind === 'login' ? 'Sign in again before that:' : 'Make a new token before that, or sign in:',
                command: (0,login_command/* replaceCommand */.SU)(file)
            };
        case 'ok':
        case 'refresh-due':
            return choiceBetween(file, remains) ?? (needsPerson ? { sentence: DECIDE, command: null } : null);
    }
}
const OWN_FILE = 'Give `clr` a login of its own: `clr login --creds` with the path of another file makes one.';
const DECIDE = 'Decide whether to use the saved tokens: the note says how.';
function choiceBetween(file, remains) {
    const other = remains.find(({ hasNewTokens, handledBy, isTrusted }) => hasNewTokens === true && handledBy === 'person' && isTrusted);
    if (other === undefined)
        return null;
    if (other.kind === 'home') {
        return {
            sentence: 'Keep one of the two logins. To use the other one, first save it in a file of its own:',
            command: (0,claude_command/* shellLine */.Tg)(['clr', 'recover', '--creds', file])
        };
    }
    return {
        sentence: `Keep one of the two logins: delete ${other.path}, or put its login into the file:`,
        command: (0,claude_command/* shellLine */.Tg)(['clr', 'login', '--creds', file, '--from', other.path, '--replace'])
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
    const recover = (0,claude_command/* shellLine */.Tg)(['clr', 'recover', '--creds', file]);
    const isNewLogin = tokens.some(one => one.isNewLogin);
    const what = isNewLogin ? 'the new login of an interrupted `clr login`' : 'the tokens of the interrupted run';
    const needsFile = state === 'missing' && !isNewLogin;
    const make = needsFile ? `${(0,claude_command/* shellLine */.Tg)(['install', '-m', '600', '/dev/null', file])} && ` : '';
    return { sentence: `Put ${what} into the file:`, command: make + recover };
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
    const endsTooSoon = state === 'ends-soon' && (0,login_end/* endsWithin */._c)(loginExpiresAtMs, withinMs, nowMs);
    const needsPerson = alwaysNeedsPerson(state) || endsTooSoon || beside.remains.some(isForPerson);
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
    return (await __nccwpck_require__.e(/* import() */ 292).then(__nccwpck_require__.bind(__nccwpck_require__, 4292))).default;
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
    const paths = files.map(({ text, name }) => ({ given: (0,typed_path/* absolutePath */.Hi)(text, name), name: name === FILE ? typed_path/* CREDS */.Y : name }));
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

;// CONCATENATED MODULE: ./src/cli/run.ts


















async function run(args) {
    try {
        return await runRequest(parseArguments(args, process.env));
    }
    catch (error) {
        const report = error instanceof reasons/* RefreshError */.M4
            ? reportOf(error.reason, error.message, remedyOf(error, args))
            : reportOf('internal', describeBug(error));
        print(report, wantsJson(args));
        return report.exitCode;
    }
}
function remedyOf({ remedy }, args) {
    const command = args.find(argument => !argument.startsWith('-')) ?? '';
    return ['login', 'status'].includes(command) ? remedy.replace(reasons/* NOT_SENT */.FY, '').trim() : remedy;
}
async function runRequest(request) {
    switch (request.kind) {
        case 'help':
            process.stdout.write(helpText(request.of));
            return 0;
        case 'version':
            process.stdout.write(await versionText());
            return 0;
        case 'login':
            return (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6774, 23))).runLogin(request);
        case 'status':
            return runStatus(request);
        case 'refresh':
        case 'recover': {
            const report = await perform(request);
            print(report, request.json);
            return report.exitCode;
        }
    }
}
async function versionText() {
    const { default: manifest } = await __nccwpck_require__.e(/* import() */ 330).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8330, 19));
    return `clr ${manifest.version}\n`;
}
async function perform(request) {
    const signals = cancelOnSignals();
    const startMs = performance.now();
    if (request.json)
        process.stderr.write(`# clr ${request.kind}, pid ${process.pid}\n`);
    const log = logTo(request.kind === 'refresh' && request.trace);
    if (request.kind === 'refresh' && request.trace) {
        const creds = (0,typed_path/* absolutePath */.Hi)(request.credsPath, request.credsFrom);
        await (0,trace/* traceRun */.n)(log, { creds, timeoutSeconds: request.timeoutSeconds, environment: process.env });
        if (request.dryRun)
            log.trace('# dry run: `claude` is not started');
    }
    const deadline = core_deadline/* Deadline */.B.after(request.timeoutSeconds, startMs);
    if (process.geteuid?.() === 0)
        await actAsOwner(request.credsPath, { deadline, cancel: signals.cancel });
    const spinner = await startSpinner(process.stderr);
    try {
        if (request.kind === 'recover')
            return await recover({ ...request, ...signals, startMs });
        if (request.dryRun) {
            const { dryRun } = await __nccwpck_require__.e(/* import() */ 661).then(__nccwpck_require__.bind(__nccwpck_require__, 7661));
            const asIs = { incoming: null, findsClaude: true, environment: process.env };
            return await dryRun({ ...request, ...signals, ...asIs, startMs }, log);
        }
        return await (0,refresh/* refresh */.O)({ ...request, ...signals, startMs, environment: process.env }, log);
    }
    finally {
        spinner.stop();
    }
}
function logTo(isTracing) {
    const write = (text) => process.stderr.write(`${text}\n`);
    return {
        trace: line => {
            if (isTracing)
                write((0,redact/* safeLine */.om)(line));
        },
        claudeOutput: text => {
            if (text !== '')
                write(`# claude said:\n${text}`);
        }
    };
}
function print(report, asJson) {
    if (asJson) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
    }
    for (const warning of [...report.warnings, ...endWarnings(report)])
        process.stderr.write(`clr: warning: ${warning}\n`);
    if (report.exitCode === 0) {
        process.stdout.write(`${report.message}\n`);
        return;
    }
    process.stderr.write(`clr: ${report.reason}: ${report.message}\n${report.remedy === '' ? '' : `     ${report.remedy}\n`}`);
    const variables = report.claude === null ? [] : (0,claude_environment/* networkVariables */.Io)(process.env);
    if (variables.length > 0)
        process.stderr.write(`     Set here, and passed to claude: ${variables.join(', ')}\n`);
}
function endWarnings(report) {
    const warning = endWarning(report, Date.now());
    if (warning === null || report.creds === null)
        return [];
    const command = (warning.hasEnded ? login_command/* signInCommand */.aK : login_command/* replaceCommand */.SU)(report.creds);
    return [(0,redact/* safeLine */.om)(`${warning.sentence}: ${command}`)];
}
function describeBug(error) {
    const place = error instanceof Error ? /\bat (\w[\w.#]*)/.exec(error.stack ?? '')?.[1] : undefined;
    return `something went wrong that should not${place === undefined ? '' : `, in ${place}`}; ${token_use/* MAY_BE_LOST */.NS}`;
}


/***/ }),

/***/ 1914:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rp: () => (/* binding */ unknownOptionIn),
/* harmony export */   Tg: () => (/* binding */ shellLine),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   uU: () => (/* binding */ optionsUnknownTo),
/* harmony export */   xe: () => (/* binding */ claudeArguments)
/* harmony export */ });
const OPTIONS = [
    ['--model', 'claude-sonnet-4-6'],
    ['--effort', 'low'],
    ['--no-session-persistence'],
    ['--no-chrome']
];
function claudeArguments(debugFile, unknown = new Set()) {
    const isKnown = (option) => !unknown.has(option[0] ?? '');
    return [...OPTIONS, ['--print', '.'], ['--debug-file', debugFile]].filter(isKnown).flat();
}
const LAST_VERSION_WITHOUT = new Map([
    ['--effort', '2.1.30'],
    ['--no-session-persistence', '2.0.0'],
    ['--no-chrome', '2.0.0'],
    ['--debug-file', '2.0.77']
]);
function optionsUnknownTo(version) {
    const isUnknown = ([, last]) => version !== null && compareVersions(version, last) <= 0;
    return new Set([...LAST_VERSION_WITHOUT].filter(isUnknown).map(([option]) => option));
}
function compareVersions(a, b) {
    const [ours, theirs] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10)));
    const differences = (ours ?? []).map((part, index) => part - (theirs?.[index] ?? 0));
    return differences.find(difference => difference !== 0) ?? 0;
}
function unknownOptionIn(stderr) {
    const name = /unknown option '(--[\w-]+)'/.exec(stderr)?.[1];
    return name !== undefined && LAST_VERSION_WITHOUT.has(name) ? name : null;
}
function shellLine(words) {
    return words.map(word => (/^[\w@%+=:,/.-]+$/.test(word) && word !== '.' ? word : quoted(word))).join(' ');
}
function quoted(word) {
    return /^[\w .]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 8310:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ claudeVariables),
/* harmony export */   ID: () => (/* binding */ claudeEnvironment),
/* harmony export */   Io: () => (/* binding */ networkVariables)
/* harmony export */ });
/* unused harmony export isolatedEnvironment */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6777);


const CLIENT_FILES = ['CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
const CLIENT_VARIABLES = [...CLIENT_FILES, 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'];
function claudeVariables(environment) {
    const variables = (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .allowedVariables */ .AR)(environment);
    for (const name of CLIENT_VARIABLES) {
        const value = environment[name];
        if (value !== undefined)
            variables[name] = CLIENT_FILES.includes(name) ? (0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .absolutePaths */ .wd)(value) : value;
    }
    return variables;
}
function networkVariables(environment) {
    const variables = claudeVariables(environment);
    return [..._system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .NETWORK_VARIABLES */ .Dw, ...CLIENT_VARIABLES].filter(name => (variables[name] ?? '') !== '').sort();
}
function claudeEnvironment(caller, home, baseUrl) {
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
    return [first ?? '', node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.execPath), callerPath].filter(entry => entry !== '').join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter));
}
function withLoopback(noProxy) {
    return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`;
}


/***/ }),

/***/ 932:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E9: () => (/* binding */ ClaudeProcess)
});

// UNUSED EXPORTS: RECORD_AND_EXEC, WORKING_DIRECTORY, exitOf

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __nccwpck_require__(3335);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
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
var process_group = __nccwpck_require__(2490);
// EXTERNAL MODULE: ./src/core/system/process-identity.ts + 1 modules
var process_identity = __nccwpck_require__(684);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
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
        throw (0,not_writable/* notWritable */.G)(`cannot write ${file}`, error);
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

/***/ 2991:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ failureSignIn)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _proxy_variable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(283);


const MARKERS = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL'];
function failureSignIn(log) {
    const lines = log.split('\n').filter(line => MARKERS.some(marker => line.includes(marker)));
    const signs = lines.flatMap(line => KNOWN_FAILURES.find(([pattern]) => pattern.test(line))?.[1] ?? []);
    const [first] = signs;
    if (first === undefined || signs.length === 1)
        return first ?? null;
    const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? []);
    const isKnown = first.reason === 'login-rejected' || uses.every(use => use === 'not-sent');
    return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' };
}
const ERROR = String.raw `^\S+ \[ERROR\] `;
const MESSAGE = String.raw `${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`;
const answered = (status) => new RegExp(String.raw `${MESSAGE}Request failed with status code ${status}\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=${status}\b`, 'm');
const failedWith = (message) => new RegExp(`${MESSAGE}(?:${message})`, 'm');
const HANDSHAKE_ALERT = 'SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_UNRECOGNIZED_NAME';
const NO_TLS = String.raw `error:\w+:SSL routines:OPENSSL_internal:(?:${HANDSHAKE_ALERT})\b|Socket is closed|write EPROTO \w+:error:|Client network socket disconnected before secure TLS connection was established`;
const PROXY_SCHEME = 'If `HTTPS_PROXY` begins with `https://` although the proxy speaks plain HTTP, write `http://`. Otherwise check the network and the proxy. Then run it again.';
const OR_PROXY = 'the token endpoint, or a proxy before it,';
const KNOWN_FAILURES = [
    [
        new RegExp(String.raw `${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`, 'm'),
        answer('not-refreshed', `${OR_PROXY} refused the request (400), for another reason than the login`, {
            endAtOnce: false
        })
    ],
    [
        answered('400'),
        rejected('the token endpoint rejected the login (400): its refresh token is used up or revoked')
    ],
    [answered('401'), refused(401)],
    [answered('403'), refused(403)],
    [
        answered('407'),
        noAnswer('the proxy wants a user name and a password (407)', {
            tokenUse: 'not-used',
            remedy: 'Write them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
        })
    ],
    [
        answered('429'),
        answer('rate-limited', 'the token endpoint asks for fewer requests (429)', {
            isRepeatable: true,
            tokenUse: 'not-used'
        })
    ],
    [answered('5\\d\\d'), answer('server-error', `${OR_PROXY} failed (5xx)`)],
    [answered('\\d\\d\\d'), answer('not-refreshed', `${OR_PROXY} gave an answer that is no new pair`)],
    [
        failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
        notSent('no connection to the token endpoint could be made', { isRepeatable: true })
    ],
    [
        failedWith('Proxy connection ended before receiving CONNECT response'),
        notSent('the proxy closed the connection without an answer', {
            isRepeatable: true,
            remedy: 'Check that `HTTPS_PROXY` is the address of an HTTP proxy (`claude` does not speak SOCKS), and that the proxy works. Then run it again.'
        })
    ],
    [
        failedWith(NO_TLS),
        notSent('no TLS connection to the token endpoint, or to the proxy, could be made', { remedy: PROXY_SCHEME })
    ],
    [
        failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
        noAnswer('something that is not TLS came in place of the answer of the token endpoint, or of the proxy', {
            remedy: PROXY_SCHEME
        })
    ],
    [
        failedWith('URI error'),
        notSent('the user name or the password in the proxy variable is not URL-encoded', {
            remedy: 'Write every special character in them as `%` and two hex digits (`%` itself is `%25`), then run it again.'
        })
    ],
    [
        failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
        notSent("the token endpoint's certificate is not trusted here")
    ],
    [
        failedWith('timeout of \\d+ms exceeded'),
        noAnswer('the token endpoint did not answer in the time that `claude` gives it')
    ],
    [failedWith(''), noAnswer('the connection to the token endpoint was lost before its answer came')],
    [
        /OAuth session expired and could not be refreshed/,
        rejected('the login was rejected: its refresh token is used up or revoked', { tokenUse: 'refused' })
    ],
    [
        /^Invalid proxy URL in \w+/,
        answer('claude-failed', '`claude` refuses a proxy variable', {
            endAtOnce: false,
            isAnswer: false,
            tokenUse: null,
            remedy: _proxy_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .CORRECT_PROXY */ .U
        })
    ]
];
function answer(reason, what, more = {}) {
    return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, tokenUse: 'perhaps-used', ...more };
}
function rejected(what, more = {}) {
    return answer('login-rejected', what, { endAtOnce: false, tokenUse: 'rejected', ...more });
}
function refused(status) {
    return rejected(`${OR_PROXY} refused the login (${status})`, {
        endAtOnce: true,
        tokenUse: 'refused',
        remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_IN_AGAIN */ .WR}`
    });
}
function noAnswer(what, more = {}) {
    return answer('network', what, { isAnswer: false, ...more });
}
function notSent(what, more = {}) {
    return noAnswer(what, { tokenUse: 'not-sent', ...more });
}


/***/ }),

/***/ 5055:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ MEANING_OF_BLANKED),
  X: () => (/* binding */ classifyFailure)
});

;// CONCATENATED MODULE: ./src/core/system/out-of-memory.ts
const MORE = 'give the machine, or the container, more of it';
function memoryNote({ isKilled, said }) {
    if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said))
        return ` (its memory ran out: ${MORE})`;
    return isKilled ? ` (the system does that when memory runs out: ${MORE})` : '';
}

// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/programs/shim.ts
var shim = __nccwpck_require__(8504);
;// CONCATENATED MODULE: ./src/core/claude/not-run.ts

const NOT_RUN_STATUSES = [126, 127];
function neverRan(exitCode, said, { path, version }) {
    const busy = /(?:(\/[^:]+): )?(?:cannot execute: )?text file busy/i.exec(said);
    if (exitCode === 126 && busy !== null) {
        return {
            reason: 'claude-failed',
            message: `${busy[1] ?? path} could not be started, because another program is writing to it, as an update does`,
            remedy: 'Run it again when the update is done.',
            isRepeatable: true
        };
    }
    if (exitCode === null || version !== null || (0,shim/* scriptHeadOrEmpty */.qH)(path) === '')
        return null;
    if (said.includes('bad interpreter') || said.includes(`exec: ${path}:`)) {
        if (exitCode !== 127)
            return null;
        const message = `${path} could not be started: its first line names a program that is not there`;
        return { reason: 'claude-failed', message, remedy: 'Install that program, or correct the line.' };
    }
    if (!NOT_RUN_STATUSES.includes(exitCode) && !/not found|no such file/i.test(said))
        return null;
    return {
        reason: 'claude-failed',
        message: `${path} is a script that ended with exit status ${exitCode} before any exchange, perhaps because it needs your HOME or variables, which it does not get here${said === '' ? '' : `; it said: ${said}`}`,
        remedy: 'Put the folder that holds the program itself, which the script runs, first on PATH.'
    };
}

// EXTERNAL MODULE: ./src/core/claude/proxy-variable.ts
var proxy_variable = __nccwpck_require__(283);
;// CONCATENATED MODULE: ./src/core/claude/failure.ts




const MEANING_OF_BLANKED = 'the token endpoint rejected the login: its refresh token is used up or revoked';
function classifyFailure(seen) {
    const isBlocked = seen.sighting.kind === 'exited' && seen.proxyFault?.blocksSending === true;
    const evidence = { ...seen, mayHaveSent: seen.mayHaveSent && !isBlocked };
    return { isRepeatable: false, ...describe(evidence), tokenUse: tokenUseOf(evidence) };
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
        return failure('login-rejected', MEANING_OF_BLANKED);
    }
    if (sighting.kind === 'part')
        return failure('not-refreshed', "the token endpoint's answer held no whole pair");
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
        return failure('timeout', 'the deadline passed before `claude` had refreshed the login');
    }
    if (sighting.kind === 'cancelled')
        return failure('cancelled', 'cancelled before `claude` had refreshed the login');
    const claude = nameOf(program);
    if (mayHaveSent)
        return failure('not-refreshed', `the exchange brought no new pair, and ${claude} does not say why`);
    return {
        reason: 'claude-failed',
        message: `${claude} went on to the model without refreshing the login, as it does if a wrapper around it sets CLAUDE_CODE_OAUTH_TOKEN${outputNote(evidence)}`,
        remedy: 'If it is a wrapper, put the folder of the program that it runs first on PATH.'
    };
}
function describeExit(exit, evidence) {
    const { program, mayHaveSent, proxyFault, output } = evidence;
    if (exit.startError !== null)
        return failure('claude-failed', `cannot start ${program.path}: ${(0,system_error/* explainSystemError */.Tr)({ code: exit.startError })}`);
    const notRun = mayHaveSent ? null : neverRan(exit.code, quoteFrom(output), program);
    if (notRun !== null)
        return notRun;
    const when = mayHaveSent ? 'once its exchange had begun' : 'before any exchange';
    const message = `${nameOf(program)} ${howItEnded(exit, output)} ${when}${outputNote(evidence)}`;
    const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed';
    if (proxyFault === null)
        return failure(reason, message);
    const fault = `${proxyFault.name} does not hold the http:// or https:// address of a proxy`;
    return { reason, message: `${message}; ${fault}`, remedy: proxy_variable/* CORRECT_PROXY */.U };
}
function howItEnded({ code, signal }, said) {
    const how = code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`;
    return how + memoryNote({ isKilled: signal === 'SIGKILL' || code === 137, said });
}
function failure(reason, message) {
    return { reason, message };
}
function nameOf({ version }) {
    return version === null ? '`claude`' : `\`claude\` ${version}`;
}
const MAX_QUOTE_LENGTH = 200;
function outputNote({ output }) {
    const quote = quoteFrom(output);
    return quote === '' ? '' : `; it said: ${quote}`;
}
function quoteFrom(output) {
    const lines = output.split('\n');
    const errorLine = lines.find(line => /^(?:\w*Error\b|Invalid )/.test(line)) ?? lines.at(-1) ?? '';
    const chosen = output.length > MAX_QUOTE_LENGTH ? errorLine : output;
    const quote = chosen.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
    return quote.length > MAX_QUOTE_LENGTH ? `${quote.slice(0, MAX_QUOTE_LENGTH)}…` : quote;
}


/***/ }),

/***/ 5082:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findClaude)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2056);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6153);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3457);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4994);
/* harmony import */ var _programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1108);
/* harmony import */ var _programs_shim_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8504);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7973);
/* harmony import */ var _claude_command_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1914);











async function findClaude(environment, patience, user) {
    const found = await (0,_programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__/* .findProgram */ .K)('claude', { environment, patience, ...(user === undefined ? {} : { user }) });
    if (found === null) {
        const why = `there is no program \`claude\` in any absolute folder of PATH${pathNote(environment.PATH)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-not-found', why);
    }
    if ('whyNot' in found)
        throw deadEndError(found);
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_7__/* .realPathOf */ .dN)(found.program);
    const manifest = manifestIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real)) ?? manifestIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(real)));
    const claude = { path: found.program, version: versionOf(real, manifest) };
    refuseOldNode(claude, real, manifest);
    return claude;
}
const MAX_MISTAKES = 3;
function pathNote(pathVariable = '') {
    if (pathVariable === '')
        return ': PATH is empty';
    const mistakes = pathVariable.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().delimiter)).flatMap(entry => mistakeInEntry(entry) ?? []);
    return ['', ...mistakes.slice(0, MAX_MISTAKES)].join('; ');
}
function mistakeInEntry(entry) {
    const where = `its entry ${(0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(entry)}`;
    const mistake = (0,_credentials_typed_path_js__WEBPACK_IMPORTED_MODULE_2__/* .likelyMistakeIn */ .eY)(entry, where);
    if (mistake !== null || entry === '' || node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(entry) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(entry, 'claude')))
        return mistake;
    return `${where} has a \`claude\`, but is relative: only absolute folders are searched`;
}
function deadEndError(deadEnd) {
    const { manager } = deadEnd.shim;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-not-found', (0,_programs_find_program_js__WEBPACK_IMPORTED_MODULE_4__/* .describeDeadEnd */ .B)('claude', deadEnd), `Put the folder that holds the program itself first on PATH (\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`), ` +
        `or choose a version in ${manager} for your user, not for a project only. ${_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_SENT */ .FY}`);
}
function versionOf(real, manifest) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real);
    if (/^\d+\.\d+\.\d+$/.test(name))
        return name;
    return typeof manifest?.version === 'string' ? manifest.version : null;
}
function manifestIn(folder) {
    const manifest = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)((0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'package.json'), 'utf8')) ?? '');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .OW)(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null;
}
const NATIVE_LAUNCHER = 'cli-wrapper.cjs';
function refuseOldNode({ version }, real, manifest) {
    if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test((0,_programs_shim_js__WEBPACK_IMPORTED_MODULE_5__/* .scriptHeadOrEmpty */ .qH)(real)))
        return;
    const engines = manifest?.engines;
    const required = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isJsonObject */ .OW)(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined;
    const ours = process.versions.node;
    if (required === undefined || (0,_claude_command_js__WEBPACK_IMPORTED_MODULE_8__/* .compareVersions */ .Zy)(ours, required) >= 0 || node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(real) === NATIVE_LAUNCHER)
        return;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('claude-failed', `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${required} or newer, as its package says, and would run with the Node of clr, ${ours}`, `Run clr with Node ${required} or newer, or install a \`claude\` that is a native program (2.1.113 or newer). ${_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_SENT */ .FY}`);
}


/***/ }),

/***/ 6880:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ findKeychainItem),
/* harmony export */   z: () => (/* binding */ refuseFileBesideKeychain)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _home_home_seeds_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(163);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9186);
/* harmony import */ var _system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6777);









const CLI_FILE_NAME = '.credentials.json';
const SERVICE = 'Claude Code-credentials';
const TIMEOUT_MS = 10_000;
function refuseFileBesideKeychain(file, environment, log) {
    if (process.platform !== 'darwin')
        return;
    for (const { service, status } of itemsInPlaceOf(file, environment)) {
        if (status === 0)
            throw staleFileError(file, service);
        if (status === _home_home_seeds_js__WEBPACK_IMPORTED_MODULE_5__/* .NO_SUCH_ITEM */ .e9)
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
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .RefreshError */ .M4('usage', `the Keychain holds a login ("${service}"), and \`claude\` uses that one in place of ${given}; the token in the file ` +
        'may be used up already, so this run did not send it; point `creds` at a file with a login of its own');
}
function servicesOf({ real }, { CLAUDE_CONFIG_DIR: chosen = '' }) {
    const folders = [
        [SERVICE, (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => node_path__WEBPACK_IMPORTED_MODULE_4___default().join((0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)(), '.claude')) ?? ''],
        [`${SERVICE}-${suffixOf(chosen)}`, chosen]
    ];
    const isIn = (folder) => folder !== '' && (isSameFile(node_path__WEBPACK_IMPORTED_MODULE_4___default().join(folder, CLI_FILE_NAME), real) || isNewFileIn(folder, real));
    return folders.filter(([, folder]) => isIn(folder)).map(([service]) => service);
}
function suffixOf(folder) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8);
}
function isNewFileIn(folder, file) {
    return !(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(file) && node_path__WEBPACK_IMPORTED_MODULE_4___default().basename(file) === CLI_FILE_NAME && isSameFile(folder, node_path__WEBPACK_IMPORTED_MODULE_4___default().dirname(file));
}
function isSameFile(one, other) {
    const [a, b] = [one, other].map(file => (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.statSync)(file, { bigint: true })));
    return a != null && a.ino === b?.ino && a.dev === b.dev;
}
function statusOfItem(service, caller) {
    const PATH = [...(0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .absoluteEntries */ .e0)(caller.PATH), '/usr/bin'].join((node_path__WEBPACK_IMPORTED_MODULE_4___default().delimiter));
    const env = { ...(0,_system_allowed_variables_js__WEBPACK_IMPORTED_MODULE_7__/* .allowedVariables */ .AR)(caller), PATH, HOME: caller.HOME };
    const args = ['find-generic-password', '-a', accountOf(caller), '-s', service];
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('security', args, { env, stdio: 'ignore', timeout: TIMEOUT_MS }).status;
}
function accountOf({ USER = '' }) {
    return USER === '' ? ((0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => (0,node_os__WEBPACK_IMPORTED_MODULE_3__.userInfo)().username) ?? 'claude-code-user') : USER;
}


/***/ }),

/***/ 283:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ proxyFaultIn),
/* harmony export */   U: () => (/* binding */ CORRECT_PROXY)
/* harmony export */ });
const CORRECT_PROXY = 'Correct the proxy variable that the message names (`http://proxy.example.com:8080`), or unset it, then run it again.';
function proxyFaultIn(environment) {
    const isSet = (name) => (environment[name] ?? '') !== '';
    const name = ['https_proxy', 'HTTPS_PROXY'].find(isSet);
    const address = (environment[name ?? ''] ?? '').trim();
    if (name === undefined || (/^https?:/i.test(address) && URL.canParse(address)))
        return null;
    const isUrl = URL.canParse(address.includes('://') ? address : `https://${address}`);
    return { name, blocksSending: !isUrl && !isSet('NO_PROXY') && !isSet('no_proxy') };
}


/***/ }),

/***/ 9107:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ traceCall),
/* harmony export */   n: () => (/* binding */ traceRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _home_home_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5719);
/* harmony import */ var _programs_shim_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8504);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7973);
/* harmony import */ var _claude_command_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1914);
/* harmony import */ var _claude_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8310);
/* harmony import */ var _find_claude_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5082);








const HOME = new _home_home_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .HomeLayout */ .m('<isolated HOME>');
const BASE_URL = 'https://127.0.0.1:<port>/<random>';
async function traceRun({ trace }, { creds, timeoutSeconds, environment }) {
    const program = await programIn(environment);
    const unknown = (0,_claude_command_js__WEBPACK_IMPORTED_MODULE_5__/* .optionsUnknownTo */ .uU)(program.version);
    const real = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .realPathOf */ .dN)(creds);
    const lines = [
        'clr refresh',
        `creds: ${creds}${real === creds ? '' : ` -> ${real}`}`,
        `timeout: ${timeoutSeconds === 0 ? 'none' : `${timeoutSeconds} s`}`,
        `isolated HOME: a new folder in ${real}.clr`,
        'working directory: /',
        ...variableLines(environment),
        `program: ${program.name}${program.version === null ? '' : ` (${program.version})`}`
    ];
    for (const line of lines)
        trace(`# ${line}`);
    trace((0,_claude_command_js__WEBPACK_IMPORTED_MODULE_5__/* .shellLine */ .Tg)(['claude', ...(0,_claude_command_js__WEBPACK_IMPORTED_MODULE_5__/* .claudeArguments */ .xe)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(HOME.path, 'debug-1.log'), unknown)]));
}
function traceCall({ trace }, home, unknownOptions) {
    const without = unknownOptions.size === 0 ? '' : `, without ${[...unknownOptions].join(' ')}`;
    trace(`# claude starts in ${home}${without}`);
}
async function programIn(environment) {
    try {
        const { path: name, version } = await (0,_find_claude_js__WEBPACK_IMPORTED_MODULE_7__/* .findClaude */ .E)(environment, null);
        const shim = (0,_programs_shim_js__WEBPACK_IMPORTED_MODULE_2__/* .shimAt */ .bj)(name);
        return { name: shim === null ? name : `${name}, a shim of ${shim.manager}`, version };
    }
    catch (error) {
        if (!(error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4))
            throw error;
        return { name: error.message, version: null };
    }
}
function variableLines(caller) {
    const passed = (0,_claude_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .claudeVariables */ .I5)(caller);
    const all = Object.entries((0,_claude_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .claudeEnvironment */ .ID)(caller, HOME, BASE_URL));
    const isPassed = ([name, value]) => passed[name] === value;
    const lineOf = ([name, value]) => `  ${name}${shownValue(name, value)}`;
    return [
        `variables from the caller:${all.some(isPassed) ? '' : ' none'}`,
        ...all.filter(isPassed).map(lineOf),
        'variables that clr sets:',
        ...all.filter(variable => !isPassed(variable)).map(lineOf)
    ];
}
const HARMLESS = new Set([
    ...['HOME', 'USERPROFILE', 'TMPDIR', 'ANTHROPIC_BASE_URL', 'DISABLE_AUTOUPDATER', 'PATH', 'NO_PROXY', 'no_proxy'],
    ...['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TZ', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
    'CLAUDE_CODE_CLIENT_CERT'
]);
function shownValue(name, value) {
    if (/^no_proxy$/i.test(name) && value.includes('@'))
        return ' (not shown: a password may be in it)';
    if (HARMLESS.has(name))
        return `=${value}`;
    return /_proxy$/i.test(name) ? proxyAddress(value) : ' (not shown)';
}
function proxyAddress(proxy) {
    if (proxy === '')
        return '=';
    const url = URL.canParse(proxy) ? new URL(proxy) : null;
    return url === null || url.host === '' ? ' (not a valid address)' : `=${url.protocol}//${url.host}`;
}


/***/ }),

/***/ 9374:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ watchCall)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/core/home/home-lock.ts
var home_lock = __nccwpck_require__(406);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
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

// EXTERNAL MODULE: ./src/core/claude/failure-signs.ts
var failure_signs = __nccwpck_require__(2991);
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

/***/ 7499:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ MAX_CREDENTIALS_SIZE),
/* harmony export */   Md: () => (/* binding */ MAX_CREDENTIALS_BYTES),
/* harmony export */   mN: () => (/* binding */ readLogin),
/* harmony export */   qz: () => (/* binding */ readCredentialsText),
/* harmony export */   rN: () => (/* binding */ readBeforeLock),
/* harmony export */   xm: () => (/* binding */ readGoodLogin)
/* harmony export */ });
/* unused harmony export readContent */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7973);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(43);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8651);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4600);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3438);








const MAX_CREDENTIALS_BYTES = 1024 * 1024;
const MAX_CREDENTIALS_SIZE = '1 MiB';
function readLogin(file) {
    const { text, stats } = readCredentialsText(file);
    try {
        return { ...(0,_credentials_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLogin */ .$n)(text), stats };
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4)
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4(error.reason, `${file.given}: ${error.message}`, error.remedy);
        throw error;
    }
}
function readCredentialsText(file) {
    const { bytes, stats } = readContent(file);
    return { text: decode(file, bytes), stats };
}
function readGoodLogin(file) {
    try {
        const login = readLogin(file);
        return (0,_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .isUsable */ .Ng)(login) ? login : null;
    }
    catch (error) {
        if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4 && error.reason === 'creds-invalid')
            return null;
        throw error;
    }
}
function readBeforeLock(file) {
    return _work_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkFolder */ .y2.isInUse(file) ? readGoodLogin(file) : readLogin(file);
}
function readContent(file) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(file.real, MAX_CREDENTIALS_BYTES);
    }
    catch (error) {
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error);
        if (code === 'ENOENT')
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-not-found', `no credentials file at ${file.given}`);
        if (code === 'EFBIG') {
            const why = `is larger than ${MAX_CREDENTIALS_SIZE}; a credentials file has a few kB, so this is something else`;
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-invalid', `${file.given} ${why}`);
        }
        const why = `${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemError */ .Tr)(error)}${ownerNote(file, code)}`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('creds-unreadable', `cannot read ${file.given}: ${why}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .remedyFor */ .wJ)(error));
    }
}
function ownerNote({ real }, code) {
    const owner = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_7__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real).uid);
    const uid = process.geteuid?.();
    if (code !== 'EACCES' || owner === null || owner === uid)
        return '';
    return `: it belongs to uid ${owner}, and this run works as uid ${uid ?? '?'}`;
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


/***/ }),

/***/ 8401:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ic: () => (/* binding */ findCredentialsFile),
  SI: () => (/* binding */ findIfMoved),
  Pj: () => (/* binding */ findPlace)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __nccwpck_require__(8651);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __nccwpck_require__(2056);
;// CONCATENATED MODULE: ./src/core/credentials/path-errors.ts







function refuseUnlessFile(given, stats) {
    if (stats.isFile())
        return;
    if (stats.isDirectory())
        throw isFolder(given);
    const what = `${given} is ${kindOf(stats)}, not a credentials file: no new pair could be stored there`;
    throw new reasons/* RefreshError */.M4('creds-invalid', what, 'Put the credentials into a file, and point `creds` at it.');
}
function isFolder(given) {
    const inside = external_node_path_default().join(given, '.credentials.json');
    const isEmpty = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readdirSync)(given).length === 0) ?? false;
    if (!isEmpty || external_node_path_default().extname(given) !== '.json') {
        const hint = (0,external_node_fs_.existsSync)(inside) ? `; did you mean ${inside}?` : '';
        const what = `${given} is a folder, not a credentials file${hint}`;
        return new reasons/* RefreshError */.M4('creds-invalid', what, 'Point `creds` at the file.');
    }
    const what = `${given} is an empty folder, not a credentials file: docker makes one if a file is mounted that is not there`;
    const remedy = `Remove it (\`rmdir\`, on the host), put the file there, and mount the folder above it in place of the file.`;
    return new reasons/* RefreshError */.M4('creds-invalid', what, remedy);
}
function kindOf(stats) {
    if (stats.isFIFO())
        return 'a pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
function cannotResolve(given, name, error) {
    const code = (0,system_error/* errorCode */.CA)(error);
    if (code === 'ENOENT' && isLink(given)) {
        return new reasons/* RefreshError */.M4('creds-not-found', `${given} is a link to a file that does not exist`);
    }
    if (code === 'ENOTDIR') {
        const file = external_node_path_default().dirname((0,system_error/* failedPath */.hZ)(error) ?? given);
        return new reasons/* RefreshError */.M4('creds-not-found', `no credentials file at ${given}: ${file} is a file, not a folder`);
    }
    if (code === 'ENOENT') {
        const isLeft = (0,or_null/* orNull */.X)(() => work_folder/* WorkFolder */.y2.isInUse({ given, real: given })) === true;
        const left = isLeft ? `; ${given}.clr holds what an earlier run has left` : '';
        const variable = name === typed_path/* CREDS */.Y ? '' : ` (${name})`;
        const mistake = (0,typed_path/* likelyMistakeIn */.eY)(given);
        const hint = mistake === null ? '' : `; ${mistake}`;
        return new reasons/* RefreshError */.M4('creds-not-found', `no credentials file at ${given}${variable}${left}${hint}`);
    }
    return code === 'ENAMETOOLONG' ? (0,typed_path/* tooLong */.Po)(name) : unreachable(given, error);
}
function isLink(given) {
    return (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(given).isSymbolicLink()) ?? false;
}
function unreachable(given, error) {
    const at = (0,system_error/* failedPath */.hZ)(error) ?? given;
    const code = (0,system_error/* errorCode */.CA)(error);
    const folder = external_node_path_default().dirname(at);
    let why = (0,system_error/* explainSystemError */.Tr)(error);
    let remedy = (0,system_error/* remedyFor */.wJ)(error);
    if (code === 'ELOOP')
        why = `the link ${at} leads in a circle (ELOOP)`;
    if (code === 'EACCES') {
        why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${ownerOf(folder)} (EACCES)`;
        remedy = `Let this user enter that folder, or keep the file elsewhere. ${reasons/* NOT_SENT */.FY}`;
    }
    return new reasons/* RefreshError */.M4('creds-unreadable', `cannot reach ${given}: ${why}`, remedy);
}
function ownerOf(folder) {
    const stats = (0,or_null/* orNull */.X)(() => (0,external_node_fs_.lstatSync)(folder));
    return stats === null ? '' : ` of uid ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(3, '0')}`;
}

;// CONCATENATED MODULE: ./src/core/credentials/credentials-path.ts






function findCredentialsFile(given, name = typed_path/* CREDS */.Y) {
    try {
        const real = (0,external_node_fs_.realpathSync)(given);
        refuseUnlessFile(given, (0,external_node_fs_.statSync)(real));
        if ((0,typed_path/* isTooLong */.pn)(real))
            throw (0,typed_path/* tooLong */.Po)(name);
        return { given, real };
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        throw cannotResolve(given, name, error);
    }
}
function findPlace(given) {
    const file = (0,or_null/* orNull */.X)(() => findCredentialsFile(given));
    if (file !== null)
        return file;
    const folder = external_node_path_default().dirname(given);
    return (0,external_node_fs_.existsSync)(folder) ? { given, real: external_node_path_default().join((0,external_node_fs_.realpathSync)(folder), external_node_path_default().basename(given)) } : null;
}
function findIfMoved({ given, real }) {
    const now = (0,or_null/* orNull */.X)(() => findCredentialsFile(given));
    return now?.real === real ? null : now;
}


/***/ }),

/***/ 4600:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ parseLogin),
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   Ov: () => (/* binding */ loginOrNull),
/* harmony export */   gK: () => (/* binding */ kindWithoutLogin),
/* harmony export */   sg: () => (/* binding */ isToken)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _plausible_date_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9966);




function parseLogin(text) {
    return loginOf(parseDocument(text));
}
function loginOf(document) {
    const fields = fieldsIn(document);
    refuseBlanked(fields);
    const accessToken = parseToken(fields, 'accessToken');
    const loginExpiresAtMs = (0,_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(fields.refreshTokenExpiresAt);
    const facts = { accessToken, loginExpiresAtMs, fields, document };
    if (isBlank(fields.refreshToken))
        return { ...facts, refreshToken: null, expiresAtMs: (0,_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOf */ .E)(fields.expiresAt) };
    const refreshToken = parseToken(fields, 'refreshToken');
    return { ...facts, refreshToken, expiresAtMs: (0,_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(fields.expiresAt) };
}
function loginOrNull(document) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => loginOf(document));
}
function kindWithoutLogin(text) {
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document))
        return bareTokenIn(text) === 'api' ? 'api-key' : 'other';
    const { claudeAiOauth: fields } = document;
    if (fields === undefined)
        return isApiKeyIn(document) ? 'api-key' : 'other';
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(fields) && isBlanked(fields) ? 'blanked' : 'other';
}
function parseDocument(text) {
    if (text.trim() === '')
        throw invalid('the file is empty');
    if (text.includes('\0'))
        throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark');
    const document = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document))
        return document;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isNestedTooDeep */ .kq)(text))
        throw invalid(`the file nests its JSON more than ${_json_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_JSON_DEPTH */ .KX} levels deep`);
    const bare = bareTokenIn(text);
    if (bare === 'api')
        throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed');
    if (bare !== undefined)
        throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed');
    throw invalid(document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`);
}
function fieldsIn(document) {
    const fields = document.claudeAiOauth;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(fields))
        return fields;
    if (fields !== undefined)
        throw invalid(`claudeAiOauth should be an object, not ${kind(fields)}`);
    if (isApiKeyIn(document)) {
        throw invalid('the file holds an API key, which is never refreshed; a subscription login (claudeAiOauth) is needed');
    }
    if ('accessToken' in document)
        throw invalid('accessToken and its like should stand inside an object claudeAiOauth');
    throw invalid('claudeAiOauth is missing: the file holds no subscription login');
}
function bareTokenIn(text) {
    return /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1];
}
function isApiKeyIn(document) {
    return ['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document);
}
function refuseBlanked(fields) {
    if (isBlanked(fields))
        throw invalid('both tokens are blank: `claude` was logged out; log in again');
}
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
        throw invalid(`claudeAiOauth.${name} should be a token in quotes, not ${kind(value)}`);
    if (value.trim() === '')
        throw invalid(`claudeAiOauth.${name} is blank`);
    if (!isToken(value)) {
        throw invalid(`claudeAiOauth.${name} should be one word of ASCII characters; it holds blanks or others`);
    }
    return value;
}
function isToken(value) {
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
function invalid(sentence) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', sentence);
}
function kind(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'string')
        return 'a text';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ }),

/***/ 2514:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   b: () => (/* binding */ isAccessTokenOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function fingerprint({ accessToken, refreshToken }) {
    return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`);
}
function isAccessTokenOf(accessToken, pairFingerprint) {
    return pairFingerprint.startsWith(digest(accessToken));
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 3435:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _c: () => (/* binding */ endsWithin),
/* harmony export */   g_: () => (/* binding */ isEndDisproven),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   wG: () => (/* binding */ LOGIN_WARNING_MS)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3457);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1357);


const HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 8 * HOUR_MS;
const CLOCK_TOLERANCE_MS = HOUR_MS;
const LOGIN_WARNING_MS = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDurationMs */ .yi)(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY.loginWarning, 'login-warning');
function endOf(login, nowMs = Date.now()) {
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
function endsWithin(endMs, withinMs, nowMs = Date.now()) {
    return endMs !== null && endMs - nowMs <= withinMs;
}
function hasEnded(endMs, nowMs = Date.now()) {
    return endsWithin(endMs, 0, nowMs);
}
function describeEnd(endMs, nowMs = Date.now()) {
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(endMs, nowMs)}`;
}


/***/ }),

/***/ 7705:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ newPairIn),
/* harmony export */   Y: () => (/* binding */ credentialsOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6153);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4600);


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

/***/ 9966:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ momentOf),
/* harmony export */   W: () => (/* binding */ millisecondsOf)
/* harmony export */ });
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


/***/ }),

/***/ 2056:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   Y: () => (/* binding */ CREDS),
/* harmony export */   eY: () => (/* binding */ likelyMistakeIn),
/* harmony export */   pn: () => (/* binding */ isTooLong),
/* harmony export */   vM: () => (/* binding */ currentAccountFile)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3457);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(43);





const MAX_PATH_BYTES = 3800;
const MAX_NAME_BYTES = 255;
const CREDS = 'creds';
function currentAccountFile({ CLAUDE_CONFIG_DIR: folder = '' }) {
    if (folder === '')
        return { text: '~/.claude/.credentials.json', name: CREDS };
    const start = node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(folder) ? '' : './';
    return { text: `${start}${folder.normalize('NFC')}/.credentials.json`, name: 'CLAUDE_CONFIG_DIR' };
}
function absolutePath(text, name = CREDS) {
    const refuse = (what) => new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${name} must be a path, got ${what}`);
    if (text === '')
        throw refuse('an empty text');
    if (looksLikeCredentials(text))
        throw refuse('what looks like the credentials themselves');
    if (text.includes('\0'))
        throw refuse('a text with a NUL character');
    const absolute = resolveFrom(expandTilde(text, name), name);
    if (isTooLong(absolute))
        throw tooLong(name);
    return absolute;
}
function looksLikeCredentials(text) {
    const decoded = Buffer.from(text, 'base64').toString();
    return [text, decoded].some(form => /sk-ant-|claudeAiOauth|\{[^]*oken[\\"']*\s*:/i.test(form));
}
function expandTilde(text, name) {
    return text === '~' || text.startsWith('~/') ? node_path__WEBPACK_IMPORTED_MODULE_1___default().join(homeFolder(text, name), text.slice(1)) : text;
}
function homeFolder(text, name) {
    const leadsNowhere = `so ${(0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} leads nowhere: set HOME, or make ${name} an absolute path`;
    if (process.env.HOME === '')
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `HOME is empty, ${leadsNowhere}`);
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch (error) {
        const why = `HOME is not set, and the system knows no home folder of this user (${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${why}, ${leadsNowhere}`);
    }
}
function resolveFrom(text, name) {
    try {
        return node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(text);
    }
    catch (error) {
        const why = `the working directory is gone (${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)}), so ${(0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} leads nowhere`;
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${why}: make ${name} an absolute path`);
    }
}
function isTooLong(absolute) {
    const isLongName = (part) => Buffer.byteLength(part) > MAX_NAME_BYTES;
    return Buffer.byteLength(absolute) > MAX_PATH_BYTES || absolute.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)).some(isLongName);
}
function tooLong(name) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('usage', `${name} is a path that is too long`);
}
function likelyMistakeIn(path, where = 'it') {
    const variable = /\$\{\w+\}|\$\w+|%\w+%/.exec(path)?.[0];
    if (variable !== undefined)
        return `nothing expands the "${variable}" in ${where}: write out what it stands for`;
    const tilde = /(?<=^|\/)~[\w.-]*(?=\/|$)/.exec(path)?.[0];
    if (tilde !== undefined)
        return `nothing expands the "${tilde}" in ${where}: write out the home folder`;
    if (/(?:^|\/)["']|["'](?:\/|$)/.test(path))
        return `a name in ${where} begins or ends with a quotation mark: leave that out`;
    if (path.includes('\uFFFD'))
        return `a name in ${where} is not UTF-8, or has the character U+FFFD: give it another name`;
    if (/(?:^|\/)\s|\s(?:\/|$)/.test(path))
        return `a name in ${where} begins or ends with a blank or a line end: leave that out`;
    return null;
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ describeValidity),
/* harmony export */   Ng: () => (/* binding */ isUsable),
/* harmony export */   d: () => (/* binding */ cannotRefresh),
/* harmony export */   f8: () => (/* binding */ isValidAsAsked),
/* harmony export */   hn: () => (/* binding */ isGoodFor),
/* harmony export */   vi: () => (/* binding */ whyNotUsed),
/* harmony export */   xY: () => (/* binding */ refuseUnrefreshable)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1357);


function isGoodFor({ expiresAtMs }, ms) {
    return expiresAtMs !== null && expiresAtMs - Date.now() > ms;
}
function isValidAsAsked(login, minValidityMs) {
    return minValidityMs > 0 && isGoodFor(login, minValidityMs);
}
function isUsable({ refreshToken, expiresAtMs }, nowMs = Date.now()) {
    return refreshToken !== null || expiresAtMs === null || expiresAtMs > nowMs;
}
function describeValidity({ expiresAtMs }) {
    if (expiresAtMs === null)
        return 'when its access token expires is not known';
    return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired'} ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(expiresAtMs, Date.now())}`;
}
function whyNotUsed({ fields: { scopes } }) {
    const isUsed = (typeof scopes === 'string' || Array.isArray(scopes)) && scopes.includes('user:inference');
    return isUsed ? null : '`claude` does not use this login: claudeAiOauth.scopes lacks "user:inference"';
}
function refuseUnrefreshable(where, login, minValidityMs) {
    if (login?.refreshToken === null && !isValidAsAsked(login, minValidityMs))
        throw cannotRefresh(where, login);
}
function cannotRefresh(where, login) {
    const { expiresAtMs } = login;
    if (expiresAtMs === null) {
        const what = `${where}: there is nothing to refresh in this login: it has no refresh token`;
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what}, and ${describeValidity(login)}`, GO_ON);
    }
    const what = `${where}: this login has no refresh token and`;
    if (expiresAtMs > Date.now()) {
        return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what} needs none until ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(expiresAtMs, Date.now())}`, NOT_YET);
    }
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-invalid', `${what} cannot be refreshed; ${describeValidity(login)}`, MAKE_A_NEW_ONE);
}
const NOT_YET = 'Make a new one in time: by `claude setup-token`, or by `clr login` for one that can be refreshed. Until then a run succeeds if `min-validity` asks for less than what is left.';
const GO_ON = 'Go on using it. If it is rejected, make a new one with `claude setup-token`.';
const MAKE_A_NEW_ONE = 'Make a new token with `claude setup-token`, or sign in with `clr login` for one that can be refreshed.';


/***/ }),

/***/ 191:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ whyOthersMayMoveLink),
  c: () => (/* binding */ whyOthersMayWrite)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
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
const TIMEOUT_MS = 5000;
function linesOf(database, key) {
    const { error, stdout } = (0,external_node_child_process_.spawnSync)('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
        encoding: 'utf8',
        env: {},
        maxBuffer: MAX_BYTES,
        timeout: TIMEOUT_MS
    });
    if (error !== undefined && (0,system_error/* errorCode */.CA)(error) !== 'ENOENT')
        return null;
    const text = error === undefined ? stdout : (0,read/* readTextOrEmpty */.Qr)(`/etc/${database}`);
    return text.split('\n').map(line => line.split(':'));
}

;// CONCATENATED MODULE: ./src/core/credentials/why-others-may-write.ts



function whyOthersMayWrite(file) {
    const folder = external_node_path_default().dirname(file.real);
    const stats = (0,external_node_fs_.statSync)(folder);
    const uid = process.geteuid?.() ?? stats.uid;
    const who = whoElseMayWrite(stats, uid);
    if (who === 'owner' && uid === 0) {
        const why = `belongs to uid ${stats.uid}, and root works there only as that user, who must be able to reach it and run \`claude\``;
        return `${folder} ${why}: mount it where that user can (not below /root), install \`claude\` for everybody, or use --user ${stats.uid}`;
    }
    if (who === 'owner') {
        return `${folder} belongs to uid ${stats.uid}, who could exchange the credentials: keep them in a folder of your own`;
    }
    if (isSticky(stats))
        return whySticky(file, uid);
    if (who === 'everybody')
        return `everybody may write in ${folder}: run \`chmod go-w ${folder}\``;
    const isShared = who === 'group' && hasOtherMembers(stats.gid, uid);
    return isShared ? `the group ${stats.gid} may write in ${folder}: run \`chmod g-w ${folder}\`` : null;
}
function whyOthersMayMoveLink({ given, real }) {
    const link = external_node_path_default().join((0,external_node_fs_.realpathSync)(external_node_path_default().dirname(given)), external_node_path_default().basename(given));
    return link === real ? null : whyOthersMayWrite({ given, real: link });
}
function isSticky({ mode }) {
    return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0;
}
function whySticky(file, uid) {
    const stats = (0,external_node_fs_.lstatSync)(file.real, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid === uid)
        return null;
    return `${file.given} belongs to uid ${stats.uid}, in a folder in which everybody may write: keep it in a folder of your own`;
}


/***/ }),

/***/ 6343:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ Deadline)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
class Deadline {
    atMs;
    constructor(atMs) {
        this.atMs = atMs;
    }
    static after(seconds, startMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now()) {
        return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000);
    }
    remainingMs() {
        return Math.max(0, this.atMs - node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now());
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


/***/ }),

/***/ 3681:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ makeFolderWithSpace),
/* harmony export */   WC: () => (/* binding */ removeBallast),
/* harmony export */   vG: () => (/* binding */ writeBallast)
/* harmony export */ });
/* unused harmony export requireSpace */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7673);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3410);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(43);





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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ pairPathIn),
/* harmony export */   dP: () => (/* binding */ judgeHome),
/* harmony export */   fQ: () => (/* binding */ isWrittenBack),
/* harmony export */   zL: () => (/* binding */ replacementDocumentIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7973);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8651);
/* harmony import */ var _seeded_login_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1307);





function judgeHome(home, origin) {
    const judgements = loginFilesIn(home).map(file => (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_3__/* .judge */ .S4)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextIfExists */ .TP)(file) ?? '', origin));
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' };
}
function pairPathIn(home, origin) {
    const hasPair = (file) => (0,_seeded_login_js__WEBPACK_IMPORTED_MODULE_3__/* .judge */ .S4)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextOrEmpty */ .Qr)(file), origin).kind === 'pair';
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ HomeLayout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8651);


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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ isSeedLockIn),
/* harmony export */   CX: () => (/* binding */ lockHoldingIn),
/* harmony export */   HV: () => (/* binding */ isLockName),
/* harmony export */   OU: () => (/* binding */ lockPathOf),
/* harmony export */   pm: () => (/* binding */ lockHome)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);



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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   di: () => (/* binding */ seedForSignIn),
/* harmony export */   e9: () => (/* binding */ NO_SUCH_ITEM),
/* harmony export */   j8: () => (/* binding */ seedHome)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _home_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(406);
/* harmony import */ var _seeded_login_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1307);




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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ IsolatedHome)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3335);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9186);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7673);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8651);
/* harmony import */ var _disk_space_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3681);
/* harmony import */ var _found_login_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(5855);
/* harmony import */ var _home_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(5719);
/* harmony import */ var _home_lock_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(406);
/* harmony import */ var _home_seeds_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(163);
/* harmony import */ var _run_record_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(4206);
/* harmony import */ var _seeded_login_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(1307);
















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
            throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .notWritable */ .G)(`cannot write in an isolated HOME at ${this.path}`, error);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ syncRunRecord),
/* harmony export */   MJ: () => (/* binding */ writeRunRecord),
/* harmony export */   lR: () => (/* binding */ readRunRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6153);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7973);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3410);






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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   iX: () => (/* binding */ seededLogin),
/* harmony export */   l2: () => (/* binding */ signInOrigin),
/* harmony export */   u1: () => (/* binding */ withCredibleExpiry),
/* harmony export */   yE: () => (/* binding */ UNKNOWN_ORIGIN),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2514);
/* harmony import */ var _credentials_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9966);
/* harmony import */ var _credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7705);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6153);




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
function judge(text, origin) {
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
    const expiresAtMs = (0,_credentials_plausible_date_js__WEBPACK_IMPORTED_MODULE_1__/* .millisecondsOf */ .W)(newPair.fields.expiresAt) ?? 0;
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

/***/ 6153:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KX: () => (/* binding */ MAX_JSON_DEPTH),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   kq: () => (/* binding */ isNestedTooDeep),
/* harmony export */   qF: () => (/* binding */ parseJson)
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

/***/ 6409:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TD: () => (/* binding */ describeObstacle),
/* harmony export */   Yx: () => (/* binding */ refuseObstacle),
/* harmony export */   aT: () => (/* binding */ cliLocksFor),
/* harmony export */   dr: () => (/* binding */ storeLockPaths),
/* harmony export */   jq: () => (/* binding */ isForeign)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3335);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4994);




const CLI_FILE_NAME = '.credentials.json';
function cliLocksFor(file) {
    return configFoldersOf(file).flatMap(configFolder => [
        { path: node_path__WEBPACK_IMPORTED_MODULE_1___default().join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
        { path: `${configFolder}.lock`, configFolder, isLegacy: true }
    ]);
}
function storeLockPaths(file) {
    return configFoldersOf(file).map(configFolder => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(configFolder, '.storage-write.lock'));
}
function configFoldersOf({ given, real }) {
    const files = [given, real].filter(name => node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(name) === CLI_FILE_NAME);
    return [...new Set(files.flatMap(file => (0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(file))) ?? []))];
}
function isForeign({ path: lockPath, configFolder }) {
    const owner = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && ![process.geteuid?.(), 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(configFolder).uid].includes(owner);
}
function describeObstacle(lockPath) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath, { throwIfNoEntry: false });
    if (stats === undefined)
        return null;
    if (stats.isDirectory())
        return isEmpty(lockPath) ? null : 'a folder that is not empty';
    return stats.isSymbolicLink() ? 'a link' : 'a file';
}
function refuseObstacle(lockPath) {
    const what = describeObstacle(lockPath);
    if (what !== null)
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .inTheWay */ .M)(lockPath, `it is ${what}, where \`claude\` makes an empty folder as its lock`);
}
function isEmpty(folder) {
    return ((0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) ?? []).length === 0;
}


/***/ }),

/***/ 7520:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ removeLocksOfKilledRun),
/* harmony export */   Mh: () => (/* binding */ makeRecordedLock),
/* harmony export */   oW: () => (/* binding */ removeLock),
/* harmony export */   zK: () => (/* binding */ recordedLocks),
/* harmony export */   zM: () => (/* binding */ removeLockRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4994);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6153);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3335);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1380);









const RECORD = 'cli-locks.jsonl';
function makeRecordedLock(lockPath, folder) {
    if (node_fs__WEBPACK_IMPORTED_MODULE_0___default().lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined)
        return false;
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().mkdirSync(lockPath);
    }
    catch (error) {
        if ((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error) === 'EEXIST')
            return false;
        throw error;
    }
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().appendFileSync(folder.at(RECORD), `${JSON.stringify(lockIdentity(lockPath))}\n`, { mode: 0o600 });
        return true;
    }
    catch (error) {
        removeLock(lockPath);
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_2__/* .notWritable */ .G)(`cannot write in ${folder.path}`, error);
    }
}
function removeLockRecord(folder) {
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_4__/* .removeIfPossible */ .h)(folder.at(RECORD));
}
function removeLocksOfKilledRun(folder) {
    const record = folder.at(RECORD);
    const text = (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_6__/* .orUnreadable */ .p)(record, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextIfExists */ .TP)(record)) ?? '';
    for (const line of text.split('\n')) {
        const recorded = parseLockIdentity((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(line));
        if (recorded !== null && isStillThere(recorded))
            removeLock(recorded.path);
    }
    removeLockRecord(folder);
}
function recordedLocks(folder) {
    const recorded = (0,_system_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextOrEmpty */ .Qr)(folder.at(RECORD))
        .split('\n')
        .map(line => parseLockIdentity((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(line)));
    return recorded.flatMap(lock => (lock !== null && isStillThere(lock) ? [lock.path] : []));
}
function removeLock(lockPath) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().rmdirSync(lockPath);
    });
}
function parseLockIdentity(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(value))
        return null;
    const { path: lockPath, ino, bornNs } = value;
    if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string')
        return null;
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null;
}
function isStillThere(recorded) {
    const now = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => lockIdentity(recorded.path));
    return now?.ino === recorded.ino && now.bornNs === recorded.bornNs && now.bornNs !== '0';
}
function lockIdentity(lockPath) {
    const { ino, birthtimeNs } = node_fs__WEBPACK_IMPORTED_MODULE_0___default().lstatSync(lockPath, { bigint: true });
    return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) };
}


/***/ }),

/***/ 8434:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  nW: () => (/* binding */ CliLocks),
  aj: () => (/* binding */ warningOf),
  vM: () => (/* binding */ whyLeftAlone)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
var external_node_fs_default = /*#__PURE__*/__nccwpck_require__.n(external_node_fs_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __nccwpck_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-paths.ts
var cli_lock_paths = __nccwpck_require__(6409);
// EXTERNAL MODULE: ./src/core/locks/cli-owner-record.ts
var cli_owner_record = __nccwpck_require__(8296);
// EXTERNAL MODULE: ./src/core/locks/cli-lock-record.ts
var cli_lock_record = __nccwpck_require__(7520);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
;// CONCATENATED MODULE: ./src/core/locks/renewed-locks.ts




const RENEW_EVERY_MS = 2000;
const LOOK_EVERY_MS = 50;
const JUMP_MS = 1000;
class RenewedLocks {
    #renewedAtMs = new Map();
    #lastRoundMs = external_node_perf_hooks_.performance.now();
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
                (0,cli_lock_record/* removeLock */.oW)(lockPath);
    }
    #renewWhenDue() {
        const isDue = external_node_perf_hooks_.performance.now() - this.#lastRoundMs > RENEW_EVERY_MS;
        if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS)
            this.#renewAll();
    }
    #renewAll() {
        this.#lastRoundMs = external_node_perf_hooks_.performance.now();
        this.#driftMs = driftMs();
        for (const lockPath of this.#renewedAtMs.keys()) {
            if (this.#isOurs(lockPath))
                this.#renew(lockPath);
            else
                this.#isLost = true;
        }
    }
    #renew(lockPath) {
        (0,or_null/* orNull */.X)(() => {
            const nowMs = Date.now() + 1 - Math.min(0, driftMs());
            external_node_fs_default().utimesSync(lockPath, nowMs / 1000, nowMs / 1000);
            this.#renewedAtMs.set(lockPath, nowMs);
        });
    }
    #isOurs(lockPath) {
        const mtimeMs = (0,or_null/* orNull */.X)(() => external_node_fs_default().lstatSync(lockPath, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        if (mtimeMs === null)
            return true;
        return Math.abs(mtimeMs - (this.#renewedAtMs.get(lockPath) ?? 0)) < RENEW_EVERY_MS;
    }
}
function driftMs() {
    return Date.now() - (external_node_perf_hooks_.performance.timeOrigin + external_node_perf_hooks_.performance.now());
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
            const warning = whyLeftAlone(lock);
            if (warning !== null) {
                this.#warnings.push(warning);
                return true;
            }
            const isMade = (0,cli_lock_record/* makeRecordedLock */.Mh)(lock.path, this.folder);
            if (isMade)
                this.#held.add(lock.path);
            else
                this.#removeIfAbandoned(lock);
            return isMade;
        }
        catch (error) {
            this.#warnings.push(warningOf(lock, error));
            return true;
        }
    }
    removeOwnerRecord(lock) {
        if (this.#held.has(lock.path))
            (0,cli_owner_record/* removeOwnerRecord */.n)(lock);
    }
    isLost() {
        return this.#held.isLost();
    }
    release() {
        this.#held.release();
        (0,cli_lock_record/* removeLockRecord */.zM)(this.folder);
    }
    #removeIfAbandoned(lock) {
        const owner = (0,cli_owner_record/* ownerOf */.b)(lock);
        if (owner?.isAlive === true)
            return;
        if (owner?.isDead !== true && !this.watch.isAbandoned(lock.path))
            return;
        (0,read/* unlessMissing */.F2)(() => {
            external_node_fs_default().rmdirSync(lock.path);
        });
    }
}
function whyLeftAlone(lock) {
    if ((0,cli_lock_paths/* isForeign */.jq)(lock))
        return `${lock.path} belongs to another user, so it is no lock of a session, and was left alone`;
    (0,cli_lock_paths/* refuseObstacle */.Yx)(lock.path);
    return null;
}
function warningOf(lock, error) {
    if (error instanceof reasons/* RefreshError */.M4)
        throw error;
    if (NOT_WRITABLE_CODES.has((0,system_error/* errorCode */.CA)(error)))
        return notTakenWarning(lock, error);
    throw (0,not_writable/* notWritable */.G)(`cannot take the lock ${lock.path}`, error);
}
function notTakenWarning({ path, isLegacy }, error) {
    const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`';
    return `cannot take the lock ${path}: ${(0,system_error/* explainSystemError */.Tr)(error)}; ${who} are not kept from refreshing the same login`;
}


/***/ }),

/***/ 8296:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ownerOf),
/* harmony export */   n: () => (/* binding */ removeOwnerRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4994);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7973);







const SAME_BIRTH_MS = 0.01;
function ownerOf(lock) {
    const bornMs = birthOf(lock);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readTextOrEmpty */ .Qr)(recordPath(lock)));
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record))
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
    const alive = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._n)(identity);
    return { pid, isElsewhere: false, isAlive: alive === 'yes', isDead: alive === 'no' };
}
function removeOwnerRecord(lock) {
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(recordPath(lock), { force: true });
    });
}
function birthOf({ path: lockPath }) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath).birthtimeMs) ?? 0;
}
function recordPath({ configFolder }) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(configFolder, '.oauth_refresh.lock.owner');
}
function identityIn({ procStart, pidDomain, pidSpace }, pid) {
    const { bootId, pidNamespace } = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .ownIdentity */ .hY)();
    const startTicks = typeof procStart === 'string' ? procStart : null;
    if (process.platform !== 'linux')
        return { pid, startTicks: null, bootId: null, pidNamespace: null };
    const isHere = pidDomain === `linux:${machineId()}:${pidNamespace ?? ''}` &&
        pidSpace === `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${pidNamespace === null ? '' : `#${pidNamespace}`}`;
    return isHere ? { pid, startTicks, bootId, pidNamespace } : null;
}
function machineId() {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_6__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/etc/machine-id', 'utf8').trim()) ?? '';
}


/***/ }),

/***/ 1259:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ LockWatch)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4994);
/* harmony import */ var _system_file_system_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1089);




const ABANDONED_AFTER_MS = 20_000;
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000;
const MAX_GAP_MS = 5000;
class LockWatch {
    #looks = new Map();
    isAbandoned(lockPath) {
        const unrenewedMs = this.look(lockPath);
        if (unrenewedMs <= ABANDONED_AFTER_MS)
            return false;
        return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !(0,_system_file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .isOnNetwork */ .y)(lockPath);
    }
    look(lockPath) {
        const nowMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now();
        const mtimeNs = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_3__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lockPath, { bigint: true }).mtimeNs);
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


/***/ }),

/***/ 1700:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ withWaitingNote),
/* harmony export */   ai: () => (/* binding */ whileLocked),
/* harmony export */   kM: () => (/* binding */ noModesWarning)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8401);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9186);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8651);
/* harmony import */ var _cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6409);
/* harmony import */ var _cli_lock_record_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7520);
/* harmony import */ var _cli_locks_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8434);
/* harmony import */ var _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1259);
/* harmony import */ var _take_own_lock_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3334);
/* harmony import */ var _wait_for_turn_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(7701);











async function whileLocked(file, patience, work) {
    const watch = new _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__/* .LockWatch */ .J();
    const { own, folder } = await (0,_take_own_lock_js__WEBPACK_IMPORTED_MODULE_8__/* .takeOwnLock */ .V)(file, patience, watch).catch((error) => {
        throw withWaitingNote(file, error);
    });
    const cli = new _cli_locks_js__WEBPACK_IMPORTED_MODULE_6__/* .CliLocks */ .nW(folder, watch);
    let movedTo;
    try {
        (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_5__/* .removeLocksOfKilledRun */ .E9)(folder);
        await takeCliLocks(file, patience, cli);
        movedTo = (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_1__/* .findIfMoved */ .SI)(file);
        if (movedTo === null) {
            const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings];
            const check = () => {
                if (own.isHeld() && !cli.isLost())
                    return;
                throw new _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4('locked', `another run took over while this one slept; ${_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_SENT_HERE */ .Al}`);
            };
            return await work({ file, folder, warnings, check });
        }
    }
    finally {
        cli.release();
        own.release();
        folder.close();
    }
    return whileLocked(movedTo, patience, work);
}
function withWaitingNote(file, error) {
    if (!(error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4) || error.reason !== 'creds-not-writable')
        return error;
    const note = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingNote */ .w5)(file)) ?? '';
    return error.message.includes(note) ? error : new _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4(error.reason, `${error.message}${note}`, error.remedy);
}
async function takeCliLocks(file, patience, cli) {
    const locks = (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .cliLocksFor */ .aT)(file);
    for (const lock of locks) {
        while (!cli.tryTake(lock))
            await (0,_wait_for_turn_js__WEBPACK_IMPORTED_MODULE_9__/* .waitForTurn */ .qg)(patience, () => (0,_wait_for_turn_js__WEBPACK_IMPORTED_MODULE_9__/* .describeSession */ ._0)(lock));
    }
    for (const lock of locks)
        cli.removeOwnerRecord(lock);
}
function noModesWarning({ real }) {
    return `the file system of ${node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(real)} keeps no modes, so other users of this machine may be able to read the login there`;
}


/***/ }),

/***/ 7910:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ findHolder),
/* harmony export */   IR: () => (/* binding */ FileLock),
/* harmony export */   Px: () => (/* binding */ refuseEntryAtLock),
/* harmony export */   t_: () => (/* binding */ sweepLocks)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4994);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8651);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(6153);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3335);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(43);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(1380);












const RENEW_EVERY_MS = 2000;
const LOCK_PREFIX = 'lock';
const OWNER_RECORD = 'owner.json';
const NONCE = /^[\da-f]{16}$/;
const UNKNOWN = 'unknown';
class FileLock {
    lockPath;
    nonce;
    #renewal = setInterval(() => {
        this.#renew();
    }, RENEW_EVERY_MS).unref();
    constructor(lockPath, nonce) {
        this.lockPath = lockPath;
        this.nonce = nonce;
    }
    static tryTake(folder, watch) {
        const lockPath = folder.at(LOCK_PREFIX);
        const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex');
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
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
            if (this.isHeld())
                removeRecordAndFolder(this.lockPath);
        });
    }
    #renew() {
        const now = new Date();
        if ((0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => this.isHeld()) === false)
            return;
        (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.utimesSync)(this.lockPath, now, now);
        });
    }
}
function findHolder(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(lockPath).length === 0 ? null : { path: lockPath, ...readHolder(lockPath) };
}
function refuseEntryAtLock(folder) {
    const lockPath = folder.at(LOCK_PREFIX);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(lockPath, { throwIfNoEntry: false })?.isDirectory() === false)
        throw lockInTheWay(lockPath);
}
function sweepLocks(folder) {
    for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(folder.at(name));
    }
}
function tryMake(folder, lockPath, nonce) {
    const stage = folder.at(`${LOCK_PREFIX}-${nonce}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(stage, { mode: 0o700 });
        const record = JSON.stringify({ nonce, ...(0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .ownIdentity */ .hY)() });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(stage, OWNER_RECORD), record, { mode: 0o600, flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(stage, lockPath);
        return true;
    }
    catch (error) {
        (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(stage);
        const code = (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .CA)(error);
        if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT')
            return false;
        if (code === 'ENOTDIR')
            throw lockInTheWay(lockPath);
        throw (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_4__/* .notWritable */ .G)('cannot lock the credentials file', error);
    }
}
function lockInTheWay(lockPath) {
    return (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_4__/* .inTheWay */ .M)(lockPath, 'it should be a folder of ours, and is the lock of the credentials file');
}
function readHolder(lockPath) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(lockPath, OWNER_RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_9__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextIfExists */ .TP)(file), 'it tells who holds the lock') ?? '');
    const nonce = (0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .isJsonObject */ .OW)(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN;
    return { nonce, identity: (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .parseIdentity */ .aZ)(record) };
}
function isAbandoned(entry, identity, watch) {
    const alive = identity === null ? 'unknown' : (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(identity);
    return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry));
}
function removeAbandoned(folder, { nonce }, watch) {
    const lockPath = folder.at(LOCK_PREFIX);
    const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`);
    if (!tryMark(mark, watch))
        return;
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_10__/* .orNull */ .X)(() => {
        if (readHolder(lockPath).nonce !== nonce)
            return;
        if (nonce === UNKNOWN)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(lockPath, folder.at(`${LOCK_PREFIX}-junk-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`));
        else
            removeRecordAndFolder(lockPath);
    });
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(mark);
}
function tryMark(mark, watch) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(mark, JSON.stringify((0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .ownIdentity */ .hY)()), { flag: 'wx', mode: 0o600 });
        return true;
    }
    catch {
        const maker = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .parseIdentity */ .aZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .parseJson */ .qF)((0,_system_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextOrEmpty */ .Qr)(mark)));
        if (isAbandoned(mark, maker, watch))
            (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeIfPossible */ .h)(mark);
        return false;
    }
}
function removeRecordAndFolder(lockPath) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(lockPath, OWNER_RECORD));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(lockPath);
}


/***/ }),

/***/ 9981:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ whileStoreLocked),
/* harmony export */   d: () => (/* binding */ refuseStoreThatCannotBeLocked)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _not_writable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3335);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9186);
/* harmony import */ var _cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6409);
/* harmony import */ var _cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7520);
/* harmony import */ var _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1259);








const STORE_PATIENCE_MS = 15_000;
const ABANDONED_AFTER_PART = 0.9;
const RETRY_EVERY_MS = 10;
function refuseStoreThatCannotBeLocked(file) {
    for (const lockPath of (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .storeLockPaths */ .dr)(file)) {
        try {
            if (!(0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isForeign */ .jq)({ path: lockPath, configFolder: node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(lockPath) }))
                (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseObstacle */ .Yx)(lockPath);
        }
        catch (error) {
            throw error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .RefreshError */ .M4 ? error : (0,_not_writable_js__WEBPACK_IMPORTED_MODULE_3__/* .notWritable */ .G)(`cannot see the lock ${lockPath}`, error);
        }
    }
}
async function whileStoreLocked({ file, folder }, write, patienceMs = STORE_PATIENCE_MS) {
    const untilMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now() + patienceMs;
    const taken = [];
    try {
        for (const lockPath of (0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .storeLockPaths */ .dr)(file)) {
            if (await take(lockPath, folder, { patienceMs, untilMs }))
                taken.push(lockPath);
        }
        return write();
    }
    finally {
        for (const lockPath of taken)
            (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .removeLock */ .oW)(lockPath);
    }
}
async function take(lockPath, folder, { patienceMs, untilMs }) {
    const watch = new _lock_watch_js__WEBPACK_IMPORTED_MODULE_7__/* .LockWatch */ .J();
    try {
        while (!(0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRecordedLock */ .Mh)(lockPath, folder)) {
            if ((0,_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .describeObstacle */ .TD)(lockPath) !== null)
                return false;
            const unrenewedMs = watch.look(lockPath);
            if (node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now() > untilMs) {
                if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART)
                    return false;
                (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .removeLock */ .oW)(lockPath);
                return (0,_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRecordedLock */ .Mh)(lockPath, folder);
            }
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(RETRY_EVERY_MS);
        }
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 3334:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ takeOwnLock),
  $: () => (/* binding */ workFolderOpener)
});

// EXTERNAL MODULE: ./src/core/credentials/why-others-may-write.ts + 1 modules
var why_others_may_write = __nccwpck_require__(191);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/system/file-system.ts
var file_system = __nccwpck_require__(1089);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __nccwpck_require__(1380);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __nccwpck_require__(8651);
;// CONCATENATED MODULE: ./src/core/credentials/irreplaceable-file.ts







function refuseIrreplaceable(file) {
    if ((0,external_node_fs_.lstatSync)(file.real, { throwIfNoEntry: false })?.isFile() !== true)
        return;
    try {
        (0,external_node_fs_.rmdirSync)(file.real);
    }
    catch (error) {
        if ((0,system_error/* errorCode */.CA)(error) !== 'EPERM')
            return;
        const folder = external_node_path_default().dirname(file.real);
        const why = `it, or its folder ${folder}, is append-only or immutable (EPERM)`;
        const remedy = `Take that away with \`chattr -ia ${file.real} ${folder}\`. ${reasons/* NOT_SENT */.FY}`;
        throw new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy);
    }
}
function refuseMountedFile(file) {
    if (!(0,unreadable/* orUnreadable */.p)(file.given, () => (0,file_system/* isMountPoint */.A)(file.real)))
        return;
    const folder = external_node_path_default().dirname(file.real);
    const lines = [
        `docker run and compose: HOST_FOLDER:${folder}`,
        `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
    ].join('; ');
    const why = `${file.given} is mounted by itself, so its lock and a new pair would stay in this container`;
    const waiting = (0,work_folder/* waitingNote */.w5)(file);
    const first = waiting === '' ? '' : `${waiting}: copy them out of this container first`;
    throw new reasons/* RefreshError */.M4('creds-not-writable', `${why}: mount its folder instead (${lines})${first}`);
}

// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/locks/own-lock.ts
var own_lock = __nccwpck_require__(7910);
// EXTERNAL MODULE: ./src/core/locks/wait-for-turn.ts
var wait_for_turn = __nccwpck_require__(7701);
;// CONCATENATED MODULE: ./src/core/locks/take-own-lock.ts








async function takeOwnLock(file, patience, watch) {
    const openFolder = workFolderOpener(file);
    for (;;) {
        const folder = openFolder();
        try {
            const own = tryTakeOwn(folder, watch);
            if (own instanceof own_lock/* FileLock */.IR)
                return { own, folder };
            await (0,wait_for_turn/* waitForTurn */.qg)(patience, () => (0,wait_for_turn/* describeRun */.vZ)(own.identity));
        }
        catch (error) {
            folder.close();
            throw error;
        }
    }
}
function workFolderOpener(file, open = (at) => work_folder/* WorkFolder */.y2.openAt(at)) {
    refuseMountedFile(file);
    const objection = (0,unreadable/* orUnreadable */.p)(file.given, () => (0,why_others_may_write/* whyOthersMayWrite */.c)(file) ?? (0,why_others_may_write/* whyOthersMayMoveLink */.K)(file));
    if (objection === null)
        refuseIrreplaceable(file);
    return () => openUnless(objection, () => open((0,work_folder/* workFolderPath */.Hu)(file)));
}
function openUnless(objection, open) {
    if (objection === null)
        return open();
    const folder = (0,or_null/* orNull */.X)(open);
    if (folder?.keepsModes === false)
        return folder;
    folder?.close();
    throw new reasons/* RefreshError */.M4('creds-not-writable', objection);
}
function tryTakeOwn(folder, watch) {
    const own = own_lock/* FileLock */.IR.tryTake(folder, watch);
    if (!(own instanceof own_lock/* FileLock */.IR))
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


/***/ }),

/***/ 7701:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ describeSession),
/* harmony export */   l5: () => (/* binding */ isElsewhere),
/* harmony export */   qg: () => (/* binding */ waitForTurn),
/* harmony export */   vZ: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(684);
/* harmony import */ var _cli_owner_record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8296);




const RETRY_EVERY_MS = 40;
async function waitForTurn({ deadline, cancel }, describeHolder) {
    if (cancel.aborted)
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('cancelled', `cancelled while it waited for a lock; ${_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SENT_HERE */ .Al}`);
    if (deadline.hasPassed()) {
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .RefreshError */ .M4('locked', `the deadline passed while ${describeHolder()} held the lock; ${_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SENT_HERE */ .Al}`);
    }
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(RETRY_EVERY_MS, deadline.remainingMs()));
}
function describeRun(identity) {
    const owner = identity === null ? null : { pid: identity.pid, isElsewhere: isElsewhere(identity) };
    return describe('another run of clr-refresh', owner);
}
function describeSession(lock) {
    return describe('a session of `claude`', (0,_cli_owner_record_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerOf */ .b)(lock));
}
function describe(who, owner) {
    if (owner === null)
        return who;
    return owner.isElsewhere ? `${who} in another container or on another machine` : `${who} (pid ${owner.pid})`;
}
function isElsewhere({ bootId, pidNamespace }) {
    const own = (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .ownIdentity */ .hY)();
    return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace);
}
function isOther(theirs, ours) {
    return theirs !== null && ours !== null && theirs !== ours;
}


/***/ }),

/***/ 2058:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ withLoginCommand),
/* harmony export */   SU: () => (/* binding */ replaceCommand),
/* harmony export */   aK: () => (/* binding */ signInCommand)
/* harmony export */ });
/* unused harmony export signInAgain */
/* harmony import */ var _claude_claude_command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1914);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9186);


function signInCommand(file) {
    return (0,_claude_claude_command_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .Tg)(['clr', 'login', '--creds', file]);
}
function replaceCommand(file) {
    return (0,_claude_claude_command_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .Tg)(['clr', 'login', '--creds', file, '--replace']);
}
function withLoginCommand(remedy, command) {
    return remedy.replace(_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .LOG_IN_AGAIN */ .WR, () => signInAgain(command));
}
function signInAgain(command) {
    return `Sign in again: \`${command}\`.`;
}


/***/ }),

/***/ 3335:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ notWritable),
/* harmony export */   M: () => (/* binding */ inTheWay)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);


function notWritable(what, error) {
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${what}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}`, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}
function inTheWay(entry, what) {
    const remedy = `Move ${entry} away, or remove it. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-not-writable', `${entry} is in the way: ${what}`, remedy);
}


/***/ }),

/***/ 3457:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   mR: () => (/* binding */ parseMinValidityMs),
/* harmony export */   yE: () => (/* binding */ parseTimeoutSeconds),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yi: () => (/* binding */ parseDurationMs),
/* harmony export */   zY: () => (/* binding */ DEFAULTS)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2258);


const DEFAULTS = { timeout: '45', minValidity: '0', loginWarning: '7d' };
function parseTimeoutSeconds(text, name = 'timeout') {
    const digits = text.trim();
    if (/^\d+$/.test(digits))
        return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be a whole number of seconds (0 for no limit), got ${quote(text)}`);
}
const UNIT_MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_MIN_VALIDITY_DAYS = 36_500;
function parseDurationMs(text, name) {
    const [, amount, unit = ''] = /^(\d+)([smhd]?)$/.exec(text.trim()) ?? [];
    const form = 'a duration: a whole number of seconds, or one with s, m, h or d after it (3600, 90m, 2h, 1d)';
    if (amount === undefined)
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be ${form}, got ${quote(text)}`);
    return Number(amount) * (UNIT_MS[unit] ?? 1000);
}
function parseMinValidityMs(text, name = 'min-validity') {
    const ms = parseDurationMs(text, name);
    if (ms <= MAX_MIN_VALIDITY_DAYS * 86_400_000)
        return ms;
    const why = 'no token is good for longer';
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be at most ${MAX_MIN_VALIDITY_DAYS}d, got ${quote(text)}: ${why}`);
}
function parseBoolean(text, name, words = 'true or false') {
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', `${name} must be ${words}, got ${quote(text)}`);
}
function quote(text, longest = 60) {
    const safe = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(text);
    return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}


/***/ }),

/***/ 4994:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ orNull)
/* harmony export */ });
function orNull(work) {
    try {
        return work();
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 1108:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ describeDeadEnd),
  K: () => (/* binding */ findProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/system/allowed-variables.ts
var allowed_variables = __nccwpck_require__(6777);
// EXTERNAL MODULE: ./src/core/programs/shim.ts
var programs_shim = __nccwpck_require__(8504);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
// EXTERNAL MODULE: ./src/core/system/process-group.ts
var process_group = __nccwpck_require__(2490);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __nccwpck_require__(1500);
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
    const message = 'before a version manager had said which program its shim stands for';
    if (cancel.aborted)
        throw (0,token_use/* withoutPair */.re)({ reason: 'cancelled', message: `cancelled ${message}`, tokenUse: 'not-sent' });
    if (!deadline.hasPassed())
        return;
    throw (0,token_use/* withoutPair */.re)({ reason: 'timeout', message: `the deadline passed ${message}`, tokenUse: 'not-sent' });
}
async function askManager(shim, options, end) {
    const tooLate = { whyNot: `did not answer within ${TIMEOUT_SECONDS} s` };
    if (end.aborted)
        return tooLate;
    let manager = null;
    const kill = () => void (0,process_group/* signalGroup */.i)(manager?.pid, 'SIGKILL');
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
    return (0,external_node_child_process_.spawn)(managerProgram, ['which', external_node_path_default().basename(shim)], {
        cwd: '/',
        env: {
            ...managerVariables(environment),
            ...variables,
            PATH: (0,allowed_variables/* absoluteEntries */.e0)(environment.PATH).join((external_node_path_default()).delimiter),
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
    const workingDirectory = (0,or_null/* orNull */.X)(() => process.cwd()) ?? '';
    return [workingDirectory, workspace]
        .filter(folder => external_node_path_default().isAbsolute(folder))
        .flatMap(bothPathsOf)
        .filter(folder => !homes.some(one => isIn(folder, one)));
}
function bothPathsOf(place) {
    return [external_node_path_default().resolve(place), (0,read/* realPathOf */.dN)(place)];
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
    for (const folder of (0,allowed_variables/* absoluteEntries */.e0)(environment.PATH)) {
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
    return `${shim} is a shim of ${manager}, and \`${manager} which ${name}\`, outside of any project, ${whyNot}`;
}
async function follow({ program, shim: last }, { environment, ask }, left) {
    const next = (target, shim) => follow({ program: target, shim }, { environment, ask }, left - 1);
    const shim = (0,programs_shim/* shimAt */.bj)(program);
    if (shim === null) {
        const wrapped = (0,programs_shim/* wrappedInHome */.Iw)(program, environment);
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
        return { shim, whyNot: `names ${answer.program}, which is no program` };
    return next(answer.program, shim);
}
function isProgram(candidate) {
    const isExecutableFile = (0,or_null/* orNull */.X)(() => {
        (0,external_node_fs_.accessSync)(candidate, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(candidate).isFile();
    });
    return isExecutableFile ?? false;
}


/***/ }),

/***/ 8504:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iw: () => (/* binding */ wrappedInHome),
/* harmony export */   bj: () => (/* binding */ shimAt),
/* harmony export */   qH: () => (/* binding */ scriptHeadOrEmpty),
/* harmony export */   sp: () => (/* binding */ scriptHead)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4994);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7973);




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

/***/ 9186:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ NOT_SENT_HERE),
/* harmony export */   FY: () => (/* binding */ NOT_SENT),
/* harmony export */   M4: () => (/* binding */ RefreshError),
/* harmony export */   WR: () => (/* binding */ LOG_IN_AGAIN),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* unused harmony exports isReason, allReasons */
const LOG_IN_AGAIN = 'Sign in again: `clr login` puts the new login where this run looks for it, into the file (`--creds`) or the secret (`--secret`).';
const NOT_SENT_HERE = 'this run did not send the refresh token';
const NOT_SENT = 'This run did not send the refresh token.';
const OUTCOMES = {
    refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
    'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
    recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
    ready: { exitCode: 0, title: 'Ready to refresh', remedy: '' },
    stored: { exitCode: 0, title: 'New login stored', remedy: '' },
    usage: { exitCode: 1, title: 'Wrong argument or input', remedy: `Fix the problem named in the message. ${NOT_SENT}` },
    'login-exists': {
        exitCode: 1,
        title: 'A good login is there',
        remedy: 'Keep it, or replace it with `--replace`: the old login then stays valid until it ends, unless you log it out.'
    },
    'login-failed': {
        exitCode: 1,
        title: 'The sign-in was not completed',
        remedy: 'Run it again. Each try needs a new code.'
    },
    'creds-not-found': {
        exitCode: 1,
        title: 'No credentials file',
        remedy: 'Point `creds` at the file, or sign in first: `clr login` makes it.'
    },
    'creds-unreadable': {
        exitCode: 1,
        title: 'Credentials file unreadable',
        remedy: `Fix the problem named in the message (often a permission), then run it again. ${NOT_SENT}`
    },
    'creds-invalid': {
        exitCode: 1,
        title: 'Credentials unusable',
        remedy: 'Fix the problem named in the message, or sign in again with `clr login`. An old copy of the file is likely to be useless, because each refresh uses up the refresh token before it.'
    },
    'creds-not-writable': {
        exitCode: 1,
        title: 'Credentials file not writable',
        remedy: `Fix the problem named in the message (often a permission or disk space). ${NOT_SENT}`
    },
    'claude-not-found': {
        exitCode: 1,
        title: 'claude not found',
        remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or put the folder that holds `claude` on PATH.'
    },
    'claude-failed': {
        exitCode: 1,
        title: 'claude failed before any exchange',
        remedy: 'Run `claude --version` on this machine to find out whether it works at all.'
    },
    'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
    'login-expired': { exitCode: 1, title: 'Login ended', remedy: LOG_IN_AGAIN },
    'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: 'Run it again later.' },
    network: {
        exitCode: 1,
        title: 'No connection',
        remedy: 'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
    },
    'server-error': { exitCode: 1, title: 'The token endpoint failed', remedy: 'Run it again later.' },
    'not-refreshed': { exitCode: 1, title: 'No refresh occurred', remedy: 'Run it again.' },
    'write-back-failed': {
        exitCode: 1,
        title: 'New credentials not written back',
        remedy: 'The new pair is safe in the file that the message names: do not delete it. Fix the cause, then run it again.'
    },
    'secret-not-writable': {
        exitCode: 1,
        title: 'Secret not writable',
        remedy: `Fix the problem named in the message (often a permission of \`github-token\`). ${NOT_SENT}`
    },
    'secret-write-failed': {
        exitCode: 1,
        title: 'Secret not written',
        remedy: 'The message says what was not stored, and why. If the secret should hold the new credentials, store them before the next run.'
    },
    'secret-stale': {
        exitCode: 1,
        title: 'Stale secret',
        remedy: `The secret was written after this job had read it. Do what the message says, or run the job again, which then reads the newer one. ${NOT_SENT}`
    },
    'claude-install-failed': {
        exitCode: 1,
        title: 'claude could not be installed',
        remedy: `Check \`claude-version\` and the access to the npm registry. ${NOT_SENT}`
    },
    cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again.' },
    internal: {
        exitCode: 1,
        title: 'clr-refresh failed unexpectedly',
        remedy: 'Unless the message names another cause, please report it, with the message and without any token.'
    },
    timeout: {
        exitCode: 2,
        title: 'Timed out',
        remedy: 'Run it again, with a larger `timeout` if the machine or the network is slow.'
    },
    locked: {
        exitCode: 2,
        title: 'Another run holds the lock',
        remedy: 'Wait for the other run or live session to end, then run it again.'
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

/***/ 3167:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fX: () => (/* binding */ isSignInElsewhere),
/* harmony export */   o$: () => (/* binding */ recoverHome),
/* harmony export */   u7: () => (/* binding */ useOfToken)
/* harmony export */ });
/* unused harmony exports SIGN_IN_LIMIT_MS, endAbandonedClaude, unchangedMs */
/* harmony import */ var _claude_claude_process_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(932);
/* harmony import */ var _claude_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5055);
/* harmony import */ var _claude_failure_signs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2991);
/* harmony import */ var _claude_watch_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9374);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7499);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2514);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6343);
/* harmony import */ var _home_found_login_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5855);
/* harmony import */ var _home_home_lock_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(406);
/* harmony import */ var _home_isolated_home_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3530);
/* harmony import */ var _rejections_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(7755);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(684);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(7973);
/* harmony import */ var _write_back_lineage_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(5172);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(1439);
/* harmony import */ var _rescue_file_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(6577);
















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
    const rejection = { pair: home.origin.from, message: _claude_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .MEANING_OF_BLANKED */ .U, atMs: blankedAtMs(home) };
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

/***/ 5067:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ hasSignInLeft),
/* harmony export */   YE: () => (/* binding */ isForSignIn),
/* harmony export */   bB: () => (/* binding */ recoverAbandoned),
/* harmony export */   eX: () => (/* binding */ recoverSignIns),
/* harmony export */   mS: () => (/* binding */ homesIn)
/* harmony export */ });
/* unused harmony export clearLeftBehind */
/* harmony import */ var _home_run_record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4206);
/* harmony import */ var _locks_own_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7910);
/* harmony import */ var _rejections_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7755);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7673);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1380);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8651);
/* harmony import */ var _write_back_lineage_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5172);
/* harmony import */ var _abandoned_home_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3167);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1439);
/* harmony import */ var _rescue_file_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6577);
/* harmony import */ var _trusted_entry_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(3609);











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
    for (const rescue of (0,_rescue_file_js__WEBPACK_IMPORTED_MODULE_9__/* .rescuesIn */ .ke)(folder)) {
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

/***/ 3518:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findOrPlace),
/* harmony export */   x: () => (/* binding */ findOrRecover)
/* harmony export */ });
/* harmony import */ var _credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8401);
/* harmony import */ var _locks_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1700);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9186);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8651);
/* harmony import */ var _abandoned_run_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5067);





async function findOrRecover(given, name, { insist, ...patience }) {
    const { file: found, missing } = findOrPlace(given, name);
    if (missing === null)
        return { file: found, recovered: null };
    const recovered = await (0,_locks_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .whileLocked */ .ai)(found, patience, ({ file, folder }) => (0,_abandoned_run_js__WEBPACK_IMPORTED_MODULE_4__/* .recoverSignIns */ .eX)({ file, folder, insist }));
    return { file: (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findCredentialsFile */ .Ic)(given, name), recovered };
}
function findOrPlace(given, name) {
    try {
        return { file: (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findCredentialsFile */ .Ic)(given, name), missing: null };
    }
    catch (error) {
        if (!(error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4) || error.reason !== 'creds-not-found')
            throw error;
        const place = (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findPlace */ .Pj)(given);
        const left = place === null ? null : _work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .WorkFolder */ .y2.find(place);
        if (place === null || left === null || !(0,_abandoned_run_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSignInLeft */ .Ez)(left))
            throw error;
        return { file: place, missing: error };
    }
}


/***/ }),

/***/ 1439:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n_: () => (/* binding */ orWaiting),
  G: () => (/* binding */ otherKeysOf),
  fI: () => (/* binding */ outlookFor),
  pK: () => (/* binding */ putBack)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __nccwpck_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __nccwpck_require__(2514);
// EXTERNAL MODULE: ./src/core/credentials/new-pair.ts
var new_pair = __nccwpck_require__(7705);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __nccwpck_require__(1380);
// EXTERNAL MODULE: ./src/core/write-back/composition.ts
var composition = __nccwpck_require__(4035);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __nccwpck_require__(3335);
// EXTERNAL MODULE: ./src/core/system/sync.ts
var sync = __nccwpck_require__(3410);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
;// CONCATENATED MODULE: ./src/core/write-back/new-file.ts





function makeFoldersFor(given) {
    const folder = path.dirname(given);
    try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return { given, real: path.join(realpathSync(folder), path.basename(given)) };
    }
    catch (error) {
        throw notWritable(`cannot make the folder ${folder}`, error);
    }
}
function makeFile({ file, folder }, document) {
    const staged = folder.newReplacementPath();
    try {
        (0,sync/* writeToDisk */.S)(staged, JSON.stringify(document));
        return takeName(staged, file.real);
    }
    catch (error) {
        throw (0,not_writable/* notWritable */.G)(`cannot make ${file.given}`, error);
    }
    finally {
        (0,external_node_fs_.rmSync)(staged, { force: true });
    }
}
function takeName(staged, name) {
    try {
        (0,external_node_fs_.linkSync)(staged, name);
        return true;
    }
    catch (error) {
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        (0,external_node_fs_.renameSync)(staged, name);
        return true;
    }
}

// EXTERNAL MODULE: ./src/core/write-back/replacement.ts + 1 modules
var write_back_replacement = __nccwpck_require__(4894);
// EXTERNAL MODULE: ./src/core/write-back/write-back.ts
var write_back = __nccwpck_require__(3876);
;// CONCATENATED MODULE: ./src/core/recovery/put-back.ts











async function putBack({ file, folder }, { newPair, otherKeys, path, replacementPath, keepSafe }) {
    const place = { file, folder };
    if (newPair.isNewLogin === true && isMissing(file)) {
        const document = { ...otherKeys, claudeAiOauth: newPair.fields };
        const isMade = orWaiting(path, () => makeFile(place, document));
        return isMade ? (0,new_pair/* credentialsOf */.Y)(newPair) : 'another-login';
    }
    const login = (0,credentials_file/* readGoodLogin */.xm)(file);
    const outlook = outlookFor(newPair, login);
    if (outlook !== 'put-back')
        return outlook;
    const existing = login === null || (0,composition/* isRemnant */.q_)(login, newPair) ? null : login;
    const replacement = orWaiting(path, () => write_back_replacement/* Replacement */.z.reserve(file, replacementPath));
    try {
        return await (0,write_back/* writeBack */.X)({ ...place, replacement, keepSafe }, newPair, existing?.document ?? otherKeys);
    }
    finally {
        replacement.discard();
    }
}
function outlookFor(newPair, login) {
    if (login === null || (0,composition/* isRemnant */.q_)(login, newPair))
        return 'put-back';
    if ((0,fingerprint/* fingerprint */.R)(login) === (0,fingerprint/* fingerprint */.R)(newPair))
        return 'in-file';
    return (0,fingerprint/* fingerprint */.R)(login) === newPair.from ? 'put-back' : 'another-login';
}
function orWaiting(pairPath, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4))
            throw error;
        const waits = `the pair that a run which was cut short had got waits in ${pairPath()}`;
        throw new reasons/* RefreshError */.M4('write-back-failed', `${error.message}; ${waits}, and the next run takes it up`);
    }
}
function isMissing({ real }) {
    return (0,unreadable/* orUnreadable */.p)(real, () => (0,read/* unlessMissing */.F2)(() => (0,external_node_fs_.lstatSync)(real))) === null;
}
function otherKeysOf(document) {
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'));
}


/***/ }),

/***/ 6577:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dk: () => (/* binding */ keepSafe),
/* harmony export */   ey: () => (/* binding */ readRescue),
/* harmony export */   ke: () => (/* binding */ rescuesIn)
/* harmony export */ });
/* unused harmony export rescue */
/* harmony import */ var _credentials_new_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7705);
/* harmony import */ var _home_found_login_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5855);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7973);
/* harmony import */ var _system_sync_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3410);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8651);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1439);







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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isTrusted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function isTrusted(entry, { keepsModes }, uid = process.geteuid?.()) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(entry, { throwIfNoEntry: false });
    const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true;
    return isOfItsKind && stats.uid === uid && (!keepsModes || (stats.mode & 0o077) === 0);
}


/***/ }),

/***/ 2258:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   PH: () => (/* binding */ safeOutput),
/* harmony export */   n1: () => (/* binding */ withoutProxyPasswords),
/* harmony export */   om: () => (/* binding */ safeLine)
/* harmony export */ });
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
function withoutProxyPasswords(text, environment) {
    const proxies = Object.entries(environment).filter(([name]) => /_proxy$/i.test(name));
    const passwords = proxies.flatMap(([, value = '']) => /^(.+)@/.exec(value)?.[1] ?? []);
    return passwords.reduce((hidden, password) => hidden.replaceAll(password, '***'), text);
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

/***/ 3757:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ isFresh),
  O: () => (/* binding */ refresh)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./src/core/deadline.ts
var core_deadline = __nccwpck_require__(6343);
// EXTERNAL MODULE: ./src/core/token-use.ts
var token_use = __nccwpck_require__(1500);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/redact.ts
var redact = __nccwpck_require__(2258);
// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
// EXTERNAL MODULE: ./src/core/claude/claude-command.ts
var claude_command = __nccwpck_require__(1914);
// EXTERNAL MODULE: ./src/core/claude/claude-environment.ts
var claude_environment = __nccwpck_require__(8310);
// EXTERNAL MODULE: ./src/core/claude/claude-process.ts + 1 modules
var claude_process = __nccwpck_require__(932);
// EXTERNAL MODULE: ./src/core/claude/failure.ts + 2 modules
var claude_failure = __nccwpck_require__(5055);
// EXTERNAL MODULE: ./src/core/claude/failure-signs.ts
var failure_signs = __nccwpck_require__(2991);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
;// CONCATENATED MODULE: ./src/core/claude/model-listener.ts





const MAX_CONNECTIONS = 8;
const PAUSE_MS = 50;
const TLS_HANDSHAKE = 0x16;
class ModelListener {
    server;
    baseUrl;
    #held = new Set();
    #queue = Promise.resolve();
    constructor(server, baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }
    static async open(isOfClaude, onRequest) {
        const server = (0,external_node_net_namespaceObject.createServer)();
        server.maxConnections = MAX_CONNECTIONS;
        await new Promise((resolve, reject) => {
            server.once('error', error => {
                const message = `cannot listen on 127.0.0.1 (${(0,system_error/* errorCode */.CA)(error)}), so \`claude\` was not started`;
                const remedy = `Let this program listen on 127.0.0.1, then run it again. ${reasons/* NOT_SENT */.FY}`;
                reject(new reasons/* RefreshError */.M4('claude-failed', message, remedy));
            });
            server.listen(0, '127.0.0.1', resolve);
        });
        server.unref();
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const listener = new ModelListener(server, `https://127.0.0.1:${port}/${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
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
            await (0,promises_.setTimeout)(PAUSE_MS, undefined, { ref: false });
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

// EXTERNAL MODULE: ./src/core/claude/proxy-variable.ts
var proxy_variable = __nccwpck_require__(283);
// EXTERNAL MODULE: ./src/core/claude/trace.ts
var trace = __nccwpck_require__(9107);
// EXTERNAL MODULE: ./src/core/claude/watch.ts + 1 modules
var watch = __nccwpck_require__(9374);
;// CONCATENATED MODULE: ./src/core/claude/watch-with-grace.ts



const GRACE_MS = 5000;
const GRACE_BEFORE_TERM_MS = 4000;
const EXPLANATION_MS = 2000;
async function watchWithGrace(call, { deadline, cancel, insist }) {
    const watched = await (0,watch/* watchCall */.G)(call, { deadline, cancel });
    const { kind } = watched.sighting;
    if (kind === 'over' && watched.mayHaveSent)
        return waitForExplanation(call, watched, cancel);
    if ((kind !== 'deadline' && kind !== 'cancelled') || !call.home.isExchangeUnderWay())
        return watched;
    const term = setTimeout(() => {
        call.claude.terminate();
    }, GRACE_BEFORE_TERM_MS);
    const last = await (0,watch/* watchCall */.G)(call, { deadline: core_deadline/* Deadline */.B.after(GRACE_MS / 1000), cancel: insist });
    clearTimeout(term);
    const isResult = last.sighting.kind === 'pair' || last.sighting.kind === 'blanked';
    return { sighting: isResult ? last.sighting : watched.sighting, mayHaveSent: true };
}
async function waitForExplanation({ home, claude, modelRequest }, watched, cancel) {
    if (!home.lock())
        return watched;
    const ends = [modelRequest, cancel].map(signal => (0,promises_.setTimeout)(EXPLANATION_MS, null, { signal, ref: false }).catch(() => null));
    const exit = await Promise.race([claude.exited, ...ends]);
    return exit === null ? watched : { ...watched, sighting: { kind: 'exited', exit } };
}

;// CONCATENATED MODULE: ./src/core/claude/claude-call.ts














const MAX_OUTPUT_LENGTH = 16_384;
const MAX_READS = 10;
const READ_AGAIN_MS = 200;
async function callClaude(exchange, unknownOptions) {
    const { home, program } = exchange;
    const modelRequest = new AbortController();
    let claude = null;
    const listener = await ModelListener.open(connection => claude?.hasMade(connection) ?? 'no', () => {
        modelRequest.abort();
    });
    try {
        const environment = (0,claude_environment/* claudeEnvironment */.ID)(exchange.environment, home, listener.baseUrl);
        const command = [program.path, ...(0,claude_command/* claudeArguments */.xe)(home.logs.debug, unknownOptions)];
        (0,trace/* traceCall */.c)(exchange.log, home.path, unknownOptions);
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
    const claude = claude_process/* ClaudeProcess */.E9.start(home, command, environment);
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
    if (judgement.kind === 'pair')
        return { newPair: judgement.newPair };
    const stderr = (0,read/* readTextOrEmpty */.Qr)(home.logs.stderr);
    const unknownOption = sighting.kind === 'exited' ? (0,claude_command/* unknownOptionIn */.Rp)(stderr) : null;
    const mayHaveSent = mayHaveSentBefore || home.isExchangeUnderWay();
    if (unknownOption !== null && !unknownOptions.has(unknownOption) && !mayHaveSent)
        return { unknownOption };
    const printed = `${endOf((0,read/* readTextOrEmpty */.Qr)(home.logs.stdout))}\n${endOf(stderr)}`;
    const output = (0,redact/* safeOutput */.PH)((0,redact/* withoutProxyPasswords */.n1)(printed, environment), [before.accessToken, before.refreshToken]);
    const failure = (0,claude_failure/* classifyFailure */.X)({
        sighting: judgement.kind === 'nothing' ? sighting : judgement,
        mayHaveSent,
        sign: (0,failure_signs/* failureSignIn */.d)(`${(0,read/* readTextOrEmpty */.Qr)(home.logs.debug)}\n${output}`),
        output,
        program,
        proxyFault: (0,proxy_variable/* proxyFaultIn */.C)(environment)
    });
    return { ...failure, output };
}
async function finalJudgement(home) {
    for (let reads = 1;; reads += 1) {
        try {
            return home.judge();
        }
        catch (error) {
            if (reads === MAX_READS) {
                home.keep();
                const why = `cannot read the isolated HOME ${home.path} (${(0,system_error/* errorCode */.CA)(error)}), which may hold the new pair`;
                const message = `${why}; it is kept, and the next run that can read it recovers what is in it`;
                const remedy = 'Do not delete that folder: without it the login may be lost. Fix what keeps it from being read, then run it again.';
                throw new reasons/* RefreshError */.M4('not-refreshed', message, remedy);
            }
            await (0,promises_.setTimeout)(READ_AGAIN_MS);
        }
    }
}
function endOf(text) {
    return text.length <= MAX_OUTPUT_LENGTH ? text : text.slice(-MAX_OUTPUT_LENGTH).replace(/^\S+/, '');
}

;// CONCATENATED MODULE: ./src/core/claude/exchange.ts





const RETRY_WAITS_MS = [1000, 3000];
const RETRY_SPAN_MS = 10_000;
const MIN_TRY_MS = 5000;
async function letClaudeRefresh(exchange) {
    const unknownOptions = new Set((0,claude_command/* optionsUnknownTo */.uU)(exchange.program.version));
    let firstFailure = null;
    let tokenUse = 'not-sent';
    let call = callClaude;
    for (let tries = 0;;) {
        if (exchange.cancel.aborted) {
            throw (0,token_use/* withoutPair */.re)({ reason: 'cancelled', message: 'cancelled before `claude` had refreshed the login', tokenUse });
        }
        const useBefore = tokenUse;
        const result = await call(exchange, unknownOptions).catch((error) => {
            throw (0,token_use/* afterTries */.QQ)(error, useBefore);
        });
        call = seedAndCall;
        if ('newPair' in result)
            return result.newPair;
        if ('unknownOption' in result) {
            unknownOptions.add(result.unknownOption);
            continue;
        }
        tokenUse = (0,token_use/* worseOf */.WD)(tokenUse, result.tokenUse);
        firstFailure ??= core_deadline/* Deadline */.B.after(RETRY_SPAN_MS / 1000);
        const waitMs = result.isRepeatable ? RETRY_WAITS_MS[tries] : undefined;
        const isTimeForMore = waitMs !== undefined && firstFailure.remainingMs() > waitMs;
        if (!isTimeForMore || exchange.deadline.remainingMs() < waitMs + MIN_TRY_MS) {
            exchange.log.claudeOutput(result.output);
            throw (0,token_use/* withoutPair */.re)({ ...result, tokenUse });
        }
        if (result.output !== '')
            exchange.log.trace(`# claude said, and is called again: ${result.output}`);
        tries += 1;
        await (0,promises_.setTimeout)(waitMs, null, { signal: exchange.cancel }).catch(() => null);
    }
}
async function seedAndCall(exchange, unknownOptions) {
    exchange.home.seed(exchange.before);
    return callClaude(exchange, unknownOptions);
}

// EXTERNAL MODULE: ./src/core/claude/find-claude.ts
var find_claude = __nccwpck_require__(5082);
// EXTERNAL MODULE: ./src/core/credentials/credentials-file.ts
var credentials_file = __nccwpck_require__(7499);
// EXTERNAL MODULE: ./src/core/credentials/typed-path.ts
var typed_path = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./src/core/credentials/fingerprint.ts
var fingerprint = __nccwpck_require__(2514);
// EXTERNAL MODULE: ./src/core/credentials/validity.ts
var validity = __nccwpck_require__(3438);
// EXTERNAL MODULE: ./src/core/work-folder.ts + 1 modules
var work_folder = __nccwpck_require__(8651);
// EXTERNAL MODULE: ./src/core/home/isolated-home.ts
var isolated_home = __nccwpck_require__(3530);
// EXTERNAL MODULE: ./src/core/home/seeded-login.ts
var seeded_login = __nccwpck_require__(1307);
// EXTERNAL MODULE: ./src/core/locks/locks.ts
var locks = __nccwpck_require__(1700);
// EXTERNAL MODULE: ./src/core/refuse-unsafe.ts
var refuse_unsafe = __nccwpck_require__(8218);
// EXTERNAL MODULE: ./src/core/recovery/abandoned-run.ts
var abandoned_run = __nccwpck_require__(5067);
// EXTERNAL MODULE: ./src/core/recovery/missing-file.ts
var missing_file = __nccwpck_require__(3518);
// EXTERNAL MODULE: ./src/core/rejections.ts
var rejections = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./src/core/report-draft.ts
var report_draft = __nccwpck_require__(3399);
// EXTERNAL MODULE: ./src/core/system/platform.ts
var platform = __nccwpck_require__(7746);
// EXTERNAL MODULE: ./src/core/recovery/rescue-file.ts
var rescue_file = __nccwpck_require__(6577);
// EXTERNAL MODULE: ./src/core/write-back/lineage.ts
var lineage = __nccwpck_require__(5172);
// EXTERNAL MODULE: ./src/core/write-back/replacement.ts + 1 modules
var write_back_replacement = __nccwpck_require__(4894);
// EXTERNAL MODULE: ./src/core/write-back/write-back.ts
var write_back = __nccwpck_require__(3876);
;// CONCATENATED MODULE: ./src/core/refresh.ts























const FRESH_MS = 5 * 60_000;
async function refresh(options, log) {
    const draft = new report_draft/* ReportDraft */.G();
    const deadline = core_deadline/* Deadline */.B.after(options.timeoutSeconds, options.startMs);
    try {
        draft.creds = (0,typed_path/* absolutePath */.Hi)(options.credsPath, options.credsFrom);
        (0,platform/* refuseWindows */.C)();
        const { file, recovered } = await (0,missing_file/* findOrRecover */.x)(draft.creds, options.credsFrom, { ...options, deadline });
        if (recovered !== null && isFresh(recovered, options))
            return draft.recovered(recovered);
        const seen = (0,credentials_file/* readBeforeLock */.rN)(file);
        draft.before = seen;
        if (!work_folder/* WorkFolder */.y2.isInUse(file))
            (0,validity/* refuseUnrefreshable */.xY)(file.given, seen, options.minValidityMs);
        draft.enter('lock');
        const refreshUnderLock = () => (0,locks/* whileLocked */.ai)(file, { deadline, cancel: options.cancel }, locks => {
            draft.warn(...locks.warnings);
            return refreshLocked({ file: locks.file, seen, locks, deadline, options, log, draft });
        });
        if (seen === null || !(0,validity/* isValidAsAsked */.f8)(seen, options.minValidityMs))
            return await refreshUnderLock();
        return await orStillValid({ file, options, draft }, () => (0,work_folder/* isPairWaiting */.ao)(file) ? refreshUnderLock() : draft.stillValid(seen));
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            return draft.failed(error);
        throw error;
    }
}
async function orStillValid({ file, options, draft }, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof reasons/* RefreshError */.M4) || error.reason === 'cancelled')
            throw error;
        const now = (0,credentials_file/* readGoodLogin */.xm)(file);
        if (now === null || !(0,validity/* isValidAsAsked */.f8)(now, options.minValidityMs))
            throw error;
        draft.warn(`an earlier run may have left a newer pair, which could not be recovered: ${error.message}`);
        return draft.stillValid(now);
    }
}
async function refreshLocked(run) {
    const { file, seen, locks, options, draft } = run;
    draft.enter('prepare');
    const { onSentBefore } = draft;
    const recovered = await (0,abandoned_run/* recoverAbandoned */.bB)({ file, folder: locks.folder, insist: options.insist, onSentBefore });
    draft.waiting = (0,rescue_file/* rescuesIn */.ke)(locks.folder);
    if (recovered !== null && isFresh(recovered, options))
        return draft.recovered(recovered);
    const before = (0,credentials_file/* readLogin */.mN)(file);
    (0,rejections/* forgetOtherRejection */.Nm)(locks.folder, before);
    draft.before = seen ?? before;
    if (before.refreshToken === null) {
        if ((0,validity/* isValidAsAsked */.f8)(before, options.minValidityMs))
            return draft.stillValid(before);
        throw (0,validity/* cannotRefresh */.d)(file.given, before);
    }
    const isChanged = recovered === null && seen !== null && (0,fingerprint/* fingerprint */.R)(seen) !== (0,fingerprint/* fingerprint */.R)(before);
    if (isChanged && (before.expiresAtMs === null || isFresh(before, options)))
        return draft.refreshedByAnother(before);
    if ((0,validity/* isValidAsAsked */.f8)(before, options.minValidityMs))
        return draft.stillValid(before);
    return refreshByClaude(run, before);
}
async function refreshByClaude(run, before) {
    const { file, locks, options, log, draft } = run;
    const { folder, check } = locks;
    draft.current = before;
    (0,refuse_unsafe/* refuseUnsafe */.H)({ file, folder, environment: options.environment, log }, before);
    const program = await (0,find_claude/* findClaude */.E)(options.environment, { deadline: run.deadline, cancel: options.cancel });
    draft.claude = program;
    const home = isolated_home/* IsolatedHome */.X.create(folder, before);
    const replacement = new write_back_replacement/* Replacement */.z(file, home.newReplacementPath(), { like: before.stats });
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
        (0,lineage/* addToLineage */.Ms)(folder, newPair);
        const written = await (0,write_back/* writeBack */.X)({ file, folder, replacement, keepSafe: document => (0,rescue_file/* keepSafe */.dk)(folder, home, document) }, newPair, before.document);
        (0,rejections/* forgetRejection */.jO)(folder);
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
        return (0,seeded_login/* withCredibleExpiry */.u1)(await letClaudeRefresh(exchange));
    }
    catch (error) {
        if (error instanceof token_use/* LoginRejected */.yK)
            (0,rejections/* rememberRejection */.Z0)(folder, { pair: (0,fingerprint/* fingerprint */.R)(exchange.before), message: error.message });
        throw error;
    }
}
function isFresh(login, { minValidityMs }) {
    return (0,validity/* isGoodFor */.hn)(login, Math.max(FRESH_MS, minValidityMs));
}


/***/ }),

/***/ 8218:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refuseUnsafe)
/* harmony export */ });
/* harmony import */ var _claude_keychain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6880);
/* harmony import */ var _locks_store_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9981);
/* harmony import */ var _rejections_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7755);
/* harmony import */ var _write_back_composition_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4035);




function refuseUnsafe({ file, folder, environment, log }, login) {
    (0,_write_back_composition_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTooLarge */ .Aj)(file, login);
    (0,_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseStoreThatCannotBeLocked */ .d)(file);
    (0,_claude_keychain_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseFileBesideKeychain */ .z)(file, environment, log);
    (0,_rejections_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseRejected */ .LW)(folder, login);
}


/***/ }),

/***/ 7755:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ refuseJustRejected),
/* harmony export */   LW: () => (/* binding */ refuseRejected),
/* harmony export */   Nm: () => (/* binding */ forgetOtherRejection),
/* harmony export */   Z0: () => (/* binding */ rememberRejection),
/* harmony export */   jO: () => (/* binding */ forgetRejection),
/* harmony export */   uE: () => (/* binding */ readRejection)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2514);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(6153);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(4994);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9186);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(2258);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7973);
/* harmony import */ var _system_remove_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7673);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(43);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1357);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8651);












const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_WAIT_MS = HOUR_MS;
const LONGEST_WAIT_MS = 24 * HOUR_MS;
const MAX_RECORD_BYTES = 4096;
const MAX_TIME_MS = 8.64e15;
function readRejection(folder, pair, nowMs = Date.now()) {
    return parseRecord(readRecord(folder) ?? '', (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(pair), nowMs);
}
function rememberRejection(folder, { pair, message }, atMs = Date.now()) {
    const record = recordAfter(folder, { pair, message }, atMs);
    (0,_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => {
        if (record !== null && hasOneUser(folder))
            folder.writeRecord(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3, record);
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
    const { uid, mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(workFolder));
    const isSticky = (mode & 0o1000) !== 0;
    if (isSticky || !keepsModes)
        return true;
    return uid === process.geteuid?.() && (uid !== 0 || (mode & 0o022) === 0);
}
function forgetRejection(folder) {
    (0,_system_remove_js__WEBPACK_IMPORTED_MODULE_5__/* .removeIfPossible */ .h)(folder.at(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3));
}
function forgetOtherRejection(folder, pair) {
    const text = readText(folder);
    if (text !== null && parseRecord(text, (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(pair), Date.now()) === null)
        forgetRejection(folder);
}
function refuseRejected(folder, pair, nowMs = Date.now()) {
    refuseByRecord(folder, parseRecord(readText(folder) ?? '', (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(pair), nowMs), nowMs);
}
function refuseJustRejected(folder, { pair, message }, atMs) {
    const record = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => hasOneUser(folder)) === true ? recordAfter(folder, { pair, message }, atMs) : null;
    const nowMs = Date.now();
    if (record !== null)
        refuseByRecord(folder, parseRecord(JSON.stringify(record), pair, nowMs), nowMs);
}
function refuseByRecord(folder, rejection, nowMs) {
    if (rejection === null || rejection.nextTryAtMs <= nowMs)
        return;
    const { message, firstAtMs, count, nextTryAtMs } = rejection;
    const times = count === 1 ? '' : `, ${count} times so far`;
    const since = `rejected since ${(0,_times_js__WEBPACK_IMPORTED_MODULE_7__/* .describeMoment */ .oL)(firstAtMs, nowMs)}${times}`;
    const minuteMs = Math.ceil(nextTryAtMs / MINUTE_MS) * MINUTE_MS;
    const next = `${_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_SENT_HERE */ .Al}, and the next try is at ${(0,_times_js__WEBPACK_IMPORTED_MODULE_7__/* .utcMinute */ .vD)(minuteMs)} UTC (${(0,_times_js__WEBPACK_IMPORTED_MODULE_7__/* .inTime */ .RN)(nextTryAtMs - nowMs)}) or later`;
    const record = folder.at(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3);
    const remedy = `${(0,_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeOf */ .sG)('login-rejected').remedy} To try the same login now, delete ${record}, and run it again.`;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .RefreshError */ .M4('login-rejected', `${message}; ${since}; ${next}`, remedy);
}
function readText(folder) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_9__/* .orNull */ .X)(() => readRecord(folder));
}
function readRecord(folder) {
    try {
        return (0,_system_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .XF)(folder.at(_work_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .REJECTION_RECORD */ .k3), MAX_RECORD_BYTES).bytes.toString('utf8');
    }
    catch (error) {
        if (NO_RECORD.includes((0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error)))
            return null;
        throw error;
    }
}
const NO_RECORD = ['ENOENT', 'ENOTDIR', 'ELOOP', 'not a regular file', 'EFBIG'];
function parseRecord(text, pair, nowMs) {
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .parseJson */ .qF)(text);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isJsonObject */ .OW)(record) || record.pair !== pair)
        return null;
    const { message, firstAtMs, lastAtMs, count } = record;
    if (typeof message !== 'string' || message === '' || !isTime(firstAtMs) || !isTime(lastAtMs))
        return null;
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
        return null;
    const nextTryAtMs = nextTryAfter(lastAtMs, count, nowMs);
    return { message: (0,_redact_js__WEBPACK_IMPORTED_MODULE_11__/* .safeLine */ .om)(message), firstAtMs, lastAtMs, count, nextTryAtMs };
}
function nextTryAfter(lastAtMs, count, nowMs) {
    const nextTryAtMs = lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** (count - 1), LONGEST_WAIT_MS);
    return nextTryAtMs - nowMs > LONGEST_WAIT_MS ? nowMs : nextTryAtMs;
}
function isTime(value) {
    return typeof value === 'number' && value >= 0 && value <= MAX_TIME_MS;
}


/***/ }),

/***/ 3399:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ReportDraft)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3435);
/* harmony import */ var _credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3438);
/* harmony import */ var _login_command_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2058);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9186);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2258);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1357);
/* harmony import */ var _token_use_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1500);








class ReportDraft {
    creds = null;
    claude = null;
    before = null;
    current = null;
    waiting = [];
    #startMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    #phases = [];
    #warnings = [];
    #isSentBefore = false;
    #phase = null;
    enter(name) {
        this.#endPhase();
        this.#phase = { name, startMs: node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() };
    }
    warn(...sentences) {
        this.#warnings.push(...sentences.map(_redact_js__WEBPACK_IMPORTED_MODULE_7__/* .safeLine */ .om));
    }
    onSentBefore = () => {
        this.#isSentBefore = true;
    };
    refreshed(after) {
        const took = `took ${(this.#elapsedMs / 1000).toFixed(1)} s`;
        const odd = 'the new tokens are in the file, but the expiry that `claude` stored with them makes no sense';
        const validity = after.expiresAtMs === null ? odd : (0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValidity */ .Aw)(after);
        const now = this.#withoutWrongEnd(after, (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .hasEnded */ .hY)(after.loginExpiresAtMs));
        return this.#report('refreshed', now, `refreshed ${this.creds ?? ''}: ${validity}${endNote(now)}; ${took}`);
    }
    refreshedByAnother(after) {
        const now = this.#withoutWrongEnd(after, (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .hasEnded */ .hY)(after.loginExpiresAtMs));
        const how = 'was refreshed by another run or session meanwhile';
        return this.#report('refreshed', now, `${this.creds ?? ''} ${how}: ${(0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValidity */ .Aw)(now)}${endNote(now)}`);
    }
    recovered(after) {
        const now = this.#withoutWrongEnd(after, (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .isEndDisproven */ .g_)(after));
        const what = `recovered ${this.creds ?? ''} from a run that was cut short`;
        return this.#report('recovered', now, `${what}: ${(0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValidity */ .Aw)(now)}${endNote(now)}`);
    }
    stillValid(login) {
        const whyNot = (0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotUsed */ .vi)(login);
        if (whyNot !== null)
            this.warn(whyNot);
        const validity = `${(0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValidity */ .Aw)(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to do for ${this.creds ?? ''}: ${validity}`);
    }
    nothingToRecover(login) {
        const validity = `${(0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValidity */ .Aw)(login)}${endNote(login)}`;
        return this.#report('still-valid', login, `nothing to recover for ${this.creds ?? ''}: ${validity}`);
    }
    ready(login, facts) {
        const by = this.claude === null ? '' : ` with claude ${this.claude.version ?? this.claude.path}`;
        const what = [...facts, `${(0,_credentials_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValidity */ .Aw)(login)}${endNote(login)}`, 'nothing was sent or changed'].join('; ');
        return this.#report('ready', login, `ready to refresh ${this.creds ?? ''}${by}: ${what}`);
    }
    failed(error) {
        const login = this.current ?? this.before;
        const endMs = login === null ? null : (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(login);
        const isExpired = error.reason === 'login-rejected' && endMs !== null && (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .hasEnded */ .hY)(endMs);
        const report = isExpired
            ? this.#report('login-expired', login, `${error.message}; ${(0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .lA)(endMs)}, the date set at its sign-in`)
            : this.#report(error.reason, login, error.message);
        return { ...report, remedy: this.#withCommand(error.remedy, isExpired) };
    }
    get #elapsedMs() {
        return Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - this.#startMs);
    }
    #endPhase() {
        if (this.#phase === null)
            return;
        this.#phases.push({ name: this.#phase.name, ms: Math.round(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - this.#phase.startMs) });
        this.#phase = null;
    }
    #withoutWrongEnd(after, isWrong) {
        if (!isWrong || after.loginExpiresAtMs === null)
            return after;
        if (this.before === null || !(0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .isEndDisproven */ .g_)(this.before)) {
            const date = (0,_times_js__WEBPACK_IMPORTED_MODULE_5__/* .describeMoment */ .oL)(after.loginExpiresAtMs, Date.now());
            this.warn(`the sign-in stated ${date} as the end of this login, which was refreshed after that: from now on its end counts as unknown`);
        }
        return { ...after, loginExpiresAtMs: null };
    }
    #withCommand(remedy, isExpired) {
        if (this.creds === null)
            return remedy;
        return (0,_redact_js__WEBPACK_IMPORTED_MODULE_7__/* .safeLine */ .om)((0,_login_command_js__WEBPACK_IMPORTED_MODULE_3__/* .withLoginCommand */ .$m)(remedy, (isExpired ? _login_command_js__WEBPACK_IMPORTED_MODULE_3__/* .signInCommand */ .aK : _login_command_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceCommand */ .SU)(this.creds)));
    }
    #report(reason, now, message) {
        this.#endPhase();
        const { exitCode, remedy } = (0,_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeOf */ .sG)(reason);
        const endMs = now === null ? null : (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(now);
        if (this.#isSentBefore && reason !== 'refreshed')
            this.warn(_token_use_js__WEBPACK_IMPORTED_MODULE_6__/* .SENT_BEFORE */ .VJ);
        return {
            refreshed: reason === 'refreshed' || reason === 'recovered',
            reason,
            exitCode,
            creds: this.creds,
            previousExpiresAt: iso(this.before?.expiresAtMs),
            expiresAt: iso(now?.expiresAtMs),
            loginExpiresAt: iso(endMs),
            loginEndsSoon: (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endsWithin */ ._c)(endMs, _credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .LOGIN_WARNING_MS */ .wG),
            elapsedMs: this.#elapsedMs,
            claude: this.claude,
            phases: this.#phases,
            warnings: this.#warnings,
            message: (0,_redact_js__WEBPACK_IMPORTED_MODULE_7__/* .safeLine */ .om)(`${message}${otherPairsNote(this.waiting)}`),
            remedy
        };
    }
}
function otherPairsNote(waiting) {
    if (waiting.length === 0)
        return '';
    const paths = waiting.map(({ path }) => path).join(', ');
    return `; a pair that does not descend from the one in the file waits in ${paths}: delete it, or, if it is of another login that you want here, move it over the file`;
}
function endNote(login) {
    const endMs = login.refreshToken === null ? null : (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(login);
    return endMs === null ? '' : `; ${(0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .lA)(endMs)}`;
}
function iso(ms) {
    return ms == null ? null : new Date(ms).toISOString();
}


/***/ }),

/***/ 3842:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ ownLockStatus),
/* harmony export */   i7: () => (/* binding */ isHeld),
/* harmony export */   uU: () => (/* binding */ cliLockStatus),
/* harmony export */   yQ: () => (/* binding */ cliLockStatuses)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _locks_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6409);
/* harmony import */ var _locks_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7520);
/* harmony import */ var _locks_cli_owner_record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8296);
/* harmony import */ var _locks_own_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7910);
/* harmony import */ var _locks_wait_for_turn_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7701);
/* harmony import */ var _system_file_system_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1089);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(684);








function ownLockStatus(folder) {
    const holder = (0,_locks_own_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .findHolder */ .IL)(folder);
    const stats = holder === null ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(holder.path, { throwIfNoEntry: false });
    if (holder === null || stats === undefined)
        return null;
    const { path, identity } = holder;
    const alive = identity === null ? 'unknown' : (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_7__/* .isAlive */ ._n)(identity);
    return {
        path,
        holder: 'clr',
        pid: identity?.pid ?? null,
        isElsewhere: identity !== null && (0,_locks_wait_for_turn_js__WEBPACK_IMPORTED_MODULE_5__/* .isElsewhere */ .l5)(identity),
        isAlive: alive === 'unknown' ? null : alive === 'yes',
        ...timesOf(stats)
    };
}
function cliLockStatuses(file, folder) {
    const ours = folder === null ? [] : (0,_locks_cli_lock_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedLocks */ .zK)(folder);
    const locks = [];
    const obstacles = [];
    for (const lock of (0,_locks_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .cliLocksFor */ .aT)(file).filter(({ path }) => !ours.includes(path))) {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(lock.path, { throwIfNoEntry: false });
        if (stats === undefined || (0,_locks_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .jq)(lock))
            continue;
        const obstacle = (0,_locks_cli_lock_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .describeObstacle */ .TD)(lock.path);
        if (obstacle === null)
            locks.push(cliLockStatus(lock, stats));
        else
            obstacles.push(`${lock.path} is ${obstacle}, where \`claude\` makes an empty folder as its lock: no refresh is possible until you remove it`);
    }
    return { locks, obstacles };
}
function cliLockStatus(lock, stats) {
    const owner = (0,_locks_cli_owner_record_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerOf */ .b)(lock);
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
    return ageMs <= STALE_AFTER_MS || (ageMs <= STALE_ON_NETWORK_AFTER_MS && (0,_system_file_system_js__WEBPACK_IMPORTED_MODULE_6__/* .isOnNetwork */ .y)(path));
}
function timesOf({ birthtimeMs, mtimeMs }) {
    return { sinceMs: birthtimeMs > 0 ? birthtimeMs : null, renewedAtMs: mtimeMs };
}


/***/ }),

/***/ 3688:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ remainsIn),
/* harmony export */   o: () => (/* binding */ outlookOfHome)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _home_found_login_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5855);
/* harmony import */ var _home_isolated_home_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3530);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4994);
/* harmony import */ var _recovery_put_back_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1439);
/* harmony import */ var _recovery_rescue_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6577);
/* harmony import */ var _recovery_trusted_entry_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3609);
/* harmony import */ var _system_process_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(684);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8651);









function remainsIn(folder, found) {
    const owner = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder.path).uid;
    const beside = { ...found, trusts: (entry) => (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => (0,_recovery_trusted_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .isTrusted */ .W)(entry, folder, owner)) ?? false };
    const homes = folder.names().filter(name => name.startsWith(_work_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .HOME_PREFIX */ .xL));
    const inHomes = homes.map(name => folder.at(name)).flatMap(path => (isFolder(path) ? [homeStatus(path, beside)] : []));
    return [...inHomes, ...(0,_recovery_rescue_file_js__WEBPACK_IMPORTED_MODULE_4__/* .rescuesIn */ .ke)(folder).map(rescue => rescueStatus(rescue, beside))];
}
function isFolder(path) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isDirectory()) ?? false;
}
function homeStatus(path, { login, isLocked, trusts }) {
    const seen = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => {
        const home = _home_isolated_home_js__WEBPACK_IMPORTED_MODULE_2__/* .IsolatedHome */ .X.adopt(path);
        return { home, outlook: outlookOfHome(home, login) };
    });
    const owner = seen?.home.owner ?? null;
    const isUsed = trusts(path);
    const alive = owner === null ? 'unknown' : (0,_system_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .isAlive */ ._n)(owner);
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
    const outlook = (0,_recovery_put_back_js__WEBPACK_IMPORTED_MODULE_3__/* .outlookFor */ .fI)(judgement.newPair, login);
    const isOfRefresh = home.owner !== null && home.origin.isSignIn !== true;
    const isOutdated = outlook === 'another-login' && isOfRefresh && (0,_home_found_login_js__WEBPACK_IMPORTED_MODULE_1__/* .isWrittenBack */ .fQ)(home);
    return isOutdated ? 'outdated' : outlook;
}
function rescueStatus(rescue, { login, trusts }) {
    const { path } = rescue;
    const outlook = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_8__/* .orNull */ .X)(() => {
        const rescued = (0,_recovery_rescue_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readRescue */ .ey)(rescue);
        return rescued === null ? 'no-pair' : (0,_recovery_put_back_js__WEBPACK_IMPORTED_MODULE_3__/* .outlookFor */ .fI)(rescued.newPair, login);
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


/***/ }),

/***/ 6777:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ allowedVariables),
/* harmony export */   Dw: () => (/* binding */ NETWORK_VARIABLES),
/* harmony export */   e0: () => (/* binding */ absoluteEntries),
/* harmony export */   wd: () => (/* binding */ absolutePaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4994);


const AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const NETWORK_VARIABLES = [
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
    ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
    ...AUTHORITIES
];
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/;
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...NETWORK_VARIABLES]);
function allowedVariables(environment) {
    const allowed = { PATH: absoluteEntries(environment.PATH).join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter)) };
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined)
            continue;
        if (NIX_LOADER.test(name))
            allowed[name] = absoluteEntries(value).join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter));
        if (!ALLOWED.has(name) && !name.startsWith('LC_'))
            continue;
        allowed[name] = AUTHORITIES.includes(name) ? absolutePaths(value) : value;
    }
    return allowed;
}
function absolutePaths(value) {
    const absolute = (one) => (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(one)) ?? one;
    return value
        .split((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter))
        .map(one => (one === '' ? one : absolute(one)))
        .join((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter));
}
function absoluteEntries(pathVariable) {
    return (pathVariable ?? '').split((node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter)).filter(entry => node_path__WEBPACK_IMPORTED_MODULE_0___default().isAbsolute(entry));
}


/***/ }),

/***/ 1089:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isMountPoint),
/* harmony export */   y: () => (/* binding */ isOnNetwork)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7973);



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
    const type = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(entry).type);
    return type === null || NETWORK_TYPES.has(type >>> 0);
}
function isMountPoint(file) {
    const mounts = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextIfExists */ .TP)('/proc/self/mountinfo') ?? '';
    return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file);
}
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}


/***/ }),

/***/ 7746:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ refuseWindows)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);

function refuseWindows() {
    if (process.platform === 'win32')
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('usage', 'clr-refresh runs on Linux and macOS, not on Windows');
}


/***/ }),

/***/ 2490:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ signalProcess),
/* harmony export */   i: () => (/* binding */ signalGroup)
/* harmony export */ });
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4994);

function signalProcess(pid, signal) {
    return pid !== undefined && (0,_or_null_js__WEBPACK_IMPORTED_MODULE_0__/* .orNull */ .X)(() => process.kill(pid, signal)) !== null;
}
function signalGroup(leaderPid, signal) {
    return leaderPid !== undefined && (0,_or_null_js__WEBPACK_IMPORTED_MODULE_0__/* .orNull */ .X)(() => process.kill(-leaderPid, signal)) !== null;
}


/***/ }),

/***/ 684:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jz: () => (/* binding */ RECORD_IN_SHELL),
  fJ: () => (/* binding */ identityFromStat),
  _n: () => (/* binding */ isAlive),
  hY: () => (/* binding */ ownIdentity),
  aZ: () => (/* binding */ parseIdentity)
});

// UNUSED EXPORTS: identityOf

// EXTERNAL MODULE: ./src/core/json.ts
var json = __nccwpck_require__(6153);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
;// CONCATENATED MODULE: ./src/core/system/process-table.ts



function startInRecord(record) {
    return processInStat(record)?.start ?? new RegExp(`^\\d+ (${PS_DATE})\\s*$`).exec(record)?.[1] ?? null;
}
const linuxProcesses = {
    scope: () => ({
        bootId: (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
        pidNamespace: (0,or_null/* orNull */.X)(() => (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid'))
    }),
    see: pid => processInStat((0,or_null/* orNull */.X)(() => (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8')) ?? ''),
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
    const { status, stdout } = (0,external_node_child_process_.spawnSync)(program, args, { env, encoding: 'utf8', timeout: TIMEOUT_MS });
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
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
        return hasEnded(pid) ? 'no' : 'unknown';
    return seen.start === startTicks && !seen.isZombie ? 'yes' : 'no';
}
function hasEnded(pid) {
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


/***/ }),

/***/ 7973:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ unlessMissing),
/* harmony export */   Qr: () => (/* binding */ readTextOrEmpty),
/* harmony export */   TP: () => (/* binding */ readTextIfExists),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   dN: () => (/* binding */ realPathOf),
/* harmony export */   k: () => (/* binding */ statIfAny),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);



function readRegularFile(file, maxBytes = Infinity) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        if (!stats.isFile())
            throw withCode('not a regular file');
        if (stats.size > maxBytes)
            throw withCode('EFBIG');
        return { bytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fd), stats };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
function readTextIfExists(file) {
    return unlessMissing(() => readRegularFile(file, MAX_TEXT_BYTES).bytes.toString('utf8'));
}
function readTextOrEmpty(file) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => readTextIfExists(file)) ?? '';
}
function statIfAny(file) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file)) ?? undefined;
}
function namesIn(folder) {
    return unlessMissing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) ?? [];
}
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];
function unlessMissing(read) {
    try {
        return read();
    }
    catch (error) {
        if (NOT_THERE.includes((0,_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error)))
            return null;
        throw error;
    }
}
function realPathOf(file) {
    return (0,_or_null_js__WEBPACK_IMPORTED_MODULE_2__/* .orNull */ .X)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file)) ?? file;
}
function withCode(code) {
    return Object.assign(new Error(code), { code });
}


/***/ }),

/***/ 7673:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeIfPossible)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4994);


function removeIfPossible(entry) {
    const isRemoved = (0,_or_null_js__WEBPACK_IMPORTED_MODULE_1__/* .orNull */ .X)(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
        return true;
    });
    return isRemoved ?? false;
}


/***/ }),

/***/ 3410:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeToDisk),
/* harmony export */   U: () => (/* binding */ syncToDisk)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _or_null_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4994);
/* harmony import */ var _remove_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7673);



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

/***/ 43:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   Tr: () => (/* binding */ explainSystemError),
/* harmony export */   hZ: () => (/* binding */ failedPath),
/* harmony export */   wJ: () => (/* binding */ remedyFor)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);


function errorCode(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(error) && typeof error.code === 'string' ? error.code : 'unknown error';
}
function failedPath(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(error) && typeof error.path === 'string' ? error.path : null;
}
const NETWORK_FILE_SYSTEM = 'Mount the network file system again.';
const EXPLANATIONS = new Map(Object.entries({
    EACCES: ['this user does not have the right'],
    EAGAIN: [
        'no more processes can be started',
        'Raise the limit of processes (`ulimit -u`, or that of the container).'
    ],
    EBUSY: ['something is mounted there, or uses it'],
    EEXIST: ['something else is in its place'],
    EDQUOT: ['the disk quota is used up', 'Free some disk space.'],
    EINVAL: ['the file system cannot do that, or the owner has no number in this user namespace'],
    EIO: ['the disk has failed', 'Check the disk, or the network file system (`dmesg`).'],
    EISDIR: ['there is a folder in its place'],
    ELOOP: ['links lead in a circle', 'Remove the link that leads back to itself.'],
    EMFILE: ['this process has too many open files', 'Raise the limit of open files (`ulimit -n`).'],
    ENAMETOOLONG: ['the name is too long', 'Give the file, or its folder, a shorter name.'],
    ENFILE: ['this machine has too many open files', 'Wait, or end programs that keep many files open.'],
    ENOMEM: ['there is too little memory', 'Give the machine, or the container, more memory.'],
    ENOSPC: ['there is no space left on the disk', 'Free some disk space.'],
    ENOTCONN: ['the network file system is not connected', NETWORK_FILE_SYSTEM],
    ENOTDIR: ['there is no folder where one should be'],
    EPERM: [
        'it is immutable or append-only, or its owner cannot be kept',
        '`lsattr -d` shows `i` (immutable) or `a` (append-only): take that away with `chattr -ia`.'
    ],
    EROFS: ['the file system is read-only', 'Mount it so that it can be written (docker: without `:ro`).'],
    ESTALE: ['the network file system has lost it', NETWORK_FILE_SYSTEM]
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

/***/ 1357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   oL: () => (/* binding */ describeMoment),
/* harmony export */   vD: () => (/* binding */ utcMinute)
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
    return ms < 0 ? `${distance} ago` : `in ${distance}`;
}
function describeMoment(ms, nowMs) {
    return `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`;
}
function duration(ms) {
    if (ms < 100 * MINUTE_MS)
        return `${Math.round(ms / MINUTE_MS)} min`;
    if (ms < 2 * DAY_MS)
        return `${Math.round(ms / HOUR_MS)} h`;
    return `${Math.round(ms / DAY_MS)} days`;
}


/***/ }),

/***/ 1500:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NS: () => (/* binding */ MAY_BE_LOST),
/* harmony export */   QQ: () => (/* binding */ afterTries),
/* harmony export */   VJ: () => (/* binding */ SENT_BEFORE),
/* harmony export */   WD: () => (/* binding */ worseOf),
/* harmony export */   re: () => (/* binding */ withoutPair),
/* harmony export */   yK: () => (/* binding */ LoginRejected)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);

const TOKEN_USES = ['not-sent', 'not-used', 'perhaps-used-before', 'perhaps-used', 'refused', 'rejected'];
const MAY_BE_LOST = 'the refresh token may have been sent and used up, so the login may be lost';
const SENT_BEFORE = 'a run that was killed may have sent the refresh token, and left no new tokens: if the next refresh says `login-rejected`, the login is lost, and you have to log in again';
const SENTENCES = {
    'not-sent': `${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}, and left the login unharmed`,
    'not-used': 'the token endpoint did not use the refresh token up, so this run left the login unharmed',
    'perhaps-used-before': 'a run that was killed may have sent the refresh token, so the login may be lost',
    'perhaps-used': MAY_BE_LOST,
    refused: '',
    rejected: ''
};
class LoginRejected extends _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4 {
}
function withoutPair({ reason, message, tokenUse, remedy = (0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(reason).remedy }) {
    const use = SENTENCES[tokenUse];
    return new (tokenUse === 'rejected' ? LoginRejected : _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4)(reason, use === '' ? message : `${message}; ${use}`, tokenUse.startsWith('perhaps-used') ? `${remedy} ${IF_LOST}` : remedy);
}
const IF_LOST = `If the next run says \`login-rejected\`, the login is lost. ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_IN_AGAIN */ .WR}`;
function afterTries(error, tokenUse) {
    if (!(error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4) || tokenUse === 'not-sent')
        return error;
    const message = error.message.replace(`; ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`, '');
    const remedy = error.remedy.replace(_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT */ .FY, '').trim();
    const isUntrue = message !== error.message || remedy !== error.remedy;
    return isUntrue ? withoutPair({ reason: error.reason, message, tokenUse, remedy }) : error;
}
function worseOf(one, other) {
    return TOKEN_USES[Math.max(TOKEN_USES.indexOf(one), TOKEN_USES.indexOf(other))] ?? one;
}


/***/ }),

/***/ 1380:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   p: () => (/* binding */ orUnreadable)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43);


const A_NEWER_PAIR = 'a newer pair may be there';
function orUnreadable(entry, read, what = A_NEWER_PAIR) {
    try {
        return read();
    }
    catch (error) {
        throw unreadable(entry, error, what);
    }
}
function unreadable(entry, error, what = A_NEWER_PAIR) {
    if (error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4 || !(error instanceof Error) || !('code' in error))
        return error;
    const why = `cannot read ${entry}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSystemError */ .Tr)(error)}; ${what}`;
    const message = `${why}, so it stays as it is, and ${_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SENT_HERE */ .Al}`;
    return new _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .RefreshError */ .M4('creds-unreadable', message, (0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyFor */ .wJ)(error));
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $y: () => (/* binding */ GONE_PREFIX),
  xL: () => (/* binding */ HOME_PREFIX),
  k3: () => (/* binding */ REJECTION_RECORD),
  m4: () => (/* binding */ REPLACEMENT_PREFIX),
  jf: () => (/* binding */ RESCUE_PREFIX),
  y2: () => (/* binding */ WorkFolder),
  ao: () => (/* binding */ isPairWaiting),
  x$: () => (/* binding */ newReplacementPathIn),
  w5: () => (/* binding */ waitingNote),
  Hu: () => (/* binding */ workFolderPath)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __nccwpck_require__(3335);
// EXTERNAL MODULE: ./src/core/or-null.ts
var or_null = __nccwpck_require__(4994);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
;// CONCATENATED MODULE: ./src/core/private-folder.ts





function makePrivateFolder(folder) {
    for (;;) {
        try {
            (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
        }
        catch (error) {
            if ((0,system_error/* errorCode */.CA)(error) !== 'EEXIST')
                throw error;
        }
        const keepsModes = unlessGone(folder);
        if (keepsModes !== null)
            return keepsModes;
    }
}
function unlessGone(folder) {
    try {
        return makePrivate(folder);
    }
    catch (error) {
        if (error instanceof reasons/* RefreshError */.M4)
            throw error;
        const code = (0,system_error/* errorCode */.CA)(error);
        if (code === 'ENOENT')
            return null;
        if (code !== 'ENOTDIR' && code !== 'ELOOP')
            throw error;
        throw (0,not_writable/* inTheWay */.M)(folder, 'it should be a folder of ours');
    }
}
function makePrivate(folder) {
    const fd = (0,external_node_fs_.openSync)(folder, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const { uid } = (0,external_node_fs_.fstatSync)(fd);
        if (uid !== process.geteuid?.()) {
            throw new reasons/* RefreshError */.M4('creds-not-writable', `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run: let that user run \`clr recover\`, and remove the folder if it is still there`);
        }
        if (!isPrivate(fd))
            (0,or_null/* orNull */.X)(() => {
                (0,external_node_fs_.fchmodSync)(fd, 0o700);
            });
        return isPrivate(fd);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
function isPrivate(fd) {
    return ((0,external_node_fs_.fstatSync)(fd).mode & 0o777) === 0o700;
}

// EXTERNAL MODULE: ./src/core/system/read.ts
var read = __nccwpck_require__(7973);
// EXTERNAL MODULE: ./src/core/system/remove.ts
var remove = __nccwpck_require__(7673);
// EXTERNAL MODULE: ./src/core/unreadable.ts
var unreadable = __nccwpck_require__(1380);
;// CONCATENATED MODULE: ./src/core/work-folder.ts











const GITIGNORE = '.gitignore';
const HOME_PREFIX = 'home-';
const GONE_PREFIX = 'gone-';
const REPLACEMENT_PREFIX = 'replacement-';
const RESCUE_PREFIX = 'rescue-';
const REJECTION_RECORD = 'rejection.json';
function workFolderPath({ real }) {
    return `${real}.clr`;
}
class WorkFolder {
    path;
    keepsModes;
    constructor(path, keepsModes) {
        this.path = path;
        this.keepsModes = keepsModes;
    }
    static open(file) {
        return WorkFolder.openAt(workFolderPath(file));
    }
    static openAt(at) {
        const folder = WorkFolder.#make(at);
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
        return WorkFolder.#make(at);
    }
    static #make(at) {
        try {
            return new WorkFolder(at, makePrivateFolder(at));
        }
        catch (error) {
            throw error instanceof reasons/* RefreshError */.M4 ? error : cannotMake(at, error);
        }
    }
    static find(file) {
        return WorkFolder.findAt(workFolderPath(file));
    }
    static findAt(at) {
        const stats = statsOf(at);
        return stats === null ? null : new WorkFolder(at, (stats.mode & 0o777) === 0o700);
    }
    static isInUse(file) {
        if (!WorkFolder.exists(file))
            return false;
        const names = (0,or_null/* orNull */.X)(() => WorkFolder.find(file)?.names()) ?? [];
        return names.length !== 1 || names[0] !== REJECTION_RECORD;
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
        return (0,unreadable/* orUnreadable */.p)(this.path, () => (0,read/* namesIn */.wX)(this.path)).filter(name => name !== GITIGNORE);
    }
    writeRecord(name, content) {
        const staged = this.at(`${REPLACEMENT_PREFIX}${name}`);
        (0,external_node_fs_.rmSync)(staged, { force: true });
        try {
            (0,external_node_fs_.writeFileSync)(staged, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
            (0,external_node_fs_.renameSync)(staged, this.at(name));
        }
        catch (error) {
            (0,remove/* removeIfPossible */.h)(staged);
            throw error;
        }
    }
    close() {
        try {
            if (this.names().length > 0)
                return;
            (0,external_node_fs_.rmSync)(this.at(GITIGNORE), { force: true });
            (0,external_node_fs_.rmdirSync)(this.path);
        }
        catch {
        }
    }
    hideFromGit() {
        try {
            (0,external_node_fs_.writeFileSync)(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 });
        }
        catch (error) {
            const code = (0,system_error/* errorCode */.CA)(error);
            if (code !== 'EEXIST' && code !== 'ENOENT')
                throw cannotMake(this.path, error);
        }
    }
}
function statsOf(folder) {
    return (0,unreadable/* orUnreadable */.p)(folder, () => (0,read/* unlessMissing */.F2)(() => (0,external_node_fs_.lstatSync)(folder)));
}
function newReplacementPathIn(folder) {
    return external_node_path_default().join(folder, `${REPLACEMENT_PREFIX}${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.json`);
}
function isPairWaiting(file) {
    return waitingPairs(file).length > 0;
}
function waitingNote(file) {
    const waiting = waitingPairs(file);
    return waiting.length === 0
        ? ''
        : `; an interrupted run may have sent the refresh token, and its new tokens may be in ${waiting.join(', ')}`;
}
function waitingPairs(file) {
    const folder = workFolderPath(file);
    return (0,unreadable/* orUnreadable */.p)(folder, () => (0,read/* namesIn */.wX)(folder))
        .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
        .map(name => external_node_path_default().join(folder, name));
}
function cannotMake(folder, error) {
    return (0,not_writable/* notWritable */.G)(`cannot write in ${external_node_path_default().dirname(folder)}, where the new credentials must be put`, error);
}


/***/ }),

/***/ 4035:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ refuseTooLarge),
/* harmony export */   IO: () => (/* binding */ composerFor),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   q_: () => (/* binding */ isRemnant)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7499);
/* harmony import */ var _credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4600);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2514);
/* harmony import */ var _credentials_validity_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3438);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6153);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9186);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7973);








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
            throw new _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('write-back-failed', `another login was put at ${file.given} meanwhile, and was kept`);
        }
        const login = (0,_credentials_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .loginOrNull */ .Ov)(merge(existing, newPair, before));
        if (login?.refreshToken != null)
            return { credentials: login, text: JSON.stringify(login.document) };
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('write-back-failed', 'the new pair and what stands in the file make no usable login');
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
    const why = `is too large: with a new pair it would have more than ${_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_CREDENTIALS_SIZE */ .Ar}`;
    throw new _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('creds-invalid', `${file.given} ${why}`);
}


/***/ }),

/***/ 5172:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ addToLineage)
/* harmony export */ });
/* unused harmony exports readLineage, isDescendant, writeLineage, holdsOnlyRecords, removeLineage */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2514);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6153);
/* harmony import */ var _system_read_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7973);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1380);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8651);






const RECORD = 'lineage.json';
const MAX_PAIRS = 200;
function readLineage(folder) {
    const file = folder.at(RECORD);
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((0,_unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .orUnreadable */ .p)(file, () => (0,_system_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextIfExists */ .TP)(file)) ?? '');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs))
        return null;
    return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') };
}
function isDescendant(lineage, pair, ancestor) {
    const pairs = lineage?.pairs ?? [];
    const from = pairs.indexOf(fingerprint(ancestor));
    return from >= 0 && pairs.indexOf(fingerprint(pair)) > from;
}
function writeLineage(folder, { isFileMade, pairs }) {
    folder.writeRecord(RECORD, { isFileMade, pairs: pairs.slice(-MAX_PAIRS) });
}
function addToLineage(folder, newPair) {
    const added = (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(newPair);
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
    return folder.names().every(name => name === RECORD || name === REJECTION_RECORD);
}
function removeLineage(folder) {
    rmSync(folder.at(RECORD), { force: true });
}


/***/ }),

/***/ 4894:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ Replacement)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
var external_node_fs_default = /*#__PURE__*/__nccwpck_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/not-writable.ts
var not_writable = __nccwpck_require__(3335);
// EXTERNAL MODULE: ./src/core/reasons.ts
var reasons = __nccwpck_require__(9186);
// EXTERNAL MODULE: ./src/core/system/sync.ts
var sync = __nccwpck_require__(3410);
// EXTERNAL MODULE: ./src/core/system/system-error.ts
var system_error = __nccwpck_require__(43);
;// CONCATENATED MODULE: ./src/core/write-back/replaceable-file.ts



function statReplaceable(file, fs) {
    const fd = openEvenIfReadOnly(file, fs);
    try {
        const stats = fs.fstatSync(fd);
        if (!stats.isFile())
            throw cannotReplace(file, 'it is not a regular file any more');
        if (stats.nlink === 1)
            return stats;
        const why = `it has ${stats.nlink} names (hard links), and the others would keep the old pair; make it a file of its own`;
        throw cannotReplace(file, why);
    }
    finally {
        fs.closeSync(fd);
    }
}
function cannotReplace(file, why) {
    return new reasons/* RefreshError */.M4('creds-not-writable', `cannot replace ${file.given}: ${why}`);
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
            throw (0,not_writable/* notWritable */.G)(`cannot replace ${this.file.given}`, error);
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
            const why = `this user may not give the new file to its owner (uid ${uid}, gid ${gid}): make it your own (EPERM)`;
            throw cannotReplace(this.file, why);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ writeBack)
/* harmony export */ });
/* harmony import */ var _credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8401);
/* harmony import */ var _credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7499);
/* harmony import */ var _credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2514);
/* harmony import */ var _credentials_why_others_may_write_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(191);
/* harmony import */ var _locks_store_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9981);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9186);
/* harmony import */ var _system_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(43);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8651);
/* harmony import */ var _composition_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4035);
/* harmony import */ var _replacement_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(4894);










async function writeBack(destination, newPair, before) {
    const { file, replacement, keepSafe, storePatienceMs } = destination;
    const compose = (0,_composition_js__WEBPACK_IMPORTED_MODULE_8__/* .composerFor */ .IO)(file, newPair, before);
    try {
        replacement.settle(compose);
        const commit = () => {
            const written = replacement.commit(compose);
            return replaceIfMoved(file, newPair, before) ?? written;
        };
        return (await (0,_locks_store_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .whileStoreLocked */ .R)(destination, commit, storePatienceMs)).credentials;
    }
    catch (error) {
        const why = error instanceof _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4 ? error.message : `cannot replace ${file.given}: ${(0,_system_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .explainSystemError */ .Tr)(error)}`;
        const path = keepSafe((0,_composition_js__WEBPACK_IMPORTED_MODULE_8__/* .merge */ .h1)({}, newPair, before));
        const how = 'the next run takes it up by itself if it still can; else move it over the file, or delete it';
        throw new _reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .RefreshError */ .M4('write-back-failed', `${why}; the new pair is safe in ${path} (${how})`);
    }
}
function replaceIfMoved(file, newPair, before) {
    const moved = (0,_credentials_credentials_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findIfMoved */ .SI)(file);
    if (moved === null || !holdsOldPair(moved, newPair))
        return null;
    const folder = _work_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .WorkFolder */ .y2.open(moved);
    const replacement = new _replacement_js__WEBPACK_IMPORTED_MODULE_9__/* .Replacement */ .z(moved, folder.newReplacementPath());
    try {
        return replacement.commit((0,_composition_js__WEBPACK_IMPORTED_MODULE_8__/* .composerFor */ .IO)(moved, newPair, before));
    }
    finally {
        replacement.discard();
        folder.close();
    }
}
function holdsOldPair(file, { from }) {
    const login = (0,_credentials_credentials_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readGoodLogin */ .xm)(file);
    const isOurs = login?.stats.uid === process.geteuid?.() && (0,_credentials_why_others_may_write_js__WEBPACK_IMPORTED_MODULE_3__/* .whyOthersMayWrite */ .c)(file) === null;
    return login !== null && isOurs && (0,_credentials_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .R)(login) === from;
}


/***/ }),

/***/ 6774:
/***/ ((module) => {

module.exports = require("./login.js");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = require("node:tty");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

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
/******/ 	/* webpack/runtime/async module */
/******/ 	(() => {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = (queue) => {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach((fn) => (fn.r--));
/******/ 				queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then((r) => {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, (e) => {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = (fn) => (fn(queue));
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = x => {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}));
/******/ 		__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise((resolve, rej) => {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 			module.exports = promise;
/******/ 			body((deps) => {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = () => (currentDeps.map((d) => {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}))
/******/ 				var promise = new Promise((resolve) => {
/******/ 					fn = () => (resolve(getResult));
/******/ 					fn.r = 0;
/******/ 					var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 					currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".program.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
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
/******/ 		var installChunk = (chunk) => {
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
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
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
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(2957);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
"use strict";
exports.id = 715;
exports.ids = [715];
exports.modules = {

/***/ 5420:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZG: function() { return /* binding */ withVisibleAnnotations; },
/* harmony export */   c$: function() { return /* binding */ warnOf; },
/* harmony export */   fz: function() { return /* binding */ annotate; }
/* harmony export */ });
/* unused harmony export loginWarning */
/* harmony import */ var _core_end_warning_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8743);
/* harmony import */ var _core_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(870);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1357);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4361);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2323);






function withVisibleAnnotations(toolkit) {
    const lines = (message) => String(message).split('\n').map(_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK).join('\n');
    return {
        ...toolkit,
        error: (message, properties) => {
            toolkit.error(lines(message), properties);
        },
        warning: (message, properties) => {
            toolkit.warning(lines(message), properties);
        }
    };
}
function annotate(toolkit, report, options) {
    const { exitCode, title } = (0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(report.reason);
    if (exitCode !== 0) {
        const lines = [(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .asSentence */ .KG)(report.message), report.remedy, (0,_core_project_js__WEBPACK_IMPORTED_MODULE_5__/* .troubleshootingUrl */ .KB)(report.reason)].filter(line => line !== '');
        toolkit.error(lines.join('\n'), { title: `${title} (${report.reason})` });
    }
    warnOf(toolkit, report);
    const warning = loginWarning(report, options);
    if (warning !== null)
        toolkit.warning(warning.message, { title: warning.title });
}
function warnOf(toolkit, { warnings }) {
    for (const sentence of warnings)
        toolkit.warning((0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .asSentence */ .KG)(sentence), { title: 'About this Claude login' });
}
function loginWarning(report, { nowMs, loginCommand }) {
    const warning = (0,_core_end_warning_js__WEBPACK_IMPORTED_MODULE_0__/* .endWarning */ .S)(report, nowMs);
    if (warning === null)
        return null;
    const { hasEnded, endMs } = warning;
    const date = (0,_core_times_js__WEBPACK_IMPORTED_MODULE_2__/* .describeMoment */ .oL)(endMs, nowMs);
    const howTo = (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .howToSignIn */ .sG)(loginCommand);
    return hasEnded
        ? { title: 'This login has probably ended', message: `Its stored end date was ${date}. Sign in again ${howTo}.` }
        : {
            title: 'This login ends soon',
            message: `It ends on ${date}, and a refresh does not extend it. Sign in again before then ${howTo}.`
        };
}


/***/ }),

/***/ 4361:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OV: function() { return /* binding */ shellBlock; },
/* harmony export */   RK: function() { return /* binding */ visible; },
/* harmony export */   h0: function() { return /* binding */ plainLine; },
/* harmony export */   nf: function() { return /* binding */ link; },
/* harmony export */   ti: function() { return /* binding */ inlineCode; }
/* harmony export */ });
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2258);

function visible(text) {
    return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
function plainLine(text, secrets = []) {
    return visible((0,_core_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text, secrets)).replaceAll('<!--', '<! --').trim();
}
function inlineCode(line) {
    const fence = fenceAround(line, 1);
    const pad = line.includes('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
function shellBlock(line) {
    const fence = fenceAround(line, 3);
    return `${fence}sh\n${line}\n${fence}`;
}
function link(words, address) {
    return `[${words}](<${address}>)`;
}
function fenceAround(line, least) {
    const runs = line.match(/`+/g) ?? [];
    return '`'.repeat(Math.max(least, ...runs.map(run => run.length + 1)));
}


/***/ }),

/***/ 2323:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: function() { return /* binding */ asHtmlCode; },
/* harmony export */   FZ: function() { return /* binding */ escapeForSummary; },
/* harmony export */   Ht: function() { return /* binding */ describeTime; },
/* harmony export */   KG: function() { return /* binding */ asSentence; },
/* harmony export */   PH: function() { return /* binding */ canBeShown; },
/* harmony export */   hW: function() { return /* binding */ proseForSummary; },
/* harmony export */   jy: function() { return /* binding */ asLogLine; },
/* harmony export */   sG: function() { return /* binding */ howToSignIn; }
/* harmony export */ });
/* unused harmony exports placeInWords, signInSentence */
/* harmony import */ var _core_login_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2058);
/* harmony import */ var _core_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(870);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);
/* harmony import */ var _core_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1357);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4361);





function asLogLine(text) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(text).replaceAll('##[', '## [').trim();
}
function escapeForSummary(text) {
    return escapeMarkup(asLogLine(text));
}
function escapeMarkup(text) {
    return text.replace(/[&<>"'`|*~[\]\\#$@]|(?<![a-z\d])_|_(?![a-z\d])/gi, character => `&#${character.charCodeAt(0)};`);
}
function describeTime(iso, nowMs) {
    const ms = iso === null ? Number.NaN : Date.parse(iso);
    return Number.isNaN(ms) ? null : `${(0,_core_times_js__WEBPACK_IMPORTED_MODULE_2__/* .utcMinute */ .vD)(ms)} UTC (${(0,_core_times_js__WEBPACK_IMPORTED_MODULE_2__/* .inTime */ .RN)(ms - nowMs)})`;
}
const NAMES = /^(?:clr|claude|creds|timeout|trace)\b/;
function asSentence(message) {
    const capital = NAMES.test(message)
        ? message
        : message.replace(/^[a-z]+(?=,? )/, word => word.charAt(0).toUpperCase() + word.slice(1));
    return /(?:[.!?:]|\/\S*)$/.test(capital) ? capital : `${capital}.`;
}
function proseForSummary(text) {
    return asLogLine(text)
        .split(KEPT)
        .map((part, at) => (at % 2 === 1 ? part : escapeMarkup(part)))
        .join('');
}
const KEPT = new RegExp(`(\`[^\`]+\`|${_core_project_js__WEBPACK_IMPORTED_MODULE_4__/* .PROJECT */ .yl.replaceAll('.', '\\.')}/[\\w./#-]*\\w)`);
function asHtmlCode(text) {
    return `<code>${escapeForSummary(text)}</code>`;
}
function canBeShown(command, secrets = []) {
    return asLogLine((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h0)(command, secrets)) === command && !command.includes('***');
}
function placeInWords(command) {
    if (command.startsWith('clr login --creds ')) {
        return 'for the credentials file that this workflow reads: its path has characters that cannot be shown here';
    }
    const parts = /^(?:GH_HOST=\S+ )?clr login --secret (\w+) --(?:repo|org) ([\w.:/-]+)( --env )?/.exec(command);
    if (parts === null)
        return null;
    const [, name = '', owner = '', env] = parts;
    const place = `for the secret \`${name}\` of \`${owner}\``;
    if (env === undefined)
        return place;
    return `${place}, in the environment that this workflow names: its name has characters that cannot be shown here`;
}
function howToSignIn(command) {
    if (command !== '' && canBeShown(command))
        return (0,_core_login_command_js__WEBPACK_IMPORTED_MODULE_0__/* .withCommand */ .UE)(command);
    const place = placeInWords(command);
    if (place !== null)
        return `${_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .WITH_CLR_LOGIN */ .xZ} ${place}`;
    return `${_core_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .WITH_CLR_LOGIN */ .xZ}, and store the new login where this workflow reads it`;
}
function signInSentence(command) {
    return `Sign in again ${howToSignIn(command)}.`;
}


/***/ }),

/***/ 7096:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toolkit: function() { return /* binding */ toolkit; }
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4317);
/* harmony import */ var _output_annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5420);


const toolkit = (0,_output_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .withVisibleAnnotations */ .ZG)(_actions_core__WEBPACK_IMPORTED_MODULE_0__);


/***/ }),

/***/ 3435:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ parseEnd; },
/* harmony export */   _c: function() { return /* binding */ endsWithin; },
/* harmony export */   g_: function() { return /* binding */ isEndDisproven; },
/* harmony export */   hY: function() { return /* binding */ hasEnded; },
/* harmony export */   lA: function() { return /* binding */ describeEnd; },
/* harmony export */   pJ: function() { return /* binding */ endOf; },
/* harmony export */   wG: function() { return /* binding */ LOGIN_WARNING_MS; }
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1357);


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
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .describeMoment */ .oL)(endMs, nowMs)}`;
}


/***/ }),

/***/ 8743:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: function() { return /* binding */ endWarning; }
/* harmony export */ });
/* harmony import */ var _credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3435);

const SAY_IT_THEMSELVES = ['login-rejected', 'login-expired', 'creds-invalid'];
function endWarning({ loginEndsSoon, loginExpiresAt, reason }, nowMs) {
    const endMs = (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEnd */ .J)(loginExpiresAt);
    if (!loginEndsSoon || endMs === null || SAY_IT_THEMSELVES.includes(reason))
        return null;
    const end = (0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEnd */ .lA)(endMs, nowMs);
    if ((0,_credentials_login_end_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(endMs, nowMs))
        return { endMs, hasEnded: true, sentence: `${end}; sign in again` };
    return { endMs, hasEnded: false, sentence: `${end}, and a refresh does not extend it; sign in again before then` };
}


/***/ }),

/***/ 2058:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: function() { return /* binding */ withLoginCommand; },
/* harmony export */   SU: function() { return /* binding */ replaceCommand; },
/* harmony export */   UE: function() { return /* binding */ withCommand; },
/* harmony export */   aK: function() { return /* binding */ signInCommand; },
/* harmony export */   mg: function() { return /* binding */ fromFileCommand; }
/* harmony export */ });
/* harmony import */ var _shell_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4236);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9186);


function signInCommand(file) {
    return (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .T)(['clr', 'login', '--creds', file]);
}
function replaceCommand(file) {
    return (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .T)(['clr', 'login', '--creds', file, '--replace']);
}
function fromFileCommand(file, from) {
    return (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_0__/* .shellLine */ .T)(['clr', 'login', '--creds', file, '--from', from, '--replace']);
}
function withLoginCommand(remedy, command) {
    return remedy.replaceAll(_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .WITH_CLR_LOGIN */ .xZ, () => withCommand(command));
}
function withCommand(command) {
    return `with \`${command}\``;
}


/***/ }),

/***/ 4236:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ shellLine; }
/* harmony export */ });
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


/***/ }),

/***/ 1357:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};
;
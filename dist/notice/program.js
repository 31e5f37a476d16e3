/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 30:
/***/ (function(__unused_webpack_module, exports) {

var __webpack_unused_export__;

/*!
 * content-type
 * Copyright(c) 2015 Douglas Christopher Wilson
 * MIT Licensed
 */
__webpack_unused_export__ = ({ value: true });
__webpack_unused_export__ = format;
exports.qg = parse;
const TEXT_REGEXP = /^[\u0009\u0020-\u007e\u0080-\u00ff]*$/;
const TOKEN_REGEXP = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/**
 * RegExp to match chars that must be quoted-pair in RFC 9110 sec 5.6.4
 */
const QUOTE_REGEXP = /[\\"]/g;
/**
 * RegExp to match type in RFC 9110 sec 8.3.1
 *
 * media-type = type "/" subtype
 * type       = token
 * subtype    = token
 */
const TYPE_REGEXP = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/**
 * Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
 */
const NullObject = /* @__PURE__ */ (() => {
    const C = function () { };
    C.prototype = Object.create(null);
    return C;
})();
/**
 * Format an object into a `Content-Type` header.
 */
function format(obj) {
    const { type, parameters } = obj;
    if (!type || !TYPE_REGEXP.test(type)) {
        throw new TypeError(`Invalid type: ${type}`);
    }
    let result = type;
    if (parameters) {
        for (const param of Object.keys(parameters)) {
            if (!TOKEN_REGEXP.test(param)) {
                throw new TypeError(`Invalid parameter name: ${param}`);
            }
            result += `; ${param}=${qstring(parameters[param])}`;
        }
    }
    return result;
}
/**
 * Parse a `Content-Type` header.
 */
function parse(header, options) {
    const stopChar = options?.comma === true ? COMMA : 65536; // Sentinel for "no stop char".
    const len = header.length;
    let index = skipOWS(header, options?.start ?? 0, len);
    const valueStart = index;
    index = skipValue(header, index, len, stopChar);
    const valueEnd = trailingOWS(header, valueStart, index);
    const type = header.slice(valueStart, valueEnd).toLowerCase();
    if (options?.parameters === false) {
        return { type, index, parameters: new NullObject() };
    }
    return parseParameters(header, type, index, len, stopChar);
}
const SP = 32; // " "
const HTAB = 9; // "\t"
const SEMI = 59; // ";"
const EQ = 61; // "="
const DQUOTE = 34; // '"'
const BSLASH = 92; // "\\"
const COMMA = 44; // ","
/**
 * Parses the parameters of a `Content-Type` header starting at the given index.
 */
function parseParameters(header, type, index, len, stopChar) {
    const parameters = new NullObject();
    parameter: while (index < len) {
        if (header.charCodeAt(index) === stopChar)
            break;
        index = skipOWS(header, index + 1 /* Skip over ; */, len);
        const keyStart = index;
        while (index < len) {
            const code = header.charCodeAt(index);
            if (code === stopChar)
                break parameter;
            if (code === SEMI)
                continue parameter;
            if (code === EQ) {
                const keyEnd = trailingOWS(header, keyStart, index);
                const key = header.slice(keyStart, keyEnd).toLowerCase();
                index = skipOWS(header, index + 1, len);
                if (index < len && header.charCodeAt(index) === DQUOTE) {
                    index++;
                    let value = "";
                    while (index < len) {
                        const code = header.charCodeAt(index++);
                        if (code === DQUOTE) {
                            index = skipValue(header, index, len, stopChar);
                            if (parameters[key] === undefined)
                                parameters[key] = value;
                            break;
                        }
                        if (code === BSLASH && index < len) {
                            value += header[index++];
                            continue;
                        }
                        value += String.fromCharCode(code);
                    }
                    continue parameter;
                }
                const valueStart = index;
                index = skipValue(header, index, len, stopChar);
                if (parameters[key] === undefined) {
                    const valueEnd = trailingOWS(header, valueStart, index);
                    parameters[key] = header.slice(valueStart, valueEnd);
                }
                continue parameter;
            }
            index++;
        }
    }
    return { type, index, parameters };
}
/**
 * Skip over characters until a semicolon or other exit character.
 */
function skipValue(str, index, len, stopChar) {
    while (index < len) {
        const code = str.charCodeAt(index);
        if (code === SEMI || code === stopChar)
            break;
        index++;
    }
    return index;
}
/**
 * Skip optional whitespace (OWS) in an HTTP header value.
 *
 * OWS is defined in RFC 9110 sec 5.6.3 as SP (" ") or HTAB ("\t").
 */
function skipOWS(header, index, len) {
    while (index < len) {
        const char = header.charCodeAt(index);
        if (char !== SP && char !== HTAB)
            break;
        index++;
    }
    return index;
}
/**
 * Trim optional whitespace (OWS) from the end of a substring.
 *
 * OWS is defined in RFC 9110 sec 5.6.3 as SP (" ") or HTAB ("\t").
 */
function trailingOWS(header, start, end) {
    while (end > start) {
        const char = header.charCodeAt(end - 1);
        if (char !== SP && char !== HTAB)
            break;
        end--;
    }
    return end;
}
/**
 * Serialize a parameter value.
 */
function qstring(str) {
    if (TOKEN_REGEXP.test(str))
        return str;
    if (TEXT_REGEXP.test(str))
        return `"${str.replace(QUOTE_REGEXP, "\\$&")}"`;
    throw new TypeError(`Invalid parameter value: ${str}`);
}
//# sourceMappingURL=index.js.map

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
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
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
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  main: function() { return /* binding */ main; }
});

;// CONCATENATED MODULE: ./src/core/reasons.ts
const reasons_WITH_CLR_LOGIN = 'with `clr login`';
const LOG_IN_AGAIN = `Sign in again ${reasons_WITH_CLR_LOGIN}.`;
const NOT_SENT_HERE = 'this run did not use the refresh token';
const reasons_NOT_SENT = 'This run did not use the refresh token.';
function withoutTokenNote(remedy) {
    return remedy.replace(reasons_NOT_SENT, '').trim();
}
const OUTCOMES = {
    refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
    'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
    recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
    ready: { exitCode: 0, title: 'Ready to refresh', remedy: '' },
    stored: { exitCode: 0, title: 'New login stored', remedy: '' },
    usage: { exitCode: 1, title: 'Wrong argument or input', remedy: reasons_NOT_SENT },
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
        remedy: `Make sure that this user may read the file and its folder, then run it again. ${reasons_NOT_SENT}`
    },
    'creds-invalid': {
        exitCode: 1,
        title: 'Credentials unusable',
        remedy: `${LOG_IN_AGAIN} A backup of the file probably will not help, because its refresh token has been used up.`
    },
    'creds-not-writable': {
        exitCode: 1,
        title: 'Credentials file not writable',
        remedy: `Make sure that this user may write the file and its folder, and that the disk has space. ${reasons_NOT_SENT}`
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
        remedy: `Check that the repository, environment or organization exists, and that \`github-token\` may write secrets there. ${reasons_NOT_SENT}`
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
        remedy: `Check \`claude-version\`, and whether the npm registry can be reached. ${reasons_NOT_SENT}`
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
class reasons_RefreshError extends Error {
    reason;
    remedy;
    name = 'RefreshError';
    constructor(reason, message, remedy = outcomeOf(reason).remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }
}

;// CONCATENATED MODULE: ./src/entry/annotation.ts
function writeAnnotation(level, title, message) {
    const escaped = message.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
    process.stdout.write(`::${level} title=${title}::${escaped}\n`);
}

;// CONCATENATED MODULE: ./src/github-secrets/api-failure.ts
class api_failure_ApiFailure extends Error {
    status;
    said;
    name = 'ApiFailure';
    dateMs;
    waitMs;
    isRateLimit;
    isSingleSignOn;
    constructor(status, said, headers = {}) {
        super(`GitHub's API: ${status ?? 'no answer'} ${said}`);
        this.status = status;
        this.said = said;
        this.dateMs = dateMsOf(headers.date);
        const singleSignOn = headers['x-github-sso'];
        this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required');
        const waits = askedWaitsMs(headers);
        this.isRateLimit = status === 429 || (status === 403 && (waits.length > 0 || /rate limit/i.test(said)));
        const believed = waits.filter(ms => ms <= MAX_WAIT_MS);
        const unsaidMs = this.isRateLimit ? MIN_WAIT_MS : null;
        this.waitMs = believed.length === 0 ? unsaidMs : Math.max(0, ...believed);
    }
    static ofForeignAnswer() {
        return new api_failure_ApiFailure(null, 'something other than GitHub answered');
    }
    get isGivenUp() {
        return this.status === null && this.said === GIVEN_UP;
    }
    get isRefusal() {
        return this.status !== null && this.status < 500;
    }
    get isTransient() {
        return this.status === null || this.status >= 500 || this.isRateLimit;
    }
}
function dateMsOf(header) {
    const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
}
const GIVEN_UP = 'given up';
const MIN_WAIT_MS = 60_000;
const MAX_WAIT_MS = 24 * 3_600_000;
function askedWaitsMs(headers) {
    const ourMs = Date.now();
    const dateMs = dateMsOf(headers.date);
    const nowMs = dateMs === null || Math.abs(dateMs - ourMs) > MAX_WAIT_MS ? ourMs : dateMs;
    return [waitAfterRetryMs(headers, nowMs), waitForResetMs(headers, nowMs)].filter(ms => ms !== null);
}
function waitAfterRetryMs({ 'retry-after': retryAfter }, nowMs) {
    const seconds = wholeNumber(retryAfter);
    if (seconds !== null)
        return seconds * 1_000;
    const untilMs = dateMsOf(retryAfter);
    return untilMs === null || !/^[A-Z][a-z]{2}, .*GMT$/.test(String(retryAfter)) ? null : untilMs - nowMs;
}
function waitForResetMs(headers, nowMs) {
    const resetSeconds = wholeNumber(headers['x-ratelimit-reset']);
    if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0)
        return null;
    return resetSeconds * 1_000 - nowMs;
}
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null;
}

;// CONCATENATED MODULE: external "node:timers/promises"
var promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/github-secrets/time-limit.ts
async function withTimeLimit(ms, signal, work) {
    const controller = new AbortController();
    const abort = () => {
        controller.abort(signal?.reason);
    };
    const timer = setTimeout(() => {
        controller.abort(new DOMException('the time is up', 'TimeoutError'));
    }, ms).unref();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted === true)
        abort();
    try {
        return await work(controller.signal);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/retries.ts



class Patience {
    leftMs;
    options;
    constructor(leftMs, options) {
        this.leftMs = leftMs;
        this.options = options;
    }
    async wait(ms) {
        if (ms > this.leftMs || this.options.signal.aborted)
            return false;
        this.leftMs -= ms;
        this.options.onWait(ms);
        return pause(ms, this.options.signal);
    }
}
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
class TimeBudget {
    limits;
    maxTries;
    #endsAtMs;
    constructor(limits, maxTries = Number.POSITIVE_INFINITY) {
        this.limits = limits;
        this.maxTries = maxTries;
        this.#endsAtMs = performance.now() + limits.limitMs;
    }
    async retry(attempt) {
        let counted = 0;
        for (let tries = 1;; tries += 1) {
            try {
                return await withTimeLimit(this.#leftMs, this.limits.signal, attempt);
            }
            catch (error) {
                if (!(error instanceof api_failure_ApiFailure) || !error.isTransient)
                    throw error;
                if (!error.isRateLimit)
                    counted += 1;
                const isLast = counted >= this.maxTries;
                const askedMs = Math.min(error.waitMs ?? 0, error.isRateLimit ? Number.POSITIVE_INFINITY : MAX_PAUSE_MS);
                const pauseMs = Math.max(askedMs, Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), MAX_PAUSE_MS));
                if (isLast || !(await this.#waitFor(pauseMs, error)))
                    throw error;
            }
        }
    }
    async #waitFor(ms, { isRateLimit }) {
        if (isRateLimit && (await this.limits.patience?.wait(ms)) === true) {
            this.#endsAtMs += ms;
            return true;
        }
        return ms < this.#leftMs && pause(ms, this.limits.signal);
    }
    shorten(ms) {
        this.#endsAtMs = Math.min(this.#endsAtMs, performance.now() + ms);
    }
    get #leftMs() {
        return Math.max(0, this.#endsAtMs - performance.now());
    }
}
function pause(ms, signal) {
    return (0,promises_namespaceObject.setTimeout)(ms, true, { ...(signal === undefined ? {} : { signal }) }).catch(() => false);
}

;// CONCATENATED MODULE: ./src/core/redact.ts

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

;// CONCATENATED MODULE: ./src/action/output/markdown.ts

function visible(text) {
    return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
function plainLine(text, secrets = []) {
    return visible(redact(text, secrets)).replaceAll('<!--', '<! --').trim();
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
function markdown_link(words, address) {
    return `[${words}](<${address}>)`;
}
function fenceAround(line, least) {
    const runs = line.match(/`+/g) ?? [];
    return '`'.repeat(Math.max(least, ...runs.map(run => run.length + 1)));
}

;// CONCATENATED MODULE: ./src/core/shell-line.ts
function shell_line_shellLine(words) {
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
    return remedy.replaceAll(WITH_CLR_LOGIN, () => withCommand(command));
}
function withCommand(command) {
    return `with \`${command}\``;
}

;// CONCATENATED MODULE: ./src/core/project.ts
const PROJECT = 'https://github.com/org/clr-refresh';
const NPX = 'npx github:org/clr-refresh#v1';
const DOCS = `${PROJECT}/blob/v1/docs`;
function troubleshootingUrl(reason) {
    return `${DOCS}/troubleshooting.md#${reason}`;
}
const BY_HAND = (/* unused pure expression or super */ null && (`${PROJECT}/blob/v1/README.md#by-hand`));

;// CONCATENATED MODULE: ./src/core/times.ts
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
function times_utcMinute(ms) {
    return new Date(ms)
        .toISOString()
        .replace('T', ' ')
        .replace(/:[^:]*$/, '');
}
function times_inTime(ms) {
    const distance = duration(Math.abs(ms));
    if (ms > 0)
        return `in ${distance ?? 'less than 1 min'}`;
    return distance === null ? 'just now' : `${distance} ago`;
}
function times_describeMoment(ms, nowMs) {
    return `${times_utcMinute(ms)} UTC (${times_inTime(ms - nowMs)})`;
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

;// CONCATENATED MODULE: ./src/action/output/text.ts





function asLogLine(text) {
    return visible(text).replaceAll('##[', '## [').trim();
}
function escapeForSummary(text) {
    return escapeMarkup(asLogLine(text));
}
function escapeMarkup(text) {
    return text.replace(/[&<>"'`|*~[\]\\#$@]|(?<![a-z\d])_|_(?![a-z\d])/gi, character => `&#${character.charCodeAt(0)};`);
}
function describeTime(iso, nowMs) {
    const ms = iso === null ? Number.NaN : Date.parse(iso);
    return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`;
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
const KEPT = new RegExp(`(\`[^\`]+\`|${PROJECT.replaceAll('.', '\\.')}/[\\w./#-]*\\w)`);
function asHtmlCode(text) {
    return `<code>${escapeForSummary(text)}</code>`;
}
function canBeShown(command, secrets = []) {
    return asLogLine(plainLine(command, secrets)) === command && !command.includes('***');
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
        return withCommand(command);
    const place = placeInWords(command);
    if (place !== null)
        return `${reasons_WITH_CLR_LOGIN} ${place}`;
    return `${reasons_WITH_CLR_LOGIN}, and store the new login where this workflow reads it`;
}
function signInSentence(command) {
    return `Sign in again ${howToSignIn(command)}.`;
}

;// CONCATENATED MODULE: ./src/core/options.ts


const DEFAULTS = { timeout: '45', minValidity: '0', loginWarning: '7d' };
function parseTimeoutSeconds(text, name = '`--timeout`') {
    const digits = text.trim();
    if (/^\d+$/.test(digits))
        return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
    throw new RefreshError('usage', `${name} must be a whole number of seconds (0 for no limit), got ${options_quote(text)}`);
}
const UNIT_MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_MIN_VALIDITY_DAYS = 36_500;
function parseDurationMs(text, name) {
    const [, amount, unit = ''] = /^(\d+)([smhd]?)$/.exec(text.trim()) ?? [];
    const form = 'a duration such as 30s, 90m, 2h, 1d or 3600 (seconds)';
    if (amount === undefined)
        throw new reasons_RefreshError('usage', `${name} must be ${form}, got ${options_quote(text)}`);
    return Number(amount) * (UNIT_MS[unit] ?? 1000);
}
function parseMinValidityMs(text, name = '`--min-validity`') {
    const ms = parseDurationMs(text, name);
    if (ms <= MAX_MIN_VALIDITY_DAYS * 86_400_000)
        return ms;
    const why = 'no token is valid for longer';
    throw new RefreshError('usage', `${name} must be at most ${MAX_MIN_VALIDITY_DAYS}d, got ${options_quote(text)}: ${why}`);
}
function parseBoolean(text, name, words = 'true or false') {
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw new reasons_RefreshError('usage', `${name} must be ${words}, got ${options_quote(text)}`);
}
function options_quote(text, longest = 60) {
    const safe = redact(text);
    return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}

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
function secret_app_factsOf(app) {
    return FACTS[app];
}

;// CONCATENATED MODULE: ./src/github-secrets/location.ts



function location_appOf(location) {
    return location.kind === 'environment' ? 'actions' : location.app;
}
function location_describeLocation(location, mark) {
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
    const app = location_appOf(location);
    return `${app === 'actions' ? '' : `${factsOf(app).title} `}secrets of ${location_describeLocation(location)}`;
}
function describeSecret(name, location, mark) {
    const app = location_appOf(location);
    const what = app === 'actions' ? '' : `${factsOf(app).title} secret `;
    return `${what}${(mark ?? String)(name)} of ${location_describeLocation(location, mark)}`;
}
function secretsPath(location) {
    switch (location.kind) {
        case 'repository':
            return `/repos/${location.repository}/${location.app}/secrets`;
        case 'environment':
            return `${location_environmentPath(location)}/secrets`;
        case 'organization':
            return `/orgs/${location.organization}/${location.app}/secrets`;
    }
}
function location_environmentPath({ repository, environment }) {
    return `/repos/${repository}/environments/${encodeSegment(environment)}`;
}
function encodeSegment(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}
function location_permissionFor(location) {
    const { permissions, classicToken } = factsOf(location_appOf(location));
    switch (location.kind) {
        case 'repository':
            return `the repository permission "${permissions.repository}: write" (${classicToken}: the scope "repo")`;
        case 'environment':
            return 'the repository permission "Environments: write" (a classic token: the scope "repo")';
        case 'organization':
            return `the organization permission "${permissions.organization}: write" (a classic token of an owner: the scope "admin:org")`;
    }
}
const location_PERMISSION_TO_CREATE = 'the repository permission "Administration: write" (a classic token: the scope "repo")';
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
        const { title } = secret_app_factsOf(app);
        const sentence = `${environment.from} must be empty for ${title} secrets: an environment has only Actions secrets`;
        throw new reasons_RefreshError('usage', sentence);
    }
    if (!/^\.{1,2}$/.test(environment.text) && environment.text.length <= 255)
        return { kind: 'environment', repository, environment: environment.text };
    const sentence = `${environment.from} must be the name of an environment, got ${options_quote(environment.text)}`;
    throw new reasons_RefreshError('usage', sentence);
}
function parseOrganization({ organization: { text, from }, repository, environment }) {
    const other = [repository, environment].find(given => given.text !== '');
    if (other !== undefined)
        throw new reasons_RefreshError('usage', `${from} and ${other.from} cannot be used together`);
    if (isOwner(text))
        return text;
    throw new reasons_RefreshError('usage', `${from} must be the name of an organization, got ${options_quote(text)}`);
}
function parseRepository({ repository, defaultRepository }) {
    const { text, from } = repository.text === '' ? defaultRepository : repository;
    if (text === '')
        throw new reasons_RefreshError('usage', `${repository.from} is missing, and ${from} is not set`);
    const [owner = '', name = '', ...rest] = text.split('/');
    if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0)
        return text;
    throw new reasons_RefreshError('usage', `${from} must be owner/name, got ${options_quote(text)}`);
}
function isOwner(text) {
    return /^[a-z\d][\w-]*$/i.test(text);
}

;// CONCATENATED MODULE: ./src/github-secrets/environment.ts


class environment_NotCreated extends (/* unused pure expression or super */ null && (ApiFailure)) {
}
async function createIfMissing(location, { key, api, budget }) {
    let isAsked = false;
    await budget.retry(async (signal) => {
        try {
            await key.current(signal);
        }
        catch (error) {
            const isMissing = error instanceof ApiFailure && error.status === 404;
            if (!isMissing || !(await mayBeCreated(location, api, signal)))
                throw error;
            isAsked = true;
            await create(location, api, signal);
        }
    });
    return isAsked;
}
async function mayBeCreated(location, api, signal) {
    const canRead = async (path) => {
        try {
            await api({ method: 'GET', path, signal });
            return true;
        }
        catch (error) {
            if (error instanceof ApiFailure && !error.isTransient)
                return false;
            throw error;
        }
    };
    return (await canRead(`/repos/${location.repository}`)) && !(await canRead(environmentPath(location)));
}
async function create(location, api, signal) {
    try {
        await api({ method: 'PUT', path: environmentPath(location), signal });
    }
    catch (error) {
        const isRefused = error instanceof ApiFailure && (error.status === 403 || error.status === 404);
        if (!isRefused || error.isTransient || error.isSingleSignOn)
            throw error;
        throw new environment_NotCreated(error.status, error.said);
    }
}

;// CONCATENATED MODULE: ./src/github-secrets/explain-failure.ts



const DIAGNOSIS_LIMIT_MS = 5_000;
async function explainFailure(failure, target, api) {
    const { why, remedy } = await explain(failure, target, api);
    return { why: `${why}${quoteGitHub(failure)}`, remedy };
}
async function explain(failure, target, api) {
    if (failure instanceof NotCreated)
        return explainNotCreated(failure, target);
    const usual = explainUsual(failure, target);
    if (usual !== null)
        return usual;
    if (failure.status === 403)
        return explainForbidden(failure, target);
    if (failure.status !== 404)
        return { why: answered(failure), remedy: AGAIN_LATER };
    if (!lacksCodespaces(target))
        return explainNotFound(target, api);
    return {
        why: 'GitHub Enterprise Server has no Codespaces, and therefore no Codespaces secrets',
        remedy: 'Set `secret-app` to `actions` or `dependabot`.'
    };
}
const AGAIN_LATER = 'Run it again later.';
function answered({ status }) {
    return `GitHub's API answered ${status}`;
}
function quoteGitHub({ status, said }) {
    return status === null || said === '' ? '' : ` (GitHub said: ${JSON.stringify(said)})`;
}
function explainUsual(failure, { apiUrl, words }) {
    const { status, waitMs } = failure;
    if (failure.isGivenUp) {
        return { why: `${words.cancelled}, or the time limit passed, before GitHub answered`, remedy: 'Run it again.' };
    }
    if (status === null) {
        return {
            why: `GitHub's API at ${apiUrl} cannot be reached (${failure.said})`,
            remedy: `Check the network, ${words.apiUrl}, HTTPS_PROXY, and, for a proxy with a CA of its own, NODE_EXTRA_CA_CERTS.`
        };
    }
    if (failure.isRateLimit) {
        const wait = waitMs === null ? '' : `; it can be tried again ${times_inTime(Math.max(1, waitMs))}`;
        return { why: `GitHub's rate limit was reached${wait}`, remedy: AGAIN_LATER };
    }
    if (status >= 500)
        return { why: answered(failure), remedy: AGAIN_LATER };
    if (status === 401) {
        return {
            why: `${words.token} is not valid: it has expired, was revoked or mistyped, or belongs to another GitHub server`,
            remedy: `${words.newToken}.`
        };
    }
    if (!failure.isSingleSignOn)
        return null;
    return {
        why: `${words.token} is not authorized for the organization's single sign-on`,
        remedy: 'Authorize it in the token settings of your GitHub account ("Configure SSO").'
    };
}
function explainForbidden(failure, target) {
    const { location, words } = target;
    const place = placeOf(location);
    if (saysNoPermission(failure)) {
        return {
            why: `${words.token} lacks ${permissionFor(location)}${orNotApproved(target)}`,
            remedy: accessRemedy(target, `Give the token this permission for ${place}`)
        };
    }
    const first = failure.said === '' ? '' : 'Fix what GitHub names. If that is unclear, ';
    const check = `${first === '' ? 'C' : 'c'}heck that the token has ${permissionFor(location)} for ${place}`;
    return { why: 'GitHub refused it (403)', remedy: accessRemedy(target, `${first}${check}`) };
}
function saysNoPermission({ status, said }) {
    return status === 404 || /resource not accessible|must (?:have|be)\b.*\badmin/i.test(said);
}
function explainNotCreated(failure, target) {
    const { token } = target.words;
    if (!saysNoPermission(failure)) {
        return {
            why: 'the environment does not exist, and GitHub refused to create it (403)',
            remedy: accessRemedy(target, `Fix what GitHub names, or create the environment in the settings of the repository. The token needs ${PERMISSION_TO_CREATE}`)
        };
    }
    return {
        why: `the environment does not exist, and ${token} may not create it: it lacks ${PERMISSION_TO_CREATE}${orNotApproved(target)}, or the repository is private and its plan has no environments`,
        remedy: accessRemedy(target, 'Create the environment in the settings of the repository, or give the token this permission')
    };
}
async function explainNotFound(target, api) {
    const { location, words } = target;
    const isRepositoryMissing = location.kind === 'environment' && !(await isRepositoryVisible(location.repository, api));
    const missing = isRepositoryMissing ? `repository ${location.repository}` : describeLocation(location);
    const otherwise = appOf(location) === 'codespaces' ? 'or has no Codespaces, ' : '';
    return {
        why: `${missing} does not exist, ${otherwise}or ${words.token} has no access to it: it needs ${permissionFor(location)}${orNotApproved(target)}`,
        remedy: accessRemedy(target, `Check the name. If it is right, give the token access to ${placeOf(location)}`)
    };
}
async function isRepositoryVisible(repository, api) {
    const signal = AbortSignal.timeout(DIAGNOSIS_LIMIT_MS);
    return api({ method: 'GET', path: `/repos/${repository}`, signal }).then(() => true, () => false);
}
function placeOf(location) {
    return location.kind === 'organization' ? location.organization : location.repository;
}
function lacksCodespaces({ location, apiUrl }) {
    return appOf(location) === 'codespaces' && apiUrl.endsWith('/api/v3');
}
const FINE_GRAINED = 'github_pat_';
const OF_INSTALLATION = 'ghs_';
function orNotApproved({ token }) {
    return token.startsWith(FINE_GRAINED) ? ', or the organization has not approved it yet' : '';
}
function accessRemedy({ token }, what) {
    if (token.startsWith(OF_INSTALLATION)) {
        return `${what}. The job's own GITHUB_TOKEN can never write secrets: use a personal access token or a GitHub App's token.`;
    }
    if (!token.startsWith(FINE_GRAINED))
        return `${what}.`;
    return `${what}. If your GitHub settings show the token as pending, an owner of the organization has to approve it.`;
}

;// CONCATENATED MODULE: ./src/action/notice/failure.ts

const WORDS = {
    token: 'github-token',
    newToken: 'Give the step a valid `github-token`',
    apiUrl: 'GITHUB_API_URL',
    cancelled: 'the job was cancelled'
};
function areIssuesOff({ status, said }) {
    return status === 410 && !/deleted/i.test(said);
}
function whyNoNotice(failure, { apiUrl, repository }) {
    const usual = explainUsual(failure, { apiUrl, words: WORDS });
    if (usual !== null)
        return `${usual.why}${quoteGitHub(failure)}. ${usual.remedy}`;
    const isForbidden = failure.status === 403 || failure.status === 404;
    const why = isForbidden ? permissionClause(failure, repository) : `GitHub's API answered ${failure.status}`;
    return `${why}${quoteGitHub(failure)}`;
}
function permissionClause({ status }, repository) {
    const what = status === 404 ? `${repository} does not exist, or github-token` : 'github-token';
    return `${what} may not write the issues of this repository: give the job \`permissions: issues: write\``;
}

;// CONCATENATED MODULE: ./src/core/credentials/login-end.ts


const login_end_HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 8 * login_end_HOUR_MS;
const CLOCK_TOLERANCE_MS = (/* unused pure expression or super */ null && (login_end_HOUR_MS));
const LOGIN_WARNING_MS = parseDurationMs(DEFAULTS.loginWarning, 'login-warning');
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
    return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${describeMoment(endMs, nowMs)}`;
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

;// CONCATENATED MODULE: ./src/github-secrets/target.ts


const MAX_SECRET_BYTES = (/* unused pure expression or super */ null && (48 * 1024));
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
        throw usage(`${from} may contain only letters, digits and "_", got ${quote(name)}`);
    if (/^\d/.test(name))
        throw usage(`${from} must not begin with a digit, got ${quote(name)}`);
    if (/^GITHUB_/i.test(name))
        throw usage(`${from} must not begin with GITHUB_, got ${quote(name)}`);
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
    return new reasons_RefreshError('usage', sentence);
}

;// CONCATENATED MODULE: external "node:crypto"
var external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./src/action/notice/label.ts




const MAX_LABEL_LENGTH = 50;
const HASH_LENGTH = 8;
function parseLabel(login) {
    if (redact(login) !== login)
        throw label_usage('login must be a name for the login, and this looks like a token');
    if (/[,\p{Cc}\u2028\u2029]/u.test(login)) {
        throw label_usage(`login must be a name on one line, without a comma, got ${options_quote(login)}`);
    }
    const characters = Array.from(login);
    if (characters.length <= MAX_LABEL_LENGTH)
        return login;
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(login).digest('hex').slice(0, HASH_LENGTH);
    const start = characters.slice(0, MAX_LABEL_LENGTH - HASH_LENGTH - 1).join('');
    return `${start.trimEnd()}-${hash}`;
}
function isSameLabel(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
function label_usage(sentence) {
    return new reasons_RefreshError('usage', sentence);
}

;// CONCATENATED MODULE: ./src/action/notice/inputs.ts







const RESULTS = ['success', 'failure', 'cancelled', 'skipped'];
function parseInputs(env) {
    const read = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
    const endsSoon = read('login-ends-soon');
    const loginExpiresAtMs = parseMoment(read('login-expires-at'));
    return {
        run: {
            result: parseResult(read('result')),
            reason: parseReason(read('reason')),
            loginExpiresAtMs,
            isEndingSoon: endsSoon === '' ? isNear(loginExpiresAtMs) : parseBoolean(endsSoon, 'login-ends-soon')
        },
        label: parseLabel(read('login') === '' ? 'claude-login' : read('login')),
        loginCommand: read('login-command'),
        target: {
            repository: inputs_parseRepository(env.GITHUB_REPOSITORY ?? ''),
            apiUrl: parseApiUrl({ from: 'GITHUB_API_URL', text: env.GITHUB_API_URL ?? '' }),
            token: parseToken(read('github-token'))
        }
    };
}
function parseResult(text) {
    const result = RESULTS.find(known => known === text);
    if (result !== undefined)
        return result;
    throw inputs_usage(`result must be success, failure, cancelled or skipped, as in needs.<job>.result, got ${options_quote(text)}`);
}
function parseReason(text) {
    if (/^([a-z]+(-[a-z]+)*)?$/.test(text) && text.length <= 40)
        return text;
    throw inputs_usage(`reason must be the output \`reason\` of the refresh, one word, or empty, got ${options_quote(text)}`);
}
function parseMoment(text) {
    const ms = momentOf(text);
    if (ms !== null || text === '')
        return ms;
    throw inputs_usage(`login-expires-at must be a date in ISO 8601 (2026-12-24T08:00:00Z), or empty, got ${options_quote(text)}`);
}
function isNear(atMs) {
    return endsWithin(atMs, LOGIN_WARNING_MS);
}
function inputs_parseRepository(text) {
    const given = { from: 'GITHUB_REPOSITORY', text };
    const none = { from: '', text: '' };
    if (text === '')
        throw inputs_usage('GITHUB_REPOSITORY is not set: a runner sets it to the repository of the workflow');
    const location = parseLocation({ repository: given, environment: none, organization: none, defaultRepository: given });
    return location.kind === 'repository' ? location.repository : '';
}
function parseToken(text) {
    if (text !== '')
        return parseApiToken({ from: 'github-token', text });
    throw inputs_usage('github-token is empty: leave it out for the token of the job, or give one that may write issues');
}
function inputs_usage(sentence) {
    return new reasons_RefreshError('usage', sentence);
}

;// CONCATENATED MODULE: ./src/action/notice/situation.ts

const ENDS_SOON = 'login-ends-soon';
const NO_REASON = 'none';
function judge(run) {
    const { result, reason, loginExpiresAtMs, isEndingSoon } = run;
    if (result === 'skipped' || reason === 'ready')
        return { kind: 'unclear' };
    if (hasFailed(run))
        return { kind: 'trouble', trouble: { reason: failureOf(run), loginExpiresAtMs, isEndingSoon } };
    if (isEndingSoon)
        return { kind: 'trouble', trouble: { reason: ENDS_SOON, loginExpiresAtMs, isEndingSoon } };
    return reason === 'refreshed' || reason === 'recovered' ? { kind: 'well' } : { kind: 'unclear' };
}
function hasFailed({ result, reason }) {
    return result !== 'success' || (isReason(reason) && outcomeOf(reason).exitCode !== 0);
}
function failureOf({ result, reason }) {
    if (reason !== '')
        return reason;
    return result === 'cancelled' ? 'cancelled' : NO_REASON;
}
const JITTER_MS = 60 * 60 * 1_000;
function isSameTrouble(known, now) {
    if (known.reason !== now.reason || (now.isEndingSoon && !known.isEndingSoon))
        return false;
    if (now.loginExpiresAtMs === null)
        return true;
    return known.loginExpiresAtMs !== null && Math.abs(known.loginExpiresAtMs - now.loginExpiresAtMs) <= JITTER_MS;
}

;// CONCATENATED MODULE: ./src/action/notice/decide.ts

function decide(situation, issues) {
    if (situation.kind === 'unclear')
        return { kind: 'nothing', issue: null };
    if (situation.kind === 'well')
        return settle(issues);
    const { trouble } = situation;
    const ours = issues.filter(({ mark }) => mark !== null);
    const told = ours.find(({ mark }) => mark?.trouble != null && isSameTrouble(mark.trouble, trouble));
    if (told !== undefined)
        return { kind: 'nothing', issue: told };
    const issue = ours.find(({ isOpen }) => isOpen) ?? ours[0];
    return issue === undefined ? { kind: 'open', trouble } : { kind: 'update', issue, trouble };
}
function settle(issues) {
    const ours = issues.filter(({ mark }) => mark !== null);
    const open = ours.filter(({ isOpen }) => isOpen);
    const closed = ours.filter(({ isOpen, mark }) => !isOpen && mark?.trouble !== null);
    if (open.length + closed.length === 0)
        return { kind: 'nothing', issue: null };
    return { kind: 'settle', open, closed };
}

;// CONCATENATED MODULE: ./src/core/json.ts
const MAX_JSON_DEPTH = 200;
function json_isJsonObject(value) {
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

;// CONCATENATED MODULE: ./node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }

  if (typeof process === "object" && process.version !== undefined) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${
      process.arch
    })`;
  }

  return "<environment undetectable>";
}

;// CONCATENATED MODULE: ./node_modules/@octokit/endpoint/dist-bundle/index.js
// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/defaults.js
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var dist_bundle_DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};

// pkg/dist-src/util/lowercase-keys.js
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}

// pkg/dist-src/util/is-plain-object.js
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/util/merge-deep.js
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}

// pkg/dist-src/util/remove-undefined-properties.js
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}

// pkg/dist-src/merge.js
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}

// pkg/dist-src/util/add-query-parameters.js
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}

// pkg/dist-src/util/extract-url-variable-names.js
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}

// pkg/dist-src/util/omit.js
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}

// pkg/dist-src/util/url-template.js
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}

// pkg/dist-src/parse.js
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}

// pkg/dist-src/endpoint-with-defaults.js
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}

// pkg/dist-src/with-defaults.js
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}

// pkg/dist-src/index.js
var endpoint = withDefaults(null, dist_bundle_DEFAULTS);


// EXTERNAL MODULE: ./node_modules/content-type/dist/index.js
var dist = __nccwpck_require__(30);
;// CONCATENATED MODULE: ./node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/; // Noise - strings that match the custom format before being converted to it
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;

const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;

/**
 * @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
 * @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
 */

/**
 * Checks if a value is unstringifiable according to native JSON.stringify rules.
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is undefined, a function, or a symbol.
 */
const isUnstringifiable = (val) =>
  val === undefined || typeof val === "function" || typeof val === "symbol";

/**
 * Checks if a value is a native JSON.rawJSON object (Node.js 22+).
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is a RawJSON instance.
 */
const isRawJSON = (val) =>
  val !== null &&
  typeof val === "object" &&
  val.constructor &&
  val.constructor.name === "RawJSON";

/**
 * Iteratively converts a JS value to a JSON string.
 * Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
 * Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
 *
 * @param {any} rootValue The value to stringify.
 * @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
 * @param {string | number} [spaceParam] Indentation for pretty-printing.
 * @returns {string | undefined} The generated JSON string.
 */
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";

  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }

  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer)
    ? new Set(replacer.map(String))
    : null;

  /**
   * Prepares a value for stringification by resolving toJSON, handling BigInts,
   * applying custom replacers, and unwrapping primitive objects.
   *
   * @param {object|Array} parent The parent object or array holding the value.
   * @param {string} key The key associated with the value.
   * @param {any} val The raw value to process.
   * @returns {any} The processed value ready for stringification.
   */
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";

    if (hasToJSON) {
      val = val.toJSON(key);
    }

    const isNoise = typeof val === "string" && noiseValue.test(val);

    if (isNoise) return val + "n";

    const isBigInt = typeof val === "bigint";

    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return JSON.rawJSON(val.toString());

      return val.toString() + "n";
    }

    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }

    const isPostReplacerObject = val !== null && typeof val === "object";

    if (isPostReplacerObject) {
      const isPrimitiveWrapper =
        val instanceof Number ||
        val instanceof String ||
        val instanceof Boolean;

      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }

    return val;
  };

  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);

  if (isUnstringifiable(rootProcessed)) {
    return undefined;
  }

  const isRootPrimitive =
    rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);

  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }

  const chunks = [];
  let level = 0;

  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true,
    },
  ];

  const visited = new WeakSet([rootProcessed]);

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }

    let isDone = false;

    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");

        if (space) chunks.push("\n" + space.repeat(level));

        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);

        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject =
            childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);

          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }

            visited.add(childVal);

            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true,
            });

            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];

        const isFilteredOutByArray = propertyList && !propertyList.has(k);

        if (isFilteredOutByArray) continue;

        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);

        if (isUnstringifiable(childVal)) continue;

        if (!node.first) chunks.push(",");

        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }

        const isComplexObject =
          childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);

        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }

          visited.add(childVal);

          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true,
          });

          node.first = false;

          break; // Stop current loop level to process the newly pushed stack node
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }

      const isNodeFullyProcessed =
        node.index >= node.keys.length && stack[stack.length - 1] === node;

      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }

    if (isDone) {
      level--;

      if (!node.first && space) chunks.push("\n" + space.repeat(level));

      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }

  return chunks.join("");
};

/**
 * Converts a JavaScript value to a JSON string.
 *
 * Supports serialization of BigInt values using two strategies:
 * 1. Custom format "123n" → "123" (universal fallback)
 * 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
 *
 * All other values are serialized exactly like native JSON.stringify().
 *
 * @param {*} value The value to convert to a JSON string.
 * @param {Replacer | Array<string | number> | null} [replacer]
 * A function that alters the behavior of the stringification process,
 * or an array of strings/numbers to indicate properties to exclude.
 * @param {string | number} [space]
 * A string or number to specify indentation or pretty-printing.
 * @returns {string} The JSON string representation.
 */
const JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;

    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());

          const hasFunctionReplacer = typeof replacer === "function";

          if (hasFunctionReplacer) return replacer(key, val);

          const isKeyInArrayReplacer =
            Array.isArray(replacer) && replacer.includes(key);

          if (isKeyInArrayReplacer) return val;

          return val;
        },
        space,
      );
    }

    if (!value) return originalStringify(value, replacer, space);

    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);

        if (isNoise) return val.toString() + "n"; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

        if (typeof val === "bigint") return val.toString() + "n";

        const hasFunctionReplacer = typeof replacer === "function";

        if (hasFunctionReplacer) return replacer(key, val);

        const isKeyInArrayReplacer =
          Array.isArray(replacer) && replacer.includes(key);

        if (isKeyInArrayReplacer) return val;

        return val;
      },
      space,
    );

    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3",
    ); // Delete one "n" off the end of every BigInt value

    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3"); // Remove one "n" off the end of every noisy string

    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);

      if (convertedJSON === undefined) return undefined;

      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return convertedJSON;

      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");

      return processedJSON.replace(noiseStringify, "$1$2$3");
    }

    throw error;
  }
};

const featureCache = new Map();

/**
 * Detects if the current JSON.parse implementation supports the context.source feature.
 *
 * Uses toString() fingerprinting to cache results and automatically detect runtime
 * replacements of JSON.parse (polyfills, mocks, etc.).
 *
 * @returns {boolean} true if context.source is supported, false otherwise.
 */
const isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();

  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }

  try {
    const result = JSON.parse(
      "1",
      (_, __, context) => !!context?.source && context.source === "1",
    );
    featureCache.set(parseFingerprint, result);

    return result;
  } catch {
    featureCache.set(parseFingerprint, false);

    return false;
  }
};

/**
 * Reviver function that converts custom-format BigInt strings back to BigInt values.
 * Also handles "noise" strings that accidentally match the BigInt format.
 *
 * @param {string | number | undefined} key The object key.
 * @param {*} value The value being parsed.
 * @param {object} [context] Parse context (if supported by JSON.parse).
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The transformed value.
 */
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
  const isCustomFormatBigInt =
    typeof value === "string" && customFormat.test(value);

  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));

  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);

  const hasUserReviver = typeof userReviver === "function";

  if (!hasUserReviver) return value;

  return userReviver(key, value, context);
};

/**
 * Fast JSON.parse implementation (~2x faster than classic fallback).
 * Uses JSON.parse's context.source feature to detect integers and convert
 * large numbers directly to BigInt without string manipulation.
 *
 * Does not support legacy custom format from v1 of this library.
 *
 * @param {string} text JSON string to parse.
 * @param {Reviver} [reviver] Transform function to apply to each value.
 * @returns {any} Parsed JavaScript value.
 */
const JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds =
      value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context && intRegex.test(context.source);
    const isBigInt = isBigNumber && isInt;

    if (isBigInt) return BigInt(context.source);

    const hasCustomReviver = typeof reviver === "function";

    if (!hasCustomReviver) return value;

    return reviver(key, value, context);
  });
};

const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers =
  /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/; // Noise - strings that match the custom format before being converted to it

/**
 * Iteratively traverses the parsed object bottom-up (post-order),
 * emulating the native JSON.parse reviver behavior.
 * This avoids Call Stack overflows (RangeError) on deeply nested structures.
 *
 * @param {any} parsed The natively parsed JSON object.
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The fully processed object.
 */
const applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (!node.visited) {
      node.visited = true;

      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";

      if (isComplexObject) {
        const keys = Object.keys(value);

        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];

      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);

        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);

          if (isNoise) value = value.slice(0, -1);
        }
      }

      const hasUserReviver = typeof userReviver === "function";

      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }

      const isDeleted = value === undefined;

      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }

      stack.pop();
    }
  }

  return rootHolder[""];
};

/**
 * Pre-processes the JSON string to mark large numbers with an 'n' suffix.
 *
 * @param {string} text The raw JSON string.
 * @returns {string} The serialized string with marked BigInts.
 */
const serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);

      if (isNoise) return match.substring(0, match.length - 1) + 'n"'; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

      const hasFractionalOrExponential = fractional || exponential;

      // With a fixed number of digits, we can correctly use lexicographical comparison to do a numeric comparison
      const isLessThanMaxSafeInt =
        digits &&
        (digits.length < MAX_DIGITS ||
          (digits.length === MAX_DIGITS && digits <= MAX_INT));

      const isStandardValue =
        isString || hasFractionalOrExponential || isLessThanMaxSafeInt;

      if (isStandardValue) return match;

      return '"' + match + 'n"';
    },
  );
};

/**
 * Converts a JSON string into a JavaScript value.
 *
 * Supports parsing of large integers using two strategies:
 * 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
 * 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
 *
 * All other JSON values are parsed exactly like native JSON.parse().
 *
 * @param {string} text A valid JSON string.
 * @param {Reviver} [reviver]
 * A function that transforms the results. This function is called for each member
 * of the object. If a member contains nested objects, the nested objects are
 * transformed before the parent object is.
 * @returns {any} The parsed JavaScript value.
 * @throws {SyntaxError} If text is not valid JSON.
 */
const JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);

  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver); // Shortcut to a faster (2x) and simpler version

    // Find and mark big numbers with "n"
    const serializedData = serializeBigInts(text);

    return originalParse(serializedData, (key, value, context) =>
      convertMarkedBigIntsReviver(key, value, context, reviver),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);

      return applyReviverIteratively(parsed, reviver);
    }

    throw error;
  }
};



;// CONCATENATED MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}


;// CONCATENATED MODULE: ./node_modules/@octokit/request/dist-bundle/index.js
// pkg/dist-src/index.js


// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var dist_bundle_VERSION = "10.0.14";

// pkg/dist-src/defaults.js
var defaults_default = {
  headers: {
    "user-agent": `octokit-request.js/${dist_bundle_VERSION} ${getUserAgent()}`
  }
};

// pkg/dist-src/fetch-wrapper.js



// pkg/dist-src/is-plain-object.js
function dist_bundle_isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/fetch-wrapper.js

var noop = () => "";
async function fetchWrapper(requestOptions) {
  const fetch = requestOptions.request?.fetch || globalThis.fetch;
  if (!fetch) {
    throw new Error(
      "fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing"
    );
  }
  const log = requestOptions.request?.log || console;
  const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
  const body = dist_bundle_isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
  const requestHeaders = Object.fromEntries(
    Object.entries(requestOptions.headers).map(([name, value]) => [
      name,
      String(value)
    ])
  );
  let fetchResponse;
  try {
    fetchResponse = await fetch(requestOptions.url, {
      method: requestOptions.method,
      body,
      redirect: requestOptions.request?.redirect,
      headers: requestHeaders,
      signal: requestOptions.request?.signal,
      // duplex must be set if request.body is ReadableStream or Async Iterables.
      // See https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
      ...requestOptions.body && { duplex: "half" }
    });
  } catch (error) {
    let message = "Unknown Error";
    if (error instanceof Error) {
      if (error.name === "AbortError") {
        error.status = 500;
        throw error;
      }
      message = error.message;
      if (error.name === "TypeError" && "cause" in error) {
        if (error.cause instanceof Error) {
          message = error.cause.message;
        } else if (typeof error.cause === "string") {
          message = error.cause;
        }
      }
    }
    const requestError = new RequestError(message, 500, {
      request: requestOptions
    });
    requestError.cause = error;
    throw requestError;
  }
  const status = fetchResponse.status;
  const url = fetchResponse.url;
  const responseHeaders = {};
  for (const [key, value] of fetchResponse.headers) {
    responseHeaders[key] = value;
  }
  const octokitResponse = {
    url,
    status,
    headers: responseHeaders,
    data: ""
  };
  if ("deprecation" in responseHeaders) {
    const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
    const deprecationLink = matches && matches.pop();
    log.warn(
      `[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`
    );
  }
  if (status === 204 || status === 205) {
    return octokitResponse;
  }
  if (requestOptions.method === "HEAD") {
    if (status < 400) {
      return octokitResponse;
    }
    throw new RequestError(fetchResponse.statusText, status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status === 304) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError("Not modified", status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status >= 400) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError(toErrorMessage(octokitResponse.data), status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
  return octokitResponse;
}
async function getResponseData(response) {
  const contentType = response.headers.get("content-type");
  if (!contentType) {
    return response.text().catch(noop);
  }
  const mimetype = (0,dist/* parse */.qg)(contentType);
  if (isJSONResponse(mimetype)) {
    let text = "";
    try {
      text = await response.text();
      return JSONParse(text);
    } catch (err) {
      return text;
    }
  } else if (mimetype.type.startsWith("text/") || // `application/octet-stream` is the canonical "arbitrary binary" type
  // (RFC 2046) and must never be decoded as text, even when the response
  // carries a (misleading) `charset=utf-8` parameter — see #751.
  mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") {
    return response.text().catch(noop);
  } else {
    return response.arrayBuffer().catch(
      /* v8 ignore next -- @preserve */
      () => new ArrayBuffer(0)
    );
  }
}
function isJSONResponse(mimetype) {
  return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
  if (typeof data === "string") {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return "Unknown error";
  }
  if (typeof data === "object" && data !== null && "message" in data) {
    const objectData = data;
    const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
    return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
  }
  return `Unknown error: ${JSON.stringify(data)}`;
}

// pkg/dist-src/with-defaults.js
function dist_bundle_withDefaults(oldEndpoint, newDefaults) {
  const endpoint2 = oldEndpoint.defaults(newDefaults);
  const newApi = function(route, parameters) {
    const endpointOptions = endpoint2.merge(route, parameters);
    if (!endpointOptions.request || !endpointOptions.request.hook) {
      return fetchWrapper(endpoint2.parse(endpointOptions));
    }
    const request2 = (route2, parameters2) => {
      return fetchWrapper(
        endpoint2.parse(endpoint2.merge(route2, parameters2))
      );
    };
    Object.assign(request2, {
      endpoint: endpoint2,
      defaults: dist_bundle_withDefaults.bind(null, endpoint2)
    });
    return endpointOptions.request.hook(request2, endpointOptions);
  };
  return Object.assign(newApi, {
    endpoint: endpoint2,
    defaults: dist_bundle_withDefaults.bind(null, endpoint2)
  });
}

// pkg/dist-src/index.js
var request = dist_bundle_withDefaults(endpoint, defaults_default);

/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

;// CONCATENATED MODULE: external "../cli/undici.cjs"
var undici_cjs_namespaceObject = require("../cli/undici.cjs");
;// CONCATENATED MODULE: ./src/core/system/system-error.ts


function errorCode(error) {
    return json_isJsonObject(error) && typeof error.code === 'string' ? error.code : 'unknown error';
}
function failedPath(error) {
    return isJsonObject(error) && typeof error.path === 'string' ? error.path : null;
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
    return remedy === undefined ? undefined : `${remedy} ${NOT_SENT}`;
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
;// CONCATENATED MODULE: ./src/github-secrets/proxy.ts


function proxyFor(url) {
    const proxy = getProxyUrl(new URL(url));
    if (proxy === undefined || proxy.hostname === '')
        return null;
    const { href: uri, username, password } = proxy;
    const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const clientFactory = (origin, options) => new TunnelPool(origin, options);
    return { uri, clientFactory, ...(username === '' && password === '' ? {} : { token }) };
}
class TunnelPool extends undici_cjs_namespaceObject.Pool {
    dispatch(options, handler) {
        return super.dispatch(options, {
            onConnect: abort => handler.onConnect?.(abort),
            onUpgrade: (status, headers, socket) => handler.onUpgrade?.(status, headers, socket),
            onHeaders: (status, headers, resume, text) => handler.onHeaders?.(status, headers, resume, text) ?? true,
            onError: error => handler.onError?.(isClosed(error) ? new ClosedByProxy() : error)
        });
    }
}
class ClosedByProxy extends Error {
    code = 'ECONNRESET';
    constructor() {
        super('the proxy closed the connection');
    }
}
function isClosed(error) {
    return 'code' in error && error.code === 'UND_ERR_SOCKET';
}

;// CONCATENATED MODULE: ./src/github-secrets/api.ts









const REQUEST_LIMIT_MS = 15_000;
function assertWritten({ status }) {
    if (status !== 201 && status !== 204)
        throw ApiFailure.ofForeignAnswer();
}
function connect({ apiUrl, token }) {
    const client = request.defaults({
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'clr-refresh' },
        request: { fetch: fetchByProxy, log: { warn: () => undefined } }
    });
    return async ({ method, path, parameters, signal }) => {
        try {
            const answer = await withTimeLimit(REQUEST_LIMIT_MS, signal, limited => client({ ...parameters, method, url: path, request: { signal: limited } }));
            return { status: answer.status, data: answer.data, dateMs: dateMsOf(answer.headers.date) };
        }
        catch (error) {
            throw withoutRequest(error, token);
        }
    };
}
function fetchByProxy(url, init) {
    const proxy = proxyFor(url);
    return (0,undici_cjs_namespaceObject.fetch)(url, proxy === null ? init : { ...init, dispatcher: new undici_cjs_namespaceObject.ProxyAgent(proxy) });
}
function withoutRequest(error, token) {
    const response = error instanceof RequestError ? error.response : undefined;
    if (response === undefined)
        return new api_failure_ApiFailure(null, connectionCode(error));
    const { status, headers, data } = response;
    const message = json_isJsonObject(data) && typeof data.message === 'string' ? data.message : '';
    return new api_failure_ApiFailure(status, shorten(message, token), headers);
}
const MAX_MESSAGE_LENGTH = 200;
function shorten(message, token) {
    return safeOutput(message, [token]).replace(/\s+/g, ' ').slice(0, MAX_MESSAGE_LENGTH);
}
function connectionCode(error) {
    for (let inner = error; typeof inner === 'object' && inner !== null; inner = 'cause' in inner ? inner.cause : null) {
        const name = 'name' in inner ? inner.name : '';
        if (name === 'TimeoutError')
            return 'no answer in time';
        if (name === 'AbortError')
            return GIVEN_UP;
        const code = errorCode(inner);
        if (/^[A-Z][A-Z\d_]+$/.test(code))
            return code;
    }
    return 'connection failed';
}

;// CONCATENATED MODULE: ./src/action/notice/mark.ts


const START = '<!-- clr-refresh: ';
const END = '<!-- /clr-refresh -->';
const MARK = /<!-- clr-refresh: (\{.*?\}) -->/;
const BLOCK = /<!-- clr-refresh: \{.*?\} -->[^]*?<!-- \/clr-refresh -->/;
function readMark(body) {
    const fields = parseJson(MARK.exec(body)?.[1] ?? '');
    if (!json_isJsonObject(fields))
        return null;
    const { reason, loginExpiresAt, endsSoon, comment } = fields;
    const end = { loginExpiresAtMs: momentOf(loginExpiresAt), isEndingSoon: endsSoon === true };
    const trouble = typeof reason === 'string' ? { reason, ...end } : null;
    return { trouble, commentId: typeof comment === 'number' ? comment : 0 };
}
function marked(mark, text) {
    return `${lineOf(mark)}\n${text}`;
}
function withBlock(body, mark, text) {
    const block = `${marked(mark, text)}\n${END}`;
    if (BLOCK.test(body))
        return body.replace(BLOCK, () => block);
    const rest = body.replace(MARK, '').trim();
    return rest === '' ? block : `${block}\n\n${rest}`;
}
function withMark(body, mark) {
    return MARK.test(body) ? body.replace(MARK, () => lineOf(mark)) : `${lineOf(mark)}\n${END}\n\n${body}`;
}
function lineOf({ trouble, commentId }) {
    const at = trouble?.loginExpiresAtMs ?? null;
    const fields = {
        reason: trouble?.reason ?? null,
        loginExpiresAt: at === null ? null : new Date(at).toISOString(),
        endsSoon: trouble?.isEndingSoon ?? false,
        comment: commentId
    };
    return `${START}${JSON.stringify(fields)} -->`;
}

;// CONCATENATED MODULE: ./src/action/notice/issues.ts





const PAGE_SIZE = 100;
const MAX_PAGES = 20;
class Issues {
    label;
    signal;
    #api;
    #path;
    constructor(target, label, signal) {
        this.label = label;
        this.signal = signal;
        this.#api = connect(target);
        this.#path = `/repos/${target.repository}`;
    }
    async find() {
        const found = [];
        for (let page = 1; page <= MAX_PAGES; page += 1) {
            const parameters = { labels: this.label, state: 'all', per_page: PAGE_SIZE, page };
            const entries = listIn(await this.#request('GET', '/issues', parameters));
            found.push(...entries.filter(entry => !json_isJsonObject(entry) || !('pull_request' in entry)).map(parseIssue));
            if (entries.length < PAGE_SIZE)
                break;
        }
        return found;
    }
    async newestComment({ number, commentCount }) {
        if (commentCount === 0)
            return null;
        const parameters = { per_page: PAGE_SIZE, page: Math.ceil(commentCount / PAGE_SIZE) };
        const entries = listIn(await this.#request('GET', `/issues/${number}/comments`, parameters));
        return entries.flatMap(parseOwnComment).at(-1) ?? null;
    }
    async createLabel(description) {
        try {
            await this.#request('POST', '/labels', { name: this.label, description });
        }
        catch (error) {
            if (!(error instanceof api_failure_ApiFailure) || ![403, 404, 422].includes(error.status ?? 0))
                throw error;
        }
    }
    async create(text) {
        const { data } = await this.#request('POST', '/issues', { ...text, labels: [this.label] });
        const labels = json_isJsonObject(data) && Array.isArray(data.labels) ? data.labels : [];
        const isLabelled = labels.some((label) => json_isJsonObject(label) && typeof label.name === 'string' && isSameLabel(label.name, this.label));
        return { number: numberIn(data, 'number'), isLabelled };
    }
    async update(number, text, state) {
        const reason = state === 'closed' ? { state_reason: 'completed' } : {};
        const { data } = await this.#request('PATCH', `/issues/${number}`, {
            ...text,
            ...(state === undefined ? {} : { state, ...reason })
        });
        numberIn(data, 'number');
    }
    async comment(number, body) {
        const { data } = await this.#request('POST', `/issues/${number}/comments`, { body });
        return numberIn(data, 'id');
    }
    #request(method, path, parameters) {
        return this.#api({ method, path: `${this.#path}${path}`, parameters, signal: this.signal });
    }
}
function parseIssue(entry) {
    const { title, body, state, comments, locked } = json_isJsonObject(entry) ? entry : {};
    const text = typeof body === 'string' ? body : '';
    return {
        number: numberIn(entry, 'number'),
        isOpen: state === 'open',
        title: typeof title === 'string' ? title : '',
        body: text,
        mark: isByUs(entry) ? readMark(text) : null,
        commentCount: typeof comments === 'number' ? comments : 0,
        isLocked: locked === true
    };
}
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];
function isByUs(entry) {
    const { user, author_association: association } = json_isJsonObject(entry) ? entry : {};
    return (json_isJsonObject(user) && user.type === 'Bot') || TRUSTED.includes(String(association));
}
function parseOwnComment(entry) {
    if (!json_isJsonObject(entry) || !isByUs(entry))
        return [];
    const { body } = entry;
    const mark = readMark(typeof body === 'string' ? body : '');
    return mark === null ? [] : [{ id: numberIn(entry, 'id'), mark }];
}
function listIn({ data }) {
    if (Array.isArray(data))
        return data;
    throw api_failure_ApiFailure.ofForeignAnswer();
}
function numberIn(data, field) {
    const number = json_isJsonObject(data) ? data[field] : undefined;
    if (typeof number === 'number' && Number.isSafeInteger(number))
        return number;
    throw api_failure_ApiFailure.ofForeignAnswer();
}

;// CONCATENATED MODULE: ./src/action/remedies.ts

const FOR_WORKFLOWS = {
    'claude-not-found': 'Set `claude-version: stable`, and the action installs it, or put `claude` on PATH in an earlier step.',
    'claude-failed': 'Run `claude --version` in a step of the same job to see whether `claude` works there at all.'
};
function remedies_remedyForWorkflow(reason, remedy = outcomeOf(reason).remedy) {
    const own = FOR_WORKFLOWS[reason];
    return own === undefined ? remedy : remedy.replace(outcomeOf(reason).remedy, () => own);
}

;// CONCATENATED MODULE: ./src/action/input-names.ts

const OPTION = /^`--(creds|timeout|min-validity|trace|dry-run)(?:[ =]([^`]*))?`$/;
function withInputNames(text) {
    return text
        .split(/(`[^`]*`)/)
        .map((part, at) => (at % 2 === 1 ? inputOf(part) : part.replace(RUN_AGAIN, '$1un the workflow again')))
        .join('');
}
const RUN_AGAIN = /(?<![/\w-])([Rr])un it again\b(?!\/)/g;
function inputOf(code) {
    return code.replace(OPTION, (_option, name, value) => value === undefined ? `\`${name}\`` : `\`${name}: ${value}\``);
}
function inWordsOfAction(report) {
    const { reason, message, remedy, warnings } = report;
    return {
        ...report,
        message: withInputNames(message),
        remedy: withInputNames(remedyForWorkflow(reason, remedy)),
        warnings: warnings.map(withInputNames)
    };
}

;// CONCATENATED MODULE: ./src/entry/node-version.ts
const MAJOR = 20;
const MINOR = 4;
const OLDEST_NODE = `${MAJOR}.${MINOR}`;
function whyNodeIsTooOld(version = process.versions.node) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > MAJOR || (major === MAJOR && minor >= MINOR))
        return null;
    return `this is Node ${version} (${process.execPath}), and clr-refresh needs Node ${OLDEST_NODE} or newer`;
}

;// CONCATENATED MODULE: ./src/action/output/sign-in.ts



function signInBlocks(words, { loginCommand, links: { npxCommand }, secrets }) {
    if (loginCommand === '' || !canBeShown(loginCommand, secrets))
        return null;
    const block = shellBlock(loginCommand);
    const where = whereToSignIn(loginCommand);
    if (npxCommand === null || !loginCommand.startsWith('clr login'))
        return [`${words}${where}:`, block];
    return [
        `${words}${where} (needs Node ${OLDEST_NODE} or newer; no installation):`,
        shellBlock(`${npxCommand}${loginCommand.slice('clr'.length)}`),
        'Or, if `clr` is installed:',
        block
    ];
}
function whereToSignIn(loginCommand) {
    if (/ --creds\b/.test(loginCommand))
        return ', on the machine that has the file, as its owner';
    return ', on any computer with `claude` and `gh`';
}
function runAgain({ workflow }, words = 'run the workflow again') {
    return workflow === null ? words : markdown_link(words, workflow);
}

;// CONCATENATED MODULE: ./src/action/notice/texts.ts









function titleOf(trouble, subject) {
    const name = `"${plainLine(subject.label, subject.secrets).replaceAll('@', '@\u200b')}"`;
    if (trouble.reason === ENDS_SOON)
        return `The Claude login ${name} ${endPhrase(trouble, subject.nowMs)}`;
    const failure = knownFailure(trouble.reason);
    const isEndNews = trouble.isEndingSoon && !NEEDS_SIGN_IN.includes(trouble.reason);
    const end = isEndNews ? `; the login ${endPhrase(trouble, subject.nowMs)}` : '';
    if (failure !== null)
        return `The Claude login ${name}: ${failure.title} (${trouble.reason})${end}`;
    return `The job that refreshes the Claude login ${name} ${jobEnd(subject.run)}${end}`;
}
function textOf(trouble, subject) {
    return [...whatHappened(trouble, subject), ...whatToDo(trouble, subject)].join('\n\n');
}
const FOOTER = '_The workflow keeps this text up to date. Anything that you write above or below it is kept._';
function closingText({ run, links, label, secrets }) {
    const where = links.run === null ? 'the last run' : markdown_link('this run', links.run);
    const ends = run.loginExpiresAtMs === null ? '' : ` The login ends on ${times_utcMinute(run.loginExpiresAtMs)} UTC.`;
    return `The login ${inlineCode(plainLine(label, secrets))} is fine again: ${where} ended with ${inlineCode(run.reason)}.${ends}`;
}
function endPhrase({ loginExpiresAtMs: atMs }, nowMs) {
    if (atMs === null)
        return 'ends soon';
    return `${atMs <= nowMs ? 'ended' : 'ends'} on ${times_utcMinute(atMs).slice(0, 'YYYY-MM-DD'.length)}`;
}
function whatHappened(trouble, subject) {
    const { label, secrets, nowMs } = subject;
    const login = `The login ${inlineCode(plainLine(label, secrets))}`;
    const { loginExpiresAtMs: atMs } = trouble;
    const end = atMs === null ? null : `${atMs <= nowMs ? 'ended' : 'ends'} on **${times_utcMinute(atMs)} UTC**`;
    const source = sourceOf(trouble, subject);
    if (trouble.reason === ENDS_SOON) {
        const when = end ?? 'ends soon, but it is not known when';
        return [`${login} ${when}. A refresh does not extend it: a person has to sign in again.${source}`];
    }
    return [`${failureSentence(trouble, subject)} ${endSentence(atMs, end, nowMs)}${source}${guideOf(trouble)}`];
}
function endSentence(atMs, end, nowMs) {
    if (atMs === null || end === null)
        return 'It is not known when the login itself ends.';
    return atMs <= nowMs ? `According to its stored end date, the login ${end}.` : `The login itself ${end}.`;
}
function guideOf({ reason }) {
    if (!isReason(reason) || outcomeOf(reason).exitCode === 0)
        return '';
    return ` ${markdown_link(`More about ${inlineCode(reason)}`, troubleshootingUrl(reason))}.`;
}
function sourceOf({ reason, loginExpiresAtMs }, { run, links }) {
    if (links.run === null)
        return '';
    if (reason === ENDS_SOON && loginExpiresAtMs !== null)
        return ` The date comes from ${markdown_link('this run', links.run)}.`;
    const hasMessage = reason !== ENDS_SOON && run.reason !== '';
    return ` ${hasMessage ? 'The whole message is in' : 'See'} ${markdown_link('this run', links.run)}.`;
}
function failureSentence({ reason }, { run, label, secrets }) {
    const login = inlineCode(plainLine(label, secrets));
    if (run.reason === '') {
        return `The job that refreshes the login ${login} ${jobEnd(run)} before the refresh had a result.`;
    }
    const failure = knownFailure(reason);
    if (failure !== null)
        return `**${failure.title}** (${inlineCode(reason)}): the run that refreshes ${login} failed.`;
    return `The job that refreshes the login ${login} ${jobEnd(run)}. Its refresh ended with ${inlineCode(reason)}.`;
}
function jobEnd({ result }) {
    return result === 'cancelled' ? 'was cancelled or timed out' : 'failed';
}
const NEEDS_SIGN_IN = [ENDS_SOON, 'login-rejected', 'login-expired'];
const MAY_NEED_SIGN_IN = ['creds-not-found', 'creds-invalid'];
const texts_RUN_AGAIN = /\brun the (?:workflow|job) again\b/i;
function whatToDo(trouble, subject) {
    const { reason } = trouble;
    const { links, nowMs } = subject;
    if (NEEDS_SIGN_IN.includes(reason))
        return [...signIn('Sign in again', subject), whatNext(reason, '', links)];
    const plain = knownFailure(reason)?.remedy ?? 'Read the log of the run and fix the problem that it shows.';
    const remedy = plain.replace(texts_RUN_AGAIN, words => runAgain(links, words));
    const next = whatNext(reason, plain, links);
    if (MAY_NEED_SIGN_IN.includes(reason))
        return [remedy, ...signIn('If the login is lost, sign in again', subject), next];
    if (trouble.isEndingSoon)
        return [remedy, ...signIn(endAsWell(trouble, nowMs), subject), next];
    const only = 'Only if the next run ends with `login-rejected` or `login-expired`, sign in again';
    return [remedy, next, ...signIn(only, subject)];
}
function endAsWell({ loginExpiresAtMs: atMs }, nowMs) {
    if (atMs !== null && atMs <= nowMs)
        return 'The login itself has also reached its stored end date. Sign in again';
    return 'The login itself also ends soon, and a refresh does not extend it. Sign in again before then';
}
function signIn(words, subject) {
    const { loginCommand } = subject;
    const isPlaceKnown = placeInWords(loginCommand) !== null;
    return (signInBlocks(words, subject) ?? [
        isPlaceKnown ? `${words} ${howToSignIn(loginCommand)}.` : `${words}.`,
        '`clr login` makes a new login, and stores it in the file (`--creds`) or the secret (`--secret`) that the workflow reads.'
    ]);
}
function whatNext(reason, remedy, links) {
    const isNewLogin = NEEDS_SIGN_IN.includes(reason);
    const refresh = `${isNewLogin ? 'first refresh of the new login' : 'next successful refresh'} (\`refreshed\`)`;
    if (texts_RUN_AGAIN.test(remedy))
        return `The ${refresh} closes this issue.`;
    const isLater = isNewLogin || reason === 'secret-write-failed';
    const again = runAgain(links, `${isLater ? 'r' : 'R'}un the workflow again`);
    return `${isLater ? 'After that, ' : ''}${again}: the ${refresh} closes this issue.`;
}
function knownFailure(reason) {
    if (reason === NO_REASON || !isReason(reason))
        return null;
    const outcome = outcomeOf(reason);
    return outcome.exitCode === 0 ? null : { ...outcome, remedy: withInputNames(remedies_remedyForWorkflow(reason)) };
}

;// CONCATENATED MODULE: ./src/action/notice/keep-notice.ts





async function keepNotice(inputs, subject, budget) {
    const situation = judge(inputs.run);
    if (situation.kind === 'unclear') {
        const isUnwired = inputs.run.result === 'success' && inputs.run.reason === '';
        return { line: `the run says nothing new about ${subject.label}`, warnings: isUnwired ? [UNWIRED] : [] };
    }
    let begun = null;
    return budget.retry(async (signal) => {
        const issues = new Issues(inputs.target, inputs.label, signal);
        const step = decide(situation, await issues.find());
        if (step.kind === 'nothing')
            return { line: begun === null ? nothingLine(step) : doneLine(begun, step), warnings: [] };
        begun ??= step;
        return perform(step, issues, subject);
    });
}
const UNWIRED = {
    title: 'The input reason is empty',
    sentence: 'The job succeeded, but its `reason` is not known, so no issue would be opened when the login ends. Declare the outputs of the refresh step as `outputs` of its job, and pass them to this step.'
};
function perform(step, issues, subject) {
    if (step.kind === 'open')
        return keep_notice_open(step.trouble, issues, subject);
    return step.kind === 'update' ? update(step, issues, subject) : keep_notice_settle(step, issues, subject);
}
async function keep_notice_open(trouble, issues, subject) {
    await issues.createLabel('The issue of clr-refresh about this Claude login');
    const body = withBlock('', { trouble, commentId: 0 }, bodyText(trouble, subject));
    const { number, isLabelled } = await issues.create({ title: titleOf(trouble, subject), body });
    const warning = {
        title: `Issue #${number} has no label`,
        sentence: `github-token may not set labels. Add the label ${JSON.stringify(subject.label)} by hand: without it, later runs do not find this issue, and open another one.`
    };
    return { line: `opened issue #${number}`, warnings: isLabelled ? [] : [warning] };
}
const MAX_BODY_LENGTH = 65_536;
async function update(step, issues, subject) {
    const { issue, trouble } = step;
    const commentId = await say({ issue, trouble, text: textOf(trouble, subject) }, issues);
    const mark = { trouble, commentId };
    const whole = withBlock(issue.body, mark, bodyText(trouble, subject));
    const body = whole.length > MAX_BODY_LENGTH ? withMark(issue.body, mark) : whole;
    await issues.update(issue.number, { title: titleOf(trouble, subject), body }, issue.isOpen ? undefined : 'open');
    return { line: doneLine(step), warnings: [] };
}
async function keep_notice_settle(step, issues, subject) {
    for (const issue of step.open) {
        const commentId = await say({ issue, trouble: null, text: closingText(subject) }, issues);
        await issues.update(issue.number, { body: withMark(issue.body, { trouble: null, commentId }) }, 'closed');
    }
    for (const { number, body, mark } of step.closed) {
        await issues.update(number, { body: withMark(body, { trouble: null, commentId: mark?.commentId ?? 0 }) });
    }
    return { line: doneLine(step), warnings: [] };
}
async function say({ issue, trouble, text }, issues) {
    if (issue.isLocked)
        return issue.mark?.commentId ?? 0;
    const newest = await issues.newestComment(issue);
    const isUnfinished = newest !== null && newest.id > (issue.mark?.commentId ?? 0);
    if (isUnfinished && saysTheSame(newest.mark.trouble, trouble))
        return newest.id;
    return issues.comment(issue.number, marked({ trouble, commentId: 0 }, text));
}
function saysTheSame(known, now) {
    return known === null || now === null ? known === now : isSameTrouble(known, now);
}
function bodyText(trouble, subject) {
    return `${textOf(trouble, subject)}\n\n${FOOTER}`;
}
function nothingLine({ issue }) {
    if (issue === null)
        return 'all is well, and there is no open issue';
    return issue.isOpen
        ? `nothing has changed since issue #${issue.number}`
        : `nothing has changed since issue #${issue.number}, which a person has closed`;
}
function doneLine(step, now) {
    if (step.kind === 'nothing')
        return nothingLine(step);
    if (step.kind === 'open')
        return `opened issue #${now?.issue?.number ?? '?'}`;
    if (step.kind === 'update')
        return `${step.issue.isOpen ? 'updated' : 'reopened'} issue #${step.issue.number}`;
    if (step.open.length === 0)
        return 'all is well, and there is no open issue';
    return `closed ${step.open.map(({ number }) => `issue #${number}`).join(', ')}`;
}

;// CONCATENATED MODULE: ./src/action/output/run-links.ts
function runLinks(env, repository = env.GITHUB_REPOSITORY ?? '') {
    const server = serverOf(env.GITHUB_SERVER_URL ?? '');
    const base = server === null || !/^[\w.-]+\/[\w.-]+$/.test(repository) ? null : `${server}/${repository}/actions`;
    const run = env.GITHUB_RUN_ID ?? '';
    const file = /^[^@]+\/\.github\/workflows\/([\w. -]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? '')?.[1];
    return {
        run: base === null || !/^\d+$/.test(run) ? null : `${base}/runs/${run}`,
        workflow: base === null || file === undefined ? null : `${base}/workflows/${encodeURIComponent(file)}`,
        npxCommand: npxCommandOf(env)
    };
}
function npxCommandOf(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
    if (server !== 'https://github.com')
        return null;
    if (!/^[a-z\d][\w-]*\/[\w.-]+$/i.test(repository) || !/^\w[\w./-]*$/.test(ref))
        return null;
    return `npx github:${repository}#${ref}`;
}
function serverOf(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : null;
}

;// CONCATENATED MODULE: ./src/action/notice/program.ts










const LIMIT_MS = 120_000;
const MAX_TRIES = 5;
function main() {
    process.exitCode = 1;
    notify(process.env).then(exitCode => {
        process.exitCode = exitCode;
    }, (error) => {
        fail('internal', error instanceof Error ? error.message : 'an unknown error');
    });
}
async function notify(env) {
    try {
        const inputs = parseInputs(env);
        return await keep(inputs, env);
    }
    catch (error) {
        if (!(error instanceof reasons_RefreshError))
            throw error;
        return fail(error.reason, error.message);
    }
}
async function keep(inputs, env) {
    const { run, label, loginCommand, target } = inputs;
    const links = runLinks(env, target.repository);
    const subject = { run, label, loginCommand, links, secrets: [target.token], nowMs: Date.now() };
    try {
        const { line, warnings } = await keepNotice(inputs, subject, new TimeBudget({ limitMs: LIMIT_MS }, MAX_TRIES));
        process.stdout.write(`${asLogLine(line)}\n`);
        for (const warning of warnings)
            warn(warning);
        return 0;
    }
    catch (error) {
        if (!(error instanceof api_failure_ApiFailure))
            throw error;
        if (!areIssuesOff(error))
            return failToTell(whyNoNotice(error, target), label);
        warn({
            title: 'No issue about this login',
            sentence: `Issues are turned off in ${target.repository}, so there is none about the login ${JSON.stringify(label)}`
        });
        return 0;
    }
}
function failToTell(why, label) {
    writeAnnotation('error', 'The issue about a login was not written', plainLine(`Login ${JSON.stringify(label)}: ${why}`));
    return 1;
}
function fail(reason, message) {
    writeAnnotation('error', `${outcomeOf(reason).title} (${reason})`, plainLine(message));
    return 1;
}
function warn({ title, sentence }) {
    writeAnnotation('warning', title, plainLine(sentence));
}

module.exports = __webpack_exports__;
/******/ })()
;
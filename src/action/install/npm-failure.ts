import { NOT_SENT, RefreshError } from '../../core/reasons.js'
import { redact } from '../../core/redact.js'
import { memoryNote, MORE_MEMORY } from '../../core/system/out-of-memory.js'
import { remedyFor } from '../../core/system/system-error.js'
import { mayBeKilled, type ProgramResult } from '../exec.js'
import { hideRegistries } from './registry.js'

/** How many characters of npm's output a message quotes: enough for a long path. */
const QUOTED_CHARACTERS = 500

/** Lines that name the system call, which the sentence after them repeats, and stack frames (npm 8 to 11). */
const NOISE = /^(?:code|errno|syscall|path|dest|file) |^at |^\d+$|^A complete log of this run/

const NO_SUCH_VERSION = 'Set `claude-version` to a version that the npm registry has.'
const NOT_ALLOWED =
  'Let the user of the runner write to the path in the message, or remove what another user left there.'
const NO_LOGIN =
  'The npm registry asks for a login: put the user name and password into the address in `NPM_CONFIG_REGISTRY`, because no `.npmrc` is read.'
const NO_CERTIFICATE = 'Set `NODE_EXTRA_CA_CERTS` to the file with the CA certificate of your proxy or registry.'
const NO_NETWORK =
  'Check the network, the proxy (`HTTPS_PROXY`) and `NPM_CONFIG_REGISTRY`, then run the workflow again.'

/** Remedies by npm's error code. */
const REMEDIES: readonly (readonly [codes: RegExp, remedy: string])[] = [
  [/^(?:ETARGET|E404)$/, NO_SUCH_VERSION],
  [/^(?:EACCES|EPERM)$/, NOT_ALLOWED],
  [/^E40[13]$/, NO_LOGIN],
  [
    /^EINTEGRITY$/,
    'The download is damaged. Run the workflow again. If that does not help, empty the cache of the mirror or proxy.'
  ],
  [/^ERR_INVALID_URL$/, 'Set `NPM_CONFIG_REGISTRY` to the address of a registry.'],
  [/CERT|SIGNATURE/, NO_CERTIFICATE],
  [/^(?:ECONN|ENOTFOUND|EAI_|ENET|EHOST|ETIMEDOUT|ERR_SOCKET|FETCH_ERROR|E5\d\d)/, NO_NETWORK]
]

/** The error to throw after npm failed: it quotes npm's output in a clause, without a token, and has a remedy that fits. */
export function npmFailure(command: string, { exitCode, stderr }: ProgramResult, env: NodeJS.ProcessEnv): RefreshError {
  const lines = linesOf(redact(hideRegistries(stderr, env)))
  const output = lines.join(' ')
  const how = exitCode === null ? 'a signal' : `exit status ${exitCode}`
  const note = memoryNote({ isKilled: mayBeKilled({ exitCode }, output), said: output })
  const code = valueOf('code', lines)
  return installFailed(
    `npm ${command} ended with ${how}${note}${why(lines, code)}`,
    note === '' ? remedyOf(code) : `${MORE_MEMORY} ${NOT_SENT}`
  )
}

/** The error to throw if `claude` could not be installed. @param remedy a sentence, if the default does not fit */
export function installFailed(message: string, remedy?: string): RefreshError {
  return new RefreshError('claude-install-failed', message, remedy)
}

function linesOf(stderr: string): readonly string[] {
  return stderr
    .split('\n')
    .map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .map(line => line.replace(/(?<=\w:\/\/)[^/\s@]+@/g, '')) // user and password in any other URL
    .filter(line => line !== '')
}

/**
 * Why npm failed: its error code, the first sentence (four for a failed script), and the path if the sentence does not
 * contain it.
 */
function why(lines: readonly string[], code: string | null): string {
  const sentences = lines.filter(line => !NOISE.test(line))
  const first = sentences.slice(0, sentences[0] === 'command failed' ? 4 : 1).join(', ')
  const at = valueOf('path', lines)
  const parts = [code && `code ${code}`, first, at !== null && !first.includes(at) && `path ${at}`].filter(Boolean)
  return parts.length === 0 ? '' : `: ${parts.join(', ').slice(0, QUOTED_CHARACTERS)}`
}

function valueOf(name: string, lines: readonly string[]): string | null {
  const line = lines.find(one => one.startsWith(`${name} `))
  return line === undefined ? null : line.slice(name.length + 1)
}

function remedyOf(code: string | null): string | undefined {
  if (code === null) return undefined
  const remedy = REMEDIES.find(([codes]) => codes.test(code))?.[1]
  return remedy === undefined ? remedyFor({ code }) : `${remedy} ${NOT_SENT}`
}

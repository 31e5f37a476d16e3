import { DEFAULTS, parseBoolean, parseMinValidityMs, parseTimeoutSeconds, quote } from '../core/options.js'
import { outcomeOf, RefreshError } from '../core/reasons.js'
import { credsOf } from './creds-option.js'
import { listed } from './listed.js'
import { parseLoginOptions, type LoginRequest } from './login-options.js'
import { nearest } from './nearest.js'
import { allCommands, isCommand, parseValues, type Command, type Values } from './options.js'
import { parseStatusArguments, type StatusRequest } from './status-arguments.js'
import { noCommand, refuseWrongOptions, tokensOf } from './wrong-options.js'

/** A parsed command line. */
export type Request =
  | { readonly kind: 'help'; readonly of: 'clr' | Command; readonly exitCode: 0 | 1 }
  | { readonly kind: 'version' }
  | (Common & {
      readonly kind: 'refresh'
      readonly minValidityMs: number
      readonly trace: boolean
      readonly dryRun: boolean
    })
  | (Common & { readonly kind: 'recover' })
  | LoginRequest
  | StatusRequest

interface Common {
  /** As it was typed. */
  readonly credsPath: string
  /** The option or variable that it comes from, for messages. */
  readonly credsFrom: string
  readonly timeoutSeconds: number
  readonly json: boolean
}

/** Words in the place of a command that ask for something to read. */
const WORDS = ['help', 'version']

/**
 * Parses the arguments (without node and the script). The value of an option that is not given comes from its `CLR_…`
 * variable (an empty one counts as not set), else it is the default. `--help` wins over any other argument. Without any
 * argument, the help is printed with exit status 1, as `git` and `npm` do: nothing was done, and a script must notice that.
 * @throws RefreshError `usage`
 */
export function parseArguments(args: readonly string[], environment: NodeJS.ProcessEnv): Request {
  if (args.length === 0) return { kind: 'help', of: 'clr', exitCode: 1 }
  const tokens = tokensOf(args)
  const [word, ...rest] = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []))
  if (word === 'help' || asksForHelp(args)) return helpRequest(word === 'help' ? rest[0] : word)
  if (word === 'version' || tokens.some(token => token.kind === 'option' && token.name === 'version'))
    return { kind: 'version' }
  if (word === undefined) throw noCommand(args, listOfCommands())
  if (!isCommand(word)) throw unknownCommand(word)
  refuseWrongOptions(args, word)
  if (rest[0] !== undefined && word !== 'status')
    throw new RefreshError(
      'usage',
      `unexpected argument ${quote(rest[0])}`,
      'Name the credentials file with `--creds <FILE>`.'
    )
  return parseCommand(word, { values: parseValues(args), files: rest, environment })
}

/** Whether there is a `--help` or `-h` among the arguments, also as what would be the value of an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? args.length : end).some(argument => argument === '--help' || argument === '-h')
}

function helpRequest(word: string | undefined): Request {
  if (word === undefined || WORDS.includes(word)) return { kind: 'help', of: 'clr', exitCode: 0 }
  if (isCommand(word)) return { kind: 'help', of: word, exitCode: 0 }
  throw unknownCommand(word)
}

function unknownCommand(word: string): RefreshError {
  const meant = nearest(word, [...allCommands(), ...WORDS])
  const hint = meant === null ? '' : `Did you mean \`clr ${meant}\`? `
  return new RefreshError('usage', `unknown command ${quote(word)}`, `${hint}${listOfCommands()}`)
}

function listOfCommands(): string {
  return `The commands are ${listed(allCommands())}; see \`clr --help\`.`
}

interface CommandLine {
  readonly values: Values
  /** The arguments after the command. */
  readonly files: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

function parseCommand(command: Command, { values, files, environment }: CommandLine): Request {
  if (command === 'login') return parseLoginOptions(values, environment)
  if (command === 'status') return parseStatusArguments(values, files, environment)
  const { text, name } = credsOf(values, environment)
  const timeoutSeconds = timeoutSecondsOf(values, environment)
  const common = { credsPath: text, credsFrom: name, timeoutSeconds, json: values.json }
  if (command === 'recover') return { kind: command, ...common }
  const minValidityMs = minValidityMsOf(values, environment)
  const trace = isTraceAsked(values, environment)
  return { kind: command, ...common, minValidityMs, trace, dryRun: values['dry-run'] }
}

/** Whether the arguments ask for JSON, even if others are wrong. */
export function wantsJson(args: readonly string[]): boolean {
  return args.includes('--json')
}

/**
 * What a person should do about wrong arguments: what the error says, or what the table says about the refresh token, which
 * means nothing to a person who called a command that never uses it.
 */
export function remedyForArguments({ reason, remedy }: RefreshError, args: readonly string[]): string {
  const words = tokensOf(args).flatMap(token => (token.kind === 'positional' ? [token.value] : []))
  const usesToken = words[0] === 'refresh' || words[0] === 'recover'
  return reason === 'usage' && !usesToken && remedy === outcomeOf(reason).remedy ? '' : remedy
}

function timeoutSecondsOf({ timeout }: Values, environment: NodeJS.ProcessEnv): number {
  const text = timeout === undefined ? trimmed(environment.CLR_TIMEOUT) : ''
  if (text !== '') return parseTimeoutSeconds(text, 'CLR_TIMEOUT')
  return parseTimeoutSeconds(timeout ?? DEFAULTS.timeout)
}

function minValidityMsOf({ 'min-validity': option }: Values, environment: NodeJS.ProcessEnv): number {
  const text = option === undefined ? trimmed(environment.CLR_MIN_VALIDITY) : ''
  if (text !== '') return parseMinValidityMs(text, 'CLR_MIN_VALIDITY')
  return parseMinValidityMs(option ?? DEFAULTS.minValidity)
}

function isTraceAsked({ trace }: Values, environment: NodeJS.ProcessEnv): boolean {
  if (trace) return true
  const text = trimmed(environment.CLR_TRACE)
  if (['', '0', '1'].includes(text)) return text === '1'
  return parseBoolean(text, 'CLR_TRACE', 'true, false, 1 or 0')
}

/** Variables are trimmed, as the inputs of the action are. */
function trimmed(variable: string | undefined): string {
  return (variable ?? '').trim()
}

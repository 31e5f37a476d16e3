import { parseArgs } from 'node:util'
import { absolutePath } from '../core/credentials/typed-path.js'
import { DEFAULTS, parseBoolean, parseMinValidityMs, parseTimeoutSeconds, quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import { credsOf } from './creds-option.js'
import { parseLoginOptions, type LoginRequest } from './login-options.js'
import { parseStatusArguments, type StatusRequest } from './status-arguments.js'

/** A parsed command line. */
export type Request =
  | { readonly kind: 'help'; readonly of: 'clr' | Command }
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
} as const

/** The options of each command, besides `--help` and `--version`. */
const COMMANDS = {
  refresh: ['creds', 'timeout', 'min-validity', 'dry-run', 'trace', 'json'],
  login: ['creds', 'secret', 'repo', 'env', 'org', 'replace', 'from', 'email', 'sso'],
  status: ['within', 'json'],
  recover: ['creds', 'timeout', 'json']
} as const satisfies Record<string, readonly (keyof typeof OPTIONS)[]>

/** The commands of `clr`. */
export type Command = keyof typeof COMMANDS

/** The values of the options, as they were typed. */
export type Values = ReturnType<typeof parse>['values']

/**
 * Parses the arguments (without node and the script). The value of an option that is not given comes from its `CLR_…`
 * variable (an empty one counts as not set), else it is the default.
 * @throws RefreshError `usage`
 */
export function parseArguments(args: readonly string[], environment: NodeJS.ProcessEnv): Request {
  const { values, positionals, given } = parse(args)
  const [word, ...rest] = positionals
  if (values.version) return { kind: 'version' }
  if (word === undefined && values.help) return { kind: 'help', of: 'clr' }
  if (word === undefined) throw usage('a command is missing')
  if (!isCommand(word)) throw usage(`unknown command ${quote(word)}`)
  if (rest[0] !== undefined && word !== 'status') {
    throw usage(`unexpected argument ${quote(rest[0])}; a file is named by --creds`, word)
  }
  if (values.help) return { kind: 'help', of: word }
  const options: readonly string[] = COMMANDS[word]
  const foreign = given.find(name => !options.includes(name))
  if (foreign !== undefined) throw usage(`\`clr ${word}\` has no option --${foreign}`, word)
  if (word === 'login') return parseLoginOptions(values, environment)
  if (word === 'status') return parseStatusArguments(values, rest, environment)
  const { text, name } = credsOf(values, environment)
  const timeoutSeconds = timeoutSecondsOf(values, environment)
  const common = { credsPath: text, credsFrom: name, timeoutSeconds, json: values.json }
  if (word === 'recover') return { kind: word, ...common }
  const minValidityMs = minValidityMsOf(values, environment)
  return { kind: word, ...common, minValidityMs, trace: isTraceAsked(values, environment), dryRun: values['dry-run'] }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word)
}

/** Whether the arguments ask for JSON, even if others are wrong. */
export function wantsJson(args: readonly string[]): boolean {
  return args.includes('--json')
}

function timeoutSecondsOf({ timeout }: Values, environment: NodeJS.ProcessEnv): number {
  const text = timeout === undefined ? trimmed(environment.CLR_TIMEOUT) : ''
  return text === '' ? parseTimeoutSeconds(timeout ?? DEFAULTS.timeout) : parseTimeoutSeconds(text, 'CLR_TIMEOUT')
}

function minValidityMsOf({ 'min-validity': option }: Values, environment: NodeJS.ProcessEnv): number {
  const text = option === undefined ? trimmed(environment.CLR_MIN_VALIDITY) : ''
  return text === '' ? parseMinValidityMs(option ?? DEFAULTS.minValidity) : parseMinValidityMs(text, 'CLR_MIN_VALIDITY')
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

function parse(args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true })
  const word = tokens.find(token => token.kind === 'positional')?.value
  const command = word !== undefined && isCommand(word) ? word : undefined
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (seen.has(token.name)) throw usage(`--${token.name} is given twice`, command)
    seen.add(token.name)
    if (token.inlineValue !== true) requireValue(token.name, token.value, command)
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    return { values, positionals, given: [...seen].filter(name => name !== 'help' && name !== 'version') }
  } catch (error) {
    throw usage(firstSentence(error), command)
  }
}

/**
 * Checks a value that is a separate argument. If it begins with a dash, Node's own message only says "ambiguous". @throws
 * RefreshError `usage`
 */
function requireValue(name: string, value: string | undefined, command: Command | undefined): void {
  const isValued = Object.entries(OPTIONS).some(([option, { type }]) => option === name && type === 'string')
  if (!isValued) return
  if (value === undefined) throw usage(`--${name} needs a value`, command)
  if (!/^-./.test(value)) return
  if (isOption(value)) throw usage(`--${name} needs a value, and is followed by ${quote(value)}`, command)
  if (name === 'timeout') parseTimeoutSeconds(value)
  if (name === 'min-validity') parseMinValidityMs(value)
  absolutePath(value) // throws a better message if the value is a token
  if (name !== 'creds' && name !== 'from') {
    throw usage(`--${name} needs a value, and is followed by ${quote(value)}`, command)
  }
  throw usage(`a file whose name begins with a dash is written --${name}=${value} or --${name} ./${value}`, command)
}

/** Whether an argument is one of our options. */
function isOption(argument: string): boolean {
  const name = /^--([^=]+)/.exec(argument)?.[1] ?? (argument === '-h' ? 'help' : '')
  return Object.hasOwn(OPTIONS, name)
}

/** The first sentence of Node's message names the option; the rest is about programming. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const sentence = /^[^\n]*?(?=\. |\.?\n|\.?$)/.exec(message)?.[0] ?? ''
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function usage(sentence: string, command?: Command): RefreshError {
  return new RefreshError('usage', `${sentence}; see \`clr ${command === undefined ? '' : `${command} `}--help\``)
}

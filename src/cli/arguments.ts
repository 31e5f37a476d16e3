import { parseArgs } from 'node:util'
import { absolutePath, CREDS, currentAccountFile, type TypedPath } from '../core/credentials/typed-path.js'
import { DEFAULTS, parseBoolean, parseMinValidityMs, parseTimeoutSeconds, quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'

/** A parsed command line. */
export type Request =
  | { readonly kind: 'help'; readonly of: 'clr' | Command }
  | { readonly kind: 'version' }
  | (Common & { readonly kind: 'refresh'; readonly minValidityMs: number; readonly trace: boolean })
  | (Common & { readonly kind: 'recover' })

interface Common {
  /** As it was typed. */
  readonly credsPath: string
  /** The option or variable that it comes from, for messages. */
  readonly credsFrom: string
  readonly timeoutSeconds: number
  readonly json: boolean
}

const COMMANDS = ['refresh', 'recover'] as const
type Command = (typeof COMMANDS)[number]

const OPTIONS = {
  creds: { type: 'string' },
  timeout: { type: 'string' },
  'min-validity': { type: 'string' },
  trace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false }
} as const

/**
 * Parses the arguments (without node and the script). The value of an option that is not given comes from its `CLR_…`
 * variable (an empty one counts as not set), else it is the default.
 * @throws RefreshError `usage`
 */
export function parseArguments(args: readonly string[], environment: NodeJS.ProcessEnv): Request {
  const { values, positionals } = parse(args)
  const [word, ...rest] = positionals
  if (values.version) return { kind: 'version' }
  if (word === undefined && values.help) return { kind: 'help', of: 'clr' }
  if (word === undefined) throw usage('a command is missing')
  const command = COMMANDS.find(name => name === word)
  if (command === undefined) throw usage(`unknown command ${quote(word)}`)
  if (rest[0] !== undefined) throw usage(`unexpected argument ${quote(rest[0])}; a file is named by --creds`)
  if (values.help) return { kind: 'help', of: command }
  const { text, name } = credsOf(values, environment)
  const timeoutSeconds = timeoutSecondsOf(values, environment)
  const common = { credsPath: text, credsFrom: name, timeoutSeconds, json: values.json }
  if (command === 'refresh') {
    const minValidityMs = minValidityMsOf(values, environment)
    return { kind: command, ...common, minValidityMs, trace: isTraceAsked(values, environment) }
  }
  if (args.some(arg => /^--(min-validity|trace)\b/.test(arg))) {
    throw new RefreshError('usage', 'recover takes only --creds, --timeout and --json; see `clr recover --help`')
  }
  return { kind: command, ...common }
}

/** Whether the arguments ask for JSON, even if others are wrong. */
export function wantsJson(args: readonly string[]): boolean {
  return args.includes('--json')
}

type Values = ReturnType<typeof parse>['values']

function credsOf({ creds }: Values, environment: NodeJS.ProcessEnv): TypedPath {
  if (creds !== undefined) return { text: creds, name: CREDS }
  const text = environment.CLR_CREDS ?? ''
  return text === '' ? currentAccountFile(environment) : { text, name: 'CLR_CREDS' }
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
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (seen.has(token.name)) throw usage(`--${token.name} is given twice`)
    seen.add(token.name)
    if (token.inlineValue !== true) requireValue(token.name, token.value)
  }
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw usage(firstSentence(error))
  }
}

/**
 * Checks a value that is a separate argument. If it begins with a dash, Node's own message only says "ambiguous". @throws
 * RefreshError `usage`
 */
function requireValue(name: string, value: string | undefined): void {
  const isValued = Object.entries(OPTIONS).some(([option, { type }]) => option === name && type === 'string')
  if (!isValued) return
  if (value === undefined) throw usage(`--${name} needs a value`)
  if (!/^-./.test(value)) return
  if (isOption(value)) throw usage(`--${name} needs a value, and is followed by ${quote(value)}`)
  if (name === 'timeout') parseTimeoutSeconds(value)
  if (name === 'min-validity') parseMinValidityMs(value)
  absolutePath(value) // throws a better message if the value is a token
  throw usage(`a file whose name begins with a dash is written --creds=${value} or --creds ./${value}`)
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

function usage(sentence: string): RefreshError {
  return new RefreshError('usage', `${sentence}; see \`clr refresh --help\``)
}

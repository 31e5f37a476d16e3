import { parseArgs } from 'node:util'
import { absolutePath } from '../core/credentials/typed-path.js'
import { parseMinValidityMs, parseTimeoutSeconds, quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import { Given } from './given.js'

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help'; readonly of: 'clr' | Command }
  | { readonly kind: 'version' }
  | (Common & { readonly kind: 'refresh'; readonly minValidityMs: number; readonly trace: boolean })
  | (Common & { readonly kind: 'recover' })

interface Common {
  /** As it was typed. */
  readonly credsPath: string
  /** What the caller calls it. */
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
 * What the arguments (without node and the script) ask for; a `CLR_…` variable stands in for an option that is not given.
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
  const given = new Given(values, environment)
  const { text, name } = given.creds()
  const common = { credsPath: text, credsFrom: name, timeoutSeconds: given.timeoutSeconds(), json: values.json }
  if (command === 'refresh') {
    return { kind: command, ...common, minValidityMs: given.minValidityMs(), trace: given.trace() }
  }
  if (args.some(arg => /^--(min-validity|trace)\b/.test(arg))) {
    throw new RefreshError('usage', 'recover takes only --creds, --timeout and --json; see `clr recover --help`')
  }
  return { kind: command, ...common }
}

/** Whether the arguments ask for JSON, even if the rest of them is wrong. */
export function wantsJson(args: readonly string[]): boolean {
  return args.includes('--json')
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

/** Node calls a value of its own word that begins with a dash "ambiguous", whatever is wrong with it. @throws RefreshError `usage` */
function requireValue(name: string, value: string | undefined): void {
  if (!isValued(name)) return
  if (value === undefined) throw usage(`--${name} needs a value`)
  if (!/^-./.test(value)) return
  if (isOption(value)) throw usage(`--${name} needs a value, and is followed by ${quote(value)}`)
  if (name === 'timeout') parseTimeoutSeconds(value)
  if (name === 'min-validity') parseMinValidityMs(value)
  absolutePath(value) // says what is wrong with a token
  throw usage(`a file whose name begins with a dash is written --creds=${value} or --creds ./${value}`)
}

function isValued(name: string): boolean {
  return Object.entries(OPTIONS).some(([option, { type }]) => option === name && type === 'string')
}

/** Whether a word is one of our options, by its name. */
function isOption(word: string): boolean {
  const name = /^--([^=]+)/.exec(word)?.[1] ?? (word === '-h' ? 'help' : '')
  return Object.hasOwn(OPTIONS, name)
}

/** Node's own sentence names the option; what it adds is about programming. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const sentence = /^[^\n]*?(?=\. |\.?\n|\.?$)/.exec(message)?.[0] ?? ''
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function usage(sentence: string): RefreshError {
  return new RefreshError('usage', `${sentence}; see \`clr refresh --help\``)
}

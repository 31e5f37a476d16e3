import { parseArgs } from 'node:util'
import { DEFAULTS, parseMinValidityMs, parseTimeoutSeconds, quote } from '../refresh/options.js'
import { RefreshError } from '../refresh/reasons.js'

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help'; readonly of: 'clr' | Command }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'refresh'
      readonly credsPath: string
      readonly timeoutSeconds: number
      readonly minValidityMs: number
      readonly trace: boolean
      readonly json: boolean
    }
  | {
      readonly kind: 'recover'
      readonly credsPath: string
      readonly timeoutSeconds: number
      readonly json: boolean
    }

const COMMANDS = ['refresh', 'recover'] as const
type Command = (typeof COMMANDS)[number]

const OPTIONS = {
  creds: { type: 'string', default: DEFAULTS.creds },
  timeout: { type: 'string', default: DEFAULTS.timeout },
  'min-validity': { type: 'string', default: DEFAULTS.minValidity },
  trace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false }
} as const

/** What the arguments (without node and the script) ask for. @throws RefreshError `usage` */
export function parseArguments(args: readonly string[]): Request {
  const { values, positionals } = parse(args)
  const [word, ...rest] = positionals
  if (values.version) return { kind: 'version' }
  if (word === undefined && values.help) return { kind: 'help', of: 'clr' }
  if (word === undefined) throw usage('a command is missing')
  const command = COMMANDS.find(name => name === word)
  if (command === undefined) throw usage(`unknown command ${quote(word)}`)
  if (rest[0] !== undefined) throw usage(`unexpected argument ${quote(rest[0])}; a file is named by --creds`)
  if (values.help) return { kind: 'help', of: command }
  const common = {
    credsPath: values.creds,
    timeoutSeconds: parseTimeoutSeconds(values.timeout),
    json: values.json
  }
  if (command === 'refresh') {
    const minValidityMs = parseMinValidityMs(values['min-validity'])
    return { kind: command, ...common, minValidityMs, trace: values.trace }
  }
  if (args.some(arg => /^--(min-validity|trace)\b/.test(arg))) {
    throw new RefreshError('usage', 'recover takes --creds, --timeout and --json alone; see `clr recover --help`')
  }
  return { kind: command, ...common }
}

/** Whether the arguments ask for JSON, even where the rest of them is wrong. */
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
  }
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw usage(firstSentence(error))
  }
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

import { parseArgs } from 'node:util'

/** The options of all commands, for `parseArgs`. */
export const OPTIONS = {
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
  version: { type: 'boolean', short: 'v', default: false }
} as const

/** The long name of an option. */
export type OptionName = keyof typeof OPTIONS

/** The name of an option that has a value. */
export type ValuedOption = {
  [Name in OptionName]: (typeof OPTIONS)[Name]['type'] extends 'string' ? Name : never
}[OptionName]

/** What the value of an option is, as the help writes it. */
export const PLACEHOLDERS: Readonly<Record<ValuedOption, string>> = {
  creds: '<FILE>',
  timeout: '<SECS>',
  'min-validity': '<DURATION>',
  secret: '<NAME>',
  repo: '<OWNER/NAME>',
  env: '<NAME>',
  org: '<NAME>',
  from: '<FILE>',
  email: '<MAIL>',
  within: '<DURATION>'
}

/** The options of each command, besides `--help` and `--version`. */
export const COMMANDS = {
  refresh: ['creds', 'timeout', 'min-validity', 'dry-run', 'trace', 'json'],
  login: ['creds', 'secret', 'repo', 'env', 'org', 'replace', 'from', 'email', 'sso'],
  status: ['within', 'json'],
  recover: ['creds', 'timeout', 'json']
} as const satisfies Record<string, readonly OptionName[]>

/** The commands of `clr`. */
export type Command = keyof typeof COMMANDS

/** All commands, in the order of the help. */
export function allCommands(): readonly Command[] {
  return Object.keys(COMMANDS).filter(isCommand)
}

/** Whether a word is a command. */
export function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word)
}

/** Whether a word is the long name of an option, of any command. */
export function isOptionName(word: string): word is OptionName {
  return Object.hasOwn(OPTIONS, word)
}

/** Whether an option has a value. */
export function isValued(name: OptionName): name is ValuedOption {
  return Object.hasOwn(PLACEHOLDERS, name)
}

/** Whether a command has an option. `--help` and `--version` are options of every command. */
export function hasOption(command: Command, name: OptionName): boolean {
  const names: readonly OptionName[] = [...COMMANDS[command], 'help', 'version']
  return names.includes(name)
}

/** The values of the options, as they were typed. */
export type Values = ReturnType<typeof parseValues>

/** Reads the values of arguments that `refuseWrongOptions` has accepted. */
export function parseValues(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }).values
}

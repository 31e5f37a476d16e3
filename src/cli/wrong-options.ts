import { parseArgs } from 'node:util'
import { shellLine } from '../core/shell-line.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import { parseMinValidityMs, parseTimeoutSeconds, quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import { safeLine } from '../core/redact.js'
import { listed } from './listed.js'
import { nearest } from './nearest.js'
import {
  allCommands,
  COMMANDS,
  hasOption,
  isOptionName,
  isValued,
  OPTIONS,
  PLACEHOLDERS,
  type Command,
  type OptionName,
  type ValuedOption
} from './options.js'

/** A part of the arguments: an option, a word that is none, or `--`. */
export type Token = ReturnType<typeof tokensOf>[number]

/** Splits arguments into their parts, also if they are wrong. */
export function tokensOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true }).tokens
}

type OptionToken = Extract<Token, { kind: 'option' }>

/** @throws RefreshError `usage`: about the first option that the command does not have, or that has a wrong value, or none */
export function refuseWrongOptions(args: readonly string[], command: Command): void {
  const seen = new Set<string>()
  for (const token of tokensOf(args)) {
    if (token.kind !== 'option') continue
    if (!isOptionName(token.name) || !hasOption(command, token.name))
      throw unknownOption(args[token.index] ?? '', command, token)
    if (seen.has(token.name))
      throw new RefreshError('usage', `\`--${token.name}\` is given more than once`, 'Give it only once.')
    seen.add(token.name)
    if (isValued(token.name)) refuseMissingValue(token.name, token)
    else if (token.value !== undefined)
      throw new RefreshError(
        'usage',
        `\`--${token.name}\` takes no value, got ${quote(token.value)}`,
        `Type \`--${token.name}\` without one.`
      )
  }
}

/** The error for a call without a command. It names the first option if that is wrong. @param commands a sentence that names them */
export function noCommand(args: readonly string[], commands: string): RefreshError {
  const [option] = tokensOf(args).filter(token => token.kind === 'option')
  if (option === undefined) return new RefreshError('usage', 'there is no command', commands)
  if (isOptionName(option.name))
    return new RefreshError('usage', 'there is no command', `${ownersOf(option.name)}${commands}`)
  const message = `\`clr\` has no option ${quote(withoutValue(args[option.index] ?? ''))}`
  return new RefreshError('usage', message, `${suggestion(option.name, ['help', 'version'])}${commands}`)
}

/** @param argument as it was typed, with its dashes */
function unknownOption(argument: string, command: Command, { name, value }: OptionToken): RefreshError {
  const typed = withoutValue(argument)
  const remedy =
    command === 'status' && name === 'creds'
      ? `Name the file without an option: \`${safeLine(shellLine(['clr', 'status', value ?? 'FILE']))}\`.`
      : `${hintFor(typed.replace(/^-+/, ''), command)}\`clr ${command} --help\` lists its options.`
  return new RefreshError('usage', `\`clr ${command}\` has no option ${quote(typed)}`, remedy)
}

function withoutValue(argument: string): string {
  return argument.split('=')[0] ?? ''
}

/** Which option, or which other command, a person may have meant: a sentence with a blank after it, or nothing. */
function hintFor(name: string, command: Command): string {
  if (isOptionName(name) && !hasOption(command, name)) return ownersOf(name)
  return suggestion(name, [...COMMANDS[command], 'help', 'version'])
}

function ownersOf(name: OptionName): string {
  const owners = allCommands().filter(command => hasOption(command, name))
  return `\`--${name}\` is an option of ${listed(owners.map(owner => `\`clr ${owner}\``))}. `
}

function suggestion(name: string, options: readonly OptionName[]): string {
  const meant = nearest(name, options)
  return meant === null ? '' : `Did you mean \`--${meant}\`? `
}

/** A value that is an argument of its own must not look like an option. @throws RefreshError `usage` */
function refuseMissingValue(name: ValuedOption, { value, inlineValue }: OptionToken): void {
  if (inlineValue === true) return
  const remedy = `Type \`--${name} ${PLACEHOLDERS[name]}\`.`
  if (value === undefined) throw new RefreshError('usage', `\`--${name}\` needs a value`, remedy)
  if (!/^-./.test(value)) return
  const isNumber = /^-\d/.test(value)
  if (name === 'timeout' && isNumber) parseTimeoutSeconds(value)
  if (name === 'min-validity' && isNumber) parseMinValidityMs(value)
  absolutePath(value) // throws a better message if the value is a token
  const isFile = PLACEHOLDERS[name] === '<FILE>' && !isOurOption(value)
  const file = safeLine(value)
  throw new RefreshError(
    'usage',
    `\`--${name}\` needs a value, but ${quote(value)} follows, which looks like an option`,
    isFile ? `If that is the name of a file, type \`--${name}=${file}\` or \`--${name} ./${file}\`.` : remedy
  )
}

function isOurOption(argument: string): boolean {
  return isOptionName(/^--([^=]+)/.exec(argument)?.[1] ?? '') || ['-h', '-v'].includes(argument)
}

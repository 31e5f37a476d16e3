import { paint } from './paint.js'

/** What a runner shows of a step's standard output: workflow commands obeyed, secrets as `***`. */
export function asRunnerShows(stdout: string): string {
  const masks = [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, value = '']) => unescape(value))
  const log = new RunnerLog()
  for (const line of stdout.trimEnd().split('\n')) log.take(line)
  return hide(log.lines.join('\n'), masks)
}

/** A text with every one of these values as `***`, the longest first, as a runner does it. */
export function hide(text: string, masks: readonly string[]): string {
  const longestFirst = [...masks].sort((a, b) => b.length - a.length)
  return longestFirst.reduce((hidden, mask) => hidden.replaceAll(mask, '***'), text)
}

const ANNOTATIONS = new Map([
  ['error', paint('red', 'Error')],
  ['warning', paint('yellow', 'Warning')],
  ['notice', 'Notice']
])

class RunnerLog {
  readonly lines: string[] = []
  #indent = ''
  /** While commands are stopped, the word that lets them go on. */
  #resumeWord: string | null = null

  take(line: string): void {
    const [, command = '', properties = '', value = ''] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? []
    if (this.#resumeWord !== null || command === '') this.#takeText(line)
    else this.#obey(command, properties, unescape(value))
  }

  #takeText(line: string): void {
    if (line === `::${this.#resumeWord ?? ''}::`) this.#resumeWord = null
    else this.lines.push(`${this.#indent}${line}`.trimEnd())
  }

  #obey(command: string, properties: string, value: string): void {
    const kind = ANNOTATIONS.get(command)
    if (command === 'group') this.#open(value)
    else if (command === 'endgroup') this.#indent = ''
    else if (command === 'stop-commands') this.#resumeWord = value
    else if (kind !== undefined) this.#annotate(kind, titleIn(properties), value)
  }

  #open(title: string): void {
    this.lines.push(`▾ ${title}`)
    this.#indent = '    '
  }

  #annotate(kind: string, title: string, value: string): void {
    this.lines.push(`${kind}: ${title}`, ...value.split('\n').map(line => `    ${line}`))
  }
}

function titleIn(properties: string): string {
  return unescape(/(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? '')
}

/** How @actions/core writes a value into a command. */
function unescape(value: string): string {
  return value
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

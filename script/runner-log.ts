import { paint } from './terminal.js'

const ANNOTATIONS = new Map([
  ['error', paint('red', 'Error')],
  ['warning', paint('yellow', 'Warning')],
  ['notice', 'Notice']
])

/** A step's output as a runner shows it: workflow commands take effect and are hidden, and secrets are `***`. */
export function runnerLog(output: string): string {
  const lines: string[] = []
  let indent = ''
  /** The word that ends `stop-commands`; null if commands are not stopped. */
  let resumeWord: string | null = null
  for (const line of output.trimEnd().split('\n')) {
    const [, command = '', properties = '', data = ''] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? []
    const value = unescape(data)
    const annotation = ANNOTATIONS.get(command)
    if (resumeWord !== null && line === `::${resumeWord}::`) resumeWord = null
    else if (resumeWord !== null || command === '') lines.push(`${indent}${line}`.trimEnd())
    else if (command === 'stop-commands') resumeWord = value
    else if (annotation !== undefined) lines.push(`${annotation}: ${titleIn(properties)}`, value.replace(/^/gm, '    '))
    else if (command === 'endgroup') indent = ''
    else if (command === 'group') {
      lines.push(`▾ ${value}`)
      indent = '    '
    }
  }
  return maskSecrets(lines.join('\n'), output)
}

/** Replaces all secrets that a step has masked in its output with `***`, the longest first, as a runner does. */
export function maskSecrets(text: string, output: string): string {
  const masks = [...output.matchAll(/^::add-mask::(.*)$/gm)].map(([, value = '']) => unescape(value))
  const longestFirst = masks.sort((a, b) => b.length - a.length)
  return longestFirst.reduce((masked, mask) => masked.replaceAll(mask, '***'), text)
}

function titleIn(properties: string): string {
  return unescape(/(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? '')
}

/** Reverses the escapes of @actions/core. */
function unescape(value: string): string {
  return value
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

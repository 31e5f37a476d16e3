/** A job summary as plain text: headings, table rows and diagrams as lines. */
export function summaryAsText(markdown: string): string {
  const text = markdown
    .replace(/<tr><th>(.*?)<\/th><td>(.*?)<\/td><\/tr>/g, (_row, name: string, cell: string) => tableRow(name, cell))
    .replace(/<h\d>(.*?)<\/h\d>/g, '$1\n')
    .replace(/<[^>]+>/g, '')
    .replace(/^```mermaid\n([^]*?)^```$/gm, (_block, diagram: string) => asBars(diagram))
    .replace(/\n{3,}/g, '\n\n')
  return unescape(text).trim()
}

function tableRow(name: string, cell: string): string {
  return `${name.padEnd(16)}${cell.replace(/<[^>]+>/g, '')}\n`
}

/** Draws a Gantt chart whose times are milliseconds since its start. */
function asBars(gantt: string): string {
  const bars = [...gantt.matchAll(/^ *(.+) :(\d+), (\d+)ms$/gm)].map(([, name = '', start, ms]) => ({
    name,
    start: Number(start),
    ms: Number(ms)
  }))
  const total = Math.max(1, ...bars.map(({ start, ms }) => start + ms))
  const scale = (ms: number): number => Math.round((ms / total) * 50)
  return bars
    .map(({ name, start, ms }) => `${name.padEnd(24)}${' '.repeat(scale(start))}${'█'.repeat(Math.max(1, scale(ms)))}`)
    .join('\n')
}

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
}

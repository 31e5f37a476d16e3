import { marked } from 'marked'

/** A job summary as plain text, as a reader of the page sees it: tables in columns, details closed, addresses after links. */
export function summaryAsText(markdown: string): string {
  const text = marked
    .parse(markdown, { async: false, gfm: true })
    .replace(/<details>\s*<summary>(.*?)<\/summary>[^]*?<\/details>/g, '\n\n▸ $1\n\n')
    .replace(/<table>([^]*?)<\/table>/g, (_table, rows: string) => inColumns(rows))
    .replace(
      /<pre><code[^>]*>([^]*?)<\/code><\/pre>/g,
      (_block, code: string) => `${code.trimEnd().replace(/^/gm, '    ')}\n\n`
    )
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/g, '$2 ($1)')
    .replace(/<li>/g, '• ')
    .replace(/<\/(?:h\d|p)>/g, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\n{3,}/g, '\n\n')
  return unescape(text).trim()
}

function inColumns(html: string): string {
  const rows = [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => unescape(cell.replace(/<[^>]+>/g, '')))
  )
  const widthOf = (column: number): number => Math.max(...rows.map(row => row[column]?.length ?? 0))
  const lines = rows.map(row => row.map((cell, column) => cell.padEnd(widthOf(column))).join('  '))
  return `\n${lines.map(line => escape(line.trimEnd())).join('\n')}\n\n`
}

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&']
])

function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_entity, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES.get(name) ?? '') : String.fromCodePoint(Number(code))
  )
}

/** So that a text that was unescaped too early is not taken for markup. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The median of these numbers; NaN if there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** A Markdown table; columns of numbers are right-aligned. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((name, index) => {
    const cells = [name, ...rows.map(row => row[index] ?? '')]
    const width = Math.max(3, ...cells.map(cell => cell.length))
    const isNumeric = index > 0 && cells.slice(1).every(cell => /^[\d.,]*×?$/.test(cell))
    const rule = isNumeric ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)
    const [title = '', ...values] = cells.map(cell => (isNumeric ? cell.padStart(width) : cell.padEnd(width)))
    return [title, rule, ...values]
  })
  const lines = (columns[0] ?? []).map((_, row) => columns.map(column => column[row] ?? '').join(' | '))
  return lines.map(line => `| ${line} |`).join('\n')
}

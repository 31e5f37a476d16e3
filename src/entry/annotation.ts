/** Writes an annotation, a workflow command, on stdout. Needs only Node. */
export function writeAnnotation(level: 'error' | 'warning', title: string, message: string): void {
  const escaped = message.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
  process.stdout.write(`::${level} title=${title}::${escaped}\n`)
}

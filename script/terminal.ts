import { styleText } from 'node:util'

/** A text in a colour or in bold, if the output is a terminal. */
export function paint(style: 'bold' | 'red' | 'yellow' | 'green', text: string): string {
  return process.stdout.isTTY ? styleText(style, text) : text
}

/** Prints a heading after an empty line. */
export function printTitle(text: string): void {
  console.log(`\n${paint('bold', `── ${text} ──`)}`)
}

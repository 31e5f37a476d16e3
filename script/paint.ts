import { styleText } from 'node:util'

/** A text in a colour or in bold, if the output is a terminal. */
export function paint(style: 'bold' | 'red' | 'yellow' | 'green', text: string): string {
  return process.stdout.isTTY ? styleText(style, text) : text
}

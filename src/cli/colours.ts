import type { WriteStream } from 'node:tty'
import { inspect } from 'node:util'

/** Styles of a text, by their names in Node's `inspect.colors`. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan'

/** Gives a text a style. */
export type Paint = (style: Style, text: string) => string

/** For output without colours. */
export const PLAIN: Paint = (_style, text) => text

/** For a terminal. Node's own `styleText` needs Node 20.12. */
export const COLOURED: Paint = (style, text) => {
  const [open = 0, close = 0] = inspect.colors[style] ?? []
  return `\u001b[${open}m${text}\u001b[${close}m`
}

/**
 * How to write to a stream: in colours if it is a terminal that has them, or if `FORCE_COLOR` is set; never if `NO_COLOR` is
 * (https://no-color.org). An empty variable counts as not set.
 */
export function painterFor(stream: WriteStream, environment: NodeJS.ProcessEnv): Paint {
  const { NO_COLOR = '', FORCE_COLOR = '', ...rest } = environment
  if (NO_COLOR !== '') return PLAIN
  if (FORCE_COLOR !== '') return ['0', 'false'].includes(FORCE_COLOR) ? PLAIN : COLOURED
  return stream.isTTY && stream.hasColors(rest) ? COLOURED : PLAIN // Node itself takes an empty one for set
}

import { NPX } from '../core/project.js'

/** What to type if `npx` runs us: it installs `clr` in a folder `_npx` of its cache, which is not on PATH. */
const NPX_NOTE = `Type \`${NPX}\` instead of \`clr\`.`

/**
 * Notes for a text with commands: if `npx` has started this program, a `clr` in backticks, or on a line of its own, cannot be typed as it is.
 * @param script the path with which Node was started
 */
export function npxNotes(text: string, script = process.argv[1] ?? ''): readonly string[] {
  return script.split('/').includes('_npx') && /`clr\s|^ *clr /m.test(text) ? [NPX_NOTE] : []
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import { slipIn } from '../credentials/slips.js'
import { quote } from '../options.js'

/** More would hide the others. */
const MAX_SLIPS = 3

/** What may be wrong with a PATH on which no `claude` was found, to go after that in a sentence; empty if nothing looks wrong. */
export function hintAboutPath(pathVariable: string | undefined): string {
  if ((pathVariable ?? '') === '') return ': PATH is empty'
  const slips = (pathVariable ?? '').split(path.delimiter).flatMap(entry => slipInEntry(entry) ?? [])
  return slips
    .slice(0, MAX_SLIPS)
    .map(slip => `; ${slip}`)
    .join('')
}

function slipInEntry(entry: string): string | null {
  const where = `its entry ${quote(entry)}`
  const slip = slipIn(entry, where)
  if (slip !== null || entry === '' || path.isAbsolute(entry) || !existsSync(path.join(entry, 'claude'))) return slip
  return `${where} has a \`claude\`, but is relative: only absolute folders are searched`
}

import { describeSeconds, type Times } from '../step-times.js'
import { escapeForSummary } from './text.js'

/** The longest bar, in characters. */
const BAR_LENGTH = 24
/** A shorter phase counts as a part of everything else, in milliseconds. */
const SHORTEST_MS = 5

/** The times of a step as collapsed HTML: a row for each phase, with a bar as long as its share. */
export function timesAsDetails({ phases, totalMs }: Times): { readonly label: string; readonly html: string } {
  const long = phases.filter(({ ms }) => ms >= SHORTEST_MS)
  const restMs = totalMs - long.reduce((sum, { ms }) => sum + ms, 0)
  const rest = restMs < SHORTEST_MS ? [] : [{ name: 'everything else', ms: restMs }]
  const rows = [...long, ...rest].map(({ name, ms }) => {
    const bar = '█'.repeat(Math.round((ms / Math.max(totalMs, 1)) * BAR_LENGTH))
    return `<tr><td>${escapeForSummary(name)}</td><td align="right">${describeSeconds(ms)}</td><td>${bar}</td></tr>`
  })
  return { label: `Times: ${describeSeconds(totalMs)} in all`, html: `<table>${rows.join('')}</table>` }
}

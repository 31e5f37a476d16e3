import type { Phase } from '../../core/report.js'

/** A mermaid diagram of the phases, one after the other, in milliseconds from the start; empty where there are none. */
export function timelineOf(phases: readonly Phase[]): string {
  let startMs = 0
  const bars = phases.map(({ name, ms }) => {
    const bar = `  ${labelOf(name)} ${Math.round(ms)} ms :${startMs}, ${Math.max(1, Math.round(ms))}ms`
    startMs += Math.max(1, Math.round(ms))
    return bar
  })
  if (bars.length === 0) return ''
  // `x` and `%Q` are milliseconds since 1970: here, since the start of the run
  const head = ['gantt', '  dateFormat x', '  axisFormat %Q ms', '  todayMarker off']
  return ['```mermaid', ...head, ...bars, '```'].join('\n')
}

/** A name without what mermaid gives a meaning to (`:`, `;`, `#`, `%`). */
function labelOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim() || 'step'
}

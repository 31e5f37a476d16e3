/** If this variable is `1`, `clr` prints `pidLine` first. Only the action sets it; `claude` never gets it. */
export const ANNOUNCE_PID = 'CLR_REFRESH_ANNOUNCE_PID'

/** The first line on standard error of a `clr` that the action has started, which has to signal it. */
export function pidLine(command: 'refresh' | 'recover', pid: number): string {
  return `# clr ${command}, pid ${pid}`
}

/** The pid in a `pidLine`; null if the line is any other. */
export function pidIn(line: string): number | null {
  const digits = /^# clr (?:refresh|recover), pid (\d{1,10})$/.exec(line)?.[1]
  return digits === undefined ? null : Number(digits)
}

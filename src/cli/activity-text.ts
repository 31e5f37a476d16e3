import type { Activity, PhaseName } from '../core/options.js'

/** What a phase is called while it lasts. */
const PHASES: Readonly<Record<PhaseName, string>> = {
  lock: 'checking the login',
  prove: 'checking the login',
  prepare: 'checking the login',
  recover: 'looking for the tokens of an interrupted run',
  exchange: 'refreshing the login',
  'write back': 'storing the new tokens'
}

/**
 * What a run is doing, for the person who waits for it.
 * @param isCancelled whether the person has pressed Ctrl-C
 * @param seconds how long this has been going on
 */
export function activityText(activity: Activity, isCancelled: boolean, seconds: number): string {
  switch (activity.kind) {
    case 'waiting':
      return isCancelled ? 'stopping' : `waiting for ${activity.holder()}, ${seconds} s`
    case 'grace':
      return graceText(
        activity.cause,
        isCancelled,
        `waiting up to ${activity.graceMs / 1000} s for the refresh to finish`
      )
    case 'phase':
      if (!isCancelled) return `${PHASES[activity.phase]}, ${seconds} s`
      return activity.phase === 'write back' ? `stopping after ${PHASES['write back']}, ${seconds} s` : 'stopping'
  }
}

/** The first Ctrl-C after the deadline only cancels a run that is ending already, so it is not mentioned there. */
function graceText(cause: 'deadline' | 'cancelled', isCancelled: boolean, what: string): string {
  const state = `${cause === 'deadline' ? 'timed out' : 'stopping'}: ${what}`
  return isCancelled || cause === 'cancelled' ? `${state}; Ctrl-C again gives up and may lose the login` : state
}

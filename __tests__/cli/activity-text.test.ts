import { describe, expect, it } from '@jest/globals'
import { activityText } from '../../src/cli/activity-text.js'
import type { Activity } from '../../src/core/options.js'

const phase = (name: Extract<Activity, { kind: 'phase' }>['phase']): Activity => ({ kind: 'phase', phase: name })
const WAITING: Activity = { kind: 'waiting', holder: () => 'another run of clr-refresh (pid 7)' }
const CANCELLED: Activity = { kind: 'grace', cause: 'cancelled', graceMs: 5000 }
const LATE: Activity = { kind: 'grace', cause: 'deadline', graceMs: 5000 }

describe('activityText', () => {
  it.each([
    [phase('prepare'), 'checking the login, 3 s'],
    [WAITING, 'waiting for another run of clr-refresh (pid 7), 3 s'],
    [phase('recover'), 'looking for the tokens of an interrupted run, 3 s'],
    [phase('exchange'), 'refreshing the login, 3 s'],
    [phase('write back'), 'storing the new tokens, 3 s'],
    [LATE, 'timed out: waiting up to 5 s for the refresh to finish']
  ])('says what is going on: %j', (activity, text) => {
    expect(activityText(activity, false, 3)).toBe(text)
  })

  it.each([
    [phase('prepare'), 'stopping'],
    [WAITING, 'stopping'],
    [phase('exchange'), 'stopping'],
    [phase('write back'), 'stopping after storing the new tokens, 3 s'],
    [LATE, 'timed out: waiting up to 5 s for the refresh to finish; Ctrl-C again gives up and may lose the login'],
    [CANCELLED, 'stopping: waiting up to 5 s for the refresh to finish; Ctrl-C again gives up and may lose the login']
  ])('speaks of a refresh only if tokens are under way, after a Ctrl-C: %j', (activity, text) => {
    expect(activityText(activity, true, 3)).toBe(text)
  })
})

import type { Plan } from './plan.js'
import { DAY_MS } from './rates.js'

/** `day 17, 2027-01-17 06:41`; the first day of a plan is day 1. */
export function dayAndTime(atMs: number, plan: Plan): string {
  return `day ${dayOf(atMs, plan)}, ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')}`
}

/** The number of a day in its plan, from 1 on. */
export function dayOf(atMs: number, { startMs }: Plan): number {
  return Math.floor((atMs - startMs) / DAY_MS) + 1
}

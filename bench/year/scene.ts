import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { Agenda } from './agenda.js'
import type { Care } from './care.js'
import type { Ledger } from './ledger.js'
import type { Outages } from './outages.js'
import type { Plan } from './plan.js'

/** What all parts of a simulated year share. */
export interface Scene {
  readonly plan: Plan
  readonly agenda: Agenda
  readonly outages: Outages
  readonly ledger: Ledger
  readonly endpoint: Endpoint
  readonly care: Care
  /** Whether the users learn of the end of the login before it. */
  readonly announcesEnd: boolean
  /** Tells what happens now. */
  readonly say: (what: string) => void
}

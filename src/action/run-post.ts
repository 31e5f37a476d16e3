import { RefreshError } from '../core/reasons.js'
import { endAbandonedClr } from './clr/abandoned.js'
import { recoverLeftovers } from './recover-leftovers.js'
import { readState } from './state.js'
import type { Surroundings } from './surroundings.js'

/** How often a login that changes while it is being stored is stored anew. */
const STORE_TRIES = 3

/**
 * What is left to do at the end of a job: recovers what a `main` that was killed has left, stores what is newer than the
 * secret, and removes a file that was made of `creds-json`. Says nothing, and does next to nothing, where nothing is left.
 * @returns the exit status of the step: 1 only where a login may be lost without a person's doing
 */
export async function runPost(around: Surroundings): Promise<0 | 1> {
  await endAbandonedClr(around.env)
  const creds = readState(around.env, 'creds')
  if (creds === '') return 0 // `main` never got so far
  const recovery = await recoverLeftovers(creds, around)
  let held = readState(around.env, 'stored')
  for (let tries = 0; tries < STORE_TRIES; tries += 1) {
    const stored = await storeIfAsked(creds, held, around)
    if (stored === null) return 1
    held = stored
    // The file stays: what was left may be newer than what is in it.
    if (recovery !== 'done') return recovery === 'failed' ? 1 : 0
    const removal = await removeIfPlaced(creds, held, around)
    if (removal !== 'changed') return removal === 'kept' ? 1 : 0
  }
  const toolkit = await around.loadToolkit()
  const message = `${creds} holds a newer login than the secret, and stays where it is: it changes while it is stored, or the inputs that name the secret are empty by now`
  toolkit.error(message, { title: 'Newer credentials not stored' })
  return 1
}

/** What the secret holds then; empty where none was named, null where what is newer could not be stored. */
async function storeIfAsked(creds: string, held: string, around: Surroundings): Promise<string | null> {
  if (held === '') return ''
  const { storeLate } = await import('./store-late.js')
  return storeLate(creds, held, around)
}

/** `changed`: since it was stored. `kept`: it may hold the only copy of a new pair, and an error has said so. */
type Removal = 'done' | 'changed' | 'kept'

/** Removes a file that `main` made. */
async function removeIfPlaced(creds: string, held: string, around: Surroundings): Promise<Removal> {
  const { env, signals, loadToolkit } = around
  if (readState(env, 'placed') !== 'true') return 'done'
  const { reportOnlyCopy, whyToKeep } = await import('./only-copy.js')
  const { removePlaced } = await import('./creds-json/remove-file.js')
  try {
    const why = whyToKeep(creds, env)
    if (why !== null) {
      reportOnlyCopy(await loadToolkit(), why)
      return 'kept'
    }
    const given = [readState(env, 'incoming'), readState(env, 'delivered')]
    const isInSecret = held !== ''
    const { usedUpPairs } = await import('./used-up.js')
    const elsewhere = { pairs: [...(isInSecret ? [held] : given), ...usedUpPairs(env)], isInSecret }
    return (await removePlaced(creds, elsewhere, signals.cancel)) ? 'done' : 'changed'
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const toolkit = await loadToolkit()
    toolkit.warning(`${creds} was not removed: ${error.message}`, { title: 'Credentials file left behind' })
    return 'done'
  }
}

import { RefreshError } from '../core/reasons.js'
import { cancelMain, endAbandonedClr } from './clr/end-abandoned.js'
import type { ActionContext, StepContext } from './context.js'
import { PostState } from './post-state.js'
import { recoverLeftovers } from './recover-leftovers.js'

/** How often a login is stored if it changes again while it is being stored. */
const STORE_TRIES = 3

/**
 * The order of the steps of `post`, at the end of a job: ends a `main` or `clr` that is still running, masks the tokens
 * in the file unless `main` had finished, recovers what a killed one left, stores a login that is newer than the secret, and
 * removes a file that was made from `creds-json`. Prints nothing, and does almost nothing, if none of that is necessary.
 * @returns the exit status of the step: 1 only if a login may be lost unless somebody acts
 */
export async function runPost(context: ActionContext): Promise<0 | 1> {
  const state = PostState.read(context.env)
  const { main, finished } = state.known
  await cancelMain(main)
  if (!finished) state.readOn()
  const { clr, creds } = state.known
  await endAbandonedClr(clr)
  if (creds === null) return 0
  if (!finished) await maskLogin(creds, context)
  return endStep(creds, { ...context, state })
}

/** An interrupted act has not seen the masks of `main`, and would show the outputs that `main` has set since without them. */
async function maskLogin(creds: string, { loadToolkit }: ActionContext): Promise<void> {
  const { masksFor } = await import('./output/masks.js')
  const { seeCredentials } = await import('./seen-credentials.js')
  const masks = masksFor([seeCredentials(creds)])
  const toolkit = await loadToolkit()
  for (const mask of masks) toolkit.setSecret(mask)
}

async function endStep(creds: string, context: StepContext): Promise<0 | 1> {
  const recovery = await recoverLeftovers(creds, context)
  for (let tries = 0; tries < STORE_TRIES; tries += 1) {
    if (!(await storeNewer(creds, context))) return 1
    // The file stays: the pair that was not recovered may be newer than the one in it.
    if (recovery !== 'done') return recovery === 'failed' ? 1 : 0
    const removal = await removeMadeFile(creds, context)
    if (removal !== 'changed') return removal === 'kept' ? 1 : 0
  }
  const toolkit = await context.loadToolkit()
  const message = `${creds} has a newer login than the secret, so it was not removed: it kept changing while it was being stored, or the inputs that name the secret are now empty`
  toolkit.error(message, { title: 'Newer credentials not stored' })
  return 1
}

/**
 * @returns false if the file holds a newer login than the secret, and storing it failed: an annotation has reported it
 */
async function storeNewer(creds: string, context: StepContext): Promise<boolean> {
  if (context.state.known.stored.kind === 'no-secret') return true
  const { storeLate } = await import('./store-late.js')
  return storeLate(creds, context)
}

/** `changed`: the file has changed since it was stored. `kept`: it may hold the only copy of a new pair; an error said so. */
type Removal = 'done' | 'changed' | 'kept'

async function removeMadeFile(creds: string, context: StepContext): Promise<Removal> {
  const { state, signals, loadToolkit } = context
  if (!state.known.placed) return 'done'
  const { ONLY_COPY_TITLE, whyToKeep } = await import('./only-copy.js')
  const { removePlaced } = await import('./creds-json/remove-file.js')
  try {
    const why = whyToKeep(creds, context)
    if (why !== null) {
      const toolkit = await loadToolkit()
      toolkit.error(why, { title: ONLY_COPY_TITLE })
      return 'kept'
    }
    const elsewhere = { pairs: await pairsElsewhere(context), isInSecret: state.known.stored.kind !== 'no-secret' }
    return (await removePlaced(creds, elsewhere, signals.cancel)) ? 'done' : 'changed'
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const toolkit = await loadToolkit()
    toolkit.warning(`${creds} was not removed: ${error.message}`, { title: 'Credentials file left behind' })
    return 'done'
  }
}

/** Fingerprints of the pairs that need not be kept in the file. */
async function pairsElsewhere(context: StepContext): Promise<readonly string[]> {
  const { usedUpPairs } = await import('./used-up.js')
  const { stored, incoming, delivered } = context.state.known
  const notInSecret = stored.kind === 'no-secret' ? [incoming, delivered] : []
  const inSecret = stored.kind === 'pair' ? [stored.fingerprint] : []
  return [...notInSecret, ...inSecret, ...usedUpPairs(context)].filter(pair => pair !== null)
}

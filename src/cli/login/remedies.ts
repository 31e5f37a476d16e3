import { outcomeOf, RefreshError, type Reason } from '../../core/reasons.js'

/** What remedies say about a `clr login` that ended before its sign-in. */
export const NO_SIGN_IN = 'The sign-in has not started.'

/** The remedy if it is not known whose secret is meant. */
export const NAME_REPOSITORY = `Name the repository: \`--repo <OWNER/NAME>\`. ${NO_SIGN_IN}`

/** Remedies of `clr login`: those of the table are about a refresh. */
const REMEDIES: Partial<Record<Reason, string>> = {
  usage: NO_SIGN_IN,
  'secret-not-writable': `Check that the repository, environment or organization exists, and that the token may write secrets there. ${NO_SIGN_IN}`
}

/** The result of some work before the sign-in. Its errors get the remedies of `clr login`, unless they have their own. */
export async function beforeSignIn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefreshError) || error.remedy !== outcomeOf(error.reason).remedy) throw error
    throw new RefreshError(error.reason, error.message, REMEDIES[error.reason] ?? error.remedy)
  }
}

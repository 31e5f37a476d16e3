import type { ActionContext } from './context.js'
import { readSecretTexts } from './inputs.js'
import { PostState } from './post-state.js'
import { attemptRefresh } from './refresh-step.js'

/**
 * The order of the steps of `main`. The first ones load little code, so that `clr` starts at once; the code for the others is
 * loaded while it is running.
 * @returns the exit status of the step: 1 also if `clr` ended with 2
 */
export async function runMain(given: ActionContext): Promise<0 | 1> {
  const context = { ...given, state: PostState.begin(given.env, readSecretTexts(given.env).credsJson !== '') }
  const attempt = await attemptRefresh(context)
  const { finishMain } = await import('./after-start.js')
  return finishMain(attempt, context)
}

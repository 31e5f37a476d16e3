import { writeAnnotation } from './annotation.js'
import { setFailureOutputs } from './failure-outputs.js'

const REMEDY =
  'act runs actions with the `node` of its image, or of this machine (`-self-hosted`): choose an image with a newer Node, for example with ' +
  '`-P ubuntu-latest=catthehacker/ubuntu:act-latest`. Otherwise, update the runner or the Node that it uses.'

/** Fails `main` because Node is too old: sets the outputs, and writes an annotation that says why. @returns the exit status */
export function refuseStep(why: string, { GITHUB_OUTPUT: file = '' }: NodeJS.ProcessEnv): 1 {
  const unset = setFailureOutputs(file, 'usage') ? '' : ' The outputs of this step are not set.'
  fail(`${why}. This run did not use the refresh token. ${REMEDY}${unset}`)
  return 1
}

/**
 * Ends `post` because Node is too old. It fails only if `main` ran on another Node, so that there is something to do;
 * otherwise `main` has failed already.
 * @returns the exit status
 */
export function refusePost(why: string, { STATE_creds: creds = '' }: NodeJS.ProcessEnv): 0 | 1 {
  if (creds === '') {
    process.stdout.write(`There is nothing to do at the end of the job: ${why}.\n`)
    return 0
  }
  fail(`${why}. The login that the step left at ${creds} was neither stored nor removed. ${REMEDY}`)
  return 1
}

/** Fails the step of the notice because Node is too old. @returns the exit status */
export function refuseNotice(why: string): 1 {
  fail(`${why}. There is no issue about the login. ${REMEDY}`)
  return 1
}

function fail(message: string): void {
  writeAnnotation('error', 'Node is too old (usage)', message.charAt(0).toUpperCase() + message.slice(1))
}

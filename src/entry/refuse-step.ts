import { setFailureOutputs } from './failure-outputs.js'

const REMEDY =
  'act runs actions with the `node` of its image, or of this machine (`-self-hosted`): choose an image with a newer one by ' +
  '`-P ubuntu-latest=catthehacker/ubuntu:act-latest`. Elsewhere, update the runner, or the Node that it uses.'

/** Fails `main` because Node is too old: sets the outputs, and writes an annotation that says why. @returns the exit status */
export function refuseStep(why: string, { GITHUB_OUTPUT: file = '' }: NodeJS.ProcessEnv): 1 {
  const unset = setFailureOutputs(file, 'usage') ? '' : ' The outputs of this step are not set.'
  annotate(`${why}. This run did not send the refresh token. ${REMEDY}${unset}`)
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
  annotate(`${why}. What the step has left at ${creds} is neither stored nor removed. ${REMEDY}`)
  return 1
}

function annotate(message: string): void {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1)
  const escaped = sentence.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
  process.stdout.write(`::error title=Node is too old (usage)::${escaped}\n`)
}

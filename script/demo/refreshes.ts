import { statSync } from 'node:fs'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { printTitle } from '../terminal.js'
import type { Fact } from './facts.js'
import { fieldChanges, isRestUnchanged } from './field-changes.js'
import { isTokenShown, printStep, showClr } from './printed-runs.js'
import { loginDueSoon, SampleJob } from './sample-job.js'

const DAYS_LEFT = 24
/** If the CLI waits for a profile, it asks for one, and stores the tokens only so long after that (docs/claude-cli.md#the-profile-request). */
const PROFILE_TIMEOUT_MS = 10_000

/** Shows a refresh by the action and one by `clr`, each of its own login. @returns what they have proven */
export async function showRefreshes(): Promise<readonly Fact[]> {
  // On a busy machine the CLI asks for a profile even after it has stored the tokens: it gets no answer.
  await using job = await SampleJob.create({ login: loginDueSoon(DAYS_LEFT), profile: { kind: 'hang' } })
  const { endpoint, login, home } = job.setup
  const step = await job.main()
  printStep(step, { withOutputs: true })
  const byAction = home.document
  printTitle('The login in its file and its secret, before → now')
  console.log(fieldChanges(login, byAction, Date.now()))
  const isActionGood = step.exitCode === 0 && job.setup.fileState === 'current' && job.isSecretCurrent
  const hasActionWaited = hasWaitedForProfile(job.setup)
  await job.post()

  await using terminal = E2eSetup.at(endpoint, loginDueSoon(DAYS_LEFT))
  const clr = await showClr(terminal)
  printTitle('The login in its file, before → now')
  console.log(fieldChanges(terminal.login, terminal.home.document, Date.now()))
  const isClrGood = clr.exitCode === 0 && terminal.fileState === 'current'

  const { requests, reuses } = endpoint
  const hasWaited = hasActionWaited || hasWaitedForProfile(terminal)
  const isRestKept = isRestUnchanged(login, byAction) && isRestUnchanged(terminal.login, terminal.home.document)
  const leftovers = [...job.leftovers, ...terminal.leftovers]
  return [
    { text: "the action stored the endpoint's new tokens in the file and the secret", isTrue: isActionGood },
    { text: "`clr` stored the endpoint's new tokens in the file", isTrue: isClrGood },
    { text: 'all other fields of both logins are unchanged', isTrue: isRestKept },
    { text: 'each sent one refresh token, once', isTrue: requests.token.length === 2 && reuses === 0 },
    { text: 'neither asked the model anything', isTrue: requests.model.length === 0 },
    { text: 'neither waited for the profile, which this endpoint never answers', isTrue: !hasWaited },
    { text: 'no token is in the log, the summary or the output', isTrue: !isTokenShown(step, clr) },
    { text: `no ${LEFTOVERS} is left behind`, isTrue: leftovers.length === 0 }
  ]
}

/** Processes are looked for only on Linux. */
const LEFTOVERS = process.platform === 'linux' ? 'file and no process' : 'file'

/** Whether the new tokens were stored in the file so long after a request for a profile that the CLI must have waited. */
function hasWaitedForProfile({ endpoint, login, home }: E2eSetup): boolean {
  const { accessToken } = endpoint.currentPair(login)
  const storedAtMs = statSync(home.creds).mtimeMs
  return endpoint.requests.profile.some(
    ({ bearer, atEpochMs }) => bearer === accessToken && storedAtMs - atEpochMs >= PROFILE_TIMEOUT_MS
  )
}

import { E2eSetup, type E2eOptions } from '../../testing/e2e-setup.js'
import { printTitle } from '../terminal.js'
import type { Fact } from './facts.js'
import { fieldChanges, isRestUnchanged } from './field-changes.js'
import { isTokenShown, printStep, showClr } from './printed-runs.js'
import { SampleJob } from './sample-job.js'

const TEN_MINUTES_MS = 600_000
const DAY_MS = 86_400_000
/** If the CLI waits for a profile, it stores the tokens only after this time (docs/claude-cli.md#the-profile-request). */
const PROFILE_TIMEOUT_MS = 10_000

/** Shows a refresh by the action and one by `clr`, each of its own login. @returns what they have proven */
export async function showRefreshes(): Promise<readonly Fact[]> {
  await using job = await SampleJob.create(dueSoon())
  const { endpoint, login, home } = job.setup
  const step = await job.main()
  printStep(step, { withOutputs: true })
  const byAction = home.document
  printTitle('The login in its file and its secret, before → now')
  console.log(fieldChanges(login, byAction, Date.now()))
  const isActionGood = step.exitCode === 0 && job.setup.fileState === 'current' && job.isSecretCurrent
  await job.post()

  await using terminal = E2eSetup.at(endpoint, dueSoon().login)
  const clr = await showClr(terminal)
  printTitle('The login in its file, before → now')
  console.log(fieldChanges(terminal.login, terminal.home.document, Date.now()))
  const isClrGood = clr.exitCode === 0 && terminal.fileState === 'current'

  const { requests, reuses } = endpoint
  const waits = [step, clr].filter(({ wallMs }) => wallMs >= PROFILE_TIMEOUT_MS)
  const isRestKept = isRestUnchanged(login, byAction) && isRestUnchanged(terminal.login, terminal.home.document)
  const leftovers = [...job.leftovers, ...terminal.leftovers]
  return [
    { text: "the action stored the endpoint's new tokens in the file and the secret", isTrue: isActionGood },
    { text: "`clr` stored the endpoint's new tokens in the file", isTrue: isClrGood },
    { text: 'all other fields of both logins are unchanged', isTrue: isRestKept },
    { text: 'each sent one refresh token, once', isTrue: requests.token.length === 2 && reuses === 0 },
    { text: 'neither asked the model anything', isTrue: requests.model.length === 0 },
    { text: 'neither waited for the profile, which this endpoint never answers', isTrue: waits.length === 0 },
    { text: 'no token is in the log, the summary or the output', isTrue: !isTokenShown(step, clr) },
    { text: `no ${LEFTOVERS} is left behind`, isTrue: leftovers.length === 0 }
  ]
}

/** Processes are looked for only on Linux. */
const LEFTOVERS = process.platform === 'linux' ? 'file and no process' : 'file'

/** The CLI asks for a profile on a busy machine even after it has stored the tokens: it gets no answer. */
function dueSoon(): E2eOptions {
  const nowMs = Date.now()
  return {
    login: { expiresAt: nowMs + TEN_MINUTES_MS, refreshTokenExpiresAt: nowMs + 24 * DAY_MS },
    profile: { kind: 'hang' }
  }
}

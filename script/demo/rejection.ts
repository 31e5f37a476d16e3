import { E2eSetup } from '../../testing/e2e-setup.js'
import type { Fact } from './facts.js'
import { isTokenShown, printStep, showClr } from './printed-runs.js'
import { loginDueSoon, SampleJob } from './sample-job.js'

const DAYS_LEFT = 17

/** Shows how the action and `clr` fail for logins whose refresh tokens were used elsewhere. @returns what they have proven */
export async function showRejection(): Promise<readonly Fact[]> {
  await using job = await SampleJob.create({ login: loginDueSoon(DAYS_LEFT) })
  const { endpoint, login, home } = job.setup
  endpoint.spend(login.claudeAiOauth.refreshToken)
  const step = await job.main()
  printStep(step, { withOutputs: false })
  const isActionRight = step.exitCode === 1 && step.reason === 'login-rejected'
  const isKeptByAction =
    home.text('.claude/.credentials.json') === JSON.stringify({ claudeAiOauth: login.claudeAiOauth })
  await job.post()

  await using terminal = E2eSetup.at(endpoint, loginDueSoon(DAYS_LEFT))
  endpoint.spend(terminal.login.claudeAiOauth.refreshToken)
  const clr = await showClr(terminal)
  const isClrRight = clr.exitCode === 1 && clr.stderr.includes('login-rejected')

  const isKept = isKeptByAction && terminal.fileState === 'as it was'
  const { token, model } = endpoint.requests
  return [
    { text: 'the action failed, with the reason `login-rejected`', isTrue: isActionRight },
    { text: '`clr` ended with exit status 1 and the same reason', isTrue: isClrRight },
    { text: 'each file is as it was, not blanked', isTrue: isKept },
    { text: 'each sent its refresh token once', isTrue: token.length === 2 },
    { text: 'neither asked the model anything', isTrue: model.length === 0 },
    { text: 'no token is in the log, the summary or the output', isTrue: !isTokenShown(step, clr) }
  ]
}

import { isJsonObject, parseJson } from '../core/json.js'
import { orNull } from '../core/or-null.js'
import { WITH_CLR_LOGIN } from '../core/reasons.js'
import type { RefreshReport } from '../core/report.js'
import { readRegularFile } from '../core/system/read.js'
import { readSecretInputs, readSecretTexts } from './inputs.js'

const SKIP = 'Skip this step in such runs with an `if:` condition.'
const CHECKS =
  'Check that the secret exists, and that the job names its `environment:`. Pull requests from forks get no secrets.'

/** What to do about an empty input that should contain a secret. @param why the result of `whyNoSecrets` */
export function remedyForEmpty(why: string | null): string {
  return why === null ? CHECKS : SKIP
}

/** Why this run gets no secrets, or only Dependabot's, in a clause; null if that is not certain. */
export function whyNoSecrets(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_ACTOR: actor } = env
  if (DEPENDABOT_EVENTS.includes(event) && actor === 'dependabot[bot]') {
    return 'Dependabot started this run, and its runs only get Dependabot secrets'
  }
  // If there is a secret, the repository gives secrets to its forks.
  const hasSecret = (env['INPUT_CREDS-JSON'] ?? '').trim() !== ''
  return FORK_EVENTS.includes(event) && !hasSecret && isFromFork(env)
    ? 'this is a pull request from a fork, which gets no secrets'
    : null
}

/** The report of a run that found no file. A missing secret looks like an input that was not given. */
export function explainMissing(report: RefreshReport, env: NodeJS.ProcessEnv): RefreshReport {
  if (report.reason !== 'creds-not-found' || readSecretTexts(env).credsJson !== '') return report
  const { message, remedy } = report
  const { secretName, accessTokenSecretName } = readSecretInputs(env)
  const why = whyNoSecrets(env)
  if (why === null && `${secretName}${accessTokenSecretName}` === '') {
    return {
      ...report,
      message: `${message}; the input creds-json is empty or not given`,
      remedy: `${remedy} If the login should come from a secret: ${remedyForEmpty(why)}`
    }
  }
  const store =
    why === null && secretName !== '' ? `If the secret does not exist yet, store a login ${WITH_CLR_LOGIN}. ` : ''
  return {
    ...report,
    message: `creds-json is empty${why === null ? '' : `: ${why}`}; ${message}`,
    remedy: `${remedyForEmpty(why)} ${store}If the login is in a file on the runner, name that file with \`creds\`.`
  }
}

/** Not `pull_request_target`, which runs in the base repository. */
const FORK_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment']
/**
 * Without `schedule`: Dependabot may be its actor too, but such a run gets all secrets.
 * Source: https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 */
const DEPENDABOT_EVENTS = [...FORK_EVENTS, 'push', 'create', 'deployment', 'deployment_status']

/** "Payloads are capped at 25 MB": https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const MAX_EVENT_BYTES = 25 * 1024 * 1024

function isFromFork({ GITHUB_EVENT_PATH: file = '' }: NodeJS.ProcessEnv): boolean {
  const event = orNull(() => parseJson(readRegularFile(file, MAX_EVENT_BYTES).bytes.toString('utf8')))
  if (!isJsonObject(event) || !isJsonObject(event.pull_request)) return false
  // A private repository may "send secrets to workflows from pull requests": the event does not show that setting.
  if (isJsonObject(event.repository) && event.repository.private === true) return false
  const [head, base] = [event.pull_request.head, event.pull_request.base].map(repositoryOf)
  return typeof head === 'string' && typeof base === 'string' && head.toLowerCase() !== base.toLowerCase()
}

function repositoryOf(side: unknown): unknown {
  return isJsonObject(side) && isJsonObject(side.repo) ? side.repo.full_name : null
}

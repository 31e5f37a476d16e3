import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { readRegularFile } from '../core/system/read.js'

const SKIP = 'Skip this step in such runs: give it an `if:`.'
const QUESTIONS =
  'Does the secret exist? Does the job name its `environment:`? Is this a pull request from a fork? Those get no secrets.'

/** What to do if an input that a secret should fill is empty. @param why what `whyNoSecrets` says of the run */
export function remedyForEmpty(why: string | null): string {
  return why === null ? QUESTIONS : SKIP
}

/** Why this run gets no secrets, or others than most, in a clause; null if that is not certain. */
export function whyNoSecrets(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_ACTOR: actor } = env
  if (DEPENDABOT_EVENTS.includes(event) && actor === 'dependabot[bot]') {
    return 'Dependabot started this run, and its runs get Dependabot secrets only'
  }
  return FORK_EVENTS.includes(event) && !hasSecret(env) && isFromFork(env)
    ? 'this is a pull request from a fork, which gets no secrets'
    : null
}

/** Not `pull_request_target`, which runs in the base repository. */
const FORK_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment']
/**
 * Dependabot may also be the actor of a schedule, which gets all secrets.
 * Source: https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 */
const DEPENDABOT_EVENTS = [...FORK_EVENTS, 'push', 'create', 'deployment', 'deployment_status']

/** What a fork's run can't have, unless its repository allows it. */
function hasSecret(env: NodeJS.ProcessEnv): boolean {
  return (env['INPUT_CREDS-JSON'] ?? '').trim() !== ''
}

function isFromFork({ GITHUB_EVENT_PATH: file = '' }: NodeJS.ProcessEnv): boolean {
  const { pull_request: pullRequest, repository } = readEvent(file)
  // A private repository may "send secrets to workflows from pull requests": the event does not show that setting.
  if (!isJsonObject(pullRequest) || (isJsonObject(repository) && repository.private === true)) return false
  const [head, base] = [pullRequest.head, pullRequest.base].map(repositoryOf)
  return typeof head === 'string' && typeof base === 'string' && head.toLowerCase() !== base.toLowerCase()
}

function repositoryOf(side: unknown): unknown {
  return isJsonObject(side) && isJsonObject(side.repo) ? side.repo.full_name : null
}

/** "Payloads are capped at 25 MB": https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const MAX_EVENT_BYTES = 25 * 1024 * 1024

/** Empty if it can't be read. */
function readEvent(file: string): JsonObject {
  try {
    const event = parseJson(readRegularFile(file, MAX_EVENT_BYTES).bytes.toString('utf8'))
    return isJsonObject(event) ? event : {}
  } catch {
    return {}
  }
}

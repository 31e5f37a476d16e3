import { readFileSync } from 'node:fs'
import { isJsonObject, parseJson } from '../../refresh/json.js'

const SKIP = 'Skip this step in such runs: give it an `if:`.'
const QUESTIONS =
  'Does the secret exist? Does the job name its `environment:`? Is this a pull request from a fork? Those get no secrets.'

/** What to do if an input that a secret should fill is empty. */
export function remedyForEmpty(env: NodeJS.ProcessEnv): string {
  return whyNoSecrets(env) === null ? QUESTIONS : SKIP
}

/** Why this run gets no secrets, or others than most, in a clause; null if that is not certain. */
export function whyNoSecrets(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_ACTOR: actor } = env
  if (DEPENDABOT_EVENTS.includes(event) && actor === 'dependabot[bot]') {
    return 'Dependabot started this run, and its runs get Dependabot secrets only'
  }
  return FORK_EVENTS.includes(event) && isFromFork(env)
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

function isFromFork({ GITHUB_EVENT_PATH: file = '' }: NodeJS.ProcessEnv): boolean {
  const event = readJson(file)
  const pullRequest = isJsonObject(event) ? event.pull_request : null
  if (!isJsonObject(pullRequest)) return false
  const [head, base] = [pullRequest.head, pullRequest.base].map(repositoryOf)
  return typeof head === 'string' && typeof base === 'string' && head.toLowerCase() !== base.toLowerCase()
}

function repositoryOf(side: unknown): unknown {
  return isJsonObject(side) && isJsonObject(side.repo) ? side.repo.full_name : null
}

function readJson(file: string): unknown {
  try {
    return parseJson(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

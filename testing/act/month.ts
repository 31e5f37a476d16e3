import type { AnyLogin } from '../../src/core/credentials/credentials.js'
import { utcMinute } from '../../src/core/times.js'
import type { StandInIssue } from '../github/issues.js'
import { REPOSITORY } from './act.js'
import { CREDENTIALS, type ActContext, type Facts } from './case.js'
import { DAY_MS, HOUR_MS, LOGIN_MS, Month, REFRESHES, type MonthRun } from './month-steps.js'

const WARNING_MS = 7 * DAY_MS
const ACCESS_TOKEN_MS = 8 * HOUR_MS
const EXCHANGE = 'POST platform.claude.com/v1/oauth/token'
/** How much later than planned a busy machine may store a login. */
const SLACK_MS = HOUR_MS

const FIRST_COMMAND = `clr login --secret ${CREDENTIALS} --repo ${REPOSITORY} --env claude`

/**
 * A login from its sign-in to its end and to the next sign-in, by an unchanged example and by the command that the issue
 * shows. The clock of our programs and of the CLI is moved; that of the machine is not.
 */
export async function monthInTheLife(context: ActContext): Promise<Facts> {
  const month = new Month(context)
  const { setup, registry } = context
  const { endpoint } = setup
  const signedIn = await month.signInAt(month.startMs, FIRST_COMMAND)
  const first = month.login
  const runs = await month.refreshes()
  endpoint.revoke(first.accessToken) // as at the end of a login: the endpoint answers `invalid_grant`
  const failed = await month.refreshAt(endOf(first) + HOUR_MS, 'a refresh after the end')
  const [announced] = failed.issues
  const signedInAgain = await month.signInAt(endOf(first) + 2 * HOUR_MS, commandIn(announced))
  const second = month.login
  const revived = await month.refreshAt(endOf(first) + 3 * HOUR_MS, 'the next refresh')
  const [closed] = revived.issues
  return {
    'the sign-in stores a login that ends in 28 days':
      signedIn.exitCode === 0 && isAbout(endOf(first), month.startMs + LOGIN_MS),
    ...factsOf(runs, first),
    ...noticeFacts(runs, first),
    'after its end, the run fails with login-expired':
      failed.result.exitCode === 1 && failed.reason === 'login-expired',
    'a comment in the issue says so, once':
      announced?.comments.length === 1 && announced.comments[0]?.body.includes('login-expired') === true,
    'the command in the issue stores another login':
      signedInAgain.exitCode === 0 && endOf(second) > endOf(first) + LOGIN_MS - DAY_MS,
    'the next run refreshes that login': revived.result.exitCode === 0 && revived.hasCurrentPair,
    'then the issue is closed': closed?.state === 'closed',
    'there was one issue': revived.issues.length === 1,
    'there was one exchange for each refresh, and one that was rejected':
      endpoint.requests.token.length === REFRESHES + 2,
    'each exchange sent another token':
      new Set(endpoint.requests.token.map(({ refreshToken }) => refreshToken)).size === REFRESHES + 2,
    'no sign-in shows a token': ![signedIn, signedInAgain].some(({ stdout, stderr }) =>
      /sk-ant-|github_pat/.test(stdout + stderr)
    ),
    'the CLI was installed once': registry.paths.filter(path => path.endsWith('.tgz')).length === 1,
    'there were two sign-ins': endpoint.requests.signIn.length === 2,
    'there was no model request': endpoint.requests.model.length === 0
  }
}

function factsOf(runs: readonly MonthRun[], first: AnyLogin): Facts {
  return {
    [`each of ${REFRESHES} runs succeeds`]:
      runs.length === REFRESHES && runs.every(({ result, reason }) => result.exitCode === 0 && reason === 'refreshed'),
    'each run makes one exchange': runs.every(
      ({ requests }) => requests.filter(line => line.endsWith(EXCHANGE)).length === 1
    ),
    'each run stores the current pair, on one line': runs.every(
      ({ hasCurrentPair, isOneLine }) => hasCurrentPair && isOneLine
    ),
    'the CLI had the moved clock: each access token expires 8 hours after its run': runs.every(({ startMs, login }) =>
      isAbout(login.expiresAtMs ?? 0, startMs + ACCESS_TOKEN_MS)
    ),
    'no refresh changes the end of the login': runs.every(({ login }) => endOf(login) === endOf(first))
  }
}

function noticeFacts(runs: readonly MonthRun[], first: AnyLogin): Facts {
  const index = runs.findIndex(({ issues }) => issues.length > 0)
  const [before, opening, last] = [runs[index - 1], runs[index], runs.at(-1)]
  if (before === undefined || opening === undefined) return { 'an issue announces the end': false }
  const issue = opening.issues[0]
  return {
    'an issue announces the end, at the first run within 7 days of it, and not before':
      endOf(first) - opening.startMs <= WARNING_MS && endOf(first) - before.startMs > WARNING_MS,
    'the issue has the command for the next sign-in': commandIn(issue).startsWith('clr login --secret'),
    'the issue has the date of the end': issue?.body?.includes(utcMinute(endOf(first)).slice(0, 10)) === true,
    'the issue is open, and has the label of the login':
      issue?.state === 'open' && issue.labels.join() === 'claude-login',
    'no later refresh changes it': JSON.stringify(last?.issues) === JSON.stringify(opening.issues)
  }
}

function endOf({ loginExpiresAtMs }: AnyLogin): number {
  return loginExpiresAtMs ?? 0
}

function isAbout(ms: number, expectedMs: number): boolean {
  return Math.abs(ms - expectedMs) < SLACK_MS
}

/** The command line that an issue shows for the next sign-in; one that fails if there is none. */
function commandIn(issue: StandInIssue | undefined): string {
  return /^clr login .*$/m.exec(issue?.body ?? '')?.[0] ?? 'false'
}

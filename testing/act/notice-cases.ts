import type { StandInGitHub } from '../github/github.js'
import type { StandInIssue } from '../github/issues.js'
import { REPOSITORY } from './act.js'
import { CREDENTIALS, currentPair, holdsPair, secretsWith, type ActContext, type Facts } from './case.js'

const DAY_MS = 86_400_000

/** A rejected login: the issue is opened, stays as it is at the same failure, and is closed after a refresh. */
export async function rejected({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const workflow = 'examples/keepalive.yml'
  setup.endpoint.revoke(setup.login)
  const failed = await runner.run({ workflow, secrets: secretsWith(setup.originalText) })
  const [opened] = runner.issues
  const again = await runner.run({ workflow, secrets: secretsWith(setup.originalText) })
  const [unchanged] = runner.issues
  const isUntouched = vault.secrets.size === 0
  const newLogin = JSON.stringify(setup.endpoint.newLogin())
  const repaired = await runner.run({ workflow, secrets: secretsWith(newLogin) })
  const [closed] = runner.issues
  return {
    'the job fails': failed.exitCode === 1 && again.exitCode === 1,
    'the log has the reason': failed.output.includes('Login rejected (login-rejected)'),
    'the secret is not written': isUntouched,
    'an issue is opened, with the reason and the command': isOpenWith(
      opened,
      'login-rejected',
      commandFor(github, 'claude')
    ),
    'the issue has the label of the login': opened?.labels.join() === 'claude-login',
    'the same failure changes nothing in the issue': JSON.stringify(unchanged) === JSON.stringify(opened),
    'the job succeeds with another login, and the issue is closed':
      repaired.exitCode === 0 && closed?.state === 'closed',
    'there was one issue': runner.issues.length === 1
  }
}

/** A login that ends within a week: it is refreshed, and an issue says so once. */
export async function endsSoon({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const workflow = 'examples/keepalive.yml'
  const endMs = Math.trunc(Date.now() / 1000) * 1000 + 6 * DAY_MS
  const login = setup.endpoint.newLogin({ refreshTokenExpiresAt: endMs })
  const first = await runner.run({ workflow, secrets: secretsWith(JSON.stringify(login)) })
  const [opened] = runner.issues
  const second = await runner.run({ workflow, secrets: secretsWith(vault.textOf(CREDENTIALS)) })
  const [unchanged] = runner.issues
  const isCurrent = holdsPair(vault.textOf(CREDENTIALS), setup.endpoint.currentPair(login))
  const renewed = setup.endpoint.newLogin({ refreshTokenExpiresAt: Date.now() + 28 * DAY_MS })
  const third = await runner.run({ workflow, secrets: secretsWith(JSON.stringify(renewed)) })
  const [closed] = runner.issues
  return {
    'the jobs succeed': [first, second, third].every(({ exitCode }) => exitCode === 0),
    'the secret had the current pair': isCurrent,
    'an issue is opened, with the date and the command': isOpenWith(
      opened,
      dateOf(endMs),
      commandFor(github, 'claude')
    ),
    'the next run changes nothing in the issue': JSON.stringify(unchanged) === JSON.stringify(opened),
    'the issue is closed after the refresh of a new login': closed?.state === 'closed',
    'there was one issue': runner.issues.length === 1
  }
}

/** The refresh succeeds, but its access token cannot be stored as a secret of the repository. */
export async function shareFails({ setup, runner, github }: ActContext): Promise<Facts> {
  const environment = github.environment(REPOSITORY, 'claude')
  const workflow = 'examples/share-access-token.yml'
  const path = new RegExp(`^/repos/${REPOSITORY}/actions/secrets/`)
  const body = { message: 'Resource not accessible by personal access token' }
  github.faults.add({ fault: { kind: 'status', status: 403, body }, method: 'PUT', path, times: 100 })
  const failed = await runner.run({ workflow, secrets: secretsWith(setup.originalText) })
  const [opened] = runner.issues
  const stored = environment.textOf(CREDENTIALS)
  const isStored = holdsPair(stored, currentPair(setup))
  github.faults.clear()
  const repaired = await runner.run({ workflow, secrets: secretsWith(stored) })
  const [closed] = runner.issues
  return {
    'the job fails': failed.exitCode === 1,
    'the environment has the credentials': isStored,
    'an issue is opened, with the reason of the step that failed': isOpenWith(opened, 'secret-not-writable'),
    'the next run succeeds, and the issue is closed': repaired.exitCode === 0 && closed?.state === 'closed'
  }
}

/** One login of a matrix was rejected. act does not support environments, so each job is a separate run. */
export async function oneOfMany({ setup, runner, github }: ActContext): Promise<Facts> {
  const workflow = 'examples/many-accounts.yml'
  const [anna, ben] = ['claude-anna', 'claude-ben'].map(environment => {
    github.environment(REPOSITORY, environment)
    const login = setup.endpoint.newLogin()
    const secrets = secretsWith(JSON.stringify(login))
    return { login, run: { workflow, secrets, matrix: `environment:${environment}` } }
  })
  if (anna === undefined || ben === undefined) return { 'there are two accounts': false }
  setup.endpoint.revoke(ben.login)
  const runs = await runner.runAll([anna.run, ben.run])
  const [opened] = runner.issues
  return {
    "only that login's job fails": runs.map(({ exitCode }) => exitCode).join() === '0,1',
    'an issue is opened, with the reason and the command': isOpenWith(
      opened,
      'login-rejected',
      commandFor(github, 'claude-ben')
    ),
    'the issue has the label of that login': opened?.labels.join() === 'claude-login-claude-ben',
    'there is one issue': runner.issues.length === 1
  }
}

function isOpenWith(issue: StandInIssue | undefined, ...texts: readonly string[]): boolean {
  return issue?.state === 'open' && texts.every(text => issue.body?.includes(text) === true)
}

/** The command for the next sign-in, on a line of its own. The stand-in is another server than github.com, so it is named. */
function commandFor({ port }: StandInGitHub, environment: string): string {
  return `\nclr login --secret ${CREDENTIALS} --repo 127.0.0.1:${port}/${REPOSITORY} --env ${environment}\n`
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

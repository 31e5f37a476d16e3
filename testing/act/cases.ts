import { existsSync } from 'node:fs'
import type { TokenPair } from '../endpoint/logins.js'
import { WRITE_TOKEN, type StandInGitHub } from '../github/github.js'
import type { E2eSetup } from '../e2e-setup.js'
import { REPOSITORY, type ActRunner } from './act.js'

/** A HOME with a login and an endpoint; GitHub; and act. */
export interface ActContext {
  readonly setup: E2eSetup
  readonly runner: ActRunner
  readonly github: StandInGitHub
}

/** Statements, and whether each is true. */
export type Facts = Readonly<Record<string, boolean>>

/** One or more runs of act, and the facts that must be true after them. */
export interface Case {
  readonly title: string
  readonly run: (context: ActContext) => Promise<Facts>
}

/** All cases: first each example, unchanged; then failures. */
export const CASES: readonly Case[] = [
  { title: "self-hosted.yml: the runner user's own file, in place", run: refreshInPlace },
  { title: 'keepalive.yml: from the secret of an environment and back', run: keepAlive },
  { title: 'share-access-token.yml: the access token for every workflow', run: shareAccessToken },
  { title: 'share-with-dependabot.yml: the access token for workflows and for Dependabot', run: shareWithDependabot },
  { title: 'reusable.yml: the reusable workflow', run: reusable },
  { title: 'github-app.yml: the token of a GitHub App', run: gitHubApp },
  { title: 'claude-code-action.yml: an output used by a later step', run: claudeCodeAction },
  { title: 'many-accounts.yml: a matrix of three accounts', run: manyAccounts },
  { title: 'a login that was rejected: exit 1, the job fails, an issue is opened, then closed', run: rejected },
  { title: 'a deadline that passes: exit 2, the job fails', run: deadline },
  { title: 'a run without secrets, like that of a fork: the job fails, and asks about it', run: withoutSecrets },
  { title: 'post: the credentials are removed, and the pair of a later step is stored', run: cleanUp }
]

const CREDENTIALS = 'CLAUDE_CREDENTIALS'
const ACCESS_TOKEN = 'CLAUDE_CODE_OAUTH_TOKEN'

async function refreshInPlace({ setup, runner }: ActContext): Promise<Facts> {
  // By now the login is valid for a little less than an hour, the `min-validity` of the example.
  const { exitCode } = await runner.run({ workflow: 'examples/self-hosted.yml' })
  return {
    'the job succeeds': exitCode === 0,
    'the file has the current pair': holdsPair(setup.fileText, currentPair(setup)),
    'there was one exchange': setup.endpoint.requests.token.length === 1,
    'there is no issue': runner.issues.length === 0
  }
}

async function keepAlive({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const first = await runner.run({ workflow: 'examples/keepalive.yml', secrets: secretsWith(setup.originalText) })
  const stored = vault.textOf(CREDENTIALS)
  const isStored = holdsPair(stored, currentPair(setup))
  const second = await runner.run({ workflow: 'examples/keepalive.yml', secrets: secretsWith(stored) })
  return {
    'both jobs succeed': first.exitCode === 0 && second.exitCode === 0,
    'the secret had the current pair after the first, on one line': isStored && stored?.includes('\n') === false,
    'the secret has the current pair after the second': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup)),
    'there were two exchanges': setup.endpoint.requests.token.length === 2,
    'no other secret is left': [...vault.secrets.keys()].join() === CREDENTIALS
  }
}

async function shareAccessToken({ setup, runner, github }: ActContext): Promise<Facts> {
  const [environment, repository] = [github.environment(REPOSITORY, 'claude'), github.repository(REPOSITORY)]
  const secrets = secretsWith(setup.originalText)
  const { exitCode } = await runner.run({ workflow: 'examples/share-access-token.yml', secrets })
  return {
    'the job succeeds': exitCode === 0,
    'the environment has the credentials': holdsPair(environment.textOf(CREDENTIALS), currentPair(setup)),
    'the repository has only the access token':
      repository.textOf(ACCESS_TOKEN) === currentPair(setup).accessToken &&
      [...repository.secrets.keys()].join() === ACCESS_TOKEN,
    'there was one exchange': setup.endpoint.requests.token.length === 1
  }
}

async function shareWithDependabot({ setup, runner, github }: ActContext): Promise<Facts> {
  const environment = github.environment(REPOSITORY, 'claude')
  const stores = [github.repository(REPOSITORY), github.repository(REPOSITORY, 'dependabot')]
  const secrets = secretsWith(setup.originalText)
  const { exitCode } = await runner.run({ workflow: 'examples/share-with-dependabot.yml', secrets })
  return {
    'the job succeeds': exitCode === 0,
    'the environment has the credentials': holdsPair(environment.textOf(CREDENTIALS), currentPair(setup)),
    'the Actions and the Dependabot secrets of the repository have only the access token': stores.every(
      vault =>
        vault.textOf(ACCESS_TOKEN) === currentPair(setup).accessToken &&
        [...vault.secrets.keys()].join() === ACCESS_TOKEN
    ),
    'there was one exchange': setup.endpoint.requests.token.length === 1
  }
}

async function reusable({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.repository(REPOSITORY)
  const secrets = secretsWith(setup.originalText)
  const { exitCode } = await runner.run({ workflow: 'examples/reusable.yml', secrets })
  return {
    'the job succeeds': exitCode === 0,
    'the repository has the credentials': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup)),
    'the repository has the access token': vault.textOf(ACCESS_TOKEN) === currentPair(setup).accessToken
  }
}

async function gitHubApp({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const secrets = { [CREDENTIALS]: setup.originalText, APP_PRIVATE_KEY: WRITE_TOKEN }
  const variables = { APP_ID: '4711' }
  const { exitCode } = await runner.run({ workflow: 'examples/github-app.yml', secrets, variables })
  return {
    'the job succeeds': exitCode === 0,
    'the secret has the current pair': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup))
  }
}

async function claudeCodeAction({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const secrets = secretsWith(setup.originalText)
  const { exitCode } = await runner.run({ workflow: 'examples/claude-code-action.yml', secrets })
  const bearers = setup.endpoint.requests.model.map(({ bearer }) => bearer)
  return {
    'the job succeeds': exitCode === 0,
    'the later step asked the model with the new access token':
      bearers.length > 0 && bearers.every(bearer => bearer === currentPair(setup).accessToken),
    'the secret has the current pair': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup))
  }
}

/** act does not support environments, so each job is a separate run with the secrets of its environment; all at once. */
async function manyAccounts({ setup, runner, github }: ActContext): Promise<Facts> {
  const accounts = ['claude-anna', 'claude-ben', 'claude-ci'].map(environment => ({
    login: setup.endpoint.newLogin(),
    vault: github.environment(REPOSITORY, environment),
    matrix: `environment:${environment}`
  }))
  const workflow = 'examples/many-accounts.yml'
  const runs = await Promise.all(
    accounts.map(({ login, matrix }) => runner.run({ workflow, secrets: secretsWith(JSON.stringify(login)), matrix }))
  )
  return {
    'the three jobs succeed': runs.every(({ exitCode }) => exitCode === 0),
    'each environment has the current pair of its own account': accounts.every(({ login, vault }) =>
      holdsPair(vault.textOf(CREDENTIALS), setup.endpoint.currentPair(login))
    ),
    'there were three exchanges': setup.endpoint.requests.token.length === 3
  }
}

async function rejected({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const workflow = 'examples/keepalive.yml'
  setup.endpoint.revoke(setup.login)
  const failed = await runner.run({ workflow, secrets: secretsWith(setup.originalText) })
  const [opened] = runner.issues
  const again = await runner.run({ workflow, secrets: secretsWith(setup.originalText) })
  const [updated] = runner.issues
  const isUntouched = vault.secrets.size === 0
  const newLogin = JSON.stringify(setup.endpoint.newLogin())
  const repaired = await runner.run({ workflow, secrets: secretsWith(newLogin) })
  const [closed] = runner.issues
  return {
    'the job fails': failed.exitCode === 1 && again.exitCode === 1,
    'the log has the reason': failed.output.includes('Login rejected (login-rejected)'),
    'the secret is not written': isUntouched,
    'an issue is opened, with the reason':
      opened?.state === 'open' && opened.comments[0]?.includes('login-rejected') === true,
    'the next failure is added to the issue': updated?.comments.length === 2,
    'the job succeeds with another login, and the issue is closed':
      repaired.exitCode === 0 && closed?.state === 'closed',
    'there was one issue': runner.issues.length === 1
  }
}

async function deadline({ setup, runner }: ActContext): Promise<Facts> {
  setup.endpoint.token.reply = { kind: 'hang' }
  const { exitCode, output } = await runner.run({ workflow: 'testing/act/workflows/deadline.yml' })
  return {
    'the job fails': exitCode === 1,
    'the outputs have the reason and the exit code': output.includes('seen - failure timeout 2'),
    'the file is unchanged': setup.fileText === setup.originalText,
    'the token was sent once': setup.endpoint.requests.token.length === 1
  }
}

async function withoutSecrets({ setup, runner, github }: ActContext): Promise<Facts> {
  const { exitCode, output } = await runner.run({ workflow: 'examples/keepalive.yml' })
  return {
    'the job fails': exitCode === 1,
    'the log asks whether this is a fork': output.includes('Is this a pull request from a fork?'),
    'nothing is sent': setup.endpoint.requests.token.length + github.requests.length === 0
  }
}

async function cleanUp({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.repository(REPOSITORY)
  const creds = setup.home.at('ci/.credentials.json')
  // The first pair expires so soon that the later step also refreshes.
  setup.endpoint.token.inTurn({ kind: 'ok', expiresIn: 60 }, { kind: 'ok' })
  const secrets = secretsWith(setup.originalText)
  const { exitCode, output } = await runner.run({ workflow: 'testing/act/workflows/clean-up.yml', secrets })
  return {
    'the job succeeds': exitCode === 0,
    'no other user could read the file': output.includes('mode 600 of the file, 700 of its folder'),
    'a later step used the file, and refreshed it': setup.endpoint.requests.token.length === 2,
    'the secret has the pair of that step': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup)),
    'the secret was written twice': vault.writes.filter(({ name }) => name === CREDENTIALS).length === 2,
    'the file and its work folder are removed': !existsSync(creds) && !existsSync(`${creds}.clr`)
  }
}

function secretsWith(credentials = ''): Readonly<Record<string, string>> {
  return { [CREDENTIALS]: credentials, SECRETS_TOKEN: WRITE_TOKEN }
}

function currentPair({ endpoint, login }: E2eSetup): TokenPair {
  return endpoint.currentPair(login)
}

function holdsPair(credentials = '', { accessToken, refreshToken }: TokenPair): boolean {
  return credentials.includes(accessToken) && credentials.includes(refreshToken)
}

import { existsSync } from 'node:fs'
import { WRITE_TOKEN, type StandInGitHub } from '../github/github.js'
import type { E2eSetup } from '../e2e-setup.js'
import { REPOSITORY, type ActResult, type ActRunner } from './act.js'

/** What a case works with: a HOME with a login, an endpoint, a GitHub, and act. */
export interface ActContext {
  readonly setup: E2eSetup
  readonly runner: ActRunner
  readonly github: StandInGitHub
}

/** How a case went. */
export interface CaseResult {
  readonly runs: readonly ActResult[]
  /** What has to be true, by a sentence that says it. */
  readonly facts: Readonly<Record<string, boolean>>
}

/** One or more runs of act, and what has to be true after them. */
export interface Case {
  readonly title: string
  readonly run: (context: ActContext) => Promise<CaseResult>
}

/** All cases: each example unchanged, then what goes wrong. */
export const CASES: readonly Case[] = [
  { title: 'self-hosted.yml: the own file, in place', run: refreshInPlace },
  { title: 'keepalive.yml: from the secret of an environment and back', run: keepAlive },
  { title: 'share-access-token.yml: the access token for every workflow', run: shareAccessToken },
  { title: 'reusable.yml: the reusable workflow', run: reusable },
  { title: 'github-app.yml: the token of a GitHub App', run: gitHubApp },
  { title: 'claude-code-action.yml: an output used by a later step', run: claudeCodeAction },
  { title: 'many-accounts.yml: a matrix of three accounts', run: manyCaseResults },
  { title: 'a login that was rejected: exit 1, the job fails, an issue is opened, then closed', run: rejected },
  { title: 'a deadline that passes: exit 2, the job fails', run: deadline },
  { title: 'a run without secrets, as of a fork: the job fails, and says so', run: withoutSecrets },
  { title: 'post: the credentials are gone, and what a later step made of them is stored', run: cleanUp }
]

const CREDENTIALS = 'CLAUDE_CREDENTIALS'
const ACCESS_TOKEN = 'CLAUDE_CODE_OAUTH_TOKEN'

async function refreshInPlace({ setup, runner }: ActContext): Promise<CaseResult> {
  const run = await runner.run({ workflow: 'examples/self-hosted.yml' })
  // Good for an hour, as a fresh login of the stand-in is, it is no longer than `min-validity` asks.
  return {
    runs: [run],
    facts: {
      'the job succeeds': run.exitCode === 0,
      'the file holds the current pair': holds(setup.fileText, setup),
      'one exchange': setup.endpoint.requests.token.length === 1,
      'no issue': runner.issues.length === 0
    }
  }
}

async function keepAlive({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const vault = github.environment(REPOSITORY, 'claude')
  const first = await runner.run({ workflow: 'examples/keepalive.yml', secrets: secretsWith(setup.originalText) })
  const stored = vault.textOf(CREDENTIALS) ?? ''
  const isStored = holds(stored, setup)
  const second = await runner.run({ workflow: 'examples/keepalive.yml', secrets: secretsWith(stored) })
  return {
    runs: [first, second],
    facts: {
      'both jobs succeed': first.exitCode === 0 && second.exitCode === 0,
      'the secret held the current pair, as one line': isStored && !stored.includes('\n'),
      'the next day starts from there, and the secret holds the pair of that day': holds(
        vault.textOf(CREDENTIALS) ?? '',
        setup
      ),
      'two exchanges': setup.endpoint.requests.token.length === 2,
      'no other secret is left': [...vault.secrets.keys()].join() === CREDENTIALS
    }
  }
}

async function shareAccessToken({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const [environment, repository] = [github.environment(REPOSITORY, 'claude'), github.repository(REPOSITORY)]
  const run = await runner.run({
    workflow: 'examples/share-access-token.yml',
    secrets: secretsWith(setup.originalText)
  })
  return {
    runs: [run],
    facts: {
      'the job succeeds': run.exitCode === 0,
      'the environment has the credentials': holds(environment.textOf(CREDENTIALS) ?? '', setup),
      'the repository has only the access token':
        repository.textOf(ACCESS_TOKEN) === current(setup).accessToken &&
        [...repository.secrets.keys()].join() === ACCESS_TOKEN,
      'one exchange': setup.endpoint.requests.token.length === 1
    }
  }
}

async function reusable({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const vault = github.repository(REPOSITORY)
  const run = await runner.run({ workflow: 'examples/reusable.yml', secrets: secretsWith(setup.originalText) })
  return {
    runs: [run],
    facts: {
      'the job succeeds': run.exitCode === 0,
      'the repository has the credentials': holds(vault.textOf(CREDENTIALS) ?? '', setup),
      'and the access token': vault.textOf(ACCESS_TOKEN) === current(setup).accessToken
    }
  }
}

async function gitHubApp({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const vault = github.environment(REPOSITORY, 'claude')
  const secrets = { [CREDENTIALS]: setup.originalText, APP_PRIVATE_KEY: WRITE_TOKEN }
  const run = await runner.run({ workflow: 'examples/github-app.yml', secrets, variables: { APP_ID: '4711' } })
  return {
    runs: [run],
    facts: {
      'the job succeeds': run.exitCode === 0,
      'the secret holds the current pair': holds(vault.textOf(CREDENTIALS) ?? '', setup)
    }
  }
}

async function claudeCodeAction({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const vault = github.environment(REPOSITORY, 'claude')
  const run = await runner.run({
    workflow: 'examples/claude-code-action.yml',
    secrets: secretsWith(setup.originalText)
  })
  const bearers = setup.endpoint.requests.model.map(({ bearer }) => bearer)
  return {
    runs: [run],
    facts: {
      'the job succeeds': run.exitCode === 0,
      'the later step asked the model, with the new access token':
        bearers.length > 0 && bearers.every(bearer => bearer === current(setup).accessToken),
      'the secret holds the current pair': holds(vault.textOf(CREDENTIALS) ?? '', setup)
    }
  }
}

/** act knows no environments, so each job has a run of its own, with the secrets of its environment; all at once. */
async function manyCaseResults({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const accounts = ['claude-anna', 'claude-ben', 'claude-ci'].map(environment => ({
    environment,
    login: setup.endpoint.newLogin(),
    vault: github.environment(REPOSITORY, environment)
  }))
  const runs = await Promise.all(
    accounts.map(({ environment, login }) =>
      runner.run({
        workflow: 'examples/many-accounts.yml',
        secrets: secretsWith(JSON.stringify(login)),
        matrix: `environment:${environment}`
      })
    )
  )
  const isEachStored = accounts.every(({ login, vault }) => {
    const { refreshToken } = setup.endpoint.currentPair(login)
    return (vault.textOf(CREDENTIALS) ?? '').includes(refreshToken)
  })
  return {
    runs,
    facts: {
      'the three jobs succeed': runs.every(run => run.exitCode === 0),
      'each environment holds the current pair of its own account': isEachStored,
      'three exchanges': setup.endpoint.requests.token.length === 3
    }
  }
}

async function rejected({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const vault = github.environment(REPOSITORY, 'claude')
  setup.endpoint.revoke(setup.login)
  const failed = await runner.run({ workflow: 'examples/keepalive.yml', secrets: secretsWith(setup.originalText) })
  const [opened] = runner.issues
  const again = await runner.run({ workflow: 'examples/keepalive.yml', secrets: secretsWith(setup.originalText) })
  const [updated] = runner.issues
  const isUntouched = vault.secrets.size === 0
  const login = setup.endpoint.newLogin()
  const mended = await runner.run({
    workflow: 'examples/keepalive.yml',
    secrets: secretsWith(JSON.stringify(login))
  })
  const [closed] = runner.issues
  return {
    runs: [failed, again, mended],
    facts: {
      'the job fails': failed.exitCode === 1 && again.exitCode === 1,
      'it says why': failed.output.includes('Login rejected (login-rejected)'),
      'the secret is left alone': isUntouched,
      'an issue is opened, with the reason':
        opened?.state === 'open' && opened.said[0]?.includes('login-rejected') === true,
      'the next failure is added to it': updated?.said.length === 2,
      'the job succeeds with another login, and the issue is closed':
        mended.exitCode === 0 && closed?.state === 'closed',
      'there was one issue': runner.issues.length === 1
    }
  }
}

async function deadline({ setup, runner }: ActContext): Promise<CaseResult> {
  setup.endpoint.token.reply = { kind: 'hang' }
  const run = await runner.run({ workflow: 'testing/act/workflows/deadline.yml' })
  return {
    runs: [run],
    facts: {
      'the job fails': run.exitCode === 1,
      'the outputs say with what': run.output.includes('seen - failure timeout 2'),
      'the file is as it was': setup.fileText === setup.originalText,
      'the token was sent once': setup.endpoint.requests.token.length === 1
    }
  }
}

async function withoutSecrets({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const run = await runner.run({ workflow: 'examples/keepalive.yml' })
  return {
    runs: [run],
    facts: {
      'the job fails': run.exitCode === 1,
      'it asks what may keep secrets from it': run.output.includes('Is this a pull request from a fork?'),
      'nothing is sent': setup.endpoint.requests.token.length + github.requests.length === 0
    }
  }
}

async function cleanUp({ setup, runner, github }: ActContext): Promise<CaseResult> {
  const vault = github.repository(REPOSITORY)
  const placed = setup.home.at('ci/.credentials.json')
  setup.endpoint.token.inTurn({ kind: 'ok', expiresIn: 60 }, { kind: 'ok' }) // so short that the later step refreshes, too
  const run = await runner.run({
    workflow: 'testing/act/workflows/clean-up.yml',
    secrets: secretsWith(setup.originalText)
  })
  return {
    runs: [run],
    facts: {
      'the job succeeds': run.exitCode === 0,
      'nobody else could read the file': run.output.includes('mode 600 of the file, 700 of its folder'),
      'a later step used it, and refreshed it': setup.endpoint.requests.token.length === 2,
      'the secret holds the pair of that step': holds(vault.textOf(CREDENTIALS) ?? '', setup),
      'it was written twice': vault.writes.filter(({ name }) => name === CREDENTIALS).length === 2,
      'the file and its folder of ours are gone': !existsSync(placed) && !existsSync(`${placed}.clr`)
    }
  }
}

function secretsWith(credentials: string): Readonly<Record<string, string>> {
  return { [CREDENTIALS]: credentials, SECRETS_TOKEN: WRITE_TOKEN }
}

function current({ endpoint, login }: E2eSetup): { readonly accessToken: string; readonly refreshToken: string } {
  return endpoint.currentPair(login)
}

/** Whether credentials hold the pair that is good now. */
function holds(credentials: string, setup: E2eSetup): boolean {
  const { accessToken, refreshToken } = current(setup)
  return credentials.includes(accessToken) && credentials.includes(refreshToken)
}

import { existsSync } from 'node:fs'
import type { E2eSetup } from '../e2e-setup.js'
import { WRITE_TOKEN } from '../github/github.js'
import { REPOSITORY } from './act.js'
import { CREDENTIALS, currentPair, holdsPair, secretsWith, type ActContext, type Case, type Facts } from './case.js'
import { monthInTheLife } from './month.js'
import { endsSoon, oneOfMany, rejected, shareFails } from './notice-cases.js'

/** All cases: first each example, unchanged; then dry runs, issues and failures; and finally a whole month. */
export const CASES: readonly Case[] = [
  { title: "self-hosted.yml: the runner user's own file, in place", run: refreshInPlace },
  { title: 'keepalive.yml: from the secret of an environment and back', run: keepAlive },
  { title: 'share-access-token.yml: the access token for every workflow', run: shareAccessToken },
  { title: 'share-with-dependabot.yml: the access token for workflows and for Dependabot', run: shareWithDependabot },
  { title: 'reusable.yml: the reusable workflow', run: reusable },
  { title: 'github-app.yml: the token of a GitHub App', run: gitHubApp },
  { title: 'claude-code-action.yml: an output used by a later step', run: claudeCodeAction },
  { title: 'many-accounts.yml: a matrix of three accounts', run: manyAccounts },
  { title: 'many-accounts.yml: a matrix of a hundred accounts from a variable', run: hundredAccounts },
  { title: 'keepalive.yml: a dry run before the first refresh', run: dryRun },
  { title: 'reusable.yml: a dry run', run: reusableDryRun },
  { title: 'the reusable workflow: its outputs', run: reusableOutputs },
  { title: 'a login that was rejected: exit 1, the job fails, an issue is opened, then closed', run: rejected },
  { title: 'a login that ends soon: the job succeeds, an issue has the date and the command', run: endsSoon },
  { title: 'share-access-token.yml: an issue if only the access token cannot be stored', run: shareFails },
  { title: 'many-accounts.yml: an issue only for the login that was rejected', run: oneOfMany },
  { title: 'a deadline that passes: exit 2, the job fails', run: deadline },
  { title: 'a run without secrets, like that of a fork: the job fails, and says why', run: withoutSecrets },
  { title: 'post: the credentials are removed, and the pair of a later step is stored', run: cleanUp },
  {
    title: 'a month in the life: login, 100 refreshes, the end, and login again',
    run: monthInTheLife,
    reportsItself: true,
    isOnlyOnThisMachine: true
  }
]

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

async function keepAlive({ setup, runner, github, registry }: ActContext): Promise<Facts> {
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
    'the CLI was installed once, then taken from the tool cache':
      registry.paths.filter(path => path.endsWith('.tgz')).length === 1,
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

async function dryRun(context: ActContext): Promise<Facts> {
  const { setup, runner, github } = context
  const vault = github.environment(REPOSITORY, 'claude')
  const run = { workflow: 'examples/keepalive.yml', secrets: secretsWith(setup.originalText) }
  const dry = await runner.run({ ...run, inputs: { 'dry-run': 'true' } })
  const facts = dryFacts(context)
  const real = await runner.run({ ...run, inputs: { 'dry-run': 'false' } })
  return {
    'the dry run succeeds': dry.exitCode === 0,
    ...facts,
    'the same secret can be refreshed afterwards': real.exitCode === 0,
    'that stores the current pair': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup))
  }
}

/** The step that shares the access token is tried, too: it can fail although the other secret can be written. */
async function reusableDryRun(context: ActContext): Promise<Facts> {
  const { setup, runner, github } = context
  const run = { workflow: 'examples/reusable.yml', secrets: secretsWith(setup.originalText) }
  const dry = await runner.run({ ...run, inputs: { 'dry-run': 'true' } })
  const facts = dryFacts(context)
  const body = { message: 'Resource not accessible by personal access token' }
  const fault = { kind: 'status', status: 403, body } as const
  github.faults.add({ fault: { kind: 'meanwhile', act: () => undefined }, method: 'PUT' }) // the probe of the first step
  github.faults.add({ fault, method: 'PUT', path: /secrets/ })
  const refused = await runner.run({ ...run, inputs: { 'dry-run': 'true' } })
  return {
    'the dry run succeeds': dry.exitCode === 0,
    ...facts,
    'another dry run fails if the access token could not be stored':
      refused.exitCode === 1 && refused.output.includes('reason=secret-not-writable'),
    'it sends nothing either': sentBy(setup) === 0
  }
}

/** What must be true after nothing but dry runs. */
function dryFacts({ setup, runner, github }: ActContext): Facts {
  const writes = github.requests.filter(({ method }) => method !== 'GET')
  return {
    'each step that refreshes is ready': runner.results.every(({ output }) => /:: reason=ready$/m.test(output)),
    'claude sends nothing': sentBy(setup) === 0,
    'GitHub gets no write but that of the probe, which is removed again':
      writes.length > 0 && writes.every(({ path }) => path.endsWith('/secrets/CLR_REFRESH_PROBE')),
    'there is no issue': runner.issues.length === 0
  }
}

/** How often the CLI has sent anything. */
function sentBy({ endpoint }: E2eSetup): number {
  const { signIn, token, profile, model, other } = endpoint.requests
  return [signIn, token, profile, model, other].flat().length
}

async function reusableOutputs({ setup, runner }: ActContext): Promise<Facts> {
  const endMs = Date.UTC(new Date().getUTCFullYear() + 1, 1)
  const login = setup.endpoint.newLogin({ refreshTokenExpiresAt: endMs })
  const secrets = secretsWith(JSON.stringify(login))
  const { exitCode, output } = await runner.run({ workflow: 'testing/act/workflows/reusable-outputs.yml', secrets })
  return {
    'the job succeeds': exitCode === 0,
    'the outputs have the reason and the end of the login': output.includes(
      `seen - refreshed ${new Date(endMs).toISOString()} true`
    ),
    'the outputs have the command for the next login': /command - .*login --secret CLAUDE_CREDENTIALS /.test(output)
  }
}

async function gitHubApp({ setup, runner, github }: ActContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  const secrets = { [CREDENTIALS]: setup.originalText, APP_PRIVATE_KEY: WRITE_TOKEN }
  const variables = { APP_CLIENT_ID: 'Iv23test4711' }
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

async function manyAccounts(context: ActContext): Promise<Facts> {
  return runJobs(['claude-anna', 'claude-ben', 'claude-ci'], {}, context)
}

/** Runs the first, a middle and the last job: a hundred would take minutes. None of them is in the list of the example. */
async function hundredAccounts(context: ActContext): Promise<Facts> {
  const names = Array.from({ length: 100 }, (_, index) => `claude-${index + 1}`)
  const variables = { CLAUDE_ENVIRONMENTS: JSON.stringify(names) }
  return runJobs(['claude-1', 'claude-50', 'claude-100'], variables, context)
}

/** act does not support environments, so each job is a separate run with the secrets of its environment. */
async function runJobs(
  environments: readonly string[],
  variables: Readonly<Record<string, string>>,
  { setup, runner, github }: ActContext
): Promise<Facts> {
  const accounts = environments.map(environment => ({
    login: setup.endpoint.newLogin(),
    vault: github.environment(REPOSITORY, environment),
    matrix: `environment:${environment}`
  }))
  const workflow = 'examples/many-accounts.yml'
  const runs = await runner.runAll(
    accounts.map(({ login, matrix }) => ({ workflow, secrets: secretsWith(JSON.stringify(login)), variables, matrix }))
  )
  return {
    'the three jobs succeed': runs.every(({ exitCode }) => exitCode === 0),
    'each environment has the current pair of its own account': accounts.every(({ login, vault }) =>
      holdsPair(vault.textOf(CREDENTIALS), setup.endpoint.currentPair(login))
    ),
    'there were three exchanges': setup.endpoint.requests.token.length === 3
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
    'the log says that forks get no secrets': output.includes('Pull requests from forks get no secrets.'),
    'no token is sent, and no request for a secret':
      setup.endpoint.requests.token.length === 0 && !github.lines.some(line => line.includes('/secrets')),
    'an issue is opened': runner.issues.length === 1
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

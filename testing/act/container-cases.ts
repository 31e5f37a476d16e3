import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { ORDINARY_UID } from '../containers/image.js'
import { CLR_ON_NODE24 } from '../doors.js'
import { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import { stopAt } from '../faults/named-kills.js'
import { PAIR_IN_HOME } from '../faults/points.js'
import { parseObject } from '../json-object.js'
import { ROOT } from '../paths.js'
import { REPOSITORY } from './act.js'
import { CREDENTIALS, currentPair, holdsPair, secretsWith, type Facts } from './case.js'
import {
  hasReason,
  IN_FOLDER,
  loginMount,
  REFRESH,
  refreshedFacts,
  startClr,
  startJob,
  untouchedFacts,
  whileOwnedBy,
  type ContainerCase,
  type ContainerContext
} from './container-context.js'

/** The cases besides the examples: what is different in a container, and what can be killed with it. */
export const CONTAINER_CASES: readonly ContainerCase[] = [
  { title: 'the folder mounted: a job waits for the exchange of a session on the host', run: sessionFirst },
  { title: 'the folder mounted: a session on the host waits for the exchange of a job', run: jobFirst },
  {
    title: 'docker kill with the new pair on disk: the next run, on the host or in a new container, recovers it',
    run: killed
  },
  { title: 'SIGINT to act in an exchange: the file in the mounted folder gets the new pair', run: interrupted },
  { title: 'SIGINT to act in an exchange: the secret gets the new pair', run: interruptedWithSecret },
  { title: 'a job of an ordinary user, with the folder of that user', run: ordinaryUser },
  { title: 'a job of a user without an entry in /etc/passwd', run: userWithoutEntry },
  { title: '--cap-drop=ALL: root refreshes in its own folder, and refuses that of another user', run: noCapabilities },
  { title: '--read-only: clr writes nothing outside the folder of the login', run: readOnly },
  { title: 'clr as pid 1: a refresh, and docker stop in an exchange', run: firstProcess },
  {
    title: 'the file mounted by itself: a refresh is refused before anything is sent, the rest works',
    run: fileMounted
  }
]

async function sessionFirst(context: ContainerContext): Promise<Facts> {
  const { setup } = context
  const release = holdReply(setup.endpoint)
  expire(setup)
  const session = setup.startSession()
  await setup.untilSent()
  const job = startJob(context)
  await setup.untilLocked()
  release()
  const [{ exitCode, output }, ended] = await Promise.all([job.ended, session.ended])
  return {
    'the job succeeds, and reports the pair of the session': exitCode === 0 && hasReason(output, 'refreshed'),
    'the session continues with the new pair': ended.exitCode === 0 && hasAskedWithCurrentPair(setup),
    ...refreshedFacts(setup)
  }
}

async function jobFirst(context: ContainerContext): Promise<Facts> {
  const { setup } = context
  // Usually long enough for the session to start, and to wait for the locks.
  setup.endpoint.token.reply = { kind: 'ok', delayMs: 4000 }
  expire(setup)
  const job = startJob(context)
  await setup.untilSent()
  const session = setup.startSession()
  const [{ exitCode, output }, ended] = await Promise.all([job.ended, session.ended])
  return {
    'the job succeeds': exitCode === 0 && hasReason(output, 'refreshed'),
    'the session continues with the new pair': ended.exitCode === 0 && hasAskedWithCurrentPair(setup),
    ...refreshedFacts(setup)
  }
}

/** Nothing proves to the next run that the killed one is dead, so it waits until the lock was not renewed for 20 s. */
async function killed(context: ContainerContext): Promise<Facts> {
  const { setup } = context
  await using other = E2eSetup.at(setup.endpoint)
  const exitCodes = [await killWithPair(context), await killWithPair({ ...context, setup: other })]
  const areOld = [setup, other].every(({ fileState }) => fileState === 'as it was')
  const [onHost, inJob] = await Promise.all([
    setup.refresh(CLR_ON_NODE24),
    startJob({ ...context, setup: other }).ended
  ])
  return {
    'docker kill ends the runs': exitCodes.join() === '137,137',
    'they have not written the new pairs back': areOld,
    'the run on the host succeeds, and recovers the pair': onHost.code === 0 && onHost.reason === 'recovered',
    'the job succeeds, and recovers the pair': inJob.exitCode === 0 && hasReason(inJob.output, 'recovered'),
    'both files have the current pair': [setup, other].every(({ fileState }) => fileState === 'current'),
    'there was one exchange for each login': setup.endpoint.requests.token.length === 2,
    'no work folder is left': ![setup, other].some(({ workFolder }) => existsSync(workFolder))
  }
}

/** Kills a container with `clr` when `claude` has stored the new pair in the isolated HOME. @returns its exit code */
async function killWithPair(context: ContainerContext): Promise<number | null> {
  const { setup, engine } = context
  const [untilPairLands, { preload }] = stopAt(setup, PAIR_IN_HOME)
  const mounts = [loginMount(setup), `${setup.home.path}:${setup.home.path}`]
  const run = startClr(context, REFRESH, { mounts, options: ['--env', `NODE_OPTIONS=--import=${preload}`] })
  await untilPairLands()
  for (const id of await engine.containers) await engine.docker.run('kill', id)
  const { exitCode } = await run.ended
  return exitCode
}

/** act does not pass the signal on: it starts `post` in the container, where `main` is still at work, and `post` cancels it. */
async function interrupted(context: ContainerContext): Promise<Facts> {
  const { setup } = context
  await using hold = await holdReplyUntilSigint(setup.endpoint)
  const job = startJob(
    context,
    Object.entries(hold.variables).flatMap(pair => ['--env', pair.join('=')])
  )
  await setup.untilSent()
  job.signal('SIGINT')
  const { exitCode } = await job.ended
  return { 'act fails': exitCode === 1, ...refreshedFacts(setup) }
}

async function interruptedWithSecret({ setup, runner, github }: ContainerContext): Promise<Facts> {
  const vault = github.environment(REPOSITORY, 'claude')
  await using hold = await holdReplyUntilSigint(setup.endpoint)
  const secrets = secretsWith(setup.originalText)
  const run = runner.start({ workflow: 'examples/keepalive.yml', secrets, env: hold.variables })
  await setup.untilSent()
  run.signal('SIGINT')
  const { exitCode } = await run.ended
  return {
    'act fails': exitCode === 1,
    'the secret has the current pair': holdsPair(vault.textOf(CREDENTIALS), currentPair(setup)),
    'there was one exchange': setup.endpoint.requests.token.length === 1
  }
}

function ordinaryUser(context: ContainerContext): Promise<Facts> {
  return jobOf(`${ORDINARY_UID}:${ORDINARY_UID}`, context)
}

function userWithoutEntry(context: ContainerContext): Promise<Facts> {
  return jobOf('4242:4242', context)
}

async function jobOf(user: string, context: ContainerContext): Promise<Facts> {
  const { result, file } = await whileOwnedBy(user, context, () => startJob(context, ['--user', user]).ended)
  return {
    'the job succeeds': result.exitCode === 0 && hasReason(result.output, 'refreshed'),
    'the file belongs to that user, and nobody else can read it': file === `${user} 600`,
    ...refreshedFacts(context.setup)
  }
}

async function noCapabilities(context: ContainerContext): Promise<Facts> {
  const { setup } = context
  await using other = E2eSetup.at(setup.endpoint)
  const options = ['--cap-drop=ALL']
  const own = await whileOwnedBy('0:0', context, () => startJob(context, options).ended)
  const ofRoot = refreshedFacts(setup)
  const foreign = { ...context, setup: other }
  const user = `${ORDINARY_UID}:${ORDINARY_UID}`
  const refused = await whileOwnedBy(user, foreign, () => startClr(foreign, REFRESH, { options }).ended)
  return {
    'the job succeeds': own.result.exitCode === 0 && hasReason(own.result.output, 'refreshed'),
    'the file belongs to root, and nobody else can read it': own.file === '0:0 600',
    ...ofRoot,
    'the other user’s folder is refused': refused.result.exitCode === 1 && refused.result.reason === 'creds-unreadable',
    'its file is unchanged, and still that user’s': other.fileState === 'as it was' && refused.file === `${user} 600`,
    'nothing was sent for it': setup.endpoint.requests.token.length === 1
  }
}

/** act itself cannot use such a container: it copies the action into it. */
async function readOnly(context: ContainerContext): Promise<Facts> {
  const { exitCode, reason } = await startClr(context, REFRESH, { options: ['--read-only'] }).ended
  return { 'the refresh succeeds': exitCode === 0 && reason === 'refreshed', ...refreshedFacts(context.setup) }
}

async function firstProcess(context: ContainerContext): Promise<Facts> {
  const { setup, engine } = context
  const release = holdReply(setup.endpoint)
  const run = startClr(context, REFRESH)
  await setup.untilSent()
  const { pid } = parseObject(readTextOrEmpty(path.join(setup.workFolder, 'lock/owner.json')))
  release()
  const { exitCode, reason } = await run.ended
  const refreshed = refreshedFacts(setup)
  await using other = E2eSetup.at(setup.endpoint)
  setup.endpoint.token.reply = { kind: 'hang' }
  const stopped = startClr({ ...context, setup: other }, REFRESH)
  await setup.untilSent(2)
  for (const id of await engine.containers) await engine.docker.run('stop', '--time', '60', id)
  const end = await stopped.ended
  return {
    'clr is pid 1': pid === 1,
    'the refresh succeeds': exitCode === 0 && reason === 'refreshed',
    ...refreshed,
    'docker stop ends clr by its own exit code, not by SIGKILL': end.exitCode === 1,
    'it reports why': end.reason === 'cancelled',
    'the file is unchanged, and no lock is left':
      other.fileState === 'as it was' && !existsSync(path.join(other.workFolder, 'lock'))
  }
}

async function fileMounted(context: ContainerContext): Promise<Facts> {
  const { setup } = context
  const mounts = [`${setup.home.creds}:${IN_FOLDER}`]
  const job = await startJob(context, [], mounts).ended
  const status = await startClr(context, ['status', '--json', IN_FOLDER], { mounts }).ended
  const valid = await startClr(context, [...REFRESH, '--min-validity', '30m'], { mounts }).ended
  return {
    'the job fails with creds-not-writable': job.exitCode === 1 && hasReason(job.output, 'creds-not-writable'),
    'clr status works': status.exitCode === 0,
    'min-validity works': valid.exitCode === 0 && valid.reason === 'still-valid',
    ...untouchedFacts(setup)
  }
}

/** Makes the endpoint hold its answers back until the returned function is called. */
function holdReply({ token }: Endpoint): () => void {
  const gate = new EventEmitter()
  token.reply = { kind: 'ok', after: once(gate, 'release') }
  return () => {
    gate.emit('release')
  }
}

/**
 * Makes the endpoint hold its answers back until a `main` with these variables gets a SIGINT. Before `post` sends that, act shows
 * the outputs that `main` has set so far, without a mask (docs/act.md#what-act-and-docker-do).
 */
async function holdReplyUntilSigint(
  endpoint: Endpoint
): Promise<AsyncDisposable & { readonly variables: Readonly<Record<string, string>> }> {
  const release = holdReply(endpoint)
  const server = createServer((_, response) => {
    release()
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  const preload = path.join(ROOT, 'testing/act/announces-sigint.cjs')
  return {
    variables: { NODE_OPTIONS: `--require=${preload}`, ANNOUNCE_SIGINT_TO: `http://127.0.0.1:${port}` },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
    }
  }
}

/** Lets the access token in the file expire: only then does a session refresh the login. */
function expire({ home, login }: E2eSetup): void {
  home.writeCredentials(JSON.stringify({ ...login, claudeAiOauth: { ...login.claudeAiOauth, expiresAt: 1 } }))
}

function hasAskedWithCurrentPair(setup: E2eSetup): boolean {
  const bearers = setup.endpoint.requests.model.map(({ bearer }) => bearer)
  return bearers.length > 0 && bearers.every(bearer => bearer === currentPair(setup).accessToken)
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from '@jest/globals'
import { parseJson } from '../../src/refresh/json.js'
import { parseIdentity } from '../../src/refresh/system/process-identity.js'
import { namesIn, readTextIfAny } from '../../src/refresh/system/read.js'
import { CLR, ClrScene } from '../fixtures/clr.js'
import { NEW_PAIR, OLD_PAIR } from '../fixtures/sample-login.js'
import { isExchangeUnderWay, until } from '../fixtures/waiting.js'

/** How often a run that is asked to end at once is asked again, in milliseconds: under 50 two signals are taken for one. */
const ASK_AGAIN_MS = 100

/** An abandoned `claude` has 5 s: whoever takes this many milliseconds has not waited for them. */
const AT_ONCE_MS = 4000

type Command = 'recover' | 'refresh'

function start(scene: ClrScene, command: Command, claude: string): ChildProcess {
  return spawn(process.execPath, [CLR, command, '--json', '--creds', scene.creds], {
    env: { PATH: `${scene.binOf(claude)}:/usr/bin:/bin`, HOME: scene.path },
    stdio: ['ignore', 'pipe', 'ignore']
  })
}

/** Kills a run in the middle of its exchange; its `claude` goes on. */
async function abandonClaude(scene: ClrScene, claude: string): Promise<void> {
  const run = start(scene, 'refresh', claude)
  const exited = once(run, 'exit')
  const homes = () => namesIn(`${scene.creds}.clr`).filter(name => name.startsWith('home-'))
  await until(() => homes().some(home => isExchangeUnderWay(path.join(`${scene.creds}.clr`, home))))
  run.kill('SIGKILL')
  await exited
}

/** Starts the next run, and signals it once it has the lock and so has come to recovery: once, or again and again. */
async function signalTheNext(scene: ClrScene, next: { command: Command; claude: string }, times: 'once' | 'again') {
  const run = start(scene, next.command, next.claude)
  const ended = Promise.all([exitCodeOf(run), run.stdout === null ? '' : text(run.stdout)])
  const owner = `${scene.creds}.clr/lock/owner.json`
  await until(() => parseIdentity(parseJson(readTextIfAny(owner)))?.pid === run.pid)
  const startMs = performance.now()
  run.kill('SIGTERM')
  // On a busy machine the second of two signals may come while it has not seen the first.
  const asking = setInterval(() => times === 'again' && run.kill('SIGINT'), ASK_AGAIN_MS)
  const [exitCode, stdout] = await ended
  clearInterval(asking)
  return { exitCode, report: parseJson(stdout), elapsedMs: performance.now() - startMs }
}

function exitCodeOf(run: ChildProcess): Promise<number | null> {
  return new Promise(resolve => {
    run.once('exit', resolve)
  })
}

describe.each<[Command, object]>([
  ['recover', { exitCode: 0, report: { reason: 'still-valid' } }],
  ['refresh', { exitCode: 1, report: { reason: 'cancelled' } }]
])('clr %s, when a killed run has left its claude in an exchange', (command, ended) => {
  it.concurrent('ends that claude at once at a second signal', async () => {
    using scene = new ClrScene()
    await abandonClaude(scene, 'hangs-in-the-exchange')
    const next = { command, claude: 'hangs-in-the-exchange' }
    const { elapsedMs, ...run } = await signalTheNext(scene, next, 'again')
    expect(run).toMatchObject(ended)
    expect(elapsedMs).toBeLessThan(AT_ONCE_MS)
    expect([scene.login, scene.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it.concurrent('lets that exchange land after one signal', async () => {
    using scene = new ClrScene()
    await abandonClaude(scene, 'lands-late')
    const run = await signalTheNext(scene, { command, claude: 'lands-late' }, 'once')
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect([scene.login, scene.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from '@jest/globals'
import { parseJson } from '../../src/core/json.js'
import { parseIdentity } from '../../src/core/system/process-identity.js'
import { namesIn, readTextOrEmpty } from '../../src/core/system/read.js'
import { CLR, TestHome } from '../../testing/test-home.js'
import { SHORTEST_GRACE_MS, timeToEnd } from '../../testing/ending.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'
import { isExchangeUnderWay, until } from '../../testing/waiting.js'

type Command = 'recover' | 'refresh'

function start(home: TestHome, command: Command, claude: string): ChildProcess {
  return spawn(process.execPath, [CLR, command, '--json', '--creds', home.creds], {
    env: { PATH: `${home.binOf(claude)}:/usr/bin:/bin`, HOME: home.path },
    stdio: ['ignore', 'pipe', 'ignore']
  })
}

/** Kills a run in the middle of its exchange; its `claude` goes on. */
async function abandonClaude(home: TestHome, claude: string): Promise<void> {
  const run = start(home, 'refresh', claude)
  const exited = once(run, 'exit')
  const homes = () => namesIn(`${home.creds}.clr`).filter(name => name.startsWith('home-'))
  await until(() => homes().some(isolated => isExchangeUnderWay(path.join(`${home.creds}.clr`, isolated))))
  run.kill('SIGKILL')
  await exited
}

/** Starts the next run, and signals it once it has the lock and so has come to recovery. */
async function signalTheNext(home: TestHome, next: { command: Command; claude: string }, second?: NodeJS.Signals) {
  const run = start(home, next.command, next.claude)
  const ended = Promise.all([exitCodeOf(run), run.stdout === null ? '' : text(run.stdout)])
  const owner = `${home.creds}.clr/lock/owner.json`
  await until(() => parseIdentity(parseJson(readTextOrEmpty(owner)))?.pid === run.pid)
  const tookMs = await timeToEnd({ pid: run.pid, ended }, 'SIGTERM', second)
  const [exitCode, stdout] = await ended
  return { exitCode, report: parseJson(stdout), tookMs }
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
    using home = new TestHome()
    await abandonClaude(home, 'hangs-in-the-exchange')
    const next = { command, claude: 'hangs-in-the-exchange' }
    const { tookMs, ...run } = await signalTheNext(home, next, 'SIGINT')
    expect(run).toMatchObject(ended)
    expect(tookMs).toBeLessThan(SHORTEST_GRACE_MS)
    expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it.concurrent('lets that exchange land after one signal', async () => {
    using home = new TestHome()
    await abandonClaude(home, 'lands-late')
    const run = await signalTheNext(home, { command, claude: 'lands-late' })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

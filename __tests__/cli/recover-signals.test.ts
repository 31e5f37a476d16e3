import { describe, expect, it } from '@jest/globals'
import { parseJson } from '../../src/core/json.js'
import { parseIdentity } from '../../src/core/system/process-identity.js'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import type { Running } from '../../testing/program.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'
import { SHORTEST_GRACE_MS, timeToEnd, isExchangeUnderWay, until } from '../../testing/waiting.js'

type Command = 'recover' | 'refresh'

function start(home: TestHome, command: Command, claude: string): Running<ClrRun> {
  return home.startClr([command, '--json', '--creds', home.creds], { claude })
}

/** Kills a run in the middle of its exchange; its `claude` continues. */
async function abandonClaude(home: TestHome, claude: string): Promise<void> {
  const run = start(home, 'refresh', claude)
  await until(() => home.isolatedHomes.some(isExchangeUnderWay))
  run.signal('SIGKILL')
  await run.ended
}

/** Starts the next run, and signals it once it has the lock, that is, during its recovery. */
async function signalTheNext(home: TestHome, next: { command: Command; claude: string }, second?: NodeJS.Signals) {
  const run = start(home, next.command, next.claude)
  const owner = `${home.creds}.clr/lock/owner.json`
  await until(() => parseIdentity(parseJson(readTextOrEmpty(owner)))?.pid === run.pid)
  const tookMs = await timeToEnd(run, 'SIGTERM', second)
  return { ...(await run.ended), tookMs }
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

  it.concurrent('lets that exchange finish after one signal', async () => {
    using home = new TestHome()
    await abandonClaude(home, 'refreshes-late')
    const run = await signalTheNext(home, { command, claude: 'refreshes-late' })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { untilEndedIn } from '../../testing/processes.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { faultAt, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const SENT = {
  warnings: [expect.stringMatching(/a killed run may have used up the refresh token.*`login-rejected`/)]
}
const NOT_SENT = { warnings: [] }

const KILL = `process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)`

/** What is left of a `clr` and its `claude` that were killed during the exchange. */
async function killedInExchange(text = sampleText()): Promise<TestHome> {
  const home = new TestHome(text)
  home.startClr(['refresh', '--json'], { claude: 'hangs-in-the-exchange' })
  await home.exchangeUnderWay()
  await untilEndedIn(home.path)
  return home
}

const recover = (home: TestHome) => home.clr(['recover', '--json'])

describe('the run after one that was killed during its exchange', () => {
  it('warns that the token may have been sent if it is a recovery', async () => {
    using home = await killedInExchange()
    expect(await recover(home)).toMatchObject({ exitCode: 0, report: { reason: 'still-valid', ...SENT } })
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['claude is not found', 'none', 'claude-not-found'],
    ['claude fails before any exchange', 'fails-at-once', 'claude-failed']
  ])('warns that the token may have been sent if %s', async (_what, claude, reason) => {
    using home = await killedInExchange()
    const message = expect.not.stringContaining('was not used up')
    expect((await home.refresh(claude)).report).toMatchObject({ reason, message, ...SENT })
  })

  it.each([
    ['login-rejected', sampleText()],
    ['login-expired', sampleText({ refreshTokenExpiresAt: Date.now() - 86_400_000 })]
  ])('does not warn if it ends with %s, which the warning foretells', async (reason, text) => {
    using home = await killedInExchange(text)
    expect((await home.refresh('blanks-the-file')).report).toMatchObject({ reason, ...NOT_SENT })
  })

  it('warns that the token may have been sent if the login is valid for long enough', async () => {
    using home = await killedInExchange()
    const run = await home.refresh('none', ['--min-validity', '1h'])
    expect(run.report).toMatchObject({ reason: 'still-valid', ...SENT })
  })

  it('does not warn if it refreshes, since nothing was lost', async () => {
    using home = await killedInExchange()
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed', ...NOT_SENT })
  })

  it('does not warn if the file now holds a different login', async () => {
    using home = await killedInExchange()
    writeFileSync(home.creds, sampleText({ refreshToken: 'sk-ant-ort01-test-another' }))
    expect((await recover(home)).report).toMatchObject({ reason: 'still-valid', ...NOT_SENT })
  })

  it.each([
    ['does not warn', 'the endpoint did not use the token up', 'Request failed with status code 429', NOT_SENT],
    ['does not warn', 'no connection was made', 'connect ECONNREFUSED 127.0.0.1:9', NOT_SENT],
    ['warns', 'the connection was lost', 'socket hang up', SENT]
  ])('%s if the debug log shows that %s', async (_does, _what, words, expected) => {
    using home = await killedInExchange()
    const line = `2026-11-23T08:00:00.000Z [ERROR] OAuth refresh failed (expected): ${words}\n`
    writeFileSync(path.join(home.isolatedHomes[0] ?? '', 'debug-1.log'), line)
    expect((await recover(home)).report).toMatchObject(expected)
  })
})

describe('the run after one that was killed', () => {
  it('does not warn if that was before claude could begin an exchange', async () => {
    using home = new TestHome()
    const killed = faultAt('openSync', 'ballast', 'SIGKILL')
    expect(await home.refresh('hangs', [], killed)).toMatchObject({ exitCode: null })
    expect(home.isolatedHomes).not.toEqual([])
    await untilEndedIn(home.path)
    expect((await recover(home)).report).toMatchObject({ reason: 'still-valid', ...NOT_SENT })
  })

  it('does not try to recover a HOME that was already being removed', async () => {
    using home = new TestHome()
    const killed = await home.refresh('refreshes', [], home.scriptBefore('rmSync', 'gone-home-', KILL))
    expect([killed.exitCode, home.login]).toMatchObject([null, NEW_PAIR])
    expect(home.names(WORK_FOLDER).filter(name => name.startsWith('home-'))).toEqual([])
    expect((await recover(home)).report).toMatchObject({ reason: 'still-valid' })
    expect(home.leftovers).toEqual([])
  })

  it('removes what is left of a lock that was being taken', async () => {
    using home = new TestHome()
    home.write(`${WORK_FOLDER}/lock-0123456789abcdef/owner.json`, '{"nonce":')
    home.write(`${WORK_FOLDER}/lock-taken-0123456789abcdef`, '')
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed' })
    expect(home.leftovers).toEqual([])
  })
})

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { TestHome, faultAt } from '../../testing/test-home.js'
import { untilEndedIn } from '../../testing/processes.js'
import { sampleText } from '../../testing/sample-login.js'
import { isExchangeUnderWay, until } from '../../testing/waiting.js'

const SENT = {
  warnings: [expect.stringMatching(/a run that was killed may have sent the refresh token.*`login-rejected`/)]
}
const NOT_SENT = { warnings: [] }

/** What is left of a `clr` and a `claude` that were killed in the middle of an exchange. */
async function killedInExchange(): Promise<TestHome> {
  const home = new TestHome()
  home.startClr(['refresh', '--json'], { claude: 'hangs-in-the-exchange' })
  await until(() => home.isolatedHomes.some(isExchangeUnderWay))
  await untilEndedIn(home.path)
  return home
}

describe('the run after one that was killed in its exchange', () => {
  it('warns if it only recovers', async () => {
    using home = await killedInExchange()
    const run = await home.clr(['recover', '--json'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid', ...SENT } })
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['finds no claude', 'none', 'claude-not-found'],
    ['has no exchange', 'fails-at-once', 'claude-failed'],
    ['is told that the login is rejected', 'blanks-the-file', 'login-rejected']
  ])('warns if it %s', async (_what, claude, reason) => {
    using home = await killedInExchange()
    const run = await home.refresh(claude)
    expect(run.report).toMatchObject({ reason, ...SENT })
    expect(run.report).toMatchObject({ message: expect.not.stringContaining('so the login is unharmed') })
  })

  it('warns if the token is good for longer than was asked', async () => {
    using home = await killedInExchange()
    const run = await home.refresh('none', ['--min-validity', '1h'])
    expect(run.report).toMatchObject({ reason: 'still-valid', ...SENT })
  })

  it('does not warn if it refreshes: nothing was lost', async () => {
    using home = await killedInExchange()
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed', ...NOT_SENT })
  })

  it('does not warn if another login is in the file by now', async () => {
    using home = await killedInExchange()
    writeFileSync(home.creds, sampleText({ refreshToken: 'sk-ant-ort01-test-another' }))
    expect((await home.clr(['recover', '--json'])).report).toMatchObject({ reason: 'still-valid', ...NOT_SENT })
  })

  it.each([
    ['that the endpoint did not use the token up', 'Request failed with status code 429', NOT_SENT],
    ['that no connection was made', 'connect ECONNREFUSED 127.0.0.1:9', NOT_SENT],
    ['that the connection was lost', 'socket hang up', SENT]
  ])('goes by what the log says: %s', async (_what, words, expected) => {
    using home = await killedInExchange()
    const line = `2026-11-23T08:00:00.000Z [ERROR] OAuth refresh failed (expected): ${words}\n`
    writeFileSync(path.join(home.isolatedHomes[0] ?? '', 'debug-1.log'), line)
    expect((await home.clr(['recover', '--json'])).report).toMatchObject(expected)
  })
})

it('the run after one that was killed before claude could come to its exchange warns of nothing', async () => {
  using home = new TestHome()
  const killed = faultAt('openSync', 'ballast', 'SIGKILL')
  expect(await home.refresh('hangs', [], killed)).toMatchObject({ exitCode: null })
  expect(home.isolatedHomes).not.toEqual([])
  await untilEndedIn(home.path)
  expect((await home.clr(['recover', '--json'])).report).toMatchObject({ reason: 'still-valid', ...NOT_SENT })
})

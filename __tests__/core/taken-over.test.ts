import { describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs'
import { refresh } from '../../src/core/refresh.js'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'

const NEVER = new AbortController().signal

/** Refreshes while, just before `claude` is started, something happens to the locks. */
function refreshWhile(home: TestHome, happens: () => void) {
  const environment = {
    PATH: `${smallClaude('refreshes-under-lock')}:/usr/bin:/bin`,
    HOME: home.path,
    LC_NOTES: home.notesPath
  }
  const options = { credsPath: home.creds, timeoutSeconds: 20, minValidityMs: 0, cancel: NEVER, insist: NEVER }
  const isLocked = () => existsSync(`${home.creds}.clr/lock/owner.json`)
  return refresh(
    { ...options, environment },
    {
      trace: line => {
        if (isLocked() && line.startsWith('# claude starts')) happens()
      },
      claudeOutput: () => undefined
    }
  )
}

describe('a run whose lock another has taken over while the machine slept', () => {
  it.each(['.claude/.oauth_refresh.lock', '.claude.lock'])('sends nothing: %s', async name => {
    using home = new TestHome()
    const report = await refreshWhile(home, () => {
      rmdirSync(home.at(name))
      mkdirSync(home.at(name))
      utimesSync(home.at(name), new Date(), new Date(Date.now() + 21_000))
    })
    expect(report).toMatchObject({ reason: 'locked', exitCode: 2 })
    expect([existsSync(home.notesPath), existsSync(home.at(name))]).toEqual([false, true])
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })

  it('sends nothing: our own', async () => {
    using home = new TestHome()
    const report = await refreshWhile(home, () => {
      const record = { nonce: 'bbbbbbbbbbbbbbbb', ...ownIdentity() }
      writeFileSync(`${home.creds}.clr/lock/owner.json`, JSON.stringify(record))
    })
    expect(report).toMatchObject({ reason: 'locked', exitCode: 2 })
    expect(existsSync(home.notesPath)).toBe(false)
    expect(home.names('.claude/.credentials.json.clr')).toEqual(['.gitignore', 'lock'])
  })

  it('sends nothing if that happened while its room on a slow disk was reserved', async () => {
    using home = new TestHome()
    const record = JSON.stringify({ nonce: 'bbbbbbbbbbbbbbbb', ...ownIdentity() })
    const owner = JSON.stringify(`${home.creds}.clr/lock/owner.json`)
    const env = home.happening('openSync', 'replacement-', `fs.writeFileSync(${owner}, ${JSON.stringify(record)})`)
    const run = await home.clr(['refresh', '--json'], { claude: 'refreshes-under-lock', env })
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'locked' } })
    expect([existsSync(home.notesPath), home.text('.claude/.credentials.json')]).toEqual([false, home.originalText])
  })

  it('is what a run is not whose locks are its own', async () => {
    using home = new TestHome()
    expect(await refreshWhile(home, () => undefined)).toMatchObject({ reason: 'refreshed' })
    expect(existsSync(home.notesPath)).toBe(true)
  })
})

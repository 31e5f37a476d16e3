import { describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs'
import { refresh } from '../../src/core/refresh.js'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { ClrScene } from '../../testing/clr.js'

const NEVER = new AbortController().signal

/** Refreshes while, just before `claude` is started, something happens to the locks. */
function refreshWhile(scene: ClrScene, happens: () => void) {
  const environment = {
    PATH: `${scene.binOf('refreshes-under-lock')}:/usr/bin:/bin`,
    HOME: scene.path,
    LC_NOTES: scene.notesPath
  }
  const options = { credsPath: scene.creds, timeoutSeconds: 20, minValidityMs: 0, cancel: NEVER, insist: NEVER }
  const isLocked = () => existsSync(`${scene.creds}.clr/lock/owner.json`)
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
    using scene = new ClrScene()
    const report = await refreshWhile(scene, () => {
      rmdirSync(scene.at(name))
      mkdirSync(scene.at(name))
      utimesSync(scene.at(name), new Date(), new Date(Date.now() + 21_000))
    })
    expect(report).toMatchObject({ reason: 'locked', exitCode: 2 })
    expect([existsSync(scene.notesPath), existsSync(scene.at(name))]).toEqual([false, true])
    expect(scene.text('.claude/.credentials.json')).toBe(scene.originalText)
  })

  it('sends nothing: our own', async () => {
    using scene = new ClrScene()
    const report = await refreshWhile(scene, () => {
      const record = { nonce: 'bbbbbbbbbbbbbbbb', ...ownIdentity() }
      writeFileSync(`${scene.creds}.clr/lock/owner.json`, JSON.stringify(record))
    })
    expect(report).toMatchObject({ reason: 'locked', exitCode: 2 })
    expect(existsSync(scene.notesPath)).toBe(false)
    expect(scene.names('.claude/.credentials.json.clr')).toEqual(['.gitignore', 'lock'])
  })

  it('sends nothing if that happened while its room on a slow disk was reserved', async () => {
    using scene = new ClrScene()
    const record = JSON.stringify({ nonce: 'bbbbbbbbbbbbbbbb', ...ownIdentity() })
    const owner = JSON.stringify(`${scene.creds}.clr/lock/owner.json`)
    const env = scene.happening('openSync', 'replacement-', `fs.writeFileSync(${owner}, ${JSON.stringify(record)})`)
    const run = await scene.clr(['refresh', '--json'], { claude: 'refreshes-under-lock', env })
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'locked' } })
    expect([existsSync(scene.notesPath), scene.text('.claude/.credentials.json')]).toEqual([false, scene.originalText])
  })

  it('is what a run is not whose locks are its own', async () => {
    using scene = new ClrScene()
    expect(await refreshWhile(scene, () => undefined)).toMatchObject({ reason: 'refreshed' })
    expect(existsSync(scene.notesPath)).toBe(true)
  })
})

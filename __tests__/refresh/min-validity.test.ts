import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ClrScene } from '../fixtures/clr.js'
import { isExchangeUnderWay, until } from '../fixtures/waiting.js'

const WORK_FOLDER = '.claude/.credentials.json.clr'
const HOUR = ['--min-validity', '1h']

/** What is left beside the file may be a newer pair: the answer is the same, with a warning. */
function expectWarned(run: { report: unknown; exitCode: number | null }, says: string): void {
  expect(run).toMatchObject({
    exitCode: 0,
    report: { reason: 'still-valid', warnings: [expect.stringMatching(new RegExp(`newer pair.*${says}`))] }
  })
}

describe('a login that is good for longer than asked, beside what an earlier run has left', () => {
  it('is still valid, with a warning, if the lock cannot be had', async () => {
    using scene = new ClrScene()
    const child = scene.start(['refresh', '--json'], { claude: 'hangs-in-the-exchange' })
    await until(() => existsSync(scene.at(WORK_FOLDER)) && homes(scene).some(isExchangeUnderWay))
    expectWarned(await scene.refresh('says-who-it-is', [...HOUR, '--timeout', '1']), 'held the lock')
    child.kill('SIGKILL')
  })

  it('is still valid, with a warning, if others may write in the folder', async () => {
    using scene = new ClrScene()
    mkdirSync(scene.at(WORK_FOLDER, 'home-0123456789abcdef'), { recursive: true, mode: 0o700 })
    chmodSync(path.dirname(scene.creds), 0o777)
    expectWarned(await scene.refresh('says-who-it-is', HOUR), 'chmod')
    expect(existsSync(scene.notesPath)).toBe(false)
  })

  it('is still valid, with a warning, if what was left cannot be read', async () => {
    using scene = new ClrScene()
    mkdirSync(scene.at(WORK_FOLDER, 'home-0123456789abcdef'), { recursive: true, mode: 0o700 })
    symlinkSync('run.json', scene.at(WORK_FOLDER, 'home-0123456789abcdef/run.json'))
    expectWarned(await scene.refresh('says-who-it-is', HOUR), 'ELOOP')
    expect(readFileSync(scene.creds, 'utf8')).toBe(scene.originalText)
  })
})

function homes(scene: ClrScene): readonly string[] {
  return scene.names(WORK_FOLDER).flatMap(name => (name.startsWith('home-') ? [scene.at(WORK_FOLDER, name)] : []))
}

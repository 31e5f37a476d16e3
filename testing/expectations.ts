import { existsSync } from 'node:fs'
import { expect } from '@jest/globals'
import { NEW_PAIR } from './sample-login.js'
import { CREDENTIALS, type ClrRun, type TestHome } from './test-home.js'

/** Expects that a run refreshed: the new pair is in the file, and nothing is left beside it. */
export function expectRefreshed(home: TestHome, run: Pick<ClrRun, 'exitCode' | 'report'>): void {
  expect(run).toMatchObject({ exitCode: 0, report: { refreshed: true, reason: 'refreshed' } })
  expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
}

/** Expects the credentials file as it was, to the byte, and nothing left beside it. */
export function expectUnchanged(home: TestHome): void {
  expect([home.text(CREDENTIALS), home.leftovers]).toEqual([home.originalText, []])
}

/** Expects the same, and that `claude` was not started, if it is a small one that leaves notes. */
export function expectUntouched(home: TestHome): void {
  expect(existsSync(home.notesPath)).toBe(false)
  expectUnchanged(home)
}

/** Matches what `post` prints after an interrupted `main`, if there was nothing to say: it masks the login once more. */
export const NOTHING_BUT_MASKS: unknown = expect.stringMatching(/^(?:::add-mask::.+\n)*$/)

import { statSync } from 'node:fs'
import { expect } from '@jest/globals'
import { fieldOf, type DoorRun } from '../../testing/doors.js'
import type { E2eSetup } from '../../testing/e2e-setup.js'

/** What holds after every run, however it ended. */
function expectNothingLeft(setup: E2eSetup, run: DoorRun): void {
  expect(setup.leftovers).toEqual([])
  expect(setup.endpoint.requests.model).toEqual([])
  expect(setup.endpoint.reuses).toBe(0)
  expect(run.shown).not.toMatch(/sk-ant-|[0-9a-f]{24}/) // no token of the stand-in, nor its recognisable part
  expect(statSync(setup.home.creds).mode & 0o777).toBe(0o600)
}

/** The run ended well, and the endpoint's current pair is in the file, with everything else as it was. */
export function expectRefreshed(setup: E2eSetup, run: DoorRun, reason = 'refreshed'): void {
  expect(run).toMatchObject({ code: 0, exitCode: 0, reason, refreshed: true })
  expectCurrentPair(setup)
  expectNothingLeft(setup, run)
}

/** The endpoint's current pair is in the file, good for later than before, and everything else as it was. */
export function expectCurrentPair(setup: E2eSetup): void {
  const { claudeAiOauth, ...others } = setup.login
  const { document } = setup.home
  const current = setup.endpoint.currentPair(setup.login)
  const expiresAt = fieldOf(fieldOf(document, 'claudeAiOauth'), 'expiresAt')
  expect(document).toEqual({ ...others, claudeAiOauth: { ...claudeAiOauth, ...current, expiresAt } })
  expect(expiresAt).toBeGreaterThan(Date.now())
}

/** The run failed for this reason, and the file is as it was, to the byte. */
export function expectFailed(setup: E2eSetup, run: DoorRun, reason: string, code = 1): void {
  expect(run).toMatchObject({ code, exitCode: run.summary === '' ? code : 1, reason, refreshed: false })
  expect(setup.fileText).toBe(setup.originalText)
  expectNothingLeft(setup, run)
}

import { statSync } from 'node:fs'
import { expect } from '@jest/globals'
import { fieldOf, type DoorRun } from '../../testing/doors.js'
import type { E2eSetup } from '../../testing/e2e-setup.js'
import { REJECTION_LEFT } from '../../testing/rejection-record.js'

/** Expects a successful run: the file has the endpoint's current pair, with all other content unchanged. */
export function expectRefreshed(setup: E2eSetup, run: DoorRun, { reason = 'refreshed', sends = 1 } = {}): void {
  expect(run).toMatchObject({ code: 0, exitCode: 0, reason, refreshed: true })
  expectCurrentPair(setup)
  expectNoHarm(setup, run, sends)
}

/** Expects that the file has the endpoint's current pair, still valid, with all other content unchanged. */
export function expectCurrentPair(setup: E2eSetup): void {
  const { claudeAiOauth, ...others } = setup.login
  const { document } = setup.home
  const current = setup.endpoint.currentPair(setup.login)
  const expiresAt = fieldOf(fieldOf(document, 'claudeAiOauth'), 'expiresAt')
  expect(document).toEqual({ ...others, claudeAiOauth: { ...claudeAiOauth, ...current, expiresAt } })
  expect(expiresAt).toBeGreaterThan(Date.now())
}

/**
 * Expects a run that failed for this reason and left the file unchanged, byte for byte. Nothing is left beside it, except the
 * record of a rejection if that is remembered.
 */
export function expectFailed(
  setup: E2eSetup,
  run: DoorRun,
  reason: string,
  { code = 1, sends = 1, isRemembered = false } = {}
): void {
  expect(run).toMatchObject({ code, exitCode: run.summary === '' ? code : 1, reason, refreshed: false })
  expect(setup.fileText).toBe(setup.originalText)
  expectNoHarm(setup, run, sends, isRemembered ? REJECTION_LEFT : [])
}

/** Expects what must be true after every run, and that the refresh token was sent this often. */
function expectNoHarm(setup: E2eSetup, run: DoorRun, sends: number, leftovers: readonly string[] = []): void {
  expect(setup.leftovers).toEqual(leftovers)
  expect(setup.endpoint.requests.token).toHaveLength(sends)
  expect(setup.endpoint.requests.model).toEqual([])
  expect(setup.endpoint.reuses).toBe(0)
  expect(run.shown).not.toMatch(/sk-ant-|[0-9a-f]{24}/) // neither a token of the stand-in, nor its random part
  expect(statSync(setup.home.creds).mode & 0o777).toBe(0o600)
}

import { stat } from 'node:fs/promises'
import { expect } from '@jest/globals'
import { fieldOf, type DoorRun } from '../../testing/doors.js'
import type { E2eSetup } from '../../testing/e2e-setup.js'

/** What holds after every run, however it ended. */
async function expectNothingLeft(setup: E2eSetup, run: DoorRun): Promise<void> {
  expect(await setup.leftovers()).toEqual([])
  expect(setup.endpoint.requests.model).toEqual([])
  expect(setup.endpoint.reuses).toBe(0)
  expect(run.shown).not.toMatch(/sk-ant-|[0-9a-f]{24}/) // no token of the stand-in, nor its recognisable part
  expect((await stat(setup.scratch.credsPath)).mode & 0o777).toBe(0o600)
}

/** The run ended well, and the endpoint's current pair stands in the file, with everything else as it was. */
export async function expectRefreshed(setup: E2eSetup, run: DoorRun, reason = 'refreshed'): Promise<void> {
  expect(run).toMatchObject({ code: 0, exitCode: 0, reason, refreshed: true })
  await expectCurrentPair(setup)
  await expectNothingLeft(setup, run)
}

/** The endpoint's current pair stands in the file, good for later than before, and everything else as it was. */
export async function expectCurrentPair(setup: E2eSetup): Promise<void> {
  const { claudeAiOauth, ...others } = setup.login
  const document = await setup.scratch.readCredentials()
  const current = setup.endpoint.currentPair(setup.login)
  const expiresAt = fieldOf(fieldOf(document, 'claudeAiOauth'), 'expiresAt')
  expect(document).toEqual({ ...others, claudeAiOauth: { ...claudeAiOauth, ...current, expiresAt } })
  expect(expiresAt).toBeGreaterThan(Date.now())
}

/** The run failed for this reason, and the file is as it was, to the byte. */
export async function expectFailed(setup: E2eSetup, run: DoorRun, reason: string, code = 1): Promise<void> {
  expect(run).toMatchObject({ code, exitCode: run.summary === '' ? code : 1, reason, refreshed: false })
  expect(await setup.text()).toBe(setup.originalText)
  await expectNothingLeft(setup, run)
}

import path from 'node:path'
import { expect, it } from '@jest/globals'
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended, type Variables } from '../../testing/program.js'
import { onLinux } from '../../testing/needs.js'

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

/** The variables after a refresh that went as it should. */
const WELL = {
  REASON: 'refreshed',
  EXIT_CODE: '0',
  REFRESHED: 'true',
  EXPIRES_AT: inHours(8),
  HAS_ACCESS_TOKEN: 'true',
  HAS_CREDS_JSON: 'true',
  UPDATED_BEFORE: '2026-11-26T10:00:00Z',
  UPDATED_AFTER: '2026-11-26T14:00:05Z'
}

function check(variables: Variables): Promise<Ended> {
  const env = { PATH: '/usr/bin:/bin', ...WELL, ...variables }
  return startProgram([path.join(ROOT, 'script/check-probe.sh')], { env }).ended
}

onLinux.it('a probe passes if all is as it should be', async () => {
  expect(await check({})).toMatchObject({ exitCode: 0, stdout: expect.not.stringContaining('::error::') })
})

onLinux.describe('a probe fails if', () => {
  it.each([
    ['nothing was refreshed', { REASON: 'still-valid', REFRESHED: 'false' }, 2],
    ['the outputs are missing', { REASON: '', EXIT_CODE: '', REFRESHED: '', EXPIRES_AT: '' }, 4],
    ['the new token is about to expire', { EXPIRES_AT: inHours(1) }, 1],
    ['the date of its end is none', { EXPIRES_AT: 'soon' }, 1],
    ['no token was output', { HAS_ACCESS_TOKEN: 'false', HAS_CREDS_JSON: 'false' }, 2],
    ['the secret was not stored again', { UPDATED_AFTER: WELL.UPDATED_BEFORE }, 1],
    ['the secret is gone', { UPDATED_AFTER: 'null' }, 1]
  ])('%s', async (_what, variables, problems) => {
    const { exitCode, stdout } = await check(variables)
    expect(exitCode).toBe(1)
    expect(stdout.match(/::error::/g)).toHaveLength(problems)
  })
})

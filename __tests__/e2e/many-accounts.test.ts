import { symlinkSync, unlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Accounts, REFRESH_ALL } from '../../testing/accounts.js'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'
import type { Ended } from '../../testing/program.js'
import { readRepositoryFile } from '../../testing/repository-files.js'

/** What `xargs` ends with if any of its commands failed. */
const SOME_FAILED = 123

let endpoint: Endpoint

beforeEach(async () => {
  endpoint = await startEndpoint()
})
afterEach(() => endpoint.close())

/** Each account that was refreshed sent its token once, and each other one never did. */
function expectRefreshed(accounts: Accounts, names: readonly string[]): void {
  expect(accounts.refreshed).toEqual(names)
  expect(accounts.sends).toEqual(
    Object.fromEntries([...accounts.logins.keys()].map(name => [name, names.includes(name) ? 1 : 0]))
  )
  expect([endpoint.reuses, endpoint.requests.model, accounts.leftovers]).toEqual([0, [], []])
}

function linesAbout(account: string, { stdout, stderr }: Ended): readonly string[] {
  return `${stdout}${stderr}`.split('\n').filter(line => line.includes(`${account}/.credentials.json`))
}

describe('the line for many logins on one machine', () => {
  const names = ['anna', 'ben', 'ci', 'with blanks', 'with "quotes" and \\', 'with a\nline break']

  it('refreshes all of them, four at a time, whatever the names of their folders are', async () => {
    using accounts = new Accounts(endpoint, names)
    expect(await accounts.start(REFRESH_ALL).ended).toMatchObject({ exitCode: 0, stderr: '' })
    expectRefreshed(accounts, names)
  })

  it('refreshes none that is valid for longer, when it runs again', async () => {
    using accounts = new Accounts(endpoint, ['anna', 'ben'])
    await accounts.start(REFRESH_ALL).ended
    const again = await accounts.start(REFRESH_ALL).ended
    expect(again).toMatchObject({ exitCode: 0, stderr: '' })
    for (const name of ['anna', 'ben']) expect(linesAbout(name, again).join()).toContain('nothing to do')
    expect(endpoint.requests.token).toHaveLength(2)
  })

  it('ends with 123 if some fail, and refreshes the others all the same', async () => {
    using accounts = new Accounts(endpoint, ['anna', 'broken', 'ben', 'rejected', 'ci'])
    accounts.write('broken/.credentials.json', '{"claudeAiOauth":')
    const rejected = accounts.logins.get('rejected')
    if (rejected === undefined) throw new Error('there is no such account')
    endpoint.revoke(rejected)
    const run = await accounts.start(REFRESH_ALL).ended
    expect(run.exitCode).toBe(SOME_FAILED)
    expect(accounts.refreshed).toEqual(['anna', 'ben', 'ci'])
    expect(accounts.sends).toEqual({ anna: 1, broken: 0, ben: 1, rejected: 1, ci: 1 })
    expect(linesAbout('broken', run).join()).toContain('creds-invalid')
    expect(run.stderr).toContain('login-rejected')
    expect(accounts.text('broken/.credentials.json')).toBe('{"claudeAiOauth":')
    expect(accounts.text('rejected/.credentials.json')).toBe(JSON.stringify(rejected))
  })

  it('says that the file does not exist if there is no account, since the shell passes the pattern on', async () => {
    using accounts = new Accounts(endpoint, [])
    const run = await accounts.start(REFRESH_ALL).ended
    expect(run.exitCode).toBe(SOME_FAILED)
    expect(run.stderr).toContain('creds-not-found')
    expect(run.stderr).toContain('*/.credentials.json')
    expect(accounts.leftovers).toEqual([])
  })

  it('sends the token of one file once, although two folders have it by a link', async () => {
    using accounts = new Accounts(endpoint, ['anna', 'ben', 'link'])
    unlinkSync(accounts.at('link/.credentials.json'))
    symlinkSync('../anna/.credentials.json', accounts.at('link/.credentials.json'))
    expect(await accounts.start(REFRESH_ALL).ended).toMatchObject({ exitCode: 0, stderr: '' })
    expect(accounts.refreshed).toEqual(['anna', 'ben'])
    expect(accounts.sends).toEqual({ anna: 1, ben: 1, link: 0 })
    expect([endpoint.reuses, accounts.leftovers]).toEqual([0, []])
  })

  it.each(['README.md', 'docs/use-cases.md', 'examples/systemd/clr-refresh-accounts.service'])('is in %s', name => {
    const text = readRepositoryFile(name).replaceAll('%%', '%').replaceAll('\\\\', '\\')
    expect(text.replace(/\s+/g, ' ')).toContain(REFRESH_ALL)
  })
})

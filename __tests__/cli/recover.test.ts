import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { OLD_PAIR, sampleText } from '../../testing/sample-login.js'

describe('clr recover', () => {
  it('has nothing to do if no run has left anything, and makes no folder', async () => {
    using home = new TestHome()
    const run = await home.clr(['recover', '--json'])
    expect(run).toMatchObject({
      exitCode: 0,
      report: { refreshed: false, reason: 'still-valid', creds: home.creds, expiresAt: '2027-01-15T08:00:00.000Z' }
    })
    expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it('never starts claude, and removes a leftover HOME without a pair', async () => {
    using home = new TestHome()
    home.write('.claude/.credentials.json.clr/home-0/junk', 'junk')
    const run = await home.clr(['recover', '--json'], { claude: 'notes-its-environment' })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect([home.names(), home.login]).toMatchObject([['.claude'], OLD_PAIR])
  })

  it.each([
    ['blank tokens', sampleText({ accessToken: '', refreshToken: '' })],
    ['no content', '']
  ])('reports creds-invalid for a file with %s', async (_what, text) => {
    using home = new TestHome(text)
    expect(await home.clr(['recover', '--json'])).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid' } })
  })

  it('reports creds-not-found if there is no file', async () => {
    using home = new TestHome()
    const run = await home.clr(['recover', '--creds', home.at('nowhere.json')])
    expect(run).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('clr: creds-not-found: ') })
  })

  it('prints its help', async () => {
    using home = new TestHome()
    const { stdout } = await home.clr(['recover', '--help'])
    expect(stdout).toContain('Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]')
  })
})

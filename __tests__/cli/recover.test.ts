import { describe, expect, it } from '@jest/globals'
import { ClrScene } from '../../testing/clr.js'
import { OLD_PAIR, sampleText } from '../../testing/sample-login.js'

describe('clr recover', () => {
  it('has nothing to do where no run has left anything, and makes no folder', async () => {
    using scene = new ClrScene()
    const run = await scene.clr(['recover', '--json'])
    expect(run).toMatchObject({
      exitCode: 0,
      report: { refreshed: false, reason: 'still-valid', creds: scene.creds, expiresAt: '2027-01-15T08:00:00.000Z' }
    })
    expect([scene.login, scene.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it('never starts claude, and clears away what holds no pair', async () => {
    using scene = new ClrScene()
    scene.write('.claude/.credentials.json.clr/home-0/junk', 'junk')
    const run = await scene.clr(['recover', '--json'], { claude: 'takes-notes' })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect([scene.names(), scene.login]).toMatchObject([['.claude'], OLD_PAIR])
  })

  it.each([
    ['creds-invalid', sampleText({ accessToken: '', refreshToken: '' })],
    ['creds-invalid', '']
  ])('says %s of a file that holds no login', async (reason, text) => {
    using scene = new ClrScene(text)
    expect(await scene.clr(['recover', '--json'])).toMatchObject({ exitCode: 1, report: { reason } })
  })

  it('says so where there is no file', async () => {
    using scene = new ClrScene()
    const run = await scene.clr(['recover', '--creds', scene.at('nowhere.json')])
    expect(run).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('clr: creds-not-found: ') })
  })

  it('explains itself', async () => {
    using scene = new ClrScene()
    const { stdout } = await scene.clr(['recover', '--help'])
    expect(stdout).toContain('Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]')
  })
})

import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import type { TempFolder } from '../../testing/temp-folder.js'

/** Puts something unusable at `creds` in a folder. */
type Make = (folder: TempFolder, name: string) => unknown

const UNUSABLE: readonly (readonly [string, Make, string])[] = [
  ['a missing file', () => undefined, 'creds-not-found'],
  [
    'a broken link',
    (at, name) => {
      symlinkSync('gone', at.at(name))
    },
    'creds-not-found'
  ],
  [
    'a link to itself',
    (at, name) => {
      symlinkSync(name, at.at(name))
    },
    'creds-unreadable'
  ],
  [
    'a folder',
    (at, name) => {
      mkdirSync(at.at(name))
    },
    'creds-invalid'
  ],
  ['an empty file', (at, name) => at.write(name, ''), 'creds-invalid'],
  [
    '30 MB of zeros',
    (at, name) => {
      truncateSync(at.write(name, ''), 30 * 1024 * 1024)
    },
    'creds-invalid'
  ],
  ['UTF-16', (at, name) => at.write(name, Buffer.from(`\uFEFF${sampleText()}`, 'utf16le')), 'creds-invalid'],
  ['NUL bytes', (at, name) => at.write(name, Buffer.alloc(100)), 'creds-invalid'],
  ['a truncated file', (at, name) => at.write(name, sampleText().slice(0, 99)), 'creds-invalid'],
  ['a bare token', (at, name) => at.write(name, 'sk-ant-oat01-test'), 'creds-invalid'],
  ['an API key file', (at, name) => at.write(name, '{"apiKey":"sk-ant-api03-test"}'), 'creds-invalid'],
  ['a blanked login', (at, name) => at.write(name, sampleText({ accessToken: '', refreshToken: '' })), 'creds-invalid']
]

describe('clr with an unusable file', () => {
  it.each(UNUSABLE)('reports %s, and does not run claude', async (_what, make, reason) => {
    using home = new TestHome()
    make(home, 'creds')
    const before = home.names()
    const run = await home.clr(['refresh', '--creds', home.at('creds')], { claude: 'notes-its-environment' })
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    const [line = '', ...remedyAndLink] = run.stderr.trimEnd().split('\n')
    expect(line).toContain(`clr: ${reason}: `)
    expect(line).toContain(home.at('creds'))
    expect(remedyAndLink).toHaveLength(2)
    expect(run.stderr).not.toMatch(/\n\s+at |sk-ant/)
    expect(home.names()).toEqual(before)
  })
})

describe('clr with a file that holds no login', () => {
  it('reports that without waiting for a lock', async () => {
    using home = new TestHome('junk')
    mkdirSync(home.at('.claude.lock'))
    const run = await home.refresh('notes-its-environment', ['--timeout', '40'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid' } })
    expect(run.wallMs).toBeLessThan(15_000) // after 20 s it would take over the stale lock
  })

  it('names the folder with what an earlier run has left if the file is gone', async () => {
    using home = new TestHome()
    home.write('creds.clr/rescue', '')
    const run = await home.clr(['refresh', '--creds', home.at('creds')])
    expect(run.stderr).toContain(`an earlier run left something in ${home.at('creds.clr')}`)
  })
})

describe('clr with a rescue file of another login', () => {
  it('names that file in a warning', async () => {
    using home = new TestHome()
    const rescue = home.write(
      `.claude/.credentials.json.clr/rescue-20270115T080000Z-${'1'.repeat(64)}.json`,
      sampleText({ accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' })
    )
    const { report } = await home.refresh('refreshes')
    expect(report).toMatchObject({ reason: 'refreshed', warnings: [expect.stringContaining(rescue)] })
  })
})

describe('the path of the credentials file', () => {
  it.each([[[]], [['--creds', '~/.claude/.credentials.json']]])(
    'begins in HOME if it begins with ~: %j',
    async args => {
      using home = new TestHome()
      const run = await home.refresh('refreshes', args)
      expect(run).toMatchObject({ exitCode: 0, report: { creds: home.creds } })
      expect(home.login).toMatchObject(NEW_PAIR)
    }
  )

  it('is resolved from the working directory if it is relative', async () => {
    using home = new TestHome()
    const options = { claude: 'refreshes', cwd: home.at('.claude') }
    const run = await home.clr(['refresh', '--json', '--creds', '.credentials.json'], options)
    expect(run).toMatchObject({ exitCode: 0, report: { creds: home.creds } })
  })
})

import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { shellLine } from '../../src/core/shell-line.js'
import { needing } from '../../testing/needs.js'
import { CLR } from '../../testing/paths.js'
import { startProgram, type Variables } from '../../testing/program.js'
import { sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'

/** Part of util-linux: runs a command on a pseudo-terminal. */
const SCRIPT = '/usr/bin/script'

const FAR = { expiresAt: Date.UTC(2086, 0), refreshTokenExpiresAt: Date.UTC(2087, 0) }
const GREEN_OK = '\u001b[32mok'

/** What `clr status` prints on a terminal of this width. */
async function onTerminal(home: TestHome, args: readonly string[], env: Variables = {}, columns = 80): Promise<string> {
  const command = `stty cols ${columns} && ${shellLine([process.execPath, CLR, 'status', ...args])}`
  const variables = { ...home.environment(), TERM: 'xterm-256color', SHELL: '/bin/sh', ...env }
  const running = startProgram([SCRIPT, '-qec', command, '/dev/null'], { env: variables, cwd: home.path })
  return (await running.ended).stdout.replaceAll('\r\n', '\n')
}

needing(SCRIPT, existsSync(SCRIPT)).describe('clr status on a terminal', () => {
  it('uses colours', async () => {
    using home = new TestHome(sampleText(FAR))
    expect(await onTerminal(home, [])).toContain(GREEN_OK)
  })

  it.each([{ NO_COLOR: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }, { FORCE_COLOR: '0' }, { TERM: 'dumb' }])(
    'uses none if the user asks for that, or the terminal has none: %j',
    async env => {
      using home = new TestHome(sampleText(FAR))
      const shown = await onTerminal(home, [], env)
      expect(shown).toContain('  State    ok\n')
      expect(shown).not.toMatch(/[^\P{Cc}\n]/u)
    }
  )

  it('takes an empty NO_COLOR for one that is not set', async () => {
    using home = new TestHome(sampleText(FAR))
    expect(await onTerminal(home, [], { NO_COLOR: '' })).toContain(GREEN_OK)
  })

  it('makes the table as wide as the terminal', async () => {
    using home = new TestHome(sampleText(FAR))
    const long = home.write(`${'folder/'.repeat(20)}creds.json`, sampleText(FAR))
    for (const columns of [80, 120]) {
      const shown = await onTerminal(home, ['.claude/.credentials.json', long], { NO_COLOR: '1' }, columns)
      const widths = shown.split('\n').map(line => line.length)
      expect([Math.max(...widths), shown]).toEqual([expect.any(Number), expect.stringContaining('…')])
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns)
      expect(Math.max(...widths)).toBeGreaterThan(columns - 5)
    }
  })

  it('prints no colours with --json', async () => {
    using home = new TestHome(sampleText(FAR))
    expect(await onTerminal(home, ['--json'])).toMatch(/^\{"ok":true,.*\}\n$/)
  })
})

it('clr status uses no colours in a pipe, unless FORCE_COLOR asks for them', async () => {
  using home = new TestHome(sampleText(FAR))
  const env = { TERM: 'xterm-256color', COLORTERM: 'truecolor' }
  expect((await home.clr(['status'], { env })).stdout).not.toMatch(/[^\P{Cc}\n]/u)
  expect((await home.clr(['status'], { env: { ...env, FORCE_COLOR: '1' } })).stdout).toContain(GREEN_OK)
})

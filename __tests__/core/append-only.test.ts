import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { asRootThatMayMark } from '../../testing/needs.js'
import { sampleText } from '../../testing/sample-login.js'

/** A HOME in which a file or folder has an attribute of chattr(1); without it at the end of the block (`using`). */
class MarkedHome extends TestHome {
  constructor(
    private readonly attribute: 'a' | 'i',
    private readonly name: string
  ) {
    super()
  }

  mark(sign: '+' | '-' = '+'): void {
    execFileSync('chattr', [`${sign}${this.attribute}`, this.at(this.name)])
  }

  override [Symbol.dispose](): void {
    this.mark('-')
    super[Symbol.dispose]()
  }
}

asRootThatMayMark().describe('a file that could not be replaced', () => {
  it.each([
    ['an append-only folder', 'a', '.claude'],
    ['an immutable folder', 'i', '.claude'],
    ['an append-only file', 'a', '.claude/.credentials.json'],
    ['an immutable file', 'i', '.claude/.credentials.json']
  ] as const)('is refused before anything is made or spent: %s', async (_what, attribute, name) => {
    using home = new MarkedHome(attribute, name)
    home.mark()
    const run = await home.refresh('says-who-it-is')
    expect(run).toMatchObject({
      exitCode: 1,
      report: {
        reason: 'creds-not-writable',
        message: `cannot replace ${home.creds}: it, or its folder ${path.dirname(home.creds)}, is append-only or immutable (EPERM)`,
        remedy: expect.stringContaining(`\`chattr -ia ${home.creds} ${path.dirname(home.creds)}\``)
      }
    })
    expect([existsSync(home.notesPath), home.leftovers]).toEqual([false, []])
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
  })

  it('is refused by a recovery, too, which names the pair that waits', async () => {
    using home = new MarkedHome('a', '.claude')
    const rescue = `.claude/.credentials.json.clr/rescue-20261126T000000Z-${'0'.repeat(64)}.json`
    const waiting = home.write(rescue, sampleText({ refreshToken: 'sk-ant-ort01-test-waiting' }))
    home.mark()
    const run = await home.clr(['recover', '--json'])
    expect(run.report).toMatchObject({ reason: 'creds-not-writable', message: expect.stringContaining(waiting) })
    expect(existsSync(waiting)).toBe(true)
  })

  it('is read all the same: a login that is good for longer than asked is still valid', async () => {
    using home = new MarkedHome('a', '.claude')
    home.mark()
    const run = await home.refresh('says-who-it-is', ['--min-validity', '1h'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
  })
})

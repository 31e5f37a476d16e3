import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { placeCredentials } from '../../../src/action/creds-json/write-file.js'
import { removePlaced } from '../../../src/action/creds-json/remove-file.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Deadline } from '../../../src/core/deadline.js'
import { whileLocked } from '../../../src/core/locks/locks.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { addToLineage } from '../../../src/core/write-back/lineage.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { isPending } from '../../../testing/waiting.js'

const INCOMING = sampleCredentials()
const BLANKED = sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })
const NEVER = new AbortController().signal

/** A file in which credentials were placed; `before` is what it held before, if it existed. */
class PlacedFile extends TempFolder {
  readonly creds = this.at('c.json')
  readonly file = { given: this.creds, real: this.creds }

  static async make(before?: string): Promise<PlacedFile> {
    const placed = new PlacedFile()
    if (before !== undefined) placed.write('c.json', before)
    await placed.place()
    return placed
  }

  place(): Promise<boolean> {
    return placeCredentials(this.creds, INCOMING, { patience: { deadline: Deadline.after(5), cancel: NEVER } })
  }

  /** As `clr` does it: it records the new pair. */
  refresh(): void {
    addToLineage(WorkFolder.open(this.file), { ...NEW_PAIR, from: fingerprint(INCOMING) })
    writeFileSync(this.creds, sampleText(NEW_PAIR))
  }

  /** @param held the pair that the secret holds; null if no secret is named */
  remove(held: typeof NEW_PAIR | null): Promise<boolean> {
    const pairs = (held === null ? [INCOMING, NEW_PAIR] : [held]).map(fingerprint)
    return removePlaced(this.creds, { pairs, isInSecret: held !== null }, NEVER)
  }
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a file that was made from creds-json', () => {
  it.each([
    ['no secret was named', null],
    ['the secret holds what is in it', NEW_PAIR]
  ])('is removed with its record if %s', async (_why, held) => {
    using placed = await PlacedFile.make()
    placed.refresh()
    expect(await placed.remove(held)).toBe(true)
    expect(placed.names()).toEqual([])
  })

  it('stays, with its record, if the secret holds another pair: a later refresh would be lost', async () => {
    using placed = await PlacedFile.make()
    placed.refresh()
    expect(await placed.remove(OLD_PAIR)).toBe(false)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
    expect(await placed.place()).toBe(true)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it('stays if it cannot be read: it may hold a pair', async () => {
    using placed = await PlacedFile.make()
    rmSync(placed.creds)
    symlinkSync('c.json', placed.creds)
    await expect(placed.remove(OLD_PAIR)).rejects.toMatchObject({ reason: 'creds-unreadable' })
    expect(placed.names()).toContain('c.json')
  })

  it.each([null, OLD_PAIR])('stays if it is not JSON: it may hold a pair (in the secret: %j)', async held => {
    using placed = await PlacedFile.make()
    writeFileSync(placed.creds, `${sampleText(NEW_PAIR)}}`)
    expect(await placed.remove(held)).toBe(false)
    expect(placed.names()).toContain('c.json')
  })

  it('stays if it holds a pair of another program, which is in no secret and was not passed on', async () => {
    using placed = await PlacedFile.make()
    writeFileSync(placed.creds, sampleText({ ...NEW_PAIR, accessToken: 'sk-ant-oat01-test-later' }))
    expect(await placed.remove(null)).toBe(false)
    expect(placed.names()).toContain('c.json')
  })

  it('fails with `creds-not-writable` if it cannot be removed', async () => {
    using placed = await PlacedFile.make()
    rmSync(placed.creds)
    mkdirSync(placed.creds)
    await expect(placed.remove(OLD_PAIR)).rejects.toMatchObject({ reason: 'creds-not-writable' })
  })

  it.each([
    ['no secret was named', null],
    ['the secret holds what is in it', NEW_PAIR]
  ])('stays if its record is gone, and %s', async (_why, held) => {
    using placed = await PlacedFile.make()
    placed.refresh()
    rmSync(placed.at('c.json.clr/lineage.json'))
    expect(await placed.remove(held)).toBe(true)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it('is removed if it holds no login any more', async () => {
    using placed = await PlacedFile.make()
    writeFileSync(placed.creds, BLANKED)
    expect(await placed.remove(OLD_PAIR)).toBe(true)
    expect(placed.names()).toEqual([])
  })
})

describe('a file that was there before', () => {
  it('stays, with its record, if no secret holds its pair: the next job will be given the old credentials again', async () => {
    using placed = await PlacedFile.make(BLANKED)
    placed.refresh()
    expect(await placed.remove(null)).toBe(true)
    expect(await placed.place()).toBe(false)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it('stays without a record if the secret holds its pair', async () => {
    using placed = await PlacedFile.make(BLANKED)
    placed.refresh()
    expect(await placed.remove(NEW_PAIR)).toBe(true)
    expect([placed.names(), placed.text('c.json')]).toEqual([['c.json'], sampleText(NEW_PAIR)])
  })
})

describe('a file that another program has locked', () => {
  it('is waited for up to 75 s, longer than a refresh in a session of claude takes', async () => {
    using placed = await PlacedFile.make()
    const startMs = performance.now()
    const clock = jest.spyOn(performance, 'now')
    const later = (seconds: number): unknown => clock.mockReturnValue(startMs + seconds * 1_000)
    later(0)
    await whileLocked(placed.file, { deadline: Deadline.after(0), cancel: NEVER }, async () => {
      const removal = placed.remove(OLD_PAIR)
      const reason = removal.then(String, (error: unknown) => error instanceof RefreshError && error.reason)
      later(74)
      expect(await isPending(reason, 200)).toBe(true)
      later(76)
      expect(await reason).toBe('locked')
    })
    expect(existsSync(placed.creds)).toBe(true)
    later(0)
    expect(await placed.remove(OLD_PAIR)).toBe(true)
  })
})

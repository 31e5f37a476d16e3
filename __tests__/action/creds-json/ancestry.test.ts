import { linkSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { placeCredentials } from '../../../src/action/creds-json/write-file.js'
import { fingerprint, type TokenPair } from '../../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Deadline } from '../../../src/core/deadline.js'
import { whileLocked } from '../../../src/core/locks/locks.js'
import { recoverAbandoned } from '../../../src/core/recovery/abandoned-run.js'
import { addToLineage, readLineage } from '../../../src/core/write-back/lineage.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const STRANGER = { accessToken: 'sk-ant-oat01-test-s', refreshToken: 'sk-ant-ort01-test-s' }
const NEXT_OF_STRANGER = { accessToken: 'sk-ant-oat01-test-t', refreshToken: 'sk-ant-ort01-test-t' }
const NEVER = new AbortController().signal

/** A file in which the old pair was placed as `creds-json`. */
class PlacedFile extends TempFolder {
  readonly creds = this.at('c.json')
  readonly file = { given: this.creds, real: this.creds }

  static async make(): Promise<PlacedFile> {
    const placed = new PlacedFile()
    await placed.place(OLD_PAIR)
    return placed
  }

  place(incoming: TokenPair): Promise<boolean> {
    return placeCredentials(this.creds, sampleCredentials(incoming), {
      patience: { deadline: Deadline.after(5), cancel: NEVER }
    })
  }

  /** Puts on record that one pair came of another, as a run does before it writes that one back. */
  record(from: TokenPair, added: TokenPair): void {
    addToLineage(this.folder, { ...added, from: fingerprint(from) })
  }

  /** Leaves a pair in a rescue file, as one that came of another. */
  rescue(from: TokenPair, pair: TokenPair): void {
    this.write(`c.json.clr/rescue-20270115T080000Z-${fingerprint(from)}.json`, sampleText(pair))
  }

  recover(): Promise<unknown> {
    return recoverAbandoned({ file: this.file, folder: this.folder, insist: NEVER })
  }

  get folder(): WorkFolder {
    return WorkFolder.open(this.file)
  }

  put(pair: TokenPair): void {
    writeFileSync(this.creds, sampleText(pair))
  }
}

/** Refuses these credentials, because those in the file do not come of them; the file stays as it is. */
async function expectRefusal(placed: PlacedFile, incoming: TokenPair): Promise<void> {
  const text = readFileSync(placed.creds, 'utf8')
  await expect(placed.place(incoming)).rejects.toMatchObject({ reason: 'usage' })
  expect(readFileSync(placed.creds, 'utf8')).toBe(text)
}

describe('credentials that came in by creds-json', () => {
  it('take no older pair of their login for their own: its refresh token is spent', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    await expectRefusal(placed, NEW_PAIR)
  })

  it('take no pair for their own that only came of somebody else’s', async () => {
    using placed = await PlacedFile.make()
    placed.record(STRANGER, NEXT_OF_STRANGER)
    placed.put(NEXT_OF_STRANGER)
    await expectRefusal(placed, OLD_PAIR)
  })

  it('take no pair for their own that recovery found, and that came of somebody else’s', async () => {
    using placed = await PlacedFile.make()
    placed.rescue(STRANGER, NEXT_OF_STRANGER)
    await placed.recover()
    placed.put(NEXT_OF_STRANGER)
    await expectRefusal(placed, OLD_PAIR)
  })

  it('know a pair that came of theirs, and that recovery takes up from a rescue file', async () => {
    using placed = await PlacedFile.make()
    placed.rescue(OLD_PAIR, NEW_PAIR)
    await placed.recover()
    expect(await placed.place(OLD_PAIR)).toBe(true)
    expect(JSON.parse(placed.text('c.json'))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('take nothing for their own if they are not on record themselves', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    await expectRefusal(placed, STRANGER)
    placed.put(NEW_PAIR)
    await expectRefusal(placed, STRANGER)
  })

  it('take no ancestor for their own that is put on record once more', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    placed.record(NEW_PAIR, OLD_PAIR)
    await expectRefusal(placed, NEW_PAIR)
    expect(readLineage(placed.folder)?.pairs).toEqual([OLD_PAIR, NEW_PAIR].map(fingerprint))
  })

  it('leave the record as it was if they could not be put in place', async () => {
    using placed = await PlacedFile.make()
    placed.put({ accessToken: '', refreshToken: '' })
    linkSync(placed.creds, placed.at('another-name'))
    await expect(placed.place(STRANGER)).rejects.toMatchObject({ reason: 'creds-not-writable' })
    expect(readLineage(placed.folder)?.pairs).toEqual([fingerprint(OLD_PAIR)])
  })

  it('give way to a pair that another run gets of theirs while they wait for it', async () => {
    using placed = await PlacedFile.make()
    placed.put({ accessToken: '', refreshToken: '' })
    const { placing } = await whileLocked(placed.file, { deadline: Deadline.after(0), cancel: NEVER }, () => {
      const placing = placed.place(OLD_PAIR) // has looked at the file by now, and found a lock
      placed.record(OLD_PAIR, NEW_PAIR)
      placed.put(NEW_PAIR)
      return Promise.resolve({ placing })
    })
    expect(await placing).toBe(true)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it('know a pair that came of their refresh token beside a newer access token', async () => {
    using placed = new PlacedFile()
    const newer = { ...OLD_PAIR, accessToken: 'sk-ant-oat01-test-newer' }
    placed.put(newer)
    await placed.place(OLD_PAIR)
    placed.record(newer, NEW_PAIR)
    placed.put(NEW_PAIR)
    expect(await placed.place(OLD_PAIR)).toBe(false)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it('know a pair that came of theirs by two refreshes', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    placed.record(NEW_PAIR, STRANGER)
    placed.put(STRANGER)
    expect(await placed.place(NEW_PAIR)).toBe(true)
    expect(await placed.place(OLD_PAIR)).toBe(true)
    expect(placed.text('c.json')).toBe(sampleText(STRANGER))
  })
})

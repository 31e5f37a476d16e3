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

  /** Records that one pair descends from another, as a run does before it writes that pair back. */
  record(from: TokenPair, added: TokenPair): void {
    addToLineage(this.folder, { ...added, from: fingerprint(from) })
  }

  /** Leaves a pair in a rescue file that descends from another. */
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

/** Expects a refusal, because the pair in the file does not descend from these credentials; the file stays as it is. */
async function expectRefusal(placed: PlacedFile, incoming: TokenPair): Promise<void> {
  const text = readFileSync(placed.creds, 'utf8')
  await expect(placed.place(incoming)).rejects.toMatchObject({ reason: 'usage' })
  expect(readFileSync(placed.creds, 'utf8')).toBe(text)
}

describe('creds-json, if the file already has a pair', () => {
  it('is refused if that is an older pair of the same login: its refresh token is used up', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    await expectRefusal(placed, NEW_PAIR)
  })

  it('is refused if that pair descends from another login', async () => {
    using placed = await PlacedFile.make()
    placed.record(STRANGER, NEXT_OF_STRANGER)
    placed.put(NEXT_OF_STRANGER)
    await expectRefusal(placed, OLD_PAIR)
  })

  it('is refused if that pair was recovered, and descends from another login', async () => {
    using placed = await PlacedFile.make()
    placed.rescue(STRANGER, NEXT_OF_STRANGER)
    await placed.recover()
    placed.put(NEXT_OF_STRANGER)
    await expectRefusal(placed, OLD_PAIR)
  })

  it('gives way to a descendant that was recovered from a rescue file', async () => {
    using placed = await PlacedFile.make()
    placed.rescue(OLD_PAIR, NEW_PAIR)
    await placed.recover()
    expect(await placed.place(OLD_PAIR)).toBe(true)
    expect(JSON.parse(placed.text('c.json'))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('is refused if it is not on record itself', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    await expectRefusal(placed, STRANGER)
    placed.put(NEW_PAIR)
    await expectRefusal(placed, STRANGER)
  })

  it('is refused if that pair is an ancestor that was recorded again', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    placed.record(NEW_PAIR, OLD_PAIR)
    await expectRefusal(placed, NEW_PAIR)
    expect(readLineage(placed.folder)?.pairs).toEqual([OLD_PAIR, NEW_PAIR].map(fingerprint))
  })

  it('leaves the record unchanged if it could not be placed', async () => {
    using placed = await PlacedFile.make()
    placed.put({ accessToken: '', refreshToken: '' })
    linkSync(placed.creds, placed.at('another-name'))
    await expect(placed.place(STRANGER)).rejects.toMatchObject({ reason: 'creds-not-writable' })
    expect(readLineage(placed.folder)?.pairs).toEqual([fingerprint(OLD_PAIR)])
  })

  it('does not overwrite a pair that another run makes from it while it waits for that run', async () => {
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

  it('gives way to a pair that descends from its refresh token with a newer access token', async () => {
    using placed = new PlacedFile()
    const newer = { ...OLD_PAIR, accessToken: 'sk-ant-oat01-test-newer' }
    placed.put(newer)
    await placed.place(OLD_PAIR)
    placed.record(newer, NEW_PAIR)
    placed.put(NEW_PAIR)
    expect(await placed.place(OLD_PAIR)).toBe(false)
    expect(placed.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it('gives way to a pair that descends from it by two refreshes', async () => {
    using placed = await PlacedFile.make()
    placed.record(OLD_PAIR, NEW_PAIR)
    placed.record(NEW_PAIR, STRANGER)
    placed.put(STRANGER)
    expect(await placed.place(NEW_PAIR)).toBe(true)
    expect(await placed.place(OLD_PAIR)).toBe(true)
    expect(placed.text('c.json')).toBe(sampleText(STRANGER))
  })
})

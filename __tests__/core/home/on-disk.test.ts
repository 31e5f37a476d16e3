import nodeFs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { rescue } from '../../../src/core/recovery/rescue-file.js'
import { sampleCredentials, sampleText } from '../../../testing/sample-login.js'
import { UNKNOWN_ORIGIN } from '../../../src/core/home/seeded-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

let temp: TempFolder
let folder: WorkFolder
beforeEach(() => {
  temp = new TempFolder()
  folder = WorkFolder.open(findCredentialsFile(temp.write('.credentials.json', sampleText())))
})
afterEach(() => {
  jest.restoreAllMocks()
  temp[Symbol.dispose]()
})

/** The entries that `work` synced to disk: each is opened for reading. */
function syncedBy(work: () => void): readonly unknown[] {
  const open = jest.spyOn(nodeFs, 'openSync')
  work()
  return open.mock.calls.filter(([, flags]) => flags === 'r').map(([entry]) => entry)
}

describe('clr, so that a power cut loses nothing', () => {
  it('syncs the record of a HOME before a token can be sent from it', () => {
    const home = IsolatedHome.create(folder, sampleCredentials())
    const synced = syncedBy(() => {
      home.reserve()
    })
    expect(synced).toEqual([path.join(home.path, 'run.json'), home.path, folder.path])
  })

  it('syncs the folder of a new rescue file', () => {
    expect(syncedBy(() => rescue(folder, {}, UNKNOWN_ORIGIN))).toEqual([folder.path])
  })
})

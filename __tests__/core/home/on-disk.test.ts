import nodeFs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { rescue } from '../../../src/core/recovery/rescue-file.js'
import { sampleCredentials, sampleText } from '../../../testing/sample-login.js'
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

/** What was put on the disk by name meanwhile: each entry is opened for that. */
function syncedBy(work: () => void): readonly unknown[] {
  const open = jest.spyOn(nodeFs, 'openSync')
  work()
  return open.mock.calls.filter(([, flags]) => flags === 'r').map(([entry]) => entry)
}

describe('what has to outlive a power cut is on the disk, and so is the way to it', () => {
  it('has the record of a HOME before anything is spent in it', () => {
    const home = IsolatedHome.create(folder, sampleCredentials())
    const synced = syncedBy(() => {
      home.reserve()
    })
    expect(synced).toEqual([path.join(home.path, 'run.json'), home.path, folder.path])
  })

  it('has the name of a rescue file', () => {
    expect(syncedBy(() => rescue(folder, {}, '0'.repeat(64)))).toEqual([folder.path])
  })
})

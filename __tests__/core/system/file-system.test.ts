import { describe, expect } from '@jest/globals'
import { isMountPoint } from '../../../src/core/system/file-system.js'
import { onLinux } from '../../../testing/needs.js'
import { TempFolder } from '../../../testing/temp-folder.js'

describe('isMountPoint', () => {
  onLinux.it('is true of a mount point only', () => {
    using folder = new TempFolder()
    expect([isMountPoint('/proc'), isMountPoint(folder.write('a file', ''))]).toEqual([true, false])
  })
})

import { describe, expect } from '@jest/globals'
import { isMountPoint } from '../../../src/refresh/system/mount-point.js'
import { onLinux } from '../../fixtures/needs.js'
import { TempFolder } from '../../fixtures/temp-folder.js'

describe('isMountPoint', () => {
  onLinux.it('knows a mount, and what is none', () => {
    using folder = new TempFolder()
    expect([isMountPoint('/proc'), isMountPoint(folder.write('a file', ''))]).toEqual([true, false])
  })
})

import { describe, expect, it } from '@jest/globals'
import { isMountPoint } from '../../../src/refresh/system/mount-point.js'
import { TempFolder } from '../../fixtures/temp-folder.js'

const onLinux = process.platform === 'linux' ? it : it.skip

describe('isMountPoint', () => {
  onLinux('knows a mount, and what is none', () => {
    using folder = new TempFolder()
    expect([isMountPoint('/proc'), isMountPoint(folder.write('a file', ''))]).toEqual([true, false])
  })
})

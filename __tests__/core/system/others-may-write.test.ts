import { describe, expect, it } from '@jest/globals'
import { othersMayWrite } from '../../../src/core/system/others-may-write.js'

const US = 1000

describe('othersMayWrite', () => {
  it.each([
    ['ours', { uid: US, gid: 1000, mode: 0o40755 }],
    ['root’s', { uid: 0, gid: 0, mode: 0o40755 }],
    ['ours, and the group of root may write', { uid: US, gid: 0, mode: 0o40775 }],
    ['ours, and private', { uid: US, gid: 1000, mode: 0o100600 }]
  ])('is false for what is %s', (_what, stats) => {
    expect(othersMayWrite(stats, US)).toBe(false)
  })

  it.each([
    ['is another user’s', { uid: 1001, gid: 1000, mode: 0o40700 }],
    ['is ours, and everybody may write', { uid: US, gid: 1000, mode: 0o40757 }],
    ['is root’s, and everybody may write', { uid: 0, gid: 0, mode: 0o40777 }],
    ['is root’s, everybody may write, and it is sticky', { uid: 0, gid: 0, mode: 0o41777 }],
    ['is ours, and a group may write', { uid: US, gid: 1000, mode: 0o40775 }]
  ])('is true for what %s', (_what, stats) => {
    expect(othersMayWrite(stats, US)).toBe(true)
  })

  it('takes everything but root’s for another user’s if we are root', () => {
    expect(othersMayWrite({ uid: US, gid: US, mode: 0o40755 }, 0)).toBe(true)
  })
})

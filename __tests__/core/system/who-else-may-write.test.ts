import { describe, expect, it } from '@jest/globals'
import { whoElseMayWrite } from '../../../src/core/system/who-else-may-write.js'

const US = 1000

describe('whoElseMayWrite', () => {
  it.each([
    ['ours', { uid: US, gid: 1000, mode: 0o40755 }],
    ['root’s', { uid: 0, gid: 0, mode: 0o40755 }],
    ['ours, and the group of root may write', { uid: US, gid: 0, mode: 0o40775 }],
    ['ours, and private', { uid: US, gid: 1000, mode: 0o100600 }]
  ])('is nobody if it is %s', (_what, stats) => {
    expect(whoElseMayWrite(stats, US)).toBeNull()
  })

  it.each([
    ['owner', 'is another user’s', { uid: 1001, gid: 1000, mode: 0o40700 }],
    ['everybody', 'is ours, and everybody may write', { uid: US, gid: 1000, mode: 0o40757 }],
    ['everybody', 'is root’s, and everybody may write', { uid: 0, gid: 0, mode: 0o40777 }],
    ['everybody', 'is root’s, everybody may write, and it is sticky', { uid: 0, gid: 0, mode: 0o41777 }],
    ['group', 'is ours, and a group may write', { uid: US, gid: 1000, mode: 0o40775 }]
  ])('is the %s if it %s', (who, _what, stats) => {
    expect(whoElseMayWrite(stats, US)).toBe(who)
  })

  it('counts everything but root’s own as another user’s if we are root', () => {
    expect(whoElseMayWrite({ uid: US, gid: US, mode: 0o40755 }, 0)).toBe('owner')
  })
})

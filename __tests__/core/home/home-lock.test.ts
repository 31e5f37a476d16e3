import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { lockHoldingIn, lockPathOf } from '../../../src/core/home/home-lock.js'
import { TempFolder } from '../../../testing/temp-folder.js'

it('the lock in a HOME is free only if it does not exist; an unreadable one counts as held, for an infinite time', () => {
  using home = new TempFolder()
  const lock = lockPathOf(home.path)
  expect(lockHoldingIn(home.path)).toBeNull()
  mkdirSync(lock)
  expect(lockHoldingIn(home.path)).toMatchObject({ id: expect.stringMatching(/^\d+:\d+$/) })
  rmSync(lock, { recursive: true })
  symlinkSync(lock, lock)
  expect(lockHoldingIn(home.path)).toEqual({ id: 'unknown', ageMs: Infinity })
})

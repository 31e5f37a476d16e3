import { describe, expect, it } from '@jest/globals'
import { ConcurrencyGroup } from '../../../bench/year/concurrency-group.js'

describe('a concurrency group of GitHub', () => {
  it('lets one run at a time', () => {
    const group = new ConcurrencyGroup<string>()
    expect(group.enter('a')).toEqual({ mayStart: true, cancelled: null })
    expect(group.enter('b')).toEqual({ mayStart: false, cancelled: null })
    expect(group.leave()).toBe('b')
    expect(group.enter('c')).toEqual({ mayStart: false, cancelled: null })
  })

  it('cancels the one that waits, if a newer one has to wait', () => {
    const group = new ConcurrencyGroup<string>()
    group.enter('a')
    group.enter('b')
    expect(group.enter('c')).toEqual({ mayStart: false, cancelled: 'b' })
    expect(group.leave()).toBe('c')
  })

  it('is free again after the last one', () => {
    const group = new ConcurrencyGroup<string>()
    group.enter('a')
    expect(group.leave()).toBeNull()
    expect(group.enter('b').mayStart).toBe(true)
  })
})

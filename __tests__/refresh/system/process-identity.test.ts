import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { identityFromStat, isAlive, ownIdentity, parseIdentity } from '../../../src/refresh/system/process-identity.js'

describe('isAlive', () => {
  it('proves that this very process runs', () => {
    expect(isAlive(ownIdentity())).toBe('yes')
  })

  it('tells a process from the one that had its number before', () => {
    expect(isAlive({ ...ownIdentity(), startTicks: '1' })).toBe('no')
  })

  it('proves that a process has ended', async () => {
    const child = spawn('/bin/sleep', ['60'], { env: {} })
    const identity = identityFromStat(readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8'))
    if (identity === null) throw new Error('no identity')
    expect(isAlive(identity)).toBe('yes')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(identity)).toBe('no')
  })

  it.each([
    { bootId: 'another' },
    { pidNamespace: 'pid:[1]' },
    { bootId: null },
    { pidNamespace: null },
    { startTicks: null }
  ])('proves nothing where the record says %j', other => {
    expect(isAlive({ ...ownIdentity(), ...other })).toBe('unknown')
  })
})

describe('identityFromStat', () => {
  it('reads a name with blanks and brackets in it', () => {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const odd = stat.replace(/\(.*\)/, '(a) b (c 1 2 3)')
    expect(identityFromStat(odd)).toEqual(identityFromStat(stat))
    expect(identityFromStat(stat)).toEqual(ownIdentity())
  })

  it('knows no start time where only a pid was told', () => {
    expect(identityFromStat('4711\n')).toMatchObject({ pid: 4711, startTicks: null })
  })

  it.each(['', 'x', '0 (x) S', '1 (init) S', '-5', '1e99'])('refuses %j', stat => {
    expect(identityFromStat(stat)).toBeNull()
  })
})

describe('parseIdentity', () => {
  it('reads back what was written', () => {
    expect(parseIdentity(JSON.parse(JSON.stringify(ownIdentity())))).toEqual(ownIdentity())
  })

  it('takes that of a container’s first process, which has the number 1', () => {
    expect(parseIdentity({ ...ownIdentity(), pid: 1 })).toMatchObject({ pid: 1 })
  })

  it.each([null, [], 'x', {}, { pid: '5' }, { pid: -7 }, { pid: 0 }, { pid: 2.5 }, { pid: 1e300 }])(
    'refuses %j',
    value => {
      expect(parseIdentity(value)).toBeNull()
    }
  )

  it('takes what is no text for unknown', () => {
    const unknown = { startTicks: null, bootId: null, pidNamespace: null }
    expect(parseIdentity({ pid: 5, startTicks: 7, bootId: {}, pidNamespace: [] })).toEqual({ pid: 5, ...unknown })
  })
})

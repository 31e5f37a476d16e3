import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, jest } from '@jest/globals'
import { darwinProcesses, linuxProcesses, type ProcessTable } from '../../../src/core/system/process-table.js'
import {
  identityFromStat,
  identityOf,
  isAlive,
  ownIdentity,
  parseIdentity,
  type ProcessIdentity
} from '../../../src/core/system/process-identity.js'
import { Zombie } from '../../../testing/zombie.js'

/** macOS, as far as Linux can stand in for it: `ps` is real on both. */
const darwin = darwinProcesses((program, args) => {
  if (program === '/usr/sbin/sysctl') return '0B00715E-5510-4000-8000-000000000000'
  const { status, stdout } = spawnSync(program, args, { env: { LC_ALL: 'C', TZ: 'UTC' }, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
})

const SYSTEMS: readonly (readonly [string, ProcessTable])[] = [
  ...(process.platform === 'linux' ? [['Linux', linuxProcesses] as const] : []),
  ['macOS', darwin]
]

function identify(pid: number | undefined, processes: ProcessTable): ProcessIdentity {
  const identity = identityOf(pid ?? 0, processes)
  if (identity === null) throw new Error('no identity')
  return identity
}

describe.each(SYSTEMS)('isAlive on %s', (_name, processes) => {
  const own = identify(process.pid, processes)

  it('proves that this process runs', () => {
    expect(isAlive(own, processes)).toBe('yes')
  })

  it('distinguishes a process from an earlier one with the same pid', () => {
    expect(isAlive({ ...own, startTicks: 'Thu Nov 26 03:07:36 2020' }, processes)).toBe('no')
  })

  it('proves that a process has ended', async () => {
    const child = spawn('/bin/sleep', ['60'], { env: {} })
    const identity = identify(child.pid, processes)
    expect(isAlive(identity, processes)).toBe('yes')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(identity, processes)).toBe('no')
  })

  it('counts a zombie as ended', async () => {
    using zombie = await Zombie.start()
    const identity = identify(zombie.pid, processes)
    expect(isAlive(identity, processes)).toBe('yes')
    await zombie.die()
    expect(processes.see(zombie.pid)).toEqual({ start: identity.startTicks, isZombie: true })
    expect(isAlive(identity, processes)).toBe('no')
  })

  it.each([
    { bootId: 'another' },
    { pidNamespace: 'pid:[1]' },
    { bootId: null },
    { pidNamespace: null },
    { startTicks: null }
  ])('proves nothing if the record says %j', other => {
    expect(isAlive({ ...own, ...other }, processes)).toBe('unknown')
  })

  it('proves nothing about a running process that the system does not show', () => {
    expect(isAlive(own, { ...processes, see: () => null })).toBe('unknown')
  })

  it('proves nothing about another user’s process that it may not signal and the system does not show', () => {
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
    })
    expect(isAlive(own, { ...processes, see: () => null })).toBe('unknown')
    kill.mockRestore()
  })
})

describe.each(SYSTEMS)('identityFromStat on %s', (_name, processes) => {
  it('reads what a shell recorded about itself before it became another program', async () => {
    const script = `${processes.recordInShell}; printf "%s\\n" "$stat"; exec sleep 600`
    const child = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
    const record: unknown = (await once(child.stdout, 'data'))[0]
    expect(identityFromStat(String(record), processes.scope())).toEqual(identify(child.pid, processes))
    child.kill('SIGKILL')
  })
})

describe('identityFromStat', () => {
  const fields = Array.from({ length: 50 }, (_, at) => String(at + 3)) // the third is the state; the 22nd is "22"

  it('reads a process name with blanks and brackets', () => {
    expect(identityFromStat(`4711 (a) b (c 1 2 3) ${fields.join(' ')}\n`)).toMatchObject({
      pid: 4711,
      startTicks: '22'
    })
  })

  it.each(['4711\n', '4711 ', '4711 (sh) S 1 2', '4711 (sh', '4711 Thu Nov 26 03:0', '4711 ps: not found'])(
    'finds no start time in %j',
    stat => {
      expect(identityFromStat(stat)).toMatchObject({ pid: 4711, startTicks: null })
    }
  )

  it.each(['', 'x', '0 (x) S', '1 (init) S', '-5', '1e99'])('refuses %j', stat => {
    expect(identityFromStat(stat)).toBeNull()
  })
})

describe('identityOf', () => {
  it.each([0, 1, -1])('identifies no process with the pid %j', pid => {
    const seesAll = { ...linuxProcesses, see: () => ({ start: '1', isZombie: false }) }
    expect(identityOf(pid, seesAll)).toBeNull()
  })
})

describe('macOS', () => {
  it('is asked for its boot id only once', () => {
    const asked: string[] = []
    const processes = darwinProcesses(program => {
      asked.push(program)
      return 'B'
    })
    expect([processes.scope(), processes.scope()]).toEqual(Array(2).fill({ bootId: 'B', pidNamespace: 'darwin' }))
    expect(asked).toEqual(['/usr/sbin/sysctl'])
  })

  it.each([null, '', 'Ss', 'usage: ps', 'Ss Do 26 Nov 2026 03:07:36'])('shows no process if ps says %j', answer => {
    expect(darwinProcesses(() => answer).see(4711)).toBeNull()
  })

  it('reads a date whose day has one digit', () => {
    const ps = 'Z    Thu Nov  5 03:07:36 2026'
    expect(darwinProcesses(() => ps).see(4711)).toEqual({ start: 'Thu Nov  5 03:07:36 2026', isZombie: true })
  })
})

describe('ownIdentity', () => {
  it('is the same as another process finds', () => {
    expect(ownIdentity()).toEqual(identityOf(process.pid))
  })
})

describe('parseIdentity', () => {
  it('reads back what was written', () => {
    expect(parseIdentity(JSON.parse(JSON.stringify(ownIdentity())))).toEqual(ownIdentity())
  })

  it('accepts a container’s first process, which has the pid 1', () => {
    expect(parseIdentity({ ...ownIdentity(), pid: 1 })).toMatchObject({ pid: 1 })
  })

  it.each([null, [], 'x', {}, { pid: '5' }, { pid: -7 }, { pid: 0 }, { pid: 2.5 }, { pid: 1e300 }])(
    'refuses %j',
    value => {
      expect(parseIdentity(value)).toBeNull()
    }
  )

  it('reads null for a field that is not text', () => {
    const unknown = { startTicks: null, bootId: null, pidNamespace: null }
    expect(parseIdentity({ pid: 5, startTicks: 7, bootId: {}, pidNamespace: [] })).toEqual({ pid: 5, ...unknown })
  })
})

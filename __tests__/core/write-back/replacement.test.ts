import { execFileSync } from 'node:child_process'
import nodeFs, { chmodSync, chownSync, readdirSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { RefreshError } from '../../../src/core/reasons.js'
import { errorCode } from '../../../src/core/system/system-error.js'
import { Replacement, type ReplacementFs } from '../../../src/core/write-back/replacement.js'
import { faultyFs, shortWritingFs } from '../../../testing/faulty-fs.js'
import { asRoot } from '../../../testing/needs.js'
import { refusalOf } from '../../../testing/refusal.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const OLD = sampleText()
const NEW = `${sampleText({ accessToken: 'sk-ant-oat01-test-new' })}\n`

let folder: TempFolder
beforeEach(() => {
  folder = new TempFolder()
  folder.write('c.json', OLD)
  folder.write('work/other', '')
})
afterEach(() => {
  folder[Symbol.dispose]()
})

function reserve(fs: ReplacementFs = nodeFs): Replacement {
  const file = folder.at('c.json')
  return Replacement.reserve({ given: file, real: file }, folder.at('work/new'), { fs })
}

/** Replaces the file as a run does; returns the code or reason with which it failed, or null. */
function replace(fs: ReplacementFs = nodeFs): string | null {
  let replacement: Replacement | undefined
  try {
    replacement = reserve(fs)
    replacement.commit(() => ({ text: NEW }))
    return null
  } catch (error) {
    return error instanceof RefreshError ? error.reason : errorCode(error)
  } finally {
    replacement?.discard()
  }
}

const openFiles = () => readdirSync('/proc/self/fd').length
const stateOf = (name: string) => {
  const { mode, uid, gid } = statSync(folder.at(name))
  return { mode: mode & 0o7777, uid, gid }
}

describe('Replacement', () => {
  it('replaces the old text by the new, and leaves nothing else behind', () => {
    expect(replace()).toBeNull()
    expect(folder.text('c.json')).toBe(NEW)
    expect(folder.names('work')).toEqual(['other'])
  })

  it('changes nothing until it is committed, and is removed if it is discarded', () => {
    const replacement = reserve()
    expect(folder.text('c.json')).toBe(OLD)
    replacement.discard()
    replacement.discard()
    expect(folder.text('c.json')).toBe(OLD)
    expect(folder.names('work')).toEqual(['other'])
  })

  it('has its space on disk before the token is spent, with room for a longer text', () => {
    const replacement = reserve()
    const { size, blocks } = statSync(folder.at('work/new'))
    expect(size).toBeGreaterThanOrEqual(OLD.length + 8192)
    expect(blocks * 512).toBeGreaterThanOrEqual(size)
    replacement.discard()
  })

  it.each(['600', '640', '644', '400', '660'])('keeps the mode %s', octal => {
    const mode = Number.parseInt(octal, 8)
    chmodSync(folder.at('c.json'), mode)
    expect(replace()).toBeNull()
    expect(stateOf('c.json').mode).toBe(mode)
  })

  it('is never readable by other users, not even at first', () => {
    chmodSync(folder.at('c.json'), 0o644)
    const modes: unknown[] = []
    const spying = new Proxy(nodeFs, {
      get(target, name): unknown {
        if (name === 'openSync') {
          return (file: string, flags: string | number, mode?: number) => {
            if (typeof flags === 'string' && flags.includes('w')) modes.push([flags, mode])
            return target.openSync(file, flags, mode)
          }
        }
        return Reflect.get(target, name)
      }
    })
    expect(replace(spying)).toBeNull()
    expect(modes).toEqual([['wx', 0o600]])
  })

  asRoot.it('keeps the owner and group of another user', () => {
    chownSync(folder.at('c.json'), 12_345, 54_321)
    expect(replace()).toBeNull()
    expect(stateOf('c.json')).toEqual({ mode: 0o600, uid: 12_345, gid: 54_321 })
  })

  it('takes mode and owner from the file that was read, even if they have changed since', () => {
    chmodSync(folder.at('c.json'), 0o644)
    const { uid, gid } = statSync(folder.at('c.json'))
    const file = folder.at('c.json')
    const like = { mode: 0o100600, uid, gid }
    Replacement.reserve({ given: file, real: file }, folder.at('work/new'), { like }).commit(() => ({ text: NEW }))
    expect(stateOf('c.json').mode).toBe(0o600)
  })

  it.each([
    ['a pipe', () => execFileSync('mkfifo', [folder.at('c.json')])],
    [
      'a link',
      () => {
        nodeFs.symlinkSync('work/other', folder.at('c.json'))
      }
    ]
  ])('refuses at once if the file has become %s', (_kind, make) => {
    nodeFs.rmSync(folder.at('c.json'))
    make()
    expect(refusalOf(() => reserve()).reason).toBe('creds-not-writable')
    expect(folder.names('work')).toEqual(['other'])
  })

  it('writes the whole text even if the system accepts only small pieces', () => {
    expect(replace(shortWritingFs(7))).toBeNull()
    expect(folder.text('c.json')).toBe(NEW)
  })

  it('does not follow a link at the path of its own file', () => {
    folder.write('victim', 'precious')
    nodeFs.symlinkSync('../victim', folder.at('work/new'))
    expect(refusalOf(() => reserve()).reason).toBe('creds-not-writable')
    expect(folder.text('victim')).toBe('precious')
  })
})

describe('a replacement, system call by system call', () => {
  const sound = faultyFs({ nth: Infinity, code: '' })

  /** The calls of a run in which nothing fails, in order. */
  function callsOfARun(): readonly string[] {
    if (sound.calls.length === 0) {
      expect(replace(sound.fs)).toBeNull()
      folder.write('c.json', OLD)
    }
    return sound.calls
  }

  it('syncs the new text before the rename, and the folder after it', () => {
    const calls = callsOfARun()
    const rename = calls.indexOf('renameSync')
    const synced = calls.slice(0, rename).lastIndexOf('fsyncSync')
    expect(calls.slice(0, synced).lastIndexOf('writeSync')).toBeGreaterThan(calls.indexOf('fsyncSync'))
    expect(calls.slice(synced, rename)).not.toContain('writeSync')
    expect(calls.slice(rename)).toContain('fsyncSync')
  })

  it('leaves the file complete, old or new, whichever call fails', () => {
    const calls = callsOfARun()
    expect(calls.length).toBeGreaterThan(12)
    for (const [index, call] of calls.entries()) {
      folder.write('c.json', OLD)
      const failed = replaceQuietly(index + 1)
      const isNew = index > calls.indexOf('renameSync')
      expect([call, folder.text('c.json')]).toEqual([call, isNew ? NEW : OLD])
      expect([call, isNew || failed !== null]).toEqual([call, true])
    }
  })

  it('leaves neither a file nor an open descriptor behind, whichever call fails', () => {
    const calls = callsOfARun()
    for (const [index, call] of calls.entries()) {
      if (call === 'rmSync') continue // then it cannot be removed
      folder.write('c.json', OLD)
      const before = openFiles()
      replaceQuietly(index + 1)
      expect([call, folder.names('work')]).toEqual([call, ['other']])
      expect([call, openFiles()]).toEqual([call, before])
    }
  })

  it('reports a failed reservation before the token is spent', () => {
    const reservation = callsOfARun().slice(0, callsOfARun().indexOf('ftruncateSync') - 1)
    expect(reservation).toContain('fsyncSync')
    for (const index of reservation.keys()) {
      expect(replace(faultyFs({ nth: index + 1, code: 'EIO' }).fs)).toBe('creds-not-writable')
    }
  })

  it('never throws when it is discarded', () => {
    for (const call of ['closeSync', 'rmSync']) {
      const faulty = faultyFs({ nth: call === 'closeSync' ? 2 : 1, code: 'EIO', call })
      const replacement = reserve(faulty.fs)
      expect([
        call,
        quietly(() => {
          replacement.discard()
        })
      ]).toEqual([call, null])
      nodeFs.rmSync(folder.at('work/new'), { force: true })
    }
  })

  it.each([
    ['openSync', 'EROFS'],
    ['openSync', 'EPERM'],
    ['writeSync', 'ENOSPC'],
    ['writeSync', 'EDQUOT'],
    ['fsyncSync', 'EIO']
  ])('names the cause of a failure: %s with %s', (call, code) => {
    expectCauseNamed(call, code)
  })

  asRoot.it('names the cause of a failure: the owner cannot be set', () => {
    chownSync(folder.at('c.json'), 12_345, 54_321)
    expectCauseNamed('fchownSync', 'EPERM')
  })

  function expectCauseNamed(call: string, code: string): void {
    const { reason, message } = refusalOf(() => reserve(faultyFs({ nth: 1, code, call }).fs))
    expect(reason).toBe('creds-not-writable')
    expect(message).toContain(code)
    expect(message).toContain(folder.at('c.json'))
    expect(folder.names('work')).toEqual(['other'])
  }

  it('replaces a file that cannot be opened for writing: a rename only needs write access to the folder', () => {
    expect(replace(faultyFs({ nth: 1, code: 'EACCES', call: 'openSync' }).fs)).toBeNull()
    expect(folder.text('c.json')).toBe(NEW)
  })

  function replaceQuietly(nth: number): string | null {
    let result: string | null = null
    const thrown = quietly(() => {
      result = replace(faultyFs({ nth, code: 'EIO' }).fs)
    })
    return thrown ?? result
  }
})

function quietly(call: () => void): string | null {
  try {
    call()
    return null
  } catch (error) {
    return String(error)
  }
}

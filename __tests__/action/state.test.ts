import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readState, saveState, saveStateOrRefuse } from '../../src/action/state.js'
import { refusalOf } from '../../testing/refusal.js'
import { TempFolder } from '../../testing/temp-folder.js'
import { parseFileCommands } from '../../testing/action-copy.js'

const ROOT = path.resolve(import.meta.dirname, '../..')

describe('saveState', () => {
  it('tells post by the file of the runner; the last value counts', () => {
    using temp = new TempFolder()
    const env = { GITHUB_STATE: temp.write('state', '') }
    saveState(env, 'creds', '/a file\nwith=two<<lines')
    saveState(env, 'stored', 'one')
    saveState(env, 'stored', 'two')
    expect(parseFileCommands(temp.text('state'))).toEqual({ creds: '/a file\nwith=two<<lines', stored: 'two' })
  })

  it.each([
    [{}, 'GITHUB_STATE is not set'],
    [{ GITHUB_STATE: '' }, 'GITHUB_STATE is not set'],
    [{ GITHUB_STATE: '/nowhere/at/all' }, 'GITHUB_STATE names a file that is not there'],
    [{ GITHUB_STATE: '/dev/full' }, 'GITHUB_STATE cannot be written (ENOSPC)']
  ])('does without a file, and says why: %j', (env, why) => {
    expect(saveState(env, 'creds', 'x')).toBe(why)
  })

  it('leaves no half entry if there is room for a part of it only: the runner would pass on nothing at all', () => {
    using temp = new TempFolder()
    const state = temp.write('state', '')
    saveState({ GITHUB_STATE: state }, 'creds', 'x'.repeat(400))
    const before = temp.text('state')
    const source = `import { saveState } from './src/action/state.ts'
      console.log(saveState({ GITHUB_STATE: ${JSON.stringify(state)} }, 'stored', 'y'.repeat(200)))`
    const command = ['-c', 'ulimit -f 1; exec "$@"', 'sh', process.execPath, '--import', 'tsx', '--input-type=module']
    const child = spawnSync('/bin/sh', [...command, '--eval', source], { encoding: 'utf8', cwd: ROOT })
    expect(child.stdout).toBe('GITHUB_STATE cannot be written (EFBIG)\n')
    expect(temp.text('state')).toBe(before)
  })
})

describe('saveStateOrRefuse', () => {
  it('refuses with a sentence if post cannot be told', () => {
    const refusal = refusalOf(() => {
      saveStateOrRefuse({}, 'placed', 'true')
    })
    expect(refusal.reason).toBe('creds-not-writable')
    expect(refusal.message).toMatch(/^GITHUB_STATE is not set, so the end of the job would neither remove the file/)
  })
})

describe('readState', () => {
  it('is empty where main told nothing', () => {
    expect([readState({ STATE_creds: '/c' }, 'creds'), readState({}, 'creds')]).toEqual(['/c', ''])
  })
})

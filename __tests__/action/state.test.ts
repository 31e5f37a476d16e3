import { describe, expect, it } from '@jest/globals'
import { readState, saveState } from '../../src/action/state.js'
import { TempFolder } from '../fixtures/temp-folder.js'
import { parseFileCommands } from './runner.js'

describe('saveState', () => {
  it('tells post by the file of the runner; the last value counts', () => {
    using temp = new TempFolder()
    const env = { GITHUB_STATE: temp.write('state', '') }
    saveState(env, 'creds', '/a file\nwith=two<<lines')
    saveState(env, 'stored', 'one')
    saveState(env, 'stored', 'two')
    expect(parseFileCommands(temp.text('state'))).toEqual({ creds: '/a file\nwith=two<<lines', stored: 'two' })
  })

  it.each([{}, { GITHUB_STATE: '' }, { GITHUB_STATE: '/nowhere/at/all' }])('does without a file: %j', env => {
    expect(() => {
      saveState(env, 'creds', 'x')
    }).not.toThrow()
  })
})

describe('readState', () => {
  it('is empty where main told nothing', () => {
    expect([readState({ STATE_creds: '/c' }, 'creds'), readState({}, 'creds')]).toEqual(['/c', ''])
  })
})

import { describe, expect, it } from '@jest/globals'
import { stateFolderPath } from '../../../src/core/sign-in/state-folder.js'

describe('the folder for a sign-in to a secret', () => {
  it.each([
    [{ HOME: '/home/me' }, '/home/me/.local/state/clr-refresh'],
    [{ HOME: '/home/me', XDG_STATE_HOME: '/srv/state' }, '/srv/state/clr-refresh'],
    [{ HOME: '/home/me', XDG_STATE_HOME: '' }, '/home/me/.local/state/clr-refresh'],
    [{ HOME: '/home/me', XDG_STATE_HOME: 'state' }, '/home/me/.local/state/clr-refresh']
  ])('with %j it is %s', (environment, expected) => {
    expect(stateFolderPath(environment)).toBe(expected)
  })

  it('is none in a working directory', () => {
    expect(() => stateFolderPath({ HOME: '.' })).toThrow('HOME is no absolute path')
  })
})

import { statSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { openStateFolder, stateFolderPath } from '../../../src/core/sign-in/state-folder.js'
import { refusalOf } from '../../../testing/refusal.js'
import { TempFolder } from '../../../testing/temp-folder.js'

describe('the state folder', () => {
  it.each([
    [{ XDG_STATE_HOME: '/s', HOME: '/h' }, '/s/clr-refresh'],
    [{ XDG_STATE_HOME: 'relative', HOME: '/h' }, '/h/.local/state/clr-refresh'],
    [{ XDG_STATE_HOME: '', HOME: '/h' }, '/h/.local/state/clr-refresh']
  ])('with %j is %s', (environment, folder) => {
    expect(stateFolderPath(environment)).toBe(folder)
  })

  it('has mode 700', () => {
    using temp = new TempFolder()
    const folder = openStateFolder({ HOME: temp.path })
    expect([folder.path, temp.at('.local')].map(entry => statSync(entry).mode & 0o777)).toEqual([0o700, 0o700])
  })

  it('is refused if HOME is no absolute path', () => {
    expect(refusalOf(() => stateFolderPath({ HOME: '' }))).toMatchObject({ reason: 'usage' })
  })
})

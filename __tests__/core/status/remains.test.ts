import { expect, it } from '@jest/globals'
import { remainsIn } from '../../../src/core/status/remains.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { TempFolder } from '../../../testing/temp-folder.js'

it('nothing remains in a work folder that the last run removes while status looks into it', () => {
  using temp = new TempFolder()
  const folder = WorkFolder.openAt(temp.at('c.json.clr'))
  folder.close()
  expect(remainsIn(folder, { login: null, isLocked: false })).toEqual([])
})

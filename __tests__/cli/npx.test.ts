import { expect, it } from '@jest/globals'
import { npxNotes } from '../../src/cli/npx.js'

const BY_NPX = '/home/anna/.npm/_npx/0123456789abcdef/node_modules/.bin/clr'

it.each([
  ['Run `clr login`.', BY_NPX, ['Type `npx github:org/clr-refresh#v1` instead of `clr`.']],
  [
    'To do    Sign in:\n           clr login --creds c.json\n',
    BY_NPX,
    ['Type `npx github:org/clr-refresh#v1` instead of `clr`.']
  ],
  ['a run of `clr` (pid 7) has ended', BY_NPX, []],
  ['Run it again.', BY_NPX, []],
  ['Run `clr login`.', '/usr/local/bin/clr', []],
  ['Run `clr login`.', '', []]
])('says what to type if npx runs clr, and a text names a command: %j by %j', (text, script, notes) => {
  expect(npxNotes(text, script)).toEqual(notes)
})

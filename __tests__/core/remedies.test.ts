import { linkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'

type Setup = (home: TestHome) => void

const holding =
  (text: string): Setup =>
  home => {
    writeFileSync(home.creds, text)
  }

const BLANKED = sampleText({ accessToken: '', refreshToken: '' })
const MOVE_AWAY = 'Check the path, or move this file away and sign in with `clr login --creds FILE`.'

/** What is wrong with the file, and the whole remedy, in which FILE is its path. */
const CASES: readonly (readonly [string, Setup, string])[] = [
  [
    'is missing',
    home => {
      rmSync(home.creds)
    },
    'Give the path of the file with `--creds`, or sign in with `clr login --creds FILE`.'
  ],
  ['is not JSON', holding('hello'), MOVE_AWAY],
  ['is a JSON list', holding('[]'), MOVE_AWAY],
  [
    'has blank tokens',
    holding(BLANKED),
    'Sign in again with `clr login --creds FILE`. A backup of the file probably will not help, because its refresh token has been used up.'
  ],
  [
    'is an empty link',
    home => {
      rmSync(home.creds)
      symlinkSync('gone.json', home.creds)
    },
    'Create the file that the link points to, or remove the link.'
  ],
  [
    'has a second name',
    home => {
      linkSync(home.creds, home.at('second'))
    },
    'Replace it with a copy that has no other links: `cp -p FILE FILE.new && mv FILE.new FILE`. This run did not use the refresh token.'
  ]
]

describe('clr refresh says what to do, with the exact line, if the file', () => {
  it.each(CASES)('%s', async (_what, prepare, remedy) => {
    using home = new TestHome()
    prepare(home)
    const { report } = await home.refresh('notes-its-user')
    expect(report).toMatchObject({ remedy: remedy.replaceAll('FILE', home.creds) })
  })
})

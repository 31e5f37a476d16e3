import { execFileSync } from 'node:child_process'
import { linkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isJsonObject } from '../../src/core/json.js'
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
const OTHER_FILE = 'Give the path of a file with a subscription login. `clr login` makes one.'

/** What is wrong with the file, and the whole remedy, in which FILE is its path. */
const CASES: readonly (readonly [string, Setup, string])[] = [
  [
    'is missing',
    home => {
      rmSync(home.creds)
    },
    'Give the path of the file with `--creds`, or sign in with `clr login --creds FILE`.'
  ],
  ['is cut short', holding('{"claudeAiOauth": {'), MOVE_AWAY],
  ['is something else than JSON', holding('root:x:0:0\n'), OTHER_FILE],
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
    'Replace it with a copy that has no other links: `copy=$(mktemp FILE.XXXXXX) && cp -p FILE "$copy" && mv "$copy" FILE`. This run did not use the refresh token.'
  ]
]

describe('clr refresh says what to do, with the exact line, if the file', () => {
  it.each(CASES)('%s', async (_what, prepare, remedy) => {
    using home = new TestHome()
    prepare(home)
    const { report } = await home.refresh('notes-its-user')
    expect(report).toMatchObject({ remedy: remedy.replaceAll('FILE', home.creds) })
  })

  it('does not exist, and its path was given', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('notes-its-user', ['--creds', home.at('other.json')])
    const remedy = `Check the path, or sign in with \`clr login --creds ${home.at('other.json')}\`.`
    expect(report).toMatchObject({ reason: 'creds-not-found', remedy })
  })
})

describe('the command for a file with a second name', () => {
  it('makes it a file of its own, whatever is beside it and however it is called', async () => {
    using home = new TestHome()
    const creds = home.write("it's\na file.json", sampleText())
    linkSync(creds, home.at('second'))
    const before = home.names('')
    const { report } = await home.refresh('notes-its-user', ['--creds', creds])
    const command = /`(.*)`/.exec(remedyIn(report))?.[1] ?? ''
    execFileSync('bash', ['-c', command])
    expect(home.names('')).toEqual(before)
    expect([statSync(creds).nlink, statSync(creds).mode & 0o777]).toEqual([1, 0o600])
    expect((await home.refresh('refreshes', ['--creds', creds])).report).toMatchObject({ reason: 'refreshed' })
  })
})

function remedyIn(report: unknown): string {
  const { remedy } = isJsonObject(report) ? report : {}
  return typeof remedy === 'string' ? remedy : ''
}

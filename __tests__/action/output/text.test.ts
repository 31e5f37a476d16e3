import { describe, expect, it } from '@jest/globals'
import {
  asLogLine,
  asSentence,
  describeTime,
  escapeForSummary,
  howToSignIn,
  proseForSummary
} from '../../../src/action/output/text.js'
import { BY_HAND } from '../../../src/core/project.js'
import { NOW_MS } from '../../../testing/sample-report.js'

describe('asLogLine', () => {
  it('leaves no line break and no control character', () => {
    expect(asLogLine('a\r\n::error::b\u2028c\u001B[31md\u0085e\n')).toBe('a ::error::b c [31md e')
  })

  it('leaves no character that is invisible or changes the order of others', () => {
    expect(asLogLine('a\u202egpj.exe\u200bb')).toBe('a gpj.exe b')
  })

  it('leaves no command in the old form, which a runner would obey in the middle of a line', () => {
    expect(asLogLine('/x##[set-output name=reason]planted')).toBe('/x## [set-output name=reason]planted')
  })
})

describe('escapeForSummary', () => {
  it('escapes everything that has a meaning in Markdown or HTML', () => {
    const escaped = escapeForSummary('/a|b`c`<img src="x">&amp;**d**__e__~~f~~[g](h)\n\n# i @j $k$ \\l')
    expect(escaped.replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>"'`|*_~[\]\\#$@\n]/)
    expect(escaped).toMatch(/^\/a&#124;b&#96;c&#96;&#60;img/)
  })

  it('leaves an ordinary path unchanged', () => {
    expect(escapeForSummary('/home/me/.claude/.credentials.json')).toBe('/home/me/.claude/.credentials.json')
  })
})

describe('describeTime', () => {
  it('returns the time and how far away it is', () => {
    expect(describeTime('2026-01-31T09:05:00.000Z', NOW_MS)).toBe('2026-01-31 09:05 UTC (in 8 h)')
  })

  it.each([null, '', 'soon'])('returns null for %j', text => {
    expect(describeTime(text, NOW_MS)).toBeNull()
  })
})

describe('a message as a sentence of its own', () => {
  it.each([
    ['the token endpoint answered 503', 'The token endpoint answered 503.'],
    ['cancelled, and nothing was sent', 'Cancelled, and nothing was sent.'],
    ['creds-json is empty', 'creds-json is empty.'],
    ['`timeout` must be a number', '`timeout` must be a number.'],
    ['clr did not report', 'clr did not report.'],
    ['no credentials file at /a/creds.json', 'No credentials file at /a/creds.json'],
    ['Already a sentence.', 'Already a sentence.']
  ])('%s', (message, sentence) => {
    expect(asSentence(message)).toBe(sentence)
  })
})

describe('how to sign in', () => {
  it.each([
    ['clr login --secret S --repo acme/app --env claude', 'with `clr login --secret S --repo acme/app --env claude`'],
    ['', 'with `clr login`, and store the new login where this workflow reads it'],
    ['clr login --odd \n', 'with `clr login`, and store the new login where this workflow reads it']
  ])('is the line, or words if it is not known: %j', (command, how) => {
    expect(howToSignIn(command)).toBe(how)
  })

  it.each(["clr login --creds '/a\nb'", "clr login --creds '/a\u202eb' --replace", 'clr login --creds /a/***'])(
    'never is a line that names another file: %j',
    command => {
      expect(howToSignIn(command)).toMatch(
        /^with `clr login` for the credentials file that this workflow reads: its path/
      )
    }
  )

  it('never is a line that names another environment', () => {
    expect(howToSignIn("clr login --secret S --repo h:8443/acme/app --env 'a##[error]'")).toBe(
      'with `clr login` for the secret `S` of `h:8443/acme/app`, in the environment that this workflow names: its name has characters that cannot be shown here'
    )
  })
})

it('an address of our documents stays as it is in a sentence of the summary, and no other text does', () => {
  expect(proseForSummary(`see ${BY_HAND}. #1 https://x.test/#y`)).toBe(`see ${BY_HAND}. &#35;1 https://x.test/&#35;y`)
})

import { describe, expect, it } from '@jest/globals'
import { failureText, layoutFor, noticeText, resultText, type Layout } from '../../src/cli/messages.js'
import { troubleshootingUrl } from '../../src/core/project.js'

const PIPE: Layout = layoutFor({ isTTY: false, columns: 80 })
const TERMINAL: Layout = layoutFor({ isTTY: true, columns: 80 })

const FAILURE = {
  reason: 'login-rejected',
  message:
    'the token endpoint rejected the login in /home/anna/a/rather/long/path/to/the/.credentials.json, which was used up or revoked',
  remedy: 'Sign in again with `clr login --creds /home/anna/a/rather/long/path/to/the/.credentials.json --replace`.'
} as const

describe('the text of a failure', () => {
  it('has one line for each of its parts in a pipe: what failed, what to do, and where to read more', () => {
    expect(failureText(FAILURE, PIPE)).toBe(
      `clr: login-rejected: ${FAILURE.message}\n     ${FAILURE.remedy}\n     More: ${troubleshootingUrl('login-rejected')}\n`
    )
  })

  it('is wrapped to the width of a terminal, but no path, command or address is broken', () => {
    expect(failureText(FAILURE, TERMINAL)).toBe(`\
clr: login-rejected: the token endpoint rejected the login in
     /home/anna/a/rather/long/path/to/the/.credentials.json, which was used up
     or revoked
     Sign in again with
     \`clr login --creds /home/anna/a/rather/long/path/to/the/.credentials.json --replace\`.
     More: ${troubleshootingUrl('login-rejected')}
`)
  })

  it('has no line for an empty remedy, and one for each note', () => {
    const text = failureText({ ...FAILURE, remedy: '', notes: ['a note'] }, PIPE)
    expect(text.split('\n').slice(1)).toEqual(['     a note', expect.stringContaining('     More: '), ''])
  })

  it('shows characters that a terminal would obey as what they are not', () => {
    expect(failureText({ ...FAILURE, message: 'a\u001b[31m', remedy: '' }, TERMINAL)).not.toContain('\u001b')
  })
})

describe('other texts', () => {
  it('are wrapped on a terminal, too', () => {
    const words = 'word '.repeat(20).trim()
    expect(noticeText(words, TERMINAL)).toBe(`clr: ${'word '.repeat(15).trim()}\n     ${'word '.repeat(5).trim()}\n`)
    expect(resultText(words, TERMINAL)).toBe(`${'word '.repeat(15).trim()}\n  ${'word '.repeat(5).trim()}\n`)
    expect(noticeText(words, PIPE)).toBe(`clr: ${words}\n`)
  })

  it('are not wrapped if they are commands to copy', () => {
    const command = `  gh secret set ${'X'.repeat(40)} --repo ${'y'.repeat(40)}/z`
    expect(resultText(command, TERMINAL)).toBe(`${command}\n`)
  })
})

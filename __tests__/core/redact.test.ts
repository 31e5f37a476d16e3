import { describe, expect, it } from '@jest/globals'
import { encodedForms, safeOutput, redact, withoutProxyPasswords } from '../../src/core/redact.js'

const SECRET = 'sk-ant-oat01-test-Abcdefghij-0123456789_Klmnopqrst'
const TAIL = SECRET.slice(-24)
const MIDDLE = SECRET.slice(20, 36)

/** All parts of 10 characters, except those with the prefix that all tokens share, which may be shown. */
function partsOf(secret: string): readonly string[] {
  const parts = Array.from({ length: secret.length - 9 }, (_, start) => secret.slice(start, start + 10))
  return parts.filter(part => !part.startsWith('sk-ant-'))
}

describe('redact', () => {
  const TOKENS = [SECRET, 'sk-ant-ort01-test', 'sk-ant-api03-test', 'sk-ant-new99-test', 'sk-ant-']
  it.each(TOKENS)('hides %s even if it is not a known secret', token => {
    expect(redact(`it said: "${token}", then more`)).toBe('it said: "***", then more')
  })

  it('leaves all other text unchanged', () => {
    const text = 'Error: connect ECONNREFUSED 127.0.0.1:443\n  at /usr/lib/node_modules/x/cli.js:12:34'
    expect(redact(text, [SECRET])).toBe(text)
  })

  it.each([
    ['its tail', TAIL],
    ['its middle', MIDDLE],
    ['a tail after an equals sign', `tail=${TAIL}`],
    ['a tail after a slash', `/tmp/${TAIL}`],
    ['a tail with a full stop behind it', `${TAIL}.`],
    ['a tail in a URL', `https://host/?t=${TAIL}&x=1`],
    ['a middle between dashes', `--${MIDDLE}--`],
    ['all of it with letters around it', `x${SECRET}x`],
    ['its two halves on two lines', `${SECRET.slice(0, 25)}\n${SECRET.slice(25)}`],
    ['parts in brackets', `[${MIDDLE}][${TAIL}]`]
  ])('hides a part of a known secret: %s', (_what, text) => {
    const shown = redact(text, [SECRET])
    expect(partsOf(SECRET).filter(part => shown.includes(part))).toEqual([])
  })

  it('ignores an empty secret', () => {
    expect(redact('nothing to hide here', [''])).toBe('nothing to hide here')
  })

  it('is quick even on a text of 2 million characters', () => {
    expect(redact('a'.repeat(2_000_000), [SECRET])).toHaveLength(2_000_000)
  })
})

describe('safeOutput', () => {
  it('removes the control characters that steer a terminal, and keeps the line breaks', () => {
    const shown = safeOutput('\u001b[31mred\u001b[0m\r\n::error::x\u0007\t\u009b2J\n\n', [])
    expect(shown).not.toMatch(/[^\P{Cc}\n]/u)
    expect(shown.split('\n')).toEqual([expect.stringContaining('red'), expect.stringContaining('::error::x')])
  })

  it('hides what redact hides', () => {
    expect(safeOutput(`a ${SECRET} b tail=${TAIL}\n`, [SECRET])).toBe('a *** b tail=***')
  })
})

describe('encodedForms', () => {
  it.each(['', 'a', 'ab', 'Bearer ', '{"access_token":"'])('hide a token in base64, after %j', before => {
    const text = Buffer.from(`${before}${SECRET}", more`).toString('base64')
    const shown = redact(text, encodedForms(SECRET))
    expect(shown).toContain('***')
    // Base64 is a third longer than the token: nearly all of it has become `***`.
    expect(shown.length).toBeLessThan(text.length - SECRET.length)
  })

  it('hide a token that is percent-encoded', () => {
    expect(redact('x=odd%2Ftoken%2Bhere%3D', encodedForms('odd/token+here='))).toBe('x=***')
  })
})

describe('withoutProxyPasswords', () => {
  const basic = (text: string) => Buffer.from(text).toString('base64')
  it.each([
    ['as a URL shows it', 'HTTP://anna:p%40ss-word@proxy:1', 'http://anna:p%40ss-word@proxy:1/'],
    ['decoded', 'http://anna:p%40ss-word@proxy:1', 'no user anna with p@ss-word'],
    ['encoded', 'http://anna:p@ss-word@proxy:1', 'password=p%40ss-word'],
    ['as a header', 'http://anna:p%40ss-word@proxy:1', `Proxy-Authorization: Basic ${basic('anna:p@ss-word')}`],
    ['from an address without a scheme', 'anna:p@ss-word@proxy:1', 'http://anna:p@ss-word@proxy:1']
  ])('hides a password %s', (_how, ALL_PROXY, text) => {
    const shown = withoutProxyPasswords(text, { ALL_PROXY })
    expect(shown).toContain('***')
    expect(shown).not.toMatch(/ss-word/)
    expect(shown).not.toContain(basic('anna:p@ss-word'))
  })
})

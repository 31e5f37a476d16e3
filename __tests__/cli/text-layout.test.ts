import { describe, expect, it } from '@jest/globals'
import { cutMiddle, measureFor, padded, visible, withTilde } from '../../src/cli/text-layout.js'

const byLength = (text: string): number => text.length

describe('cutMiddle', () => {
  it.each([
    ['a text that fits', 13, '/srv/one.json'],
    ['a text that is too long by one', 12, '/sr…one.json'],
    ['a text for few columns', 4, '/…on'],
    ['a text for one column', 1, '…']
  ])('cuts %s', (_what, columns, cut) => {
    expect(cutMiddle('/srv/one.json', columns, byLength)).toBe(cut)
  })

  it('never cuts a character of several code points', async () => {
    const text = '👩‍👩‍👧‍👦'.repeat(20)
    expect(cutMiddle(text, 9, await measureFor(text))).toBe(`👩‍👩‍👧‍👦…${'👩‍👩‍👧‍👦'.repeat(3)}`)
  })
})

describe('measureFor', () => {
  it.each([
    ['abc', 3],
    ['資格', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 2]
  ])('counts the columns of a terminal: %s', async (text, columns) => {
    expect((await measureFor(text))(text)).toBe(columns)
  })
})

describe('withTilde', () => {
  it.each([
    ['cannot read /home/anna/c.json: why', 'cannot read ~/c.json: why'],
    ['/home/anna2/c.json', '/home/anna2/c.json'],
    ['/srv/home/anna/c.json', '/srv/home/anna/c.json'],
    ["clr login --creds '/home/anna/a b.json'", "clr login --creds '/home/anna/a b.json'"]
  ])('shortens only paths in the home folder that a shell would find again: %s', (text, shown) => {
    expect(withTilde(text, '/home/anna')).toBe(shown)
  })

  it.each(['', '/'])('shortens nothing if the home folder is %j', home => {
    expect(withTilde('/srv/c.json', home)).toBe('/srv/c.json')
  })
})

describe('padded', () => {
  it('adds blanks by columns, not by characters', async () => {
    expect(padded('資格', 6, await measureFor('資格'))).toBe('資格  ')
  })

  it('leaves a text that is too long as it is', () => {
    expect(padded('abc', 2, byLength)).toBe('abc')
  })
})

describe('visible', () => {
  it('replaces characters that a terminal would obey', () => {
    expect(visible('a\u001b[31mb\u009bc\u202ed\ne')).toBe('a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFDe')
  })
})

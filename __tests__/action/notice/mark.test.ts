import { describe, expect, it } from '@jest/globals'
import { marked, readMark, withBlock, withMark, type Mark } from '../../../src/action/notice/mark.js'

const TROUBLE = { reason: 'network', loginExpiresAtMs: Date.UTC(2026, 11, 24), isEndingSoon: true }
const MARK: Mark = { trouble: TROUBLE, commentId: 7 }
const CLEARED: Mark = { trouble: null, commentId: 8 }

describe('a mark', () => {
  it.each([MARK, CLEARED, { trouble: { reason: 'none', loginExpiresAtMs: null, isEndingSoon: false }, commentId: 0 }])(
    'is read as it was written: %j',
    mark => {
      expect(readMark(withBlock('', mark, 'text'))).toEqual(mark)
      expect(readMark(marked(mark, 'text'))).toEqual(mark)
    }
  )

  it.each(['', 'a text', '<!-- clr-refresh: {broken} -->', '<!-- clr-refresh: [] -->', '<!-- another: {} -->'])(
    'is not in %j',
    body => {
      expect(readMark(body)).toBeNull()
    }
  )

  it('of another form has no trouble', () => {
    expect(readMark('<!-- clr-refresh: {"reason":1,"loginExpiresAt":[],"comment":"x"} -->')).toEqual({
      trouble: null,
      commentId: 0
    })
  })
})

describe('the block of an issue', () => {
  const old = withBlock('what a person wrote\r\nin $& two lines', MARK, 'old text')

  it('is put above what people wrote', () => {
    expect(old).toMatch(
      /^<!-- clr-refresh: .+ -->\nold text\n<!-- \/clr-refresh -->\n\nwhat a person wrote\r\nin \$& two lines$/
    )
  })

  it('replaces only the old block, wherever people have moved it', () => {
    const moved = `before\r\n${old}`
    expect(withBlock(moved, CLEARED, 'new $& text')).toBe(
      moved
        .replace('old text', () => 'new $& text')
        .replace(/<!-- clr-refresh: .+ -->/, () => marked(CLEARED, '').trim())
    )
  })

  it('loses none of the text if a person has removed its end', () => {
    const broken = old.replace('<!-- /clr-refresh -->', '')
    const body = withBlock(broken, CLEARED, 'new text')
    expect(body).toContain('new text')
    expect(body).toContain('what a person wrote')
    expect(body.match(/<!-- clr-refresh: /g)).toHaveLength(1)
  })

  it('keeps every other character when only the mark changes', () => {
    expect(withMark(old, CLEARED)).toBe(old.replace(/<!-- clr-refresh: .+ -->/, marked(CLEARED, '').trim()))
    expect(withMark('no block', CLEARED).endsWith('\n\nno block')).toBe(true)
  })
})

import { describe, expect, it } from '@jest/globals'
import { summaryAsText } from '../../script/summary-text.js'

describe('a job summary as text', () => {
  it('has headings and paragraphs as lines, and no markup', () => {
    expect(summaryAsText('<h3>✅ Done</h3>\n\nGood until **noon**, in `a_b`.\n\n- one\n- two\n')).toBe(
      '✅ Done\n\nGood until noon, in a_b.\n\n• one\n• two'
    )
  })

  it('has the rows of a table in columns, with what was escaped', () => {
    const table =
      '<table><tr><th>A</th><td><code>x &#60;y&#62;</code></td></tr><tr><th>Long</th><td>&#38;lt;</td></tr></table>'
    expect(summaryAsText(`before\n\n${table}\n\nafter`)).toBe('before\n\nA     x <y>\nLong  &lt;\n\nafter')
  })

  it('has a closed section as its label only', () => {
    const details = '<details><summary>Times: 2 s</summary><table><tr><td>hidden</td></tr></table></details>'
    expect(summaryAsText(`a\n${details}\n`)).toBe('a\n\n▸ Times: 2 s')
  })

  it('has the address of a link after its words, and blocks of code indented', () => {
    expect(summaryAsText('Then [run it](https://x.test/a?b=1&c=2).\n\n```sh\nclr login\n```\n')).toBe(
      'Then run it (https://x.test/a?b=1&c=2).\n\n    clr login'
    )
  })
})

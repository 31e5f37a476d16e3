import { describe, expect, it } from '@jest/globals'
import { terminalPicture } from '../../script/terminal-picture.js'

describe('the picture of a terminal', () => {
  it('has each line, each run of words in its own column, with its style', () => {
    const picture = terminalPicture(
      '\u001b[2mSTATE  \u001b[22mACCOUNT\n\n\u001b[32mok   \u001b[39m  Max 20x: 5',
      'a title'
    )
    expect(picture).toContain('<title>a title</title>')
    const texts = [...picture.matchAll(/<text.*<\/text>/g)].map(([text]) => text)
    expect(texts).toEqual([
      '<text y="31"><tspan x="16.0" class="dim">STATE</tspan><tspan x="75.0">ACCOUNT</tspan></text>',
      '<text y="71"><tspan x="16.0" class="green">ok</tspan><tspan x="75.0">Max 20x: 5</tspan></text>'
    ])
  })

  it('continues a run of words whose style changes', () => {
    expect(terminalPicture('\u001b[31mbad\u001b[39m: why', '')).toContain(
      '<tspan x="16.0" class="red">bad</tspan><tspan>: why</tspan>'
    )
  })

  it('is as large as its text', () => {
    const [narrow, wide] = ['x', 'x'.repeat(80)].map(line => terminalPicture(line, ''))
    expect([narrow, wide]).toEqual([
      expect.stringContaining('width="41" height="52"'),
      expect.stringContaining('width="707" height="52"')
    ])
  })

  it('is well-formed whatever the program printed', () => {
    const picture = terminalPicture('<FILE> & "more"', '<b>')
    expect(picture).toContain('&lt;FILE&gt; &amp; "more"')
    expect(picture).toContain('<title>&lt;b&gt;</title>')
  })
})

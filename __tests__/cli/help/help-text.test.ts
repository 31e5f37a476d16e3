import { describe, expect, it } from '@jest/globals'
import { helpText } from '../../../src/cli/help/help-text.js'
import { COMMANDS, allCommands } from '../../../src/cli/options.js'

const ALL = ['clr', ...allCommands()] as const

describe('the help', () => {
  it.each(ALL)('fits a terminal of 80 columns: %s', of => {
    const lines = helpText(of).split('\n')
    expect(lines.filter(line => line.length > 80)).toEqual([])
  })

  it.each(ALL)('has no blank at the end of a line, and ends with one line end: %s', of => {
    expect(helpText(of)).not.toMatch(/ \n|\n\n$|[^\n]$/)
  })

  it('lists every command', () => {
    const listed = [...helpText('clr').matchAll(/^ {2}(\w+) {2,}/gm)].map(([, command]) => command)
    expect(listed).toEqual(allCommands())
  })

  it.each(allCommands())('lists every option of the command that the program accepts: %s', command => {
    const listed = [...helpText(command).matchAll(/^ {2,6}(?:-\w, +)?--([\w-]+)/gm)].map(([, option]) => option)
    expect(listed).toEqual([...COMMANDS[command], 'help'])
  })

  it.each([
    ['refresh', '--min-validity'],
    ['status', '--within']
  ] as const)('shows how to write a duration: %s %s', (command, option) => {
    const [, text = ''] = helpText(command).split(`      ${option} <DURATION>`)
    expect(text.slice(0, 300).replace(/\s+/g, ' ')).toContain('30s, 90m, 2h or 1d, or a number of seconds')
  })
})

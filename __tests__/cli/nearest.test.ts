import { describe, expect, it } from '@jest/globals'
import { nearest } from '../../src/cli/nearest.js'
import { COMMANDS, allCommands } from '../../src/cli/options.js'

describe('nearest', () => {
  it.each([
    ['refesh', 'refresh'],
    ['REFRESH', 'refresh'],
    ['ref', 'refresh'],
    ['refersh', 'refresh'],
    ['lgoin', 'login'],
    ['stat', 'status'],
    ['recovery', 'recover']
  ])('finds the command that was meant by %s', (typed, meant) => {
    expect(nearest(typed, allCommands())).toBe(meant)
  })

  it.each([
    ['dryrun', 'dry-run'],
    ['min-valid', 'min-validity'],
    ['timout', 'timeout'],
    ['cred', 'creds']
  ])('finds the option that was meant by %s', (typed, meant) => {
    expect(nearest(typed, COMMANDS.refresh)).toBe(meant)
  })

  it.each(['renew', 'force', 're', 'x', '', 'x'.repeat(100_000)])('finds nothing if none is near: %#', typed => {
    expect(nearest(typed, allCommands())).toBeNull()
  })
})

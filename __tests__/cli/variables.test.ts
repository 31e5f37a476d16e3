import { mkdirSync, renameSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parseArguments } from '../../src/cli/arguments.js'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'

const ALL = { CLR_CREDS: 'a.json', CLR_TIMEOUT: '9', CLR_MIN_VALIDITY: '2h', CLR_TRACE: 'true' }

describe('the variables of clr', () => {
  it('give the values of options that are not given', () => {
    const request = { credsPath: 'a.json', timeoutSeconds: 9, minValidityMs: 7_200_000, trace: true }
    expect(parseArguments(['refresh'], ALL)).toMatchObject(request)
  })

  it('are ignored if the option is given, even if their values are bad', () => {
    const bad = { CLR_CREDS: 'sk-ant-oat01-test', CLR_TIMEOUT: 'soon', CLR_MIN_VALIDITY: 'x', CLR_TRACE: 'maybe' }
    const args = ['refresh', '--creds=b', '--timeout=1', '--min-validity=1m', '--trace']
    const request = { credsPath: 'b', timeoutSeconds: 1, minValidityMs: 60_000, trace: true }
    expect(parseArguments(args, bad)).toMatchObject(request)
  })

  it('count as not set if they are empty', () => {
    const empty = { CLR_CREDS: '', CLR_TIMEOUT: '', CLR_MIN_VALIDITY: '', CLR_TRACE: '', CLAUDE_CONFIG_DIR: '' }
    expect(parseArguments(['refresh'], empty)).toEqual(parseArguments(['refresh'], {}))
  })

  it.each([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['True\r', true],
    ['false', false],
    ['False', false],
    ['0', false]
  ])('accept %j as a boolean', (CLR_TRACE, trace) => {
    expect(parseArguments(['refresh'], { CLR_TRACE })).toMatchObject({ trace })
  })

  it('give only the file and the timeout for recover', () => {
    const env = { ...ALL, CLR_MIN_VALIDITY: 'x', CLR_TRACE: 'maybe' }
    const request = { kind: 'recover', credsPath: 'a.json', timeoutSeconds: 9 }
    expect(parseArguments(['recover'], env)).toMatchObject(request)
  })

  it('do not prevent the help, even if their values are bad', () => {
    expect(parseArguments(['refresh', '--help'], { CLR_TIMEOUT: 'soon' })).toMatchObject({ kind: 'help' })
  })
})

/** Variables with a bad value, and what the message says about each. */
const BAD: readonly (readonly [string, string, string])[] = [
  ['CLR_TIMEOUT', 'soon', 'CLR_TIMEOUT must be a whole number of seconds'],
  ['CLR_TIMEOUT', '-1', 'CLR_TIMEOUT must be a whole number of seconds'],
  ['CLR_MIN_VALIDITY', '1w', 'CLR_MIN_VALIDITY must be a duration'],
  ['CLR_MIN_VALIDITY', '36501d', 'CLR_MIN_VALIDITY must be at most 36500d'],
  ['CLR_TRACE', 'yes', 'CLR_TRACE must be true, false, 1 or 0, got'],
  ['CLR_CREDS', 'sk-ant-oat01-test-x', 'CLR_CREDS must be a path, but this looks like the credentials'],
  ['CLR_CREDS', 'x'.repeat(5000), 'the path in CLR_CREDS is too long'],
  ['CLR_CREDS', 'x'.repeat(300), 'the path in CLR_CREDS is too long'],
  ['CLAUDE_CONFIG_DIR', 'sk-ant-oat01-test-x', 'CLAUDE_CONFIG_DIR must be a path, but this looks like the credentials']
]

describe('a variable with a bad value', () => {
  it.each(BAD)('is a usage error that names it: %s %#', async (name, value, sentence) => {
    using home = new TestHome()
    const run = await home.clr(['refresh'], { claude: 'notes-its-environment', env: { [name]: value } })
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    expect(run.stderr).toContain(`clr: usage: ${sentence}`)
    expect(run.stderr).not.toContain('sk-ant-')
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })

  it.each([
    ['CLR_TIMEOUT', 'soon'],
    ['CLR_CREDS', 'sk-ant-oat01-test-x']
  ])('is a usage error for recover, too: %s', async (name, value) => {
    using home = new TestHome()
    const run = await home.clr(['recover'], { env: { [name]: value } })
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(`clr: usage: ${name} must be`) })
  })
})

describe('the file that clr refresh works on', () => {
  it.each([
    ['named by CLAUDE_CONFIG_DIR', '.', (home: TestHome) => ({ CLAUDE_CONFIG_DIR: home.at('other') })],
    ['below a relative CLAUDE_CONFIG_DIR', '.', () => ({ CLAUDE_CONFIG_DIR: 'other' })],
    ['below a CLAUDE_CONFIG_DIR with a slash at its end', 'other', () => ({ CLAUDE_CONFIG_DIR: '../other/' })],
    [
      'named by CLR_CREDS, whatever CLAUDE_CONFIG_DIR says',
      '.',
      () => ({ CLR_CREDS: '~/other/.credentials.json', CLAUDE_CONFIG_DIR: '/x' })
    ]
  ])('is the one %s', async (_which, cwd, variablesFor) => {
    using home = new TestHome()
    const file = home.write('other/.credentials.json', home.originalText)
    const run = await home.clr(['refresh', '--json'], {
      claude: 'refreshes',
      cwd: home.at(cwd),
      env: variablesFor(home)
    })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed', creds: file } })
    expect(home.text('other/.credentials.json')).toContain(NEW_PAIR.accessToken)
    expect(home.login).toMatchObject(OLD_PAIR)
  })

  it('is the one given by --creds, whatever the variables say', async () => {
    using home = new TestHome()
    const env = { CLR_CREDS: '/x', CLAUDE_CONFIG_DIR: '/x' }
    const run = await home.clr(['refresh', '--json', '--creds', home.creds], { claude: 'refreshes', env })
    expect(run.report).toMatchObject({ reason: 'refreshed', creds: home.creds })
  })

  it('is in the same folder as for `claude` if CLAUDE_CONFIG_DIR has decomposed accents', async () => {
    using home = new TestHome()
    const file = home.write('caf\u00e9/.credentials.json', home.originalText)
    const env = { CLAUDE_CONFIG_DIR: home.at('cafe\u0301') }
    const run = await home.clr(['refresh', '--json'], { claude: 'refreshes', env })
    expect(run.report).toMatchObject({ reason: 'refreshed', creds: file })
  })

  it('is refreshed only under the locks of its own folder, which its sessions use', async () => {
    using home = new TestHome()
    home.write('other/.credentials.json', home.originalText)
    mkdirSync(home.at('other.lock'))
    const env = { CLAUDE_CONFIG_DIR: home.at('other'), CLR_TIMEOUT: '1' }
    const run = await home.clr(['refresh', '--json'], { claude: 'refreshes', env })
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'locked' } })
  })

  it('is the same for clr recover', async () => {
    using home = new TestHome()
    mkdirSync(home.at('other'))
    renameSync(home.creds, home.at('other/.credentials.json'))
    const run = await home.clr(['recover', '--json'], { env: { CLAUDE_CONFIG_DIR: 'other' } })
    expect(run.report).toMatchObject({ reason: 'still-valid', creds: home.at('other/.credentials.json') })
  })
})

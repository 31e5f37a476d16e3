import { describe, expect, it } from '@jest/globals'
import stringWidth from 'string-width'
import { COLOURED, PLAIN } from '../../src/cli/colours.js'
import type { View } from '../../src/cli/status-block.js'
import { statusJson } from '../../src/cli/status-json.js'
import { statusText } from '../../src/cli/status.js'
import { parseJson } from '../../src/core/json.js'
import { sampleStatus, STATUS_NOW_MS } from '../../testing/sample-status.js'

const VIEW: View = { nowMs: STATUS_NOW_MS, columns: 80, paint: PLAIN, measure: stringWidth, home: '/home/anna' }

const HEALTHY = sampleStatus()
const ENDS_SOON = sampleStatus({
  file: '/srv/accounts/two/.credentials.json',
  state: 'ends-soon',
  account: 'Pro',
  expiresAtMs: STATUS_NOW_MS - 3 * 3_600_000,
  loginExpiresAtMs: STATUS_NOW_MS + 3 * 24 * 3_600_000,
  message: 'the login ends on 2026-11-29 12:00 UTC (in 3 days), and a refresh does not extend it',
  remedy: {
    sentence: 'Sign in again before then:',
    command: 'clr login --creds /srv/accounts/two/.credentials.json --replace'
  }
})
const MISSING = sampleStatus({
  file: '/srv/none.json',
  state: 'missing',
  needsPerson: true,
  kind: null,
  account: null,
  expiresAtMs: null,
  loginExpiresAtMs: null,
  message: 'no credentials file at /srv/none.json',
  remedy: { sentence: 'Check the path, or sign in:', command: 'clr login --creds /srv/none.json' }
})
const LOCKED = sampleStatus({
  file: '/srv/locked.json',
  account: null,
  loginExpiresAtMs: null,
  notes: ['a run of `clr` (pid 4711) has been working on this login since 2026-11-26 11:59 UTC (1 min ago)']
})

/** The width of the widest line. */
function widthOf(text: string): number {
  return Math.max(...text.split('\n').map(line => stringWidth(line)))
}

describe('the text for one file', () => {
  it('is a block with its facts', () => {
    expect(statusText([HEALTHY], VIEW)).toBe(`\
/srv/ci/.credentials.json
  State    ok
  Account  Max 20x
  Token    valid until 2026-11-26 17:00 UTC (in 5 h)
  Login    ends 2026-12-20 09:00 UTC (in 24 days)
`)
  })

  it('says what the state means, and what to do', () => {
    expect(statusText([ENDS_SOON], VIEW)).toBe(`\
/srv/accounts/two/.credentials.json
  State    ends soon: the login ends on 2026-11-29 12:00 UTC (in 3 days), and a
           refresh does not extend it
  Account  Pro
  Token    expired 2026-11-26 09:00 UTC (3 h ago)
  Login    ends 2026-11-29 12:00 UTC (in 3 days)
  To do    Sign in again before then:
           clr login --creds /srv/accounts/two/.credentials.json --replace
`)
  })

  it('has no facts about a login that is not there', () => {
    expect(statusText([MISSING], VIEW)).toBe(`\
/srv/none.json
  State    missing: no credentials file at /srv/none.json
  To do    Check the path, or sign in:
           clr login --creds /srv/none.json
`)
  })

  it('says what is not known, and adds the notes', () => {
    expect(statusText([LOCKED], VIEW)).toBe(`\
/srv/locked.json
  State    ok
  Account  unknown
  Token    valid until 2026-11-26 17:00 UTC (in 5 h)
  Login    end unknown
  Note     a run of \`clr\` (pid 4711) has been working on this login since
           2026-11-26 11:59 UTC (1 min ago)
`)
  })

  it.each([
    ['access-token', 'Account  Pro; only an access token, never refreshed\n  Token    valid until'],
    ['api-key', 'Account  Pro; an API key, never refreshed\n  Token    valid until']
  ] as const)('names a login that is never refreshed, which has only one date: %s', (kind, shown) => {
    const text = statusText([sampleStatus({ kind, account: 'Pro' })], VIEW)
    expect(text).toContain(shown)
    expect(text).not.toContain('Login ')
  })

  it('does not mention an unknown account of a login that is never refreshed', () => {
    const text = statusText([sampleStatus({ kind: 'api-key', account: null })], VIEW)
    expect(text).toContain('  Account  an API key, never refreshed\n')
  })
})

describe('the text for several files', () => {
  it('is a table, and then a block for each file that needs one', () => {
    expect(statusText([HEALTHY, ENDS_SOON, MISSING, LOCKED], VIEW)).toBe(`\
FILE                                 STATE      ACCOUNT  TOKEN ENDS  LOGIN ENDS
/srv/ci/.credentials.json            ok         Max 20x  in 5 h      in 24 days
/srv/accounts/two/.credentials.json  ends soon  Pro      3 h ago     in 3 days
/srv/none.json                       missing    -        -           -
/srv/locked.json                     ok         unknown  in 5 h      unknown

/srv/accounts/two/.credentials.json
  State    ends soon: the login ends on 2026-11-29 12:00 UTC (in 3 days), and a
           refresh does not extend it
  To do    Sign in again before then:
           clr login --creds /srv/accounts/two/.credentials.json --replace

/srv/none.json
  State    missing: no credentials file at /srv/none.json
  To do    Check the path, or sign in:
           clr login --creds /srv/none.json

/srv/locked.json
  Note     a run of \`clr\` (pid 4711) has been working on this login since
           2026-11-26 11:59 UTC (1 min ago)
`)
  })

  it('is a block for each file on a terminal that is too narrow for a table', () => {
    const narrow = { ...VIEW, columns: 40 }
    const text = statusText([HEALTHY, MISSING], narrow)
    expect(text).toBe(`\
/srv/ci/.credentials.json
  State    ok
  Account  Max 20x
  Token    valid until 2026-11-26 17:00
           UTC (in 5 h)
  Login    ends 2026-12-20 09:00 UTC (in
           24 days)

/srv/none.json
  State    missing: no credentials file
           at /srv/none.json
  To do    Check the path, or sign in:
           clr login --creds /srv/none.json
`)
  })

  it('cuts a long path in the middle, and keeps the end, in which accounts differ', () => {
    const file = '/srv/a/rather/long/path/to/the/accounts/of/the/team/one/.credentials.json'
    const [, , row] = statusText([HEALTHY, sampleStatus({ file })], VIEW).split('\n')
    expect(row).toBe('/srv/a/rather…team/one/.credentials.json  ok     Max 20x  in 5 h      in 24 days')
    expect(row).toHaveLength(80)
  })

  it.each([
    ['ASCII', 'one/'.repeat(60)],
    ['wide characters', '資格情報/'.repeat(30)],
    ['emoji of several code points', '👩‍👩‍👧‍👦/🇯🇵/'.repeat(30)],
    ['combining characters', 'e\u0301/'.repeat(90)]
  ])('fits into the terminal, with a path in %s', (_what, folders) => {
    const statuses = [HEALTHY, sampleStatus({ file: `/srv/${folders}x.json` })]
    for (const columns of [80, 100, 132]) {
      expect(widthOf(statusText(statuses, { ...VIEW, columns }))).toBeLessThanOrEqual(columns)
    }
  })

  it('aligns the columns after wide characters', () => {
    const text = statusText([HEALTHY, sampleStatus({ file: '/srv/資格情報/x.json' })], VIEW)
    const columns = text
      .split('\n')
      .slice(1, 3)
      .map(line => stringWidth(line.slice(0, line.indexOf(' ok '))))
    expect(columns[0]).toBe(columns[1])
  })

  it('shows nothing that a terminal would obey in a path', () => {
    const file = '/srv/\u001b[31mred\u0007\u202egnp\u2028.json'
    for (const statuses of [[sampleStatus({ file })], [HEALTHY, sampleStatus({ file, notes: [`see ${file}`] })]]) {
      expect(statusText(statuses, VIEW)).not.toMatch(/[^\P{Cc}\n]|[\u202e\u2028]/u)
    }
  })
})

it('the JSON has no character that a terminal would obey, and the same text', () => {
  const file = '/srv/\u001b[31mred\u0007\u202egnp\u2028\u{e0041}.json'
  const text = statusJson([sampleStatus({ file })], 0)
  expect(text).toMatch(/^[^\p{Cc}\p{Cf}\u2028]*\n$/u)
  expect(parseJson(text)).toMatchObject({ files: [{ creds: file }] })
})

describe('a path in the home folder', () => {
  it('is shortened as a shell accepts it, also in commands', () => {
    const file = '/home/anna/ci/.credentials.json'
    const status = sampleStatus({
      file,
      notes: [`see ${file}.clr/rescue and '${file}' and /x${file}`],
      remedy: { sentence: 'Sign in again:', command: `clr login --creds ${file}` }
    })
    const text = statusText([status], VIEW)
    expect(text).toMatch(/^~\/ci\/\.credentials\.json\n/)
    expect(text).toContain(
      "see ~/ci/.credentials.json.clr/rescue and\n           '/home/anna/ci/.credentials.json' and"
    )
    expect(text).toContain('/x/home/anna/ci')
    expect(text).toContain('clr login --creds ~/ci/.credentials.json\n')
    expect(statusText([status, HEALTHY], VIEW)).toMatch(/^~\/ci\/\.credentials\.json +ok/m)
  })
})

describe('colours', () => {
  it('mark the state, and change nothing else', () => {
    const statuses = [HEALTHY, ENDS_SOON, MISSING, LOCKED]
    const coloured = statusText(statuses, { ...VIEW, paint: COLOURED })
    for (const part of ['\u001b[32mok ', '\u001b[33mends soon\u001b[39m', '\u001b[31mmissing']) {
      expect(coloured).toContain(part)
    }
    expect(coloured.replace(/\p{Cc}\[\d+m/gu, '')).toBe(statusText(statuses, VIEW))
  })
})

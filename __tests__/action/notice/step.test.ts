import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { JOB_TOKEN, startGitHub, type Permission, type StandInGitHub } from '../../../testing/github/github.js'
import type { Issues } from '../../../testing/github/issues.js'
import { failed, NoticeStep, REPOSITORY, succeeded } from '../../../testing/notice-step.js'
import type { Inputs } from '../../../testing/runner-files.js'

const LABEL = 'claude-login'
/** Ahead of the clock of any machine that runs this. */
const END = '2096-12-24T08:00:00.000Z'
const COMMAND = 'clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude'
const ENDS_SOON = succeeded('refreshed', { 'login-ends-soon': 'true', 'login-expires-at': END })
const LOOK = `GET /repos/acme/app/issues?labels=${LABEL}&state=all&per_page=100&page=1 200`

let github: StandInGitHub
let issues: Issues
let step: NoticeStep

beforeEach(async () => {
  github = await startGitHub()
  issues = github.issues(REPOSITORY)
  step = new NoticeStep(github)
})

afterEach(async () => {
  step[Symbol.dispose]()
  await github.close()
})

/** Runs the step, which must succeed. @returns its log */
async function notice(inputs: Inputs): Promise<string> {
  const { exitCode, stdout, stderr } = await step.run(inputs)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return stdout
}

/** Number, state and number of comments of all issues. */
const state = (): readonly unknown[] =>
  issues.all.map(({ number, state: now, comments }) => [number, now, comments.length])

describe('a trouble', () => {
  it('opens one issue, with a label that has a description', async () => {
    expect(await notice(failed('login-rejected', { 'login-command': COMMAND, 'login-expires-at': END }))).toBe(
      'opened issue #1\n'
    )
    expect(issues.issue(1)).toMatchObject({
      title: 'The Claude login "claude-login": Login rejected (login-rejected)',
      state: 'open',
      labels: [LABEL],
      comments: []
    })
    expect(issues.issue(1).body).toContain(`\`\`\`sh\n${COMMAND}\n\`\`\``)
    expect([...issues.labels]).toEqual([[LABEL, 'The issue of clr-refresh about this Claude login']])
    expect(github.lines).toEqual([LOOK, 'POST /repos/acme/app/labels 201', 'POST /repos/acme/app/issues 201'])
  })

  it('that is the same in later runs changes nothing, and makes one request a run', async () => {
    await notice(failed('network', { 'login-expires-at': END }))
    const before = structuredClone(issues.all)
    github.requests.length = 0
    for (const at of [END, '2096-12-24T08:00:59.000Z', '2096-12-24T07:30:00.000Z', '']) {
      expect(await notice(failed('network', { 'login-expires-at': at }))).toBe('nothing has changed since issue #1\n')
    }
    expect(issues.all).toEqual(before)
    expect(github.lines).toEqual([LOOK, LOOK, LOOK, LOOK])
  })

  it('with another reason updates title and text, and adds one comment with the command', async () => {
    await notice(ENDS_SOON)
    expect(await notice(failed('login-expired', { 'login-expires-at': END, 'login-command': COMMAND }))).toBe(
      'updated issue #1\n'
    )
    await notice(failed('login-expired', { 'login-expires-at': END, 'login-command': COMMAND }))
    const { title, body, comments } = issues.issue(1)
    expect(title).toBe('The Claude login "claude-login": Login expired (login-expired)')
    expect(body?.match(/clr-refresh: \{/g)).toHaveLength(1)
    expect(body).not.toContain('A refresh does not extend it')
    expect(comments.map(({ body: said }) => said)).toEqual([expect.stringContaining(`\n${COMMAND}\n`)])
  })

  it('with another date adds one comment', async () => {
    await notice(ENDS_SOON)
    await notice({ ...ENDS_SOON, 'login-expires-at': '2096-12-25T08:00:00.000Z' })
    expect(issues.issue(1).title).toBe('The Claude login "claude-login" ends on 2096-12-25')
    expect(state()).toEqual([[1, 'open', 1]])
  })

  it('that lasts until the end of the login is near is told again, once, also if a person has closed its issue', async () => {
    const lasting = { 'login-expires-at': END, 'login-command': COMMAND }
    await notice(failed('secret-not-writable', lasting))
    issues.close(1)
    const near = { ...lasting, 'login-ends-soon': 'true' }
    expect(await notice(failed('secret-not-writable', near))).toBe('reopened issue #1\n')
    expect(await notice(failed('secret-not-writable', near))).toBe('nothing has changed since issue #1\n')
    expect(issues.issue(1).title).toMatch(/\(secret-not-writable\); the login ends on 2096-12-24$/)
    expect(issues.issue(1).comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('Sign in again before then')
    ])
  })

  it('that comes back after another one adds a comment again', async () => {
    for (const reason of ['network', 'timeout', 'network', 'timeout']) await notice(failed(reason))
    expect(state()).toEqual([[1, 'open', 3]])
  })

  it.each([
    ['a cancelled job without a reason', { result: 'cancelled' }],
    ['a failed job without a reason', { result: 'failure' }],
    ['a successful job with a failed refresh', succeeded('network')]
  ])('is also %s', async (_title, inputs: Inputs) => {
    expect(await notice(inputs)).toBe('opened issue #1\n')
  })

  it('keeps what people wrote above and below the block', async () => {
    await notice(failed('network'))
    issues.edit(1, { body: `above\r\n${issues.issue(1).body ?? ''}\r\nbelow` })
    await notice(failed('timeout'))
    expect(issues.issue(1).body).toMatch(/^above\r\n<!-- clr-refresh: [^]+<!-- \/clr-refresh -->\r\nbelow$/)
    await notice(succeeded('refreshed'))
    expect(issues.issue(1).body).toMatch(/^above\r\n<!-- clr-refresh: \{"reason":null[^]+-->\r\nbelow$/)
  })
})

describe('runs after which nothing is new', () => {
  it.each([
    ['a skipped job', { result: 'skipped' }],
    ['a dry run', succeeded('ready')],
    ['a dry run of a login that ends soon', succeeded('ready', { 'login-ends-soon': 'true', 'login-expires-at': END })],
    ['a token that is still valid', succeeded('still-valid')]
  ])('make no request: %s', async (_title, inputs: Inputs) => {
    expect(await notice(inputs)).toBe('the run says nothing new about claude-login\n')
    expect(github.lines).toEqual([])
  })
})

describe('inputs that the workflow does not pass on', () => {
  it('are told with a warning after a successful job without a reason', async () => {
    expect(await notice({ result: 'success' })).toMatch(
      /^the run says nothing new about claude-login\n::warning title=The input reason is empty::The job succeeded, but .*\n$/
    )
  })

  it('hide no end that is near: without login-ends-soon the date decides', async () => {
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
    expect(await notice(succeeded('refreshed', { 'login-expires-at': inDays(8) }))).toMatch(/^all is well/)
    expect(await notice(succeeded('refreshed', { 'login-expires-at': inDays(6) }))).toBe('opened issue #1\n')
  })
})

describe('when all is well', () => {
  it.each(['refreshed', 'recovered'])(
    'the issue is closed with one comment, and later runs add none: %s',
    async reason => {
      await notice(failed('network'))
      expect(await notice(succeeded(reason))).toBe('closed issue #1\n')
      expect(issues.issue(1)).toMatchObject({ state: 'closed', stateReason: 'completed' })
      expect(issues.issue(1).comments[0]?.body).toContain(`ended with \`${reason}\`.`)
      expect(await notice(succeeded(reason))).toBe('all is well, and there is no open issue\n')
      expect(state()).toEqual([[1, 'closed', 1]])
    }
  )

  it('a new trouble of the same kind opens the issue again, with a comment', async () => {
    await notice(failed('network'))
    await notice(succeeded('refreshed'))
    expect(await notice(failed('network'))).toBe('reopened issue #1\n')
    expect(state()).toEqual([[1, 'open', 2]])
  })

  it('a login that ends soon keeps its issue open', async () => {
    await notice(ENDS_SOON)
    expect(await notice(ENDS_SOON)).toBe('nothing has changed since issue #1\n')
    expect(state()).toEqual([[1, 'open', 0]])
  })
})

describe('an issue that a person closed', () => {
  beforeEach(async () => {
    await notice(ENDS_SOON)
    issues.close(1, 'not_planned')
  })

  it('stays closed for the same trouble', async () => {
    expect(await notice(ENDS_SOON)).toBe('nothing has changed since issue #1, which a person has closed\n')
    expect(state()).toEqual([[1, 'closed', 0]])
  })

  it.each([
    ['another reason', failed('login-expired', { 'login-expires-at': END })],
    ['another date', { ...ENDS_SOON, 'login-expires-at': '2097-01-20T08:00:00.000Z' }]
  ])('is opened again for %s, with a comment', async (_title, inputs: Inputs) => {
    expect(await notice(inputs)).toBe('reopened issue #1\n')
    expect(state()).toEqual([[1, 'open', 1]])
  })

  it('is opened again for the same trouble only after all was well, which changes nothing that people see', async () => {
    const [, ...text] = issues.issue(1).body?.split('\n') ?? []
    await notice(succeeded('refreshed'))
    expect(state()).toEqual([[1, 'closed', 0]])
    expect(issues.issue(1).body?.split('\n').slice(1)).toEqual(text)
    await notice(ENDS_SOON)
    expect(state()).toEqual([[1, 'open', 1]])
  })

  it('and opens again is not changed while the trouble is the same', async () => {
    issues.reopen(1)
    await notice(ENDS_SOON)
    expect(state()).toEqual([[1, 'open', 0]])
  })
})

describe('the issue of a login', () => {
  it('is never one that somebody else opened, with or without a mark of ours', async () => {
    const forged = '<!-- clr-refresh: {"reason":"network","loginExpiresAt":null} -->'
    issues.open({ title: 'About our login', body: 'by a person', labels: [LABEL] })
    issues.open({ title: 'By a form', body: forged, labels: [LABEL], author: 'passer-by' })
    const before = structuredClone(issues.all)
    expect(await notice(failed('network'))).toBe('opened issue #3\n')
    expect(await notice(failed('network'))).toBe('nothing has changed since issue #3\n')
    expect(await notice(succeeded('refreshed'))).toBe('closed issue #3\n')
    expect(issues.all.slice(0, 2)).toEqual(before)
  })

  it('is kept up to date without comments if a person has locked it', async () => {
    await notice(failed('network'))
    issues.lock(1)
    expect(await notice(failed('timeout'))).toBe('updated issue #1\n')
    expect(issues.issue(1).title).toContain('(timeout)')
    expect(await notice(succeeded('refreshed'))).toBe('closed issue #1\n')
    expect(await notice(failed('network'))).toBe('reopened issue #1\n')
    expect(state()).toEqual([[1, 'open', 0]])
  })

  it('is opened again although people have filled its text to the limit', async () => {
    await notice(failed('network'))
    const { body } = issues.issue(1)
    issues.edit(1, { body: `${body ?? ''}${'x'.repeat(65_500 - (body ?? '').length)}` })
    issues.close(1)
    expect(await notice(failed('secret-not-writable'))).toBe('reopened issue #1\n')
    expect(await notice(failed('secret-not-writable'))).toBe('nothing has changed since issue #1\n')
    expect(state()).toEqual([[1, 'open', 1]])
  })

  it('is opened although the token may not create its label', async () => {
    github.faults.add({ fault: { kind: 'status', status: 403 }, method: 'POST', path: /\/labels$/ })
    expect(await notice(failed('network'))).toBe('opened issue #1\n')
  })

  it('is never a pull request, and is found behind more than a page of them', async () => {
    await notice(failed('network'))
    for (let count = 0; count < 100; count += 1) issues.open({ labels: [LABEL], isPullRequest: true })
    expect(await notice(failed('network'))).toBe('nothing has changed since issue #1\n')
    expect(github.lines.at(-1)).toBe(LOOK.replace('page=1 200', 'page=2 200'))
  })

  it('is not that of another login, also if two long names begin alike', async () => {
    for (const login of ['x'.repeat(60), `${'x'.repeat(59)}y`]) {
      await notice(failed('network', { login }))
      await notice(failed('network', { login }))
    }
    expect(issues.all).toHaveLength(2)
    expect(issues.all.flatMap(({ labels }) => labels).filter(label => label.length > 50)).toEqual([])
    await notice(succeeded('refreshed', { login: 'x'.repeat(60) }))
    expect(state()).toEqual([
      [1, 'closed', 1],
      [2, 'open', 0]
    ])
  })

  it('can have a name with a meaning in addresses', async () => {
    const login = 'a b&state=closed#?% "🔑" @octocat'
    await notice(failed('network', { login }))
    expect(await notice(failed('network', { login }))).toBe('nothing has changed since issue #1\n')
    expect(issues.issue(1).labels).toEqual([login])
  })

  it('gets its label although the label exists', async () => {
    issues.labels.set('CLAUDE-LOGIN', 'by a person')
    await notice(failed('network'))
    expect([...issues.labels]).toEqual([['CLAUDE-LOGIN', 'by a person']])
  })

  it('gets a warning in the log if GitHub has dropped its label', async () => {
    issues.dropsLabels = true
    expect(await notice(failed('network'))).toMatch(
      /^opened issue #1\n::warning title=Issue #1 has no label::.* Add the label "claude-login" by hand: .+\n$/
    )
  })
})

describe('an answer that is lost', () => {
  const lost = { kind: 'drop-after' } as const
  const failing = { kind: 'status', status: 502 } as const

  it.each([
    ['/issues', { fault: lost, method: 'POST', path: /\/issues$/ }],
    ['/labels', { fault: lost, method: 'POST', path: /\/labels$/ }],
    ['the list', { fault: lost, method: 'GET' }],
    ['/issues twice, with 502', { fault: failing, method: 'POST', path: /\/issues$/, times: 2 }]
  ])('leads to no second issue: %s', async (_title, rule) => {
    github.faults.add(rule)
    expect(await notice(failed('network'))).toBe('opened issue #1\n')
    expect(state()).toEqual([[1, 'open', 0]])
  })

  it.each([
    ['of the comment', { fault: lost, method: 'POST', path: /\/comments$/ }],
    ['of the change', { fault: lost, method: 'PATCH' }],
    ['of the change, which was not made', { fault: failing, method: 'PATCH', times: 2 }]
  ])('leads to no second comment: %s', async (_title, rule) => {
    await notice(failed('network'))
    github.faults.add(rule)
    expect(await notice(failed('timeout'))).toBe('updated issue #1\n')
    expect(state()).toEqual([[1, 'open', 1]])
    github.faults.add(rule)
    expect(await notice(succeeded('refreshed'))).toBe('closed issue #1\n')
    expect(state()).toEqual([[1, 'closed', 2]])
    github.faults.add(rule)
    expect(await notice(failed('timeout'))).toBe('reopened issue #1\n')
    expect(state()).toEqual([[1, 'open', 3]])
  })

  it('of a run that was killed after its comment leads to no second comment in the next run', async () => {
    await notice(failed('network'))
    const body = issues.issue(1).body
    await notice(failed('timeout'))
    issues.edit(1, { body }) // as if the run had not come so far
    expect(await notice(failed('timeout'))).toBe('updated issue #1\n')
    expect(state()).toEqual([[1, 'open', 1]])
  })

  it('is not taken from the comment of a passer-by', async () => {
    await notice(failed('network'))
    issues.comment(1, '<!-- clr-refresh: {"reason":"timeout","loginExpiresAt":null,"comment":0} -->', 'passer-by')
    await notice(failed('timeout'))
    expect(state()).toEqual([[1, 'open', 2]])
  })

  it('after which GitHub asks for a pause is waited for', async () => {
    github.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, method: 'POST' })
    expect(await notice(failed('network'))).toBe('opened issue #1\n')
  })
})

describe('issues that are turned off', () => {
  it.each([true, 'for writes'] as const)('are a warning, and no failure: %s', async off => {
    issues.off = off
    expect(await notice(failed('network'))).toBe(
      '::warning title=No issue about this login::Issues are turned off in acme/app, so there is none about the login "claude-login"\n'
    )
  })
})

describe('a notice that cannot be written', () => {
  async function refused(inputs: Inputs, variables: NodeJS.ProcessEnv = {}): Promise<string> {
    const { exitCode, stdout, stderr } = await step.run(inputs, variables)
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stdout).not.toContain(JOB_TOKEN)
    return stdout
  }

  it.each<readonly [Permission, RegExp]>([
    [
      'read',
      /github-token may not write .+: give the job `permissions: issues: write` \(GitHub said: "Resource not acc/
    ],
    ['refused', /github-token may not write .+`permissions: issues: write`.+Resource not accessible by integration/],
    ['blind', /acme\/app does not exist, or github-token may not write .+`permissions: issues: write`/],
    ['expired', /github-token is not valid/]
  ])('says which permission is missing: a token that is %s', async (permission, words) => {
    github.tokens.set(JOB_TOKEN, permission)
    const printed = await refused(failed('network'))
    expect(printed).toMatch(/^::error title=The issue about a login was not written::Login "claude-login": /)
    expect(printed).toMatch(words)
    expect(issues.all).toEqual([])
  })

  it.each([
    [
      'an answer that is not from GitHub',
      { kind: 'status', status: 200, body: 'a portal' },
      'something other than GitHub answered'
    ],
    [
      'a request that GitHub refuses',
      { kind: 'status', status: 422, body: { message: 'No\n::error::x' } },
      'answered 422'
    ],
    [
      'a pause that is too long',
      { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
      'tried again in 1 h'
    ]
  ] as const)('says why: %s', async (_title, fault, words) => {
    github.faults.add({ fault, times: 1_000 })
    expect(await refused(failed('network'), { GITHUB_API_URL: github.apiUrl })).toContain(words)
  })

  it.each([
    [{ result: 'maybe' }, /^::error title=Wrong argument or input \(usage\)::result must be .+, got "maybe"\n$/],
    [
      failed('network', { 'login-expires-at': 'x%0A\n::error::' }),
      /::login-expires-at must be a date .+, got "x%250A\\n::error::"\n$/
    ],
    [failed('network', { login: 'a,b' }), /::login must be a name on one line, without a comma, got "a,b"\n$/]
  ])('says which input is wrong, and sends nothing: %j', async (inputs: Inputs, words) => {
    expect(await refused(inputs)).toMatch(words)
    expect(github.lines).toEqual([])
  })
})

it('no input puts a token, or a mention outside of code, into an issue or the log', async () => {
  const stdout = await notice(
    failed('login-expired', {
      login: '@octocat/team <b>',
      'login-command': `clr login --secret X sk-ant-ort01-test-refresh ${JOB_TOKEN} \`\`\`\n@octocat`
    })
  )
  const { title, body } = issues.issue(1)
  expect(`${stdout}${title}${body ?? ''}`).not.toMatch(/test-refresh|fake_token/)
  expect(title).not.toMatch(/@\w/)
  const withoutCode = (body ?? '').replace(/^(`{3,})sh\n[^]*?\n\1$/gm, '').replace(/(`+)[^`\n]+\1/g, '')
  expect(withoutCode).not.toMatch(/@|<b>/)
})

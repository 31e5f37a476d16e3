import { describe, expect, it } from '@jest/globals'
import { troubleshootingUrl } from '../../../src/core/project.js'
import { withInputNames } from '../../../src/action/input-names.js'
import { remedyForWorkflow } from '../../../src/action/remedies.js'
import { runLinks } from '../../../src/action/output/run-links.js'
import { judge, type LoginRun, type Trouble } from '../../../src/action/notice/situation.js'
import { closingText, textOf, titleOf, type Subject } from '../../../src/action/notice/texts.js'
import { allReasons, outcomeOf } from '../../../src/core/reasons.js'

const END_MS = Date.UTC(2026, 11, 24, 8)
const COMMAND = 'clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude'
const NPX = 'npx github:org/clr-refresh#v1 login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude'
const VARIABLES = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '4711',
  GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/keep alive.yml@refs/heads/main',
  GITHUB_ACTION_REPOSITORY: 'org/clr-refresh',
  GITHUB_ACTION_REF: 'v1'
}
const RUN: LoginRun = { result: 'failure', reason: 'network', loginExpiresAtMs: END_MS, isEndingSoon: false }

function subject(changes: Partial<Subject> = {}): Subject {
  return {
    run: RUN,
    label: 'claude-login',
    loginCommand: COMMAND,
    links: runLinks(VARIABLES, 'acme/app'),
    secrets: ['ghs_fake_token'],
    nowMs: END_MS - 1_000,
    ...changes
  }
}

function troubleOf(run: LoginRun): Trouble {
  const situation = judge(run)
  return situation.kind === 'trouble'
    ? situation.trouble
    : { reason: 'not a trouble', loginExpiresAtMs: null, isEndingSoon: false }
}

/** Title and text about a run. */
function about(changes: Partial<LoginRun>, others: Partial<Subject> = {}): { title: string; text: string } {
  const run = { ...RUN, ...changes }
  const trouble = troubleOf(run)
  return { title: titleOf(trouble, subject({ run, ...others })), text: textOf(trouble, subject({ run, ...others })) }
}

/** A text without the links to the page of the workflow, but with their words. */
function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]*)\]\(<[^>]*keep%20alive\.yml>\)/g, '$1')
}

describe('the notice about a login that ends soon', () => {
  const run = { result: 'success', reason: 'refreshed', isEndingSoon: true } as const

  it('has the date, the exact command, and the links, word for word', () => {
    expect(about(run)).toEqual({
      title: 'The Claude login "claude-login" ends on 2026-12-24',
      text: `The login \`claude-login\` ends on **2026-12-24 08:00 UTC**. A refresh does not extend it: a person has to sign in again. The date comes from [this run](<https://github.com/acme/app/actions/runs/4711>).

Sign in again, on any computer with \`claude\` and \`gh\` (needs Node 20.4 or newer; no installation):

\`\`\`sh
${NPX}
\`\`\`

Or, if \`clr\` is installed:

\`\`\`sh
${COMMAND}
\`\`\`

After that, [run the workflow again](<https://github.com/acme/app/actions/workflows/keep%20alive.yml>): the first refresh of the new login (\`refreshed\`) closes this issue.`
    })
  })

  it('says that it has ended after the date', () => {
    const { title, text } = about(run, { nowMs: END_MS + 1_000 })
    expect(title).toBe('The Claude login "claude-login" ended on 2026-12-24')
    expect(text).toContain('ended on **2026-12-24 08:00 UTC**')
  })

  it('says so if the date is not known', () => {
    const { title, text } = about({ ...run, loginExpiresAtMs: null })
    expect(title).toBe('The Claude login "claude-login" ends soon')
    expect(text).toContain('ends soon, but it is not known when.')
  })
})

describe('the notice about a failed refresh', () => {
  const failures = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)

  it.each(failures)('has the title and the code of the reason, the date, and the command: %s', reason => {
    const { title, text } = about({ reason })
    expect(title).toBe(`The Claude login "claude-login": ${outcomeOf(reason).title} (${reason})`)
    expect(text).toContain(`**${outcomeOf(reason).title}** (\`${reason}\`)`)
    expect(text).toContain('ends on **2026-12-24 08:00 UTC**')
    expect(text).toContain(`\`\`\`sh\n${COMMAND}\n\`\`\``)
    expect(text).toContain(`\`\`\`sh\n${NPX}\n\`\`\``)
    expect(text).toContain('[this run](<https://github.com/acme/app/actions/runs/4711>)')
    expect(text).toContain(`[More about \`${reason}\`](<${troubleshootingUrl(reason)}>)`)
  })

  it.each(failures)('says once that the workflow must run again, as a link, and what closes the issue: %s', reason => {
    const { text } = about({ reason })
    expect(text.match(/run the (?:workflow|job) again/gi)).toHaveLength(1)
    expect(text).toMatch(/\[run the (?:workflow|job) again\]\(<https:.*keep%20alive\.yml>\)/i)
    expect(text.match(/\(`refreshed`\) closes this issue\./g)).toHaveLength(1)
  })

  it.each(['secret-write-failed', 'write-back-failed'])('does not say that the refresh failed: %s', reason => {
    expect(about({ reason }).text).toContain('the run that refreshes `claude-login` failed.')
  })

  it('says that the end may be wrong if it has passed', () => {
    expect(about({}).text).toContain('The login itself ends on **2026-12-24')
    expect(about({}, { nowMs: END_MS }).text).toContain(
      'According to its stored end date, the login ended on **2026-12-24'
    )
  })

  it.each(['login-rejected', 'login-expired'])('asks for a sign-in at once: %s', reason => {
    expect(about({ reason }).text).not.toContain('Only if')
    expect(about({ reason }).text).toMatch(
      /Sign in again, on any computer with `claude` and `gh` \(needs Node [^)]+\):\n\n```sh\nnpx /
    )
  })

  it('names the machine on which the command has to run if the login is in a file', () => {
    const loginCommand = 'clr login --creds /home/ci/.claude/.credentials.json --replace'
    const { text } = about({ reason: 'login-expired' }, { loginCommand })
    expect(text).toContain('Sign in again, on the machine that has the file, as its owner (needs Node ')
    expect(text).toContain(`Or, if \`clr\` is installed:\n\n\`\`\`sh\n${loginCommand}\n`)
  })

  it.each(['creds-not-found', 'creds-invalid'] as const)('has the remedy, and the sign-in beside it: %s', reason => {
    const { text } = about({ reason })
    expect(text).toContain(
      `${withInputNames(outcomeOf(reason).remedy)}\n\nIf the login is lost, sign in again, on any computer `
    )
  })

  it.each(['network', 'rate-limited', 'locked', 'timeout', 'secret-not-writable', 'claude-not-found'] as const)(
    'has the remedy first, and the sign-in only for later: %s',
    reason => {
      const { text } = about({ reason })
      const [before = '', after] = text.split(
        'Only if the next run ends with `login-rejected` or `login-expired`, sign in again, on any computer'
      )
      expect(withoutLinks(before)).toContain(withInputNames(remedyForWorkflow(reason)))
      expect(before).not.toContain('clr login')
      expect(after).toContain(COMMAND)
    }
  )

  it.each(['network', 'secret-not-writable', 'locked'])('asks for a sign-in as well if the end is near: %s', reason => {
    const { title, text } = about({ reason, isEndingSoon: true })
    expect(title).toMatch(new RegExp(`\\(${reason}\\); the login ends on 2026-12-24$`))
    expect(text).not.toContain('Only if')
    expect(text).toMatch(
      /The login itself also ends soon, and a refresh does not extend it\. Sign in again before then, on any computer with `claude` and `gh` \(needs Node [^)]+\):\n\n```sh\nnpx /
    )
  })

  it('asks for a sign-in as well if the end has passed', () => {
    const { title, text } = about({ reason: 'network', isEndingSoon: true }, { nowMs: END_MS + 1_000 })
    expect(title).toMatch(/\(network\); the login ended on 2026-12-24$/)
    expect(text).toContain('The login itself has also reached its stored end date. Sign in again, on any computer')
  })

  it('has the date in the title of a job that failed, too, if the end is near', () => {
    expect(about({ reason: '', isEndingSoon: true }).title).toBe(
      'The job that refreshes the Claude login "claude-login" failed; the login ends on 2026-12-24'
    )
  })

  it('asks for the secret to be stored before the workflow runs again, from the old tokens', () => {
    const { text } = about({ reason: 'secret-write-failed' })
    expect(text).toMatch(/before the next run.*\.\n\nAfter that, \[run the workflow again\]/)
  })

  it('says if the date is not known', () => {
    expect(about({ loginExpiresAtMs: null }).text).toContain('It is not known when the login itself ends.')
  })

  it('does not claim that a refresh failed if only the job did', () => {
    const { title, text } = about({ reason: 'refreshed' })
    expect(title).toBe('The job that refreshes the Claude login "claude-login" failed')
    expect(text).toContain('failed. Its refresh ended with `refreshed`.')
  })

  it.each([
    [{ result: 'failure', reason: '' } as const, 'failed before the refresh had a result'],
    [{ result: 'cancelled', reason: '' } as const, 'was cancelled or timed out before the refresh had a result'],
    [{ result: 'cancelled', reason: 'still-valid' } as const, 'was cancelled or timed out. Its refresh ended with'],
    [{ result: 'failure', reason: 'a-newer-reason' } as const, 'failed. Its refresh ended with `a-newer-reason`']
  ])('says what is known of the job: %j', (run, words) => {
    expect(about(run).text).toContain(words)
  })
})

describe('what the runner does not tell', () => {
  const links = runLinks({}, 'acme/app')

  it('is left out', () => {
    const { text } = about({}, { links })
    expect(text.replace(troubleshootingUrl('network'), '')).not.toMatch(/https?:|npx|null|undefined/)
    expect(text).toContain('The next successful refresh (`refreshed`) closes this issue.')
  })

  it('is said in words if it is the command', () => {
    const { text } = about({ reason: 'login-expired' }, { loginCommand: '' })
    expect(text).toContain('`clr login` makes a new login')
    expect(text).not.toContain('```')
  })

  it.each([
    { GITHUB_ACTION_REPOSITORY: 'org/x; rm -rf ~' },
    { GITHUB_ACTION_REF: 'v1 && true' },
    { GITHUB_ACTION_REF: '' },
    { GITHUB_SERVER_URL: 'https://ghes.test' }
  ])('gives no npx line: %j', changes => {
    expect(runLinks({ ...VARIABLES, ...changes }, 'acme/app').npxCommand).toBeNull()
  })

  it.each([
    [{ GITHUB_SERVER_URL: 'javascript:alert(1)' }, { run: null, workflow: null }],
    [{ GITHUB_RUN_ID: '1)[x](y' }, { run: null }],
    [{ GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/<b>.yml@x' }, { workflow: null }]
  ])('gives no link: %j', (changes, expected) => {
    expect(runLinks({ ...VARIABLES, ...changes }, 'acme/app')).toMatchObject(expected)
  })
})

describe('a hostile input', () => {
  it('cannot leave the fence, nor mention anybody', () => {
    const { text } = about({ reason: 'login-expired' }, { loginCommand: 'clr login ```` `` @octocat <img src=x>' })
    expect(text).toContain('`````sh\nclr login ```` `` @octocat <img src=x>\n`````')
  })

  it.each([
    'clr login \n@octocat',
    'clr login <!-- /clr-refresh -->',
    'clr login --env \u202e',
    'clr login sk-ant-ort01-test-x'
  ])('is not shown as a command if it would have to be changed: %j', loginCommand => {
    const { text } = about({ reason: 'login-expired' }, { loginCommand })
    expect(text).not.toContain('```')
    expect(text).toContain('Sign in again.\n\n`clr login` makes a new login')
  })

  it.each([
    [
      "clr login --creds '/a\nb' --replace",
      'Sign in again with `clr login` for the credentials file that this workflow'
    ],
    ["clr login --secret S --repo acme/app --env 'x##[error]'", 'Sign in again with `clr login` for the secret `S` of']
  ])('is said in words if the line cannot be shown: %j', (loginCommand, words) => {
    const { text } = about({ reason: 'login-expired' }, { loginCommand })
    expect(text).toContain(words)
    expect(text).not.toMatch(/```|:\n\n`clr|##|--env/)
  })

  it('is code in the text, and mentions nobody in the title', () => {
    const { title, text } = about({}, { label: '`@octocat` <b>' })
    expect(title).toContain('"`@\u200boctocat` <b>"')
    expect(text).toContain('`` `@octocat` <b> ``')
  })

  it('shows no token', () => {
    const { title, text } = about({}, { label: 'sk-ant-ort01-test-refresh ghs_fake_token' })
    expect(title).toContain('"*** ***"')
    expect(title + text).not.toMatch(/test-refresh|fake_token/)
  })
})

it('the closing comment has the run, its reason, and the new date', () => {
  const run = { ...RUN, result: 'success', reason: 'refreshed' } as const
  expect(closingText(subject({ run }))).toBe(
    'The login `claude-login` is fine again: [this run](<https://github.com/acme/app/actions/runs/4711>) ended with `refreshed`. The login ends on 2026-12-24 08:00 UTC.'
  )
})

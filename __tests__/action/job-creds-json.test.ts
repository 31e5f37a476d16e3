import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

const STAMPED = JSON.stringify({ ...JSON.parse(sampleText()), storedAt: '2026-11-23T08:00:00.000Z' }, null, 2)
const GIVEN = { 'creds-json': STAMPED }

describe('creds-json', () => {
  it('becomes the file, without its stamp, and is refreshed; post removes it and its work folder', async () => {
    using job = new Job('refreshes')
    const main = await job.main(GIVEN)
    expect(main).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed', creds: job.creds } })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(readFileSync(job.creds, 'utf8')).not.toContain('storedAt')
    expect(main.stdout).toContain('::warning title=The refreshed login is not stored anywhere::')
    expect(main.summary).toContain('\n⚠️ The refresh used up the login in `creds-json`')
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(existsSync(job.creds)).toBe(false)
    expect(job.leftovers).toEqual([])
  })

  it('is masked, with everything in it, before anything is printed', async () => {
    using job = new Job('refreshes')
    const { stdout } = await job.main({ ...GIVEN, 'github-token': 'ghp_test_1', trace: 'nonsense' })
    for (const secret of [
      ...Object.values(OLD_PAIR),
      'test-other',
      'ghp_test_1',
      JSON.stringify(JSON.parse(STAMPED))
    ]) {
      expect(stdout).toContain(`::add-mask::${secret}\n`)
    }
    expect(stdout).toMatch(/^(::add-mask::.+\n)+::error title=[^]*trace must be true or false/)
    expect(stdout.replaceAll(/^::add-mask::.*\n/gm, '')).not.toMatch(/01-test|ghp_test/)
  })

  it('never overwrites another login', async () => {
    using job = new Job('refreshes')
    const another = sampleText({ accessToken: 'sk-ant-oat01-test-2', refreshToken: 'sk-ant-ort01-test-2' })
    job.writeCredentials(another)
    const { exitCode, outputs, stdout } = await job.main(GIVEN)
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { reason: 'usage', creds: job.creds } })
    expect(stdout).toContain(`${job.creds} has a different login than creds-json`)
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(readFileSync(job.creds, 'utf8')).toBe(another)
    expect(job.leftovers).toEqual([])
  })

  it('does not replace the newer pair of an earlier job that was killed; post removes that file, too', async () => {
    using job = new Job('refreshes')
    await job.main(GIVEN)
    expect(await job.main({ ...GIVEN, 'min-validity': '1h' })).toMatchObject({ outputs: { reason: 'still-valid' } })
    expect(job.login).toMatchObject(NEW_PAIR)
    await job.post(GIVEN)
    expect(existsSync(job.creds)).toBe(false)
    expect(job.leftovers).toEqual([])
  })

  it('is not removed if it was placed in a file that was there before', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }))
    await job.main(GIVEN)
    await job.post(GIVEN)
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('is removed even if main failed', async () => {
    using job = new Job('fails-at-once')
    expect(await job.main(GIVEN)).toMatchObject({ exitCode: 1, outputs: { reason: 'claude-failed' } })
    expect(existsSync(job.creds)).toBe(true)
    await job.post(GIVEN)
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('is removed after the recovery of a main that was killed', async () => {
    using job = new Job('hangs-in-the-exchange')
    const step = job.start('main', GIVEN)
    await job.exchangeUnderWay()
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0 })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it.each([
    ['{"claudeAiOauth":', 'begins like JSON, but is incomplete'],
    ['{}', 'creds-json: claudeAiOauth is missing: the text holds no subscription login'],
    ['sk-ant-oat01-test-x', 'is a bare token'],
    ['sk-ant-api03-test-x', 'is an API key'],
    ['CLAUDE_CREDENTIALS={"claudeAiOauth":{}}', 'begins with a name'],
    ['export X="sk-ant-oat01-test-x"', 'begins with a name'],
    [`'${sampleText()}'`, 'has quotes around it'],
    [JSON.stringify(sampleText()), 'has quotes around it'],
    [sampleText().replaceAll('"', '\\"'), 'has backslashes before its quotes'],
    [sampleText().replaceAll('"', "'"), 'has single quotes instead of double ones'],
    [sampleText().replaceAll('"', ''), 'has lost its quotes'],
    ['~/.claude/.credentials.json', 'is the path of a file'],
    ['/home/anna/.claude/.credentials.json', 'is the path of a file'],
    ['C:\\Users\\anna\\.claude\\.credentials.json', 'is the path of a file'],
    ['.credentials.json', 'is the path of a file'],
    ['***', 'is a masked value'],
    ['[object Object]', 'is an object that was converted to text'],
    ['${{ secrets.CLAUDE_CREDENTIALS }}', 'is an expression or a variable that was not expanded'],
    ['$CLAUDE_CREDENTIALS', 'is an expression or a variable that was not expanded'],
    ['%CLAUDE_CREDENTIALS%', 'is an expression or a variable that was not expanded'],
    ['some text or other', 'is neither JSON nor base64 of JSON'],
    ['[]', 'creds-json: the text must be a JSON object, not a list'],
    [base64(sampleText().slice(0, 100)), 'is base64 of a text that begins like JSON, but is incomplete'],
    [base64('{"x":1}'), 'creds-json: claudeAiOauth is missing'],
    [base64('sk-ant-oat01-test-x'), 'is base64 of a text that is not a JSON object'],
    [base64(JSON.stringify(sampleText())), 'is base64 of a text that is not a JSON object'],
    [base64(`[${sampleText()}]`), 'creds-json: the text must be a JSON object, not a list'],
    [base64(` \n[ ${sampleText().slice(0, 100)}`), 'is base64 of a text that is not a JSON object'],
    [base64('1234567890123'), 'is base64 of a text that is not a JSON object'],
    [base64(base64(sampleText())), 'is base64-encoded twice'],
    [Buffer.from(sampleText(), 'utf16le').toString('base64'), 'is base64 of UTF-16']
  ])('is refused if it is malformed, with a message about the input, not about a file: %s', async (text, sentence) => {
    using job = new Job('refreshes')
    const { exitCode, outputs, stdout, summary } = await job.main({ 'creds-json': text })
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'creds-invalid' })
    const [error = ''] = /^::error .*$/m.exec(stdout) ?? []
    expect(error).toContain(sentence)
    expect(error).toMatch(/::creds-json[ :].*%0A.*(README\.md#by-hand|secrets\.NAME|`creds`)/)
    const shown = stdout.replaceAll(/^::add-mask::.*\n/gm, '') + summary
    expect(shown).not.toMatch(/the file|01-test|anna/)
    expect(existsSync(job.creds)).toBe(false)
    expect(job.leftovers).toEqual([])
  })
})

describe('an empty creds-json', () => {
  const CHECKS =
    'Check that the secret exists, and that the job names its `environment:`. Pull requests from forks get no secrets.'
  const asked = { 'secret-name': 'CLAUDE', 'github-token': 'ghp_test_1' }
  const forksPullRequest = (job: Job): NodeJS.ProcessEnv => {
    const pull_request = { head: { repo: { full_name: 'bob/app' } }, base: { repo: { full_name: 'acme/app' } } }
    return {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: job.write('event.json', JSON.stringify({ pull_request }))
    }
  }
  const errorOf = ({ stdout }: { stdout: string }): string => /^::error .*$/m.exec(stdout)?.[0] ?? ''

  it.each(['', ' \n', '\uFEFF'])(
    'is named first in the error if a secret is to be written, with what to check: %j',
    async text => {
      using job = new Job('refreshes')
      const main = await job.main({ ...asked, 'creds-json': text })
      expect(main.outputs).toMatchObject({ reason: 'creds-not-found', creds: job.creds })
      expect(errorOf(main)).toContain(`::creds-json is empty; no credentials file at ${job.creds}%0A${CHECKS}`)
    }
  )

  it('has the line that stores a login in the secret, and names no file that does not exist', async () => {
    using job = new Job('refreshes')
    const main = await job.main({ ...asked, 'creds-json': '', 'dry-run': 'true' }, { GITHUB_REPOSITORY: 'acme/app' })
    const line = 'clr login --secret CLAUDE --repo acme/app'
    expect(errorOf(main)).toContain(`If the secret does not exist yet, store a login with \`${line}\`.`)
    expect(main.summary).toMatch(/If the secret does not exist yet, store a login, on any computer with .*:\n\n```sh\n/)
    expect(main.summary).toContain(`\n${line}\n`)
  })

  it('is named second in the error if a file may have been meant', async () => {
    using job = new Job('refreshes')
    const main = await job.main()
    expect(main.outputs).toMatchObject({ reason: 'creds-not-found', creds: job.creds })
    expect(errorOf(main)).toMatch(
      /::No credentials file at \S+; the input creds-json is empty or not given\.%0AGive the path of the file with `creds`,/
    )
    expect(errorOf(main)).toContain(`If the login should come from a secret: ${CHECKS}`)
  })

  it('is explained if this is a pull request from a fork', async () => {
    using job = new Job('refreshes')
    const main = await job.main({ ...asked, 'creds-json': '' }, forksPullRequest(job))
    expect(errorOf(main)).toContain('::creds-json is empty: this is a pull request from a fork, which gets no secrets')
    expect(errorOf(main)).not.toContain('Check that the secret exists')
    expect(main.summary).toContain('**What to do:** Skip this step')
  })

  it('has the same explanations as an empty github-token', async () => {
    using job = new Job('refreshes')
    const inputs = { ...asked, 'github-token': '' }
    const main = await job.main(inputs)
    expect(main.outputs.reason).toBe('usage')
    expect(errorOf(main)).toMatch(/::github-token is missing: .*which `GITHUB_TOKEN` never can\.%0A/)
    expect(errorOf(main)).toContain(CHECKS)
    const fork = await job.main(inputs, forksPullRequest(job))
    expect(errorOf(fork)).toContain('::github-token is missing: this is a pull request from a fork')
    const withSecret = await job.main({ ...inputs, 'creds-json': sampleText() }, forksPullRequest(job))
    expect(errorOf(withSecret)).toMatch(/::github-token is missing: .*which `GITHUB_TOKEN` never can\.%0A/)
    expect(errorOf(withSecret)).toContain(CHECKS)
  })

  it('is not mentioned if another input is wrong', async () => {
    using job = new Job('refreshes')
    const main = await job.main({ ...asked, 'github-token': '', timeout: 'soon' })
    expect(errorOf(main)).toContain('`timeout` must be')
    expect(main.stdout).not.toMatch(/creds-json|fork/)
  })
})

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

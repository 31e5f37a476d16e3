import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { RefreshReport } from '../../src/core/report.js'
import { ActionCopy } from '../../testing/action-copy.js'
import { troubleshootingUrl } from '../../src/core/project.js'
import { REFRESHED, REJECTED } from '../../testing/sample-report.js'

const login = (mark: string) => ({
  accessToken: `sk-ant-oat01-test-${mark}`,
  refreshToken: `sk-ant-ort01-test-${mark}`
})
const OLD = JSON.stringify({ claudeAiOauth: login('old'), mcpOAuth: { x: { accessToken: 'mcp-test-1' } } }, null, 2)
const NEW = JSON.stringify({ claudeAiOauth: login('new'), mcpOAuth: { x: { accessToken: 'mcp-test-1' } } }, null, 2)
const LOGIN_EXPIRES_AT = '2999-01-01T00:00:00.000Z'

let action: ActionCopy
let creds: string
beforeAll(() => {
  action = new ActionCopy()
  creds = action.at('creds.json')
})
afterAll(() => {
  action[Symbol.dispose]()
})
beforeEach(() => writeFile(creds, OLD))

/** A `clr` that prints its pid, notes how it was called, writes the file, prints both pairs, and reports. */
function clrThat(report: Partial<RefreshReport>, file = NEW): string {
  const whole = { ...REFRESHED, creds, loginExpiresAt: LOGIN_EXPIRES_AT, ...report }
  return `import { writeFileSync } from 'node:fs'
    process.stderr.write('# clr refresh, pid ' + process.pid + '\\n')
    setTimeout(() => {
      const call = { args: process.argv.slice(2), env: process.env, cwd: process.cwd() }
      writeFileSync(${JSON.stringify(action.at('call.json'))}, JSON.stringify(call))
      writeFileSync(${JSON.stringify(creds)}, ${JSON.stringify(file)})
      process.stderr.write(${JSON.stringify(`${OLD}\n::error::planted\n${NEW}\n`)})
      console.log(${JSON.stringify(JSON.stringify(whole))})
      process.exitCode = ${whole.exitCode}
    }, 100)`
}

/** The log with all masked values removed. */
function shown(stdout: string): string {
  return stdout.replaceAll(/^::add-mask::.*\n/gm, '')
}

describe('the action, as a runner runs it', () => {
  it('masks the tokens first, then sets the outputs and the summary, and ends with exit code 0', async () => {
    const step = await action.step(clrThat({}), { creds, timeout: '45', trace: 'false', 'min-validity': '0' })
    expect(step).toMatchObject({ exitCode: 0, stderr: '' })
    expect(step.outputs).toEqual({
      refreshed: 'true',
      reason: 'refreshed',
      'exit-code': '0',
      'expires-at': REFRESHED.expiresAt,
      'login-expires-at': LOGIN_EXPIRES_AT,
      'login-ends-soon': 'false',
      'login-command': `clr login --creds ${creds} --replace`,
      creds,
      'creds-json': JSON.stringify(JSON.parse(NEW)),
      'access-token': 'sk-ant-oat01-test-new'
    })
    expect(step.stdout).toMatch(/^(::add-mask::.+\n)+Refreshed; valid for 8 h\n::group::Details\n/)
    expect(step.summary).toContain('✅ Credentials refreshed')
    expect(step.summary).toContain('<details><summary>Times: ')
  })

  it('masks every token, old and new, and the file as one line', async () => {
    const { stdout } = await action.step(clrThat({}), { creds })
    const masks = stdout.split('\n').flatMap(line => /^::add-mask::(.*)$/.exec(line)?.[1] ?? [])
    const tokens = ['old', 'new'].flatMap(mark => Object.values(login(mark)))
    const oneLine = JSON.stringify(JSON.parse(NEW))
    expect(masks).toEqual(
      expect.arrayContaining([...tokens, 'mcp-test-1', oneLine, JSON.stringify(oneLine).slice(1, -1)])
    )
    for (const mask of masks) expect(mask.length).toBeGreaterThanOrEqual(8)
  })

  it.each(['true', 'false'])('shows no token if clr prints its tokens, with trace %s', async trace => {
    const { stdout, stderr, summary } = await action.step(clrThat({ ...REJECTED, creds, loginExpiresAt: null }), {
      creds,
      trace
    })
    expect(shown(stdout)).toContain('"accessToken": "***"')
    expect(shown(stdout) + stderr + summary).not.toMatch(/01-test|mcp-test/)
    expect(stdout).toMatch(/::stop-commands::(\S+)\n[^]*\n::error::planted\n[^]*\n::\1::\n/)
  })

  it('starts clr with the runner’s Node, in a new environment and in the same folder', async () => {
    const secrets = {
      ACTIONS_RUNTIME_TOKEN: 'x',
      GITHUB_TOKEN: 'x',
      NODE_OPTIONS: '--no-warnings',
      ANTHROPIC_API_KEY: 'x'
    }
    const wanted = { HTTPS_PROXY: 'http://127.0.0.1:1', RUNNER_TRACKING_ID: 'github_1', LANG: 'C' }
    await action.step(clrThat({}), { creds: 'creds.json', trace: 'True', timeout: ' 7 ' }, { ...secrets, ...wanted })
    expect(JSON.parse(await readFile(action.at('call.json'), 'utf8'))).toEqual({
      args: ['refresh', '--json', '--creds=creds.json', '--timeout=7', '--trace'],
      env: { PATH: '/usr/bin:/bin', HOME: action.path, CLR_REFRESH_ANNOUNCE_PID: '1', ...wanted },
      cwd: action.path
    })
  })

  it.each([
    { reason: 'login-rejected', exitCode: 1, title: 'Login rejected (login-rejected)' },
    { reason: 'timeout', exitCode: 2, title: 'Timed out (timeout)' }
  ] as const)('fails the step after $reason, and names reason and remedy', async ({ reason, exitCode, title }) => {
    const remedy = 'Do this.'
    const clr = clrThat({ reason, exitCode, refreshed: false, message: 'so it went', remedy }, OLD)
    const step = await action.step(clr, { creds })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ refreshed: 'false', reason, 'exit-code': String(exitCode), creds })
    expect(Object.keys(step.outputs)).not.toEqual(expect.arrayContaining(['access-token']))
    expect(step.stdout).toContain(`\n::error title=${title}::So it went.%0A${remedy}%0A${troubleshootingUrl(reason)}\n`)
    expect(step.summary).toContain(`**What to do:** ${remedy}`)
  })

  it.each([
    { clr: 'console.log("hello")', cause: 'ended with exit status 0, and did not report a result' },
    { clr: 'throw new Error("sk-ant-oat01-test-1")', cause: 'ended with exit status 1, and did not report a result' },
    { clr: 'process.kill(process.pid, "SIGKILL")', cause: 'did not finish' },
    { clr: 'syntax error', cause: 'SyntaxError' }
  ])('reports internal if clr ends without a report: $clr', async ({ clr, cause }) => {
    const step = await action.step(clr, { creds })
    expect(step).toMatchObject({
      exitCode: 1,
      stderr: '',
      outputs: { reason: 'internal', 'exit-code': '1', creds: '' }
    })
    const annotations = step.stdout.split('\n').filter(line => line.startsWith('::error '))
    expect(annotations).toHaveLength(1)
    expect(annotations[0]).toContain(cause)
    expect(shown(step.stdout)).not.toContain('01-test')
  })

  it('refuses an input that is neither true nor false, and starts nothing', async () => {
    const step = await action.step(clrThat({}), { creds, trace: 'yes' })
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'usage', refreshed: 'false' } })
    expect(step.stdout).toContain('trace must be true or false, got "yes"')
    await expect(readFile(creds, 'utf8')).resolves.toBe(OLD)
  })

  it('prints no token if there is no file for outputs, and needs no file for the summary', async () => {
    const nowhere = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined }
    const { exitCode, stdout } = await action.step(clrThat({}), { creds }, nowhere)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('::set-output name=reason::refreshed')
    expect(shown(stdout)).not.toContain('01-test')
  })

  describe.each([
    [
      'if the system refuses to start a program',
      `require('child_process').spawn = () => {
        throw Object.assign(new Error('spawn ENOMEM'), { code: 'ENOMEM', syscall: 'spawn' })
      }`,
      'spawn ENOMEM; this run did not use the refresh token. If the message'
    ],
    [
      'if there is a bug in our code',
      `const write = process.stdout.write.bind(process.stdout)
      process.stdout.write = (text, ...rest) => {
        if (text.startsWith('::add-mask::')) throw new Error('50% of sk-ant-oat01-test-new')
        return write(text, ...rest)
      }`,
      '50%25 of ***; the refresh token may have been used up, so the login may be lost. If the message'
    ]
  ])('%s', (_when, source, sentence) => {
    it('fails with one annotation and no stack, and sets the outputs', async () => {
      const hook = action.at('hook.cjs')
      await writeFile(hook, source)
      const variables = { NODE_OPTIONS: `--require ${hook}` }
      const { exitCode, stdout, stderr, outputs } = await action.step(clrThat({}), { creds }, variables)
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
      expect(stdout.trimStart().split('\n')).toEqual([
        expect.stringContaining(`::error title=clr-refresh failed unexpectedly (internal)::${sentence}`),
        ''
      ])
      expect(outputs).toEqual({ refreshed: 'false', reason: 'internal', 'exit-code': '1', 'login-ends-soon': 'false' })
    })
  })
})

import { EventEmitter } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runMain } from '../../src/action/run-main.js'
import type { ClrCall, RunningClr } from '../../src/action/clr/start.js'
import { listenForSignals } from '../../src/action/clr/signals.js'
import type { ActionContext } from '../../src/action/context.js'
import { recordingToolkit } from '../../testing/recording-toolkit.js'
import { REFRESHED, REJECTED } from '../../testing/sample-report.js'

const OLD = '{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-old","refreshToken":"sk-ant-ort01-test-old"}}'
const NEW = '{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-new","refreshToken":"sk-ant-ort01-test-new"}}'

let creds: string
beforeEach(async () => {
  creds = path.join(await mkdtemp(path.join(tmpdir(), 'run-action-')), 'c.json')
  await writeFile(creds, OLD)
})
afterEach(() => rm(path.dirname(creds), { recursive: true }))

/** Runs the action with a fake `clr` that does and reports what the test says. */
async function run(report: object | string, options: { env?: NodeJS.ProcessEnv; stderr?: string } = {}) {
  const { toolkit, calls } = recordingToolkit()
  const events: string[] = []
  const startClr = (call: ClrCall): RunningClr => {
    events.push(`start ${call.args.join(' ')}`)
    const said = Promise.resolve(1)
    return { spawned: Promise.resolve(), pid: said, ended: said.then(end) }
  }
  const end = async () => {
    await new Promise(resolve => setTimeout(resolve, 50))
    await writeFile(creds, NEW)
    events.push('end')
    const stdout = typeof report === 'string' ? report : JSON.stringify(report)
    const exitCode = typeof report === 'object' && 'exitCode' in report ? Number(report.exitCode) : 1
    return { exitCode, stdout, stderr: `# clr refresh, pid 1\n${options.stderr ?? ''}` }
  }
  const loadToolkit = () => {
    events.push('load')
    return Promise.resolve(toolkit)
  }
  const env = { INPUT_CREDS: creds, GITHUB_OUTPUT: '/somewhere', ...options.env }
  const signals = listenForSignals(new EventEmitter())
  const context: ActionContext = { env, clrProgram: '/dist/cli/index.js', startClr, loadToolkit, signals }
  return { exitCode: await runMain(context), calls, events }
}

describe('runMain', () => {
  it('starts clr first, and loads the toolkit while it is running', async () => {
    const { events } = await run({ ...REFRESHED, creds })
    expect(events.slice(0, 3)).toEqual([`start refresh --json --creds=${creds}`, 'load', 'end'])
  })

  it('masks the tokens, old and new, before it prints anything', async () => {
    const { exitCode, calls } = await run({ ...REFRESHED, creds })
    expect(exitCode).toBe(0)
    const masks = calls.filter(call => call.startsWith('mask: '))
    expect(calls.slice(0, masks.length)).toEqual(masks)
    for (const token of ['oat01-test-old', 'ort01-test-old', 'oat01-test-new', 'ort01-test-new']) {
      expect(masks).toContain(`mask: sk-ant-${token}`)
    }
    expect(masks).toContain(`mask: ${NEW}`)
    expect(calls).toContain('output: reason=refreshed')
    expect(calls).toContain(`output: creds-json=${NEW}`)
  })

  it.each([
    { ...REJECTED, exitCode: 1 },
    { ...REJECTED, reason: 'timeout', exitCode: 2 }
  ])('fails the step with exit code 1 after $reason, and sets the outputs anyway', async report => {
    const { exitCode, calls } = await run(report)
    expect(exitCode).toBe(1)
    expect(calls).toContain(`output: reason=${report.reason}`)
    expect(calls).toContain(`output: exit-code=${report.exitCode}`)
    expect(calls.some(call => call.startsWith('error: '))).toBe(true)
    expect(calls.some(call => call.startsWith('output: access-token'))).toBe(false)
  })

  it('prints no token if clr prints the file', async () => {
    const report = { ...REJECTED, message: 'got sk-ant-ort01-test-old' }
    const { calls } = await run(report, { stderr: 'Bearer sk-ant-oat01-test-new\nort01-test-old\n' })
    expect(calls).toContain('info: Bearer ***')
    const shown = calls.filter(call => !call.startsWith('mask: ')).join('\n')
    expect(shown).not.toContain('01-test-')
  })

  it('prints no token of a remedy or a warning', async () => {
    const spoilt = { remedy: 'not ort01-test-old', warnings: ['nor oat01-test-new'] }
    for (const report of [
      { ...REJECTED, ...spoilt },
      { ...REFRESHED, creds, ...spoilt }
    ]) {
      const { calls } = await run(report)
      const shown = calls.filter(call => !/^(mask|output): /.test(call)).join('\n')
      expect(shown).toContain('Nor ***')
      expect(shown).not.toContain('01-test-')
    }
  })

  it('does not show the line with the pid', async () => {
    const { calls } = await run(REJECTED, { stderr: 'hello\n' })
    expect(calls).toContain('info: hello')
    expect(calls.join('\n')).not.toContain('pid')
  })

  it('does not start clr if an input is invalid, and names the input', async () => {
    const { exitCode, calls, events } = await run(REFRESHED, { env: { INPUT_TRACE: 'maybe' } })
    expect(exitCode).toBe(1)
    expect(events).toEqual(['load'])
    expect(calls).toContain('output: reason=usage')
    expect(calls.find(call => call.startsWith('error: '))).toContain('trace must be true or false, got "maybe"')
    await expect(readFile(creds, 'utf8')).resolves.toBe(OLD)
  })

  it('reports internal if clr reports nonsense', async () => {
    const { exitCode, calls } = await run('nonsense')
    expect(exitCode).toBe(1)
    expect(calls).toContain('output: reason=internal')
    expect(calls.find(call => call.startsWith('error: '))).toContain('[clr-refresh failed unexpectedly (internal)]')
  })

  it('reports internal after an unexpected error', async () => {
    const { toolkit, calls } = recordingToolkit()
    const startClr = () => {
      throw new Error('boom')
    }
    const loadToolkit = () => Promise.resolve(toolkit)
    const exitCode = await runMain({
      env: { INPUT_CREDS: creds },
      clrProgram: '',
      startClr,
      loadToolkit,
      signals: listenForSignals(new EventEmitter())
    })
    expect(exitCode).toBe(1)
    expect(calls).toContain('output: reason=internal')
    expect(calls.find(call => call.startsWith('error: '))).toContain('boom')
  })
})

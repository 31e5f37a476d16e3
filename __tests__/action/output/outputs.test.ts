import { appendFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { plainOutputs, secretOutputs, setOutputs } from '../../../src/action/output/outputs.js'
import { lookAt } from '../../../src/action/seen-credentials.js'
import { reportOf } from '../../../src/core/report.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { recordingToolkit } from '../../../testing/recording-toolkit.js'
import { REFRESHED, REJECTED } from '../../../testing/sample-report.js'

const AFTER = lookAt('{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-a"}}')

describe('plainOutputs', () => {
  it('describes a refresh', () => {
    expect(plainOutputs(REFRESHED, 'clr login')).toEqual({
      refreshed: 'true',
      reason: 'refreshed',
      'exit-code': '0',
      'expires-at': '2026-01-31T09:05:00.000Z',
      'login-expires-at': '2026-03-01T00:00:00.000Z',
      'login-ends-soon': 'false',
      'login-command': 'clr login',
      creds: '/home/me/.claude/.credentials.json'
    })
  })

  it('leaves unknown values empty', () => {
    const unknown = { 'expires-at': '', 'login-expires-at': '', 'login-command': '', creds: '' }
    const known = { refreshed: 'false', reason: 'timeout', 'exit-code': '2', 'login-ends-soon': 'false' }
    expect(plainOutputs(reportOf('timeout', 'too late'), '')).toEqual({ ...known, ...unknown })
  })
})

describe('login-ends-soon', () => {
  it('is true as the report says, after a failure too', () => {
    for (const report of [REFRESHED, REJECTED]) {
      expect(plainOutputs({ ...report, loginEndsSoon: true }, '')).toMatchObject({ 'login-ends-soon': 'true' })
    }
  })
})

describe('secretOutputs', () => {
  it('passes on file and token after exit code 0', () => {
    expect(secretOutputs(REFRESHED, AFTER)).toEqual({ 'creds-json': AFTER.json, 'access-token': 'sk-ant-oat01-test-a' })
  })

  it('passes on nothing after a dry run', () => {
    expect(secretOutputs(reportOf('ready', 'all is well'), AFTER)).toEqual({})
  })

  it('passes on nothing after a failure, or if the file is gone or blank', () => {
    expect(secretOutputs(REJECTED, AFTER)).toEqual({})
    expect(secretOutputs(REFRESHED, lookAt(''))).toEqual({})
    expect(secretOutputs(REFRESHED, lookAt('{"claudeAiOauth":{"accessToken":""}}'))).toEqual({})
  })
})

describe('setOutputs', () => {
  const outputs = { plain: { reason: 'refreshed' }, secret: { 'access-token': 'sk-ant-oat01-test-a' } }

  it('sets them all', () => {
    const { toolkit, calls } = recordingToolkit()
    expect(setOutputs(toolkit, outputs, { GITHUB_OUTPUT: '/somewhere' })).toBeNull()
    expect(calls).toEqual(['output: reason=refreshed', 'output: access-token=sk-ant-oat01-test-a'])
  })

  it.each([{}, { GITHUB_OUTPUT: '' }])('leaves out secrets that the toolkit would print, and says so', env => {
    const { toolkit, calls } = recordingToolkit()
    const problem = setOutputs(toolkit, outputs, env)
    expect(problem).toBe('GITHUB_OUTPUT is not set: the outputs that hold tokens are not set')
    expect(calls).toEqual(['output: reason=refreshed'])
  })

  it('removes half an output if the disk fills up in the middle of it, and keeps those before', () => {
    using temp = new TempFolder()
    const file = temp.write('output', '')
    const { toolkit } = recordingToolkit()
    const setOutput = (name: string, value: string): void => {
      appendFileSync(file, `${name}<<x\n${value.slice(0, 10)}`)
      if (name !== 'reason') throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
      appendFileSync(file, '\nx\n')
    }
    expect(setOutputs({ ...toolkit, setOutput }, outputs, { GITHUB_OUTPUT: file })).toBe(
      'GITHUB_OUTPUT cannot be written (ENOSPC): the output access-token and those after it are not set'
    )
    expect(temp.text('output')).toBe('reason<<x\nrefreshed\nx\n')
  })

  it('does not mention secret outputs if there are none', () => {
    expect(setOutputs(recordingToolkit().toolkit, { plain: {}, secret: {} }, {})).toBeNull()
  })
})

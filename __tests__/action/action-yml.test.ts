import { describe, expect, it } from '@jest/globals'
import { readInputs } from '../../src/action/inputs.js'
import { plainOutputs, secretOutputs } from '../../src/action/output/outputs.js'
import { lookAt } from '../../src/action/seen-credentials.js'
import { DEFAULTS } from '../../src/core/options.js'
import { declared, readYaml } from '../../testing/repository-files.js'
import { REFRESHED } from '../../testing/sample-report.js'

const inputs = declared('inputs')
const outputs = declared('outputs')
const defaultOf = (input: string): string | undefined => inputs.find(({ name }) => name === input)?.default

describe('action.yml', () => {
  it('describes each input and each output', () => {
    expect([...inputs, ...outputs].filter(({ description }) => description === '')).toEqual([])
    expect(inputs.length * outputs.length).toBeGreaterThan(0)
  })

  it('has no default for creds, and for all other inputs the defaults of clr', () => {
    expect(defaultOf('creds')).toBe('')
    expect(defaultOf('timeout')).toBe(DEFAULTS.timeout)
    expect(defaultOf('min-validity')).toBe(DEFAULTS.minValidity)
    expect(defaultOf('login-warning')).toBe(DEFAULTS.loginWarning)
  })

  it('declares exactly the inputs that are read', () => {
    const read: string[] = []
    const notes = new Proxy<NodeJS.ProcessEnv>({}, { get: (_env, name) => void read.push(String(name)) })
    readInputs(notes)
    const variables = inputs.map(({ name }) => `INPUT_${name.toUpperCase()}`)
    expect([...new Set(read)].sort()).toEqual(variables.sort())
  })

  it('runs its two programs, the second even if the first failed', () => {
    expect(readYaml('action.yml').runs).toEqual({
      using: 'node24',
      main: 'dist/action/main.js',
      post: 'dist/action/post.js',
      'post-if': 'always()'
    })
  })

  it('declares the outputs that are set', () => {
    const secret = secretOutputs(REFRESHED, lookAt('{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-a"}}'))
    expect(outputs.map(({ name }) => name)).toEqual(Object.keys({ ...plainOutputs(REFRESHED, ''), ...secret }))
  })
})

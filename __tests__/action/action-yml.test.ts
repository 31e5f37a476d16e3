import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readInputs } from '../../src/action/inputs.js'
import { plainOutputs, secretOutputs } from '../../src/action/output/outputs.js'
import { lookAt } from '../../src/action/seen-credentials.js'
import { DEFAULTS } from '../../src/core/options.js'
import { REFRESHED } from '../../testing/sample-report.js'

const text = await readFile(path.resolve(import.meta.dirname, '../../action.yml'), 'utf8')
const section = (name: string): string => new RegExp(`^${name}:\n((?: .*\n|\n)+)`, 'm').exec(text)?.[1] ?? ''
const names = (yaml: string): readonly string[] => [...yaml.matchAll(/^ {2}([\w-]+):$/gm)].map(([, name = '']) => name)
const defaultOf = (input: string): string | undefined =>
  new RegExp(`^ {2}${input}:\n(?: {4,}.*\n)*? {4}default: '?([^'\n]*)'?\n`, 'm').exec(section('inputs'))?.[1]

describe('action.yml', () => {
  it('describes each input and each output', () => {
    const described = section('inputs') + section('outputs')
    expect(names(described)).toHaveLength(described.match(/^ {4}description: ./gm)?.length ?? 0)
  })

  it('leaves the file to CLAUDE_CONFIG_DIR and HOME, and has the other defaults of clr', () => {
    expect(defaultOf('creds')).toBe('')
    expect(defaultOf('timeout')).toBe(DEFAULTS.timeout)
    expect(defaultOf('min-validity')).toBe(DEFAULTS.minValidity)
  })

  it('declares the inputs that are read, and no other', () => {
    const read: string[] = []
    const notes = new Proxy<NodeJS.ProcessEnv>({}, { get: (_env, name) => void read.push(String(name)) })
    readInputs(notes)
    const declared = names(section('inputs')).map(name => `INPUT_${name.toUpperCase()}`)
    expect([...new Set(read)].sort()).toEqual(declared.sort())
  })

  it('runs its two programs, the second whatever happened to the first', () => {
    expect(section('runs')).toBe(
      '  using: node24\n  main: dist/action/main.js\n  post: dist/action/post.js\n  post-if: always()\n'
    )
  })

  it('declares the outputs that are set', () => {
    const secret = secretOutputs(REFRESHED, lookAt('{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-a"}}'))
    expect(names(section('outputs'))).toEqual(Object.keys({ ...plainOutputs(REFRESHED), ...secret }))
  })
})

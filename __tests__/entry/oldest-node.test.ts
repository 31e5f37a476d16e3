import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseObject } from '../../testing/json-object.js'
import { NODE20 } from '../../testing/paths.js'
import { OLDEST_NODE, whyNodeIsTooOld } from '../../src/entry/node-version.js'

const read = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8')
const manifest = parseObject(read('package.json'))

describe('the oldest Node that we run on', () => {
  it('is the one that package.json names', () => {
    expect(manifest.engines).toEqual({ node: `>=${OLDEST_NODE}` })
  })

  it('is exactly the one that the tests run on', () => {
    expect(manifest.devDependencies).toMatchObject({ node20: `npm:node@${OLDEST_NODE}.0` })
    expect(execFileSync(NODE20, ['--version'], { encoding: 'utf8' })).toBe(`v${OLDEST_NODE}.0\n`)
  })

  it.each(['README.md', 'docs/troubleshooting.md'])('is the only one that %s names', name => {
    const named = [
      ...read(name).matchAll(/(?:clr-refresh needs|`clr` needs|with `claude`,) Node ([\d.]+) or newer/g)
    ].map(([, version]) => version)
    expect(named.length).toBeGreaterThan(0)
    expect(new Set(named)).toEqual(new Set([OLDEST_NODE]))
  })

  it.each(['0.12.18', '9.11.2', '18.20.8', '20.3.1'])('is newer than %s', version => {
    expect(whyNodeIsTooOld(version)).toContain(`this is Node ${version} (`)
  })

  it.each(['20.4.0', '20.20.2', '21.0.0', '24.0.0', '100.0.0'])('is not newer than %s', version => {
    expect(whyNodeIsTooOld(version)).toBeNull()
  })
})

import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { CachedTool } from '../../../src/action/install/tool-cache.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const MINUTE_MS = 60_000

/** A temporary tool cache with leftovers of other jobs. */
class Cache extends TempFolder {
  readonly tool = new CachedTool(this.path, 'tool')

  /** An incomplete tool of this age. */
  leaveStage(name: string, ageMinutes: number): void {
    this.write(`tool/${name}/half`, 'x')
    const then = new Date(Date.now() - ageMinutes * MINUTE_MS)
    utimesSync(this.at('tool', name), then, then)
  }

  add(version: string): Promise<string> {
    return this.tool.add(version, stage => {
      mkdirSync(stage)
      writeFileSync(`${stage}/whole`, version)
      return Promise.resolve()
    })
  }
}

describe('CachedTool', () => {
  it('removes the incomplete tools of killed jobs, and leaves one that may still be in progress', async () => {
    using cache = new Cache()
    cache.leaveStage('.clr-stage-dead', 61)
    cache.leaveStage('.clr-stage-at-work', 50)
    await cache.add('1.0.0')
    expect(cache.names('tool')).toEqual(['.clr-stage-at-work', '1.0.0'])
  })

  it('does not touch other versions, however old', async () => {
    using cache = new Cache()
    cache.leaveStage('0.9.0', 600)
    await cache.add('1.0.0')
    expect(cache.names('tool')).toEqual(['0.9.0', '1.0.0'])
  })

  it('keeps the tool if another job has installed it first', async () => {
    using cache = new Cache()
    const folder = await cache.tool.add('1.0.0', async stage => {
      mkdirSync(stage)
      await cache.add('1.0.0')
    })
    expect([existsSync(`${folder}/whole`), cache.names('tool')]).toEqual([true, ['1.0.0']])
  })

  it('installs a version again if its `.complete` file is missing', async () => {
    using cache = new Cache()
    cache.write(`tool/1.0.0/${process.arch}/half`, 'x')
    expect(cache.tool.find('1.0.0')).toBeNull()
    expect(cache.tool.find('1.0.0')).not.toBe(await cache.add('1.0.0'))
    expect(cache.names(`tool/1.0.0/${process.arch}`)).toEqual(['whole'])
  })
})

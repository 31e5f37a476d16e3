import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { CachedTool } from '../../../src/action/install/tool-cache.js'
import { parseJson } from '../../../src/core/json.js'
import { identityOf } from '../../../src/core/system/process-identity.js'
import { asRoot } from '../../../testing/needs.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const MINUTE_MS = 60_000

/** A temporary tool cache with leftovers of other jobs. */
class Cache extends TempFolder {
  readonly tool = new CachedTool(this.path, 'tool')

  /** An incomplete tool of this age, made by this process if it is known. */
  leaveStage(name: string, ageMinutes: number, maker: unknown = null): void {
    this.write(`tool/${name}/half`, 'x')
    if (maker !== null) this.write(`tool/${name}/maker.json`, JSON.stringify(maker))
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

  it('removes the incomplete tool of a killed process at once, and never that of a running one', async () => {
    using cache = new Cache()
    const maker = spawn('/bin/sleep', ['600'])
    cache.leaveStage('.clr-stage-at-work', 61, identityOf(maker.pid ?? 0))
    cache.leaveStage('.clr-stage-dead', 0, identityOf(maker.pid ?? 0))
    const dead = once(maker, 'exit')
    await cache.add('1.0.0')
    expect(cache.names('tool')).toEqual(['.clr-stage-at-work', '.clr-stage-dead', '1.0.0'])
    maker.kill('SIGKILL')
    await dead
    await cache.add('1.0.1')
    expect(cache.names('tool')).toEqual(['1.0.0', '1.0.1'])
  })

  it('says who makes a tool while it is made, and not in the tool', async () => {
    using cache = new Cache()
    let record = ''
    const folder = await cache.tool.add('1.0.0', made => {
      mkdirSync(made)
      record = readFileSync(path.join(made, '../maker.json'), 'utf8')
      return Promise.resolve()
    })
    expect([parseJson(record), existsSync(path.join(folder, 'maker.json'))]).toEqual([
      expect.objectContaining({ pid: process.pid }),
      false
    ])
  })

  it('leaves nothing of a tool that could not be made', async () => {
    using cache = new Cache()
    const failed = cache.tool.add('1.0.0', made => {
      mkdirSync(made)
      return Promise.reject(new Error('no'))
    })
    await expect(failed).rejects.toThrow('no')
    expect(cache.names('tool')).toEqual([])
  })

  it('leaves nothing of a tool that could not be marked as complete', async () => {
    using cache = new Cache()
    cache.write(`tool/1.0.0/${process.arch}.complete/x`, '') // a folder, so that the file cannot be written
    await expect(cache.add('1.0.0')).rejects.toThrow(`the tool cache ${cache.path} cannot be used (EISDIR)`)
    expect([cache.names('tool'), cache.names('tool/1.0.0')]).toEqual([['1.0.0'], []])
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

  it('uses the tool of another job even if that one is in its place at the last moment, and never removes it', async () => {
    using cache = new Cache()
    let inode = 0
    const folder = await cache.tool.add('1.0.0', async stage => {
      inode = statSync(await cache.add('1.0.0')).ino
      mkdirSync(stage)
    })
    expect(statSync(folder).ino).toBe(inode)
  })

  asRoot.it('leaves the incomplete tools of another user, who may exchange what is in them', async () => {
    using cache = new Cache()
    cache.leaveStage('.clr-stage-other', 61)
    chownSync(cache.at('tool/.clr-stage-other'), 1000, 1000)
    await cache.add('1.0.0')
    expect(cache.names('tool')).toEqual(['.clr-stage-other', '1.0.0'])
  })

  it('installs a version again if its `.complete` file is missing', async () => {
    using cache = new Cache()
    cache.write(`tool/1.0.0/${process.arch}/half`, 'x')
    expect(cache.tool.find('1.0.0')).toBeNull()
    expect(cache.tool.find('1.0.0')).not.toBe(await cache.add('1.0.0'))
    expect(cache.names(`tool/1.0.0/${process.arch}`)).toEqual(['whole'])
  })
})

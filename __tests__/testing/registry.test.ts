import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { extract } from 'tar'
import { isJsonObject, type JsonObject } from '../../src/core/json.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { startProgram } from '../../testing/program.js'
import { CLAUDE_PACKAGE, publishClaude, scriptFor } from '../../testing/registry/claude-package.js'
import { ABBREVIATED } from '../../testing/registry/packument.js'
import { startRegistry, type StandInRegistry } from '../../testing/registry/registry.js'
import { TempFolder } from '../../testing/temp-folder.js'

let registry: StandInRegistry
let folder: TempFolder

beforeEach(async () => {
  registry = await startRegistry()
  folder = new TempFolder()
})

afterEach(async () => {
  await registry.close()
  folder[Symbol.dispose]()
})

describe('a package of the stand-in registry', () => {
  it('is installed by the real npm, with its program', async () => {
    const files = { 'run.sh': { content: '#!/bin/sh\necho it runs\n', mode: 0o755 } }
    await registry.publish({ name: '@test/tool', version: '1.2.3', files, bin: { tool: 'run.sh' } })
    registry.tag('@test/tool', 'stable', '1.2.3')
    expect(await npm('install', '--global', '@test/tool@stable')).toMatchObject({ exitCode: 0 })
    const run = await startProgram([folder.at('prefix/bin/tool')], { env: { PATH: '/usr/bin:/bin' } }).ended
    expect(run.stdout).toBe('it runs\n')
  })

  /** Runs npm with this registry and a HOME of its own. */
  function npm(...args: readonly string[]): ReturnType<typeof startProgram>['ended'] {
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: folder.path,
      npm_config_registry: registry.url,
      npm_config_prefix: folder.at('prefix'),
      npm_config_cache: folder.at('cache'),
      npm_config_update_notifier: 'false',
      npm_config_audit: 'false'
    }
    return startProgram(['npm', ...args], { env, cwd: folder.path }).ended
  }
})

describe('the CLI in the stand-in registry', () => {
  it('is a package that names those of all platforms, and the one for this machine', async () => {
    await publishClaude(registry, { version: '2.1.330', program: scriptFor('2.1.330', 'exit 3') })
    const main = await versionOf(CLAUDE_PACKAGE, '2.1.330')
    expect(Object.keys(objectFrom(main.optionalDependencies))).toHaveLength(8)
    expect(main).toMatchObject({ hasInstallScript: true, bin: { claude: 'bin/claude.exe' } })
    const native = `${CLAUDE_PACKAGE}-${process.platform}-${process.arch}`
    const { dist } = await versionOf(native, '2.1.330')
    const tarball = await bytesAt(String(objectFrom(dist).tarball))
    expect(`sha512-${createHash('sha512').update(tarball).digest('base64')}`).toBe(objectFrom(dist).integrity)
    mkdirSync(folder.at('out'))
    await extract({ file: folder.write('x.tgz', tarball), cwd: folder.at('out') })
    expect(statSync(folder.at('out/package/claude')).mode & 0o777).toBe(0o755)
    expect(parseObject(readFileSync(folder.at('out/package/package.json'), 'utf8'))).toMatchObject({
      name: native,
      version: '2.1.330'
    })
  })
})

describe('the metadata of the stand-in registry', () => {
  it('is abbreviated if that is asked for, and has the times otherwise', async () => {
    await registry.publish({ name: 'tool', version: '1.0.0', publishedAt: '2020-01-01T00:00:00.000Z' })
    expect(await metadata('tool')).not.toHaveProperty('time')
    const full: unknown = await (await fetch(`${registry.url}tool`)).json()
    expect(full).toMatchObject({ time: { '1.0.0': '2020-01-01T00:00:00.000Z' }, 'dist-tags': { latest: '1.0.0' } })
  })

  it('has a signature that the served key verifies, unless it is to be wrong', async () => {
    await registry.publish({ name: '@test/tool', version: '1.0.0' })
    expect(await isSigned()).toBe(true)
    registry.settings.signatures = 'wrong'
    expect(await isSigned()).toBe(false)
  })

  async function isSigned(): Promise<boolean> {
    const { keys }: JsonObject = objectFrom(await (await fetch(`${registry.url}-/npm/v1/keys`)).json())
    const dist = objectFrom((await versionOf('@test/tool', '1.0.0')).dist)
    const [signature] = listOf(dist.signatures)
    const [served] = listOf(keys)
    expect(signature?.keyid).toBe(served?.keyid)
    const key = createPublicKey({ key: Buffer.from(String(served?.key), 'base64'), format: 'der', type: 'spki' })
    const signed = Buffer.from(`@test/tool@1.0.0:${String(dist.integrity)}`)
    return verify('sha256', signed, key, Buffer.from(String(signature?.sig), 'base64'))
  }
})

describe('a fault of the stand-in registry', () => {
  const TOOL = { name: 'tool', version: '1.0.0', files: { data: 'x'.repeat(10_000) } }
  const address = (): string => `${registry.url}tool/-/tool-1.0.0.tgz`

  it('cuts a tarball', async () => {
    await registry.publish(TOOL)
    registry.faults.add({ route: 'tarball', fault: { kind: 'cut', afterBytes: 100 }, times: 1 })
    await expect(bytesAt(address())).rejects.toThrow()
    await expect(bytesAt(address())).resolves.toBeInstanceOf(Buffer)
  })

  it('changes one byte', async () => {
    await registry.publish(TOOL)
    const right = await bytesAt(address())
    registry.faults.add({ route: 'tarball', fault: { kind: 'wrong-byte' } })
    const wrong = await bytesAt(address())
    const differences = [...wrong.keys()].filter(at => wrong[at] !== right[at])
    expect([wrong.length, differences.length]).toEqual([right.length, 1])
  })

  it('redirects to another origin', async () => {
    await registry.publish(TOOL)
    await using other = await startRegistry()
    await other.publish(TOOL)
    registry.faults.add({ route: 'tarball', fault: { kind: 'redirect', to: other.url } })
    await bytesAt(address())
    expect(other.paths).toEqual(['tool/-/tool-1.0.0.tgz'])
  })

  it('sends the bytes slowly, or no more of them', async () => {
    await registry.publish(TOOL)
    const { length } = await bytesAt(address())
    registry.faults.add({ route: 'tarball', fault: { kind: 'slow', bytesPerSecond: length * 4 }, times: 1 })
    const startMs = performance.now()
    await expect(bytesAt(address())).resolves.toHaveLength(length)
    expect(performance.now() - startMs).toBeGreaterThan(150)
    registry.faults.add({ route: 'tarball', fault: { kind: 'hang', afterBytes: 20 } })
    const hanging = await fetch(address())
    const reader = hanging.body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(20)
    await reader?.cancel()
  })

  it('is a status for one package', async () => {
    await registry.publish(TOOL)
    await registry.publish({ name: 'other', version: '1.0.0' })
    registry.faults.add({ route: 'metadata', package: 'tool', fault: { kind: 'status', status: 503 } })
    expect((await fetch(`${registry.url}tool`)).status).toBe(503)
    expect((await fetch(`${registry.url}other`)).status).toBe(200)
  })
})

it('a stand-in registry below a prefix asks for a login', async () => {
  await using asking = await startRegistry({ prefix: '/npm', login: 'anna:secret' })
  await asking.publish({ name: 'tool', version: '1.0.0' })
  expect(asking.url).toMatch(/\/npm\/$/)
  expect((await fetch(`${asking.url}tool`)).status).toBe(401)
  const authorization = `Basic ${Buffer.from('anna:secret').toString('base64')}`
  expect((await fetch(`${asking.url}tool`, { headers: { authorization } })).status).toBe(200)
  expect(asking.paths).toEqual(['tool', 'tool'])
})

async function metadata(name: string): Promise<JsonObject> {
  const answer = await fetch(`${registry.url}${name.replace('/', '%2f')}`, { headers: { accept: ABBREVIATED } })
  return objectFrom(await answer.json())
}

async function versionOf(name: string, version: string): Promise<JsonObject> {
  return objectFrom(objectFrom((await metadata(name)).versions)[version])
}

async function bytesAt(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

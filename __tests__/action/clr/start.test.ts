import { readFileSync } from 'node:fs'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readInputs } from '../../../src/action/inputs.js'
import { ANNOUNCE_PID } from '../../../src/core/pid-line.js'
import { argumentsFor, environmentFor, startClr } from '../../../src/action/clr/start.js'

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'run-clr "x" ')))
})
afterAll(() => rm(folder, { recursive: true }))

/** Starts a small program in place of `clr`, with a new environment. */
async function start(source: string, args: readonly string[] = []): Promise<ReturnType<typeof startClr>> {
  const program = path.join(folder, 'a program.mjs')
  await writeFile(program, source)
  return startClr({ program, args, env: { PATH: '/usr/bin', SEEN: 'yes' } })
}

describe('argumentsFor', () => {
  it('passes on what is set, so that no value can be taken for an option', () => {
    const inputs = { ...readInputs({}), creds: '--help', timeout: '5', minValidity: '2h', trace: true }
    const options = ['--creds=--help', '--timeout=5', '--min-validity=2h', '--trace']
    expect(argumentsFor(inputs)).toEqual(['refresh', '--json', ...options])
  })

  it('leaves the defaults to clr', () => {
    expect(argumentsFor(readInputs({}))).toEqual(['refresh', '--json'])
  })
})

describe('environmentFor', () => {
  it('passes what claude may get, the home folders and the id of the runner, and nothing else', () => {
    const homes = { HOME: '/h', CLAUDE_CONFIG_DIR: '/c' } // together they say which file is the current account's
    const managers = {
      MISE_DATA_DIR: '/m',
      ASDF_DATA_DIR: '/a',
      VOLTA_HOME: '/v',
      NODENV_ROOT: '/n',
      XDG_DATA_HOME: '/x'
    }
    const given = { ...homes, ...managers, RUNNER_TRACKING_ID: 'github_1' }
    const wanted = { PATH: '/usr/bin', LANG: 'C', HTTPS_PROXY: 'http://p', ...given }
    const unwanted = {
      INPUT_CREDS: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      GITHUB_TOKEN: 'x',
      NODE_OPTIONS: '--require x',
      ANTHROPIC_API_KEY: 'x',
      MISE_GITHUB_TOKEN: 'x',
      NODENV_VERSION: '18.0.0',
      MISE_CONFIG_DIR: 'of-the-workspace'
    }
    expect(environmentFor({ ...wanted, ...unwanted })).toEqual(wanted)
  })
})

describe('startClr', () => {
  it('returns the pid while the program is still running, then all its output and its exit status', async () => {
    const running = await start(
      `process.once('SIGTERM', () => { console.log('done'); process.exitCode = 2; clearInterval(timer) })
       const timer = setInterval(() => {}, 1000)
       process.stderr.write('# clr refresh, pid ' + process.pid + '\\nmore\\n')`
    )
    const pid = await running.pid
    expect(pid).toBeGreaterThan(1)
    process.kill(pid ?? Number.NaN, 'SIGTERM') // shows that it is the program's own
    const stderr = `# clr refresh, pid ${String(pid)}\nmore\n`
    await expect(running.ended).resolves.toEqual({ exitCode: 2, stdout: 'done\n', stderr })
  })

  it('reports when the process exists, before it prints anything', async () => {
    const running = await start('setTimeout(() => {}, 200)')
    await running.spawned
    // Reads at once: what blocks the event loop from now on must not delay the start of the program.
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    expect(children.trim()).not.toBe('')
    await expect(running.ended).resolves.toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  it('passes arguments and environment exactly, and asks the program to print its pid', async () => {
    const source = 'console.log(JSON.stringify([process.argv.slice(2), process.env]))'
    const { stdout } = await (await start(source, ['--creds=a "b" c', ''])).ended
    expect(JSON.parse(stdout)).toEqual([
      ['--creds=a "b" c', ''],
      { PATH: '/usr/bin', SEEN: 'yes', [ANNOUNCE_PID]: '1' }
    ])
  })

  it.each(['hello', 'cannot open pid 1', '# clr refresh, pid 1 of 2', ' # clr refresh, pid 1'])(
    'has no pid if the program does not print one: %s',
    async line => {
      const running = await start(`process.stderr.write(${JSON.stringify(line)}); process.exitCode = 1`)
      await expect(running.pid).resolves.toBeNull()
      await expect(running.ended).resolves.toEqual({ exitCode: 1, stdout: '', stderr: line })
    }
  )

  it('has no exit status if a signal ended the program', async () => {
    const running = await start(`process.kill(process.pid, 'SIGKILL')`)
    await expect(running.ended).resolves.toMatchObject({ exitCode: null })
  })

  it('has no exit status if the program could not be started, but the cause', async () => {
    const { execPath } = process
    process.execPath = path.join(folder, 'no node')
    const running = startClr({ program: 'x', args: [], env: {} })
    process.execPath = execPath
    await expect(running.pid).resolves.toBeNull()
    await expect(running.ended).resolves.toEqual({
      exitCode: null,
      stdout: '',
      stderr: expect.stringContaining(path.join(folder, 'no node'))
    })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Dialogue, PYTHON } from '../../testing/dialogue.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { needing } from '../../testing/needs.js'
import { parseObject } from '../../testing/json-object.js'
import { CLR } from '../../testing/paths.js'
import { installedScript } from '../../testing/old-claude.js'
import { processesOf } from '../../testing/processes.js'
import { allowShown, pasteCode, startLogin } from '../../testing/sign-in.js'
import { faultAt } from '../../testing/test-home.js'

/** A login in the file that may be replaced. */
const ENDED = { expiresAt: Date.UTC(2025, 4), refreshTokenExpiresAt: Date.UTC(2025, 5) }

/** Expects an end without a login: the file is as it was, nothing is left, and no process runs. */
async function expectNothing(setup: E2eSetup, dialogue: Dialogue, reason: string): Promise<void> {
  const { exitCode, stdout } = await dialogue.ended
  expect([exitCode, stdout, dialogue.shown]).toEqual([
    1,
    expect.any(String),
    expect.stringContaining(`clr: ${reason}: `)
  ])
  expect([setup.fileState, setup.leftovers]).toEqual(['as it was', []])
}

describe('clr login without a result, with the real CLI', () => {
  it('says login-failed after a wrong code, which it does not repeat', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup)
    await allowShown(setup, dialogue)
    dialogue.type('code-test-wrong#state-test-wrong\n')
    await expectNothing(setup, dialogue, 'login-failed')
    expect(dialogue.shown).toMatch(
      /That code wasn't accepted.*\n[^]*ended with exit status 1 without a login; see what it said above/
    )
    expect(dialogue.shown).not.toContain('code-test-wrong')
    expect(setup.endpoint.requests.signIn).toHaveLength(1)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('says cancelled on %s, and leaves no process', async signal => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup)
    await allowShown(setup, dialogue)
    process.kill(dialogue.pid, signal)
    await expectNothing(setup, dialogue, 'cancelled')
    expect(setup.endpoint.requests.signIn).toEqual([])
  })

  it('says cancelled on a SIGINT to the whole process group, as a terminal sends it', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup)
    await allowShown(setup, dialogue)
    dialogue.signalGroup('SIGINT')
    await expectNothing(setup, dialogue, 'cancelled')
  })

  it('says cancelled with the CLI 2.1.112 too, a Node script', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup, { env: { PATH: installedScript(setup) } })
    await dialogue.untilShown(/in a browser on this machine: http/)
    process.kill(dialogue.pid, 'SIGTERM')
    await dialogue.ended
    expect(dialogue.shown).toContain('clr: cancelled: ')
    expect([setup.fileState, processesOf(setup.home.path)]).toEqual(['as it was', []])
  })
})

needing(PYTHON, existsSync(PYTHON)).describe('clr login on a terminal, with the real CLI', () => {
  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04']
  ])('says cancelled on %s', async (_key, typed) => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup, { isOnTerminal: true })
    await allowShown(setup, dialogue)
    dialogue.type(typed)
    await expectNothing(setup, dialogue, 'cancelled')
  })
})

needing(PYTHON, existsSync(PYTHON)).describe('the terminal of a clr login', () => {
  it('is as before if a signal ended the sign-in while the CLI read the code', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const command = ['/bin/sh', '-c', '"$0" "$@"; stty -a', process.execPath, CLR, 'login']
    const dialogue = Dialogue.onTerminal(command, setup.environment)
    await allowShown(setup, dialogue)
    const [home = ''] = setup.home.isolatedHomes
    const { pid } = parseObject(readFileSync(path.join(home, 'run.json'), 'utf8'))
    process.kill(Number(pid), 'SIGTERM')
    await dialogue.ended
    expect(dialogue.shown).toMatch(/clr: cancelled: [^]*\bicanon\b[^]* echo /)
  })
})

describe('clr login, killed while the CLI waits for the code', () => {
  it('leaves nothing that the next refresh does not end and remove', async () => {
    await using setup = await E2eSetup.create()
    const dialogue = startLogin(setup, { args: ['--replace'] })
    await allowShown(setup, dialogue)
    process.kill(dialogue.pid, 'SIGKILL')
    const run = await setup.home.clr(['refresh', '--json'], { env: setup.environment })
    expect(run.report).toMatchObject({ reason: 'refreshed', warnings: [] })
    expect([setup.fileState, setup.leftovers]).toEqual(['current', []])
  })
})

describe('clr login, while others use the same file', () => {
  it('replaces what a refresh has put there meanwhile, with --replace; the refresh leaves the sign-in alone', async () => {
    await using setup = await E2eSetup.create()
    const dialogue = startLogin(setup, { args: ['--replace'] })
    const { pasted } = await allowShown(setup, dialogue)
    const run = await setup.home.clr(['refresh', '--json'], { env: setup.environment })
    expect(run.report).toMatchObject({ reason: 'refreshed' })
    expect(setup.fileState).toBe('current')
    dialogue.type(`${pasted}\n`)
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    expect([setup.fileState, setup.leftovers]).toEqual(['neither', []])
    expect(setup.endpoint.reuses).toBe(0)
  })

  it('keeps the login of the second of two sign-ins, and stores it with --from --replace', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogues = [startLogin(setup), startLogin(setup)] as const
    for (const dialogue of dialogues) {
      await pasteCode(setup, dialogue)
      await dialogue.ended
    }
    const [first, second] = await Promise.all(dialogues.map(({ ended }) => ended))
    expect([first?.exitCode, second?.exitCode, second?.stderr]).toEqual([
      0,
      1,
      expect.stringContaining('clr: login-exists:')
    ])
    const [, args = ''] = /run `clr (login .* --replace --from \S+)`/.exec(second?.stderr ?? '') ?? []
    const kept = args.split(' ').at(-1) ?? ''
    expect(existsSync(kept)).toBe(true)
    const before = setup.fileText
    const stored = await setup.home.clr(args.split(' '), { env: setup.environment })
    expect([stored.exitCode, stored.stdout]).toEqual([0, expect.stringContaining(`removed ${kept}`)])
    expect(setup.fileText).not.toBe(before)
    expect(setup.leftovers).toEqual([])
  })
})

describe('clr login to a file that can’t be replaced', () => {
  it('begins no sign-in', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup, { env: faultAt('accessSync', '/.claude', 'EROFS') })
    await expectNothing(setup, dialogue, 'creds-not-writable')
    expect(dialogue.shown).toContain('The sign-in has not started.')
    const { signIn, other } = setup.endpoint.requests
    expect([signIn, other]).toEqual([[], []])
  })

  it('keeps the new login, mode 600, and names the command that stores it without another sign-in', async () => {
    await using setup = await E2eSetup.create({ login: ENDED })
    const dialogue = startLogin(setup, { env: faultAt('renameSync', '.claude/.credentials.json', 'EROFS') })
    await pasteCode(setup, dialogue)
    const { exitCode, stderr } = await dialogue.ended
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('clr: write-back-failed: ')])
    expect(setup.fileState).toBe('as it was')
    const [, args = ''] = /run `clr (login .*)`: it needs no new sign-in/.exec(stderr) ?? []
    const stored = await setup.home.clr(args.split(' '), { env: setup.environment })
    expect(stored.exitCode).toBe(0)
    expect([setup.fileState, setup.leftovers]).toEqual(['neither', []])
    expect(setup.endpoint.requests.signIn).toHaveLength(1)
  })
})

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

const DEMO = path.join(ROOT, 'script/demo.ts')

/** Runs the demo, and checks that it leaves nothing behind. */
async function demo(...words: readonly string[]): Promise<Ended> {
  using home = new TempFolder()
  mkdirSync(home.at('tmp'))
  const env = { PATH: process.env.PATH, HOME: home.path, TMPDIR: home.at('tmp') }
  const command = [process.execPath, '--import', 'tsx', DEMO, ...words]
  const ended = await startProgram(command, { env, cwd: ROOT }).ended
  expect(home.names('tmp').filter(name => !name.startsWith('tsx-'))).toEqual([])
  return ended
}

/** The part below a heading that contains these words. */
function below(text: string, heading: string): string {
  return text.split(/^── /m).find(part => part.split('\n')[0]?.includes(heading) ?? false) ?? ''
}

describe('npm run demo', () => {
  it('proves what it shows, and shows no whole token', async () => {
    const { exitCode, stdout, stderr } = await demo()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(below(stdout, 'Proven').match(/^✓ /gm)).toHaveLength(10)
    expect(stdout).not.toContain('✗')
    expect(stdout).not.toMatch(/sk-ant-\w+-test-\w{5}/)
    const killed = below(stdout, 'Killed')
    expect(killed).toMatch(/^\$ claude --print \.\nKilled\n\$ claude --print \.\n.*\naccessToken .* → \(blank\)$/m)
    expect(killed).toMatch(
      /^\$ clr refresh\nKilled\n\$ clr refresh\nrecovered .*\naccessToken .* → sk-ant-oat01-test-/m
    )
  })
})

describe('npm run demo -- rejected', () => {
  it('shows the log, the summary and the terminal of a failure', async () => {
    const { exitCode, stdout, stderr } = await demo('rejected')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(below(stdout, 'its log')).toMatch(/^Error: Login rejected/m)
    expect(below(stdout, 'summary')).toMatch(/clr login --secret CLAUDE_CREDENTIALS --repo acme\/app --env claude/)
    expect(below(stdout, 'terminal')).toMatch(/^\$ clr refresh\nclr: login-rejected: /m)
    expect(stdout).not.toContain('✗')
  })
})

describe('npm run demo with another word', () => {
  it.each([['foo'], ['rejected', 'foo'], ['']])('says in one sentence what it can show: %j', async (...words) => {
    expect(await demo(...words)).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: `demo: there is no demo "${words.join(' ')}": \`npm run demo\` shows a refresh, \`npm run demo -- rejected\` a failure.\n`
    })
  })
})

import path from 'node:path'
import { expect } from '@jest/globals'
import { asOrdinaryUser } from '../../testing/needs.js'
import { ROOT } from '../../testing/paths.js'
import { startProgram } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

asOrdinaryUser.it(
  'without a container engine, each case in containers is counted as skipped, with the reason',
  async () => {
    using home = new TempFolder()
    const results = home.write('results', '')
    const env = {
      PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: home.path,
      DOCKER_HOST: `unix://${home.at('no-engine.sock')}`,
      TEST_RESULTS: results
    }
    const script = [path.join(ROOT, 'node_modules/.bin/tsx'), path.join(ROOT, 'script/act.ts')]
    const { exitCode, stdout } = await startProgram([...script, '--containers'], { env, cwd: ROOT }).ended
    const lines = home.text('results').trim().split('\n')
    const need = ' [needs a container engine: `docker` reaches none on a socket, and only root can start one]\tskipped'
    expect(lines.filter(line => !line.endsWith(need))).toEqual([])
    expect(lines).toContainEqual(expect.stringMatching(/^act in containers: self-hosted\.yml: /))
    expect(lines).toContainEqual(expect.stringMatching(/^act in containers: clr as pid 1: /))
    expect([exitCode, stdout.trim().split('\n').at(-1)]).toEqual([77, `0 passed, 0 failed, ${lines.length} skipped`])
  }
)

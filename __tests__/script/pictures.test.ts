import path from 'node:path'
import { expect, it } from '@jest/globals'
import { NODE24, ROOT } from '../../testing/paths.js'
import { startProgram } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

it('npm run pictures says in one sentence what to install if there is no browser, and draws nothing', async () => {
  using home = new TempFolder()
  const command = [NODE24, '--import', 'tsx', path.join(ROOT, 'script/pictures.ts')]
  const env = { PATH: home.path, HOME: home.path, TMPDIR: home.path }
  expect(await startProgram(command, { env, cwd: ROOT }).ended).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^pictures: there is no chromium and no pngquant on PATH: install .*`apt-get install [^`]+`\.\n$/
    )
  })
})

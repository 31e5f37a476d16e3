import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { namesIn } from '../../../src/core/system/read.js'
import { startGitHub, WRITE_TOKEN } from '../../../testing/github/github.js'
import { TestHome } from '../../../testing/test-home.js'
import { until } from '../../../testing/waiting.js'

const STATE = '.local/state/clr-refresh'
const LOGIN = ['login', '--secret', 'CLAUDE_CREDENTIALS', '--repo', 'octo/demo']

describe('clr login --secret, killed once the login is on disk', () => {
  it('is named by the next one, and stored with --from', async () => {
    const github = await startGitHub()
    const repository = github.repository('octo/demo')
    using home = new TestHome(null)
    const env = { GITHUB_API_URL: github.apiUrl, GH_TOKEN: WRITE_TOKEN, DISPLAY: ':9', BROWSER: '/bin/true' }
    const killed = home.startClr(LOGIN, { claude: 'signs-in-and-hangs', env })
    const homes = (): readonly string[] => (existsSync(home.at(STATE)) ? namesIn(home.at(STATE)) : [])
    await until(() => homes().some(name => existsSync(home.at(STATE, name, '.claude/.credentials.json'))))
    killed.signal('SIGKILL') // its `claude` still holds its output
    const next = await home.clr([...LOGIN, '--sso'], { env: { ...env, GH_TOKEN: '' } })
    const [, kept = ''] =
      /the login of an earlier sign-in is in (\S+): store it with `--from`, or delete it if it is already stored$/m.exec(
        next.stderr
      ) ?? []
    expect([next.exitCode, path.dirname(kept)]).toEqual([1, home.at(STATE)])
    const stored = await home.clr([...LOGIN, '--from', kept], { env })
    expect([stored.exitCode, stored.stdout]).toEqual([0, expect.stringContaining(`removed ${kept}\n`)])
    expect(repository.textOf('CLAUDE_CREDENTIALS')).toContain('"refreshToken"')
    expect(existsSync(home.at(STATE))).toBe(false)
    await github.close()
  })
})

import { execFileSync } from 'node:child_process'
import { chownSync, rmSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { PostState } from '../../src/action/post-state.js'
import { memoryForMain } from '../../src/action/secret-memory.js'
import type { SecretTarget } from '../../src/action/secret-target.js'
import { rememberUsedUp, usedUpPairs } from '../../src/action/used-up.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { asRoot } from '../../testing/needs.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials } from '../../testing/sample-login.js'
import { TempFolder } from '../../testing/temp-folder.js'

const TARGET: SecretTarget = {
  location: { kind: 'repository', repository: 'acme/app', app: 'actions' },
  credentialsName: 'CLAUDE',
  accessTokenName: null,
  token: 'ghp_test_1',
  apiUrl: 'https://api.github.com',
  isBase64: false
}
const HISTORY = { firstMs: 1, own: [] }

/** A step of a job with this temporary folder. */
function stepIn(folder: string) {
  const env = { RUNNER_TEMP: folder }
  return { env, state: PostState.begin(env, false) }
}

/** The temporary folder of a job in which an earlier step looked at the secret, and the file that it wrote. */
function afterFirstStep() {
  const temp = new TempFolder()
  memoryForMain(TARGET, stepIn(temp.path)).saveHistory(HISTORY)
  const [name = ''] = temp.names()
  const seen = () => memoryForMain(TARGET, stepIn(temp.path)).history
  return { temp, name, file: temp.at(name), seen, [Symbol.dispose]: temp[Symbol.dispose].bind(temp) }
}

describe('what a job saves for its later steps', () => {
  it('is found again', () => {
    using job = afterFirstStep()
    expect(job.name).toMatch(/^clr-refresh-writes-[\da-f]{16}\.json$/)
    expect(job.seen()).toEqual(HISTORY)
  })

  it.each(['dependabot', 'codespaces'] as const)('is not found by a step for the %s secrets of the same place', app => {
    using job = afterFirstStep()
    const location = { kind: 'repository', repository: 'acme/app', app } as const
    expect(memoryForMain({ ...TARGET, location }, stepIn(job.temp.path)).history).toBeNull()
  })

  it.each([
    [
      'a link',
      (file: string, other: string) => {
        symlinkSync(other, file)
      }
    ],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])]
  ])('is ignored at once if it is %s', (_what, put) => {
    using job = afterFirstStep()
    const other = job.temp.write('other', job.temp.text(job.name))
    rmSync(job.file)
    put(job.file, other)
    expect(job.seen()).toBeNull()
  })

  it('is ignored if it is larger than what a step writes', () => {
    using job = afterFirstStep()
    job.temp.write(job.name, job.temp.text(job.name).padEnd(2 ** 20 + 1))
    expect(job.seen()).toBeNull()
  })

  asRoot.it('is ignored if another user wrote it', () => {
    using job = afterFirstStep()
    chownSync(job.file, 12345, 12345)
    expect(job.seen()).toBeNull()
  })

  it('holds no pair if its content is malformed', () => {
    using temp = new TempFolder()
    const [before, after] = [sampleCredentials(OLD_PAIR).document, sampleCredentials(NEW_PAIR).document]
    rememberUsedUp({ creds: '/creds', before, after, incoming: null, refreshed: true }, stepIn(temp.path))
    const [name = ''] = temp.names()
    expect(usedUpPairs(stepIn(temp.path))).toContain(fingerprint(OLD_PAIR))
    for (const text of ['', '[]', '{"usedUp":{"x":1},"newest":[]}', '{"usedUp":[1,null]}']) {
      temp.write(name, text)
      expect(usedUpPairs(stepIn(temp.path))).toEqual([])
    }
  })
})

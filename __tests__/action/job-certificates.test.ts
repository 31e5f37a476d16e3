import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Interceptor } from '../../testing/endpoint/interceptor.js'
import { Job } from '../../testing/job.js'

const NAME = 'CLAUDE_CREDENTIALS'
const OWN_FILE = { 'secret-name': NAME, 'github-token': WRITE_TOKEN }
const INPUTS = { ...OWN_FILE, 'creds-json': sampleText() }

let github: StandInGitHub
let proxy: Interceptor
beforeEach(async () => {
  github = await startGitHub()
  github.repository('acme/app')
  proxy = await Interceptor.start(github.apiUrl)
})
afterEach(async () => {
  await proxy[Symbol.asyncDispose]()
  await github.close()
})

/** A job that reaches GitHub through the proxy; an earlier step has turned off the check of certificates. */
function variables(): NodeJS.ProcessEnv {
  return {
    ...proxy.environment,
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    GITHUB_API_URL: 'https://api.github.test'
  }
}

describe('a proxy with an untrusted certificate, and NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  it('gets neither github-token nor the login from main, and the refresh token is not sent', async () => {
    using job = new Job('refreshes')
    const { exitCode, outputs, stdout } = await job.main(INPUTS, variables())
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'secret-not-writable' })
    expect(stdout).toContain('NODE_EXTRA_CA_CERTS')
    expect(proxy.refusals).toBeGreaterThan(0)
    expect([github.requests, existsSync(job.creds)]).toEqual([[], false])
  })

  it('gets neither of them from post, which keeps the file', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText(NEW_PAIR))
    const state = { STATE_creds: job.creds, STATE_stored: 'unknown' }
    const post = job.start('post', OWN_FILE, { ...state, ...variables() })
    await until(() => proxy.refusals > 0)
    process.kill(post.pid, 'SIGINT') // it would try for 5 minutes
    const { exitCode, stdout } = await post.ended
    expect([exitCode, github.requests]).toEqual([1, []])
    expect(stdout).toContain('(secret-write-failed)::')
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('carries the requests once its CA is trusted', async () => {
    using job = new Job('refreshes')
    await proxy.writeCa(job.at('ca.pem'))
    const main = await job.main(INPUTS, { ...variables(), NODE_EXTRA_CA_CERTS: job.at('ca.pem') })
    expect(main).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect(github.repository('acme/app').textOf(NAME)).toContain(NEW_PAIR.refreshToken)
  })
})

import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Interceptor } from '../../testing/endpoint/interceptor.js'
import { Job } from '../../testing/job.js'
import { NODE20, NODE24, smallClaude } from '../../testing/paths.js'
import { CLAUDE_PACKAGE, publishClaude, scriptFor, THIS_PLATFORM } from '../../testing/registry/claude-package.js'
import { startRegistry, type StandInRegistry } from '../../testing/registry/registry.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'

const VERSION = '2.1.330'
const INPUTS = { 'claude-version': VERSION }
const NAME = `${CLAUDE_PACKAGE}-${THIS_PLATFORM}`

let registry: StandInRegistry
beforeEach(async () => {
  registry = await startRegistry()
  const { content, mode } = scriptFor(VERSION, `exec '${smallClaude('refreshes')}/claude' "$@"; exit`)
  // Random, so that the tarball has 3 MB. The shell does not read what is after `exit`.
  const program = { content: Buffer.concat([Buffer.from(content), randomBytes(3_000_000)]), mode }
  await publishClaude(registry, { version: VERSION, program })
})
afterEach(() => registry.close())

/** A runner with neither `npm`, `node` nor `claude` on PATH. */
const variables = (): NodeJS.ProcessEnv => ({ PATH: '/nowhere', NPM_CONFIG_REGISTRY: registry.url })

/** A job whose login an installed `claude` can refresh. */
function jobWithLogin(node = NODE24): Job {
  const job = new Job('refreshes', node)
  job.writeCredentials(sampleText())
  return job
}

/** What is in the tool cache beside complete versions. */
function stagesOf(job: Job): readonly string[] {
  return readdirSync(job.at('tools/claude-code')).filter(name => name !== VERSION)
}

function untilDownloading(): Promise<void> {
  return until(() => registry.paths.some(name => name.endsWith('.tgz')))
}

describe('a step that installs claude', () => {
  it('refreshes with it, although there is neither npm nor node on PATH', async () => {
    using job = jobWithLogin()
    const { exitCode, outputs, stderr } = await job.main(INPUTS, variables())
    expect({ exitCode, reason: outputs.reason, stderr }).toEqual({ exitCode: 0, reason: 'refreshed', stderr: '' })
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('installs it on the oldest Node too', async () => {
    using job = jobWithLogin(NODE20)
    const { stdout } = await job.main(INPUTS, variables()) // the small `claude` itself needs a newer Node
    expect(stdout).toContain(`${NAME} ${VERSION}: 3.0 MB from ${registry.url}\n`)
    expect(existsSync(job.at('tools/claude-code', VERSION, `${process.arch}.complete`))).toBe(true)
  })

  it('shows at once how far a slow download is, and in the end what came from where', async () => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'slow', bytesPerSecond: 200_000 } })
    using job = jobWithLogin()
    const { exitCode, stdout } = await job.main(INPUTS, variables())
    expect(exitCode).toBe(0)
    const [progress, ...rest] = stdout.split('\n')
    expect(progress).toMatch(/^downloaded \d\.\d of 3\.0 MB$/)
    expect(rest).toContain(`${NAME} ${VERSION}: 3.0 MB from ${registry.url}`)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends the download at once on %s, and leaves nothing of it', async signal => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'hang', afterBytes: 1_000_000 } })
    using job = jobWithLogin()
    const step = job.start('main', INPUTS, variables())
    await untilDownloading()
    process.kill(step.pid, signal)
    const { outputs } = await step.ended
    expect([outputs.reason, stagesOf(job)]).toEqual(['cancelled', []])
    expect(job.text('.claude/.credentials.json')).toBe(sampleText())
  })

  it('that was killed leaves a stage, which the next step removes', async () => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'hang', afterBytes: 1_000_000 }, times: 1 })
    using job = jobWithLogin()
    const step = job.start('main', INPUTS, variables())
    await untilDownloading()
    await until(() => stagesOf(job).length === 1)
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    expect(stagesOf(job)).toHaveLength(1)
    expect(await job.main(INPUTS, variables())).toMatchObject({ exitCode: 0 })
    expect(stagesOf(job)).toEqual([])
  })

  it('does not refresh, and leaves the login as it is, if the download is damaged', async () => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'wrong-byte' } })
    using job = jobWithLogin()
    const { exitCode, outputs, stdout } = await job.main(INPUTS, variables())
    expect([exitCode, outputs.reason, outputs.refreshed]).toEqual([1, 'claude-install-failed', 'false'])
    expect(stdout).toContain('Run the workflow again.')
    expect([job.text('.claude/.credentials.json'), stagesOf(job)]).toEqual([sampleText(), []])
  })
})

describe('a proxy with an untrusted certificate, and NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  let proxy: Interceptor
  beforeEach(async () => {
    registry.settings.tarballBase = 'https://registry.npmjs.org/'
    proxy = await Interceptor.start(registry.origin)
  })
  afterEach(() => proxy[Symbol.asyncDispose]())

  const throughProxy = (): NodeJS.ProcessEnv => ({
    ...proxy.environment,
    PATH: '/nowhere',
    NODE_TLS_REJECT_UNAUTHORIZED: '0'
  })

  it('cannot deliver a claude, and the remedy names NODE_EXTRA_CA_CERTS', async () => {
    using job = jobWithLogin()
    const { exitCode, outputs, stdout } = await job.main(INPUTS, throughProxy())
    expect([exitCode, outputs.reason]).toEqual([1, 'claude-install-failed'])
    const sentence =
      'https://registry.npmjs.org/@anthropic-ai%2fclaude-code cannot be reached (SELF_SIGNED_CERT_IN_CHAIN)'
    expect(stdout.replaceAll('%25', '%')).toContain(sentence)
    expect(stdout).toContain('Set `NODE_EXTRA_CA_CERTS` to the file with the CA certificate')
    expect([registry.requests, proxy.refusals > 0]).toEqual([[], true])
  })

  it('delivers it once its CA is trusted', async () => {
    using job = jobWithLogin()
    await proxy.writeCa(job.at('ca.pem'))
    const main = await job.main(INPUTS, { ...throughProxy(), NODE_EXTRA_CA_CERTS: job.at('ca.pem') })
    expect(main).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
  })
})

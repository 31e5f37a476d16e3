import { describe, expect, it } from '@jest/globals'
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended, type Variables } from '../../testing/program.js'
import { startRegistry } from '../../testing/registry/registry.js'
import { TempFolder } from '../../testing/temp-folder.js'

/** Runs a benchmark that has to refuse. */
async function bench(args: readonly string[], variables: Variables = {}): Promise<Ended> {
  using home = new TempFolder()
  const env = { PATH: process.env.PATH ?? '', HOME: home.path, ...variables }
  return await startProgram([process.execPath, '--import', 'tsx', 'bench/bench.ts', ...args], { cwd: ROOT, env }).ended
}

function refusal(sentence: string): unknown {
  return expect.objectContaining({ exitCode: 1, stdout: '', stderr: `${sentence}\n` })
}

describe('a benchmark says in one sentence that it cannot run', () => {
  it.each(['nonsense', 'cold nonsense', 'cold 0', '1 2'])('with the arguments %j', async line => {
    const args = line.split(' ')
    const sentence = `npm run bench takes [cold] and a whole number of rounds from 1 to 999, got "${line}"`
    expect(await bench(args)).toEqual(refusal(sentence))
  })

  it('with a proxy', async () => {
    const run = await bench(['cold'], { https_proxy: 'http://127.0.0.1:9' })
    expect(run).toEqual(refusal('the cold benchmark cannot use a proxy: https_proxy must not be set'))
  })

  it('with a registry that does not have the CLI', async () => {
    await using registry = await startRegistry()
    const run = await bench(['cold', '1'], { NPM_CONFIG_REGISTRY: registry.url })
    expect(run).toEqual(refusal(`${registry.url}@anthropic-ai%2fclaude-code answered with status 404`))
  })
})

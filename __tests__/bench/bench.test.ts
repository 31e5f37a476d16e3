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
  it.each([
    ['nonsense', 'npm run bench has no benchmark called "nonsense", only these: warm, cold, accounts'],
    ['1 2', 'npm run bench -- warm takes a whole number of rounds from 1 to 999, got "1 2"'],
    ['warm 1000', 'npm run bench -- warm takes a whole number of rounds from 1 to 999, got "1000"'],
    ['cold nonsense', 'npm run bench -- cold takes a whole number of rounds from 1 to 999, got "nonsense"'],
    ['accounts many', 'npm run bench -- accounts takes a whole number of rounds from 1 to 999, got "many"'],
    ['cold 0', 'npm run bench -- cold takes a whole number of rounds from 1 to 999, got "0"']
  ])('with the arguments %j', async (line, sentence) => {
    expect(await bench(line.split(' '))).toEqual(refusal(sentence))
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

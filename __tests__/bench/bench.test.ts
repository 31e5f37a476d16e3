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

/** @param sentence all that it prints, or what matches that */
function refusal(sentence: unknown): unknown {
  return expect.objectContaining({
    exitCode: 1,
    stdout: '',
    stderr: typeof sentence === 'string' ? `${sentence}\n` : sentence
  })
}

it.each(['--help', '-h', 'cold --help', 'year --days 3 --help'])(
  '%s lists the benchmarks with their arguments',
  async line => {
    const { exitCode, stdout, stderr } = await bench(line.split(' '))
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const forms = ['[warm] [<rounds>]', 'cold [<rounds>]', 'accounts [<rounds>]', 'year [--days <n>] [--seed <n>]']
    for (const form of forms) expect(stdout).toContain(`npm run bench -- ${form}`)
  }
)

describe('a benchmark says in one sentence that it cannot run', () => {
  it.each([
    ['nonsense', 'npm run bench has no benchmark called "nonsense", only these: warm, cold, accounts, year'],
    ['1 2', 'npm run bench -- warm takes a whole number of rounds from 1 to 999, got "1 2"'],
    ['warm 1000', 'npm run bench -- warm takes a whole number of rounds from 1 to 999, got "1000"'],
    ['cold nonsense', 'npm run bench -- cold takes a whole number of rounds from 1 to 999, got "nonsense"'],
    ['cold 0', 'npm run bench -- cold takes a whole number of rounds from 1 to 999, got "0"'],
    ['accounts many', 'npm run bench -- accounts takes a whole number of rounds from 1 to 999, got "many"'],
    ['year 20', 'npm run bench -- year takes only options, got "20"'],
    ['year --days 0', 'npm run bench -- year needs for --days a whole number from 1 to 999, got "0"'],
    ['year --seed x', 'npm run bench -- year needs for --seed a whole number from 0 to 999, got "x"'],
    [
      'year --weeks 3',
      'npm run bench -- year takes --days <number>, --seed <number>, --only <part of a row\'s name> and --events, got "--weeks 3"'
    ],
    [
      'year --only nobody',
      expect.stringMatching(/^npm run bench -- year has no row with "nobody" in its name, only these: "/)
    ]
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

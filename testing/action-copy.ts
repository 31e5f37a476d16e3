import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const NODE_24 = path.join(ROOT, 'node_modules/node/bin/node')

/** What a runner sees of one step. */
export interface Step {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** The action's bundle, with a program of the test's own in place of `clr`, run as a runner runs it. */
export class ActionCopy {
  private constructor(readonly folder: string) {}

  /** Copies the bundle as it ships. */
  static async copy(): Promise<ActionCopy> {
    const folder = await mkdtemp(path.join(tmpdir(), 'action-'))
    await cp(path.join(ROOT, 'dist/action'), path.join(folder, 'dist/action'), { recursive: true })
    await mkdir(path.join(folder, 'dist/cli'))
    await writeFile(path.join(folder, 'dist/cli/package.json'), '{"type":"module"}')
    return new ActionCopy(folder)
  }

  /** Runs the step with these inputs and this source in place of `clr`; a variable that is undefined is not set. */
  async step(clr: string, inputs: Readonly<Record<string, string>>, variables: NodeJS.ProcessEnv = {}): Promise<Step> {
    await writeFile(path.join(this.folder, 'dist/cli/index.js'), clr)
    const [output, summary, state] = [this.at('output'), this.at('summary'), this.at('state')]
    await Promise.all([output, summary, state].map(file => writeFile(file, '')))
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: this.folder,
      RUNNER_TEMP: this.folder,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_STATE: state,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...variables
    }
    const ended = await this.runNode(env)
    const outputs = parseFileCommands(await readFile(output, 'utf8'))
    return { ...ended, outputs, summary: await readFile(summary, 'utf8') }
  }

  private at(name: string): string {
    return path.join(this.folder, name)
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true })
  }

  private runNode(env: NodeJS.ProcessEnv): Promise<Pick<Step, 'exitCode' | 'stdout' | 'stderr'>> {
    const main = path.join(this.folder, 'dist/action/main.js')
    return new Promise(resolve => {
      const child = execFile(NODE_24, [main], { env, cwd: this.folder }, (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, stdout, stderr })
      })
    })
  }
}

/** The values in a file that takes commands (`GITHUB_OUTPUT`, `GITHUB_STATE`), as a runner reads them. */
export function parseFileCommands(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^(.+?)<<(.+)\n([^]*?)\n\2$/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}

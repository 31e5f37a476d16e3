import { startProgram, type Running } from '../program.js'

/** The program `docker`, as a client of one engine. */
export class Docker {
  /** The environment of the client: nothing of the caller's but PATH, and above all not its `~/.docker`. */
  readonly environment: Readonly<Record<'PATH' | 'DOCKER_HOST' | 'DOCKER_CONFIG', string>>

  /** @param host address of the engine, `unix:///…` */
  constructor(readonly host: string) {
    this.environment = { PATH: process.env.PATH ?? '', DOCKER_HOST: host, DOCKER_CONFIG: '/nonexistent' }
  }

  /** Starts a command of `docker`. */
  start(...args: readonly string[]): Running {
    return startProgram(['docker', ...args], { env: this.environment })
  }

  /** The output of a command of `docker`. @throws Error if it fails */
  async run(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.start(...args).ended
    if (exitCode !== 0) throw new Error(`docker ${args[0] ?? ''}: ${stderr.trim()}`)
    return stdout.trim()
  }

  /** The lines of the output of a command of `docker`. @throws Error if it fails */
  async lines(...args: readonly string[]): Promise<readonly string[]> {
    const output = await this.run(...args)
    return output.split('\n').filter(line => line !== '')
  }
}

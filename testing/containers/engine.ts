import { once } from 'node:events'
import { createServer } from 'node:http'
import { ROOT } from '../paths.js'
import type { Running } from '../program.js'
import { Docker } from './docker.js'
import { importImage } from './image.js'

/** The volume that act mounts into every job. */
const TOOL_CACHE = 'act-toolcache'

/** How one container differs from the usual. */
export interface ContainerOptions {
  /** `HOST:CONTAINER`, or `HOST:CONTAINER:ro`, besides `/usr` and this repository. */
  readonly mounts?: readonly string[]
  /** More options of `docker run`. */
  readonly options?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A container engine, and an image whose containers have this machine's `/usr`, network and copy of the repository. */
export class Engine implements AsyncDisposable {
  private constructor(
    readonly docker: Docker,
    /** The name of the image. */
    readonly image: string,
    private readonly hadToolCache: boolean
  ) {}

  /**
   * An engine whose containers can do what our tests need.
   *
   * @param host its address
   * @param searchPath PATH in its containers
   * @throws Error if there is no engine, or its containers do not see the files and the loopback of this machine
   */
  static async at(host: string, searchPath: string): Promise<Engine> {
    const docker = new Docker(host)
    const volumes = await docker.lines('volume', 'ls', '--quiet')
    const engine = new Engine(docker, await importImage(docker, searchPath), volumes.includes(TOOL_CACHE))
    try {
      await engine.#prove()
      return engine
    } catch (error) {
      await engine[Symbol.asyncDispose]()
      throw error
    }
  }

  /** The mounts of every container: what its programs need of this machine, read-only. */
  get baseMounts(): readonly string[] {
    return [...new Set(['/usr', ROOT])].map(folder => `${folder}:${folder}:ro`)
  }

  /** Starts a container that runs a command, and is removed after it. */
  start(command: readonly string[], { mounts = [], options = [], env = {} }: ContainerOptions = {}): Running {
    const given = [
      ...[...this.baseMounts, ...mounts].flatMap(mount => ['--volume', mount]),
      ...Object.entries(env).flatMap(pair => ['--env', pair.join('=')])
    ]
    return this.docker.start('run', '--rm', '--network', 'host', ...given, ...options, this.image, ...command)
  }

  /** What a command prints that root runs in a container. @throws Error if it fails */
  async asRoot(command: readonly string[], mounts: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.start(command, { mounts }).ended
    if (exitCode !== 0) throw new Error(`${command.join(' ')}: ${stderr.trim()}`)
    return stdout.trim()
  }

  /** The ids of the containers of the image, whether they run or not. */
  get containers(): Promise<readonly string[]> {
    return this.docker.lines('ps', '--all', '--quiet', '--no-trunc', '--filter', `ancestor=${this.image}`)
  }

  /** Ends and removes these containers, with the volumes that are only theirs. */
  async removeContainers(): Promise<void> {
    // One may have just been removed by its own `--rm`.
    for (const id of await this.containers) await this.docker.start('rm', '--force', '--volumes', id).ended
  }

  /** Removes the containers, the image, and the tool cache that act has made if there was none; the engine goes on. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.removeContainers()
    await this.docker.run('rmi', '--force', this.image)
    // Docker keeps it if another act uses it by now. One of another act that has ended is not told from ours: it is only a cache.
    if (!this.hadToolCache) await this.docker.start('volume', 'rm', '--force', TOOL_CACHE).ended
  }

  /** @throws Error if a container cannot run the Node of this repository, or reach a server on the loopback of this machine */
  async #prove(): Promise<void> {
    const server = createServer((_, response) => response.end('reached')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : address
    const script = `fetch('http://127.0.0.1:${port}').then(answer => answer.text()).then(console.log)`
    const { stdout, stderr } = await this.start(['node', '--eval', script]).ended
    server.close()
    if (stdout !== 'reached\n') throw new Error(`a container cannot use this machine's files and loopback: ${stderr}`)
  }
}

import type { Engine } from '../containers/engine.js'
import type { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { Facts } from './case.js'
import { platforms, type JobPlace } from './place.js'

/** How the container of a job differs from the usual. */
export interface JobContainer {
  /** `HOST:CONTAINER`: by default the HOME of the setup, which is then HOME in the container, too. */
  readonly mounts?: readonly string[]
  /** More options of `docker create`. */
  readonly options?: readonly string[]
}

/** Jobs run in containers, as most people run act: each job in a new one, which is removed at its end. */
export class InContainers implements JobPlace {
  readonly name = 'act in containers'
  /** act names a container after the workflow and the job, and first removes one of that name (docs/act.md#what-act-and-docker-do). */
  readonly mayOverlap = false

  constructor(
    private readonly engine: Engine,
    private readonly container: JobContainer = {}
  ) {}

  get actVariables(): Readonly<Record<string, string>> {
    return { DOCKER_HOST: this.engine.docker.host }
  }

  options({ home, endpoint }: E2eSetup): readonly string[] {
    const { mounts = [`${home.path}:${home.path}`], options = [] } = this.container
    const volumes = [...this.engine.baseMounts, caMount(endpoint), ...mounts]
    return [
      ...platforms(this.engine.image),
      ...['--pull=false', '--rm', '--container-daemon-socket', '-'],
      ...['--container-options', [...volumes.flatMap(volume => ['-v', quoted(volume)]), ...options].join(' ')]
    ]
  }

  /** The tool cache is not in act's own volume, which is the same for all runs of act on this engine, also of a developer. */
  jobVariables({ home }: E2eSetup): Readonly<Record<string, string>> {
    if (this.container.mounts !== undefined) return { RUNNER_TOOL_CACHE: '/tmp/tool-cache' }
    return { HOME: home.path, RUNNER_TOOL_CACHE: home.at('.cache/act/tool_cache') }
  }

  async facts(): Promise<Facts> {
    const containers = await this.engine.containers
    return { 'no container is left': containers.length === 0 }
  }

  async clear({ home }: E2eSetup): Promise<void> {
    await this.engine.removeContainers()
    await giveTo(ownUser(), home.path, this.engine) // only root can remove what root has created in a container
  }
}

/** The mount of the CA of the stand-in: only the file, because no other user may enter its folder. */
export function caMount({ caPath }: Endpoint): string {
  return `${caPath}:${caPath}:ro`
}

/** The user id and group id of this process. */
export function ownUser(): string {
  return `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`
}

/** Gives a folder with everything in it to a user, `UID:GID`. */
export async function giveTo(user: string, folder: string, engine: Engine): Promise<void> {
  await engine.asRoot(['chown', '--recursive', '--no-dereference', user, folder], [`${folder}:${folder}`])
}

/** A word for act, which splits the options as a shell does. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}

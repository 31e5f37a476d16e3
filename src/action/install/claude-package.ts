import path from 'node:path'
import { parse } from 'ssri'
import { orNull } from '../../core/or-null.js'
import { exactVersion } from './claude-version.js'
import { installFailed, REMEDIES } from './install-failure.js'
import type { Installing } from './installing.js'
import { Packument, type Release } from './packument.js'
import { platformOf, thisMachine } from './platform.js'
import { Registry } from './configured-registry.js'
import { RegistryClient, type ClientLimits } from './registry-client.js'
import { checkSignatures } from './signatures.js'

/** The package whose versions and tags are those of the CLI. */
const CLAUDE_PACKAGE = '@anthropic-ai/claude-code'

/** The package of one version of the CLI for this machine. */
export interface ClaudePackage {
  readonly name: string
  readonly version: string
  readonly tarball: URL
  /** Subresource Integrity, with nothing but SHA-512. */
  readonly integrity: string
  /** The path of the program in the package. */
  readonly program: string
}

/** The CLI in a registry. */
export class ClaudeSource {
  #main: Promise<Packument> | undefined

  private constructor(
    readonly client: RegistryClient,
    private readonly platform: string,
    private readonly step: Installing
  ) {}

  /** The registry that the environment names, for this machine. @throws RefreshError `claude-install-failed` */
  static async open(env: NodeJS.ProcessEnv, step: Installing, limits?: ClientLimits): Promise<ClaudeSource> {
    const registry = Registry.of(env)
    // Logged because the registry decides what is installed.
    if (registry.variable !== null) step.note(`npm registry: ${registry.address} (${registry.variable})`)
    const platform = await platformOf(thisMachine(env))
    return new ClaudeSource(new RegistryClient(registry, step, limits), platform, step)
  }

  /**
   * The exact version that a tag names, if the registry has it.
   * @throws RefreshError `claude-install-failed`
   */
  async versionOfTag(tag: string): Promise<string> {
    const main = await this.#askMain()
    const named = main.versionOf(tag)
    if (named === null) throw this.#missing(CLAUDE_PACKAGE, `tag ${tag}`)
    const version = exactVersion(named)
    if (version === null) throw this.#missing(CLAUDE_PACKAGE, `valid version at the tag ${tag}`)
    this.#releaseOf(main, version)
    return version
  }

  /**
   * The package of a version for this machine. Since 2.1.113 each platform has one, with a native program; before, there is
   * only one with a program for Node. Its signatures are checked if the registry has any.
   * @throws RefreshError `claude-install-failed`
   */
  async packageOf(version: string): Promise<ClaudePackage> {
    const main = this.#releaseOf(await this.#askMain(), version)
    const release = await this.#releaseForPlatform(main)
    const { name, integrity } = release
    const sha512 = sha512In(integrity)
    if (sha512 === '')
      throw installFailed(`the npm registry has no sha512 of ${name} ${release.version}`, REMEDIES.noIntegrity)
    const tarball = this.client.registry.tarballAt(release.tarball)
    if (tarball === null) {
      throw installFailed(`the npm registry has no valid address of ${name} ${release.version}`, REMEDIES.wrongAddress)
    }
    const unchecked = await checkSignatures(this.client, release)
    if (unchecked !== null) this.step.note(`The signature of ${name} ${release.version} was not checked: ${unchecked}`)
    const program = release === main ? programOf(release) : 'claude'
    return { name, version: release.version, tarball, integrity: sha512, program }
  }

  async #releaseForPlatform(main: Release): Promise<Release> {
    const isPlatform = (name: string): boolean => name.startsWith(`${CLAUDE_PACKAGE}-`)
    const platforms = [...main.optionalDependencies.keys()].filter(isPlatform)
    if (platforms.length === 0) return main
    const name = `${CLAUDE_PACKAGE}-${this.platform}`
    const { version } = main
    const named = main.optionalDependencies.get(name)
    if (named === undefined) throw noPackageFor(this.platform, version)
    if (named !== version)
      throw installFailed(`${main.name} ${version} names another version of ${name}`, REMEDIES.unusable)
    return this.#releaseOf(await this.#ask(name), version)
  }

  #releaseOf(packument: Packument, version: string): Release {
    const release = packument.release(version)
    if (release === null) throw this.#missing(packument.name, `version ${version}`)
    return release
  }

  #askMain(): Promise<Packument> {
    this.#main ??= this.#ask(CLAUDE_PACKAGE)
    return this.#main
  }

  async #ask(name: string): Promise<Packument> {
    const packument = await Packument.ask(this.client, name)
    if (packument.isUsable) return packument
    throw installFailed(
      `the npm registry ${this.client.registry.address} sent no metadata of ${name}`,
      REMEDIES.wrongAddress
    )
  }

  #missing(name: string, what: string): Error {
    const message = `the npm registry ${this.client.registry.address} has no ${what} of ${name}`
    return installFailed(message, REMEDIES.noSuchVersion)
  }
}

/** The SHA-512 digests in a text of Subresource Integrity, in the same form; empty if there is none. */
function sha512In(integrity: string): string {
  const hashes = orNull(() => parse(integrity).sha512) ?? [] // it returns null if there is no hash at all
  return hashes.map(({ digest }) => `sha512-${digest}`).join(' ')
}

function noPackageFor(platform: string, version: string): Error {
  return installFailed(`claude ${version} has no program for ${platform}`, REMEDIES.noPlatform)
}

/** The path of the program in an old package. @throws RefreshError if it is not in the package */
function programOf({ name, version, bin }: Release): string {
  const program = path.posix.normalize(bin.get('claude') ?? '..')
  if (/^(?:\.\.?)?(?:\/|$)/.test(program) || program.includes('\0'))
    throw installFailed(`${name} ${version} names no program claude`, REMEDIES.unusable)
  return program
}

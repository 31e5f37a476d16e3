import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseObject } from '../json-object.js'
import { ROOT, smallClaude } from '../paths.js'
import type { NewVersion, PackageFile } from './package-version.js'
import { startRegistry, type RegistryOptions, type StandInRegistry } from './registry.js'

/** The package of the CLI, which has the packages with the native programs as optional dependencies. */
export const CLAUDE_PACKAGE = '@anthropic-ai/claude-code'

/** The platforms that the real package names. */
const PLATFORMS = [
  'darwin-arm64',
  'darwin-x64',
  'linux-x64',
  'linux-arm64',
  'linux-x64-musl',
  'linux-arm64-musl',
  'win32-x64',
  'win32-arm64'
]

/** The platform of this machine, as the packages name it. */
export const THIS_PLATFORM = `${process.platform}-${process.arch}`

/** The package with the real CLI for this machine, which testing/claude-cli installs. */
const REAL_FOLDER = path.join(ROOT, `node_modules/${CLAUDE_PACKAGE}-${THIS_PLATFORM}`)

/** The real CLI in `node_modules`, 402 MB. */
export const REAL_CLAUDE = path.join(REAL_FOLDER, 'claude')

/** The version of the real CLI. */
export function realClaudeVersion(): string {
  return String(parseObject(readFileSync(path.join(REAL_FOLDER, 'package.json'), 'utf8')).version)
}

/** What is published as the CLI. */
export interface PublishedClaude {
  readonly version: string
  /** The program of this version; a small one that runs the real CLI by default. */
  readonly program?: PackageFile
  /** The platforms whose package is in the registry; only that of this machine by default. */
  readonly platforms?: readonly string[]
}

/**
 * Publishes a version of the CLI as the public registry has it: the package that names those of all platforms, and the ones
 * with the program itself. What npm would run, the script and the placeholder of the first package, fails.
 */
export async function publishClaude(registry: StandInRegistry, claude: PublishedClaude): Promise<void> {
  const { version, program = smallProgram(version), platforms = [THIS_PLATFORM] } = claude
  await registry.publish(mainPackage(version))
  for (const platform of platforms) {
    const [os = '', cpu = ''] = platform.split('-')
    const files = { claude: program, 'README.md': 'The CLI of a test', 'LICENSE.md': 'none' }
    await registry.publish({ name: `${CLAUDE_PACKAGE}-${platform}`, version, files, os: [os], cpu: [cpu] })
  }
}

/**
 * Publishes the real CLI: reads it once now, for the digests, and again for each download.
 * @returns its version
 */
export async function publishRealClaude(registry: StandInRegistry): Promise<string> {
  const version = realClaudeVersion()
  await publishClaude(registry, { version, program: { file: REAL_CLAUDE, mode: 0o755 } })
  return version
}

/** A registry with the real CLI as `latest` and `stable`; what is downloaded is a small program that starts it. */
export async function startRealClaudeRegistry(): Promise<StandInRegistry> {
  const registry = await startRegistry()
  const version = realClaudeVersion()
  await publishClaude(registry, { version })
  registry.tag(CLAUDE_PACKAGE, 'stable', version)
  return registry
}

/** A program that says this version, and else runs the real CLI: for tests that are not about the download. */
function smallProgram(version: string): PackageFile {
  return scriptFor(version, `exec '${REAL_CLAUDE}' "$@"`)
}

/** The version that `startClaudeRegistry` publishes. */
export const SMALL_VERSION = '2.1.330'

/** A registry whose only version of the CLI, `latest` and `stable`, is one of the small programs in testing/claudes. */
export async function startClaudeRegistry(claude: string, options?: RegistryOptions): Promise<StandInRegistry> {
  const registry = await startRegistry(options)
  const program = scriptFor(SMALL_VERSION, `exec '${smallClaude(claude)}/claude' "$@"`)
  await publishClaude(registry, { version: SMALL_VERSION, program })
  registry.tag(CLAUDE_PACKAGE, 'stable', SMALL_VERSION)
  return registry
}

/** A program that says this version, and else does this in `sh`. */
export function scriptFor(version: string, otherwise: string): { readonly content: string; readonly mode: number } {
  const content = `#!/bin/sh\nif [ "$1" = --version ]; then echo '${version} (Claude Code)'; exit; fi\n${otherwise}\n`
  return { content, mode: 0o755 }
}

function mainPackage(version: string): NewVersion {
  const fails = (language: string): PackageFile => ({ content: `#!/usr/bin/env ${language}\nexit(1)\n`, mode: 0o755 })
  return {
    name: CLAUDE_PACKAGE,
    version,
    files: { 'bin/claude.exe': fails('sh'), 'install.cjs': 'process.exit(1)\n' },
    bin: { claude: 'bin/claude.exe' },
    scripts: { postinstall: 'node install.cjs' },
    engines: { node: '>=22.0.0' },
    optionalDependencies: Object.fromEntries(PLATFORMS.map(platform => [`${CLAUDE_PACKAGE}-${platform}`, version]))
  }
}

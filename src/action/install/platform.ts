import { isJsonObject } from '../../core/json.js'
import { runProgram } from '../exec.js'

/** What decides which native program fits. */
export interface Machine {
  /** As Node names it: `linux`, `darwin`. */
  readonly platform: string
  /** As Node names it: `x64`, `arm64`. */
  readonly arch: string
  /** Node's own report of itself: https://nodejs.org/api/report.html */
  readonly report: () => unknown
  /** What `sysctl -n` says of a name, on macOS. */
  readonly sysctl: (name: string) => Promise<string>
}

/**
 * The platform of a machine, as the names of the CLI's packages end: `linux-x64-musl`. Chosen as their own installer does
 * (docs/claude-cli.md#script-or-native-program).
 */
export async function platformOf({ platform, arch, report, sysctl }: Machine): Promise<string> {
  if (platform === 'linux') return `linux-${arch}${hasGlibc(report()) ? '' : '-musl'}`
  // An x64 Node on Apple's arm64: the native program for x64 would need AVX, which Rosetta may lack.
  const isTranslated =
    platform === 'darwin' && arch === 'x64' && (await sysctl('sysctl.proc_translated')).trim() === '1'
  return `${platform}-${isTranslated ? 'arm64' : arch}`
}

/** This machine. Node's report resolves the addresses of open connections, so ask it before there are any. */
export function thisMachine(env: NodeJS.ProcessEnv): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    report: () => process.report.getReport(),
    sysctl: async name => (await runProgram('/usr/sbin/sysctl', ['-n', name], { env, home: '/' })).stdout
  }
}

function hasGlibc(report: unknown): boolean {
  return isJsonObject(report) && isJsonObject(report.header) && report.header.glibcVersionRuntime !== undefined
}

/** Options that make the call cheap and leave no trace. Each is dropped for a version that does not know it. */
const OPTIONS: readonly (readonly string[])[] = [
  ['--model', 'claude-sonnet-4-6'],
  ['--effort', 'low'],
  ['--no-session-persistence'],
  ['--no-chrome']
]

/** The arguments of one call, without the options that this version of `claude` does not know. */
export function claudeArguments(debugFile: string, unknown: ReadonlySet<string> = new Set()): readonly string[] {
  const isKnown = (option: readonly string[]) => !unknown.has(option[0] ?? '')
  return [...OPTIONS, ['--print', '.'], ['--debug-file', debugFile]].filter(isKnown).flat()
}

/** The last version that was seen to refuse each option (docs/claude-cli.md#options). */
const LAST_VERSION_WITHOUT: ReadonlyMap<string, string> = new Map([
  ['--effort', '2.1.30'],
  ['--no-session-persistence', '2.0.0'],
  ['--no-chrome', '2.0.0'],
  ['--debug-file', '2.0.77']
])

/**
 * The options that a version is known to refuse. Learning one from `claude` itself would cost an extra start of a second or
 * more.
 */
export function optionsUnknownTo(version: string | null): ReadonlySet<string> {
  const isUnknown = ([, last]: [string, string]) => version !== null && compareVersions(version, last) <= 0
  return new Set([...LAST_VERSION_WITHOUT].filter(isUnknown).map(([option]) => option))
}

/** Below 0 if `a` is older. Compares numbers, since Node needs 8 ms to load a collator, and `claude` is not started yet. */
export function compareVersions(a: string, b: string): number {
  const [ours, theirs] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10)))
  const differences = (ours ?? []).map((part, index) => part - (theirs?.[index] ?? 0))
  return differences.find(difference => difference !== 0) ?? 0
}

/** The option that `claude` has just refused, if it can be dropped (docs/claude-cli.md#options). */
export function unknownOptionIn(stderr: string): string | null {
  const name = /unknown option '(--[\w-]+)'/.exec(stderr)?.[1]
  return name !== undefined && LAST_VERSION_WITHOUT.has(name) ? name : null
}

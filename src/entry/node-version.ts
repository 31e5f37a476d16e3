const MAJOR = 20
// the first version with `Symbol.dispose`, which old versions of claude need:
// docs/claude-cli.md#script-or-native-program
const MINOR = 4

/** The oldest Node that runs our programs, as in package.json (`engines`, `node20`) and the README. */
export const OLDEST_NODE = `${MAJOR}.${MINOR}`

/** Why this Node can't run our programs, as a clause; null if it can. */
export function whyNodeIsTooOld(version = process.versions.node): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return null
  return `this is Node ${version} (${process.execPath}), and clr-refresh needs Node ${OLDEST_NODE} or newer`
}

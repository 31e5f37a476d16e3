import type { TempFolder } from './temp-folder.js'

/**
 * Writes a small `gh` into `bin`, which notes its arguments and its token variables in `gh-calls`, and answers
 * `auth token --hostname` with the token for that host.
 *
 * @returns the folder for PATH
 */
export function writeGh(folder: TempFolder, tokens: Readonly<Record<string, string>> = {}): string {
  const cases = Object.entries(tokens).map(([host, token]) => `  ${host}) echo '${token}' ;;`)
  const script = `#!/bin/sh
echo "$* [$GH_TOKEN$GITHUB_TOKEN$GH_ENTERPRISE_TOKEN$GITHUB_ENTERPRISE_TOKEN]" >>'${folder.at('gh-calls')}'
case "$4" in
${cases.join('\n')}
  *) echo "no oauth token found for $4" >&2; exit 1 ;;
esac
`
  return writeProgram(folder, 'gh', script)
}

/** Writes a program into `bin`. @returns the folder for PATH */
export function writeProgram(folder: TempFolder, name: string, script: string): string {
  folder.write(`bin/${name}`, script, 0o755)
  return folder.at('bin')
}

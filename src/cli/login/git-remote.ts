import { quote } from '../../core/options.js'
import { RefreshError } from '../../core/reasons.js'
import { askProgram, type AskOptions } from './ask-program.js'
import { NAME_REPOSITORY } from './remedies.js'
import { parseRemoteUrl, type RemoteRepository } from './remote-url.js'

/** The repository of a git remote. */
export interface GitRemote extends RemoteRepository {
  /** The name of the remote: `origin`. */
  readonly remote: string
}

/**
 * The repository of the working directory, by its git remote `origin`, or by its only remote.
 * @throws RefreshError `usage`, without the address of a remote, which may contain a password; `cancelled`
 */
export async function findGitRemote(options: AskOptions): Promise<GitRemote> {
  const remotes = await readRemotes(options)
  const [only] = remotes.size === 1 ? remotes.keys() : []
  const remote = remotes.has('origin') ? 'origin' : only
  if (remote === undefined)
    throw missing(`none of the ${remotes.size} git remotes of the working directory is named "origin"`)
  const parsed = parseRemoteUrl(remotes.get(remote) ?? '')
  if (parsed === null)
    throw missing(`the address of the git remote ${quote(remote)} is not that of a GitHub repository`)
  return { remote, ...parsed }
}

/** The addresses of all remotes, by their names, after the replacements in the user's settings (`insteadOf`). */
async function readRemotes(options: AskOptions): Promise<ReadonlyMap<string, string>> {
  const answer = await askProgram(['git', 'remote', '-v'], options)
  if (answer.kind === 'failed') throw missing(`\`git\` ${answer.why}`)
  if (answer.exitCode !== 0) throw missing('the working directory is not in a git repository')
  const lines = answer.stdout.split('\n').map(line => /^([^\t]+)\t(.+) \(fetch\)/.exec(line))
  const remotes = new Map(lines.flatMap(line => (line === null ? [] : [[line[1] ?? '', line[2] ?? ''] as const])))
  if (remotes.size === 0) throw missing('the git repository in the working directory has no remote')
  return remotes
}

function missing(why: string): RefreshError {
  return new RefreshError('usage', `\`--repo\` is not given, and ${why}`, NAME_REPOSITORY)
}

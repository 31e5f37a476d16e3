import { RefreshError } from '../../core/reasons.js'
import { describeLocation, parseLocation } from '../../github-secrets/location.js'
import { GITHUB } from '../../github-secrets/place-arguments.js'
import { parseSecretName, type StoreTarget } from '../../github-secrets/target.js'
import type { SecretDestination } from '../login-options.js'
import type { AskOptions } from './ask-program.js'
import { findGitRemote } from './git-remote.js'
import { findGitHubToken } from './github-token.js'
import { NAME_REPOSITORY, NO_SIGN_IN } from './remedies.js'
import { isSameServer, namedServer, serverAt, type GitHubServer } from './server.js'

/** The secret in which a login is stored, and how to reach it. */
export interface SecretTarget extends Pick<StoreTarget, 'location' | 'token'> {
  readonly name: string
  readonly server: GitHubServer
  /** What messages call the token. */
  readonly tokenFrom: string
}

/** How to find out what the options leave open. */
export interface TargetContext extends AskOptions {
  /** Asks the user a question; null if there is no terminal. */
  readonly confirm: ((question: string) => Promise<boolean>) | null
}

/**
 * The secret that the options name. If they name no repository, it is that of the working directory's git remote, once the
 * user has confirmed it.
 * @throws RefreshError `usage`, with the option or variable at fault; `cancelled`
 */
export async function findSecretTarget(request: SecretDestination, context: TargetContext): Promise<SecretTarget> {
  const name = parseName(request)
  const { server, repository, remote } = await findPlace(request, context)
  const location = parseLocation({
    repository: { text: repository, from: remote === null ? '`--repo`' : `the git remote ${remote}` },
    environment: { text: request.environment ?? '', from: '`--env`' },
    organization: { text: request.organization ?? '', from: '`--org`' },
    defaultRepository: { text: '', from: '' }
  })
  if (remote !== null && context.confirm !== null) {
    const place = `${describeLocation(location)}${server.host === GITHUB ? '' : ` on ${server.host}`}`
    await refuseUnlessConfirmed(`Store the login as ${name} of ${place} (git remote ${remote})?`, context.confirm)
  }
  const { token, from } = await findGitHubToken(server, location, context)
  return { name, location, server, token, tokenFrom: from }
}

/** Refuses an empty option: a variable of the shell that is not set must not lead to another secret. */
function parseName({ name, repository, environment, organization }: SecretDestination): string {
  const options = { '--secret': name, '--repo': repository, '--env': environment, '--org': organization }
  const empty = Object.entries(options).find(([, text]) => text === '')?.[0]
  if (empty !== undefined) {
    const remedy = `If you used a shell variable, check that it is set. ${NO_SIGN_IN}`
    throw new RefreshError('usage', `\`${empty}\` is empty`, remedy)
  }
  return parseSecretName({ text: name, from: '`--secret`' }) ?? name
}

interface Place {
  readonly server: GitHubServer
  /** As it was given or found, without a host; empty for an organization. */
  readonly repository: string
  /** The git remote that names the repository; null if an option does. */
  readonly remote: string | null
}

async function findPlace(
  { repository: given, organization }: SecretDestination,
  context: TargetContext
): Promise<Place> {
  const { host, repository } = splitHost(given ?? '')
  const server = namedServer(context.environment, { text: host, from: '`--repo`' })
  if (given !== null || organization !== null)
    return { server: server ?? serverAt(GITHUB, null), repository, remote: null }
  if (context.confirm === null) {
    throw new RefreshError(
      'usage',
      '`--repo` is not given, and without a terminal you cannot confirm the repository of the git remote',
      NAME_REPOSITORY
    )
  }
  const found = await findGitRemote(context)
  return {
    server: serverOfRemote(found.host, found.remote, server),
    repository: found.repository,
    remote: found.remote
  }
}

/** As `gh` accepts `--repo`: `OWNER/NAME`, or `HOST/OWNER/NAME`. */
function splitHost(text: string): { readonly host: string; readonly repository: string } {
  const [, host = '', repository = text] = /^([^/]*)\/([^/]*\/[^/]*)$/.exec(text) ?? []
  return { host, repository }
}

/** The server of a git remote, which has to be the one that the user names, if any. */
function serverOfRemote(host: string, remote: string, named: GitHubServer | null): GitHubServer {
  if (named !== null && isSameServer(named, host)) return named
  const server = `the git remote ${remote} is on ${host}`
  if (named !== null) {
    const sentence = `${server}, but ${named.namedBy ?? 'the default'} names ${named.host}`
    throw new RefreshError('usage', sentence, NAME_REPOSITORY)
  }
  if (host.includes('.') || host.startsWith('localhost')) return serverAt(host, null)
  const alias = 'which is not a host name (perhaps an alias of your SSH configuration)'
  throw new RefreshError('usage', `${server}, ${alias}`, NAME_REPOSITORY)
}

async function refuseUnlessConfirmed(question: string, confirm: (question: string) => Promise<boolean>): Promise<void> {
  if (await confirm(question)) return
  throw new RefreshError('cancelled', 'the repository was not confirmed', NAME_REPOSITORY)
}

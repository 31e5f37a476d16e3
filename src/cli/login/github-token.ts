import { RefreshError } from '../../core/reasons.js'
import { permissionFor, type SecretLocation } from '../../github-secrets/location.js'
import { GITHUB } from '../../github-secrets/place-arguments.js'
import { parseApiToken } from '../../github-secrets/target.js'
import { askProgram, type AskOptions } from './ask-program.js'
import { NO_SIGN_IN } from './remedies.js'
import { isOwnHost, isThisMachine, type GitHubServer } from './server.js'

/** What messages call the token of `gh`'s own login. */
export const TOKEN_OF_GH = 'the token of gh'

/** A token for GitHub's API. */
export interface GitHubToken {
  /** Itself a secret. */
  readonly token: string
  /** What messages call it: the variable that holds it, or `the token of gh`. */
  readonly from: string
}

/** The variables of `gh` for github.com and `*.ghe.com`, and for GitHub Enterprise Server, in its order. */
const TOKENS = ['GH_TOKEN', 'GITHUB_TOKEN'] as const
const ENTERPRISE_TOKENS = ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'] as const

/**
 * The user's token for a server: from the variables that `gh` reads, else from `gh` itself.
 * Source: https://cli.github.com/manual/gh_help_environment
 * @throws RefreshError `usage` if there is none, or one that is no token; `cancelled`
 */
export async function findGitHubToken(
  server: GitHubServer,
  location: SecretLocation,
  options: AskOptions
): Promise<GitHubToken> {
  const { environment } = options
  const names = variablesFor(server)
  for (const from of names) {
    const text = (environment[from] ?? '').trim()
    if (text !== '') return { token: parseApiToken({ text, from }), from }
  }
  const answer = await askGh(server, options)
  if ('token' in answer) return answer
  const unset = names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not set, and `
  const sentence = `there is no token for ${server.host}: ${unset}${answer.whyNot}`
  throw new RefreshError('usage', sentence, remedyFor(server, location))
}

/**
 * `gh` never sends the token for Enterprise Servers to a host that only a git remote names, since whoever made the repository
 * chose that one. To this machine any token may be sent.
 */
function variablesFor({ host, namedBy }: GitHubServer): readonly string[] {
  if (isThisMachine(host)) return [...ENTERPRISE_TOKENS, ...TOKENS]
  if (isOwnHost(host)) return TOKENS
  return namedBy === null ? [] : ENTERPRISE_TOKENS
}

/** Asks `gh` for the token of its own login: without the variables, which it would print otherwise. */
async function askGh(
  { host }: GitHubServer,
  { environment, cancel }: AskOptions
): Promise<GitHubToken | { readonly whyNot: string }> {
  const variables = new Set<string>([...TOKENS, ...ENTERPRISE_TOKENS])
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !variables.has(name)))
  const answer = await askProgram(['gh', 'auth', 'token', '--hostname', host], { environment: own, cancel })
  if (answer.kind === 'failed') return { whyNot: `\`gh\` ${answer.why}` }
  const { exitCode, stdout, stderr } = answer
  if (/unknown command|unknown flag/i.test(stderr)) return { whyNot: '`gh` is too old to have `gh auth token`' }
  if (exitCode !== 0) return { whyNot: `\`gh\` has no login for ${host} (\`gh auth token\` ended with ${exitCode})` }
  try {
    return { token: parseApiToken({ text: stdout.trim(), from: '`gh auth token`' }), from: TOKEN_OF_GH }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    return { whyNot: '`gh auth token` printed something else than a token' }
  }
}

function remedyFor(server: GitHubServer, location: SecretLocation): string {
  const [variable = ENTERPRISE_TOKENS[0]] = variablesFor(server)
  const hostname = server.host === GITHUB ? '' : ` --hostname ${server.host}`
  const andHost = server.namedBy === null && variable === ENTERPRISE_TOKENS[0] ? ` and GH_HOST to ${server.host}` : ''
  return `Set ${variable} to a token with ${permissionFor(location)}${andHost}, or log in to GitHub with \`gh auth login${hostname}\`. ${NO_SIGN_IN}`
}

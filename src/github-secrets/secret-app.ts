/**
 * GitHub's stores of secrets, as `gh secret set --app` names them. Each has its own public keys and permissions. A secret in
 * one of them is not visible in the others.
 */
export const SECRET_APPS = ['actions', 'dependabot', 'codespaces'] as const

/** One of GitHub's stores of secrets. */
export type SecretApp = (typeof SECRET_APPS)[number]

interface AppFacts {
  /** As GitHub writes it. */
  readonly title: string
  /** The permission for the secrets of a repository, and for those of an organization, as GitHub's settings pages call it. */
  readonly permissions: Readonly<Record<'repository' | 'organization', string>>
  /** Who may write the secrets of a repository with a classic token. */
  readonly classicToken: string
}

/**
 * Sources: "Fine-grained access tokens for …" under each endpoint of https://docs.github.com/en/rest/actions/secrets,
 * https://docs.github.com/en/rest/dependabot/secrets, https://docs.github.com/en/rest/codespaces/repository-secrets ("The
 * associated user must be a repository admin") and https://docs.github.com/en/rest/codespaces/organization-secrets.
 */
const FACTS: Readonly<Record<SecretApp, AppFacts>> = {
  actions: {
    title: 'Actions',
    permissions: { repository: 'Secrets', organization: 'Secrets' },
    classicToken: 'a classic token'
  },
  dependabot: {
    title: 'Dependabot',
    permissions: { repository: 'Dependabot secrets', organization: 'Organization dependabot secrets' },
    classicToken: 'a classic token'
  },
  codespaces: {
    title: 'Codespaces',
    permissions: { repository: 'Codespaces secrets', organization: 'Organization codespaces secrets' },
    classicToken: 'a classic token of an admin'
  }
}

/** The name and the permissions of a store. */
export function factsOf(app: SecretApp): AppFacts {
  return FACTS[app]
}

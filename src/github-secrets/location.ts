/** Whose secrets they are, by the options of `gh secret set`: `--repo`, `--env`, `--org`. */
export type SecretLocation =
  | { readonly kind: 'repository'; /** `owner/name` */ readonly repository: string }
  | { readonly kind: 'environment'; readonly repository: string; readonly environment: string }
  | { readonly kind: 'organization'; readonly organization: string }

/** A location in a sentence: `repository acme/app`, `environment "ci" of acme/app`, `organization acme`. */
export function describeLocation(location: SecretLocation): string {
  switch (location.kind) {
    case 'repository':
      return `repository ${location.repository}`
    case 'environment':
      return `environment ${JSON.stringify(location.environment)} of ${location.repository}`
    case 'organization':
      return `organization ${location.organization}`
  }
}

/**
 * The path of the secrets in GitHub's REST API, without the base: the name of a secret, or `public-key`, comes after it.
 * Source: https://docs.github.com/en/rest/actions/secrets
 */
export function secretsPath(location: SecretLocation): string {
  switch (location.kind) {
    case 'repository':
      return `/repos/${location.repository}/actions/secrets`
    case 'environment':
      return `/repos/${location.repository}/environments/${encodeSegment(location.environment)}/secrets`
    case 'organization':
      return `/orgs/${location.organization}/actions/secrets`
  }
}

/**
 * What a token needs to write there, in words of GitHub's settings pages.
 * Source: https://docs.github.com/en/rest/actions/secrets, "Fine-grained access tokens for …" under each endpoint.
 */
export function permissionFor(location: SecretLocation): string {
  switch (location.kind) {
    case 'repository':
      return 'the repository permission "Secrets: write" (a classic token: the scope "repo")'
    case 'environment':
      return 'the repository permission "Environments: write" (a classic token: the scope "repo")'
    case 'organization':
      return 'the organization permission "Secrets: write" (a classic token of an owner: the scope "admin:org")'
  }
}

/** `encodeURIComponent` leaves `!'()*` as they are; a quote would end the one around a path in a shell. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`)
}

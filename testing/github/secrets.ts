import { isJsonObject } from '../../src/core/json.js'
import type { Vault } from './vault.js'

/** An answer of the API; undefined means no body. */
export interface ApiAnswer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

/** One request for the secrets of one place in one store. */
export interface SecretsRequest {
  readonly method: string
  /** Path after `…/secrets/`. */
  readonly rest: string
  readonly query: URLSearchParams
  readonly body: unknown
}

/**
 * Answers as GitHub does: https://docs.github.com/en/rest/actions/secrets, https://docs.github.com/en/rest/dependabot/secrets,
 * https://docs.github.com/en/rest/codespaces/repository-secrets,
 * https://docs.github.com/en/rest/codespaces/organization-secrets
 */
export function answerSecrets(vault: Vault, request: SecretsRequest): ApiAnswer {
  const { method, rest } = request
  if (rest === 'public-key') return { status: 200, body: { key_id: vault.keyId, key: vault.publicKey } }
  const [name = '', list] = rest.toUpperCase().split('/')
  if (method === 'PUT') return putSecret(vault, name, request.body)
  const secret = vault.secrets.get(name)
  if (secret === undefined) return NOT_FOUND
  if (method === 'DELETE') return vault.secrets.delete(name) ? { status: 204 } : NOT_FOUND
  if (list === 'REPOSITORIES') return listRepositories(secret.repositoryIds ?? [], request.query)
  const { createdAtMs, updatedAtMs, visibility } = secret
  const dates = { created_at: isoSeconds(createdAtMs), updated_at: isoSeconds(updatedAtMs) }
  return { status: 200, body: { name, ...dates, ...(visibility === undefined ? {} : { visibility }) } }
}

/** GitHub's answer for something that does not exist, or that the token may not see. */
export const NOT_FOUND: ApiAnswer = { status: 404, body: { message: 'Not Found' } }

/** GitHub's answer for a token without permission; tokens of jobs and of installed Apps begin with `ghs_`. */
export function refusalFor(token: string): ApiAnswer {
  const who = token.startsWith('ghs_') ? 'integration' : 'personal access token'
  return { status: 403, body: { message: `Resource not accessible by ${who}` } }
}

const LARGEST_SECRET_BYTES = 48 * 1024

function putSecret(vault: Vault, name: string, body: unknown): ApiAnswer {
  const {
    encrypted_value: box,
    key_id: keyId,
    visibility,
    selected_repository_ids: ids = []
  } = isJsonObject(body) ? body : {}
  if (!/^(?!GITHUB_)[A-Z_]\w*$/.test(name))
    return unprocessable('Secret names can only contain alphanumeric characters')
  if (keyId !== vault.keyId || typeof box !== 'string') return unprocessable('key_id or encrypted_value is wrong')
  const text = vault.open(box)
  if (text === null) return unprocessable('The secret is not encrypted properly')
  if (Buffer.byteLength(text) > LARGEST_SECRET_BYTES) return unprocessable('The secret is too large')
  if (vault.kind.place === 'organization' && !['all', 'private', 'selected'].includes(String(visibility))) {
    return unprocessable('visibility is missing')
  }
  // Newer servers also accept numbers for Dependabot; older ones do not.
  const idType = vault.kind.app === 'dependabot' ? 'string' : 'number'
  if (!Array.isArray(ids) || ids.some(id => typeof id !== idType)) {
    return unprocessable(`selected_repository_ids must be an array of ${idType}s`)
  }
  const isNew = !vault.secrets.has(name)
  const repositoryIds = ids.map(Number)
  vault.put(name, { text, ...(typeof visibility === 'string' ? { visibility, repositoryIds } : {}) })
  vault.writes.push({ name, text })
  return isNew ? { status: 201, body: {} } : { status: 204 }
}

function listRepositories(ids: readonly number[], query: URLSearchParams): ApiAnswer {
  const size = Number(query.get('per_page') ?? 30)
  const start = (Number(query.get('page') ?? 1) - 1) * size
  const repositories = ids.slice(start, start + size).map(id => ({ id, full_name: `acme/${id}` }))
  return { status: 200, body: { total_count: ids.length, repositories } }
}

function unprocessable(message: string): ApiAnswer {
  return { status: 422, body: { message } }
}

/** GitHub's dates have no milliseconds. */
function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
}

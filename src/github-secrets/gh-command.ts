import type { StoreTarget } from './target.js'
import { secretsPath } from './location.js'
import type { Visibility } from './memory.js'
import type { SealedSecret } from './seal.js'

/** A sealed text that is not stored yet. */
export interface UnstoredSecret {
  readonly name: string
  readonly sealed: SealedSecret
  readonly visibility: Visibility
}

/**
 * The command for a shell by which a person stores a sealed text: only GitHub can open what is in it, so that it may be
 * shown to anybody. The syntax of fields and arrays: https://cli.github.com/manual/gh_api. None of its parts has a single quote.
 */
export function ghCommand(
  { name, sealed, visibility }: UnstoredSecret,
  { location, apiUrl }: Pick<StoreTarget, 'location' | 'apiUrl'>
): string {
  const host = hostOf(apiUrl)
  const { visibility: who, selected_repository_ids: ids } = visibility
  const texts = { ...sealed, ...(who === undefined ? {} : { visibility: who }) }
  return [
    `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${secretsPath(location)}/${name}'`,
    ...Object.entries(texts).map(([field, text]) => `-f ${field}='${text}'`),
    ...(ids === undefined ? [] : ids.length === 0 ? ["-F 'selected_repository_ids[]'"] : ids.map(idField))
  ].join(' ')
}

function idField(id: number): string {
  return `-F 'selected_repository_ids[]=${id}'`
}

/** The server as `gh` names it: `api.github.com` and `api.acme.ghe.com` without `api.`, GHES by its host. */
function hostOf(apiUrl: string): string {
  const { host } = new URL(apiUrl)
  return /^api\.(.+\.ghe\.com|github\.com)$/.exec(host)?.[1] ?? host
}

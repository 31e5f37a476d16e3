import { secretsPath, type SecretPlace } from './place.js'
import type { SealedSecret } from './seal.js'
import type { Visibility } from './visibility.js'

/** One secret that waits to be stored by hand. */
export interface WaitingSecret {
  readonly name: string
  readonly sealed: SealedSecret
  readonly visibility: Visibility
}

/** Where they belong. */
export interface FallbackPlace {
  readonly place: SecretPlace
  readonly apiUrl: string
}

/** Markdown that lets a person store by hand what GitHub alone can open: safe wherever a job summary is shown. */
export function describeFallback(secrets: readonly WaitingSecret[], at: FallbackPlace): string {
  const lines = secrets.map(secret => lineFor(secret, at))
  return [
    '**Store the new credentials by hand**, before the next run, unless this summary says further down that the end of the',
    'job has stored them: on a machine where `gh` is logged in as somebody who may write this secret. The text is sealed:',
    'GitHub alone can open it.',
    '',
    '```sh',
    ...lines,
    '```'
  ].join('\n')
}

/** The syntax of fields and arrays: https://cli.github.com/manual/gh_api. Nothing in it holds a single quote. */
function lineFor({ name, sealed, visibility }: WaitingSecret, { place, apiUrl }: FallbackPlace): string {
  const host = hostOf(apiUrl)
  const { visibility: who, selected_repository_ids: ids } = visibility
  const texts = { ...sealed, ...(who === undefined ? {} : { visibility: who }) }
  return [
    `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${secretsPath(place)}/${name}'`,
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

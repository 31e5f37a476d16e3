import { utcMinute } from '../core/times.js'
import { secretsPath, type SecretPlace } from './place.js'
import type { SealedSecret } from './seal.js'
import type { Visibility } from './visibility.js'

/** One secret that waits to be stored by hand. */
export interface WaitingSecret {
  readonly name: string
  readonly sealed: SealedSecret
  readonly visibility: Visibility
  /** When somebody else wrote it, in milliseconds since 1970; null if nobody did, as far as is known. */
  readonly overtakenAtMs: number | null
}

/** Where they belong. */
export interface FallbackPlace {
  readonly place: SecretPlace
  readonly apiUrl: string
}

/** Markdown that lets a person store by hand what only GitHub can open: safe wherever a job summary is shown. */
export function describeFallback(secrets: readonly WaitingSecret[], at: FallbackPlace): string {
  const ordinary = secrets.filter(({ overtakenAtMs }) => overtakenAtMs === null)
  const overtaken = secrets.flatMap(({ overtakenAtMs, ...secret }) =>
    overtakenAtMs === null ? [] : [blockOf(warningOf(secret.name, overtakenAtMs), [{ ...secret, overtakenAtMs }], at)]
  )
  return [...(ordinary.length === 0 ? [] : [blockOf(TO_BE_STORED, ordinary, at)]), ...overtaken].join('\n\n')
}

const TO_BE_STORED = [
  '**Store the new credentials by hand**, before the next run, unless this summary says further down that the end of the',
  'job has stored them: on a machine where `gh` is logged in as somebody who may write this secret. The text is sealed:',
  'only GitHub can open it.'
]

function warningOf(name: string, overtakenAtMs: number): readonly string[] {
  return [
    `⚠️ **This line would replace what somebody else wrote at ${utcMinute(overtakenAtMs)} UTC** to the secret \`${name}\`, while this job`,
    'was at work: a new sign-in, or what another job made of the login. Run it only if you know that this is not wanted. The',
    'text is sealed: only GitHub can open it.'
  ]
}

function blockOf(paragraph: readonly string[], secrets: readonly WaitingSecret[], at: FallbackPlace): string {
  return [...paragraph, '', '```sh', ...secrets.map(secret => lineFor(secret, at)), '```'].join('\n')
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

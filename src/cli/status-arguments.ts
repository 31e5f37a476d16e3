import { absolutePath, CREDS, type TypedPath } from '../core/credentials/typed-path.js'
import { parseDurationMs } from '../core/options.js'
import { credsOf } from './creds-option.js'
import type { Values } from './options.js'

/** What messages call an argument that names a file. */
export const FILE = 'FILE'

/** What `clr status` was asked to show. */
export interface StatusRequest {
  readonly kind: 'status'
  /** At least one, as they were typed. */
  readonly files: readonly TypedPath[]
  /** A login that ends within this time needs a person, in milliseconds. */
  readonly withinMs: number
  readonly json: boolean
}

/** @param files the arguments after `status`. @throws RefreshError `usage` */
export function parseStatusArguments(
  { within, json }: Values,
  files: readonly string[],
  environment: NodeJS.ProcessEnv
): StatusRequest {
  const withinMs = parseDurationMs(within ?? '0', '`--within`')
  const given = files.map(text => ({ text, name: FILE }))
  return { kind: 'status', files: given.length > 0 ? given : [credsOf({}, environment)], withinMs, json }
}

/** The absolute path of a file, and what messages call it. */
export interface StatusPath {
  readonly given: string
  readonly name: string
}

/** The files of a request: all of them, so that a wrong one is reported before anything is printed. @throws RefreshError `usage` */
export function statusPaths({ files }: StatusRequest): readonly StatusPath[] {
  return files.map(({ text, name }) => ({ given: absolutePath(text, name), name: name === FILE ? CREDS : name }))
}

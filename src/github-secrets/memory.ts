import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'

/** What the processes of one job pass on to each other about the secrets of one target. Never holds a secret. */
export interface StoreMemory {
  /** What is known of the guarded secret; null if this process takes the first look. */
  readonly history: WriteHistory | null
  /** Called at each change of the history. */
  readonly saveHistory: (history: WriteHistory) => void
  /** GitHub's public key, as last fetched; null if it never was. The token of a later process may have expired. */
  readonly key: PublicKey | null
  /** Called whenever a key is fetched. */
  readonly saveKey: (key: PublicKey) => void
  /** Who may read an organization's secrets, as last read, by the name of the secret. */
  readonly visibilities: ReadonlyMap<string, Visibility>
  /** Called whenever a visibility is read; only for organizations. */
  readonly saveVisibilities: (visibilities: ReadonlyMap<string, Visibility>) => void
}

/** Remembers nothing. */
export const NO_MEMORY: StoreMemory = {
  history: null,
  saveHistory: () => undefined,
  key: null,
  saveKey: () => undefined,
  visibilities: new Map(),
  saveVisibilities: () => undefined
}

/** What a job knows about the guarded secret: enough to distinguish its own writes from those of others. */
export interface WriteHistory {
  /** When the secret had last been written at the job's first look; null if it did not exist then. */
  readonly firstMs: number | null
  /** When writes of this job landed, or may have landed. */
  readonly own: readonly Span[]
}

/** A span of time, in milliseconds since 1970 by GitHub's clock, both ends included. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/** GitHub's public key for the secrets of one location. */
export interface PublicKey {
  readonly id: string
  /** Base64, as GitHub gives it. */
  readonly key: string
}

/** Which repositories may read an organization's secret, as in the body of a PUT; empty for other locations. */
export interface Visibility {
  readonly visibility?: string
  readonly selected_repository_ids?: readonly number[]
}

/** The history in a JSON text; null if there is none. Spans that are malformed are left out. */
export function parseWriteHistory(text: string): WriteHistory | null {
  const value = parseJson(text)
  if (!isJsonObject(value)) return null
  const { firstMs, own } = value
  if (firstMs !== null && typeof firstMs !== 'number') return null
  return { firstMs, own: Array.isArray(own) ? own.filter(isJsonObject).flatMap(parseSpan) : [] }
}

function parseSpan({ fromMs, untilMs }: JsonObject): readonly Span[] {
  return typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : []
}

/** The length of a Curve25519 key. */
const KEY_BYTES = 32

/** A key from its parts; null if they are malformed. Both become part of a shell command. */
export function parsePublicKey(id: unknown, key: unknown): PublicKey | null {
  if (typeof id !== 'string' || !/^[\w.-]+$/.test(id)) return null
  if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES) return null
  return { id, key }
}

/** A visibility from a parsed JSON value; null if it is malformed. It becomes part of a shell command. */
export function parseVisibility(value: unknown): Visibility | null {
  if (!isJsonObject(value) || typeof value.visibility !== 'string' || !/^\w+$/.test(value.visibility)) return null
  const { visibility, selected_repository_ids: ids } = value
  if (!Array.isArray(ids)) return { visibility }
  return { visibility, selected_repository_ids: ids.filter(id => typeof id === 'number') }
}

import { quote } from '../../core/options.js'
import { RefreshError } from '../../core/reasons.js'

/** Which `claude` a workflow asked for. */
export type WantedVersion =
  /** For example `2.1.330`. */
  | { readonly kind: 'exact'; readonly version: string }
  /** A tag of the npm registry: `latest`, `stable`, `next`. */
  | { readonly kind: 'tag'; readonly tag: string }

/** Parses `claude-version`. It becomes part of a command line and of a path. @throws RefreshError `usage` */
export function parseClaudeVersion(text: string): WantedVersion {
  const version = exactVersion(text)
  if (version !== null) return { kind: 'exact', version }
  if (/^(?!v\d)[a-z][a-z\d-]{0,30}$/.test(text)) return { kind: 'tag', tag: text }
  const sentence = `claude-version must be a full version number such as 2.1.330, or latest, or stable; got ${quote(text)}`
  throw new RefreshError('usage', sentence)
}

/** A complete version without its `v`; null if the text is anything else. */
export function exactVersion(text: string): string | null {
  return /^v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[a-z\d]+(?:[.-][a-z\d]+)*)?)$/i.exec(text)?.[1] ?? null
}

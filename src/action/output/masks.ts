import { base64Start } from '../creds-json/base64.js'
import { takeStampOff } from '../stamp.js'
import { SHORTEST_SECRET, type SeenCredentials } from '../seen-credentials.js'

/**
 * What the runner has to hide: each secret (the `others` are such too), the whole file as one line, and base64 of it but for
 * the last few characters, also as it is stored, with its stamp at the end, as they are and as they stand inside a JSON string
 * (`toJSON(steps)`, a request body). Never a text of many lines: the runner takes each of its lines for a secret of its own,
 * and a line `{` would star the whole log.
 */
export function masksFor(seen: readonly SeenCredentials[], others: readonly string[] = []): readonly string[] {
  const inFiles = seen.flatMap(one => [...one.secrets, ...formsOf(one)])
  const secrets = [...inFiles, ...others]
  const forms = secrets.flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)])
  return [...new Set(forms)].filter(form => form.length >= SHORTEST_SECRET && !/[\r\n]/.test(form))
}

function formsOf({ document, json }: SeenCredentials): readonly string[] {
  if (document === null || json === null) return []
  const unstamped = 'storedAt' in document ? [JSON.stringify(takeStampOff(document).document)] : []
  return [json, ...[json, ...unstamped].map(base64Start)]
}

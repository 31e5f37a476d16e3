import { base64Start } from '../creds-json/base64.js'
import { takeStampOff } from '../stamp.js'
import { SHORTEST_SECRET, type SeenCredentials } from '../seen-credentials.js'

/**
 * What the runner has to mask: each secret (`others` are secrets too), each whole file as one line, and the start of its
 * base64, with the stamp and without. Each of them also as it is escaped inside a JSON string (`toJSON(steps)`, a request
 * body). Never a text of many lines: the runner would mask each of its lines, and a line `{` would star the whole log.
 */
export function masksFor(seen: readonly SeenCredentials[], others: readonly string[] = []): readonly string[] {
  const inFiles = seen.flatMap(one => [...one.secrets, ...formsOfFile(one)])
  const secrets = [...inFiles, ...others]
  const forms = secrets.flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)])
  return [...new Set(forms)].filter(form => form.length >= SHORTEST_SECRET && !/[\r\n]/.test(form))
}

function formsOfFile({ document, json }: SeenCredentials): readonly string[] {
  if (document === null || json === null) return []
  const unstamped = 'storedAt' in document ? [JSON.stringify(takeStampOff(document).document)] : []
  return [json, ...[json, ...unstamped].map(base64Start)]
}

import { takeStampOff } from '../../core/credentials/stamp.js'
import { base64Start } from '../creds-json/base64.js'
import { SHORTEST_SECRET, type SeenCredentials } from '../seen-credentials.js'

/**
 * What the runner must mask: each secret (including `others`), each whole file as one line, and the start of its base64,
 * with and without the stamp. Each of these is also masked as it looks inside a JSON string (`toJSON(steps)`, a request
 * body). Never a text of several lines: the runner would mask each line, and a line `{` would fill the log with asterisks.
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

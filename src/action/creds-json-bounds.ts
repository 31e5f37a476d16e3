import { MAX_CREDENTIALS_BYTES } from '../refresh/credentials/bounds.js'
import { isNestedTooDeep, MAX_JSON_DEPTH } from '../refresh/json.js'
import { RefreshError } from '../refresh/reasons.js'

/** Refuses an input that is too large, or nested too deep, to be credentials. @throws RefreshError `creds-invalid` */
export function checkBounds(credsJson: string): void {
  const bytes = Buffer.byteLength(credsJson)
  if (bytes > MAX_CREDENTIALS_BYTES) {
    const megabytes = (bytes / 1024 / 1024).toFixed(1)
    throw invalid(`has ${megabytes} MB; credentials have a few kB, so this is something else`)
  }
  if (isNestedTooDeep(credsJson)) {
    throw invalid(`is nested deeper than ${MAX_JSON_DEPTH} levels; credentials have about 4, so this is something else`)
  }
}

function invalid(sentence: string): RefreshError {
  return new RefreshError('creds-invalid', `creds-json ${sentence}`)
}

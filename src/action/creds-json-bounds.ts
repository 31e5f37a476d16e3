import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../refresh/credentials/bounds.js'
import { isNestedTooDeep, MAX_JSON_DEPTH } from '../refresh/json.js'
import { RefreshError } from '../refresh/reasons.js'

/** Refuses an input that is too large, or nested too deep, to be credentials. @throws RefreshError `creds-invalid` */
export function checkBounds(credsJson: string): void {
  if (Buffer.byteLength(credsJson) > MAX_CREDENTIALS_BYTES) {
    throw invalid(`is larger than ${MAX_CREDENTIALS_SIZE}; credentials have a few kB, so this is something else`)
  }
  if (isNestedTooDeep(credsJson)) {
    throw invalid(`is nested deeper than ${MAX_JSON_DEPTH} levels; credentials have about 4, so this is something else`)
  }
}

function invalid(sentence: string): RefreshError {
  return new RefreshError('creds-invalid', `creds-json ${sentence}`)
}

import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../../core/credentials/credentials-file.js'
import { isNestedTooDeep, MAX_JSON_DEPTH } from '../../core/json.js'
import { refusal } from './not-json.js'

/** Refuses JSON in `creds-json` that is too large, or nested too deep, to be credentials. @throws RefreshError `creds-invalid` */
export function checkBounds(json: string): void {
  if (Buffer.byteLength(json) > MAX_CREDENTIALS_BYTES) {
    throw refusal(`is larger than ${MAX_CREDENTIALS_SIZE}; credentials have a few kB, so this is something else`)
  }
  if (isNestedTooDeep(json)) {
    throw refusal(`is nested deeper than ${MAX_JSON_DEPTH} levels; credentials have about 4, so this is something else`)
  }
}

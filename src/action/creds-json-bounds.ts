import { MAX_CREDENTIALS_BYTES } from '../refresh/credentials/bounds.js'
import { isNestedTooDeep, MAX_JSON_DEPTH } from '../refresh/json.js'
import { refusal } from './placed/not-json.js'

/** Refuses JSON in `creds-json` that is too large, or nested too deep, to be credentials. @throws RefreshError `creds-invalid` */
export function checkBounds(json: string): void {
  const bytes = Buffer.byteLength(json)
  if (bytes > MAX_CREDENTIALS_BYTES) {
    const megabytes = (bytes / 1024 / 1024).toFixed(1)
    throw refusal(`has ${megabytes} MB; credentials have a few kB, so this is something else`)
  }
  if (isNestedTooDeep(json)) {
    throw refusal(`is nested deeper than ${MAX_JSON_DEPTH} levels; credentials have about 4, so this is something else`)
  }
}

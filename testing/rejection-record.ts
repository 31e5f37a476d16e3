import { writeFileSync } from 'node:fs'
import type { JsonObject } from '../src/core/json.js'
import { parseObject } from './json-object.js'
import { WORK_FOLDER, type TestHome } from './test-home.js'

/** What is in a work folder that has only the record of a rejection. */
export const REJECTION_NAMES = ['.gitignore', 'rejection.json']

/** What is left in a HOME by runs whose login was rejected, as `E2eSetup` lists it. */
export const REJECTION_LEFT = [WORK_FOLDER, ...REJECTION_NAMES.map(name => `${WORK_FOLDER}/${name}`)]

/** The path of the record of a rejection, in a HOME. */
export const REJECTION = `${WORK_FOLDER}/rejection.json`

/** The record beside the credentials file of a HOME. @throws Error if there is none */
export function rejectionIn(home: TestHome): JsonObject {
  return parseObject(home.text(REJECTION))
}

/** Makes the last rejection on record, and the first if it was the only one, as old as this. */
export function ageRejection(home: TestHome, ms: number): void {
  const record = rejectionIn(home)
  const lastAtMs = Date.now() - ms
  const firstAtMs = record.count === 1 ? lastAtMs : record.firstAtMs
  writeFileSync(home.at(REJECTION), JSON.stringify({ ...record, firstAtMs, lastAtMs }))
}

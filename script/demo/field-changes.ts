import { describeTime } from '../../src/action/output/text.js'
import { isJsonObject, type JsonObject } from '../../src/core/json.js'
import { paint } from '../terminal.js'

/** Enough to show that two tokens differ, and that they are fake. */
const SHOWN_TOKEN_CHARACTERS = 22

/** The fields of a login that a refresh replaces, with the names that the CLI gives them. */
const FIELDS = ['accessToken', 'refreshToken', 'expiresAt'] as const

/**
 * A line for each field that a refresh replaces, with its value before and after.
 *
 * @param before the content of a credentials file
 */
export function fieldChanges(before: object, after: object, nowMs: number): string {
  const [old, current] = [loginIn(before), loginIn(after)]
  const width = Math.max(...FIELDS.map(name => shown(old[name], nowMs).length))
  return FIELDS.map(name => {
    const value = shown(old[name], nowMs).padEnd(width)
    if (old[name] === current[name]) return `${name.padEnd(14)}${value} (unchanged)`
    return `${name.padEnd(14)}${paint('red', value)} → ${paint('green', shown(current[name], nowMs))}`
  }).join('\n')
}

/** Whether two logins differ in no other field. */
export function isRestUnchanged(before: object, after: object): boolean {
  return restOf(before) === restOf(after)
}

function restOf(document: object): string {
  const others = Object.entries(loginIn(document)).filter(([name]) => !FIELDS.some(field => field === name))
  return JSON.stringify(others.sort(([one], [other]) => one.localeCompare(other)))
}

function loginIn(document: object): JsonObject {
  const login: unknown = Reflect.get(document, 'claudeAiOauth')
  return isJsonObject(login) ? login : {}
}

function shown(value: unknown, nowMs: number): string {
  if (typeof value === 'number') return value === 0 ? '0' : (describeTime(isoOf(value), nowMs) ?? String(value))
  if (typeof value !== 'string') return '(none)'
  if (value === '') return '(blank)'
  return value.length > SHOWN_TOKEN_CHARACTERS ? `${value.slice(0, SHOWN_TOKEN_CHARACTERS)}…` : value
}

/** Null if it is not a time. */
function isoOf(ms: number): string | null {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

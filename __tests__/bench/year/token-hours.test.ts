import { expect, it } from '@jest/globals'
import { HOUR_MS } from '../../../bench/year/rates.js'
import { TokenHours } from '../../../bench/year/token-hours.js'

/** What a user finds at these hours: until which hour the token is valid. */
function hoursWithout(seen: readonly (readonly [atHour: number, validUntilHour: number])[], endHour: number): number {
  const hours = new TokenHours(0)
  for (const [atHour, untilHour] of seen) {
    hours.moveTo(atHour * HOUR_MS)
    hours.see(untilHour * HOUR_MS)
  }
  hours.moveTo(endHour * HOUR_MS)
  return hours.without
}

it.each([
  ['counts from the start while there is no token', [], 10, 10],
  ['counts nothing while the token is valid', [[0, 8]], 8, 0],
  ['counts from the minute in which a token expires', [[0, 8]], 8.5, 0.5],
  ['counts until the next token comes', [[0, 8], [10, 18]], 18, 2], // prettier-ignore
  ['counts from the moment of a revocation', [[0, 8], [6, 0]], 9, 3], // prettier-ignore
  ['counts a token that was already expired when it came', [[0, 0], [1, 0.5]], 2, 2] // prettier-ignore
] as const)('%s', (_, seen, endHour, expected) => {
  expect(hoursWithout(seen, endHour)).toBe(expected)
})

import { expect, it } from '@jest/globals'
import { fillIn } from '../../../bench/year/expressions.js'

const NAMES = { 'runner.temp': '/temp', 'secrets.EMPTY': '' }

it.each([
  ['${{ runner.temp }}/claude', '/temp/claude'],
  ["${{ inputs.dry-run || 'false' }}", 'false'],
  ['${{ secrets.EMPTY || runner.temp }}', '/temp'],
  ['${{ secrets.OTHER }}', ''],
  ['cost: $5', 'cost: $5']
])('%s', (text, expected) => {
  expect(fillIn(text, NAMES)).toBe(expected)
})

it('refuses an expression that it does not know', () => {
  expect(() => fillIn('${{ toJSON(secrets) }}', NAMES)).toThrow('toJSON(secrets)')
})

import { expect, it } from '@jest/globals'
import { exitCodeOf, ticks } from '../../../script/demo/facts.js'

const TRUE = { text: 'it is so', isTrue: true }
const FALSE = { text: 'this is so, too', isTrue: false }

it('has a tick for each fact that is true, and a cross for each that is not', () => {
  expect(ticks([TRUE, FALSE])).toBe('✓ it is so\n✗ this is so, too')
})

it('is a failure if one fact is not true', () => {
  expect([exitCodeOf([TRUE, TRUE]), exitCodeOf([TRUE, FALSE])]).toEqual([0, 1])
})

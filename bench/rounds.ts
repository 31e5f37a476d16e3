import { median } from '../testing/statistics.js'

/** The variants in the order of this round: another one comes first each time. */
export function startingWith<Variant>(variants: readonly Variant[], round: number): readonly Variant[] {
  const first = round % variants.length
  return [...variants.slice(first), ...variants.slice(0, first)]
}

/** A ratio for a table. */
function multiple(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}

/**
 * The cells of a table that compare the times of a variant with those of another one, in the same rounds.
 * @param limit the target, as a multiple
 * @returns the ratio of the medians; the median of the ratios within a round, which depend less on the load of the machine; and
 * whether the target is met
 */
export function comparison(
  own: readonly number[],
  others: readonly number[],
  limit: number | undefined
): readonly [string, string, string] {
  const ratio = median(own) / median(others)
  const paired = median(own.map((ms, round) => ms / (others[round] ?? NaN)))
  const target = limit === undefined ? '' : `≤ ${multiple(limit)} ${ratio <= limit ? '✓' : '✗'}`
  return [multiple(ratio), multiple(paired), target]
}

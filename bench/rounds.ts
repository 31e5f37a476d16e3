/** The variants in the order of this round: another one comes first each time. */
export function startingWith<Variant>(variants: readonly Variant[], round: number): readonly Variant[] {
  const first = round % variants.length
  return [...variants.slice(first), ...variants.slice(0, first)]
}

/** A ratio for a table. */
export function multiple(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}

import { paint } from '../terminal.js'

/** Something that a run should show. */
export interface Fact {
  /** A statement, whether it is true or not. */
  readonly text: string
  readonly isTrue: boolean
}

/** A line for each fact, with a tick if it is true and a cross if not. */
export function ticks(facts: readonly Fact[]): string {
  return facts.map(({ text, isTrue }) => `${isTrue ? paint('green', '✓') : paint('red', '✗')} ${text}`).join('\n')
}

/** 0 if all facts are true, else 1. */
export function exitCodeOf(facts: readonly Fact[]): 0 | 1 {
  return facts.every(({ isTrue }) => isTrue) ? 0 : 1
}

const MORE = 'give the machine, or the container, more of it'

/** How a program ended that did not do its work. */
export interface End {
  /** By SIGKILL, and not by us. */
  readonly isKilled: boolean
  /** What it printed. */
  readonly said: string
}

/** What the end of a program says of memory, as words that follow "it was ended"; empty if it says nothing of it. */
export function memoryNote({ isKilled, said }: End): string {
  if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said)) return ` (its memory ran out: ${MORE})`
  return isKilled ? ` (the system does that when memory runs out: ${MORE})` : ''
}

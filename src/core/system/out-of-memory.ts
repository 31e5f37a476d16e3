const MORE = 'give the machine, or the container, more memory'

/**
 * Says that a program may have run out of memory, in words that follow "it was ended"; empty if nothing suggests it.
 * @param end `isKilled`: by SIGKILL, and not by us; `said`: what the program printed
 */
export function memoryNote({ isKilled, said }: { readonly isKilled: boolean; readonly said: string }): string {
  if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said)) return ` (it ran out of memory: ${MORE})`
  return isKilled ? ` (the system does that when memory runs out: ${MORE})` : ''
}

/** The remedy for a program that may have run out of memory. */
export const MORE_MEMORY = 'Give the machine or the container more memory, then run it again.'

/**
 * Says that a program may have run out of memory, in words that follow "it was ended"; empty if nothing suggests it.
 * @param end `isKilled`: by SIGKILL, and not by us; `said`: what the program printed
 */
export function memoryNote({ isKilled, said }: { readonly isKilled: boolean; readonly said: string }): string {
  if (/out of memory|cannot allocate memory|\bENOMEM\b/i.test(said)) return ' (it ran out of memory)'
  return isKilled ? ' (the usual cause is that the machine ran out of memory)' : ''
}

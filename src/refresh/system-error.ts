/** The code of a failed system call (`ENOENT`, `EACCES`, …), or `unknown error`: never a text that could quote content. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown error'
}

/** The code of a failed system call (`ENOENT`, `EACCES`, …), or `unknown error`: never a text that could quote content. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown error'
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there (EACCES)',
  EDQUOT: 'the disk quota is used up (EDQUOT)',
  ENOSPC: 'there is no space left on the disk (ENOSPC)',
  EPERM: 'the file is immutable, or its owner cannot be kept (EPERM)',
  EROFS: 'the file system is read-only (EROFS)'
}

/** What it means for a credentials file that a system call failed. */
export function explain(error: unknown): string {
  const code = errorCode(error)
  return EXPLANATIONS[code] ?? code
}

/**
 * The largest credentials that are accepted, in bytes: a file has one or two kB, more if other services' tokens are in it.
 * The action hides everything up to this size, and more.
 */
export const MAX_CREDENTIALS_BYTES = 1024 * 1024

/** The same for people. */
export const MAX_CREDENTIALS_SIZE = '1 MiB'

import type { Ended } from './program.js'
import { NEW_PAIR, OLD_PAIR } from './sample-login.js'

/** Longer than the other tokens, so that a part of one can be recognised. */
export const LONG_PAIR = {
  accessToken: 'sk-ant-oat01-test-AbcdefghijklmnopqrstUVWXYZ-0123456789',
  refreshToken: 'sk-ant-ort01-test-zyxwvutsrqponmlkjihgfedcba_9876543210'
}

const SECRETS = [LONG_PAIR, OLD_PAIR, NEW_PAIR].flatMap(pair => [pair.accessToken, pair.refreshToken])

/** The parts of the fake tokens, of ten characters and more, that a program printed. */
export function printedParts({ stdout, stderr }: Ended): readonly string[] {
  const printed = stdout + stderr
  const parts = SECRETS.flatMap(secret =>
    Array.from({ length: secret.length - 9 }, (_, start) => secret.slice(start, start + 10))
  )
  return parts.filter(part => printed.includes(part))
}

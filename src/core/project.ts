import type { Reason } from './reasons.js'

/** The web page of this project; `org` stands for the owner of the repository. */
export const PROJECT = 'https://github.com/org/clr-refresh'

/** What to type in place of `clr` if it is not installed. */
export const NPX = 'npx github:org/clr-refresh#v1'

/** The folder `docs`, as users of this major version read it. */
export const DOCS = `${PROJECT}/blob/v1/docs`

/** The address of the section in docs/troubleshooting.md about a reason. */
export function troubleshootingUrl(reason: Reason): string {
  return `${DOCS}/troubleshooting.md#${reason}`
}

/** The address of the section in the README about a login that is stored by hand. */
export const BY_HAND = `${PROJECT}/blob/v1/README.md#by-hand`

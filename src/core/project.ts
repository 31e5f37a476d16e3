import type { Reason } from './reasons.js'

/** Where people read about this project; `org` stands for the owner of the repository. */
const DOCS = 'https://github.com/org/clr-refresh/blob/v1/docs'

/** The address of the section in docs/troubleshooting.md about a reason. */
export function troubleshootingUrl(reason: Reason): string {
  return `${DOCS}/troubleshooting.md#${reason}`
}

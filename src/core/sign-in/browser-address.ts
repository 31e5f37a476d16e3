import { watch } from 'node:fs'
import path from 'node:path'
import type { HomeLayout } from '../home/home-layout.js'
import { orNull } from '../or-null.js'
import { readTextOrEmpty } from '../system/read.js'

/** How often to look for the address, in milliseconds, if the system reports no changes. */
const POLL_MS = 250

/**
 * Calls back once, with the address that `claude` wants to be opened in a browser. A text that is no http or https address is
 * ignored. Some versions never ask for a browser.
 * @returns a function that stops looking
 */
export function onBrowserAddress(home: HomeLayout, callback: (address: string) => void): () => void {
  const { address: file } = home.browser
  const look = (): void => {
    const address = webAddressIn(readTextOrEmpty(file))
    if (address === null) return
    stop()
    callback(address)
  }
  const watcher = orNull(() => watch(path.dirname(file), look).on('error', () => undefined))
  const poll = setInterval(look, POLL_MS)
  const stop = (): void => {
    watcher?.close()
    clearInterval(poll)
  }
  return stop
}

/** The address in one line; null if there is none. */
function webAddressIn(text: string): string | null {
  const line = text.trim()
  const url = /^[\x21-\x7e]+$/.test(line) && URL.canParse(line) ? new URL(line) : null
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Credentials } from '../credentials/credentials.js'
import type { JsonObject } from '../json.js'
import type { HomeLayout } from './home-layout.js'
import { lockPathOf } from './home-lock.js'
import { seededLogin } from './seeded-login.js'

/** With a recorded account the CLI requests no profile before it stores the pair (docs/claude-cli.md#the-profile-request). */
const SEEDED_ACCOUNT: JsonObject = {
  accountUuid: 'clr-refresh',
  emailAddress: 'clr-refresh',
  organizationUuid: 'clr-refresh',
  billingType: null,
  accountCreatedAt: null,
  subscriptionCreatedAt: null,
  ccOnboardingFlags: null
}

/**
 * Gives a HOME what `claude` needs to refresh at once, and removes what an earlier call left there. The HOME is then locked
 * the way the CLI locks it. @throws the failed system call's error
 */
export function seedHome(home: HomeLayout, credentials: Credentials): void {
  const { configFolder, credentialsPath, firstOnPath } = home
  const lock = lockPathOf(home.path)
  const account = path.join(home.path, '.claude.json')
  for (const left of [configFolder, lock, account]) rmSync(left, { recursive: true, force: true })
  for (const folder of [configFolder, lock]) mkdirSync(folder, { mode: 0o700 })
  write(credentialsPath, JSON.stringify({ claudeAiOauth: seededLogin(credentials) }))
  write(path.join(configFolder, 'CLAUDE.md'), 'Answer at once with the one word OK. Use no tools.\n')
  write(account, JSON.stringify({ oauthAccount: SEEDED_ACCOUNT }))
  if (firstOnPath !== null) hideKeychain(firstOnPath)
}

/** Gives a new HOME what `claude` needs for a sign-in. @throws the failed system call's error */
export function seedForSignIn({ configFolder, firstOnPath, browser }: HomeLayout): void {
  mkdirSync(configFolder, { mode: 0o700 })
  write(browser.helper, browserHelper(browser.address), 0o700)
  if (firstOnPath !== null) hideKeychain(firstOnPath)
}

/**
 * The program that `claude` takes for the browser (docs/claude-cli.md#signing-in). It only hands the address to `clr`: a browser
 * in this HOME would not be the user's, and would outlive it. The file appears complete, because it is renamed.
 */
function browserHelper(address: string): string {
  const target = `'${address.replaceAll("'", `'\\''`)}'`
  return `#!/bin/sh\nprintf '%s\\n' "$1" >${target}.new && mv ${target}.new ${target}\n`
}

/** The exit status of `security` if there is no such item (errSecItemNotFound, -25300). */
export const NO_SUCH_ITEM = 44

/**
 * On macOS the CLI first calls `security` to read the Keychain, where it would find the user's own login. A `security` that
 * finds no item makes every version use the file (docs/claude-cli.md#macos). If it exits with 1, 2.1.332 makes no exchange at
 * all.
 */
function hideKeychain(programs: string): void {
  rmSync(programs, { recursive: true, force: true })
  mkdirSync(programs, { mode: 0o700 })
  write(path.join(programs, 'security'), `#!/bin/sh\nexit ${NO_SUCH_ITEM}\n`, 0o700)
}

/** Creates a file; fails if anything, even a link, has its name. */
function write(file: string, text: string, mode = 0o600): void {
  writeFileSync(file, text, { mode, flag: 'wx' })
}

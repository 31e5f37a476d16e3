import { chownSync, existsSync, readdirSync } from 'node:fs'
import { expect } from '@jest/globals'
import { contentOf } from './folder-state.js'
import { type ClrOptions, type ClrRun, type TestHome } from './test-home.js'

/** A small `claude` that leaves notes if it is started, and then refreshes. */
export const NOTING_CLAUDE = 'notes-its-user'

/** Root may read and write everything: as root, tests of a missing right run `clr` as `nobody`. */
const ORDINARY_USER = process.getuid?.() === 0 ? 65_534 : undefined

/** Makes everything in a HOME an ordinary user's. @returns the options to run `clr` as that user */
export function asOrdinaryUserIn(home: TestHome): ClrOptions {
  if (ORDINARY_USER === undefined) return {}
  const names = readdirSync(home.path, { recursive: true, encoding: 'utf8' })
  for (const name of ['', ...names])
    if (existsSync(home.at(name))) chownSync(home.at(name), ORDINARY_USER, ORDINARY_USER)
  return { uid: ORDINARY_USER }
}

/**
 * Runs `clr refresh --dry-run --json`, and expects that it changed nothing in the HOME.
 */
export async function dryRunIn(
  home: TestHome,
  { args = [], ...options }: ClrOptions & { readonly args?: readonly string[] } = {}
): Promise<ClrRun> {
  const before = contentOf(home.path)
  const run = await home.clr(['refresh', '--dry-run', '--json', ...args], { claude: NOTING_CLAUDE, ...options })
  expect(contentOf(home.path)).toEqual(before)
  return run
}

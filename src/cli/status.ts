import { homedir } from 'node:os'
import { orNull } from '../core/or-null.js'
import { statusOf } from '../core/status.js'
import type { FileStatus } from '../core/status/file-status.js'
import { painterFor } from './colours.js'
import { npxNotes } from './npx.js'
import { writeResult } from './output.js'
import type { StatusPath, StatusRequest } from './status-arguments.js'
import { adviceBlock, fullBlock, type View } from './status-block.js'
import { statusJson } from './status-json.js'
import { statusTable } from './status-table.js'
import { measureFor } from './text-layout.js'

/** The width for a pipe or a file, and the largest one for sentences, in columns. */
const DEFAULT_COLUMNS = 80
const MAX_BLOCK_COLUMNS = 100

/** Runs `clr status`, which prints what it finds. @param paths of its files @returns the exit status */
export async function runStatus(paths: readonly StatusPath[], { withinMs, json }: StatusRequest): Promise<0 | 1> {
  const nowMs = Date.now()
  const statuses = paths.map(({ given, name }) => statusOf(given, name, { nowMs, withinMs, environment: process.env }))
  const exitCode = statuses.some(({ needsPerson }) => needsPerson) ? 1 : 0
  const text = json ? statusJson(statuses, exitCode) : withNpxNotes(statusText(statuses, await viewOf(statuses, nowMs)))
  return writeResult(text, exitCode)
}

/**
 * What `clr status` prints for people: a block for one file, and a table for several, with a block for each that needs one. On a
 * terminal that is too narrow for the table, a block for each.
 */
export function statusText(statuses: readonly FileStatus[], view: View): string {
  const inBlock = { ...view, columns: Math.min(view.columns, MAX_BLOCK_COLUMNS) }
  const [first, ...others] = statuses
  if (first !== undefined && others.length === 0) return fullBlock(first, inBlock)
  const table = statusTable(statuses, view)
  if (table === null) return statuses.map(status => fullBlock(status, inBlock)).join('\n')
  const blocks = statuses.map(status => adviceBlock(status, inBlock)).filter(block => block !== '')
  return [table, ...blocks].join('\n')
}

function withNpxNotes(text: string): string {
  return [text, ...npxNotes(text).map(note => `${note}\n`)].join('\n')
}

async function viewOf(statuses: readonly FileStatus[], nowMs: number): Promise<View> {
  const { stdout, env } = process
  const columns = stdout.isTTY && stdout.columns > 0 ? stdout.columns : DEFAULT_COLUMNS
  const measure = await measureFor(JSON.stringify(statuses))
  return { nowMs, columns, paint: painterFor(stdout, env), measure, home: orNull(homedir) ?? '' }
}

import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../src/core/or-null.js'

/**
 * Everything that a program could change in a folder and in all folders below it: names, modes, owners, content, and the times
 * of the last change to a content, a mode or a name. Two states are equal if nothing was changed in between, not even changed
 * back.
 */
export function stateOf(folder: string): Readonly<Record<string, string>> {
  const names = ['', ...namesBelow(folder)].sort()
  return Object.fromEntries(names.map(name => [name, entryState(path.join(folder, name))]))
}

/**
 * The names of all entries below a folder; what we may not read is left out, and so is what a program at work removes meanwhile:
 * Node's own recursive search fails then.
 */
export function namesBelow(folder: string): readonly string[] {
  const entries = orNull(() => readdirSync(folder, { withFileTypes: true })) ?? []
  return entries.flatMap(entry => {
    const below = entry.isDirectory() ? namesBelow(path.join(folder, entry.name)) : []
    return [entry.name, ...below.map(name => path.join(entry.name, name))]
  })
}

/** The same, but without the times and sizes of folders, which change if an entry is made in them and removed again. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  const entries = Object.entries(stateOf(folder))
  return Object.fromEntries(
    entries.map(([name, state]) => {
      const isFolder = lstatSync(path.join(folder, name)).isDirectory()
      return [name, isFolder ? state.split(' ').slice(0, 4).join(' ') : state]
    })
  )
}

function entryState(entry: string): string {
  const stats = lstatSync(entry, { bigint: true })
  const { ino, mode, uid, gid, size, mtimeNs, ctimeNs } = stats
  return [ino, mode, uid, gid, size, mtimeNs, ctimeNs, stats.isFile() ? digest(entry) : ''].join(' ')
}

function digest(file: string): string {
  const content = orNull(() => readFileSync(file))
  return content === null ? 'unreadable' : createHash('sha256').update(content).digest('hex')
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Module } from '@vercel/ncc'

/**
 * The licences of the packages of these modules, which must be distributed with the bundle. ncc's own list omits packages
 * whose modules webpack has merged into others.
 * @throws Error if a package has no licence file
 */
export function licensesOf(modules: Iterable<Module>): string {
  const folders = new Set([...modules].flatMap(packageFolders))
  const sections = [...folders].map(folder => `${nameOf(folder)}\n\n${licenseIn(folder)}\n`)
  return sections.sort().join(`\n${'-'.repeat(80)}\n\n`)
}

/** The folders of the packages of a module, and of the modules that were merged into it. */
function packageFolders({ resource = '', modules = [] }: Module): readonly string[] {
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(resource)?.[0]
  return [...(folder === undefined ? [] : [folder]), ...modules.flatMap(packageFolders)]
}

function nameOf(folder: string): string {
  return folder.split('/node_modules/').at(-1) ?? ''
}

function licenseIn(folder: string): string {
  const file = readdirSync(folder).find(name => /^licen[cs]e(\.\w+)?$/i.test(name))
  if (file === undefined) throw new Error(`${folder} has no licence file`)
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

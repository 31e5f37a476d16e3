import path from 'node:path'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { namesIn, readTextIfExists, readTextOrEmpty } from '../system/read.js'
import { REPLACEMENT_PREFIX } from '../work-folder.js'
import type { HomeLayout } from './home-layout.js'
import { judgeText, type Judgement, type Origin } from './seeded-login.js'

/**
 * What happened to the login in a HOME. A new pair counts in any file: the CLI's own, the `.tmp.` file that the CLI is about
 * to rename, or the replacement for the user's file. @throws the failed system call's error: an unreadable HOME may hold a
 * pair
 */
export function judgeHome(home: HomeLayout, origin: Origin): Judgement {
  const judgements = loginFilesIn(home).map(file => judgeText(readTextIfExists(file) ?? '', origin))
  return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' }
}

/**
 * The file with the new pair, for a message: the replacement for the user's file if that is complete, else one of the CLI's.
 */
export function pairPathIn(home: HomeLayout, origin: Origin): string {
  const hasPair = (file: string): boolean => judgeText(readTextOrEmpty(file), origin).kind === 'pair'
  return loginFilesIn(home).findLast(hasPair) ?? home.credentialsPath
}

/**
 * Whether the pair from this HOME has already been in the user's file; if that now has another pair, this one is outdated. The
 * replacement for the user's file is created before anything can be sent, and only its rename over that file removes it.
 */
export function isWrittenBack(home: HomeLayout): boolean {
  return replacementsIn(home).length === 0
}

/** The whole document that was about to replace the user's file; empty if it was never written. */
export function replacementDocumentIn(home: HomeLayout): JsonObject {
  const documents = replacementsIn(home).map(file => parseJson(readTextIfExists(file) ?? ''))
  return documents.find(isJsonObject) ?? {}
}

function loginFilesIn(home: HomeLayout): readonly string[] {
  const { configFolder, credentialsPath } = home
  return [...filesIn(configFolder, path.basename(credentialsPath)).sort(), ...replacementsIn(home)]
}

function replacementsIn(home: HomeLayout): readonly string[] {
  return filesIn(home.path, REPLACEMENT_PREFIX)
}

function filesIn(folder: string, prefix: string): string[] {
  const names = namesIn(folder).filter(name => name.startsWith(prefix))
  return names.map(name => path.join(folder, name))
}

import path from 'node:path'
import { REPLACEMENT_PREFIX } from '../work-folder.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { namesIn, readTextOrEmpty, readTextIfExists } from '../system/read.js'
import type { HomeLayout } from './home-paths.js'
import { judge, type Judgement, type Origin } from './seeded-login.js'

/**
 * What the login in a HOME has become; a pair counts wherever it lies: in a `.tmp.` file, from which the CLI renames it, or
 * in the file that was to replace the user's. @throws the failed system call's error: a HOME that can't be read is not a
 * HOME without a pair
 */
export function judgeHome(home: HomeLayout, origin: Origin): Judgement {
  const judgements = filesOf(home).map(file => judge(readTextIfExists(file) ?? '', origin))
  return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' }
}

/** The file that holds the new pair: the one that was to replace the user's if that is whole, or one of the CLI's. */
export function pairPathIn(home: HomeLayout, origin: Origin): string {
  const isPair = (file: string): boolean => judge(readTextOrEmpty(file), origin).kind === 'pair' // only for a message
  return filesOf(home).findLast(isPair) ?? home.credentialsPath
}

/**
 * Whether the pair that was got here has been in the user's file, and is an old one where another stands there now: the file
 * that was to replace the user's is made before anything can be sent, and gone by the rename that puts it in its place.
 */
export function isWrittenBack({ path: at }: HomeLayout): boolean {
  return filesIn(at, REPLACEMENT_PREFIX).length === 0
}

function filesOf({ path: at, configFolder, credentialsPath }: HomeLayout): readonly string[] {
  return [...filesIn(configFolder, path.basename(credentialsPath)).sort(), ...filesIn(at, REPLACEMENT_PREFIX)]
}

/** The whole document that was about to replace the user's file; empty where it never came to that. */
export function documentToBeIn(home: HomeLayout): JsonObject {
  const documents = filesIn(home.path, REPLACEMENT_PREFIX).map(file => parseJson(readTextIfExists(file) ?? ''))
  return documents.find(isJsonObject) ?? {}
}

function filesIn(folder: string, prefix: string): string[] {
  return namesIn(folder)
    .filter(name => name.startsWith(prefix))
    .map(name => path.join(folder, name))
}

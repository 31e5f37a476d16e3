import path from 'node:path'
import { REPLACEMENT_PREFIX } from '../credentials/work-folder.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { namesIn, readTextIfAny } from '../system/read.js'
import { judge, type Judgement, type Origin } from './seeded-login.js'

/**
 * What the login in a HOME has become; a pair counts wherever it lies: in a `.tmp.` file, from which the CLI renames it, or
 * in the file that was to replace the user's.
 */
export function judgeHome(home: string, origin: Origin): Judgement {
  const files = [
    ...filesIn(path.join(home, '.claude'), '.credentials.json').sort(),
    ...filesIn(home, REPLACEMENT_PREFIX)
  ]
  const judgements = files.map(file => judge(readTextIfAny(file), origin))
  return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' }
}

/** The whole document that was about to replace the user's file; empty where it never came to that. */
export function documentToBeIn(home: string): JsonObject {
  const documents = filesIn(home, REPLACEMENT_PREFIX).map(file => parseJson(readTextIfAny(file)))
  return documents.find(isJsonObject) ?? {}
}

function filesIn(folder: string, prefix: string): string[] {
  return namesIn(folder)
    .filter(name => name.startsWith(prefix))
    .map(name => path.join(folder, name))
}

import { runEntry } from './entry.js'
import { endMain } from './main-bug.js'
import { runAction } from './run-action.js'

runEntry(runAction, endMain)

import { runEntry } from './entry.js'
import { runAction } from './run-action.js'

runEntry(runAction)

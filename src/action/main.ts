import '../refresh/system/check-certificates.js'
import { runEntry } from './entry.js'
import { runAction } from './run-action.js'

runEntry(runAction)

import { runEntry } from './entry.js'
import { endMain } from './main-bug.js'
import { runAction } from './run-main.js'

runEntry(runAction, endMain)

import { runEntry } from './entry.js'
import { runPost } from './run-post.js'

runEntry(runPost)

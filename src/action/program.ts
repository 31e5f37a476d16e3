import { endMain, runEntry } from './entry.js'
import { runMain } from './run-main.js'

// The two programs of the action, in one bundle: each entry file starts one.

/** The step itself. */
export function main(): void {
  runEntry(runMain, endMain)
}

/** What is left to do at the end of the job. Its code is loaded for it only: `main` starts 2 ms sooner without. */
export function post(): void {
  runEntry(async context => {
    const { runPost } = await import('./run-post.js')
    return runPost(context)
  })
}

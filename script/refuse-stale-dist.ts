import { whyDistIsStale } from './sources.js'

// Every script that runs `dist/` imports this first: it ends the script if `dist/` was not built from the current sources.
const why = whyDistIsStale()
if (why !== null) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

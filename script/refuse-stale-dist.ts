import { whyDistIsStale } from './sources.js'

// Import this first in every script that runs `dist/`: it ends the script if `dist/` is older than the sources.
const why = whyDistIsStale()
if (why !== null) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

import './refuse-stale-dist.js'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile } from '../testing/repository-files.js'
import { SAMPLE_FAILURES } from '../testing/sample-failures.js'
import { onScreen, withExample } from '../testing/troubleshooting-page.js'

// npx tsx script/troubleshooting.ts [<reason>…]: makes the failures happen, and writes what they print into the examples of
// docs/troubleshooting.md. Run it after a change of a message; __tests__/troubleshooting.test.ts compares them.

const PAGE = 'docs/troubleshooting.md'
const wanted = process.argv.slice(2)

let page = readRepositoryFile(PAGE)
for (const [reason, scene] of Object.entries(SAMPLE_FAILURES)) {
  if (wanted.length > 0 && !wanted.includes(reason)) continue
  const shown = onScreen(await scene())
  process.stdout.write(`${shown}\n\n`)
  page = withExample(page, reason, shown)
}
writeFileSync(path.join(ROOT, PAGE), page)

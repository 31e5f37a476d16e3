#!/usr/bin/env node
import { run } from './run.js'

// Whoever reads what we print may go away; that is no reason to leave an exchange half done.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

process.exitCode = await run(process.argv.slice(2))

import { run } from './run.js'

// Whoever reads what we print may go away; that is no reason to leave an exchange half done.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const exitCode = await run(process.argv.slice(2))
// Not left to the end of the event loop: taking down its heap costs Node some milliseconds more. All is written by now.
process.stdout.write('', () => process.exit(exitCode))

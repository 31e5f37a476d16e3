import { run } from './run.js'

// If the reader of our output goes away, the exchange is still finished.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const exitCode = await run(process.argv.slice(2))
// Exits at once, because Node would need some milliseconds more to tear down its heap. All output has been written.
process.stdout.write('', () => process.exit(exitCode))

import { fileURLToPath } from 'node:url'
import { buildBundles } from './bundles.js'
import { BUNDLES } from './sources.js'

// npm run bundle [-- action | cli]: `dist/`, or one bundle of it, from the sources.

const wanted = process.argv[2]
const names = BUNDLES.filter(name => wanted === undefined || name === wanted)
if (names.length === 0) throw new Error(`no bundle is called ${wanted}: ${BUNDLES.join(', ')}`)
await buildBundles(fileURLToPath(new URL('../dist', import.meta.url)), names)

import { fileURLToPath } from 'node:url'
import { buildBundles } from './bundles.js'
import { BUNDLES } from './sources.js'

// npm run bundle [-- action | cli | notice]: builds `dist/`, or one of its bundles.

const wanted = process.argv[2]
const names = BUNDLES.filter(name => wanted === undefined || name === wanted)
if (names.length === 0) throw new Error(`there is no bundle ${wanted}, only ${BUNDLES.join(', ')}`)
await buildBundles(fileURLToPath(new URL('../dist', import.meta.url)), names)

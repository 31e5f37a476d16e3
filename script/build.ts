import { fileURLToPath } from 'node:url'
import { buildBundles } from './bundles.js'

// npm run build: `dist/` from the sources.

await buildBundles(fileURLToPath(new URL('../dist', import.meta.url)))

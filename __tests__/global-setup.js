import { tsImport } from 'tsx/esm/api'

/** The tests judge `dist/`: jest starts no test if it is older than the sources. Jest itself can't load TypeScript here. */
export default () => tsImport('../script/refuse-stale-dist.ts', import.meta.url)

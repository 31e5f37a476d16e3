import { tsImport } from 'tsx/esm/api'

/**
 * The tests judge `dist/`: jest starts no test if it is older than the sources. Then installs the old Nodes if they are
 * missing, once for all workers. Jest itself can't load TypeScript here.
 */
export default async () => {
  await tsImport('../script/refuse-stale-dist.ts', import.meta.url)
  const { installOldNodes } = await tsImport('../testing/old-nodes.ts', import.meta.url)
  installOldNodes()
}

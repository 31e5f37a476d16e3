import { tsImport } from 'tsx/esm/api'

/**
 * Ends jest if `dist/`, which the tests run, was not built from the current sources. Then installs missing old Nodes, once for
 * all workers. Uses tsx, since jest cannot load TypeScript here.
 */
export default async () => {
  await tsImport('../script/refuse-stale-dist.ts', import.meta.url)
  const { installOldNodes } = await tsImport('../testing/old-nodes.ts', import.meta.url)
  installOldNodes()
}

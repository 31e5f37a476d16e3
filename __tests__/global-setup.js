import { tsImport } from 'tsx/esm/api'

/**
 * Ends jest if `dist/cli`, which most tests run, was not built from the current sources; if only other bundles are stale, just
 * the tests that run those fail (testing/paths.ts). Then installs missing old Nodes, once for all workers. Uses tsx, since jest
 * cannot load TypeScript here.
 */
export default async () => {
  const { staleBundles } = await tsImport('../script/sources.ts', import.meta.url)
  const stale = staleBundles()
  if (stale.includes('cli')) await tsImport('../script/refuse-stale-dist.ts', import.meta.url)
  process.env.STALE_BUNDLES = stale.join(' ')
  const { installOldNodes } = await tsImport('../testing/old-nodes.ts', import.meta.url)
  installOldNodes()
}

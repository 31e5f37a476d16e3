import { runInThisContext } from 'node:vm'

type MockttpPackage = typeof import('mockttp')

/**
 * The package `mockttp`, loaded by Node itself: it is CommonJS and requires an ES module, which Node can do since 20.19
 * but jest's own loader can't before Node 24.9. Node's main context is out of jest's reach.
 */
export const mockttp = loadMockttp()

function loadMockttp(): MockttpPackage {
  const load: unknown = runInThisContext(`path => process.getBuiltinModule('module').createRequire(path)('mockttp')`)
  const loaded: unknown = typeof load === 'function' ? Reflect.apply(load, undefined, [import.meta.url]) : undefined
  if (isMockttp(loaded)) return loaded
  throw new TypeError('node_modules/mockttp is not the package that this stand-in was written for')
}

function isMockttp(loaded: unknown): loaded is MockttpPackage {
  return typeof loaded === 'object' && loaded !== null && 'getLocal' in loaded && 'generateCACertificate' in loaded
}

import { runInThisContext } from 'node:vm'

type MockttpPackage = typeof import('mockttp')

/**
 * The package `mockttp`, loaded by Node itself rather than by jest: it is CommonJS and requires an ES module. Node can do that
 * since 20.19, but jest's loader only since Node 24.9. Code that runs in Node's main context does not use jest's loader.
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

/** @type {import('jest').Config} */
export default {
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: 'tsconfig.all.json' }] },
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/__tests__/global-setup.js',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // For a busy machine: no test takes more than some seconds on an idle one.
  testTimeout: 180_000,
  // The stand-in's HTTPS server keeps a timer of 2 s for each connection that it has pooled.
  openHandlesTimeout: 4000
}

/** @type {import('jest').Config} */
export default {
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: 'tsconfig.all.json' }] },
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/__tests__/global-setup.js',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Enough for a busy machine: on an idle one, every test takes only seconds.
  testTimeout: 360_000,
  // The stand-in's HTTPS server keeps a timer of 2 s for each pooled connection.
  openHandlesTimeout: 4000
}

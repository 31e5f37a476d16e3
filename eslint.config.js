import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import jest from 'eslint-plugin-jest'
import tseslint from 'typescript-eslint'

const NODE_GLOBALS = ['process', 'console', 'Atomics', 'SharedArrayBuffer', 'setTimeout', 'setInterval', 'Buffer']
const TESTING = '**/testing/**'
const TOOLKIT = ['@actions/core', '@actions/exec', '@actions/io']

function restrictImports(files, ...patterns) {
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'build/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.all.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^\\./program\\.js$'] }]
    }
  },
  // The core and `clr` must stay small and start fast, so they import no toolkit of GitHub Actions.
  restrictImports('src/{cli,entry}/**', {
    group: [...TOOLKIT, TESTING, '**/action/**'],
    message: 'clr stays free of the action'
  }),
  restrictImports('src/core/**', {
    group: [...TOOLKIT, TESTING, '**/action/**', '**/cli/**', '**/entry/**', '**/github-secrets/**'],
    message: 'imports run one way: doors -> github-secrets and core'
  }),
  restrictImports(
    'src/github-secrets/**',
    {
      group: [...TOOLKIT, TESTING, '**/action/**', '**/cli/**', '**/entry/**'],
      message: 'imports run one way: doors -> github-secrets and core'
    },
    {
      regex: '/core/(?!(json|options|reasons|redact|times|system/system-error)\\.js$)',
      message: 'github-secrets stores named texts, and knows nothing of logins'
    }
  ),
  restrictImports('src/action/**', { group: ['**/cli/**', TESTING], message: 'the action calls clr as a program' }),
  restrictImports('testing/**', {
    group: ['**/__tests__/**', '**/bench/**', '**/script/**'],
    message: 'tests, bench and scripts import testing/, never the other way'
  }),
  {
    // A test that cannot fail is worse than no test.
    files: ['__tests__/**/*.test.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'until'] }],
      'jest/no-standalone-expect': [
        'error',
        { additionalTestBlockFunctions: ['asRoot.it', 'asOrdinaryUser.it', 'onLinux.it'] }
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression:matches(${['name', 'property.name', 'callee.object.name', 'callee.object.object.name'].map(path => `[callee.${path}="it"]`).join()}) > :function ReturnStatement[argument=null]`,
          message: 'A test that returns early checks nothing: skip it by name, or split it'
        }
      ]
    }
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs', 'testing/claudes/*'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map(name => [name, 'readonly']))
    }
  }
)

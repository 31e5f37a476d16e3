import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import jest from 'eslint-plugin-jest'
import tseslint from 'typescript-eslint'

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
  {
    // The core and the program stay small and quick to start: nothing of the Actions toolkit but io, and no door.
    files: ['src/core/**', 'src/cli/**', 'src/entry/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@actions/core', '@actions/exec', '**/action/**'], message: 'the core stays free of the action' }
          ]
        }
      ]
    }
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@actions/core', '@actions/exec', '**/action/**', '**/cli/**', '**/github-secrets/**'],
              message: 'imports run one way: doors -> github-secrets and core'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['src/github-secrets/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@actions/core', '@actions/exec', '**/action/**', '**/cli/**', '**/entry/**'],
              message: 'imports run one way: doors -> github-secrets and core'
            },
            {
              regex: '/core/(?!(json|options|reasons|redact|times|system/system-error)\\.js$)',
              message: 'github-secrets stores named texts, and knows nothing of logins'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['src/action/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/cli/**'], message: 'the action calls clr as a program' }] }
      ]
    }
  },
  {
    files: ['testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/__tests__/**', '**/bench/**', '**/script/**'], message: 'testing/ is what these share' }
          ]
        }
      ]
    }
  },
  {
    // A test that can't fail is worse than none.
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
          message: 'A test that ends early has expected nothing: skip it by name, or make it two'
        }
      ]
    }
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs', 'testing/claudes/*'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Atomics: 'readonly',
        SharedArrayBuffer: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        Buffer: 'readonly'
      }
    }
  }
)

import { describe, expect, it } from '@jest/globals'
import { describeAccount } from '../../../src/core/status/account.js'

const TOKENS = ['sk-ant-oat01-test-AbcdefghijklmnopqrstUVWXYZ', 'sk-ant-ort01-test-zyxwvutsrqponmlkji']

describe('the account of a login', () => {
  it.each([
    ['max', 'default_claude_max_20x', 'Max 20x'],
    ['max', 'default_claude_max_5x', 'Max 5x'],
    ['pro', 'default_claude_ai', 'Pro'],
    ['team', 'default_raven', 'Team'],
    ['enterprise', undefined, 'Enterprise'],
    ['max', 5, 'Max'],
    ['claude_max', 'default_claude_max_20x', 'Claude max 20x'],
    ['Ultra 2', null, 'Ultra 2']
  ])('is shown by its kind and tier: %j, %j', (subscriptionType, rateLimitTier, shown) => {
    expect(describeAccount({ subscriptionType, rateLimitTier }, TOKENS)).toBe(shown)
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', ['max']],
    ['a number', 5],
    ['an empty text', ''],
    ['an address', 'anna@example.com'],
    ['an identifier', '0f3e1a52-77aa-4c1e-9a54-0123456789ab'],
    ['an identifier without dashes', '0f3e1a5277aa4c1e9a540123456789ab'],
    ['part of an identifier', '77aa-4c1e-9a54'],
    ['part of an identifier that begins with a letter', 'cafe-4c1e-9a54'],
    ['a token', 'sk-ant-oat01-test'],
    ['part of a token in the file', 'AbcdefghijklmnopqrsT'.slice(0, 12)],
    ['a control character', 'max\u001b[31m'],
    ['a long text', 'max and whatever else is written here']
  ])('is not known, rather than shown, if the file has something else: %s', (_what, subscriptionType) => {
    expect(describeAccount({ subscriptionType, rateLimitTier: 'default_claude_max_20x' }, TOKENS)).toBeNull()
  })

  it('does not show a tier that has another form', () => {
    expect(describeAccount({ subscriptionType: 'max', rateLimitTier: `${TOKENS[0] ?? ''}_9999x` }, TOKENS)).toBe('Max')
  })
})

import type { TokenPair } from './logins.js'
import type { TokenReply } from './replies.js'

/** The text that the stand-in model answers. */
export const MODEL_ANSWER = 'stand-in model answer'

const EMAIL = 'somebody@stand-in.test'
const ORGANIZATION_UUID = '00000000-0000-4000-8000-000000000001'
const USUAL_EXPIRES_IN_SECONDS = 28_800
const USAGE = { input_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 }

/** The body of a successful exchange, in the format of platform.claude.com. */
export function tokenAnswer(pair: TokenPair, accountUuid: string, reply: TokenReply & { kind: 'ok' }): string {
  const answer = {
    token_type: 'Bearer',
    access_token: pair.accessToken,
    expires_in: reply.expiresIn === undefined ? USUAL_EXPIRES_IN_SECONDS : reply.expiresIn,
    refresh_token: pair.refreshToken,
    ...(reply.refreshTokenExpiresIn === undefined ? {} : { refresh_token_expires_in: reply.refreshTokenExpiresIn }),
    scope: 'user:inference user:profile',
    organization: { uuid: ORGANIZATION_UUID, name: 'Stand-in' },
    account: { uuid: accountUuid, email_address: EMAIL }
  }
  const omitted = new Set<string>(reply.omit)
  return JSON.stringify(Object.fromEntries(Object.entries(answer).filter(([name]) => !omitted.has(name))))
}

/** The body of `GET /api/oauth/profile`. */
export function profileAnswer(accountUuid: string): string {
  return JSON.stringify({
    account: {
      uuid: accountUuid,
      full_name: 'Some Body',
      display_name: 'Some',
      email: EMAIL,
      has_claude_max: true,
      has_claude_pro: false,
      created_at: '2025-01-01T00:00:00Z'
    },
    organization: {
      uuid: ORGANIZATION_UUID,
      name: 'Stand-in',
      organization_type: 'claude_max',
      billing_type: 'stripe_subscription',
      rate_limit_tier: 'default_claude_max_20x',
      has_extra_usage_enabled: false,
      subscription_created_at: '2025-01-01T00:00:00Z'
    }
  })
}

/** A complete model answer, as JSON or as the event stream that the CLI requests. */
export function modelAnswer(stream: boolean): string {
  const message = { id: 'msg_standin', type: 'message', role: 'assistant', model: 'claude-sonnet-4-6' }
  const end = { stop_reason: 'end_turn', stop_sequence: null }
  if (!stream) {
    return JSON.stringify({ ...message, content: [{ type: 'text', text: MODEL_ANSWER }], ...end, usage: USAGE })
  }
  const start = { ...message, content: [], stop_reason: null, stop_sequence: null, usage: USAGE }
  return [
    { type: 'message_start', message: start },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: MODEL_ANSWER } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: end, usage: { output_tokens: 1 } },
    { type: 'message_stop' }
  ]
    .map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('')
}

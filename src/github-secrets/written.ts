import { ApiFailure } from './api-failure.js'
import type { ApiAnswer } from './api.js'

/**
 * A secret is written, or gone, only where GitHub says just that: a 200 is of a portal that wants a login.
 * Source: https://docs.github.com/en/rest/actions/secrets, "HTTP response status codes" of PUT (201, 204) and DELETE (204).
 * @throws ApiFailure
 */
export function assertWritten({ status }: ApiAnswer): void {
  if (status !== 201 && status !== 204) throw ApiFailure.ofForeignAnswer()
}

import type { Log, RefreshOptions } from '../src/core/options.js'
import { refresh } from '../src/core/refresh.js'
import type { RefreshReport } from '../src/core/report.js'
import type { TestHome } from './test-home.js'

/** Refreshes within the test's own process, with a small `claude`: without any limit, unless `given` says otherwise. */
export async function refreshInProcess(
  home: TestHome,
  claude: string,
  given: Partial<RefreshOptions & Log> = {}
): Promise<{ readonly exitCode: number; readonly report: RefreshReport }> {
  const never = new AbortController().signal
  const unlimited = { timeoutSeconds: 0, minValidityMs: 0, cancel: never, insist: never }
  const report = await refresh(
    { credsPath: home.creds, environment: home.environment(claude), ...unlimited, ...given },
    { trace: () => undefined, claudeOutput: () => undefined, ...given }
  )
  return { exitCode: report.exitCode, report }
}

import path from 'node:path'
import type { E2eSetup } from './e2e-setup.js'
import { ROOT } from './paths.js'

/** A PATH on which `claude` is the real CLI 2.1.112, the last version that is a Node script. */
export function installedScript({ home, environment }: E2eSetup): string {
  const script = path.join(ROOT, 'node_modules/claude-2.1.112/cli.js')
  home.write('caller/2.1.112/claude', `#!/bin/sh\nexec node '${script}' "$@"\n`, 0o755)
  return [home.at('caller/2.1.112'), environment.PATH].join(path.delimiter)
}

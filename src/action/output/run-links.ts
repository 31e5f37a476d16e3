/** Addresses for people, and the way to run `clr` without an installation; null if the environment does not say. */
export interface RunLinks {
  /** The page of this run. */
  readonly run: string | null
  /** The page of the workflow, with the button that runs it again. */
  readonly workflow: string | null
  /** `npx github:org/clr-refresh#v1`, in place of `clr`. */
  readonly npxCommand: string | null
}

/** What a runner's variables say. Values that are not plain are ignored. */
export function runLinks(env: NodeJS.ProcessEnv, repository = env.GITHUB_REPOSITORY ?? ''): RunLinks {
  const server = serverOf(env.GITHUB_SERVER_URL ?? '')
  const base = server === null || !/^[\w.-]+\/[\w.-]+$/.test(repository) ? null : `${server}/${repository}/actions`
  const run = env.GITHUB_RUN_ID ?? ''
  const file = /^[^@]+\/\.github\/workflows\/([\w. -]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? '')?.[1]
  return {
    run: base === null || !/^\d+$/.test(run) ? null : `${base}/runs/${run}`,
    workflow: base === null || file === undefined ? null : `${base}/workflows/${encodeURIComponent(file)}`,
    npxCommand: npxCommandOf(env)
  }
}

/** npm's `github:` means github.com. On another server the action may come from either. */
function npxCommandOf(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env
  if (server !== 'https://github.com') return null
  if (!/^[a-z\d][\w-]*\/[\w.-]+$/i.test(repository) || !/^\w[\w./-]*$/.test(ref)) return null
  return `npx github:${repository}#${ref}`
}

function serverOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : null
}

import type { StandInGitHub } from './github/github.js'
import { JOB_TOKEN } from './github/github.js'
import { NODE24, NOTICE_BUNDLE } from './paths.js'
import { startProgram, type Ended, type Variables } from './program.js'
import { inputVariables, type Inputs } from './runner-files.js'
import { TempFolder } from './temp-folder.js'

/** The repository in which the step of the notice runs. */
export const REPOSITORY = 'acme/app'

/** The inputs after a refresh with this reason, which failed. */
export function failed(reason: string, inputs: Inputs = {}): Inputs {
  return { result: 'failure', reason, ...inputs }
}

/** The inputs after a successful refresh. */
export function succeeded(reason: string, inputs: Inputs = {}): Inputs {
  return { result: 'success', reason, ...inputs }
}

/** A step that runs the real bundle of the notice as a runner does, with the API of a stand-in. */
export class NoticeStep extends TempFolder {
  /** @param node the runner's Node */
  constructor(
    private readonly github: StandInGitHub,
    private readonly node = NODE24
  ) {
    super()
  }

  /** @param inputs on top of the defaults of `notice/action.yml` */
  run(inputs: Inputs, variables: Variables = {}): Promise<Ended> {
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: this.path,
      GITHUB_API_URL: this.github.apiUrl,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_RUN_ID: '4711',
      GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/keepalive.yml@refs/heads/main`,
      GITHUB_ACTION_REPOSITORY: 'org/clr-refresh',
      GITHUB_ACTION_REF: 'v1',
      ...inputVariables({ login: 'claude-login', 'github-token': JOB_TOKEN, ...inputs }),
      ...variables
    }
    return startProgram([this.node, NOTICE_BUNDLE.main], { env, cwd: this.path }).ended
  }
}

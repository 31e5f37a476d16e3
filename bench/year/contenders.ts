import { CLR, NODE20, NODE24 } from '../../testing/paths.js'
import type { Contender } from './care.js'
import { HostedCare, type HostedWay } from './hosted.js'
import { TASK } from './job.js'
import { OwnCare, type OwnWay } from './own-machine.js'
import { stepsIn, withInputs, type Step } from './steps.js'

const RECIPE = 'bench/year/recipe.yml'

/** A job's own work with the login. */
const WORK: Step = { kind: 'script', id: TASK, script: 'claude -p "Do the work of this job"', env: {} }

/** The same, with a login in the folder that the examples use. */
const WORK_IN_TEMP: Step = { ...WORK, env: { CLAUDE_CONFIG_DIR: '${{ runner.temp }}/claude' } }

/** What jobs that use the login ask for, as examples/self-hosted.yml. */
const GOOD_FOR_AN_HOUR = { 'min-validity': '1h' }

/**
 * What a keep-alive on a machine of its own asks for: the token must be valid until the next run, in 6 hours, which may be
 * late. A session may have refreshed it meanwhile: then there is nothing to do.
 */
const GOOD_UNTIL_NEXT_RUN = '7h'

/** A refresh by `clr` itself. */
function clrRefresh(minValidity: string): Step {
  const script = `exec clr refresh --json --min-validity ${minValidity}`
  return { kind: 'script', id: 'refresh', script, env: {} }
}

/** The secret with which other workflows share the access token. */
const ACCESS_TOKEN_SECRET = 'CLAUDE_CODE_OAUTH_TOKEN'

/** All rows of the table, in its order. */
export const CONTENDERS: readonly Contender[] = [
  hosted("hosted, the action, an environment's secret", { hasTarget: true, announcesEnd: true }, () => ({
    ...withAction({}),
    place: 'environment'
  })),
  hosted("hosted, the action, a repository's secret", { hasTarget: true, announcesEnd: true }, () => ({
    ...withAction({ 'secret-environment': '', 'access-token-secret-name': ACCESS_TOKEN_SECRET }),
    place: 'repository',
    accessTokenSecret: ACCESS_TOKEN_SECRET
  })),
  hosted('hosted, the shell recipe', { hasTarget: false, announcesEnd: false }, () => {
    const [restore, use, store] = stepsIn(RECIPE)
    if (restore === undefined || use === undefined || store === undefined) throw new Error('the recipe has changed')
    return {
      place: 'repository',
      steps: { 'keep-alive': [restore, use, store], 'uses the login': [restore, WORK, store] },
      checksFirst: false,
      signInsByClr: 0
    }
  }),
  hosted('hosted, `clr` without a secret store', { hasTarget: false, announcesEnd: false }, () => {
    const [restore] = stepsIn(RECIPE)
    if (restore === undefined) throw new Error('the recipe has changed')
    return {
      place: 'repository',
      steps: {
        'keep-alive': [restore, clrRefresh(GOOD_UNTIL_NEXT_RUN)],
        'uses the login': [restore, clrRefresh('1h'), WORK]
      },
      programs: { clr: clrOn(NODE24) },
      checksFirst: false,
      signInsByClr: 1 // it needs hundreds a year, and each takes seconds
    }
  }),
  own('self-hosted, the action', { hasTarget: true, announcesEnd: true }, () => {
    const [refresh] = stepsIn('examples/self-hosted.yml')
    const keepAlive = withInputs(refresh, { 'min-validity': GOOD_UNTIL_NEXT_RUN })
    const beforeUse = withInputs(refresh, GOOD_FOR_AN_HOUR)
    return { steps: { 'keep-alive': [keepAlive], 'uses the login': [beforeUse, WORK] }, signsInByClr: true }
  }),
  own('self-hosted, `clr refresh` by cron', { hasTarget: true, announcesEnd: true }, () => ({
    steps: { 'keep-alive': [clrRefresh(GOOD_UNTIL_NEXT_RUN)], 'uses the login': [clrRefresh('1h'), WORK] },
    programs: { clr: clrOn(NODE20) },
    signsInByClr: true
  })),
  own('self-hosted, `claude -p` by cron', { hasTarget: false, announcesEnd: false }, () => ({
    steps: { 'keep-alive': [{ ...WORK, id: 'claude' }], 'uses the login': [WORK] },
    signsInByClr: false
  }))
]

/** Jobs with the step of examples/keepalive.yml. @param changes its other inputs */
function withAction(changes: Readonly<Record<string, string>>): Omit<HostedWay, 'place'> {
  const refresh = withInputs(stepsIn('examples/keepalive.yml')[0], changes)
  return {
    steps: { 'keep-alive': [refresh], 'uses the login': [withInputs(refresh, GOOD_FOR_AN_HOUR), WORK_IN_TEMP] },
    checksFirst: true,
    signInsByClr: Number.POSITIVE_INFINITY
  }
}

type Expected = Pick<Contender, 'hasTarget' | 'announcesEnd'>

function hosted(name: string, expected: Expected, way: () => HostedWay): Contender {
  return { name, disk: 'wiped', ...expected, start: setting => HostedCare.start(setting, way()) }
}

function own(name: string, expected: Expected, way: () => OwnWay): Contender {
  return { name, disk: 'kept', ...expected, start: setting => Promise.resolve(new OwnCare(setting, way())) }
}

function clrOn(node: string): string {
  return `#!/bin/sh\nexec '${node}' '${CLR}' "$@"\n`
}

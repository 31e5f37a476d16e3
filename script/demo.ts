import './refuse-stale-dist.js'
import { mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ACTION, type DoorRun } from '../testing/doors.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import { CLR, CLAUDE_FOLDER, NODE20 } from '../testing/paths.js'
import { startProgram } from '../testing/program.js'
import { paint } from './paint.js'
import { asRunnerShows, hide } from './runner-log.js'
import { summaryAsText } from './summary-text.js'

// npm run demo: one refresh by the action and one by `clr`, with the real CLI, of sample credentials, against a stand-in
// for the token endpoint that runs in here. Nothing leaves this machine.

const TEN_MINUTES_MS = 600_000
/** Soon enough for the action to warn. */
const FIVE_DAYS_MS = 5 * 24 * 3_600_000
const SHOWN_TOKEN_CHARACTERS = 22

const now = Date.now()
await using setup = await E2eSetup.create({
  login: { expiresAt: now + TEN_MINUTES_MS, refreshTokenExpiresAt: now + FIVE_DAYS_MS }
})
const { endpoint, home } = setup
const claudeFolder = home.at('caller/bin')
await mkdir(claudeFolder, { recursive: true })
await symlink(await realpath(join(CLAUDE_FOLDER, 'claude')), join(claudeFolder, 'claude'))

title('Sample credentials that are about to expire')
say(`${home.creds}\n`)
say(credentialsFile())

title('The action: `uses: org/clr-refresh@v1`')
const step = await setup.refresh(ACTION, { claudeFolder })
const log = asRunnerShows(step.stdout + step.stderr)
say(log)
title('Its outputs')
say(outputsOf(step))
title('Its job summary')
say(summaryAsText(step.summary))
title('The file afterwards')
say(credentialsFile())
const isActionGood = step.exitCode === 0 && setup.fileState === 'current'

title('The same in a terminal: `clr refresh`')
const env = { ...setup.environment, PATH: `${claudeFolder}:/usr/bin:/bin` }
const clr = await startProgram([NODE20, CLR, 'refresh'], { env, cwd: home.path }).ended
say(`$ clr refresh\n${clr.stdout}${clr.stderr}`.trimEnd())
const isClrGood = clr.exitCode === 0 && setup.fileState === 'current'

const isSecretShown = (log + step.summary + clr.stdout + clr.stderr).includes('sk-ant-')
const leftovers = setup.leftovers
const { token, profile, model } = endpoint.requests
const facts = [
  `refreshes 2 (${isActionGood && isClrGood ? "each left the endpoint's current pair in the file" : 'NOT as they should be'})`,
  `exchanges ${token.length}`,
  `tokens sent twice ${endpoint.reuses}`,
  `profile requests ${profile.length}`,
  `model requests ${model.length}`,
  `tokens shown ${isSecretShown ? 'YES' : 'none'}`,
  `files and processes left behind ${leftovers.length}`
]
const isProven = isActionGood && isClrGood && token.length === 2
const isClean = !isSecretShown && endpoint.reuses + profile.length + model.length + leftovers.length === 0
title(isProven && isClean ? paint('green', 'Proven') : paint('red', 'Something is off'))
say(facts.join(', '))
process.exitCode = isProven && isClean ? 0 : 1

function title(text: string): void {
  say(`\n${paint('bold', `── ${text} ──`)}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** The file as it is, tokens cut short, times readable. */
function credentialsFile(): string {
  return JSON.stringify(home.document, readable, 2)
}

function readable(name: string, value: unknown): unknown {
  if (name.endsWith('Token') && typeof value === 'string') return `${value.slice(0, SHOWN_TOKEN_CHARACTERS)}…`
  return /ExpiresAt$|^expiresAt$/.test(name) && typeof value === 'number'
    ? `${value} (${new Date(value).toISOString()})`
    : value
}

/** As a later step's log would show them. */
function outputsOf({ stdout, outputs }: DoorRun): string {
  const masks = [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, value = '']) => value)
  return Object.entries(outputs)
    .map(([name, value]) => `${name.padEnd(18)}${hide(value, masks)}`)
    .join('\n')
}

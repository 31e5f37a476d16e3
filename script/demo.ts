import './refuse-stale-dist.js'
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ACTION } from '../testing/doors.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import { CLR, CLAUDE_FOLDER, NODE20 } from '../testing/paths.js'
import { startProgram } from '../testing/program.js'
import { maskSecrets, runnerLog } from './runner-log.js'
import { summaryAsText } from './summary-text.js'
import { paint, printTitle } from './terminal.js'

// npm run demo: the action and `clr` each refresh sample credentials once, with the real CLI and a stand-in for the token
// endpoint in this process. Nothing leaves this machine.

const TEN_MINUTES_MS = 600_000
/** The action warns about a login that ends so soon. */
const FIVE_DAYS_MS = 5 * 24 * 3_600_000
const SHOWN_TOKEN_CHARACTERS = 22
/** If the CLI waits for a profile, it stores the pair only after this time (docs/claude-cli.md#the-profile-request). */
const PROFILE_TIMEOUT_MS = 10_000

const now = Date.now()
await using setup = await E2eSetup.create({
  login: { expiresAt: now + TEN_MINUTES_MS, refreshTokenExpiresAt: now + FIVE_DAYS_MS },
  // Not the number of requests counts: on a busy machine, the CLI may ask for a profile after it has stored the pair.
  profile: { kind: 'hang' }
})
const { endpoint, home } = setup
const claudeFolder = home.at('caller/bin')
mkdirSync(claudeFolder, { recursive: true })
symlinkSync(realpathSync(join(CLAUDE_FOLDER, 'claude')), join(claudeFolder, 'claude'))

printTitle('Sample credentials that are about to expire')
console.log(`${home.creds}\n`)
console.log(credentialsFile())

printTitle('The action: `uses: org/clr-refresh@v1`')
const step = await setup.refresh(ACTION, { claudeFolder })
const log = runnerLog(step.stdout + step.stderr)
console.log(log)
const outputLines = Object.entries(step.outputs).map(([name, value]) => `${name.padEnd(18)}${value}`)
printTitle('Its outputs')
console.log(maskSecrets(outputLines.join('\n'), step.stdout))
printTitle('Its job summary')
console.log(summaryAsText(step.summary))
printTitle('The file afterwards')
console.log(credentialsFile())
const isActionGood = step.exitCode === 0 && setup.fileState === 'current'

printTitle('The same in a terminal: `clr refresh`')
const env = { ...setup.environment, PATH: `${claudeFolder}:/usr/bin:/bin` }
const clr = await startProgram([NODE20, CLR, 'refresh'], { env, cwd: home.path }).ended
console.log(`$ clr refresh\n${clr.stdout}${clr.stderr}`.trimEnd())
const isClrGood = clr.exitCode === 0 && setup.fileState === 'current'

const waits = [step, clr].filter(({ wallMs }) => wallMs >= PROFILE_TIMEOUT_MS).length
const isSecretShown = (log + step.summary + clr.stdout + clr.stderr).includes('sk-ant-')
const leftovers = setup.leftovers
const { token, model } = endpoint.requests
const facts = [
  `refreshes 2 (${isActionGood && isClrGood ? "each left the endpoint's current pair in the file" : 'NOT as expected'})`,
  `exchanges ${token.length}`,
  `tokens sent twice ${endpoint.reuses}`,
  `waits for a profile ${waits}`,
  `model requests ${model.length}`,
  `tokens shown ${isSecretShown ? 'YES' : 'none'}`,
  `files and processes left behind ${leftovers.length}`
]
const isProven = isActionGood && isClrGood && token.length === 2
const isClean = !isSecretShown && endpoint.reuses + waits + model.length + leftovers.length === 0
printTitle(isProven && isClean ? paint('green', 'Proven') : paint('red', 'Something is wrong'))
console.log(facts.join(', '))
process.exitCode = isProven && isClean ? 0 : 1

/** The content of the file, with shortened tokens and readable times. */
function credentialsFile(): string {
  return JSON.stringify(home.document, readable, 2)
}

function readable(name: string, value: unknown): unknown {
  if (name.endsWith('Token') && typeof value === 'string') return `${value.slice(0, SHOWN_TOKEN_CHARACTERS)}…`
  return /ExpiresAt$|^expiresAt$/.test(name) && typeof value === 'number'
    ? `${value} (${new Date(value).toISOString()})`
    : value
}

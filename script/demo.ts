import './refuse-stale-dist.js'
import { showContrast } from './demo/contrast.js'
import { exitCodeOf, ticks, type Fact } from './demo/facts.js'
import { showRefreshes } from './demo/refreshes.js'
import { showRejection } from './demo/rejection.js'
import { printTitle } from './terminal.js'

// npm run demo [-- rejected]: shows what a user sees, with the real CLI, sample logins, and stand-ins for the token endpoint and
// for GitHub in this process. Nothing leaves this machine.

const [word, ...others] = process.argv.slice(2)
if (others.length > 0 || (word !== undefined && word !== 'rejected')) {
  const given = process.argv.slice(2).join(' ')
  console.error(
    `demo: there is no demo "${given}": \`npm run demo\` shows a refresh, \`npm run demo -- rejected\` a failure.`
  )
  process.exitCode = 1
} else {
  const facts = await (word === 'rejected' ? rejected() : usual())
  printTitle('Proven by this run')
  console.log(ticks(facts))
  process.exitCode = exitCodeOf(facts)
}

async function usual(): Promise<readonly Fact[]> {
  console.log(`First the action and \`clr\` each refresh a sample login with the real \`claude\`, then a
refresh is killed, once without \`clr\` and once with it; nothing leaves this machine.`)
  return [...(await showRefreshes()), ...(await showContrast())]
}

async function rejected(): Promise<readonly Fact[]> {
  console.log(`The action and \`clr\` each fail to refresh a sample login, because its refresh token was
used elsewhere; nothing leaves this machine.`)
  return await showRejection()
}

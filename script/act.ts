import './refuse-stale-dist.js'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { CASES } from '../testing/act/cases.js'
import { CONTAINER_CASES } from '../testing/act/container-cases.js'
import { ON_THIS_MACHINE } from '../testing/act/place.js'
import { Interruption, interruption, runCases } from './act-cases.js'
import { runInContainers } from './act-containers.js'

// npm run test:act [-- [--containers] <part of a title>]: runs the unchanged examples in act on this machine, without Docker or
// in containers, with the real CLI and with stand-ins for the token endpoint, GitHub's API, the npm registry and third-party
// actions. Nothing leaves this machine.

const [option, ...others] = process.argv.slice(2)
const isInContainers = option === '--containers'
const [part = ''] = isInContainers ? others : [option]

if (![...CASES, ...(isInContainers ? CONTAINER_CASES : [])].some(({ title }) => title.includes(part))) {
  console.error(
    `no case has ${JSON.stringify(part)} in its title; usage: npm run test:act [-- [--containers] <part of a title>]`
  )
  process.exit(1)
}

const wanted = {
  act: () => {
    const installer = fileURLToPath(new URL('install-go-tool.sh', import.meta.url))
    try {
      return execFileSync(installer, ['act'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
    } catch {
      process.exit(1) // the installer has said why
    }
  },
  isWanted: ({ title }: { readonly title: string }) => title.includes(part),
  interrupted: interruption()
}

const cases = isInContainers
  ? runInContainers(wanted)
  : runCases(CASES.filter(wanted.isWanted), { ...wanted, act: wanted.act(), place: ON_THIS_MACHINE })
process.exitCode = await cases.catch(async (error: unknown) => {
  const cause: unknown = await Promise.race([wanted.interrupted, Promise.resolve(null)]).catch(
    (reason: unknown) => reason
  )
  if (!(cause instanceof Interruption)) throw error
  console.error(cause.message)
  if (error !== cause) console.error(`the clean-up has failed: ${clauseOf(error)}`)
  process.exit(130) // as after SIGINT; the interrupted case may still be waiting for something
})

function clauseOf(error: unknown): string {
  if (error instanceof SuppressedError) return clauseOf(error.error)
  return error instanceof Error ? error.message : String(error)
}

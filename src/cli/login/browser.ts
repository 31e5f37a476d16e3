import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findProgram } from '../../core/programs/find-program.js'

/**
 * Why no browser is opened here, as a clause; null if one is. A browser on this machine is of no use to a person who is not at
 * its screen.
 */
export function whyNoBrowser(environment: NodeJS.ProcessEnv, platform = process.platform): string | null {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== ''
  if (environment.BROWSER === '') return 'BROWSER is empty'
  if (isSet('SSH_CONNECTION') || isSet('SSH_TTY')) return 'this is an SSH session'
  if (platform === 'linux' && !isSet('DISPLAY') && !isSet('WAYLAND_DISPLAY')) return 'there is no display'
  return null
}

/**
 * Opens an address in the user's browser, with the user's own environment. The browser outlives `clr`, and is in no process group
 * of its terminal.
 * @param onFailure called if no browser could be opened, with a clause that says why
 */
export async function openBrowser(
  address: string,
  environment: NodeJS.ProcessEnv,
  onFailure: (why: string) => void
): Promise<void> {
  const program = await findBrowser(environment)
  if (program === null) {
    onFailure('no program that opens a browser was found')
    return
  }
  const child = spawn(program, [address], { env: environment, detached: true, stdio: 'ignore' })
  child.unref()
  child.once('error', () => {
    onFailure(`${program} could not be started`)
  })
  child.once('exit', code => {
    if (code !== 0) onFailure(`${program} ended with exit status ${code ?? 'none'}`)
  })
}

/** The user's choice, if it is a program; else what the system has. */
async function findBrowser(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { BROWSER: chosen = '', WSL_DISTRO_NAME: wsl = '' } = environment
  if (path.isAbsolute(chosen) && existsSync(chosen)) return chosen
  const ofSystem = process.platform === 'darwin' ? ['open'] : wsl === '' ? ['xdg-open'] : ['wslview', 'xdg-open']
  for (const name of [chosen, ...ofSystem]) {
    const found = /^[\w.-]+$/.test(name) ? await findProgram(name, { environment, patience: null }) : null
    if (found !== null && 'program' in found) return found.program
  }
  return null
}

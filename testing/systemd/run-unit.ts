import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { CLAUDE_FOLDER, CLR, NODE20, ROOT } from '../paths.js'
import { startProgram, type Running } from '../program.js'
import type { TempFolder } from '../temp-folder.js'
import type { UnitFile } from './unit-file.js'

/** The ordinary user that runs the services. */
const UID = 12_345

const SANDBOX = path.join(import.meta.dirname, 'sandbox.sh')

/** What a unit runs on. */
export interface UnitMachine {
  /** The folder that belongs to the user of the service. */
  readonly folder: TempFolder
  /** Where that folder is: `/home/anna`. */
  readonly place: string
  /** Variables beside those of the unit, such as a drop-in file adds. Their paths must be valid in the sandbox. */
  readonly variables: Readonly<Record<string, string>>
}

/** Puts `clr`, `node` and `claude` into the folder of a user, as the installer of the CLI does, and gives all to that user. */
export function installPrograms({ folder }: Pick<UnitMachine, 'folder'>): void {
  folder.write('.local/bin/README', '')
  symlinkSync(CLR, folder.at('.local/bin/clr'))
  symlinkSync(NODE20, folder.at('.local/bin/node'))
  symlinkSync(path.join(CLAUDE_FOLDER, 'claude'), folder.at('.local/bin/claude'))
  chmodSync(folder.path, 0o750)
  execFileSync('chown', ['--recursive', '--no-dereference', `${UID}:${UID}`, folder.path])
}

/**
 * Runs the command of a service as systemd would: with its read-only mounts, which are taken from the unit, as an ordinary
 * user without capabilities. Its filters for system calls and address families are not imitated. Needs root that may mount.
 */
export function startUnit(unit: UnitFile, { folder, place, variables }: UnitMachine): Running {
  if (unit.valueOf('ProtectSystem') !== 'strict') throw new Error('the sandbox imitates only ProtectSystem=strict')
  if (unit.valueOf('PrivateTmp') !== 'yes') throw new Error('the sandbox always has a private /tmp')
  const writable = unit.wordsOf('ReadWritePaths').join('\n')
  const unshare = ['unshare', '--mount', '--propagation', 'private', 'sh', SANDBOX]
  const sandbox = [folder.path, place, ROOT, writable, unit.valueOf('ProtectHome') ?? 'no']
  const directory = unit.valueOf('WorkingDirectory') ?? '/'
  const mask = unit.valueOf('UMask') ?? '0022'
  const begin = ['sh', '-c', `umask ${mask}; cd "$1"; shift; exec "$@"`, 'sh', directory]
  const command = [...unshare, ...sandbox, ...asUser(unit), ...begin, ...unit.wordsOf('ExecStart')]
  const [name = '', value = ''] = (unit.valueOf('Environment') ?? '').split(/=(.*)/)
  // As for every service with User=; sandbox.sh itself needs the folders of the system in PATH.
  const env = { HOME: place, LANG: 'C.UTF-8', ...variables, [name]: value }
  return startProgram(command, { env })
}

function asUser(unit: UnitFile): readonly string[] {
  const user = ['setpriv', `--reuid=${UID}`, `--regid=${UID}`, '--clear-groups']
  const bounds = unit.valueOf('CapabilityBoundingSet') === '' ? ['--bounding-set=-all', '--inh-caps=-all'] : []
  return [...user, ...bounds, ...(unit.valueOf('NoNewPrivileges') === 'yes' ? ['--no-new-privs'] : [])]
}

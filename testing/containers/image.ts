import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { TempFolder } from '../temp-folder.js'
import type { Docker } from './docker.js'

const FOLDERS = ['etc', 'tmp', 'root', 'proc', 'sys', 'dev', 'usr', 'run', 'opt', 'home', 'var/run']
const LINKS = ['bin', 'sbin', 'lib', 'lib64']

/** An ordinary user with an entry in the image's `/etc/passwd`: the user that runs the tests, if that is not root. */
export const ORDINARY_UID = process.getuid?.() === 0 ? 1001 : (process.getuid?.() ?? 1001)

/**
 * Imports an image of a few empty folders and links, for containers that mount the `/usr` of this machine.
 *
 * @param searchPath PATH in its containers
 * @returns its name
 */
export async function importImage(docker: Docker, searchPath: string): Promise<string> {
  using root = new TempFolder()
  for (const folder of FOLDERS) mkdirSync(root.at('root', folder), { recursive: true })
  chmodSync(root.at('root/tmp'), 0o1777)
  for (const link of LINKS) symlinkSync(`usr/${link}`, root.at('root', link))
  const runner = `runner:x:${ORDINARY_UID}:${ORDINARY_UID}::/home:/bin/sh`
  root.write('root/etc/passwd', `root:x:0:0:root:/root:/bin/sh\n${runner}\n`, 0o644)
  root.write('root/etc/group', `root:x:0:\nrunner:x:${ORDINARY_UID}:\n`, 0o644)
  const archive = root.at('image.tar')
  execFileSync('tar', ['--create', '--owner=0', '--group=0', '--file', archive, '--directory', root.at('root'), '.'])
  const name = `local/act:${path.basename(root.path)}`
  await docker.run('import', '--change', `ENV PATH="${searchPath}"`, archive, name)
  return name
}

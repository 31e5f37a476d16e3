import { watch, type FSWatcher } from 'node:fs'

/**
 * Watches folders for changes, by the name of what changed; null for a name that the system does not tell.
 * @returns fewer watchers than folders if the system has none left to give: then a quick poll has to do. None on macOS: a
 * watcher there also tells of changes from before it began, such as those of our own lock, and loses others (libuv/libuv#3866)
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (name: string | null) => void
): readonly FSWatcher[] {
  const watchers: FSWatcher[] = []
  if (process.platform === 'darwin') return watchers
  for (const folder of folders) {
    try {
      const watcher = watch(folder, (_event, name) => {
        onChange(name)
      })
      watcher.on('error', () => undefined)
      watchers.push(watcher)
    } catch {
      return watchers
    }
  }
  return watchers
}

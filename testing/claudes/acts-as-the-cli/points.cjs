// Moments of an exchange at which a test stops a program: it creates the file `reached`, and goes on once there is a file `go`.
const fs = require('node:fs')

const { LC_POINT: point, LC_POINT_FOLDER: folder, ANTHROPIC_BASE_URL: baseUrl = '' } = process.env

/** Whether `clr` has started this program, and writes the new pair back itself. */
const isIsolated = baseUrl.includes('127.0.0.1')

/** Stops at this moment if it is the one that is asked for, and nothing has stopped there before. */
async function reach(name) {
  if (!isNext(name)) return
  fs.writeFileSync(`${folder}/reached`, '')
  while (!fs.existsSync(`${folder}/go`)) await new Promise(resolve => setTimeout(resolve, 2))
}

/** Stores the new pair. The `clr` that started this program sees it only after this moment: it is stopped meanwhile. */
async function reachWithNewPair(store) {
  const name = "with the new pair on the runner's disk"
  if (!isNext(name) || !isIsolated) {
    store()
    return reach(name)
  }
  process.kill(process.ppid, 'SIGSTOP')
  while (fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1)[0] !== 'T') continue
  store()
  await reach(name)
  process.kill(process.ppid, 'SIGCONT')
}

/** In an ordinary HOME the program itself has written the file. */
async function reachWithFile() {
  if (!isIsolated) await reach('with the file written back')
}

function isNext(name) {
  return point === name && !fs.existsSync(`${folder}/reached`)
}

module.exports = { reach, reachWithFile, reachWithNewPair }

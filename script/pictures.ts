import './refuse-stale-dist.js'
import { missingPrograms } from './pictures/browser.js'
import { drawStatus } from './pictures/status-pictures.js'
import { drawSummaries } from './pictures/summary-pictures.js'

// npm run pictures: runs `clr status` and the action on logins with fake tokens, and makes the pictures of docs/images from
// what they printed.

const missing = missingPrograms()
if (missing.length > 0) {
  console.error(
    `pictures: there is no ${missing.join(' and no ')} on PATH: install what the pictures need, on Debian with \`apt-get install --no-install-recommends chromium pngquant fonts-noto-core fonts-noto-color-emoji fonts-liberation\`.`
  )
  process.exitCode = 1
} else {
  await drawStatus()
  await drawSummaries()
}

import { loginDueSoon, SampleJob } from '../demo/sample-job.js'
import { screenshot } from './browser.js'
import { writeImage } from './images.js'
import { summaryPage, THEMES } from './summary-page.js'

interface Sample {
  readonly what: string
  readonly daysLeft: number
  readonly isUsedElsewhere: boolean
}

const SAMPLES: readonly Sample[] = [
  { what: 'refreshed', daysLeft: 24, isUsedElsewhere: false },
  { what: 'ends-soon', daysLeft: 5, isUsedElsewhere: false },
  { what: 'rejected', daysLeft: 17, isUsedElsewhere: true }
]

/** Makes a light and a dark picture of the job summary of each sample. */
export async function drawSummaries(): Promise<void> {
  for (const sample of SAMPLES) {
    const summary = await summaryOf(sample)
    for (const theme of THEMES) {
      writeImage(`summary-${sample.what}-${theme}.png`, await screenshot(summaryPage(summary, theme)))
    }
  }
}

/** The summary of a real run of the action, with the HOME of a runner in place of the temporary one. */
async function summaryOf({ what, daysLeft, isUsedElsewhere }: Sample): Promise<string> {
  await using job = await SampleJob.create({ login: loginDueSoon(daysLeft) })
  const { endpoint, home, login: sample } = job.setup
  if (isUsedElsewhere) endpoint.spend(sample.claudeAiOauth.refreshToken)
  const { reason, shown, summary } = await job.main()
  if (reason !== (isUsedElsewhere ? 'login-rejected' : 'refreshed')) throw new Error(`${what}: ${reason}\n${shown}`)
  return summary.replaceAll(home.path, '/home/runner')
}

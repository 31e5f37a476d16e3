import './check-certificates.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refuseStep } from './refuse-step.js'

const why = whyNodeIsTooOld()
if (why === null) require('./program.js')
else process.exitCode = refuseStep(why, process.env)

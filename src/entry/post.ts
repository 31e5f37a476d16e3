import './check-certificates.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refusePost } from './refuse-step.js'

const why = whyNodeIsTooOld()
if (why === null) require('./program.js')
else process.exitCode = refusePost(why, process.env)

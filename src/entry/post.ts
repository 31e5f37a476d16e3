import './check-certificates.js'
import { loadProgram } from './action-program.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refusePost } from './refuse-step.js'

const why = whyNodeIsTooOld()
if (why === null) loadProgram().post()
else process.exitCode = refusePost(why, process.env)

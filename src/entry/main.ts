import './check-certificates.js'
import { loadProgram } from './action-program.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refuseStep } from './refuse-step.js'

const why = whyNodeIsTooOld()
if (why === null) loadProgram().main()
else process.exitCode = refuseStep(why, process.env)

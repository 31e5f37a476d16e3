import './check-certificates.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refuseStep } from './refuse-step.js'

declare function require(file: './program.js'): typeof import('../action/program.js')

const why = whyNodeIsTooOld()
if (why === null) require('./program.js').main()
else process.exitCode = refuseStep(why, process.env)

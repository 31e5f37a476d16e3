import './check-certificates.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refuseNotice } from './refuse-step.js'

declare function require(file: './program.js'): typeof import('../action/notice/program.js')

const why = whyNodeIsTooOld()
if (why === null) require('./program.js').main()
else process.exitCode = refuseNotice(why)

#!/usr/bin/env node
import './check-certificates.js'
import { whyNodeIsTooOld } from './node-version.js'
import { refuseCall } from './refuse-call.js'

const why = whyNodeIsTooOld()
if (why === null) require('./program.js')
else process.exitCode = refuseCall(why, process.argv.slice(2))

import * as core from '@actions/core'
import { withVisibleAnnotations } from './output/annotations.js'

/** The toolkit of GitHub: 1 MB, so it is loaded while `clr` is running. */
export const toolkit = withVisibleAnnotations(core)

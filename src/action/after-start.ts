// Everything that `main` needs once `clr` is running, or if it is not started at all. It is one part of the bundle, loaded only
// then, so that `clr` starts sooner.
export { aboutLogin } from './about-login.js'
export { childOutputOf, reportOfClr, reportOfThrow } from './clr/outcome.js'
export { finishMain } from './finish-main.js'
export { explainMissing } from './no-secrets.js'
export { NOTHING_SEEN, seeCredentials } from './seen-credentials.js'

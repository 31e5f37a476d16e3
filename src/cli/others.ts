// Everything except a refresh. It is a program of its own in the bundle, with a copy of what both need, so that a refresh does
// not have to load it. Its `RefreshError` is therefore another class: no such error may leave what is exported here.
export { dryRun } from '../core/dry-run.js'
export { recover } from '../core/recover.js'
export { helpText } from './help/help-text.js'
export { runLogin } from './login.js'
export { runStatus } from './status.js'

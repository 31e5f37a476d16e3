declare function require(file: './program.js'): typeof import('../action/program.js')

/** Loads the bundle with both programs of the action; call it only once Node is known to be new enough. */
export function loadProgram(): ReturnType<typeof require> {
  return require('./program.js')
}

// With `node --require`: a `main` of the action says at $ANNOUNCE_SIGINT_TO that it has got a SIGINT.
const { request } = require('node:http')

if (process.argv[1]?.endsWith('dist/action/main.js')) {
  process.once('SIGINT', () => {
    request(process.env.ANNOUNCE_SIGINT_TO).end()
  })
}

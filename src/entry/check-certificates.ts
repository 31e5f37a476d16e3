// Import this first in every entry file: certificates are always checked. An earlier step of a job may have set the
// variable for its own purposes; with it, a proxy with any certificate would read `github-token` and the login. Node looks
// at it at each connection (`tls.connect`, measured on Node 20 and 24), so dropping it before the first one is in time.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED

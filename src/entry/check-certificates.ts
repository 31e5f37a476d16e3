// Import this first in every entry file, so that certificates are always checked. An earlier step of a job may have set the
// variable for its own purposes; with it, a proxy with any certificate could read `github-token` and the login. Node reads it
// for each connection (`tls.connect`, measured on Node 20 and 24), so it is enough to delete it before the first one.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED

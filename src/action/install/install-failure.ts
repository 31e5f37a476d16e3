import { NOT_SENT, RefreshError } from '../../core/reasons.js'

/** The error to throw if `claude` could not be installed. @param remedy a sentence, if the default does not fit */
export function installFailed(message: string, remedy?: string): RefreshError {
  return new RefreshError('claude-install-failed', message, remedy)
}

/** What a person should do about each cause. */
export const REMEDIES = {
  noSuchVersion: `Set \`claude-version\` to a version that the npm registry has. ${NOT_SENT}`,
  noSuchPackage: `Set \`NPM_CONFIG_REGISTRY\` to a registry that has this package, or remove that variable. ${NOT_SENT}`,
  wrongAddress: `Set \`NPM_CONFIG_REGISTRY\` to the address of a registry, or remove that variable. ${NOT_SENT}`,
  loginAsked: `The npm registry asks for a login: put the user name and password into the address in \`NPM_CONFIG_REGISTRY\`, because no \`.npmrc\` is read. ${NOT_SENT}`,
  loginRefused: `Check the user name and password in \`NPM_CONFIG_REGISTRY\`, and what that user may read. ${NOT_SENT}`,
  loginElsewhere: `Use a registry that serves its packages itself: its user name and password are not sent to another server. ${NOT_SENT}`,
  certificate: `Set \`NODE_EXTRA_CA_CERTS\` to the file with the CA certificate of your proxy or registry. ${NOT_SENT}`,
  network: `Check the network, the proxy (\`HTTPS_PROXY\`) and \`NPM_CONFIG_REGISTRY\`, then run the workflow again. ${NOT_SENT}`,
  proxy: `Check the proxy in \`HTTPS_PROXY\` or \`HTTP_PROXY\`, or name the registry's host in \`NO_PROXY\`. ${NOT_SENT}`,
  serverError: `Run the workflow again later: the registry, or a proxy in front of it, has a problem. ${NOT_SENT}`,
  damaged: `Run the workflow again. If that does not help, empty the cache of the mirror or proxy. ${NOT_SENT}`,
  noIntegrity: `Use a registry that passes on the \`integrity\` of each version, as registry.npmjs.org has it. ${NOT_SENT}`,
  signature: `Do not use this registry until whoever runs it has explained the signature. ${NOT_SENT}`,
  unusable: `Set \`claude-version\` to another version, or install \`claude\` in a step of your own. ${NOT_SENT}`,
  noPlatform: `Use a runner with one of these platforms, or install \`claude\` in a step of your own. ${NOT_SENT}`
} as const

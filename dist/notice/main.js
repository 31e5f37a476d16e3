"use strict";

// src/entry/check-certificates.ts
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;

// src/entry/node-version.ts
var MAJOR = 20;
var MINOR = 4;
var OLDEST_NODE = `${MAJOR}.${MINOR}`;
function whyNodeIsTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > MAJOR || major === MAJOR && minor >= MINOR) return null;
  return `this is Node ${version} (${process.execPath}), and clr-refresh needs Node ${OLDEST_NODE} or newer`;
}

// src/entry/annotation.ts
function writeAnnotation(level, title, message) {
  const escaped = message.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  process.stdout.write(`::${level} title=${title}::${escaped}
`);
}

// src/entry/refuse-step.ts
var REMEDY = "act runs actions with the `node` of its image, or of this machine (`-self-hosted`): choose an image with a newer Node, for example with `-P ubuntu-latest=catthehacker/ubuntu:act-latest`. Otherwise, update the runner or the Node that it uses.";
function refuseNotice(why2) {
  fail(`${why2}. There is no issue about the login. ${REMEDY}`);
  return 1;
}
function fail(message) {
  writeAnnotation("error", "Node is too old (usage)", message.charAt(0).toUpperCase() + message.slice(1));
}

// src/entry/notice.ts
var why = whyNodeIsTooOld();
if (why === null) require("./program.js").main();
else process.exitCode = refuseNotice(why);

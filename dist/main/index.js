"use strict";

// src/entry/check-certificates.ts
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;

// src/entry/node-version.ts
var MAJOR = 20;
var MINOR = 3;
var OLDEST_NODE = `${MAJOR}.${MINOR}`;
function whyNodeIsTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > MAJOR || major === MAJOR && minor >= MINOR) return null;
  return `this is Node ${version} (${process.execPath}), and clr-refresh needs Node ${OLDEST_NODE} or newer`;
}

// src/entry/refuse-step.ts
var import_node_fs = require("fs");
var REMEDY = "act runs actions with the `node` of its image, or of this machine (`-self-hosted`): choose an image with a newer one by `-P ubuntu-latest=catthehacker/ubuntu:act-latest`. Elsewhere, update the runner, or the Node that it uses.";
var OUTPUTS = { refreshed: "false", reason: "usage", "exit-code": "1" };
function refuseStep(why2, { GITHUB_OUTPUT: file = "" }) {
  annotate(`${why2}. Nothing was spent. ${REMEDY}${setOutputs(file) ? "" : " The outputs of this step are not set."}`);
  return 1;
}
function setOutputs(file) {
  const entries = Object.entries(OUTPUTS).map(([name, value]) => `${name}<<end_of_output
${value}
end_of_output
`);
  try {
    (0, import_node_fs.appendFileSync)(file, entries.join(""));
    return true;
  } catch {
    return false;
  }
}
function annotate(message) {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const escaped = sentence.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  process.stdout.write(`::error title=Node is too old (usage)::${escaped}
`);
}

// src/entry/main.ts
var why = whyNodeIsTooOld();
if (why === null) require("./program.js");
else process.exitCode = refuseStep(why, process.env);

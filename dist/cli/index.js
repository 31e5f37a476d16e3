#!/usr/bin/env node
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

// src/core/empty-report.ts
var NOTHING_KNOWN = {
  creds: null,
  previousExpiresAt: null,
  expiresAt: null,
  loginExpiresAt: null,
  loginEndsSoon: false,
  elapsedMs: 0,
  claude: null,
  phases: [],
  warnings: []
};

// src/core/project.ts
var PROJECT = "https://github.com/org/clr-refresh";
var DOCS = `${PROJECT}/blob/v1/docs`;
function troubleshootingUrl(reason) {
  return `${DOCS}/troubleshooting.md#${reason}`;
}
var BY_HAND = `${PROJECT}/blob/v1/README.md#by-hand`;

// src/entry/refuse-call.ts
var REMEDY = `Install Node ${OLDEST_NODE} or newer (https://nodejs.org), and put its folder first on PATH. This run did not use the refresh token.`;
function refuseCall(why2, args) {
  const outcome = { refreshed: false, reason: "usage", exitCode: 1 };
  const report = { ...outcome, ...NOTHING_KNOWN, message: why2, remedy: REMEDY };
  if (args.includes("--json")) process.stdout.write(`${JSON.stringify(report)}
`);
  else process.stderr.write(`clr: usage: ${why2}
     ${REMEDY}
     More: ${troubleshootingUrl("usage")}
`);
  return 1;
}

// src/entry/cli.ts
var why = whyNodeIsTooOld();
if (why === null) require("./program.js");
else process.exitCode = refuseCall(why, process.argv.slice(2));

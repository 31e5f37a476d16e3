"use strict";
exports.id = 330;
exports.ids = [330];
exports.modules = {

/***/ 330:
/***/ (function(module) {

module.exports = /*#__PURE__*/JSON.parse('{"name":"clr-refresh","version":"1.0.0","description":"Refresh a Claude subscription login safely: in CI, by a schedule, or in a terminal.","license":"MIT","private":true,"type":"module","bin":{"clr":"dist/cli/index.js"},"files":["dist/cli"],"engines":{"node":">=20.4"},"scripts":{"bundle":"tsx script/bundle.ts","test":"node --experimental-vm-modules node_modules/jest/bin/jest.js","test:versions":"tsx script/versions.ts","test:act":"tsx script/act.ts","lint":"eslint . && prettier --check .","lint:workflows":"script/lint-workflows.sh","format":"prettier --write .","typecheck":"tsc --noEmit -p tsconfig.all.json","check-dist":"tsx script/check-dist.ts","test:faults":"tsx bench/faults.ts","demo":"tsx script/demo.ts","pictures":"tsx script/pictures.ts","bench":"tsx bench/bench.ts"},"devDependencies":{"@actions/core":"^3.0.1","@actions/exec":"^3.0.0","@actions/http-client":"^4.0.1","@actions/io":"^3.0.2","@eslint/js":"^10.0.1","@jest/globals":"^30.5.2","@octokit/request":"10.0.14","@octokit/request-error":"^7.1.2","@types/node":"^20.19.43","@types/proper-lockfile":"^4.1.4","@types/ssri":"^7.1.5","@vercel/ncc":"^0.45.0","claude-2.1.112":"npm:@anthropic-ai/claude-code@2.1.112","claude-cli":"file:testing/claude-cli","esbuild":"^0.28.2","eslint":"^10.15.0","eslint-plugin-jest":"^29.17.0","github-markdown-css":"^5.9.0","jest":"^30.5.2","leven":"^4.1.0","libsodium-wrappers":"^0.8.4","marked":"^18.2.1","mockttp":"~4.4.2","node":"^24.21.0","node20":"npm:node@20.4.0","prettier":"^3.10.1","proper-lockfile":"^4.1.2","ssri":"^13.0.1","string-width":"^8.3.0","tar":"^7.5.23","ts-jest":"^29.4.15","tsx":"^4.23.15","typescript":"6.0","typescript-eslint":"^8.73.0","undici":"^6.29.1","yaml":"^2.9.1","yocto-spinner":"^1.2.2"},"overrides":{"unrs-resolver":"1.12.2","@graphql-tools/schema":"10.0.38","@graphql-tools/merge":"9.2.2"},"allowScripts":{"esbuild":true,"node":true,"unrs-resolver":true,"@parcel/watcher":false}}');

/***/ })

};
;
"use strict";
exports.id = 337;
exports.ids = [337];
exports.modules = {

/***/ 1337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resolveClaude: () => (/* binding */ resolveClaude)
/* harmony export */ });
/* harmony import */ var _claude_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5704);
/* harmony import */ var _claude_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3222);
/* harmony import */ var _installing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7497);



function resolveClaude(wanted, env, step) {
    return (0,_installing_js__WEBPACK_IMPORTED_MODULE_2__/* .asInstallation */ .rn)(step.cancel, () => resolve(wanted, env, step));
}
async function resolve(wanted, env, step) {
    if (wanted.kind === 'exact') {
        const { isCached, use } = planFor(wanted.version, env);
        if (!isCached)
            await (await _claude_package_js__WEBPACK_IMPORTED_MODULE_1__/* .ClaudeSource */ .C.open(env, step)).packageOf(wanted.version);
        return `claude-version ${wanted.version}, which a real run would ${use}`;
    }
    const source = await _claude_package_js__WEBPACK_IMPORTED_MODULE_1__/* .ClaudeSource */ .C.open(env, step);
    const version = await source.versionOf(wanted);
    const { isCached, use } = planFor(version, env);
    if (!isCached)
        await source.packageOf(version);
    return `claude-version ${wanted.tag} is ${version}, which a real run would ${use}`;
}
function planFor(version, env) {
    const opened = (0,_claude_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .openClaudeCache */ .J)(version, env);
    if ('whyNot' in opened)
        return { isCached: false, use: `install only for this job, because ${opened.whyNot}` };
    if (opened.cache.find(version) === null)
        return { isCached: false, use: 'install in the tool cache' };
    return { isCached: true, use: 'take from the tool cache' };
}


/***/ })

};
;
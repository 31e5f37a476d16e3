"use strict";
exports.id = 150;
exports.ids = [150];
exports.modules = {

/***/ 150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actAsOwner: () => (/* binding */ actAsOwner)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/refresh/claude/claude-environment.ts
var claude_environment = __webpack_require__(282);
// EXTERNAL MODULE: ./src/refresh/claude/find-claude.ts
var find_claude = __webpack_require__(886);
// EXTERNAL MODULE: ./src/refresh/credentials/credentials-path.ts
var credentials_path = __webpack_require__(822);
// EXTERNAL MODULE: ./src/refresh/system/access.ts
var access = __webpack_require__(799);
;// CONCATENATED MODULE: ./src/refresh/system/rights.ts


function ownerToActFor(real) {
    if (process.geteuid?.() !== 0)
        return null;
    const folder = (0,external_node_fs_.statSync)(external_node_path_default().dirname(real));
    if (folder.uid === 0)
        return null;
    const gid = (0,external_node_fs_.statSync)(real, { throwIfNoEntry: false })?.gid ?? folder.gid;
    return { uid: folder.uid, gid };
}
function become({ uid, gid }) {
    process.setgroups?.([gid]);
    process.setgid?.(gid);
    process.setuid?.(uid);
}
async function withRightsOf(user, work) {
    const takeBack = user === null ? null : putRightsAside(user);
    try {
        return await work();
    }
    finally {
        takeBack?.();
    }
}
function withOwnRights(work) {
    const [uid, own] = [process.geteuid?.() ?? 0, process.getuid?.() ?? 0];
    process.seteuid?.(own);
    try {
        work();
    }
    finally {
        process.seteuid?.(uid);
    }
}
function succeedsAs(user, look) {
    const takeBack = putRightsAside(user);
    try {
        look();
        return takeBack !== null;
    }
    catch {
        return false;
    }
    finally {
        takeBack?.();
    }
}
function putRightsAside({ uid, gid }) {
    const [groups, ownGid] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0];
    const takeBack = () => {
        process.seteuid?.(0);
        process.setegid?.(ownGid);
        process.setgroups?.(groups);
    };
    try {
        process.setgroups?.([gid]);
        process.setegid?.(gid);
        process.seteuid?.(uid);
        return takeBack;
    }
    catch {
        attempt(takeBack);
        return null;
    }
}
function attempt(work) {
    try {
        work();
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./src/cli/act-as-owner.ts








const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];
const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
async function actAsOwner(credsPath, args) {
    try {
        const file = (0,credentials_path/* findCredentialsFile */.Ic)((0,credentials_path/* absolutePath */.Hi)(credsPath));
        const owner = ownerToActFor(file.real);
        if (owner === null || !succeedsAs(owner, () => undefined))
            return null;
        if (!isAllInReach(file, owner))
            return await handOver(owner, args);
        become(owner);
    }
    catch {
    }
    return null;
}
function isAllInReach({ given, real }, user) {
    const program = claudeIfAny();
    const variables = (0,claude_environment/* allowedVariables */.AR)(process.env);
    const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '');
    return succeedsAs(user, () => {
        for (const name of [given, real])
            (0,external_node_fs_.readdirSync)(external_node_path_default().dirname(name));
        for (const name of files)
            (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(name, 'r'));
        if (program === null)
            return;
        assertExecutable(program, user);
        if (isScript(program))
            assertExecutable(process.execPath, user);
    });
}
function claudeIfAny() {
    try {
        return (0,find_claude/* findClaude */.E)(process.env.PATH).path;
    }
    catch {
        return null;
    }
}
function assertExecutable(program, { uid, gid }) {
    const stats = (0,external_node_fs_.statSync)(program);
    const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
    if ((stats.mode & bit) === 0)
        throw new Error('not executable');
}
function isScript(program) {
    const start = Buffer.alloc(2);
    const fd = (0,external_node_fs_.openSync)(program, 'r');
    try {
        (0,external_node_fs_.readSync)(fd, start);
        return start.toString() === '#!';
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
async function handOver({ uid, gid }, args) {
    const setpriv = SETPRIV.find(program => (0,external_node_fs_.existsSync)(program));
    if (setpriv === undefined || !(0,access/* hasOverride */.z)('CapPrm'))
        return null;
    const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
    const user = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
    if ((0,external_node_child_process_.spawnSync)(setpriv, [...user, ...rights, '/bin/true'], { stdio: 'ignore' }).status !== 0)
        return null;
    const program = [process.execPath, process.argv[1] ?? '', ...args];
    const child = (0,external_node_child_process_.spawn)(setpriv, [...user, ...rights, ...program], { stdio: 'inherit' });
    for (const name of SIGNALS)
        process.on(name, () => child.kill(name));
    return new Promise((resolve, reject) => {
        child.once('exit', code => {
            resolve(code ?? 1);
        });
        child.once('error', reject);
    });
}


/***/ })

};
;
"use strict";
exports.id = 469;
exports.ids = [469];
exports.modules = {

/***/ 5469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clearWithoutFile: () => (/* binding */ clearWithoutFile)
/* harmony export */ });
/* harmony import */ var _core_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6343);
/* harmony import */ var _core_locks_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9642);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9186);
/* harmony import */ var _core_recovery_abandoned_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5029);
/* harmony import */ var _core_system_rights_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4650);





async function clearWithoutFile(file, waitSeconds, context) {
    const { signals, loadToolkit } = context;
    const patience = { deadline: _core_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .Deadline */ .B.after(waitSeconds), cancel: signals.cancel };
    try {
        const clear = ({ folder }) => {
            (0,_core_recovery_abandoned_run_js__WEBPACK_IMPORTED_MODULE_3__/* .clearLeftBehind */ .D)(folder);
            return Promise.resolve();
        };
        await (0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_4__/* .withRightsOf */ .tl)((0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerToActFor */ .wA)(file.real), () => (0,_core_locks_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .whileLocked */ .a)(file, patience, clear));
        return true;
    }
    catch (error) {
        if (!(error instanceof _core_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .RefreshError */ .M4))
            throw error;
        const toolkit = await loadToolkit();
        toolkit.warning(`${file.real}.clr was not cleared away: ${error.message}`, { title: 'Credentials left behind' });
        return false;
    }
}


/***/ })

};
;
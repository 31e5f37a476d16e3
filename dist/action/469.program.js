"use strict";
exports.id = 469;
exports.ids = [469];
exports.modules = {

/***/ 5469:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clearWithoutFile: function() { return /* binding */ clearWithoutFile; }
/* harmony export */ });
/* harmony import */ var _core_locks_locks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1700);
/* harmony import */ var _core_recovery_abandoned_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7448);
/* harmony import */ var _core_system_rights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4650);



function clearWithoutFile(file, patience) {
    return (0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .withRightsOf */ .tl)((0,_core_system_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerToActFor */ .wA)(file.real), () => (0,_core_locks_locks_js__WEBPACK_IMPORTED_MODULE_0__/* .whileLocked */ .ai)(file, patience, ({ folder }) => {
        (0,_core_recovery_abandoned_run_js__WEBPACK_IMPORTED_MODULE_1__/* .clearLeftBehind */ .DA)(folder);
        return Promise.resolve();
    }));
}


/***/ })

};
;
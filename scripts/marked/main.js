'use strict';

// `electron scripts/marked [arguments]` starts the app in the folder SIDETONE_MARKED, and appends the moments of its
// start to the file SIDETONE_MARKS: one line of JSON for each, with the milliseconds since the process was created.

const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const { PassThrough } = require('node:stream');
const { app, session } = require('electron');
const { startApp } = require('../driven/start-app.js');

const { SIDETONE_MARKED: root = '', SIDETONE_MARKS: file = '' } = process.env;
const createdAt = process.getCreationTime() ?? 0;
/** @type {Set<string>} */
const marked = new Set();

/**
 * Records the first time of each moment.
 *
 * @param {string} moment
 */
function mark(moment) {
  if (marked.has(moment)) return;
  marked.add(moment);
  appendFileSync(file, `${JSON.stringify({ moment, ms: Date.now() - createdAt })}\n`);
}

function markLoading() {
  const load = Reflect.get(Module, '_load');
  /** @param {[string, ...unknown[]]} parameters */
  const loadAndMark = (...parameters) => {
    const loaded = Reflect.apply(load, Module, parameters);
    if (/\bcore-[^/]*\.js$/.test(parameters[0])) mark('core loaded');
    return loaded;
  };
  Reflect.set(Module, '_load', loadAndMark);
}

function markServing() {
  const { protocol } = session.defaultSession;
  const register = protocol.registerStreamProtocol.bind(protocol);
  protocol.registerStreamProtocol = (scheme, handler) =>
    register(scheme, (request, callback) => {
      mark('page requested');
      handler(request, (response) => {
        mark('head sent');
        const { data } = /** @type {Electron.ProtocolResponse} */ (response);
        if (data instanceof PassThrough) data.once('finish', () => mark('content drawn'));
        callback(response);
      });
    });
}

mark('main script started');
markLoading();
app.once('browser-window-created', (_event, window) => {
  mark('window created');
  window.webContents.once('dom-ready', () => mark('page loaded'));
});
void app.whenReady().then(() => {
  mark('app ready');
  markServing();
});
startApp(root);

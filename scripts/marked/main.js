'use strict';

// `electron scripts/marked [arguments]` starts the app in the folder SIDETONE_MARKED, and appends the moments of its
// start to the file SIDETONE_MARKS: one line of JSON for each, with the milliseconds since SIDETONE_MARKED_SINCE.

const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const { PassThrough } = require('node:stream');
const { app, ipcMain, session } = require('electron');
const { startApp } = require('../driven/start-app.js');

const { SIDETONE_MARKED: root = '', SIDETONE_MARKS: file = '' } = process.env;
const startedAt = Number(process.env.SIDETONE_MARKED_SINCE);
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
  appendFileSync(file, `${JSON.stringify({ moment, ms: Date.now() - startedAt })}\n`);
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

function markFirstFrame() {
  const handle = ipcMain.handle.bind(ipcMain);
  ipcMain.handle = (channel, listener) => {
    handle(channel, (event, ...parameters) => {
      if (channel === 'window:report-painted') mark('first frame reported');
      return listener(event, ...parameters);
    });
  };
  // The empty app's message.
  ipcMain.once('painted', () => mark('first frame reported'));
}

/** Resolves when the page accepts input, which takes all of its scripts. */
const WHEN_USABLE = `new Promise((resolve) => {
  const root = document.getElementById('root') ?? document.body;
  const check = () => {
    if (!root.inert) resolve();
  };
  new MutationObserver(check).observe(root, { attributes: true });
  check();
})`;

mark('main script started');
markLoading();
markFirstFrame();
app.once('browser-window-created', (_event, { webContents }) => {
  mark('window created');
  webContents.once('dom-ready', () => {
    mark('page loaded');
    void webContents.executeJavaScript(WHEN_USABLE).then(() => mark('page usable'));
  });
});
void app.whenReady().then(() => {
  mark('app ready');
  markServing();
});
startApp(root);

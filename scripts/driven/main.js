'use strict';

// `electron scripts/driven [arguments]` starts the app like `electron .`, but it becomes ready only after
// Playwright has attached. A window created while Playwright attaches may never respond to it, which
// happened about once in several hundred starts on a busy computer.

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { app } = require('electron');

/** Delays the app's `ready` event; returns a function that releases it. */
function holdReady() {
  const wasReady = app.whenReady();
  const emit = app.emit.bind(app);
  /** @type {unknown[]} */
  let readyArguments = [];
  let isReady = false;
  let release = () => {};
  /** @type {Promise<void>} */
  const released = new Promise((resolve) => (release = resolve));
  app.emit = (event, ...parameters) => {
    if (event !== 'ready') return emit(event, ...parameters);
    readyArguments = parameters;
    return app.listenerCount('ready') > 0;
  };
  app.isReady = () => isReady;
  app.whenReady = () => released;
  return async () => {
    await wasReady;
    isReady = true;
    release();
    emit('ready', ...readyArguments);
  };
}

/**
 * What Electron does with the folder it starts.
 *
 * @param {string} root
 */
function start(root) {
  const { name, productName, version } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setDesktopName(`${app.getName()}.desktop`);
  app.setAppPath(root);
  // Runs a module as the main one. Not in the type declarations.
  Reflect.get(Module, '_load').call(Module, root, null, true);
}

// Playwright calls this function after it has attached.
Reflect.set(globalThis, '__playwright_run', holdReady());
start(join(__dirname, '..', '..'));

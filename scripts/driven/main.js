'use strict';

// `electron scripts/driven [arguments]` starts the app like `electron .`, but it becomes ready only after
// Playwright has attached. A window created while Playwright attaches may never respond to it, which
// happened about once in several hundred starts on a busy computer.

const { join } = require('node:path');
const { app } = require('electron');
const { startApp } = require('./start-app.js');

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

// Playwright calls this function after it has attached.
Reflect.set(globalThis, '__playwright_run', holdReady());
startApp(join(__dirname, '..', '..'));

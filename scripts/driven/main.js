'use strict';

// `electron scripts/driven [arguments]` starts the app as `electron .` does, but it gets ready only when
// Playwright, which attaches to it, says so. A window that is made while Playwright attaches may never
// answer it: that happened once in some hundreds of starts of a busy computer.

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { app } = require('electron');

/** Holds the app's `ready` back; the answer lets it happen. */
function holdReady() {
  const wasReady = app.whenReady();
  const emit = app.emit.bind(app);
  let readyArguments = [];
  let isReady = false;
  let release;
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

/** What Electron itself does with the folder that it is to start. */
function start(root) {
  const { name, productName, version } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setDesktopName(`${app.getName()}.desktop`);
  app.setAppPath(root);
  Module._load(root, null, true);
}

// Playwright calls it by this name, as soon as it has attached.
globalThis.__playwright_run = holdReady();
start(join(__dirname, '..', '..'));

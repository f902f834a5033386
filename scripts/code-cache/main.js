'use strict';

// `electron scripts/code-cache [arguments]` starts the app and records the bytecode of every script that its main
// process has loaded. V8 compiles most functions only when they are called, so the app first runs for a
// while. main/app/code-cache.ts uses the record.

const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');
const { app } = require('electron');
const { startApp } = require('../driven/start-app.js');

/** By then the demo has connected to its services and shows a call. */
const RUN_MS = 3_000;

const root = join(__dirname, '..', '..');
const folder = join(root, 'out', 'main');
/** It is compiled before it can use the record. */
const ENTRY = join(folder, 'index.js');
/** @type {Map<string, Script>} */
const scripts = new Map();

const compile = require.extensions['.js'];
require.extensions['.js'] = (module, file) => {
  if (dirname(file) !== folder || file === ENTRY) return compile(module, file);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file });
  scripts.set(basename(file), script);
  const parameters = [module.exports, Module.createRequire(file), module, file, folder];
  return Reflect.apply(script.runInThisContext(), module.exports, parameters);
};

function record() {
  const { versions, platform, arch } = process;
  const cache = join(folder, 'code-cache', `${versions.v8}-${platform}-${arch}`);
  try {
    mkdirSync(cache, { recursive: true });
    for (const [name, script] of scripts) {
      writeFileSync(join(cache, `${name}.bin`), script.createCachedData());
    }
    app.exit(0);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

app.once('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => setTimeout(record, RUN_MS));
});
startApp(root);

'use strict';

// The default app of the runtime from the npm registry: the part of Electron's default app that Sidetone
// needs, `electron [--flags] FOLDER [arguments]`.

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { app } = require('electron');

/** @param {string} folder */
function start(folder) {
  const root = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Apps use this to distinguish a run from source from an installed app.
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(root);
  // Runs a module as the main one. Not in the type declarations.
  Reflect.get(Module, '_load').call(Module, root, null, true);
}

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
try {
  if (folder === undefined) throw new Error('Usage: electron [options] FOLDER [arguments]');
  start(folder);
} catch (error) {
  console.error(error);
  process.exit(1);
}

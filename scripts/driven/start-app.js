'use strict';

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { app } = require('electron');

/**
 * What Electron does with the folder it starts.
 *
 * @param {string} root
 */
function startApp(root) {
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

module.exports = { startApp };

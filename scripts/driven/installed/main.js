'use strict';

// `electron scripts/driven/installed [arguments]` starts the app as `../main.js` does, but makes it behave
// like an installed app: without a profile it shows the first screen instead of the demo. It switches after
// the command line has been read, because an installed app refuses the flags that Playwright adds.

const { app } = require('electron');

require('../main.js');
Object.defineProperty(app, 'isPackaged', { value: true });

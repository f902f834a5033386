'use strict';

// `electron scripts/driven/installed [arguments]` starts the app as `../main.js` does, but it goes on as
// an installed one: without a profile it shows the first screen instead of the demo. It becomes one when
// the command line has been read, since an installed app refuses what Playwright drives it with.

const { app } = require('electron');

require('../main.js');
Object.defineProperty(app, 'isPackaged', { value: true });

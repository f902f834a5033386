import { File } from 'node:buffer';

// undici looks for the global File while it loads, and Node 18 (Electron 25) has it in node:buffer only.
if (!('File' in globalThis)) Object.assign(globalThis, { File });

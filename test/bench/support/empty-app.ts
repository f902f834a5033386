import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasGraphics } from '../../../main/app/graphics';

const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>Empty</title><body></body>';

/** The cheapest clock: one text node in a box of fixed size. */
const CLOCK_PAGE = `<!doctype html><meta charset="utf-8"><title>Clock</title>
<style>span { display: block; contain: strict; width: 6ch; height: 1lh }</style>
<body><span>10000</span>
<script>
const text = document.querySelector('span').firstChild;
setInterval(() => { text.data = String(Number(text.data) + 1) }, 1000);
</script></body>`;

const ELECTRON = "const { app, BrowserWindow, ipcMain } = require('electron');\n";
/** Sidetone does this on computers without a graphics card, so the empty app must do it too. */
const IN_SOFTWARE = 'app.disableHardwareAcceleration();\n';

/** A window of Sidetone's size, shown in the same way. */
const MAIN = `ipcMain.once('painted', () => {
  const mark = { t: new Date().toISOString(), kind: 'window', event: 'ready' };
  process.stdout.write(JSON.stringify(mark) + '\\n');
});
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 380,
    height: 640,
    useContentSize: true,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, preload: __dirname + '/preload.js' },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;

/** Reports the first frame as Sidetone does (preload/report-first-frame.ts). */
const PRELOAD = `const { ipcRenderer } = require('electron');
document.addEventListener(
  'readystatechange',
  () => requestAnimationFrame(() => ipcRenderer.send('painted')),
  { once: true },
);
`;

/** Writes the smallest app that shows a window. Returns its folder. */
export function writeEmptyApp(folder: string): Promise<string> {
  return writeApp(folder, 'empty-app', EMPTY_PAGE);
}

/** Writes an app that shows only a number that changes once a second. Returns its folder. */
export function writeClockApp(folder: string): Promise<string> {
  return writeApp(folder, 'clock-app', CLOCK_PAGE);
}

async function writeApp(folder: string, name: string, page: string): Promise<string> {
  const root = join(folder, name);
  await mkdir(root, { recursive: true });
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', main: 'main.js' }),
  );
  await writeFile(join(root, 'index.html'), page);
  await writeFile(join(root, 'preload.js'), PRELOAD);
  const drawing = hasGraphics(process.platform) ? '' : IN_SOFTWARE;
  await writeFile(join(root, 'main.js'), `${ELECTRON}${drawing}${MAIN}`);
  return root;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = JSON.stringify({ name: 'empty-app', version: '1.0.0', main: 'main.js' });

const PAGE = '<!doctype html><meta charset="utf-8"><title>Empty</title><body></body>';

/** A window as large as Sidetone's, shown in the same way, that marks its first frame as Sidetone does. */
const MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 380,
    height: 640,
    useContentSize: true,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadFile('index.html');
  await window.webContents.executeJavaScript('new Promise((done) => requestAnimationFrame(done))');
  const mark = { t: new Date().toISOString(), kind: 'window', event: 'ready' };
  process.stdout.write(JSON.stringify(mark) + '\\n');
});
app.on('window-all-closed', () => app.quit());
`;

/** Writes the smallest app that shows a window; returns its folder. */
export async function writeEmptyApp(folder: string): Promise<string> {
  const root = join(folder, 'empty-app');
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'package.json'), MANIFEST);
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'main.js'), MAIN);
  return root;
}

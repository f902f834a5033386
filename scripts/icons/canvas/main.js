'use strict';

// Runs in Electron: draws SVG files on a canvas and saves PNG files. The last argument is a JSON file with
// a list of { svg, png, size, scale }: size in pixels, scale of the drawing within it.

const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { app, BrowserWindow } = require('electron');

/** Runs in the page. */
async function draw(source, size, scale) {
  const image = new Image();
  // With an explicit size, the drawing is rendered at that size instead of stretched.
  const sized = source.replace('<svg ', `<svg width="${size * scale}" height="${size * scale}" `);
  image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const margin = (size - size * scale) / 2;
  canvas.getContext('2d').drawImage(image, margin, margin, size * scale, size * scale);
  return canvas.toDataURL('image/png');
}

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  for (const { svg, png, size, scale } of JSON.parse(readFileSync(process.argv.at(-1), 'utf8'))) {
    const parameters = JSON.stringify([readFileSync(svg, 'utf8'), size, scale]);
    const url = await window.webContents.executeJavaScript(`(${draw})(...${parameters})`);
    mkdirSync(dirname(png), { recursive: true });
    writeFileSync(png, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }
}

main().then(
  () => app.exit(0),
  (error) => {
    console.error(error);
    app.exit(1);
  },
);

'use strict';

// Runs in Electron: draws SVG files on a canvas and saves PNG files. The last argument is a JSON file with
// a list of { svg, png, size, scale, isTemplate }: size in pixels, scale of the drawing within it; a template
// is black wherever the drawing has a color.

const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { app, BrowserWindow } = require('electron');

/**
 * Runs in the page.
 *
 * @param {string} source
 * @param {number} size
 * @param {number} scale
 */
async function draw(source, size, scale) {
  const image = new Image();
  // With an explicit size, the drawing is rendered at that size instead of stretched.
  const sized = source.replace('<svg ', `<svg width="${size * scale}" height="${size * scale}" `);
  image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const margin = (size - size * scale) / 2;
  canvas.getContext('2d')?.drawImage(image, margin, margin, size * scale, size * scale);
  return canvas.toDataURL('image/png');
}

/**
 * Makes a drawing black, except for the black and white of masks.
 *
 * @param {string} drawing
 */
function blacken(drawing) {
  return drawing.replace(/#(?!000000|ffffff)[0-9a-f]{6}/g, '#000000');
}

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  const list = JSON.parse(readFileSync(process.argv.at(-1) ?? '', 'utf8'));
  for (const { svg, png, size, scale, isTemplate } of list) {
    const drawing = readFileSync(svg, 'utf8');
    const source = isTemplate ? blacken(drawing) : drawing;
    const parameters = JSON.stringify([source, size, scale]);
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

/**
 * Combines PNG images into a Windows icon file: a header of 6 bytes, a directory entry of 16 bytes per
 * image, and the images.
 *
 * @param {{ size: number, png: Buffer }[]} images size in pixels, at most 256
 */
export function encodeIco(images) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(images.length, 4);
  let offset = header.length + images.length * 16;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size % 256, 0); // 256 is written as 0
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4); // color planes
    entry.writeUInt16LE(32, 6); // bits per pixel
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

/**
 * Combines PNG images into a macOS icon file: blocks of a four-letter type, the block's length in four
 * bytes, and the image.
 *
 * @param {{ type: string, png: Buffer }[]} images
 */
export function encodeIcns(images) {
  /**
   * @param {string} type
   * @param {Buffer} content
   */
  const block = (type, content) => {
    const header = Buffer.alloc(8);
    header.write(type, 'latin1');
    header.writeUInt32BE(header.length + content.length, 4);
    return Buffer.concat([header, content]);
  };
  return block('icns', Buffer.concat(images.map(({ type, png }) => block(type, png))));
}

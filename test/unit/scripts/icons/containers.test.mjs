import { expect, it } from 'vitest';
import { encodeIcns, encodeIco } from '../../../../scripts/icons/containers.mjs';

it('writes a Windows icon with a directory of its images', () => {
  const images = [
    { size: 16, png: Buffer.from('small') },
    { size: 256, png: Buffer.from('large image') },
  ];
  const ico = encodeIco(images);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
  const read = (entry) => {
    const length = ico.readUInt32LE(entry + 8);
    const offset = ico.readUInt32LE(entry + 12);
    return [ico.readUInt8(entry), ico.subarray(offset, offset + length).toString()];
  };
  expect(read(6)).toEqual([16, 'small']);
  expect(read(22)).toEqual([0, 'large image']);
});

it('writes a macOS icon of blocks with their lengths', () => {
  const icns = encodeIcns([{ type: 'ic07', png: Buffer.from('image') }]);
  expect(icns.toString('latin1')).toBe('icns\0\0\0\x15ic07\0\0\0\x0dimage');
});

import { describe, expect, it } from 'vitest';
import { wrongFuses } from '../../../../scripts/package/fuses.mjs';
import { checkSettings, planPackages } from '../../../../scripts/package/plan.mjs';
import { distributionSources } from '../../../../scripts/package/verify-deb.mjs';

const official = { isOfficial: true, version: '45.4.1' };
const other = { isOfficial: false, version: '25.1.1' };
const options = { isDebOnly: false, environment: {}, platform: /** @type {const} */ ('linux') };

describe('planPackages', () => {
  it('makes packages for users only from the official Electron', () => {
    expect(planPackages(official, options)).toMatchObject({ output: 'release', targets: [] });
    expect(planPackages(other, options).output).toBe('release/check-electron-25.1.1');
  });

  it('skips targets that need a download, with the reason', () => {
    const plan = planPackages(other, options);
    expect(plan.targets).toEqual(['deb', 'tar.gz']);
    expect(plan.leftOut).toEqual([expect.stringContaining('AppImage')]);
    const tools = { ...options, environment: { APPIMAGE_TOOLS_PATH: '/tools' } };
    expect(planPackages(other, tools)).toMatchObject({
      targets: ['deb', 'tar.gz', 'AppImage'],
      leftOut: [],
    });
  });

  it('builds only the deb to verify it', () => {
    expect(planPackages(other, { ...options, isDebOnly: true }).targets).toEqual(['deb']);
  });
});

it('marks the files of a check in their names', () => {
  const settings = checkSettings({
    base: '/b.yml',
    version: '25.1.1',
    runtime: '/r',
    output: '/o',
  });
  expect(settings.artifactName).toContain('-check-');
  expect(settings.extends).toEqual(['/b.yml']);
});

describe('wrongFuses', () => {
  const wire = (states) => Object.fromEntries([...states].map((it, at) => [at, it.charCodeAt(0)]));

  it('accepts correct fuses, even if the newest fuse is missing', () => {
    expect(wrongFuses(wire('00001100'))).toEqual([]);
    expect(wrongFuses(wire('0000110'))).toEqual([]);
  });

  it('names each fuse that is wrong or was removed', () => {
    expect(wrongFuses(wire('10001r0'))).toEqual(['runAsNode', 'onlyLoadAppFromAsar']);
  });
});

it('uses only the distribution’s own sources', () => {
  const targets = [
    'Debian deb http://deb.example/debian/ bookworm main',
    'Debian deb http://deb.example/debian/ bookworm main',
    'Docker deb https://download.example/ bookworm stable',
    'Debian deb http://deb.example/debian-security/ bookworm-security main',
  ];
  expect(distributionSources(targets.join('\n'))).toEqual([
    'deb http://deb.example/debian/ bookworm main',
    'deb http://deb.example/debian-security/ bookworm-security main',
  ]);
});

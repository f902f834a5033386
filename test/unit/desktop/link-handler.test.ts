import { describe, expect, it } from 'vitest';
import { createLinkHandler } from '../../../main/desktop/link-handler';

const PROGRAM = 'C:\\Program Files\\Sidetone\\Sidetone.exe';

/** A system that opens each scheme with one command. */
function createSystem({ isPackaged = true, refused = [] as readonly string[] } = {}) {
  const commands = new Map<string, string>();
  const commandOf = (program?: string, args: string[] = []) => [program, ...args, '%1'].join(' ');
  return {
    commands,
    app: {
      isPackaged,
      isDefaultProtocolClient: (scheme: string, program?: string, args?: string[]) =>
        commands.get(scheme) === commandOf(program, args),
      setAsDefaultProtocolClient: (scheme: string, program?: string, args?: string[]) => {
        if (refused.includes(scheme)) return false;
        commands.set(scheme, commandOf(program, args));
        return true;
      },
      removeAsDefaultProtocolClient: (scheme: string, program?: string, args?: string[]) =>
        commands.get(scheme) !== commandOf(program, args) || commands.delete(scheme),
    },
  };
}

describe('telephone links', () => {
  it('are opened with the app while that is on, and never parsed as flags', () => {
    const { app, commands } = createSystem();
    const handler = createLinkHandler('win32', app, PROGRAM)!;
    expect(handler.isOn()).toBe(false);
    expect(handler.set(true)).toEqual({ ok: true, value: null });
    expect(handler.isOn()).toBe(true);
    expect([...commands.keys()]).toEqual(['tel', 'callto', 'sip', 'sips', 'sidetone']);
    expect(commands.get('tel')).toBe(`${PROGRAM} -- %1`);
    expect(handler.set(false)).toEqual({ ok: true, value: null });
    expect(commands.size).toBe(0);
  });

  it('registered by another app stay there when it is turned off', () => {
    const { app, commands } = createSystem();
    commands.set('tel', 'other.exe %1');
    const handler = createLinkHandler('win32', app, PROGRAM)!;
    expect(handler.isOn()).toBe(false);
    handler.set(false);
    expect(commands.get('tel')).toBe('other.exe %1');
  });

  it('report it if the system refuses', () => {
    const { app } = createSystem({ refused: ['tel'] });
    const handler = createLinkHandler('darwin', app, PROGRAM)!;
    expect(handler.set(true)).toMatchObject({ ok: false, error: { code: 'not-saved' } });
    expect(handler.isOn()).toBe(false);
  });

  it('cannot be registered on Linux, nor in a run from source', () => {
    expect(createLinkHandler('linux', createSystem().app, PROGRAM)).toBeUndefined();
    const { app } = createSystem({ isPackaged: false });
    expect(createLinkHandler('win32', app, PROGRAM)).toBeUndefined();
  });
});

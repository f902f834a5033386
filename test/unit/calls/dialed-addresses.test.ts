import { describe, expect, it } from 'vitest';
import { settle, setUpService } from '../../support/service-harness';
import { telephoneCall } from '../../support/calls';

const PASTED = '\u202a+1 (212) 555-0142\u202c';

describe('a typed or pasted address', () => {
  it.each(['add-participant', 'transfer', 'consult-conference', 'consult-transfer'] as const)(
    'is sent with %s as intended',
    async (kind) => {
      const app = setUpService();
      app.see({ actions: [kind] });
      app.service.perform({ kind, callId: 'genesys:a', address: PASTED });
      await settle();
      expect(app.sent).toEqual([{ kind, callId: 'genesys:a', address: '+12125550142' }]);
    },
  );

  it('that is ambiguous fails with the name of the field, and nothing is sent', async () => {
    const app = setUpService();
    app.see({ actions: ['transfer'] });
    const address = '212-555-0142 x12';
    app.service.perform({ kind: 'transfer', callId: 'genesys:a', address });
    app.service.dial(address);
    await settle();
    expect(app.sent).toEqual([]);
    expect(app.reported).toEqual(['transfer failed bad-input', 'dial failed bad-input']);
    for (const { error } of app.commands()) {
      expect(error?.detail).toMatch(/^address: expected a number without an extension/);
    }
  });

  it('is a network ID in a TalkSpace unless it is a complete number', async () => {
    const app = setUpService();
    const [callId, kind] = ['talkspace:r', 'add-participant'] as const;
    const room = { id: callId, line: 'talkspace' as const, actions: [kind] };
    app.store.apply({ kind: 'call-seen', call: telephoneCall('r', room) });
    for (const address of ['e.t-a 1', PASTED]) app.service.perform({ kind, callId, address });
    await settle();
    expect(app.sent).toEqual([
      { kind, callId, address: 'e.t-a 1' },
      { kind, callId, address: '+12125550142' },
    ]);
  });
});

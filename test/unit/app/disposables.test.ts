import { expect, it } from 'vitest';
import { createDisposables } from '../../../main/app/disposables';

it('stops everything once, the last part first, even if one cannot be stopped', async () => {
  const errors: unknown[] = [];
  const stopped: string[] = [];
  const bug = new Error('a bug');
  const disposables = createDisposables((error) => errors.push(error));
  disposables.add(() => void stopped.push('first'));
  disposables.add(() => {
    throw bug;
  });
  disposables.add(() => Promise.reject(bug));
  disposables.add(async () => {
    await new Promise(setImmediate);
    stopped.push('last');
  });
  await disposables.disposeAll();
  expect(stopped).toEqual(['last', 'first']);
  expect(errors).toEqual([bug, bug]);
  await disposables.disposeAll();
  expect(stopped).toHaveLength(2);
});

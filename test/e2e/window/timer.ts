import { expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { showCall } from '../../support/telephone';
import { test } from './app';

interface TraceEvent {
  readonly name: string;
  readonly args?: { readonly beginData?: { readonly totalObjects?: number } };
}

test('a tick of the timer lays out nothing else', async ({ sidetone }) => {
  const { app } = sidetone;
  const { region: call } = await showCall(sidetone, { from: '17101' });
  const timer = call.getByRole('timer', { name: 'Call time', exact: true });
  await eventually(() => timer.innerText()).toBe('00:02');
  await app.electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ['devtools.timeline'],
      excluded_categories: ['*'],
    }),
  );
  const before = await timer.innerText();
  await eventually(() => timer.innerText()).not.toBe(before);
  const events = await app.electron.evaluate(async ({ contentTracing }) => {
    const { readFileSync, rmSync } = process.getBuiltinModule('node:fs');
    const file = await contentTracing.stopRecording();
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: unknown[] };
    rmSync(file);
    return traceEvents;
  });
  const sizes = (events as TraceEvent[])
    .filter(({ name, args }) => name === 'Layout' && args?.beginData !== undefined)
    .map(({ args }) => args?.beginData?.totalObjects ?? Infinity);
  // The timer's box and its text, out of hundreds of objects.
  expect(Math.min(...sizes)).toBeLessThanOrEqual(2);
});

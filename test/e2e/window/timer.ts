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

test('the timer includes the time that the computer slept', async ({ sidetone }) => {
  const { app, page } = sidetone;
  const { region: call } = await showCall(sidetone, { from: '17102' });
  const timer = call.getByRole('timer', { name: 'Call time', exact: true });
  // As after sleep on Linux and macOS, where only the time of day goes on.
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await eventually(() => timer.innerText()).toMatch(/^1:00:\d\d$/);
  await page.reload();
  await call.waitFor();
});

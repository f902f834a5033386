import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Label, Names, Sentence } from '../../../../renderer/ui/Name';
import { draw } from '../draw';
import { command, participant, snapshotOf, telephoneCall } from '../fixtures';

const DANA = '\u05d3\u05e0\u05d4';

describe('a name within a text', () => {
  it('is isolated, as is each of several names', () => {
    expect(renderToStaticMarkup(<Sentence text="Remove {name}?" values={{ name: DANA }} />)).toBe(
      `Remove <bdi>${DANA}</bdi>?`,
    );
    expect(renderToStaticMarkup(<Names list={{ names: [DANA, '15002'], more: 3 }} />)).toBe(
      `<bdi>${DANA}</bdi>, <bdi>15002</bdi> and 3 more`,
    );
    expect(renderToStaticMarkup(<Label text={`Call ${DANA}!`} name={DANA} />)).toBe(
      `Call <bdi>${DANA}</bdi>!`,
    );
  });

  it('replaces no other placeholder', () => {
    const sentence = <Sentence text="{name} and {other}" values={{ name: '{other}' }} />;
    expect(renderToStaticMarkup(sentence)).toBe('<bdi>{other}</bdi> and <bdi>{other}</bdi>');
    expect(renderToStaticMarkup(<Label text="Dial a number" name={undefined} />)).toBe(
      'Dial a number',
    );
  });
});

describe('the window', () => {
  const person = participant({ name: DANA, number: '15002', actions: ['remove'] });
  const call = telephoneCall({
    participants: [person],
    attachedData: [{ key: DANA, value: DANA, isText: true }],
  });
  const markup = draw(
    snapshotOf([call], {
      commands: [command({ outcome: 'failed', target: `\u2068${DANA}\u2069` })],
    }),
  );

  it('isolates all displayed names, numbers and data', () => {
    const visible = markup.replace(/<[^>]*>/g, (tag) => (/^<\/?bdi>$/.test(tag) ? tag : ''));
    const isolated = visible.match(new RegExp(`(<bdi>|\u2068)${DANA}(</bdi>|\u2069)`, 'g')) ?? [];
    expect(isolated.length).toBeGreaterThanOrEqual(5);
    expect(visible.split(DANA)).toHaveLength(isolated.length + 1);
    expect(markup).toContain('<bdi>15002</bdi>');
  });

  it('uses plain names for its buttons', () => {
    expect(markup).toContain(`aria-label="Remove ${DANA}"`);
  });
});

import { describe, expect, it } from 'vitest';
import { checkAnswer, findViolations, TWILIO_OPERATIONS } from '../support/twilio-document';

const ACCOUNT = `/2010-04-01/Accounts/AC${'a'.repeat(32)}`;
const CONFERENCE = `CF${'b'.repeat(32)}`;

describe("the vendor's document", () => {
  /** The price of a call's recording is a number in the schema but a string in the examples. */
  const consistent = TWILIO_OPERATIONS.filter(
    ({ operationId, examples }) => examples.length > 0 && !operationId.endsWith('CallRecording'),
  );

  it.each(consistent)('accepts its own examples of $operationId', ({ operationId, examples }) => {
    for (const { status, body } of examples) {
      expect(checkAnswer(operationId, status, status === 204 ? undefined : body)).toEqual([]);
    }
  });

  it('rejects an unknown field, value or path', () => {
    const exchange = {
      method: 'POST',
      path: `${ACCOUNT}/Conferences/${CONFERENCE}.json`,
      query: {},
      form: { Status: 'completed' },
      status: 200,
      body: { sid: CONFERENCE, status: 'completed' },
    };
    expect(findViolations(exchange)).toEqual([]);
    expect(findViolations({ ...exchange, form: { State: 'completed' } })).toHaveLength(1);
    expect(findViolations({ ...exchange, form: { Status: 'over' } })).toHaveLength(1);
    expect(findViolations({ ...exchange, body: { sid: 'CF1' } })).not.toEqual([]);
    expect(findViolations({ ...exchange, body: { id: CONFERENCE } })).toHaveLength(1);
    expect(findViolations({ ...exchange, path: `${ACCOUNT}/Rooms.json` })).toHaveLength(1);
    expect(findViolations({ ...exchange, status: 202 })).toHaveLength(1);
  });
});

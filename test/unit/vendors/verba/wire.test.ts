import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../../main/vendors/verba/wire';
import { createItemReader } from '../../../../main/vendors/shared/read-items';
import { readFixture } from '../../../support/fixture';
import { createMemoryLogger } from '../../../support/memory-logger';

const readItems = createItemReader(createMemoryLogger());

function parse(name: string) {
  return parseAnswer(readFixture(`verba/${name}.xml`), readItems);
}

describe('parseAnswer', () => {
  it.each(['call-id', 'deleted'])('reads the success of %s', (name) => {
    expect(parse(name)).toEqual({ code: 0, message: '', token: '', records: [] });
  });

  it.each([
    ['not-found', 'Unable to retrieve the call identifier, because the call cannot be found.'],
    ['not-found-older', 'Call cannot be found.'],
  ])('reads the error of %s', (name, message) => {
    expect(parse(name)).toMatchObject({ code: 2, message });
  });

  it('reads the token, an attribute of Response', () => {
    expect(parse('token')?.token).toBe('09835e02-6c10-11e0-bb22-ba324924019b');
  });

  it('reads a record inside Response, names with their entities', () => {
    const record = parse('call-finished')?.records[0];
    expect(record).toMatchObject({
      '@state': '1',
      source_name: 'AT&T <desk>',
      destination_name: '',
      source_caller_id: '15002',
    });
  });

  it.each([
    ['Ren&#233;e', 'Renée'],
    ['O&#x2019;Neil &amp; Co', 'O’Neil & Co'],
    ['&amp;#233; &#38;lt;', '&#233; &lt;'],
    ['<![CDATA[Ren&#233;e & Co]]>', 'Ren&#233;e & Co'],
  ])('decodes %s once', (written, name) => {
    const record = `<verbacdr><source_name>${written}</source_name></verbacdr>`;
    const answer = parseAnswer(
      `<VerbaApi><Response code="0">${record}</Response></VerbaApi>`,
      readItems,
    );
    expect(answer?.records[0]?.source_name).toBe(name);
  });

  it('reads a record beside Response, and records in a list', () => {
    expect(parse('call-ongoing-beside')?.records).toHaveLength(1);
    expect(parse('calls')?.records.map(({ ccdr_id }) => ccdr_id)).toEqual(['one', 'two']);
  });

  it.each([
    ['HTML', '<!DOCTYPE html><html><body><p>DeleteCall OK</p></body></html>'],
    ['HTML without a type', '<html><body>OK</body></html>'],
    ['text', 'DeleteCall OK'],
    ['nothing', ''],
    ['JSON', '{"code":0}'],
    ['no code', '<VerbaApi><Response type="DeleteCall"/></VerbaApi>'],
    ['a code that is none', '<VerbaApi><Response code="ok"/></VerbaApi>'],
    ['no response', '<VerbaApi></VerbaApi>'],
    ['half an answer', '<VerbaApi><Response code="0"><verbacdr state="0"><ccdr_id>one'],
    [
      'custom entities',
      '<!DOCTYPE x [<!ENTITY a "b">]><VerbaApi><Response code="0" type="&a;"/></VerbaApi>',
    ],
    [
      'unclosed tags',
      `<VerbaApi><Response code="0">${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Response></VerbaApi>`,
    ],
  ])('does not accept %s as an answer', (_name, text) => {
    expect(parseAnswer(text, readItems)).toBeUndefined();
  });

  it('skips and logs an unreadable record, and reads the others', () => {
    const logger = createMemoryLogger();
    const records = ['one', '&#233;'.repeat(300), 'two'].map(
      (id) => `<verbacdr><ccdr_id>${id}</ccdr_id></verbacdr>`,
    );
    const text = `<VerbaApi><Response code="0">${records.join('')}</Response></VerbaApi>`;
    const answer = parseAnswer(text, createItemReader(logger));
    expect(answer?.records.map(({ ccdr_id }) => ccdr_id)).toEqual(['one', 'two']);
    expect(logger.text()).toContain('ccdr_id');
  });

  it('does not let names of tags and attributes access object properties', () => {
    const text =
      '<VerbaApi><Response code="0" __proto__="x"><__proto__><polluted>1</polluted></__proto__></Response></VerbaApi>';
    parseAnswer(text, readItems);
    expect('polluted' in {}).toBe(false);
  });
});

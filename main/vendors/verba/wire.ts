import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { ReadItems } from '../shared/read-items';
import { toWireText, wireId } from '../shared/wire-text';

/**
 * Verba's XML (doc:GetCallID and others): `VerbaApi` with a `Response` that has a `code`. The payload's
 * place differs by action: inside Response, next to it, or in an attribute of it.
 */

/**
 * A document type can define endless entities, and no Verba answer has one, so it is rejected before parsing.
 * Numeric references and the entities of XML and HTML remain, since names need them. None of them expands to
 * more than two characters.
 */
const DOCUMENT_TYPE = /<!DOCTYPE/i;

/** The parser accepts a truncated document, which could be half a record. */
const CLOSED_ROOT = /<\/VerbaApi\s*>\s*$/;

/** More records than a search returns. A longer answer is rejected. */
const MAX_RECORDS = 5_000;

const contentSchema = z.union([z.string(), z.looseObject({ '#text': z.string().default('') })]);

/** The text of a tag, with or without attributes. Absent and empty are the same. The first of several counts. */
const tagSchema = z
  .union([contentSchema, z.tuple([contentSchema], z.unknown())])
  .optional()
  .transform((value) => {
    const first = Array.isArray(value) ? value[0] : value;
    return typeof first === 'object' ? first['#text'] : (first ?? '');
  });
const textSchema = tagSchema.transform(toWireText);
const idSchema = tagSchema.pipe(z.union([z.literal(''), wireId]));

/** A call's data record; older versions name the id `id`. An empty tag is parsed as text. */
const recordSchema = z.looseObject({
  '@state': z.string().optional(),
  ccdr_id: idSchema,
  id: idSchema,
  native_id: idSchema,
  platform_call_id: idSchema,
  meeting_id: idSchema,
  source_caller_id: textSchema,
  source_name: textSchema,
  destination_caller_id: textSchema,
  destination_name: textSchema,
  start_time: textSchema,
  end_time: textSchema,
  do_not_delete: textSchema,
});
export type WireRecord = z.infer<typeof recordSchema>;

/** The records, each parsed separately later. */
const recordsSchema = z
  .unknown()
  .optional()
  .transform((value): readonly unknown[] => [value ?? []].flat())
  .refine((records) => records.length <= MAX_RECORDS);

const payloadSchema = z.looseObject({
  verbacdr: recordsSchema,
  verbacdrlist: z
    .union([z.looseObject({ verbacdr: recordsSchema }), z.literal('')])
    .optional()
    .transform((value) => (typeof value === 'object' ? value.verbacdr : [])),
});

const documentSchema = z.looseObject({
  VerbaApi: payloadSchema.extend({
    Response: payloadSchema.extend({
      '@code': z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
      '@token': z.string().default(''),
      ErrorMessage: tagSchema,
    }),
  }),
});

/** The common part of all answers. */
export interface VerbaAnswer {
  /** 0 is success, 2 a processing error. Others are not documented. */
  readonly code: number;
  /** The text of an error; empty on success. */
  readonly message: string;
  /** The token of RequestToken; empty for any other action. */
  readonly token: string;
  readonly records: readonly WireRecord[];
}

/**
 * Parses an answer; undefined if it is not Verba's (HTML, plain text, broken XML). Records that cannot be
 * read are handled by `readItems`.
 */
export function parseAnswer(text: string, readItems: ReadItems): VerbaAnswer | undefined {
  const parsed = documentSchema.safeParse(parseXml(text));
  if (!parsed.success) return undefined;
  const { VerbaApi: beside } = parsed.data;
  const { Response: response } = beside;
  return {
    code: response['@code'],
    message: response.ErrorMessage,
    token: response['@token'],
    records: readItems(
      'recording',
      recordSchema,
      [response, beside].flatMap((place) => [...place.verbacdr, ...place.verbacdrlist]),
    ),
  };
}

function parseXml(text: string): unknown {
  if (DOCUMENT_TYPE.test(text) || !CLOSED_ROOT.test(text)) return undefined;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Without it the parser leaves numeric references as they are. Its replacement needs a decoder from another
    // package.
    // oxlint-disable-next-line typescript/no-deprecated
    htmlEntities: true,
  });
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
}

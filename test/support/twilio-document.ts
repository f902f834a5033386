import { OpenAPIValidator, type Document } from 'openapi-backend';
import { readFixture } from './fixture';

/** One request to Twilio and its answer. */
export interface TwilioExchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** The fields of the form. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly status: number;
  /** The parsed body; undefined if there is none. */
  readonly body: unknown;
}

export interface TwilioOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** The parameters of the query and the form, in the order of the document. */
  readonly parameters: readonly string[];
  /** The example bodies, by status. */
  readonly examples: readonly { readonly status: number; readonly body: unknown }[];
}

type Json = Readonly<Record<string, unknown>>;

const RFC_2822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A relative or absolute address, both `uri` in the document. */
const ADDRESS = /^(https?:\/)?\/\S+$/;
const FORMATS = [
  ['date-time-rfc-2822', RFC_2822],
  ['date', ISO_DAY],
  ['uri', ADDRESS],
  ['uri-map', true],
  ['twiml', true],
  ['phone-number', true],
  ['date-time', true],
  ['currency', /^[A-Z]{3}$/],
  ['http-method', /^(GET|POST)$/],
  ['endpoint', /^(\+\d+|(client|sip):\S+)$/],
] as const;
const METHODS = ['get', 'post', 'delete'] as const;

const DOCUMENT = JSON.parse(readFixture('twilio/voice.openapi.json')) as {
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: { readonly schemas: Json };
};
const SCHEMAS = DOCUMENT.components.schemas;

/** The operations in the vendor's document. */
export const TWILIO_OPERATIONS: readonly TwilioOperation[] = listOperations();

/** Validates requests against the vendor's document. Query and form values are converted to their types. */
const requests = createValidator({ coerceTypes: 'array' });
const answers = createValidator({});

/** How an exchange differs from the vendor's document. */
export function findViolations(exchange: TwilioExchange): readonly string[] {
  const { method, path, query, form, status, body } = exchange;
  const operation = requests.router.matchOperation({ method, path, headers: {} });
  if (operation?.operationId === undefined) return [`${method} ${path}: not in the document`];
  const { errors: inRequest } = requests.validateRequest(
    {
      method,
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      query: structuredClone(query),
      ...(method === 'POST' && { body: structuredClone(form) }),
    },
    operation.operationId,
  );
  return [...(inRequest ?? []), ...checkAnswer(operation.operationId, status, body)].map(
    ({ instancePath, message }) => `${method} ${path} ${status}: ${instancePath} ${message}`,
  );
}

interface Violation {
  readonly instancePath: string;
  readonly message?: string;
}

/** How an answer differs from the document, which does not describe errors. */
export function checkAnswer(
  operationId: string,
  status: number,
  body: unknown,
): readonly Violation[] {
  const operation = answers.router.getOperation(operationId);
  if (!(String(status) in (operation?.responses ?? {}))) {
    return [{ instancePath: '', message: 'this status is not in the document' }];
  }
  if (status === 204) {
    return body === undefined ? [] : [{ instancePath: '', message: 'has a body' }];
  }
  return answers.validateResponse(body, operationId, status).errors ?? [];
}

function createValidator(ajvOpts: { coerceTypes?: 'array' }): OpenAPIValidator {
  return new OpenAPIValidator({
    definition: { ...DOCUMENT, paths: prepare(DOCUMENT.paths), components: {} } as Document,
    ajvOpts: { ...ajvOpts, strict: false, allErrors: true },
    lazyCompileValidators: true,
    customizeAjv: (ajv) => {
      for (const [name, format] of FORMATS) ajv.addFormat(name, format);
      return ajv;
    },
  });
}

/**
 * The document for the validator: references are resolved, and objects allow no additional fields, so that
 * an invented field is found. A field without a type can be anything, including null. The reason for the end
 * of an active conference is null, as in the document's own examples.
 */
function prepare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prepare);
  if (typeof value !== 'object' || value === null) return value;
  const given: Json = { ...value };
  if (typeof given.$ref === 'string') return prepare(resolve(given.$ref));
  const { nullable, ...rest }: Json = Object.fromEntries(
    Object.entries(given).map(([key, inner]) => [
      key,
      key === 'reason_conference_ended'
        ? { anyOf: [prepare(inner), { enum: [null] }] }
        : prepare(inner),
    ]),
  );
  if (typeof rest.type !== 'string') return rest;
  return {
    ...rest,
    ...(nullable === true && { nullable }),
    ...(rest.type === 'object' && 'properties' in rest && { additionalProperties: false }),
  };
}

/** The schema that `#/components/schemas/NAME` refers to. */
function resolve(reference: string): unknown {
  return SCHEMAS[reference.replace('#/components/schemas/', '')];
}

function listOperations(): TwilioOperation[] {
  return Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [toOperation(method, path, operation as Described)];
    }),
  );
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly properties: Json } }>>;
  };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly content?: Readonly<
          Record<string, { readonly examples?: Readonly<Record<string, { value: unknown }>> }>
        >;
      }
    >
  >;
}

function toOperation(method: string, path: string, described: Described): TwilioOperation {
  const { operationId, parameters = [], requestBody, responses } = described;
  const form = Object.values(requestBody?.content ?? {})[0]?.schema.properties ?? {};
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: [
      ...parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      ...Object.keys(form),
    ],
    examples: Object.entries(responses).flatMap(([status, { content }]) =>
      Object.values(content ?? {}).flatMap(({ examples }) =>
        Object.values(examples ?? {}).map(({ value }) => ({ status: Number(status), body: value })),
      ),
    ),
  };
}

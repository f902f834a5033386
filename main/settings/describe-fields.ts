import { z } from 'zod';
import { fieldValueSchema, type SettingsField } from '../../contract/settings';
import type { ProfileSection } from './section';

/** The part of a JSON schema that a form needs. */
const nodeSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** The fields of a section, in order, from which its form is generated. */
export function describeFields({
  schema,
  secrets,
  alternatives = [],
}: Pick<ProfileSection, 'schema' | 'secrets' | 'alternatives'>): SettingsField[] {
  return describeObject(z.toJSONSchema(schema, { io: 'input' }), secrets, '', true).map((field) =>
    alternatives.includes(field.path) ? { ...field, isAlternative: true } : field,
  );
}

function describeObject(
  json: unknown,
  secrets: readonly string[],
  prefix: string,
  isRequired: boolean,
): SettingsField[] {
  const { properties = {}, required = [] } = nodeSchema.parse(json);
  return Object.entries(properties).flatMap(([name, property]) => {
    const isNeeded = isRequired && required.includes(name);
    const node = nodeSchema.parse(property);
    const path = `${prefix}${name}`;
    return node.type === 'object' && node.properties !== undefined
      ? describeObject(withDefaults(node), secrets, `${path}.`, isNeeded)
      : [describeField(path, node, isNeeded, secrets)];
  });
}

type Node = z.infer<typeof nodeSchema>;

function describeField(
  path: string,
  node: Node,
  isRequired: boolean,
  secrets: readonly string[],
): SettingsField {
  const fallback = fieldValueSchema.safeParse(node.default);
  const common = { path, isRequired, ...(fallback.success && { fallback: fallback.data }) };
  if (secrets.includes(path)) return { ...common, kind: 'secret' };
  if (node.enum !== undefined) return { ...common, kind: 'choice', choices: node.enum };
  if (node.type === 'boolean') return { ...common, kind: 'switch' };
  if (node.type !== 'array') return { ...common, kind: 'text' };
  const { properties } = nodeSchema.parse(node.items ?? {});
  return properties === undefined
    ? { ...common, kind: 'lines' }
    : { ...common, kind: 'rows', columns: Object.keys(properties) };
}

/** A nested object has one default for all of its fields. */
function withDefaults(node: Node): unknown {
  const defaults = z.record(z.string(), z.unknown()).safeParse(node.default);
  if (!defaults.success) return node;
  const properties = Object.entries(node.properties ?? {}).map(
    ([name, property]): [string, unknown] => [
      name,
      { ...nodeSchema.parse(property), default: defaults.data[name] },
    ],
  );
  return { ...node, properties: Object.fromEntries(properties) };
}

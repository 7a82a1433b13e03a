import { usualValues } from './usualValues';
import type { JsonSchema, SchemaComponents } from './jsonSchema';

/**
 * A value that a schema allows, made of its own examples, constants, defaults and limits, and of what members of that name
 * usually are. Every one of the description is compared with its schema by a test.
 * @param name member it is the value of
 */
export function exampleOf(schema: JsonSchema, components: SchemaComponents, name: string): unknown {
  const known = givenBy(schema, name);
  if (known !== undefined) return known;
  const { $ref, anyOf, oneOf, allOf } = schema as Compound;
  if ($ref) return exampleOf(components[$ref.split('/').at(-1)!] ?? {}, components, name);
  const choice = (anyOf ?? oneOf)?.find(({ type }) => type !== 'null');
  if (choice) return exampleOf(choice, components, name);
  if (allOf) return Object.assign({}, ...allOf.map((part) => exampleOf(part, components, name)));
  switch (schema.type) {
    case 'object':
      return exampleObject(schema, components);
    case 'array':
      return exampleArray(schema, components, name);
    case 'string':
      return formatted[schema.format as string] ?? '글';
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return null;
  }
}

interface Compound {
  $ref?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

const formatted: Record<string, string> = {
  uuid: '0b9d2c52-9f0e-4f6c-9a43-6d1c5b1f2e77',
  date: '2026-11-27',
  'date-time': '2026-11-27T09:30:00+09:00',
  email: 'naru.kim@narutalk.example',
  binary: '(the file)',
};

/** What the schema says itself, or what is usual where it may be that. */
function givenBy(
  { examples, const: only, enum: allowed, default: usual, type, format, pattern }: JsonSchema,
  name: string,
) {
  if (Array.isArray(examples)) return examples[0] as unknown;
  if (only !== undefined) return only;
  if (Array.isArray(allowed)) return allowed[0] as unknown;
  if (usual !== undefined) return usual;
  const value = usualValues[name];
  if (format !== undefined && pattern === undefined) return undefined;
  return typeof value === type || (type === 'integer' && Number.isInteger(value)) ? value : undefined;
}

function exampleObject(
  { properties, additionalProperties, propertyNames }: JsonSchema,
  components: SchemaComponents,
): object {
  const members = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  if (members.length > 0) {
    return Object.fromEntries(members.map(([name, member]) => [name, exampleOf(member, components, name)]));
  }
  const value = additionalProperties as JsonSchema | boolean | undefined;
  if (typeof value !== 'object' || Object.keys(value).length === 0) return {};
  const names = (propertyNames as { enum?: string[] } | undefined)?.enum ?? ['code'];
  return Object.fromEntries(names.map((name) => [name, exampleOf(value, components, name)]));
}

function exampleArray(
  { items, prefixItems }: JsonSchema,
  components: SchemaComponents,
  name: string,
): unknown[] {
  if (Array.isArray(prefixItems))
    return (prefixItems as JsonSchema[]).map((item) => exampleOf(item, components, name));
  // `teams` holds what `team` is.
  return [exampleOf((items ?? {}) as JsonSchema, components, name.replace(/s$/, ''))];
}

import { z } from 'zod';

/** A JSON Schema (2020-12), as OpenAPI 3.1 and AsyncAPI 3 take them. */
export type JsonSchema = Record<string, unknown>;

/** What schemas with an `id` are gathered in, to be pointed at. */
export type SchemaComponents = Record<string, JsonSchema>;

const inZod = '#/$defs/';
const inComponents = '#/components/schemas/';

/**
 * A zod schema as JSON Schema. Parts with an `id` go into the components, and are pointed at.
 * @param side `input`: what may be sent; `output`: what comes out, where no member is there that is not declared.
 */
export function toJsonSchema(
  schema: z.ZodType,
  side: 'input' | 'output',
  components: SchemaComponents,
): JsonSchema {
  // Wrapped, so that a schema with an `id` of its own becomes a component too.
  const whole = z.toJSONSchema(z.object({ schema }), {
    ...{ io: side, unrepresentable: 'any' },
    override: ({ jsonSchema }) => withoutNoise(jsonSchema),
  });
  const { $defs = {}, properties } = pointAtComponents(whole) as {
    $defs?: SchemaComponents;
    properties: { schema: JsonSchema };
  };
  for (const [name, { id: _id, ...definition }] of Object.entries($defs)) components[name] = definition;
  return properties.schema;
}

const saidByFormat = new Set<unknown>(['uuid', 'date', 'date-time']);

/** What says nothing to a reader: that a whole number is one that a double can hold, and a known format as a pattern. */
function withoutNoise(schema: JsonSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (saidByFormat.has(schema.format)) delete schema.pattern;
}

function pointAtComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointAtComponents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string'
        ? member.replace(inZod, inComponents)
        : pointAtComponents(member),
    ]),
  );
}

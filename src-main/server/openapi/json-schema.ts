import { z } from 'zod';
import { fieldWords } from './field-words.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Turns the schemas of the program into those of the document; what has an id is written once, in `components`. */
export interface SchemaWriter {
  write(schema: z.ZodType): JsonSchema;
  /** All that had an id. */
  readonly named: Readonly<Record<string, JsonSchema>>;
}

export function createSchemaWriter(): SchemaWriter {
  const named: Record<string, JsonSchema> = {};
  return {
    named,
    write: (schema) => {
      const { $schema: _, $defs, ...written } = z.toJSONSchema(schema, options);
      for (const [name, each] of Object.entries($defs ?? {})) named[name] ??= pointed(each);
      return pointed(written);
    },
  };
}

/** As it comes in: a default may be left out, and what is trimmed and lowered is text. */
const options = {
  io: 'input',
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }) => {
    withWords(zodSchema, jsonSchema);
    withoutNoise(jsonSchema);
    withFieldWords(jsonSchema);
  },
} as const;

/** A word in any case: the program lowers it before it looks, which no schema can say but in words ([INP2]). */
function withWords(zodSchema: z.core.$ZodType, jsonSchema: JsonSchema): void {
  const { def } = zodSchema._zod as z.core.$ZodTypeInternals;
  if (def.type !== 'pipe') return;
  const { out } = def as z.core.$ZodPipeDef;
  const { def: last } = out._zod as z.core.$ZodTypeInternals;
  if (last.type !== 'enum') return;
  const words = Object.values((last as z.core.$ZodEnumDef).entries).map(String);
  jsonSchema.examples = words;
  jsonSchema.description = `One of ${words.map((word) => `\`${word}\``).join(', ')}, in any case.`;
}

/** What a format says already, and bounds that every whole number has. */
function withoutNoise(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** A reference may have words of its own beside it. */
function withFieldWords({ properties }: JsonSchema): void {
  for (const [name, field] of Object.entries(properties ?? {})) {
    const words = fieldWords[name];
    if (words && typeof field === 'object' && field.description === undefined) field.description = words;
  }
}

const pointed = (schema: JsonSchema): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
    ),
  );

import { nameIn, type Schema, schemaAnchor } from './api-document.ts';
import { Prose } from './prose.tsx';

/** The fields of something, each with what it may be and what it means; what has a name of its own is linked. */
export function SchemaView({ schema }: { readonly schema: Schema }) {
  const inner = fieldsIn(schema);
  if (!inner?.properties)
    return (
      <p className="text-chrome">
        <TypeOf schema={schema} />
      </p>
    );
  const { properties, required = [] } = inner;
  return (
    <ul className="divide-y divide-edge rounded-lg border border-edge">
      {Object.entries(properties).map(([name, field]) => (
        <Field key={name} name={name} field={field} isRequired={required.includes(name)} />
      ))}
    </ul>
  );
}

type FieldProps = { readonly name: string; readonly field: Schema; readonly isRequired: boolean };

function Field({ name, field, isRequired }: FieldProps) {
  const inner = fieldsIn(field);
  return (
    <li className="grid gap-1 px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-3 text-chrome">
        <code className="font-mono font-bold wrap-anywhere">{name}</code>
        <span className="text-muted">
          <TypeOf schema={field} />
        </span>
        {isRequired && <span className="font-semibold">required</span>}
      </p>
      {field.description && (
        <p className="text-chrome leading-snug text-muted">
          <Prose words={field.description} />
        </p>
      )}
      {inner?.properties && <SchemaView schema={inner} />}
    </li>
  );
}

/** What of it has fields: itself, what it is a list of, or the one of several that does; nothing that has a name of its own. */
function fieldsIn(schema: Schema): Schema | undefined {
  if (schema.$ref) return undefined;
  if (schema.properties) return schema;
  if (schema.items) return fieldsIn(schema.items);
  return schema.anyOf?.map(fieldsIn).find((one) => one !== undefined);
}

/** In a few words: `text, at most 40`, `list of whole number`, `Order`. */
function TypeOf({ schema }: { readonly schema: Schema }) {
  const { $ref, anyOf, items } = schema;
  if ($ref)
    return (
      <a className="font-semibold text-accent underline" href={`#${schemaAnchor(nameIn($ref))}`}>
        {nameIn($ref)}
      </a>
    );
  if (items)
    return (
      <>
        list of <TypeOf schema={items} />
      </>
    );
  if (anyOf) return anyOf.map((one, at) => <Either key={JSON.stringify(one)} schema={one} isFirst={at === 0} />);
  return <>{plainType(schema)}</>;
}

const Either = ({ schema, isFirst }: { readonly schema: Schema; readonly isFirst: boolean }) => (
  <>
    {isFirst ? '' : ' or '}
    <TypeOf schema={schema} />
  </>
);

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

function plainType(schema: Schema): string {
  const { type, format, minimum, maximum, maxLength } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ');
  const name = [type ?? 'anything']
    .flat()
    .map((one) => words[one] ?? one)
    .join(' or ');
  return [
    format ? `${name} (${format})` : name,
    minimum === undefined ? '' : `from ${minimum}`,
    maximum === undefined ? '' : `to ${maximum}`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    schema.default === undefined ? '' : `else ${JSON.stringify(schema.default)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

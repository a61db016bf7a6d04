/** As much of OpenAPI 3.1 as our own document has; it comes from our own server and is trusted. */

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
};

type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export type Response = { readonly $ref?: string; readonly description?: string; readonly content?: Content };

export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
};

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-roles': readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
};

export type ApiDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
};

export type Entry = { readonly method: string; readonly path: string; readonly operation: Operation };
export type Chapter = { readonly name: string; readonly about: string; readonly entries: readonly Entry[] };

/** What there is to read, chapter by chapter, of that whatever has all the words that somebody looks for. */
export function chaptersOf({ tags, paths }: ApiDocument, sought: string): readonly Chapter[] {
  const words = sought.toLowerCase().split(/\s+/);
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const isSought = ({ method, path, operation: { summary, description = '' } }: Entry) => {
    const text = `${method} ${path} ${summary} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const of = (tag: string) => entries.filter((entry) => entry.operation.tags[0] === tag && isSought(entry));
  return [...tags.map(({ name, description }) => ({ name, about: description, entries: of(name) })), others(of)].filter(
    (chapter) => chapter.entries.length > 0,
  );
}

const others = (of: (tag: string) => readonly Entry[]): Chapter => ({ name: 'Other', about: '', entries: of('Other') });

export const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
export const schemaAnchor = (name: string): string => `schema-${name}`;

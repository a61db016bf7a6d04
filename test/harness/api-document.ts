import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Api, ApiAnswer } from './api.ts';

type Operation = {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, any>>;
};

/** The API document as a judge of answers. */
export type ApiDocument = {
  readonly text: any;
  readonly operations: ReadonlyMap<string, Operation>;
  /** What is wrong with an answer to `POST /orders/{id}/bump`; nothing for one that is as it is described. */
  faults(operation: string, answer: Pick<ApiAnswer, 'status' | 'json'>): unknown;
  /** Whether a value is what a named schema says. */
  faultsOf(schema: string, value: unknown): unknown;
  /** Asks, and throws when the answer is another than described. What was asked is in `asked`. */
  by(api: Api): Asking;
  readonly asked: ReadonlySet<string>;
};

/** `ids` stand for the blanks of the path, one after the other; a query goes behind them. */
export type Asking = (
  operation: string,
  more?: { ids?: readonly string[]; query?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<ApiAnswer>;

export async function readApiDocument(url: string): Promise<ApiDocument> {
  const text: any = await (await fetch(`${url}/api/v1/openapi.json`)).json();
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(nothingElse(text), 'document');
  const operations = new Map<string, Operation>(
    Object.entries<any>(text.paths).flatMap(([path, item]) =>
      Object.entries<any>(item).map(
        ([method, one]) => [`${method.toUpperCase()} ${path.slice('/api/v1'.length)}`, one] as const,
      ),
    ),
  );
  const asked = new Set<string>();

  function judge(pointer: string, value: unknown): unknown {
    const check = ajv.getSchema(`document#${pointer}`) ?? ajv.compile({ $ref: `document#${pointer}` });
    return check(value) ? undefined : check.errors;
  }

  function faults(operation: string, { status, json }: Pick<ApiAnswer, 'status' | 'json'>): unknown {
    const [method = '', path = ''] = operation.split(' ');
    const response = operations.get(operation)?.responses[status];
    if (!response) return `${operation} does not say that it may answer ${status}`;
    const to =
      response.$ref?.slice(1) ?? `/paths/${escaped(`/api/v1${path}`)}/${method.toLowerCase()}/responses/${status}`;
    const at = pointerTo(text, to);
    if (!at.content) return json === undefined ? undefined : 'a body that is not described';
    const [type = ''] = Object.keys(at.content);
    return type.endsWith('json') ? judge(`${to}/content/${escaped(type)}/schema`, json) : undefined;
  }

  return {
    text,
    operations,
    asked,
    faults,
    faultsOf: (schema, value) => judge(`/components/schemas/${schema}`, value),
    by:
      (api) =>
      async (operation, { ids = [], query = '', body, headers } = {}) => {
        const [method = '', path = ''] = operation.split(' ');
        const left = [...ids];
        const answer = await api.call(
          method,
          path.replace(/\{\w+\}/g, () => left.shift() ?? '') + query,
          body,
          headers,
        );
        asked.add(operation);
        const wrong = faults(operation, answer);
        if (wrong)
          throw new Error(`${operation} ${answer.status} ${answer.text.slice(0, 500)}: ${JSON.stringify(wrong)}`);
        return answer;
      },
  };
}

const escaped = (key: string) =>
  key.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

function pointerTo(value: any, pointer: string): any {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce((at, key) => at?.[key], value);
}

/** For tests a field that nobody has described is a fault; for clients it is something new, to be left out. */
function nothingElse(value: any): any {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(nothingElse);
  const inside = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, nothingElse(each)]));
  const isWhole = value.type === 'object' && value.properties && value.additionalProperties === undefined;
  return isWhole ? { ...inside, additionalProperties: false } : inside;
}

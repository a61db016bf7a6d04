import { z } from 'zod';
import type { SeededRandom } from './seeded-random.ts';

type Schema = Readonly<Record<string, any>>;

/** What the route says that it takes, to make bodies by; `undefined` where it says nothing. */
export function shapeOf(schema: unknown): Schema | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** Mostly what the schema allows, here and there something that no client should send. */
export function madeValue(
  random: SeededRandom,
  schema: Schema | undefined,
  ids: readonly string[],
  depth = 0,
): unknown {
  if (schema === undefined || depth > 8 || random.next() < 0.08) return oddValue(random, depth);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return madeValue(random, pick(random, variants), ids, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  switch (schema.type) {
    case 'object':
      return madeObject(random, schema, ids, depth);
    case 'array':
      return Array.from({ length: random.below(4) }, () => madeValue(random, schema.items, ids, depth + 1));
    case 'string':
      return madeText(random, schema, ids);
    case 'integer':
      return random.below(20) - 2;
    case 'number':
      return pick(random, [0, 1, 9.5, 12.25, 1e6, random.next() * 100]);
    case 'boolean':
      return random.next() < 0.5;
    case 'null':
      return null;
    default:
      return oddValue(random, depth);
  }
}

function madeObject(
  random: SeededRandom,
  { properties = {}, required = [] }: Schema,
  ids: readonly string[],
  depth: number,
) {
  const made: Record<string, unknown> = {};
  for (const [name, of] of Object.entries(properties) as [string, Schema][]) {
    if (!required.includes(name) && random.next() < 0.5) continue;
    if (random.next() < 0.97) made[name] = madeValue(random, of, ids, depth + 1);
  }
  if (random.next() < 0.04) Object.assign(made, JSON.parse(pick(random, poison)));
  return made;
}

const poison = [
  '{"__proto__":{"role":"manager"}}',
  '{"constructor":{"prototype":{"role":"manager"}}}',
  '{"restaurant_id":"second"}',
  '{"role":"manager","status":"completed","id":1}',
];

function madeText(random: SeededRandom, { format, pattern, maxLength = 100 }: Schema, ids: readonly string[]): string {
  if (format === 'uuid' || /0-9a-f/i.test(pattern ?? '')) return pick(random, ids);
  if (random.next() < 0.3) return pick(random, ids);
  if (random.next() < 0.1) return 'x'.repeat(Math.min(maxLength + random.below(3) - 1, 70_000));
  return pick(random, texts);
}

/** As somebody may have written it anywhere: no log may hold it ([LOG1]). */
export const ownWords = 'what a guest has written';

const texts = [
  ownWords,
  ...['Burger', 'grill', 'ready', 'pending', '4', 'a', '', ' ', '0', '-1', '2026-11-30T12:00:00Z', 'waiter', 'main'],
  ...["'; DROP TABLE orders; --", '<img src=x onerror=alert(1)>', '%00', '../../etc/passwd', '{{7*7}}', '\\'],
  ...['\u0000', '\uD800', '\u202Ecod', 'Zoë 🍔', 'ﷺ'.repeat(10), '\r\nset-cookie: x=1', '1e999', 'null', 'NaN'],
];

export function oddValue(random: SeededRandom, depth = 0): unknown {
  const odd = [null, true, 0, -1, 2 ** 53 + 2, 1e308, 0.1, '', [], {}, 'x', pick(random, texts)];
  if (depth > 3 || random.next() < 0.8) return pick(random, odd);
  return random.next() < 0.5 ? [oddValue(random, depth + 1)] : { [pick(random, texts)]: oddValue(random, depth + 1) };
}

export const pick = <Value>(random: SeededRandom, all: readonly Value[]): Value =>
  all[random.below(all.length)] as Value;

import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { Action } from '../permissions.ts';
import type { Description } from './description.ts';
import type { SchemaWriter } from './json-schema.ts';
import type { ProblemWriter } from './problem-answers.ts';

/** What an address takes decides what can go wrong with any request to it. */
export type Kind = {
  readonly access: Action | 'open';
  readonly takesBody: boolean;
  readonly takesValues: boolean;
  /** Asked by a page from elsewhere it is refused, with or without a session ([ORG1]). */
  readonly mayChange: boolean;
};

/** Every answer of an address by its status: the good one, and all refusals with their codes. */
export function answersOf(
  description: Description,
  kind: Kind,
  { schemas, problems }: Writers,
): Record<string, object> {
  const { status = description.answer ? 200 : 204, also = {} } = description;
  const others = Object.fromEntries(Object.entries(also).map(([code, words]) => [code, { description: words }]));
  return { [status]: goodAnswer(description, schemas), ...others, ...problems.write(codesOf(description, kind)) };
}

export type Writers = { readonly schemas: SchemaWriter; readonly problems: ProblemWriter };

function goodAnswer({ answer, mediaType = 'application/json', isVersioned, status }: Description, to: SchemaWriter) {
  const headers = isVersioned ? { ETag: { description: 'The version, in quotes.', schema: { type: 'string' } } } : {};
  const location =
    status === 201 ? { Location: { description: 'Where it is, for orders.', schema: { type: 'string' } } } : {};
  const all = { ...headers, ...location };
  return {
    description: answer
      ? status === 101
        ? 'The stream is open; each frame is one message.'
        : 'Done.'
      : 'Done, without a body.',
    ...(Object.keys(all).length === 0 ? {} : { headers: all }),
    ...(answer ? { content: { [mediaType]: { schema: to.write(answer) } } } : {}),
  };
}

function codesOf({ refusals = [], command, status }: Description, kind: Kind): readonly ErrorCode[] {
  const always: readonly ErrorCode[] = ['malformed', 'wrong_host', 'too_many_requests', 'internal'];
  const values: readonly ErrorCode[] = kind.takesValues || kind.takesBody ? ['invalid'] : [];
  const signedIn: readonly ErrorCode[] = kind.access === 'open' ? [] : ['not_authenticated', 'not_allowed', 'busy'];
  const write: readonly ErrorCode[] = kind.mayChange ? ['foreign_origin'] : [];
  const body: readonly ErrorCode[] = kind.takesBody ? ['too_large', 'wrong_content_type'] : [];
  const stored: readonly ErrorCode[] = command ? ['key_reused', 'command_too_old', 'not_stored', 'stopping'] : [];
  const versioned: readonly ErrorCode[] = command === 'versioned' ? ['version_mismatch'] : [];
  // An upgrade is accepted first, and then closed with a code of its own.
  if (status === 101) return ['malformed', 'foreign_origin', 'not_found', 'wrong_host'];
  return [...new Set([...always, ...values, ...signedIn, ...write, ...body, ...stored, ...versioned, ...refusals])];
}

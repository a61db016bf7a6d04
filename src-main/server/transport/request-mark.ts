import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors/app-error.ts';
import type { RequestMark } from '../core/submission.ts';

/** What a request says of its command: its key, what the key stands for, the version it was made for, and its age. */
export function markOf(request: FastifyRequest): RequestMark {
  const { body } = request;
  return {
    idempotency: idempotencyOf(request),
    ifVersion: ifVersionOf(request),
    madeAtMs: madeAtMsOf(body),
    isSilent: isSilentIn(body),
  };
}

function idempotencyOf(request: FastifyRequest): RequestMark['idempotency'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw headerError('Idempotency-Key', 'must be 1 to 200 printable characters without spaces');
  }
  return { key, fingerprint: fingerprintOf(request) };
}

/** The same for the same request however its JSON is spaced or ordered ([ID3]). */
function fingerprintOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0];
  const body = JSON.stringify(request.sentBody ?? null, sortedKeys);
  return createHash('sha256').update(`${request.method} ${path}\n${body}`).digest('base64url');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ifVersionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header)?.[1];
  if (!version) throw headerError('If-Match', 'must be the version of the order');
  return Number(version);
}

/** Every command's schema takes `made_at`, so that no route can forget it; what stands there has been checked. */
function madeAtMsOf(body: unknown): number | null {
  const madeAt = typeof body === 'object' && body !== null && 'made_at' in body ? body.made_at : null;
  return typeof madeAt === 'string' ? Date.parse(madeAt) : null;
}

/** Checked, too; where it is not taken, it has been refused. */
const isSilentIn = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'silent' in body && body.silent === true;

function headerError(path: string, reason: string): AppError {
  return new AppError('invalid', `${path} ${reason}`, [{ path, reason }]);
}

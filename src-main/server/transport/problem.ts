import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { AppError, type FieldError, toProblem } from '#shared/errors/app-error.ts';
import { type ErrorCode, errorCatalogue } from '#shared/errors/catalogue.ts';
import { notStored } from '../core/not-stored.ts';
import type { Answer } from '../core/submission.ts';
import { answerHeaders } from './answer-headers.ts';
import { crowdedRetryMs, limitedRetryMs, restartRetryMs } from './retry-times.ts';

const problemType = 'application/problem+json';

/** Everything that goes wrong at a door leaves it as RFC 9457 ([ERR2]); only bugs are logged. */
export function sendProblem(reply: FastifyReply, error: unknown, log: Logger): FastifyReply {
  const known = toAppError(error);
  if (!known) log.error({ err: error }, 'a request failed by a bug');
  const { status, headers, body } = problemAnswer(known ?? new AppError('internal'));
  return reply.code(status).headers(headers).send(body);
}

type ProblemAnswer = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

function problemAnswer({ code, message, errors }: AppError): ProblemAnswer {
  const retryMs = retryMsOf[code]?.();
  const headers = {
    'content-type': problemType,
    ...(retryMs === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryMs / 1000))) }),
  };
  const body = JSON.stringify({ ...toProblem(code, message, errors), retry_ms: retryMs });
  return { status: errorCatalogue[code].status, headers, body };
}

/** Codes that say when to come back: as `Retry-After` in whole seconds, and spread out as `retry_ms`. */
const retryMsOf: Partial<Readonly<Record<ErrorCode, () => number>>> = {
  busy: () => 1000,
  too_many_tries: () => 10_000,
  too_many_requests: limitedRetryMs,
  stopping: restartRetryMs,
  too_many_screens: crowdedRetryMs,
};

/** The core's answer as it was stored: an entity or a refusal. */
export function sendAnswer(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply
    .code(status)
    .type(status < 400 ? 'application/json' : problemType)
    .send(body);
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const stored = notStored(error);
  if (stored) return stored;
  const { statusCode, code } = error as FastifyError;
  const mapped = codeOfStatus[statusCode ?? 500];
  if (!mapped) return undefined;
  return new AppError(mapped, wordsFor[code] ?? wordsOf[mapped] ?? errorCatalogue[mapped].title);
}

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed',
  403: 'not_found',
  404: 'not_found',
  405: 'method_not_allowed',
  412: 'version_mismatch',
  413: 'too_large',
  414: 'too_large',
  415: 'wrong_content_type',
  416: 'malformed',
  431: 'too_large',
};

/** A page or an asset that was asked for on a condition; orders say so themselves. */
const wordsOf: Readonly<Partial<Record<ErrorCode, string>>> = { version_mismatch: 'The file is another one by now.' };

const wordsFor: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than 256 kB.',
};

/** One entry for each thing that is wrong, unknown fields by name. */
export function invalid(error: z.ZodError, where: string | undefined): AppError {
  const errors = error.issues.flatMap(fieldErrors).slice(0, 50);
  const first = errors[0];
  const detail = first ? `${first.path || where || 'request'}: ${first.reason}` : undefined;
  return new AppError('invalid', detail, errors);
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: joined(path, key.slice(0, 100)), reason: 'unknown field' }));
  }
  return [{ path, reason: issue.message }];
}

const joined = (path: string, key: string) => (path ? `${path}.${key}` : key);

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : joined(text, String(key))),
    '',
  );
}

const codeOfRawError: Readonly<Record<string, ErrorCode>> = { HPE_HEADER_OVERFLOW: 'too_large' };

/**
 * A request so broken that there is nothing to reply to gets its problem by hand ([ERR2]). Nothing is said to those who
 * were too slow: browsers open connections before they ask, and take what stands there for the answer to what they ask
 * next ([SLW1]).
 */
export function answerRaw(socket: Socket, { code }: { readonly code?: string }): void {
  if (code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT' || !socket.writable) return void socket.destroy();
  refuseRaw(socket, new AppError(codeOfRawError[code ?? ''] ?? 'malformed'));
}

/** For those whom no reply is made for: broken requests, and upgrades that do not come to pass. */
export function refuseRaw(stream: Duplex, error: AppError): void {
  const { status, headers, body } = problemAnswer(error);
  const length = { 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries({ ...answerHeaders, ...headers, ...length }).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${errorCatalogue[error.code].title}`, ...lines].join('\r\n');
  stream.end(`${head}\r\n\r\n${body}`, () => stream.destroy());
}

import type { z } from 'zod';
import type { ErrorCode } from '#shared/errors/catalogue.ts';

/** What a request's own schema does not say of it. */
export type Description = {
  /** Half a line. */
  readonly summary: string;
  readonly about?: string;
  /** Body of the good answer; without it there is none. */
  readonly answer?: z.ZodType;
  /** 200 with a body and 204 without, unless it says otherwise. */
  readonly status?: number;
  readonly mediaType?: string;
  /** Changes something in the log: takes `Idempotency-Key`, and `If-Match` where there is a version to match. */
  readonly command?: 'new' | 'versioned';
  /** The answer has the version as `ETag`. */
  readonly isVersioned?: boolean;
  /** What it refuses beyond what every address of its kind does. */
  readonly refusals?: readonly ErrorCode[];
  /** Good answers without a body beside that one, and when they come. */
  readonly also?: Readonly<Record<number, string>>;
  /** Headers that it heeds beside those. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** `POST /orders` and so on, below `/api/v1`. */
export type Descriptions = Readonly<Record<string, Description>>;

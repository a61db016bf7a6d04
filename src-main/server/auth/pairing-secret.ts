import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 bits. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** Takes the same time wherever they differ. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b));

const hashOf = (text: string) => createHash('sha256').update(text).digest();

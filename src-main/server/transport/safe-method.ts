/** Asks only, and changes nothing (RFC 9110, 9.2.1): whatever page asks may have its answer refused, not the asking. */
export const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

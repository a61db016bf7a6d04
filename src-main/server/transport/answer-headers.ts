/**
 * On everything that leaves us ([HDR1]): nothing is run, framed, guessed to be of another type, told to the next
 * site, or kept. No `Strict-Transport-Security` and no `upgrade-insecure-requests`, which blank every page on a plain-HTTP name;
 * nor what browsers take by HTTPS only and complain of otherwise (decision 0034).
 */
export const answerHeaders = {
  // Pages and their assets say otherwise.
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Nothing inline, nothing foreign, framed by nobody; `connect`: what the page's own scripts may talk to. */
export function pagePolicy(connect: "'self'" | "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

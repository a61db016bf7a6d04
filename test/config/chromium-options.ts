import { findChromium } from '../run/machine.ts';

const executablePath = findChromium();

/**
 * How tests start Chromium. Sound is allowed from the first moment unless a test is about its being locked: the sign
 * that it is would stand in every header, and go with the first tap.
 * `host` is where the kitchen's name leads to.
 */
export const chromiumOptions = (
  autoplay: 'no-user-gesture-required' | 'document-user-activation-required',
  host = '127.0.0.1',
) => ({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    `--autoplay-policy=${autoplay}`,
    `--host-resolver-rules=MAP kitchen-pass.local ${host}`,
  ],
});

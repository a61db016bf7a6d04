import { findPageChromium } from '../run/machine.ts';

const executablePath = findPageChromium();

/**
 * What Playwright turns off, because the last such word to Chromium is the only one that counts; and the two pop-ups of
 * the address bar, which are pages of their own behind each window and cost every test a second of the machine.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** What every Chromium of the tests and measurements is started with. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  `--disable-features=${disabledFeatures.join(',')}`,
];

/** No test's page lives so long that what V8 spends on making it faster comes back: a twelfth of the processor's time. */
const unhurried = '--js-flags=--no-opt';

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
    ...chromiumArgs,
    unhurried,
    `--autoplay-policy=${autoplay}`,
    `--host-resolver-rules=MAP kitchen-pass.local ${host}`,
  ],
});

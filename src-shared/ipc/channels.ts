import type { StartState } from './start-state.ts';

/** Where our own pages come from that need no server. Only these may use the channels. */
export const appOrigin = 'app://kitchen-pass';

/** Renderer to main, nothing comes back. */
export type SendChannels = {
  'try-again': undefined;
  /** Takes the port for good: it is written into the settings file. */
  'take-port': { readonly port: number };
  'show-data-folder': undefined;
  quit: undefined;
};

/** Renderer to main, answered. */
export type RequestChannels = {
  'start-state': { readonly argument: undefined; readonly answer: StartState };
  /** Opens the system's dialog; `false` when the person changed their mind. */
  'choose-data-folder': { readonly argument: undefined; readonly answer: boolean };
};

/** Main to renderer. */
export type PushChannels = {
  'start-state-changed': StartState;
};

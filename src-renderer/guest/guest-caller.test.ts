import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { createCaller } from './guest-caller.ts';
import type { GuestState } from './guest-client.ts';

function pageInHand() {
  const store = createStore<GuestState>(() => ({ order: undefined }) as GuestState);
  const heard: string[] = [];
  const bell = { ring: () => void heard.push('ring'), test: () => void heard.push('test') };
  const caller = createCaller({ store, bell, vibrate: () => void heard.push('felt') });
  const show = (state: WireGuest['state'], silent = false) =>
    store.setState({ order: { state, ...(silent ? { silent: true } : {}) } as WireGuest });
  return { heard, caller, show };
}

test('[GST7] who has asked for it hears and feels it once, when the order becomes ready, and at once how that sounds', () => {
  const { heard, caller, show } = pageInHand();
  show('preparing');
  caller.want(true);
  expect(heard.splice(0)).toEqual(['test', 'felt']);
  show('ready');
  show('ready');
  expect(heard.splice(0)).toEqual(['ring', 'felt']);
  show('preparing');
  show('ready');
  expect(heard).toEqual(['ring', 'felt']);
});

test('[GST7] [CHM10] nothing rings for who has not asked, or asks no more, nor what was made ready in silence', () => {
  const { heard, caller, show } = pageInHand();
  show('preparing');
  show('ready');
  show('preparing');
  caller.want(true);
  heard.length = 0;
  show('ready', true);
  show('preparing');
  caller.want(false);
  show('ready');
  expect(heard).toEqual([]);
});

test('[GST7] what was ready when the page came is no news, nor is what was handed over by mistake', () => {
  const { heard, caller, show } = pageInHand();
  caller.want(true);
  heard.length = 0;
  show('ready');
  show('completed');
  show('ready');
  expect(heard).toEqual([]);
});

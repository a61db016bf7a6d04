import { expect, test } from 'vitest';
import type { CommittedEvent } from '../ports.ts';
import { createFrame } from './frame.ts';
import { createOpenState } from './open-state.ts';
import { createReadyState } from './ready-state.ts';

const site = { stations: '[]', settings: '{}' };

/** A product comes onto the menu, or off it. */
const ofMenu = (id: string, removedAtMs: number | null = null) =>
  ({
    record: { entity: { kind: 'product', product: { id, removedAtMs } } },
    entityJson: `{"id":"${id}"}`,
  }) as CommittedEvent;
/** A setting is changed. */
const ofSettings = { record: { entity: { kind: 'settings' } }, entityJson: '{"n":1}' } as CommittedEvent;

test('[SNP2] what is open is encoded once for all who come, until it changes', () => {
  const state = createOpenState(new Map(), new Map([['p', '{"id":"p"}']]), site);
  for (const of of [state.parts, state.productParts]) {
    const [first] = of();
    expect(of()[0]).toBe(first);
    expect(of()[0]?.json()).toBe(first?.json());
  }
  const before = { parts: state.parts(), menu: state.productParts() };
  state.take(ofSettings);
  expect(state.parts()).not.toBe(before.parts);
  // The menu alone says nothing of the settings.
  expect(state.productParts()).toBe(before.menu);
  state.take(ofMenu('q'));
  expect(state.productParts()).not.toBe(before.menu);
  expect(String(state.productParts()[0]?.json())).toContain('{"id":"q"}');
});

test('[MEN9] what was removed from the menu is in no snapshot', () => {
  const state = createOpenState(new Map(), new Map([['p', '{"id":"p"}']]), site);
  state.take(ofMenu('p', 1));
  for (const of of [state.parts, state.productParts]) expect(String(of()[0]?.json())).not.toContain('{"id":"p"}');
});

test('[RDY3] what guests see is encoded once for all displays, until it changes', () => {
  const state = createReadyState('UTC');
  const entry = { id: 'a', number: 'A1', type: 'takeaway', state: 'preparing', since: '' } as const;
  state.show(entry);
  const parts = state.parts();
  const whole = state.whole();
  expect(state.parts()).toBe(parts);
  expect(state.whole()).toBe(whole);
  expect(String(parts[0]?.json())).toContain('"A1"');
  state.show({ ...entry, id: 'b', number: 'A2' });
  expect(state.parts()).not.toBe(parts);
  expect(state.whole()).toContain('"A2"');
  state.remove('a');
  expect(state.whole()).not.toContain('"A1"');
  expect(String(state.parts()[0]?.json())).not.toContain('"A1"');
});

test('[PMP2] the bytes of a frame are its own: kept, they keep nothing else', () => {
  const frame = createFrame('{"type":"ä"}', 'x.1');
  expect(String(frame.json())).toBe('{"type":"ä"}');
  expect(String(frame.sse())).toBe('id: x.1\ndata: {"type":"ä"}\n\n');
  for (const bytes of [frame.json(), frame.sse()]) expect(bytes.buffer.byteLength).toBe(bytes.length);
});

import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { OrderDraft } from '#shared/protocol/frames.ts';
import { createManualTimers } from '../../test/harness/screen-kit.ts';
import { createDrafts } from './drafts.ts';
import { firstState } from './screen-state.ts';

function draft(data: Partial<OrderDraft['data']>, userId = 'u1'): OrderDraft {
  return {
    type: 'order_draft',
    restaurant_id: 'main',
    timestamp: '2026-11-21T12:00:00.000Z',
    from: { user_id: userId, name: 'Ana', role: 'server' },
    data: { draft_id: 'd1', table_number: '7', items: 1, done: false, ...data },
  };
}

function kept() {
  const timers = createManualTimers();
  const drafts = createDrafts(timers);
  return { timers, drafts, items: () => drafts.store.getState().map(({ items }) => items) };
}

test('[DRF1] a draft grows with what is rung in, and goes when it is done', () => {
  const { drafts, items } = kept();
  drafts.take(draft({}));
  drafts.take(draft({ items: 3 }));
  expect(items()).toEqual([3]);
  drafts.take(draft({ done: true }));
  expect(items()).toEqual([]);
});

test('[DRF1] two tablets may number theirs alike', () => {
  const { drafts, items } = kept();
  drafts.take(draft({ items: 1 }));
  drafts.take(draft({ items: 2 }, 'u2'));
  drafts.take(draft({ done: true }));
  expect(items()).toEqual([2]);
});

test('[DRF1] a draft of which nobody says a word for two minutes is forgotten', () => {
  const { drafts, items, timers } = kept();
  drafts.take(draft({}));
  timers.advance(119_000);
  drafts.take(draft({ items: 2 }));
  timers.advance(119_000);
  expect(items()).toEqual([2]);
  timers.advance(1000);
  expect(items()).toEqual([]);
});

test('[DRF1] without a link nobody would say that it is done', () => {
  const { drafts, items } = kept();
  const board = createStore(() => ({ ...firstState, link: { phase: 'live', transport: 'websocket' } as const }));
  drafts.follow(board as never);
  drafts.take(draft({}));
  board.setState({});
  expect(items()).toEqual([1]);
  board.setState({ link: { phase: 'idle' } as never });
  expect(items()).toEqual([]);
});

test('[DRF1] other words in passing are no drafts', () => {
  const { drafts, items } = kept();
  drafts.take({ type: 'presence', restaurant_id: 'main', timestamp: '', data: { screens: [] } });
  expect(items()).toEqual([]);
});

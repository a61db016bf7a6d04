import { order } from './answer-order.ts';
import type { Description, Descriptions } from './description.ts';

const gone = ['order_not_found', 'order_closed', 'order_merged'] as const;
const work = { answer: order, command: 'versioned' } as const satisfies Partial<Description>;
const atStation = [...gone, 'item_not_found', 'station_not_found'] as const;

/** What a kitchen does with an order. */
export const workDescriptions: Descriptions = {
  'POST /orders/:id/bump': {
    ...work,
    summary: 'Bump: done at a station, or handed over',
    about: 'With `station` its share is done; without one, or at the expo, the order is handed over.',
    refusals: [...atStation, 'acknowledge_first'],
  },
  'POST /orders/:id/recall': {
    ...work,
    summary: 'Recall what was bumped',
    about: 'Back to `preparing`, a new round with a new clock; with `keep_timer` it was bumped by mistake.',
    refusals: atStation,
  },
  'POST /orders/:id/acknowledge': {
    ...work,
    summary: 'Say that a change, a void or allergens were seen',
    about: '`cooked` says whether a voided item was cooked already.',
    refusals: atStation,
  },
  'POST /orders/:id/hold': {
    ...work,
    summary: 'Hold items or a course back',
    about: 'They wait until they are fired.',
    refusals: atStation,
  },
  'POST /orders/:id/fire': {
    ...work,
    summary: 'Fire a course or items that wait',
    about: 'Without a name the next course, else what is for later.',
    refusals: atStation,
  },
  'POST /orders/:id/priority': {
    ...work,
    summary: 'Put an order first, or back in line',
    refusals: gone,
  },
  'POST /orders/:id/reroute': {
    ...work,
    summary: 'Give the work of one station to another',
    refusals: atStation,
  },
  'POST /orders/:id/undo': {
    ...work,
    summary: 'Take back what one command did',
    about: 'Named by its Idempotency-Key, which must be your own, or by the version that it made.',
    refusals: ['order_not_found', 'cannot_undo'],
  },
};

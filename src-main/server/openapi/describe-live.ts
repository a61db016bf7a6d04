import { z } from 'zod';
import { alive, health, liveConnection, liveStatus } from './answer-following.ts';
import { frame, orderFrame, orderPoll, poll, readyFrame, readyPoll } from './answer-live.ts';
import { listOf } from './answer-office.ts';
import type { Description, Descriptions } from './description.ts';

const resumes = { 'Last-Event-ID': 'Go on after this cursor. `?last_event_id=` says the same.' } as const;
const events = {
  answer: frame,
  mediaType: 'text/event-stream',
  headers: resumes,
  refusals: ['too_many_screens', 'stopping'],
  about:
    'Server-sent events: the `data` of each is a frame. First `connection_established`, then a snapshot or what was missed, then `live`, then events and a `heartbeat` every 5 s. Each event has its cursor as `id`. Query: `last_event_id`, `batch=1`, `acks=1` with `tab`, `token`.',
} as const satisfies Partial<Description>;
const polling = {
  refusals: ['too_many_screens', 'stopping'],
  about:
    'Waits up to `wait` seconds for something new. Ask again with the `cursor` of the answer; while its number is smaller than `head` there is more.',
} as const satisfies Partial<Description>;

const ofOne =
  'The stream of an order ends after the event that completes or cancels it. With the secret of an order’s link there is nothing on it but `guest`.';

/** Following what happens. */
export const liveDescriptions: Descriptions = {
  'GET /events/orders': { ...events, summary: 'Follow everything by server-sent events' },
  'GET /events/products': { ...events, summary: 'Follow the menu by server-sent events' },
  'GET /events/ready': { ...events, summary: 'Follow the board for guests by server-sent events', answer: readyFrame },
  'GET /events/orders/:id': {
    ...events,
    summary: 'Follow one order, or the orders of one person',
    about: `${events.about} ${ofOne} Its last cursor is answered 204.`,
    answer: orderFrame,
    also: { 204: 'The order has ended, and nothing was missed.' },
    refusals: [...events.refusals, 'order_not_found'],
  },
  'POST /events/ack': {
    summary: 'Confirm what a stream of events has brought',
    about: 'For streams with `acks=1`.',
    refusals: ['not_found'],
  },
  'GET /sync/orders': { ...polling, summary: 'Follow everything by polling', answer: poll },
  'GET /sync/orders/:id': {
    ...polling,
    summary: 'Follow one order by polling',
    about:
      'Waits up to `wait` seconds for a change of the order, and answers all of it, or `events: []` when there was none. With the secret of the order’s link there is nothing in it but `guest`.',
    answer: orderPoll,
    refusals: [...polling.refusals, 'order_not_found'],
  },
  'GET /sync/ready': { ...polling, summary: 'Follow the board for guests by polling', answer: readyPoll },
  'GET /ws/orders/live/status': { summary: 'How many follow', answer: liveStatus },
  'GET /ws/orders/live/connections': { summary: 'Who follows, and how far they are', answer: listOf(liveConnection) },
  'POST /screens/report': { summary: 'What a screen lived through since its last report' },
};

const socket = {
  answer: frame,
  status: 101,
  headers: { Upgrade: '`websocket`', Connection: '`Upgrade`' },
} as const satisfies Partial<Description>;
/** The WebSockets, which are no routes: each frame is one message of JSON text. */
export const socketDescriptions: Readonly<Record<'everything' | 'menu' | 'ready' | 'one', Description>> = {
  everything: { ...socket, summary: 'Follow everything by WebSocket' },
  menu: { ...socket, summary: 'Follow the menu by WebSocket' },
  ready: { ...socket, summary: 'Follow the board for guests by WebSocket', answer: readyFrame },
  one: { ...socket, summary: 'Follow one order by WebSocket', about: ofOne, answer: orderFrame },
};

/** The process itself. */
export const healthDescriptions: Descriptions = {
  'GET /healthz': { summary: 'Whether the server answers', answer: alive },
  'GET /ws/health': { summary: 'Whether streams are served, and how many', answer: health },
  'GET /metrics': { summary: 'Figures for Prometheus', answer: z.string(), mediaType: 'text/plain' },
  'GET /openapi.json': {
    summary: 'This document',
    also: { 304: 'Nothing has changed.' },
    headers: { 'If-None-Match': 'The `ETag` of the last answer.' },
    answer: z.looseObject({ openapi: z.string() }),
    isVersioned: true,
  },
};

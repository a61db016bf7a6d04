import compress, { type FastifyCompressOptions } from '@fastify/compress';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { eventAckIn } from '#shared/protocol/client-frames.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { syncQuery } from '#shared/protocol/sync-requests.ts';
import { uuid } from '#shared/protocol/text.ts';
import type { Followed } from '../../fanout/attach.ts';
import { apiRoot } from '../address.ts';
import { openEventStream, openFarewell } from '../event-stream.ts';
import { callerIn } from '../guard.ts';
import { holdPoll } from '../held-poll.ts';
import type { LiveStreams, Refusal } from '../live-streams.ts';
import { parseStreamQuery } from '../stream-query.ts';
import { type Allowed, followPerson, followTarget, type StreamTarget, streamAccess } from '../stream-target.ts';
import type { Door } from './door.ts';

/** The live log for those who cannot use WebSocket: server-sent events and polls ([SSE1], [POL1]). */
export function streamRoutes(app: Door, streams: LiveStreams): void {
  const stream = (path: string, kind: StreamTarget['kind'], allowed: (request: FastifyRequest) => Allowed) =>
    app.get(
      `${apiRoot}/events/${path}`,
      { config: { access: streamAccess[kind], scope: 'own', isStream: true }, exposeHeadRoute: false },
      async (request, reply) => openEvents(request, reply, allowed(request), streams),
    );
  const whole = (path: string, kind: 'everything' | 'menu' | 'ready') =>
    stream(path, kind, (request) => followTarget({ kind }, callerIn(request), streams.directory));

  whole('orders', 'everything');
  whole('products', 'menu');
  whole('ready', 'ready');
  stream('orders/:id', 'one', (request) => followOne(request, streams));

  app.post(
    `${apiRoot}/events/ack`,
    { config: { access: 'session.use', scope: 'own' }, schema: { body: eventAckIn } },
    async (request, reply) => {
      const { tab, seq, hidden, station } = request.body;
      const member = streams.registry.find(callerIn(request), tab);
      // Also when it is back by WebSocket: what that one confirms it says there.
      if (member?.about.transport !== 'sse') throw new AppError('not_found', 'There is no such stream of events now.');
      member.confirm(seq, !hidden, station);
      return reply.code(204).send();
    },
  );

  app.register(async (door: Door) => {
    await door.register(compress, compression);
    pollRoutes(door, streams);
  });
}

/**
 * Nothing that is sent to us is unpacked ([POL2]): a few bytes could become gigabytes. The memory for one answer is 48 kB,
 * not zlib's 268.
 */
const compression: FastifyCompressOptions = {
  global: false,
  globalDecompression: false,
  encodings: ['gzip'],
  threshold: 2048,
  syncThreshold: 16 * 1024,
  zlibOptions: { level: 1, windowBits: 13, memLevel: 6 },
};

type Whole = Extract<Followed, { kind: 'everything' | 'ready' }>;
type Asked = Whole | Extract<Followed, { kind: 'order' }>;

function pollRoutes(app: Door, streams: LiveStreams): void {
  const poll = (path: string, followed: Whole) =>
    app.get(
      `${apiRoot}/sync/${path}`,
      {
        config: { access: streamAccess[followed.kind], isStream: true },
        exposeHeadRoute: false,
        schema: { querystring: syncQuery },
      },
      async (request, reply) => {
        const answer = await pollAnswer(request, request.query, reply, { followed, streams });
        return reply.type('application/json').compress(answer);
      },
    );

  poll('orders', { kind: 'everything' });
  poll('ready', { kind: 'ready' });
  pollOrder(app, streams);
}

/** One order, for whom neither kind of stream comes through ([GST5]). */
function pollOrder(app: Door, streams: LiveStreams): void {
  app.get(
    `${apiRoot}/sync/orders/:id`,
    {
      config: { access: streamAccess.one, scope: 'own', isStream: true },
      exposeHeadRoute: false,
      schema: { params: z.strictObject({ id: z.string() }), querystring: syncQuery },
    },
    async (request, reply) => {
      const target = { kind: 'one', id: request.params.id } as const;
      const allowed = followTarget(target, callerIn(request), streams.directory);
      if ('refused' in allowed) throw new AppError(errorOf[allowed.refused] ?? 'malformed');
      const { followed } = allowed;
      if (followed.kind !== 'order') throw new AppError('malformed');
      reply.type('application/json');
      return reply.compress(await pollAnswer(request, request.query, reply, { followed, streams }));
    },
  );
}

async function pollAnswer(
  request: FastifyRequest,
  { last_event_id: lastEventId, wait, tab, screen, station }: z.output<typeof syncQuery>,
  reply: FastifyReply,
  { followed, streams }: { readonly followed: Asked; readonly streams: LiveStreams },
): Promise<string> {
  const caller = callerIn(request);
  const feed = streams.fanout.polledFor(caller.restaurantId, followed);
  const waitMs = wait * 1000;
  // Also for an answer at once: a screen that is told what is open, and then is let in no more, would wait for ever.
  const why = streams.refusal({ tab, caller });
  if (why) throw refused(why, streams);
  const onGone = (listener: () => void) => reply.raw.once('close', listener);
  const isWhole = followed.kind === 'everything';
  const poll = {
    caller,
    feed,
    lastEventId,
    tab,
    screen,
    station,
    isWhole,
    waitMs,
    onGone,
    isGone: reply.raw.destroyed,
  };
  const answer = await holdPoll(poll, streams);
  if (answer === 'signed-out') throw new AppError('not_authenticated');
  return answer;
}

/** An order by its id, else the orders of a person by theirs. */
function followOne(request: FastifyRequest, { directory }: LiveStreams): Allowed {
  const { id } = request.params as { id: string };
  const caller = callerIn(request);
  if (!uuid.safeParse(id).success) return followPerson(id, caller, directory);
  const order = followTarget({ kind: 'one', id }, caller, directory);
  return 'refused' in order ? followPerson(id, caller, directory) : order;
}

const errorOf: Readonly<Partial<Record<number, ErrorCode>>> = {
  [closeCodes.notAllowed]: 'not_allowed',
  [closeCodes.noSuchOrder]: 'order_not_found',
};

function openEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: Allowed,
  streams: LiveStreams,
): FastifyReply {
  if ('refused' in allowed) throw new AppError(errorOf[allowed.refused] ?? 'malformed');
  const caller = callerIn(request);
  const query = parseStreamQuery(new URL(request.url, 'http://kitchen-pass').searchParams);
  const why = streams.refusal({ tab: query.tab, caller });
  if (why) return turnAway(reply, why, streams);
  const feed = streams.fanout.feedFor(caller.restaurantId, allowed.followed);
  const lastEventId = headerOf(request) ?? query.lastEventId;
  if (feed.isOver(allowed.followed, lastEventId)) return reply.code(204).send();
  takeOver(reply);
  const following = {
    caller,
    followed: allowed.followed,
    // Confirmed by requests that name the page; without a name nobody knows whose they are ([ACK2]).
    query: { ...query, lastEventId, acks: query.acks && query.tab !== undefined },
    feed,
  };
  try {
    openEventStream(reply.raw, following, streams);
  } catch (error) {
    streams.log.error({ err: error }, 'a stream of events could not be opened');
    reply.raw.destroy();
  }
  return reply;
}

/** The answer is written by hand from here on, with the headers that every answer has. */
function takeOver(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value ?? '');
  reply.hijack();
}

/** EventSource sends back what it was given; the address still has the older place. */
function headerOf({ headers }: FastifyRequest): string | undefined {
  const value = headers['last-event-id'];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function refused(why: Refusal, { turnedAway }: LiveStreams): AppError {
  turnedAway(why);
  return new AppError(why);
}

function turnAway(reply: FastifyReply, why: Refusal, streams: LiveStreams): FastifyReply {
  const done = streams.farewell();
  if (!done) throw refused(why, streams);
  streams.turnedAway(why);
  takeOver(reply);
  openFarewell(reply.raw, why, done);
  return reply;
}

import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type RestaurantId, restaurantId } from '#shared/domain/id.ts';
import type { Settings } from '../config/settings.ts';
import { createApiKeys } from './auth/api-keys.ts';
import { type AttemptLimits, createAttempts } from './auth/attempts.ts';
import { createDevices } from './auth/devices.ts';
import { createEntrance } from './auth/entrance.ts';
import { ensureFirstManager } from './auth/first-manager.ts';
import { createGuestAccounts } from './auth/guest-accounts.ts';
import { createGuestLinks } from './auth/guest-links.ts';
import { createKeyRing } from './auth/key-ring.ts';
import { createPairing } from './auth/pairing.ts';
import { createSecrets } from './auth/secrets.ts';
import { createSessions, personAsCaller } from './auth/sessions.ts';
import { type KeySafe, loadSigningKey } from './auth/signing-key.ts';
import { createStaff } from './auth/staff.ts';
import { createTableCodes } from './auth/table-codes.ts';
import { createTokens } from './auth/token.ts';
import { createCommitQueue } from './core/commit-queue.ts';
import { createIdSource } from './core/id-source.ts';
import { createMenuDesk } from './core/menu-desk.ts';
import { createMenuImport } from './core/menu-import.ts';
import { createOrderDesk } from './core/order-desk.ts';
import { createPhotoDesk } from './core/photo-desk.ts';
import { createSelfOrderDesk } from './core/self-order-desk.ts';
import { createSiteDesk } from './core/site-desk.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { createFanoutMemory } from './fanout/fanout-memory.ts';
import { createGuestMenu } from './fanout/guest-menu.ts';
import { type Closing, keepHouse } from './housekeeping.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Clock, Fanout } from './ports.ts';
import { createPrinting } from './printing/printing.ts';
import { openData } from './store/data.ts';
import { tightenFiles } from './store/own-files.ts';
import { sessionCookie } from './transport/credential.ts';
import { createGate } from './transport/gate.ts';
import { closeHttpServer, createHttpServer } from './transport/http-server.ts';
import { listen } from './transport/listen.ts';
import { createLiveSocket, type LiveSocket } from './transport/live-socket.ts';
import { createLiveStreams, type LiveStreams } from './transport/live-streams.ts';
import { allRoutes, type RouteDeps } from './transport/routes/all-routes.ts';
import { streamsNow } from './transport/streams-now.ts';
import { loadTls } from './transport/tls.ts';
import { createCourier } from './webhooks/courier.ts';
import { postEvent } from './webhooks/post.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

export type OrderServerDeps = {
  readonly settings: Settings;
  readonly log: Logger;
  /** Folder of the built pages (`out/renderer`). */
  readonly pagesDir: string;
  /** The reader worker's module: `reader.js` beside the bundle, or the `.ts` file in tests. */
  readonly readerModule: URL;
  /** A better-sqlite3 addon to use in place of its own (`KDS_SQLITE_ADDON`). */
  readonly sqliteAddon: string | undefined;
  /** The system's, unless another is in hand. */
  readonly clock?: Clock;
  /** The system's store of secrets, where the program that runs this has one. */
  readonly openKeySafe?: () => Promise<KeySafe | undefined>;
};

/** What a start found out. */
export type Running = {
  /** `http://127.0.0.1:4480`, or `https:`, always with the port really used. */
  readonly url: string;
  /** PEM; `undefined` where connections are not encrypted. */
  readonly certificate: string | undefined;
  readonly port: number;
  /** Set while the manager still has a printed first password. */
  readonly firstManager: { readonly username: string; readonly password: string } | null;
};

/** The order server of one data folder: composition root of everything in this folder. */
export interface OrderServer {
  /** Opens the data, then listens. Throws `StartFailure`; nothing is left open then. */
  run(): Promise<Running>;
  /** A manager's session for the window on this very machine, as a cookie for `Running.url`. */
  hostCookie(): Promise<{ readonly name: string; readonly value: string }>;
  /** Tells the screens, finishes what was accepted, closes the files. Safe to call twice. */
  stop(): Promise<void>;
}

const systemClock: Clock = { nowMs: () => Date.now() };

/** A table registers within a minute, from one address where they share it; who makes hundreds waits. */
const newAccounts: AttemptLimits = { each: { most: 10, perS: 1 / 60 }, all: { most: 60, perS: 0.1 } };

export function createOrderServer(deps: OrderServerDeps): OrderServer {
  const closings: Closing[] = [];
  let hostCookie: OrderServer['hostCookie'] = () => Promise.reject(new Error('the server does not run'));

  let stopped: Promise<void> | undefined;

  /** What one part leaves open must not keep the next, least of all the lock, from being let go. */
  async function close(): Promise<void> {
    for (const closing of closings.splice(0).reverse()) {
      await Promise.resolve()
        .then(closing)
        .catch((error) => deps.log.error({ err: error }, 'a part could not be closed'));
    }
  }

  function stop(): Promise<void> {
    stopped ??= close();
    return stopped;
  }

  return {
    run: async () => {
      try {
        const started = await start(deps, (closing) => closings.push(closing));
        hostCookie = started.hostCookie;
        return started.running;
      } catch (error) {
        await close();
        throw error;
      }
    },
    hostCookie: () => hostCookie(),
    stop,
  };
}

async function start(
  { settings, log, pagesDir, readerModule, sqliteAddon, clock = systemClock, openKeySafe }: OrderServerDeps,
  onStop: (closing: Closing) => void,
) {
  if (settings.redisUrl) log.warn('linking terminals is not built yet; what they are to be told is kept for them');
  const tls = loadTls(settings, log);
  tightenFiles(settings.dataDir, log);
  const data = await openData({ settings, readerModule, sqliteAddon });
  onStop(data.close);
  const { store, people, reader, reports } = data;
  const restaurant = restaurantId(settings.restaurant);
  const manager = await ensureFirstManager(people, {
    restaurantId: restaurant,
    adminPassword: settings.adminPassword,
    nowMs: clock.nowMs(),
  });

  const fanout = createFanoutMemory(store, randomBytes(8).toString('hex'));
  const metrics = createMetrics({
    clock,
    streamsNow: () => streamsNow(streams),
    headOf: (id) => fanout.feed(id).head(),
    isGood: (jti) => sessions.isGood(jti),
  });
  onStop(metrics.stop);
  const courier = createCourier({ hooks: data.hooks, store, post: postEvent, clock, log });
  const guestMenu = createGuestMenu(store);
  const told: Fanout = {
    committed: (events) => {
      guestMenu.committed(events);
      fanout.committed(events);
      courier.wake();
    },
  };
  const queue = createCommitQueue({ store, clock, log, fanout: told, meter: metrics.commits });
  const ids = createIdSource();
  const desk = createOrderDesk({ queue, store, ids, terminal: settings.terminal });
  const menu = createMenuDesk({ queue, store, ids });
  const site = createSiteDesk({ queue, store });
  const { dataDir } = settings;
  const printing = createPrinting({ prints: data.prints, store, queue, clock, ids, log });
  const ring = createKeyRing(await loadSigningKey({ dataDir, safe: await openKeySafe?.(), log }));
  const tokens = createTokens(ring);
  const links = createGuestLinks({ ring, orderAnywhere: store.orderAnywhere, clock });
  const codes = createTableCodes({ ring, restaurantId: restaurant, settings: () => store.settings(restaurant) });
  const devices = createDevices({ store: data.devices, tokens, clock, ids });
  const keys = createApiKeys(data.keys, clock);
  const attempts = createAttempts({ clock, log });
  const secrets = createSecrets(attempts);
  const sessions = createSessions({ people, devices, keys, tokens, links, tables: codes, clock });
  const entrance = createEntrance({ people, devices, sessions, secrets, tokens, clock });

  const gate = createGate(settings, clock);
  const directory = {
    placedBy: store.placedBy,
    isUser: (id: RestaurantId, user: string) => people.user(user)?.restaurantId === id,
  };
  const streams = createLiveStreams({
    sessions,
    fanout,
    directory,
    clock,
    log,
    maxConnections: settings.maxConnections,
    onBoard: printing.saw,
  });
  const routes: RouteDeps = {
    metrics,
    pagesDir,
    sessions,
    entrance,
    people,
    staff: createStaff({ people, secrets, sessions, clock, ids }),
    devices,
    keys,
    pairing: createPairing({ devices, attempts, clock, isGood: sessions.isGood }),
    restaurantName: (id) => store.restaurant(id)?.name,
    desk,
    links,
    codes,
    selfOrders: createSelfOrderDesk({ queue, store, ids }),
    accounts: createGuestAccounts({
      ...{ people, kept: data.guestOrders, store, links, secrets, entrance, clock, ids, restaurantId: restaurant },
      attempts: createAttempts({ clock, log }, newAccounts),
    }),
    menu,
    imports: createMenuImport({ queue, store, ids }),
    menuOf: store.products,
    photos: createPhotoDesk({ queue, photos: data.photos }),
    photoOf: data.photos.read,
    guestMenuOf: (id = settings.restaurant) => guestMenu.of(restaurantId(id)),
    site,
    reader,
    reports,
    webhooks: createWebhooks({ hooks: data.hooks, store, post: postEvent, clock, ids, wake: courier.wake }),
    printing: { ...printing, restaurantOf: store.restaurant, clock },
    clock,
    streams,
    health: () => ({ connections: [...streams.registry.all()].length, channels: fanout.feeds() }),
  };
  const http = createHttpServer({ sessions, gate, log, tls }, (app) => allRoutes(app, routes));
  const live = createLiveSocket(http.server, streams, gate);
  onStop(() => closeHttpServer(http));
  onStop(() => queue.stop());
  onStop(() => sayGoodbye(streams, live));
  const keeping = { data, queue, courier, printing, clock, log, restaurantId: restaurant };
  for (const closing of keepHouse(keeping)) onStop(closing);

  if (settings.demo) await seedDemo({ orders: desk, menu, site, clock }, store, personAsCaller(manager.user));
  const address = await listen(http, settings);
  return {
    running: {
      ...address,
      certificate: tls?.certificate,
      firstManager: manager.temporaryPassword
        ? { username: manager.user.username, password: manager.temporaryPassword }
        : null,
    } satisfies Running,
    hostCookie: async () => ({ name: sessionCookie, value: (await entrance.atHost(manager.user)).token }),
  };
}

/** Twice the time that a screen has to answer a goodbye. */
const goodbyesMs = 2000;

/** Screens hear that we stop and when to come back; those that do not answer are cut. */
async function sayGoodbye({ stop, registry }: LiveStreams, socket: LiveSocket): Promise<void> {
  stop();
  const until = systemClock.nowMs() + goodbyesMs;
  const isWaitedFor = () => [...registry.all()].some(({ member }) => member.about.transport === 'websocket');
  while (isWaitedFor() && systemClock.nowMs() < until) await wait(20);
  socket.cutAll();
}

import type { Settings } from '../../config/settings.ts';
import type { DeviceStore, GuestOrderStore, KeyStore, PeopleStore } from '../people-ports.ts';
import type { PhotoStore } from '../photo/ports.ts';
import type { OrderReader, OrderStore, ReportReader } from '../ports.ts';
import type { PrintStore } from '../printing/ports.ts';
import type { WebhookStore } from '../webhooks/ports.ts';
import { type DataLock, holdDataFolder } from './data-lock.ts';
import { createDeviceStoreSqlite } from './device-store-sqlite.ts';
import { createGuestOrderStoreSqlite } from './guest-order-store-sqlite.ts';
import { createKeyStoreSqlite } from './key-store-sqlite.ts';
import { asStartFailure, makeDataDir, openDatabase } from './open-database.ts';
import { createOrderReaderWorker } from './order-reader-worker.ts';
import { createOrderStoreSqlite } from './order-store-sqlite.ts';
import { createPeopleStoreSqlite } from './people-store-sqlite.ts';
import { createPhotoStoreSqlite } from './photo-store-sqlite.ts';
import { createPrintStoreSqlite } from './print-store-sqlite.ts';
import { createWebhookStoreSqlite } from './webhook-store-sqlite.ts';

export type DataSetup = {
  readonly settings: Settings;
  readonly readerModule: URL;
  readonly sqliteAddon: string | undefined;
};

/** Everything that lies in the data folder, opened and held. */
export type Data = {
  readonly store: OrderStore;
  readonly people: PeopleStore;
  readonly devices: DeviceStore;
  readonly keys: KeyStore;
  readonly hooks: WebhookStore;
  readonly prints: PrintStore;
  readonly guestOrders: GuestOrderStore;
  readonly photos: PhotoStore;
  readonly reader: OrderReader;
  readonly reports: ReportReader;
  /** Drops answers, sessions and what was printed from before `beforeMs`, and photos that no dish has since. */
  forget(beforeMs: number): void;
  close(): Promise<void>;
};

/** A second start waits this long for the first to end, then says who holds the folder. */
const lockWaitMs = 10_000;

export async function openData(setup: DataSetup): Promise<Data> {
  const { dataDir, terminal } = setup.settings;
  makeDataDir(dataDir);
  const holding = { waitMs: lockWaitMs, name: `terminal ${terminal}`, sqliteAddon: setup.sqliteAddon };
  const lock = await holdDataFolder(dataDir, holding).catch((error) => {
    throw asStartFailure(dataDir, error);
  });
  try {
    return openHeld(setup, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openHeld({ settings, readerModule, sqliteAddon }: DataSetup, lock: DataLock): Data {
  const { dataDir, restaurant, timeZone, redisUrl } = settings;
  const db = openDatabase({ dataDir, sqliteAddon }, { id: restaurant, timeZone });
  const store = createOrderStoreSqlite(db, { replicating: redisUrl !== undefined });
  const people = createPeopleStoreSqlite(db);
  const prints = createPrintStoreSqlite(db);
  const photos = createPhotoStoreSqlite(db);
  const reader = createOrderReaderWorker(readerModule, { dataDir, sqliteAddon });
  const reports = createOrderReaderWorker(readerModule, { dataDir, sqliteAddon });
  return {
    store,
    people,
    devices: createDeviceStoreSqlite(db),
    keys: createKeyStoreSqlite(db),
    hooks: createWebhookStoreSqlite(db),
    prints,
    guestOrders: createGuestOrderStoreSqlite(db),
    photos,
    reader,
    reports,
    forget: (beforeMs) => {
      store.forgetAnswers(beforeMs);
      people.forgetSessions(beforeMs);
      prints.forget(beforeMs);
      photos.forget(beforeMs);
    },
    close: async () => {
      await Promise.all([reader.stop(), reports.stop()]);
      db.close();
      lock.release();
    },
  };
}

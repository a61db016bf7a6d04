import type { ChangeSettings, SetStations } from '#shared/domain/command.ts';
import { productId, stationId } from '#shared/domain/id.ts';
import type { SettingsChange } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ProductIn } from '#shared/protocol/product-requests.ts';
import type { SettingsIn, StationsIn } from '#shared/protocol/site-requests.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import { toWireSettings, toWireStations, type WireSettings, type WireStations } from '#shared/protocol/wire-site.ts';
import type { Caller, IdSource, OrderStore } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { makeProduct } from './make-product.ts';
import type { Created } from './order-desk.ts';
import { type Answer, type RequestMark, submissionOf } from './submission.ts';

/** Where every door hands in what people want done with the menu, the stations and the settings. */
export interface SiteDesk {
  createProduct(caller: Caller, input: ProductIn, mark: RequestMark): Promise<Created>;
  setAvailability(caller: Caller, id: string, available: boolean, mark: RequestMark): Promise<Answer>;
  setStations(caller: Caller, input: StationsIn, mark: RequestMark): Promise<Answer>;
  changeSettings(caller: Caller, input: SettingsIn, mark: RequestMark): Promise<Answer>;
  stations(caller: Caller): WireStations;
  settings(caller: Caller): WireSettings;
}

export type SiteDeskDeps = { readonly queue: CommitQueue; readonly store: OrderStore; readonly ids: IdSource };

export function createSiteDesk({ queue, store, ids }: SiteDeskDeps): SiteDesk {
  const product = (from: OrderStore, caller: Caller, id: string) => {
    const found = from.product(caller.restaurantId, productId(id));
    return found && toWireProduct(found);
  };
  const stations = (caller: Caller, from = store) => toWireStations(from.stations(caller.restaurantId));
  const settings = (caller: Caller, from = store) => toWireSettings(from.settings(caller.restaurantId));

  return {
    createProduct: async (caller, input, mark) => {
      const { idempotency } = mark;
      const id = idempotency ? ids.derived(caller.restaurantId, caller.subject, idempotency.key) : ids.random();
      const answer = await queue.submit(
        submissionOf(caller, mark, {
          successStatus: 201,
          make: (from, nowMs) => {
            const restaurant = from.restaurant(caller.restaurantId);
            if (!restaurant) throw new AppError('not_allowed');
            return makeProduct(id, input, restaurant, nowMs);
          },
          current: (from) => product(from, caller, id),
        }),
      );
      return { ...answer, id };
    },
    setAvailability: (caller, id, available, mark) => {
      const { restaurantId } = caller;
      const command = { kind: 'product.set-availability', restaurantId, productId: productId(id), available } as const;
      const current = (from: OrderStore) => product(from, caller, id);
      return queue.submit(submissionOf(caller, mark, { successStatus: 200, make: () => ({ command }), current }));
    },
    setStations: (caller, input, mark) => {
      const command = { ...setStations(caller, input), ...versionOf(mark) };
      const current = (from: OrderStore) => stations(caller, from);
      return queue.submit(submissionOf(caller, mark, { successStatus: 200, make: () => ({ command }), current }));
    },
    changeSettings: (caller, input, mark) => {
      const command = { ...changeSettings(caller, input), ...versionOf(mark) };
      const current = (from: OrderStore) => settings(caller, from);
      return queue.submit(submissionOf(caller, mark, { successStatus: 200, make: () => ({ command }), current }));
    },
    stations: (caller) => stations(caller),
    settings: (caller) => settings(caller),
  };
}

const versionOf = ({ ifVersion }: RequestMark) => (ifVersion === undefined ? {} : { ifVersion });

function setStations({ restaurantId }: Caller, { items }: StationsIn): SetStations {
  const list = items.map(({ id, next, ...station }) => ({
    ...station,
    id: stationId(id),
    next: next === null ? null : stationId(next),
  }));
  return { kind: 'stations.set', restaurantId, list };
}

const fieldNames = {
  warn_minutes: 'warnMinutes',
  late_minutes: 'lateMinutes',
  late_after_target_minutes: 'lateAfterTargetMinutes',
  hold_courses: 'holdCourses',
  firing: 'firing',
  lead_minutes: 'leadMinutes',
  lead_seconds_per_item: 'leadSecondsPerItem',
  acknowledge_allergens: 'acknowledgeAllergens',
  auto_bump_minutes: 'autoBumpMinutes',
  nightly_clear: 'nightlyClear',
  alarm_repeat_seconds: 'alarmRepeatSeconds',
  alarm_louder_seconds: 'alarmLouderSeconds',
} as const satisfies Record<Exclude<keyof SettingsIn, 'made_at'>, keyof SettingsChange>;

function changeSettings({ restaurantId }: Caller, { made_at: _, ...input }: SettingsIn): ChangeSettings {
  const named = Object.entries(input).filter(([, value]) => value !== undefined);
  const change = Object.fromEntries(named.map(([name, value]) => [fieldNames[name as keyof typeof fieldNames], value]));
  return { kind: 'settings.change', restaurantId, change };
}

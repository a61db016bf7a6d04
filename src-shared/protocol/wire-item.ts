import { lineId, orderId, productId, stationId } from '../domain/id.ts';
import { type Line, type LineContent, type LineStatus, lineStatus } from '../domain/line.ts';
import { fromMinor, toMinor } from '../domain/money.ts';
import type { Progress, RouteReason, WorkStatus } from '../domain/progress.ts';
import { firedAtMs } from '../domain/timing.ts';
import { toIso, toMs } from './wire-time.ts';

/** What of an item may be changed after it was sent. */
export type WireContent = {
  quantity: number;
  modifiers: { name: string; price: number }[];
  notes: string | null;
  seat: number | null;
  course: number | null;
  allergens: string[];
};

export type WireItem = WireContent & {
  id: string;
  menu_item_id: string | null;
  name: string;
  category: string | null;
  unit_price: number;
  prep_minutes: number | null;
  stations: string[];
  status: LineStatus;
  round: number;
  /** 0 came with the order, 1 with the first addition, and so on. */
  addition: number;
  added_at: string;
  held_at: string | null;
  starts_at: string | null;
  /** Null when it comes by the order's promise, or is on hold. */
  fired_at: string | null;
  /** What it was before a change that not every station has acknowledged. */
  changed_from: WireContent | null;
  changed_at: string | null;
  voided_at: string | null;
  void_reason: string | null;
  void_cooked: boolean | null;
  /** The expo has taken note of it, beside the stations. */
  expo_seen_at: string | null;
  /** The order that it came with, when two were merged. */
  merged_from?: string;
  /** What was done to it by commands that ring nothing. */
  quiet: { stations: string[]; change: boolean; voiding: boolean } | null;
  progress: WireProgress[];
};

export type WireProgress = {
  station: string;
  status: WorkStatus;
  started_at: string | null;
  ready_at: string | null;
  completed_at: string | null;
  since: string | null;
  /** Stations that it waits for. */
  after: string[];
  routed_by: RouteReason;
  acknowledged_at: string | null;
  done_by: string | null;
  done_by_age: boolean;
  turn: number;
};

function toWireContent(content: LineContent, currency: string): WireContent {
  return {
    quantity: content.quantity,
    modifiers: content.modifiers.map(({ name, price }) => ({ name, price: fromMinor(price, currency) })),
    notes: content.notes,
    seat: content.seat,
    course: content.course,
    allergens: [...content.allergens],
  };
}

/** One dish of an order, as answers and events show it. */
export function toWireItem(line: Line, currency: string): WireItem {
  return {
    id: line.id,
    menu_item_id: line.productId,
    name: line.name,
    category: line.category,
    unit_price: fromMinor(line.unitPrice, currency),
    prep_minutes: line.prepMinutes,
    ...toWireContent(line, currency),
    stations: line.progress.map((part) => part.station),
    status: lineStatus(line),
    round: line.round,
    addition: line.addition,
    added_at: toIso(line.addedAtMs),
    held_at: toIso(line.heldAtMs),
    starts_at: toIso(line.startsAtMs),
    fired_at: toIso(firedAtMs(line)),
    changed_from: line.changedFrom && toWireContent(line.changedFrom, currency),
    changed_at: toIso(line.changedAtMs),
    voided_at: toIso(line.voidedAtMs),
    void_reason: line.voidReason,
    void_cooked: line.voidCooked,
    expo_seen_at: toIso(line.expoSeenAtMs),
    ...(line.mergedFrom === undefined ? {} : { merged_from: line.mergedFrom }),
    quiet: line.quiet && { ...line.quiet, stations: [...line.quiet.stations] },
    progress: line.progress.map(toWireProgress),
  };
}

function toWireProgress(part: Progress): WireProgress {
  return {
    station: part.station,
    status: part.status,
    started_at: toIso(part.startedAtMs),
    ready_at: toIso(part.readyAtMs),
    completed_at: toIso(part.completedAtMs),
    since: toIso(part.sinceMs),
    after: [...part.after],
    routed_by: part.routedBy,
    acknowledged_at: toIso(part.acknowledgedAtMs),
    done_by: part.doneBy,
    done_by_age: part.doneByAge,
    turn: part.turn,
  };
}

function fromWireContent(wire: WireContent, currency: string): LineContent {
  return {
    quantity: wire.quantity,
    modifiers: wire.modifiers.map(({ name, price }) => ({ name, price: toMinor(price, currency) ?? 0 })),
    notes: wire.notes,
    seat: wire.seat,
    course: wire.course,
    allergens: wire.allergens,
  };
}

/** The inverse of `toWireItem` ([WIR2]). */
export function fromWireItem(item: WireItem, currency: string): Line {
  return {
    id: lineId(item.id),
    productId: item.menu_item_id === null ? null : productId(item.menu_item_id),
    name: item.name,
    category: item.category,
    unitPrice: toMinor(item.unit_price, currency) ?? 0,
    prepMinutes: item.prep_minutes,
    ...fromWireContent(item, currency),
    progress: item.progress.map(fromWireProgress),
    round: item.round,
    addition: item.addition,
    addedAtMs: toMs(item.added_at),
    heldAtMs: toMs(item.held_at),
    startsAtMs: toMs(item.starts_at),
    firedAtMs: toMs(item.fired_at),
    changedFrom: item.changed_from && fromWireContent(item.changed_from, currency),
    changedAtMs: toMs(item.changed_at),
    voidedAtMs: toMs(item.voided_at),
    voidReason: item.void_reason,
    voidCooked: item.void_cooked,
    expoSeenAtMs: toMs(item.expo_seen_at),
    ...(item.merged_from === undefined ? {} : { mergedFrom: orderId(item.merged_from) }),
    quiet: item.quiet ? { ...item.quiet, stations: item.quiet.stations.map(stationId) } : null,
  };
}

function fromWireProgress(part: WireProgress): Progress {
  return {
    station: stationId(part.station),
    status: part.status,
    startedAtMs: toMs(part.started_at),
    readyAtMs: toMs(part.ready_at),
    completedAtMs: toMs(part.completed_at),
    sinceMs: toMs(part.since),
    after: part.after.map(stationId),
    routedBy: part.routed_by,
    acknowledgedAtMs: toMs(part.acknowledged_at),
    doneBy: part.done_by,
    doneByAge: part.done_by_age,
    turn: part.turn,
  };
}

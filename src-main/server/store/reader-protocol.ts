import type { BumpedListQuery, OrderListQuery } from '#shared/protocol/list-requests.ts';
import type { ReportQuery } from '#shared/protocol/report-requests.ts';
import type { ReportKind } from '../reports/report-text.ts';

/** What the server's thread asks of the reader's, and what comes back. */
export type ReaderQuestion =
  | { readonly what: 'orders'; readonly restaurantId: string; readonly query: OrderListQuery }
  | { readonly what: 'history'; readonly restaurantId: string; readonly orderId: string }
  | {
      readonly what: 'bumped';
      readonly restaurantId: string;
      readonly query: BumpedListQuery;
      readonly nowMs: number;
    }
  | {
      readonly what: 'products';
      readonly restaurantId: string;
      readonly query: { readonly cursor?: string | undefined; readonly limit: number };
    }
  | { readonly what: 'keep-up'; readonly restaurantId: string }
  | {
      readonly what: 'report';
      readonly restaurantId: string;
      readonly kind: ReportKind;
      readonly query: ReportQuery;
    };

export type ReaderRequest = { readonly id: number; readonly question: ReaderQuestion };
/** `code`: what SQLite or the system calls the trouble; an error that goes from thread to thread loses it. */
export type ReaderTrouble = { readonly error: string; readonly code: string | undefined };
export type ReaderReply = { readonly id: number } & ({ readonly text: string } | ReaderTrouble);

export type ReaderSetup = { readonly dataDir: string; readonly sqliteAddon: string | undefined };

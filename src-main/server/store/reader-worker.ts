import { parentPort, workerData } from 'node:worker_threads';
import { listBumped } from './bumped-list.ts';
import { openReadOnly } from './open-database.ts';
import { openReports, type Reports } from './open-reports.ts';
import { historyOf } from './order-history.ts';
import { listOrders, listProducts } from './order-list.ts';
import type { ReaderQuestion, ReaderReply, ReaderRequest, ReaderSetup } from './reader-protocol.ts';

/** Entry of the reader's thread: its own read-only connection, one question after the other ([RDR1]). */
const db = openReadOnly(workerData as ReaderSetup);
let reports: Reports | undefined;

parentPort?.on('message', ({ id, question }: ReaderRequest) => parentPort?.postMessage(reply(id, question)));

function reply(id: number, question: ReaderQuestion): ReaderReply {
  try {
    return { id, text: answer(question) };
  } catch (error) {
    const { message = String(error), code } = error as Partial<NodeJS.ErrnoException>;
    return { id, error: message, code };
  }
}

function answer(question: ReaderQuestion): string {
  if (question.what === 'orders') return listOrders(db, question.restaurantId, question.query);
  if (question.what === 'history') return historyOf(db, question.restaurantId, question.orderId);
  if (question.what === 'bumped') return listBumped(db, question.restaurantId, question.query, question.nowMs);
  if (question.what === 'products') return listProducts(db, question.restaurantId, question.query);
  reports ??= openReports(db, workerData as ReaderSetup);
  if (question.what === 'keep-up') return String(reports.keepUp(question.restaurantId));
  return reports.report(question.restaurantId, question.kind, question.query);
}

import { productId } from '#shared/domain/id.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import type { Photo, PhotoStore } from '../photo/ports.ts';
import type { Caller, OrderStore } from '../ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import { type Answer, type RequestMark, submissionOf } from './submission.ts';

/** Gives a dish its photo, or takes it away: a change of the dish like any other ([PHO1]). */
export interface PhotoDesk {
  /** Null: it has none any more. */
  set(caller: Caller, id: string, photo: Photo | null, mark: RequestMark): Promise<Answer>;
}

type PhotoDeskDeps = {
  readonly queue: CommitQueue;
  readonly photos: Pick<PhotoStore, 'save'>;
};

export function createPhotoDesk({ queue, photos }: PhotoDeskDeps): PhotoDesk {
  const dishOf = (from: OrderStore, { restaurantId }: Caller, id: string) => from.product(restaurantId, productId(id));

  return {
    set: (caller, id, photo, mark) =>
      queue.submit(
        submissionOf(caller, mark, {
          successStatus: 200,
          make: (from, nowMs) => {
            const dish = dishOf(from, caller, id);
            // Nothing is kept for a dish that is not there, or is another by now.
            const isTaken = dish?.removedAtMs === null && dish.version === (mark.ifVersion ?? dish.version);
            if (photo && isTaken) photos.save(photo, nowMs);
            const { restaurantId } = caller;
            const on = { restaurantId, productId: productId(id), ...versionIn(mark) };
            return { command: { kind: 'product.change', ...on, change: { photo: photo?.hash ?? null } } };
          },
          current: (from) => {
            const dish = dishOf(from, caller, id);
            return dish && toWireProduct(dish);
          },
        }),
      ),
  };
}

const versionIn = ({ ifVersion }: RequestMark) => (ifVersion === undefined ? {} : { ifVersion });

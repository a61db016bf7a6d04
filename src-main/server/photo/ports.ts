import type { PhotoType } from './read-photo.ts';

export type Photo = {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly type: PhotoType;
  readonly bytes: Buffer;
};

/** Pictures by what is in them; which dish has which is the menu's ([PHO2]). */
export interface PhotoStore {
  /** Inside the transaction that gives it to a dish, so that neither is there without the other. */
  save(photo: Photo, atMs: number): void;
  read(hash: string): Pick<Photo, 'type' | 'bytes'> | undefined;
  /** Those that no dish has and nobody has brought since then; gives how many. */
  forget(beforeMs: number): number;
}

import { z } from 'zod';
import { moment, uuid } from './text.ts';

/** What a command says that stood there, as in `WireSight`. */
export const seen = z
  .strictObject({
    at: moment,
    items: z.array(z.strictObject({ id: uuid, turns: z.int().min(0) })).max(2000),
  })
  .nullish();

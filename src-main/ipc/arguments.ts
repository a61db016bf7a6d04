import { z } from 'zod';
import type { RequestChannels, SendChannels } from '#shared/ipc/channels.ts';

const nothing = z.undefined();

/** What each channel may be sent. A page that sends anything else has been taken over or is broken: it is not heard. */
export const sendArguments = {
  'try-again': nothing,
  'take-port': z.strictObject({ port: z.number().int().min(1).max(65_535) }),
  'show-data-folder': nothing,
  quit: nothing,
} satisfies { [Channel in keyof SendChannels]: z.ZodType<SendChannels[Channel]> };

export const requestArguments = {
  'start-state': nothing,
  'choose-data-folder': nothing,
} satisfies { [Channel in keyof RequestChannels]: z.ZodType<RequestChannels[Channel]['argument']> };

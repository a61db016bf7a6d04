import { ipcMain, type WebContents } from 'electron';
import type { Logger } from 'pino';
import type { PushChannels, RequestChannels, SendChannels } from '#shared/ipc/channels.ts';
import { requestArguments, sendArguments } from './arguments.ts';
import { isOurPage, type Sender } from './sender.ts';

export type SendHandlers = { [Channel in keyof SendChannels]: (argument: SendChannels[Channel]) => void };

export type RequestHandlers = {
  [Channel in keyof RequestChannels]: (
    argument: RequestChannels[Channel]['argument'],
  ) => Promise<RequestChannels[Channel]['answer']> | RequestChannels[Channel]['answer'];
};

/** Opens every channel of the maps, each behind a check of who sends and what is sent. */
export function openDoors(sends: SendHandlers, requests: RequestHandlers, log: Logger): void {
  for (const channel of Object.keys(sends) as (keyof SendChannels)[]) openSend(channel, sends, log);
  for (const channel of Object.keys(requests) as (keyof RequestChannels)[]) openRequest(channel, requests, log);
}

function openSend<Channel extends keyof SendChannels>(channel: Channel, sends: SendHandlers, log: Logger): void {
  ipcMain.on(channel, (event, argument: unknown) => {
    const checked = sendArguments[channel].safeParse(argument);
    if (isOurPage(event) && checked.success) sends[channel](checked.data as SendChannels[Channel]);
    else reportRefusal(log, channel, event);
  });
}

function openRequest(channel: keyof RequestChannels, requests: RequestHandlers, log: Logger): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    const checked = requestArguments[channel].safeParse(argument);
    if (isOurPage(event) && checked.success) return requests[channel](checked.data);
    reportRefusal(log, channel, event);
    throw new Error('refused');
  });
}

function reportRefusal(log: Logger, channel: string, { senderFrame }: Sender): void {
  log.warn({ channel, origin: senderFrame?.origin }, 'a message that is not allowed was refused');
}

/** Tells the page; one that is not ours has no listener for it. */
export function push<Channel extends keyof PushChannels>(
  page: WebContents,
  channel: Channel,
  value: PushChannels[Channel],
): void {
  page.send(channel, value);
}

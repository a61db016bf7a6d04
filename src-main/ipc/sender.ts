import { appOrigin } from '#shared/ipc/channels.ts';

type Frame = { readonly origin: string };

/** What of Electron's event says who is speaking. */
export type Sender = {
  readonly senderFrame: Frame | null;
  readonly sender: { readonly mainFrame: Frame };
};

/** Only the main frame of a page of our own; the board's pages come from the network's side and have no say here. */
export function isOurPage({ senderFrame, sender }: Sender): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === appOrigin;
}

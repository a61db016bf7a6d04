import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Taken = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly json: any };

/** Another program that is told what happens: a real HTTP server, which answers as it is told to. */
export type WebhookSink = {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** From now on; `null` never answers. */
  answerWith(status: number | null): void;
  close(): Promise<void>;
};

export async function openSink(): Promise<WebhookSink> {
  const taken: Taken[] = [];
  let status: number | null = 200;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += piece;
    taken.push({ headers: request.headers, body, json: JSON.parse(body) });
    if (status !== null) response.writeHead(status, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kitchen`,
    taken,
    answerWith: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As the other side checks it, by the words of the standard alone. */
export function isSigned({ headers, body }: Taken, secret: string): boolean {
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
}

import { Agent, request } from 'node:http';
import { rememberSecretsIn, rememberSecretsInText } from './sent-secrets.ts';

/** A client at one of the loopback addresses: a LAN full of strangers on one machine. */
export type AtAddress = {
  post(path: string, body: unknown): Promise<{ readonly status: number; readonly json: any }>;
  close(): void;
};

/** `localAddress`: 127.x.y.z, from which the connections come. `url`: the server, on 127.0.0.1. */
export function atAddress(url: string, localAddress: string): AtAddress {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        rememberSecretsIn(url, body, path);
        const asked = request(`${url}/api/v1${path}`, {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
        });
        asked.on('error', reject);
        asked.on('response', async (answer) => {
          let text = '';
          for await (const piece of answer.setEncoding('utf8')) text += piece;
          rememberSecretsInText(url, text, path);
          resolve({ status: answer.statusCode ?? 0, json: text ? JSON.parse(text) : undefined });
        });
        asked.end(JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
}

/** 250 of them, as the guests of a large place. */
export const crowdOf = (url: string): readonly AtAddress[] =>
  Array.from({ length: 250 }, (_, n) => atAddress(url, `127.0.9.${n + 1}`));

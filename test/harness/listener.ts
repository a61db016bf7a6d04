import { get } from 'node:http';
import WebSocket from 'ws';
import { rememberSecret, rememberSecretsIn } from './sent-secrets.ts';

/** Somebody who follows a stream and keeps every byte that is said, whatever it is: heads, frames, reasons. */
export type Listener = {
  /** All that came, in order. */
  heard(): string;
  close(): void;
};

function auth(url: string, token: string) {
  rememberSecret(url, token);
  return { authorization: `Bearer ${token}` };
}

export function listenBySocket(url: string, path: string, token: string): Listener {
  let heard = '';
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers: auth(url, token) });
  socket.on('upgrade', ({ headers }) => {
    heard += `${JSON.stringify(headers)}\n`;
  });
  socket.on('message', (data) => {
    heard += `${data}\n`;
  });
  socket.on('close', (code, reason) => {
    heard += `closed ${code} ${reason}\n`;
  });
  socket.on('error', (error) => {
    heard += `${error.message}\n`;
  });
  return { heard: () => heard, close: () => socket.close() };
}

/** A stream of events, or any answer that has no end. */
export function listenByEvents(url: string, path: string, token: string): Listener {
  let heard = '';
  const request = get(`${url}/api/v1${path}`, { headers: auth(url, token), agent: false }, (answer) => {
    heard += `${answer.statusCode} ${JSON.stringify(answer.headers)}\n`;
    answer.setEncoding('utf8');
    answer.on('data', (piece: string) => {
      heard += piece;
    });
    answer.on('end', () => {
      heard += '\nended';
    });
    answer.on('error', () => undefined);
  });
  request.on('error', () => undefined);
  return { heard: () => heard, close: () => request.destroy() };
}

/** One answer, head and body. */
export async function told(url: string, method: string, path: string, token: string, body?: unknown): Promise<string> {
  rememberSecretsIn(url, body, path);
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...auth(url, token), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return `${answer.status} ${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
}

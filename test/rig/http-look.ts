/** What the head of a request asks for, as far as faults care. */
export type Asked = 'upgrade' | 'stream' | 'other';

const requestLine = /^(GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS) \S+ HTTP\/1\.1\r\n/;

/** `undefined` when the chunk does not begin a request. Our clients send each head in one piece. */
export function askedIn(chunk: Buffer): Asked | undefined {
  const text = chunk.toString('latin1');
  if (!requestLine.test(text)) return undefined;
  const head = text.slice(0, text.indexOf('\r\n\r\n')).toLowerCase();
  if (/\r\nupgrade: *websocket/.test(head)) return 'upgrade';
  return /\r\naccept: *text\/event-stream/.test(head) || /^get \S*\/events\//.test(head) ? 'stream' : 'other';
}

export const refusal = (status: 400 | 403): string =>
  `HTTP/1.1 ${status} ${status === 400 ? 'Bad Request' : 'Forbidden'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

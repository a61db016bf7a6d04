import { once } from 'node:events';
import WebSocket from 'ws';

/** A board as the wire sees it: follows everything, answers heartbeats, and says whose work it shows. */
export type RawBoard = {
  /** Confirms from now on as a page that nobody can see. */
  hide(): void;
  shows(station: string | undefined): void;
  /** Asks for a heartbeat and comes back when it is answered, with all that was stored before. */
  beat(): Promise<void>;
  close(): Promise<void>;
};

export async function openBoard(url: string, token: string, station?: string): Promise<RawBoard> {
  const address = `${url.replace('http', 'ws')}/api/v1/ws/orders/live?acks=1&screen=board`;
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } });
  const beats: (() => void)[] = [];
  let shown = station;
  let isHidden = false;
  let isLast = false;

  function confirm(seq: number): void {
    const where = shown === undefined ? {} : { station: shown };
    socket.send(JSON.stringify({ type: 'ack', seq, ...(isHidden ? { hidden: true } : {}), ...where }));
  }

  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    if (frame.type === 'snapshot' || frame.type === 'connection_established') return;
    if (frame.type === 'live') confirm(frame.seq ?? frame.head ?? 0);
    if (typeof frame.seq === 'number') confirm(frame.seq);
    if (frame.type !== 'heartbeat') return;
    if (!isLast) confirm(frame.sent || frame.head);
    for (const done of beats.splice(0)) done();
  });

  function answered(): Promise<void> {
    const came = new Promise<void>((resolve) => beats.push(resolve));
    socket.send('{"type":"ping"}');
    return came;
  }

  /** The second answer comes when what was confirmed after the first has been heard; itself it is not confirmed. */
  async function beat(): Promise<void> {
    await answered();
    isLast = true;
    await answered();
    isLast = false;
  }

  await once(socket, 'open');
  await beat();
  return {
    beat,
    hide: () => {
      isHidden = true;
    },
    shows: (station) => {
      shown = station;
    },
    close: async () => {
      const gone = once(socket, 'close');
      socket.terminate();
      await gone;
    },
  };
}

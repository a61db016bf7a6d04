import { expect, test } from 'vitest';
import { isReadableByOthers } from './plain-http.ts';

const isReadable = (address: string) => isReadableByOthers(new URL(address));

test('[HTP1] plain HTTP can be read along by others, but not on its own machine, nor HTTPS', () => {
  for (const address of ['http://192.168.1.5:4480', 'http://kitchen-pass.local:4480', 'http://128.0.0.1'])
    expect([address, isReadable(address)]).toEqual([address, true]);
  for (const address of ['http://127.0.0.1:4480', 'http://localhost:4480', 'http://[::1]:4480', 'https://192.168.1.5'])
    expect([address, isReadable(address)]).toEqual([address, false]);
});

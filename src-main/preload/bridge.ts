import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { PushChannels, RequestChannels, SendChannels } from '#shared/ipc/channels.ts';

/** The only door between a page and the main process. The board needs none of it: it talks to the server by HTTP. */
const bridge: Bridge = {
  startState: () => request('start-state', undefined),
  onStartState: (listener) => listen('start-state-changed', listener),
  tryAgain: () => send('try-again', undefined),
  takePort: (port) => send('take-port', { port }),
  chooseDataFolder: () => request('choose-data-folder', undefined),
  showDataFolder: () => send('show-data-folder', undefined),
  quit: () => send('quit', undefined),
};

function send<Channel extends keyof SendChannels>(channel: Channel, argument: SendChannels[Channel]): void {
  ipcRenderer.send(channel, argument);
}

function request<Channel extends keyof RequestChannels>(
  channel: Channel,
  argument: RequestChannels[Channel]['argument'],
): Promise<RequestChannels[Channel]['answer']> {
  return ipcRenderer.invoke(channel, argument);
}

/** The event object stays here: through its `sender` a page could send on any channel. */
function listen<Channel extends keyof PushChannels>(
  channel: Channel,
  listener: (value: PushChannels[Channel]) => void,
) {
  const forward = (_event: unknown, value: PushChannels[Channel]) => listener(value);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.off(channel, forward);
  };
}

const page = (globalThis as { location?: { protocol: string } }).location;
if (page?.protocol === 'app:') contextBridge.exposeInMainWorld('kitchenPass', bridge);

import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { networkAddresses } from './network-addresses.ts';

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});

const interfaces = {
  lo: [v4('127.0.0.1', true)],
  docker0: [v4('172.17.0.1')],
  eth0: [v4('10.1.2.3'), v4('169.254.8.8')],
  wlan0: [v4('192.168.1.5')],
  none: undefined,
};
const on = (address: string, scheme: 'http' | 'https' = 'http') =>
  networkAddresses({ address, port: 4480, family: 'IPv4' }, scheme, interfaces);

test('[PAI4] a server that listens to its own machine only has no address for others', () => {
  for (const own of ['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1']) expect([own, on(own)]).toEqual([own, []]);
  expect(networkAddresses(null, 'http')).toEqual([]);
});

test('[PAI4] one that listens to all is found where the machine is, the likeliest first', () => {
  for (const every of ['0.0.0.0', '::'])
    expect(on(every)).toEqual(['http://192.168.1.5:4480', 'http://10.1.2.3:4480', 'http://172.17.0.1:4480']);
});

test('[PAI4] one that listens to one address is found there', () => {
  expect(on('192.168.1.5')).toEqual(['http://192.168.1.5:4480']);
  expect(on('fd00::5')).toEqual(['http://[fd00::5]:4480']);
});

test('[PAI4] [TLS1] an encrypted one is found by https, and nowhere without', () => {
  expect(on('0.0.0.0', 'https')[0]).toBe('https://192.168.1.5:4480');
  expect(on('192.168.1.5', 'https')).toEqual(['https://192.168.1.5:4480']);
});

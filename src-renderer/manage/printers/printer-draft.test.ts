import { expect, test } from 'vitest';
import { draftOf, printerFrom } from './printer-draft.ts';

test('[PRT1] a port is a number in Western or Arabic figures; what is none goes as one that is refused by its name', () => {
  const portFrom = (port: string) => printerFrom({ ...draftOf(null, 'ar'), port }).port;
  expect(['9100', ' ٩١٠٠ ', '65535', '65536', '0', 'lpt1', ''].map(portFrom)).toEqual([9100, 9100, 65_535, 0, 0, 0, 0]);
});

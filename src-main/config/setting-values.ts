import { isIP } from 'node:net';
import { z } from 'zod';
import { isTimeZone } from '#shared/domain/business-day.ts';

const words = (text: string) => ({ error: text });

/** As JSON a number, elsewhere its digits. */
function wholeNumber(least: number, most: number, said: string) {
  const digits = z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number);
  const fits = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  return z.union([z.number(), digits], words(said)).refine(fits, words(said));
}

/** `*` would let every web page in the world work the kitchen's board. */
const origins = listOf(isOrigin, 'is not a list of origins like http://pos.local:8080');

/** `*` would let a stranger's name that leads here pass for ours. */
const hosts = listOf(isHost, 'is not a list of names or addresses like kitchen.example, without ports');

/** As JSON a list, elsewhere with commas. */
function listOf(isGood: (text: string) => boolean, said: string) {
  const one = z.string().refine(isGood, words(said));
  const split = z.string().transform((text) => text.split(',').map((each) => each.trim()));
  return z.union([z.array(one), split.pipe(z.array(one))], words(said));
}

const file = z.string(words('is not a file')).min(1, words('is not a file'));

const flag = z.union(
  [z.boolean(), z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off'] })],
  words('is neither yes nor no'),
);

/**
 * What each setting may be, as text (command line, environment) or as JSON (settings file). The messages end a line
 * that begins with the value, so they say what the value is not.
 */
export const settingValues = {
  host: z.string().regex(/^[\w.:-]{1,253}$/, words('is not a host name or address')),
  port: wholeNumber(0, 65_535, 'is not a port (0 to 65535)'),
  dataDir: z.string(words('is not a folder')).min(1, words('is not a folder')),
  adminPassword: z
    .string()
    .min(8, words('is too short: at least 8 characters'))
    .max(200, words('is too long: at most 200 characters')),
  redisUrl: z.string().refine(isRedisUrl, words('is not an address like redis://192.168.1.5:6379')),
  site: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, words('is not a site name (a-z, 0-9 and -, at most 40)')),
  terminal: z.string(words('is not one capital letter')).regex(/^[A-Z]$/, words('is not one capital letter')),
  restaurant: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, words('is not a restaurant id (a-z, 0-9 and -, at most 40)')),
  timeZone: z.string().refine(isTimeZone, words('is not a time zone like Europe/Paris')),
  allowedOrigins: origins,
  allowedHosts: hosts,
  maxConnections: wholeNumber(1, 65_535, 'is not a number from 1 to 65535'),
  tlsKey: file,
  tlsCert: file,
  logLevel: z.enum(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    words('is not one of fatal, error, warn, info, debug, trace, silent'),
  ),
  demo: flag,
};

export type SettingName = keyof typeof settingValues;

/** Never repeated back, not even when they are wrong. */
export const secretSettings: ReadonlySet<SettingName> = new Set(['adminPassword', 'redisUrl']);

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isHost(text: string): boolean {
  return isIP(text) > 0 || /^[a-z\d](?:[\w.-]{0,251}[a-z\d])?$/i.test(text);
}

function isRedisUrl(text: string): boolean {
  return /^rediss?:\/\//.test(text) && URL.canParse(text);
}

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJsonObject, writeJson } from './json-file.ts';

/** 1: the first. */
const fileVersion = 1;

const file = (configDir: string) => join(configDir, 'data-folder.json');

/**
 * The folder that a person chose in the window. It is remembered outside every data folder, because it must be known
 * before one is opened. A file that cannot be read counts as none.
 */
export function readChosenDataDir(configDir: string): string | undefined {
  const read = readJsonObject(file(configDir));
  const chosen = read.found === 'object' ? read.content.dataDir : undefined;
  return typeof chosen === 'string' && chosen !== '' ? chosen : undefined;
}

export function saveChosenDataDir(configDir: string, dataDir: string): void {
  writeJson(file(configDir), { version: fileVersion, dataDir });
}

/** The kitchen's files do not mix with a person's: in a folder that holds other things they get one of their own. */
export function dataDirIn(picked: string): string {
  const isOurs = existsSync(join(picked, 'kitchen.db')) || readdirSync(picked).length === 0;
  return resolve(isOurs ? picked : join(picked, 'Kitchen Pass'));
}

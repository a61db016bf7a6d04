import { join } from 'node:path';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { keepAside, readJsonObject, writeJson } from './json-file.ts';
import type { Source } from './setting-sources.ts';
import { type SettingName, settingValues } from './setting-values.ts';

/** 1: the first. */
const settingsVersion = 1;

/** The data folder cannot be named inside itself, and a password does not belong in a file. */
const notInFile: ReadonlySet<string> = new Set<SettingName>(['dataDir', 'adminPassword']);

export const settingsFile = (dataDir: string) => join(dataDir, 'settings.json');

export type SettingsFileContent = {
  readonly source: Source;
  /** What a person should know, one sentence each; for the log. */
  readonly reports: readonly string[];
};

/** A file that cannot be read is kept aside and the defaults hold. Throws `StartFailure` for one that says too much. */
export function readSettingsFile(dataDir: string): SettingsFileContent {
  const path = settingsFile(dataDir);
  const read = readJsonObject(path);
  if (read.found === 'nothing') return { source: {}, reports: [] };
  if (read.found === 'unreadable') return { source: {}, reports: [putAside(path, read.reason)] };
  const { version, ...values } = read.content;
  if (typeof version !== 'number') return { source: {}, reports: [putAside(path, 'it has no version')] };
  if (version > settingsVersion) {
    throw new StartFailure(
      'bad_setting',
      `${path} was written by a newer Kitchen Pass (version ${version}). Update the program.`,
    );
  }
  return { source: toSource(path, values), reports: [] };
}

function putAside(path: string, reason: string): string {
  try {
    return `The settings file ${path} could not be read: ${reason}. It was kept as ${keepAside(path)}; the defaults hold.`;
  } catch {
    return `The settings file ${path} could not be read: ${reason}. It was left there; the defaults hold.`;
  }
}

function toSource(path: string, values: Record<string, unknown>): Source {
  const found: Source = {};
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(settingValues, name) || notInFile.has(name)) {
      throw new StartFailure(
        'bad_setting',
        `${path} holds ${JSON.stringify(name)}, which is no setting that belongs there.`,
      );
    }
    found[name as SettingName] = { value, from: `"${name}" in ${path}` };
  }
  return found;
}

export type SavedSettings = { readonly port?: number };

/** Changes what is named and keeps the rest; takes effect at the next start, unless something stronger says otherwise. */
export function saveSettings(dataDir: string, changes: SavedSettings): void {
  const path = settingsFile(dataDir);
  const read = readJsonObject(path);
  const known = read.found === 'object' ? read.content : {};
  writeJson(path, { ...known, ...changes, version: settingsVersion });
}

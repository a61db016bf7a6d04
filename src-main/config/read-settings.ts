import { resolve } from 'node:path';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { readChosenDataDir } from './chosen-data-folder.ts';
import type { PlatformFolders } from './platform-folders.ts';
import { fromCommandLine, fromEnvironment, type Named, type Source } from './setting-sources.ts';
import { type SettingName, secretSettings, settingValues } from './setting-values.ts';
import type { Settings } from './settings.ts';
import { readSettingsFile } from './settings-file.ts';

export type SettingsRequest = {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folders: PlatformFolders;
  /** In Electron the line also holds what Chromium understands. */
  readonly otherFlagsAllowed?: boolean;
  /** What a person chose in the window a moment ago; for this run it is stronger than everything. */
  readonly chosen?: { readonly port?: number; readonly dataDir?: string };
};

export type ReadSettings = {
  readonly settings: Settings;
  /** What a person should know, one sentence each; for the log. */
  readonly reports: readonly string[];
  /** The flag or variable that will say so again at the next start; `null` where the settings files decide. */
  readonly fixedBy: { readonly port: string | null; readonly dataDir: string | null };
};

/**
 * Command line over environment over the settings file in the data folder over defaults. Throws
 * `StartFailure('bad_setting')` with one line that names the value and where it stands.
 */
export function readSettings({
  argv,
  env,
  folders,
  otherFlagsAllowed = false,
  chosen = {},
}: SettingsRequest): ReadSettings {
  const line = fromCommandLine(argv, { othersAllowed: otherFlagsAllowed });
  const environment = fromEnvironment(env);
  const dataDir = dataDirOf([fromWindow(chosen), line, environment], folders);
  const file = readSettingsFile(dataDir);
  const pick = picker([fromWindow(chosen), line, environment, file.source]);
  return {
    settings: {
      host: pick('host') ?? '127.0.0.1',
      port: pick('port') ?? 4480,
      dataDir,
      adminPassword: pick('adminPassword'),
      redisUrl: pick('redisUrl'),
      site: pick('site'),
      terminal: pick('terminal') ?? 'A',
      restaurant: pick('restaurant') ?? 'main',
      timeZone: pick('timeZone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      allowedOrigins: pick('allowedOrigins') ?? [],
      allowedHosts: pick('allowedHosts') ?? [],
      maxConnections: pick('maxConnections') ?? 512,
      tlsKey: pick('tlsKey'),
      tlsCert: pick('tlsCert'),
      logLevel: pick('logLevel') ?? 'info',
      demo: pick('demo') ?? false,
    },
    reports: file.reports,
    fixedBy: { port: nameIn('port', line, environment), dataDir: nameIn('dataDir', line, environment) },
  };
}

function dataDirOf(sources: readonly Source[], folders: PlatformFolders): string {
  const named = picker(sources)('dataDir');
  return resolve(named ?? readChosenDataDir(folders.config) ?? folders.data);
}

function fromWindow({ port, dataDir }: NonNullable<SettingsRequest['chosen']>): Source {
  const from = 'the choice in the window';
  return {
    ...(port === undefined ? {} : { port: { value: port, from } }),
    ...(dataDir === undefined ? {} : { dataDir: { value: dataDir, from } }),
  };
}

type Value<Name extends SettingName> = (typeof settingValues)[Name]['_zod']['output'];

/** The strongest source that says anything decides; what it says must be right, not what is hidden behind it. */
function picker(strongestFirst: readonly Source[]) {
  return <Name extends SettingName>(name: Name): Value<Name> | undefined => {
    const named = strongestFirst.find((source) => source[name])?.[name];
    if (!named) return undefined;
    const checked = settingValues[name].safeParse(named.value);
    if (checked.success) return checked.data as Value<Name>;
    throw wrongValue(name, named, checked.error.issues[0]?.message ?? 'is not right');
  };
}

function wrongValue(name: SettingName, { value, from }: Named, reason: string): StartFailure {
  const shown = secretSettings.has(name) ? 'its value' : JSON.stringify(value);
  return new StartFailure('bad_setting', `${from}: ${shown} ${reason}.`);
}

function nameIn(name: SettingName, ...sources: readonly Source[]): string | null {
  return sources.find((source) => source[name])?.[name]?.from ?? null;
}

import { StartFailure } from '#shared/errors/start-failure.ts';
import type { SettingName } from './setting-values.ts';

/** A value before it was checked, and what a person calls the place it came from: `--port`, `KDS_PORT`. */
export type Named = { readonly value: unknown; readonly from: string };
export type Source = Partial<Record<SettingName, Named>>;

const flags: Partial<Record<string, SettingName>> = {
  '--port': 'port',
  '--host': 'host',
  '--data': 'dataDir',
  '--demo': 'demo',
};

const variables = {
  KDS_PORT: 'port',
  KDS_HOST: 'host',
  KDS_DATA_DIR: 'dataDir',
  KDS_ADMIN_PASSWORD: 'adminPassword',
  KDS_REDIS_URL: 'redisUrl',
  KDS_SITE: 'site',
  KDS_TERMINAL: 'terminal',
  KDS_RESTAURANT: 'restaurant',
  KDS_TIMEZONE: 'timeZone',
  KDS_ALLOWED_ORIGINS: 'allowedOrigins',
  KDS_ALLOWED_HOSTS: 'allowedHosts',
  KDS_MAX_CONNECTIONS: 'maxConnections',
  KDS_TLS_KEY: 'tlsKey',
  KDS_TLS_CERT: 'tlsCert',
  KDS_LOG_LEVEL: 'logLevel',
  KDS_DEMO: 'demo',
} satisfies Record<string, SettingName>;

export type CommandLineOptions = {
  /** In Electron, Chromium's own switches and the app's folder stand on the same line. */
  readonly othersAllowed: boolean;
};

/** `--port 4480` and `--port=4480`. Throws `StartFailure('bad_setting')`. */
export function fromCommandLine(argv: readonly string[], { othersAllowed }: CommandLineOptions): Source {
  const found: Source = {};
  for (let at = 0; at < argv.length; at++) {
    const [flag = '', ...rest] = (argv[at] ?? '').split('=');
    const name = flags[flag];
    if (name === undefined) {
      if (!othersAllowed) throw unknownFlag(flag);
      continue;
    }
    const isSwitch = name === 'demo' && rest.length === 0;
    const value = isSwitch ? true : rest.length > 0 ? rest.join('=') : argv[++at];
    if (value === undefined || value === '') throw new StartFailure('bad_setting', `${flag} needs a value.`);
    found[name] = { value, from: flag };
  }
  return found;
}

function unknownFlag(flag: string): StartFailure {
  const known = '--port N, --host ADDRESS, --data FOLDER and --demo';
  return new StartFailure('bad_setting', `${JSON.stringify(flag)} is not known here; known are ${known}.`);
}

/** An empty variable counts as not set. */
export function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Source {
  const found: Source = {};
  for (const [from, name] of Object.entries(variables)) {
    const value = env[from];
    if (value !== undefined && value.trim() !== '') found[name] = { value, from };
  }
  return found;
}

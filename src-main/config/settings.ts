/** What a person may set; command line over `KDS_*` environment over the settings file over these defaults. */
export type Settings = {
  /** Address to listen on; loopback until tablets are switched on. */
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly adminPassword: string | undefined;
  readonly redisUrl: string | undefined;
  readonly site: string | undefined;
  /** The letter before this terminal's order numbers. */
  readonly terminal: string;
  readonly restaurant: string;
  readonly timeZone: string;
  readonly allowedOrigins: readonly string[];
  /** Names and addresses, without a port, that this computer is also reached by. */
  readonly allowedHosts: readonly string[];
  readonly maxConnections: number;
  /** Files in PEM: the restaurant's own key and certificate, with those above it behind it. Both or none. */
  readonly tlsKey: string | undefined;
  readonly tlsCert: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Fill an empty data folder with the demo menu. */
  readonly demo: boolean;
};

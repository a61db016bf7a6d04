import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import type { Logger } from 'pino';
import { StartFailure } from '#shared/errors/start-failure.ts';
import type { Settings } from '../../config/settings.ts';

/** What encrypts every connection of this server ([TLS1]). */
export type Tls = {
  readonly options: ServerOptions;
  /** PEM of the first certificate: by it our own window knows that it is this server and no other. */
  readonly certificate: string;
};

/** `undefined` where none is set. Throws `StartFailure('bad_setting')` with the setting's name and never with a key. */
export function loadTls({ tlsKey, tlsCert }: Pick<Settings, 'tlsKey' | 'tlsCert'>, log: Logger): Tls | undefined {
  if (tlsKey === undefined && tlsCert === undefined) return undefined;
  if (tlsKey === undefined || tlsCert === undefined)
    throw wrong(tlsKey === undefined ? 'KDS_TLS_KEY' : 'KDS_TLS_CERT', 'belongs to the other one: set both or none');
  const [key, cert] = [readPem('KDS_TLS_KEY', tlsKey), readPem('KDS_TLS_CERT', tlsCert)];
  const certificate = certificateIn(cert, tlsCert);
  if (!certificate.checkPrivateKey(keyIn(key, tlsKey)))
    throw wrong('KDS_TLS_KEY', `is not the key of the certificate in ${tlsCert}`);
  warnOf(certificate, { keyFile: tlsKey, certFile: tlsCert }, log);
  return {
    options: { key, cert, minVersion: 'TLSv1.2', handshakeTimeout: 10_000 },
    certificate: certificate.toString(),
  };
}

function readPem(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong(setting, `names a file that cannot be read: ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}

function certificateIn(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw wrong('KDS_TLS_CERT', `names a file that holds no certificate in PEM: ${file}`);
  }
}

function keyIn(pem: string, file: string) {
  try {
    return createPrivateKey(pem);
  } catch {
    throw wrong('KDS_TLS_KEY', `names a file that holds no key in PEM, or one with a password: ${file}`);
  }
}

/** A kitchen that cannot start is worse than a certificate that has to be renewed; the tablets say so themselves. */
function warnOf(
  { validTo }: X509Certificate,
  { keyFile, certFile }: { readonly keyFile: string; readonly certFile: string },
  log: Logger,
): void {
  if (Date.parse(validTo) < Date.now())
    log.warn({ certFile, validTo }, 'the certificate has expired: tablets will refuse it until there is a new one');
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0)
    log.warn({ keyFile }, 'other accounts of this computer may read the key: chmod 600');
}

const wrong = (setting: string, reason: string) => new StartFailure('bad_setting', `${setting} ${reason}.`);

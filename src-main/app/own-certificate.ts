import { X509Certificate } from 'node:crypto';
import type { Session } from 'electron';

/** Chromium's words for "good" and "ask the machine's own list of authorities". */
const good = 0;
const asUsual = -3;

/**
 * The window talks to the server of this very program, whose certificate no authority has signed: it takes that one
 * and, for anything else, what the machine would take ([TLS1]).
 */
export function trustOwnCertificate(session: Session, pem: string): void {
  const own = new X509Certificate(pem).fingerprint256;
  session.setCertificateVerifyProc(({ certificate }, decide) => {
    decide(new X509Certificate(certificate.data).fingerprint256 === own ? good : asUsual);
  });
}

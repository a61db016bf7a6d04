import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type MadeCertificate = { readonly keyFile: string; readonly certFile: string; readonly pem: string };

/** As a restaurant makes one for itself, by the command of `docs/security.md`: signed by nobody else, good for 30 days. */
export function makeCertificate(folder: string, name = 'own'): MadeCertificate {
  const [keyFile, certFile] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const names = ['-subj', '/CN=kitchen-pass.local', '-addext', 'subjectAltName=DNS:kitchen-pass.local,IP:127.0.0.1'];
  const files = ['-keyout', keyFile, '-out', certFile];
  execFileSync('openssl', [...words, ...names, '-days', '30', ...files], { stdio: 'pipe' });
  chmodSync(keyFile, 0o600);
  return { keyFile, certFile, pem: readFileSync(certFile, 'utf8') };
}

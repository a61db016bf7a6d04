import { jwtVerify, SignJWT } from 'jose';
import type { KeyRing } from './key-ring.ts';

/** What a token says; everything else is looked up, so that it can be revoked ([AUT2]). */
export type TokenClaims = { readonly jti: string; readonly userId: string; readonly expiresAtMs: number };

export interface Tokens {
  sign(claims: TokenClaims): Promise<string>;
  /**
   * `undefined` for anything that is not a token of ours. Whether it is still good, its session says. Throws `busy`
   * while that cannot be known yet ([KEP1]).
   */
  verify(token: string): Promise<TokenClaims | undefined>;
}

const algorithm = 'HS256';
const audience = 'kitchen-pass';
/** A tablet sends the same token with every request; checking the signature once is enough. */
const mostRemembered = 2000;

export function createTokens(ring: KeyRing): Tokens {
  const verified = new Map<string, TokenClaims>();

  return {
    sign: ({ jti, userId, expiresAtMs }) =>
      new SignJWT({})
        .setProtectedHeader({ alg: algorithm })
        .setSubject(userId)
        .setJti(jti)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(expiresAtMs / 1000))
        .sign(ring.all()[0]),
    verify: async (token) => {
      const known = verified.get(token);
      if (known) return known;
      const claims = await checkWithAny(token, ring.all());
      if (!claims) {
        ring.mustBeWhole();
        return undefined;
      }
      if (verified.size >= mostRemembered) verified.clear();
      verified.set(token, claims);
      return claims;
    },
  };
}

async function checkWithAny(token: string, keys: readonly Uint8Array[]): Promise<TokenClaims | undefined> {
  for (const key of keys) {
    const claims = await check(token, key);
    if (claims) return claims;
  }
  return undefined;
}

async function check(token: string, key: Uint8Array): Promise<TokenClaims | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      audience,
      requiredClaims: ['exp', 'sub', 'jti'],
    });
    const { jti, sub, exp } = payload;
    return jti && sub && exp ? { jti, userId: sub, expiresAtMs: exp * 1000 } : undefined;
  } catch {
    return undefined;
  }
}

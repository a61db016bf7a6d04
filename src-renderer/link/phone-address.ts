import { isOwnMachine } from './plain-http.ts';

/** A page below the addresses by which phones of the network come, likeliest first. */
type Reachable = { readonly path: string; readonly bases: readonly string[] };

/**
 * As this tablet has come to the kitchen so will a phone. But the kitchen's own window has come by a way that leads nowhere
 * else, and names of the network alone (`kitchen-pass.local`) are known to some phones only.
 *
 * @returns `undefined` where no phone comes
 */
export function phoneAddress({ path, bases }: Reachable, { hostname, origin }: Pick<Location, 'hostname' | 'origin'>) {
  const own = isOwnMachine(hostname) ? undefined : origin;
  const base = own === undefined || hostname.endsWith('.local') ? (bases[0] ?? own) : own;
  return base === undefined ? undefined : `${base}${path}`;
}

import type { WireWho } from '#shared/protocol/wire-history.ts';

type Known = {
  readonly actor: string;
  readonly person: string | null;
  readonly device: string | null;
  readonly program: string | null;
};

/** Who did it, as they are called today; null for one that this kitchen has no name of any more. */
export function whoOf({ actor, person, device, program }: Known): WireWho {
  if (actor.startsWith('user:')) return { kind: 'person', name: person };
  if (actor.startsWith('device:')) return { kind: 'device', name: device };
  return actor.startsWith('key:') ? { kind: 'program', name: program } : { kind: 'kitchen', name: null };
}

import type { Caller } from '../ports.ts';
import { isOnOwnPhone } from './own-phone.ts';

/** How many live connections of each session or device there are, and of each person in all of their sessions. */
export interface SessionPlaces {
  take(caller: Caller): void;
  giveBack(caller: Caller): void;
  /** One more would be too many ([LIM4]). */
  isFull(caller: Caller): boolean;
  /** There are already too many. */
  isOver(caller: Caller): boolean;
}

/** More pages than anybody looks at; those that are not seen for a minute let go by themselves. */
const mostOfOne = 8;
/** Every screen of a house that signs in by one password; fewer than a house has places, or one person could fill it. */
const mostOfPerson = 64;

/** The phones of a large table, which share a link. */
const mostOfLink = 16;

type Place = { readonly name: string; readonly most: number };

/** `mostGuests`: places that guests on their own phones may take, however many they are ([GST6]). */
export function createSessionPlaces(mostGuests: number): SessionPlaces {
  const counts = new Map<string, number>();
  const count = ({ name }: Place) => counts.get(name) ?? 0;

  const ofGuests: Place = { name: 'of guests', most: mostGuests };
  const placesOf = (caller: Caller) =>
    isOnOwnPhone(caller) ? [...placesOfOne(caller), ofGuests] : placesOfOne(caller);

  function change(caller: Caller, by: number): void {
    for (const place of placesOf(caller)) {
      const left = count(place) + by;
      if (left > 0) counts.set(place.name, left);
      else counts.delete(place.name);
    }
  }

  return {
    take: (caller) => change(caller, 1),
    giveBack: (caller) => change(caller, -1),
    isFull: (caller) => placesOf(caller).some((place) => count(place) >= place.most),
    isOver: (caller) => placesOf(caller).some((place) => count(place) > place.most),
  };
}

/** None for programs: one may follow each guest's order by a stream of its own. */
function placesOfOne(caller: Caller): readonly Place[] {
  const { role, deviceId, userId, jti } = caller;
  if (role === 'service') return [];
  if (role === 'pass') return [{ name: jti, most: mostOfLink }];
  const own = { name: sessionName(caller), most: mostOfOne };
  return deviceId === undefined ? [own, { name: `of ${userId}`, most: mostOfPerson }] : [own];
}

/** Who comes by PIN counts as the device that they are at. */
export const sessionName = ({ deviceId, jti }: Caller): string => deviceId ?? jti;

import type { Api } from '../../harness/api.ts';
import { expect } from './board-fixture.ts';

type StationIn = {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'prep' | 'expo';
  readonly items?: readonly string[];
  readonly categories?: readonly string[];
  readonly next?: string;
};

/** Sets the kitchen up with these stations, as a manager does. */
export async function setStations(pos: Api, list: readonly StationIn[]): Promise<void> {
  const whole = list.map((station) => ({ kind: 'prep', categories: [], items: [], next: null, ...station }));
  const answer = await pos.call('PUT', '/stations', { items: whole });
  expect(answer.status).toBe(200);
}

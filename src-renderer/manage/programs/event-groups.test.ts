import { expect, test } from 'vitest';
import { orderEventTypes, productEventTypes } from '#shared/domain/event.ts';
import { eventGroupNames, groupsOf, typesOf } from './event-groups.ts';

test('[HOK5] every event belongs to one group, and each group is found again by its events', () => {
  const all = [...orderEventTypes, ...productEventTypes, 'station_changed', 'settings_changed', 'self_order_changed'];
  expect(typesOf(eventGroupNames).toSorted()).toEqual(all.toSorted());
  for (const group of eventGroupNames) expect(groupsOf(typesOf([group]))).toEqual([group]);
  expect(groupsOf(['inventory_updated', 'order_created', 'what nobody knows'])).toEqual(['placed', 'out']);
});

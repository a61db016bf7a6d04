import type { StationId } from '#shared/domain/id.ts';
import type { DishDraft, DishField, GroupDraft } from './dish-draft.ts';

/** What stands in a part of the form, in one line; empty where nothing does. */
export function shownIn(draft: DishDraft, field: DishField, stationName: (id: StationId) => string): string {
  switch (field) {
    case 'stations':
      return draft.stations.map((id) => stationName(id as StationId)).join(', ');
    case 'allergens':
      return draft.allergens.join(', ');
    case 'groups':
      return draft.groups.map(shownGroup).join('; ');
    default:
      return draft[field];
  }
}

const shownGroup = ({ name, min, max, options }: GroupDraft) =>
  `${name} (${min || '0'}–${max || '∞'}): ${options.map(({ name: option, price }) => (price ? `${option} +${price}` : option)).join(', ')}`;

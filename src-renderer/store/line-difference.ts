import type { Line, LineContent, Modifier } from '#shared/domain/line.ts';

/** One modifier of a changed line, and whether it is new or called off. */
export type ModifierMark = { readonly name: string; readonly mark: 'same' | 'added' | 'removed' };

/** What a cook must be told of a change: the old beside the new ([CHG1]). `null`: that is as it was. */
export type LineDifference = {
  readonly quantityWas: number | null;
  readonly modifiers: readonly ModifierMark[];
  readonly notesWere: string | null;
  readonly seatWas: number | null;
  readonly courseWas: number | null;
  /** Stands where nothing stood before. */
  readonly isNew: { readonly notes: boolean; readonly seat: boolean; readonly course: boolean };
  readonly allergensNew: readonly string[];
  /** Guests who may have it after all. */
  readonly allergensWere: readonly string[];
};

export function differenceOf(line: Line, from: LineContent): LineDifference {
  const was = <Field extends 'quantity' | 'notes' | 'seat' | 'course'>(field: Field) =>
    line[field] === from[field] ? null : from[field];
  const isNew = (field: 'notes' | 'seat' | 'course') => from[field] === null && line[field] !== null;
  return {
    quantityWas: was('quantity'),
    modifiers: markedModifiers(from.modifiers, line.modifiers),
    notesWere: was('notes'),
    seatWas: was('seat'),
    courseWas: was('course'),
    isNew: { notes: isNew('notes'), seat: isNew('seat'), course: isNew('course') },
    allergensNew: line.allergens.filter((name) => !from.allergens.includes(name)),
    allergensWere: from.allergens.filter((name) => !line.allergens.includes(name)),
  };
}

/** The new ones in their order, then those that are called off. A modifier may be there twice. */
function markedModifiers(from: readonly Modifier[], to: readonly Modifier[]): readonly ModifierMark[] {
  const left = from.map(({ name }) => name);
  const now = to.map(({ name }): ModifierMark => {
    const at = left.indexOf(name);
    if (at < 0) return { name, mark: 'added' };
    left.splice(at, 1);
    return { name, mark: 'same' };
  });
  return [...now, ...left.map((name): ModifierMark => ({ name, mark: 'removed' }))];
}

import { westernFigures } from '#shared/domain/western-figures.ts';
import type { UserOut } from '#shared/protocol/people-requests.ts';
import type { PersonFields } from './manager-api.ts';

/** A person as they stand in the form. */
export type PersonDraft = {
  readonly displayName: string;
  readonly username: string;
  readonly role: string;
  /** Empty: none for somebody new, else as it is. */
  readonly password: string;
  readonly pin: string;
  readonly dropsPin: boolean;
};

export const draftOf = (person: UserOut | null): PersonDraft => ({
  displayName: person?.display_name ?? '',
  username: person?.username ?? '',
  role: person?.role ?? 'kitchen',
  password: '',
  pin: '',
  dropsPin: false,
});

/** Of somebody who is there already only what was changed: a role that is said again would sign nobody out, but might be old. */
export function fieldsOf(draft: PersonDraft, person: UserOut | null): PersonFields {
  const named = { username: draft.username.trim(), display_name: draft.displayName.trim(), role: draft.role };
  const isNew = ([field, value]: [string, string]) => person?.[field as keyof UserOut] !== value;
  return {
    ...Object.fromEntries(Object.entries(named).filter(isNew)),
    ...(draft.password === '' ? {} : { password: draft.password }),
    ...(draft.dropsPin ? { pin: '' } : draft.pin === '' ? {} : { pin: westernFigures(draft.pin.trim()) }),
  };
}

import { type FormEvent, useEffect, useRef } from 'react';
import { personRoles } from '#shared/domain/role.ts';
import type { UserOut } from '#shared/protocol/people-requests.ts';
import { useText } from '../messages/text-context.tsx';
import { PasswordField } from '../screen/sign-in/password-field.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { useManager } from './manager-context.ts';
import { useFocusBack } from './panel-parts.tsx';
import { draftOf, fieldsOf } from './person-draft.ts';
import { useDeed } from './use-deed.ts';
import { useFieldErrors } from './use-field-errors.ts';
import { useTypedDraft } from './use-typed-draft.ts';

type PersonFormProps = {
  /** Null for somebody new. */
  readonly person: UserOut | null;
  readonly onDone: () => void;
  readonly onChange: () => Promise<void>;
};

/** What is wrong the server says, and it stands at the field; nothing that was typed is lost by that. */
export function PersonForm({ person, onDone, onChange }: PersonFormProps) {
  const t = useText();
  const api = useManager();
  const saving = useDeed('save person');
  const { errorAt, rest } = useFieldErrors(saving.problem);
  const { draft, set, drop } = useTypedDraft(`person/${person?.id ?? 'new'}`, draftOf(person), ['password', 'pin']);
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  // What is wrong may be out of sight by now.
  useEffect(() => {
    if (saving.problem) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [saving.problem]);
  const close = () => {
    drop();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = fieldsOf(draft, person);
    saving.run(
      () => (person ? api.change(person.id, fields) : api.add(fields)),
      () => {
        close();
        void onChange();
      },
    );
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      data-person-form
      className="grid gap-5 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5"
    >
      {rest && <Problem problem={rest} />}
      <Field
        label={t('staff.name')}
        hint={t('staff.nameHint')}
        error={errorAt('display_name')}
        name="display-name"
        autoFocus
        autoComplete="off"
        value={draft.displayName}
        onChange={(event) => set({ displayName: event.target.value })}
      />
      <Field
        label={t('session.username')}
        error={errorAt('username')}
        name="new-username"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        value={draft.username}
        onChange={(event) => set({ username: event.target.value })}
      />
      <div className="grid gap-2">
        <p className="text-chrome font-semibold">{t('staff.role')}</p>
        <fieldset aria-label={t('staff.role')} className="grid min-w-0 grid-cols-2 gap-3">
          {personRoles.map((role) => (
            <Choice key={role} isChosen={role === draft.role} onClick={() => set({ role })}>
              {t(`staff.roles.${role}`)}
            </Choice>
          ))}
        </fieldset>
      </div>
      <PasswordField
        isOptional
        label={t('session.password')}
        hint={t(person?.has_password ? 'staff.passwordKept' : 'staff.passwordHint')}
        error={errorAt('password')}
        autoComplete="new-password"
        value={draft.password}
        onChange={(password) => set({ password })}
      />
      <Field
        label={t('staff.pin')}
        hint={t(person?.has_pin ? 'staff.pinKept' : 'staff.pinHint')}
        error={errorAt('pin')}
        name="new-pin"
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        disabled={draft.dropsPin}
        value={draft.pin}
        onChange={(event) => set({ pin: event.target.value })}
      />
      {person?.has_pin && (
        <Choice isChosen={draft.dropsPin} onClick={() => set({ dropsPin: !draft.dropsPin, pin: '' })}>
          {t('staff.dropPin')}
        </Choice>
      )}
      {person && <p className="text-chrome text-muted">{t('staff.changeEnds')}</p>}
      <div className="grid grid-cols-2 gap-3">
        <Button type="submit" look="primary" disabled={saving.isBusy}>
          {t('people.save')}
        </Button>
        <Button onClick={close}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}

import { type FormEvent, useEffect, useRef } from 'react';
import type { PrinterOut } from '#shared/protocol/printer-requests.ts';
import { useLanguage, useText } from '../../messages/text-context.tsx';
import { useFocusBack } from '../../people/panel-parts.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { useTypedDraft } from '../../people/use-typed-draft.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { draftOf, printerFrom } from './printer-draft.ts';
import { PrinterLook } from './printer-look.tsx';
import { PrinterUse } from './printer-use.tsx';
import type { PrintersApi } from './printers-api.ts';
import { SlipPreview } from './slip-preview.tsx';
import { useWrongFields } from './use-wrong-fields.ts';

type PrinterFormProps = {
  readonly api: PrintersApi;
  /** Null for a new one. */
  readonly printer: PrinterOut | null;
  readonly onDone: () => void;
  readonly onChange: () => Promise<void>;
};

/** What is wrong the server says, and it stands at the field; nothing that was typed is lost by that. */
export function PrinterForm({ api, printer, onDone, onChange }: PrinterFormProps) {
  const t = useText();
  const screen = useLanguage();
  const saving = useDeed('save printer');
  const { errorAt, rest } = useWrongFields(saving.problem);
  const { draft, set, drop } = useTypedDraft(`printer/${printer?.id ?? 'new'}`, draftOf(printer, screen));
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
    const wanted = printerFrom(draft);
    saving.run(
      () => (printer ? api.change(printer.id, wanted) : api.add(wanted)),
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
      data-printer-form
      className="grid gap-5 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5"
    >
      {rest && <Problem problem={rest} />}
      <Field
        label={t('printer.name')}
        hint={t('printer.nameHint')}
        error={errorAt('name')}
        name="printer-name"
        autoFocus
        autoComplete="off"
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="grid items-start gap-5 sm:grid-cols-[2fr_1fr]">
        <Field
          label={t('printer.host')}
          hint={t('printer.hostHint')}
          error={errorAt('host')}
          name="printer-host"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          value={draft.host}
          onChange={(event) => set({ host: event.target.value })}
        />
        <Field
          label={t('printer.port')}
          hint={t('printer.portHint')}
          error={errorAt('port')}
          name="printer-port"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          value={draft.port}
          onChange={(event) => set({ port: event.target.value })}
        />
      </div>
      <PrinterUse draft={draft} error={errorAt('stations')} onSet={set} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PrinterLook draft={draft} onSet={set} />
        <SlipPreview draft={draft} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Button type="submit" look="primary" disabled={saving.isBusy}>
          {t('people.save')}
        </Button>
        <Button onClick={close}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}

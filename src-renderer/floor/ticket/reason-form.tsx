import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

type ReasonFormProps = {
  readonly question: string;
  readonly detail: string;
  readonly sure: string;
  readonly onKeep: () => void;
  /** Null where nobody has said why. */
  readonly onSure: (reason: string | null) => void;
};

/** Asks before something is called off, and why; the usual reasons by one tap. */
export function ReasonForm({ question, detail, sure, onKeep, onSure }: ReasonFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const usual = [t('floor.reason.guest'), t('floor.reason.mistake'), t('floor.reason.out')];
  return (
    <div role="alertdialog" aria-label={question} data-question className="grid gap-4">
      <p className="words text-[1.375rem] font-bold">{question}</p>
      <p className="text-chrome text-muted">{detail}</p>
      <div className="flex flex-wrap gap-2">
        {usual.map((one) => (
          <Button key={one} look="framed" wraps onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
      <Field
        label={t('floor.why')}
        value={reason}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        <Button look="framed" onClick={onKeep}>
          {t('action.keep')}
        </Button>
        <Button look="sure" data-sure onClick={() => onSure(reason.trim() || null)}>
          {sure}
        </Button>
      </div>
    </div>
  );
}

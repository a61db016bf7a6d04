import { type FormEvent, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { useFocusBack } from '../../people/panel-parts.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { wholeIn } from '../../ui/typed-number.ts';
import { useMenuApi } from './use-menu-api.ts';

type CountFormProps = { readonly product: Product; readonly onDone: () => void };

const most = 1_000_000;

/** How many portions there are now; from then on it goes down with the orders ([STK1]). */
export function CountForm({ product: { id, name, stock }, onDone }: CountFormProps) {
  const t = useText();
  const api = useMenuApi();
  const deed = useDeed(`count ${id}`);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  useFocusBack();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const quantity = wholeIn(typed, 0, most);
    setWrong(quantity === undefined);
    if (quantity !== undefined) deed.run(() => api.count(id, quantity), onDone);
  };
  return (
    <form noValidate data-count-form onSubmit={submit} className="grid gap-3 rounded-xl border-2 border-accent p-3">
      {deed.problem && <Problem problem={deed.problem} />}
      <Field
        label={t('menuOffice.portions', { dish: name })}
        hint={t('menuOffice.portionsHint')}
        error={isWrong ? t('menuOffice.wrong.portions') : undefined}
        autoFocus
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" disabled={deed.isBusy}>
          {t('people.save')}
        </Button>
        {stock !== null && (
          <Button wraps disabled={deed.isBusy} onClick={() => deed.run(() => api.count(id, null), onDone)}>
            {t('menuOffice.stopCounting')}
          </Button>
        )}
        <Button onClick={onDone}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}

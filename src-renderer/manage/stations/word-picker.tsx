import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { type Choosable, offered } from './offered.ts';

type WordPickerProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly find: string;
  readonly chosen: readonly string[];
  readonly options: readonly Choosable[];
  /** Whether what can be had stands there before anything is typed. */
  readonly offersAll: boolean;
  readonly longest: number;
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Some words out of many, or of one's own: what is chosen can be taken out again by a tap. */
export function WordPicker(props: WordPickerProps) {
  const { name, label, hint, find, chosen, options, offersAll, longest, onChange } = props;
  const t = useText();
  const [typed, setTyped] = useState('');
  const add = (word: string) => {
    setTyped('');
    onChange([...chosen, word]);
  };
  const { known, own } = offered(typed, options, chosen, offersAll);
  return (
    <fieldset data-picker={name} className="grid min-w-0 gap-3">
      <legend className="mb-1 text-[1.25rem] font-bold">{label}</legend>
      <p className="text-chrome leading-snug text-muted">{hint}</p>
      {chosen.length > 0 && <Chosen chosen={chosen} options={options} onChange={onChange} />}
      <Field
        label={find}
        value={typed}
        maxLength={longest}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          const only = known.length === 1 ? known[0]?.word : undefined;
          const word = only ?? own;
          if (word !== undefined) add(word);
        }}
      />
      <div className="flex flex-wrap gap-2">
        {known.map(({ word, title }) => (
          <Button key={word} look="framed" wraps data-offered={word} onClick={() => add(word)}>
            <Plus aria-hidden className="size-[1.1em] shrink-0" />
            <span className="words">{title}</span>
          </Button>
        ))}
        {own !== undefined && (
          <Button look="framed" wraps data-own-word onClick={() => add(own)}>
            <Plus aria-hidden className="size-[1.1em] shrink-0" />
            {t('stationOffice.addWord', { text: own })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

type ChosenProps = Pick<WordPickerProps, 'chosen' | 'options' | 'onChange'>;

function Chosen({ chosen, options, onChange }: ChosenProps) {
  const t = useText();
  return (
    <ul className="flex flex-wrap gap-2">
      {chosen.map((word) => {
        const found = options.find((one) => one.names.includes(word.trim().toLowerCase()));
        return (
          <li key={word} className="grid max-w-full">
            <Button
              wraps
              data-chosen={word}
              aria-label={t('stationOffice.takeOut', { what: word })}
              onClick={() => onChange(chosen.filter((one) => one !== word))}
            >
              <span className="words">
                {found?.title ?? word}
                {!found && <span className="block font-normal">{t('stationOffice.notOnMenu')}</span>}
              </span>
              <X aria-hidden className="size-[1.2em] shrink-0" strokeWidth={3} />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

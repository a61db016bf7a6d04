import { CircleCheck } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useTyped } from '../people/typed-context.ts';
import { useDeed } from '../people/use-deed.ts';
import { Problem } from '../screen/sign-in/problem.tsx';
import { useSettings } from '../screen/use-site.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { changeIn, limits, type NumberName, numberFaults, type Typed } from './number-limits.ts';
import type { SendRule } from './use-send-rule.ts';

type NumberFormProps = { readonly names: readonly NumberName[]; readonly send: SendRule };

/** Figures that hold together once they are set; what is typed stays until it is taken ([STE3]). */
export function NumberForm({ names, send }: NumberFormProps) {
  const t = useText();
  const settings = useSettings();
  const [typed, setTyped] = useState<Typed>({});
  const [isTried, setTried] = useState(false);
  const setting = useDeed(`set ${names.join()}`);
  const form = useRef<HTMLFormElement>(null);
  const change = changeIn(names, typed, settings);
  const isChanged = names.some((name) => typed[name] !== undefined && typed[name] !== String(settings[name]));
  useTyped(isChanged);
  const faults = numberFaults(names, typed, settings);
  const errorAt = (name: NumberName) => {
    const fault = isTried ? faults.find((one) => one.name === name) : undefined;
    if (!fault) return undefined;
    const [least, most] = limits[name];
    return fault.what === 'range' ? t('house.wrong.range', { least, most }) : t(`house.wrong.${fault.what}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = faults;
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
    if (Object.keys(change).length === 0) return setTyped({});
    setting.run(
      () => send(change),
      () => {
        setTried(false);
        setTyped({});
      },
    );
  };
  return (
    <form ref={form} noValidate onSubmit={submit} data-numbers={names[0]} className="grid gap-3 sm:col-span-2">
      {setting.problem && <Problem problem={setting.problem} />}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {names.map((name) => {
          const [least, most] = limits[name];
          return (
            <Field
              key={name}
              name={name}
              label={t(`house.figure.${name}`)}
              hint={t('house.fromTo', { least, most })}
              error={errorAt(name)}
              inputMode="numeric"
              autoComplete="off"
              dir="ltr"
              maxLength={5}
              value={typed[name] ?? String(settings[name])}
              onChange={(event) => setTyped((now) => ({ ...now, [name]: event.target.value }))}
            />
          );
        })}
      </div>
      {isChanged && (
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" disabled={setting.isBusy}>
            <CircleCheck aria-hidden className="size-[1.2em]" />
            {t('house.set')}
          </Button>
          <Button
            look="framed"
            onClick={() => {
              setTyped({});
              setTried(false);
            }}
          >
            {t('action.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}

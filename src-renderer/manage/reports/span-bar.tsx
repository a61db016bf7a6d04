import { type FormEvent, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { addressOf } from '../place.ts';
import { isDay, namedSpan, type Span, spanNames } from './span.ts';

type SpanBarProps = { readonly span: Span | undefined; readonly today: string };

/** Which days: by what people call them, or from one date to another. Each has an address of its own. */
export function SpanBar({ span, today }: SpanBarProps) {
  const t = useText();
  return (
    <section aria-label={t('report.days')} className="grid gap-4 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {spanNames.map((name) => {
          const { from, to } = namedSpan(name, today);
          const isShown = from === span?.from && to === span.to;
          return (
            <li key={name}>
              <a
                href={addressOf('reports', from, to)}
                data-span={name}
                aria-current={isShown ? 'true' : undefined}
                className="flex min-h-hit items-center rounded-lg border-2 border-edge bg-surface px-4 text-chrome font-semibold active:bg-raised aria-[current=true]:border-accent aria-[current=true]:bg-accent aria-[current=true]:font-bold aria-[current=true]:text-on-accent aria-[current=true]:underline aria-[current=true]:underline-offset-4"
              >
                {t(`report.span.${name}`)}
              </a>
            </li>
          );
        })}
      </ul>
      <OwnDates span={span} today={today} />
    </section>
  );
}

function OwnDates({ span, today }: SpanBarProps) {
  const t = useText();
  const [from, setFrom] = useState(span?.from ?? today);
  const [to, setTo] = useState(span?.to ?? today);
  const [isTried, setTried] = useState(false);
  const wrong = { from: isDay(from) ? undefined : t('report.noDate'), to: isDay(to) ? undefined : t('report.noDate') };
  const isBackwards = !wrong.from && !wrong.to && to < from;
  const errorOfTo = wrong.to ?? (isBackwards ? t('report.backwards') : undefined);
  const isGood = !wrong.from && !errorOfTo;
  const show = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isGood) location.hash = addressOf('reports', from, to);
  };
  return (
    <form noValidate onSubmit={show} className="grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-start">
      <Field
        label={t('report.from')}
        type="date"
        value={from}
        onChange={({ target }) => setFrom(target.value)}
        error={isTried ? wrong.from : undefined}
      />
      <Field
        label={t('report.to')}
        type="date"
        value={to}
        onChange={({ target }) => setTo(target.value)}
        error={isTried ? errorOfTo : undefined}
      />
      <div className="grid sm:pt-[2.1rem]">
        <Button type="submit" look="framed">
          {t('report.show')}
        </Button>
      </div>
    </form>
  );
}

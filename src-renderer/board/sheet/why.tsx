import type { Line } from '#shared/domain/line.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName } from '../../screen/use-site.ts';

/** "Why is this here?": which rule brought a dish to each of its stations, and how far they are with it ([RTE2]). */
export function Why({ line }: { readonly line: Line }) {
  const t = useText();
  const nameOf = useStationName();
  return (
    <section className="text-[1.25rem]">
      <h4 className="font-bold">{t('sheet.why')}</h4>
      <ul className="mt-1 grid gap-2">
        {line.progress.map((part) => (
          <li key={part.station} data-why={part.station}>
            <strong className="font-bold">
              <bdi>{nameOf(part.station)}</bdi> ({t(`part.${part.status}`)}):
            </strong>{' '}
            <Reason line={line} part={part} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reason({ line: { category }, part }: { readonly line: Line; readonly part: Progress }) {
  const t = useText();
  const nameOf = useStationName();
  if (part.routedBy === 'hand') return t('sheet.whyBy.hand');
  if (part.after.length > 0) return t('sheet.whyAfter', { station: part.after.map(nameOf).join(', ') });
  if (part.routedBy === 'category') return t('sheet.whyBy.category', { category: category ?? '' });
  return t(`sheet.whyBy.${part.routedBy}`);
}

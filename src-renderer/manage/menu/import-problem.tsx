import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import type { DeedProblem } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { isTelling, lineTroubles } from './line-trouble.ts';

/** All that is wrong with a file, each with its line; nothing of it was taken ([IMP2]). */
export function ImportProblem({ problem }: { readonly problem: DeedProblem }) {
  const t = useText();
  const errors = problem.kind === 'refused' ? problem.fields.filter(({ path }) => path.startsWith('line ')) : [];
  if (errors.length === 0) return <Problem problem={problem} />;
  return (
    <div role="alert" data-line-errors className="grid gap-3 rounded-xl border-2 border-danger p-4">
      <p className="flex gap-3 text-[1.25rem] leading-snug font-bold">
        <TriangleAlert aria-hidden className="size-7 shrink-0 text-danger" />
        {t('menuOffice.nothingTaken')}
      </p>
      <ul className="grid gap-2">
        {lineTroubles(errors).map(({ line, reason, what }) => (
          <li key={`${line} ${reason} ${what}`} data-line={line} className="text-[1.25rem] leading-snug">
            <strong className="tabular me-2 font-bold">{t('menuOffice.lineNumber', { line })}</strong>
            <span className="wrap-anywhere">
              {isTelling(reason) ? t(`menuOffice.line.${reason}`, { what }) : t(`menuOffice.line.${reason}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

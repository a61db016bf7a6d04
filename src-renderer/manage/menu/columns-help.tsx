import { Download } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { exampleFile } from './example-file.ts';
import { FormSection } from './form-section.tsx';
import { saveFile } from './save-file.ts';

const columns = [
  { name: 'sku', isNeeded: true },
  { name: 'name', isNeeded: true },
  { name: 'price', isNeeded: true },
  { name: 'category', isNeeded: true },
  { name: 'stations', isNeeded: false },
  { name: 'allergens', isNeeded: false },
  { name: 'prep_minutes', isNeeded: false },
  { name: 'modifier_groups', isNeeded: false },
] as const;

/** What stands in the columns of a table, for whoever writes the first one. */
export function ColumnsHelp() {
  const t = useText();
  return (
    <FormSection title={t('menuOffice.columns')} hint={t('menuOffice.columnsHint')}>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_1fr]">
        {columns.map(({ name, isNeeded }) => (
          <div key={name} className="contents">
            <dt className="text-[1.25rem] font-bold">
              <code dir="ltr" className="font-sans">
                {name}
              </code>
              {isNeeded && <span className="ms-2 text-chrome font-semibold text-muted">{t('menuOffice.needed')}</span>}
            </dt>
            <dd className="words text-[1.25rem] leading-snug text-muted">{t(`menuOffice.column.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button look="framed" wraps data-example onClick={() => saveFile('menu-example.csv', exampleFile)}>
          <Download aria-hidden className="size-[1.3em] shrink-0" />
          {t('menuOffice.example')}
        </Button>
      </div>
    </FormSection>
  );
}

import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type ApiDocument, type Chapter, chaptersOf, schemaAnchor } from './api-document.ts';
import { OperationView } from './operation-view.tsx';
import { Prose } from './prose.tsx';
import { SchemaView } from './schema-view.tsx';

/** All chapters one below the other, so that a browser finds and prints them; beside them where they are. */
export function DocsPage({ document }: { readonly document: ApiDocument }) {
  const [sought, setSought] = useState('');
  const chapters = chaptersOf(document, sought.trim());
  useOpened();
  return (
    <div className="flex h-full flex-col print:block">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-edge bg-surface px-4 py-2">
        <h1 className="text-[1.5rem] leading-tight font-bold">{document.info.title}: API</h1>
        <p className="flex-1 text-chrome text-muted">version {document.info.version}</p>
        <a className={headLink} href="/api/v1/openapi.json">
          openapi.json
        </a>
        <a className={headLink} href="/manage#/programs">
          Keys and webhooks
        </a>
      </header>
      <div className="flex min-h-0 flex-1 print:block">
        <Contents chapters={chapters} />
        <main className="min-w-0 flex-1 overflow-y-auto overscroll-contain" tabIndex={-1}>
          <div className="mx-auto grid max-w-5xl gap-8 p-4 sm:p-6">
            <p className="text-[1.125rem] leading-snug">
              <Prose words={document.info.description} />
            </p>
            <Seek value={sought} onChange={setSought} />
            {chapters.length === 0 && <p className="text-[1.25rem] font-semibold">Nothing has these words.</p>}
            {chapters.map((chapter) => (
              <ChapterView key={chapter.name} chapter={chapter} document={document} />
            ))}
            {sought.trim() === '' && <Schemas document={document} />}
          </div>
        </main>
      </div>
    </div>
  );
}

const headLink = 'inline-flex min-h-hit items-center rounded-lg px-2 text-chrome font-semibold text-accent underline';

/** An address that names something opens it, also when one comes with it from elsewhere. */
function useOpened(): void {
  useEffect(() => {
    const open = () => {
      const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (named instanceof HTMLDetailsElement) named.open = true;
      named?.scrollIntoView();
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
}

const anchorOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

const Contents = ({ chapters }: { readonly chapters: readonly Chapter[] }) => (
  <nav
    aria-label="Chapters"
    className="hidden w-56 shrink-0 overflow-y-auto border-e border-edge bg-surface p-2 lg:block print:hidden"
  >
    <ul className="grid gap-1">
      {[...chapters.map(({ name }) => name), 'What is sent'].map((name) => (
        <li key={name} className="grid">
          <a
            className="flex min-h-hit items-center rounded-lg px-3 text-[1.125rem] font-semibold active:bg-raised"
            href={`#${anchorOf(name)}`}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Seek = ({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) => (
  <label className="grid gap-2 text-chrome font-semibold print:hidden">
    Find
    <input
      type="search"
      value={value}
      autoComplete="off"
      placeholder="orders, 86, webhook…"
      onChange={(event) => onChange(event.target.value)}
      className="min-h-hit rounded-lg border-2 border-edge bg-surface px-4 text-[1.25rem] font-normal placeholder:text-muted"
    />
  </label>
);

function ChapterView({ chapter, document }: { readonly chapter: Chapter; readonly document: ApiDocument }) {
  return (
    <section id={anchorOf(chapter.name)} aria-label={chapter.name} className="grid gap-3">
      <h2 className="text-[1.75rem] leading-tight font-bold">{chapter.name}</h2>
      <p className="text-[1.125rem] leading-snug text-muted">{chapter.about}</p>
      {chapter.entries.map((entry) => (
        <OperationView key={entry.operation.operationId} entry={entry} document={document} />
      ))}
    </section>
  );
}

/** What has a name of its own because more than one address sends it. */
const Schemas = ({ document }: { readonly document: ApiDocument }) => (
  <section id={anchorOf('What is sent')} aria-label="What is sent" className="grid gap-3">
    <h2 className="text-[1.75rem] leading-tight font-bold">What is sent</h2>
    {Object.entries(document.components.schemas).map(([name, schema]) => (
      <details key={name} id={schemaAnchor(name)} className="group rounded-xl border border-edge bg-surface">
        <summary className="flex min-h-hit cursor-pointer flex-wrap items-center gap-x-3 px-4 py-2">
          <code className="font-mono text-[1.125rem] font-bold">{name}</code>
          {schema.description && (
            <span className="text-chrome text-muted">
              <Prose words={schema.description} />
            </span>
          )}
          <ChevronDown aria-hidden className="ms-auto size-6 shrink-0 text-muted group-open:rotate-180" />
        </summary>
        <div className="border-t border-edge p-4">
          <SchemaView schema={schema} />
        </div>
      </details>
    ))}
  </section>
);

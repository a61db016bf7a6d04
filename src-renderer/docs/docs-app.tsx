import { useEffect, useState } from 'react';
import type { ApiDocument } from './api-document.ts';
import { DocsPage } from './docs-page.tsx';

/** The API of this very server, to be read; the document is the same one that programs take ([POS3]). */
export function DocsApp() {
  const { document, isMissing, again } = useDocument();
  if (document) return <DocsPage document={document} />;
  return (
    <main className="grid min-h-full place-items-center p-6 text-center">
      <div role="status" className="grid justify-items-center gap-4">
        <p className="text-[1.5rem] font-bold">{isMissing ? 'The kitchen computer does not answer.' : 'Asking…'}</p>
        {isMissing && (
          <button
            type="button"
            onClick={again}
            className="min-h-hit rounded-lg bg-accent px-6 text-chrome font-bold text-on-accent"
          >
            Try again
          </button>
        )}
      </div>
    </main>
  );
}

function useDocument() {
  const [document, setDocument] = useState<ApiDocument>();
  const [tries, setTries] = useState(0);
  const [missedAt, setMissedAt] = useState(-1);
  useEffect(() => {
    const left = new AbortController();
    readDocument(left.signal).then(setDocument, () => {
      if (!left.signal.aborted) setMissedAt(tries);
    });
    return () => left.abort();
  }, [tries]);
  return { document, isMissing: missedAt === tries, again: () => setTries(tries + 1) };
}

async function readDocument(signal: AbortSignal): Promise<ApiDocument> {
  const answer = await fetch('/api/v1/openapi.json', { signal });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return (await answer.json()) as ApiDocument;
}

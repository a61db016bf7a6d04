/** Words of the document, in which `…` is code. */
export function Prose({ words }: { readonly words: string }) {
  const parts = words.split('`').map((text, at) => ({ text, isCode: at % 2 === 1, at }));
  return parts.map(({ text, isCode, at }) =>
    isCode ? (
      <code key={at} className="rounded bg-raised px-1 font-mono text-[0.9em] wrap-anywhere">
        {text}
      </code>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}

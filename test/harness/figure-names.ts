/** Figures that a rule, a panel or a page names, without the endings of a histogram's parts. */
export function figuresIn(text: string): Set<string> {
  const words = text.match(/\b(?:kitchen_pass|process|nodejs)_[a-z_]+[a-z]\b/g) ?? [];
  return new Set(words.map((word) => word.replace(/_(bucket|sum|count)$/, '')));
}

/** A short name for tills, made of the dish's; with a number behind it where another dish has it already ([MNE2]). */
export function proposedSku(name: string, isTaken: (sku: string) => boolean): string {
  if (name.trim() === '') return '';
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  // Names in other letters make none.
  const base = plain === '' ? 'dish' : plain;
  if (plain !== '' && !isTaken(base)) return base;
  let number = plain === '' ? 1 : 2;
  while (isTaken(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Words and buttons that stick out sideways of what is in front, or of the screen. */
export function widerThanItsBox(): string[] {
  const inFront = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const { left, right } = inFront.getBoundingClientRect();
  return [...inFront.querySelectorAll<HTMLElement>('button, input, p, h1, h2, h3, h4, strong, svg')].flatMap((one) => {
    const box = one.getBoundingClientRect();
    if (!one.checkVisibility() || one.closest('.sr-only')) return [];
    const isInside = box.left >= left - 1 && box.right <= right + 1;
    const isWhole = one.tagName === 'INPUT' || one.scrollWidth <= one.clientWidth + 1 || one instanceof SVGElement;
    return isInside && isWhole ? [] : [`${one.tagName} ${one.textContent}`];
  });
}

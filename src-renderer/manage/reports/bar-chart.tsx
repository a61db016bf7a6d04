import { languages } from '../../messages/language.ts';
import { useLanguage } from '../../messages/text-context.tsx';
import { type Bar, type BarSizes, layBars, type Scale } from './bar-layout.ts';
import { useWidth } from './use-width.ts';

type BarChartProps = {
  /** What is told, in a few words; also for who cannot see it. */
  readonly title: string;
  readonly summary: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  readonly scale: Scale;
  /** The figures, for everyone who would rather read. */
  readonly tableId: string;
};

/**
 * Bars in one colour, each with its figure where there is room, a line across it where there is a second figure. Time goes
 * as the language is read ([RPO5]).
 */
export function BarChart({ title, summary, bars, format, scale, tableId }: BarChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const isMirrored = languages[useLanguage()].direction === 'rtl';
  const rem = width === 0 ? 16 : Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const sizes: BarSizes = { width, height: 13 * rem, rem, isMirrored };
  const { drawn, lines, baseline, gutter } = layBars(bars, format, scale, sizes);
  const [plotFrom, plotTo] = isMirrored ? [0, width - gutter] : [gutter, width];
  return (
    <figure className="grid min-w-0 content-start gap-2 break-inside-avoid rounded-xl border border-edge bg-surface p-4">
      <figcaption className="text-[1.25rem] leading-tight font-bold">{title}</figcaption>
      <div ref={box} className="min-w-0">
        <svg
          role="img"
          aria-label={`${title}. ${summary}`}
          aria-details={tableId}
          viewBox={`0 0 ${Math.max(width, 1)} ${sizes.height}`}
          className="tabular block w-full"
        >
          {lines.map(({ y, label }) => (
            <g key={label}>
              <line x1={plotFrom} x2={plotTo} y1={y} y2={y} className="stroke-edge" strokeWidth={1} />
              <text
                x={isMirrored ? plotTo + 0.4 * rem : plotFrom - 0.4 * rem}
                y={y + 0.33 * rem}
                className={isMirrored ? atStart : atEnd}
              >
                {label}
              </text>
            </g>
          ))}
          <line x1={plotFrom} x2={plotTo} y1={baseline} y2={baseline} className="stroke-muted" strokeWidth={2} />
          {drawn.map(({ key, x, y, wide, high, middle, label, told, markY }) => (
            <g key={key} data-bar={key}>
              {high > 0 && <rect x={x} y={y} width={wide} height={high} rx={3} className="fill-accent" />}
              {markY !== null && (
                <line x1={x} x2={x + wide} y1={markY} y2={markY} className="stroke-text" strokeWidth={3} />
              )}
              {told !== null && (
                <text x={middle} y={(markY ?? y) - 0.4 * rem} className={text}>
                  {told}
                </text>
              )}
              {label !== null && (
                <text x={middle} y={baseline + 1.25 * rem} className={text}>
                  {label}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

const word = 'text-[0.9375rem] font-semibold [direction:ltr]';
const text = `${word} fill-text [text-anchor:middle]`;
const [atStart, atEnd] = [`${word} fill-muted [text-anchor:start]`, `${word} fill-muted [text-anchor:end]`];

import { useText } from '../messages/text-context.tsx';
import { NumberForm } from './number-form.tsx';
import type { NumberName } from './number-limits.ts';
import { Rule } from './rule.tsx';
import type { SendRule } from './use-send-rule.ts';

const rules = {
  target: ['lateAfterTargetMinutes'],
  scheduled: ['leadMinutes', 'leadSecondsPerItem'],
  alarm: ['alarmRepeatSeconds', 'alarmLouderSeconds'],
} as const satisfies Readonly<Record<string, readonly NumberName[]>>;

/** Those that are a figure ([STE3]). */
export function NumberRules({ send }: { readonly send: SendRule }) {
  const t = useText();
  return (Object.keys(rules) as (keyof typeof rules)[]).map((name) => (
    <Rule key={name} title={t(`house.${name}.title`)} hint={t(`house.${name}.hint`)}>
      <NumberForm names={rules[name]} send={send} />
    </Rule>
  ));
}

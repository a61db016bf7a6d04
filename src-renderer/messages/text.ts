import type { blanks } from './blanks.ts';
import type en from './en.json';

type LeafOf<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Key}` : LeafOf<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

type Leaf = LeafOf<typeof en>;
type Counted = Leaf extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** What a text is called: its path in the files, without the ending of its plural form. */
export type TextKey = Exclude<Leaf, `${Counted}_${string}`> | Counted;

type Blanks = { readonly [Key in keyof typeof blanks]: (typeof blanks)[Key][number] };

/** What `t` takes beside the key. Nothing, where the text has nothing to fill in. */
type Filling<Key> = (Key extends Counted ? { readonly count: number } : unknown) &
  (Key extends keyof Blanks ? { readonly [Name in Blanks[Key]]: string | number } : unknown);

/** One of the screen's texts in its language; unknown keys and forgotten values do not compile. */
export type Text = <Key extends TextKey>(
  key: Key,
  ...values: unknown extends Filling<Key> ? [] : [Filling<Key>]
) => string;

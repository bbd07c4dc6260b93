/**
 * Reads the verifier's style sheets as declarations, each with the at-rules and the selector around it:
 * enough for rules about sizes and colours, not a parser of all CSS.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One `property: value`. */
export interface Declaration {
  readonly file: string;
  /** What it stands in, outermost first: at-rules, then the selector. */
  readonly around: readonly string[];
  readonly property: string;
  readonly value: string;
}

const folder = path.resolve('src/verifier');

/** Every declaration of every style sheet. */
export const readStyles = (): readonly Declaration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readDeclarations(name, readFileSync(path.join(folder, name), 'utf8')));

/** The declarations of one text. */
export function readDeclarations(file: string, css: string): readonly Declaration[] {
  const found: Declaration[] = [];
  const around: string[] = [];
  const pieces = css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]*)([{};])/g);
  for (const [, text = '', end] of pieces) {
    const piece = text.trim().replace(/\s+/g, ' ');
    if (end === '{') around.push(piece);
    const colon = piece.indexOf(':');
    if (end !== '{' && colon > 0 && !piece.startsWith('@'))
      found.push({
        file,
        around: [...around],
        property: piece.slice(0, colon).trim(),
        value: piece.slice(colon + 1).trim(),
      });
    if (end === '}') around.pop();
  }
  return found;
}

/** The custom properties that hold on the root under these conditions, later ones over earlier ones. */
export function readTokens(
  declarations: readonly Declaration[],
  conditions: readonly string[],
): ReadonlyMap<string, string> {
  const holds = ({ around, property, file }: Declaration): boolean =>
    file === 'tokens.css' &&
    property.startsWith('--') &&
    around.at(-1) === ':root' &&
    around.slice(0, -1).every((rule) => conditions.includes(rule.replace(/^@media /, '')));
  return new Map(
    declarations.filter(holds).map(({ property, value }) => [property, value] as const),
  );
}

/** What a token comes to when tokens that it names are followed. */
export function resolveToken(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`no token ${name}`);
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return other === undefined ? value : resolveToken(tokens, other);
}

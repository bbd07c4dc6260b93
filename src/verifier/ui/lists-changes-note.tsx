/**
 * What the newest lists changed, in words: a line for each kind of change, names under it where there
 * are names. Finding the changes is left to the model.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import { isUnchanged, type ListsChanges } from '../models/lists-changes.ts';

/** More names than these only say how many. */
const mostNames = 5;

interface Line {
  readonly text: string;
  readonly names: readonly string[];
}

/** The note. */
export function ListsChangesNote({ changes }: { readonly changes: ListsChanges }) {
  const texts = currentTexts();
  const { listsPage } = texts;
  return (
    <section class="changes" data-changes={isUnchanged(changes) ? 'none' : 'some'}>
      <h2 class="subtitle">{listsPage.changes}</h2>
      <p>{listsPage.between(changes.from, changes.to)}</p>
      {isUnchanged(changes) ? (
        <p class="strong">{listsPage.unchanged}</p>
      ) : (
        <ul>
          {describeChanges(changes, texts).map(({ text, names }) => (
            <li key={text}>
              <p class="strong">{text}</p>
              <Names names={names} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Names({ names }: Pick<Line, 'names'>) {
  const { listsPage } = currentTexts();
  if (names.length === 0) return null;
  const more = names.length - mostNames;
  return (
    <ul>
      {names.slice(0, mostNames).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {more > 0 && <li>{listsPage.andMore(more)}</li>}
    </ul>
  );
}

/** Every change as a line; a change that is none has no line. */
export function describeChanges(changes: ListsChanges, texts: Texts): readonly Line[] {
  const { issuers, policies, extensions, revoked, suspended, rules } = changes;
  const { listsPage: say, formats, language } = texts;
  const days = ({ expiringFrom, expiringTo, newEnd }: (typeof extensions.added)[number]) => ({
    from: formats.day(expiringFrom),
    to: formats.day(expiringTo),
    newEnd: formats.day(newEnd),
  });
  const inOwn = (names: typeof policies.added) => names.map((name) => name[language]);
  const alone = (text: string): Line => ({ text, names: [] });
  const counted = (names: readonly string[], text: (count: number) => string): Line[] =>
    names.length === 0 ? [] : [{ text: text(names.length), names }];
  const titled = (names: typeof policies.added, text: string): Line[] =>
    names.length === 0 ? [] : [{ text, names: inOwn(names) }];
  return [
    ...(revoked === 0 ? [] : [alone(say.revokedChange(revoked))]),
    ...(suspended === 0 ? [] : [alone(say.suspendedChange(suspended))]),
    ...counted(issuers.added, say.issuersAdded),
    ...counted(issuers.removed, say.issuersRemoved),
    ...counted(issuers.changed, say.issuersChanged),
    ...titled(policies.added, say.policiesAdded),
    ...titled(policies.removed, say.policiesRemoved),
    ...titled(policies.changed, say.policiesChanged),
    ...extensions.added.map((extension) => alone(say.extensionAdded(days(extension)))),
    ...extensions.removed.map((extension) => alone(say.extensionRemoved(days(extension)))),
    ...(rules ? [alone(say.rulesChanged)] : []),
  ];
}

/**
 * The verdict turned to the passenger: what it is, why, and what to do about it, in three languages one
 * below the other. No portrait and nothing else of a person: the passenger's neighbours read along.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentTexts, loadTexts } from '../i18n/current-texts.ts';
import { type Language, languages } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps, VerdictView } from '../models/app-state.ts';
import { describeForPassenger } from '../models/passenger-copy.ts';
import { writeRecordNumber } from '../models/record-number.ts';
import { VerdictShape } from '../ui/verdict-shape.tsx';

interface PassengerScreenProps extends AppProps {
  readonly view: VerdictView;
}

/** The passenger's screen. */
export function PassengerScreen({ view, clock, actions }: PassengerScreenProps) {
  const own = currentTexts();
  const others = useOtherTexts(own.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const said = languages.flatMap((language) => {
    const texts = language === own.language ? own : others.get(language);
    return texts ? [{ language, ...describeForPassenger(view, clock.value, texts) }] : [];
  });
  const look = said[0]?.look ?? 'undecided';
  return (
    <main class="screen verdict passenger" data-screen="passenger" data-look={look}>
      <div class="passenger-sheet">
        <h1 class="visually-hidden" ref={heading} tabIndex={-1}>
          {own.passenger.title}
        </h1>
        <div class="passenger-head">
          <VerdictShape look={look} />
          <p class="strong">{own.passenger.number(writeRecordNumber(view.number))}</p>
        </div>
        {said.map(({ language, headline, why, deed }) => (
          <section key={language} class="passenger-part" lang={language}>
            <h2 class="title">{headline}</h2>
            <p>{why}</p>
            <p class="passenger-deed">{deed}</p>
          </section>
        ))}
      </div>
      <button class="verdict-next" type="button" onClick={actions.returnFromPassenger}>
        {own.passenger.back}
      </button>
    </main>
  );
}

/** The texts of the languages that the app does not speak at the moment, as they come. */
function useOtherTexts(own: Language): ReadonlyMap<Language, Texts> {
  const [loaded, setLoaded] = useState<ReadonlyMap<Language, Texts>>(new Map());
  useEffect(() => {
    for (const language of languages)
      if (language !== own)
        loadTexts(language).then(
          (texts) => setLoaded((before) => new Map(before).set(language, texts)),
          // One language less is no reason to show none.
          () => undefined,
        );
  }, [own]);
  return loaded;
}

/**
 * An open card: who it is, the QR, how long this code still lives, and all that is printed on a
 * plastic card. A tap on the QR leaves the QR alone on the screen, another brings the rest back.
 */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ageOn, warsawDay } from '../credential/calendar.ts';
import type { OwnCard } from '../credential/read-own-card.ts';
import type { ShownCard } from './card-model.ts';
import { QrCode } from './qr-code.tsx';
import { codeLife, secondsLeft } from './rotation.ts';
import { keepScreenAwake } from './screen-awake.ts';
import { chooserAddress } from './start-screens.tsx';
import { describeHidden, formatAge, formatClock, formatDay, titleOf } from './texts.ts';

interface CardScreenProps {
  readonly shown: ShownCard;
  readonly now: ReadonlySignal<number>;
}

/** The screen of an open card. */
export function CardScreen({ shown, now }: CardScreenProps) {
  const { specimen, card, code } = shown;
  const [isAlone, setAlone] = useState(false);
  useEffect(keepScreenAwake, []);
  return (
    <main class={isAlone ? 'card card-alone' : 'card'} data-card={specimen.id}>
      <p class="strip">OKAZ / SPECIMEN</p>
      <Bearer card={card} schoolName={specimen.schoolName} at={code.signedAt} />
      <div class="code">
        <button
          type="button"
          class="qr"
          aria-pressed={isAlone}
          aria-label={isAlone ? 'Pokaż całą legitymację' : 'Pokaż sam kod'}
          onClick={() => setAlone(!isAlone)}
        >
          <QrCode text={code.text} iat={code.iat} />
        </button>
        <Countdown signedAt={code.signedAt} now={now} />
      </div>
      <Details shown={shown} />
    </main>
  );
}

interface BearerProps {
  readonly card: OwnCard;
  readonly schoolName: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

function Bearer({ card, schoolName, at }: BearerProps) {
  const kind = card.vct.includes(':pupil:') ? 'Legitymacja szkolna' : 'Legitymacja studencka';
  return (
    <header class="bearer">
      {card.picture ? (
        <img class="photo" src={card.picture} width={60} height={80} alt="Zdjęcie" />
      ) : (
        <div class="photo" />
      )}
      <div class="bearer-data">
        <p class="small">{kind}</p>
        <h1 class="title">
          {card.givenName} {card.familyName}
        </h1>
        {card.birthdate && <p class="strong">{formatAge(ageOn(warsawDay(at), card.birthdate))}</p>}
        <p class="small">{schoolName}</p>
      </div>
    </header>
  );
}

interface CountdownProps {
  readonly signedAt: number;
  readonly now: ReadonlySignal<number>;
}

function Countdown({ signedAt, now }: CountdownProps) {
  const left = secondsLeft(signedAt, now.value);
  return (
    <div class="countdown">
      <progress class="countdown-line" max={codeLife} value={left} aria-hidden="true" />
      <p class="countdown-row">
        <time class="clock">{formatClock(now.value)}</time>
        <span class="small">nowy kod za {left} s</span>
      </p>
    </div>
  );
}

function Details({ shown: { specimen, card } }: { readonly shown: ShownCard }) {
  const hidden = describeHidden(specimen.disclose);
  const rows = [
    ['Data urodzenia', formatDay(card.birthdate)],
    ['Numer', card.documentNumber ?? '–'],
    ['Wydana', formatDay(card.dateOfIssuance)],
    ['Ważna do', formatDay(card.dateOfExpiry)],
    ['Rodzaj okazu', titleOf(specimen.id)],
  ];
  return (
    <section class="details">
      <dl class="rows">
        {rows.map(([name, value]) => (
          <div key={name} class="row">
            <dt>{name}</dt>
            <dd class="strong">{value}</dd>
          </div>
        ))}
      </dl>
      {hidden && <p class="small">Kod nie podaje {hidden}.</p>}
      <a class="button" href={chooserAddress}>
        Inna legitymacja
      </a>
    </section>
  );
}

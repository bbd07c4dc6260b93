/**
 * On the settings screen: the operator's settings by a link that somebody pastes. Codes and opened links
 * need no screen; what becomes of them is shown by enrolment-screen.tsx.
 */
import { useRef } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';

/** The field for a link. */
export function EnrolmentWay({ settings, actions }: AppProps) {
  const { enrolment } = currentTexts();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="way"
      onSubmit={(event) => {
        event.preventDefault();
        const link = field.current?.value.trim() ?? '';
        if (link !== '') actions.takeEnrolment(link);
      }}
    >
      <h2 class="subtitle">{enrolment.way}</h2>
      <p>{settings.value.kiosk ? enrolment.wayKiosk : enrolment.wayNote}</p>
      <label class="field">
        <span>{enrolment.link}</span>
        <input
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
        />
      </label>
      <button class="button" type="submit">
        {enrolment.check}
      </button>
    </form>
  );
}

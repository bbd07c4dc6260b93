/**
 * What an operator's link or code would set on this device, who signed it and until when it may be applied;
 * or why it is refused, and what to do. Nothing is set before the person agrees.
 */
import type { Enrolment } from '../../trust/enrolment.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import { languageNames } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps } from '../models/app-state.ts';
import type { Refusal } from '../models/enrolment-model.ts';
import { Page } from '../ui/page.tsx';

/** The screen of the operator's settings. */
export function EnrolmentScreen(props: AppProps) {
  const { actions } = props;
  const view = props.enrolment.value;
  const texts = currentTexts();
  const { enrolment, back } = texts;
  if (view.name === 'refused') return <Refused failure={view.failure} actions={actions} />;
  const opened = view.name === 'offered' ? view.opened : null;
  return (
    <Page
      name="enrolment"
      title={enrolment.title}
      back={actions.scanAgain}
      backLabel={back}
      attributes={{ 'data-enrolment': view.name }}
      deeds={
        opened && (
          <button class="button button-main" type="button" onClick={actions.applyEnrolment}>
            {enrolment.apply}
          </button>
        )
      }
    >
      <p role="status">{opened ? enrolment.lead : enrolment.reading}</p>
      {opened && (
        <dl class="figures">
          {[
            ...listWishes(opened.enrolment, props, texts),
            [enrolment.signedBy, opened.kid] as const,
            [enrolment.until, texts.formats.moment(opened.enrolment.exp * 1000)] as const,
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Page>
  );
}

type Row = readonly [name: string, value: string];

/** What would be set, in words; what stays as it is has no row. */
function listWishes(wanted: Enrolment, { policies }: AppProps, texts: Texts): readonly Row[] {
  const { enrolment, settings, language } = texts;
  const { ownPolicies, kiosk, returnAfter } = wanted;
  const known = [...(ownPolicies ?? []), ...policies.value];
  const nameOf = (id: string): string =>
    known.find((policy) => policy.id === id)?.name[language] ?? enrolment.unknownPolicy(id);
  const rows: readonly (Row | null)[] = [
    wanted.language && [enrolment.language, languageNames[wanted.language]],
    wanted.policies && [enrolment.policies, wanted.policies.map(nameOf).join(' · ')],
    ownPolicies && [
      enrolment.ownPolicies,
      ownPolicies.map(({ name }) => name[language]).join(' · ') || enrolment.noOwnPolicies,
    ],
    returnAfter && [enrolment.returnAfter, settings.seconds(returnAfter)],
    kiosk === null ? null : [enrolment.kiosk, kiosk ? enrolment.on : enrolment.off],
    [enrolment.changes, wanted.isFixed ? enrolment.changesFixed : enrolment.changesFree],
  ];
  return rows.filter((row) => row !== null);
}

interface RefusedProps extends Pick<AppProps, 'actions'> {
  readonly failure: Refusal;
}

function Refused({ failure, actions }: RefusedProps) {
  const { enrolment, back } = currentTexts();
  const { sentence, nextStep } = enrolment.failures[failure];
  return (
    <Page
      name="enrolment"
      title={enrolment.refused}
      back={actions.scanAgain}
      backLabel={back}
      attributes={{ 'data-enrolment': 'refused', 'data-failure': failure }}
    >
      <p class="note strong" role="status">
        {sentence}
      </p>
      <p>{nextStep}</p>
      <p class="small">{failure}</p>
    </Page>
  );
}

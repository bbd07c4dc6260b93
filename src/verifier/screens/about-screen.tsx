/**
 * What this app is, does and does not do, what its newest version changed, and the facts for support,
 * to be copied as plain text. Collecting the facts is left to the models.
 */
import { useEffect, useState } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { type DeviceFacts, readDeviceFacts } from '../models/device-facts.ts';
import {
  collectFacts,
  type Fact,
  type Facts,
  factNames,
  writeReport,
} from '../models/diagnostics.ts';
import { Page } from '../ui/page.tsx';
import { releases } from '../whats-new/releases.ts';

/** How far copying is. */
type Copying = 'not-yet' | 'copied' | 'by-hand';

/** The about screen. */
export function AboutScreen(props: AppProps) {
  const { about, formats } = currentTexts();
  const { build, news, actions } = props;
  const [device, setDevice] = useState<DeviceFacts | null>(null);
  const [copying, setCopying] = useState<Copying>('not-yet');
  useEffect(() => {
    news.markRead();
    void readDeviceFacts().then(setDevice);
  }, [news]);
  const facts = collectFacts(props, device);
  const copy = (): void => {
    writeToClipboard(writeReport(facts)).then(
      () => setCopying('copied'),
      () => setCopying('by-hand'),
    );
  };
  return (
    <Page
      name="about"
      title={about.title}
      attributes={{ 'data-version': build.version, 'data-copy': copying }}
      deeds={
        <>
          <p class="visually-hidden" role="status">
            {copying === 'copied' ? about.copied : ''}
          </p>
          <button class="button button-main" type="button" onClick={copy}>
            {copying === 'copied' ? about.copied : about.copy}
          </button>
        </>
      }
      back={() => actions.open('menu')}
    >
      <p class="strong">{about.version(build.version, formats.date(build.time * 1000))}</p>
      <Part title={about.news} lines={about.changes[releases[0]]} />
      <Part title={about.does} lines={about.doing} />
      <Part title={about.doesNot} lines={about.notDoing} />
      <Part title={about.privacy} lines={about.keeping} />
      <Part title={about.source} lines={[about.sourceNote]} />
      <section class="way">
        <h2 class="subtitle">{about.support}</h2>
        <p>{about.supportNote}</p>
        {copying === 'by-hand' && <ReportField report={writeReport(facts)} />}
        <FactList facts={facts} />
      </section>
    </Page>
  );
}

interface PartProps {
  readonly title: string;
  readonly lines: readonly string[];
}

const Part = ({ title, lines }: PartProps) => (
  <section class="way">
    <h2 class="subtitle">{title}</h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
);

/** For browsers that do not let the app write into the clipboard. */
const ReportField = ({ report }: { readonly report: string }) => (
  <label class="field">
    <span>{currentTexts().about.copyByHand}</span>
    <textarea
      class="report"
      readOnly
      rows={8}
      value={report}
      ref={(field) => field?.focus()}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  </label>
);

const FactList = ({ facts }: { readonly facts: Facts }) => {
  const { about } = currentTexts();
  return (
    <dl class="figures facts-list">
      {factNames.map((name) => (
        <div key={name} data-fact={name}>
          <dt>{about.facts[name]}</dt>
          <dd>{sayFact(facts[name])}</dd>
        </div>
      ))}
    </dl>
  );
};

function sayFact(fact: Fact): string {
  const { about, formats } = currentTexts();
  switch (fact.kind) {
    case 'word':
      return about.words[fact.word];
    case 'answer':
      return fact.is === null ? about.unknown : fact.is ? about.yes : about.no;
    case 'instant':
      return fact.at === null ? '–' : `${formats.date(fact.at)}, ${formats.time(fact.at)}`;
    case 'text':
      return fact.text;
  }
}

/** Rejects where the browser has no clipboard for the app, or keeps it closed. */
async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

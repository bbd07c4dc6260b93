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
import { CopyButton } from '../ui/copy-button.tsx';
import { Page } from '../ui/page.tsx';
import { releases } from '../whats-new/releases.ts';

/** The about screen. */
export function AboutScreen(props: AppProps) {
  const { about, formats } = currentTexts();
  const { build, news, actions } = props;
  const [device, setDevice] = useState<DeviceFacts | null>(null);
  useEffect(() => {
    news.markRead();
    void readDeviceFacts().then(setDevice);
  }, [news]);
  const facts = collectFacts(props, device);
  return (
    <Page
      name="about"
      title={about.title}
      attributes={{ 'data-version': build.version }}
      deeds={
        <CopyButton
          text={writeReport(facts)}
          label={about.copy}
          copied={about.copied}
          byHand={about.copyByHand}
        />
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

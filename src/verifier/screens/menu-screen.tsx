/**
 * Everything that the app does beside scanning, one tap each, and the language.
 */
import type { ComponentChildren } from 'preact';
import { currentTexts } from '../i18n/current-texts.ts';
import { languageNames, languages } from '../i18n/language.ts';
import type { AppProps, PageName } from '../models/app-state.ts';
import { isFixed } from '../models/fixed-settings.ts';
import { FixedNote } from '../ui/fixed-note.tsx';
import {
  AboutIcon,
  EyeIcon,
  InputsIcon,
  InstallIcon,
  ListsPageIcon,
  PoliciesIcon,
  SettingsIcon,
  ShiftIcon,
  TrainingIcon,
} from '../ui/icons.tsx';
import { NewsNote } from '../ui/news-note.tsx';
import { Page } from '../ui/page.tsx';
import { UpdateBar } from '../ui/update-bar.tsx';

type Item = readonly [page: PageName, label: string, icon: ComponentChildren];

/** The menu. */
export function MenuScreen({ settings, lock, news, actions, updateReady }: AppProps) {
  const { menu, back } = currentTexts();
  const items: readonly Item[] = [
    ['shift', menu.shift, <ShiftIcon key="icon" />],
    ['lists', menu.lists, <ListsPageIcon key="icon" />],
    ['policies', menu.policies, <PoliciesIcon key="icon" />],
    ['by-eye', menu.byEye, <EyeIcon key="icon" />],
    ['inputs', menu.inputs, <InputsIcon key="icon" />],
    ['training', menu.training, <TrainingIcon key="icon" />],
    ['settings', menu.settings, <SettingsIcon key="icon" />],
    ['install', menu.install, <InstallIcon key="icon" />],
    ['about', menu.about, <AboutIcon key="icon" />],
  ];
  return (
    <Page
      name="menu"
      title={menu.title}
      back={() => actions.open('scan')}
      backLabel={back}
      strips={<UpdateBar updateReady={updateReady} applyUpdate={actions.applyUpdate} />}
    >
      <NewsNote news={news} actions={actions} />
      <nav class="menu-items">
        {items.map(([page, label, icon]) => (
          <button key={page} class="menu-item" type="button" onClick={() => actions.open(page)}>
            {icon}
            {label}
          </button>
        ))}
      </nav>
      <fieldset class="languages" disabled={isFixed(settings.value, 'language', lock.state.value)}>
        <legend class="strong">{menu.language}</legend>
        {languages.map((language) => (
          <label key={language} class="language" lang={language}>
            <input
              type="radio"
              name="language"
              value={language}
              checked={settings.value.language === language}
              onChange={() => actions.changeSettings({ language })}
            />
            {languageNames[language]}
          </label>
        ))}
      </fieldset>
      <FixedNote settings={settings} lock={lock} name="language" />
    </Page>
  );
}

/**
 * Pictures of every screen in every language, by day, by night and in high contrast, on a phone and on a tablet, and a
 * page to look through them: gallery/index.html. Judging them is left to whoever looks.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../src/verifier/i18n/language.ts';
import { worldFolder } from '../e2e/support/app-server.ts';
import { everyScreen } from '../e2e/support/every-screen.ts';
import { test } from '../e2e/support/lists-test.ts';
import { visitScreens } from '../e2e/support/visit-screens.ts';
import { type Picture, sizes, themes, writeIndex } from './write-index.ts';

const folder = path.resolve('gallery');
/** `GALLERY=verdict npm run gallery` takes those alone whose name begins so. */
const wanted = process.env.GALLERY ?? '';
const screens = everyScreen.filter(({ name }) => name.startsWith(wanted));

for (const language of languages)
  test(`pictures in ${language}`, async ({ sharedBrowser, lists }) => {
    const options = { browser: sharedBrowser, url: lists.url, world: worldFolder, language };
    for await (const { state, visit } of visitScreens(options, screens))
      for (const size of sizes) {
        await visit.page.setViewportSize(size.viewport);
        for (const theme of themes) {
          await visit.page.emulateMedia(theme.media);
          const picture: Picture = {
            screen: state.name,
            language,
            theme: theme.name,
            size: size.name,
          };
          await visit.page.screenshot({ path: path.join(folder, fileOf(picture)) });
        }
      }
  });

test.afterAll(() => {
  const pictures = screens.flatMap(({ name }) =>
    languages.flatMap((language) =>
      themes.flatMap((theme) =>
        sizes.map(
          (size): Picture => ({ screen: name, language, theme: theme.name, size: size.name }),
        ),
      ),
    ),
  );
  writeFileSync(path.join(folder, 'index.html'), writeIndex(pictures, fileOf));
});

function fileOf({ screen, language, theme, size }: Picture): string {
  return `${screen}.${language}.${theme}.${size}.png`;
}

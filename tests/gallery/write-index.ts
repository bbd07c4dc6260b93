/**
 * The page to look through the gallery: all pictures of a screen side by side, and buttons that leave
 * only those of one language, theme or size. One file without scripts; the pictures lie beside it.
 */
import { languageNames, languages } from '../../src/verifier/i18n/language.ts';

export const themes = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
] as const;
export const sizes = [
  { name: 'phone', viewport: { width: 360, height: 640 } },
  { name: 'tablet', viewport: { width: 1024, height: 768 } },
] as const;

/** What a picture shows. */
export interface Picture {
  readonly screen: string;
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number]['name'];
  readonly size: (typeof sizes)[number]['name'];
}

const filters = [
  { name: 'language', values: languages.map((value) => [value, languageNames[value]] as const) },
  { name: 'theme', values: themes.map(({ name }) => [name, name] as const) },
  { name: 'size', values: sizes.map(({ name }) => [name, name] as const) },
];

/** The page's HTML. */
export function writeIndex(
  pictures: readonly Picture[],
  fileOf: (picture: Picture) => string,
): string {
  const screens = [...new Set(pictures.map(({ screen }) => screen))];
  const sections = screens.map((screen) => {
    const figures = pictures.filter((each) => each.screen === screen).map(drawFigure(fileOf));
    return `<section id="${screen}">
<h2><a href="#${screen}">${screen}</a></h2>
<div class="row">
${figures.join('\n')}
</div>
</section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every screen</title>
<style>
${style}</style>
<body>
<header>
<h1>Every screen</h1>
<form>
${filters.map(drawFilter).join('\n')}
</form>
</header>
${sections.join('\n')}
`;
}

const drawFigure =
  (fileOf: (picture: Picture) => string) =>
  (picture: Picture): string => {
    const { screen, language, theme, size } = picture;
    const shown = sizes.find(({ name }) => name === size)?.viewport;
    const file = fileOf(picture);
    const said = `${screen}, ${language}, ${theme}, ${size}`;
    return `<figure class="${language} ${theme} ${size}"><a href="${file}"><img src="${file}" alt="${said}" loading="lazy" width="${shown?.width}" height="${shown?.height}"></a><figcaption>${language} · ${theme} · ${size}</figcaption></figure>`;
  };

const drawFilter = ({ name, values }: (typeof filters)[number]): string => {
  const choices = [['all', 'all'] as const, ...values].map(
    ([value, label]) =>
      `<label><input type="radio" name="${name}" value="${value}"${value === 'all' ? ' checked' : ''}>${label}</label>`,
  );
  return `<fieldset><legend>${name}</legend>${choices.join('')}</fieldset>`;
};

const hiding = filters.flatMap(({ name, values }) =>
  values.map(
    ([value]) =>
      `body:has([name="${name}"][value="${value}"]:checked) figure:not(.${value}) { display: none }\n`,
  ),
);

const style = `body { margin: 16px; background: #ddd; color: #111; font: 16px/1.4 system-ui, sans-serif }
header { position: sticky; top: 0; z-index: 1; padding: 8px 0; background: #ddd }
h1, h2 { margin: 8px 0; font-size: 20px }
h2 a { color: inherit }
form, .row { display: flex; flex-wrap: wrap; gap: 16px }
fieldset { display: flex; gap: 8px 16px; border: 1px solid #888 }
figure { margin: 0 }
img { display: block; width: auto; height: 480px; background: #fff }
.row:empty { display: none }
section { margin-top: 24px; scroll-margin-top: 120px }
${hiding.join('')}`;

/**
 * Every specimen before a real camera of the built app gets the verdict that it stands for.
 */
import { qrTextOf } from './support/app-server.ts';
import { pictureOfQr } from './support/picture.ts';
import { expect, expectVerdict, steadyScene, test } from './support/test.ts';

const specimens = [
  ['valid', 'accepted', 'valid', 'granted'],
  ['valid-over-26', 'accepted', 'valid', 'denied:over-age'],
  ['birthday-today', 'accepted', 'valid', 'denied:over-age'],
  ['valid-no-portrait', 'accepted', 'valid', 'unknown:portrait-not-disclosed'],
  ['valid-age-hidden', 'accepted', 'valid', 'unknown:age-not-disclosed'],
  ['pupil', 'accepted', 'valid', 'denied:wrong-document'],
  ['expired', 'rejected', 'expired', null],
  ['not-yet-valid', 'rejected', 'not-yet-valid', null],
  ['revoked', 'rejected', 'revoked', null],
  ['suspended', 'rejected', 'suspended', null],
  ['unknown-issuer', 'undecided', 'unknown-issuer', null],
  ['unknown-key', 'undecided', 'unknown-key', null],
  ['forged', 'rejected', 'bad-signature', null],
  ['other-school', 'rejected', 'issuer-not-allowed', null],
  ['stripped-binding', 'rejected', 'not-holder-bound', null],
  ['screenshot', 'undecided', 'stale-code', null],
] as const;

for (const [id, kind, reason, entitlement] of specimens)
  test(`${id} is ${reason}${entitlement ? `, ${entitlement}` : ''}`, async ({ showCode }) => {
    const { page } = await showCode(await qrTextOf(id));
    await expectVerdict(page, kind, reason, entitlement);
    await expect(page.getByText('OKAZ', { exact: true }).first()).toBeVisible();
  });

test('a code of another kind is named, and the camera goes on', async ({ showCode }) => {
  const { page } = await showCode('HC1:NOT-A-STUDENT-CARD');
  await expectVerdict(page, 'unreadable', 'not-a-card', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await expect(page.locator('[data-screen="scan"]')).toHaveAttribute('data-camera', 'live');
});

test('the second engine reads the card when the wasm cannot be instantiated', async ({
  app,
  record,
  openBrowser,
}) => {
  const near = { ...steadyScene, share: 0.48, blur: 0.5, noise: 3, tilt: 1, roll: 1 };
  const video = record(pictureOfQr(await qrTextOf('valid'), { modulePixels: 4 }), near);
  const { context, page } = await openBrowser({ video });
  await context.route('**/*.wasm', (route) =>
    route.fulfill({ contentType: 'application/wasm', body: 'no wasm at all' }),
  );
  await page.goto(app.url);
  await expectVerdict(page, 'accepted', 'valid', 'granted');
});

test('leaving the app wipes the person and keeps the decision', async ({ showCode }) => {
  const { page } = await showCode(await qrTextOf('revoked'));
  await expectVerdict(page, 'rejected', 'revoked', null);
  const verdict = page.locator('[data-verdict]');
  await expect(verdict.locator('img')).toBeVisible();
  await expect(verdict).toContainText('Akademia Okazowa');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(verdict.locator('img')).toHaveCount(0);
  await expect(verdict).not.toContainText('Akademia Okazowa');
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('another discount chosen with the card in view judges it anew', async ({ showCode }) => {
  const { page } = await showCode(await qrTextOf('valid'));
  await expectVerdict(page, 'accepted', 'valid', 'granted');
  const scan = page.locator('[data-screen="scan"]');
  await expect(scan).toBeVisible();
  await scan.getByRole('button').first().click();
  // Longer than a code may be out of the picture: this one never was.
  await page.waitForTimeout(3000);
  await page.getByText('Autobus, uczeń, bilet miesięczny').click();
  await page.getByText('Kolej, student do 26 lat').last().click();
  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
  await expectVerdict(page, 'accepted', 'valid', 'denied:wrong-document');
});

/** Ways to the pages behind the scan screen. */
import type { Page } from 'playwright/test';

/** Opens a page of the menu by the label that it has there. */
export async function openPage(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: label, exact: true }).click();
}

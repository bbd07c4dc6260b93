/**
 * What became of a scan that has no verdict, or none yet: it is being read, it waits for lists, or it
 * came to nothing, with the next step. Announced, and taken away by hand or by the next scan.
 */
import { firstTexts } from '../i18n/current-texts.ts';
import type { Notice } from '../models/app-state.ts';

interface NoticeStripProps {
  readonly notice: Notice | null;
  dismiss(): void;
}

/** The strip; empty without a notice, so that its coming is announced. */
export const NoticeStrip = (props: NoticeStripProps) => (
  <div role="status" data-notice={codeOf(props.notice)}>
    <NoticeText {...props} />
  </div>
);

function NoticeText({ notice, dismiss }: NoticeStripProps) {
  const { notices, inputFailures, scan } = firstTexts();
  if (notice === null) return null;
  if (notice.name !== 'failed') {
    const isReading = notice.name === 'reading-picture';
    return (
      <div class="alert-strip">
        <p class="strong">{isReading ? notices.reading : notices.awaitingLists}</p>
        <progress class="meter" aria-hidden="true" />
      </div>
    );
  }
  const { sentence, nextStep } = inputFailures[notice.failure];
  return (
    <div class="alert-strip">
      <div class="alert-strip-text">
        <p class="strong">{sentence}</p>
        <p>{nextStep}</p>
        <p class="small">{scan.cameraCode(notice.failure)}</p>
      </div>
      <button class="button" type="button" onClick={dismiss}>
        {notices.dismiss}
      </button>
    </div>
  );
}

const codeOf = (notice: Notice | null): string =>
  notice?.name === 'failed' ? notice.failure : (notice?.name ?? 'none');

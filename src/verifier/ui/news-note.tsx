/**
 * Says in the menu, once after an update, that something is new, and leads to where it is told. It
 * never stands over a check.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';

/** Nothing once the news was read. */
export const NewsNote = ({ news, actions }: Pick<AppProps, 'news' | 'actions'>) =>
  news.isUnread.value ? (
    <button class="button" type="button" data-news onClick={() => actions.open('about')}>
      {currentTexts().about.openNews}
    </button>
  ) : null;

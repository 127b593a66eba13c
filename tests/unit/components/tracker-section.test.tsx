import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TrackerSection } from '@/components/options/tracker-section';
import { strings } from '@/lib/language/ui';

const { token, tokenForget } = strings('ru').options;

function shown(isKept: boolean | null): string {
  return renderToStaticMarkup(
    <TrackerSection
      lang="ru"
      host="tracker.example"
      reviewHref="/"
      isKept={isKept}
      isBusy={false}
      problem={null}
      onToken={() => {}}
      onForget={() => {}}
    />,
  );
}

it('asks for no key before it is known whether one is kept', () => {
  expect(shown(null)).not.toContain(token);
  expect(shown(null)).not.toContain(tokenForget);
  expect(shown(false)).toContain(token);
  expect(shown(true)).toContain(tokenForget);
});

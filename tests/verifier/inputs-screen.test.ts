/** When the fields of the other ways hand over what was typed into them. */
import { signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WedgeSettings } from '../../src/scan/wedge.ts';
import { loadRestTexts } from '../../src/verifier/i18n/current-texts.ts';
import type { AppProps } from '../../src/verifier/models/app-state.ts';
import { InputsScreen } from '../../src/verifier/screens/inputs-screen.tsx';
import { Page } from '../../src/verifier/ui/page.tsx';

beforeAll(loadRestTexts);

type Props = Record<string, unknown> & { readonly children?: ComponentChildren };

/** All elements below, with every component called but the frame of the page, which needs a document. */
function listElements(node: ComponentChildren): VNode<Props>[] {
  if (Array.isArray(node)) return node.flatMap(listElements);
  if (typeof node !== 'object' || node === null || !('props' in node)) return [];
  const { type, props } = node as VNode<Props>;
  if (typeof type !== 'function' || type === (Page as unknown))
    return [node as VNode<Props>, ...listElements(props.children)];
  return listElements((type as (given: Props) => ComponentChildren)(props));
}

function drawFields(setWedge: (settings: WedgeSettings) => void, wedge: WedgeSettings) {
  const props = {
    notice: signal(null),
    lastInput: signal(null),
    serial: signal('unsupported'),
    wedge: signal(wedge),
    actions: { setWedge },
  } as unknown as AppProps;
  return listElements(InputsScreen(props)).filter(
    ({ type, props: { type: kind } }) => type === 'input' && kind === 'text',
  );
}

describe('the fields of what a scanner adds', () => {
  it('hand over a change, not each input, and show what was taken', () => {
    const given: WedgeSettings[] = [];
    const fields = drawFields((next) => given.push(next), { prefix: 'A-', suffix: '-Z' });
    const typed = { value: 'MLEG1:OKAZ' };
    for (const { props } of fields) {
      expect(props['onInput']).toBeUndefined();
      (props['onChange'] as (event: unknown) => void)({ currentTarget: typed });
      expect(typed.value).toBe(given.length === 1 ? 'A-' : '-Z');
      typed.value = '#';
    }
    expect(given).toEqual([
      { prefix: 'MLEG1:OKAZ', suffix: '-Z' },
      { prefix: 'A-', suffix: '#' },
    ]);
  });

  it('take sixteen characters', () => {
    const fields = drawFields(() => undefined, { prefix: '', suffix: '' });
    expect(fields.map(({ props }) => props['maxLength'])).toEqual([16, 16]);
  });
});

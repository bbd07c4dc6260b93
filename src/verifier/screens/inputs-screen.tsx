/**
 * The ways to bring a code in besides the camera: a picture, and scanners that type like a keyboard or
 * sit on a serial port, with what they are set to add to each code. All of them work on every screen;
 * here they are explained, set and tried out. What this browser cannot do is not offered.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { longestAffix } from '../models/hardware-model.ts';
import { NoticeStrip } from '../ui/notice-strip.tsx';
import { Page } from '../ui/page.tsx';

/** The screen of the other ways. */
export function InputsScreen(props: AppProps) {
  const { notice, actions } = props;
  const { inputs, back } = currentTexts();
  return (
    <Page
      name="inputs"
      title={inputs.title}
      strips={<NoticeStrip notice={notice.value} dismiss={actions.dismissNotice} />}
      back={() => actions.open('scan')}
      backLabel={back}
    >
      <PictureWay {...props} />
      <ScannerWay {...props} />
    </Page>
  );
}

function PictureWay({ actions }: AppProps) {
  const { inputs } = currentTexts();
  const take = (input: HTMLInputElement): void => {
    const [picture] = input.files ?? [];
    if (picture) actions.readPicture(picture, 'picture');
    // The same picture again must be a change, too.
    input.value = '';
  };
  return (
    <section class="way">
      <h2 class="subtitle">{inputs.picture}</h2>
      <label class="button button-main">
        {inputs.choosePicture}
        <input
          class="visually-hidden"
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => take(currentTarget)}
        />
      </label>
      <p>{inputs.pictureNote}</p>
    </section>
  );
}

function ScannerWay({ lastInput, serial, wedge, actions }: AppProps) {
  const texts = currentTexts();
  const { inputs } = texts;
  const state = serial.value;
  const last = lastInput.value;
  const hasScanned = last?.source === 'wedge' || last?.source === 'serial';
  return (
    <section class="way">
      <h2 class="subtitle">{inputs.scanner}</h2>
      <p>{inputs.scannerNote}</p>
      <p class="note strong" data-last-scan={hasScanned ? last.source : 'none'}>
        {hasScanned ? inputs.lastScan(texts.formats.second(last.at)) : inputs.noScan}
      </p>
      {state !== 'unsupported' && (
        <>
          <p role="status" data-serial={state}>
            {inputs.serial[state]}
          </p>
          {state !== 'connected' && (
            <button
              class="button"
              type="button"
              disabled={state === 'connecting'}
              onClick={actions.connectSerial}
            >
              {inputs.connectSerial}
            </button>
          )}
        </>
      )}
      <p>{inputs.affixNote}</p>
      <div class="fields">
        <Field label={inputs.prefix} name="prefix" wedge={wedge} actions={actions} />
        <Field label={inputs.suffix} name="suffix" wedge={wedge} actions={actions} />
      </div>
    </section>
  );
}

interface FieldProps extends Pick<AppProps, 'wedge' | 'actions'> {
  readonly label: string;
  readonly name: 'prefix' | 'suffix';
}

function Field({ label, name, wedge, actions }: FieldProps) {
  // Not on each input: a scan into this field arrives there, too, before it is known to be one.
  const take = (field: HTMLInputElement): void => {
    actions.setWedge({ ...wedge.peek(), [name]: field.value });
    // What was not taken is not left to be seen either.
    field.value = wedge.peek()[name];
  };
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        value={wedge.value[name]}
        maxLength={longestAffix}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </label>
  );
}

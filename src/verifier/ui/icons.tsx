/**
 * The app's own small icons, drawn on a 24-unit grid in the colour of the text around them. They
 * only repeat what words beside them say, so screen readers skip them.
 */
import type { ComponentChildren } from 'preact';
import type { ListsView } from '../models/app-state.ts';

const Icon = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

/** A cloud, crossed out: no network. */
export const OfflineIcon = () => (
  <Icon>
    <path d="M7 18h10a4 4 0 0 0 .6-8A6 6 0 0 0 6.3 10 4 4 0 0 0 7 18z" />
    <path d="M4 21 20 3" />
  </Icon>
);

/** A camera, crossed out: no picture. */
export const NoCameraIcon = () => (
  <Icon>
    <path d="M3 7h4l2-3h6l2 3h4v12H3z" />
    <circle cx="12" cy="13" r="4" />
    <path d="M3 22 21 2" />
  </Icon>
);

/** An arrow to the left. */
export const BackIcon = () => (
  <Icon>
    <path d="M20 12H4M11 5l-7 7 7 7" />
  </Icon>
);

/** A torch with its light. */
export const TorchIcon = () => (
  <Icon>
    <path d="M7 9h10v3l-2 3v7H9v-7l-2-3zM12 2v3M5 3l2 3M19 3l-2 3" />
  </Icon>
);

/** Two arrows in a circle: the other camera. */
export const SwitchIcon = () => (
  <Icon>
    <path d="M4 11a8 8 0 0 1 14-4l2 2M20 3v6h-6M20 13a8 8 0 0 1-14 4l-2-2M4 21v-6h6" />
  </Icon>
);

/** An arrow into a tray: other ways in. */
export const InputsIcon = () => (
  <Icon>
    <path d="M12 3v11M7 9.5l5 5 5-5M4 14v6h16v-6" />
  </Icon>
);

/** The state of the lists by shape and not by colour alone. */
export const ListsIcon = ({ state }: { readonly state: ListsView['state'] }) => (
  <Icon>
    {state === 'fresh' && <circle class="icon-solid" cx="12" cy="12" r="7" />}
    {state === 'ageing' && (
      <>
        <circle cx="12" cy="12" r="8" />
        <path class="icon-solid" d="M12 4a8 8 0 0 1 0 16z" />
      </>
    )}
    {state === 'expired' && <path d="M5 5l14 14M19 5 5 19" />}
    {state === 'missing' && <path d="M12 4v11M12 19v2" />}
  </Icon>
);

/** Three bars: everything else. */
export const MenuIcon = () => (
  <Icon>
    <path d="M4 6h16M4 12h16M4 18h16" />
  </Icon>
);

/** An eye: checked by looking. */
export const EyeIcon = () => (
  <Icon>
    <path d="M2 12c5-8 15-8 20 0-5 8-15 8-20 0z" />
    <circle cx="12" cy="12" r="3" />
  </Icon>
);

/** Bars of a chart: what a shift came to. */
export const ShiftIcon = () => (
  <Icon>
    <path d="M3 21h18M6 21V11M12 21V4M18 21v-7" />
  </Icon>
);

/** Lines of a list, each with its mark. */
export const ListsPageIcon = () => (
  <Icon>
    <path d="M9 6h12M9 12h12M9 18h12M3 6h2M3 12h2M3 18h2" />
  </Icon>
);

/** A percent sign. */
export const PoliciesIcon = () => (
  <Icon>
    <path d="M5 20 19 4" />
    <circle cx="7" cy="7" r="3" />
    <circle cx="17" cy="17" r="3" />
  </Icon>
);

/** A bullseye: something to practise on. */
export const TrainingIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <circle cx="12" cy="12" r="4" />
  </Icon>
);

/** Two sliders. */
export const SettingsIcon = () => (
  <Icon>
    <path d="M3 8h8M17 8h4M3 16h4M13 16h8" />
    <circle cx="14" cy="8" r="3" />
    <circle cx="10" cy="16" r="3" />
  </Icon>
);

/** A phone with a plus. */
export const InstallIcon = () => (
  <Icon>
    <path d="M7 2h10v20H7zM12 8v8M8 12h8" />
  </Icon>
);

/** An i in a circle. */
export const AboutIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v6M12 7v1" />
  </Icon>
);

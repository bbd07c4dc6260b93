/**
 * Checking, loaded when there is something to see: a third of the app's code that the camera does not
 * need to start. Until it is there the camera's texts are dropped, as many more come; a deliberate scan
 * waits. A third way there is not: where the code cannot be loaded, that is said.
 */
import type { CheckModel, CheckModelDependencies } from './check-model.ts';

/** What checks need to be loaded. */
export interface LazyChecksDependencies extends CheckModelDependencies {
  /** Loads what shows a verdict; a check without it would be silent. */
  loadRest(): Promise<void>;
}

/** A check model that begins to load when told to, or with the first deliberate scan. */
export interface LazyChecks extends CheckModel {
  load(): void;
}

/** Milliseconds between two attempts to load. */
const retryPause = 2000;

/** Makes it; nothing is loaded yet. */
export function createLazyChecks(dependencies: LazyChecksDependencies): LazyChecks {
  let model: CheckModel | null = null;
  let loading: Promise<void> | null = null;

  const load = (): Promise<void> => {
    loading ??= Promise.all([import('./check-model.ts'), dependencies.loadRest()]).then(
      ([{ createCheckModel }]) => {
        model = createCheckModel(dependencies);
      },
      () => {
        dependencies.onFailed();
        // The next card, or the next tap, tries again, though not each frame.
        setTimeout(() => {
          loading = null;
        }, retryPause);
      },
    );
    return loading;
  };

  return {
    load: () => void load(),
    async look(text) {
      if (model) await model.look(text);
      else void load();
    },
    async checkText(text, scannedAt) {
      await load();
      await model?.checkText(text, scannedAt);
    },
    noteUndecodable: (isUndecodable) => model?.noteUndecodable(isUndecodable),
    startAnew: () => model?.startAnew(),
  };
}

/**
 * Checking, loaded when there is something to see: a third of the app's code that the camera does not
 * need to start. Until it is there the camera's texts are dropped, as many more come; a deliberate scan
 * waits. A third way there is not: where the code cannot be loaded, that is said.
 */
import type { CheckModel, CheckModelDependencies } from './check-model.ts';

/** A check model that begins to load when told to, or with the first deliberate scan. */
export interface LazyChecks extends CheckModel {
  load(): void;
}

/** Makes it; nothing is loaded yet. */
export function createLazyChecks(dependencies: CheckModelDependencies): LazyChecks {
  let model: CheckModel | null = null;
  let loading: Promise<void> | null = null;

  const load = (): Promise<void> => {
    loading ??= import('./check-model.ts').then(({ createCheckModel }) => {
      model = createCheckModel(dependencies);
    }, dependencies.onFailed);
    return loading;
  };

  return {
    load: () => void load(),
    async look(text) {
      await model?.look(text);
    },
    async checkText(text) {
      await load();
      if (model) await model.checkText(text);
      else dependencies.onFailed();
    },
    noteUndecodable: (isUndecodable) => model?.noteUndecodable(isUndecodable),
    startAnew: () => model?.startAnew(),
  };
}

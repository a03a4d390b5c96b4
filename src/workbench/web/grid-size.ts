import type { GridModel } from '../book/grid-model.ts';

/** Row and column headings, which IronCalc draws inside the space for cells. */
const HEADINGS = { width: 30, height: 28 };

/**
 * IronCalc's grid tells its model that it fills the browser's window; Page Down and the arrow keys scroll by that.
 * Here a ribbon and a pane stand beside it, so the model is told the space that the cells really have.
 */
export function watchSize(model: GridModel, size: () => { width: number; height: number }): GridModel {
  return new Proxy(model, {
    get(target, property): unknown {
      if (property === 'setWindowWidth') return () => target.setWindowWidth(size().width - HEADINGS.width);
      if (property === 'setWindowHeight')
        return () => target.setWindowHeight(size().height - HEADINGS.height);
      return Reflect.get(target, property);
    },
  });
}

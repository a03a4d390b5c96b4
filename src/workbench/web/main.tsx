import '@ironcalc/workbook/style.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { loadEngine } from './engine.ts';
import './styles.css';
import { createApi } from './window-api.ts';
import type { WorkbenchApi } from './workbench-api.ts';
import { Workbench } from './workbench.ts';

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

const workbench = new Workbench();
const ready = Promise.all([loadEngine(), loadConfig()]).then(([engine, config]) =>
  workbench.start(engine, config),
);
ready.catch((error: unknown) => workbench.say(error instanceof Error ? error.message : String(error)));
window.workbench = createApi(workbench, ready);

const container = document.getElementById('root');
if (!container) throw new Error('The page has no place for the workbench.');
createRoot(container).render(<App workbench={workbench} />);

import { useSyncExternalStore } from 'react';
import { Grid } from './grid.tsx';
import { MessageBar } from './message-bar.tsx';
import { PaneColumn, SecondPane } from './pane-column.tsx';
import { Ribbon } from './ribbon.tsx';
import type { Workbench } from './workbench.ts';

/** The page: title bar, ribbon, message bar, and the grid beside the task pane. */
export function App({ workbench }: { workbench: Workbench }) {
  const { workbook, message, paneIsOpen, secondPaneIsOpen, paneUrl, openCount } = useSyncExternalStore(
    workbench.subscribe,
    workbench.state,
  );
  return (
    <div className="workbench">
      <header className="title-bar">
        <span className="title-mark" aria-hidden>
          X
        </span>
        <h1>{workbook?.book.name ?? ''}</h1>
        <span className="title-note">Workbench: a stand-in for Excel on the web</span>
      </header>
      {workbook && <Ribbon workbench={workbench} book={workbook.book} />}
      {message !== null && <MessageBar text={message} onClose={() => workbench.say(null)} />}
      <main className="desk">
        {workbook ? (
          <>
            <Grid key={openCount} workbench={workbench} workbook={workbook} />
            {paneIsOpen && <PaneColumn workbench={workbench} workbook={workbook} paneUrl={paneUrl} />}
            {secondPaneIsOpen && <SecondPane workbench={workbench} workbook={workbook} />}
          </>
        ) : (
          <p className="opening">{message === null ? 'Opening the workbook…' : ''}</p>
        )}
      </main>
    </div>
  );
}

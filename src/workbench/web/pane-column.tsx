import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OpenWorkbook, Workbench } from './workbench.ts';

/** In CSS pixels. Excel on the web opens a pane at 350 or a little less, and a person may drag it. */
const WIDTH = { narrowest: 320, usual: 350, widest: 600, step: 10 };

interface PaneColumnProps {
  workbench: Workbench;
  workbook: OpenWorkbook;
  /** Another one is loaded in place of what the pane shows. */
  paneUrl: string;
}

/** The task pane with its frame, loaded anew for each workbook, and the splitter that makes it wider or narrower. */
export function PaneColumn({ workbench, workbook, paneUrl }: PaneColumnProps) {
  const [width, setWidth] = useState(widthFromAddress);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (frame.current) return workbench.attachPane(frame.current);
    return undefined;
  }, [workbench, workbook, paneUrl]);

  return (
    <>
      <Splitter width={width} onWidth={(wanted) => setWidth(withinLimits(wanted))} />
      <aside className="pane" style={{ width }} aria-label="Distribution Desk">
        <header className="pane-header">
          <h2>Distribution Desk</h2>
          <button
            type="button"
            className="icon-button"
            aria-label="Close task pane"
            onClick={() => workbench.closePane()}
          >
            <X size={16} />
          </button>
        </header>
        <div ref={frame} className="pane-frame" />
      </aside>
    </>
  );
}

/** The task pane of another window on the same workbook, for tests: without a header of its own, and always as wide. */
export function SecondPane({ workbench, workbook }: Omit<PaneColumnProps, 'paneUrl'>) {
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (frame.current) return workbench.attachSecondPane(frame.current);
    return undefined;
  }, [workbench, workbook]);

  return (
    <aside className="pane" style={{ width: WIDTH.usual }} aria-label="Distribution Desk, second window">
      <div ref={frame} className="pane-frame" />
    </aside>
  );
}

function Splitter({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the task pane"
      aria-valuemin={WIDTH.narrowest}
      aria-valuemax={WIDTH.widest}
      aria-valuenow={width}
      tabIndex={0}
      // Captured, so that the pane's frame does not swallow the movement.
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          onWidth(window.innerWidth - event.clientX);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onWidth(width + WIDTH.step);
        if (event.key === 'ArrowRight') onWidth(width - WIDTH.step);
      }}
    />
  );
}

/** `?pane=400` in the address sets it, so that a test can look at a pane of any width. */
function widthFromAddress(): number {
  const wanted = Number(new URLSearchParams(window.location.search).get('pane') ?? WIDTH.usual);
  return withinLimits(Number.isFinite(wanted) ? wanted : WIDTH.usual);
}

function withinLimits(width: number): number {
  return Math.round(Math.min(WIDTH.widest, Math.max(WIDTH.narrowest, width)));
}

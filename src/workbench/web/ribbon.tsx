import {
  ArrowDownAZ,
  ArrowUpAZ,
  EyeOff,
  Filter,
  FilterX,
  FolderOpen,
  HandCoins,
  ListChecks,
  Lock,
  LockOpen,
  type LucideIcon,
  Redo2,
  RefreshCw,
  Save,
  Table2,
  TableCellsMerge,
  TableRowsSplit,
  Trash2,
  Undo2,
  Eye,
} from 'lucide-react';
import type { WorkbenchBook } from '../book/ironcalc-book.ts';
import * as commands from './commands.ts';
import { chooseAndOpen, saveAsDownload } from './file-actions.ts';
import type { Workbench } from './workbench.ts';

interface RibbonProps {
  workbench: Workbench;
  book: WorkbenchBook;
}

/** In the order of the manifest's buttons; the real ones all bear the add-in's own icon. */
const paneIcons = [HandCoins, ListChecks, RefreshCw];

/** What a person can order beside what the grid itself can do. */
export function Ribbon({ workbench, book }: RibbonProps) {
  const run = (order: (book: WorkbenchBook) => void) => () => workbench.run(order);
  const isProtected = commands.isProtected(book);
  const isFiltered = book.isFiltered(book.activeSheetId());
  return (
    <div className="ribbon" role="toolbar" aria-label="Ribbon">
      <Group>
        <Command icon={FolderOpen} label="Open" onClick={() => chooseAndOpen(workbench)} />
        <Command icon={Save} label="Save" onClick={() => saveAsDownload(workbench)} />
      </Group>
      <Group>
        <Command icon={Undo2} label="Undo" disabled={!book.canUndo()} onClick={run(() => book.undo())} />
        <Command icon={Redo2} label="Redo" disabled={!book.canRedo()} onClick={run(() => book.redo())} />
      </Group>
      <Group>
        <Command
          icon={ArrowDownAZ}
          label="Sort A→Z"
          onClick={run((it) => commands.sortBySelection(it, true))}
        />
        <Command
          icon={ArrowUpAZ}
          label="Sort Z→A"
          onClick={run((it) => commands.sortBySelection(it, false))}
        />
        <Command
          icon={Filter}
          label="Filter"
          hint="Filter by the selected cell's value"
          onClick={run(commands.filterBySelection)}
        />
        <Command
          icon={FilterX}
          label="Clear filter"
          disabled={!isFiltered}
          onClick={run(commands.clearFilter)}
        />
      </Group>
      <Group>
        <Command icon={TableRowsSplit} label="Insert row" onClick={run(commands.insertRows)} />
        <Command icon={Trash2} label="Delete row" onClick={run(commands.deleteRows)} />
        <Command icon={EyeOff} label="Hide rows" onClick={run((it) => commands.setRowsHidden(it, true))} />
        <Command icon={Eye} label="Unhide rows" onClick={run((it) => commands.setRowsHidden(it, false))} />
      </Group>
      <Group>
        <Command
          icon={TableCellsMerge}
          label="Merge"
          pressed={commands.isMerged(book)}
          onClick={run(commands.toggleMerge)}
        />
        <Command icon={Table2} label="Make table" onClick={run(commands.makeTable)} />
      </Group>
      <Group>
        <Command
          icon={isProtected ? LockOpen : Lock}
          label={isProtected ? 'Unprotect sheet' : 'Protect sheet'}
          onClick={run(commands.toggleProtection)}
        />
      </Group>
      <Group>
        {workbench.commands().map(({ id, label, tip, page }, index) => (
          <Command
            key={id}
            icon={paneIcons[index] ?? HandCoins}
            label={label}
            hint={tip}
            onClick={() => workbench.showPane(page)}
          />
        ))}
      </Group>
    </div>
  );
}

function Group({ children }: { children: React.ReactNode }) {
  return <div className="ribbon-group">{children}</div>;
}

interface CommandProps {
  icon: LucideIcon;
  label: string;
  /** Says more than the label. */
  hint?: string;
  disabled?: boolean;
  /** Only for what is switched on and off. */
  pressed?: boolean;
  onClick: () => void;
}

function Command({ icon: Icon, label, hint, disabled = false, pressed, onClick }: CommandProps) {
  return (
    <button
      type="button"
      className="ribbon-command"
      title={hint ?? label}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon size={20} strokeWidth={1.5} aria-hidden />
      <span>{label}</span>
    </button>
  );
}

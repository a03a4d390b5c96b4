import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { CellPosition, Problem } from '../../domain/index.ts';
import { formatCount, strings } from '../../words/index.ts';
import { groupProblems, problemKey, type ProblemGroup } from '../problem-groups.ts';
import { problemText } from '../search-list.ts';
import { Help } from './help.tsx';
import { ProblemItem } from './problem-item.tsx';
import { useListSearch } from './use-list-search.tsx';
import { VirtualList } from './virtual-list.tsx';

interface ProblemGroupsProps {
  problems: readonly Problem[];
  disabled: boolean;
  onJump: (cell: CellPosition) => void;
  onFix: (problems: readonly Problem[]) => void;
}

/** Above this, the groups of warnings start closed, so that the kinds can be told at a glance. */
const openLimit = 60;

const kinds = {
  problem: ({ severity }: Problem) => severity === 'problem',
  warning: ({ severity }: Problem) => severity === 'warning',
  fixable: ({ correction }: Problem) => correction !== null && correction !== undefined,
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  group: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'center', paddingInlineEnd: tokens.spacingHorizontalXS },
  header: { flexGrow: 1, minWidth: 0 },
  title: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { flexGrow: 1, minWidth: 0 },
  panel: { margin: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}` },
  problemIcon: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
  warningIcon: { color: tokens.colorPaletteDarkOrangeForeground1, flexShrink: 0 },
});

/** Problems by kind, what blocks first. What the user opened and closed stays so when the check runs again. */
export function ProblemGroups({ problems, disabled, onJump, onFix }: ProblemGroupsProps) {
  const styles = useStyles();
  const { found, search } = useListSearch({
    ...{ items: problems, textOf: problemText, kinds },
    label: strings.search.problems,
  });
  const groups = useMemo(() => groupProblems(found), [found]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = ({ key, severity }: ProblemGroup) =>
    chosen.get(key) ?? (severity === 'problem' || problems.length <= openLimit);
  const openItems = groups.filter(isOpen).map(({ key }) => key);
  return (
    <>
      {search}
      <Accordion
        multiple
        collapsible
        className={styles.root}
        openItems={openItems}
        onToggle={(_event, { value }) =>
          setChosen(new Map(chosen).set(String(value), !openItems.includes(String(value))))
        }
      >
        {groups.map((group) => (
          <AccordionItem key={group.key} value={group.key} className={styles.group}>
            <div className={styles.head}>
              <AccordionHeader as="h2" size="medium" className={styles.header}>
                <span className={styles.title}>
                  {group.severity === 'problem' ? (
                    <ErrorCircleFilled className={styles.problemIcon} aria-hidden />
                  ) : (
                    <WarningFilled className={styles.warningIcon} aria-hidden />
                  )}
                  <span className={styles.name}>{group.title}</span>
                  <Badge appearance="tint" color={group.severity === 'problem' ? 'danger' : 'warning'}>
                    {formatCount(group.problems.length)}
                  </Badge>
                </span>
              </AccordionHeader>
              <Help rule={group.code} />
            </div>
            <AccordionPanel className={styles.panel}>
              <VirtualList
                items={group.problems}
                label={strings.problems.groupItems(group.title, group.problems.length)}
                estimatedHeightPx={52}
                keyOf={problemKey}
                renderItem={(problem) => (
                  <ProblemItem problem={problem} disabled={disabled} onJump={onJump} onFix={onFix} />
                )}
              />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}

import { Box } from '@mui/material';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import type { Row } from './rows.ts';
import { ShareBar } from './ShareBar.tsx';
import { nameOf, type Tree } from './useTree.ts';
import { plainly, WeightCell } from './WeightCell.tsx';

/** What a line weighs, then its share of the overall score: as a bar, and in per cent. */
export const Worthwhile = ({ row, tree }: { readonly row: Row; readonly tree: Tree }) => {
  const units = tree.figures.units.get(row.id);
  const worth = tree.figures.worth.get(row.id);
  const apart = worth?.ofWhole === null;
  const share = apart ? Math.round(Number(worth.ofChannel.valueOf()) * 10_000) : (units ?? 0);
  return (
    <>
      <Box role="gridcell" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
        <Weight row={row} tree={tree} />
      </Box>
      <Box role="gridcell" sx={{ display: { xs: 'none', md: 'block' } }}>
        <ShareBar
          share={share}
          most={apart ? 10_000 : tree.most[row.kind]}
          strong={row.kind === 'channel'}
          apart={apart}
        />
      </Box>
      <Box
        role="gridcell"
        sx={{
          textAlign: 'right',
          fontVariantNumeric: 'tabular-nums',
          fontWeight: row.kind === 'step' ? 400 : 600,
          color: apart || row.kind === 'step' ? 'text.secondary' : 'inherit',
          fontStyle: apart && row.kind !== 'channel' ? 'italic' : 'normal',
        }}
      >
        <Percent row={row} tree={tree} share={share} apart={apart} />
      </Box>
    </>
  );
};

const Percent = (props: {
  readonly row: Row;
  readonly tree: Tree;
  readonly share: number;
  readonly apart: boolean;
}) => {
  const { row, tree, share, apart } = props;
  const format = useFormat();
  if (!apart) return <>{format.percent(share / 10_000, 2)}</>;
  if (row.kind === 'channel') return <>{tree.t('room.grid.apart')}</>;
  const bonus = row.kind === 'criterion' && row.criterion.bonus;
  const figure = format.percent(share / 10_000, 1);
  return (
    <span title={tree.t('room.editor.apartMore')}>
      {bonus ? tree.t('room.settings.bonusShare', { share: figure }) : figure}
      <Hidden> {tree.t('room.editor.ofChannel')}</Hidden>
    </span>
  );
};

const Weight = ({ row, tree }: { readonly row: Row; readonly tree: Tree }) => {
  const format = useFormat();
  const [id, weight] =
    row.kind === 'channel'
      ? [row.channel.id, row.channel.weight]
      : row.kind === 'step'
        ? [row.step.id, row.step.weight]
        : [row.criterion.id, row.criterion.weight];
  if (weight === null) return null;
  if (!tree.editable) return <>{format.number(plainly(weight), undefined)}</>;
  return (
    <WeightCell
      label={nameOf(row)}
      weight={weight}
      typed={tree.typed.get(id)}
      active={tree.active === row.id}
      onType={(typed) => tree.type(id, typed)}
      onKeep={(kept) => tree.weigh(row, kept)}
      onLeave={(to) => tree.leave(row.id, to)}
    />
  );
};

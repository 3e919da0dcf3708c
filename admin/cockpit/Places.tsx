import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { csvOf, download } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { FranceMap, type Shaded } from '../kernel/FranceMap.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Fieldwork } from './cockpit.graphql.ts';

type Place = Fieldwork['places'][number];

interface PlacesProps {
  readonly edition: EditionInForce;
  readonly places: readonly Place[];
}

const figures = ['structures', 'untouched', 'planned', 'done'] as const;

/** Whom fieldwork has reached, on the map and in a table: the structures of which no test is done yet stand out. */
export const Places = ({ edition, places }: PlacesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const byCode = new Map(places.map((place) => [place.code, place]));
  const nameOf = ({ code, name }: Place) => (code === '' ? translate('room.cockpit.nowhere') : `${name} (${code})`);
  const shadeOf = (code: string, name: string): Shaded => {
    const place = byCode.get(code);
    if (!place) return { shade: 0, figure: '', told: translate('room.cockpit.nobody', { name }) };
    const reached = place.structures - place.untouched;
    return {
      shade: reached === 0 ? 0 : Math.max(1, Math.round((5 * reached) / place.structures)),
      figure: `${format.number(reached)}/${format.number(place.structures)}`,
      told: translate('room.cockpit.reached', { name, reached, smart_count: place.structures }),
    };
  };
  const save = () => {
    const columns = [
      { label: translate('room.cockpit.head.code'), value: ({ code }: Place) => code },
      { label: translate('room.cockpit.department'), value: ({ name }: Place) => name },
      ...figures.map((each) => ({
        label: translate(`room.cockpit.head.${each}`),
        value: (place: Place) => place[each],
      })),
    ];
    download(
      csvOf(places, columns, (label) => label),
      `barometre-${edition.year}-terrain-departements.csv`,
    );
  };
  return (
    <>
      <Section title={translate('room.cockpit.map')}>
        <FranceMap
          small
          label={translate('room.cockpit.mapLabel')}
          departments={places.filter(({ code }) => code !== '')}
          shadeOf={shadeOf}
        />
      </Section>
      <Section
        flush
        title={translate('room.cockpit.byPlace')}
        aside={
          <Button color="inherit" variant="outlined" startIcon={<FileDownloadOutlined />} onClick={save}>
            {translate('list.export')}
          </Button>
        }
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('room.cockpit.department')}</TableCell>
              {figures.map((each) => (
                <TableCell key={each} align="right">
                  {translate(`room.cockpit.head.${each}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {places.map((place) => (
              <TableRow key={place.code}>
                <TableCell component="th" scope="row">
                  {nameOf(place)}
                </TableCell>
                {figures.map((each) => (
                  <TableCell key={each} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                    {format.number(place[each])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
    </>
  );
};

import {
  AutocompleteInput,
  BooleanInput,
  DateInput,
  maxLength,
  minValue,
  NumberInput,
  ReferenceInput,
  required,
  SelectArrayInput,
  SelectInput,
  TextInput,
  useTranslate,
  type Validator,
} from 'react-admin';
import { enums } from './i18n/fr.enums.ts';

/** What every input of the house takes: the field, and whether it must be given. */
export interface InputProps {
  readonly source: string;
  /** A key of the dictionary; by default the glossary's word for the field. */
  readonly label?: string;
  /** A key of the dictionary: what people must know before they type. */
  readonly help?: string;
  readonly must?: boolean;
  readonly disabled?: boolean;
  readonly defaultValue?: unknown;
}

const SHAPES = {
  line: /^[^\n\r]*$/,
  code: /^[A-Za-z0-9][\w.-]*$/,
  decimal: /^-?\d{1,14}([.,]\d+)?$/,
  siren: /^\d{9}$/,
  siret: /^\d{14}$/,
  email: /^\S+@\S+\.\S+$/,
} as const;

/** Empty is the business of `required`: a shape only judges what was typed. */
const shaped =
  (shape: keyof typeof SHAPES): Validator =>
  (value: unknown) =>
    value == null || value === '' || SHAPES[shape].test(String(value)) ? undefined : `room.input.${shape}`;

const rules = (must: boolean | undefined, ...more: Validator[]) => [...(must ? [required()] : []), ...more];
const shared = ({ source, label, disabled, defaultValue, help }: InputProps) => ({
  source,
  helperText: help ?? (false as const),
  ...(label ? { label } : {}),
  ...(disabled ? { disabled } : {}),
  ...(defaultValue === undefined ? {} : { defaultValue }),
});

const trimmed = (value: string | null) => value?.trim() ?? null;

/** Scalar Title: one line, up to 200 characters. */
export const TitleInput = (props: InputProps) => (
  <TextInput {...shared(props)} validate={rules(props.must, maxLength(200), shaped('line'))} />
);

/** Scalar Prose: several lines, up to 5,000 characters. */
export const ProseInput = (props: InputProps) => (
  <TextInput {...shared(props)} multiline minRows={3} validate={rules(props.must, maxLength(5000))} />
);

/** Scalar Code: a stable key. */
export const CodeInput = (props: InputProps) => (
  <TextInput {...shared(props)} validate={rules(props.must, maxLength(80), shaped('code'))} parse={trimmed} />
);

interface DecimalProps extends InputProps {
  /** The bounds it stays within, both taken in. */
  readonly within?: readonly [least: number, most: number];
}

const bounded =
  ([least, most]: readonly [number, number]): Validator =>
  (value: unknown) =>
    value == null || (Number(value) >= least && Number(value) <= most)
      ? undefined
      : { message: 'room.settings.outside', args: { least, most } };

/** Scalar Decimal: typed with the comma of the language, sent exact with a point. */
export const DecimalInput = ({ within, ...props }: DecimalProps) => (
  <TextInput
    {...shared(props)}
    inputMode="decimal"
    validate={rules(props.must, shaped('decimal'), ...(within ? [bounded(within)] : []))}
    format={(value: string | null) => value?.replace('.', ',') ?? ''}
    parse={(value: string | null) => value?.replace(',', '.').replace(/\s/g, '') || null}
  />
);

/** Scalar Year. */
export const YearInput = (props: InputProps) => (
  <NumberInput {...shared(props)} min={2000} max={2100} step={1} validate={rules(props.must)} />
);

/** A whole number, from 0 or from `least`. */
export const CountInput = ({ least = 0, ...props }: InputProps & { readonly least?: number }) => (
  <NumberInput {...shared(props)} min={least} step={1} validate={rules(props.must, minValue(least))} />
);

/** Scalar LocalDate: a day. */
export const DayInput = (props: InputProps) => <DateInput {...shared(props)} validate={rules(props.must)} />;

/** A yes or no. */
export const YesNoInput = (props: InputProps) => <BooleanInput {...shared(props)} />;

/** A French SIREN or SIRET: digits, however they are spaced; the server checks their key. */
export const SirenInput = ({ kind, ...props }: InputProps & { readonly kind: 'siren' | 'siret' }) => (
  <TextInput
    {...shared(props)}
    inputMode="numeric"
    validate={rules(props.must, shaped(kind))}
    parse={(value: string | null) => value?.replace(/\s/g, '') || null}
  />
);

/** An e-mail address. */
export const EmailInput = (props: InputProps) => (
  <TextInput {...shared(props)} type="email" validate={rules(props.must, shaped('email'))} parse={trimmed} />
);

interface EnumProps extends InputProps {
  /** The enumeration of the contract, whose words are in the dictionary. */
  readonly of: keyof typeof enums;
}

const useChoices = (of: keyof typeof enums) => {
  const translate = useTranslate();
  return Object.keys(enums[of]).map((id) => ({ id, name: translate(`enum.${of}.${id}`) }));
};

/** One word of an enumeration. */
export const EnumInput = ({ of, ...props }: EnumProps) => (
  <SelectInput
    {...shared(props)}
    choices={useChoices(of)}
    translateChoice={false}
    validate={rules(props.must)}
    {...(props.must ? { emptyText: '' } : {})}
  />
);

/** Several words of an enumeration. */
export const EnumsInput = ({ of, ...props }: EnumProps) => (
  <SelectArrayInput {...shared(props)} choices={useChoices(of)} translateChoice={false} validate={rules(props.must)} />
);

/** A space after each comma, but for the one just typed, which could not be taken back. */
const spaced = (word: string, place: number): string => (place > 0 && /^[^\s]/.test(word) ? ` ${word}` : word);

/** Several words that no list foresees, with commas between them; what is sent leaves out the empty ones. */
export const WordsInput = (props: InputProps) => (
  <TextInput
    {...shared(props)}
    validate={rules(props.must)}
    format={(words: readonly string[] | null) => words?.map(spaced).join(',') ?? ''}
    parse={(text: string) => (text === '' ? [] : text.split(','))}
  />
);

interface ReferenceProps extends InputProps {
  /** The resource referred to; its list is searched as one types. */
  readonly reference: string;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
}

/** Another record, found by typing its name. */
export const RecordInput = ({ reference, filter, sort, ...props }: ReferenceProps) => (
  <ReferenceInput
    source={props.source}
    reference={reference}
    {...(filter ? { filter } : {})}
    {...(sort ? { sort } : {})}
  >
    <AutocompleteInput
      {...shared(props)}
      filterToQuery={(q: string) => ({ q })}
      validate={rules(props.must)}
      disabled={props.disabled ?? false}
    />
  </ReferenceInput>
);

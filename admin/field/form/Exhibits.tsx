import type { Test } from '../net/field.graphql.ts';
import type { Exhibit } from '../store/db.ts';
import { dropExhibit, keepExhibit } from '../store/exhibits.ts';
import { useField } from '../store/state.ts';
import { sync } from '../store/sync.ts';
import { useWords } from '../words/useWords.ts';

/** Photos and files that show what was seen; they wait on the device for the network. */
export const Exhibits = ({ test, criterion }: { readonly test: Test; readonly criterion: string | null }) => {
  const words = useWords();
  const all = useField(({ exhibits }) => exhibits);
  const own = all.filter((each) => each.assignmentId === test.id && each.criterion === criterion);
  const add = async (files: FileList | null) => {
    for (const file of files ?? []) await keepExhibit(test.id, criterion, file);
    void sync();
  };
  const said = ({ sent, refusal }: Exhibit) =>
    sent ? words.form.fileSent : refusal ? words.form.fileRefused : words.form.fileWaits;
  return (
    <div className="exhibits">
      <label className="file">
        {words.form.exhibit}
        <input
          type="file"
          accept="image/*,application/pdf,text/plain"
          multiple
          onChange={({ target }) => void add(target.files)}
        />
      </label>
      {own.map((exhibit) => (
        <p key={exhibit.key} className="row">
          <span>
            {exhibit.name} <span className="muted">({said(exhibit)})</span>
          </span>
          {exhibit.sent ? null : (
            <button type="button" className="plain" onClick={() => void dropExhibit(exhibit.key)}>
              {words.form.drop}
            </button>
          )}
        </p>
      ))}
    </div>
  );
};

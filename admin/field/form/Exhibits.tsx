import { useState } from 'react';
import type { Test } from '../net/field.graphql.ts';
import type { Exhibit } from '../store/db.ts';
import { dropExhibit, keepExhibit } from '../store/exhibits.ts';
import { useField } from '../store/state.ts';
import { sync } from '../store/sync.ts';
import { sentence, useWords } from '../words/useWords.ts';

/** Photos and files that show what was seen; they wait on the device for the network. */
export const Exhibits = ({ test, criterion }: { readonly test: Test; readonly criterion: string | null }) => {
  const words = useWords();
  const all = useField(({ exhibits }) => exhibits);
  const own = all.filter((each) => each.assignmentId === test.id && each.criterion === criterion);
  const [full, setFull] = useState(false);
  const add = async (files: FileList | null) => {
    try {
      for (const file of files ?? []) await keepExhibit(test.id, criterion, file);
      setFull(false);
    } catch {
      setFull(true);
    }
    void sync();
  };
  const said = ({ sent, refusal, waits }: Exhibit) => {
    if (sent) return words.form.fileSent;
    if (refusal) return sentence(words.form.fileRefused, refusal);
    return waits ? sentence(words.form.fileHeld, waits) : words.form.fileWaits;
  };
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
      {full ? (
        <p className="note error" role="alert">
          {words.form.fileNoRoom}
        </p>
      ) : null}
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

import { useId, useState } from 'react';
import { dateInWords, dateOfTerm } from '@/lib/language/dates';
import { type LetterFacts, type LetterLang, letters } from '@/lib/language/letters';
import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import type { Day, Lang, Post } from '@/lib/ledger/records';
import type { ViewContext } from '../promise-view';
import { nameIn, textIn } from '../text';
import { LanguageSwitch } from './language-switch';
import { promiseHref } from './links';

type Form = 'question' | 'inquiry';

/** What the ready question is made of, and what is done with it. */
export interface AskPageProps {
  readonly entry: BookEntry;
  readonly post: Post;
  readonly today: Day;
  readonly context: ViewContext;
  /** Rejects when the clipboard refuses. */
  readonly onCopy: (text: string) => Promise<void>;
  readonly onPrint: () => void;
  /** Opens a draft that holds the answer. */
  readonly onAnswer: () => void;
}

function nameOf(id: string | null, { persons }: ViewContext, lang: Lang): string | null {
  const person = id === null ? undefined : persons.get(id);
  return person === undefined ? null : nameIn(person, lang);
}

function factsOf(props: AskPageProps, lang: LetterLang): LetterFacts {
  const { entry, post, today, context } = props;
  const { promise, answer, status } = entry;
  return {
    matter: textIn(promise.text, lang).text,
    maker: nameOf(promise.personId, context, lang),
    office: textIn(post.label, lang).text,
    saidOn: promise.saidOn === null ? null : dateInWords(lang, promise.saidOn),
    dueOn: promise.dueOn === null ? null : dateOfTerm(lang, promise.dueOn),
    status: strings(lang).common.status[status.status],
    source: promise.source.url,
    holder: nameOf(answer?.personId ?? null, context, lang),
    isInherited: answer?.relation === 'inherited',
    today: dateInWords(lang, today),
  };
}

function FormSwitch(props: {
  readonly lang: Lang;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}) {
  const { lang, form, onForm } = props;
  const { ask } = strings(lang).pages;
  const name = useId();
  return (
    <fieldset className="switcher">
      <legend className="small soft">{ask.form}</legend>
      {(['question', 'inquiry'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === form} onChange={() => onForm(one)} />
          <span>{ask[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Letter(props: AskPageProps & { readonly form: Form; readonly letterLang: LetterLang }) {
  const { context, form, letterLang, onCopy, onPrint } = props;
  const { pages, ledger } = strings(context.lang);
  const [text, setText] = useState(() => letters(letterLang)[form](factsOf(props, letterLang)));
  const [note, setNote] = useState('');
  const id = useId();
  const copy = () => {
    onCopy(text).then(
      () => setNote(pages.ask.copied),
      (error: unknown) => {
        console.error('[uade] copy', error);
        setNote(pages.ask.copyFailed);
      },
    );
  };
  return (
    <>
      <div className="field">
        <label htmlFor={id} className="no-print">
          {pages.ask.text}
        </label>
        <textarea
          id={id}
          className="input letter no-print"
          lang={letterLang}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="letter-print" lang={letterLang}>
          {text}
        </p>
      </div>
      <div className="tools no-print">
        <button type="button" className="button primary" onClick={copy}>
          {pages.ask.copy}
        </button>
        <button type="button" className="button" onClick={onPrint}>
          {ledger.print}
        </button>
        <output className="soft small">{note}</output>
      </div>
    </>
  );
}

/** «Спросить»: a question for the meeting and a written inquiry, ready to copy or print; the answer is filed. */
export function AskPage(props: AskPageProps) {
  const { entry, context, onAnswer } = props;
  const { ask } = strings(context.lang).pages;
  const [form, setForm] = useState<Form>('question');
  const [letterLang, setLang] = useState<LetterLang>(context.lang === 'kk' ? 'kk' : 'ru');
  return (
    <article className="ask">
      <h1 className="no-print">{ask.title}</h1>
      <p className="lead no-print">
        <a className="promise-link" href={promiseHref(entry.promise.id)}>
          <bdi>{textIn(entry.promise.text, context.lang).text}</bdi>
        </a>
      </p>
      <div className="view-tools no-print">
        <FormSwitch lang={context.lang} form={form} onForm={setForm} />
        <LanguageSwitch
          label={ask.language}
          langs={['ru', 'kk']}
          value={letterLang}
          onChoose={setLang}
        />
      </div>
      <Letter key={`${form}/${letterLang}`} {...props} form={form} letterLang={letterLang} />
      <section className="no-print">
        <h2>{ask.answered}</h2>
        <p className="soft">{ask.answeredHint}</p>
        <div className="tools">
          <button type="button" className="button" onClick={onAnswer}>
            {ask.fileAnswer}
          </button>
        </div>
      </section>
    </article>
  );
}

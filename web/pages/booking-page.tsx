import { fieldTexts } from '#shared/i18n/fields.ts'
import { sayIn } from '#shared/i18n/say.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { formatLongDay, formatTime } from '#shared/text/format.ts'
import type { SlotsView } from '#shared/tickets/booking-schemas.ts'
import { bookingTexts as texts } from '#shared/tickets/texts.ts'
import { ErrorSummary } from './fields/error-summary.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface BookingPageProps {
  context: PageContext
  units: readonly { code: string; name: string }[]
  days: readonly string[]
  services: readonly { code: string; name: Bilingual }[]
  chosen: { unit: string; day: string; at: string; service: string; phone: string; remind: boolean; email: string }
  /** By which ways this desk can remind anybody. */
  reach: { phone: boolean; email: boolean }
  /** Undefined until a unit and a day are chosen. */
  slots?: SlotsView | undefined
  problem?: { message: Bilingual; field: 'gio' | 'viec' | 'dien-thoai' | 'email' } | undefined
  /** Made with the form: the same form sent twice is one booking. */
  formKey: string
}

/** Booking without scripts: first where and on which day, then the free times of it. */
export function BookingPage({
  context,
  units,
  days,
  services,
  chosen,
  reach,
  slots,
  problem,
  formKey,
}: BookingPageProps) {
  const say = sayIn(context.language)
  const free = slots?.slots.filter(({ left }) => left > 0) ?? []

  return (
    <Shell context={context} title={say(texts.title)} hasError={problem !== undefined}>
      <main id="noi-dung" className="wrap stack">
        {problem && <ErrorSummary say={say} entries={[{ message: say(problem.message), href: `#${problem.field}` }]} />}
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p className="quiet">{say(texts.intro)}</p>
        </div>
        <form method="get" action="/dat-lich" className="stack">
          <div className="field">
            <label className="label" htmlFor="donvi">
              {say(texts.unit)}
            </label>
            <select className="input" id="donvi" name="donvi" defaultValue={chosen.unit} required>
              <option value="">{say(texts.chooseUnit)}</option>
              {units.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label className="label" htmlFor="ngay">
              {say(texts.day)}
            </label>
            <select className="input" id="ngay" name="ngay" defaultValue={chosen.day}>
              {days.map((day) => (
                <option key={day} value={day}>
                  {formatLongDay(new Date(`${day}T12:00:00+07:00`), context.language)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className={slots ? 'button' : 'button main'}>
            {say(texts.see)}
          </button>
        </form>
        {slots && free.length === 0 && (
          <div className="callout plain" role="status">
            <div>
              <p>{say(slots.closed ?? texts.full)}</p>
            </div>
          </div>
        )}
        {slots && free.length > 0 && (
          <form method="post" action="/dat-lich" className="stack" noValidate>
            <input type="hidden" name="unit" value={chosen.unit} />
            <input type="hidden" name="day" value={chosen.day} />
            <input type="hidden" name="key" value={formKey} />
            <fieldset className={problem?.field === 'gio' ? 'field field-invalid' : 'field'}>
              <legend className="label">
                {say(texts.time)}, {formatLongDay(new Date(`${slots.day}T12:00:00+07:00`), context.language)}
              </legend>
              {problem?.field === 'gio' && <p className="error-message">{say(problem.message)}</p>}
              <div className="slot-grid">
                {free.map(({ at, left }, index) => (
                  <label className="slot" key={at.toISOString()}>
                    <input
                      type="radio"
                      id={index === 0 ? 'gio' : undefined}
                      name="at"
                      value={at.toISOString()}
                      defaultChecked={chosen.at === at.toISOString()}
                    />
                    <span>
                      <strong>{formatTime(at)}</strong> <span className="small">{say(texts.left(left))}</span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
            <div className={problem?.field === 'viec' ? 'field field-invalid' : 'field'}>
              <label className="label" htmlFor="viec">
                {say(texts.service)}
              </label>
              {problem?.field === 'viec' && <p className="error-message">{say(problem.message)}</p>}
              <select className="input" id="viec" name="service" defaultValue={chosen.service}>
                <option value="">{say(texts.chooseService)}</option>
                {services.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {say(name)}
                  </option>
                ))}
              </select>
            </div>
            <div className={problem?.field === 'dien-thoai' ? 'field field-invalid' : 'field'}>
              <label className="label" htmlFor="dien-thoai">
                {say(texts.phone)}
              </label>
              <p className="hint" id="dien-thoai-hint">
                {say(texts.phoneHint)}
              </p>
              {problem?.field === 'dien-thoai' && (
                <p className="error-message" id="dien-thoai-error">
                  {say(problem.message)}
                </p>
              )}
              <input
                className="input digits"
                id="dien-thoai"
                name="phone"
                type="tel"
                autoComplete="tel"
                maxLength={30}
                defaultValue={chosen.phone}
                aria-invalid={problem?.field === 'dien-thoai' ? true : undefined}
                aria-describedby={`dien-thoai-hint${problem?.field === 'dien-thoai' ? ' dien-thoai-error' : ''}`}
              />
            </div>
            {(reach.phone || reach.email) && (
              <fieldset className={problem?.field === 'email' ? 'field field-invalid' : 'field'}>
                <legend className="label">
                  {say(texts.reminder)} <span className="optional">({say(fieldTexts.optional)})</span>
                </legend>
                <p className="hint" id="nhac-lich-hint">
                  {say(texts.reminderHint)}
                </p>
                <div className="stack-tight">
                  {reach.phone && (
                    <label className="choice">
                      <input
                        type="checkbox"
                        name="remind"
                        value="yes"
                        defaultChecked={chosen.remind}
                        aria-describedby="nhac-lich-hint"
                      />
                      <span className="choice-text">{say(texts.remindPhone)}</span>
                    </label>
                  )}
                  {reach.email && (
                    <div>
                      <label className="label" htmlFor="email">
                        {say(texts.remindEmail)}
                      </label>
                      {problem?.field === 'email' && (
                        <p className="error-message" id="email-error">
                          {say(problem.message)}
                        </p>
                      )}
                      <input
                        className="input"
                        id="email"
                        name="email"
                        type="email"
                        autoComplete="email"
                        maxLength={200}
                        defaultValue={chosen.email}
                        aria-invalid={problem?.field === 'email' ? true : undefined}
                        aria-describedby={`nhac-lich-hint${problem?.field === 'email' ? ' email-error' : ''}`}
                      />
                    </div>
                  )}
                </div>
              </fieldset>
            )}
            <button type="submit" className="button main">
              {say(texts.book)}
            </button>
          </form>
        )}
      </main>
    </Shell>
  )
}

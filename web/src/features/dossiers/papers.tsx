import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { PaperStatus, PaperView } from '#shared/papers/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { fileSize } from './file-size.ts'

const statusWords: Record<PaperStatus, string> = {
  quarantine: 'đang kiểm tra',
  clean: 'đã kiểm tra',
  refused: 'không mở được',
}

/** Which papers the procedure asks for, received or not. */
export function PapersNeeded({ needed }: { needed: DossierView['papersNeeded'] }) {
  if (needed.length === 0) return <p>Hồ sơ này không phải kèm giấy tờ.</p>

  return (
    <ul className="papers-needed">
      {needed.map(({ kind, name, received, seen }) => (
        <li key={kind} className={received || seen ? 'received' : 'missing'}>
          <Icon name={received || seen ? 'check' : 'cross'} /> {name.vi}{' '}
          <span className="hint">{received ? 'đã nhận' : seen ? 'đã xem bản giấy tại quầy' : 'chưa có'}</span>
        </li>
      ))}
    </ul>
  )
}

/** Every file as it was received, with its size and the beginning of its hash. */
export function PaperFiles({ papers }: { papers: readonly PaperView[] }) {
  if (papers.length === 0) return null

  return (
    <table className="plain-table">
      <caption>Tệp đã nhận</caption>
      <thead>
        <tr>
          <th scope="col">Giấy tờ</th>
          <th scope="col">Loại</th>
          <th scope="col" className="number">
            Dung lượng
          </th>
          <th scope="col">Kiểm tra</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ id, name, type, bytes, status, sha256, href, reused }) => (
          <tr key={id}>
            <td>
              {href ? (
                <a href={`${href}?inline=1`} target="_blank" rel="noreferrer">
                  {name.vi}
                </a>
              ) : (
                name.vi
              )}
              {reused && <div className="hint">{reused.vi}</div>}
            </td>
            <td>{type.split('/')[1]?.toUpperCase()}</td>
            <td className="number">{fileSize(bytes)}</td>
            <td>{statusWords[status]}</td>
            <td className="code" title={sha256}>
              {sha256.slice(0, 12)}…
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The slips and results that the desk made (CT04 to CT08). */
export function Documents({ documents }: { documents: DossierView['documents'] }) {
  if (documents.length === 0) return <p className="hint">Chưa có phiếu hoặc kết quả nào.</p>

  return (
    <ul className="documents">
      {documents.map(({ id, name, number, madeAt, href, bytes }) => (
        <li key={id}>
          <Icon name="paper" />
          <a href={href} target="_blank" rel="noreferrer">
            {name.vi}
          </a>
          <span className="hint">
            {number && `số ${number} · `}
            {formatInstant(madeAt)} · {fileSize(bytes)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Form 06, made from the log whenever it is asked for. */
export function ControlSlipLink({ code }: { code: string }) {
  return (
    <p>
      <a href={`/api/dossiers/${code}/control-slip.pdf`} target="_blank" rel="noreferrer">
        Phiếu kiểm soát quá trình giải quyết (mẫu 06)
      </a>
    </p>
  )
}

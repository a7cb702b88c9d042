import { useState } from 'react'
import type { Role } from '#shared/accounts/schemas.ts'
import { fold } from '#shared/text/fold.ts'

interface DemoAccountsProps {
  accounts: readonly { username: string; name: string; role: Role }[]
  password: string
  isPending: boolean
  onChoose: (username: string) => void
}

/** The accounts of a demonstration: one press signs in. Never shown in production, where the server names none. */
export function DemoAccounts({ accounts, password, isPending, onChoose }: DemoAccountsProps) {
  const [wanted, setWanted] = useState('')
  const words = fold(wanted)
  const found = accounts.filter(({ username, name }) => fold(`${name} ${username}`).includes(words))

  return (
    <section className="card demo-accounts" aria-labelledby="demo-title">
      <p className="ribbon">MÔ PHỎNG</p>
      <h2 id="demo-title">Tài khoản dùng thử</h2>
      <p className="hint">
        Không có người thật, không có dữ liệu thật. Mật khẩu chung: <code>{password}</code>
      </p>
      <label className="field">
        <span className="unseen">Lọc tài khoản theo xã, phường</span>
        <input
          type="search"
          placeholder="Lọc theo tên xã, phường"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      <ul>
        {byRank(found).map(({ username, name }) => (
          <li key={username}>
            <button type="button" disabled={isPending} onClick={() => onChoose(username)}>
              <span>{name}</span>
              <span className="hint">{username}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="hint">Không có tài khoản nào tên như vậy.</li>}
      </ul>
    </section>
  )
}

/** The two of the province first: among 140 of the communes they would not be found. */
function byRank<A extends { role: Role }>(accounts: readonly A[]): A[] {
  const isProvincial = ({ role }: A) => role === 'supervisor' || role === 'administrator'

  return [...accounts.filter(isProvincial), ...accounts.filter((account) => !isProvincial(account))]
}

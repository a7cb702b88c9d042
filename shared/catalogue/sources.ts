import type { Source } from './types.ts'

/** Read in a published text. */
export const seen = (text: string): Source => ({ text, mark: 'seen' })
/** Known, not read: a lawyer checks it before the desk opens. */
export const memory = (text: string): Source => ({ text, mark: 'memory' })
/** Follows from other rules, by us. */
export const derived = (text: string): Source => ({ text, mark: 'derived' })

/** Thông tư 116/2026/TT-BCA of 29 June 2026, in force since 1 July 2026. */
export const circular116 = (article: string) => `Thông tư 116/2026/TT-BCA ${article}`
/** Luật Cư trú 68/2020/QH14, as amended by Luật 118/2025/QH15 since 1 July 2026; without an article where none was noted. */
export const residenceLaw = (article = '') => `Luật Cư trú 68/2020/QH14 ${article}`.trim()
/** Nghị định 154/2024/NĐ-CP, as amended by Nghị định 58/2026/NĐ-CP since 15 March 2026. */
export const decree154 = (article: string) => `Nghị định 154/2024/NĐ-CP ${article}`
/** The fees of residence registration. */
export const circular75 = 'Thông tư 75/2022/TT-BTC'

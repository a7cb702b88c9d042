import { parentPort } from 'node:worker_threads'
import { builders, type FactsOf, type Printed } from './builders.ts'
import { type DocumentDefinition, renderPdf } from './render-pdf.ts'

/** The thread's side of `print.ts`: takes facts one after the other, gives bytes or an error under the same number. */
interface Order {
  id: number
  name: Printed
  facts: FactsOf<Printed>
}

parentPort?.on('message', async ({ id, name, facts }: Order) => {
  try {
    const build = builders[name] as (facts: FactsOf<Printed>) => DocumentDefinition
    parentPort?.postMessage({ id, pdf: await renderPdf(build(facts)) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What `/metrics` tells Prometheus. Labels are routes, statuses and queues; never a person, never a code. */
export type Metrics = ReturnType<typeof openMetrics>

export function openMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  return {
    registry,
    requests: new Histogram({
      name: 'quay_http_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    filed: new Counter({
      name: 'quay_dossiers_filed_total',
      help: 'Filings acknowledged',
      labelNames: ['channel'] as const,
      registers: [registry],
    }),
    relayed: new Counter({
      name: 'quay_outbox_relayed_total',
      help: 'Outbox rows moved into queues',
      registers: [registry],
    }),
    reconciled: new Counter({
      name: 'quay_outbox_reconciled_total',
      help: 'Outbox rows whose job had been lost; normally 0',
      registers: [registry],
    }),
    delivered: new Counter({
      name: 'quay_dossiers_delivered_total',
      help: 'Dossiers delivered to a commune',
      registers: [registry],
    }),
    streams: new Gauge({ name: 'quay_streams_open', help: 'Officers listening for changes', registers: [registry] }),
  }
}

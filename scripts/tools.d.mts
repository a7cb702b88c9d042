export function findChromium(): string | undefined
export function findRedis(): string | undefined
export function hasPoppler(): boolean
export function findOpenssl(): string | undefined

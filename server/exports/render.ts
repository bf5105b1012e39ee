export type Progress = (fraction: number) => void

import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Processor seconds that a process and those it started have used so far (Linux). */
export function cpuSecondsOf(pid: number): number {
  const ticks = familyOf(pid).reduce((sum, member) => sum + ticksOf(member), 0);
  return ticks / TICKS_PER_SECOND;
}

/** Resident memory in MB of the largest of a process and those it started (Linux). */
export function residentMbOf(pid: number): number {
  return Math.max(...familyOf(pid).map(ownResidentMbOf));
}

function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return [pid, ...children.filter(Boolean).flatMap((child) => familyOf(Number(child)))];
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function ownResidentMbOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

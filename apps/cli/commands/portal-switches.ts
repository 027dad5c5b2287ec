import type { Command } from 'commander';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { PortalSwitch } from '#features/record/portal-switches/portal-switch.js';
import { SWITCH_VALUES } from '#features/record/portal-switches/portal-switch.js';
import { SetPortalSwitch } from '#features/record/portal-switches/set-portal-switch.js';
import { readConfig } from '#platform/config/config.js';
import { readPortalSwitches } from '#platform/load/portal-switches.js';
import { connect } from '#platform/persistence/connect.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { CommandFailed } from '../command-failed.js';
import { visitDatabase } from '../database.js';
import { findPersonByIin } from '../person-by-iin.js';
import { printResult } from '../output.js';

interface SetFlags {
  readonly reason: string;
  readonly json?: boolean;
}

const OPERATOR = 'QATYSU_OPERATOR_IIN';

const ABOUT: Readonly<Record<PortalSwitch['name'], string>> = {
  stage: 'what is left out while many people come at once; auto: as each portal measures',
  limits: 'limits of costly acts; never off while a voting runs',
};

const SENTENCES: Readonly<Record<string, string>> = {
  'identity.role_needed': 'Only an administrator of the topmost territory sets it',
  'switch.value_unknown': 'There is no such value',
  'switch.reason_too_short': 'The reason has fewer than ten characters',
  'switch.reason_too_long': 'The reason has more than 500 characters',
  'switch.limits_during_voting': 'Limits stay on while a voting runs',
};

/** `stage set`, `stage show`, `limits set`, `limits show`. */
export function addPortalSwitchCommands(program: Command): void {
  for (const name of ['stage', 'limits'] as const) {
    const command = program.command(name).description(ABOUT[name]);
    command
      .command('show')
      .description('what is set')
      .option('--json', 'one JSON value on standard output')
      .action((flags: { readonly json?: boolean }) => show(flags));
    command
      .command('set')
      .description(`sets it for all portals in the name of the administrator in ${OPERATOR}`)
      .argument('<value>', SWITCH_VALUES[name].join(', '))
      .requiredOption('--reason <text>', 'why; it stands in the public audit trail')
      .option('--json', 'one JSON value on standard output')
      .action((value: string, flags: SetFlags) =>
        set({ name, value, reason: flags.reason }, flags),
      );
  }
}

async function show(flags: { readonly json?: boolean }): Promise<void> {
  const database = await visitDatabase(readConfig(process.env));
  try {
    const dataSource = await connect(database.url);
    const { stage, limitsOff } = await readPortalSwitches(dataSource).finally(() =>
      dataSource.destroy(),
    );
    const result = { stage: stage ?? 'auto', limits: limitsOff ? 'off' : 'on' };
    printResult(flags, result, () => `stage ${result.stage}, limits ${result.limits}`);
  } finally {
    await database.close();
  }
}

async function set(setting: PortalSwitch, flags: SetFlags): Promise<void> {
  const config = readConfig(process.env);
  const database = await visitDatabase(config);
  try {
    const dataSource = await connect(database.url);
    try {
      const person = await findPersonByIin(config, dataSource, operatorIin());
      await new SetPortalSwitch(new UnitOfWork(dataSource)).run(person, setting);
    } catch (error) {
      throw error instanceof DomainError ? new CommandFailed(sentenceOf(error)) : error;
    } finally {
      await dataSource.destroy();
    }
    printResult(flags, setting, () => `${setting.name}: ${setting.value}`);
  } finally {
    await database.close();
  }
}

/** From the environment: an argument could be read in the list of processes. */
function operatorIin(): string {
  const iin = process.env[OPERATOR];
  if (!iin) throw new CommandFailed(`${OPERATOR}: the IIN of the administrator who sets it`);
  return iin;
}

function sentenceOf({ code, details }: DomainError): string {
  const { faults } = details as { readonly faults?: readonly { readonly code: string }[] };
  return (faults ?? [{ code }]).map((fault) => SENTENCES[fault.code] ?? fault.code).join('\n');
}

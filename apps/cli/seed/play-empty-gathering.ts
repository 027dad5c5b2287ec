import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { somebody } from './assembly-desk.js';
import { afternoonOf, type DemoAssembly, deskOn, meetingOn } from './demo-assembly.js';
import { PRIORITIES } from './demo-meetings.js';

const HELD_DAYS_AGO = 80;
const MEMBERS = 2_310;
const AKIM = 'Есенов Арман Талғатұлы';
const FAMILIES = [
  'Әбенов',
  'Бекова',
  'Ғалиев',
  'Досова',
  'Ергешов',
  'Жанова',
  'Қуатов',
  'Смаилова',
];
const NAMES = ['Азамат', 'Гүлсім', 'Марат', 'Роза', 'Серік'];

/** A gathering to which too few came, after one that was called at short notice and refused. */
export async function playEmptyGathering(assembly: DemoAssembly): Promise<void> {
  const gathering = {
    ...meetingOn(assembly, HELD_DAYS_AGO, [PRIORITIES]),
    kind: 'gathering',
    members: MEMBERS,
    membersSource: 'Тұрғындар тізілімі · реестр жителей',
  } as const;
  await callTooLate(assembly, gathering);
  const meetingId = await deskOn(assembly, HELD_DAYS_AGO + 12).convene(gathering);
  const desk = deskOn(assembly, HELD_DAYS_AGO);
  await desk.attend(meetingId, thoseWhoCame(), [somebody(AKIM, 'округ әкімі')]);
  const chairId = await desk.personNamed(meetingId, AKIM);
  await desk.later(desk.after(30)).recordNoQuorum(meetingId, chairId);
  const [akim] = await assembly.actors.holders('akim', DEMO.qarasu);
  const minutesId = await desk.later(desk.after(60)).begin(meetingId);
  await deskOn(assembly, HELD_DAYS_AGO - 1).finish(minutesId, akim!);
}

async function callTooLate(
  assembly: DemoAssembly,
  gathering: ReturnType<typeof meetingOn>,
): Promise<void> {
  const late = afternoonOf(assembly.today, HELD_DAYS_AGO + 17);
  const startsAt = afternoonOf(assembly.today, HELD_DAYS_AGO + 10);
  const notice = { ...gathering.notice!, publishedAt: late };
  await deskOn(assembly, HELD_DAYS_AGO + 17)
    .convene({ ...gathering, startsAt, notice })
    .catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
}

function thoseWhoCame() {
  return FAMILIES.flatMap((family) =>
    NAMES.map((name) => somebody(`${family} ${name}`, 'Қарасу ауылы')),
  );
}

import { type SampleAnswer, sample } from './prose.ts'

export type GroupStatement = {
  /** Id of the group in the reference data. */
  group: string
  /** The delegation that delivers it. */
  iso3: string
  language: 'en' | 'es'
  answers: SampleAnswer[]
}

/** Composed for demonstration; no position of any group. They say in a group’s voice what the other samples say in a State’s. */
export const GROUP_STATEMENTS: readonly GroupStatement[] = [
  {
    group: 'g77',
    iso3: 'ECU',
    language: 'es',
    answers: [
      sample(
        3,
        `El Grupo concede gran importancia a que el proceso de planificación y presupuestación siga siendo dirigido por los Estados Miembros en todas sus etapas.
        Los documentos deberían publicarse a tiempo y simultáneamente en los seis idiomas oficiales, de modo que las delegaciones de todos los tamaños puedan examinarlos en igualdad de condiciones.
        El Grupo está dispuesto a examinar propuestas para abreviar el proceso, siempre que:
        - se preserven las funciones de los órganos intergubernamentales y de expertos competentes;
        - se explique la finalidad de cada etapa que se proponga modificar;
        - se presente un ejemplo, limitado a un programa, antes de adoptar una decisión general.`,
      ),
      sample(
        5,
        `El Grupo reconoce que las necesidades pueden cambiar durante el período presupuestario y que cierta flexibilidad es útil.
        Esa flexibilidad debería ejercerse dentro de límites establecidos por la Asamblea General y acompañarse de información periódica, clara y comparable.
        Los recursos aprobados para las actividades de desarrollo no deberían reducirse para financiar otros fines.`,
      ),
      sample(
        6,
        `El Grupo considera que una contratación más rápida es compatible con la **representación geográfica equitativa** y con la paridad de género, y que ambas deben tenerse en cuenta en todas las categorías y en cada etapa del proceso.
        Solicita que se informe periódicamente del número de candidatos, preseleccionados y seleccionados, por región, y que se refuercen las actividades de divulgación en los Estados Miembros no representados o insuficientemente representados.`,
      ),
      sample(
        9,
        `El Grupo entiende que la delegación de autoridad debe ir acompañada de una rendición de cuentas equivalente.
        Sugiere que, antes de ampliarla, la Secretaría presente en un solo documento las facultades ya delegadas, las personas a las que corresponden y los mecanismos de supervisión.
        La delegación debería avanzar por etapas, según la capacidad de cada oficina, y los resultados deberían comunicarse a la Asamblea General.`,
      ),
      sample(
        13,
        `El Grupo subraya que el éxito de la reforma depende de la participación activa de todos los Estados Miembros y de que la consideren propia.
        Las consultas deberían celebrarse con antelación suficiente para que los grupos puedan ponerse de acuerdo internamente y consultar a las capitales. El Grupo agradecería:
        1. un calendario de las etapas previstas;
        2. los documentos con al menos dos semanas de antelación;
        3. una respuesta por escrito sobre el curso dado a sus observaciones.`,
      ),
    ],
  },
  {
    group: 'caricom',
    iso3: 'BRB',
    language: 'en',
    answers: [
      sample(
        2,
        `The group would welcome measures that small offices and small missions can feel at once: fewer forms, shorter time limits, and one point of contact for all administrative matters.
        Such measures need no new resources. They could be announced together, with dates, and reviewed after six months in the light of a few figures.`,
      ),
      sample(
        8,
        `Vendors from small economies seldom reach the threshold at which they hear of an opportunity. The group suggests:
        - early publication of procurement plans;
        - a simplified registration at the lowest level;
        - division of large contracts into lots where this is reasonable;
        - seminars held in the region and online.
        Best value for money remains the guiding principle. It should be assessed on the full cost, including transport.`,
      ),
      sample(
        11,
        `The missions of the group are small, and the number of documents matters to them as much as their length. A single page, updated each quarter, with the same figures for every programme would serve them better than many reports.
        Information should state candidly what was not achieved. The form of presentation should be kept constant, so that a trend can be seen.`,
      ),
      sample(
        13,
        `The group asks that consultations take account of delegations which cannot attend two meetings at once. Written channels should remain open throughout, and deadlines should not fall on weekends or during the main part of the session.
        It would be helpful to know, after each stage, **what has become of the contributions** made. The members of the group may add to this statement in their national capacity.`,
      ),
    ],
  },
]

import { sample } from './prose.ts'

/** Textos compuestos para la demostración; no representan la posición de ningún Estado. Cada párrafo se entiende por sí solo. */
export const SPANISH_SAMPLES = [
  sample(
    1,
    `Según la experiencia de nuestra delegación, la mayor parte de los retrasos se debe a tres procedimientos: la provisión de puestos, la autorización de viajes y la compra de bienes y servicios ordinarios para las oficinas sobre el terreno. En todos ellos se registran y verifican varias veces los mismos datos, por dependencias que no ven el trabajo de las demás.
    Empezaríamos por la contratación. Un puesto que permanece vacante durante meses debilita el mandato para el que fue aprobado, sin que nadie haya tomado una decisión en ese sentido.
    - Los pasos sucesivos podrían darse de forma simultánea.
    - Cada paso debería tener un plazo y una oficina responsable.
    - Lo que ya se ha verificado no debería volver a verificarse, salvo que cambien los hechos.
    Simplificar no significa reducir las salvaguardias: un procedimiento más breve y comprensible es también más fácil de auditar.`,
  ),
  sample(
    1,
    `Nuestra delegación no tiene una visión completa de los procedimientos internos de la Secretaría y agradecería disponer de un breve mapa de ellos: quién decide, con el asesoramiento de quién y en cuántos días. De ese modo los Estados Miembros podrían formular observaciones más precisas.
    Por lo que podemos apreciar, los retrasos se deben menos a las normas mismas que al número de instrucciones publicadas para explicarlas. Con los años se han ido superponiendo, y al personal destinado lejos de la Sede le resulta difícil saber cuál está en vigor.
    Proponemos, por tanto, reunir las instrucciones administrativas en **un único manual actualizado**, en lenguaje sencillo, y derogar expresamente los textos superados.`,
  ),
  sample(
    2,
    `Es mucho lo que puede hacerse de inmediato y sin nuevos recursos. Nuestra delegación concede especial valor a las medidas cuyos efectos se notarían sobre el terreno en pocos meses:
    - la publicación trimestral del tiempo medio necesario para cubrir un puesto, por departamento;
    - la facultad de los jefes de misión de autorizar viajes y compras de escaso valor, con obligación de informar después;
    - un único punto de contacto para cada oficina en todos los asuntos administrativos.
    Convendría anunciar estas medidas en conjunto y con fechas, para que pueda observarse su efecto. Las que no resulten adecuadas deberían retirarse sin vacilar, explicando los motivos.`,
  ),
  sample(
    2,
    `Las medidas más útiles suelen ser las menos visibles. Un formulario que se suprime, una firma que deja de exigirse, una consulta que se responde en dos días: para una oficina pequeña, todo ello pesa más que una nueva estructura en la Sede.
    Alentamos al Secretario General a preguntar al propio personal de qué requisitos se podría prescindir y a responder públicamente a cada sugerencia. La experiencia de las administraciones nacionales muestra que buena parte de las propuestas así reunidas puede adoptarse con poco riesgo.
    También sería conveniente revisar los plazos de las consultas internas, de modo que en los asuntos de trámite la falta de respuesta se entienda como conformidad.`,
  ),
  sample(
    3,
    `El proceso de planificación y presupuestación sirve a dos fines: que la Secretaría prepare su labor y que los Estados Miembros decidan sobre ella. Ambos se resienten cuando los documentos son extensos, llegan tarde y describen más las actividades que los resultados.
    Nuestra delegación sería partidaria de un solo documento por programa, que muestre en pocas páginas lo que se pretendía, lo que se logró, lo que se propone y cuánto costaría. Los detalles podrían figurar en anexos, disponibles **al mismo tiempo en todos los idiomas oficiales**.
    La función de los órganos intergubernamentales y de expertos competentes debe preservarse plenamente. El ahorro de tiempo ha de proceder de una mejor preparación, no de un examen menos detenido.`,
  ),
  sample(
    3,
    `Sería deseable un ciclo más breve, ya que actualmente pueden transcurrir varios años entre el primer esbozo de un programa y su evaluación. Las enseñanzas llegan entonces demasiado tarde para influir en la planificación siguiente.
    Sugerimos los siguientes ajustes, que pueden examinarse por separado:
    - acercar en el tiempo el esbozo del presupuesto y el proyecto de presupuesto;
    - presentar junto a cada solicitud los resultados del último año concluido;
    - mantener la misma terminología de un período a otro, para que los cambios de fondo no queden ocultos tras los cambios de redacción.
    Para las misiones pequeñas, el número de documentos importa tanto como su extensión: un índice común, con un resumen de una página por documento, sería de gran ayuda.`,
  ),
  sample(
    4,
    `Un presupuesto anual acercaría la planificación a la ejecución. Las estimaciones hechas con un año de antelación son más fiables que las hechas con tres, y serían necesarios menos ajustes durante el período.
    Los riesgos tienen que ver sobre todo con el volumen de trabajo para la Secretaría, para los órganos de expertos y, en particular, para las delegaciones pequeñas, que tendrían que examinar un presupuesto completo cada año. Ese riesgo puede limitarse si los documentos son más breves y se publican a tiempo.
    Nuestra delegación podría apoyar el cambio, de preferencia **con carácter experimental**, con un examen al cabo de un número determinado de ciclos.`,
    'favour-conditions',
  ),
  sample(
    4,
    `A nuestro juicio, las ventajas superan a los riesgos. Un período de un año permite incorporar los nuevos mandatos sin largas estimaciones revisadas, comparar los resultados con los recursos cuando la experiencia es reciente y corregir el rumbo a tiempo.
    Entre los riesgos cabe mencionar una visión más limitada del largo plazo. Podría subsanarse manteniendo un plan plurianual junto al presupuesto anual, de modo que la orientación de cada programa siga siendo visible.
    El cambio sería también una ocasión para uniformar la presentación de los programas.`,
    'favour',
  ),
  sample(
    5,
    `Las necesidades cambian durante el período presupuestario, y cierto margen de ajuste forma parte de toda buena gestión. Nuestra delegación considera que las transferencias dentro de una misma sección deberían ser posibles sin autorización previa, hasta un porcentaje conocido por todos.
    Las transferencias entre secciones afectan al equilibrio acordado por los Estados Miembros. Deberían seguir siendo limitadas y estar sujetas a las normas vigentes, incluido el asesoramiento del órgano de expertos competente.
    Sea cual sea el margen concedido, debería ir acompañado de información periódica. Bastaría un sencillo cuadro trimestral con cada transferencia, su motivo y su efecto en los resultados previstos.`,
  ),
  sample(
    5,
    `El Secretario General debería disponer de margen suficiente para hacer frente a lo imprevisto, pero no tanto que el presupuesto aprobado pierda su significado. Entre ambos límites, la cifra exacta es materia de debate, y nuestra delegación se muestra flexible.
    Concedemos importancia a tres salvaguardias:
    - que los recursos aprobados para actividades de desarrollo no se reduzcan para financiar otros fines;
    - que las transferencias no creen obligaciones que se prolonguen más allá del período;
    - que los Estados Miembros tengan conocimiento de toda transferencia importante **en el momento en que se efectúe**.
    Un examen independiente al cabo de dos o tres años ayudaría a determinar si el límite está bien fijado.`,
  ),
  sample(
    6,
    `El tiempo de contratación podría reducirse considerablemente si los preparativos comenzaran antes de que el puesto quedara vacante. Las jubilaciones se conocen con años de antelación; sin embargo, el anuncio de la vacante suele publicarse después de la partida del titular.
    Nuestra delegación apoyaría el uso de listas de candidatos preseleccionados, siempre que se renueven con regularidad y que se procure **incluir a candidatos de Estados Miembros no representados o insuficientemente representados** y lograr la paridad de género en cada etapa.
    La competencia y la integridad siguen siendo la consideración primordial, como dispone la [Carta](https://www.un.org/es/about-us/un-charter). La rapidez y la exigencia no se contradicen.`,
  ),
  sample(
    6,
    `Hay tres causas de retraso que merecen atención: el número de personas que deben pronunciarse sobre una selección, la dificultad de reunir a los grupos de entrevistadores y la duración de los trámites médicos, de seguridad y de viaje una vez elegido el candidato.
    Se podría estudiar lo siguiente:
    1. grupos de composición fija que se reúnan en días fijos;
    2. pruebas escritas comunes para puestos similares;
    3. inicio de los trámites para los dos primeros candidatos, de modo que una renuncia no haga perder tiempo.
    La representación geográfica debería indicarse en cada etapa del proceso y no solo en el resultado.`,
  ),
  sample(
    7,
    `La gestión del desempeño da resultado cuando es sencilla, periódica y tomada en serio por los niveles superiores. Una breve conversación cuatro veces al año vale más que un largo formulario anual.
    El buen desempeño debería traducirse en oportunidades visibles: más responsabilidad, capacitación o la elección del lugar de destino. El desempeño insuficiente debería tratarse pronto y con equidad, primero con apoyo y después con consecuencias.
    En cuanto a los lugares de destino con condiciones de vida difíciles, el servicio prestado en ellos debería constituir una ventaja en selecciones posteriores. El personal de contratación local, que asume gran parte del trabajo, merece la misma atención.`,
  ),
  sample(
    7,
    `Nuestra delegación apoya la movilidad como medio de llevar a la Sede la experiencia del terreno, y a la inversa. Debería regirse por unas pocas normas claras, conocidas de antemano, y tener en cuenta las circunstancias familiares y las funciones que exigen una larga especialización.
    Para reforzar el reconocimiento del servicio en lugares difíciles se podría considerar:
    - un mínimo de servicio sobre el terreno antes de acceder a determinados puestos superiores;
    - un plazo definido en los lugares más difíciles, con atención preferente para el destino siguiente;
    - la mejora de las condiciones de vida y de trabajo, incluidas la atención médica y las comunicaciones.
    Los incentivos no tienen por qué ser económicos: a menudo se valora más la previsibilidad.`,
  ),
  sample(
    8,
    `Las adquisiciones pueden ser más rápidas si la planificación empieza antes. Los planes anuales de compras, publicados y actualizados, darían a los proveedores de todas partes el mismo aviso y permitirían a las pequeñas y medianas empresas preparar una oferta.
    Para ampliar las oportunidades de los proveedores de los países en desarrollo y los países con economías en transición, sugerimos:
    - seminarios en todas las regiones, y en línea en los seis idiomas oficiales;
    - una inscripción más sencilla en el nivel básico;
    - la división de los grandes contratos en lotes, cuando ello no aumente excesivamente el costo;
    - explicaciones a los licitantes no seleccionados que las soliciten.
    La publicación de los contratos adjudicados, con país, valor y objeto, es la mejor respuesta a las dudas.`,
  ),
  sample(
    8,
    `La cadena de suministro debería considerarse en su conjunto, desde la definición de una necesidad hasta la entrega en el lugar de uso. Hoy cada parte se mide por separado, y un contrato celebrado a tiempo puede dar lugar a una entrega tardía.
    Nuestra delegación acogería con agrado un indicador único, el tiempo transcurrido entre la solicitud y la entrega, publicado para las principales categorías de bienes.
    La mejor relación entre calidad y precio sigue siendo el principio rector. Al aplicarlo habría que tener en cuenta el costo total, incluidos el transporte, el mantenimiento y la eliminación, lo que con frecuencia favorece a _proveedores más próximos al terreno_.`,
  ),
  sample(
    9,
    `Las decisiones deberían tomarlas quienes conocen las circunstancias y responden de las consecuencias. Ello aconseja dejar en manos de los jefes de misión y de oficina la selección de la mayor parte del personal, las compras hasta un límite apropiado y el uso de vehículos, locales y equipo.
    Tres salvaguardias nos parecen esenciales:
    1. que la delegación conste por escrito, se otorgue a una función determinada y pueda ser consultada por todos;
    2. que quien la recibe cuente con la capacitación y el apoyo necesarios;
    3. que su ejercicio se supervise mediante unos pocos indicadores y que pueda retirarse.
    La delegación de autoridad no exime de responsabilidad a quien delega.`,
  ),
  sample(
    9,
    `Nuestra delegación apoya el principio de acercar las decisiones al lugar de ejecución. El ritmo debería depender de la capacidad de cada oficina: una misión grande con una administración consolidada no está en la misma situación que una oficina de doce personas, para la cual una nueva facultad puede suponer al principio una nueva carga.
    Sería prudente avanzar por etapas, empezando por las decisiones frecuentes y de poco riesgo, y mantener en la Sede o en un centro regional un servicio al que puedan recurrir las oficinas pequeñas.
    La subdelegación debería ser limitada y quedar registrada. Debe estar siempre claro **quién tomó la decisión**.`,
  ),
  sample(
    10,
    `Una separación más clara entre quienes formulan las políticas y quienes prestan apoyo operacional tiene ventajas. Las misiones sabrían mejor a quién dirigirse, y se evitaría que una misma oficina dicte la norma, la aplique y juzgue el resultado.
    Al mismo tiempo, las políticas concebidas sin conocimiento de las operaciones suelen ser impracticables. El intercambio periódico entre ambas partes, incluida la rotación del personal, debería formar parte de cualquier solución.
    Nuestra delegación no tiene preferencia en cuanto al nombre o al número de departamentos. Valoraríamos una propuesta según si una oficina sobre el terreno puede obtener respuesta **de un solo lugar y en un plazo conocido**.`,
  ),
  sample(
    10,
    `En principio, sí; mucho depende de dónde se trace la línea. Algunas funciones, como la interpretación de las normas en un caso concreto, corresponden a ambas partes, y son las que suscitan desacuerdos.
    Sugerimos describir toda nueva organización mediante ejemplos:
    - quién decide cuando una misión solicita una excepción;
    - a quién se informa;
    - quién resuelve una diferencia entre dos departamentos y en qué plazo.
    Todo cambio de estructura tiene un costo en tiempo y atención. Por ello debería hacerse una sola vez, prepararse cuidadosamente con los interesados y disponer luego del tiempo necesario para asentarse.`,
  ),
  sample(
    11,
    `Lo que nuestra delegación necesita no es más información, sino información que pueda utilizarse. Los informes suman miles de páginas al año y es difícil encontrar en ellos las pocas cifras que permitirían formarse un juicio.
    Proponemos una página pública, actualizada cada trimestre, con los mismos datos para todos los programas:
    - los mandatos vigentes y su situación;
    - los recursos aprobados, comprometidos y gastados;
    - los puestos aprobados, ocupados y vacantes desde hace más de seis meses;
    - las recomendaciones pendientes de los órganos de supervisión.
    La página debería existir en todos los idiomas oficiales. A cambio, podrían suprimirse los informes cuyo contenido quedara cubierto.`,
  ),
  sample(
    11,
    `Las misiones pequeñas no pueden seguir todos los informes. Para nosotros, lo más valioso es una breve nota escrita, a intervalos regulares, con un punto de contacto al que dirigir preguntas.
    La frecuencia debería depender del asunto: las cifras cada trimestre, los resultados una vez al año y los asuntos urgentes cuando se produzcan. La información sobre los resultados debería decir con franqueza **lo que no se logró** y por qué razón.
    Es esencial mantener la misma presentación a lo largo del tiempo. Si cambia en cada período, no puede apreciarse ninguna tendencia.`,
  ),
  sample(
    12,
    `La rendición de cuentas empieza por unas expectativas claras. Los directivos deberían saber desde el principio qué resultados se esperan de ellos, con qué recursos y de qué autoridad disponen. Solo entonces se les puede exigir responsabilidad con equidad.
    La evaluación debería abarcar conjuntamente los resultados, el uso de los recursos y la conducta. El éxito en uno de esos aspectos no debería excusar el fracaso en otro.
    En cuanto a quienes denuncian faltas de conducta, la protección solo es creíble si actúa con rapidez. Apoyaríamos medidas provisionales mientras se examina la denuncia, plazos para cada etapa y la protección de consultores y contratistas particulares.`,
  ),
  sample(
    12,
    `Los órganos de supervisión han formulado a lo largo de los años muchas recomendaciones sobre este asunto. Antes de crear nuevos instrumentos sería útil saber cuáles se han aplicado y qué ha impedido aplicar las demás.
    Creemos que la rendición de cuentas debería tener consecuencias en ambos sentidos. Quienes actúan con responsabilidad y reconocen a tiempo un error deberían contar con el apoyo de la Organización. Quienes descuidan sus deberes no deberían ser simplemente trasladados.
    La confianza en los mecanismos de denuncia depende de su independencia. Deberían ser accesibles en los idiomas del personal y en los lugares donde trabaja.`,
  ),
  sample(
    13,
    `Las consultas son más útiles cuando se celebran pronto, mientras las opciones siguen abiertas. Las preguntas deberían distribuirse con al menos tres semanas de antelación, en todos los idiomas oficiales, junto con un calendario de los pasos siguientes.
    Las delegaciones deberían saber qué ha sido de sus contribuciones: cuáles se recogieron, cuáles no y por qué. Nada fomenta más la participación.
    De reformas anteriores, nuestra delegación extrae las siguientes enseñanzas:
    1. se anunciaron más medidas de las que se llevaron a término;
    2. se comunicaron ahorros sin indicar en qué se habían empleado;
    3. la evaluación comenzó demasiado tarde para influir.`,
  ),
  sample(
    13,
    `Nuestra delegación aprecia el carácter oficioso de estas consultas y desearía que se mantuviera. Un intercambio franco exige que las opiniones puedan expresarse sin que después se hagan valer contra quienes las expresaron.
    Además de las reuniones en Nueva York, deberían mantenerse abiertos los canales escritos, pues las misiones pequeñas no pueden asistir a todas las sesiones y las capitales en otros husos horarios necesitan tiempo para reaccionar. Convendría evitar los plazos que venzan en fin de semana o durante la parte principal del período de sesiones.
    Sugerimos un breve balance al final de cada año, con los mismos indicadores. Las decisiones siguen correspondiendo a la Asamblea General y a sus comisiones competentes.`,
  ),
]

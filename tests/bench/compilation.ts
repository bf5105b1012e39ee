import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { composeDocument, type DraftPart, type ExportDocument, textOf } from '../../server/exports/document.ts'
import { originalLanguage, say } from '../../server/exports/words.ts'

const WORDS_IN_A_PARAGRAPH = 80
const QUESTIONS = 13

const VOCABULARY: Record<Language, string> = {
  en: 'the delegation welcomes this consultation and considers that delegated authority must be matched by accountability for results at every level procedures for recruitment procurement and travel delay delivery of mandates in the field simplification transparency predictability oversight bodies Member States budget cycle annual programme managers Headquarters reform measures first second support request report training data systems gender parity geographical distribution staff mobility performance',
  fr: 'la délégation se félicite de cette consultation et estime que les pouvoirs délégués doivent aller de pair avec une obligation de rendre compte des résultats à tous les niveaux procédures recrutement achats voyages retardent exécution mandats terrain simplification transparence prévisibilité organes contrôle États Membres cycle budgétaire annuel programme gestionnaires Siège réforme mesures première appui demande rapport formation données systèmes parité répartition géographique mobilité personnel',
  es: 'la delegación acoge con satisfacción esta consulta y considera que la autoridad delegada debe ir acompañada de rendición de cuentas por los resultados en todos los niveles procedimientos contratación adquisiciones viajes demoran ejecución mandatos terreno simplificación transparencia previsibilidad órganos supervisión Estados Miembros ciclo presupuestario anual programa directivos Sede reforma medidas primera apoyo solicitud informe capacitación datos sistemas paridad distribución geográfica movilidad personal',
  ru: 'делегация приветствует эти консультации и считает что делегированные полномочия должны сопровождаться подотчётностью за результаты на всех уровнях процедуры набора закупок поездок задерживают выполнение мандатов на местах упрощение прозрачность предсказуемость органы надзора государства члены бюджетный цикл годовой программа руководители Центральные учреждения реформа меры первые поддержка просьба доклад подготовка данные системы паритет географическое распределение мобильность персонала',
  zh: '代表团 欢迎 此次 磋商 认为 授权 必须 与 各级 成果 问责 相匹配 征聘 采购 差旅 程序 延误 实地 任务 执行 简化 透明度 可预测性 监督 机构 会员国 预算 周期 年度 方案 管理人员 总部 改革 措施 第一 支持 请求 报告 培训 数据 系统 性别 均等 地域 分配 工作人员 流动 业绩',
  ar: 'يرحب الوفد بهذه المشاورات ويرى أن السلطة المفوضة يجب أن تقترن بالمساءلة عن النتائج على جميع المستويات إجراءات التوظيف والشراء والسفر تؤخر تنفيذ الولايات في الميدان تبسيط الشفافية وقابلية التنبؤ هيئات الرقابة الدول الأعضاء دورة الميزانية السنوية برنامج المديرون المقر إصلاح تدابير أولا دعم طلب تقرير تدريب بيانات نظم التكافؤ التوزيع الجغرافي تنقل الموظفين',
}

/** A fixed sequence, so that every run of the measurement writes the same words. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A compilation of `paragraphs` replies of 80 words each, in the six languages by turns, under 13 questions. */
export function sampleCompilation(paragraphs: number, language: Language = 'en'): ExportDocument {
  const next = numbersFrom(2017)
  const words = Object.fromEntries(LANGUAGES.map((one) => [one, VOCABULARY[one].split(' ')])) as Record<
    Language,
    string[]
  >
  const passage = (of: Language) => {
    const chosen = Array.from({ length: WORDS_IN_A_PARAGRAPH }, () => words[of][next(words[of].length)] ?? '')
    return of === 'zh' ? `${chosen.join('')}。` : `${chosen.join(' ')}.`
  }
  const parts: DraftPart[] = [
    { kind: 'contents' },
    { kind: 'pageBreak' },
    { kind: 'note', title: say(language, 'note_by_office'), paragraphs: [say(language, 'note_as_received')] },
    { kind: 'heading', level: 1, text: say(language, 'introduction') },
    { kind: 'paragraph', content: say(language, 'intro_limits') },
    { kind: 'heading', level: 1, text: say(language, 'replies') },
  ]
  const rows: (string | number)[][] = []
  for (let at = 0; at < paragraphs; at++) {
    const question = Math.floor((at * QUESTIONS) / paragraphs) + 1
    if (at === 0 || question !== Math.floor(((at - 1) * QUESTIONS) / paragraphs) + 1)
      parts.push({ kind: 'heading', level: 2, text: say(language, 'question_number', { number: question }) })
    const of = LANGUAGES[at % LANGUAGES.length] ?? 'en'
    const text = passage(of)
    parts.push({
      kind: 'text',
      shownAs: `${say(language, 'delegation')} ${(at % 195) + 1}`,
      notes: [originalLanguage(language, of)],
      language: of,
      blocks: [{ kind: 'paragraph', content: [{ text }] }],
    })
    rows.push([question, (at % 195) + 1, of, text])
  }
  return composeDocument({
    language,
    title: say(language, 'compilation'),
    reference: say(language, 'compilation_reference', { reference: 'MR-2017/Q1' }),
    status: say(language, 'status_compilation'),
    handling: 'unclassified',
    office: say(language, 'office'),
    date: '2017-06-30T16:00:00Z',
    banner: say(language, 'sample_banner'),
    release: { number: 1, chainHead: '0'.repeat(64) },
    parts,
    sheets: [
      {
        name: say(language, 'answers'),
        columns: ['question', 'delegation', 'language', 'answer'].map((key) => ({ key, title: key })),
        rows,
      },
    ],
  })
}

/** Every line of the document as plain text, in order: what the bare package is given to write. */
export const textsOf = (document: ExportDocument): string[] =>
  document.parts.flatMap((part) => {
    switch (part.kind) {
      case 'heading':
        return [`${part.label ?? ''} ${textOf(part.text)}`]
      case 'paragraph':
        return [runsText(part.content)]
      case 'text':
        return [
          ...(part.shownAs ? [textOf(part.shownAs.text)] : []),
          ...(part.notes ?? []),
          ...paragraphsOf(part.blocks).map((paragraph) => runsText(paragraph.content)),
        ]
      case 'note':
        return part.paragraphs.map(textOf)
      case 'item':
        return [textOf(part.content)]
      default:
        return []
    }
  })

/** The `docx` package with nothing of ours: one plain paragraph for each text. */
export async function bareDocx(texts: string[]): Promise<Uint8Array> {
  const children = texts.map((text) => new Paragraph({ children: [new TextRun(text)] }))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

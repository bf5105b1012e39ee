import type { words as english } from './en.ts'

export const words: Record<keyof typeof english, string> = {
  papers_title: 'الوثائق في ملفات',
  papers_lead: 'تعرض كل وثيقة ما تعرضه المنصة وقت إعدادها، دون اسم أي جهة طلبت عدم ذكر اسمها.',
  which_paper: 'أي وثيقة',
  paper_findings: 'النتائج والآراء فيها',
  paper_findings_help:
    'كل صيغة كما نُشرت وما قيل عنها والتعديلات المقترحة. وما قُدم دون إسناد لا يرد إلا بعد اختتام المعتكف، ودون اسم.',
  paper_convergence: 'أوجه تلاقي الآراء',
  paper_convergence_help: 'الأرقام التي أُعلنت، ولا أرقام غيرها.',
  paper_report_backs: 'ما عادت به الأفرقة',
  paper_report_backs_help: 'النقاط الموقَّعة، والآراء المخالفة بنصها، أو سبب عدم وجود نقاط لدى الفريق.',
  paper_action_plan: 'خطة العمل',
  paper_action_plan_help: 'التدابير ومن ينفذها ومواعيدها وحالتها وما تستجيب له؛ وما لم يُنشر منها مبيَّن.',
  paper_report: 'التقرير المقدم إلى الجمعية العامة',
  paper_report_help: 'المخطط، مع بيان ما تستند إليه كل فقرة.',
  paper_summary: 'ملخص',
  paper_summary_help: 'الملخص، ومع كل فقرة ما تستند إليه.',
  no_papers: 'لم تطلبوا أي وثيقة منذ تسجيل الدخول هذا. تُحفظ الملفات ساعة واحدة ولكم وحدكم.',
  to_papers: 'الوثائق في ملفات',
}

import type { words as english } from './en.ts'

export const words: Record<keyof typeof english, string> = {
  papers_title: '文件下载',
  papers_lead: '每份文件所载与制作时平台所显示的一致，凡要求不具名者，文件中均不出现其名称。',
  which_paper: '哪份文件',
  paper_findings: '结论及反馈',
  paper_findings_help:
    '每一版均按发布时的原文列出，并附对其的意见和提议的修改。不具名的意见只在务虚会结束后列入，且不附名称。',
  paper_convergence: '意见趋同之处',
  paper_convergence_help: '仅列已公布的数字。',
  paper_report_backs: '各小组的报告',
  paper_report_backs_help: '已签署的要点、以原话记录的异议，或小组没有要点的原因。',
  paper_action_plan: '行动计划',
  paper_action_plan_help: '各项措施及其执行者、日期、状态和所回应的内容；未发布的已标明。',
  paper_report: '提交大会的报告',
  paper_report_help: '报告大纲，每段均注明所依据的内容。',
  paper_summary: '摘要',
  paper_summary_help: '摘要，每段附其依据。',
  no_papers: '本次登录后您尚未要求任何文件。文件只为您本人保留一小时。',
  to_papers: '文件下载',
  own_paper_title: '致首都的报告',
  own_paper_lead:
    '一份文件，内含贵代表团对本次务虚会各项结论的意见、集团以其名义所说的内容、其去向，以及贵团所在小组的报告。关于他方，仅含贵代表团可见的内容。不具名提出的内容均已标明。',
}

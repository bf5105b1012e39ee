export const words = {
  papers_title: 'Papers as files',
  papers_lead: 'Each paper says what the platform shows when it is made, with nobody’s name who asked not to be named.',
  which_paper: 'Which paper',
  paper_findings: 'Findings with the feedback to them',
  paper_findings_help:
    'Each version as published, what was said to it and the changes proposed. What was given not for attribution is in it only once the retreat is closed, without a name.',
  paper_convergence: 'Where views converge',
  paper_convergence_help: 'The figures that have been given out, and no others.',
  paper_report_backs: 'What the groups brought back',
  paper_report_backs_help: 'Points that were signed, dissent in its words, or why a group has none.',
  paper_action_plan: 'Action plan',
  paper_action_plan_help:
    'Measures with who carries them out, dates, status and what they answer; those not published are marked.',
  paper_report: 'Report to the General Assembly',
  paper_report_help: 'The outline, each paragraph with what it rests on.',
  paper_summary: 'Summary',
  paper_summary_help: 'The summary, each paragraph with what it rests on.',
  no_papers: 'You have not asked for a paper in this sign-in. Files are kept for an hour and only for you.',
  to_papers: 'Papers as files',
  own_paper_title: 'Report to the capital',
  own_paper_lead:
    'One file with what your delegation said on the findings of this retreat, what groups said in its name, what became of it, and what its breakout groups brought back. Of others it holds only what your delegation is shown. What was given not for attribution is marked.',
} as const

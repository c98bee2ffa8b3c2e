import type { Messages } from '#kernel/locale.ts'

/** How a citizens' budget was counted. */
export const en: Messages = {
  'participation.tally.rule.greedy': 'Most votes first',
  'participation.tally.rule.greedy-no-skip': 'Most votes first, ending at the first project that is too dear',
  'participation.tally.rule.greedy-threshold': 'Most votes first, with a minimum',
  'participation.tally.rule.pro-contra': 'Pro minus contra',
  'participation.tally.rule.equalshares': 'Method of equal shares',
  'participation.tally.rule.equalshares/add1': 'Method of equal shares, shares raised step by step',
  'participation.tally.rule.equalshares-comparison': 'Method of equal shares with a comparison vote',
  'participation.tally.rule.equalshares/add1-comparison':
    'Method of equal shares, shares raised step by step, with a comparison vote',
  'participation.tally.score.votes.one': '1 vote',
  'participation.tally.score.votes.other': '{count} votes',
  'participation.tally.score.points.one': '1 point',
  'participation.tally.score.points.other': '{count} points',
  'participation.tally.score.balance': 'pro minus contra {count}',
  'participation.tally.reason.fits': 'Chosen ({score}): {left} were left, the project costs {cost}, which left {after}.',
  'participation.tally.reason.too-dear':
    'Not chosen ({score}): when the project had its turn, {left} were left. It costs {cost}, {missing} were missing.',
  'participation.tally.reason.stopped':
    'Not chosen ({score}): the project {at} before it no longer fitted the budget, and this rule ends there.',
  'participation.tally.reason.below-threshold': 'Not chosen ({score}): {threshold} are needed, {missing} were missing.',
  'participation.tally.reason.bought.one': 'Chosen in step {step}, cost {cost}: one person pays {price} out of their share.',
  'participation.tally.reason.bought.other':
    'Chosen in step {step}, cost {cost}: {count} supporters pay {price} each out of their share.',
  'participation.tally.reason.rest.one': 'One person had less and gives the rest of {paid}.',
  'participation.tally.reason.rest.other': '{count} people had less and give the rest, {paid} together.',
  'participation.tally.reason.broke.one': 'One supporter had spent the share before.',
  'participation.tally.reason.broke.other': '{count} supporters had spent their share before.',
  'participation.tally.reason.supporters-short.one':
    'Not chosen: its only supporter has {money} left. The project costs {cost}, {missing} are missing.',
  'participation.tally.reason.supporters-short.other':
    'Not chosen: its {count} supporters have {money} left together. The project costs {cost}, {missing} are missing.',
  'participation.tally.reason.no-supporters': 'Not chosen: nobody voted for the project.',
  'participation.tally.tie.cost': 'Equal with {others}; the cheaper project went first.',
  'participation.tally.tie.approvals': 'Equal with {others} at the same cost; more votes went first.',
  'participation.tally.tie.id': 'Equal with {others} at the same cost and votes; the smaller identifier went first.',
  'participation.tally.fault.amount': 'The amount of “{of}” is no whole number from 0 in the smallest unit.',
  'participation.tally.fault.project-twice': 'The project “{project}” stands for election twice.',
  'participation.tally.fault.project-unknown': 'A ballot names the project “{project}”, which does not stand for election.',
  'participation.tally.fault.choice-twice': 'A ballot names the project “{project}” twice.',
  'participation.tally.fault.points': 'A ballot lacks whole points for the project “{project}”.',
  'participation.tally.fault.threshold-missing': 'The rule needs a minimum score. Name it.',
  'participation.tally.fault.needs-approvals':
    'The method of equal shares needs ballots that say yes to projects. Here they are points or ranks ({kind}). Choose another rule.',
  'participation.tally.fault.too-many-raises':
    'After {limit} raises the budget is still not used up. Look at the budget and the costs.',
  'participation.tally.rule-fault.not-recountable-exclusive':
    'The rule {rule} cannot be recounted: which projects exclude each other does not stand in the file.',
  'participation.tally.rule-fault.not-recountable-custom':
    "The rule {rule} cannot be recounted: it is the city's own and does not stand in the file.",
  'participation.tally.rule-fault.unstated': 'The file states no rule. Choose one.',
  'participation.tally.rule-fault.unknown': 'There is no rule “{rule}” here.',
}

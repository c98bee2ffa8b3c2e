import type { Messages } from '#kernel/locale.ts'

/** Wie ein Bürgerhaushalt ausgezählt wurde. */
export const de: Messages = {
  'participation.tally.rule.greedy': 'Meiste Stimmen zuerst',
  'participation.tally.rule.greedy-no-skip': 'Meiste Stimmen zuerst, Ende beim ersten zu teuren Projekt',
  'participation.tally.rule.greedy-threshold': 'Meiste Stimmen zuerst, mit Mindestzahl',
  'participation.tally.rule.pro-contra': 'Pro minus Contra',
  'participation.tally.rule.equalshares': 'Methode der gleichen Anteile',
  'participation.tally.rule.equalshares/add1': 'Methode der gleichen Anteile, Anteile schrittweise erhöht',
  'participation.tally.rule.equalshares-comparison': 'Methode der gleichen Anteile mit Vergleichsabstimmung',
  'participation.tally.rule.equalshares/add1-comparison':
    'Methode der gleichen Anteile, Anteile schrittweise erhöht, mit Vergleichsabstimmung',
  'participation.tally.score.votes.one': '1 Stimme',
  'participation.tally.score.votes.other': '{count} Stimmen',
  'participation.tally.score.points.one': '1 Punkt',
  'participation.tally.score.points.other': '{count} Punkte',
  'participation.tally.score.balance': 'Pro minus Contra {count}',
  'participation.tally.reason.fits':
    'Gewählt ({score}): {left} waren noch da, das Projekt kostet {cost}, danach blieben {after}.',
  'participation.tally.reason.too-dear':
    'Nicht gewählt ({score}): Als das Projekt an der Reihe war, waren noch {left} da. Es kostet {cost}, es fehlten {missing}.',
  'participation.tally.reason.stopped':
    'Nicht gewählt ({score}): Vorher passte das Projekt {at} nicht mehr ins Budget, und diese Regel endet dort.',
  'participation.tally.reason.below-threshold': 'Nicht gewählt ({score}): Nötig sind {threshold}, es fehlten {missing}.',
  'participation.tally.reason.bought.one':
    'Gewählt in Schritt {step}, Kosten {cost}: Eine Person zahlt {price} aus ihrem Anteil.',
  'participation.tally.reason.bought.other':
    'Gewählt in Schritt {step}, Kosten {cost}: {count} Unterstützende zahlen je {price} aus ihrem Anteil.',
  'participation.tally.reason.rest.one': 'Eine Person hatte weniger und gibt ihren Rest von {paid}.',
  'participation.tally.reason.rest.other': '{count} Personen hatten weniger und geben ihren Rest, zusammen {paid}.',
  'participation.tally.reason.broke.one': 'Eine unterstützende Person hatte ihren Anteil schon ausgegeben.',
  'participation.tally.reason.broke.other': '{count} Unterstützende hatten ihren Anteil schon ausgegeben.',
  'participation.tally.reason.supporters-short.one':
    'Nicht gewählt: Die einzige unterstützende Person hat noch {money}. Das Projekt kostet {cost}, es fehlen {missing}.',
  'participation.tally.reason.supporters-short.other':
    'Nicht gewählt: Die {count} Unterstützenden haben zusammen noch {money}. Das Projekt kostet {cost}, es fehlen {missing}.',
  'participation.tally.reason.no-supporters': 'Nicht gewählt: Niemand hat für das Projekt gestimmt.',
  'participation.tally.tie.cost': 'Gleichauf mit {others}; das günstigere Projekt ging vor.',
  'participation.tally.tie.approvals': 'Gleichauf mit {others} bei gleichen Kosten; mehr Stimmen gingen vor.',
  'participation.tally.tie.id': 'Gleichauf mit {others} bei gleichen Kosten und Stimmen; die kleinere Kennung ging vor.',
  'participation.tally.fault.amount': 'Der Betrag von „{of}“ ist keine ganze Zahl ab 0 in der kleinsten Einheit.',
  'participation.tally.fault.project-twice': 'Das Projekt „{project}“ steht zweimal zur Wahl.',
  'participation.tally.fault.project-unknown': 'Eine Stimme nennt das Projekt „{project}“, das nicht zur Wahl steht.',
  'participation.tally.fault.choice-twice': 'Eine Stimme nennt das Projekt „{project}“ zweimal.',
  'participation.tally.fault.points': 'Einer Stimme fehlen ganze Punkte für das Projekt „{project}“.',
  'participation.tally.fault.threshold-missing': 'Die Regel braucht eine Mindestzahl. Geben Sie sie an.',
  'participation.tally.fault.needs-approvals':
    'Die Methode der gleichen Anteile braucht Stimmen, die Ja zu Projekten sagen. Hier sind es Punkte oder Ränge ({kind}). Wählen Sie eine andere Regel.',
  'participation.tally.fault.too-many-raises':
    'Nach {limit} Erhöhungen ist das Budget noch nicht ausgeschöpft. Prüfen Sie Budget und Kosten.',
  'participation.tally.rule-fault.not-recountable-exclusive':
    'Die Regel {rule} lässt sich nicht nachzählen: Welche Projekte einander ausschließen, steht nicht in der Datei.',
  'participation.tally.rule-fault.not-recountable-custom':
    'Die Regel {rule} lässt sich nicht nachzählen: Es ist eine eigene Regel der Stadt, die nicht in der Datei steht.',
  'participation.tally.rule-fault.unstated': 'Die Datei nennt keine Regel. Wählen Sie eine.',
  'participation.tally.rule-fault.unknown': 'Die Regel „{rule}“ gibt es hier nicht.',
}

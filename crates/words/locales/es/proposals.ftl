### Propuestas: rondas, votaciones, resultados.

stance-agree = de acuerdo
stance-stand-aside = se aparta
stance-object = objeta
stance-abstain = se abstiene
choice-for = a favor
choice-against = en contra
choice-abstain = se abstiene
mark-agenda = el orden del día se envió con antelación
mark-everyone = todas las personas pudieron participar
mark-pros-cons = están resumidos los pros y los contras
mark-minutes = hay acta

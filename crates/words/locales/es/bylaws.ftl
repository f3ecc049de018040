### Los estatutos tal como los leen los miembros.

bylaws-lead = Estas palabras son el programa. Donde una cláusula tiene reglas, este programa hace lo que dicen y nombra la cláusula.
edition = Edición { $edition }
edition-since = Vigente desde
edition-reviewed = Reglas cotejadas con el texto el
clauses-executable = Cláusulas que el programa aplica
clauses-words-only = Cláusulas solo de palabras
clauses-unsettled = De todas, cláusulas que dejan algo abierto
rules-count = { $count ->
    [one] { $count } regla
   *[other] { $count } reglas
}
open-count = { $count ->
    [one] { $count } pregunta abierta
   *[other] { $count } preguntas abiertas
}
words-only = solo palabras
binding-words = El texto que obliga
rules-title = Lo que hace el programa
rules-lead = Cada regla cita las palabras exactas que aplica. Si cambian las palabras, el verificador pide la regla; si cambia la regla, pide las palabras.
rule-quotes = Aplica:
rule-reads = Toma esta lectura:
terms-title = Números que definen estas palabras
terms-lead = Cada número cita las palabras exactas que lo dicen. Si se cambia una cosa y no la otra, el verificador lo señala. El programa todavía no hace nada con estos números.
asked-title = Lo que piden estas palabras
asked-lead = Cada regla cita las palabras exactas. Si se cambia una y no las otras, el verificador lo señala. Nada en el libro puede decir todavía si se ha hecho, y el programa no actúa sobre ello.
term-quotes = Se coteja con:
examples-title = Ejemplos resueltos
examples-lead = Se ejecutan como pruebas de las reglas.
clause-cites = Nombra a
clause-cited-by = La nombran
unsettled-title = Los estatutos dejan esto abierto
unsettled-decides = Quién decide
unsettled-reading = Hasta entonces
unsettled-no-reading = Nadie lo ha decidido; lo que necesita la respuesta se niega
cells = Casilla por casilla

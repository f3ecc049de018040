### Lo que una regla hace hacer al programa.

rule-count = { $name }: { $count }.
rule-months = { $name }: { $months ->
    [one] { $months } mes calendario
   *[other] { $months } meses calendario
    }.
rule-days = { $name }: { $days ->
    [one] { $days } día
   *[other] { $days } días
    }.
rule-percent = { $name }: { $percent } %.
rule-share = { $name }: { $share }.
rule-class-for-people = Las personas pueden unirse como: { $class }.
rule-class-for-organizations = Las organizaciones pueden unirse como: { $class }.
rule-class-for-either = Las personas y las organizaciones pueden unirse como: { $class }.
rule-class-is-member = Quien está en esta clase es miembro.
rule-class-is-not-member = Quien está en esta clase no es miembro.
rule-admitted-by-office = La oficina de la cooperativa admite, cuando está todo lo que piden los estatutos.
rule-admitted-by-decision = Solo una propuesta aprobada admite.
rule-needs-capital = El ingreso queda completo solo cuando el capital está pagado por entero.
rule-class-kinds = Se distinguen estos tipos: { $kinds }.
rule-phases = { $class }: la membresía pasa por fases, contadas en meses calendario desde su primer día.
rule-phase = { $phase } dura { $months ->
    [one] { $months } mes calendario
   *[other] { $months } meses calendario
    }.
rule-phases-continue = Después de sus meses, { $phase } sigue hasta que cambie la clase o termine la membresía.
rule-phases-end = Después de los meses de { $phase } la membresía no está en ninguna fase, y se niega lo que depende de una.
rule-rights = Quién puede hacer qué se lee en esta tabla.
rule-rights-summary = Esta tabla resume otras cláusulas. Donde una cláusula dice otra cosa, vale la cláusula.
rule-grants-on = { $class }: { $right }, en { $group }. La tabla dice que sí.
rule-denies-on = { $class }: { $right }, en { $group }. La tabla dice que no.
rule-holds-for = Esto vale para { $groups }.
rule-matter = Una propuesta puede tratar de «{ $matter }» ({ $group }). Se decide por: { $decision }.
rule-admits = Si se aprueba, la persona u organización de la que trata queda admitida como: { $class }.
rule-changes-class = Si se aprueba, una membresía cambia de { $from } a { $to }.
rule-changes-class-after = Si se aprueba, una membresía cambia de { $from } a { $to }. Se puede pedir después de { $months ->
    [one] { $months } mes calendario
   *[other] { $months } meses calendario
    }, no antes.
rule-names-matter = Si se aprueba, se nombra otro tipo de asunto ({ $group }).
rule-adopts-edition = Si se aprueba, la nueva edición de los estatutos entra en vigor el día que indica.
rule-ends-membership = Si se aprueba, termina la membresía de la que trata.
rule-ends-membership-in = Si se aprueba, termina la membresía de la que trata. Puede ser una membresía como { $classes }.
rule-others = Por resolución se pueden nombrar otros tipos de asunto ({ $group }). Se deciden por: { $decision }.
rule-vote-of-all = { $decision }: una propuesta se aprueba si está a favor al menos { $share } de todas las personas del padrón que cuentan. Quien falta cuenta en la base.
rule-vote-of-all-more = { $decision }: una propuesta se aprueba si está a favor más de { $share } de todas las personas del padrón que cuentan. Quien falta cuenta en la base.
rule-vote-cast = { $decision }: una propuesta se aprueba si está a favor al menos { $share } de quienes votaron a favor o en contra.
rule-vote-cast-more = { $decision }: una propuesta se aprueba si está a favor más de { $share } de quienes votaron a favor o en contra.
rule-everybody-agrees = { $decision }: una propuesta se aprueba cuando todas las personas que cuentan dicen que están de acuerdo.
rule-nobody-objects = { $decision }: una propuesta se aprueba cuando nadie objeta.
rule-round-is-complete = Una ronda está completa con estas marcas: { $marks }.
rule-fallback = Si no se logra el consenso, se puede convocar una votación después de { $rounds ->
    [one] { $rounds } ronda completa
   *[other] { $rounds } rondas completas
    }; antes se niega. Se decide por: { $decision }.
rule-no-fallback = Si no se logra el consenso, ninguna votación lo reemplaza.
rule-objection-gives-reason = Una objeción debe dar su razón; sin ella se rechaza.
rule-objection-needs-no-reason = Una objeción puede mantenerse sin dar una razón.
rule-recused-leaves-base = Quien se excusa puede exponer hechos, no decide y no cuenta en la base.
rule-recused-stays-in-base = Quien se excusa puede exponer hechos, no decide y sigue contando en la base.
rule-concerned-decides = Una persona socia decide también sobre una propuesta que terminaría o suspendería su propia membresía.
rule-concerned-is-left-off = Quien perdería su propia membresía con una propuesta, o quedaría en suspensión, no decide sobre ella y queda fuera de su padrón.
rule-window = Una votación queda abierta al menos { $days ->
    [one] { $days } día completo
   *[other] { $days } días completos
    } en la zona horaria de la cooperativa; se niega un tiempo más corto.
rule-count-is-live = El conteo se ve mientras la votación está abierta.
rule-count-is-sealed = Nadie ve el conteo antes de que cierre la votación.
rule-one-vote = Cada membresía tiene un voto, sin importar su clase ni su tamaño.
rule-representatives = { $classes }: cada miembro actúa por medio de representantes y necesita al menos { $count }. A quien no tiene se le muestra que le falta.
rule-commitment = { $classes }: se pide a cada miembro comprometerse con la versión vigente de { $documents }. Una versión nueva se pide otra vez a todos.
rule-agreement = { $class }: «{ $agreement }» debe firmarse antes de que tenga efecto, con todas sus secciones: { $sections }.
rule-review = { $class }: vence una evaluación cada { $months ->
    [one] mes calendario
   *[other] { $months } meses calendario
    } desde el primer día. Trata de { $subjects }.
rule-resolution-owner = Una propuesta sobre { $groups } se abre solo si nombra a quien se encargará.
rule-resolution-deadline = Una propuesta sobre { $groups } se abre solo si tiene fecha límite.

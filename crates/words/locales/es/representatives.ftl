# Quién representa a una organización: páginas, regla, constataciones, problemas.

represents-as-alternate = suplente
alternates = Suplentes
alternates-act = Una persona suplente también actúa por ella. Sigue siendo un solo voto: el que se emite después reemplaza al anterior.
alternates-wait = Una persona suplente no actúa por ella; los estatutos lo dejan a su representante oficial.
representative-needed = { $organization } no tiene representante oficial. Mientras no lo tenga, nadie la compromete.
representative-name = Nombrar a su representante oficial
representative-name-button = Nombrar
representative-hand-over = Pasar la representación a otra persona
representative-hand-over-hint = El último día de { $person } es el día anterior.
representative-hand-over-button = Pasar la representación
alternate-name = Nombrar a una persona suplente
alternate-name-button = Nombrar
representation-end = Terminar: { $person }
representation-end-button = Terminar ese día
representative-who = Quién
letter-representative-subject = Usted representa a un miembro de { $organization }
letter-representative-body = Hola:

    se le ha nombrado para actuar por una organización que es miembro de { $organization }. Por cuál, desde qué día y qué espera su respuesta está en su página de hoy. Entre allí con esta dirección; no necesita contraseña:

    { $address }

    Si no sabe nada de esto, avise a la oficina de { $organization }.

    { $organization }
rule-alternates = { $classes }: una persona suplente actúa por el miembro junto a su representante oficial; de dos votos de una membresía cuenta el último.
fact-alternate-named = { $party } es suplente en { $organization } desde el { $from }.
is-alternate-of = { $person } es suplente en { $organization }.
alternates-do-not-act = Ninguna regla de los estatutos permite que quienes son suplentes en { $organization } actúen por ella.
represents-already = { $person } ya representa a { $organization }, desde el { $from }; termine eso antes.
nobody-hands-over = { $organization } no tiene el { $day } un representante oficial que pueda pasar la representación; nombre a alguien.

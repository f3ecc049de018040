### Cargos: quién puede hacer qué por la cooperativa.

offices = Cargos
offices-lead = Quién puede hacer qué por la cooperativa, según qué cláusula y hasta cuándo.
offices-none = Estos estatutos no crean cargos; la oficina de la cooperativa hace lo que haga falta.
office-holders = A cargo de
office-nobody = Nadie lo ocupa.
office-powers = Puede { $powers }.
office-since = desde el { $from }
office-through = desde el { $from } hasta el { $until }
office-end-short = Ponerle fin
office-lay-down = Dejar el cargo
office-give = Dar este cargo
office-give-button = Darlo
office-person = A quién
office-from = Primer día
office-until = Último día
office-until-hint = Puede quedar vacío; si los estatutos fijan cuánto dura el mandato, termina a más tardar entonces.
access-title = Ya no puede entrar
access-hint = Dos personas con cargo que la conozcan, y que no hayan recibido su cargo una de la otra, responden por esta persona. Después se le puede entregar un enlace nuevo.
access-vouch = Responder por { $person }
access-waiting = { $person } ha respondido. Hace falta otra persona con cargo en un plazo de tres días.
power-keep-members = llevar la lista de miembros
power-admit = admitir a miembros
power-protect-data = borrar los datos de quienes se han ido
power-publish = publicar los documentos con los que los miembros se comprometen
power-sign-agreements = firmar acuerdos escritos en nombre de la cooperativa
power-record-payments = registrar lo pagado
power-appoint = dar y terminar cargos
power-restore-access = responder, junto con otra persona, por quien ya no puede entrar
refusal-power_must_be_held = Para esto hace falta un cargo
refusal-office_must_be_given_by_another = Nadie se da un cargo a sí mismo
refusal-holder_must_fit = Este cargo no es para esta persona
refusal-term_must_fit = El mandato es demasiado largo
refusal-seat_must_be_free = No hay ningún puesto libre
refusal-second_signature_must_be_anothers = La segunda firma debe ser de otra persona, que sea independiente
takes-the-power = Para esto hace falta poder { $power }.
office-is-held-by = { $office }: a cargo de { $people }.
nobody-holds = { $office }: nadie lo ocupa.
office-is-for = El cargo { $office } es solo para estas clases: { $classes }. { $person } no está en ninguna de ellas ese día.
gives-to-themselves = { $person } se daría el cargo { $office }.
term-is-at-most = { $months ->
    [one] Se da por { $months } mes como máximo: hasta el { $last }.
   *[other] Se da por { $months } meses como máximo: hasta el { $last }.
}
vouched-first-for = { $person } ha respondido por { $party } y hace falta otra persona con cargo.
vouches-for-themselves = { $person } respondería por su propia persona.
has-the-office-from = { $person } ha recibido el cargo de { $giver }.
let-somebody-else-give-it = Que lo dé otra persona que pueda nombrar.
let-another-holder-sign = Que firme otra persona con cargo, que lo haya recibido de alguien distinto.
end-it-by = Termínelo el { $last } o antes.
end-an-office-first = Ponga fin primero al cargo { $office } de una de esas personas.
no-such-office = Los estatutos no conocen ningún cargo llamado { $office }.
holds-it-already = { $person } ya ocupa el cargo { $office } en algunos de esos días, desde el { $day }.
does-not-hold = { $person } no ocupa el cargo { $office }, o no más allá de ese día.
office-holders-vouch = Responden las personas con cargo, cada una en su propio nombre.
rule-office = { $office }: quien lo ocupa puede { $powers }.
rule-office-is-for = El cargo { $office } lo ocupan solo { $classes }.
rule-office-seats = { $seats ->
    [one] Lo ocupa una persona a la vez.
   *[other] Lo ocupan como máximo { $seats } personas a la vez.
}
rule-office-months = { $months ->
    [one] Se da por { $months } mes como máximo.
   *[other] Se da por { $months } meses como máximo.
}
fact-office-given = { $party } ocupa el cargo { $office } desde el { $from }.
fact-office-ended = { $party } dejó el cargo { $office }, o se le puso fin; el último día es el { $on }.
fact-access-vouched = Una persona con cargo respondió por { $party }, que ya no puede entrar.
fact-access-restored = Una segunda persona con cargo respondió por { $party }; se le puede entregar un enlace nuevo.

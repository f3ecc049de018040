### El marco de todas las páginas: navegación, opciones, errores y palabras comunes.

language-name = Español
skip-link = Ir al contenido
nav-label = Páginas de la cooperativa
nav-today = Hoy
nav-members = Miembros
nav-proposals = Propuestas
nav-bylaws = Estatutos
nav-register = Registro
language-label = Idioma
theme-label = Claro u oscuro
theme-auto = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro
you-are = Usted es { $name }
sign-in = Entrar
sign-out = Salir
switch-person = Ser otra persona
footer-times = Las horas son de la zona { $zone }.
footer-edition = Edición { $edition } de los estatutos, vigente desde el { $since }.
footer-rochdale = Funciona con Rochdale, software libre para cooperativas.

list-between = {", "}
colon = {": "}
list-and = { $before } y { $last }
list-and-e = { $before } e { $last }

clause-note = Dicen los estatutos
clause-reading = Los estatutos lo dejan abierto; se usa esta lectura
why = ¿Por qué?
as-of = Al día
as-of-show = Mostrar
because = Porque
you-can = Usted puede
would-change = Qué lo cambiaría
answer-yes = Sí
answer-no = No
answer-does-not-apply = No se aplica
answer-not-yet-known = Aún no se sabe
refused = Tal como están las cosas, no se puede
refused-code = Código
refused-short = no se puede
previous = Anteriores
next = Siguientes
page-of = Página { $page } de { $pages }
choose = Elija …
nothing-here = Aquí no hay nada todavía

not-found-title = Esa página no existe
not-found-what = La dirección { $address } no lleva a ninguna parte. Quizá esté mal escrita, o lo que nombraba ya no está.
not-found-now = Vaya a la lista de cooperativas o vuelva a la página de donde vino.
not-found-home = Todas las cooperativas
not-yours-title = Esta página es para miembros
not-yours-what = No ha entrado, o lo que usted es en esta cooperativa no le permite verla.
not-yours-now = Entre, o pregunte a la cooperativa.
malformed-title = El formulario no se aceptó
malformed-what = No se ha cambiado nada.
malformed-now = Vuelva, corríjalo y envíelo otra vez.
malformed-field = { $field }: { $problem }
fault-title = Algo falló aquí, no por culpa suya
fault-what = El programa no pudo terminar. Nada quedó a medias: o todo lo que pidió está en el registro, o no está nada.
fault-now = Mire de nuevo la página para saberlo e inténtelo otra vez. Si se repite, avise a quien lleva este programa en su cooperativa.
too-large-what = Lo enviado es más grande de lo que este programa acepta.
not-allowed-what = La página no admite esa clase de petición.
cross-site-what = La petición venía de otro sitio, así que no se llevó a cabo.
took-too-long-what = La respuesta tardó demasiado y se abandonó.
the-desk = la oficina
turned-title = No se pudo aceptar
not-the-desks-what = Ha entrado como la oficina, y esta página es para personas: para lo que les espera, y para sus propios casos, acuerdos y evaluaciones.
not-understood-what = La petición a { $address } no se entendió: hay un error en su dirección o en lo que se envió con ella. No se ha cambiado nada.
field-is-missing = Hay que llenarlo.
field-is-no-date = No es un día como 2026-03-12.
field-is-no-time = No es un día y una hora como 2026-03-12 18:00.
field-is-no-choice = No es una de las opciones.
form-is-damaged = Falta o está dañado algo que la página misma pone en el formulario.
form-was-sent = Este formulario ya se envió con otro contenido, y aquello se hizo. Envíelo otra vez si esto también debe hacerse.
what-you-wrote = Lo que usted escribió
what-you-wrote-now = Nada de esto se ha guardado. Copie lo que aún necesite.
go-back = Volver
too-many-title = Demasiadas veces en poco tiempo
too-many-what = Esto se pidió tantas veces que tiene que esperar: por la seguridad de todas las personas, haya sido quien haya sido.
too-many-now = Inténtelo de nuevo dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
 }.

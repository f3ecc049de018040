### Cómo entra la gente: el formulario público, la bandeja de quien responde, la invitación y quién se comprometió con qué.

interest-title = Ser parte
interest-lead = Diga que le interesa. No necesita cuenta, y enviar un formulario no hace miembro a nadie: primero alguien le responde y conversa con usted.
interest-none = Los estatutos no abren aquí ningún formulario. Hable con alguien que ya participe.
interest-open = Pedir unirse: { $class }
interest-of-class = Formulario de interés: { $class }
interest-form-lead = Solo hacen falta su nombre y una forma de comunicarse con usted. Alguien lo lee y le responde.
interest-organization = Nombre de la organización
interest-acts = Usted lo llena como su representante oficial, o dice quién lo es.
interest-organization-hint = Déjelo vacío si lo pide para usted.
interest-kind = De qué tipo
interest-name = Su nombre
interest-representative = Nombre de su representante oficial
interest-email = Correo electrónico
interest-email-hint = Ahí llega la respuesta y, más adelante, la forma de entrar. Si no tiene, diga abajo cómo comunicarse con usted.
interest-reach = Otra forma de comunicarse con usted
interest-reach-hint = Un número de teléfono, o a quién preguntar por usted.
interest-place = Pueblo o ciudad
interest-text = Algo más
interest-trap = Deje vacío este campo
interest-send = Enviar el formulario
interest-kept = Solo lee lo que envía quien responde a las solicitudes. Se guarda aparte del registro y se borra si usted lo pide.
interest-arrived = Su formulario ha llegado
interest-arrived-what = Alguien lo lee y le responde. Si dio un correo electrónico, un mensaje lo confirma; si no llega, búsquelo entre el correo no deseado.
interest-trap-is-filled = Se llenó un campo que las personas no ven, quizá por el navegador. Envíe el formulario otra vez, por favor.
interest-sent-too-soon = El formulario llegó más rápido de lo que nadie escribe. Revíselo, por favor, y envíelo otra vez.
interest-shown-long-ago = El formulario estuvo abierto mucho tiempo. Todo lo que escribió sigue aquí; envíelo otra vez, por favor.
interest-too-many = { $minutes ->
    [one] Llegaron muchos formularios desde donde está usted. Envíelo otra vez en un minuto, por favor.
   *[other] Llegaron muchos formularios desde donde está usted. Envíelo otra vez en { $minutes } minutos, por favor.
}
applicants = Solicitudes
applicants-lead = Quién pidió entrar, hasta dónde ha llegado y desde cuándo espera.
applicants-none = Aquí nadie espera.
applicants-open = Quienes esperan
applicants-count = { $count ->
    [one] Una solicitud
   *[other] { $count } solicitudes
}
applicant = Quien solicita
applicant-asks-for = Pide
applicant-stage = Etapa
applicant-age = Antigüedad
applicant-owner = Responde
applicant-nobody = nadie todavía
applicant-erased = Solicitud { $number } (borrada)
applicant-form-erased = Lo que envió se borró.
applicant-days = { $days ->
    [0] hoy
    [one] { $days } día
   *[other] { $days } días
}
applicant-at-stage = { $days ->
    [0] desde hoy
    [one] desde hace { $days } día
   *[other] desde hace { $days } días
}
applicant-sent = { $days ->
    [0] enviada hoy
    [one] enviada hace { $days } día
   *[other] enviada hace { $days } días
}
applicant-form = Lo que envió
applicant-commits = Con qué se le pide comprometerse
applicant-happened = Lo que ha pasado
applicant-moved = Etapa: { $stage }
applicant-assigned = Desde ahora responde { $person }
applicant-noted = Una nota
applicant-note = Escribir una nota
applicant-note-text = La nota
applicant-note-hint = Solo la lee quien responde a las solicitudes. Se borra con la solicitud.
applicant-note-button = Guardar la nota
applicant-assign = Decir quién responde
applicant-assign-button = Encargárselo
applicant-move = Pasar a otra etapa
applicant-move-button = Pasar
applicant-declined-what = Si dio un correo electrónico, un mensaje se lo dice.
applicant-invite = Invitar a comprometerse
applicant-invite-what = Queda en el libro, puede entrar, y se le pide comprometerse con lo mismo que los miembros. Un mensaje con un enlace va al correo que dio; si no hay, se le muestra a usted una sola vez un enlace para entregárselo.
applicant-invite-button = Invitar
applicant-person = La persona, si ya está en el libro
applicant-organization = La organización, si ya está en el libro
applicant-person-hint = Déjelo vacío si es nueva.
applicant-admit = Admisión
applicant-admit-what = Cuando estén todos los compromisos, admita desde hoy.
applicant-admit-button = Admitir
applicant-basis = Formulario de interés { $number }
applicant-erase = Borrar lo que envió
applicant-erase-what = El formulario, las notas y, si está en el libro, sus datos se borran para siempre. Queda que hubo un formulario.
applicant-erase-button = Borrarlo
applicant-stage-new = Nueva
applicant-stage-talking = En conversación
applicant-stage-invited = Con invitación a comprometerse
applicant-stage-admitted = Admitida
applicant-stage-declined = No aceptada
applicant-stage-withdrawn = Retirada
today-applicants = Solicitudes que esperan respuesta
joining-title = Tiene una invitación: { $class }
joining-what = Lea cada documento y diga que se compromete con él. Después se le puede admitir.
joining-done = Está todo. Quien le responde da el paso siguiente.
joining-nothing-asked = No hace falta comprometerse con nada.
joining-withdraw-title = Al final no quiero unirme
joining-withdraw = Retirar mi solicitud
commitments = Compromisos
commitments-lead = Quién se ha comprometido con qué versión de qué documento, quién no, y desde cuándo se le pide a cada quien.
commitments-none = Todavía no se ha publicado ningún documento.
commitments-version = Versión { $version }
commitments-since = en vigor desde { $day }
commitments-count = { $done } de { $all }
commitments-coming = aún no está en vigor
commitments-of = { $document }, versión { $version }
commitments-past = Está en vigor una versión posterior. Estas son las personas y organizaciones a las que se pidió esta por última vez.
commitments-nobody = No se le pide a nadie.
commitments-text = Leer el texto
commitments-who = Quién
commitments-asked-since = Se le pide desde
commitments-committed = Se comprometió
commitments-not-yet = todavía no
the-visitor = Una visita
power-answer-applicants = leer lo que envían quienes solicitan, responderles e invitarles
refusal-applicant_must_be_open = Ya no pide entrar
may-not-answer = { $person } no responde a las solicitudes.
applicant-is-admitted = La solicitud { $applicant } fue admitida el { $at }.
applicant-is-closed = La solicitud { $applicant } no fue aceptada o se retiró el { $at }.
take-them-up-again = Pásela primero otra vez a conversación.
form-does-not-ask = El formulario no pregunta { $asked }.
answer-is-too-long = Aquí caben { $most } caracteres a lo sumo, y una respuesta corta va en una línea.
form-is-for-people = Este formulario es para personas; deje vacía la organización.
organization-is-empty = Diga cómo se llama la organización.
nobody-can-answer = Deje un correo electrónico o diga de qué otra forma comunicarse con usted.
class-has-no-form = { $class } no se pide con un formulario.
people-send-forms = El formulario lo envían personas, cada una por sí misma.
visitors-send-forms = Quien no tiene cuenta envía el formulario de interés y nada más.
no-such-applicant = No hay ninguna solicitud { $applicant }.
stage-comes-otherwise = A esas etapas se llega con la invitación y la admisión; pásela a conversación, no aceptada o retirada.
form-is-erased = Lo que se envió con la solicitud { $applicant } se borró.
details-are-erased = Los datos de esta persona se borraron.
person-has-no-details = El registro no tiene los datos de { $party }: inscriba a la persona, o invítela, y admítala después.
rule-interest = Quien quiera estar en { $classes } puede decirlo con un formulario público, sin cuenta.
rule-interest-asks = Además de quién es y cómo comunicarse, pregunta: { $asks }
fact-interest-sent = Alguien envió el formulario de interés: { $class }.
fact-applicant-noted = Se escribió una nota sobre la solicitud { $applicant }.
fact-applicant-assigned = { $party } responde desde ahora a la solicitud { $applicant }.
fact-applicant-moved = Solicitud { $applicant }: { $stage }.
fact-applicant-invited = La solicitud { $applicant } es de { $party }, con invitación a comprometerse.
letter-arrival-subject = Su formulario llegó a { $organization }
letter-arrival-body = Hola:

    alguien llenó el formulario de interés de { $organization } y dio esta dirección. Si fue usted: llegó, y alguien le responderá.

    Si no fue usted, no haga nada. No tiene ninguna consecuencia.

    { $organization }
letter-invitation-subject = { $organization } le invita a unirse
letter-invitation-body = Hola:

    { $organization } le invita a unirse: { $class }. Entre para leer con qué se comprometen quienes participan, y para decir que usted también:

    { $link }

    Este enlace sirve por 15 minutos y una sola vez. Después puede pedir otro en { $address } con este correo, cuando quiera.

    { $organization }
letter-admission-subject = Le damos la bienvenida a { $organization }
letter-admission-body = Hola:

    tiene ya un lugar en { $organization }: { $class }. Lo que está abierto y lo que se le pide está en su página de hoy:

    { $address }

    { $organization }
letter-declined-subject = Su formulario en { $organization }
letter-declined-body = Hola:

    gracias por su interés en { $organization }. Por ahora no lleva a una admisión. Quien conversó con usted puede decirle más, y puede volver a pedirlo.

    { $organization }
